"""The outlet: stated by the file, or proposed with a reason; never guessed into the facts."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from briefings.model import Proposal, SourceRecord
from briefings.read.lines.agencies import is_agency
from briefings.read.lines.titles import is_section

_NAME = r"(?:The\s)?[A-ZÀ-Þ][\w’'&-]+(?:\s(?:(?:of|de|the|and|&)\s)?[A-ZÀ-Þ][\w’'&-]+){0,4}"
# `Courrier du Port`, `Corriere della Sera`
_HOLDER = (
    r"(?:The\s)?[A-ZÀ-Þ][\w’'&-]+(?:\s(?:(?:of|de|du|des|del|della|dello|degli|delle|dei|do|da|van"
    r"|von|der|die|für|la|le|los|the|and|&)\s){0,2}[A-ZÀ-Þ][\w’'&-]+){0,4}"
)
# An outlet that is told something is often the outlet itself.
_TOLD = re.compile(
    rf"\b(?:told|tells|telling|speaking (?:exclusively )?to|speaking with|in comments to"
    rf"|in an (?:exclusive )?interview with|obtained by|seen by|confirmed to)\s(?P<name>{_NAME})"
)
_COPYRIGHT = re.compile(
    rf"(?i:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{{2,4}})?,?\s+(?:by\s)?(?P<after>{_HOLDER})"
    rf"|(?P<before>{_HOLDER}),?\s+(?:19|20)\d\d)"
)
# These are told things too, and are no outlets.
_NOT_OUTLETS = re.compile(
    r"(?i:\b(?:parliament|congress|senate|council|court|committee|commission|lawmakers|mps|police"
    r"|assembly|knesset"
    r"|cabinet|ministry|government|house|president|minister|mr|mrs|ms|dr|monday|tuesday|wednesday"
    r"|thursday"
    r"|friday|saturday|sunday|un|eu|nato|israel|i|he|she|it|us|reporters|journalists)\b)"
)
_OUTLET_WORD = re.compile(
    r"^The\s|\b(?:News|Times|Post|Herald|Courier|Tribune|Gazette|Journal|Guardian|Observer"
    r"|Telegraph|Daily|Today|Press"
    r"|Radio|TV|Television|Mail|Star|Standard|Chronicle|Independent|Weekly|Review|Echo|Monitor"
    r"|Globe|Sun|Mirror"
    r"|Arab|Eye|Jazeera|Monde|Figaro|País|Zeitung|Spiegel|Dispatch|Examiner|Record|Ledger|Argus"
    r"|Bulletin|Sentinel)\b"
)


def find_record(name: str, sources: Sequence[SourceRecord]) -> SourceRecord | None:
    """Find the outlet of a register by its id, name or alias."""
    wanted = _folded(name)
    for record in sources:
        if wanted in {_folded(known) for known in (record.id, record.name, *record.aliases)}:
            return record
    return None


def name_of(name: str, sources: Sequence[SourceRecord]) -> str:
    """Give the register's id for a stated outlet, or the name as the file states it."""
    record = find_record(name, sources)
    return record.id if record else name


def propose_by_url(url: str | None, sources: Sequence[SourceRecord]) -> Proposal | None:
    """Propose the outlet whose host an address is on."""
    host = host_of(url or "")
    for record in sources:
        hosts = {*record.hosts, host_of(record.url or "")} - {""}
        if host and any(host == known or host.endswith("." + known) for known in map(_bare, hosts)):
            return Proposal(value=record.id, reason=f"the address is on {host}")
    return None


def propose_host(url: str | None) -> Proposal | None:
    """Propose the host itself where nothing better is known of an address."""
    host = host_of(url or "")
    return Proposal(value=host, reason="the host of the address") if "." in host else None


def propose_by_name(lines: Iterable[str], sources: Sequence[SourceRecord]) -> Proposal | None:
    """Propose an outlet of the register whose name stands round the story."""
    for line in lines:
        folded = f" {_folded(line)} "
        for record in sources:
            names = [name for name in (record.name, *record.aliases) if len(name) > 3]
            if any(f" {_folded(name)} " in folded for name in names):
                return Proposal(value=record.id, reason=f'"{record.name}" stands outside the story')
    return None


def propose_by_copyright(lines: Iterable[str], sources: Sequence[SourceRecord]) -> Proposal | None:
    """Propose whom a copyright line names; a group may own the outlet, so it is no statement."""
    for line in lines:
        found = _COPYRIGHT.match(line)
        if found:
            name = (found["after"] or found["before"]).strip(" .,")
            return Proposal(value=name_of(name, sources), reason="a copyright line names it")
    return None


def propose_by_telling(body: Sequence[str], sources: Sequence[SourceRecord]) -> Proposal | None:
    """Propose the outlet that says of itself that it was told something."""
    counts: dict[str, int] = {}
    printed: dict[str, str] = {}
    for paragraph in body:
        for found in _TOLD.finditer(paragraph):
            name = found["name"]
            if not is_agency(name) and not _NOT_OUTLETS.search(name) and _may_be(name, sources):
                counts[name] = counts.get(name, 0) + 1
                printed.setdefault(name, " ".join(found[0].split()))
    if not counts:
        return None
    # An outlet reports what was told to others as well: the one told most is the better guess.
    name = max(counts, key=lambda known: counts[known])
    return Proposal(value=name_of(name, sources), reason=f'the text says "{printed[name]}"')


def is_outlet_name(text: str) -> bool:
    """Tell whether a line is built like an outlet's name: `North Shore Post`."""
    if is_section(text):  # `News` alone is a menu's word
        return False
    return re.fullmatch(_NAME, text) is not None and _OUTLET_WORD.search(text) is not None


def _may_be(name: str, sources: Sequence[SourceRecord]) -> bool:
    return _OUTLET_WORD.search(name) is not None or find_record(name, sources) is not None


def host_of(url: str) -> str:
    """Give the host of an address without `www.`; empty where there is none."""
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    return _bare(host)


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")


def _folded(name: str) -> str:
    words = re.sub(r"[\W_]+", " ", name).casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)

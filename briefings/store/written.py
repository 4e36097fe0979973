"""Briefing ↔ the text of its file."""

import re
from contextlib import suppress

from briefings.model import Briefing
from briefings.store.dump import dump_inline, dump_yaml
from briefings.store.faults import Fault, MisfitError, bad_file
from briefings.store.fields import sign_drafted
from briefings.store.formats import other_format
from briefings.store.front import FrontMatter, split_front, tidy_body
from briefings.store.quick import read_quick
from briefings.store.schema import BRIEFING
from briefings.text.digests import digest_value
from briefings.text.segments import fit_segment, is_segment


def parse_briefing(text: str, path: str) -> Briefing:
    """Read the text of a briefing file.

    Args:
        text: front matter and body.
        path: of the file, from the desk's folder; it becomes the briefing's.

    Raises:
        BadFileError: with every fault, each with line and column, and what was meant where near.
    """
    _refuse_name(path)
    quick = None if "\n<<<<<<<" in text else read_quick(text)
    if quick is not None:
        with suppress(MisfitError):  # a fault has its place from the careful reader
            return BRIEFING.read_with(quick.root, path=path, body=quick.body)
    return parse_front(split_front(text, path), path)


def _refuse_name(path: str) -> None:
    """Refuse a file whose name cannot be the last part of an address."""
    name = path.rpartition("/")[2].removesuffix(".md")
    if not path or is_segment(name):
        return
    fit = fit_segment(name)
    message = f"{name[:80]!a} cannot be the last part of an address"
    remedy = f"rename the file {fit}.md" if fit else "give it a name of small letters and hyphens"
    raise bad_file(path, Fault(code="BR111", line=1, column=1, message=message, remedy=remedy))


def parse_front(front: FrontMatter, path: str) -> Briefing:
    """Type a file that is taken apart.

    Raises:
        BadFileError: with every fault.
    """
    try:
        return BRIEFING.read_with(front.root, path=path, body=front.body())
    except MisfitError as error:
        other = other_format(front.root)
        raise bad_file(path, *((other,) if other else error.faults)) from error


def dump_briefing(b: Briefing) -> str:
    """Write the text of a briefing file; `parse_briefing` reads it back equal.

    A machine's draft gets the digests of what the machine wrote. Blank lines around the body are
    left out, its line ends are line feeds.
    """
    body = dump_body(b.body)
    return f"---\n{dump_yaml(BRIEFING.write(sign_drafted(b)))}---\n{body}"


def dump_body(body: str) -> str:
    """Write what stands below the front matter: a blank line and the text, or nothing."""
    tidy = tidy_body(body)
    return f"\n{tidy}\n" if tidy else ""


def rename_draft(text: str, id_: str, story: str) -> str:
    """Give the text of a new draft under another id and in another thread.

    As `dump_briefing` would write it; most of a draft's time goes into writing its YAML, so it
    is written where there are many hands, before anybody knows which ids are free.

    Args:
        text: as `dump_briefing` wrote it.
        id_: its id.
        story: its thread.
    """
    front, mark, body = text.partition("\n---\n")
    for start, value in (("id", id_), ("story", story), ("    story", digest_value(story))):
        line = re.compile(rf"^{start}: .*$", re.MULTILINE)
        found = line.search(front)
        if found is not None:
            written = f"{start}: {dump_inline(value)}"
            front = front[: found.start()] + written + front[found.end() :]
    return front + mark + body

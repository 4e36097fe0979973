"""A feed's entry → the part of one article."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from briefings.model import Moment, Role, Saved
from briefings.read.cleaning import fold_space
from briefings.read.composing import Sheet
from briefings.read.html.linear import Block, lay_out, words_in
from briefings.read.html.tree import parse_page
from briefings.read.keys import keyed
from briefings.read.lines.byline_roles import names_of
from briefings.read.lines.titles import plain_headline
from briefings.read.mail.head import read_mail_date
from briefings.read.parts import Envelope, Part
from briefings.text.dates import find_moment

_FEWEST_WORDS = 40
"""Of an article; what is shorter is the teaser that leads to one."""


_PLUG = re.compile(
    r"(?i)the post .{1,300} (?:appeared first|first appeared) on .{1,120}"
    r"|(?:continue reading|read more|weiterlesen|lire la suite|seguir leyendo).{0,160}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says of one article, in its own words."""

    key: str
    """The feed's own name for it: guid or id."""
    title: str | None
    html: str
    summary: str | None = None
    """What stands beside the whole text, as HTML."""
    seal: bytes
    """The entry as the file holds it."""
    url: str | None
    dates: tuple[str, ...] = ()
    """As printed, the likeliest first."""
    updates: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    pictures: tuple[tuple[str | None, str | None], ...] = ()
    """(caption, credit)."""
    rights: str | None = None


def split_entries(
    entries: Iterable[Entry], *, path: str, shown: str, saved: Saved | None
) -> tuple[list[Part], int]:
    """Give the parts of the entries that hold a text, and how many are teasers only."""
    drafts: list[tuple[str, str, Entry, list[Block]]] = []
    teasers = 0
    for entry in entries:
        blocks = _blocks(entry.html)
        if words_in(blocks) < _FEWEST_WORDS:
            teasers += 1
        else:
            drafts.append((_plain(entry.title or ""), entry.key or entry.url or "", entry, blocks))
    paths = keyed(path, [(title, key) for title, key, _, _ in drafts], grows=True)
    parts = [
        _part(entry, blocks, path=own, shown=shown, saved=saved)
        for own, (_, _, entry, blocks) in zip(paths, drafts, strict=True)
    ]
    return parts, teasers


def _blocks(html: str) -> list[Block]:
    tree = parse_page(f"<div>{html}</div>") if html.strip() else None
    return [] if tree is None else lay_out(tree)


def _part(
    entry: Entry, blocks: Sequence[Block], *, path: str, shown: str, saved: Saved | None
) -> Part:
    sheet = Sheet()
    title = _plain(entry.title or "")
    sheet.add(title, Role.HEADLINE, "the entry's title")
    for block in _without_title(blocks, title):
        if _PLUG.match(block.text):
            sheet.add(block.text, Role.FURNITURE, "the feed's own line")
        else:
            sheet.add_blocks([block])
    for caption, credit in entry.pictures:
        sheet.add(caption or "", Role.CAPTION, "the feed describes a picture")
        sheet.add(credit or "", Role.CREDIT, "the feed credits a picture")
    sheet.add(entry.rights or "", Role.LICENCE, "the feed's rights")
    date = next(_moments(entry.dates), None)
    updated = next(_moments(entry.updates), None)
    return Part(
        content=sheet.content(),
        path=path,
        shown=shown,
        kind="text",
        format="feed",
        marks=sheet.marks(),
        seal=entry.seal,
        envelope=Envelope(
            saved_at=saved.at if saved else None,
            url=entry.url or None,
            title=title or None,
            date=date,
            updated=updated if updated != date else None,
            dek=_dek(entry, blocks),
            byline=tuple(_names(entry.authors)),
            source=_plain(entry.outlet or "") or None,
            tags=tuple(fold_space(tag) for tag in entry.tags),
            language=entry.language,
        ),
    )


def _without_title(blocks: Sequence[Block], title: str) -> Iterator[Block]:
    """Pass over the headline where the text repeats it as its first heading."""
    repeats = bool(blocks) and blocks[0].text.casefold() == title.casefold()
    return iter(blocks[1:] if repeats else blocks)


def _plain(words: str) -> str:
    """Give a title's words: feeds escape entities and markup once more than they should."""
    if "&" not in words and "<" not in words:
        return fold_space(words)
    return " ".join(block.text for block in _blocks(words))


def _names(authors: Iterable[str]) -> Iterator[str]:
    """Give the names of `desk@courier.example (Ann Roe)`; an address alone is no name."""
    for author in authors:
        printed = author.partition("(")[2].rstrip(") ") if "@" in author else _plain(author)
        yield from names_of(printed) if printed.strip() else ()


def _dek(entry: Entry, blocks: Sequence[Block]) -> str | None:
    """Take the summary beside the whole text for a dek, unless it is cut or opens the story."""
    words = _plain(entry.summary or "").strip()
    start = plain_headline(" ".join(block.text for block in blocks[:4]))
    is_cut = words.endswith(("…", "...", "[…]", "[...]", "]"))
    if not 4 <= len(words.split()) <= 60 or is_cut or plain_headline(words)[:80] in start:
        return None
    return words


def _moments(printed: Iterable[str]) -> Iterator[Moment]:
    for words in printed:
        if moment := _moment(words.strip()):
            yield moment


def _moment(words: str) -> Moment | None:
    """Read a feed's date, RFC 822 or ISO 8601; without a zone only the day is known."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        exact = read_mail_date(words)
        found = None if exact else find_moment(words, "en")
        return exact or (found.moment if found else None)
    is_day = ":" not in words or moment.tzinfo is None
    return date(moment.year, moment.month, moment.day) if is_day else moment

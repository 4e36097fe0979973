"""What readers will see, told to people: as plain lines, or as Markdown for a pull request."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefings.cli.report import counted, printable
from briefings.outlook import Corrected, Outlook, Rewritten, RightsUsed, Told
from briefings.pages.clean import clean_line

_MOST: Final = 60
"""Items of a section; the rest is counted. GitHub takes 1 MiB for a step."""
_LONGEST: Final = 600
"""Letters of one text."""
_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")
_JOINER: Final = "\N{WORD JOINER}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing readers will see, and what is said of it on lines of their own."""

    text: str
    note: str = ""
    """Behind it, less loud."""
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Things of one kind."""

    heading: str
    items: tuple[Item, ...]


def sections_of(outlook: Outlook, *, unread: int) -> tuple[Section, ...]:
    """Put what readers will see under headings; a heading with nothing below it is left out.

    Args:
        outlook: what a change would have readers see.
        unread: briefing files that cannot be read, so that nothing can be said of them.
    """
    broken = counted(unread, "briefing file")
    every = (
        ("Not told here", [Item(text=f"{broken} cannot be read")] if unread else []),
        ("New briefings", [_new(told) for told in outlook.new]),
        ("Changed words", [_rewritten(one) for one in outlook.changed]),
        ("Corrections", [_corrected(one) for one in outlook.corrected]),
        ("Withdrawn", [Item(text=told.title, note=told.url) for told in outlook.withdrawn]),
        ("Gone from the site", [Item(text=told.title, note=told.url) for told in outlook.gone]),
        (
            "New stories",
            [
                Item(text=one.title, note=f"{one.url}, {counted(one.briefings, 'briefing')}")
                for one in outlook.threads
            ],
        ),
        (
            "Addresses that moved",
            [Item(text=one.title, note=f"{one.was} → {one.now}") for one in outlook.moved],
        ),
        (
            "Held",
            [Item(text=one.briefing.title, note=f"until {one.at}") for one in outlook.held],
        ),
        (
            "Ending",
            [Item(text=one.briefing.title, note=f"on {one.at}") for one in outlook.ending],
        ),
        ("Words of others", list(_rights(outlook.rights))),
    )
    return tuple(Section(heading=name, items=tuple(items)) for name, items in every if items)


def as_lines(sections: Sequence[Section], *, new: int, changed: int) -> Iterator[str]:
    """Give lines for a terminal."""
    yield _summed(new, changed)
    for section in sections:
        yield f"\n{section.heading}"
        for item in section.items[:_MOST]:
            note = f" ({item.note})" if item.note else ""
            yield printable(f"  {_short(item.text)}{note}")
            yield from (printable(f"      {_short(line)}") for line in item.below)
        yield from (f"  {more}" for more in _further(section))


def as_markdown(sections: Sequence[Section], *, new: int, changed: int) -> Iterator[str]:
    """Give Markdown in which no headline can be a mark, a link, an image or a mention."""
    yield f"## What readers will see\n\n{_summed(new, changed)}"
    for section in sections:
        yield f"\n### {section.heading}\n"
        for item in section.items[:_MOST]:
            note = f" ({harmless(item.note)})" if item.note else ""
            yield f"- **{harmless(item.text)}**{note}"
            yield from (f"    - {harmless(line)}" for line in item.below)
        yield from (f"- {more}" for more in _further(section))


def harmless(text: str) -> str:
    """Write a stranger's text so that Markdown shows it letter by letter.

    CommonMark (section 2.4) lets every ASCII punctuation mark be escaped. A mark behind `@` and
    `#` keeps GitHub, which looks at the text once more when it is rendered, from naming somebody.
    """
    escaped = _PUNCTUATION.sub(r"\\\1", _short(text)) or " "
    return escaped.replace("\\@", f"\\@{_JOINER}").replace("\\#", f"\\#{_JOINER}")


def _summed(new: int, changed: int) -> str:
    if not new and not changed:
        return "No new briefing and no changed word."
    return f"{counted(new, 'new briefing')}, {counted(changed, 'briefing')} with other words."


def _new(told: Told) -> Item:
    below = (told.dek,) if told.dek else ()
    return Item(text=told.title, note=f"edition {told.edition}, {told.url}", below=below)


def _rewritten(one: Rewritten) -> Item:
    below: list[str] = []
    for word in one.words:
        if word.was is None:
            below.append(f"{word.what} new: {word.now}")
        elif word.now is None:
            below.append(f"{word.what} gone: {word.was}")
        else:
            below += [f"{word.what} was: {word.was}", f"{word.what} now: {word.now}"]
    return Item(text=one.briefing.title, note=one.briefing.url, below=tuple(below))


def _corrected(one: Corrected) -> Item:
    told = (("was", one.was), ("now", one.now), ("why", one.why))
    below = tuple(f"{word}: {text}" for word, text in told if text)
    return Item(text=one.briefing.title, note=one.kind, below=below)


def _rights(used: Sequence[RightsUsed]) -> Iterator[Item]:
    outlets: defaultdict[str, list[RightsUsed]] = defaultdict(list)
    for one in used:
        outlets[one.outlet].append(one)
    for outlet, ones in sorted(outlets.items()):
        note = f"{counted(sum(one.shown for one in ones), 'word')} of it shown"
        yield Item(text=outlet, note=note, below=tuple(map(_used, ones)))


def _used(one: RightsUsed) -> str:
    allowed = "all may be" if one.allowed is None else f"{one.allowed} may be"
    return f"{one.article}: {counted(one.shown, 'word')} shown, {allowed} ({one.rights})"


def _further(section: Section) -> Iterator[str]:
    if len(section.items) > _MOST:
        yield f"and {len(section.items) - _MOST:,} more"


def _short(text: str) -> str:
    plain = clean_line(text)
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"

"""The keys a Markdown file's front matter may state facts under, and what they mean."""

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from briefings.model import Image, Role, SourceRecord
from briefings.read.facts import Facts
from briefings.read.findings import find_fault
from briefings.read.frontmatter import Entry, FrontMatter
from briefings.read.lines.agencies import find_credit_line
from briefings.read.lines.bylines import split_byline
from briefings.read.lines.credits import plain_credit
from briefings.read.lines.roles_line import is_stop
from briefings.read.lines.spans import Piece
from briefings.read.lines.units import Unit
from briefings.read.sources import find_record, name_of
from briefings.text.dates import find_moment
from briefings.text.languages import is_language_tag, plain_tag

# Spellings of static site generators, CMS exports and web clippers.
_KEYS: Final = MappingProxyType(
    {
        Role.HEADLINE: "title|headline|name|og:title",
        Role.DEK: "description|dek|subtitle|subheadline|standfirst|deck|excerpt|summary|abstract"
        "|og:description|chapo|lead|lede",
        Role.KICKER: "kicker|eyebrow|overline|surtitre",
        Role.DATE: "date|published|published at|publish date|pubdate|pub date|date published"
        "|published time|publication date|publishdate|datepublished|created|posted",
        Role.UPDATED: "updated|updated at|modified|last modified|lastmod|date modified|last updated"
        "|datemodified|update",
        Role.BYLINE: "author|authors|byline|by|writer|writers|reporter|creator",
        Role.OUTLET: "source|outlet|source name|publisher|publication|site|site name|sitename"
        "|newspaper|journal|website|container title",
        Role.URL: "url|link|canonical|canonical url|source url|original url|permalink"
        "|href|uri|original|original link",
        Role.SECTION: "section|category|categories|rubrique|desk|channel",
        Role.TAGS: "tags|keywords|topics|tag",
        Role.CAPTION: "caption|image caption|photo caption|image alt|cover caption|legend",
        Role.CREDIT: "credit|image credit|photo credit|photo|photographer|image source"
        "|cover credit",
        Role.READING_TIME: "reading time|read time|minutes",
        Role.AGENCY_CREDIT: "agency|agencies|wire|provider|news agency",
        Role.DATELINE: "dateline|place|location",
        Role.WIRE_MARK: "embargo|kill|withhold|slug line|slugline",
        Role.LICENCE: "licence|license|rights|copyright",
    }
)
_ROLES: Final = MappingProxyType(
    {key: role for role, keys in _KEYS.items() for key in keys.split("|")}
)
_LANGUAGE_KEYS = frozenset({"language", "lang", "locale"})


def gather_matter(
    matter: FrontMatter, facts: Facts, sources: Sequence[SourceRecord], shown: str
) -> None:
    """Add what the front matter states to the facts; the first key for a fact stands."""
    stated: dict[Role, list[Entry]] = {}
    for entry in matter.entries:
        if entry.values and entry.key in _ROLES:
            stated.setdefault(_ROLES[entry.key], []).append(entry)
        elif entry.values and entry.key in _LANGUAGE_KEYS:
            _gather_language(entry, facts, shown)
    words = {role: entries[0].values for role, entries in stated.items()}
    facts.title = _first(words, Role.HEADLINE)
    facts.dek = _first(words, Role.DEK)
    facts.kicker = _first(words, Role.KICKER)
    facts.section = _first(words, Role.SECTION)
    facts.dateline = _first(words, Role.DATELINE)
    facts.url = next(
        (v for v in words.get(Role.URL, ()) if v.startswith(("http:", "https:"))), None
    )
    facts.byline = [name for value in words.get(Role.BYLINE, ()) for name in split_byline(value)]
    facts.tags = [tag.strip() for value in words.get(Role.TAGS, ()) for tag in value.split(",")]
    _gather_rest(words, facts, sources)
    for role in (Role.DATE, Role.UPDATED):
        _gather_date(stated.get(role, []), role, facts, shown)


def _first(words: dict[Role, tuple[str, ...]], role: Role) -> str | None:
    return next(iter(words.get(role, ())), None)


def _gather_rest(
    words: dict[Role, tuple[str, ...]], facts: Facts, sources: Sequence[SourceRecord]
) -> None:
    outlet = _first(words, Role.OUTLET)
    if outlet and not outlet.startswith(("http:", "https:")):
        facts.source = name_of(outlet, sources)
        record = find_record(outlet, sources)
        facts.locale = record.locale if record else None
    elif outlet:
        facts.url = facts.url or outlet
    caption, credit = _first(words, Role.CAPTION), _first(words, Role.CREDIT)
    if caption or credit:
        facts.images.append(Image(caption=caption, credit=plain_credit(credit) if credit else None))
    for name in words.get(Role.AGENCY_CREDIT, ()):
        found = find_credit_line(Unit(0, f"({name})", gap=False))
        facts.agencies += found[1] if found else []
    minutes = _first(words, Role.READING_TIME)
    if minutes:
        digits = re.search(r"\d{1,3}", minutes)
        facts.reading_minutes = int(digits[0]) if digits else None
    mark = _first(words, Role.WIRE_MARK)
    facts.stopped = mark if mark and is_stop(mark) else None


def _gather_language(entry: Entry, facts: Facts, shown: str) -> None:
    stated = entry.values[0]
    if is_language_tag(stated):
        facts.language = plain_tag(stated)
        return
    remedy = "write a code such as en or ar"
    facts.findings.append(
        find_fault(
            "BR216", shown, entry.line, entry.column, key=entry.key, what=stated, remedy=remedy
        )
    )


def _gather_date(entries: Sequence[Entry], role: Role, facts: Facts, shown: str) -> None:
    for entry in entries:
        stated = entry.values[0]
        found = find_moment(stated, facts.language or "und", facts.locale)
        if found is not None and found.moment is not None:
            if role is Role.DATE:
                facts.date = facts.date or found.moment
            else:
                facts.updated = facts.updated or found.moment
            continue
        code = "BR215" if found else "BR216"
        remedy = "write it as 2026-03-14"
        facts.findings.append(
            find_fault(
                code, shown, entry.line, entry.column, key=entry.key, what=stated, remedy=remedy
            )
        )


def matter_pieces(matter: FrontMatter, text: str) -> list[Piece]:
    """Give the front matter its roles: each key's lines are what the key means."""
    if not matter.end:
        return []
    entries = sorted(matter.entries, key=lambda entry: entry.start)
    last = text.rfind("\n", 0, max(matter.end - 1, 0)) + 1
    first = entries[0].start if entries else last
    pieces: list[Piece] = [(0, first, Role.MARKUP, "opens the front matter")]
    ends = [*(entry.start for entry in entries[1:]), last]
    for entry, end in zip(entries, ends, strict=False):  # no entry, one end
        role = _ROLES.get(entry.key, Role.METADATA)
        pieces.append((entry.start, end, role, f'the front matter\'s "{entry.key[:30]}"'))
    return [*pieces, (last, matter.end, Role.MARKUP, "closes the front matter")]

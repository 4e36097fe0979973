"""Roles → facts → Article: the same for every format."""

import re
from collections.abc import Sequence

from briefings.errors import Finding
from briefings.model import (
    Agency,
    AgencyRole,
    Image,
    Proposal,
    Role,
    SourceRecord,
)
from briefings.read.beside import gather_beside
from briefings.read.facts import Facts
from briefings.read.findings import find_fault
from briefings.read.lines.agencies import find_agencies, split_names
from briefings.read.lines.byline_roles import names_of
from briefings.read.lines.bylines import is_byline_label, is_job
from briefings.read.lines.credits import plain_caption, plain_credit
from briefings.read.lines.datelines import find_dateline
from briefings.read.lines.roles_line import is_stop, outlet_name, reading_minutes, tag_names
from briefings.read.lines.titles import drop_bar, drop_site, last_crumb
from briefings.read.lines.units import Unit
from briefings.read.sources import (
    find_record,
    name_of,
    propose_by_copyright,
    propose_by_name,
    propose_by_telling,
    propose_by_url,
    propose_host,
)
from briefings.text.dates import find_moments
from briefings.text.languages import detect_language
from briefings.text.relative import find_relative

_ENOUGH = 1000
_UPDATED = re.compile(
    r"updated|mis à jour|actuali[sz]ad|aktualisiert|aggiornat|atualizad|обновлен|güncelle|تحديث",
    re.IGNORECASE,
)


def gather_facts(
    units: Sequence[Unit], facts: Facts, sources: Sequence[SourceRecord], place: tuple[str, str]
) -> None:
    """Add to the facts what the roles of a text say; what is known already stands.

    `place` is the path for messages and the text the units stand in.
    """
    _gather_words(units, facts)
    _gather_pictures(units, facts)
    _gather_source(units, facts, sources)
    facts.agencies += find_agencies(units)
    _gather_dates(units, facts, place)
    copies = [agency.name for agency in facts.agencies if agency.role is AgencyRole.COPY]
    if copies and not (facts.source or facts.proposals):
        reason = "the text is credited to it as the wire"
        facts.proposals.append(Proposal(value=name_of(copies[0], sources), reason=reason))
    for unit in units:
        if unit.role is Role.WIRE_MARK and is_stop(unit.text) and not facts.stopped:
            facts.stopped = unit.text
    gather_beside(units, facts)


def _texts(units: Sequence[Unit], role: Role) -> list[str]:
    return [text for unit in units for text in unit.texts(role)]


def _first(units: Sequence[Unit], role: Role) -> str | None:
    return next(iter(_texts(units, role)), None)


def _gather_words(units: Sequence[Unit], facts: Facts) -> None:
    headline = _first(units, Role.HEADLINE)
    if headline and not facts.title:
        repeats = _texts(units, Role.REPEATED_HEADLINE)
        title, site = drop_site(headline, repeats)
        facts.title, site = (title, site) if site else drop_bar(headline)
        named = (drop_site(repeat, [facts.title])[1] for repeat in repeats)
        site = site or next(filter(None, named), None)
        if site:
            facts.proposals.append(Proposal(value=site, reason="stands after the headline"))
    facts.dek = facts.dek or _first(units, Role.DEK)
    facts.kicker = facts.kicker or _first(units, Role.KICKER)
    section = _first(units, Role.SECTION)
    facts.section = facts.section or (last_crumb(section) if section else None)
    if not facts.byline:
        for line in _texts(units, Role.BYLINE):
            if not is_byline_label(line) and not (facts.byline and is_job(line)):
                facts.byline += names_of(line)
    for line in _texts(units, Role.TAGS):
        facts.tags += tag_names(line)
    minutes = [reading_minutes(line) for line in _texts(units, Role.READING_TIME)]
    facts.reading_minutes = facts.reading_minutes or next(filter(None, minutes), None)
    for line in _texts(units, Role.URL):
        facts.url = facts.url or line.split()[-1].strip(".,;")


def _gather_pictures(units: Sequence[Unit], facts: Facts) -> None:
    """Pair captions with the credit on their line or on the line below."""
    if facts.images:  # metadata or marked figures have said it
        return
    caption: str | None = None
    for unit in units:
        for part in unit.parts:
            words = unit.text if len(unit.parts) == 1 else unit.raw[part.start : part.end]
            if part.role is Role.CAPTION:
                if caption:
                    facts.images.append(Image(caption=caption, credit=None))
                caption = plain_caption(words)
            elif part.role is Role.CREDIT:
                facts.images.append(Image(caption=caption, credit=plain_credit(words)))
                caption = None
    if caption:
        facts.images.append(Image(caption=caption, credit=None))


def _gather_source(units: Sequence[Unit], facts: Facts, sources: Sequence[SourceRecord]) -> None:
    outlet = next(filter(None, map(outlet_name, _texts(units, Role.OUTLET))), None)
    if outlet and not facts.source:
        facts.source = name_of(outlet, sources)
    else:
        alone = [
            text.partition(",")[0] for text in _texts(units, Role.OUTLET) if not outlet_name(text)
        ]
        reason = "the name stands alone in the head"
        guessed = [Proposal(value=name_of(text, sources), reason=reason) for text in alone]
        facts.proposals = guessed + facts.proposals
    body = _texts(units, Role.BODY)
    round_it = [
        unit.text
        for unit in units
        if unit.role in {Role.FURNITURE, Role.BYLINE, Role.KICKER, Role.WIDGET, Role.AUTHOR_NOTE}
    ]
    owner = propose_by_copyright(round_it, sources)
    # A name over the page that the copyright line repeats is the page's own, whatever the
    # register knows by a part of it.
    own = [one for one in facts.proposals if owner and one.value == owner.value]
    guesses = (
        propose_by_url(facts.url, sources),
        *own,
        propose_by_name(round_it, sources),
        *facts.proposals,
        owner,
        propose_by_telling(body, sources),
        propose_host(facts.url),
    )
    facts.proposals = [guess for guess in guesses if guess]
    facts.byline = [name for name in facts.byline if not find_record(name, sources)]
    known = facts.source or (facts.proposals[0].value if facts.proposals else "")
    record = find_record(known, sources)
    facts.locale = facts.locale or (record.locale if record else None)


def _gather_dates(units: Sequence[Unit], facts: Facts, place: tuple[str, str]) -> None:
    language = facts.language or "und"
    unclear: Finding | None = None
    for unit in units:
        for line in (*unit.texts(Role.DATE), *unit.texts(Role.UPDATED)):
            is_date = line in unit.texts(Role.DATE)
            for found in find_moments(line, language, facts.locale):
                if found.moment is None:
                    number = place[1].count("\n", 0, unit.start) + 1
                    what = line[found.start : found.end]
                    unclear = unclear or find_fault("BR215", place[0], number, what=what)
                elif is_date:
                    facts.date = facts.date or found.moment
                else:
                    facts.updated = facts.updated or found.moment
    for line in _texts(units, Role.DATELINE):
        _read_dateline(line, facts, language)
    if unclear and facts.date is None:
        facts.findings.append(unclear)
    if not unclear:
        _count_back(units, facts, language)


def _count_back(units: Sequence[Unit], facts: Facts, language: str) -> None:
    """Read `2 hours ago` where nothing better is printed and the saving time is known."""
    saved = facts.saved.at if facts.saved else None
    if saved is None or facts.date or facts.updated:
        return
    for role in (Role.DATE, Role.UPDATED):
        for line in _texts(units, role):
            # `Today` alone may be a menu's word.
            found = find_relative(line, language, saved) if " " in line else None
            if found and (role is Role.UPDATED or _UPDATED.search(line)):
                facts.updated = facts.updated or found.moment
            elif found:
                facts.date = facts.date or found.moment


def _read_dateline(line: str, facts: Facts, language: str) -> None:
    dateline = find_dateline(line + " x")
    if dateline is None:
        return
    facts.dateline = facts.dateline or dateline.place
    moment = next(find_moments(dateline.day or "", language), None)
    facts.date = facts.date or (moment.moment if moment else None)
    names = split_names(dateline.agency or "")
    facts.agencies += [Agency(name=name, role=AgencyRole.COPY) for name in names]


def story_of(units: Sequence[Unit]) -> tuple[list[str], list[tuple[int, str]]]:
    """Give the paragraphs of the story, and its subheads with the paragraph each stands above."""
    body: list[str] = []
    subheads: list[tuple[int, str]] = []
    for unit in units:
        body += filter(None, unit.texts(Role.BODY))
        subheads += [(len(body) + 1, text) for text in unit.texts(Role.SUBHEAD)]
    return body, [(number, text) for number, text in subheads if number <= len(body)]


def language_of(units: Sequence[Unit]) -> str:
    """Detect the language of a text before its roles are known: of its longest lines."""
    worded = (unit for unit in units if any(map(str.isalnum, unit.text)))
    longest = sorted(worded, key=lambda unit: -len(unit.text))[:12]
    return detect_language(" ".join(unit.text for unit in longest)[:_ENOUGH])

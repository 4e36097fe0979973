"""Facts, roles and story → Article."""

from collections.abc import Sequence
from datetime import datetime

from briefings.model import Agency, AgencyRole, Article, RoleSpan, WireKind
from briefings.read.facts import Facts, unique, unique_agencies
from briefings.read.findings import bad_file, find_fault
from briefings.read.fitting import fit_article, fit_text
from briefings.read.lines.agencies import looks_like_agency
from briefings.read.parts import Part


def build_article(
    facts: Facts,
    part: Part,
    *,
    body: Sequence[str],
    subheads: Sequence[tuple[int, str]],
    roles: tuple[RoleSpan, ...],
) -> Article:
    """Make the article of its facts.

    Raises:
        BadFileError: there is no headline, or nothing below it.
    """
    facts.title = fit_text(facts.title or "")
    body = [text for paragraph in body if (text := fit_text(paragraph))]
    if facts.stopped and not (facts.title and body):
        raise bad_file("BR218", part.shown, 1, what=facts.stopped)
    if not facts.title:
        raise bad_file("BR205", part.shown, 1)
    if not body:
        raise bad_file("BR206", part.shown, 1)
    _note_absence(facts, part.shown)
    return fit_article(_article(facts, part, body, subheads, roles))


def _article(
    facts: Facts,
    part: Part,
    body: Sequence[str],
    subheads: Sequence[tuple[int, str]],
    roles: tuple[RoleSpan, ...],
) -> Article:
    copies = [
        Agency(name=name, role=AgencyRole.COPY) for name in facts.byline if looks_like_agency(name)
    ]
    return Article(
        path=part.path,
        digest=part.digest(),
        format=part.format,
        language=facts.language or "und",
        title=facts.title or "",
        body=tuple(body),
        roles=roles,
        dek=facts.dek,
        kicker=facts.kicker,
        date=facts.date,
        updated=facts.updated,
        byline=unique(facts.byline),
        dateline=facts.dateline,
        agencies=unique_agencies([*copies, *facts.agencies]),
        source=facts.source,
        source_proposed=None if facts.source else next(iter(facts.proposals), None),
        url=facts.url,
        images=tuple(facts.images),
        reading_minutes=facts.reading_minutes,
        section=facts.section,
        tags=unique(facts.tags),
        subheads=tuple(subheads),
        bylines=tuple(facts.bylines),
        author_note=facts.author_note,
        correction_notes=unique(facts.correction_notes),
        licence=facts.licence,
        wire_marks=tuple(facts.wire_marks),
        saved=facts.saved,
        stopped=facts.stopped,
        findings=tuple(facts.findings),
    )


def _note_absence(facts: Facts, shown: str) -> None:
    for mark in facts.wire_marks:
        if mark.kind is WireKind.EMBARGO and not isinstance(mark.until, datetime):
            facts.findings.append(find_fault("BR219", shown, what=mark.text))
    if facts.stopped:
        # Nobody should look for the date of a story that feeds no briefing.
        facts.findings.append(find_fault("BR217", shown, what=facts.stopped))
    elif facts.date is None and all(finding.code != "BR215" for finding in facts.findings):
        facts.findings.append(find_fault("BR214", shown, 1))

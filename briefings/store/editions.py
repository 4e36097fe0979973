"""Edition files: the order, the lead and the note an editor gave a day or a week."""

import re
from datetime import date
from pathlib import Path

from briefings.errors import BadFileError, Finding
from briefings.model import Edition
from briefings.settings import Settings
from briefings.store.disk import read_text
from briefings.store.faults import Fault, MisfitError, bad_file
from briefings.store.front import split_front
from briefings.store.schema_registers import EDITION
from briefings.text.dates import parse_moment

_WEEK = re.compile(r"(\d{4})-W(\d{2})")


def load_editions(settings: Settings) -> tuple[tuple[Edition, ...], tuple[Finding, ...]]:
    """Read the edition files there are, by name; days and weeks without one are not here."""
    editions: list[Edition] = []
    findings: list[Finding] = []
    for file in sorted(settings.editions().glob("*.md")):
        path = file.relative_to(settings.root).as_posix()
        try:
            editions.append(parse_edition(read_text(file, path, root=settings.root), path))
        except BadFileError as error:
            findings.extend(error.findings)
    return tuple(editions), tuple(findings)


def parse_edition(text: str, path: str) -> Edition:
    """Read the text of an edition file, whose name is its date or its week.

    Raises:
        BadFileError: the name is neither, or the front matter has faults.
    """
    week = _WEEK.fullmatch(Path(path).stem)
    day = _monday(week, path) if week else _day(path)
    front = split_front(text, path)
    try:
        values = EDITION.read(front.root)
    except MisfitError as error:
        raise bad_file(path, *error.faults) from error
    lead = (values["lead"],) if values["lead"] else ()
    rest = tuple(key for key in dict.fromkeys(values["order"]) if key != values["lead"])
    return Edition(
        date=day,
        weekly=week is not None,
        briefings=(*lead, *rest),
        note=front.body() or None,
        signed=values["signed"],
        closed=values["closed"],
    )


def _day(path: str) -> date:
    name = Path(path).stem
    try:
        return date.fromisoformat(parse_moment(name).isoformat())
    except ValueError as error:
        raise _misnamed(path) from error


def _monday(week: re.Match[str], path: str) -> date:
    try:
        return date.fromisocalendar(int(week[1]), int(week[2]), 1)
    except ValueError as error:
        raise _misnamed(path) from error


def _misnamed(path: str) -> BadFileError:
    fault = Fault(
        code="BR111",
        line=0,
        column=0,
        message="an edition's file is named by its date or its week",
        remedy="rename it as 2026-03-14.md or 2026-W11.md",
    )
    return bad_file(path, fault)

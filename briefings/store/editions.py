"""Edition files: the order, the lead and the note an editor gave a day."""

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


def load_editions(settings: Settings) -> tuple[tuple[Edition, ...], tuple[Finding, ...]]:
    """Read the edition files there are, in order of date; days without one are not here."""
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
    """Read the text of an edition file, whose name is its date.

    Raises:
        BadFileError: the name is no date, or the front matter has faults.
    """
    day = _day(path)
    front = split_front(text, path)
    try:
        values = EDITION.read(front.root)
    except MisfitError as error:
        raise bad_file(path, *error.faults) from error
    lead = (values["lead"],) if values["lead"] else ()
    rest = tuple(key for key in dict.fromkeys(values["order"]) if key != values["lead"])
    return Edition(
        date=day,
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
        fault = Fault(
            code="BR111",
            line=0,
            column=0,
            message="an edition's file is named by its date",
            remedy="rename it as 2026-03-14.md",
        )
        raise bad_file(path, fault) from error

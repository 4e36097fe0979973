"""The record beside an added article: where it came from, when, and what it was."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from briefings.store.disk import read_text, save_text
from briefings.store.dump import dump_yaml
from briefings.store.faults import MisfitError, bad_file
from briefings.store.front import NOTHING
from briefings.store.kinds import Maybe
from briefings.store.records import Field, Record
from briefings.store.schema_articles import DIGEST
from briefings.store.values import TEXT, TIME
from briefings.store.yaml import REGISTER_BYTES, read_yaml

SUFFIX: Final = ".source.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a stored article comes from."""

    digest: str
    """Of the whole file as it was added."""
    added_at: datetime
    url: str | None = None
    saved_at: datetime | None = None
    """When the copy was made, where that is known: it was fetched or pasted at that moment."""
    name: str | None = None
    """The file it was copied from."""


PROVENANCE: Final = Record(
    "a record of adding",
    (
        Field(
            key="url",
            kind=Maybe(TEXT),
            meaning="where it was fetched, or the editor says it is",
            example="https://courier.example/2026/03/ferries",
            by="add, editor",
            default=None,
        ),
        Field(
            key="saved_at",
            kind=Maybe(TIME),
            meaning="when the copy was made; `2 hours ago` is counted from it",
            example="2026-03-14T09:30+01:00",
            by="add, editor",
            default=None,
        ),
        Field(
            key="added_at",
            kind=TIME,
            meaning="when it came to the desk",
            example="2026-03-14T09:31+01:00",
            by="add",
        ),
        Field(
            key="name",
            kind=Maybe(TEXT),
            meaning="the file it was copied from",
            example="ferries.html",
            by="add",
            default=None,
        ),
        Field(
            key="digest",
            kind=DIGEST,
            meaning="of the file as it was added",
            example="v1:3f9a…",
            by="add",
        ),
    ),
    Provenance,
)


def record_of(file: Path) -> Path:
    """Give the file of an article's record."""
    return file.with_name(file.name + SUFFIX)


def load_provenance(file: Path, shown: str, root: Path) -> Provenance | None:
    """Read the record beside an article; None where there is none.

    Raises:
        BadFileError: the record is broken.
    """
    record = record_of(file)
    if not record.is_file():
        return None
    path = shown + SUFFIX
    text = read_text(record, path, limit=REGISTER_BYTES, root=root)
    try:
        return PROVENANCE.read(read_yaml(text, path, limit=REGISTER_BYTES) or NOTHING)
    except MisfitError as error:
        raise bad_file(path, *error.faults) from error


def save_provenance(file: Path, provenance: Provenance) -> None:
    """Write the record beside an article."""
    save_text(record_of(file), dump_yaml(PROVENANCE.write(provenance)))

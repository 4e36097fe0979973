"""Facts: what an article states of itself, gathered from its roles or its metadata."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefings.errors import Finding
from briefings.model import (
    Agency,
    AgencyRole,
    Byline,
    Image,
    Moment,
    Proposal,
    Saved,
    WireMark,
)


@dataclass(slots=True)
class Facts:
    """What was found so far; a reader fills it, the first statement of a fact stands."""

    title: str | None = None
    dek: str | None = None
    kicker: str | None = None
    date: Moment | None = None
    updated: Moment | None = None
    byline: list[str] = field(default_factory=list)
    printed_byline: str = ""
    """The line of a page that names them; "" where none does."""
    printed_words: tuple[str, ...] = ()
    """Its text nodes."""
    dateline: str | None = None
    agencies: list[Agency] = field(default_factory=list)
    source: str | None = None
    proposals: list[Proposal] = field(default_factory=list)
    """Best first."""
    url: str | None = None
    images: list[Image] = field(default_factory=list)
    reading_minutes: int | None = None
    section: str | None = None
    tags: list[str] = field(default_factory=list)
    language: str | None = None
    locale: str | None = None
    """The outlet's, where the file says the outlet and a register knows it."""
    saved: Saved | None = None
    """What `2 hours ago` is counted from."""
    bylines: list[Byline] = field(default_factory=list)
    author_note: str | None = None
    correction_notes: list[str] = field(default_factory=list)
    licence: str | None = None
    wire_marks: list[WireMark] = field(default_factory=list)
    stopped: str | None = None
    findings: list[Finding] = field(default_factory=list)


_WEIGHT = {AgencyRole.COPY: 0, AgencyRole.CONTRIBUTOR: 1, AgencyRole.PHOTO: 2}


def unique_agencies(agencies: Iterable[Agency]) -> tuple[Agency, ...]:
    """Drop repeats; an agency whose copy it is needs not be named as a contributor too.

    Initials stand for the full name: one byline may give `National Wire Agency`, the dateline
    `NWA`, and they are one origin.
    """
    best: dict[str, Agency] = {}
    photos: dict[str, Agency] = {}
    for agency in agencies:
        table = photos if agency.role is AgencyRole.PHOTO else best
        known = next((name for name in table if _is_same(name, agency.name)), None)
        present = table.pop(known) if known else None
        if present is None:
            table[agency.name] = agency
            continue
        role = min(agency.role, present.role, key=lambda role: _WEIGHT[role])
        name = min(agency.name, present.name, key=len)
        table[name] = Agency(name=name, role=role)
    return (*best.values(), *photos.values())


def _is_same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    initials = "".join(word[0] for word in long.replace("-", " ").split() if word[0].isupper())
    return one == other or (len(short) > 1 and short == initials)


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """Drop repeats and keep the order."""
    return tuple(dict.fromkeys(words))

"""Every address of the site, made here and nowhere else; all start at its root with a slash."""

from datetime import date

from briefings.model import BriefingHead, NameKind, week_id


def briefing_url(briefing: BriefingHead) -> str:
    """Give `/2026/03/slug/`: year and month are the edition's, the slug is the file's name."""
    edition = briefing.edition
    return f"/{edition.year:04}/{edition.month:02}/{briefing.slug()}/"


def story_url(id: str) -> str:  # noqa: A002  # the trade's word, and callers pass it by place
    """Give the address of a thread."""
    return f"/story/{id}/"


def name_url(kind: NameKind, id: str) -> str:  # noqa: A002  # as above
    """Give the address of a person, organisation, place or law."""
    return f"/{kind.address()}/{id}/"


def topic_url(id: str) -> str:  # noqa: A002  # as above
    """Give the address of a subject."""
    return f"/topic/{id}/"


def source_url(id: str) -> str:  # noqa: A002  # as above
    """Give the address of an outlet."""
    return f"/source/{id}/"


def edition_url(day: date) -> str:
    """Give the address of a day's edition."""
    return f"/edition/{day.isoformat()}/"


def week_url(day: date) -> str:
    """Give the address of the weekly edition a day falls in."""
    return f"/edition/{week_id(day)}/"

"""Builders: each states only what differs; everything else is a small, valid desk."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from briefings.model import (
    Article,
    Briefing,
    Drafted,
    Grounds,
    Named,
    NameKind,
    Names,
    NameUse,
    Point,
    Quote,
    Ref,
    Review,
    SourceArticle,
    Status,
)
from briefings.settings import Settings


def some_settings(**differing: Any) -> Settings:
    """Give the settings of a small desk under a path, as on GitHub Pages."""
    given: dict[str, Any] = {
        "root": Path("desk"),
        "site_name": "The Lantern",
        "site_url": "https://lantern.example/desk/",
    }
    return Settings(**(given | differing))


def an_article(**differing: Any) -> Article:
    """Give an article as it was read."""
    given: dict[str, Any] = {
        "path": "2026/03/ferries.txt",
        "digest": "v1:00",
        "format": "text",
        "language": "en",
        "title": "Ferry inquiry confirmed",
        "body": ("Inspectors will board every ferry.", "Three crossings were suspended."),
        "roles": (),
    }
    return Article(**(given | differing))


def a_named(kind: NameKind = NameKind.PERSON, name: str = "Ada Brook", **differing: Any) -> Named:
    """Give a name as an article holds it."""
    given: dict[str, Any] = {"kind": kind, "name": name, "id": None, "mentions": ()}
    return Named(**(given | differing))


def some_grounds(*places: str) -> Grounds:
    """Give grounds by their places, such as `p1s2`; `editor` alone is a person's word."""
    if places == ("editor",):
        return Grounds(editor=True)
    return Grounds(refs=tuple(Ref.parse(place) for place in places))


def a_point(text: str = "Three crossings were suspended.", **differing: Any) -> Point:
    """Give a point that stands on the first sentence."""
    given: dict[str, Any] = {"text": text, "grounds": some_grounds("p1s1")}
    return Point(**(given | differing))


def a_quote(text: str = "We will publish every finding", **differing: Any) -> Quote:
    """Give a quote of Ada Brook."""
    given: dict[str, Any] = {
        "text": text,
        "speaker": "Ada Brook",
        "printed": "Ada Brook",
        "cue": "said",
        "setting": None,
        "grounds": some_grounds("p2"),
    }
    return Quote(**(given | differing))


def a_source(**differing: Any) -> SourceArticle:
    """Give an article as a briefing keeps it."""
    given: dict[str, Any] = {
        "key": "a",
        "path": "2026/03/ferries.txt",
        "digest": "v1:00",
        "title": "Ferry inquiry confirmed",
        "language": "en",
        "source": "harbour-courier",
        "url": "https://courier.example/ferries",
        "date": datetime(2026, 3, 14, 9, 30, tzinfo=UTC),
    }
    return SourceArticle(**(given | differing))


def a_briefing(id: str = "ferry-inquiry", **differing: Any) -> Briefing:  # noqa: A002 -- its name
    """Give a published, reviewed briefing on one article."""
    given: dict[str, Any] = {
        "id": id,
        "path": f"content/briefings/2026/03/{id}.md",
        "title": f"Title of {id}",
        "edition": date(2026, 3, 14),
        "language": "en",
        "status": Status.PUBLISHED,
        "articles": (a_source(),),
        "published_at": datetime(2026, 3, 14, 6, 0, tzinfo=UTC),
        "summary": (a_point("Inspectors will board every ferry."),),
        "key_points": (a_point(),),
        "reviewed": Review(by="the desk", at=datetime(2026, 3, 14, 6, 10, tzinfo=UTC)),
        "drafted": Drafted(by="briefings 0.1"),
    }
    return Briefing(**(given | differing))


def some_names(**kinds: tuple[str, ...]) -> Names:
    """Give names by kind, such as `some_names(people=("Ada Brook",))`."""
    return Names(**{kind: tuple(NameUse(name=n) for n in given) for kind, given in kinds.items()})

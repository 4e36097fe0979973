"""Tellings: what is compared of an article, to see whether two tell of one event.

They are made from an article just read, or from what a briefing keeps of one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from briefings.link.namebook import fold_name
from briefings.link.profiles import plain_outlet, unit_vector, weigh_name
from briefings.link.wording import content_words
from briefings.model import (
    Agency,
    Article,
    Briefing,
    Moment,
    NameKind,
    Note,
    SourceArticle,
    WireKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One article, as another is compared with it."""

    key: str
    """The article's path."""
    moment: Moment | None
    language: str
    outlet: str | None
    """Folded; None where nobody knows."""
    title: frozenset[str]
    terms: Mapping[str, float]
    """A vector of length one."""
    names: Mapping[str, float]
    """By kind and folded name; a vector of length one. The outlet and its agencies are out."""
    printed: Mapping[str, str]
    """The same names as they are printed."""
    sketch: str
    embargoed: bool
    """Its words may not be out before a time, and others' may."""

    def day(self) -> int | None:
        """Give the day it was published, as a number; None where it does not say."""
        return day_of(self.moment)


def day_of(moment: Moment | None) -> int | None:
    """Give a moment's day, in its own zone, as a number."""
    if moment is None:
        return None
    return (moment.date() if isinstance(moment, datetime) else moment).toordinal()


def telling_of(article: Article, note: Note) -> Telling:
    """Take from an article what comparing needs."""
    guess = article.source_proposed.value if article.source_proposed else None
    source = article.source or guess
    return _telling(
        article.path,
        article,
        source=source,
        names=((named.kind, named.name) for named in note.names),
        terms=note.terms,
        sketch=note.sketch,
        embargoed=any(mark.kind is WireKind.EMBARGO for mark in article.wire_marks),
    )


def tellings_in(briefing: Briefing) -> list[Telling]:
    """Take from a briefing what comparing needs of each article it stands on.

    Names are kept of the briefing alone, so each of its articles has them all.
    """
    names = [(kind, use.name) for kind in NameKind for use in briefing.names.of(kind)]
    return [
        _telling(
            source.path,
            source,
            source=source.source or source.source_proposed,
            names=names,
            terms=source.terms,
            sketch=source.sketch or "",
            embargoed=briefing.publish_at is not None,
        )
        for source in briefing.articles
    ]


def _telling(
    key: str,
    of: Article | SourceArticle,
    *,
    source: str | None,
    names: Iterable[tuple[NameKind, str]],
    terms: Iterable[tuple[str, float]],
    sketch: str,
    embargoed: bool,
) -> Telling:
    stated = _stated(source, of.agencies)
    own = [(kind, name) for kind, name in names if plain_outlet(name) not in stated]
    weights = {f"{kind.value}:{fold_name(name)}": weigh_name(kind, name) for kind, name in own}
    return Telling(
        key=key,
        moment=of.date,
        language=of.language.partition("-")[0].lower(),
        outlet=plain_outlet(source) if source else None,
        title=content_words(of.title),
        terms=unit_vector(dict(terms)),
        names=unit_vector(weights),
        printed={f"{kind.value}:{fold_name(name)}": name for kind, name in own},
        sketch=sketch,
        embargoed=embargoed,
    )


def _stated(source: str | None, agencies: Iterable[Agency]) -> set[str]:
    return {plain_outlet(name) for name in (source, *(one.name for one in agencies)) if name}

"""Words for search: what stands on a page, as plain text."""

import re
from html import unescape

from briefings.model import Briefing, FacetValue, SearchStub
from briefings.pages.cards import one_line
from briefings.pages.marks import names_of, outlet_names
from briefings.pages.run import Run, is_withdrawn
from briefings.pages.views import BriefingView

_TAG = re.compile(r"<[^<>]*>")


def plain_words(html: str) -> str:
    """Give the words of HTML that `make_prose` made; any other HTML would need a parser."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def short_stub(title: str, language: str, kind: str, *texts: str | None) -> SearchStub:
    """Give the stub of a page that is found by its name: a story, a person; `kind` says which."""
    said = [text for text in texts if text]
    meta = {"kind": kind} | ({"summary": said[0]} if said else {})
    return SearchStub(title=title, text="\n".join(said), language=language, meta=meta)


def facets_of_briefing(run: Run, briefing: Briefing) -> dict[str, tuple[FacetValue, ...]]:
    """Give what readers narrow a search by: topics, outlets, names that have a page, the story."""
    story = run.story(briefing)
    outlets = [run.outlet(article.source) for article in briefing.articles]
    names = [entry for entry in names_of(run, briefing) if entry.has_page]
    return {
        "topic": tuple(
            FacetValue(id=topic.id, title=topic.name) for topic in run.topics(briefing.topics)
        ),
        "source": tuple(FacetValue(id=one.id, title=one.name) for one in outlets if one),
        "name": tuple(
            FacetValue(id=f"{one.kind.address()}/{one.id}", title=one.name) for one in names
        ),
        "story": (FacetValue(id=story.id, title=story.name),) if story else (),
    }


def briefing_stub(run: Run, briefing: Briefing, view: BriefingView) -> SearchStub | None:
    """Give the stub of a briefing: its words; nothing of one that was withdrawn."""
    if is_withdrawn(briefing):
        return None
    points = [point["text"] for point in (*view["summary"], *view["news"], *view["background"])]
    quotes = [
        " ".join(filter(None, (q["speaker"] and q["speaker"]["title"], q["text"])))
        for q in view["quotes"]
    ]
    # On one line with commas: a result's excerpt may fall on it.
    names = ", ".join(name["title"] for group in view["names"] for name in group["names"])
    parts = [view["dek"] or "", *points, *quotes, names, plain_words(view["html"])]
    return SearchStub(
        title=briefing.title,
        text="\n".join(part for part in parts if part),
        language=run.language(briefing.language),
        meta={
            "date": view["edition_when"]["text"],
            "source": ", ".join(outlet_names(run, briefing)),
            "summary": one_line(briefing),
        },
        day=briefing.edition,
        facets=facets_of_briefing(run, briefing),
    )

"""Words for search: what stands on a page, as plain text."""

import re
from html import unescape

from briefings.model import Briefing, FacetValue, SearchStub
from briefings.pages.marks import names_of
from briefings.pages.run import Run

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

"""A page's dek: the line printed under the headline, else what the page says of itself."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.html import HtmlElement

from briefings.read.html.marks import BYLINE, Marks, text_of
from briefings.read.lines.bylines import is_byline
from briefings.read.lines.titles import plain_headline

_SURE_WORDS = (
    r"standfirst|dek|deck|strap-?line|sub-?titles?|sub-?head(?:line|ing)?|subtitulo|untertitel"
    r"|sous-?titre|chapo|chapeau|bajada|entradilla"
)
_SURE = re.compile(rf"(?i)(?:^|[\s_-])(?:{_SURE_WORDS})(?:$|[\s_-])")
_DEK = re.compile(
    rf"(?i)(?:^|[\s_-])(?:{_SURE_WORDS}|sub-?header|sommario|lede|lead|teaser|excerpt"
    r"|intro(?:duction)?|summary|synopsis|description|abstract)(?:$|[\s_-])"
)
_SHORTEST, _LONGEST = 25, 400
# How far above the headline the block may stand that holds both it and its dek.
_LEVELS = 4


def find_dek(tree: HtmlElement, marks: Marks, title: str | None, said: Sequence[str]) -> str | None:
    """Give the dek a page prints in the block of its headline.

    A mark such as `lead` or `summary` stands on opening paragraphs too; there it must stand above
    the byline or date, or the page's own description must have the same words.
    """
    key = plain_headline(title or "")
    described = {plain_headline(claim) for claim in said}
    headline = _headline(tree, key)
    if headline is None:
        return None
    near = list(headline.iterancestors())[:_LEVELS]
    place = {element: number for number, element in enumerate(tree.iter(etree.Element))}
    sure = set(marks.find(_SURE))
    facts = [place[time] for time in tree.iter("time") if place[time] > place[headline]]
    facts += [place[by] for by in marks.find(BYLINE) if place[by] > place[headline]]
    for element in marks.find(_DEK):
        is_near = any(above in near for above in element.iterancestors())
        if not is_near or (place[element] < place[headline] and element not in near):
            continue
        text = text_of(element, but=[headline, *_facts_in(element)])
        plain = plain_headline(text)
        is_above = bool(facts) and place[headline] < place[element] < min(facts)
        is_sure = element in sure or is_above or plain in described
        if is_sure and _SHORTEST <= len(text) <= _LONGEST and plain != key and not is_byline(text):
            return text
    return None


def dek_of(claims: Sequence[str], title: str | None, body: Sequence[str]) -> str | None:
    """Choose a dek among descriptions: whole, and neither the headline nor the story's opening."""
    start = plain_headline(" ".join(body[:4]))
    for claim in claims:
        key = plain_headline(claim.rstrip("….[] "))
        is_new = key != plain_headline(title or "") and key[:80] not in start
        if len(key.split()) >= 4 and is_new and not claim.rstrip("] ").endswith(("…", "...")):
            return claim
    return None


def _headline(tree: HtmlElement, key: str) -> HtmlElement | None:
    """Give the element that prints the headline."""
    headings = (heading for tag in ("h1", "h2") for heading in tree.iter(tag))
    return next(
        (heading for heading in headings if key and key in plain_headline(text_of(heading))), None
    )


def _facts_in(element: HtmlElement) -> Iterator[HtmlElement]:
    """Give what else may stand in the block of a dek."""
    yield from element.iter("time", "address", "h1", "button", "figure")

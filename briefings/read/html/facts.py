"""A page's statements → facts, each checked before it is believed."""

import re
from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from briefings.model import Image, SourceRecord
from briefings.read.facts import Facts
from briefings.read.html.authors import find_byline
from briefings.read.html.dates import gather_dates
from briefings.read.html.dek import find_dek
from briefings.read.html.jsonld import Stated
from briefings.read.html.marks import KICKER, Marks, text_of
from briefings.read.html.meta import read_stated
from briefings.read.html.title import choose_title
from briefings.read.lines.credits import plain_caption, plain_credit, split_credit
from briefings.read.sources import find_record, name_of
from briefings.text.languages import is_language_tag, plain_tag

_CREDIT = re.compile(r"(?i)credit|copyright|photographer|source|byline|autor")
# Broken quotation marks make a paragraph of an attribute; no address holds a space.
_ADDRESS = re.compile(r"https?://[^\s\"<>]{1,2000}")


def gather_page(tree: HtmlElement, facts: Facts, sources: Sequence[SourceRecord]) -> Stated:
    """Add to the facts what a page's metadata and marked elements state."""
    stated = read_stated(tree)
    marks = Marks(tree)
    facts.title = choose_title(tree, marks, stated)
    facts.url = next((url for url in stated.url if _ADDRESS.fullmatch(url)), None)
    facts.language = next((plain_tag(t) for t in stated.language if is_language_tag(t)), None)
    outlet = next((name for name in stated.source if not name.startswith("http")), None)
    if outlet:
        facts.source = name_of(outlet, sources)
        record = find_record(outlet, sources)
        facts.locale = record.locale if record else None
    gather_dates(tree, marks, stated, facts)
    byline = find_byline(tree, marks, stated)
    facts.byline = byline.names
    facts.printed_byline, facts.printed_words = byline.line, byline.words
    facts.dek = find_dek(tree, marks, facts.title, stated.dek)
    facts.kicker = _kicker(marks)
    facts.section = next(iter(stated.section), None)
    facts.tags = [tag.strip() for tags in stated.tags for tag in tags.split(",") if tag.strip()][
        :30
    ]
    facts.images = list(_pictures(tree, marks))
    return stated


def _kicker(marks: Marks) -> str | None:
    texts = map(text_of, marks.find(KICKER))
    return next((text for text in texts if 2 <= len(text) <= 60), None)


def _pictures(tree: HtmlElement, marks: Marks) -> Iterable[Image]:
    """Give the words of each figure, credit apart; once each."""
    seen = set()
    for caption in list(tree.iter("figcaption"))[:20]:
        if marks.is_elsewhere(caption):
            continue
        image = _picture(caption)
        if (image.caption or image.credit) and image not in seen:
            seen.add(image)
            yield image


def _picture(element: HtmlElement) -> Image:
    text = text_of(element)
    credited = Marks(element).find(_CREDIT)
    marked_credit = next((text_of(e) for e in credited if e is not element), None)
    if marked_credit and marked_credit in text and marked_credit != text:
        caption = text.replace(marked_credit, " ", 1)
        return Image(caption=plain_caption(caption) or None, credit=plain_credit(marked_credit))
    split = split_credit(text)
    if split is None:
        credit = plain_credit(text) if marked_credit == text else None
        return Image(caption=None if credit else plain_caption(text)[:1000] or None, credit=credit)
    return Image(caption=plain_caption(text[: split.caption_end]) or None, credit=split.credit)

"""A page's statements → facts, each checked before it is believed."""

import re
from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from briefings.model import Image, Moment, SourceRecord
from briefings.read.bylines import is_name_alone, split_byline
from briefings.read.credits import plain_caption, plain_credit, split_credit
from briefings.read.facts import Facts
from briefings.read.html_meta import Marks, choose_title, is_elsewhere, read_stated, text_of
from briefings.read.jsonld import Stated
from briefings.read.sources import find_record, is_outlet_name, name_of
from briefings.read.titles import plain_headline
from briefings.text.dates import find_moment
from briefings.text.languages import is_language_tag, plain_tag

_BYLINE = re.compile(
    r"(?i)(?:^|[\s_-])(?:byline|author|authors|by-?author|writer|posted-?by|vcard)(?:$|[\s_-]|__)"
)
_DEK = re.compile(
    r"(?i)(?:^|[\s_-])(?:standfirst|dek|deck|sub-?title|sub-?headline|sub-?head|chapo|chapeau"
    r"|lede|lead|teaser|excerpt"
    r"|article-?(?:summary|intro|lead|description)|summary|introduction|synopsis)(?:$|[\s_-])"
)
_KICKER = re.compile(
    r"(?i)(?:^|[\s_-])(?:kicker|eyebrow|overline|surtitre|topline|roofline)(?:$|[\s_-])"
)
_CREDIT = re.compile(r"(?i)credit|copyright|photographer|source|byline|autor")
# "Posted on September 21 by", "View all posts by"
_AFTER_BY = re.compile(r"^.{0,60}\b(?:by|von|par|por)[:\s]\s*", re.IGNORECASE)
_DATE = re.compile(
    r"(?i)(?:^|[\s_-])(?:date|dateline|published|pub-?date|timestamp|time|posted-?on|entry-?date"
    r"|meta|postmeta)(?:$|[\s_-])"
)
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/_.-]|$)")
_NO_AUTHOR = re.compile(
    r"(?i)https?:|www\.|@|^(?:admin|administrator|editor|webmaster|user|guest|author|unknown"
    r"|no author|none|null|by|staff ?writer"
    r"|\W*|\d+)$|[{}<>]|\bcookies?\b|^view all|^more (?:from|by)|^follow\b|\.(?:com|org|net|de"
    r"|fr)\b"
)

# Broken quotation marks make a paragraph of an attribute; no address holds a space.
_ADDRESS = re.compile(r"https?://[^\s\"<>]{1,2000}")


def gather_page(tree: HtmlElement, facts: Facts, sources: Sequence[SourceRecord]) -> Stated:
    """Add to the facts what a page's metadata and marked elements state."""
    stated = read_stated(tree)
    marks = Marks(tree)
    facts.title = choose_title(tree, stated)
    facts.url = next((url for url in stated.url if _ADDRESS.fullmatch(url)), None)
    facts.language = next((plain_tag(t) for t in stated.language if is_language_tag(t)), None)
    outlet = next((name for name in stated.source if not name.startswith("http")), None)
    if outlet:
        facts.source = name_of(outlet, sources)
        record = find_record(outlet, sources)
        facts.locale = record.locale if record else None
    _gather_dates(tree, marks, stated, facts)
    facts.byline = _authors(tree, marks, stated)
    facts.dek = _dek(marks, facts)
    facts.kicker = _kicker(marks)
    facts.section = next(iter(stated.section), None)
    facts.tags = [tag.strip() for tags in stated.tags for tag in tags.split(",") if tag.strip()][
        :30
    ]
    facts.images = list(_pictures(tree))
    return stated


def _gather_dates(tree: HtmlElement, marks: Marks, stated: Stated, facts: Facts) -> None:
    facts.date = _moment(stated.date, facts)
    facts.updated = _moment(stated.updated, facts)
    facts.updated = None if facts.updated == facts.date else facts.updated
    if facts.date is None:
        times = [time.get("datetime") or text_of(time) for time in tree.iter("time")]
        facts.date = _moment(times[:3], facts)
    if facts.date is None:
        near = [text_of(element)[:200] for element in marks.find(_DATE)[:20]]
        facts.date = _moment([text for text in near if any(c.isdigit() for c in text)], facts)
    if facts.date is None and facts.url and (found := _URL_DAY.search(facts.url)):
        facts.date = _moment([f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"], facts)


def _moment(texts: Iterable[str], facts: Facts) -> Moment | None:
    for text in texts:
        found = find_moment(text[:300], facts.language or "und", facts.locale)
        if found and found.moment:
            return found.moment
    return None


def _authors(tree: HtmlElement, marks: Marks, stated: Stated) -> list[str]:
    names = _believable(stated.byline[:12], stated)
    if names:
        return names
    linked = [_AFTER_BY.sub("", text_of(link)) for link in tree.iterfind(".//a[@rel='author']")]
    names = _believable(linked[:4], stated)
    if names:
        return names
    for element in marks.find(_BYLINE):
        text = _AFTER_BY.sub("", text_of(element))
        if 3 < len(text) < 80:
            names = [name for name in _believable([text], stated) if is_name_alone(name)]
            if names:
                return names[:5]
    return []


def _believable(claims: Iterable[str], stated: Stated) -> list[str]:
    sites = {plain_headline(site) for site in stated.source}
    names: list[str] = []
    for claim in claims:
        for name in () if _NO_AUTHOR.search(claim) else split_byline(claim):
            is_new = plain_headline(name) not in {plain_headline(known) for known in names}
            if is_new and _may_write(name, sites) and 2 < len(name) < 60:
                names.append(name)
    return names


def _may_write(name: str, sites: set[str]) -> bool:
    """Tell whether a name can be a writer's: a site's own name only where it is a person's."""
    if plain_headline(name) not in sites:
        return not (" " not in name and any(c.isdigit() for c in name))
    return is_name_alone(name) and not is_outlet_name(name)


def dek_of(claims: Sequence[str], title: str | None, body: Sequence[str]) -> str | None:
    """Choose a dek among descriptions: none that repeats the headline or opens the story."""
    start = plain_headline(" ".join(body[:4]))
    for claim in claims:
        key = plain_headline(claim.rstrip("….[] "))
        if len(key.split()) >= 4 and key != plain_headline(title or "") and key[:80] not in start:
            return None if claim.rstrip("] ").endswith(("…", "...")) else claim
    return None


def _dek(marks: Marks, facts: Facts) -> str | None:
    title = plain_headline(facts.title or "")
    for element in marks.find(_DEK):
        text = text_of(element)
        if 25 <= len(text) <= 400 and plain_headline(text) != title:
            return text
    return None


def _kicker(marks: Marks) -> str | None:
    texts = map(text_of, marks.find(_KICKER))
    return next((text for text in texts if 2 <= len(text) <= 60), None)


def _pictures(tree: HtmlElement) -> Iterable[Image]:
    """Give the words of each figure, credit apart; once each."""
    seen = set()
    for caption in list(tree.iter("figcaption"))[:20]:
        if is_elsewhere(caption):
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

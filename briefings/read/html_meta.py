"""What a page states of itself, and whose word counts.

Precedence, from the most to the least deliberate:
1. JSON-LD: written for machines by the newsroom's own system, one value a field.
2. `article:` and `og:` tags: the same system, for sharing; titles may be shortened.
3. Other meta tags (Dublin Core, parsely, sailthru): older systems, often right.
4. Microdata and marked elements (`itemprop`, `rel="author"`, `<time>`): what the page prints.
5. The printed words between headline and story, and a day in the address, for dates and names.

The headline is the one exception: the printed `<h1>` wins where any of the above confirms it,
because metadata is cut for search engines.
"""

import re
from types import MappingProxyType
from typing import Final

from lxml.html import HtmlElement

from briefings.read.cleaning import fold_space
from briefings.read.jsonld import Stated, read_json_ld
from briefings.read.titles import plain_headline

_META: Final = MappingProxyType(
    {
        "title": ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"),
        "dek": ("og:description", "description", "twitter:description", "dc.description"),
        "date": (
            "article:published_time",
            "og:published_time",
            "datepublished",
            "date",
            "dc.date.issued",
            "dcterms.created",
            "dc.date",
            "dcterms.date",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publish-date",
            "publication_date",
            "publish_date",
            "published_at",
            "cxenseparse:recs:publishtime",
            "citation_publication_date",
            "citation_date",
        ),
        "updated": ("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
        "byline": (
            "author",
            "article:author",
            "article:author_name",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "parsely-author",
            "sailthru.author",
            "cxenseparse:author",
            "citation_author",
            "og:article:author",
        ),
        "source": ("og:site_name", "dc.publisher", "publisher", "article:publisher"),
        "url": ("og:url",),
        "section": ("article:section", "parsely-section"),
        "tags": ("article:tag", "news_keywords", "keywords"),
        "language": ("og:locale", "content-language", "language", "dc.language"),
    }
)
_UNMARKED = frozenset({"html", "body", "script", "style", "link", "meta", "svg", "path"})
_ELSEWHERE = frozenset({"aside", "footer", "nav"})
_SPACES = re.compile(r"\s+")
_SEPARATOR = re.compile(r"\s+[|·•»«›:–—-]+\s+|\s*\|\s*|:\s+")


def read_stated(tree: HtmlElement) -> Stated:
    """Gather all statements of a page's metadata, best first."""
    stated = read_json_ld(tree)
    metas = _metas(tree)
    for name, keys in _META.items():
        values: list[str] = getattr(stated, name)
        for key in keys:
            values += metas.get(key, [])
    stated.url[:0] = _canonical(tree)
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    stated.language[:0] = [language] if language else []
    _add_microdata(tree, stated)
    return stated


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        key = key or meta.get("http-equiv")
        content = fold_space(meta.get("content") or "")
        if key and content:
            found.setdefault(key.strip().lower(), []).append(content)
    return found


def _canonical(tree: HtmlElement) -> list[str]:
    links = tree.iterfind(".//link[@rel='canonical']")
    return [href for link in links if (href := (link.get("href") or "").strip())]


def _add_microdata(tree: HtmlElement, stated: Stated) -> None:
    fields = {
        "headline": stated.title,
        "datePublished": stated.date,
        "dateModified": stated.updated,
        "author": stated.byline,
        "alternativeHeadline": stated.dek,
        "articleSection": stated.section,
    }
    for element in tree.iterfind(".//*[@itemprop]"):
        values = fields.get(element.get("itemprop") or "")
        if values is None or element.tag == "meta":
            continue
        named = element.find(".//*[@itemprop='name']")
        text = element.get("datetime") or element.get("content")
        words = text or text_of(element if named is None else named)
        if words and len(words) < 300:
            values.append(fold_space(words))


def text_of(element: HtmlElement) -> str:
    """Give an element's words with single spaces."""
    return fold_space(" ".join(str(part) for part in element.itertext()))


def choose_title(tree: HtmlElement, stated: Stated) -> str | None:
    """Choose the headline: the printed one where metadata confirms it, else the metadata's."""
    page = next((text_of(title) for title in tree.iter("title")), "")
    sites = _site_names(stated)
    claims = [_without_site(claim, sites, is_page=False) for claim in stated.title if claim]
    claims += [_without_site(page, sites, is_page=True)] if page else []
    printed = [text for h1 in tree.iter("h1") if (text := text_of(h1)) and len(text) <= 300]
    for text in printed:
        for claim in [*claims, page]:
            if confirmed := _confirmed(claim, text):
                return confirmed
    long = [text for text in printed if len(text.split()) >= 3]
    if len(long) == 1 and any(_shared(claim, long[0]) >= 2 for claim in claims):
        return long[0]
    return next(iter(claims or printed), None)


def _confirmed(claim: str, printed: str) -> str | None:
    """Give the headline where a claimed and a printed one agree, whichever has more added to it."""
    own, other = plain_headline(printed), plain_headline(claim)
    if not own or not other:
        return None
    if own == other or (" " in own and f" {other} ".startswith(f" {own} ")):
        return printed
    if own.startswith(other) and other.count(" ") >= 2:
        return printed  # metadata cut it short
    if " " in own and other.endswith(" " + own):
        return printed
    return claim if other.count(" ") >= 2 and own.endswith(" " + other) else None


def _shared(claim: str, printed: str) -> int:
    words = [{w for w in plain_headline(text).split() if len(w) > 3} for text in (claim, printed)]
    return len(words[0] & words[1])


def _site_names(stated: Stated) -> set[str]:
    return {plain_headline(name) for name in stated.source if len(name) < 60}


def _without_site(claim: str, sites: set[str], *, is_page: bool) -> str:
    cuts = list(_SEPARATOR.finditer(claim))
    for cut in cuts:
        if plain_headline(claim[cut.end() :]) in sites:
            return claim[: cut.start()].strip()
        if plain_headline(claim[: cut.start()]) in sites:
            return claim[cut.end() :].strip()
    last = cuts[-1] if cuts else None
    if last and (is_page or "|" in last[0]) and 1 <= len(claim[last.end() :].split()) <= 4:
        head = claim[: last.start()].strip()
        return head if len(head.split()) >= 2 and ":" not in last[0] else claim
    return claim


class Marks:
    """The elements of a page by the words of their class, id and test id."""

    def __init__(self, tree: HtmlElement) -> None:
        self._marks: list[tuple[HtmlElement, str]] = []
        for element in tree.iter():
            if isinstance(element.tag, str) and element.tag not in _UNMARKED:
                marks = " ".join(filter(None, map(element.get, ("class", "id", "data-testid"))))
                if marks:
                    self._marks.append((element, _SPACES.sub(" ", marks)))

    def find(self, pattern: re.Pattern[str]) -> list[HtmlElement]:
        """Give the elements that have a mark the pattern knows and stand in the page's story."""
        return [
            element
            for element, marks in self._marks
            if pattern.search(marks) and not is_elsewhere(element)
        ]


def is_elsewhere(element: HtmlElement) -> bool:
    """Tell whether an element stands beside the story: in a menu, a footer, among comments."""
    return any(
        above.tag in _ELSEWHERE or "comment" in above.get("class", "") + above.get("id", "")
        for above in (element, *element.iterancestors())
        if above.tag not in {"body", "html"}
    )

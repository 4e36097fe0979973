"""What a page states of itself, and whose word counts.

Precedence, from the most to the least deliberate:
1. JSON-LD: written for machines by the newsroom's own system, one value a field.
2. `article:` and `og:` tags: the same system, for sharing; titles may be shortened.
3. Other meta tags (Dublin Core, parsely, sailthru): older systems, often right.
4. Microdata and marked elements (`itemprop`, `rel="author"`, `<time>`): what the page prints.
5. The printed words between headline and story, and a day in the address, for dates and names.

Where the page's readers see more than its machines, the print wins:
- the headline: a printed heading that any of the above confirms, since metadata is cut for search
  engines (`html/title.py`);
- writers: one kind of metadata at a time, and the printed byline where it names the same and more,
  or the metadata only the site (`html/authors.py`);
- the hour: an instant stated in UTC is told on the clock the page prints (`html/dates.py`);
- the dek: the line under the headline before any description (`html/dek.py`).
"""

from types import MappingProxyType
from typing import Final

from lxml.html import HtmlElement

from briefings.read.html.jsonld import Stated, plain_text, read_json_ld
from briefings.read.html.marks import text_of

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


def read_stated(tree: HtmlElement) -> Stated:
    """Gather all statements of a page's metadata, best first."""
    stated = read_json_ld(tree)
    metas = _metas(tree)
    for name, keys in _META.items():
        found = [value for key in keys for value in metas.get(key, [])]
        if name == "byline":
            stated.bylines.append(found)
        else:
            values: list[str] = getattr(stated, name)
            values += found
    stated.url[:0] = _canonical(tree)
    # The parser of HTML keeps the prefix of XHTML's attribute.
    language = tree.get("lang") or tree.get("xml:lang")
    stated.language[:0] = [language] if language else []
    _add_microdata(tree, stated)
    return stated


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("http-equiv")
        content = plain_text(meta.get("content") or "")
        if key and content:
            found.setdefault(key.strip().lower(), []).append(content)
    return found


def _canonical(tree: HtmlElement) -> list[str]:
    links = tree.iterfind(".//link[@rel='canonical']")
    return [href for link in links if (href := (link.get("href") or "").strip())]


def _add_microdata(tree: HtmlElement, stated: Stated) -> None:
    """Add what `itemprop`s say; authors only of the first thing that has one.

    A page of reviews, comments or references has an author for each of them.
    """
    authors: list[str] = []
    fields = {
        "headline": stated.title,
        "datePublished": stated.date,
        "dateModified": stated.updated,
        "author": authors,
        "alternativeHeadline": stated.dek,
        "description": stated.dek,
        "articleSection": stated.section,
    }
    thing = None
    for element in tree.xpath("//*[@itemprop]"):
        name = element.get("itemprop") or ""
        values = fields.get(name)
        if values is None:
            continue
        if name == "author":
            scope = _scope(element)
            thing = scope if not authors else thing
            if authors and scope is not thing:
                continue
        named = element.find(".//*[@itemprop='name']")
        said = element.get("datetime") or element.get("content")
        words = said or text_of(element if named is None else named)
        if words and len(words) < 300:
            values.append(plain_text(words))
    stated.bylines.append(authors)


def _scope(element: HtmlElement) -> HtmlElement | None:
    """Give the thing a property belongs to."""
    return next((above for above in element.iterancestors() if "itemscope" in above.attrib), None)

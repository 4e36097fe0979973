"""Engines that read a page or a text copy: ours, trafilatura, and the naive baselines."""

from collections.abc import Callable

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from benchmarks.reading_pages import Page, Read, flat, joined
from briefings.errors import BadFileError
from briefings.model import Article, Saved
from briefings.read import read_article

Engine = Callable[[Page], Read]
_UNSEEN = ("script", "style", "noscript", "template", "head", "svg", "iframe")
_BLOCKS = (
    *("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "dt", "dd"),
    *("section", "article", "header", "footer", "nav", "aside", "main", "figure", "figcaption"),
    *("blockquote", "pre", "form", "option", "button", "label", "br", "hr", "ul", "ol", "table"),
)
_LONG_LINE = 80


def read_ours(page: Page) -> Read:
    """Read a page as `briefings add URL` would."""
    return read_bytes(page.html.encode("utf-8", "replace"), "page.html", page.url)


def read_bytes(content: bytes, path: str, url: str | None = None) -> Read:
    """Read any file; a refused one gives nothing."""
    try:
        article = read_article(content, path=path, saved=Saved(url=url) if url else None)
    except BadFileError:
        return Read()
    return as_read(article)


def as_read(article: Article) -> Read:
    """Give what the benchmark compares; the text is the paragraphs and the subheads in place."""
    lines: list[str] = []
    heads = dict[int, list[str]]()
    for number, text in article.subheads:
        heads.setdefault(number, []).append(text)
    for number, paragraph in enumerate(article.body, start=1):
        lines += [*heads.pop(number, ()), paragraph]
    lines += [text for rest in heads.values() for text in rest]
    return Read(
        text="\n".join(lines),
        title=article.title,
        author=joined(article.byline),
        # Where a page prints one day, that of its last change, people labelled it with that day.
        date=str(article.date or article.updated or ""),
        dek=article.dek or "",
        others={"author": joined(byline.name for byline in article.bylines)},
    )


def read_trafilatura(page: Page) -> Read:
    """Read a page with trafilatura's defaults and its metadata; comments left out."""
    found = trafilatura.bare_extraction(
        page.html, url=page.url, with_metadata=True, include_comments=False
    )
    if found is None or isinstance(found, dict):
        return Read()
    return Read(
        text=found.text or "",
        title=found.title or "",
        author=found.author or "",
        date=found.date or "",
        dek=found.description or "",
    )


def read_all_text(page: Page) -> Read:
    """Give every word a reader could see; the page's <title> as title."""
    try:
        tree = lxml_html.fromstring(page.html.encode("utf-8", "replace"))
    except (etree.ParserError, ValueError):
        return Read()
    title = tree.findtext(".//title") or ""
    for element in list(tree.iter(*_UNSEEN)):
        element.drop_tree()
    for element in tree.iter(*_BLOCKS):
        element.text = f" {element.text or ''}"
        element.tail = f" {element.tail or ''}"
    return Read(text="".join(str(t) for t in tree.itertext(etree.Element)), title=flat(title))


def read_copy_ours(copy: str) -> Read:
    """Read a text copy as a file an editor pasted."""
    return read_bytes(copy.encode("utf-8", "replace"), "copy.txt")


def read_copy_all(copy: str) -> Read:
    """Take everything as text and the first line as title."""
    return Read(text=copy, title=_first_line(copy))


def read_copy_long_lines(copy: str) -> Read:
    """Take the long lines as text and the first line as title: what a quick script would do."""
    lines = [line for line in copy.splitlines() if len(line.strip()) >= _LONG_LINE]
    return Read(text="\n".join(lines), title=_first_line(copy))


def _first_line(copy: str) -> str:
    return next((line.strip() for line in copy.splitlines() if line.strip()), "")

"""HTML → a tree, parsed in one way for everything that reads it."""

import re

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")


def parse_page(text: str) -> HtmlElement | None:
    """Parse a page once for everything that reads it; None where there is nothing to parse."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    source = _DECLARATION.sub("", text).encode("utf-8", "replace")
    try:
        tree = lxml.html.document_fromstring(source, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return tree if isinstance(tree, HtmlElement) else None

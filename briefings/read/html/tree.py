"""HTML → a tree, parsed in one way for everything that reads it."""

import re

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_ALIKE = etree.ElementDefaultClassLookup(element=HtmlElement)
"""Every element is a plain one: forms need no class of their own here, and choosing a class for
each element in Python takes a tenth of the time of reading a page."""


def parse_page(text: str) -> HtmlElement | None:
    """Parse a page once for everything that reads it; None where there is nothing to parse."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ALIKE)
    source = _DECLARATION.sub("", text).encode("utf-8", "replace")
    try:
        tree = lxml.html.document_fromstring(source, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return tree if isinstance(tree, HtmlElement) else None


def drop_silent(tree: HtmlElement) -> None:
    """Take out what no reader sees, once metadata is read: less to copy for who looks for prose."""
    etree.strip_elements(tree, "script", "style", "svg", "template", with_tail=False)

"""HTML of a mail or feed → blocks, one after another, as a reader sees them.

Mails are nested tables without marks; feeds are clean fragments without a page around them. For
neither is there a story to be searched: everything shown is in order, so it is only laid out.
"""

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from briefings.read.cleaning import fold_space

_BLOCK_TAGS = (
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody"
    " td tfoot th thead tr ul"
)
_SILENT_TAGS = "head script style noscript template svg math iframe object select title"
_BLOCKS, _SILENT = frozenset(_BLOCK_TAGS.split()), frozenset(_SILENT_TAGS.split())
_BOLD = re.compile(r"font-weight\s?:\s?(?:bold|[6-9]00)", re.IGNORECASE)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(
    r"display\s?:\s?none|visibility\s?:\s?hidden|mso-hide\s?:\s?all|max-height\s?:\s?0"
    r"|font-size\s?:\s?[01](?:px|pt)?\s?(?:;|$)",
    re.IGNORECASE,
)
_SIZE = re.compile(r"font-size\s?:\s?(\d{1,3})(?:\.\d{1,4})?\s?px", re.IGNORECASE)
_DEEPEST = 400


@dataclass(slots=True)
class Block:
    """What stands on lines of its own."""

    text: str = ""
    level: int = 0
    """Of a heading, from 1; 0 where it is none."""
    is_item: bool = False
    is_caption: bool = False
    bold: int = 0
    """Characters set bold."""
    size: int = 0
    """Of its first letters, in px, where the page says it."""
    links: list[tuple[str, int]] = field(default_factory=list)
    """(address, characters of its words)."""

    def is_bold(self) -> bool:
        """Tell whether nearly all of it is bold."""
        return self.bold >= 0.9 * len(self.text) > 0

    def linked(self) -> int:
        """Count the characters that are links."""
        return sum(size for _, size in self.links)


def lay_out(tree: HtmlElement) -> list[Block]:
    """Give the blocks of a page in their order; hidden elements are left out."""
    layout = _Layout()
    _walk(tree, layout, _Style(), 0)
    layout.close()
    return layout.blocks


@dataclass(frozen=True, slots=True)
class _Style:
    """What an element hands on to those inside it."""

    level: int = 0
    is_item: bool = False
    is_caption: bool = False
    is_bold: bool = False
    size: int = 0
    link: str | None = None


class _Layout:
    """Collects words into the open block."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._open = Block()

    def add(self, words: str | None, style: _Style) -> None:
        if not words:
            return
        self._words.append(words)
        size = len(fold_space(words))
        if not size:
            return
        block = self._open
        block.level = block.level or style.level
        block.is_item = block.is_item or style.is_item
        block.is_caption = block.is_caption or style.is_caption
        block.size = block.size or style.size
        block.bold += size if style.is_bold else 0
        if style.link:
            block.links.append((style.link, size))

    def close(self) -> None:
        self._open.text = fold_space("".join(self._words))
        if self._open.text:
            self.blocks.append(self._open)
        self._words, self._open = [], Block()


def _walk(element: HtmlElement, layout: _Layout, style: _Style, depth: int) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _SILENT or depth > _DEEPEST or _is_hidden(element):
        return
    is_block = tag in _BLOCKS
    if is_block:
        layout.close()
    own = _styled(element, style)
    layout.add(element.text, own)
    for child in element:
        _walk(child, layout, own, depth + 1)
        layout.add(child.tail, own)
    if is_block:
        layout.close()


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _styled(element: HtmlElement, above: _Style) -> _Style:
    tag = element.tag
    css = element.get("style", "")
    size = _SIZE.search(css)
    href = element.get("href") if tag == "a" else None
    is_bold = (
        tag in {"b", "strong"} or tag in _HEADINGS or "font-weight:bold" in css.replace(" ", "")
    )
    return _Style(
        level=_HEADINGS.get(tag, above.level),
        is_item=above.is_item or tag == "li",
        is_caption=above.is_caption or tag == "figcaption",
        is_bold=above.is_bold or is_bold,
        size=int(size[1]) if size else above.size,
        link=href if href and href.startswith(("http://", "https://")) else above.link,
    )


def words_in(blocks: list[Block]) -> int:
    """Count what stands between spaces."""
    return sum(block.text.count(" ") + 1 for block in blocks)

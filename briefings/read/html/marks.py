"""Finding one's way in a page: an element's words, marked elements, what stands beside a story."""

import re
from collections.abc import Container, Iterator
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from briefings.read.cleaning import fold_space

_UNMARKED = frozenset({"html", "body", "script", "style", "link", "meta", "svg", "path"})
_ELSEWHERE = frozenset({"aside", "footer", "nav"})
_BESIDE = re.compile(
    r"(?i)(?:^|\s)(?:comments?(?:[_-]?(?:list|area|section|body|content|text|box|form|s)?)?(?:[_-]\d+)?"
    r"|respond|disqus_thread|sidebar|widget-area|read-more-list|most-(?:read|popular)"
    r"|(?:related|recommended|more)(?:[_-]?(?:posts?|articles?|stories|content|links|news|items?))?"
    r"(?:[_-](?:container|list|section|wrapper|title|block))?)(?=$|\s)"
)
_SILENT = frozenset({"script", "style", "noscript", "svg"})
KICKER: Final = re.compile(
    r"(?i)(?:^|[\s_-])(?:kicker|eyebrow|overline|surtitre|topline|roofline|dachzeile)(?:$|[\s_-])"
)
"""How pages mark the words above a headline."""
BYLINE: Final = re.compile(
    r"(?i)(?:^|[\s_-])(?:byline|author|authors|author-?names?|by-?author|writer|contributors?"
    r"|posted-?by|vcard|autor(?:en)?|auteur)(?:$|[\s_-])"
)
"""How pages mark who wrote a story."""
_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby s "  # noqa: SIM905  # a list reads worse
    "samp small span strike strong sub sup time tt u var wbr".split()
)


def text_of(element: HtmlElement, *, but: Container[HtmlElement] = ()) -> str:
    """Give an element's words with single spaces, those of the elements in `but` left out.

    `Kni<b>gh</b>t` is one word, blocks are apart, and so is `By<a>Ada Brook</a>`, which a style
    sheet sets apart.
    """
    words: list[str] = []
    for piece in _words(element, but):
        last = words[-1][-1:] if words else ""
        if piece and last.islower() and piece[0].isupper():
            words.append(" ")
        words += [piece] if piece else []
    return fold_space("".join(words))


def _words(element: HtmlElement, but: Container[HtmlElement]) -> Iterator[str]:
    left_out = None
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if left_out is not None and part is not left_out:
            continue
        space = "" if part.tag in _INLINE else " "
        if event == "start":
            yield space
            left_out = part if part.tag in _SILENT or part in but else None
            yield "" if left_out is not None else part.text or ""
        else:
            left_out = None
            yield space
            yield (part.tail or "") if part is not element else ""


class Marks:
    """The elements of a page by the words of their class, id and test id, in their order."""

    def __init__(self, tree: HtmlElement) -> None:
        self._marks: list[tuple[HtmlElement, str]] = []
        self._beside: set[HtmlElement] = set()
        self._known: dict[str, bool] = {"": False}
        self._plain: dict[str, str] = {}
        for element in tree.iter(etree.Element):
            if element.tag in _UNMARKED:
                continue
            get = element.get
            marks = f"{get('class', '')} {get('id', '')} {get('data-testid', '')}".strip()
            if marks:
                self._marks.append((element, marks))
            if marks not in self._known:
                self._plain[marks] = " ".join(marks.split())
                self._known[marks] = _BESIDE.search(self._plain[marks]) is not None
            if (
                self._known[marks]
                or element.tag in _ELSEWHERE
                or (self._beside and element.getparent() in self._beside)
            ):
                self._beside.add(element)

    def find(self, pattern: re.Pattern[str]) -> list[HtmlElement]:
        """Give the elements that have a mark the pattern knows and stand in the page's story."""
        wanted = {marks for marks, plain in self._plain.items() if pattern.search(plain)}
        return [
            element
            for element, marks in self._marks
            if marks in wanted and element not in self._beside
        ]

    def is_elsewhere(self, element: HtmlElement) -> bool:
        """Tell whether an element stands beside the story: in a menu, a footer, among comments."""
        return element in self._beside

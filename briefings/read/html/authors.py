"""Who wrote a page: what it states, and where that is silent or only the site's name, the print."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from briefings.model import BylineKind
from briefings.read.html.jsonld import Stated
from briefings.read.html.marks import BYLINE, Marks, text_of
from briefings.read.lines.byline_roles import read_bylines
from briefings.read.lines.bylines import OPENING, is_name_alone, split_byline
from briefings.read.lines.titles import plain_headline
from briefings.read.sources import is_outlet_name

# "Posted on September 21 by", "View all posts by"
_AFTER_BY = re.compile(r"^.{0,60}\b(?:by|von|par|por|door)[:\s]\s*", re.IGNORECASE)
_DATED = re.compile(r"\s[|·•–—-]\s.*\d.*$|\s+\d{1,2}[./]\d{1,2}[./]\d{2,4}.*$")
_NO_AUTHOR = re.compile(
    r"(?i)https?:|www\.|@|^(?:admin|administrator|editor|webmaster|user|guest|author|unknown"
    r"|no author|none|null|by|staff ?writer"
    r"|\W*|\d+)$|[{}<>]|\bcookies?\b|^view all|^more (?:from|by)|^follow\b|\.(?:com|org|net|de"
    r"|fr)\b|\bedited by\b"
)
_HOST = re.compile(r"https?://(?:www\.)?([\w-]{2,60})\.")
_DIGIT = re.compile(r"\d")
_LONGEST_LINE = 120
_MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class PageByline:
    """Who wrote a page, and where it says so."""

    names: list[str]
    line: str = ""
    """The printed line that names them all; "" where none does."""
    words: tuple[str, ...] = ()
    """Its text nodes, those with figures left out."""


def find_byline(tree: HtmlElement, marks: Marks, stated: Stated) -> PageByline:
    """Find those who wrote a page, in their order.

    The first kind of metadata that names a person counts, and the printed byline where it names
    the same and more; where all name only the site, or nobody, the printed byline does.
    """
    sites = {plain_headline(site).replace(" ", "") for site in stated.source}
    hosts = (found[1] for url in stated.url[:3] if (found := _HOST.match(url)))
    sites |= {host.replace("-", "").casefold() for host in hosts}
    claimed = [_believable(claims[:_MOST], sites) for claims in stated.bylines]
    people = next((names for names in claimed if not _are_sites(names, sites)), [])
    marked, opened = marks.find(BYLINE)[:20], list(_opened_by(tree, marks))
    if people:
        more = _first_of((_marked(marked),), sites)
        names = more if set(people) < set(more) else people
    else:
        printed = _first_of((_linked(tree, marks), _marked(marked), _printed(opened)), sites)
        names = printed or next(filter(None, claimed), [])
    return _in_print(names, [*marked, *opened])


def _in_print(names: list[str], elements: Sequence[HtmlElement]) -> PageByline:
    """Add the first printed line that names them all."""
    wanted = [plain_headline(name) for name in names]
    for element in elements if names else ():
        line = _undated(text_of(element))
        plain = plain_headline(line)
        if len(line) < _LONGEST_LINE and all(name in plain for name in wanted):
            nodes = (str(text) for text in element.itertext())
            words = tuple(node for node in nodes if node.strip() and not _DIGIT.search(node))
            return PageByline(names=names, line=line, words=words)
    return PageByline(names=names)


def _are_sites(names: Sequence[str], sites: set[str]) -> bool:
    return all(plain_headline(name).replace(" ", "") in sites for name in names)


def _first_of(places: Iterable[Iterator[str]], sites: set[str]) -> list[str]:
    """Give the names of the first printed byline; nobody where it is the site's own."""
    for lines in places:
        line = next(lines, None)
        if line is not None:
            return [name for name in split_byline(line) if _may_write(name, sites)][:5]
    return []


def _believable(claims: Iterable[str], sites: set[str]) -> list[str]:
    names: list[str] = []
    for claim in claims:
        for name in () if _NO_AUTHOR.search(claim) else split_byline(claim):
            is_new = plain_headline(name) not in {plain_headline(known) for known in names}
            if is_new and _may_write(name, sites) and 2 <= len(name) < 60:
                names.append(name)
    return names


def _may_write(name: str, sites: set[str]) -> bool:
    """Tell whether a name can be a writer's: no login, and the site's only if it is a person's."""
    is_login = " " not in name and (name.islower() or any(c.isdigit() for c in name))
    if is_login or plain_headline(name).replace(" ", "") not in sites:
        return not is_login
    return is_name_alone(name) and not is_outlet_name(name)


def _linked(tree: HtmlElement, marks: Marks) -> Iterator[str]:
    """Give the words of links to an author's page: the first, and those that stand beside it."""
    links = [
        link
        for link in tree.iterfind(".//a[@rel='author']")
        if not marks.is_elsewhere(link) and text_of(link)
    ]
    names = [_AFTER_BY.sub("", text_of(link)) for link in _together(links)]
    if names:
        yield ", ".join(names)


def _together(elements: Sequence[HtmlElement]) -> Iterator[HtmlElement]:
    """Give the first element and those in its block: in a list of posts each has its own."""
    blocks = (elements[0].getparent(), _grandparent(elements[0])) if elements else ()
    for element in elements[:4]:
        if any(above in blocks for above in (element.getparent(), _grandparent(element))):
            yield element


def _grandparent(element: HtmlElement) -> HtmlElement | None:
    parent = element.getparent()
    return None if parent is None else parent.getparent()


def _marked(elements: Sequence[HtmlElement]) -> Iterator[str]:
    """Give the names in the elements marked as bylines, or in the first link of one."""
    for element in elements:
        link = element.find(".//a")
        for part in (element, link):
            said = _AFTER_BY.sub("", _undated(text_of(part))) if part is not None else ""
            if 2 < len(said) < 80 and (names := _names(said)):
                yield ", ".join(names)
                break


def _printed(elements: Sequence[HtmlElement]) -> Iterator[str]:
    """Give whom short lines that open with `By` name."""
    for element in elements:
        line = _undated(text_of(element))
        if len(line) < _LONGEST_LINE and (names := _names(line)):
            yield ", ".join(names)


def _opened_by(tree: HtmlElement, marks: Marks) -> Iterator[HtmlElement]:
    """Give the elements whose words open with `By`, each before the one around it."""
    for element in tree.iter(etree.Element):
        if not OPENING.match((element.text or "").lstrip()[:20]) or marks.is_elsewhere(element):
            continue
        if element.tag in {"script", "style", "title", "option", "textarea"}:
            continue
        block = element.getparent()
        for part in (element, block):
            if part is not None and OPENING.match(text_of(part)):
                yield part


def _names(line: str) -> list[str]:
    """Give who a printed byline names, where the first piece of it can only be a writer."""
    found = read_bylines(line)
    people = [
        one.name
        for one in found
        if one.kind is not BylineKind.PERSON or (is_name_alone(one.name) and " " in one.name)
    ]
    return people if found and found[0].name in people else []


def _undated(line: str) -> str:
    return _DATED.sub("", line)

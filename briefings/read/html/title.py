"""A page's headline: the printed one where the page's own statements confirm it."""

import re
from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from briefings.read.html.jsonld import Stated
from briefings.read.html.marks import KICKER, Marks, text_of
from briefings.read.lines.titles import plain_headline

_SEPARATOR = re.compile(r"\s+[|·•»«›:–—-]+\s+|\s*\|\s*|:\s+")
_SITES_OWN = re.compile(
    r"(?i)(?:^|[\s_-])(?:logo|brand|masthead|site-?(?:title|name|logo|header)|blog-?title)(?:$|[\s_-])"
)
# What forums print inside the heading besides.
_LABEL = re.compile(r"(?i)(?:^|[\s_-])label(?:$|[\s_-])")
_FRONT = re.compile(r"(?:https?://[^/]+)?/?")
_LONGEST = 300


def choose_title(tree: HtmlElement, marks: Marks, stated: Stated) -> str | None:
    """Choose the headline: the printed one where metadata confirms it, else the metadata's.

    A printed `<h1>` that is the site's (its name, its logo, a link to its front) is none. Where no
    `<h1>` is confirmed an `<h2>` of the same words is.
    """
    page = next((text_of(title) for title in tree.iter("title")), "")
    sites = {plain_headline(name) for name in stated.source if len(name) < 60}
    firsts, signs = _headings(tree, "h1")
    sites |= {plain_headline(sign) for sign in signs}
    claims = [_without_site(claim, sites, is_page=False) for claim in stated.title if claim]
    claims += [_without_site(page, sites, is_page=True)] if page else []
    printed = [text for text in firsts if plain_headline(text) not in sites] or firsts
    if confirmed := _first_confirmed(printed, [*claims, page]):
        return confirmed
    long = list(dict.fromkeys(text for text in printed if text.count(" ") >= 2))
    alone = long[0] if len(long) == 1 else None
    if alone and any(_shared(claim, alone) >= 2 for claim in claims):
        return alone
    seconds = [text for text in _headings(tree, "h2", marks)[0] if " " in text]
    return _first_confirmed(seconds, claims) or next(iter(claims or printed), None)


def _headings(
    tree: HtmlElement, tag: str, marks: Marks | None = None
) -> tuple[list[str], list[str]]:
    """Give the words of a page's headings of one level, and of those that are the site's own."""
    own: list[str] = []
    signs: list[str] = []
    for heading in tree.iter(tag):
        kickers = [part for part in heading.iter() if _is_label(part)]
        text = text_of(heading, but=kickers) or text_of(heading)
        if text and len(text) <= _LONGEST and not (marks and marks.is_elsewhere(heading)):
            (signs if _is_sites(heading) else own).append(text)
    return own, signs


def _is_label(part: HtmlElement) -> bool:
    named = part.get("class", "")
    return KICKER.search(named) is not None or _LABEL.search(named) is not None


def _is_sites(heading: HtmlElement) -> bool:
    """Tell whether a heading is the site's sign over the page: a logo, a link to the front."""
    block = heading.getparent()
    near = [element for element in (heading, block) if element is not None]
    names = " ".join(f"{e.get('class', '')} {e.get('id', '')}" for e in near)
    if _SITES_OWN.search(names):
        return True
    links = heading.findall(".//a[@href]")
    is_whole = len(links) == 1 and text_of(links[0]) == text_of(heading)
    return is_whole and _FRONT.fullmatch(links[0].get("href", "")) is not None


def _first_confirmed(printed: Iterable[str], claims: Sequence[str]) -> str | None:
    found = (_confirmed(claim, text) for text in printed for claim in claims)
    return next(filter(None, found), None)


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

"""JSON-LD: what a page's publisher states to search engines, as plain texts by field."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.html import HtmlElement

_TYPES = ("Article", "BlogPosting", "Report", "Review", "LiveBlogPosting", "Newsletter")
_PAGES = ("WebPage", "ItemPage")
_MOST_NODES = 400
_DEEPEST = 8
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")


@dataclass(slots=True)
class Stated:
    """What metadata of one kind states; empty where it is silent."""

    title: list[str] = field(default_factory=list)
    dek: list[str] = field(default_factory=list)
    date: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    bylines: list[list[str]] = field(default_factory=list)
    """What each kind of metadata says of the writers, the most deliberate kind first."""
    source: list[str] = field(default_factory=list)
    url: list[str] = field(default_factory=list)
    section: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    language: list[str] = field(default_factory=list)


def read_json_ld(tree: HtmlElement) -> Stated:
    """Gather what the page's article nodes state; a node of the page itself adds its dates."""
    stated = Stated()
    nodes = list(_nodes(tree))
    names = {str(n["@id"]): n for n in nodes if isinstance(n.get("@id"), str) and "name" in n}
    articles = [node for node in nodes if _is_type(node, _TYPES)]
    for node in articles[:1]:
        _add_article(stated, node, names)
    for node in nodes:
        if _is_type(node, _PAGES):
            stated.bylines.append(_names(node.get("author"), names))
            stated.date += _texts(node.get("datePublished"))
            stated.updated += _texts(node.get("dateModified"))
            stated.language += _texts(node.get("inLanguage"))
    return stated


def _add_article(stated: Stated, node: Mapping[str, object], names: Mapping[str, object]) -> None:
    stated.title += _texts(node.get("headline")) or _texts(node.get("name"))
    stated.dek += _texts(node.get("alternativeHeadline")) + _texts(node.get("description"))
    stated.date += _texts(node.get("datePublished"))
    stated.updated += _texts(node.get("dateModified"))
    stated.bylines.append(_names(node.get("author") or node.get("creator"), names))
    stated.source += _names(node.get("publisher"), names)
    stated.url += _texts(node.get("url"))
    stated.section += _texts(node.get("articleSection"))
    stated.tags += _texts(node.get("keywords"))
    stated.language += _texts(node.get("inLanguage"))


def plain_text(value: str) -> str:
    """Give a stated value without the markup and the entities some systems leave in it."""
    if "&" in value:
        value = html.unescape(value)
    return " ".join((_TAG.sub(" ", value) if "<" in value else value).split())


def _nodes(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    """Give every object of every script, lists and graphs opened; a bad script gives nothing."""
    count = 0
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            waiting = [json.loads((script.text or "").strip().rstrip(";"), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and count < _MOST_NODES:
            count += 1
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting = node + waiting
            elif isinstance(node, dict):
                yield node
                waiting += [
                    node[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage", "publisher", "author")
                    if isinstance(node.get(key), list | dict)
                ]


def _is_type(node: Mapping[str, object], types: tuple[str, ...]) -> bool:
    return any(kind.endswith(types) for kind in _texts(node.get("@type")))


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        plain = plain_text(value)
        return [plain] if plain else []
    if isinstance(value, list):
        return [text for item in _items(value) for text in _texts(item)]
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return _texts(value["name"])
    return []


def _items(values: list[object], deep: int = 0) -> Iterator[object]:
    """Give what lists within lists hold; one that is deeper than anybody writes holds nothing."""
    for value in values:
        if not isinstance(value, list):
            yield value
        elif deep < _DEEPEST:
            yield from _items(value, deep + 1)


def _names(value: object, names: Mapping[str, object]) -> list[str]:
    """Give the names of people or organisations; a bare `@id` is looked up."""
    if isinstance(value, list):
        return [name for item in _items(value) for name in _names(item, names)]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return _texts(names.get(value["@id"]))
    return _texts(value)

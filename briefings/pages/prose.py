"""Prose: an editor's or a stranger's Markdown → HTML that may stand on a page.

The only place that makes HTML. Controls go first, Markdown is read without raw HTML, links are
resolved, and nh3 cleans last: nothing may rewrite its answer.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from briefings.pages.clean import clean_line, clean_text
from briefings.pages.passages import Passages
from briefings.pages.urls import safe_link

_TAGS = {"p", "br", "hr", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre"}
_HEADINGS = {"h2", "h3", "h4"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
_ANCHORED = {"p": {"id"}, "span": {"id"}}
_SCHEMES = {"http", "https", "mailto"}
_OURS = re.compile(r"/(?!/)|[\w./-]+\.md(?:#|$)")
"""An address from the site's root, or a plain page by its file, as MkDocs has it."""
_LONGEST_LINK = 505
"""A key of 200 characters and a label of 300, as `link.targets` reads them."""
_DEEPEST = 12
_LONGEST = 400_000
"""Characters of Markdown that are read; a longer body is not an excerpt but a mistake."""


_LINE = r"[^\W\d_](?:[^\n\\`*_\[\]<>&!\t\xa0]*[^\s\\`*_\[\]<>&!])?"
_PLAIN = re.compile(rf"{_LINE}(?:\n\n?{_LINE})*\n*")
"""Paragraphs that begin with letters and hold nothing Markdown or HTML would read: most bodies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Where a link of ours leads, and what it is called when the editor did not say."""

    title: str
    href: str | None


Resolve = Callable[[str], Resolved | None]
"""Looks up what stands between `[[` and `]]`, an address that begins with `/`, or a `.md` file."""


def make_prose(markdown: str, resolve: Resolve, passages: Passages | None = None) -> str:
    """Turn Markdown into sanitised HTML; an unknown link prints the label its editor wrote.

    Args:
        markdown: a body, a note or a plain page.
        resolve: looks up links of ours.
        passages: sentences to be anchored; where they are found is noted in it.
    """
    source = clean_text(markdown)[:_LONGEST]
    if not source.strip():
        return ""
    if _PLAIN.fullmatch(source):
        parts = source.rstrip("\n").split("\n\n")
        anchored = map(passages.wrap, parts) if passages else parts
        return "".join(f"<p>{part}</p>\n" for part in anchored)
    html = _parser().render(source, {"resolve": resolve, "passages": passages})
    return nh3.clean(
        html,
        tags=_TAGS | _HEADINGS | {"span"} if passages else _TAGS | _HEADINGS,
        attributes=_ATTRIBUTES | _ANCHORED if passages else _ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener",
        strip_comments=True,
    )


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST})
    parser.disable(["html_block", "html_inline"])
    parser.inline.ruler.before("link", "desk_link", _desk_link)
    parser.core.ruler.push("checked", _check_links)
    parser.add_render_rule("image", _alt_only)
    return parser


def _desk_link(state: StateInline, silent: bool) -> bool:
    """Read `[[target]]` or `[[target|label]]`; the look-ahead is bounded, so it stays linear."""
    start = state.pos
    if not state.src.startswith("[[", start):
        return False
    end = state.src.find("]]", start + 2, start + 2 + _LONGEST_LINK)
    inside = state.src[start + 2 : end] if end > 0 else ""
    if not inside.strip() or set(inside) & set("[]\n"):
        return False
    if not silent:
        key, _, label = inside.partition("|")
        _push_link(state, state.env["resolve"](key.strip()), label.strip())
    state.pos = end + 2
    return True


def _push_link(state: StateInline, found: Resolved | None, label: str) -> None:
    words = label or (clean_line(found.title) if found else "")
    if found and found.href:
        opened = state.push("link_open", "a", 1)
        opened.attrs = {"href": found.href}
        opened.meta = {"ours": True}
    state.push("text", "", 0).content = words
    if found and found.href:
        state.push("link_close", "a", -1)


def _check_links(state: Any) -> None:
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(max(int(token.tag[1]), 2), 4)}"
        if token.children:
            token.children = list(_checked(token.children, state.env["resolve"]))
    if passages := state.env["passages"]:
        passages.anchor_tokens(state.tokens)


def _checked(tokens: Sequence[Token], resolve: Resolve) -> list[Token]:
    kept: list[Token] = []
    opened: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            opened.append(_is_good(token, resolve))
        keeps = opened[-1] if token.type in {"link_open", "link_close"} else True
        if token.type == "link_close":
            opened.pop()
        if keeps:
            kept.append(token)
    return kept


def _is_good(token: Token, resolve: Resolve) -> bool:
    if token.meta.get("ours"):
        return True
    href = str(token.attrs.get("href", ""))
    if _OURS.match(href):
        found = resolve(href)
        token.attrs = {"href": found.href if found and found.href else ""}
        return bool(found and found.href)
    token.attrs = {"href": href}
    return safe_link(href) is not None


def _alt_only(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    """Print what a picture shows: prose brings no pictures, an editor chooses them."""
    return nh3.clean_text(renderer.renderInlineAsText(tokens[index].children or [], options, env))

"""Markdown → Article: front matter first, then the text rendered down to plain paragraphs."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefings.model import Article, Role, SourceRecord
from briefings.read.assemble import gather_facts, language_of, story_of
from briefings.read.build import build_article
from briefings.read.cleaning import clean_text
from briefings.read.decode import decode_file
from briefings.read.envelope import fill_from_envelope, open_envelope
from briefings.read.facts import Facts
from briefings.read.frontmatter import parse_front_matter
from briefings.read.lines.grammar import read_roles
from briefings.read.lines.head import Known
from briefings.read.lines.roles_line import find_line_role
from briefings.read.lines.spans import fill_spans, unit_pieces
from briefings.read.lines.units import Unit
from briefings.read.matter_facts import gather_matter, matter_pieces
from briefings.read.parts import Part

_WORD = re.compile(r"\S+")
_TAG = re.compile(r"<[^<>]{0,2000}>")


def read_markdown(part: Part, sources: Sequence[SourceRecord]) -> Article:
    """Read a Markdown file; what its front matter states wins over what its text shows.

    Raises:
        BadFileError: the file is no text, its front matter is broken, or it has no headline or
            story.
    """
    decoded = decode_file(part.content, part.shown)
    readable = clean_text(decoded.text, part.shown)
    matter = parse_front_matter(readable.text, part.shown)
    facts = Facts(findings=[*decoded.findings, *readable.findings])
    units = list(cut_markdown(readable.text, matter.end))
    facts.language = None
    gather_matter(matter, facts, sources, part.shown)
    open_envelope(part.envelope, facts, sources)
    facts.language = facts.language or language_of(units)
    read_roles(units, Known(facts.language, facts.title, facts.dek))
    gather_facts(units, facts, sources, (part.shown, readable.text))
    fill_from_envelope(part.envelope, facts)
    body, subheads = story_of(units)
    pieces = [*matter_pieces(matter, readable.text), *unit_pieces(units)]
    return build_article(
        facts,
        part,
        body=body,
        subheads=subheads,
        roles=fill_spans(readable, pieces, rest=Role.MARKUP),
    )


def cut_markdown(text: str, start: int) -> Iterator[Unit]:
    """Cut Markdown below `start` into units of plain text that know their place in the source."""
    starts = [start]
    for found in re.finditer("\n", text[start:]):
        starts.append(start + found.end())
    starts.append(len(text))
    level, items = 0, 0
    # markdown-it counts lines at line feeds alone, as the readable text does.
    for token in _parser().parse(text[start:]):
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        items += token.nesting if token.type.startswith("list_item") else 0
        if token.map and token.type in {"inline", "code_block", "fence", "html_block"}:
            last = min(token.map[1], len(starts) - 1)
            bounds = starts[token.map[0]], starts[last]
            yield from _units_of(token, text, bounds, level, is_item=items > 0)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 20})


def _units_of(
    token: Token, text: str, bounds: tuple[int, int], level: int, *, is_item: bool
) -> Iterator[Unit]:
    """Give the units of a block: one, or one a line where its lines are facts of their own."""
    plain = _plain(token)
    if not plain.strip() or _is_table(plain):
        yield _markup(text, bounds)
        return
    places = _align(plain, text, *bounds)
    lines = plain.split("\n")
    split = len(lines) > 1 and any(
        find_line_role(Unit(0, line, gap=False), "und") for line in lines if line.strip()
    )
    start, gap = 0, True
    for piece in lines if split else [plain]:
        if piece.strip():
            here = places[start : start + len(piece) + 1]
            # The end of a piece is where its last word ends, not where the next begins.
            unit = Unit(here[0], piece, gap, level=level, is_item=is_item, places=tuple(here))
            yield unit
        gap = False
        start += len(piece) + 1


def _markup(text: str, bounds: tuple[int, int]) -> Unit:
    unit = Unit(bounds[0], text[bounds[0] : bounds[1]] or " ", gap=True)
    unit.mark(Role.MARKUP, "nothing to read here")
    return unit


def _plain(token: Token) -> str:
    """Give a block's words: emphasis, links and pictures come down to theirs."""
    if token.type == "html_block":
        return _TAG.sub(" ", token.content)
    if token.type != "inline":
        return token.content
    return "".join(_words(token.children or []))


def _words(children: Sequence[Token]) -> Iterator[str]:
    only = [child for child in children if child.content.strip() or child.type == "image"]
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            yield "\n"
        elif child.type == "image":
            # Alone in its block, a picture's words are its caption, as pandoc has it.
            yield f"Caption: {child.content}" if len(only) == 1 and " " in child.content else ""
        elif child.type != "html_inline":
            yield child.content


def _is_table(plain: str) -> bool:
    lines = plain.strip().split("\n")
    return len(lines) > 1 and all(line.strip().startswith("|") for line in lines)


def _align(plain: str, text: str, start: int, end: int) -> list[int]:
    """Find where each character of the plain words stands in the source, word by word."""
    places = [start] * (len(plain) + 1)
    position = start
    last = 0
    for word in _WORD.finditer(plain):
        found = text.find(word[0], position, end)
        if found < 0:  # an entity or an escape: the word stays where the last one ended
            found = position
        places[last : word.start()] = [position] * (word.start() - last)
        for index in range(len(word[0])):
            places[word.start() + index] = min(found + index, end)
        position = min(found + len(word[0]), end)
        last = word.end()
    places[last:] = [position] * (len(places) - last)
    return places

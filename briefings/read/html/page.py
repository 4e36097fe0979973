"""Saved web page → Article: trafilatura finds the story, metadata and marked elements the facts."""

import logging
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.settings import use_config

from briefings.model import Article, Role, SourceRecord
from briefings.read.assemble import gather_facts, language_of, story_of
from briefings.read.build import build_article
from briefings.read.cleaning import clean_text, fold_space
from briefings.read.decode import decode_file
from briefings.read.envelope import fill_from_envelope, open_envelope
from briefings.read.facts import Facts
from briefings.read.findings import bad_file
from briefings.read.html.dek import dek_of
from briefings.read.html.facts import gather_page
from briefings.read.html.linear import lay_out
from briefings.read.html.roles import html_pieces
from briefings.read.html.tree import drop_silent, parse_page
from briefings.read.lines.grammar import read_roles, read_story
from briefings.read.lines.head import Known
from briefings.read.lines.roles_line import find_line_role
from briefings.read.lines.spans import fill_spans
from briefings.read.lines.titles import plain_headline
from briefings.read.lines.units import Unit
from briefings.read.parts import Part
from briefings.text.words import stopwords

_BLOCKS = {"p", "head", "item", "quote", "cell", "ab", "code", "fw"}
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
# Short lines a page without a site round it may have.
_MOST_LINES = 15
_ENOUGH = 1500
_FEW = 60
_COMMON = 0.33
# A private character no page has a reason to hold.
_BREAK = "\ue000"


def read_html(part: Part, sources: Sequence[SourceRecord]) -> Article:
    """Read a saved page.

    Raises:
        BadFileError: the file is no text, or has no headline or story.
    """
    decoded = decode_file(part.content, part.shown, is_html=True)
    readable = clean_text(decoded.text, part.shown)
    tree = parse_page(readable.text)
    if tree is None:
        raise bad_file("BR206", part.shown, 1)
    facts = Facts(findings=[*decoded.findings, *readable.findings])
    stated = gather_page(tree, facts, sources)
    open_envelope(part.envelope, facts, sources)
    drop_silent(tree)
    units = list(find_story(tree, facts))
    bare = [] if _is_found(units, facts) else lay_bare(tree)
    facts.language = _language(facts.language, bare or units)
    if bare:
        read_roles(bare, Known(language=facts.language, title=facts.title))
        units = bare
    else:
        _read_units(units, facts)
    body, subheads = story_of(units)
    facts.dek = facts.dek or dek_of(stated.dek, facts.title, body)
    pieces, beside = html_pieces(readable.text, units, facts)
    gather_facts([*units, *beside], facts, sources, (part.shown, readable.text))
    fill_from_envelope(part.envelope, facts)
    return build_article(
        facts,
        part,
        body=body,
        subheads=subheads,
        roles=fill_spans(readable, pieces, rest=Role.MARKUP),
    )


@lru_cache(maxsize=1)
def _quiet() -> None:
    """Keep the library's own warnings out of the desk's output."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def find_story(tree: HtmlElement, facts: Facts) -> Iterator[Unit]:
    """Give the units of the story as trafilatura sees it."""
    _quiet()
    try:
        found = trafilatura.bare_extraction(
            tree, url=facts.url, include_comments=False, config=_config()
        )
    except Exception:  # whatever a stranger's page does to the library
        return
    body = getattr(found, "body", None)
    if body is None:
        return
    for element in body.iter(*_BLOCKS):
        if any(above.tag in _BLOCKS for above in element.iterancestors()):
            continue
        yield from _units_of(element)


def _is_found(units: Sequence[Unit], facts: Facts) -> bool:
    """Tell whether the library has found a story: sentences, and not the page as one lump."""
    title = plain_headline(facts.title or "")
    is_lump = len(units) == 1 and plain_headline(units[0].text).startswith(f"{title} ")
    return bool(title) and not is_lump and any(map(Unit.ends_sentence, units))


def lay_bare(tree: HtmlElement) -> list[Unit]:
    """Give all that a page shows as the lines of a text; nothing where a site stands round it.

    Extractors know stories by the site round them; a bare page (a table, line breaks, an open
    heading) is read as if somebody had copied it.
    """
    units = [Unit(0, block.text, gap=True, level=block.level) for block in lay_out(tree)]
    sentences = sum(map(Unit.ends_sentence, units))
    return units if sentences and len(units) - sentences <= _MOST_LINES else []


@lru_cache(maxsize=1)
def _config():  # type: ignore[no-untyped-def]  # the library's type has no name of its own
    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    return config


def _units_of(element: etree._Element) -> Iterator[Unit]:
    """Give a block's text as units, one for each part a line break cuts."""
    pieces = "".join(_words(element)).split(_BREAK)
    level = int(str(element.get("rend", "h2"))[-1:] or 2) if element.tag == "head" else 0
    if element.tag in {"code", "quote"}:  # what trafilatura makes of text set as it was typed
        pieces = [part for piece in pieces for part in _BLANK_LINE.split(piece)]
    for piece in pieces:
        text = fold_space(piece)
        if text:
            yield Unit(0, text, gap=True, level=level, is_item=element.tag == "item")


def _words(element: etree._Element) -> Iterator[str]:
    """Give the words of a block in order, line breaks as a mark of their own."""
    yield (element.text or "").replace(_BREAK, " ")
    for child in element:
        if child.tag == "lb":
            yield _BREAK
        yield from _words(child)
        yield (child.tail or "").replace(_BREAK, " ")


def _language(stated: str | None, units: Sequence[Unit]) -> str:
    """Believe the page's own word unless its text is plainly in another language."""
    if stated and _sounds_like(stated, units):
        return stated
    detected = language_of(units)
    if stated is None:
        return detected
    differs = detected != "und" and detected.split("-")[0] != stated.split("-")[0]
    size = sum(len(unit.text) for unit in units)
    return detected if differs and size > 300 else stated


def _sounds_like(language: str, units: Sequence[Unit]) -> bool:
    """Tell whether a third of the words are among the language's commonest: no doubt is left."""
    words = " ".join(unit.text for unit in units)[:_ENOUGH].casefold().split()
    common = stopwords(language)
    return len(words) >= _FEW and sum(word in common for word in words) >= _COMMON * len(words)


def _read_units(units: Sequence[Unit], facts: Facts) -> None:
    title = plain_headline(facts.title or "")
    dek = plain_headline(facts.dek or "")
    captions = {plain_headline(image.caption) for image in facts.images if image.caption}
    seen = False
    for index, unit in enumerate(units):
        key = plain_headline(unit.text)
        if key == title:
            repeated = (Role.REPEATED_HEADLINE, "same words as the headline")
            unit.mark(*((Role.HEADLINE, "the headline") if not seen else repeated))
            seen = True
        elif facts.kicker and key == f"{plain_headline(facts.kicker)} {title}":
            headline = (Role.HEADLINE, "the headline", len(unit.raw))
            unit.split((Role.KICKER, "the kicker", len(facts.kicker)), headline)
            seen = True
        elif key == dek and index < 4:
            unit.mark(Role.DEK, "marked as the dek")
        elif key in captions:
            unit.mark(Role.CAPTION, "the words of a picture")
        else:
            find_line_role(unit, facts.language or "und")
    read_story(units, is_chosen=True)

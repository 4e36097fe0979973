"""Plain text → Article."""

from collections.abc import Sequence

from briefings.model import Article, Role, SourceRecord
from briefings.read.assemble import gather_facts, language_of, story_of
from briefings.read.build import build_article
from briefings.read.cleaning import clean_text
from briefings.read.composing import mark_known
from briefings.read.decode import decode_file
from briefings.read.envelope import fill_from_envelope, open_envelope
from briefings.read.facts import Facts
from briefings.read.lines.grammar import read_roles
from briefings.read.lines.head import Known
from briefings.read.lines.spans import fill_spans, unit_pieces
from briefings.read.lines.units import cut_units
from briefings.read.parts import Part


def read_text(part: Part, sources: Sequence[SourceRecord]) -> Article:
    """Read a plain text as it was pasted or sent: every line gets its roles, then the facts.

    Raises:
        BadFileError: the file is no text, or has no headline or story.
    """
    decoded = decode_file(part.content, part.shown)
    readable = clean_text(decoded.text, part.shown)
    units = cut_units(readable.text)
    facts = Facts(language=language_of(units), findings=[*decoded.findings, *readable.findings])
    open_envelope(part.envelope, facts, sources)
    mark_known(units, part.marks, readable.text)
    title = next((unit.text for unit in units if unit.role is Role.HEADLINE), part.envelope.title)
    read_roles(units, Known(language=facts.language or "und", title=title, dek=part.envelope.dek))
    gather_facts(units, facts, sources, (part.shown, readable.text))
    fill_from_envelope(part.envelope, facts)
    body, subheads = story_of(units)
    return build_article(
        facts,
        part,
        body=body,
        subheads=subheads,
        roles=fill_spans(readable, unit_pieces(units)),
    )

"""An article with its roles tinted, as a page an editor can look at.

The page stands alone: no script, nothing from elsewhere, and every word of the article escaped.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from briefings.model import Article, Note, Ref, Role, RoleSpan
from briefings.text.dates import dump_moment
from briefings.text.languages import direction_of

_KINDS = {
    "head": (Role.HEADLINE, Role.REPEATED_HEADLINE, Role.KICKER, Role.DEK, Role.SUBHEAD),
    "body": (Role.BODY,),
    "wire": (Role.WIRE_MARK, Role.AGENCY_CREDIT, Role.CORRECTION_NOTE),
    "site": (
        Role.WIDGET,
        Role.FURNITURE,
        Role.RELATED,
        Role.COMMENT,
        Role.MARKUP,
        Role.METADATA,
        Role.BLANK,
    ),
}
_KIND_OF = {role: kind for kind, roles in _KINDS.items() for role in roles}
_FOLDED = frozenset({Role.FURNITURE, Role.WIDGET, Role.RELATED, Role.COMMENT, Role.METADATA})
_LONGEST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Neighbours of one role, shown as one."""

    line: int
    role: str
    kind: str
    reason: str
    text: str
    paragraph: int | None
    """Its number where it is one of the body."""
    more: str | None
    """What stands for a long stretch of furniture until it is opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A sentence or quotation and the paragraphs it stands on."""

    text: str
    places: tuple[int, ...]
    who: str | None = None


def explain_html(read: Sequence[tuple[str, Article, Note]]) -> str:
    """Write the page of the articles of one file: (path to show, article, note) each."""
    folder = files("briefings")
    style = folder.joinpath("explain_page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    template = environment.from_string(
        folder.joinpath("explain_page.html.j2").read_text(encoding="utf-8")
    )
    return template.render(
        # Ours, and the browser takes its very characters for the hash.
        style=Markup(style),  # a file of this package
        style_hash=f"sha256-{digest}",
        pages=[_page(number, *one) for number, one in enumerate(read, 1)],
    )


def _page(number: int, path: str, article: Article, note: Note) -> dict[str, object]:
    blocks = list(_blocks(article))
    count = Counter((block.role, block.kind) for block in blocks)
    return {
        "path": path,
        "anchor": f"a{number}",
        "title": article.title,
        "language": article.language,
        "direction": direction_of(article.language),
        "facts": list(_facts(article)),
        "findings": [str(finding) for finding in article.findings],
        "legend": [
            {"name": role, "kind": kind, "count": many} for (role, kind), many in count.items()
        ],
        "blocks": blocks,
        "drafts": _drafts(note),
    }


def _blocks(article: Article) -> Iterator[Block]:
    numbers = {text: index for index, text in reversed(list(enumerate(article.body, 1)))}
    shown = [span for span in article.roles if span.role is not Role.MARKUP and span.text.strip()]
    for _, group in groupby(enumerate(shown), key=_neighbours):
        spans = [span for _, span in group]
        text = " ".join(" ".join(span.text.split()) for span in spans)
        first = spans[0]
        is_body = first.role is Role.BODY
        is_long = first.role in _FOLDED and len(spans) > 1
        yield Block(
            line=first.line,
            role=first.role.value,
            kind=_KIND_OF.get(first.role, "facts"),
            reason=first.reason,
            text=text
            if len(text) <= _LONGEST or first.role is Role.BODY
            else text[:_LONGEST] + "…",
            paragraph=numbers.get(text) if is_body else None,
            more=f"{len(spans)} lines, not part of the article" if is_long else None,
        )


def _neighbours(numbered: tuple[int, RoleSpan]) -> tuple[Role, int]:
    """Put furniture beside furniture together; everything else stands alone."""
    index, span = numbered
    return (span.role, -1) if span.role in _FOLDED else (span.role, index)


def _facts(article: Article) -> Iterator[tuple[str, str, str]]:
    proposed = article.source_proposed
    bylines = [f"{one.name} ({one.role})" if one.role else one.name for one in article.bylines]
    rows = (
        ("Kicker", article.kicker, ""),
        ("Dek", article.dek, ""),
        ("Byline", ", ".join(bylines or article.byline), ""),
        ("Dateline", article.dateline, ""),
        ("Published", dump_moment(article.date) if article.date else None, ""),
        ("Updated", dump_moment(article.updated) if article.updated else None, ""),
        ("Outlet", article.source, ""),
        ("Outlet?", proposed.value, f"a guess: {proposed.reason}") if proposed else ("", None, ""),
        ("Address", article.url, ""),
        ("Section", article.section, ""),
        ("Tags", ", ".join(article.tags), ""),
        ("Agencies", ", ".join(f"{one.name} ({one.role.value})" for one in article.agencies), ""),
        ("Pictures", " · ".join(_picture(*pair) for pair in _pictures(article)), ""),
        ("Author note", article.author_note, ""),
        ("Corrections", " · ".join(article.correction_notes), ""),
        ("Licence", article.licence, ""),
        ("Wire", " · ".join(f"{mark.kind.value}: {mark.text}" for mark in article.wire_marks), ""),
        ("Stopped", article.stopped, "the wire takes it back, so it feeds no briefing"),
        ("Language", article.language, ""),
        ("Format", article.format, ""),
    )
    return ((name, value, why) for name, value, why in rows if value)


def _pictures(article: Article) -> Iterator[tuple[str | None, str | None]]:
    return ((image.caption, image.credit) for image in article.images)


def _picture(caption: str | None, credit: str | None) -> str:
    return " / ".join(words for words in (caption, credit) if words)


def _drafts(note: Note) -> list[tuple[str, list[Drafted]]]:
    def places(refs: Sequence[Ref]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(ref.paragraph for ref in refs))

    points = [
        (title, [Drafted(text=point.text, places=places(point.grounds.refs)) for point in found])
        for title, found in (("Summary", note.summary), ("Key points", note.key_points))
    ]
    quotes = [
        Drafted(
            text=quote.text,
            places=places(quote.grounds.refs),
            who=quote.speaker or "speaker not stated",
        )
        for quote in note.quotes
    ]
    return [*points, ("Quotes", quotes)]

"""An article with its roles tinted, as a page an editor can look at.

The page stands alone: no script, nothing from elsewhere, and every word of the article escaped.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from briefings.explain_blocks import find_blocks
from briefings.model import Article, Note, Ref, Role
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A block as the page shows it."""

    line: int
    role: str
    kind: str
    reason: str
    texts: tuple[str, ...]
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
        "facts": list(facts_of(article)),
        "findings": [str(finding) for finding in article.findings],
        "legend": [
            {"name": role, "kind": kind, "count": many} for (role, kind), many in count.items()
        ],
        "blocks": blocks,
        "drafts": _drafts(note),
    }


def _blocks(article: Article) -> Iterator[Shown]:
    seen: set[int] = set()
    for block in find_blocks(article):
        # A paragraph with an advertisement inside it is two blocks, and an id is given once.
        number = block.paragraph if block.paragraph not in seen else None
        if number is not None:
            seen.add(number)
        many = len(block.texts)
        yield Shown(
            line=block.line,
            role=block.role.value,
            kind=_KIND_OF.get(block.role, "facts"),
            reason=block.reason,
            texts=block.texts,
            paragraph=number,
            more=f"{many} lines, not part of the article" if many > 1 else None,
        )


def facts_of(article: Article) -> Iterator[tuple[str, str, str]]:
    """Give what was read beside the story: (name, value, where it is from or "")."""
    proposed = article.source_proposed
    saved = article.saved
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
        ("Saved", dump_moment(saved.at) if saved and saved.at else None, ""),
        ("Saved from", saved.url if saved else None, ""),
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

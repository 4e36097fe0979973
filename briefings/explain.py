"""What the program sees in an article: for people on a terminal, for scripts as JSON lines.

The JSON shape is documented in `docs/explain.md` and stays.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefings.draft.briefing import draft_briefing
from briefings.draft.lines import lines_of
from briefings.draft.topics import deciding_words
from briefings.filed import Taken
from briefings.intake import take_in
from briefings.link.stories import Threads
from briefings.model import (
    JSON,
    Article,
    Grounds,
    Image,
    Named,
    NameKind,
    Note,
    Point,
    Quote,
    Registers,
)
from briefings.settings import Settings
from briefings.store.briefings import load_all
from briefings.store.registers import load_registers
from briefings.text.dates import dump_moment
from briefings.text.slugs import slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class Explainer:
    """Reads and notes one file after another against one desk, or against none."""

    settings: Settings | None = None
    registers: Registers = field(default_factory=Registers)
    threads: Threads = field(default_factory=Threads)
    """What a story is proposed from."""

    @classmethod
    def of(cls, settings: Settings) -> "Explainer":
        """Take the desk's registers and briefings; what is wrong with them is `check`'s matter."""
        registers, _ = load_registers(settings)
        loaded, _ = load_all(settings)
        return cls(
            settings=settings,
            registers=registers,
            threads=Threads(item.briefing for item in loaded),
        )

    def read(self, files: Iterable[Path]) -> Iterator[tuple[Path, Taken]]:
        """Read and note article files one after another, each within a file's limits."""
        given = list(files)
        desk = self.settings or _NO_DESK
        taken = take_in([file.resolve() for file in given], desk, self.registers, jobs=1)
        for file, (_, found) in zip(given, taken, strict=True):
            yield file, found

    def topic_words(self, article: Article, note: Note) -> Mapping[str, tuple[str, ...]]:
        """Give the words that decided each topic."""
        lines = lines_of(article, note.sentences)
        return deciding_words(article, lines, note.topics, self.registers)

    def propose_story(self, article: Article, note: Note) -> str:
        """Give the thread a draft would be put into: a committed one, else its own."""
        settings = self.settings or _NO_DESK
        own = slugify(article.title) or article.digest.rsplit(":", 1)[-1][:12]
        draft = draft_briefing(
            [(article, note)],
            settings=settings,
            registers=self.registers,
            id=own,
            path="",
            story=None,
            by="",
            today=date(1970, 1, 1),
        )
        return self.threads.home(draft) or own


_NO_DESK = Settings(root=Path(), site_name="", site_url="")


def explain_json(
    article: Article,
    note: Note,
    *,
    path: str,
    story: str | None,
    topic_words: Mapping[str, Sequence[str]],
) -> dict[str, JSON]:
    """Give everything read and noted, before any rights budget, as plain values."""
    return {
        "path": path,
        "language": article.language,
        "title": article.title,
        "dek": article.dek,
        "date": dump_moment(article.date) if article.date else None,
        "updated": dump_moment(article.updated) if article.updated else None,
        "byline": list(article.byline),
        "dateline": article.dateline,
        "agencies": [{"name": a.name, "role": a.role.value} for a in article.agencies],
        "source": article.source,
        "source_proposed": article.source_proposed.value if article.source_proposed else None,
        "source_reason": article.source_proposed.reason if article.source_proposed else None,
        "url": article.url,
        "images": [_image(image) for image in article.images],
        "reading_time": {"printed": article.reading_minutes, "computed": note.reading_minutes},
        **_more_facts(article),
        "body": list(article.body),
        "roles": [
            {
                "line": span.line,
                "start": span.start,
                "end": span.end,
                "role": span.role.value,
                "reason": span.reason,
                "text": span.text,
            }
            for span in article.roles
        ],
        "summary": [{**_point(point), "says": point.says} for point in note.summary],
        "key_points": [
            {**_point(point), "kind": point.kind.value, "says": point.says}
            for point in note.key_points
        ],
        "quotes": [_quote(quote) for quote in note.quotes],
        "names": {kind.plural(): _names(note.names, kind) for kind in NameKind},
        **_topics(note, topic_words),
        "story": story,
        "findings": [str(finding) for finding in article.findings],
    }


def _topics(note: Note, words: Mapping[str, Sequence[str]]) -> dict[str, JSON]:
    decided: dict[str, JSON] = {topic: list(found) for topic, found in words.items()}
    return {"topics": list(note.topics), "topic_words": decided}


def _more_facts(article: Article) -> dict[str, JSON]:
    """Give what outlets and wires say beside the story."""
    saved = article.saved
    return {
        "stopped": article.stopped,
        "format": article.format,
        "kicker": article.kicker,
        "section": article.section,
        "tags": list(article.tags),
        "bylines": [
            {"name": one.name, "kind": one.kind.value, "role": one.role} for one in article.bylines
        ],
        "author_note": article.author_note,
        "correction_notes": list(article.correction_notes),
        "licence": article.licence,
        "wire_marks": [
            {
                "kind": mark.kind.value,
                "text": mark.text,
                "until": dump_moment(mark.until) if mark.until else None,
            }
            for mark in article.wire_marks
        ],
        "saved": {"at": dump_moment(saved.at) if saved.at else None, "url": saved.url}
        if saved
        else None,
        "subheads": [{"above": number, "text": text} for number, text in article.subheads],
    }


def _image(image: Image) -> JSON:
    return {"caption": image.caption, "credit": image.credit}


def _from(grounds: Grounds) -> list[JSON]:
    return ["editor"] if grounds.editor else [str(ref) for ref in grounds.refs]


def _point(point: Point) -> dict[str, JSON]:
    return {"text": point.text, "from": _from(point.grounds), "cut": point.cut}


def _quote(quote: Quote) -> JSON:
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "printed": quote.printed,
        "cue": quote.cue,
        "setting": quote.setting,
        "from": _from(quote.grounds),
    }


def _names(names: Sequence[Named], kind: NameKind) -> list[JSON]:
    return [
        {
            "id": named.id,
            "name": named.name,
            "mentions": [
                {"paragraph": m.paragraph, "start": m.start, "end": m.end, "text": m.text}
                for m in named.mentions
            ],
        }
        for named in names
        if named.kind is kind
    ]

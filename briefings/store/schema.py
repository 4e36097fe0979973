"""The keys of a briefing file, in the order they are written. `docs/format.md` explains each."""

from typing import Any, Final

from briefings.model import Briefing, Correction, Drafted, Names, Review, Status
from briefings.store.kinds import EntriesOf, Kind, ListOf, Maybe, OneLine
from briefings.store.records import Field, Record
from briefings.store.schema_articles import DIGEST, SOURCE_ARTICLE
from briefings.store.schema_pictures import LEAD_IMAGE
from briefings.store.schema_texts import KEY_POINT, NAMES, QUOTE, SUMMARY_POINT, TRANSLATION
from briefings.store.values import (
    DATE,
    FORMAT,
    ID,
    LANGUAGE,
    MOMENT,
    TEXT,
    TIME,
    TOPIC,
    enum_of,
    one_of,
)

CORRECTION_KINDS: Final = (
    "correction",
    "clarification",
    "update",
    "source-correction",
    "retraction",
)


def _field(key: str, kind: Kind[Any], meaning: str, example: str, **more: Any) -> Field:
    return Field(key=key, kind=kind, meaning=meaning, example=example, **more)


def _maybe(key: str, kind: Kind[Any], meaning: str, example: str, **more: Any) -> Field:
    return _field(key, Maybe(kind), meaning, example, default=None, **more)


REVIEW: Final = Record(
    "a review",
    (
        _field("by", TEXT, "who read it against its sources", "Mara Voss", by="review"),
        _field("at", MOMENT, "when", "2026-03-14T06:10+01:00", by="review"),
        _maybe(
            "digest",
            DIGEST,
            "of what was read; a later edit makes it unreviewed",
            '"v1:91bc…"',
            by="review",
        ),
        _maybe(
            "headline",
            one_of({"accepted": "accepted"}),
            "that the outlet's headline is kept knowingly",
            "accepted",
            by="review",
            shown=False,
        ),
    ),
    Review,
)
CORRECTION: Final = Record(
    "a correction",
    (
        _field(
            "kind",
            one_of({kind: kind for kind in CORRECTION_KINDS}),
            "what sort it is",
            "correction",
        ),
        _field("at", MOMENT, "since when it is right", "2026-03-15T11:00+01:00"),
        _maybe(
            "was",
            TEXT,
            "what it said; left out where repeating harms",
            "Four crossings",
            shown=False,
        ),
        _field("now", TEXT, "what is right", "Three crossings were suspended."),
        _maybe("why", TEXT, "how it came about", "The ministry's first statement was wrong."),
        _maybe("by", TEXT, "who decided it; readers are not told", "Mara Voss", shown=False),
    ),
    Correction,
)
DRAFTED: Final = Record(
    "the draft's record",
    (
        _field("by", TEXT, "program and version", "briefings 0.1.0", by="draft"),
        _field(
            "fields",
            EntriesOf(DIGEST),
            "digest of each value the program wrote",
            '{title: "v1:3f2a…"}',
            by="draft",
            default=(),
        ),
    ),
    Drafted,
)

_DRAFT = "draft, editor"
BRIEFING: Final = Record(
    "a briefing",
    (
        _field("id", ID, "given once, never changes", "ferry-inquiry-confirmed", by="draft"),
        _field("title", TEXT, "the headline", "Ministry confirms ferry inquiry", by=_DRAFT),
        _maybe("dek", TEXT, "the standfirst", "Three crossings suspended", by=_DRAFT),
        _field("edition", DATE, "the edition it belongs to", "2026-03-14", by=_DRAFT),
        _maybe(
            "published_at", TIME, "set once, on publishing", "2026-03-14T06:30+01:00", by="review"
        ),
        _maybe(
            "updated_at",
            TIME,
            "when something a reader should know changed",
            "2026-03-15T11:00+01:00",
        ),
        _field("language", LANGUAGE, "of the desk's words", "en", by=_DRAFT),
        _maybe(
            "translated",
            TRANSLATION,
            "where the words were brought into that language",
            "{from: fr, by: Mara Voss}",
            shown=False,
        ),
        _field(
            "topics",
            ListOf(TOPIC),
            "ids of subjects, best first",
            "[transport, politics]",
            by=_DRAFT,
            default=(),
        ),
        _maybe("story", ID, "the thread it belongs to", "ferry-inquiry", by=_DRAFT),
        _field(
            "related",
            ListOf(ID),
            "ids of briefings to pin as related",
            "[ferry-fares]",
            default=(),
            shown=False,
        ),
        _field(
            "unrelated",
            ListOf(ID),
            "ids of briefings never to relate",
            "[ferry-race]",
            default=(),
            shown=False,
        ),
        _field(
            "summary",
            ListOf(SUMMARY_POINT, flow=False),
            "one or two sentences",
            "[{text: …, from: [p1s1]}]",
            by=_DRAFT,
            default=(),
        ),
        _field(
            "key_points",
            ListOf(KEY_POINT, flow=False),
            "three to five points",
            "[{text: …, from: [p2s1], kind: news}]",
            by=_DRAFT,
            default=(),
        ),
        _field(
            "quotes",
            ListOf(QUOTE, flow=False),
            "what people said, verbatim",
            "[{text: …, speaker: …, from: [p5]}]",
            by=_DRAFT,
            default=(),
        ),
        _field(
            "names",
            NAMES,
            "the names by kind; the register resolves aliases",
            "{people: [Leonor Haddad]}",
            by=_DRAFT,
            default=Names(),
        ),
        _maybe("image", LEAD_IMAGE, "a picture a person chose", "{file: ferry.jpg, alt: …}"),
        _field("status", enum_of(Status), "how far it has come", "draft", by="draft, review"),
        _maybe(
            "reviewed",
            OneLine(REVIEW),
            "who read it against its sources",
            "{by: Mara Voss, at: …}",
            by="review",
        ),
        _maybe("publish_at", TIME, "the embargo: not shown before", "2026-03-16T06:00+01:00"),
        _maybe("expires_at", TIME, "not shown after", "2027-03-16T06:00+01:00"),
        _field(
            "corrections",
            ListOf(CORRECTION, flow=False),
            "what was wrong, since when right",
            "[{kind: correction, at: …, now: …}]",
            default=(),
        ),
        _field(
            "articles",
            ListOf(SOURCE_ARTICLE, flow=False),
            "what each source says of itself",
            "[{key: a, path: …, …}]",
            by=_DRAFT,
        ),
        _field("format", FORMAT, "version of this format", "1", by="draft", default=1),
        _maybe(
            "drafted",
            DRAFTED,
            "what the program wrote; drafting again changes only that",
            "{by: briefings 0.1.0, fields: {…}}",
            by="draft",
            shown=False,
        ),
    ),
    Briefing,
)

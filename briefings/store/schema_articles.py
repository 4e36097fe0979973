"""What a briefing says of each article it stands on, and what linking needs of its text."""

from typing import Any, Final

from briefings.model import (
    Agency,
    AgencyRole,
    Figure,
    Hedge,
    Image,
    Rights,
    SourceArticle,
)
from briefings.store.kinds import EntriesOf, Kind, ListOf, Maybe, OneLine
from briefings.store.records import Field, Record, Values
from briefings.store.schema_texts import PLACE_IN_ARTICLE
from briefings.store.values import (
    COUNT,
    LANGUAGE,
    MOMENT,
    NUMBER,
    PATH,
    TEXT,
    enum_of,
    matching,
)

ARTICLE_KEY: Final = matching("[a-z]{1,3}", "a letter such as a or b")
DIGEST: Final = matching("v1:[0-9a-f]{1,64}", "a digest v1:…, which the program writes")
REF: Final = PLACE_IN_ARTICLE


def _by_draft(key: str, kind: Kind[Any], meaning: str, example: str) -> Field:
    return Field(key=key, kind=kind, meaning=meaning, example=example, by="draft")


def _maybe(
    key: str, kind: Kind[Any], meaning: str, example: str, *, by: str = "draft, editor", **more: Any
) -> Field:
    return Field(
        key=key, kind=Maybe(kind), meaning=meaning, example=example, by=by, default=None, **more
    )


AGENCY: Final = Record(
    "an agency",
    (
        Field(key="name", kind=TEXT, meaning="of the agency", example="AFP", by="draft, editor"),
        Field(
            key="role",
            kind=enum_of(AgencyRole),
            meaning="what it gave; only `copy` counts as an origin",
            example="contributor",
            by="draft, editor",
        ),
    ),
    Agency,
)
IMAGE: Final = Record(
    "a picture",
    (
        _maybe("caption", TEXT, "what it shows, as printed", "The ferry in dock"),
        _maybe("credit", TEXT, "whose it is, as printed", "Getty"),
    ),
    Image,
)
MINUTES: Final = Record(
    "reading time",
    (
        _maybe("printed", COUNT, "minutes the outlet prints", "3", by="draft"),
        _maybe("computed", COUNT, "minutes by our count of words", "4", by="draft"),
    ),
    dict[str, Any],
    dict[str, Any],
)
FIGURE: Final = Record(
    "a figure",
    (
        _by_draft("of", TEXT, "what is counted, folded", "killed"),
        _by_draft("value", TEXT, "digits with an optional decimal point; of a day, `03-13`", "41"),
        _by_draft("at", REF, "where the article says it", "p2s1"),
        _maybe(
            "hedge",
            enum_of(Hedge),
            "how firmly, where not plainly",
            "at least",
            by="draft",
            shown=False,
        ),
    ),
    Figure,
)
LINKING: Final = Record(
    "what linking needs",
    (
        _maybe("sketch", TEXT, "MinHash of the article's words", '"v1:…"', by="draft"),
        Field(
            key="terms",
            kind=OneLine(EntriesOf(NUMBER)),
            meaning="its heaviest word stems with their weights",
            example="{ferri: 0.41}",
            by="draft",
            default=(),
        ),
        Field(
            key="figures",
            kind=ListOf(OneLine(FIGURE)),
            meaning="numbers it states, for comparing outlets",
            example="[{of: killed, value: '2', at: p2s1}]",
            by="draft",
            default=(),
        ),
    ),
    dict[str, Any],
    dict[str, Any],
)


def _build(**values: Any) -> SourceArticle:
    minutes = values.pop("minutes")
    linking = values.pop("linking")
    values |= {"minutes_printed": minutes["printed"], "minutes": minutes["computed"]}
    return SourceArticle(**values, **linking)


_GROUPS: Final = ("minutes", "linking")
NO_MINUTES: Final[Values] = {"printed": None, "computed": None}
NO_LINKING: Final[Values] = {"sketch": None, "terms": (), "figures": ()}


def _take(article: SourceArticle) -> Values:
    own = {field.key: getattr(article, field.key) for field in _FIELDS if field.key not in _GROUPS}
    return own | {
        "minutes": {"printed": article.minutes_printed, "computed": article.minutes},
        "linking": {key: getattr(article, key) for key in NO_LINKING},
    }


_FIELDS: Final = (
    _by_draft("key", ARTICLE_KEY, "given once; the prefix of references to this article", "a"),
    _by_draft("path", PATH, "under `content/articles/`", "2026/03/ferries.txt"),
    _by_draft("digest", DIGEST, "of the file's bytes", '"v1:3f2a9c…"'),
    Field(
        key="title",
        kind=TEXT,
        meaning="the article's own headline",
        example="Ferry inquiry confirmed by ministry",
        by="draft, editor",
    ),
    _maybe("dek", TEXT, "its own standfirst", "Three crossings suspended"),
    _maybe(
        "source",
        TEXT,
        "id in `registers/sources.yml`, or a name; null until one confirms it",
        "harbour-courier",
    ),
    _maybe(
        "source_proposed",
        TEXT,
        "the program's guess at the source",
        "Harbour Courier",
        by="draft",
        shown=False,
    ),
    _maybe("url", TEXT, "where it stands on the web", "https://example.org/ferries"),
    _maybe(
        "date",
        MOMENT,
        "when the source published it; a day alone stays a day",
        "2026-03-14T09:30+01:00",
    ),
    Field(
        key="byline",
        kind=ListOf(TEXT),
        meaning="its authors, as printed",
        example="[Staff reporter]",
        by="draft, editor",
        default=(),
    ),
    Field(
        key="agencies",
        kind=ListOf(OneLine(AGENCY)),
        meaning="news agencies it credits, and for what",
        example="[{name: AFP, role: contributor}]",
        by="draft, editor",
        default=(),
    ),
    Field(
        key="images",
        kind=ListOf(IMAGE, flow=False),
        meaning="captions and credits of its pictures",
        example="[{caption: The ferry in dock, credit: Getty}]",
        by="draft, editor",
        default=(),
    ),
    Field(key="language", kind=LANGUAGE, meaning="of its text", example="en", by="draft, editor"),
    Field(
        key="rights",
        kind=enum_of(Rights),
        meaning="how much of its wording may be shown; from the source register",
        example="excerpt",
        by="draft, editor",
        default=Rights.EXCERPT,
    ),
    Field(
        key="minutes",
        kind=OneLine(MINUTES),
        meaning="reading time, theirs and ours",
        example="{printed: 3, computed: 4}",
        by="draft",
        default=NO_MINUTES,
    ),
    _maybe("words", COUNT, "words in its text", "612", by="draft"),
    Field(
        key="linking",
        kind=OneLine(LINKING),
        meaning="what linking needs of its text, because a build does not have it",
        example='{sketch: "v1:…", terms: {ferri: 0.41}, figures: []}',
        by="draft",
        default=NO_LINKING,
    ),
)
SOURCE_ARTICLE: Final = Record("an article", _FIELDS, _build, _take)

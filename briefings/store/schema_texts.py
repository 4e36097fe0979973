"""What a briefing says: points, quotes, names. The keys of each, in the order they are written."""

from dataclasses import replace
from typing import Any, Final

from briefings.model import (
    EDITOR,
    Grounds,
    Names,
    NameUse,
    Point,
    PointKind,
    Quote,
    Ref,
    Translation,
)
from briefings.store.kinds import Kind, ListOf, Maybe, Parsed, Schema, Tree
from briefings.store.records import Field, Record, Values
from briefings.store.values import ID, LANGUAGE, SEAL, TEXT, YES, enum_of
from briefings.store.yaml import Mapping, Node


def _ground(text: str) -> Ref | str:
    return EDITOR if text == EDITOR else Ref.parse(text)


PLACE_IN_ARTICLE: Final = Parsed[Ref | str](
    "a place in an article such as p2s1 or b:p2s1, or editor", _ground, str, bare=False
)

_FROM = Field(
    key="from",
    kind=ListOf(PLACE_IN_ARTICLE),
    meaning="paragraph and sentence of the article it stands on; `editor` where a person answers",
    example="[p1s1]",
    by="draft, editor",
    default=(),
)
_SRC = Field(
    key="src",
    kind=ListOf(SEAL),
    meaning="one seal of the cited words for each entry of `from`",
    example='["v1:58:3f2a9c1d5e7b8a60"]',
    by="draft",
    default=(),
    shown=False,
)


def _text(meaning: str, example: str) -> Field:
    return Field(key="text", kind=TEXT, meaning=meaning, example=example, by="draft, editor")


_KIND = Field(
    key="kind",
    kind=enum_of(PointKind),
    meaning="`news`: what happened; `background`: what one needs to follow it",
    example="news",
    by="draft, editor",
    default=PointKind.NEWS,
)
_SAYS = Field(
    key="says",
    kind=Maybe(TEXT),
    meaning="who claims it, where it is a claim: an outlet, a person",
    example="Harbour Courier",
    by="draft, editor",
    default=None,
    shown=False,
)
_CUT = Field(
    key="cut",
    kind=YES,
    meaning="words were left out: a subsequence of the cited words",
    example="yes",
    by="draft",
    default=False,
    shown=False,
)


def _grounds(values: Values) -> Grounds:
    places = values.pop("from")
    return Grounds(
        refs=tuple(place for place in places if isinstance(place, Ref)),
        src=values.pop("src"),
        editor=EDITOR in places,
    )


def _ungrounded(grounds: Grounds) -> Values:
    tail = (EDITOR,) if grounds.editor else ()
    return {"from": (*grounds.refs, *tail), "src": grounds.src}


def _build_point(**values: Any) -> Point:
    grounds = _grounds(values)
    return Point(grounds=grounds, **values)


def _take_point(point: Point) -> Values:
    own: Values = {
        "text": point.text,
        "says": point.says,
        "kind": point.kind,
        "cut": point.cut,
    }
    return own | _ungrounded(point.grounds)


def _point(name: str, *, kind: Field) -> Record[Point]:
    text = _text("one sentence", "Three crossings were suspended on Friday.")
    fields = (text, _FROM, _SAYS, kind, _CUT, _SRC)
    return Record(name, fields, _build_point, _take_point)


SUMMARY_POINT: Final = _point(
    "a sentence of the summary",
    kind=replace(_KIND, shown=False),
)
KEY_POINT: Final = _point("a key point", kind=_KIND)


def _build_quote(**values: Any) -> Quote:
    grounds = _grounds(values)
    return Quote(grounds=grounds, **values)


def _take_quote(quote: Quote) -> Values:
    keys = ("text", "speaker", "printed", "cue", "setting", "original")
    own: Values = {key: getattr(quote, key) for key in keys}
    return own | _ungrounded(quote.grounds)


def _words(key: str, meaning: str, example: str, *, shown: bool = False) -> Field:
    return Field(
        key=key,
        kind=Maybe(TEXT),
        meaning=meaning,
        example=example,
        by="draft, editor",
        default=None,
        shown=shown,
    )


QUOTE: Final = Record(
    "a quote",
    (
        _text("verbatim, without the quotation marks", "We will publish every finding"),
        _words(
            "speaker",
            "the fullest name the article gives; null is shown as unattributed",
            "the transport minister",
            shown=True,
        ),
        _words("printed", "the words for the speaker at the cue, as printed", "she"),
        _words("cue", "the verb, as printed", "said"),
        _words("setting", "where or to whom, as printed", "at a news conference"),
        _words(
            "original",
            "the words as printed, where `text` is your translation of them",
            "Nous publierons tout",
        ),
        _FROM,
        _SRC,
    ),
    _build_quote,
    _take_quote,
)


def _build_translation(**values: Any) -> Translation:
    return Translation(language=values["from"], by=values["by"])


def _take_translation(translation: Translation) -> Values:
    return {"from": translation.language, "by": translation.by}


TRANSLATION: Final = Record(
    "a translation",
    (
        Field(key="from", kind=LANGUAGE, meaning="the language it was in", example="fr"),
        Field(
            key="by",
            kind=Maybe(TEXT),
            meaning="who translated it, or read it against the original",
            example="Mara Voss",
            default=None,
        ),
    ),
    _build_translation,
    _take_translation,
)


_NAME: Final = Record(
    "a name",
    (
        Field(key="name", kind=TEXT, meaning="the name as people write it", example="Georgia"),
        Field(
            key="id",
            kind=Maybe(ID),
            meaning="its id in `registers/names.yml`",
            example="georgia-us",
            default=None,
        ),
    ),
    NameUse,
)


class _NameOrText(Kind[NameUse]):
    """A name: a text, or with an id where the register must tell two apart."""

    expected = "a name, or {name, id}"
    record = _NAME

    def read(self, node: Node) -> NameUse:
        """Type a node."""
        return _NAME.read(node) if isinstance(node, Mapping) else NameUse(name=TEXT.read(node))

    def write(self, value: NameUse) -> Tree:
        """Give the tree that reads back as the value."""
        return value.name if value.id is None else _NAME.write(value)

    def schema(self) -> Schema:
        """Describe what may stand in a file."""
        return {"anyOf": [TEXT.schema(), _NAME.schema()]}


def _names(key: str, meaning: str, example: str) -> Field:
    kind = ListOf(_NameOrText(), flow=False)
    return Field(
        key=key, kind=kind, meaning=meaning, example=example, by="draft, editor", default=()
    )


NAMES: Final = Record(
    "the names",
    (
        _names("people", "people the briefing names", "[Leonor Haddad]"),
        _names("organisations", "organisations it names", "[Ministry of Transport]"),
        _names("places", "places it names", "[North Harbour]"),
        _names("laws", "laws and resolutions it names", "[Ferry Safety Act]"),
    ),
    Names,
)

"""The keys of a picture, and of the rights in it."""

from typing import Any, Final

from briefings.model import LeadImage
from briefings.store.kinds import Kind, Maybe
from briefings.store.records import Field, Record, Values
from briefings.store.values import DATE, PICTURE, TEXT


def _field(key: str, kind: Kind[Any], meaning: str, example: str, **more: Any) -> Field:
    return Field(key=key, kind=kind, meaning=meaning, example=example, **more)


def _maybe(key: str, kind: Kind[Any], meaning: str, example: str, **more: Any) -> Field:
    return _field(key, Maybe(kind), meaning, example, default=None, **more)


RIGHTS_OF_IMAGE: Final = Record(
    "the rights in a picture",
    (
        _maybe("holder", TEXT, "who holds them", "Port of Ansel"),
        _maybe("licence", TEXT, "under which it may be shown", "CC BY 4.0"),
        _maybe("until", DATE, "the last day it may be shown", "2027-01-01"),
        _maybe(
            "proof",
            TEXT,
            "where you have it in writing: an address, a letter; readers are not told",
            "letter of 3 March 2026",
            shown=False,
        ),
    ),
    dict[str, Any],
    dict[str, Any],
)


def _build_image(**values: Any) -> LeadImage:
    return LeadImage(**(values.pop("rights") or {}), **values)


def _take_image(image: LeadImage) -> Values:
    rights = {field.key: getattr(image, field.key) for field in RIGHTS_OF_IMAGE.fields}
    own: Values = {key: getattr(image, key) for key in ("file", "alt", "caption", "credit")}
    return own | {"rights": rights if set(rights.values()) != {None} else None}


LEAD_IMAGE: Final = Record(
    "a picture",
    (
        _field("file", PICTURE, "under `content/images/`", "ferry.jpg"),
        _field("alt", TEXT, "what it shows, for those who cannot see it", "A ferry at its berth"),
        _maybe("caption", TEXT, "printed below it", "The ferry at its berth on Friday"),
        _maybe("credit", TEXT, "whose it is", "Port of Ansel"),
        _maybe("rights", RIGHTS_OF_IMAGE, "holder, licence, until", "{licence: CC BY 4.0}"),
    ),
    _build_image,
    _take_image,
)

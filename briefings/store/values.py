"""The single values files hold: texts, dates, numbers, words of a closed set."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final, TypeVar

from briefings.model import Moment
from briefings.store.faults import did_you_mean
from briefings.store.kinds import Parsed, Schema
from briefings.text.dates import dump_moment, parse_moment
from briefings.text.slugs import slugify

T = TypeVar("T")
E = TypeVar("E", bound=Enum)
_PICTURES: Final = (".avif", ".gif", ".jpg", ".jpeg", ".png", ".webp")
"""No SVG: it can hold a program, which runs for whoever opens its address on the site."""


def one_of(values: Mapping[str, T]) -> Parsed[T]:
    """Make the form of a closed set of words."""
    words = {value: word for word, value in values.items()}
    expected = "one of " + ", ".join(values)
    form = {"enum": list(values)}
    return _Words(
        expected, values.__getitem__, words.__getitem__, bare=False, form=form, words=tuple(values)
    )


@dataclass(frozen=True)
class _Words(Parsed[T]):
    """A closed set of words; a near miss gets a proposal."""

    words: tuple[str, ...] = ()

    def remedy(self, text: str) -> str | None:
        """Propose the nearest word."""
        return did_you_mean(text, self.words)


@dataclass(frozen=True)
class _Id(Parsed[str]):
    """An id; another text gets the id it would make."""

    def remedy(self, text: str) -> str | None:
        """Propose the slug of the text."""
        slug = slugify(text)
        return f'write "{slug}"' if slug else None


def enum_of(enum: type[E]) -> Parsed[E]:
    """Make the form of an enum whose values are words."""
    return one_of({str(member.value): member for member in enum})


def matching(pattern: str, expected: str) -> Parsed[str]:
    """Make the form of a text that a pattern describes in full."""
    compiled = re.compile(pattern, re.ASCII)

    def parse(text: str) -> str:
        if not compiled.fullmatch(text):
            raise ValueError(text)
        return text

    return Parsed(expected, parse, str, bare=False, form=_shaped(pattern))


def _shaped(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def _date(text: str) -> date:
    moment = parse_moment(text)
    if isinstance(moment, datetime):
        raise ValueError(text)
    return moment


def _datetime(text: str) -> datetime:
    moment = parse_moment(text)
    if not isinstance(moment, datetime):
        raise ValueError(text)
    return moment


_INTEGER: Final = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)
_NUMBER: Final = re.compile(r"-?\d{1,12}(\.\d{1,18})?(e[-+]?\d{1,3})?", re.ASCII)
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,40}", re.ASCII)
_DAY: Final = r"\d{4}-\d{2}-\d{2}"
_HOUR: Final = r"T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})"


def _integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _number(text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text)


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise ValueError(text)
    return text


def _path(text: str) -> str:
    if not text or text.startswith("/") or "\\" in text or {"..", "."} & set(text.split("/")):
        raise ValueError(text)
    return text


def _picture(text: str) -> str:
    if not _path(text).lower().endswith(_PICTURES):
        raise ValueError(text)
    return text


FORMAT: Final = Parsed[int](
    "1, the only format this program knows", {"1": 1}.__getitem__, str, form={"const": 1}
)
TEXT: Final = Parsed[str]("text", str, str, bare=False)
DATE: Final = Parsed[date]("a date such as 2026-03-14", _date, dump_moment, form=_shaped(_DAY))
TIME: Final = Parsed[datetime](
    "a time with its zone such as 2026-03-14T09:30+01:00",
    _datetime,
    dump_moment,
    form=_shaped(_DAY + _HOUR),
)
MOMENT: Final = Parsed[Moment](
    "a date such as 2026-03-14, or a time with its zone such as 2026-03-14T09:30+01:00",
    parse_moment,
    dump_moment,
    form=_shaped(f"{_DAY}(?:{_HOUR})?"),
)
COUNT: Final = Parsed[int]("a whole number", _integer, str, form={"type": "integer", "minimum": 0})
NUMBER: Final = Parsed[float]("a number", _number, repr, form={"type": "number"})
YES: Final = Parsed[bool](
    "yes or no",
    {"yes": True, "true": True, "no": False, "false": False}.__getitem__,
    {True: "yes", False: "no"}.__getitem__,
    form={"enum": ["yes", "no", True, False]},
)
ID: Final = _Id(
    "an id: a-z, 0-9 and single hyphens", _slug, str, bare=False, form=_shaped(_SLUG.pattern)
)
PATH: Final = Parsed[str]("a relative path without ..", _path, str, bare=False)
PICTURE: Final = Parsed[str](
    "the path of an avif, gif, jpg, png or webp file, without ..", _picture, str, bare=False
)
LANGUAGE: Final = matching(
    r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}", "a language code such as en, fr or ar"
)
SEAL: Final = matching(
    r"v1:\d{1,9}:[0-9a-f]{16}", "a seal v1:LENGTH:DIGEST, which the program writes"
)
TOPIC: Final = matching(r"[a-z0-9]+(?:[-:][a-z0-9]+){0,20}", "a topic's id, such as transport")

"""What each option of a desk may be, and how its text becomes a value.

Every function takes what YAML holds (text, list, mapping or None) and raises ValueError or
TypeError with the end of a sentence that begins with the option's name.
"""

import difflib
import re
from collections.abc import Callable
from dataclasses import fields
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from briefings.errors import Severity
from briefings.model import Rights
from briefings.rulebook import all_rules, near_code
from briefings.settings import Section, Settings


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be a text")
    return value.strip()


def _optional_text(value: object) -> str | None:
    return None if value is None else _text(value)


def _address(value: object) -> str:
    text = _text(value)
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"must be an address such as https://example.org/, not {text!r}")
    return text if text.endswith("/") else text + "/"


def _flag(value: object) -> bool:
    words = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
    try:
        return words[_text(value).lower()]
    except KeyError as error:
        raise ValueError(f"must be yes or no, not {value!r}") from error


def _count(value: object) -> int:
    text = _text(value)
    if not re.fullmatch(r"[1-9]\d{0,5}", text):
        raise ValueError(f"must be a whole number from 1, not {text!r}")
    return int(text)


def _share(value: object) -> float:
    number = float(_text(value))
    if not 0 <= number <= 1:
        raise ValueError(f"must lie between 0 and 1, not {number}")
    return number


def _zone(value: object) -> ZoneInfo:
    name = _text(value)
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(f"is not a time zone such as Europe/Lisbon: {name!r}") from error


def _matching(pattern: str, form: str) -> Callable[[object], str]:
    def convert(value: object) -> str:
        text = _text(value)
        if not re.fullmatch(pattern, text):
            raise ValueError(f"must be {form}, not {text!r}")
        return text

    return convert


def _rights(value: object) -> Rights:
    try:
        return Rights(_text(value))
    except ValueError as error:
        raise ValueError(f"must be none, excerpt or full, not {value!r}") from error


def _sections(value: object) -> tuple[Section, ...]:
    if not isinstance(value, list):
        raise TypeError("must be a list of {title, topics}")
    return tuple(_section(item) for item in value)


def _section(item: object) -> Section:
    if not isinstance(item, dict) or set(item) != {"title", "topics"}:
        raise ValueError("each section has a title and a list of topics")
    if not isinstance(item["topics"], list):
        raise TypeError("a section's topics are a list of ids")
    return Section(title=_text(item["title"]), topics=tuple(_text(t) for t in item["topics"]))


def _severity(value: object) -> tuple[tuple[str, Severity | None], ...]:
    if not isinstance(value, dict):
        raise TypeError("must be codes, each with error, warning, note or off")
    return tuple((str(code), _severity_of(str(code), chosen)) for code, chosen in value.items())


def _severity_of(code: str, chosen: object) -> Severity | None:
    rule = all_rules().get(code)
    if rule is None:
        near = near_code(code)
        hint = f'; did you mean "{near}"?' if near else "; `briefings explain-rule` lists all"
        raise ValueError(f'no rule has the code "{code}"{hint}')
    words: dict[str, Severity | None] = {one.value: one for one in Severity} | {"off": None}
    word = _text(chosen)
    if word not in words:
        near = next(iter(difflib.get_close_matches(word.lower(), words, 1)), None)
        hint = f'; did you mean "{near}"?' if near else ""
        raise ValueError(f"{code} must be error, warning, note or off, not {word!r}{hint}")
    if rule.stays and words[word] is not rule.severity:
        raise ValueError(f"{code} stays an {rule.severity.value}: {rule.stays.rstrip('.')}")
    return words[word]


def _storage(value: object) -> str | None:
    text = _optional_text(value)
    if text is None:
        return None
    parts = urlsplit(text)
    if parts.scheme not in {"s3", "gs", "file"} or not (parts.netloc or parts.path):
        raise ValueError("must be s3://BUCKET/PREFIX, gs://BUCKET/PREFIX or file:///FOLDER")
    if "@" in parts.netloc or parts.query:
        raise ValueError("holds credentials: leave them to the environment")
    return text


_ADDRESS = r"[A-Za-z0-9.+_-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_MAILBOX = rf"{_ADDRESS}|[^<>@\x00-\x1f\"\\]+ <{_ADDRESS}>"
_WAY_OUT = r"https://[^\s<>,\"]+|mailto:[^\s<>,\"]+"
_colour = _matching(r"#[0-9a-fA-F]{6}", "a colour such as #1d4e6b")
CONVERTERS: dict[str, Callable[[object], object]] = {
    "site_name": _text,
    "site_url": _address,
    "site_description": lambda value: _optional_text(value) or "",
    "language": _matching(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language tag such as en"),
    "timezone": _zone,
    "place": _text,
    "edition_hour": _matching(r"([01]\d|2[0-3]):[0-5]\d", "an hour such as 06:30"),
    "sections": _sections,
    "accent": _colour,
    "accent_dark": _colour,
    "licence": _optional_text,
    "licence_url": _optional_text,
    "contact": _optional_text,
    "mail_from": _matching(_MAILBOX, "an address such as The Desk <desk@example.org>"),
    "mail_unsubscribe": _matching(_WAY_OUT, "an https: or mailto: address"),
    "repository": _optional_text,
    "articles_url": _storage,
    "rights": _rights,
    "publish_drafts": _flag,
    "sample": _flag,
    "visibility": _matching(r"public|private", "public or private"),
    "pages_per_list": _count,
    "feed_items": _count,
    "excerpt_words": _count,
    "excerpt_share": _share,
    "excerpt_run": _count,
    "severity": _severity,
}
if set(CONVERTERS) != {field.name for field in fields(Settings)} - {"root", "theme"}:
    raise AssertionError("every setting needs its converter")

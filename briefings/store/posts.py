"""Posts of other programs (Hugo, Jekyll, Material's blog) as they stand in files.

They are what a briefing file is before its first format: front matter with a title and a date,
and nothing that says of what format it is. Reading one gives plain values; nothing is guessed.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import PurePosixPath
from typing import Any, Final

from briefings.store.faults import Fault, bad_file
from briefings.store.front import split_front, tidy_body
from briefings.store.yaml import Listing, Node, Scalar
from briefings.store.yaml import Mapping as YamlMapping

OURS: Final = frozenset({"id", "format", "edition", "status", "articles", "drafted", "reviewed"})
"""Keys no post has: one of them makes a file a briefing, however broken."""
_TOML = re.compile(r"\A\ufeff?\+\+\+[ \t]*\r?\n(?P<head>.*?)^\+\+\+[ \t]*\r?$", re.M | re.S)
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ]+(?P<hour>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?"
    r"[ ]*(?P<zone>Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)
_DATED_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-(.+)")
_SHORTCODE = re.compile(r"\{\{[<%].+?[>%]\}\}|\{%.+?%\}", re.DOTALL)
_TITLE, _DATE = ("title",), ("date", "publishDate", "published")
_UPDATED = ("lastmod", "updated", "last_modified_at", "modified")
_DEK = ("description", "summary", "subtitle", "excerpt", "dek")
_TAGS = ("topics", "categories", "category", "tags")
_OLD = ("url", "permalink", "aliases", "redirect_from")
_TAKEN = frozenset({*_TITLE, *_DATE, *_UPDATED, *_TAGS, *_OLD, "draft", "slug", "language", "lang"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What a post says of itself."""

    title: str
    published: datetime | date
    updated: datetime | date | None
    dek: str | None
    tags: tuple[str, ...]
    slug: str
    """The readable part of its address, as it stands or as its file is named; may be empty."""
    language: str | None
    is_draft: bool
    addresses: tuple[str, ...]
    """Paths it says it had or has, from the site's root."""
    left: tuple[str, ...]
    """Keys that a briefing has no place for."""
    comments: tuple[str, ...]
    shortcodes: int
    """Calls of its program's templates in the body; they are left as they stand."""
    body: str


def is_post(root: YamlMapping) -> bool:
    """Tell whether front matter is another program's."""
    keys = {entry.key for entry in root.entries}
    return "title" in keys and bool(keys & {*_DATE}) and not keys & OURS


def read_post(text: str, path: str, zone: tzinfo) -> Post:
    """Read a post.

    Args:
        text: of its file, with front matter between `---` (YAML) or `+++` (TOML).
        path: of its file; a Jekyll name such as `2024-01-31-ferries.md` gives date and slug.
        zone: of times without one.

    Raises:
        BadFileError: it cannot be read, is a briefing already, or has no title or date.
    """
    values, comments, body = _parts(text, path)
    if mine := sorted(OURS & values.keys()):
        raise bad_file(path, _fault(f'has the key "{mine[0]}", so it is no post'))
    named = _DATED_NAME.fullmatch(_name(path))
    title = _first(values, _TITLE)
    moment = _moment(_date_of(values, "created") or (named[1] if named else None), zone)
    if title is None or moment is None:
        what = "title" if title is None else "date"
        raise bad_file(path, _fault(f"a post without a {what}", f"add a {what}", "BR106"))
    dek = next((key for key in _DEK if _text(values.get(key))), None)
    return Post(
        title=title,
        published=moment,
        updated=_moment(_first(values, _UPDATED) or _nested(values, "updated"), zone),
        dek=_text(values.get(dek)) if dek else None,
        tags=tuple(dict.fromkeys(tag for key in _TAGS for tag in _texts(values.get(key)))),
        slug=_text(values.get("slug")) or (named[2] if named else _name(path)),
        language=_first(values, ("language", "lang")),
        is_draft=_text(values.get("draft")) == "true" or _text(values.get("published")) == "false",
        addresses=tuple(_addresses(values)),
        left=tuple(key for key in values if key not in _TAKEN and key != dek),
        comments=comments,
        shortcodes=len(_SHORTCODE.findall(body)),
        body=body,
    )


def _parts(text: str, path: str) -> tuple[dict[str, Any], tuple[str, ...], str]:
    """Give keys and values, comments on lines of their own, and the body."""
    toml = _TOML.match(text)
    if toml is None:
        front = split_front(text, path)
        head = text[front.head_start : front.head_end]
        plain = _plain(front.root)
        values = plain if isinstance(plain, dict) else {}
        return values, _comments(head), front.body()
    try:
        values = tomllib.loads(toml["head"].replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise bad_file(path, _fault(f"broken TOML: {error}", "mend it", "BR102")) from error
    return values, _comments(toml["head"]), tidy_body(text[toml.end() :])


def _comments(head: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in head.splitlines() if line.strip().startswith("#"))


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [_plain(item) for item in node.items]
    return {entry.key: _plain(entry.node) for entry in node.entries}


def _text(value: Any) -> str | None:
    """Give a single value as text; TOML's are typed, and `true` is written small."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str | int | float):
        return " ".join(str(value).split()) or None
    return None


def _texts(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if text := _text(one):
            yield text


def _first(values: Mapping[str, Any], keys: Sequence[str]) -> str | None:
    return next((text for key in keys if (text := _text(values.get(key)))), None)


def _nested(values: Mapping[str, Any], key: str) -> str | None:
    """Give a date of Material's blog, whose `date` may be several."""
    held = values.get("date")
    return _text(held.get(key)) if isinstance(held, dict) else None


def _date_of(values: Mapping[str, Any], key: str) -> str | None:
    given = (_text(values.get(one)) for one in _DATE)
    return _nested(values, key) or next(
        (t for t in given if t and t not in ("true", "false")), None
    )


def _moment(text: str | None, zone: tzinfo) -> datetime | date | None:
    found = _MOMENT.fullmatch(text.strip()) if text else None
    if found is None:
        return None
    try:
        if found["hour"] is None:
            return date.fromisoformat(found["day"])
        moment = datetime.fromisoformat(f"{found['day']}T{found['hour']}{found['zone'] or ''}")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _addresses(values: Mapping[str, Any]) -> Iterator[str]:
    for key in _OLD:
        for text in _texts(values.get(key)):
            path = re.sub(r"^https?://[^/]+", "", text)
            # A pattern such as /:year/:title/ is for its program to fill in.
            if path.startswith("/") and ":" not in path and not any(map(str.isspace, path)):
                yield path


def _name(path: str) -> str:
    """Give the file's name without its ending; a bundle's (`ferries/index.md`) is its folder."""
    stem = PurePosixPath(path).stem
    return PurePosixPath(path).parent.name if stem in ("index", "_index") else stem


def _fault(message: str, remedy: str | None = None, code: str = "BR107") -> Fault:
    return Fault(code=code, line=1, column=1, message=message, remedy=remedy)

"""JSON Feed files → entries (jsonfeed.org, versions 1 and 1.1)."""

import html
import json
from collections.abc import Iterator
from typing import Any

from briefings.read.feeds.entries import Entry
from briefings.read.findings import bad_file


def read_json_feed(text: str, shown: str) -> list[Entry]:
    """Give the entries of a JSON Feed, in their order.

    Raises:
        BadFileError: it is no JSON, or no JSON Feed.
    """
    try:
        feed = json.loads(text)
    except json.JSONDecodeError as error:
        raise bad_file("BR230", shown, error.lineno, error.colno, what=error.msg) from None
    except RecursionError:
        raise bad_file("BR230", shown, 1, what="it is nested too deeply") from None
    except ValueError as error:  # a number of thousands of digits
        raise bad_file("BR230", shown, 1, what=str(error)) from None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise bad_file("BR231", shown, 1, what='it has no list of "items"')
    return [_entry(item, feed) for item in feed["items"] if isinstance(item, dict)]


def _entry(item: dict[str, Any], feed: dict[str, Any]) -> Entry:
    words = _string(item, "content_text")
    plain = "".join(f"<p>{html.escape(part)}</p>" for part in words.split("\n\n")) if words else ""
    return Entry(
        key=str(item.get("id") or ""),
        title=_string(item, "title") or None,
        html=_string(item, "content_html") or plain or html.escape(_string(item, "summary")),
        seal=json.dumps(item, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace"),
        summary=html.escape(_string(item, "summary")) or None,
        url=_string(item, "url") or _string(item, "external_url") or None,
        dates=(_string(item, "date_published"),),
        updates=(_string(item, "date_modified"),),
        authors=tuple(_authors(item)) or tuple(_authors(feed)),
        outlet=_string(feed, "title") or None,
        language=_string(item, "language") or _string(feed, "language") or None,
        tags=tuple(tag for tag in _list(item, "tags") if isinstance(tag, str)),
    )


def _string(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else ""


def _list(record: dict[str, Any], key: str) -> list[Any]:
    value = record.get(key)
    return value if isinstance(value, list) else []


def _authors(record: dict[str, Any]) -> Iterator[str]:
    """Give names; version 1 has one `author`, version 1.1 a list."""
    for author in (*_list(record, "authors"), record.get("author")):
        if isinstance(author, dict) and (name := _string(author, "name")):
            yield name

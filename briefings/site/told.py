"""What a built tree tells: the running text of every file, in the pieces readers meet it in.

Pages, feeds, search, the API, calendars and letters are read as those who fetch them read them:
unpacked, decoded, without tags. A piece is a paragraph, an item of a list, a string of JSON.
"""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from html import unescape
from pathlib import Path
from typing import Any, Final

from briefings.errors import BuildError

_INLINE: Final = "a|abbr|b|bdi|bdo|cite|code|em|i|ins|del|mark|q|s|span|strong|sub|sup|time|u"
_BREAK: Final = re.compile(rf"<(?!/?(?:{_INLINE})\b)[^>]*>|<!\[CDATA\[|\]\]>")
_TAG: Final = re.compile(r"<[^>]*>")
_SCRIPT: Final = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL)
_SAID: Final = re.compile(r'\b(?:content|alt|title|aria-label|text|description)="([^"]*)"')


def told_files(site: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give every file that holds running text: its path in the tree, and its pieces.

    Raises:
        BuildError: there is no tree, or a file of it cannot be read.
    """
    if not site.is_dir():
        raise BuildError(f"there is no site at {site}: run `briefings build`")
    for file in sorted(site.rglob("*")):
        read = _READERS.get(file.suffix)
        if read is not None and file.is_file():
            path = file.relative_to(site).as_posix()
            try:
                yield path, tuple(read(file.read_bytes()))
            except (ValueError, OSError) as error:
                raise BuildError(f"{path} is no {file.suffix[1:]} file: {error}") from error


def _html(data: bytes) -> Iterator[str]:
    yield from _of_markup(data.decode())


def _of_markup(text: str) -> Iterator[str]:
    for script in _SCRIPT.finditer(text):
        if "json" in script[2]:
            yield from _strings(json.loads(script[3]))
    text = _SCRIPT.sub("<p>", text)
    yield from (unescape(said[1]) for said in _SAID.finditer(text))
    for piece in _BREAK.split(text):
        plain = unescape(_TAG.sub("", piece))
        if not plain or plain.isspace():
            continue
        if "<" in plain and plain != piece:  # a page in a feed, escaped
            yield from _of_markup(plain)
        else:
            yield plain


def _json(data: bytes) -> Iterator[str]:
    return _strings(json.loads(data))


def _fragment(data: bytes) -> Iterator[str]:
    """Read a page as Pagefind keeps it for excerpts: gzip, a mark, JSON."""
    text = gzip.decompress(data).decode()
    return _strings(json.loads(text[text.index("{") :]))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from _of_markup(value) if "<" in value else [value]
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def _letter(data: bytes) -> Iterator[str]:
    message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
    yield from (str(value) for value in message.values())
    for part in message.walk():
        if part.get_content_type() == "text/html":
            yield from _of_markup(part.get_content())
        elif part.get_content_maintype() == "text":
            yield from re.split(r"\n[ \t]*\n", part.get_content())


def _calendar(data: bytes) -> Iterator[str]:
    yield from re.sub(r"\r?\n[ \t]", "", data.decode()).splitlines()


def _text(data: bytes) -> Iterator[str]:
    yield from re.split(r"\n[ \t]*\n", data.decode())


_READERS: Final[dict[str, Callable[[bytes], Iterator[str]]]] = {
    ".html": _html,
    ".xml": _html,
    ".opml": _html,
    ".svg": _html,
    ".json": _json,
    ".webmanifest": _json,
    ".pf_fragment": _fragment,
    ".eml": _letter,
    ".ics": _calendar,
    ".txt": _text,
    ".md": _text,
}

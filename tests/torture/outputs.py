"""What a built tree is made of: its elements, its documents, and what may not be in them."""

import json
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from pathlib import Path

from lxml import etree

Shape = Counter[tuple[str, ...]]


class _Shapes(HTMLParser):
    """Counts elements, each with the names of its attributes; prose apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.shape: Shape = Counter()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape[(tag, *sorted(name for name, _ in attrs))] += 1
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "action"}]

    def handle_comment(self, data: str) -> None:
        del data
        self.shape[("a comment",)] += 1

    def handle_decl(self, decl: str) -> None:
        del decl
        self.shape[("a declaration",)] += 1

    def handle_pi(self, data: str) -> None:
        del data
        self.shape[("an instruction",)] += 1


def shape_of(html: str) -> tuple[Shape, list[str]]:
    """Give the elements of a page with their attributes' names, and where its links lead."""
    reader = _Shapes()
    reader.feed(html)
    reader.close()
    return reader.shape, reader.links


def faults_of_file(file: Path) -> Iterator[str]:
    """Say why a document of the tree cannot be read by those it is for."""
    content = file.read_bytes()
    try:
        if file.suffix in {".xml", ".opml", ".svg"}:
            etree.fromstring(content)
        elif file.suffix in {".json", ".webmanifest"}:
            json.loads(content)
        elif file.suffix == ".ics":
            yield from _of_calendar(content)
        elif file.suffix == ".eml":
            yield from _of_letter(content)
    except (ValueError, SyntaxError) as error:
        yield f"{type(error).__name__}: {error}"


def _of_calendar(content: bytes) -> Iterator[str]:
    lines = content.decode().split("\r\n")
    if any("\n" in line or "\r" in line for line in lines):
        yield "a bare line end"
    if any(len(line.encode()) > 75 for line in lines):
        yield "a line of more than 75 bytes"
    names = Counter(line for line in lines if line.startswith(("BEGIN:", "END:")))
    if names["BEGIN:VEVENT"] != names["END:VEVENT"] or names["BEGIN:VCALENDAR"] != 1:
        yield f"the parts do not end as they begin: {names}"


def _of_letter(content: bytes) -> Iterator[str]:
    message = message_from_bytes(content, policy=default)
    known = {
        "from",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "content-type",
        "content-language",
    }
    known |= {
        "list-unsubscribe",
        "list-unsubscribe-post",
        "list-id",
        "to",
        "auto-submitted",
        "reply-to",
    }
    if others := {name.lower() for name in message} - known:
        yield f"headers nobody asked for: {sorted(others)}"
    if message.defects or any(part.defects for part in message.walk()):
        yield "it has defects"
    if any(len(line) > 998 for line in content.split(b"\r\n")):
        yield "a line of more than 998 bytes"


def calendar_events(content: bytes) -> int:
    """Count the events of a calendar as a program that unfolds it sees them."""
    unfolded = content.decode().replace("\r\n ", "")
    return unfolded.split("\r\n").count("BEGIN:VEVENT")

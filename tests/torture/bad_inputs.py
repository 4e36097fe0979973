"""Seventy-two inputs that cannot be used: what a tired editor, a stranger or a disk leaves behind."""

import contextlib
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_HEAD = (
    "---\nid: {id}\ntitle: Quay closed\nedition: 2026-03-14\nlanguage: en\nstatus: published\n"
    "articles: [{{key: a, path: a.txt, digest: 'v1:3f2a9c1d5e7b8a60', title: Quay, language: en}}]\n"
)
Put = Callable[[Path], None]


@dataclass(frozen=True)
class Bad:
    """One bad input."""

    name: str
    folder: str
    """Under `content/`."""
    put: Put
    """Is given a path without an ending, whose name says where it stands among the others."""


def _file(content: str | bytes, ending: str = ".md") -> Put:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return lambda path: (path.with_name(path.name + ending).write_bytes(data), None)[1]


def _link(target: str, ending: str = ".md") -> Put:
    return lambda path: path.with_name(path.name + ending).symlink_to(target)


def _pipe(ending: str) -> Put:
    return lambda path: os.mkfifo(path.with_name(path.name + ending))


def _socket(ending: str) -> Put:
    def put(path: Path) -> None:
        # A socket's path may have some hundred characters only.
        with socket.socket(socket.AF_UNIX) as made, contextlib.chdir(path.parent):
            made.bind(path.name + ending)

    return put


def _front(more: str, id_: str = "quay-closed") -> Put:
    return _file(f"{_HEAD.format(id=id_)}{more}---\n\nText.\n")


BRIEFINGS: dict[str, Put] = {
    "empty": _file(""),
    "spaces": _file("  \n\n"),
    "no front matter": _file("# Quay closed\n"),
    "no end": _file("---\ntitle: Quay\n"),
    "broken": _file("---\ntitle: [\n---\n"),
    "a list": _file("---\n- a\n---\n"),
    "a text": _file("---\na\n---\n"),
    "a conflict": _file("---\n<<<<<<< ours\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n---\n"),
    "Latin-1": _file("---\ntitle: Caf\xe9\n---\n".encode("latin-1")),
    "UTF-16": _file("---\ntitle: Quay\n---\n".encode("utf-16")),
    "zeros": _file(b"\0" * 4096),
    "noise": _file(bytes(range(256)) * 16),
    "an archive": _file(b"PK\x03\x04" + b"\0" * 500),
    "too large": _file("---\n" + "a" * (3 * 1024 * 1024)),
    "much YAML": _front("dek: " + "a" * 70_000 + "\n"),
    "an alias": _front("dek: &a x\nstory: *a\n"),
    "a bomb": _front("a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"),
    "a tag": _front("dek: !!python/object/apply:os.system [touch hacked]\n"),
    "a key twice": _front("dek: a\ndek: b\n"),
    "an unknown key": _front("catagories: [a]\n"),
    "deep": _front(f"dek: {'[' * 500}\n"),
    "a wrong date": _front("updated_at: 2026-02-30T25:61Z\n"),
    "a wrong id": _file(_HEAD.format(id="../../etc") + "---\n"),
    "a wrong status": _front("reviewed: yes\n"),
    "a wrong picture": _front("image: {file: ../../../etc/passwd, alt: x}\n"),
    "a huge number": _front("format: " + "9" * 5000 + "\n"),
    "a control": _front('dek: "a\x07"\n'.replace('"', "")),
    "a link out": _link("/etc/passwd"),
    "a link to itself": _link("itself.md"),
    "a link to nothing": _link("gone.md"),
    "a pipe": _pipe(".md"),
    "a socket": _socket(".md"),
}
ARTICLES: dict[str, Put] = {
    "nothing": _file("", ".txt"),
    "white": _file(" \n\t\n", ".txt"),
    "zero bytes": _file(b"\0" * 9000, ".txt"),
    "all bytes": _file(bytes(range(256)) * 64, ".txt"),
    "too long": _file(b"a " * 1_100_000, ".txt"),
    "a half character": _file(b"\xf0\x9f\x98", ".txt"),
    "a zip as text": _file(b"PK\x03\x04" + bytes(range(256)) * 30, ".txt"),
    "a page of nothing": _file("<html><body></body></html>", ".html"),
    "divs without end": _file("<div>" * 60_000, ".html"),
    "a frame": _file("<html><body><iframe src=https://a.example></iframe></body></html>", ".html"),
    "a mail of nothing": _file("", ".eml"),
    "a mail in a mail": _file("Content-Type: message/rfc822\n\n" * 3000, ".eml"),
    "a feed cut off": _file("<rss><channel><item><title>a", ".rss"),
    "laughs": _file("<!DOCTYPE a [<!ENTITY b 'c'>]><rss><channel>&b;</channel></rss>", ".rss"),
    "JSON cut off": _file('{"version": "https://jsonfeed.org/version/1", "items": [', ".json"),
    "a PDF of nothing": _file(b"%PDF-1.7\n%%EOF\n", ".pdf"),
    "a PDF of noise": _file(b"%PDF-1.4\n" + bytes(range(256)) * 40, ".pdf"),
    "an article elsewhere": _link("/etc/passwd", ".txt"),
    "an article gone": _link("gone.txt", ".txt"),
    "an article pipe": _pipe(".txt"),
}
LINES: dict[str, tuple[str, str]] = {
    "names: broken": ("names.yml", "  x: {name: [\n"),
    "names: a key twice": ("names.yml", "  x:\n    name: X\n    name: Y\n"),
    "names: an unknown key": ("names.yml", "  x:\n    nmae: X\n"),
    "names: a wrong id": ("names.yml", "  ../x: {name: X}\n"),
    "names: an alias": ("names.yml", "  x: {name: *a}\n"),
    "names: no end": ("names.yml", '  x: {name: "X}\n'),
    "sources: broken": ("sources.yml", "x: {name: [\n"),
    "sources: no name": ("sources.yml", "x: {kind: newspaper}\n"),
    "sources: wrong rights": ("sources.yml", "x: {name: X, rights: all}\n"),
    "sources: a tab": ("sources.yml", "x:\n\tname: X\n"),
    "stories: broken": ("stories.yml", "x: y: z\n"),
    "stories: a list": ("stories.yml", "x: [a, b]\n"),
    "topics: no name": ("topics.yml", "x: {words: [a]}\n"),
    "topics: an anchor": ("topics.yml", "x: &a {name: X}\n"),
    "diary: a wrong day": ("diary.yml", "x: {when: 2026-02-31, title: X}\n"),
    "diary: broken": ("diary.yml", "x: {when: 2026-04-01, title: 'X}\n"),
    "urls: a bad line": ("urls.txt", "no address at all\n"),
    "urls: half a line": ("urls.txt", "/2026/03/x/\tbriefing\n"),
}
REGISTERS = {
    "names.yml": "people:\n{}  ada: {{name: Omar Haddad, page: yes}}\n{}  mia: {{name: Mia Roe, page: yes}}\n{}",
    "sources.yml": "{}harbour-courier: {{name: Harbour Courier}}\n{}nwa: {{name: NWA}}\n{}",
    "stories.yml": "{}ferry: {{title: Ferry}}\n{}pay: {{title: Pay}}\n{}",
    "topics.yml": "{}sea: {{name: At sea}}\n{}work: {{name: Work}}\n{}",
    "diary.yml": "{}a: {{when: 2026-04-02, title: Hearing}}\n{}b: {{when: 2026-04-03, title: Vote}}\n{}",
    "urls.txt": "{}/2026/03/old/\tbriefing:ferry\n{}/2026/03/other/\tbriefing:ferry\n{}",
}
OTHERS: dict[str, tuple[str, Put]] = {
    "a broken edition": ("editions", _file("---\nlead: [\n---\n")),
    "an edition of no day": ("editions", _file("---\nlead: null\n---\n")),
}
"""Files of other folders; with the rest seventy-two."""

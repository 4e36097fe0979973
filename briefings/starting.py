"""A new desk: the files somebody starts with, one worked example, and nothing overwritten."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template
from typing import Final

from briefings import __version__
from briefings.errors import DeskError
from briefings.store.disk import save_text
from briefings.store.pages_cms import pages_config
from briefings.store.schemas import SCHEMA_NAMES, schema_text

SCHEMAS: Final = ".vscode/schemas"
_EXAMPLE: Final = (
    "content/articles/2026/",
    "content/briefings/2026/",
    "content/registers/urls.txt",
)
_FOLDERS: Final = ("articles", "briefings", "editions", "images")
_OPEN, _SHUT = "$example\n", "$end\n"
_DOT: Final = "dot_"
_PRIVATE: Final = """\
# Others' articles are not ours to publish, and this repository is public.
/content/articles/
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDesk:
    """What a new desk is to be."""

    name: str
    url: str
    language: str = "en"
    timezone: str = "UTC"
    public: bool = False
    """Whether everybody can read its repository."""
    bare: bool = False
    """Without the worked example."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """What was written, and what stood there and was left alone; from the desk's folder."""

    written: tuple[str, ...]
    left: tuple[str, ...]


def start_desk(folder: Path, desk: NewDesk) -> Started:
    """Write the files of a new desk; a file that is there already stays as it is.

    Raises:
        DeskError: the folder is a desk already, or cannot be written.
    """
    if (folder / "mkdocs.yml").exists():
        raise DeskError(f"{folder} is a desk already: it has an mkdocs.yml")
    written, left = [], []
    try:
        for name in _FOLDERS:  # where people put files before a command does
            (folder / "content" / name).mkdir(parents=True, exist_ok=True)
        # The configuration comes last: without it a run that was stopped can be repeated.
        for path, text in sorted(desk_files(desk), key=lambda file: file[0] == "mkdocs.yml"):
            if (folder / path).exists():
                left.append(path)
            else:
                save_text(folder / path, text)
                written.append(path)
    except OSError as error:
        raise DeskError(f"{folder} cannot be written: {error.strerror or error}") from error
    return Started(written=tuple(sorted(written)), left=tuple(sorted(left)))


def desk_files(desk: NewDesk) -> Iterator[tuple[str, str]]:
    """Give path and text of every file of a new desk."""
    values = {
        "name": desk.name,
        "url": desk.url,
        "language": desk.language,
        "timezone": desk.timezone,
        "visibility": "public" if desk.public else "private",
        "version": __version__,
    }
    quoted = {key: json.dumps(value, ensure_ascii=False) for key, value in values.items()}
    for path, text in _starter(files("briefings") / "starter", ""):
        if desk.bare and path.startswith(_EXAMPLE):
            continue
        if path.startswith(".github/"):
            yield path, text
            continue
        filled = Template(text).safe_substitute(quoted if path.endswith(".yml") else values)
        ignored = _PRIVATE if path == ".gitignore" and desk.public else ""
        yield path, _exampled(filled, keep=not desk.bare) + ignored
    yield ".pages.yml", pages_config()
    for name in SCHEMA_NAMES:
        yield f"{SCHEMAS}/{name}.json", schema_text(name)


def _starter(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        name = entry.name.replace(_DOT, ".", 1) if entry.name.startswith(_DOT) else entry.name
        if entry.is_dir():
            yield from _starter(entry, f"{path}{name}/")
        else:
            yield path + name, entry.read_text(encoding="utf-8")


def _exampled(text: str, *, keep: bool) -> str:
    """Keep or leave out what belongs to the example, between its two marks."""
    before, opened, rest = text.partition(_OPEN)
    if not opened:
        return text
    example, _, after = rest.partition(_SHUT)
    return before + (example if keep else "") + after

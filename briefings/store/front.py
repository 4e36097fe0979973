"""Front matter and body of a Markdown file, with the exact place of each."""

import re
from dataclasses import dataclass
from typing import Any, Final

from frontmatter.default_handlers import YAMLHandler

from briefings.store.conflicts import conflict_faults
from briefings.store.faults import Fault, bad_file
from briefings.store.yaml import FRONT_MATTER_BYTES, Mapping, Mark, Node, read_yaml

_MARK = re.compile(r"^(?:<{7}|={7}|>{7})(?:[ \r]|$)", re.MULTILINE)
_BLANK_LINES = re.compile(r"\A(?:[ \t]*\r?\n)+")
NOTHING: Final = Mapping((), Mark(0, 1, 1), 0, flow=False)


class StrictHandler(YAMLHandler):
    """python-frontmatter's YAML handler with the desk's own YAML below it."""

    # Three hyphens and nothing else: a longer line is a rule in prose, and `\s*` would eat lines.
    # A byte order mark may stand before the first; Windows editors write it.
    FM_BOUNDARY = re.compile(r"^\ufeff?---[ \t]*(?=\r?$)", re.MULTILINE)

    def __init__(self, path: str, at: int = 0) -> None:
        super().__init__()
        self.path, self.at = path, at

    def load(self, fm: str, **_: object) -> Any:
        """Read front matter into nodes; an empty one is an empty mapping.

        Raises:
            BadFileError: it is no YAML, or not keys and values.
        """
        node = read_yaml(fm, self.path, limit=FRONT_MATTER_BYTES, at=self.at)
        return NOTHING if node is None else as_mapping(node, self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A file taken apart: `text[head_start:head_end]` is the YAML, `text[body_start:]` the rest."""

    text: str
    root: Mapping
    head_start: int
    head_end: int
    body_start: int

    def body(self) -> str:
        """Give the body without blank lines around it, lines ended by a line feed."""
        return tidy_body(self.text[self.body_start :])

    def newline(self) -> str:
        """Give the line end the file uses, by its first line."""
        first = self.text.partition("\n")[0]
        return "\r\n" if first.endswith("\r") else "\n"


def tidy_body(text: str) -> str:
    """Bring a body to line feeds and no blank lines around it."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _BLANK_LINES.sub("", plain).rstrip()


def split_front(text: str, path: str) -> FrontMatter:
    """Take a file apart.

    Raises:
        BadFileError: without front matter, with conflict markers, or with YAML that is refused.
    """
    if conflicts := conflict_faults(text):
        raise bad_file(path, *conflicts)
    boundary = StrictHandler.FM_BOUNDARY
    opening = boundary.match(text)
    if opening is None:
        raise bad_file(path, _missing("no front matter", "start the file with a line of ---"))
    handler = StrictHandler(path, opening.end())
    try:
        head, body = handler.split(text)
    except ValueError as error:
        fault = _missing("the front matter has no end", "put a line of --- below its last key")
        raise bad_file(path, _half_a_conflict(text) or fault) from error
    if half := _half_a_conflict(text[: opening.end()] + head):
        raise bad_file(path, half)
    return FrontMatter(
        text=text,
        root=handler.load(head),
        head_start=opening.end(),
        head_end=opening.end() + len(head),
        body_start=len(text) - len(body),
    )


def as_mapping(node: Node, path: str) -> Mapping:
    """Give the node, which has to be keys and values.

    Raises:
        BadFileError: it is a list or a text.
    """
    if isinstance(node, Mapping):
        return node
    at = node.start
    message = "expected keys and values, such as title: Ferry inquiry confirmed"
    raise bad_file(path, Fault(code="BR107", line=at.line, column=at.column, message=message))


def _missing(message: str, remedy: str) -> Fault:
    return Fault(code="BR101", line=1, column=1, message=message, remedy=remedy)


def _half_a_conflict(text: str) -> Fault | None:
    """Tell a mark whose others somebody deleted; what stands below it is broken anyway."""
    found = _MARK.search(text)
    if found is None:
        return None
    return Fault(
        code="BR109",
        line=text.count("\n", 0, found.start()) + 1,
        column=1,
        message="a mark of a conflict git could not merge",
        remedy="keep what is right and delete the lines with <<<<<<<, ======= and >>>>>>>",
    )

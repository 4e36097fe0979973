"""Plain pages an editor writes under `content/pages/`: a title and Markdown."""

import re
from pathlib import Path

from briefings.store.disk import read_text
from briefings.store.faults import Fault, bad_file
from briefings.store.front import split_front, tidy_body
from briefings.store.yaml import Mapping, Scalar

_HEADING = re.compile(r"\A#[ \t]+(?P<title>[^\n]+)(?:\n|\Z)")


def load_plain(file: Path, root: Path) -> tuple[str, str | None, str]:
    """Give (title, language or None, Markdown without the heading that repeats the title).

    The title is the front matter's, else the first heading's.

    Raises:
        BadFileError: the file cannot be read, or has no title.
    """
    path = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()
    text = read_text(file, path, root=root).removeprefix("\ufeff")
    front = split_front(text, path) if text.startswith("---") else None
    body = front.body() if front else tidy_body(text)
    heading = _HEADING.match(body)
    language = _value(front.root, "language") if front else None
    title = (_value(front.root, "title") if front else None) or (heading and heading["title"])
    if title is None:
        message, remedy = "the page has no title", "begin with a line such as: # About this site"
        raise bad_file(path, Fault(code="BR106", line=1, column=1, message=message, remedy=remedy))
    rest = body[heading.end() :] if heading else body
    return title.strip(" #"), language, rest


def _value(front: Mapping, key: str) -> str | None:
    entry = front.entry(key)
    node = entry.node if entry else None
    return node.text if isinstance(node, Scalar) and node.text else None

"""Changing a few lines of a front-matter file and nothing else."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefings.store.dump import dump_inline, dump_yaml
from briefings.store.front import FrontMatter
from briefings.store.kinds import Flow, Tree
from briefings.store.yaml import Entry, Listing, Mapping, Node, Scalar

_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]+#")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Put `text` where the file's `[start:end]` stands."""

    start: int
    end: int
    text: str


def apply_edits(front: FrontMatter, edits: Iterable[Edit]) -> str:
    """Make the edits, in the file's own line ends; they must not overlap."""
    text, newline = front.text, front.newline()
    # Later places first, so that earlier ones stay valid; two insertions at one place keep order.
    in_order = sorted(edits, key=lambda edit: edit.start)
    for edit in reversed(in_order):
        text = text[: edit.start] + edit.text.replace("\n", newline) + text[edit.end :]
    return text


def replace_block(front: FrontMatter, entry: Entry, tree: Tree) -> Edit:
    """Write a top-level key and its value anew; what stands below its last line stays."""
    start, end = block_span(front, entry)
    return Edit(start=start, end=end, text=dump_yaml({entry.key: tree}).rstrip("\n"))


def block_span(front: FrontMatter, entry: Entry) -> tuple[int, int]:
    """Give the span from the key to the end of the value's last line, without its line end."""
    last = _end(entry)
    content = front.text[:last].rstrip()
    return entry.at.offset, _line_end(front.text, max(len(content), entry.key_end))


def has_comment(front: FrontMatter, entry: Entry) -> bool:
    """Tell whether somebody wrote a comment between the key and the end of its last line."""
    start, end = block_span(front, entry)
    position = start
    between: list[str] = []
    for first, last in sorted(_spans(entry)):
        between.append(front.text[position : max(first, position)])
        header = front.text[first : _line_end(front.text, first)]
        if _HEADER_COMMENT.match(header):
            return True
        position = max(last, position)
    between.append(front.text[position:end])
    return any("#" in piece for piece in between)


def set_values(front: FrontMatter, mapping: Mapping, values: dict[str, Tree]) -> list[Edit]:
    """Plan to give keys of a mapping their values; comments on and around their lines stay.

    A value that takes several lines has to be a mapping, and is given one: its keys are set.
    """
    edits: list[Edit] = []
    missing: dict[str, Tree] = {}
    for key, tree in values.items():
        entry = mapping.entry(key)
        inner = tree.tree if isinstance(tree, Flow) else tree
        if entry is None:
            missing[key] = tree
        elif isinstance(entry.node, Mapping) and entry.node.entries and isinstance(inner, dict):
            edits += set_values(front, entry.node, inner)
        else:
            edits.append(_replace_value(front, entry, tree))
    return [*edits, _insert(front, mapping, missing)] if missing else edits


def insert_block(front: FrontMatter, above: Entry, key: str, tree: Tree) -> Edit:
    """Plan to write a top-level key that is not there, below another."""
    at = block_span(front, above)[1]
    return Edit(start=at, end=at, text="\n" + dump_yaml({key: tree}).rstrip("\n"))


def _replace_value(front: FrontMatter, entry: Entry, tree: Tree) -> Edit:
    """Write a value on one line anew behind its key."""
    start, end = entry.node.start.offset, entry.node.end
    if start == end:  # nothing stands behind the colon
        start = end = front.text.index(":", entry.key_end) + 1
    space = "" if front.text[start - 1] == " " else " "
    return Edit(start=start, end=end, text=space + dump_inline(tree))


def _insert(front: FrontMatter, mapping: Mapping, values: dict[str, Tree]) -> Edit:
    pairs = [f"{dump_inline(key)}: {dump_inline(tree)}" for key, tree in values.items()]
    if mapping.flow:
        at = front.text.rindex("}", 0, mapping.end)
        comma = ", " if mapping.entries else ""
        return Edit(start=at, end=at, text=comma + ", ".join(pairs))
    at = block_span(front, mapping.entries[-1])[1]
    indent = "\n" + " " * (mapping.entries[0].at.column - 1)
    return Edit(start=at, end=at, text="".join(indent + pair for pair in pairs))


def _end(entry: Entry) -> int:
    return max(entry.key_end, entry.node.end)


def _line_end(text: str, at: int) -> int:
    """Give the index of the line's end, before the characters that make it."""
    found = text.find("\n", at)
    end = len(text) if found < 0 else found
    return end - 1 if end > at and text[end - 1] == "\r" else end


def _spans(entry: Entry) -> list[tuple[int, int]]:
    return [(entry.at.offset, entry.key_end), *_spans_in(entry.node)]


def _spans_in(node: Node) -> list[tuple[int, int]]:
    if isinstance(node, Scalar):
        return [(node.start.offset, node.end)]
    if isinstance(node, Listing):
        return [span for item in node.items for span in _spans_in(item)]
    return [span for entry in node.entries for span in _spans(entry)]

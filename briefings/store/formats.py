"""The format of a briefing file, by its key `format`, and what is said of one we do not write.

0 is a post of another program, which `briefings migrate` takes over; 1 is today's, also where the
key is missing. A later format gets its number here, and `briefings migrate` the step that leads
to it.
"""

from typing import Final

from briefings.store.faults import Fault
from briefings.store.posts import is_post
from briefings.store.yaml import Mapping, Scalar

NOW: Final = 1
POST: Final = 0


def format_of(root: Mapping) -> int:
    """Give the number of a file's format; what is no number is today's, and told as a fault."""
    entry = root.entry("format")
    if entry is None:
        return POST if is_post(root) else NOW
    text = entry.node.text if isinstance(entry.node, Scalar) else None
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else NOW


def other_format(root: Mapping) -> Fault | None:
    """Say of a file of another format what to do, in one message; None where it is of today's."""
    number = format_of(root)
    entry = root.entry("format")
    if number > NOW and entry is not None:
        at = entry.node.start
        return Fault(
            code="BR115",
            line=at.line,
            column=at.column,
            message=f"written by a newer program: format {number}, and this one reads {NOW}",
            remedy="update it: pip install --upgrade briefings",
        )
    if number == POST:
        return Fault(
            code="BR116",
            line=root.start.line,
            column=root.start.column,
            message="a post of another program, not a briefing",
            remedy="run `briefings migrate FILE`, which shows what it would become",
        )
    return None

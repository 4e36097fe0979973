"""The order of keys in front matter: blocks change places whole, comments above them go along."""

from itertools import pairwise

from briefings.store.blocks import block_span
from briefings.store.front import FrontMatter
from briefings.store.schema import BRIEFING

ORDER = {field.key: number for number, field in enumerate(BRIEFING.fields)}


def in_order(front: FrontMatter) -> str:
    """Give the text with its top-level keys in the order of the schema.

    A comment at the margin belongs to the key below it; what stands above the first key and below
    the last block stays where it is. A file with an unknown key is given back as it is.
    """
    entries = front.root.entries
    if any(entry.key not in ORDER for entry in entries):
        return front.text
    wanted = sorted(entries, key=lambda entry: ORDER[entry.key])
    if list(entries) == wanted:
        return front.text
    starts = [entries[0].at.offset]
    for above, entry in pairwise(entries):
        starts.append(_with_comments(front, block_span(front, above)[1], entry.at.offset))
    end = _after_line(front.text, block_span(front, entries[-1])[1])
    ends = [*starts[1:], end]
    blocks = {e.key: front.text[a:b] for e, a, b in zip(entries, starts, ends, strict=True)}
    moved = "".join(blocks[entry.key] for entry in wanted)
    return front.text[: starts[0]] + moved + front.text[end:]


def _with_comments(front: FrontMatter, above: int, key: int) -> int:
    """Give where the comments begin that stand at the margin right above a key."""
    start = key
    floor = _after_line(front.text, above)
    while start > floor:
        line_start = front.text.rfind("\n", 0, start - 1) + 1
        line = front.text[line_start:start]
        if line_start < floor or (line.strip() and not line.startswith("#")):
            break
        start = line_start
    return start


def _after_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1

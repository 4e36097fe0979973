"""Adding to `articles.yml` an entry at a time: what people wrote there stays byte for byte."""

from briefings.model import SpikedRecord
from briefings.store.blocks import Edit, apply_edits, block_span
from briefings.store.dump import dump_inline, dump_yaml
from briefings.store.front import FrontMatter
from briefings.store.kinds import Flow, Tree
from briefings.store.name_edits import open_register, put_at_end
from briefings.store.yaml import Entry, Listing

_KEY = "spiked"


def add_spiked(text: str, path: str, record: SpikedRecord) -> str:
    """Give the register with one more article that is not to be offered again.

    Raises:
        BadFileError: the register cannot be read.
    """
    front = open_register(text, path)
    entry = front.root.entry(_KEY)
    tree = _tree(record)
    if entry is None:
        return put_at_end(text, dump_yaml({_KEY: [tree]}))
    return apply_edits(front, [_one_more(front, entry, tree)])


def _tree(record: SpikedRecord) -> dict[str, Tree]:
    given = {
        "title": record.title,
        "digest": record.digest,
        "by": record.by,
        "why": record.why,
        "sketch": record.sketch,
    }
    return {key: value for key, value in given.items() if value is not None}


def _one_more(front: FrontMatter, entry: Entry, tree: dict[str, Tree]) -> Edit:
    """Plan to add an item to the list, in the style it is written in."""
    listing = entry.node
    if not isinstance(listing, Listing) or not listing.items:  # `spiked: []`, or nothing behind it
        colon = front.text.index(":", entry.key_end) + 1
        end = block_span(front, entry)[1]
        comment = front.text[max(listing.end, colon) : end].rstrip()
        return Edit(start=colon, end=end, text=comment + _lines(tree, "  "))
    if listing.flow:
        at = front.text.rindex("]", 0, listing.end)
        return Edit(start=at, end=at, text=f", {dump_inline(Flow(tree))}")
    at = block_span(front, entry)[1]
    dash = front.text.rindex("-", 0, listing.items[-1].start.offset + 1)
    indent = dash - (front.text.rfind("\n", 0, dash) + 1)
    return Edit(start=at, end=at, text=_lines(tree, " " * indent))


def _lines(tree: dict[str, Tree], indent: str) -> str:
    written = dump_yaml({_KEY: [tree]}).rstrip("\n").split("\n")[1:]
    own = len(written[0]) - len(written[0].lstrip())
    return "".join(f"\n{indent}{line[own:]}" for line in written)

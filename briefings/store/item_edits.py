"""Adding an item to a list in a file, in the style the list is written in."""

from briefings.store.blocks import Edit, block_span
from briefings.store.dump import dump_inline, dump_yaml
from briefings.store.front import FrontMatter
from briefings.store.kinds import Flow, Tree
from briefings.store.yaml import Entry, Listing


def add_item(front: FrontMatter, entry: Entry, tree: dict[str, Tree]) -> Edit:
    """Plan to add an item to the list of a key; comments stay where they are."""
    listing = entry.node
    if not isinstance(listing, Listing) or not listing.items:  # `spiked: []`, or nothing behind it
        colon = front.text.index(":", entry.key_end) + 1
        end = block_span(front, entry)[1]
        comment = front.text[max(listing.end, colon) : end].rstrip()
        return Edit(start=colon, end=end, text=comment + _lines(entry.key, tree, "  "))
    if listing.flow:
        at = front.text.rindex("]", 0, listing.end)
        return Edit(start=at, end=at, text=f", {dump_inline(Flow(tree))}")
    at = block_span(front, entry)[1]
    dash = front.text.rindex("-", 0, listing.items[-1].start.offset + 1)
    indent = dash - (front.text.rfind("\n", 0, dash) + 1)
    return Edit(start=at, end=at, text=_lines(entry.key, tree, " " * indent))


def _lines(key: str, tree: dict[str, Tree], indent: str) -> str:
    written = dump_yaml({key: [tree]}).rstrip("\n").split("\n")[1:]
    own = len(written[0]) - len(written[0].lstrip())
    return "".join(f"\n{indent}{line[own:]}" for line in written)

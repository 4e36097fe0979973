"""YAML nodes as plain values, for comparing."""

from briefings.store.yaml import Listing, Mapping, Node


def plain(node: Node | None) -> object:
    """Give a node as dictionaries, lists and texts."""
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.node) for entry in node.entries}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return node.text if node is not None else None

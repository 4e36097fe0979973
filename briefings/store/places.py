"""Where in a file a value stands, found when somebody asks."""

from dataclasses import dataclass

from briefings.errors import Place
from briefings.model import Briefing
from briefings.store.front import split_front
from briefings.store.yaml import Listing, Mapping, Mark, Node

KeyPath = tuple[str | int, ...]
"""Keys and positions from the top: `("quotes", 2, "text")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedBriefing:
    """A briefing and the text of its file, from which places are read when a finding needs one.

    Keeping the text is ten times smaller than keeping the place of every value.
    """

    briefing: Briefing
    text: str

    def place(self, *keys: str | int) -> Place:
        """Give the place of a key or list item; of the nearest one above where it is absent."""
        if keys == ("body",):
            return self._body()
        front = split_front(self.text, self.briefing.path)
        mark = find_mark(front.root, keys)
        return Place(self.briefing.path, mark.line, mark.column)

    def _body(self) -> Place:
        front = split_front(self.text, self.briefing.path)
        rest = self.text[front.body_start :]
        blank = len(rest) - len(rest.lstrip())
        return Place(self.briefing.path, self.text.count("\n", 0, front.body_start + blank) + 1, 1)


def find_mark(root: Node, keys: KeyPath) -> Mark:
    """Follow keys as far as they lead: to a key's own place, or to an item's."""
    node, mark = root, root.start
    for key in keys:
        if isinstance(node, Mapping) and (entry := node.entry(str(key))) is not None:
            node, mark = entry.node, entry.at
        elif isinstance(node, Listing) and isinstance(key, int) and key < len(node.items):
            node = node.items[key]
            mark = node.start
        else:
            break
    return mark

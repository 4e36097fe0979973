"""Where in a file a value stands, found when somebody asks."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from briefings.errors import Place
from briefings.model import Briefing
from briefings.store.front import FrontMatter, StrictHandler, split_front
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
        if len(keys) == 1 and (line := self._line_of(str(keys[0]))):
            return Place(self.briefing.path, line, 1)
        front = _taken_apart(self.text, self.briefing.path)
        mark = find_mark(front.root, keys)
        return Place(self.briefing.path, mark.line, mark.column)

    def _line_of(self, key: str) -> int:
        """Find a top-level key of block style without reading the YAML; 0 where it is not plain.

        Nothing but a key of the outermost mapping stands at the margin of front matter that reads.
        """
        end = self.text.find("\n---", 3)
        at = self.text.find(f"\n{key}:", 0, end)
        return 0 if at < 0 else self.text.count("\n", 0, at) + 2

    def _body(self) -> Place:
        boundaries = islice(StrictHandler.FM_BOUNDARY.finditer(self.text), 2)
        start = max(found.end() for found in boundaries)
        rest = self.text[start:]
        blank = len(rest) - len(rest.lstrip())
        return Place(self.briefing.path, self.text.count("\n", 0, start + blank) + 1, 1)


@lru_cache(maxsize=2)
def _taken_apart(text: str, path: str) -> FrontMatter:
    """Read a file with places; its findings come one after the other."""
    return split_front(text, path)


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

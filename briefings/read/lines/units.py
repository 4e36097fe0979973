"""Units: what a writer meant as one line, though the file may wrap it over several."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from briefings.model import Role
from briefings.read.cleaning import fold_space

_WORD = re.compile(r"\S+")
_STOPS = tuple(".!?…。！？؟।")
# What may follow the full stop: `(AFP)`, `— NWA`
_ASIDE = re.compile(r"\s+(?:[(\[][^()\[\]]{1,60}[)\]]|[—–-]{1,2}\s?[A-Z]\w{1,12})\.?$")
_CLOSERS = "\"'”’»)]›“"
# Mail and wire copy is wrapped at 65 to 80; some terminals at 100.
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 40


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a unit and what it is; offsets count from the unit's start."""

    role: Role
    reason: str
    start: int
    end: int


@dataclass(slots=True)
class Unit:
    """One line, or several lines wrapped from one, with the roles found in it so far."""

    start: int
    """Offset into the readable text."""
    raw: str
    """As it stands there, without the last line end."""
    gap: bool
    """True when a blank line, or the start of the file, stands before it."""
    text: str = ""
    """With single spaces."""
    level: int = 0
    """Of a heading where the format marks one, from 1; 0 elsewhere."""
    is_item: bool = False
    """True for a list item where the format marks one."""
    places: tuple[int, ...] | None = None
    """Offsets into the readable text of each character of `raw`, and its end, where markup stands
    between them; None where `raw` is the text as it stands."""
    parts: list[Part] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.text or fold_space(self.raw)

    @property
    def role(self) -> Role | None:
        """The first role found; None while the unit is still open."""
        return self.parts[0].role if self.parts else None

    def place(self, offset: int) -> int:
        """Give the offset in the readable text of one in `raw`."""
        if offset == 0:
            return self.start
        return self.start + offset if self.places is None else self.places[offset]

    def mark(self, role: Role, reason: str) -> None:
        """Give the whole unit one role."""
        self.parts = [Part(role, reason, 0, len(self.raw))]

    def split(self, *pieces: tuple[Role, str, int]) -> None:
        """Give the unit several roles: each piece is a role, its reason and where it ends."""
        self.parts = []
        start = 0
        for role, reason, end in pieces:
            if end > start:
                self.parts.append(Part(role, reason, start, end))
                start = end
        if self.parts and start < len(self.raw):
            last = self.parts[-1]
            self.parts[-1] = Part(last.role, last.reason, last.start, len(self.raw))

    def words(self) -> int:
        """Count what stands between spaces."""
        return self.text.count(" ") + 1

    def ends_sentence(self) -> bool:
        """Tell whether it closes with a full stop or its like, quotation marks aside."""
        last = self.text.rsplit(" ", 1)[-1]
        is_address = last.startswith(("http://", "https://", "www.")) and self.words() >= 6
        tail = self.text[-200:]
        ends = (text.rstrip(_CLOSERS) for text in (tail, _ASIDE.sub("", tail)))
        return is_address or any(end.endswith(_STOPS) for end in ends)

    def is_prose(self) -> bool:
        """Tell whether it reads as a paragraph: long, or a sentence of some length."""
        size = len(self.text)
        return size >= 200 or (size >= 90 and self.ends_sentence())

    def texts(self, role: Role) -> list[str]:
        """Give the words of each part that has the role."""
        whole = len(self.parts) == 1
        return [
            self.text if whole else fold_space(self.raw[part.start : part.end])
            for part in self.parts
            if part.role is role
        ]


def cut_units(text: str) -> list[Unit]:
    """Cut a plain text into units; hard-wrapped lines are joined to what they were."""
    lines = _lines(text)
    width = _wrap_width([line for _, line in lines])
    bounds: list[tuple[int, int, bool]] = []
    gap, before = True, ""
    for start, line in lines:
        if not line.strip():
            gap = True
            continue
        end = start + len(line)
        if bounds and not gap and width and _is_wrapped(before, line, width):
            bounds[-1] = (bounds[-1][0], end, bounds[-1][2])
        else:
            bounds.append((start, end, gap))
        gap, before = False, line
    return [Unit(start, text[start:end], gap) for start, end, gap in bounds]


def _lines(text: str) -> list[tuple[int, str]]:
    start, lines = 0, []
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    return lines


def _wrap_width(lines: list[str]) -> int:
    """Give the column a text was wrapped at; 0 where its lines are whole paragraphs.

    A wrapped text has no long line, and most of its line breaks inside blocks stand where the
    next word would not have fitted.
    """
    width = max((len(line.rstrip()) for line in lines), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    forced = sum(_is_wrapped(a, b, width) for a, b in pairs)
    return width if forced >= 3 and forced * 2 >= len(pairs) else 0


def _is_wrapped(before: str, line: str, width: int) -> bool:
    """Tell whether a line goes on the one before it: its first word had no room there."""
    if line[:1].isspace():  # an indent opens a paragraph
        return False
    first = _WORD.match(line)
    return first is not None and len(before.rstrip()) + 1 + len(first[0]) > width - 2

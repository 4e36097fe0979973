"""Decoded text → text to read: mojibake repaired, controls out, NFC; every offset kept.

The roles of a file must rejoin to the file as it was decoded, while its values must be fit to
print. So the readers work on `Readable.text`, and `Readable.place` leads each offset home.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

import ftfy
from ftfy.badness import is_bad

from briefings.errors import Finding
from briefings.read.findings import find_fault

# One of these ends a line; offsets of the two-character one map to its beginning.
_LINE_END = re.compile(r"\r\n|\r|\n")
_SPACES = frozenset("\v\f\x1c\x1d\x1e\x85\u2028\u2029")
# Harmless and invisible: left out without a word.
_SILENT = frozenset("\ufeff\u200b\u00ad\u200e\u200f\u061c\u2060")
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060"
    "\u2066-\u2069\ue000-\uf8ff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


_ASCII = bytes([9, 10, *range(32, 127)])
# In normal form, and none of them begins or goes on what mojibake looks like.
_COMMON = frozenset(
    "\u2018\u2019\u201c\u201d\u201e\u2013\u2014\u2026\u2022\u00a0\u00a9\u00ab\u00bb\u00b7\u00a3\u00b0"
)
# A lead byte of UTF-8 and its follower, as the single-byte encodings show them; `is_bad` decides.
_MOJIBAKE = re.compile(
    "[\u00c2-\u00f4\u0102\u0106\u0139\u00c4-\u00c6\u0420\u0421\u0413\u0432][\u0080-\u00bf\u0152-\u0192"
    "\u02c6\u02dc\u2013-\u2044\u20ac\u2122\u0400-\u040f\u0450-\u045f\u0490\u0491\u2116]"
)


@dataclass(frozen=True, slots=True)
class Readable:
    """A text fit to read, and the way back to the file."""

    text: str
    """Lines end with a line feed alone."""
    decoded: str
    """As the file has it."""
    places: tuple[tuple[int, ...], tuple[int, ...]] | None
    """Where stretches of `text` begin that go on in `decoded` without a gap, there and here; its
    end is the last. None where all offsets are equal."""
    findings: tuple[Finding, ...] = ()

    def place(self, offset: int) -> int:
        """Give the offset in the decoded text that belongs to one in `text`."""
        if offset <= 0:
            return 0  # what was left out before the first character belongs to it
        if self.places is None:
            return offset
        starts, homes = self.places
        stretch = bisect_right(starts, offset) - 1
        return homes[stretch] + offset - starts[stretch]


def clean_text(decoded: str, shown: str) -> Readable:
    """Make a text fit to read and report what was changed."""
    if not _needs_care(decoded):
        return Readable(decoded, decoded, None)
    plain = decoded.replace("\r\n", "\n")
    if not _needs_care(plain):
        return Readable(plain, decoded, _places_of_lines(decoded))
    cleaner = _Cleaner(shown)
    start = 0
    for end in _LINE_END.finditer(decoded):
        cleaner.add_line(decoded[start : end.start()], start)
        cleaner.add("\n", end.start())
        start = end.end()
    cleaner.add_line(decoded[start:], start)
    cleaner.add("", len(decoded))
    places = (tuple(cleaner.starts), tuple(cleaner.homes))
    return Readable("".join(cleaner.kept), decoded, places, tuple(cleaner.report()))


def _places_of_lines(decoded: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give where stretches begin, here and there, if only line ends of two characters differ."""
    homes = (0, *(found.end() for found in re.finditer("\r\n", decoded)), len(decoded))
    starts = (*(home - number for number, home in enumerate(homes[:-1])),)
    return (*starts, len(decoded) - len(starts) + 1), homes


def fold_space(text: str) -> str:
    """Bring white space, line ends included, to single spaces."""
    return " ".join(text.split())


def is_hidden(character: str) -> bool:
    """Tell whether a character is a control, a direction mark or another that prints nothing."""
    return _SUSPECT.match(character) is not None or "\ud800" <= character <= "\udfff"


def _needs_care(text: str) -> bool:
    if _is_plain(text):
        return False
    return (
        "\r" in text
        or _SUSPECT.search(text) is not None
        or not unicodedata.is_normalized("NFC", text)
        or _may_be_mojibake(text)
    )


def _is_plain(text: str) -> bool:
    """Tell quickly that a text has printable ASCII and common signs alone; deleting is in C."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return not rest or _COMMON.issuperset(rest.decode("utf-8", "surrogatepass"))


def _may_be_mojibake(text: str) -> bool:
    """Ask quickly what `is_bad` answers slowly: a lead byte's letter before a sign."""
    return _MOJIBAKE.search(text) is not None


class _Cleaner:
    """Collects clean characters with their places, and counts what it left out."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.kept: list[str] = []
        self.starts: list[int] = []
        self.homes: list[int] = []
        self.size = 0
        self.repairs: list[tuple[int, str]] = []
        self.controls = 0
        self.first_control = 0
        self.line = 1

    def add(self, text: str, place: int) -> None:
        """Keep a stretch as it is."""
        if not self.homes or place - self.size != self.homes[-1] - self.starts[-1]:
            self.starts.append(self.size)
            self.homes.append(place)
        self.kept.append(text)
        self.size += len(text)
        self.line += text == "\n"

    def add_line(self, line: str, start: int) -> None:
        """Clean one line, its end not included."""
        if not _needs_care(line):
            self.add(line, start)
            return
        # One token in, one token out: a repaired word keeps the place of the word it was.
        place = start
        fixed = self._repaired(line)
        for raw, token in _aligned(line, fixed):
            if raw == token:
                self._add_stretch(token, place)
            else:
                for character in token:
                    self._add_clean(character, place)
            place += len(raw)

    def _add_stretch(self, text: str, place: int) -> None:
        """Keep a stretch but for the odd characters in it."""
        last = 0
        for odd in _SUSPECT.finditer(text):
            if odd.start() > last:
                self.add(text[last : odd.start()], place + last)
            self._add_clean(odd[0], place + odd.start())
            last = odd.end()
        if last < len(text):
            self.add(text[last:], place + last)

    def _repaired(self, line: str) -> str:
        suspect = _may_be_mojibake(line) and is_bad(line)
        fixed = ftfy.fix_encoding(line) if suspect else line
        fixed = fixed.replace("\n", " ").replace("\r", " ")
        if fixed != line:
            self.repairs.append((self.line, fixed))
        return unicodedata.normalize("NFC", fixed)

    def _add_clean(self, character: str, place: int) -> None:
        if character in _SPACES:
            self.add(" ", place)
        elif character in _SILENT or "\ue000" <= character <= "\uf8ff":  # an icon font's
            return
        elif _SUSPECT.match(character):
            self.controls += 1
            self.first_control = self.first_control or self.line
        else:
            self.add(character, place)

    def report(self) -> list[Finding]:
        """Say what was repaired and left out."""
        found = []
        if self.repairs:
            line, fixed = self.repairs[0]
            found.append(find_fault("BR212", self.shown, line, what=f'"{fold_space(fixed)[:40]}"'))
        if self.controls:
            found.append(
                find_fault("BR213", self.shown, self.first_control, what=str(self.controls))
            )
        return found


def _aligned(line: str, fixed: str) -> list[tuple[str, str]]:
    """Pair the words of a line with what they became; one pair where the words do not match."""
    if line == fixed:
        return [(line, fixed)]
    raw, clean = line.split(" "), fixed.split(" ")
    if len(raw) != len(clean):
        return [(line, fixed)]
    last = len(raw) - 1
    return [
        (before + " " * (index < last), after + " " * (index < last))
        for index, (before, after) in enumerate(zip(raw, clean, strict=True))
    ]

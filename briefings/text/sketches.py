"""Sketches: a few hundred bytes that tell whether two texts are copies of one another.

A sketch keeps the 64 smallest hashes of a text's word five-grams. Up to the smaller of two
sketches' largest hashes both texts are known completely, so that stretch is a fair sample of what
they share: of everything (resemblance) and of the shorter text (containment), which still is
near 1 where a tail was cut or a new top was written. The method is the bottom-k sketch of
A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997.
"""

import base64
import binascii
import functools
import hashlib
import re
import struct
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

VERSION = "v1"
_WORDS = 5
_KEPT = 64
_ALL = 1 << 32
_LEAST_RUN = 8
# Chinese and Japanese write no spaces: there each character counts as a word.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


def sketch_text(text: str) -> str:
    """Give `v1:` and base64 of the smallest hashes; case, accents and marks do not count."""
    hashes = sorted({_hash(shingle) for shingle in _shingles(text)})[:_KEPT]
    packed = struct.pack(f">{len(hashes)}I", *hashes)
    return f"{VERSION}:{base64.b64encode(packed).decode()}"


def read_sketch(sketch: str) -> tuple[int, ...]:
    """Give the hashes of a sketch, smallest first.

    Raises:
        ValueError: the text is not a sketch this version writes.
    """
    version, _, packed = sketch.partition(":")
    try:
        content = base64.b64decode(packed, validate=True)
    except binascii.Error as error:
        raise ValueError(f"not a sketch: {sketch[:20]!r}") from error
    if version != VERSION or len(content) % 4 or len(content) > 4 * _KEPT:
        raise ValueError(f"not a sketch of version {VERSION}: {sketch[:20]!r}")
    return struct.unpack(f">{len(content) // 4}I", content)


def is_sketch(text: str) -> bool:
    """Tell whether a text is a sketch this version writes."""
    try:
        read_sketch(text)
    except ValueError:
        return False
    return True


def likeness(a: str, b: str) -> float:
    """Estimate what part of all five-grams two texts share, 0 to 1; 0 if either is empty."""
    shared, ours, theirs = _compare(a, b)
    together = ours + theirs - shared
    return shared / together if together else 0.0


def containment(a: str, b: str) -> tuple[float, int]:
    """Estimate what part of the shorter text stands in the other, and on how many hashes.

    The second number says how much the first is worth: a share of three hashes is a guess.
    """
    shared, ours, theirs = _compare(a, b)
    least = min(ours, theirs)
    return (shared / least if least else 0.0), least


def shared_run(text: str, sketches: Sequence[str]) -> str | None:
    """Give the longest run of a text's words that all sketched texts hold, as far as they tell.

    It begins and ends with five words that every sketch has; of those between, none is missing
    from a sketch that would have it. None below eight words, which may be chance.
    """
    plain, places = _traced(text)
    words = list(_WORD.finditer(plain))
    held = [(own, _known_to(hashes)) for hashes, own in map(_read, sketches) if hashes]
    if len(held) < len(sketches):
        return None
    first: int | None = None
    longest = (0, _LEAST_RUN - 1)
    for start in range(len(words) - _WORDS + 1):
        value = _hash(" ".join(word[0] for word in words[start : start + _WORDS]))
        if any(value <= last and value not in own for own, last in held):
            first = None
        elif all(value in own for own, _ in held):
            first = start if first is None else first
            longest = max(longest, (first, start + _WORDS), key=lambda run: run[1] - run[0])
    begin, end = longest
    if end - begin < _LEAST_RUN:
        return None
    return text[places[words[begin].start()] : places[words[end - 1].end() - 1] + 1]


def _traced(text: str) -> tuple[str, Sequence[int]]:
    """Bring a text to its plain form, and say for each character where it is from."""
    if text.isascii():
        return _plain(text), range(len(text))
    pieces = [(_plain(char), place) for place, char in enumerate(text)]
    places = [place for piece, place in pieces for _ in piece]
    return "".join(piece for piece, _ in pieces), places


def _compare(a: str, b: str) -> tuple[int, int, int]:
    """Count hashes in common, in `a` and in `b`, as far as both sketches know their texts."""
    (ours, our_set), (theirs, their_set) = _read(a), _read(b)
    last = min(_known_to(ours), _known_to(theirs))
    shared = sum(value <= last for value in our_set & their_set)
    return shared, bisect_right(ours, last), bisect_right(theirs, last)


@functools.lru_cache(maxsize=4096)
def _read(sketch: str) -> tuple[tuple[int, ...], frozenset[int]]:
    hashes = read_sketch(sketch)
    return hashes, frozenset(hashes)


def _known_to(hashes: tuple[int, ...]) -> int:
    """Give the hash up to which the sketch holds every five-gram of its text."""
    return hashes[-1] if len(hashes) == _KEPT else _ALL


def _shingles(text: str) -> set[str]:
    words = _WORD.findall(_plain(text))
    if not words:
        return set()
    last = max(1, len(words) - _WORDS + 1)
    return {" ".join(words[start : start + _WORDS]) for start in range(last)}


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    open_form = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in open_form if not unicodedata.combining(char))


def _hash(shingle: str) -> int:
    return int.from_bytes(
        hashlib.blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big"
    )

"""Ways to damage a good file: cut, repeat, swap, splice, overwrite, and put in what is hostile."""

import random
from collections.abc import Callable

from tests.read.hostile import HOSTILE

Damage = Callable[[bytearray, random.Random], None]


def _somewhere(content: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(content) + 1)


def cut(content: bytearray, chance: random.Random) -> None:
    """Leave out a stretch."""
    start = _somewhere(content, chance)
    del content[start : start + chance.randrange(1, 400)]


def end_early(content: bytearray, chance: random.Random) -> None:
    """Stop, as a broken download does."""
    del content[_somewhere(content, chance) :]


def repeat(content: bytearray, chance: random.Random) -> None:
    """Write a stretch several times."""
    start = _somewhere(content, chance)
    piece = content[start : start + chance.randrange(1, 200)]
    content[start:start] = piece * chance.randrange(1, 12)


def swap(content: bytearray, chance: random.Random) -> None:
    """Let two stretches change places."""
    one, other = sorted((_somewhere(content, chance), _somewhere(content, chance)))
    size = chance.randrange(1, 120)
    first, second = content[one : one + size], content[other : other + size]
    content[other : other + size] = first
    content[one : one + size] = second


def swap_lines(content: bytearray, chance: random.Random) -> None:
    """Put the lines of a stretch in another order."""
    lines = bytes(content).split(b"\n")
    start = chance.randrange(len(lines))
    some = lines[start : start + chance.randrange(2, 12)]
    chance.shuffle(some)
    lines[start : start + len(some)] = some
    content[:] = b"\n".join(lines)


def overwrite(content: bytearray, chance: random.Random) -> None:
    """Change single bytes."""
    for _ in range(chance.randrange(1, 9)):
        if content:
            content[chance.randrange(len(content))] = chance.randrange(256)


def insert(content: bytearray, chance: random.Random) -> None:
    """Put in something hostile."""
    place = _somewhere(content, chance)
    content[place:place] = chance.choice(HOSTILE) * chance.choice((1, 1, 1, 2, 9))


def insert_line(content: bytearray, chance: random.Random) -> None:
    """Put something hostile on a line of its own."""
    ends = [place for place, byte in enumerate(content) if byte == ord("\n")] or [0]
    content[(place := chance.choice(ends)) : place] = b"\n" + chance.choice(HOSTILE) + b"\n"


def recode(content: bytearray, chance: random.Random) -> None:
    """Write it in another encoding."""
    text = bytes(content).decode("utf-8", "replace")
    encoding = chance.choice(
        ("utf-16", "utf-16-be", "cp1252", "cp1256", "utf-8-sig", "utf-32", "utf-7")
    )
    content[:] = text.encode(encoding, "replace")


KINDS: tuple[Damage, ...] = (
    *(
        cut,
        end_early,
        repeat,
        swap,
        swap_lines,
        overwrite,
        insert,
        insert,
        insert_line,
        insert_line,
    ),
)


def damaged(seed: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Damage a file a few times; now and then splice another into it, or recode it."""
    content = bytearray(seed)
    if chance.random() < 0.15:
        other = chance.choice(others)
        start = _somewhere(content, chance)
        content[start : start + chance.randrange(400)] = other[chance.randrange(len(other)) :]
    for _ in range(chance.choice((1, 1, 2, 3, 5, 9))):
        chance.choice(KINDS)(content, chance)
    if chance.random() < 0.06:
        recode(content, chance)
    return bytes(content)

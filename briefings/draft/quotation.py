"""Where a paragraph stands inside quotation marks; every mark is looked at once."""

import re
from collections.abc import Iterator, Sequence

_MARKS = re.compile(
    r"(?P<opens>[\"“„«「『]|»(?=[^\W_])|(?<![^\W_])['‘](?=[^\W_]))|[”»」』]|(?<=[^\s])['’](?![^\W_])"
)
_DOUBLE = frozenset('"“”„«»「」『』')
_CLOSED_BY = {
    '"': '"',
    "'": "'",
    "“": "”",
    "‘": "’",
    "„": "“",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
}


def open_at(paragraph: str, positions: Sequence[int]) -> tuple[bool, ...]:
    """Tell for each position, in ascending order, whether it lies inside a quotation.

    Single marks count only where there are no others; an apostrophe never opens.
    """
    answers: list[bool] = []
    steps = _steps(paragraph)
    place, after, _ = next(steps)
    is_open = False
    for position in positions:
        while place < position:
            is_open = after is not None
            place, after, _ = next(steps)
        answers.append(is_open)
    return tuple(answers)


def opening_states(paragraph: str, parts: Sequence[str]) -> tuple[tuple[bool, bool], ...]:
    """Tell for each sentence whether a quotation is open where it begins and where it ends."""
    bounds: list[int] = []
    position = 0
    for text in parts:
        start = paragraph.index(text, position)
        position = start + len(text)
        bounds += [start, position]
    states = open_at(paragraph, bounds)
    return tuple(zip(states[::2], states[1::2], strict=True))


def is_balanced(text: str) -> bool:
    """Tell whether every quotation in a text is closed, and none that was not opened."""
    wanted: str | None = None
    for _, after, stray in _steps(text):
        if stray:
            return False
        wanted = after
    return wanted is None


def _steps(paragraph: str) -> Iterator[tuple[int, str | None, bool]]:
    """Give each mark's place, the mark then waited for, and whether it closed nothing.

    A last step behind the end keeps what was waited for.
    """
    found = list(_MARKS.finditer(paragraph))
    if any(mark[0] in _DOUBLE for mark in found):
        found = [mark for mark in found if mark[0] in _DOUBLE]
    wanted: str | None = None
    for mark in found:
        stray = False
        if wanted is None:
            wanted = _CLOSED_BY[mark[0]] if mark["opens"] else None
            # A lone ' behind a word is a possessive: the dockers' union.
            stray = wanted is None and mark[0] in _DOUBLE
        elif mark[0] == wanted:
            wanted = None
        yield mark.start(), wanted, stray
    yield len(paragraph) + 1, wanted, False

"""Time grows as the text does: twice and four times the text takes no more than in proportion.

The readers' own limits are in `tests/read/test_fuzz_limits.py`; here it is what a build does with a
briefing's words, and settings and registers. Processor time of this thread, the better of two, and
three times what is in proportion is let pass: a quadratic step takes sixteen times for four.
"""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefings.configuration import parse_settings
from briefings.errors import BadFileError
from briefings.pages.clean import clean_text
from briefings.pages.prose import make_prose
from briefings.store.piecemeal import read_what_parses
from briefings.store.written import parse_briefing
from briefings.text.segments import fit_segment
from briefings.text.slugs import slugify
from tests.torture.tallying import FULL, Tally

PIECES = (
    "[", "]", "(", "[[", "]]", "[a](", "![](", "*", "_", "*a **b ", "`", "` ``", "<", "<a ", "&", "&#", "&amp", "> ",
    "- ", "1. ", "#", "\\", "|a", "~", "~~~\n", "```\n", "    x\n", "[a]: b\n", "![[", "<!--", "</", "a@b.", "http://",
    "[a][b]", "***", "[`", "<http://", "\t", " \n", "\n\n", "a\n=\n", "é\u0301", "\u202e", "\u200d", "🏴", "'", '"', "--",
)  # fmt: skip
"""What hung some reader of Markdown, each many times over."""
WAYS: dict[str, Callable[[str], object]] = {
    "prose": lambda text: make_prose(f"x {text}", lambda _: None),
    "cleaning": clean_text,
    "slugs": slugify,
    "segments": fit_segment,
    "a briefing": lambda text: parse_briefing(f"---\ntitle: {text}\n---\n{text}", ""),
    "a register": lambda text: read_what_parses(f"a:\n  b: {text}\nc: {text}\n", "x.yml"),
    "settings": lambda text: parse_settings(f"site_name: {text}\n", root=Path("/desk")),
}


def seconds_of(way: Callable[[str], object], text: str) -> float:
    """Give the better of two."""
    best = float("inf")
    for _ in range(2):
        start = time.thread_time()
        with contextlib.suppress(BadFileError):
            way(text)
        best = min(best, time.thread_time() - start)
    return best


@pytest.mark.skipif(not FULL, reason="a part of `make torture`: it looks at the clock")
@pytest.mark.parametrize("name", WAYS)
def test_four_times_the_text_takes_four_times_the_time(name: str, tally: Tally) -> None:
    """Every piece that hung some reader of Markdown, many times over."""
    for piece in PIECES:
        small = (piece * 2_000)[:2_000]
        once, four = (seconds_of(WAYS[name], small * times) for times in (1, 4))
        tally.add(f"{piece!a}", four > 12 * once + 0.1 and f"{once:.3f} s, then {four:.3f} s")

    tally.check()

"""Milliseconds a page and a text, ours beside trafilatura: warm, one core, one process."""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from trafilatura.meta import reset_caches

from benchmarks.corpus import make_corpus
from benchmarks.reading_engines import Engine, read_ours, read_trafilatura
from benchmarks.reading_pages import Page
from briefings.read import read_article

_T = TypeVar("_T")
_ROUNDS = 3
_TEXTS = 200


def speed_lines(pages: Sequence[Page], tick: Callable[[], None]) -> list[str]:
    """Give the table: each page by both engines in turn, the quickest of three rounds kept."""
    ours, theirs = measure_pages(pages, tick)
    texts = measure_texts(tick)
    lines = ["| task | ours | trafilatura | ratio |", "|---|---|---|---|"]
    for what, pick in (("median", statistics.median), ("mean", statistics.fmean)):
        one, other = pick(ours), pick(theirs)
        lines.append(f"| a page, {what} | {one:.1f} ms | {other:.1f} ms | {one / other:.2f} |")
    lines.append(f"| a text of 600 words, median | {statistics.median(texts):.2f} ms | – | – |")
    lines.append(f"| a text of 600 words, slowest | {max(texts):.2f} ms | – | – |")
    return lines


def measure_pages(
    pages: Sequence[Page], tick: Callable[[], None]
) -> tuple[list[float], list[float]]:
    """Time both engines page by page, in alternating order, both warmed on the first pages."""
    for page in pages[:5]:
        read_ours(page)
        read_trafilatura(page)
    engines: list[Engine] = [read_ours, read_trafilatura]
    quickest = [[float("inf")] * len(pages), [float("inf")] * len(pages)]
    for round_ in range(_ROUNDS):
        reset_caches()  # a page is read once: what an engine keeps of the last round is no gain
        for number, page in enumerate(pages):
            order = (0, 1) if (number + round_) % 2 else (1, 0)
            for which in order:
                taken = _time(engines[which], page)
                quickest[which][number] = min(quickest[which][number], taken)
            tick()
    return quickest[0], quickest[1]


def measure_texts(tick: Callable[[], None]) -> list[float]:
    """Time invented texts of about 600 words, the quickest of three rounds each."""
    texts = [article.text().encode() for article in make_corpus(_TEXTS, seed=7)]

    def read(content: bytes) -> object:
        return read_article(content, path="2026/03/text.txt")

    for content in texts[:20]:
        read(content)
    quickest = [min(_time(read, content) for _ in range(_ROUNDS)) for content in texts]
    tick()
    return quickest


def _time(read: Callable[[_T], object], what: _T) -> float:
    start = time.perf_counter()
    read(what)
    return (time.perf_counter() - start) * 1000

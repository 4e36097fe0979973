"""The figures of reading that may rise and must not fall."""

from benchmarks.reading_copies import copy_with_chromium
from benchmarks.reading_engines import read_copy_ours, read_ours, read_trafilatura
from benchmarks.reading_pages import FACTS, load_pages
from benchmarks.reading_scores import score


def reading_figures(most: int | None = None) -> dict[str, float]:
    """Measure saved pages, trafilatura in the same run, and text copies where a browser is here."""
    pages = load_pages(most)
    ours = score("ours", pages, [read_ours(page) for page in pages])
    theirs = score("trafilatura", pages, [read_trafilatura(page) for page in pages])
    found = {
        "page body F1": ours.strings.f1(),
        "page body F1, above trafilatura's": ours.strings.f1() - theirs.strings.f1(),
    }
    found |= {f"page {fact}": ours.facts[fact].rate() for fact in FACTS}
    copies = copy_with_chromium(pages, lambda: None)
    if copies is not None:
        copied = score("copies", pages, [read_copy_ours(copy) for copy in copies])
        found["copy body F1"] = copied.strings.f1()
        found |= {f"copy {fact}": copied.facts[fact].rate() for fact in ("title", "date")}
    return found

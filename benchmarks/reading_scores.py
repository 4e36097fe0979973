"""Counting what engines read right, and what each one missed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.counts import Counted
from benchmarks.reading_pages import FACTS, Page, Read, flat, is_right, token_f1

_MOST_SHOWN = 160


@dataclass(slots=True)
class Fact:
    """How often one fact was right where a label gives it, and null where the label is null."""

    given: int = 0
    right: int = 0
    absent: int = 0
    null: int = 0
    told: int = 0
    """How often the engine said anything at all."""

    def rate(self) -> float:
        """Give the share right where the label gives a value."""
        return self.right / (self.given or 1)

    def cell(self) -> str:
        """Give `0.951 (117/123), null 25/28`, or a dash for an engine that never tells the fact."""
        if not self.told:
            return "–"
        return f"{self.rate():.3f} ({self.right}/{self.given}), null {self.null}/{self.absent}"


@dataclass(slots=True)
class Score:
    """One engine over all pages."""

    engine: str
    strings: Counted = field(default_factory=Counted)
    kept_out: int = 0
    """Strings that must not be in the text and are not."""
    facts: dict[str, Fact] = field(default_factory=lambda: {fact: Fact() for fact in FACTS})
    size: int = 0
    """Bytes of text in UTF-8."""
    silver: list[float] = field(default_factory=list)
    """Token F1 against another engine's text of the same page."""
    misses: list[str] = field(default_factory=list)

    def accuracy(self) -> float:
        """Give the share of all strings on the right side."""
        counted = self.strings
        total = counted.right + counted.wrong + counted.missed + self.kept_out
        return (counted.right + self.kept_out) / (total or 1)

    def silver_f1(self) -> float:
        """Give the mean token F1 a page against the silver text."""
        return sum(self.silver) / (len(self.silver) or 1)


def score(
    engine: str, pages: Sequence[Page], reads: Sequence[Read], silver: Sequence[Read] | None = None
) -> Score:
    """Compare an engine's readings with the labels, and with a silver text where one is given."""
    found = Score(engine)
    for number, (page, read) in enumerate(zip(pages, reads, strict=True)):
        _score_strings(found, page, read)
        _score_facts(found, page, read)
        found.size += len(read.text.encode("utf-8", "replace"))
        if silver is not None and silver[number].text:
            found.silver.append(token_f1(read.text, silver[number].text))
    return found


def _score_strings(found: Score, page: Page, read: Read) -> None:
    text = flat(read.text)
    for wanted in page.wanted:
        if wanted in text:
            found.strings.right += 1
        else:
            found.strings.missed += 1
            found.misses.append(f"{page.name} | MISSING | {wanted}")
    for unwanted in page.unwanted:
        if unwanted in text:
            found.strings.wrong += 1
            found.misses.append(f"{page.name} | TOO MUCH | {unwanted}")
        else:
            found.kept_out += 1


def _score_facts(found: Score, page: Page, read: Read) -> None:
    for name, gold in page.facts.items():
        fact, right = found.facts[name], is_right(name, gold, read)
        fact.told += bool(read.get(name))
        if gold:
            fact.given += 1
            fact.right += right
        else:
            fact.absent += 1
            fact.null += right
        if not right:
            other = read.others.get(name, "")
            shown = " / ".join(_short(value) for value in (read.get(name), other) if value)
            found.misses.append(
                f"{page.name} | {name.upper()} | label: {_short(gold) or '(none)'}"
                f" | read: {shown or '(none)'}"
            )


def _short(text: str) -> str:
    line = flat(text)
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]}…"

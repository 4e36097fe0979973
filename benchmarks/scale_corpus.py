"""What drafting and linking are measured on at scale: newswire of 1987 that comes again, edited.

Where the wire is not beside this checkout, articles are generated (`benchmarks/corpus.py`).
"""

import itertools
import random
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.corpus import make_corpus
from benchmarks.data import is_here, records

_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()  # noqa: SIM905
_DATE = re.compile(r"\s*(\d+)-(\w{3})-(\d{4})")
_LEAST = 200
_LATER = timedelta(days=240)
_EDITED = 0.15
"""Of the words of a story that comes again: enough that it is no copy of the first."""
_SETTINGS = """site_name: Bench
site_url: https://bench.example/
docs_dir: content/pages
theme:
  name: material
plugins:
  - briefings
"""


def write_desk(desk: Path, count: int) -> str:
    """Write a desk of so many article files and no briefing; say what they are."""
    (desk / "content" / "pages").mkdir(parents=True)
    (desk / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    articles = desk / "content" / "articles"
    for path, text in itertools.islice(_wire() if is_here() else _generated(count), count):
        file = articles / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return "Reuters of 1987, with edits" if is_here() else "generated articles"


def _generated(count: int) -> Iterator[tuple[str, str]]:
    return ((one.path, one.text()) for one in make_corpus(count))


def _wire() -> Iterator[tuple[str, str]]:
    """Give every story, then all of them eight months later with words exchanged, and so on."""
    stories = [one for one in records("load/reuters21578") if len(one["body"]) > _LEAST]
    for round_ in itertools.count():
        for number, story in enumerate(stories):
            yield _article(number, story, round_)


def _article(number: int, story: Mapping[str, Any], round_: int) -> tuple[str, str]:
    day, chance = day_of(story) + round_ * _LATER, random.Random(f"{number} {round_}")
    title = _edited((story["title"] or "Untitled").replace("&lt;", "<").title(), round_, chance)
    body = _edited(story["body"].replace("&lt;", "<"), round_, chance)
    place = story["dateline"].split(",")[0].strip() or "LONDON"
    paragraphs = re.split(r"\n\s{2,}", re.sub(r"\s*Reuter\s*$", "", body.strip(), flags=re.I))
    told = "\n\n".join(" ".join(one.split()) for one in paragraphs)
    head = f"{place}, {day.day} {day:%B} {day.year} (Reuters) — "
    return f"{day:%Y/%m/%d}/{number:05}-{round_}.txt", f"{title}\n\n{head}{told}\n"


def day_of(story: Mapping[str, Any]) -> date:
    """Give the day of a story of the wire."""
    found = _DATE.match(story["date"])
    if not found:
        return date(1987, 3, 1)
    return date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))


def _edited(text: str, round_: int, chance: random.Random) -> str:
    """Exchange words with others of the same text, numbers with others; none the first time."""
    if not round_:
        return text
    words = re.split(r"(\s+)", text)
    plain = [word for word in words if word.isalpha()] or [text]
    for place in range(0, len(words), 2):
        if chance.random() >= _EDITED:
            continue
        word = words[place]
        if word.isalpha():
            words[place] = chance.choice(plain)
        elif word.replace(",", "").isdigit():
            words[place] = f"{chance.randrange(1, 10_000):,}"
    return "".join(words)

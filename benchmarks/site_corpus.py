"""A desk of so many published briefings: invented people, places, outlets and stories that return.

Every briefing looks as the drafter and an editor leave it, with what linking lives on: terms,
figures, names, threads, copies of wire stories. The same seed gives the same desk anywhere.
"""

import hashlib
import json
import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from benchmarks.searching_corpus import vocabulary
from briefings.text.digests import seal
from briefings.text.sketches import sketch_text
from briefings.text.subjects import SUBJECTS
from briefings.text.terms import weigh_terms

_NEWEST = date(2026, 3, 24)
_A_DAY = 10
_TOPICS = sorted(SUBJECTS)[:12]
_OUTLETS = 40
_COPIED = 0.12
"""Share of briefings that stand on a wire story two outlets printed."""
_IN_STORY = 0.35
_CORRECTED = 0.01
_WITHDRAWN = 0.002

_CONFIGURATION = """site_name: The Bench Desk
site_url: https://bench.example/desk/
docs_dir: content/pages
theme:
  name: material
plugins:
  - briefings:
      timezone: Europe/Malta
"""


class Corpus:
    """Writes briefings one after the other."""

    def __init__(self, count: int, seed: int) -> None:
        self._count = count
        self._dice = random.Random(seed)  # not for secrets
        self._words, self._weights = vocabulary()
        self._ranks: dict[int, list[float]] = {}
        telling = self._words[1500:20_000]
        title = self._title
        self._people = [f"{title(telling, 1)} {title(telling, 1)}" for _ in range(count // 6 + 60)]
        self._bodies = [f"{title(telling, 2)} Board" for _ in range(count // 20 + 30)]
        self._places = [title(telling, 1) for _ in range(count // 40 + 25)]
        self._outlets = [f"The {title(telling, 1)} {n}" for n in range(_OUTLETS)]
        self._threads = [f"thread-{n}" for n in range(max(4, int(count * _IN_STORY / 7)))]
        self._subjects = {thread: self._dice.sample(telling, 14) for thread in self._threads}

    def _title(self, words: Sequence[str], length: int) -> str:
        return " ".join(word.capitalize() for word in self._dice.choices(words, k=length))

    def write(self, root: Path) -> None:
        """Write the desk."""
        _save(root / "mkdocs.yml", _CONFIGURATION)
        _save(root / "content/pages/about.md", "# About this desk\n\nIt is invented.\n")
        _save(root / "content/registers/sources.yml", self._sources())
        _save(root / "content/registers/names.yml", self._names())
        ledger = []
        for number in range(self._count):
            day = _NEWEST - timedelta(days=number // _A_DAY)
            id_ = f"b{number:06}"
            path = root / f"content/briefings/{day:%Y/%m}/{id_}.md"
            _save(path, self._briefing(id_, day, number))
            ledger.append(f"/{day:%Y/%m}/{id_}/\tbriefing:{id_}\n")
        _save(root / "content/registers/urls.txt", "".join(sorted(ledger)))

    def _sources(self) -> str:
        return "".join(
            f"o{n}:\n  name: {name}\n  url: https://o{n}.example/\n  hosts: [o{n}.example]\n"
            f"  kind: {'state agency' if n == 0 else 'newspaper'}\n  rights: excerpt\n"
            for n, name in enumerate(self._outlets)
        )

    def _names(self) -> str:
        """Register the hundred people of most public office."""
        return "people:\n" + "".join(
            f"  p{n}:\n    name: {name}\n    description: Holds office {n}.\n    page: yes\n"
            for n, name in enumerate(dict.fromkeys(self._people[:100]))
        )

    def _some(self, every: Sequence[str], most: int) -> list[str]:
        """Choose a few: whoever is most in the news is in one briefing of twenty-five."""
        weights = self._ranks.setdefault(
            len(every), list(accumulate(1 / (rank + 20) for rank in range(1, len(every) + 1)))
        )
        return list(dict.fromkeys(self._dice.choices(every, cum_weights=weights, k=most)))

    def _sentence(self, length: int, subject: Sequence[str]) -> str:
        words = self._dice.choices(self._words, cum_weights=self._weights, k=length)
        for at in range(2, length, 9):
            if subject:
                words[at] = self._dice.choice(subject)
        return f"{' '.join(words).capitalize()}."

    def _briefing(self, id_: str, day: date, number: int) -> str:
        dice = self._dice
        at = number / self._count * len(self._threads)
        near = int(dice.gauss(at, 2.5)) % len(self._threads)
        thread = self._threads[near] if dice.random() < _IN_STORY else None
        subject = self._subjects[thread] if thread else []
        people, bodies = self._some(self._people, 4), self._some(self._bodies, 3)
        places = self._some(self._places, 2)
        paragraphs = [
            " ".join(self._sentence(dice.randint(14, 26), subject) for _ in range(3))
            for _ in range(9)
        ]
        paragraphs = [
            f"{paragraph} {name} of {places[0]} agreed."
            for paragraph, name in zip(paragraphs, [*people, *bodies] * 9, strict=False)
        ]
        title = self._sentence(8, subject).rstrip(".")
        front = [
            f"id: {id_}",
            f"title: {title}",
            f"dek: {self._sentence(10, subject)}",
            f"edition: {day}",
            f"published_at: {day}T06:{number % 60:02}+01:00",
            "updated_at: null",
            "language: en",
            f"topics: [{', '.join(sorted(dice.sample(_TOPICS, 2)))}]",
            f"story: {thread or 'null'}",
            *self._points(paragraphs),
            *self._quotes(paragraphs, people),
            *_names_block(people, bodies, places),
            "image: null",
            f"status: {'withdrawn' if dice.random() < _WITHDRAWN else 'published'}",
            f"reviewed: {{by: Noor, at: {day}T06:00+01:00}}",
            "publish_at: null",
            "expires_at: null",
            *self._corrections(day),
            "articles:",
            *self._articles(id_, day, title, paragraphs),
            "format: 1",
        ]
        link = (
            f"See [[b{max(0, number - dice.randint(1, 50)):06}]]." if dice.random() < 0.05 else ""
        )
        body = "\n\n".join([*paragraphs[2:5], link]).strip()
        return "---\n" + "\n".join(front) + f"\n---\n\n{body}\n"

    def _points(self, paragraphs: Sequence[str]) -> list[str]:
        lines = ["summary:"]
        lines += [f"  - text: {_first(paragraphs[0])}", *_grounds(1, paragraphs[0])]
        lines.append("key_points:")
        for n, paragraph in enumerate(paragraphs[1:6], start=2):
            kind = "news" if n < 6 else "background"
            lines += [f"  - text: {_first(paragraph)}", *_grounds(n, paragraph)]
            lines.append(f"    kind: {kind}")
        return lines

    def _quotes(self, paragraphs: Sequence[str], people: Sequence[str]) -> list[str]:
        lines = ["quotes:"]
        for n, speaker in enumerate(people[:2], start=6):
            lines += [f"  - text: {_first(paragraphs[n])}", f"    speaker: {speaker}"]
            lines += ["    cue: said", *_grounds(n + 1, paragraphs[n])]
        return lines

    def _corrections(self, day: date) -> list[str]:
        if self._dice.random() >= _CORRECTED:
            return ["corrections: []"]
        at = day + timedelta(days=2)
        return [
            "corrections:",
            f"  - {{kind: correction, at: {at}, was: Three, now: Two., why: Miscounted.}}",
        ]

    def _articles(self, id_: str, day: date, title: str, paragraphs: Sequence[str]) -> list[str]:
        copied = self._dice.random() < _COPIED
        sources = self._dice.sample(range(1, _OUTLETS), 2 if copied else 1)
        terms = json.dumps(dict(weigh_terms(paragraphs, title, "en", day.year)))
        sketch = sketch_text("\n\n".join(paragraphs))
        lines: list[str] = []
        for key, source in zip("ab", sources, strict=False):
            digest = hashlib.blake2b(f"{id_}{key}".encode(), digest_size=16).hexdigest()
            value = self._dice.randint(2, 90)
            lines += [
                f"  - key: {key}",
                f"    path: {day:%Y/%m}/{id_}-{key}.txt",
                f"    digest: v1:{digest}",
                f"    title: {title}",
                f"    source: o{source}",
                f"    url: https://o{source}.example/{id_}",
                f"    date: {day}",
                "    byline: [Staff reporter]",
                f"    agencies: {'[{name: NWA, role: copy}]' if copied else '[]'}",
                "    images: []",
                "    language: en",
                "    rights: excerpt",
                "    minutes: {printed: null, computed: 3}",
                "    words: 560",
                f"    linking: {{sketch: '{sketch}', terms: {terms}, "
                f"figures: [{{of: killed, value: '{value}', at: p1s1}}]}}",
            ]
        return lines


def write_desk(root: Path, count: int, *, seed: int = 1) -> None:
    """Write a desk of so many briefings, ten a day back from March 2026."""
    Corpus(count, seed).write(root)


def _first(paragraph: str) -> str:
    return paragraph.partition(". ")[0] + "."


def _grounds(number: int, paragraph: str) -> list[str]:
    return [f"    from: [p{number}s1]", f"    src: [{seal(_first(paragraph))}]"]


def _names_block(people: list[str], bodies: list[str], places: list[str]) -> list[str]:
    lines = ["names:"]
    for kind, names in (("people", people), ("organisations", bodies), ("places", places)):
        lines += [f"  {kind}:", *(f"    - {name}" for name in names)]
    return [*lines, "  laws: []"]


def _save(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")

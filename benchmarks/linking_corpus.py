"""What linking is measured on: labelled stories, newswire, and copies made of it."""

import hashlib
import itertools
import pickle
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from benchmarks.data import records
from briefings.configuration import parse_settings
from briefings.draft import note_article
from briefings.draft.briefing import draft_briefing
from briefings.model import Article, Briefing, Registers, Status
from briefings.text.sentences import split_sentences

_CACHE = Path(".briefings/bench")
_SETTINGS = "site_name: Bench\nsite_url: https://bench.example/\nplugins: [briefings]\n"
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()  # noqa: SIM905
_DATE = re.compile(r"\s*(\d+)-(\w{3})-(\d{4})")
_LEAST = 200
_DIFFERENT = 10_000
_LATER = timedelta(days=240)
_EDITED = 0.1
"""Of the terms of a story that comes again."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with the story people say it is of."""

    briefing: Briefing
    story: str
    text: str


def read_labelled() -> list[Labelled]:
    """Give ECB+ as drafted briefings: its first sentence stands for the headline it lacks."""
    return [_labelled(record) for record in records("stories/ecbplus")]


def _labelled(record: Mapping[str, Any]) -> Labelled:
    text = _untokenised(record["text"])
    title, *body = split_sentences(text, "en") or ("",)
    article = Article(
        path=record["id"],
        digest=record["id"],
        format="text",
        language="en",
        title=title,
        body=tuple(body) or (title,),
        roles=(),
    )
    return Labelled(_draft(article, record["id"], date(2026, 3, 1)), record["story"], text)


def _untokenised(text: str) -> str:
    text = text.replace("``", '"').replace("''", '"')
    text = re.sub(r" ([.,;:!?%)'])", r"\1", text)
    text = re.sub(r" (n't|'s|'re|'ve|'ll|'d|'m)\b", r"\1", text)
    return re.sub(r"([($]) ", r"\1", text)


def wire_briefings(count: int) -> list[Briefing]:
    """Draft newswire stories; kept in `.briefings/bench`, for drafting takes a minute.

    More than there are come again eight months later, each with an edit.
    """
    stories = [one for one in records("load/reuters21578") if len(one["body"]) > _LEAST]
    first = _drafted(stories[: min(count, _DIFFERENT)])
    rounds = range(1, -(-count // len(first)))
    again = (_come_again(one, round_) for round_ in rounds for one in first)
    return [*first, *itertools.islice(again, count - len(first))]


def _drafted(stories: Sequence[Mapping[str, Any]]) -> list[Briefing]:
    kept = _CACHE / f"wire-{len(stories)}-{_code()}.pickle"
    if not kept.is_file():
        with Pool(2) as pool:
            drafted = pool.map(_wire, enumerate(stories), chunksize=100)
        _CACHE.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(drafted))
    found: list[Briefing] = pickle.loads(kept.read_bytes())  # our own file
    return found


def _come_again(briefing: Briefing, round_: int) -> Briefing:
    """Give a briefing as another would tell it later: a word less and one more, other terms."""
    chance = random.Random(f"{briefing.id} {round_}")
    day, id_ = briefing.edition + round_ * _LATER, f"{briefing.id}-{round_}"
    words = briefing.title.split()
    words[chance.randrange(len(words))] = f"again{round_}"
    articles = tuple(
        replace(
            article,
            digest=f"{article.digest}-{round_}",
            terms=tuple(
                (term if chance.random() > _EDITED else f"{term}{round_}", weight)
                for term, weight in article.terms
            ),
        )
        for article in briefing.articles
    )
    return replace(
        briefing,
        id=id_,
        path=f"content/briefings/{day:%Y/%m}/{id_}.md",
        title=" ".join(words),
        edition=day,
        articles=articles,
    )


def _code() -> str:
    """Give a digest of what drafts: another drafter gives other briefings."""
    folders = (Path("briefings") / name for name in ("draft", "model", "text"))
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.is_file())
    texts = (file.read_bytes() for file in files if file.suffix in {".py", ".txt"})
    return hashlib.sha256(b"".join(texts)).hexdigest()[:12]


def _wire(numbered: tuple[int, Mapping[str, Any]]) -> Briefing:
    number, record = numbered
    found = _DATE.match(record["date"])
    day = date(1987, 3, 1)
    if found:
        day = date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
    title = (record["title"] or "Untitled").replace("&lt;", "<").title()
    article = Article(
        path=f"{record['id']}.txt",
        digest=f"v1:{number}",
        format="text",
        language="en",
        title=title,
        date=day,
        body=tuple(_paragraphs(record["body"])),
        roles=(),
    )
    return _draft(article, f"r{number}", day)


def _paragraphs(body: str) -> list[str]:
    return [" ".join(one.split()) for one in re.split(r"\n\s{2,}", body) if one.strip()]


def _draft(article: Article, key: str, day: date) -> Briefing:
    drafted = draft_briefing(
        [(article, note_article(article, Registers()))],
        settings=parse_settings(_SETTINGS, root=Path()),
        registers=Registers(),
        id=key,
        path=f"content/briefings/{day:%Y/%m}/{key}.md",
        story=None,
        by="bench",
        today=day,
    )
    return replace(drafted, edition=day, status=Status.PUBLISHED)


def copies_of(most: int | None, among: int | None = None) -> list[tuple[str, str, str]]:
    """Give (key, text, origin): exact bodies as they are, or copies hidden among others.

    A made copy has lost a third of its tail, or has a new top of two paragraphs taken from
    another story, or both.
    """
    stories = [one for one in records("load/reuters21578") if len(one["body"]) > _LEAST]
    bodies: dict[str, str] = {}
    for one in stories:
        bodies.setdefault(" ".join(one["body"].split()), str(one["id"]))
    if most is None:
        plain = ((str(one["id"]), " ".join(one["body"].split())) for one in stories)
        return [(key, text, bodies[text]) for key, text in plain]
    chance = random.Random(7)
    long = (one for one in stories if len(one["body"]) > 5 * _LEAST)
    unique = {" ".join(one["body"].split()): str(one["id"]) for one in long}
    chosen = chance.sample(sorted(unique, key=unique.__getitem__), among or most)
    found = [(f"o{n}", text, f"o{n}") for n, text in enumerate(chosen)]
    for n, text in enumerate(chosen[:most]):
        other = chosen[-1 - n]
        found.append((f"c{n}", _edited(text, other, n % 3, chance), f"o{n}"))
    return found


def _edited(text: str, other: str, how: int, chance: random.Random) -> str:
    words, top = text.split(), " ".join(other.split()[: chance.randint(30, 70)])
    cut = " ".join(words[: int(len(words) * chance.uniform(0.55, 0.8))])
    return [cut, f"{top} {text}", f"{top} {cut}"][how]

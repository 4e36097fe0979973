"""How well threads are formed: P@1, MAP and B-cubed on labelled stories.

`python benchmarks/story_threads.py ecbplus.jsonl.gz`: lines of {id, story, text}, tokenised. The
first sentence stands for the headline and runs of capitals for names, for the file has neither;
there are no dates. Threads are formed as at the desk: one article after another, each with
`choose_story` against those before it, threshold as shipped, in file order and three shuffles.
"""

import gzip
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from briefings.link.namebook import NameBook
from briefings.link.profiles import profile_of
from briefings.link.score import score
from briefings.link.stories import choose_story
from briefings.model import Briefing, Names, NameUse, SourceArticle, Status
from briefings.text.sentences import split_sentences
from briefings.text.terms import weigh_terms

_CAPITALS = re.compile(r"(?<=[a-z,] )[A-Z][\w.'-]*(?: [A-Z][\w'-]*)*")


def read_briefing(line: str) -> Briefing:
    """Make a briefing of one labelled article."""
    record = json.loads(line)
    text = record["text"].replace("``", '"').replace("''", '"')
    title, *body = split_sentences(text, "en") or ("",)
    names = tuple(NameUse(name=name) for name in dict.fromkeys(_CAPITALS.findall(text)))
    article = SourceArticle(
        key="a",
        path=record["id"],
        digest=record["id"],
        title=title,
        language="en",
        terms=weigh_terms([" ".join(body)], title, "en"),
    )
    return Briefing(
        id=record["id"],
        path=f"{record['id']}.md",
        title=title,
        edition=date(2026, 3, 1),
        language="en",
        status=Status.PUBLISHED,
        articles=(article,),
        names=Names(organisations=names),
    )


def rank(briefings: Sequence[Briefing], truth: Mapping[str, str]) -> tuple[float, float]:
    """Give P@1 and MAP of the nearest articles."""
    profiles = [profile_of(briefing, NameBook(()), None) for briefing in briefings]
    first, averages = [], []
    for own in profiles:
        others = sorted((p for p in profiles if p is not own), key=lambda p: -score(own, p))
        hits = [truth[other.id] == truth[own.id] for other in others]
        if any(hits):
            found = [place for place, hit in enumerate(hits, 1) if hit]
            first.append(hits[0])
            averages.append(sum(n / place for n, place in enumerate(found, 1)) / len(found))
    return sum(first) / len(first), sum(averages) / len(averages)


def bcubed(threads: Mapping[str, str], truth: Mapping[str, str]) -> tuple[float, float, float]:
    """Give B-cubed precision, recall and F1 (Bagga and Baldwin, 1998)."""
    ours, theirs = defaultdict(set), defaultdict(set)
    for key in truth:
        ours[threads[key]].add(key)
        theirs[truth[key]].add(key)
    both = {key: len(ours[threads[key]] & theirs[truth[key]]) for key in truth}
    precision = sum(both[key] / len(ours[threads[key]]) for key in truth) / len(truth)
    recall = sum(both[key] / len(theirs[truth[key]]) for key in truth) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def form_threads(briefings: Sequence[Briefing]) -> dict[str, str]:
    """Form threads one article after another, as the desk does."""
    placed: list[Briefing] = []
    for briefing in briefings:
        choice = choose_story(briefing, placed)
        placed.append(replace(briefing, story=choice.id or briefing.id))
    return {briefing.id: briefing.story or briefing.id for briefing in placed}


def main() -> None:
    """Print one line a measurement."""
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        read = list(lines)
    briefings = [read_briefing(line) for line in read]
    truth = {record["id"]: record["story"] for record in map(json.loads, read)}
    first, average = rank(briefings, truth)
    print(f"nearest: P@1 {first:.3f}  MAP {average:.3f}")
    for seed in (None, 1, 2, 3):
        order = list(briefings)
        if seed is not None:
            random.Random(seed).shuffle(order)
        precision, recall, both = bcubed(form_threads(order), truth)
        print(f"threads, order {seed or 'of the file'}: {precision:.3f} {recall:.3f} F1 {both:.3f}")


if __name__ == "__main__":
    main()

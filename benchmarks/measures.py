"""Each measure runs ours and its peer on the same records and gives named figures."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.counts import Counted, rouge
from benchmarks.data import records
from briefings.draft.choosing import best_lines
from briefings.draft.lexicon import lexicon
from briefings.draft.lines import lines_of, split_body
from briefings.draft.names.finding import find_names
from briefings.draft.quotes.finding import find_quotes
from briefings.draft.ranking import rank_lines
from briefings.model import Article, Grounds, Named, NameKind, Quote, Registers
from briefings.read import read_article

_KINDS = {"PER": NameKind.PERSON, "ORG": NameKind.ORGANISATION, "LOC": NameKind.PLACE}
_NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "?", "!", ")", "'s", "%"})


def an_article(title: str, *paragraphs: str) -> Article:
    """Give an article of plain paragraphs."""
    return Article(
        path="bench.txt",
        digest="v1:0",
        format="text",
        language="en",
        title=title,
        body=paragraphs,
        roles=(),
    )


def measure_names(most: int | None = None) -> dict[str, float]:
    """Say how well people, organisations and places of newswire are found, mention by mention."""
    counted = Counted()
    for document in records("names/conll2003-testa", most=most):
        gold: Counter[tuple[NameKind, str]] = Counter()
        paragraphs = []
        for sentence in document[1:]:
            paragraphs.append(_joined([token for token, _ in sentence]))
            gold.update(tagged(sentence))
        article = an_article(_joined([token for token, _ in document[0]]), *paragraphs)
        found = Counter(
            (name.kind, mention.text.lower())
            for name in find_names(article, Registers())
            if name.kind is not NameKind.LAW
            for mention in name.mentions
            if mention.paragraph
        )
        right = (gold & found).total()
        counted.right += right
        counted.wrong += found.total() - right
        counted.missed += gold.total() - right
    return {"names F1": counted.f1()}


def sample_sentences() -> list[dict[str, Any]]:
    """Give 200 labelled sentences of the sample desk; ships and nationalities are unmarked."""
    text = Path(__file__).with_name("names_sample.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def measure_sample_names(registers: Registers) -> Counted:
    """Compare names with the labels, mention by mention; whole articles are read.

    An office or a form of address before a person (`Mr`, `Fisheries Minister`) counts for nothing.
    """
    counted, cache = Counted(), dict[str, tuple[Article, tuple[Named, ...]]]()
    for row in sample_sentences():
        if row["article"] not in cache:
            path = next(Path("content/articles").rglob(row["article"]))
            article = read_article(path.read_bytes(), path=path.name)
            cache[row["article"]] = article, find_names(article, registers)
        article, names = cache[row["article"]]
        start = article.body[row["paragraph"] - 1].find(row["text"])
        found = [
            (name.kind.value, mention.text)
            for name in names
            if name.kind is not NameKind.LAW
            for mention in name.mentions
            if mention.paragraph == row["paragraph"]
            and start <= mention.start < start + len(row["text"])
        ]
        gold = [(kind, name) for kind, name in row["names"]]
        count_names(gold, found, counted)
    return counted


def count_names(
    gold: list[tuple[str, str]], found: list[tuple[str, str]], counted: Counted
) -> None:
    """Add right, wrong and missed names of a sentence."""
    left = [(kind, _bare_name(name)) for kind, name in gold]
    for kind, name in found:
        bare = _bare_name(name)
        match = next(
            (
                one
                for one in left
                if one[0] == kind
                and (one[1] == bare or (kind == "person" and bare.endswith(" " + one[1])))
            ),
            None,
        )
        if match:
            left.remove(match)
            counted.right += 1
        else:
            counted.wrong += 1
    counted.missed += len(left)


def _bare_name(name: str) -> str:
    return name.replace("’", "'").removeprefix("the ").removeprefix("The ").lower()


def _joined(tokens: list[str]) -> str:
    text = ""
    for token in tokens:
        glued = not text or token in _NO_SPACE_BEFORE or text.endswith("(")
        text += token if glued else f" {token}"
    return text


def tagged(sentence: list[list[str]]) -> list[tuple[NameKind, str]]:
    """Give the names of a tagged sentence, lower case."""
    found: list[tuple[str, list[str]]] = []
    last = "O"
    for token, tag in sentence:
        kind = tag.partition("-")[2]
        if tag.startswith("I-") and last.partition("-")[2] == kind and found:
            found[-1][1].append(token)
        elif kind:
            found.append((kind, [token]))
        last = tag
    return [(_KINDS[kind], _joined(words).lower()) for kind, words in found if kind in _KINDS]


_MARKED = re.compile(r"[\"“]([^\"“”]{4,600})[\"”]")
_SAYS = re.compile(
    r"([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})[^.\"“”]{0,60}\b(?:said|says|told|added|wrote)\b"
    r"|\b(?:said|says|told|added|wrote) ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})"
)


def _find_plainly(article: Article, names: tuple[Named, ...]) -> list[Quote]:
    """Find what stands between quotation marks, and the name nearest a verb of saying."""
    del names
    found = []
    for paragraph in article.body:
        said = _SAYS.search(paragraph)
        speaker = (said[1] or said[2]) if said else None
        for one in _MARKED.finditer(paragraph):
            grounds = Grounds(refs=(), src=())
            found.append(
                Quote(
                    text=one[1],
                    speaker=speaker,
                    printed=speaker,
                    cue=None,
                    setting=None,
                    grounds=grounds,
                )
            )
    return found


def naive_quotes(most: int | None = None) -> dict[str, float]:
    """Measure a regular expression the same way."""
    return measure_quotes(most, _find_plainly)


def measure_quotes(
    most: int | None = None,
    find: Callable[[Article, tuple[Named, ...]], Sequence[Quote]] = find_quotes,
) -> dict[str, float]:
    """Say how many direct quotations are found, how many are verbatim, whose speaker is right."""
    counted, verbatim, total, named, right = Counted(), 0, 0, 0, 0
    for record in records("quotes/polnear-dev", most=most):
        paragraphs = [" ".join(p.split()) for p in record["text"].split("\n") if p.strip()]
        article = an_article(paragraphs[0], *paragraphs[1:])
        quotes = find(article, find_names(article, Registers()))
        # A statement over several paragraphs drops the marks that open each of them.
        body = re.sub(r'["“”]', "", " ".join(article.body))
        verbatim += sum(re.sub(r'["“”]', "", quote.text) in body for quote in quotes)
        total += len(quotes)
        for attribution in record["attributions"]:
            words = _quoted((attribution.get("content") or {}).get("text", ""))
            if len(words) < 2:
                continue
            hit = next((q for q in quotes if _same(words, _letters(q.text))), None)
            counted.right += hit is not None
            counted.missed += hit is None
            source = (attribution.get("source") or {}).get("text")
            if hit is not None and source:
                named += 1
                right += _names_same(source, f"{hit.speaker or ''} {hit.printed or ''}")
    return {
        "quotes verbatim": verbatim / (total or 1),
        "quotes found": counted.recall(),
        "speaker right": right / (named or 1),
    }


def _quoted(content: str) -> str:
    """Give the letters of the first quotation that a content begins with."""
    found = re.match(r'\s*[“"]([^“”"]+)', content)
    return _letters(found[1]) if found else ""


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def _same(wanted: str, found: str) -> bool:
    inside = (len(found) > 15 and found in wanted) or (len(wanted) > 15 and wanted in found)
    return wanted == found or inside


def _names_same(source: str, speaker: str) -> bool:
    small = {"the", "a", "an", "of", "for", "and", "said", "on", "in"}
    wanted = set(re.findall(r"\w+", source.lower())) - small
    return bool(wanted & set(re.findall(r"\w+", speaker.lower())))


def measure_briefs(name: str, most: int | None = None) -> dict[str, float]:
    """Say how near briefs of three sentences come to an editor's, beside the first three."""
    ours, lead, count = [0.0] * 3, [0.0] * 3, 0
    for record in records(f"summaries/{name}", most=most):
        paragraphs = [" ".join(p.split()) for p in record["article"].split("\n") if p.strip()]
        article = an_article("", *paragraphs)
        lines, rules = lines_of(article, split_body(article)), lexicon("en")
        chosen = best_lines(lines, rank_lines(lines, article, (), rules), 3, rules)
        count += 1
        for total, picked in ((ours, chosen), (lead, lines[:3])):
            figures = rouge(" ".join(line.text for line in picked), record["reference"])
            total[:] = [was + figure for was, figure in zip(total, figures, strict=True)]
    found = {}
    for number, kind in enumerate(("1", "2", "L")):
        found[f"ROUGE-{kind} {name}"] = ours[number] / (count or 1)
        found[f"ROUGE-{kind} {name}, lead"] = lead[number] / (count or 1)
    return found


def rank_rows(rows: Sequence[Sequence[float]], stories: Sequence[str]) -> tuple[float, float]:
    """Give P@1 and MAP of the nearest articles, from a matrix of nearness."""
    first, averages = [], []
    for own, row in enumerate(rows):
        others = sorted((n for n in range(len(rows)) if n != own), key=lambda n: -row[n])
        hits = [stories[n] == stories[own] for n in others]
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

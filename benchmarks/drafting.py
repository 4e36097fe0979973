"""Drafting beside its peers: `make bench-drafting`, on the labelled records beside the checkout.

Briefs: the first sentences, and sumy's LexRank, TextRank and LSA (`make peers`), all with our
sentences. Names: a plain CRF that learned from the same open data. Quotes: a regular expression.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.corpus import make_corpus
from benchmarks.counts import Counted
from benchmarks.data import FOLDER, is_here, records
from benchmarks.drafting_briefs import SETS, Ask, score_set, show_set
from benchmarks.measures import (
    count_names,
    measure_names,
    measure_quotes,
    measure_sample_names,
    naive_quotes,
    sample_sentences,
    tagged,
)
from briefings.configuration import load_settings
from briefings.draft import note_article
from briefings.model import NameKind, Registers
from briefings.read import read_article
from briefings.store.registers import load_registers

_PEERS = Path(".briefings/peers/bin/python")
_LEARN = 12_000
_WORDS = re.compile(r"\w+(?:-\w+)*|'s|[^\w\s]")
_TAGS = {
    "per": "PER", "org": "ORG", "geo": "LOC", "gpe": "O", "PER": "PER", "ORG": "ORG", "LOC": "LOC",
}  # fmt: skip


@contextmanager
def _peers() -> Iterator[Ask | None]:
    """Give the way to ask the peers; None where they are not installed."""
    if not _PEERS.is_file():
        yield None
        return
    script = Path(__file__).with_name("drafting_peers.py")
    with subprocess.Popen(
        [_PEERS, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        reading, writing = process.stdout, process.stdin
        if reading is None or writing is None:
            raise RuntimeError("the peers' process has no pipes")

        def ask(question: dict[str, object]) -> object:
            writing.write(json.dumps(question) + "\n")
            writing.flush()
            answer = reading.readline()
            if not answer:
                raise RuntimeError("the peers' process has ended: run `make peers` again")
            return json.loads(answer)

        yield ask
        writing.close()


def _plain_tags(sentence: list[list[str]]) -> list[list[str]]:
    """Bring the tags of an open set to B-/I- and three kinds."""
    plain = []
    for word, tag in sentence:
        prefix, _, kind = tag.partition("-")
        known = _TAGS.get(kind, "O") if kind else "O"
        plain.append([word, "O" if known == "O" else f"{prefix}-{known}"])
    return plain


def _measure_crf(ask: Ask, most: int | None) -> tuple[float, float]:
    """Say how well a plain CRF finds names in newswire and in the sample desk.

    It learned from the open sets.
    """
    sentences = [_plain_tags(one) for one in records("names/open/uner-ewt")]
    sentences += [_plain_tags(one) for one in records("names/open/gmb", most=_LEARN)]
    sample = Counted()
    with tempfile.TemporaryDirectory() as folder:
        ask({"learn": sentences, "path": f"{folder}/crf"})
        for row in sample_sentences():
            words = _WORDS.findall(row["text"].replace("’", "'"))
            guessed = ask({"tag": words})
            marked = tagged([list(pair) for pair in zip(words, guessed, strict=True)])
            count_names(row["names"], [(kind.value, name) for kind, name in marked], sample)
        counted = Counted()
        for document in records("names/conll2003-testa", most=most):
            gold: Counter[tuple[NameKind, str]] = Counter()
            found: Counter[tuple[NameKind, str]] = Counter()
            for sentence in document[1:]:
                words = [word for word, _ in sentence]
                gold.update(tagged(sentence))
                guessed = ask({"tag": words})
                found.update(tagged([list(pair) for pair in zip(words, guessed, strict=True)]))
            right = (gold & found).total()
            counted.right += right
            counted.wrong += found.total() - right
            counted.missed += gold.total() - right
    return counted.f1(), sample.f1()


def _sample_registers() -> Registers:
    return load_registers(load_settings(Path("mkdocs.yml")))[0]


def _measure_speed() -> tuple[float, float]:
    """Give the milliseconds of a whole draft and of its note, the median of 200 texts."""
    texts = [article.text().encode() for article in make_corpus(200, seed=7)]
    whole, notes = [], []
    for number, text in enumerate(texts):
        start = time.perf_counter()
        article = read_article(text, path="2026/03/text.txt")
        between = time.perf_counter()
        note_article(article, Registers())
        if number >= 10:  # warm
            whole.append(time.perf_counter() - start)
            notes.append(time.perf_counter() - between)
    return 1000 * median(whole), 1000 * median(notes)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, help="records of each file at most")
    most = parser.parse_args().most
    if not is_here():
        sys.exit(f"the labelled data is not at {FOLDER.name}/ beside this checkout")
    with _peers() as ask:
        if ask is None:
            print(
                "peers are not installed (`make peers`): only the first sentences stand beside us\n"
            )
        for name in SETS:
            print(show_set(name, score_set(name, ask, most)) + "\n")
        print("### Names and quotes\n\n| measure | ours | peer |\n|---|---|---|")
        crf = [f"plain CRF {value:.3f}" for value in _measure_crf(ask, most)] if ask else ["–"] * 2
        print(f"| names F1, CoNLL-2003 testa | {measure_names(most)['names F1']:.3f} | {crf[0]} |")
        bare, desk = measure_sample_names(Registers()), measure_sample_names(_sample_registers())
        print(f"| names F1, 200 sentences, no register | {bare.f1():.3f} | {crf[1]} |")
        print(f"| the same with the desk's register | {desk.f1():.3f} | – |")
    ours, naive = measure_quotes(most), naive_quotes(most)
    for figure, value in ours.items():
        beside = f"a regular expression {naive[figure]:.3f}"
        print(f"| {figure} | {value:.3f} | {beside} |")
    whole, note = _measure_speed()
    print(
        f"\nA text of 600 words, one core, warm: read and noted {whole:.1f} ms, noted {note:.1f} ms"
    )


if __name__ == "__main__":
    main()

"""Peers of drafting in an environment of their own: one JSON line in, one out.

Run by `benchmarks.drafting` with `.briefings/peers/bin/python`, which `make peers` sets up; it
imports nothing of this project. All peers get our sentences, so that nothing but the choice is
compared.
"""

import json
import sys
from importlib import import_module
from typing import Any

_SUMMARISERS = {
    "LexRank": ("sumy.summarizers.lex_rank", "LexRankSummarizer"),
    "TextRank": ("sumy.summarizers.text_rank", "TextRankSummarizer"),
    "LSA": ("sumy.summarizers.lsa", "LsaSummarizer"),
}
_MOST = 8


class _Words:
    """A tokenizer whose sentences are given."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(word for word in sentence.replace("-", " ").split() if word[:1].isalnum())


def choose(sentences: list[str]) -> dict[str, list[list[int]]]:
    """Give for each peer the numbers of the best 1, 2, … sentences, in the article's order."""
    dom = import_module("sumy.models.dom")
    words = _Words()
    made = [dom.Sentence(text, words) for text in sentences]
    places = {id(sentence): number for number, sentence in enumerate(made)}
    document = dom.ObjectDocumentModel([dom.Paragraph(made)])
    stem = import_module("sumy.nlp.stemmers").Stemmer("english")
    stops = frozenset(import_module("sumy.utils").get_stop_words("english"))
    found: dict[str, list[list[int]]] = {}
    for name, (module, kind) in _SUMMARISERS.items():
        summariser = getattr(import_module(module), kind)(stem)
        summariser.stop_words = stops
        try:
            chosen = [summariser(document, count) for count in range(1, _MOST + 1)]
        except ZeroDivisionError:  # a text of nothing but stop words
            chosen = [tuple(made[:count]) for count in range(1, _MOST + 1)]
        found[name] = [[places[id(sentence)] for sentence in one] for one in chosen]
    return found


def _features(words: list[str], place: int) -> list[str]:
    word = words[place]
    shape = "".join("X" if c.isupper() else "x" if c.islower() else "d" for c in word)[:6]
    found = [f"w={word.lower()}", f"s={shape}", f"p={word[:3]}", f"e={word[-3:]}"]
    for beside in (-2, -1, 1, 2):
        other = words[place + beside] if 0 <= place + beside < len(words) else "-"
        found += [f"{beside}={other.lower()}", f"{beside}t={other[:1].isupper()}"]
    return found


def learn_names(sentences: list[list[list[str]]], path: str) -> Any:
    """Learn a plain CRF from labelled sentences; gives its tagger."""
    crf = import_module("pycrfsuite")
    trainer = crf.Trainer(verbose=False)
    for sentence in sentences:
        words = [word for word, _ in sentence]
        trainer.append([_features(words, n) for n in range(len(words))], [t for _, t in sentence])
    trainer.set_params({"c1": 0.1, "c2": 0.01, "max_iterations": 60})
    trainer.train(path)
    tagger = crf.Tagger()
    tagger.open(path)
    return tagger


def main() -> None:
    """Answer each line: sentences to choose from, or sentences to learn from and to tag."""
    tagger = None
    for line in sys.stdin:
        asked = json.loads(line)
        if "learn" in asked:
            tagger = learn_names(asked["learn"], asked["path"])
            answer: Any = "learned"
        elif "tag" in asked:
            words = asked["tag"]
            answer = tagger.tag([_features(words, n) for n in range(len(words))]) if tagger else []
        else:
            answer = choose(asked["choose"])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()

"""The gate: which of a model's sentences the article bears out, and why the others do not pass."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefings.check.gate import find_foreign, find_foreign_names
from briefings.draft.leaning import has_loose_pronoun
from briefings.draft.lexicon import Lexicon
from briefings.draft.lines import Line, content_stems
from briefings.draft.quotation import is_balanced
from briefings.model import Ref
from briefings.runs import Refused
from briefings.text.words import count_words

_REF = re.compile(r"p(\d{1,4})s(\d{1,4})")
_OBJECT = re.compile(r"\{.*\}", re.DOTALL)
_MOST_REFS = 3
_BORNE_OUT = 0.6
"""Of the words that say something: so many must stand in the sentences cited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of the model's, with the lines of the article it cites."""

    text: str
    lines: tuple[Line, ...]


def parse_answer(answer: str) -> dict[str, list[dict[str, Any]]] | None:
    """Give the two lists of an answer; None where it is not in the form asked for."""
    found = _OBJECT.search(answer[:20_000])
    try:
        given = json.loads(found[0]) if found else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(given, dict):
        return None
    lists = {key: given.get(key) for key in ("summary", "key_points")}
    return {
        key: [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
        for key, value in lists.items()
    }


def judge(
    given: Sequence[Mapping[str, Any]],
    lines: Sequence[Line],
    words: Lexicon,
    language: str,
    *,
    most_words: int,
) -> Iterator[Claim | Refused]:
    """Judge each of the sentences given, in their order."""
    by_ref = {line.ref: line for line in lines}
    for one in given:
        text = " ".join(str(one.get("text", "")).split())
        cited = _cited(one.get("from"), by_ref)
        why = _why_not(text, cited, words, language, most_words=most_words)
        yield Refused(text=text, why=why) if why else Claim(text=text, lines=cited)


def _cited(given: object, by_ref: Mapping[Ref, Line]) -> tuple[Line, ...]:
    found = [_REF.fullmatch(str(one)) for one in given] if isinstance(given, list) else []
    refs = [Ref(int(one[1]), int(one[2])) for one in found if one]
    known = all(found) and all(ref in by_ref for ref in refs)
    return tuple(by_ref[ref] for ref in dict.fromkeys(refs)) if known else ()


def _why_not(
    text: str, cited: Sequence[Line], words: Lexicon, language: str, *, most_words: int
) -> str | None:
    """Give the first reason against a sentence; None where it may pass."""
    if not text or not 1 <= len(cited) <= _MOST_REFS:
        return "it cites no sentence of the article, or more than three"
    if count_words(text) > most_words:
        return f"it has more than {most_words} words"
    if not is_balanced(text) or has_loose_pronoun(text.replace("’", "'"), language):
        return "it holds half a quotation, or a pronoun that names nobody"
    body = tuple(line.text for line in cited)
    foreign = [*find_foreign(text, body), *find_foreign_names(text, body, language)]
    if foreign:
        return f"what it cites does not have {foreign[0]}"
    if left_out := _left_out(text, cited, words):
        return f"it leaves out “{left_out}”"
    return _unsupported(text, cited, language)


def _left_out(text: str, cited: Sequence[Line], words: Lexicon) -> str | None:
    """Give a negation, modality or accusation of the sentences cited that the text dropped."""
    plain = text.replace("’", "'")
    for pattern in (words.accusing, words.denying, words.protected):
        # Who says it is kept beside a text, so that a verb of saying may go; a denial may not.
        free = words.saying if pattern is words.protected else None
        marks = [mark for line in cited for mark in _marks(line.plain, pattern, free)]
        if marks and not _marks(plain, pattern, free):
            return marks[0]
    return None


def _marks(plain: str, pattern: re.Pattern[str], free: re.Pattern[str] | None) -> list[str]:
    found = [one[0] for one in pattern.finditer(plain)]
    return [mark for mark in found if free is None or not free.fullmatch(mark)]


def _unsupported(text: str, cited: Sequence[Line], language: str) -> str | None:
    told = {stem for line in cited for stem in line.stems}
    own = content_stems(text, language)
    borne = sum(stem in told for stem in own)
    return None if borne >= _BORNE_OUT * len(own) else "it says more than what it cites"

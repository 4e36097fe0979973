"""What drafting knows of a language's small words: who says, who denies, what leans on what.

Patterns are matched on sentences with straight apostrophes, ignoring case. A language without a
lexicon gets one that matches nothing: its articles are then judged by place and words alone.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from briefings.draft.tongues import TONGUES
from briefings.text.words import primary_language

_NOTHING = re.compile(r"(?!)")
# Arabic sets its small words before others without a space, and closes no word with \b alone.
_PREFIX = {"ar": r"(?<![^\W_])[وف]?"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Patterns of one language, each over a whole sentence."""

    anaphor: re.Pattern[str]
    """A beginning that leans on the sentence before: `He`, `This`, `The statement continued`."""
    definite: re.Pattern[str]
    """A beginning that supposes one knows who is meant: `The man`; not for a summary's first."""
    connective: re.Pattern[str]
    """A beginning that joins to the sentence before: `However`, `But`."""
    deictic: re.Pattern[str]
    """A time that moves with the reader: `yesterday`, `last year`."""
    first_person: re.Pattern[str]
    saying: re.Pattern[str]
    """A verb of saying."""
    accusing: re.Pattern[str]
    """Any word of accusing."""
    accuses: re.Pattern[str]
    """A verb of accusing whose subject accuses."""
    denying: re.Pattern[str]
    source: re.Pattern[str]
    """Words before the one who says it: `according to`."""
    protected: re.Pattern[str]
    """What no deletion may take: negation, modality, conditions, `only`, verbs of saying."""
    relative: re.Pattern[str]
    """The beginning of a clause, after a comma, that only adds."""
    past: re.Pattern[str]
    """Words that place a sentence before the news: `in 2011`, `had accused`, `for decades`."""
    compares: re.Pattern[str]
    """Words that set a figure beside an earlier one: news for all its years."""
    now: re.Pattern[str]
    """Words that place a sentence in the news: `on Thursday`, `announced`."""
    subordinate: re.Pattern[str]
    """A word behind which a clause, and so its subject, begins."""
    known: bool
    """False for a language without a lexicon."""


@lru_cache(maxsize=32)
def lexicon(language: str) -> Lexicon:
    """Give the lexicon of a language."""
    primary = primary_language(language)
    table = TONGUES.get(primary, {})
    before = _PREFIX.get(primary, r"(?<!\w)")

    def anywhere(key: str) -> re.Pattern[str]:
        return _compile(rf"{before}(?:{_body(table[key])})(?!\w)") if key in table else _NOTHING

    def at_start(key: str) -> re.Pattern[str]:
        if key not in table:
            return _NOTHING
        return _compile(rf"[\"'“”‘’«»„\s(\[]*(?:{_body(table[key])})(?![\w-])")

    return Lexicon(
        anaphor=at_start("anaphor"),
        definite=at_start("definite"),
        connective=at_start("connective"),
        deictic=anywhere("deictic"),
        first_person=anywhere("first_person"),
        saying=anywhere("saying"),
        accusing=anywhere("accusing"),
        accuses=anywhere("accuses"),
        denying=anywhere("denying"),
        source=anywhere("source"),
        protected=anywhere("protected"),
        relative=at_start("relative"),
        past=anywhere("past"),
        compares=anywhere("compares"),
        now=anywhere("now"),
        subordinate=anywhere("subordinate"),
        known=bool(table),
    )


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _body(words: str) -> str:
    """Read a table's cell: alternatives on lines, `_` for a space inside one."""
    return "|".join(words.split()).replace("_", r"\s+")

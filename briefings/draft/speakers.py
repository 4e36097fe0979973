"""Who a sentence is said by, as it prints them: `…, the ministry said`, `according to police`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefings.draft.lexicon import Lexicon
from briefings.draft.lines import Line
from briefings.model import Named, NameKind, Quote

_QUOTED = re.compile(r"\"[^\"]{0,2000}\"|“[^”]{0,2000}”|«[^»]{0,2000}»|„[^“]{0,2000}“")
# The comma of `1,140 wells` and the point of `2.4 per cent` end nothing.
_EDGE = re.compile(r"(?<!\d),|,(?!\d)|[;:—–()\"]|\s-\s")
_STOP_AHEAD = re.compile(r"(?<!\d)[,.]|[,.](?!\d)|[;:—–()\"؛،]|\s-\s")
# What may stand between a speaker and the verb.
_HELPERS = re.compile(
    r"(?:\s+(?:has|have|had|until|only|also|both|now|already|later|then|previously|repeatedly|ha|han|had|on|in|\w{2,12}ly|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day))+$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"(?<!\w)(?:was|were|is|are|be|been|being|to|will|would|not|neither|nor|never|who|which|that)$",
    re.I,
)
_TAIL = re.compile(
    r"\s+(?:in|on|at|during|after|when|while|dans|lors|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|en|el|durante|am|im|bei|في|خلال|يوم|للصحفيين|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w).*$",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Mme|M|Herr|Frau)\.? ")
_REACHES = re.compile(
    r"\b(?:of|for|to|by|from|with|at|in|on|and|de|du|des|del|für|von|pour)\b|['’]s\b"
)
# `A survey published on Friday` cut before the day.
_PARTICIPLE = re.compile(r"\s+(?:published|released|issued|conducted|carried out)\s*$")
_LONGEST = 12
# Beyond this it is no sentence, and looking at every cue of it would take the square of its length.
_LONGEST_SENTENCE = 150
_TAIL_LENGTH = 60
_ADVERBIAL = 40
_PRONOUNS = """
i we he she it they you this that who which these those one il elle ils elles on nous je qui ce
él ella ellos ellas yo quien er sie es wir ich man der die das هو هي هم إنه إنها
"""
_PRONOUN = frozenset(_PRONOUNS.split())
# Alone they say nothing of who it is; `each side` does.
_ANYBODY = frozenset({"each", "both", "some", "many", "others", "most", "all", "several", "none"})
_PREPOSITIONS = """
however in on at by for with from to of as and but also not during under over into since until
dans en sur par pour avec de à et mais avec con por para sobre y mit von für bei im am und auf
"""
_DETERMINERS = "the a an le la les un une el los las der die das"
_ARTICLES = frozenset(_DETERMINERS.split())
_AND = frozenset({"and", "et", "y", "und"})
_NOT_FIRST = frozenset(_PREPOSITIONS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The words of a sentence that say whose it is."""

    who: str | None
    """As printed; None for a pronoun."""
    start: int
    """Where these words begin in the sentence, in code points."""
    end: int

    def closes(self, plain: str) -> bool:
        """Tell whether the sentence ends with these words, a time or a place apart."""
        before = plain[: self.start].rstrip()
        return len(plain) - self.end <= _TAIL_LENGTH and before.endswith(
            (",", '"', "”", "»", "،", "“")
        )

    def opens(self, masked: str) -> bool:
        """Tell whether the sentence begins with these words, an adverbial apart."""
        before = masked[: self.start].strip()
        return not before or (before.endswith((",", "،")) and len(before) <= _ADVERBIAL)


def find_attribution(line: Line, words: Lexicon) -> Attribution | None:
    """Find who says a sentence; the first cue outside quotations that has a subject."""
    if line.words > _LONGEST_SENTENCE:
        return None
    masked = _QUOTED.sub(lambda found: '"' * len(found[0]), line.plain)
    found = [*_cited(line, masked, words), *_told(line, masked, words)]
    # What closes the sentence speaks for all of it; next who opens it; a clause within does not.
    closing = [one for one in found if one.closes(line.plain)]
    opening = [one for one in found if one.opens(masked)]
    return next(iter([*closing, *opening]), None)


def _cited(line: Line, masked: str, words: Lexicon) -> Iterator[Attribution]:
    for by in words.source.finditer(masked):
        end = _ahead(masked, by.end(), words)
        who = _named_phrase(_PARTICIPLE.sub("", _until_pronoun(masked[by.end() : end])))
        if who:
            yield Attribution(who=_printed(line, who, by.end()), start=by.start(), end=end)


def _told(line: Line, masked: str, words: Lexicon) -> Iterator[Attribution]:
    cues = [*words.saying.finditer(masked), *words.accuses.finditer(masked)]
    for cue in sorted(cues, key=lambda found: found.start()):
        found = _before(line, masked, cue, words) or _behind(line, masked, cue, words)
        if found:
            yield found


def says_of(
    line: Line, words: Lexicon, quotes: Sequence[Quote], names: Sequence[Named]
) -> str | None:
    """Give who claims what a sentence says, by the fullest name there is; None where nobody."""
    own = find_attribution(line, words)
    quoted = [quote.speaker for quote in quotes if quote.speaker and line.ref in quote.grounds.refs]
    if own is None or own.who is None:
        return quoted[0] if quoted else None
    cited = [quote.speaker for quote in quotes if quote.speaker and quote.printed == own.who]
    return quoted[0] if quoted and quoted[0] in cited else _fullest(own.who, names)


def _fullest(who: str, names: Sequence[Named]) -> str:
    """Give the name of `Ms Sol`, `the Interior Ministry` or `Mayor Elias Brandt`, else it."""
    full = {mention.text: name for name in reversed(names) for mention in name.mentions}
    for plain in (who, who.removeprefix("the "), _HONORIFIC.sub("", who)):
        if plain in full:
            return full[plain].name
    # `Opposition leader Karin Tamm` is Karin Tamm; `the lawyer of Karin Tamm` is not.
    named = [
        name.name
        for text, name in full.items()
        if " " in text
        and text[0].isupper()  # without capitals nothing says where a name begins
        and name.kind is NameKind.PERSON
        and who.endswith(f" {text}")
        and not _REACHES.search(who.removesuffix(text))
    ]
    return named[0] if len(named) == 1 else who


def words_without_attribution(line: Line, found: Attribution | None) -> int:
    """Count the words of a sentence that are not the words for who says it."""
    return line.words - len(line.plain[found.start : found.end].split()) if found else line.words


def _before(line: Line, masked: str, cue: re.Match[str], words: Lexicon) -> Attribution | None:
    """Read a subject in front of the verb: `…, the ministry said`."""
    left = _HELPERS.sub("", masked[: cue.start()].rstrip())
    if _PASSIVE.search(left):
        return None
    start = _clause_start(left, words)
    if not left[start:].strip() and left.endswith(","):
        left = _before_aside(left)
        start = _clause_start(left, words)
    who = _named_phrase(left[start:])
    # `…, said crews had reported`: the crews speak inside what is said.
    if who is None or words.saying.search(who):
        return None
    return Attribution(who=_printed(line, who, start), start=start, end=cue.end())


def _before_aside(left: str) -> str:
    """Give the text up to the subject of `Its chair, Ada Brook, said` or `Hale, who left, said`."""
    opened = left.rfind(",", 0, len(left) - 1)
    aside = left[opened + 1 : -1].split()
    if 0 < len(aside) <= 4 and all(word[0].isupper() for word in aside):
        return left[:-1]
    return left[:opened] if left.count(",") == 2 else ""


def _behind(line: Line, masked: str, cue: re.Match[str], words: Lexicon) -> Attribution | None:
    """Read a subject behind the verb: `…", said the ministry`, and Arabic's usual order."""
    left = masked[: cue.start()].rstrip()
    if left and left[-1] not in ',"؛،«»”' and cue.start() > 0:
        return None
    end = _ahead(masked, cue.end(), words)
    who = _named_phrase(_TAIL.sub("", masked[cue.end() : end].strip()))
    if who is None:
        return None
    return Attribution(who=_printed(line, who, cue.end()), start=cue.start(), end=end)


def _clause_start(left: str, words: Lexicon) -> int:
    edges = [found.end() for found in _EDGE.finditer(left)]
    edges += [
        found.end() for found in words.subordinate.finditer(left) if not _joins(left, found, edges)
    ]
    edges += [found.end() for found in [words.connective.match(left)] if found]
    return max(edges, default=0)


def _joins(left: str, found: re.Match[str], edges: Sequence[int]) -> bool:
    """Tell whether an `and` joins two names, not two clauses: `Ports and Harbours`."""
    if found[0].lower() not in _AND:
        return False
    behind = left[found.end() :].split(maxsplit=1)
    start = max((edge for edge in edges if edge <= found.start()), default=0)
    before = left[start : found.start()].split()
    if not behind or not before:
        return False
    both = behind[0].lower() in _ARTICLES and before[0].lower() in _ARTICLES
    return behind[0][0].isupper() or (both and len(before) <= 3)


def _ahead(masked: str, position: int, words: Lexicon) -> int:
    ends = [len(masked.rstrip(".!?؟۔ "))]
    for pattern in (_STOP_AHEAD, words.subordinate):
        found = pattern.search(masked, position + 1)
        ends += [found.start()] if found else []
    return max(min(ends), position)


def _until_pronoun(text: str) -> str:
    """Cut a phrase where the next clause begins: `the federation it was reported`."""
    parts = text.split()
    ends = [number for number, part in enumerate(parts) if part.lower() in _PRONOUN]
    return " ".join(parts[: ends[0]]) if ends else text


def _named_phrase(text: str) -> str | None:
    """Give the phrase if it can be somebody: short, with a name or a noun, and no pronoun."""
    phrase = text.strip(" \t\n,.;:'\"“”")
    parts = phrase.split()
    if not 0 < len(parts) <= _LONGEST or '"' in phrase:
        return None
    if any(part.lower() in _PRONOUN for part in parts) or parts[0].lower() in _NOT_FIRST:
        return None
    if len(parts) == 1 and parts[0].lower() in _ANYBODY:
        return None
    return phrase if parts[0][0].isalpha() and parts[-1].lower() not in _ARTICLES else None


def _printed(line: Line, who: str, near: int) -> str:
    at = line.plain.find(who, max(0, near - len(who) - 2))
    printed = line.text[at : at + len(who)] if at >= 0 else who
    return "the " + printed[4:] if printed.startswith("The ") else printed

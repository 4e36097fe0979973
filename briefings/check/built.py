"""Rights on the built site: what its files show of the articles' words, not what the desk meant."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefings.check.rules import found
from briefings.check.wording import RUN, Copied, Wording, Wordings, plain_words
from briefings.errors import Finding, Place
from briefings.model import Briefing, Rights
from briefings.settings import Settings

_SEARCH = ".pf_fragment"
_SHOWN = 12
"""Words of an offending run that a finding shows at either end."""


class Allowed(NamedTuple):
    """What may be shown of one article."""

    words: int
    run: int


@dataclass(slots=True)
class _Shown:
    """What is shown of one article, in one file or in all."""

    spans: set[tuple[int, int]] = field(default_factory=set)
    longest: str = ""
    run: int = 0
    file: str = ""
    """Where the longest run stands."""

    def count(self) -> int:
        """Count the article's words that are shown, each once."""
        total = reached = 0
        for start, end in sorted(self.spans):
            total += max(0, end - max(start, reached))
            reached = max(reached, end)
        return total


def narrowest_rights(briefings: Iterable[Briefing]) -> dict[str, Rights]:
    """Give the rights of each article that is held, by path; the narrowest that is stated."""
    order = (Rights.NONE, Rights.EXCERPT, Rights.FULL)
    rights: dict[str, Rights] = {}
    for article in (article for briefing in briefings for article in briefing.articles):
        held = rights.get(article.path, Rights.FULL)
        rights[article.path] = min(held, article.rights, key=order.index)
    return rights


def check_built(
    files: Iterable[tuple[str, Sequence[str]]],
    articles: Iterable[Wording],
    settings: Settings,
    folder: str,
) -> Iterator[Finding]:
    """Measure what every file of a built tree shows of the articles' words.

    Args:
        files: path in the tree, and the pieces of text it holds.
        articles: their words and rights.
        settings: the desk.
        folder: of the tree, for messages.
    """
    wordings = Wordings(articles)
    known: dict[int, tuple[tuple[Copied, str], ...]] = {}
    everywhere: defaultdict[int, _Shown] = defaultdict(_Shown)
    told: set[int] = set()
    for path, pieces in files:
        here: defaultdict[int, _Shown] = defaultdict(_Shown)
        for piece in pieces:
            key = hash(piece)  # a piece stands in a page, in feeds, in search, in the API
            if key not in known:
                known[key] = _runs(piece, wordings)
            for run, words in known[key]:
                _note(here[run.article], run, words, path)
                _note(everywhere[run.article], run, words, path)
        for number, shown in here.items():
            fault = _fault(shown, wordings.articles[number], settings)
            if fault and number not in told:
                told.add(number)
                yield found("BR312", Place(f"{folder}/{path}"), *fault)
    for number, shown in sorted(everywhere.items()):
        fault = _fault(shown, wordings.articles[number], settings)
        if fault and number not in told:
            place = Place(f"{folder}/{shown.file}")
            yield found("BR312", place, f"several pages together: {fault[0]}", fault[1])


def _runs(piece: str, wordings: Wordings) -> tuple[tuple[Copied, str], ...]:
    if piece.count(" ") < RUN - 1 and piece.isascii():
        return ()
    words = plain_words(piece)
    runs = wordings.charge(wordings.find(words))
    return tuple((run, " ".join(words[run.at : run.at + run.length])) for run in runs)


def _note(shown: _Shown, run: Copied, words: str, path: str) -> None:
    shown.spans.add((run.start, run.start + run.length))
    # Search keeps a page as one string: what stands apart on the page is no run there.
    length = 0 if path.endswith(_SEARCH) else run.length
    if length > shown.run or not shown.longest:
        shown.longest, shown.run, shown.file = words, length, path


def allowed_of(article: Wording, settings: Settings) -> Allowed | None:
    """Give what may be shown of an article; None where all of it may."""
    if article.rights is Rights.FULL:
        return None
    if article.rights is Rights.NONE:
        return Allowed(0, 0)
    share = int(settings.excerpt_share * len(article.words))
    return Allowed(min(settings.excerpt_words, share), settings.excerpt_run)


def _fault(shown: _Shown, article: Wording, settings: Settings) -> tuple[str, str] | None:
    """Say what is wrong with what is shown of an article, and what to do."""
    allowed = allowed_of(article, settings)
    if allowed is None:
        return None
    count, name = shown.count(), f"content/articles/{article.path}"
    if count > allowed.words:
        said = f"{count} words of {name} are shown, its rights ({article.rights.value}) allow"
        message = f"{said} {allowed.words}: {_quoted(shown.longest)}"
    elif shown.run > allowed.run:
        said = f"{shown.run} words in a row of {name} are shown, its rights allow {allowed.run}"
        message = f"{said}: {_quoted(shown.longest)}"
    else:
        return None
    return message, "shorten it in the briefing, or set the rights its outlet gives you"


def _quoted(words: str) -> str:
    parts = words.split()
    if len(parts) > 2 * _SHOWN:
        words = f"{' '.join(parts[:_SHOWN])} … {' '.join(parts[-_SHOWN:])}"
    return f'"{words}"'

"""What an editor is told during a drafting run, beside what reading itself has to say."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from briefings.errors import Finding, Place, Severity
from briefings.events import Perhaps
from briefings.link.disputes import find_disputes
from briefings.model import Article, Briefing, SpikedRecord, Status
from briefings.pile import Pile
from briefings.runs import Worded
from briefings.settings import Settings
from briefings.workers import Failure, Trouble


def stopped(
    article: Article, file: Path, settings: Settings, held: Briefing | None = None
) -> Finding:
    """Say that the wire kills or withholds a story, and which briefing stands on it already."""
    if held is not None:
        return Finding(
            code="BR227",
            severity=Severity.ERROR,
            place=_place(file, settings),
            message=f"the wire stops this story ({article.stopped}), and {held.path} stands on it",
            remedy="set that briefing's status to withdrawn, or to draft until you know more",
        )
    return Finding(
        code="BR220",
        severity=Severity.WARNING,
        place=_place(file, settings),
        message=f"the wire stops this story ({article.stopped}), so no briefing is drafted",
        remedy="spike it, or take the mark out if the desk knows better",
    )


def late(
    article: Article,
    held: Briefing,
    settings: Settings,
    *,
    is_copy: bool = True,
    adds: Sequence[str] = (),
) -> Finding:
    """Say of an article that came after publication what it adds; nothing was changed for it."""
    is_out = held.status is not Status.DRAFT
    whose = "is out already" if is_out else "somebody has taken over"
    what = "the same text as in" if is_copy else "tells the event of"
    more = "; it adds: " + " | ".join(adds) if adds else ""
    more = more or ("" if is_copy else "; it adds nothing the program can see")
    apart = "" if is_copy else f", give it its own: `briefings split {held.id} {article.path}`"
    return Finding(
        code="BR221",
        severity=Severity.WARNING,
        place=_place(settings.articles() / article.path, settings),
        message=f"{what} {held.path}, which {whose}{more}",
        remedy=f"add it there by hand{apart}, or spike it",
    )


def perhaps(found: Iterable[Perhaps], pile: Pile) -> Iterator[Finding]:
    """Say which briefings may be one event, and how to join them."""
    told: set[tuple[str, str]] = set()
    for one in found:
        own, other = pile.holder(one.new), pile.holder(one.other)
        if own is None or other is None or own.id == other.id or (own.id, other.id) in told:
            continue
        told |= {(own.id, other.id), (other.id, own.id)}
        is_out = other.status is not Status.DRAFT
        join = f"add what is new to {other.path} by hand" if is_out else _combine(own, other)
        yield Finding(
            code="BR242",
            severity=Severity.NOTE,
            place=Place(own.path),
            message=f"perhaps one event with {other.path}: {one.why}",
            remedy=f"if so, {join}",
        )


def _combine(own: Briefing, other: Briefing) -> str:
    """Write the command; the older briefing is kept."""
    first, second = sorted((own, other), key=lambda b: (b.edition, b.id))
    return f"`briefings combine {first.id} {second.id}`"


def spiked(article: Article, record: SpikedRecord, settings: Settings) -> Finding:
    """Say that an article, or a text it is a copy of, was spiked."""
    is_copy = record.digest != article.digest
    what = "a copy of what was " if is_copy else ""
    silence = "; to hear no more of it, spike it too" if is_copy else ""
    return Finding(
        code="BR243",
        severity=Severity.NOTE,
        place=_place(settings.articles() / article.path, settings),
        message=f"not drafted: {what}spiked by {record.by}: {record.why}",
        remedy=f"to use it, take the entry out of content/registers/articles.yml{silence}",
    )


def differ(briefing: Briefing) -> Iterator[Finding]:
    """Say which numbers the articles of a briefing do not agree on."""
    outlets = {one.key: one.source or one.source_proposed or one.path for one in briefing.articles}
    for difference in find_disputes(briefing.articles):
        told = [f"{' and '.join(values)} ({outlets[key]})" for key, values in difference.told]
        yield Finding(
            code="BR244",
            severity=Severity.NOTE,
            place=Place(briefing.path),
            message=f"its articles differ on {difference.of}: {', '.join(told)}",
            remedy="say in the briefing who gives which number",
        )


def foreign(article: Article, file: Path, settings: Settings) -> Finding:
    """Say that a language has no rules of its own."""
    return Finding(
        code="BR222",
        severity=Severity.NOTE,
        place=_place(file, settings),
        message=f'no rules for the language "{article.language}", so the summary is the opening '
        "and there are no key points",
        remedy="write them by hand, with `from: [editor]`",
    )


def blocked(file: Path, settings: Settings, holder: str) -> Finding:
    """Say that an article belongs to a briefing file that cannot be read."""
    return Finding(
        code="BR223",
        severity=Severity.WARNING,
        place=_place(file, settings),
        message=f"not drafted: it belongs to {holder}, which cannot be read",
        remedy="mend that file first; its messages are here too",
    )


def worded(article: Article, worded: Worded, settings: Settings) -> Iterator[Finding]:
    """Say which sentences of a language model did not pass, or why it was of no use."""
    place = _place(settings.articles() / article.path, settings)
    if worded.failure:
        yield Finding(
            code="BR251",
            severity=Severity.WARNING,
            place=place,
            message=f"the language model was of no use, {worded.failure}",
            remedy="the built-in draft stands in",
        )
    for one in worded.refused:
        yield Finding(
            code="BR250",
            severity=Severity.NOTE,
            place=place,
            message=f"left out a sentence of the language model, {one.why}: {one.text[:160]}",
            remedy="nothing to do: the built-in draft stands in",
        )


def quarantined(file: Path, settings: Settings, failure: Failure) -> Finding:
    """Say of a file that cost its reader too much that it was left out, and nothing else."""
    code, message = _TROUBLES[failure.trouble]
    words = f": {failure.words}" if failure.words else ""
    return Finding(
        code=code,
        severity=Severity.ERROR,
        place=_place(file, settings),
        message=" ".join(f"{message}{words}".split())[:200],
        remedy="keep only the article's text; the file stays as it is, the others are read",
    )


_TROUBLES = {
    Trouble.TIME: ("BR224", "left out: reading it took longer than a file may"),
    Trouble.MEMORY: ("BR225", "left out: reading it took more memory than a file may"),
    Trouble.CRASH: ("BR226", "left out: it broke the reader"),
}


def _place(file: Path, settings: Settings) -> Place:
    shown = file.relative_to(settings.root) if file.is_relative_to(settings.root) else file
    return Place(shown.as_posix(), 1, 1)

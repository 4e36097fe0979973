"""Rules over briefings and the archive → findings with file:line:column. Pure."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final

from briefings.check.desk import Desk, ReadArticle, Reading
from briefings.check.doubles import check_doubles_of_content
from briefings.check.form import check_form
from briefings.check.grounding import check_grounding
from briefings.check.headlines import check_headline
from briefings.check.ledger import check_ledger
from briefings.check.publishing import check_embargoes, check_publishing
from briefings.check.references import check_doubles, check_references
from briefings.check.registers import check_registers
from briefings.check.rights import check_rights
from briefings.check.rules import RULES, found
from briefings.check.texts import check_texts
from briefings.check.web import check_web, check_web_of_registers
from briefings.check.words import check_words
from briefings.errors import Finding, Place
from briefings.model import Edition, Registers
from briefings.settings import Settings
from briefings.store.places import LoadedBriefing

__all__ = ["RULES", "ReadArticle", "check_desk"]

_OF_ONE: Final[tuple[Callable[[LoadedBriefing, Desk], Iterator[Finding]], ...]] = (
    check_grounding,
    check_rights,
    check_references,
    check_publishing,
    check_form,
    check_headline,
    check_texts,
    check_web,
    check_words,
)
_OF_ALL: Final[tuple[Callable[[Desk], Iterator[Finding]], ...]] = (
    check_doubles,
    check_doubles_of_content,
    check_registers,
    check_ledger,
    check_embargoes,
    check_web_of_registers,
)


def check_desk(
    loaded: Sequence[LoadedBriefing],
    registers: Registers,
    settings: Settings,
    read: ReadArticle,
    *,
    editions: Sequence[Edition] = (),
    unread: Iterable[str] = (),
    now: datetime | None = None,
    only: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """Check every briefing against its articles, the registers and the others.

    Args:
        loaded: all briefings of the desk, drafts too.
        registers: what the desk knows.
        settings: the desk.
        read: gives an article by its path under `content/articles/`; None where it is not there.
        editions: those an editor wrote a file for.
        unread: paths of briefing files that cannot be read, which other findings tell.
        now: decides what lies in the future; None leaves that out.
        only: paths of the files that are asked about; None is all. Nothing else is told, and no
            other briefing is held against its articles.

    Returns:
        Findings in order of path, line, column and code.
    """
    desk = Desk(
        loaded=tuple(loaded),
        registers=registers,
        settings=settings,
        read=Reading(read),
        editions=tuple(editions),
        unread=frozenset(PurePosixPath(path).stem for path in unread),
        now=now,
    )
    findings = [finding for rule in _OF_ALL for finding in rule(desk)]
    asked = [item for item in desk.loaded if only is None or item.briefing.path in only]
    findings += [f for item in asked for rule in _OF_ONE for f in rule(item, desk)]
    findings += _sum_up(desk)
    if only is not None:
        findings = [finding for finding in findings if finding.place.path in only]
    return tuple(sorted(findings, key=lambda f: (f.place, f.code, f.message)))


def _sum_up(desk: Desk) -> Iterator[Finding]:
    """Say what was not checked."""
    if not desk.loaded and not desk.unread:
        place = Place(desk.settings.briefings().relative_to(desk.settings.root).as_posix())
        yield found("BR609", place, "there are no briefings", "run `briefings draft`")
    gone = desk.read.absent
    absent = sum(any(a.path in gone for a in item.briefing.articles) for item in desk.loaded)
    if absent:
        place = Place(desk.settings.articles().relative_to(desk.settings.root).as_posix())
        what = "1 briefing was" if absent == 1 else f"{absent} briefings were"
        message = f"{what} checked by seals alone, because an article is not here"
        yield found("BR311", place, message)

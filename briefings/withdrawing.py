"""Withdrawing a published briefing: readers are told that it was, and why, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from briefings.errors import BadFileError, DeskError, Finding
from briefings.link.addresses import briefing_url
from briefings.lookup import find_briefing
from briefings.model import Briefing, Correction
from briefings.pages.phrases import say_raw
from briefings.reviewing import enter_addresses
from briefings.settings import Settings
from briefings.store.briefings import LoadedBriefing, load_all
from briefings.store.disk import save_text
from briefings.store.withdrawals import withdraw_briefing


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A briefing that is withdrawn."""

    briefing: Briefing
    """As it was found."""
    is_new: bool
    """False where it had been withdrawn before."""
    faults: tuple[Finding, ...] = ()
    """Files of the desk that cannot be read, and a ledger that cannot: no reason to wait."""

    def url(self) -> str:
        """Give its address, from the site's root."""
        return briefing_url(self.briefing)


def withdraw(
    name: str, settings: Settings, *, at: datetime, why: str | None, by: str | None
) -> Withdrawn:
    """Withdraw a briefing in its file; other files may be as broken as they like.

    Args:
        name: its id, address, path or file name.
        settings: the desk.
        at: when.
        why: what its page tells readers; None: that it was withdrawn.
        by: who decided.

    Raises:
        DeskError: there is no such briefing, or it is a draft.
        BadFileError: its own file cannot be read.
    """
    loaded, faults = load_all(settings)
    found = _find(name, loaded, faults, settings)
    b = found.briefing
    retraction = Correction(
        kind="retraction", at=at, now=say_raw(b.language, "withdrawn"), why=why, by=by
    )
    changed = withdraw_briefing(found.text, b.path, retraction)
    is_new = save_text(settings.root / b.path, changed)
    return Withdrawn(briefing=b, is_new=is_new, faults=(*faults, *_enter(b, settings)))


def _find(
    name: str, loaded: Sequence[LoadedBriefing], faults: Sequence[Finding], settings: Settings
) -> LoadedBriefing:
    """Find it, or say that its own file is what cannot be read."""
    try:
        return find_briefing(name, loaded, settings)
    except DeskError:
        slug = name.strip("/").rpartition("/")[2].removesuffix(".md")
        own = [fault for fault in faults if fault.place.path.endswith(f"/{slug}.md")]
        if own:
            raise BadFileError(*own) from None
        raise


def _enter(briefing: Briefing, settings: Settings) -> tuple[Finding, ...]:
    """Keep its address; a ledger that cannot be read is told and keeps nobody from anything."""
    try:
        enter_addresses([briefing], settings)
    except BadFileError as error:
        return tuple(error.findings)
    return ()

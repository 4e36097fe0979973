"""A person has read a draft: it is published, and its address goes into the ledger."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from briefings.errors import BadFileError, Finding, Place, Severity
from briefings.link.claims import addresses_claimed
from briefings.link.registry import Registry
from briefings.model import Briefing
from briefings.settings import Settings
from briefings.store.briefings import load_briefing
from briefings.store.disk import read_text, save_text
from briefings.store.register_files import LEDGER
from briefings.store.registers import ledger_text, load_registers, parse_ledger
from briefings.store.reviews import review_briefing


def review_file(
    file: Path, settings: Settings, *, by: str, at: datetime, keep_headline: bool = False
) -> bool:
    """Publish one briefing file; False where it was published and reviewed as it stands.

    `keep_headline` says that the outlet's headline is kept knowingly.

    Raises:
        BadFileError: it is no briefing of this desk, or cannot be read.
    """
    full = file.resolve()
    if not full.is_relative_to(settings.briefings().resolve()):
        raise BadFileError(_outside(file))
    shown = full.relative_to(settings.root).as_posix()
    text = read_text(full, shown, root=settings.root)
    _held(settings)  # a ledger that cannot be read stops the review before it changes anything
    reviewed = review_briefing(text, shown, by=by, at=at, keep_headline=keep_headline)
    changed = save_text(full, reviewed)
    enter_addresses([load_briefing(full, settings.root)], settings)
    return changed


def enter_addresses(briefings: Iterable[Briefing], settings: Settings) -> bool:
    """Write the addresses of published briefings into the ledger, which never loses a line.

    With each come those of its edition, story, topics, outlets and registered names.

    Raises:
        BadFileError: the ledger cannot be read.
    """
    registry = Registry.of(load_registers(settings)[0])
    published = (b for b in briefings if b.status.has_address())
    new = [claim for b in published for claim in addresses_claimed(b, registry)]
    return enter_in_ledger(new, settings)


def enter_in_ledger(addresses: Iterable[tuple[str, str]], settings: Settings) -> bool:
    """Write (address, `kind:id`) into the ledger; tell whether any was new.

    Raises:
        BadFileError: the ledger cannot be read.
    """
    return save_text(settings.registers() / LEDGER, ledger_text([*_held(settings), *addresses]))


def _held(settings: Settings) -> tuple[tuple[str, str], ...]:
    file = settings.registers() / LEDGER
    shown = file.relative_to(settings.root).as_posix()
    text = read_text(file, shown, root=settings.root) if file.exists() else ""
    held, faults = parse_ledger(text)
    if faults:
        raise BadFileError(_broken(shown, faults[0].line))
    return held


def _outside(file: Path) -> Finding:
    return Finding(
        code="BR002",
        severity=Severity.ERROR,
        place=Place(file.as_posix()),
        message="lies outside content/briefings/ of this desk",
        remedy="name a briefing file",
    )


def _broken(path: str, line: int) -> Finding:
    return Finding(
        code="BR110",
        severity=Severity.ERROR,
        place=Place(path, line, 1),
        message="not a line of the ledger",
        remedy="mend it first: an address, a tab, and a kind and id such as briefing:ferries",
    )

"""`check --against REF`: the desk beside what it was at a git ref."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from briefings.check.history import check_history, check_ledger_history
from briefings.errors import BadFileError, Finding
from briefings.model import Briefing, Registers
from briefings.settings import Settings
from briefings.store.briefings import LoadedBriefing, parse_briefing
from briefings.store.disk import read_text
from briefings.store.register_files import LEDGER
from briefings.store.registers import parse_ledger
from briefings.versions import changed_files


def compare_with(
    ref: str,
    settings: Settings,
    loaded: Sequence[LoadedBriefing],
    registers: Registers,
    faults: Iterable[Finding],
) -> tuple[Finding, ...]:
    """Find what readers were told at the ref that changed without a word.

    Raises:
        DeskError: there is no git, no repository or no such ref.
    """
    folder = settings.briefings().relative_to(settings.root).as_posix()
    file = settings.registers() / LEDGER
    ledger = file.relative_to(settings.root).as_posix()
    present = {item.briefing.path: item.text for item in loaded}
    with suppress(BadFileError):  # where it is gone, every line of it is
        present[ledger] = read_text(file, ledger, root=settings.root)
    texts = changed_files(settings.root, ref, (folder, ledger), present)
    held, _ = parse_ledger(texts.pop(ledger, ""))
    findings = check_history(
        tuple(_readable(texts)),
        loaded,
        registers.addresses,
        ref=ref,
        unread={finding.place.path for finding in faults},
    )
    return (*findings, *check_ledger_history(held, registers.addresses, ledger, ref=ref))


def _readable(texts: dict[str, str]) -> Iterator[Briefing]:
    """Give what readers could see; a file that could not be read was on no page."""
    for path, text in texts.items():
        if path.endswith(".md"):
            with suppress(BadFileError):
                yield parse_briefing(text, path)

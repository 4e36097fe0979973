"""Taking stock: everything a command that drafts needs to know of the desk, read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefings.errors import BadFileError, Finding
from briefings.model import Briefing, Registers
from briefings.pile import Pile
from briefings.settings import Settings
from briefings.store.briefings import LoadedBriefing, each_briefing, load_briefing
from briefings.store.registers import load_registers


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What a desk holds."""

    settings: Settings
    registers: Registers
    loaded: tuple[LoadedBriefing, ...]
    """Every briefing with its text; none where only the pile was asked for."""
    pile: Pile
    findings: tuple[Finding, ...]
    """Of files that cannot be read."""


def take_stock(settings: Settings, *, whole: bool = True) -> Stock:
    """Read the briefings and registers of a desk.

    Args:
        settings: of the desk.
        whole: keep every briefing; without it the pile alone, which is a tenth of the memory.
    """
    registers, register_faults = load_registers(settings)
    faults: list[Finding] = []
    loaded: list[LoadedBriefing] = []

    def load(path: str) -> Briefing:
        return load_briefing(settings.root / path, settings.root)

    pile = Pile(registers, load)
    for item in _each(settings, faults):
        pile.add(item.briefing)
        if whole:
            loaded.append(item)
    for path in sorted({fault.place.path for fault in faults}):
        pile.add_broken(path, _raw(settings.root / path))
    return Stock(
        settings=settings,
        registers=registers,
        loaded=tuple(loaded),
        pile=pile,
        findings=(*faults, *register_faults),
    )


def _each(settings: Settings, faults: list[Finding]) -> Iterator[LoadedBriefing]:
    for item in each_briefing(settings):
        if isinstance(item, BadFileError):
            faults.extend(item.findings)
        else:
            yield item


def _raw(file: Path) -> str:
    """Give what can be read of a file that is not as it should be."""
    return file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""

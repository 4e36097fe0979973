"""Taking stock: everything a command that drafts needs to know of the desk, read once."""

from dataclasses import dataclass
from pathlib import Path

from briefings.errors import Finding
from briefings.model import Registers
from briefings.pile import Pile
from briefings.settings import Settings
from briefings.store.briefings import LoadedBriefing, load_all
from briefings.store.registers import load_registers


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What a desk holds."""

    settings: Settings
    registers: Registers
    loaded: tuple[LoadedBriefing, ...]
    pile: Pile
    findings: tuple[Finding, ...]
    """Of files that cannot be read."""


def take_stock(settings: Settings) -> Stock:
    """Read the briefings and registers of a desk."""
    loaded, faults = load_all(settings)
    registers, register_faults = load_registers(settings)
    pile = Pile.of((item.briefing for item in loaded), registers)
    for path in sorted({fault.place.path for fault in faults}):
        pile.add_broken(path, _raw(settings.root / path))
    return Stock(
        settings=settings,
        registers=registers,
        loaded=loaded,
        pile=pile,
        findings=(*faults, *register_faults),
    )


def _raw(file: Path) -> str:
    """Give what can be read of a file that is not as it should be."""
    return file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""

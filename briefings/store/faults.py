"""What can be wrong with a file the desk keeps: from the rulebook, and how faults are gathered."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from briefings.errors import BadFileError, Finding, Place
from briefings.rulebook import rules_of

FILE_RULES: Final = rules_of("1")
"""What `briefings.store` finds: such a file is left out, the rest of the desk loads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something wrong at a line and column of a file whose path the finder does not know."""

    code: str
    line: int
    column: int
    message: str
    remedy: str | None = None


class MisfitError(Exception):
    """A part of a file does not fit; all its faults together."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


def find_in(path: str, faults: Iterable[Fault]) -> tuple[Finding, ...]:
    """Give faults their file, in order of place."""
    findings = (
        Finding(
            code=fault.code,
            severity=FILE_RULES[fault.code].severity,
            place=Place(path, fault.line, fault.column),
            message=fault.message,
            remedy=fault.remedy,
        )
        for fault in faults
    )
    return tuple(sorted(findings, key=lambda found: (found.place, found.code)))


def bad_file(path: str, *faults: Fault) -> BadFileError:
    """Make the error that carries every fault of one file."""
    return BadFileError(*find_in(path, faults))


def did_you_mean(given: str, known: Iterable[str]) -> str | None:
    """Ask whether a near word was meant; None where nothing is near."""
    near = get_close_matches(given, sorted(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else None

"""What can be wrong with a file the desk keeps: one table of codes, and how faults are gathered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from briefings.errors import BadFileError, Finding, Place, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A kind of finding: its code, how much it matters, and what it means."""

    code: str
    severity: Severity
    meaning: str


def rules_by_code(*rules: tuple[str, Severity, str]) -> Mapping[str, Rule]:
    """Make a table of rules from (code, severity, meaning)."""
    return MappingProxyType(
        {
            code: Rule(code=code, severity=severity, meaning=meaning)
            for code, severity, meaning in rules
        }
    )


FILE_RULES: Final = rules_by_code(
    ("BR101", Severity.ERROR, "there is no front matter, or it is not closed"),
    ("BR102", Severity.ERROR, "the YAML is broken"),
    ("BR103", Severity.ERROR, "the YAML uses something files of the desk may not"),
    ("BR104", Severity.ERROR, "a key stands twice"),
    ("BR105", Severity.ERROR, "a key is unknown"),
    ("BR106", Severity.ERROR, "a required key is missing"),
    ("BR107", Severity.ERROR, "a value is not of the form its key needs"),
    ("BR108", Severity.ERROR, "the file cannot be read"),
    ("BR109", Severity.ERROR, "git left conflict markers in the file"),
    ("BR110", Severity.ERROR, "a line of the ledger is not an address and an id"),
    ("BR111", Severity.ERROR, "a file name does not say what the file is"),
)
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

"""Cases and their faults, counted: what a test of thousands of cases asserts, and the table shows."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field

FULL = os.environ.get("TORTURE") == "1"
"""All of it (`make torture`), not the quick part that `make test` runs."""


def times(name: str, *, quick: int, full: int) -> int:
    """Say how many rounds: as the environment says, else by which run this is."""
    return int(os.environ.get(name, full if FULL else quick))


@dataclass
class Tally:
    """What a test tried, and what went wrong."""

    cases: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, case: object, *faults: object) -> None:
        """Count a case; faults that are None or empty are none."""
        self.cases += 1
        self.faults += [f"{case}: {fault}" for fault in faults if fault]

    def extend(self, cases: int, faults: Iterable[object] = ()) -> None:
        """Count many cases at once."""
        self.cases += cases
        self.faults += [str(fault) for fault in faults]

    def check(self, *, least: int = 1) -> None:
        """Fail where there were faults, or fewer cases than would mean anything."""
        shown = "\n".join(fault[:400] for fault in self.faults[:25])
        assert not self.faults, f"{len(self.faults)} faults in {self.cases} cases:\n{shown}"
        assert self.cases >= least, f"only {self.cases} cases"

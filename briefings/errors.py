"""What can go wrong, said once: where, what, and what to do about it.

Nothing here knows of the command line; `briefings.cli` turns errors into exit codes.
"""

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a finding matters."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    def fails(self, *, strict: bool) -> bool:
        """Tell whether a run with this finding ends badly."""
        return self is Severity.ERROR or (strict and self is Severity.WARNING)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file; lines and columns count from 1, 0 where there is none."""

    path: str
    """As an editor would type it from the desk's folder, with forward slashes."""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Print the place as compilers do, so that editors can jump to it."""
        numbers = [str(n) for n in (self.line, self.column) if n]
        return ":".join([self.path, *numbers])


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something an editor should know about a file."""

    code: str
    """Stable and short, such as `BR101`; the rule's name in the documentation."""
    severity: Severity
    place: Place
    message: str
    """What is wrong, in one sentence, without a full stop."""
    remedy: str | None = None
    """What to do, in one sentence, without a full stop."""

    def __str__(self) -> str:
        """Give the finding as one line."""
        tail = f"; {self.remedy}" if self.remedy else ""
        return f"{self.place}: {self.severity.value} {self.code}: {self.message}{tail}"


class BriefingsError(Exception):
    """The base of every error this package raises on purpose."""


class BadFileError(BriefingsError):
    """A file cannot be used; everything wrong with it is reported together."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = findings


class DeskError(BriefingsError):
    """The desk as a whole cannot be used: no configuration, a wrong setting, a lock held."""


class BuildError(BriefingsError):
    """The site could not be built; the site published before is whole."""

"""The rules over briefings, from the rulebook, and how a finding of one is made."""

from typing import Final

from briefings.errors import Finding, Place, Severity
from briefings.rulebook import all_rules, rules_of

RULES: Final = rules_of("34567")
"""What `check_desk` finds; `briefings.store` and `briefings.read` find the others."""


def found(
    code: str,
    place: Place,
    message: str,
    remedy: str | None = None,
    *,
    severity: Severity | None = None,
) -> Finding:
    """Make a finding of a rule; the severity is the rule's unless the case is milder or worse."""
    return Finding(
        code=code,
        severity=severity or all_rules()[code].severity,
        place=place,
        message=message,
        remedy=remedy,
    )

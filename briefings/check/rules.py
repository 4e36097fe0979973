"""The rules over briefings, from the rulebook, and how a finding of one is made."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from briefings.errors import Finding, Place, Severity
from briefings.rulebook import all_rules, rules_of
from briefings.settings import Settings

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


def weigh(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Give findings the severities the desk set in `mkdocs.yml`; those it turned off are left out.

    A finding milder or worse than its rule gets what the desk set all the same.
    """
    chosen = dict(settings.severity)
    for finding in findings:
        severity = chosen.get(finding.code, finding.severity)
        if severity is not None:
            yield replace(finding, severity=severity)

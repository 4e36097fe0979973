"""Every rule over briefings: code, severity and meaning. `docs/rules.md` has the remedies."""

from typing import Final

from briefings.errors import Finding, Place, Severity
from briefings.store.faults import rules_by_code

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES: Final = rules_by_code(
    ("BR301", _E, "a text does not say where in the article it stands"),
    ("BR302", _E, "a text stands on an article the briefing does not have"),
    ("BR303", _E, "the sealed words are not in the article"),
    ("BR304", _E, "a text marked as cut has words its source does not have in that order"),
    ("BR305", _E, "a rewritten text has a number or quotation the article does not have"),
    ("BR306", _W, "a rewritten text has a name the article does not have"),
    ("BR307", _E, "a quote is not verbatim in the article"),
    ("BR308", _E, "a text is not sealed and its article is not here"),
    ("BR309", _W, "the article changed since it was drafted"),
    ("BR310", _W, "more of an article's words are shown than its rights allow"),
    ("BR311", _N, "articles are not here, so texts were checked by their seals alone"),
    ("BR401", _E, "no briefing has this id"),
    ("BR402", _E, "a link in the body leads nowhere"),
    ("BR403", _E, "no topic has this id"),
    ("BR404", _W, "the register does not have the source"),
    ("BR405", _W, "nobody confirmed the source"),
    ("BR406", _W, "nothing else names the story"),
    ("BR407", _E, "two briefings have one id"),
    ("BR408", _E, "two briefings have one address"),
    ("BR409", _W, "two names in the register claim one spelling"),
    ("BR410", _E, "the register has no name of this id"),
    ("BR411", _W, "a published briefing refers to one that readers cannot see"),
    ("BR412", _W, "a name may be either of two in the register, and the briefing does not say"),
    ("BR413", _W, "of two names not to be confused, one does not say so"),
    ("BR414", _W, "the diary names a story that no briefing names"),
    ("BR501", _E, "a briefing is published and nobody reviewed it"),
    ("BR502", _E, "a briefing changed after its review"),
    ("BR503", _W, "a review does not hold what was read"),
    ("BR504", _W, "a published address is not in the ledger"),
    ("BR505", _E, "an address that was published would die"),
    ("BR506", _E, "an embargoed briefing lies in a public repository"),
    ("BR507", _E, "a briefing is withdrawn without a word why"),
    ("BR508", _W, "a date cannot be right"),
    ("BR509", _E, "a briefing expires before it appears"),
    ("BR601", _E, "the headline is empty"),
    ("BR602", _W, "the headline is too long"),
    ("BR603", _W, "the headline shouts"),
    ("BR604", _W, "a text names a day that moves"),
    ("BR605", _W, "an article has no date"),
    ("BR606", _E, "a text holds invisible control characters"),
    ("BR607", _W, "an address on the web is not one"),
    ("BR608", _E, "a picture has no words for those who cannot see it"),
    ("BR609", _N, "the desk has no briefings"),
)
"""What `check_desk` finds; `briefings.store` and `briefings.read` have tables of their own."""


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
        severity=severity or RULES[code].severity,
        place=place,
        message=message,
        remedy=remedy,
    )

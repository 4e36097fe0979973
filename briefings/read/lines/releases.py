"""Press releases: what the office that issues one says of itself below the news."""

import re
from collections.abc import Sequence

from briefings.model import Role
from briefings.read.lines import phrases
from briefings.read.lines.units import Unit

_RELEASE = re.compile(r"for immediate release|for release:?|#{2,6}", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:About|À propos d[eu’']|Über|Acerca de|Sobre|Informazioni su)\s?(?:the |la |l’|die |den )?"
    r"[A-ZÀ-Þ].{1,60}"
)
_NOTES = re.compile(
    r"(?:notes? (?:to|for) (?:the )?editors?|editors?[’'] notes?|media contacts?|press contacts?"
    r"|notes? aux? rédactions?|contacts? presse|hinweise? (?:für|an) (?:die )?redaktion(?:en)?"
    r"|pressekontakt|nota (?:a|para) (?:los |la )?(?:editores|redacción)|contacto de prensa"
    r"|note per (?:i redattori|la redazione)|ufficio stampa)\s?:?",
    re.IGNORECASE,
)
_END = re.compile(
    r"[-=#*\s]*(?:30|ends?|end it|endit|fin|ende|fine)[-=#*\s]*|#{2,6}", re.IGNORECASE
)
_TOLD = {Role.BODY, Role.SUBHEAD}
_REASON = "what the office says of itself below a release"


def mark_boilerplate(units: Sequence[Unit]) -> None:
    """Mark what follows a release's end, its notes to editors or `About the company`.

    Texts that are no release are left alone.
    """
    if not any(map(_is_mark_of_release, units)):
        return
    first = next((n for n, unit in enumerate(units) if unit.role in _TOLD), len(units))
    # `###` alone may part the pieces of a letter; only what calls itself a release ends so.
    is_called = any(_is_mark_of_release(unit) and "#" not in unit.text for unit in units)
    closing = [n for n, unit in enumerate(units) if is_called and n > first and _closes(unit)]
    abouts = [n for n, unit in enumerate(units) if unit.role in _TOLD and _is_about(unit.text)]
    starts = [*closing[:1], *abouts[-1:]]
    for unit in units[min(starts) :] if starts else ():
        if unit.role in _TOLD:
            unit.mark(Role.FURNITURE, _REASON)


def _closes(unit: Unit) -> bool:
    """Tell whether nothing of the news stands below: `ENDS`, `###`, notes to editors."""
    if unit.role is Role.WIRE_MARK:
        return _END.fullmatch(unit.text) is not None
    return unit.role in _TOLD and _NOTES.fullmatch(unit.text) is not None


def _is_mark_of_release(unit: Unit) -> bool:
    if unit.role is Role.WIRE_MARK:
        return _RELEASE.fullmatch(unit.text) is not None
    return unit.role is Role.KICKER and phrases.KICKER.fullmatch(unit.text) is not None


def _is_about(text: str) -> bool:
    return _ABOUT.fullmatch(text) is not None and not text.endswith((".", "?", "!"))

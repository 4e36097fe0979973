"""Press releases: what the office that issues one says of itself below the news."""

import re
from collections.abc import Sequence

from briefings.model import Role
from briefings.read import phrases
from briefings.read.units import Unit

_RELEASE = re.compile(r"for immediate release|for release:?|#{2,6}", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:About|À propos d[eu’']|Über|Acerca de|Sobre|Informazioni su)\s?(?:the |la |l’|die |den )?"
    r"[A-ZÀ-Þ].{1,60}"
)
_TOLD = {Role.BODY, Role.SUBHEAD}


def mark_boilerplate(units: Sequence[Unit]) -> None:
    """Mark `About the company` and what follows it in a release; other texts are left alone."""
    if not any(map(_is_mark_of_release, units)):
        return
    heads = [n for n, unit in enumerate(units) if unit.role in _TOLD and _is_about(unit.text)]
    for unit in units[heads[-1] :] if heads else ():
        if unit.role in _TOLD:
            unit.mark(Role.FURNITURE, "what the office says of itself below a release")


def _is_mark_of_release(unit: Unit) -> bool:
    if unit.role is Role.WIRE_MARK:
        return _RELEASE.fullmatch(unit.text) is not None
    return unit.role is Role.KICKER and phrases.KICKER.fullmatch(unit.text) is not None


def _is_about(text: str) -> bool:
    return _ABOUT.fullmatch(text) is not None and not text.endswith((".", "?", "!"))

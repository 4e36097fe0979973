"""Laws, treaties and resolutions that have a form of their own, found by that form."""

import re
from collections.abc import Iterator

from briefings.draft.names.tables import table

_BODY = r"(?:(?:UN|U\.N\.|United Nations) )?(?:Security Council |General Assembly |UNSC )?"
_NUMBERED = re.compile(
    r"\b(?:"
    rf"{_BODY}[Rr]esolutions? (?P<resolution>\d{{2,4}}(?:/\d+)?)"
    r"|UNSCR? (?P<unscr>\d{3,4})"
    r"|(?:Directive|Regulation) (?:\((?:EU|EC|EEC)\) )?(?:No\.? )?\d{2,4}/\d{2,4}(?:/E[CU])?"
    r"|(?:Executive Order|Public Law|Proposition|House Bill|Senate Bill) \d[\d-]*"
    r"|[Rr]ésolution (?P<french>\d{3,4})(?: du Conseil de sécurité)?"
    r"|[Rr]esolución (?P<spanish>\d{3,4})(?: del Consejo de Seguridad)?"
    r"|(?:(?!The )[A-Z][\w'’-]+ ){1,5}\((?:[A-Z][\w'’-]+ ?){1,5}\) (?:Act|Bill)(?: of)?(?: \d{4})?"
    r"|(?:قانون قيصر|القرار \d{3,4})"
    r")(?!\w)"
)


def find_numbered_laws(text: str) -> Iterator[tuple[int, int, str]]:
    """Give (start, end, key) of each; equal keys are one law: UNSCR 2254 and Resolution 2254."""
    for found in _NUMBERED.finditer(text):
        number = next((group for group in found.groups() if group), None)
        yield found.start(), found.end(), f"resolution {number}" if number else found[0].lower()


def is_law(words: tuple[str, ...]) -> bool:
    """Tell whether the words of a candidate, in lower case, are the title of a law or treaty."""
    if len(words) < 2:
        return False
    if words[-1] in table("law_heads") and words[-1] not in _WEAK:
        return True
    if words[0] in table("law_first") and words[1] in {"of", "on", "for", "against", "de", "du"}:
        return True
    return len(words) > 3 and "convention" in words[:3] and bool({"of", "on"} & set(words[3:]))


# A bill may be a Bill, a code a Code: these need more than a last word.
_WEAK = frozenset({"bill", "code", "regulation", "statute", "declaration", "memorandum"})

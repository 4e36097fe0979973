"""News agencies: who is credited, and for what.

Copy is the agency's own text (its dateline, its byline); a contributor added to somebody else's;
a photo agency gave only the picture. Agencies need not be known: the pattern round the name tells.
"""

import re
from collections.abc import Iterable, Iterator

from briefings.model import Agency, AgencyRole, Role
from briefings.read.lines.units import Unit

WIRES = frozenset(
    """AFP|Agence France-Presse|Reuters|AP|Associated Press|The Associated Press|dpa|DPA|EFE|ANSA
Xinhua|TASS|PA|PA Media|Press Association|UPI|Anadolu|Anadolu Agency|AA|WAFA|SANA|Sana
IRNA|RIA Novosti|Interfax|Kyodo|Yonhap|Bloomberg|ATS|Belga|APA|Lusa|AAP|PTI|ANI|NNA|SPA
QNA|KUNA|MENA|Ritzau|NTB|TT|STT|Tasnim|Fars|Mehr|Petra|BNA|WAM|EPA|Keystone-ATS|AFPTV
رويترز|أ ف ب|فرانس برس|الأناضول|وفا|سانا|د ب أ|РИА Новости|ТАСС|Интерфакс|Reuters News
Agencia EFE|News Agency of Nigeria|NAN""".replace("\n", "|").split("|")
)
"""Wires a byline or credit may name without saying that it is one."""

_FLAGS = re.IGNORECASE
_AGENCY_LIKE = re.compile(
    r"[A-Z]{2,6}(?:-[A-Z]{2,6})?|(?:\S+\s){0,4}(?:News Agency|Press Agency|Wire Agency|Newswire"
    r"|Wire|News Service"
    r"|Press|Presse|Agency|Agencies)"
)
_CONTRIBUTED = re.compile(
    r"(?P<names>.{2,160}?)\s(?:also\s)?(?:(?:have |has )?contributed\s(?:reporting\b"
    r"|to\s(?:this|the)\s(?:\w+\s)?(?:report|story|article|piece|dispatch|post|reporting|coverage"
    r"|analysis|feature|investigation|page|copy))|(?:a|ont) contribué à cet? (?:article|reportage)"
    r"|(?:ha |han )?contribu(?:yó|yeron|ido) (?:a|con) est[ea] (?:artículo|nota|informe|reporte)"
    r"|ha(?:nno)? contribuito a quest[oa] \w+).{0,60}"
)
_WITH = re.compile(
    r"(?:(?:with )?(?:additional|further|supplementary) (?:reporting|material|reports?)(?: by"
    r"| from)?"
    r"|with (?:reporting|inputs?|files|reports?|material|contributions?|information)(?: by| from)"
    r"|with|avec|mit(?: material von)?|con(?: información de)?|(?:this )?(?:report|article"
    r"|story) includes "
    r"(?:reporting|material) (?:by|from))\s*:?\s+(?P<names>[^.]{2,120})\.?",
    _FLAGS,
)
_REPORTING = re.compile(
    r"[(\[]?\s*(?:reporting|writing|written|edited|editing|compiled|translated) by\b.{2,300}",
    _FLAGS,
)
_SOURCE = re.compile(
    r"(?:source|agency|quelle|fuente|fonte|источник|المصدر)\s?[:：]\s*(?P<names>.{2,60})", _FLAGS
)
_TRAILER = re.compile(r"[—–-]{1,2}\s?(?P<names>[^\s].{1,60}?)\.?")
_BRACKET = re.compile(r"[(\[](?P<names>[^()\[\]]{2,60})[)\]]\.?")
_PLAIN = re.compile(
    r"(?:from\s)?(?:the\s)?(?:news\s)?agenc(?:y|ies)|wire (?:services|reports)|وكالات", _FLAGS
)
_JOINTS = re.compile(r"\s*(?:,|;|/|\+|&|\band\b|\bet\b|\bund\b|\by\b|\bوال?|\bwith\b)\s*")
_ROLE_WORDS = re.compile(r"\b(?:in|from|at|for|of)\b.*$")


def is_agency(name: str) -> bool:
    """Tell whether a name is a known wire's, or is built like one."""
    return name in WIRES or name.removeprefix("the ") in WIRES or _PLAIN.fullmatch(name) is not None


def looks_like_agency(name: str) -> bool:
    """Tell whether a name in an agency's place can be one: known, initials, or `… News Agency`."""
    return is_agency(name) or _AGENCY_LIKE.fullmatch(name) is not None


def split_names(names: str) -> list[str]:
    """Cut `AFP, Reuters and NWA` into names; places such as `in Cairo` are left out."""
    found = (_ROLE_WORDS.sub("", name).strip(" .()[]") for name in _JOINTS.split(names))
    return [
        name.removeprefix("the ").removeprefix("The ") if is_agency(name) else name
        for name in found
        if name
    ]


def find_credit_line(unit: Unit) -> tuple[str, list[Agency]] | None:
    """Know a line that credits agencies or colleagues; gives the reason and the agencies."""
    text = unit.text
    if len(text) > 320 or unit.level:
        return None
    if _REPORTING.fullmatch(text):
        return "says who reported and edited", list(_agencies_in(text, AgencyRole.COPY))
    found = _CONTRIBUTED.fullmatch(text)
    if found and len(text) < 200:
        return "says who contributed", list(_named(found["names"], AgencyRole.CONTRIBUTOR))
    found = _WITH.fullmatch(text)
    if found and (not text.lower().startswith(_BARE_WITH) or _all_agencies(found["names"])):
        return "says who contributed", list(_named(found["names"], AgencyRole.CONTRIBUTOR))
    return _find_copy_line(text)


def _all_agencies(names: str) -> bool:
    found = split_names(names)
    return bool(found) and all(map(looks_like_agency, found))


_SIGNED = re.compile(
    r"(?<=[.!?…\"”»])\s+(?:[(\[](?P<in>[^()\[\]]{2,40})[)\]]|[—–-]{1,2}\s?(?P<dash>[A-Z][\w/]{1,20}))"
    r"\.?\s*$"
)
_LONGEST_SIGNATURE = 60
_BARE_WITH = ("with ", "avec ", "mit ", "con ")


def _find_copy_line(text: str) -> tuple[str, list[Agency]] | None:
    """Know `Source: AFP`, `— NWA`, `(Reuters)` and a wire's name alone."""
    for pattern in (_SOURCE, _TRAILER, _BRACKET):
        found = pattern.fullmatch(text)
        if found and all(map(looks_like_agency, names := split_names(found["names"]))) and names:
            return "names the agency", [Agency(name=name, role=AgencyRole.COPY) for name in names]
    names = split_names(text) if len(text) <= 60 else []
    if names and all(map(is_agency, names)):
        return "an agency's name alone", [Agency(name=name, role=AgencyRole.COPY) for name in names]
    return None


def trailing_credit(raw: str) -> int | None:
    """Find where the wire's name begins that signs a story's last line: `… on Monday. (NWA)`."""
    found = _SIGNED.search(raw[-_LONGEST_SIGNATURE:])
    if found is None or not _all_agencies(found["in"] or found["dash"]):
        return None
    return max(len(raw) - _LONGEST_SIGNATURE, 0) + found.start()


def _named(names: str, role: AgencyRole) -> Iterator[Agency]:
    for name in split_names(names):
        if looks_like_agency(name):
            yield Agency(name=name, role=role)


def _agencies_in(text: str, role: AgencyRole) -> Iterator[Agency]:
    for name in re.findall(r"\(([A-Z][\w ]{1,30})\)|\bfor ([A-Z]{2,6})\b", text):
        plain = name[0] or name[1]
        if looks_like_agency(plain):
            yield Agency(name=plain, role=role)


def find_agencies(units: Iterable[Unit]) -> Iterator[Agency]:
    """Give the agencies of all units that have a role, in order; the caller drops repeats."""
    for unit in units:
        for part in unit.parts:
            words = unit.raw[part.start : part.end] if len(unit.parts) > 1 else unit.text
            yield from _agencies_of(part.role, " ".join(words.split()))


def _agencies_of(role: Role, text: str) -> Iterator[Agency]:
    if role is Role.AGENCY_CREDIT:
        credit = find_credit_line(Unit(0, text, gap=False))
        yield from credit[1] if credit else ()
    elif role is Role.CREDIT:
        for name in re.split(r"\s*[/|,]\s*|\svia\s", text.strip("()[] ")):
            plain = re.sub(r"^.*?:\s*", "", name).strip(" .©")
            if plain in WIRES:
                yield Agency(name=plain, role=AgencyRole.PHOTO)

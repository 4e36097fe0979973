"""Bylines in full: people, desks and agencies, each with what stands beside it."""

import re
from collections.abc import Iterator

from briefings.model import Byline, BylineKind
from briefings.read.lines.agencies import looks_like_agency
from briefings.read.lines.bylines import bare_byline, is_staff

_APART = re.compile(
    r"\s*(?:,\s+(?:and|et|und|y)\s|[,;،]|\s(?:and|et|und|y|e|и|ve|with|avec|mit|con|com)\s|&"
    r"|\s[|/]\s)\s*",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\(([^()]{1,80})\)")
_PLACE = re.compile(
    r"\s(?P<in>(?:in|at|à|en|em|im|aus|в|from|de notre envoyée? spéciale? à) (?:the )?"
    r"[A-ZÀ-ÞА-Я].{1,40})$"
)
_WORK = (
    r"correspondent(?:e)?|editor(?:in)?|reporter|writer|columnist|chief|analyst|producer"
    r"|correspondante?|envoyée? spéciale?|korrespondent(?:in)?|redakteur(?:in)?|enviad[oa] especial"
    r"|corresponsal|corrispondente|inviat[oa]|корреспондент"
)
_JOB_BEHIND = re.compile(
    rf"^(?P<name>(?:[A-ZÀ-Þ][\w.’'-]+\s){{2}})(?P<job>(?:[\w’'-]+\s){{0,3}}(?:{_WORK}))$",
    re.IGNORECASE,
)
_JOB = re.compile(rf"(?:[\w’'&-]+\s){{0,4}}(?:{_WORK})(?:\s.{{1,40}})?", re.IGNORECASE)
_AGENCIES = frozenset({"agencies", "news agencies", "agences", "agenturen", "agencias", "agenzie"})
_COMMA = "\ue001"


def read_bylines(line: str) -> tuple[Byline, ...]:
    """Give everybody a byline names, in its order."""
    plain = bare_byline(line)
    if is_staff(plain):
        return (Byline(name=plain, kind=BylineKind.DESK),)
    # A comma inside parentheses parts nobody.
    guarded = _PARENTHESIS.sub(lambda found: found[0].replace(",", _COMMA), plain)
    found: list[Byline] = []
    for piece in _pieces(guarded):
        if found and _belongs_to(found, piece):
            last = found.pop()
            role = ", ".join(filter(None, (last.role, piece)))
            found.append(Byline(name=last.name, kind=last.kind, role=role))
        else:
            found.append(_one(piece))
    return tuple(dict.fromkeys(one for one in found if one.name))


def names_of(line: str) -> list[str]:
    """Give the names of a byline: people, desks, and agencies that are named."""
    named = (one.name for one in read_bylines(line) if one.name.casefold() not in _AGENCIES)
    return list(dict.fromkeys(named))


def _pieces(text: str) -> Iterator[str]:
    for piece in _APART.split(text):
        if words := piece.replace(_COMMA, ",").strip(" ,;|–—-•·"):
            yield words


def _belongs_to(found: list[Byline], piece: str) -> bool:
    """Tell whether a piece says of the person before it what they do, or where they are."""
    if found[-1].kind is not BylineKind.PERSON or looks_like_agency(piece):
        return False
    is_place = " " not in piece and " " in found[-1].name
    return _JOB.fullmatch(piece) is not None or is_place


def _one(piece: str) -> Byline:
    roles = [words.strip() for words in _PARENTHESIS.findall(piece)]
    name = _PARENTHESIS.sub("", piece).strip()
    if place := _PLACE.search(name):
        roles.insert(0, place["in"])
        name = name[: place.start()].strip()
    elif job := _JOB_BEHIND.match(name):
        roles.insert(0, job["job"])
        name = job["name"].strip()
    kind = BylineKind.PERSON
    if name.casefold() in _AGENCIES or looks_like_agency(name):
        kind = BylineKind.AGENCY
    elif is_staff(name):
        kind = BylineKind.DESK
    return Byline(name=name, kind=kind, role=", ".join(roles) or None)

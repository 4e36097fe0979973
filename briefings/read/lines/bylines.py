"""Bylines: who wrote it, as printed, people apart from the words round them."""

import re
from typing import Final

from briefings.text.months import month_pattern

_PERSON = (
    r"(?:[A-ZÀ-ÞА-ЯİŞÇĞÖÜ][\w.’'-]+|[A-Z]\.|al-\w+|de|da|di|del|della|der|den|van|von|bin|ibn"
    r"|la|le|el)"
)
_ARABIC = r"[\u0621-\u064a]{2,}(?:\s[\u0621-\u064a]{2,}){1,3}(?:\s[–—-]\s[\u0621-\u064a\s]{3,30})?"
_NAME = rf"(?:{_PERSON}(?:\s{_PERSON}){{1,4}}|{_ARABIC})"
_GLUED = r"B[yY](?=[A-Z][\w.’'-]+\s[A-Z])"
"""A copied page may lose the space of `By Jane Doe`."""
_BY = re.compile(
    r"(?:by|written by|words by|words|text by|text|story by|author|authors|reported by|review by"
    r"|par|de notre correspondante?|von|por|di|da|door|av|af|tekst|skrevet av|autor|autorka"
    r"|opracował|przez|oleh|penulis|автор|текст|yazan|haber|بقلم|كتب|كتبت|تأليف|מאת"
    r"|analysis by|opinion by|report by|interview by|posted by|published by)\s?[:：]?\s+"
    rf"|(?-i:{_GLUED})",
    re.IGNORECASE,
)
_OPENERS = (
    r"(?:[Bb]y|BY|Written by|Words by|Text by|Story by|Reported by|Analysis by|Report by"
    r"|Interview by|Posted by|Par|Von|VON|PAR|Por|POR|Di|Door|DOOR|Av|AV|Af|Skrevet av|Tekst:"
    r"|Oleh|Autor(?:es|ka)?:|Autore:|Auteur:|Authors?:|Opracowała?|Автор:|Текст:|Yazan:|Haber:"
    r"|بقلم|كتبت?|מאת)"
)
_BY_STRICT = re.compile(rf"{_OPENERS}\s?[:：]?\s+(?=\S)|{_GLUED}")
OPENING: Final = re.compile(rf"{_OPENERS}\s?[:：]?(?:\s|$)")
"""How a byline opens that says it is one; the names may stand in the markup behind it."""
_STAFF = re.compile(
    r"(?:the\s)?(?:[\w’'.&-]+\s){0,4}(?:staff|staff (?:and agencies|reporters?|writers?"
    r"|correspondents?)"
    r"|web desk|news desk|newsroom|editorial (?:board|team|staff)|our (?:\w+\s)?(?:correspondent"
    r"|reporter)s?"
    r"|(?:news|foreign|world|political) desk|correspondents?|reporters|online desk|la rédaction"
    r"|redaktion"
    r"|redacción|redazione|redação|редакция)(?:\s(?:in|and|à|de)\s.{2,40})?"
    r"|(?:[\w’'.&-]+\s){1,4}(?:and|with)\s(?:news\s)?agencies",
    re.IGNORECASE,
)
_AGENCIES_TOO = re.compile(r"\s(?:and|with)\s(?:news\s)?agencies$", re.IGNORECASE)
_NAME_ALONE = re.compile(
    rf"{_NAME}(?:\s*(?:,|and|&|et|und|y)\s+{_NAME}){{0,4}}(?:\s(?:in|at|à"
    rf"|in der)\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?)?"
    r"(?:(?:\s*[,|–—-]\s*|\s)[\w’' ]{0,40}(?:correspondent|editor|reporter|writer|analyst|staff"
    r"|producer)[\w’' ]{0,30})?"
)
_SPLIT = re.compile(
    r"\s*(?:,\s+(?:and|et|und|y)\s|,|;|\s(?:and|et|und|y|e|и|ve)\s|&|\s\|\s|\s/\s)\s*"
)
_IN_PLACE = re.compile(
    r"\s[–—-]\s(?=[\u0621-\u064a]).*$|\s(?:in|at|at the|in the|à|in der|en|в)\s(?=[A-ZÀ-ÞА-Я]).*$"
)
_TITLE = re.compile(
    r"(?:.*\s)?(?:correspondent|editor|reporter|writer|analyst|producer|columnist|bureau chief"
    r"|journalist"
    r"|contributor|at large|@\w+)(?:\s.*)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"\s*[-–—|•·,]?\s*\b(?:(?i:(?:last )?(?:published|updated|posted))\b.*"
    rf"|(?i:(?:mon|tues|wednes|thurs|fri"
    rf"|satur|sun)day,?\s)"
    rf".*|(?i:(?:{month_pattern()})\.?\s\d{{1,2}}\b).*|\d{{1,2}}\.?\s(?i:(?:{month_pattern()})\b).*"
    r"|(?:am\s)?\d{1,2}[./]\d{1,2}[./]\d{2,4}.*|\d{1,2} (?i:min|hour|day)s? .*|(?i:says:?)$"
    r"|(?:on|am|le|el|em|op|den|at)$)"
)
_GLUED_JOB = re.compile(
    r"(?<=[a-zà-ÿ])(?=(?:(?:Staff|Senior|Chief|Political|News)\s)?(?:Writer|Reporter|Correspondent|Editor)\b)"
)
_GLUED_BUTTON = re.compile(r"(?<=[a-zà-ÿ])(?:Follow(?:ing)?|Share|Contact)$")
_NO_NAME = re.compile(
    r"\b(?:about|account|advertisement|also|app|articles?|back|click|close|comments?|contact|continue"
    r"|cookie|edit|enlarge|explore|facebook|find|follow|for|gallery|get|help|home|how|images?|install"
    r"|jump|just|load|log|login|media|menu|more|my|navigation|news|newsletter|next|now|of|on|open"
    r"|options|our|out|page|photos?|play|posts?|previous|print|privacy|rate|read|reading|recipe"
    r"|related|results|return|save|search|section|see|share|show|sign|skip|sports|stor(?:y|ies)"
    r"|subscribe|terms|than|that|the|this|to|top|topics|trending|tweet|until|up|us|videos?|views?"
    r"|visit|watch|we|weather|what|where|who|why|with|you|your)\b",
    re.IGNORECASE,
)
"""Words no name holds, though a menu or a label of names' form does."""
_NOT_NAMES = re.compile(
    r"(?i)(?:image|photo|picture|foto|video|graphic|illustration)s?\b|(?:published|posted|written"
    r"|edited) by$"
    r"|(?:post )?author:?$|share|comments?$|(?:ph\.?d|m\.?d|msc|jr|sr)\.?$"
)
_NOISE = re.compile(r"https?://\S+|\S+@\S+\.\w+|@\w+|<[^>]*>")
_LABEL = re.compile(r"\s*(?i:post author|author|by)\b\s*[:：]?\s+")
_PARENTHESIS = re.compile(r"\s?\([^()]{1,80}\)")
_INITIAL = re.compile(r"\s(?:[JS]r|[A-Z])\.$")
_LONGEST = 160


def is_byline(text: str) -> bool:
    """Tell whether a line says by its words that it is a byline."""
    if len(text) > _LONGEST or (text.endswith((".", "?", "!", ":")) and not _INITIAL.search(text)):
        return False
    found = _BY_STRICT.match(text)
    if found:
        rest = text[found.end() :]
        return rest[:1].isupper() or not rest[:1].isascii() or _STAFF.fullmatch(rest) is not None
    return _STAFF.fullmatch(text) is not None and len(text) <= 60


def is_byline_label(text: str) -> bool:
    """Tell whether a line is the `By` of a byline whose name stands on the next line."""
    return len(text) <= 20 and OPENING.fullmatch(text.rstrip(" :：") + " ") is not None


def is_name_alone(text: str) -> bool:
    """Tell whether a line is built like one or more people's names; a byline by its place."""
    if len(text) > 100 or _NAME_ALONE.fullmatch(text) is None:
        return False
    return _NO_NAME.search(text) is None


def is_job(text: str) -> bool:
    """Tell whether a line is what the one named before it does: `Health correspondent`."""
    return len(text) <= 40 and not _BY.match(text) and _TITLE.fullmatch(text) is not None


def split_byline(text: str) -> tuple[str, ...]:
    """Cut a byline into names in their order; desks stay as printed, `in Cairo` goes."""
    names: list[str] = []
    for piece in _split_outside_desks(_PARENTHESIS.sub(" ", bare_byline(text))):
        name = _IN_PLACE.sub("", piece).strip(" ,;|–—-•·()")
        name = _BY_STRICT.sub("", name, count=1)
        is_title = bool(names) and _TITLE.fullmatch(name) is not None and not name[:1].isupper()
        if name and not is_title and name not in names and not _NOT_NAMES.match(name):
            names.append(name)
    return tuple(names)


def bare_byline(text: str) -> str:
    """Take `By`, addresses and what is printed behind a byline off it."""
    plain = _GLUED_BUTTON.sub("", _GLUED_JOB.sub(", ", _NOISE.sub(" ", text.strip())))
    if _BY.match(plain):
        plain = _BY.sub("", plain, count=1)
    return " ".join(_TAIL.sub("", _LABEL.sub("", plain, count=1)).split())


def is_staff(text: str) -> bool:
    """Tell whether a name is that of a desk."""
    return _STAFF.fullmatch(text) is not None


def _split_outside_desks(text: str) -> list[str]:
    if _STAFF.fullmatch(text) and not _AGENCIES_TOO.search(text):
        return [text]
    return _SPLIT.split(text)

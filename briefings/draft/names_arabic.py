"""Names in Arabic, which has no capitals: words that announce a name, and known countries.

Works modestly: a title names the one or two words behind it, a ministry the one behind it.
"""

import re
from collections.abc import Iterator

from briefings.draft.gazetteer import plain, territories
from briefings.model import NameKind

_WORD = re.compile(r"[\u0621-\u065f\u0670-\u06d3]+")
_PREFIXES = ("", "و", "ب", "ل", "ف", "وب", "ول")
_OFFICES = frozenset(
    "الرئيس الوزير رئيس وزير الأمير الملك الشيخ السيد السيدة الدكتور الصحفي الصحافي الصحفية المتحدث "
    "النائب السفير المبعوث الجنرال اللواء العميد القاضي المحامي الكاتب الممثل المدرب الأستاذ".split()
)
_AFTER_OFFICE = frozenset(
    "الوزراء الخارجية الدفاع الداخلية المالية العدل الصحة التعليم النقل الطاقة البرلمان المجلس الحكومة "
    "السوري السورية الأمريكي الأميركي الأمريكية الأميركية الروسي الفرنسي المصري اللبناني العراقي التركي "
    "الإيراني الأردني التونسي الجزائري المغربي السعودي القطري الإماراتي البريطاني الألماني الصيني "
    "الفلسطيني الإسرائيلي الأوكراني السابق الأسبق الجديد الراحل العام باسم الرسمي الخاص الأممي".split()
)
_ORGS = {
    "وزارة": 1,
    "منظمة": 2,
    "وكالة": 2,
    "هيئة": 2,
    "شركة": 1,
    "حزب": 1,
    "جامعة": 1,
    "محكمة": 1,
    "مؤسسة": 1,
    "اتحاد": 1,
    "صحيفة": 1,
    "قناة": 1,
    "حركة": 1,
    "بنك": 1,
    "مصرف": 1,
    "لجنة": 1,
}
_PLACES = {
    "مدينة": 1,
    "محافظة": 1,
    "بلدة": 1,
    "قرية": 1,
    "ميناء": 1,
    "مطار": 1,
    "جزيرة": 1,
    "نهر": 1,
}
_VERBS_START = ("ي", "ت", "س")
_STOP = frozenset(
    "في من إلى على عن مع أن إن التي الذي الذين كان كانت قال قالت أكد أكدت أعلن أعلنت أضاف أضافت هو هي "
    "هذا هذه ذلك بعد قبل خلال أمس اليوم غدا حول بين ثم أو لم لن لا ما كما قد وقد بأن أنه أنها عند منذ "
    "حتى إذا لكن بل دون ضد نحو لدى أي كل بعض غير وصل زار دعا التقى نفى اتهم وقع شدد أشار حذر".split()
)


def find_arabic(text: str) -> Iterator[tuple[int, int, NameKind]]:
    """Give (start, end, kind) of names announced by a word before them, and of countries."""
    words = [(found.start(), found.end(), found[0]) for found in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        found = _announced(text, words, at) or _country(text, words, at)
        if found is None:
            at += 1
            continue
        start, end, kind = found
        yield start, end, kind
        while at < len(words) and words[at][0] < end:
            at += 1


_Words = list[tuple[int, int, str]]


def _announced(text: str, words: _Words, at: int) -> tuple[int, int, NameKind] | None:
    word = _bare(words[at][2], _OFFICES | _ORGS.keys() | _PLACES.keys())
    if word in _ORGS:
        last = _last(text, words, at, _ORGS[word], frozenset())
        start = words[at][1] - len(word)
        return (start, words[last][1], NameKind.ORGANISATION) if last > at else None
    if word in _PLACES:
        last = _last(text, words, at, _PLACES[word], frozenset())
        return (words[at + 1][0], words[last][1], NameKind.PLACE) if last > at else None
    if word not in _OFFICES:
        return None
    while at + 1 < len(words) and words[at + 1][2] in _AFTER_OFFICE and _joins(text, words, at):
        at += 1
    last = _last(text, words, at, 2, _AFTER_OFFICE)
    return (words[at + 1][0], words[last][1], NameKind.PERSON) if last == at + 2 else None


def _last(text: str, words: _Words, at: int, most: int, barred: frozenset[str]) -> int:
    last = at
    while last < min(at + most, len(words) - 1):
        word = words[last + 1][2]
        if word in _STOP or word in barred or len(word) < 2 or not _joins(text, words, last):
            break
        last += 1
    return last


def _joins(text: str, words: _Words, at: int) -> bool:
    return text[words[at][1] : words[at + 1][0]] == " "


def _country(text: str, words: _Words, at: int) -> tuple[int, int, NameKind] | None:
    for length in (3, 2, 1):
        if at + length > len(words):
            continue
        start, end = words[at][0], words[at + length - 1][1]
        for prefix in _PREFIXES:
            name = text[start:end]
            if name.startswith(prefix) and plain(name[len(prefix) :]) in territories("ar"):
                return start + len(prefix), end, NameKind.PLACE
    return None


def _bare(word: str, known: frozenset[str]) -> str:
    for prefix in _PREFIXES:
        if word.startswith(prefix) and word[len(prefix) :] in known:
            return word[len(prefix) :]
    return word

"""Texts and pictures: days that move, dates, characters nobody sees, whose a picture is."""

import re
from collections.abc import Iterator

from briefings.check.desk import Desk, texts_of
from briefings.check.rules import found
from briefings.errors import Finding, Severity
from briefings.model import Briefing, Status
from briefings.store.places import KeyPath, LoadedBriefing

_MOVING_DAYS = {
    "en": r"today|yesterday|tomorrow|tonight|(?:last|next|this) (?:week|month|year|night|weekend|"
    r"morning|afternoon|evening|spring|summer|autumn|winter)|(?:last|next) (?:Mon|Tues|Wednes|"
    r"Thurs|Fri|Satur|Sun)day|(?:days|weeks|months|years) ago",
    "fr": r"aujourd'hui|hier|demain|l'an dernier|l'année (?:dernière|prochaine)|"
    r"(?:la semaine|le mois) (?:dernière?|prochaine?)|ce (?:matin|soir)|cette (?:semaine|année)",
    "es": r"hoy|ayer|mañana por la \w+|anoche|el (?:año|mes) (?:pasado|próximo)|"
    r"la semana (?:pasada|próxima)|esta (?:semana|mañana|tarde|noche)|este (?:año|mes)",
    "de": r"heute|gestern|vorgestern|(?:letzte|vergangene|nächste|kommende|diese)[nrs]? "
    r"(?:Woche|Monat|Jahr|Nacht|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)",
    "ar": r"اليوم|أمس|غدا|غداً|العام الماضي|الشهر الماضي|الأسبوع (?:الماضي|المقبل)",
}
# C0 and C1 controls, direction overrides and isolates, zero-width marks that hide in words, tags.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\U000e0000-\U000e007f]"
)


def check_texts(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    """Check the words of a briefing as words."""
    b = loaded.briefing
    yield from _check_days(loaded)
    yield from _check_invisible(loaded)
    for number, article in enumerate(b.articles):
        if article.date is None:
            remedy = "write `date:` as the outlet prints it"
            yield found(
                "BR605", loaded.place("articles", number, "date"), "the article has no date", remedy
            )
    yield from _check_picture(loaded, desk)
    yield from _check_translation(loaded)


def _check_picture(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    """Look at its words, whose it is, and how long it may be shown."""
    image = loaded.briefing.image
    if image is None:
        return
    if not image.alt.strip():
        message = "the picture has no words for those who cannot see it"
        yield found("BR608", loaded.place("image", "alt"), message, "say what it shows")
    milder = Severity.WARNING if loaded.briefing.status is Status.DRAFT else None
    absent = [key for key in ("holder", "licence") if not (getattr(image, key) or "").strip()]
    if absent:
        message = f"the picture does not say its {' and its '.join(absent)}"
        remedy = "write rights: {holder: …, licence: …}"
        yield found("BR623", loaded.place("image", "rights"), message, remedy, severity=milder)
    elif not (image.proof or "").strip():
        message = "nothing says where the desk has it in writing that the picture may be shown"
        remedy = "add proof: the licence's address, or where the letter is"
        yield found("BR626", loaded.place("image", "rights"), message, remedy)
    today = desk.now and desk.now.astimezone(desk.settings.timezone).date()
    if image.until and today and image.until < today:
        message = f"the picture may be shown until {image.until.isoformat()} only"
        remedy = "ask for longer, or set image: null"
        place = loaded.place("image", "rights", "until")
        yield found("BR624", place, message, remedy, severity=milder)


def _check_translation(loaded: LoadedBriefing) -> Iterator[Finding]:
    """Hold a translation to saying from what and by whom, and to showing what was said."""
    b = loaded.briefing
    milder = Severity.WARNING if b.status is Status.DRAFT else None
    if b.translated is None:
        foreign = next((n for n, quote in enumerate(b.quotes) if quote.original), None)
        if foreign is not None:
            message = "the quote is translated, and nobody says from what language and by whom"
            place = loaded.place("quotes", foreign, "original")
            remedy = "add translated: {from: fr, by: NAME} below language"
            yield found("BR627", place, message, remedy, severity=milder)
        return
    if not (b.translated.by or "").strip():
        place = loaded.place("translated")
        yield found(
            "BR627", place, "nobody is named who translated it", "add by: NAME", severity=milder
        )
    for number, quote in enumerate(b.quotes):
        if not quote.original:
            message = "the quote is translated, and the words that were said are not beside it"
            remedy = "add original: with the words as the article prints them"
            yield found("BR628", loaded.place("quotes", number, "text"), message, remedy)


def _check_days(loaded: LoadedBriefing) -> Iterator[Finding]:
    """Look for days that move in texts of the machine; in quotes they are the speaker's."""
    b = loaded.briefing
    pattern = _MOVING_DAYS.get(b.language.partition("-")[0].lower())
    if pattern is None:
        return
    moving = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
    for key, points in (("summary", b.summary), ("key_points", b.key_points)):
        for number, point in enumerate(points):
            plain = point.text.replace("’", "'")
            # Capitals inside a sentence are a name: Island Today says nothing of a day.
            found_here = (one for one in moving.finditer(plain) if not _is_name(plain, one))
            day = next(found_here, None)
            if day is not None and not point.grounds.editor:
                message = f'"{day[0].lower()}" moves: a reader may come on any day'
                place = loaded.place(key, number, "text")
                yield found("BR604", place, message, "name the day, and mark it `from: [editor]`")


def _is_name(text: str, match: re.Match[str]) -> bool:
    return match.start() > 0 and text[match.start()].isupper()


def _check_invisible(loaded: LoadedBriefing) -> Iterator[Finding]:
    for keys, text in _shown(loaded.briefing):
        hidden = _INVISIBLE.search(text)
        if hidden is not None:
            message = f"holds the invisible character U+{ord(hidden[0]):04X}"
            yield found("BR606", loaded.place(*keys), message, "type the words again without it")


def _shown(b: Briefing) -> Iterator[tuple[KeyPath, str]]:
    yield ("title",), b.title
    yield ("dek",), b.dek or ""
    yield ("body",), b.body
    for keys, item in texts_of(b):
        yield (*keys, "text"), item.text
    for number, article in enumerate(b.articles):
        yield ("articles", number, "title"), article.title
        yield ("articles", number, "dek"), article.dek or ""

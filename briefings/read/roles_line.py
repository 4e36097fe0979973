"""What a line says of itself, wherever it stands: dates, bylines, marks of the wire, notes.

One rule per role; the reason is the rule in words.
"""

import re

from briefings.model import Role
from briefings.read.agencies import find_credit_line
from briefings.read.bylines import is_byline
from briefings.read.roles_site import find_site_role
from briefings.read.units import Unit
from briefings.text.dates import find_moments

_FLAGS = re.IGNORECASE
_MINUTES = r"(?:mins?\b\.?|minutes?\b|minuten\b|minutos\b|minuti\b|мин(?:\.|уты?\b|ут\b)?|dk\.?|dakika|دقائق|دقيقة|دقيقتان)"
_READING = re.compile(
    rf"(?:(?:estimated )?read(?:ing)?(?: time)?|time to read|lecture|temps de lecture|durée de lecture|lesezeit"
    rf"|lesedauer|(?:tiempo de )?lectura|(?:tempo di )?lettura|(?:tempo de )?leitura|время (?:на )?чтени[ея]"
    rf"|okuma süresi|(?:وقت|مدة|زمن) القراءة|قراءة)\s?[:：–-]?\s?(?:~|≈|ca\.?\s)?(?P<a>\d{{1,3}})\s?-?{_MINUTES}"
    rf"|(?:~|≈)?(?P<b>\d{{1,3}})[\s-]?{_MINUTES}(?:\s|-)?(?:to\s)?(?:read(?:ing)?(?: time)?|de lecture|lesezeit|lesen"
    rf"|de lectura|di lettura|de leitura|чтения|на чтение|okuma|للقراءة|قراءة|من القراءة)",
    _FLAGS,
)
_UPDATED = re.compile(
    r"(?:last )?(?:updated?|modified|revised)|mis à jour|modifié|aktualisiert|zuletzt|actualizado|aggiornat|atualizado"
    r"|обновлен|güncelle|تحديث|محدث",
    _FLAGS,
)
_DATE_WORDS = re.compile(
    r"(?:first |last )?(?:published|posted|updated?|modified|created|issued|released|date)(?: on| at)?|on|at|and"
    r"|publiée?|mise? à jour|modifiée?|créée?|le|à|veröffentlicht|aktualisiert|erstellt|stand|am|um|vom|uhr|zuletzt"
    r"|publicado|actualizado|el|a las|pubblicat[oa]|aggiornat[oa]|il|alle|ore|atualizado|em|às|опубликован[оа]?"
    r"|обновлен[оа]?|дата|yayınlanma|güncelle(?:me|nme)|tarihi?|son|نشر(?:ت)?|في|آخر|تحديث|تاريخ|النشر|الساعة"
    r"|[ap]\.?m\.?|\d{1,2}[:.h]\d{2}|local time|gmt|utc|est|edt|et|ist|cst|hrs?|h|ago|by|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    _FLAGS,
)
_RELATIVE = re.compile(
    r"(?:(?:published|posted|updated)\s)?(?:\d{1,2}|an?|one|two|three)\s(?:second|minute|min|hour|hr|day|week|month)s?\sago"
    r"|il y a \d{1,2} (?:minutes?|heures?|jours?)|vor \d{1,2} (?:minuten|stunden?|tagen)|hace \d{1,2} (?:minutos|horas?|días?)"
    r"|منذ \d{0,2}\s?(?:دقائق|ساعات?|أيام|يوم)|yesterday|today|just now|\d{1,2}:\d{2}",
    _FLAGS,
)
_URL = re.compile(
    r"(?:(?:source|link|url|original|via|from|at)\s?:?\s*)?(?:https?://|www\.)\S+", _FLAGS
)
_OUTLET = re.compile(
    r"(?:source|published (?:by|in|on)|publisher|outlet|first published (?:by|in|on)|originally published (?:by|in|on)"
    r"|originally appeared (?:in|on)|newspaper|publication|journal|quelle|fuente|fonte|источник|المصدر|kaynak)\s?[:：]\s*"
    r"(?P<name>\S.{1,60})",
    _FLAGS,
)
_TAGS = re.compile(
    r"(?:tags?|topics?|filed under|keywords|categories|category|in this story|mots[- ]clés|thèmes|schlagw(?:ö|oe)rter|themen"
    r"|etiquetas|temas|tag|argomenti|теги|темы|etiketler|الكلمات المفتاحية|كلمات مفتاحية|وسوم|الوسوم)\s?[:：]\s*(?P<tags>\S.*)"
    r"|(?P<hashes>#\w+(?:[\s,]+#\w+)*)",
    _FLAGS,
)
_TAGS_HEAD = re.compile(
    r"(?:(?:related )?topics|tags|filed under|keywords|mots[- ]clés|schlagwörter|temas|etiquetas|argomenti|теги|الوسوم"
    r"|كلمات مفتاحية)\s?:?",
    _FLAGS,
)
_WIRE_STOP = re.compile(
    r"(?:(?:bulletin\s|mandatory\s|urgent\s)?(?:kill|withhold|retract(?:ion|ed)?|withdrawal|elimination)\b(?:[:\s—–-].*)?"
    r"|.{0,80}\b(?:story|article|dispatch|item|copy)\s(?:has been |is )?(?:killed|withdrawn|withheld)\b.{0,120}"
    r"|annule et remplace.{0,100}|(?:please\s)?(?:disregard|do not (?:use|publish)) .{1,120})",
    _FLAGS,
)
_STOP_WORDS = re.compile(
    r"^(?:BULLETIN |MANDATORY |URGENT )?(?:KILL|WITHHOLD|RETRACT|WITHDRAWAL|ELIMINATION)\b|(?i:^(?:mandatory|bulletin) kill|\b(?:story|article|dispatch|item|copy)\s(?:has been |is )(?:killed|withheld|withdrawn)\b)"
)
_WIRE_MARK = re.compile(
    r"(?i:(?:hold for release|embargo(?:ed)?|not for (?:release|publication|broadcast|use)\b(?!.*\.$))\b.{0,120})"
    r"|(?i:for immediate release|for release:?|note to (?:desks|newsrooms))"
    # NWA-0303-11  FERRY-FIRE  2nd lead · NWA/mb/kd
    r"|[A-Z]{2,6}[-_ ]?\d[\w-]{0,20}(?:\s+[A-Z\d][A-Z\d/&-]{2,40}){1,4}(?:\s+(?i:\d\w\w )?(?i:lead|ld|take|add|update))?"
    r"|[A-Za-z]{2,6}(?:/[a-z]{2,4}){1,4}"
    r"|\(?(?:CORRECTS?|RECASTS?|UPDATES?|ADDS?|RAISES|REFILES?|REPEATS?|LEADS?|EDS|EDS NOTE|ATTN EDITORS?"
    r"|ATTENTION EDITORS?|NOTE TO EDITORS|EDITORS)\b\s?[:\s—–-].{0,200}"
    r"|(?i:(?:\S+\s){0,4}(?:\d(?:st|nd|rd|th)\s)?(?:ld-?)?writethru\b.{0,80})"
    r"|(?i:(?:\S+\s){0,3}\d(?:st|nd|rd|th) (?:ld|take)\b.{0,60})"
    r"|[-=#*]*\s?(?:30|ENDS?|END IT|MORE|ENDIT|ENDALL)\s?[-=#*]*|#{2,6}|\((?i:more|ends?)\)"
    r"|URGENT|FLASH|BULLETIN|ALERT|NEWSALERT|BC-.{1,80}|(?i:(?:slug|take|priority)\s?:.{1,80})"
)
_KICKER = re.compile(
    r"(?:press|media|news) (?:release|advisory|statement|notice)(?:\s(?:no\.?|nr\.?|n°|number|#)?\s?[\w/.-]{1,20})?"
    r"|communiqué(?: de presse)?|pressemitteilung|comunicado(?: de prensa)?|comunicato(?: stampa)?|пресс-релиз"
    r"|basın (?:bülteni|açıklaması)|بيان(?: صحفي)?",
    _FLAGS,
)
_CORRECTION = re.compile(
    r"(?:\*|•)?\s?(?:(?:correction|corrections and clarifications|clarification|erratum|rectificatif|précision|korrektur"
    r"|corrección|rettifica|correção|исправление|düzeltme|تصحيح|توضيح)\b(?:\s?\([^)]{1,40}\)|,?\s[\w ,]{1,30})?\s?[:：—–-].*"
    r"|.{0,20}\b(?:this|an earlier version of this|a previous version of this|the headline (?:of|on) this)\s"
    r"(?:article|story|report|piece|post|page|headline|item)\b.{0,40}\b(?:was|has been|have been|misstated|said|gave|stated"
    r"|incorrectly|wrongly|contained|identified)\b.*)",
    _FLAGS,
)
_LICENCE = re.compile(
    r".{0,120}\b(?:creative commons|CC BY(?:-[A-Z]{2}){0,2}|republished (?:from|under|with)|licen[cs]ed under"
    r"|under (?:a|the) (?:open )?licen[cs]e)\b.{0,200}",
    _FLAGS,
)
_JOB = (
    r"(?:reporter|journalist|correspondent|editor|writer|columnist|analyst|fellow|professor|lecturer|researcher|author"
    r"|producer|bureau chief|journaliste|periodista|redakteurin?|giornalista|contributor|photographer)"
)
_AUTHOR = re.compile(
    rf"(?:about the authors?\b.{{0,200}}|(?:follow|contact|reach|email|e-mail)\s(?:her|him|them|the author|[A-Z]\w+)\b.{{0,40}}"
    rf"(?:@|\bon\s(?:twitter|x|bluesky|mastodon)|\bat\s).{{0,80}}"
    rf"|(?P<name>[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þa-z][\w.’'-]+){{1,3}})\s(?:is|was|est|es|ist|covers|writes|reports)\s"
    rf"(?:.{{0,80}}\b{_JOB}\b.{{0,200}}|(?:about|on|for|from)\s.{{1,160}}))",
)
_ABOVE_ALL = 400


def find_line_role(unit: Unit, language: str) -> bool:
    """Give a unit the role its own words tell, if they do; True when it now has one."""
    text = unit.text
    if len(text) > _ABOVE_ALL:
        return _mark_long_note(unit)
    found = _wire_role(text) or _note_role(text, unit)
    if found is None and len(text) <= 160:
        found = _fact_role(text) or find_site_role(unit)
        if found is None:
            return mark_dates(unit, language)
    if found is None:
        return False
    unit.mark(*found)
    return True


def _mark_long_note(unit: Unit) -> bool:
    """Know a long correction by the label it begins with."""
    label = unit.text[:60].partition(":")[0]
    if len(label) > 50 or not _CORRECTION.fullmatch(label + ": x"):
        return False
    unit.mark(Role.CORRECTION_NOTE, "says what was corrected")
    return True


def _wire_role(text: str) -> tuple[Role, str] | None:
    if is_stop(text):
        return Role.WIRE_MARK, "the wire stops the story"
    if _WIRE_MARK.fullmatch(text):
        return Role.WIRE_MARK, "a mark of the wire"
    return None


def is_stop(text: str) -> bool:
    """Tell whether a line kills or withholds the story it stands in."""
    return _WIRE_STOP.fullmatch(text) is not None and _STOP_WORDS.search(text) is not None


def _note_role(text: str, unit: Unit) -> tuple[Role, str] | None:
    if _CORRECTION.fullmatch(text):
        return Role.CORRECTION_NOTE, "says what was corrected"
    credit = find_credit_line(unit)
    if credit and not (credit[0] == "an agency's name alone" and not credit[1]):
        return Role.AGENCY_CREDIT, credit[0]
    if _LICENCE.fullmatch(text):
        return Role.LICENCE, "names a licence"
    return None


def _fact_role(text: str) -> tuple[Role, str] | None:
    if _KICKER.fullmatch(text):
        return Role.KICKER, "says what kind of text it is"
    if _READING.fullmatch(text):
        return Role.READING_TIME, "says how long it takes to read"
    if _URL.fullmatch(text):
        return Role.URL, "an address"
    if _OUTLET.fullmatch(text):
        return Role.OUTLET, "names the outlet"
    if _TAGS.fullmatch(text) or _TAGS_HEAD.fullmatch(text):
        return Role.TAGS, "a list of tags"
    if _RELATIVE.fullmatch(text):
        return Role.DATE, "a date relative to an unknown day"
    if is_byline(text):
        return Role.BYLINE, "names who wrote it"
    return None


def is_author_note(text: str) -> bool:
    """Tell whether a line says who the author is; asked below the story only."""
    return len(text) <= 320 and _AUTHOR.fullmatch(text) is not None


def reading_minutes(text: str) -> int | None:
    """Give the minutes a line prints."""
    found = _READING.search(text)
    return int(found["a"] or found["b"]) if found else None


def outlet_name(text: str) -> str | None:
    """Give the outlet a `Source: …` line names."""
    found = _OUTLET.fullmatch(text)
    return found["name"].strip(" .") if found else None


def tag_names(text: str) -> list[str]:
    """Give the tags of a line of tags; a line below `Topics` is one tag."""
    found = _TAGS.fullmatch(text)
    if found is None:
        return [] if _TAGS_HEAD.fullmatch(text) else [text]
    if found["hashes"]:
        return re.findall(r"#(\w+)", text)
    return [tag.strip(" #.") for tag in re.split(r"[,;|،•·]", found["tags"]) if tag.strip(" #.")]


def mark_dates(unit: Unit, language: str) -> bool:
    """Mark a line that holds dates and nothing else but the words printed round dates."""
    raw = unit.raw
    moments = list(find_moments(raw, language))
    if not moments:
        return False
    rest, pieces, last = "", [], 0
    for moment in moments:
        before = raw[last : moment.start]
        rest += f" {before} "
        role = Role.UPDATED if _UPDATED.search(before) else Role.DATE
        pieces.append(
            (role, "a date" if role is Role.DATE else "says when it was updated", moment.end)
        )
        last = moment.end
    left = re.sub(r"[\W_]+", "", _DATE_WORDS.sub(" ", rest + raw[last:]))
    if left:
        return False
    unit.split(*pieces)
    return True

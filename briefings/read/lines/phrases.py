"""The phrases by which a line says what it is, in the languages of the desk's sources."""

import re

_FLAGS = re.IGNORECASE
_MINUTES = (
    r"(?:mins?\b\.?|minutes?\b|minuten\b|minutos\b|minuti\b"
    r"|мин(?:\.|уты?\b|ут\b)?|dk\.?|dakika|دقائق|دقيقة|دقيقتان)"
)
READING = re.compile(
    rf"(?:(?:estimated )?read(?:ing)?(?: time)?|time to read|lecture|temps de lecture"
    rf"|durée de lecture|lesezeit"
    rf"|lesedauer|(?:tiempo de )?lectura|(?:tempo di )?lettura|(?:tempo de )?leitura"
    rf"|время (?:на )?чтени[ея]"
    rf"|okuma süresi|(?:وقت|مدة|زمن) القراءة|قراءة)\s?[:：–-]?\s?(?:~|≈"
    rf"|ca\.?\s)?(?P<a>\d{{1,3}})\s?-?{_MINUTES}"
    rf"|(?:~|≈)?(?P<b>\d{{1,3}})[\s-]?{_MINUTES}(?:\s|-)?(?:to\s)?(?:read(?:ing)?(?: time)?"
    rf"|de lecture|lesezeit|lesen"
    rf"|de lectura|di lettura|de leitura|чтения|на чтение|okuma|للقراءة|قراءة|من القراءة)",
    _FLAGS,
)
"""How long an article takes to read; groups `a` and `b` hold the minutes."""
UPDATED = re.compile(
    r"(?:last )?(?:updated?|modified|revised)|mis à jour|modifié|aktualisiert|zuletzt|actualizado"
    r"|aggiornat|atualizado"
    r"|обновлен|güncelle|تحديث|محدث",
    _FLAGS,
)
"""Words that make a date the one of a change."""
DATE_WORDS = re.compile(
    r"(?:first |last |originally )?(?:published|post date|posted|written|edited"
    r"|updated?|modified|created|issued|released"
    r"|datum|date)(?: on"
    r"| at)?|on|at|and"
    r"|publiée?|mise? à jour|modifiée?|créée?|le|à|veröffentlicht|aktualisiert|erstellt|stand|am"
    r"|um|vom|uhr|zuletzt"
    r"|publicado|actualizado|el|a las|pubblicat[oa]|aggiornat[oa]|il|alle|ore|atualizado|em|às"
    r"|om|uur|gepubliceerd|bijgewerkt|laatst|op|publicerad|uppdaterad|publisert|oppdatert|kl|den"
    r"|opublikowano|aktualizacja|aktualizováno|godz|publicat|actualizat|ora|опубліковано|оновлено"
    r"|δημοσιεύτηκε|ενημερώθηκε|στις|diterbitkan|pukul|wib|פורסם|עודכן"
    r"|опубликован[оа]?"
    r"|обновлен[оа]?|дата|yayınlanma|güncelle(?:me|nme)|tarihi?|son|نشر(?:ت)?|في|آخر|تحديث|تاريخ"
    r"|النشر|الساعة"
    r"|[ap]\.?m\.?|\d{1,2}[:.h]\d{2}|local time|gmt|utc|cet|cest|bst|pst|pdt|cdt|aest|est|edt|et"
    r"|ist|cst|hrs?|h|ago|by|(?:mon"
    r"|tues|wednes|thurs|fri|satur|sun)day",
    _FLAGS,
)
"""What may stand round the dates of a line of dates."""
DATE_LABEL = re.compile(
    r"(?:(?:first |last )?(?:published|posted|updated|modified)(?: on| at)?|publié le"
    r"|mis à jour le|veröffentlicht(?: am)?"
    r"|aktualisiert(?: am)?|publicado(?: el| em)?|actualizado(?: el)?|atualizado(?: em)?"
    r"|pubblicato(?: il)?|aggiornato(?: il)?"
    r"|опубликовано|обновлено|yayınlanma(?: tarihi)?|güncelleme(?: tarihi)?|تاريخ النشر|آخر تحديث"
    r"|نشر في)\s?:?",
    _FLAGS,
)
"""The label of a date that stands alone."""
RELATIVE = re.compile(
    r"(?:(?:published|posted|updated)\s)?(?:\d{1,2}|an?|one|two|three)\s(?:second|minute|min|hour"
    r"|hr|day|week|month)s?\sago"
    r"|il y a \d{1,2} (?:minutes?|heures?|jours?)|vor \d{1,2} (?:minuten|stunden?|tagen)"
    r"|hace \d{1,2} (?:minutos|horas?|días?)"
    r"|(?:منذ|قبل) \d{0,2}\s?(?:دقائق|دقيقة|ساعات|ساعة|أيام|ايام|يوما?)"
    r"|\d{1,2} (?:minut[oi]|or[ae]|giorn[oi]) fa|h[áa] \d{1,2} (?:minutos?|horas?|dias?)"
    r"|\d{1,2} (?:минут[уы]?|час(?:а|ов)?|дн(?:я|ей)|день) назад"
    r"|\d{1,2} (?:dakika|saat|gün) önce|yesterday|today|just now|\d{1,2}:\d{2}",
    _FLAGS,
)
"""A date that means something only to who knows when the page was saved."""
URL = re.compile(
    r"(?:(?:source|link|url|original|via|from|at)\s?:?\s*)?(?:https?://|www\.)\S+", _FLAGS
)
"""An address, with or without a label."""
OUTLET = re.compile(
    r"(?:source|published (?:by|in|on)|publisher|outlet|first published (?:by|in|on)"
    r"|originally published (?:by|in|on)"
    r"|originally appeared (?:in|on)|newspaper|publication|journal|quelle|fuente|fonte|источник"
    r"|المصدر|kaynak)\s?[:：]\s*"
    r"(?P<name>\S.{1,60})",
    _FLAGS,
)
"""A line that names the outlet; group `name`."""
TAGS = re.compile(
    r"(?:tags?|topics?|filed under|keywords|categories|category|in this story|mots[- ]clés|thèmes"
    r"|schlagw(?:ö|oe)rter|themen"
    r"|etiquetas|temas|tag|argomenti|теги|темы|etiketler|الكلمات المفتاحية|كلمات مفتاحية|وسوم"
    r"|الوسوم)\s?[:：]\s*(?P<tags>\S.*)"
    r"|(?P<hashes>#\w+(?:[\s,]+#\w+)*)",
    _FLAGS,
)
"""A list of tags on a line; groups `tags` and `hashes`."""
TAGS_HEAD = re.compile(
    r"(?:(?:related )?topics|tags|filed under|keywords|mots[- ]clés|schlagwörter|temas|etiquetas"
    r"|argomenti|теги|الوسوم"
    r"|كلمات مفتاحية)\s?:?",
    _FLAGS,
)
"""What stands above a list of tags, one a line."""
WIRE_STOP = re.compile(
    r"(?:BULLETIN |MANDATORY |URGENT )?(?:KILL|WITHHOLD|RETRACT(?:ION|ED)?|WITHDRAWAL"
    r"|ELIMINATION)\b"
    r"(?:[:\s—–-].*)?"
    r"|(?i:(?:mandatory|bulletin) kill\b.*)"
    r"|(?i:.{0,80}\b(?:story|article|dispatch|item|copy)\s(?:has been |is )"
    r"(?:killed|withdrawn|withheld)\b.{0,120})"
    r"|(?i:.{0,30}\bplease (?:kill|withhold|disregard|do not (?:use|publish))\b.{0,200})"
)
"""A line that kills or withholds a story, in the case wires use."""
# UPDATE 2-Headline, as Reuters marks its versions
VERSION = re.compile(r"(?:(?:UPDATE|WRAPUP) \d{1,2}|RPT|CORRECTED|REFILE|REPEAT)\s?[-–—]\s?(?=\S)")
"""What a wire writes before the headline of a later version."""
WIRE_MARK = re.compile(
    r"(?i:(?:hold for release|embargo(?:ed)?|not for (?:release|publication|broadcast"
    r"|use)\b(?!.*\.$))\b.{0,120})"
    r"|(?i:for immediate release|for release:?|note to (?:desks|newsrooms))"
    # NWA-0303-11  FERRY-FIRE  2nd lead · NWA/mb/kd
    r"|[A-Z]{2,6}[-_ ]?\d[\w-]{0,20}(?:\s+[A-Z\d][A-Z\d/&-]{2,40}){1,4}"
    r"(?:\s+(?i:\d\w\w )?(?i:lead|ld|take|add|update))?"
    r"|[A-Za-z]{2,6}(?:/[a-z]{2,4}){1,4}"
    r"|\(?(?:CORRECTS?|RECASTS?|UPDATES?(?!\s?\d)|ADDS?|RAISES|REFILES?|REPEATS?|LEADS?|EDS"
    r"|EDS NOTE"
    r"|ATTN EDITORS?"
    r"|ATTENTION EDITORS?|NOTE TO EDITORS|EDITORS)\b\s?[:\s—–-].{0,200}"
    r"|Eds?:\s.{2,200}"
    r"|\((?:Adds|Updates|Recasts|Corrects|Repeats|Refiles|Changes|Removes|Clarifies)\b[^()]{0,200}\)"
    r"|(?i:(?:\S+\s){0,4}(?:\d(?:st|nd|rd|th)\s)?(?:ld-?)?writethru\b.{0,80})"
    r"|(?i:(?:\S+\s){0,3}\d(?:st|nd|rd|th) (?:ld|take)\b.{0,60})"
    r"|[-=#*]*\s?(?:30|ENDS?|END IT|MORE|ENDIT|ENDALL)\s?[-=#*]*|#{2,6}|\((?i:more|ends?)\)"
    r"|URGENT|FLASH|BULLETIN|ALERT|NEWSALERT|BC-.{1,80}|(?i:(?:slug|take|priority)\s?:.{1,80})"
)
"""Embargoes, leads, slugs, ends: what wires tell newsrooms."""
KICKER = re.compile(
    r"(?:press|media|news) (?:release|advisory|statement|notice)(?:\s(?:no\.?|nr\.?|n°|number"
    r"|#)?\s?[\w/.-]{1,20})?"
    r"|communiqué(?: de presse)?|pressemitteilung|comunicado(?: de prensa)?"
    r"|comunicato(?: stampa)?|пресс-релиз"
    r"|basın (?:bülteni|açıklaması)|بيان(?: صحفي)?",
    _FLAGS,
)
"""The kind of text an office issues."""
CORRECTION = re.compile(
    r"(?:\*|•)?\s?(?:(?:correction|corrections and clarifications|clarification|erratum"
    r"|rectificatif|précision|korrektur"
    r"|corrección|rettifica|correção|исправление|düzeltme|تصحيح|توضيح)\b(?:\s?\([^)]{1,40}\)"
    r"|,?\s[\w ,]{1,30})?\s?[:：—–-].*"
    r"|.{0,20}\b(?:this|an earlier version of this|a previous version of this|the headline (?:of"
    r"|on) this)\s"
    r"(?:article|story|report|piece|post|page|headline|item)\b.{0,40}\b(?:was|has been|have been"
    r"|misstated|said|gave|stated"
    r"|incorrectly|wrongly|contained|identified)\b.*)",
    _FLAGS,
)
"""What was wrong and is right now."""
LICENCE = re.compile(
    r".{0,120}\b(?:creative commons .{0,40}licen[cs]e|CC BY(?:-[A-Z]{2}){0,2}|republished (?:from"
    r"|under|with)|licen[cs]ed under"
    r"|under (?:a|the) (?:open )?licen[cs]e)\b.{0,200}",
    _FLAGS,
)
"""Under which terms others may publish it."""
_JOB = (
    r"(?:reporter|journalist|correspondent|editor|writer|columnist|analyst|fellow|professor"
    r"|lecturer|researcher|author"
    r"|producer|bureau chief|journaliste|periodista|redakteurin?|giornalista|contributor"
    r"|photographer)"
)
AUTHOR = re.compile(
    rf"(?:about the authors?\b.{{0,200}}|(?:follow|contact|reach|email|e-mail)\s(?:her|him|them"
    rf"|the author|[A-Z]\w+)\b.{{0,40}}"
    rf"(?:@|\bon\s(?:twitter|x|bluesky|mastodon)|\bat\s).{{0,80}}"
    rf"|(?P<name>[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þa-z][\w.’'-]+){{1,3}})\s(?:is|was|est|es|ist|covers"
    rf"|writes|reports)\s"
    rf"(?:.{{0,80}}\b{_JOB}\b.{{0,200}}|(?:about|on|for|from)\s.{{1,160}}))",
)
"""Who the author is."""

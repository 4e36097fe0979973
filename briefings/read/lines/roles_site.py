"""What a site prints round an article: widgets, furniture, lists of other articles, comments.

Each rule knows a line by its own words, wherever it stands, and says so as its reason.
"""

import re

from briefings.model import Role
from briefings.read.lines.units import Unit

_FLAGS = re.IGNORECASE
# A widget's line is short; a sentence that begins alike is not.
_LONGEST = 160

POINTER = "points to another article"
"""The reason of `Read also: …`, and of a headline that begins alike."""

_WIDGETS = re.compile(
    r"(?:live(?: story| blog| updates?| now)?|breaking|en direct|advertise?ments?|advertorial"
    r"|ad|sponsored(?: content)?|promoted(?: content)?|paid (?:post|content)|publicité|anzeige"
    r"|werbung|publicidad|pubblicità|publicidade|реклама|reklam|إعلان|إعلانات"
    r"|(?:story|article) continues below.{0,40}|continue reading(?: below.{0,40}| the main story)?"
    r"|(?:scroll|swipe) (?:to continue|down|for more).{0,30}|skip (?:advertisement|past .{1,60})"
    r"|listen to (?:this|the) (?:article|story|podcast|episode).{0,40}|listen now|play (?:video"
    r"|audio)"
    r"|(?:this )?video (?:player|is unavailable|can not be played).{0,30}|loading\.*|watch live"
    r"|image:?|photo gallery|view gallery|gallery|\d+ (?:photos?|images?)|open image in gallery"
    r"|écouter (?:l.article|cet article).{0,20}|artikel anhören|escuchar (?:el |este )?artículo"
    r"|click here.{0,60}|(?:refresh|reload)(?: (?:the|this) page)? (?:for|to see) .{1,40}"
    r"|(?:start|end) of (?:newsletter|article) (?:promotion|promo).{0,10}"
    r"|allow .{1,30} content\??|view (?:this post )?on (?:instagram|twitter|x|facebook|tiktok)"
    r"|editor.s picks?|must[ -]reads?|top stories)[.:!…]?",
    _FLAGS,
)
_WIDGET_STARTS = re.compile(
    r"(?:read (?:more|also|next|too)|also read|see also|watch(?: more| now| also)?|listen|related"
    r"|(?:more|recommended|related)(?: stories| reading| articles?| coverage| on this)?"
    r"|in pictures|explainer|explained|opinion|analysis|don.t miss|video|podcast|live"
    r"|(?:à )?lire (?:aussi|également|plus)|voir aussi|mehr zum thema|lesen sie (?:auch|mehr)"
    r"|lea|lee (?:también|más)|leer (?:también|más)|lea (?:también|más|además)"
    r"|vea (?:también|además)"
    r"|leggi anche|vedi anche|leia|leia (?:também|mais)|veja (?:também|mais)|читайте также"
    r"|auch interessant|mehr dazu|à voir aussi|lees (?:ook|meer)|läs (?:också|mer)|les også"
    r"|ayrıca okuyun|اقرأ (?:أيضا|أيضًا|المزيد)|شاهد(?: أيضا| أيضًا)?)"
    r"\s?(?:[:：|>»→]\s?|[-–—]\s).{1,140}",
    _FLAGS,
)
_NEWSLETTER = re.compile(
    r"(?:please )?(?:sign up|subscribe|register|inscrivez-vous|abonnez-vous|suscríbete|iscriviti"
    r"|jetzt abonnieren|اشترك)\b.{0,140}|.{0,80}\b(?:our|the|daily|weekly"
    r"|free) newsletters?\b.{0,60}"
    r"|get (?:our|the) (?:best|latest|top|daily|news).{0,120}"
    r"|(?:enter )?(?:your )?e-?mail(?: address)?:?"
    r"|support (?:our|independent|quality) .{1,80}|become a (?:member|subscriber).{0,60}"
    r"|(?:follow|join) us (?:on|via)\b.{0,80}|(?:download|get) (?:the|our) app.{0,60}"
    r"|(?:log|sign) in(?: to .{1,40})?|create (?:an )?account|my account"
    r"|already a subscriber\?.{0,40}",
    _FLAGS,
)
_FURNITURE = re.compile(
    r"skip to \w.{0,60}|click to (?:share|copy|print|e-?mail|open)\b.{0,60}|you are here\b.{0,120}"
    r"|media playback is .{0,40}|create (?:a new|an|your) account|this browser .{0,60}"
    r"|skip to (?:main )?(?:content|navigation|search|footer)|(?:main |site )?(?:menu|navigation)"
    r"|aller au (?:contenu|menu).{0,20}|(?:direkt )?zum (?:haupt)?inhalt(?: springen)?"
    r"|(?:saltar|ir) al contenido.{0,20}|vai al contenuto.{0,20}"
    r"|(?:ir|pular) para o conteúdo.{0,20}"
    r"|перейти к (?:содержанию|основному содержанию|контенту)|içeriğe (?:atla|geç)"
    r"|(?:تخطي|تجاوز|انتقل|الانتقال) إلى المحتوى.{0,20}"
    r"|purchase licensing rights.{0,20}|reuse this content|rights and permissions"
    r"|archivado en.{0,40}|our standards:.{0,80}|view image in fullscreen"
    r"|after newsletter promotion"
    r"|thanks for reading .{1,80}|a version of this article appear(?:s|ed) in print .{1,120}"
    r"|open (?:menu|search)|close(?: menu)?"
    r"|toggle .{1,30}"
    r"|search(?: for:?| this site| the site)?\.*|back to top|print(?: this)?(?: page| article)?"
    r"|(?:we|this (?:web)?site) uses? cookies.{0,200}|cookie (?:policy|notice|settings|preferences)"
    r"|we (?:value|respect|care about) your privacy.{0,40}|we and our .{0,40}\bpartners .{0,200}"
    r"|(?:accept|reject|manage)(?: all)?(?: cookies| preferences)?|by continuing to .{1,140}"
    r"|privacy(?: policy| notice| settings)?|terms (?:of (?:use|service)|(?:and"
    r"|&) conditions).{0,40}"
    r"|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|help|faqs?|site ?map|imprint"
    r"|impressum|datenschutz|mentions légales|aviso legal|all rights reserved\.?|share|save"
    r"|copy link"
    r"|(?:share|tweet|post|send|pin|partager|compartir|condividi|teilen)(?: this)?(?: (?:article"
    r"|story|page))?"
    r"(?: (?:on|to|via|by|sur|en|su|auf) .{1,30})?|link copied!?|copied!?|comments?|bookmark"
    r"|gift this article"
    r"|(?:facebook|twitter|x|whatsapp|linkedin|telegram|reddit|e-?mail|messenger|pinterest"
    r"|instagram"
    r"|youtube|tiktok|bluesky|threads|mastodon|copy link|print|flipboard|rss)"
    r"(?:[\s,|/·•]+(?:facebook|twitter|x|whatsapp|linkedin|telegram|reddit|e-?mail|messenger"
    r"|pinterest"
    r"|instagram|youtube|tiktok|bluesky|threads|mastodon|copy link|print|flipboard|rss"
    r"|share)){0,12}"
    r"|(?:media|press|news)(?: office| team)? (?:contacts?|enquiries|inquiries|queries)\b.{0,60}"
    r"|(?:for )?(?:more|further) information,? (?:please )?(?:contact|visit)\b.{0,100}"
    r"|reuse this content|(?:a|the) version of this (?:article|story) (?:appears"
    r"|appeared) in .{1,80}|font size.{0,20}|text size.{0,20}|a[-+] ?a[-+]|dark mode"
    r"|change language|english|العربية"
    r"|français"
    r"|(?:previous|next)(?: article| story| post)?|load more|show more|see more|view all|more|home"
    r"|subscribe|newsletters?|مشاركة|شارك|الرئيسية",
    _FLAGS,
)
_COPYRIGHT = re.compile(
    r"(?:copyright\b|©|\(c\) ?(?:19|20)\d\d).{0,200}|.{0,100}\ball rights reserved\b.{0,100}"
    r"|.{0,60}\btous droits réservés\b.{0,60}|.{0,60}\bтолько с разрешения\b.{0,60}",
    _FLAGS,
)
_RELATED = re.compile(
    r"(?:related(?: (?:articles?|stories|content|topics|news|coverage|posts?))?|read (?:next|more)"
    r"|more (?:from|on|in|about) .{1,60}|more (?:stories|news|like this)|most (?:read|popular"
    r"|viewed|shared)"
    r"|trending(?: now| stories)?|popular(?: stories| now)?|recommended(?: for you| stories"
    r"| reading)?"
    r"|(?:vorheriger|nächster|voriger) (?:artikel|beitrag).{0,160}"
    r"|article (?:précédent|suivant).{0,160}"
    r"|(?:previous|next|prev) (?:article|post|story)s?\b.{0,160}"
    r"|artículo (?:anterior|siguiente).{0,160}"
    r"|(?:artigo|articolo|post) (?:anterior|seguinte|precedente|successivo).{0,160}"
    r"|verwandte (?:artikel|beiträge|themen)"
    r"|weitere (?:artikel|beiträge|themen|meldungen|nachrichten)"
    r"|(?:diese artikel könnten|das könnte) (?:dich|sie|ihnen) .{0,30}|empfohlen für (?:dich|sie)"
    r"|meistgelesen(?:e artikel)?|neueste (?:artikel|beiträge|nachrichten)|contenido relacionado"
    r"|artículos relacionados|lo más (?:visto|popular)|articles (?:similaires|liés|populaires)"
    r"|articoli recenti|potrebbe(?:ro)? interessarti.{0,20}|notícias relacionadas"
    r"|(?:most|more) (?:viewed|read|popular|recent|shared) .{1,20}|headline news|further reading"
    r"|(?:more|other|related|recent|similar|latest|top) (?:posts?|articles?|headlines?|videos?"
    r"|recipes?)"
    r"|explore more on .{1,40}|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|what to read next|latest(?: news"
    r"| stories)?"
    r"|(?:other|top|featured) (?:news|stories)|in this (?:story|section)|around the web"
    r"|from around the web"
    r"|(?:sur le même sujet|à lire aussi|les plus lus|mehr zum thema"
    r"|das könnte sie auch interessieren"
    r"|noticias relacionadas|te puede interesar|lo más leído|articoli correlati|i più letti"
    r"|leia também"
    r"|mais lidas|читайте также|по теме|ilgili haberler|en çok okunanlar|مواضيع ذات صلة|اقرأ أيضا"
    r"|اقرأ أيضًا|الأكثر قراءة|أخبار ذات صلة))[:.]?",
    _FLAGS,
)
_COMMENTS = re.compile(
    r"(?:(?:all |view |show |hide |read |reader )?comments?(?: section)?(?: \(?\d+\)?)?"
    r"|\d+ comments?"
    r"|(?:\d+|one|no) (?:responses?|thoughts?|repl(?:y|ies)|comments?) (?:to|on) .{1,120}"
    r"|laisser un commentaire|(?:schreibe?|hinterlasse?)n? (?:sie )?einen kommentar"
    r"|kommentar (?:schreiben|hinterlassen|verfassen)|deja un comentario|lascia un commento"
    r"|deixe (?:um|seu) comentário|добавить комментарий|yorum (?:yap|yaz)|اترك (?:تعليقا|تعليقًا|رد)"
    r"|(?:leave|post|add|write) a (?:comment|reply)|join the (?:conversation|discussion|debate)"
    r"|(?:show|view) (?:all )?\d* ?comments|commentaires?(?: \(?\d+\)?)?|kommentare?(?: \(?\d+\)?)?"
    r"|comentarios(?: \(?\d+\)?)?|commenti(?: \(?\d+\)?)?|комментарии(?: \(?\d+\)?)?|yorumlar"
    r"|التعليقات|تعليقات|have your say|sort by(?: newest| oldest| best)?)[:.]?",
    _FLAGS,
)

_RULES = (
    (Role.COMMENT, _COMMENTS, "opens the comments"),
    (Role.RELATED, _RELATED, "heads a list of other articles"),
    (Role.WIDGET, _WIDGETS, "a widget's label"),
    (Role.WIDGET, _WIDGET_STARTS, POINTER),
    (Role.WIDGET, _NEWSLETTER, "asks the reader to sign up"),
    (Role.FURNITURE, _FURNITURE, "a menu, share bar or notice of the site"),
    (Role.FURNITURE, _COPYRIGHT, "a copyright line"),
)


def find_site_role(unit: Unit) -> tuple[Role, str] | None:
    """Know a line of the site by its words; None where it may belong to the article."""
    text = unit.text
    if len(text) > _LONGEST and not _COPYRIGHT.match(text[:20]):
        return None
    if unit.words() > 8 and unit.ends_sentence() and text[:1] in "\"“«„'‘":
        return None  # a quoted sentence belongs to the story, whatever it says
    for role, pattern, reason in _RULES:
        if pattern.fullmatch(text):
            return role, reason
    return None

"""Prose in which a site speaks of itself: cookies, newsletters, comments, adverts, accounts."""

import re

_F = re.IGNORECASE
_SITE = re.compile(
    r"""(?x)
    \b(?:
      subscri(?:be|bers?|bing|ptions?)|newsletters?|sign(?:ing)?[ ]up|inbox|e-?mail[ ]address
      |cookies?|privacy[ ]policy|terms[ ](?:of[ ](?:use|service)|(?:and|&)[ ]conditions)
      |(?:all|some)[ ]rights[ ]reserved|trademarks?|copyright
      |(?:reader[ ])?comments?[ ](?:are|will|may|must|section|policy)|moderat(?:ed|ion|ors?)
      |ad-?block(?:er|ing)?s?|advertis(?:ing|ers?|ements?)|affiliate|push[ ]notifications?
      |(?:follow|join|like)[ ](?:us|[@]?\w+[ ]on)|log(?:ged)?[ ]in|your[ ]account|click[ ]here
      |our[ ](?:site|website|blog|newsletters?|app|readers?|journalism|(?:latest[ ])?updates|daily)
      |(?:this|the)[ ](?:site|website|blog|web[ ]page)|letters?[ ]to[ ]the[ ]editor
      |download[ ]the|apps?[ ]for[ ](?:ios|android)|latest[ ](?:news|updates|stories)|must-read
      |(?:new|every|your)[ ]posts?|by[ ]e-?mail|via[ ]e-?mail|unsubscribe|opt[ ]out
      |receive[ ](?:compensation|a[ ]commission)|earn[ ]a[ ]commission|browser
      |abonnieren|abonn(?:iert|ent(?:en)?|ement)|newsletter[sn]?|e-?mail-adresse|datenschutz\w*|impressum
      |kommentar(?:e|en)?[ ](?:zu|schreiben)|kommentieren|diese[r]?[ ](?:website|webseite|seite|blog)
      |eingeloggt|registriert|werbung
      |s.abonner|abonnez-vous|abonnés|courriel|politique[ ]de[ ]confidentialité|commentaires?
      |droits[ ]réservés|notre[ ](?:site|lettre)|publicité
      |suscr[ií]b(?:ete|irse|ase)|suscripción|boletín|correo[ ]electrónico|política[ ]de[ ]privacidad
      |derechos[ ]reservados|comentarios|nuestro[ ](?:sitio|boletín)|publicidad
      |iscriviti|abbonati|abbonamento|informativa[ ]sulla[ ]privacy|diritti[ ]riservati|commenti
      |inscreva-se|assin(?:e|antes?|atura)|direitos[ ]reservados|política[ ]de[ ]cookies
      |подпи(?:шитесь|сывайтесь|ска)|рассылк\w+|комментари\w+|все[ ]права[ ]защищены
      |abone[ ]ol\w*|bülten\w*|çerez\w*|yorumlar\w*|tüm[ ]hakları
    )\b
    |©|اشترك|النشرة|ملفات[ ]تعريف|التعليقات|الحقوق[ ]محفوظة
    """,
    _F,
)
_YOU = re.compile(
    r"\b(?:you(?:r|rs|rself)?|we|us|our|Sie|Ihre?[nrm]?|dein\w*|du|dir|dich|wir|unsere?\w*"
    r"|vous|votre|vos|nous|notre|tu|tus|usted|nuestr\w+|puedes|tuo|tua|voi|nostr\w+|você|seu|sua"
    r"|вы|вас|ваш\w*|мы|наш\w*|siz\w*|biz\w*)\b",
    _F,
)
_TOLD = ('"', "“", "«", "„", "‘", "'")


def speaks_of_site(text: str) -> bool:
    """Tell whether a sentence is the site's own: two of its words, or one said to the reader."""
    if text.startswith(_TOLD) or len(text) > 900:
        return False
    found = {match[0].casefold() for match in _SITE.finditer(text)}
    return len(found) >= 2 or (bool(found) and _YOU.search(text) is not None)

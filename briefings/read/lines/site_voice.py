"""Prose in which a site speaks of itself: cookies, newsletters, comments, adverts, accounts."""

import re
from collections.abc import Sequence

from briefings.model import Role
from briefings.read.lines.units import Unit
from briefings.text.rarity import rarity
from briefings.text.terms import find_terms

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
      |abonnieren|abonn(?:iert|ent(?:en)?|ement)|newsletter[sn]?|e-?mail-adresse|datenschutz\w*
      |impressum
      |kommentar(?:e|en)?[ ](?:zu|schreiben)|kommentieren
      |diese[r]?[ ](?:website|webseite|seite|blog)
      |eingeloggt|registriert|werbung
      |s.abonner|abonnez-vous|abonnés|courriel|politique[ ]de[ ]confidentialité|commentaires?
      |droits[ ]réservés|notre[ ](?:site|lettre)|publicité
      |suscr[ií]b(?:ete|irse|ase)|suscripción|boletín|correo[ ]electrónico
      |política[ ]de[ ]privacidad
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
SITE_VOICE = "the site speaks of itself"
"""The reason of a sentence that is the site's own."""
_LONGEST = 400
_SAMPLE = 20_000
_KIN = 0.6
"""Of what a sentence tells: so much of it must stand in the page's other prose."""
_TOLD = ('"', "“", "«", "„", "‘", "'")


def speaks_of_site(text: str) -> bool:
    """Tell whether a sentence is the site's own: two of its words, or one said to the reader."""
    if text.startswith(_TOLD):
        return False
    found = {match[0].casefold() for match in _SITE.finditer(text)}
    return len(found) >= 2 or (bool(found) and _YOU.search(text) is not None)


def mark_site_voice(units: Sequence[Unit], language: str) -> None:
    """Mark the sentences of a copied page in which its site speaks and the story does not.

    A story about newsletters shares its rare words with the rest of the page; what asks the reader
    to subscribe to one does not.
    """
    opened = [unit for unit in units if not unit.parts and unit.words() >= 2]
    spoken = [unit for unit in opened if len(unit.text) <= _LONGEST and speaks_of_site(unit.text)]
    if not spoken:
        return
    voices = {id(unit) for unit in spoken}
    prose = [unit.text for unit in opened if unit.is_prose() and id(unit) not in voices]
    if len(prose) < sum(unit.is_prose() for unit in spoken):
        return  # sites and their readers are what the story is about
    told = find_terms(" ".join(prose)[:_SAMPLE], language)
    for unit in spoken:
        weights = {term: rarity(term, language) for term in find_terms(unit.text, language)}
        shared = sum(weight for term, weight in weights.items() if term in told)
        if shared < _KIN * sum(weights.values()) or not weights:
            unit.mark(Role.WIDGET, SITE_VOICE)

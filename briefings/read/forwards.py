"""Forwarded mails: the wrapper programs put round the story."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr, parsedate_to_datetime

from briefings.read.linear import Block
from briefings.read.mail_head import plain_subject

_WRAPPER = re.compile(
    r"(?i)^[\s>*_-]*(?:forwarded message|begin forwarded message|original message|forwarded by"
    r"|weitergeleitete nachricht|anfang der weitergeleiteten|urspr\wngliche nachricht"
    r"|message transf\wr\w|d\wbut du message (?:transf\wr\w|r\wexp\wdi\w)|message d.origine"
    r"|mensaje reenviado|inicio del mensaje reenviado|mensagem encaminhada"
    r"|messaggio inoltrato|iletilen mesaj|пересылаемое сообщение|رسالة معاد توجيهها"
    r")\b.{0,80}$"
)
_LINE = re.compile(
    r"(?i)^[\s>*]*(?P<key>from|de|von|da|kimden|от|من|date|sent|datum|gesendet|envoyé|fecha|enviado"
    r"|data|inviato|enviada|tarih|дата|التاريخ|subject|betreff|objet|asunto|oggetto|assunto|konu|тема"
    r"|الموضوع|to|an|à|para|a|kime|кому|إلى|cc|reply-to)\s?\*?:\*?\s?(?P<value>.{1,300})$"
)
_KEYS = {
    "sender": "from de von da kimden от من",
    "sent": "date sent datum gesendet envoyé fecha enviado data inviato enviada tarih дата التاريخ",
    "subject": "subject betreff objet asunto oggetto assunto konu тема الموضوع",
}
_SENDER, _SENT, _SUBJECT = (frozenset(words.split()) for words in _KEYS.values())
_HEAD_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """The mail inside a forwarded one."""

    blocks: list[Block]
    """Below the inner head."""
    subject: str | None
    sender: str | None
    sent: datetime | None


def open_forward(blocks: Sequence[Block]) -> Forward | None:
    """Open the innermost wrapper; None where nothing was forwarded."""
    at = next((i for i in range(len(blocks) - 1, -1, -1) if _WRAPPER.match(blocks[i].text)), None)
    if at is None:
        return None
    found: dict[str, str] = {}
    below = at + 1
    while below < min(len(blocks), at + 1 + _HEAD_LINES):
        line = _LINE.match(blocks[below].text)
        if line is None:
            break
        found.setdefault(line["key"].casefold(), line["value"].strip())
        below += 1
    if not found or below >= len(blocks):
        return None
    sender, _ = parseaddr(_first(found, _SENDER)[:300])
    return Forward(
        blocks=list(blocks[below:]),
        subject=plain_subject(_first(found, _SUBJECT)),
        sender=sender.strip('"') or None,
        sent=_date(_first(found, _SENT)),
    )


def _first(found: dict[str, str], keys: frozenset[str]) -> str:
    return next((value for key, value in found.items() if key in keys), "")


def _date(printed: str) -> datetime | None:
    """Read a machine's date; one printed for people has no zone, so it says no moment."""
    try:
        moment = parsedate_to_datetime(printed)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else None

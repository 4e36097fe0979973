"""Forwarded mails: the wrapper programs put round the story."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parseaddr

from briefings.model import Moment
from briefings.read.html.linear import Block
from briefings.read.mail.head import plain_subject, read_mail_date
from briefings.text.dates import find_moment

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
_REACH = 40
"""Blocks above which a forwarded head stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """The mail inside a forwarded one."""

    blocks: list[Block]
    """Below the inner head."""
    subject: str | None
    sender: str | None
    sent: Moment | None


def open_forward(blocks: Sequence[Block]) -> Forward | None:
    """Open the innermost wrapper; None where nothing was forwarded."""
    at = next((i for i in range(len(blocks) - 1, -1, -1) if _WRAPPER.match(blocks[i].text)), None)
    below = _bare_head(blocks) if at is None else at + 1
    if below is None:
        return None
    found, below = _head_at(blocks, below)
    if not found or below >= len(blocks):
        return None
    sender, _ = parseaddr(_first(found, _SENDER)[:300])
    return Forward(
        blocks=list(blocks[below:]),
        subject=plain_subject(_first(found, _SUBJECT)),
        sender=sender.strip('"') or None,
        sent=_date(_first(found, _SENT)),
    )


def _head_at(blocks: Sequence[Block], start: int) -> tuple[dict[str, str], int]:
    """Give the lines of a head, and what stands below it."""
    found: dict[str, str] = {}
    for index in range(start, min(len(blocks), start + _HEAD_LINES)):
        line = _LINE.match(blocks[index].text)
        if line is None:
            return found, index
        found.setdefault(line["key"].casefold(), line["value"].strip())
    return found, min(len(blocks), start + _HEAD_LINES)


def _bare_head(blocks: Sequence[Block]) -> int | None:
    """Find a head without a wrapper's line above it, as Outlook forwards."""
    for index in range(min(len(blocks), _REACH)):
        line = _LINE.match(blocks[index].text)
        if line and line["key"].casefold() in _SENDER:
            found, _ = _head_at(blocks, index)
            if all(_first(found, keys) for keys in (_SENT, _SUBJECT)):
                return index
    return None


def _first(found: dict[str, str], keys: frozenset[str]) -> str:
    return next((value for key, value in found.items() if key in keys), "")


def _date(printed: str) -> Moment | None:
    """Read a machine's date, or the day of one printed for people."""
    exact = read_mail_date(printed)
    found = None if exact else find_moment(printed, "und")
    return exact or (found.moment if found else None)

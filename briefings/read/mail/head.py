"""The head of a mail, whatever its sender's program made of the standards."""

import codecs
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import CharsetError, HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime

from briefings.errors import BadFileError
from briefings.model import Moment
from briefings.read.cleaning import fold_space
from briefings.read.decode import decode_file
from briefings.read.findings import bad_file

_DEEPEST = 50
_TOO_DEEP = "its parts are nested too deep"
_SHOWN = ("From", "To", "Date", "Subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailHead:
    """What the head says; `sent` and `sender` are the inner ones of a forwarded mail."""

    subject: str | None
    sender: str | None
    """The display name."""
    sent: Moment | None
    """A day alone where a forwarded mail prints its date for people."""
    received: datetime | None
    """When this very mail was sent: the copy is as old as that."""
    url: str | None
    """Of the mail's page on the web."""
    is_listed: bool
    """It goes to a list of subscribers."""
    lines: tuple[tuple[str, str], ...]
    """The lines people see, decoded."""


def read_head_of(message: Message) -> MailHead:
    """Read the head of a mail; a broken line of it is as good as none."""
    sent = read_mail_date(header_of(message, "Date"))
    archived = header_of(message, "Archived-At").strip("<> ")
    lists = ("List-Unsubscribe", "List-Id", "List-Post")
    bulk = header_of(message, "Precedence").casefold() in {"bulk", "list"}
    # The parser opens a level for each bracket; nobody has so long a name.
    name, _ = parseaddr(header_of(message, "From")[:300])
    return MailHead(
        subject=plain_subject(header_of(message, "Subject")),
        sender=fold_space(name) or None,
        sent=sent,
        received=sent,
        url=archived if archived.startswith(("http://", "https://")) else None,
        is_listed=bulk or any(header_of(message, key) for key in lists),
        lines=tuple((key, value) for key in _SHOWN if (value := header_of(message, key))),
    )


def parse_mail(content: bytes, shown: str) -> Message:
    """Parse a mail or an archive of mail parts.

    Raises:
        BadFileError: its parts are nested deeper than anybody's mail.
    """
    try:
        message: Message = message_from_bytes(content, policy=compat32)
    except RecursionError:
        raise bad_file("BR233", shown, 1, what=_TOO_DEEP) from None
    level = [message]
    for _ in range(_DEEPEST):
        level = [p for one in level if one.is_multipart() for p in _inside(one)]
        if not level:
            return message
    raise bad_file("BR233", shown, 1, what=_TOO_DEEP)


def _inside(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [p for p in payload if isinstance(p, Message)] if isinstance(payload, list) else []


def header_of(message: Message, name: str) -> str:
    """Give a line of the head, decoded and unfolded; empty where there is none."""
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        return fold_space(str(make_header(decode_header(str(raw)))))
    except (CharsetError, HeaderParseError, LookupError, UnicodeError, ValueError):
        return fold_space(str(raw).encode("utf-8", "replace").decode("utf-8", "replace"))


def plain_subject(subject: str) -> str | None:
    """Take `Fwd:`, `Re:` and the like off a subject."""
    words = subject
    while True:
        mark, colon, rest = words.partition(":")
        if not colon or mark.strip().casefold() not in _REPLIES:
            return words.strip() or None
        words = rest.strip()


_REPLY_MARKS = "re fw fwd tr wg aw rv rif i enc res ynt ilt vs vb sv press-release pressemitteilung"
_REPLIES = frozenset(_REPLY_MARKS.split()) | {
    "press release",
    "news release",
    "media release",
    "communiqué de presse",
}


def text_of(part: Message) -> str:
    """Give the text of a leaf by its charset, or by what its bytes are."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        codec = codecs.lookup(part.get_content_charset() or "utf-8")
        text = content.decode(codec.name)
    except (LookupError, ValueError):
        try:
            text = decode_file(content, "").text
        except BadFileError:
            text = ""
    if part.get_param("format") == "flowed":
        return _reflowed(text)
    return text.replace("\r\n", "\n")


def _reflowed(text: str) -> str:
    """Join flowed lines (RFC 3676): a space at the end says that the paragraph goes on."""
    joined: list[str] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        words = line.removeprefix(" ") if line.startswith(" ") else line
        if goes_on and joined:
            joined[-1] += words
        else:
            joined.append(words)
        goes_on = words.endswith(" ") and words != "-- "
    return "\n".join(joined)


def read_mail_date(printed: str) -> datetime | None:
    """Read a date as mails print it (RFC 5322); None without a zone.

    `-0000` says that the writer's own zone is nobody's business; the time is UTC.
    """
    try:
        moment = parsedate_to_datetime(printed)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None and printed.rstrip().endswith("-0000"):
        return moment.replace(tzinfo=UTC)
    return moment if moment.tzinfo else None

"""What a mail holds: its texts, the mails and the article files in it, and what is left aside."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from pathlib import PurePosixPath

from briefings.read.cleaning import clean_text, fold_space
from briefings.read.html.linear import Block, lay_out, words_in
from briefings.read.html.tree import parse_page
from briefings.read.lines.units import cut_units
from briefings.read.mail.head import header_of, text_of

DEEPEST = 4
"""Mails inside mails, and parts inside parts, that are opened."""
_ARTICLES = frozenset([".txt", ".text", ".md", ".markdown", ".html", ".htm", ".pdf"])
_MOST_ATTACHED = 20


@dataclass(slots=True)
class Bodies:
    """The leaves of a mail, by what is to be done with them."""

    html: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    """A picture between two stretches of text makes them two parts."""
    inner: list[Message] = field(default_factory=list)
    attached: list[tuple[str, bytes]] = field(default_factory=list)
    """Article files: name and content."""
    aside: list[str] = field(default_factory=list)
    """Names of what is no article."""


def bodies_of(message: Message) -> Bodies:
    """Take a mail apart."""
    bodies = Bodies()
    for part, level in _leaves(message, 0):
        _sort(part, level, bodies)
    return bodies


def blocks_of(bodies: Bodies) -> list[Block]:
    """Lay out a mail's text: the HTML, unless the plain text holds plainly more."""
    plain = _plain_blocks("\n\n".join(bodies.plain))
    trees = [parse_page(html) for html in bodies.html if html.strip()]
    rich = [block for tree in trees if tree is not None for block in lay_out(tree)]
    return rich if words_in(rich) * 5 >= words_in(plain) * 4 else plain


def _sort(part: Message, level: int, bodies: Bodies) -> None:
    kind = part.get_content_type()
    name = header_name(part)
    if kind == "message/rfc822":
        inner = part.get_payload() if part.is_multipart() else None
        messages = inner if isinstance(inner, list) else []
        bodies.inner += [one for one in messages if isinstance(one, Message)]
    elif part.get_content_disposition() == "attachment" or name or level > DEEPEST:
        _sort_attachment(part, name, bodies)
    elif kind == "text/html":
        bodies.html.append(text_of(part))
    elif kind == "text/plain":
        bodies.plain.append(text_of(part))


def _sort_attachment(part: Message, name: str, bodies: Bodies) -> None:
    payload = part.get_payload(decode=True)
    is_article = PurePosixPath(name.lower()).suffix in _ARTICLES
    if is_article and isinstance(payload, bytes) and len(bodies.attached) < _MOST_ATTACHED:
        bodies.attached.append((name, payload))
    elif not part.get_content_type().startswith("image/") or not part.get("Content-ID"):
        # A picture the text itself shows is nothing anybody misses.
        bodies.aside.append(name or part.get_content_type())


def header_name(part: Message) -> str:
    """Give the name a part has as a file, without any folder; empty where it has none."""
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        name = header_of(part, "Content-Description")
    return fold_space(name).replace("\\", "/").rsplit("/", 1)[-1][:120]


def _leaves(message: Message, level: int) -> Iterator[tuple[Message, int]]:
    payload = message.get_payload() if message.is_multipart() else None
    is_mail = message.get_content_type() == "message/rfc822"
    if is_mail or not isinstance(payload, list) or level > DEEPEST:
        yield message, level
        return
    for part in payload:
        if isinstance(part, Message):
            yield from _leaves(part, level + 1)


def _plain_blocks(text: str) -> list[Block]:
    readable = clean_text(_unquoted(text), "").text
    return [Block(text=unit.text) for unit in cut_units(readable)]


def _unquoted(text: str) -> str:
    """Take `> ` off a text that is quoted as a whole, as some programs forward."""
    lines = text.splitlines()
    filled = [line for line in lines if line.strip()]
    quoted = sum(line.startswith(">") for line in filled)
    if quoted * 5 < len(filled) * 3:
        return text
    return "\n".join(
        line.lstrip(">").removeprefix(" ") if line[:1] == ">" else line for line in lines
    )

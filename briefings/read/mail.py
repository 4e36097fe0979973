"""A mail → the articles in it: a press release, a forwarded story, a newsletter of several.

What its head says counts by what the mail is. A newsletter or a press release is published by
being sent, so its `Date` is the article's where the text states none; a story somebody passes on
was published earlier, so there the date only tells when the copy was made. The sender is the
outlet only where the mail goes to a list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.message import Message

from briefings.errors import Finding
from briefings.model import Role
from briefings.read.cleaning import clean_text, fold_space
from briefings.read.composing import Sheet
from briefings.read.findings import bad_file, find_fault
from briefings.read.forwards import Forward, open_forward
from briefings.read.html_tree import parse_page
from briefings.read.keys import keyed
from briefings.read.linear import Block, lay_out, words_in
from briefings.read.mail_head import MailHead, parse_mail, read_head_of, text_of
from briefings.read.newsletters import Letter, is_furniture, split_letters
from briefings.read.parts import Envelope, Part
from briefings.read.titles import plain_headline
from briefings.read.units import cut_units

_DEEPEST = 4
"""Mails inside mails, and parts inside parts, that are opened."""


@dataclass(slots=True)
class _Bodies:
    html: str | None = None
    plain: str | None = None
    inner: list[Message] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    """Names of attachments."""


def read_mail(content: bytes, *, path: str, shown: str) -> tuple[list[Part], list[Finding]]:
    """Give the parts of a mail and what was left aside.

    Raises:
        BadFileError: it holds no text, or none that is an article.
    """
    message = parse_mail(content, shown)
    found, aside = _open(message, 0)
    letters = list(found)
    if not letters:
        raise bad_file("BR233", shown, 1, what="the mail has no text")
    names = [(letter.title, letter.title) for letter, _ in letters]
    paths = keyed(path, names)
    several = len(letters) > 1
    parts = [
        _part(letter, head, path=own, shown=shown + own[len(path) :], several=several)
        for own, (letter, head) in zip(paths, letters, strict=True)
    ]
    if not several:
        parts = [replace(parts[0], seal=content)]
    notes = [find_fault("BR236", shown, what=", ".join(aside))] if aside else []
    return parts, notes


def _open(message: Message, depth: int) -> tuple[list[tuple[Letter, MailHead]], list[str]]:
    bodies = _bodies_of(message)
    head = read_head_of(message)
    letters = [(letter, own) for letter, own in _letters(bodies, head)]
    aside = list(bodies.aside)
    for inner in bodies.inner if depth < _DEEPEST else ():
        more, left = _open(inner, depth + 1)
        # A covering note above an attached story is no article.
        own = (
            [
                (one, h)
                for one, h in letters
                if words_in(one.blocks) >= words_in(more[0][0].blocks) / 2
            ]
            if more
            else letters
        )
        letters = [*own, *more]
        aside += left
    return letters, aside


def _bodies_of(message: Message) -> _Bodies:
    bodies = _Bodies()
    for part, level in _leaves(message, 0):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_payload() if part.is_multipart() else None
            bodies.inner += (
                [one for one in inner if isinstance(one, Message)]
                if isinstance(inner, list)
                else []
            )
        elif part.get_content_disposition() == "attachment" or level > _DEEPEST:
            bodies.aside.append(fold_space(part.get_filename() or kind))
        elif kind == "text/html" and bodies.html is None:
            bodies.html = text_of(part)
        elif kind == "text/plain" and bodies.plain is None:
            bodies.plain = text_of(part)
    return bodies


def _leaves(message: Message, level: int) -> Iterator[tuple[Message, int]]:
    payload = message.get_payload() if message.is_multipart() else None
    if (
        message.get_content_type() != "message/rfc822"
        and isinstance(payload, list)
        and level <= _DEEPEST
    ):
        for part in payload:
            if isinstance(part, Message):
                yield from _leaves(part, level + 1)
    else:
        yield message, level


def _letters(bodies: _Bodies, head: MailHead) -> Iterator[tuple[Letter, MailHead]]:
    blocks = _blocks_of(bodies)
    if not blocks:
        return
    forward = open_forward(blocks)
    if forward is not None:
        head, blocks = _forwarded(head, forward), forward.blocks
    is_listed = head.is_listed or any(is_furniture(block) for block in blocks)
    letters = split_letters(blocks, is_listed=is_listed)
    if letters:
        yield from ((letter, head) for letter in letters)
    elif words_in(blocks) >= 3:
        yield _single(blocks, head), head


def _blocks_of(bodies: _Bodies) -> list[Block]:
    plain = _plain_blocks(bodies.plain or "")
    tree = parse_page(bodies.html) if bodies.html and bodies.html.strip() else None
    rich = lay_out(tree) if tree is not None else []
    return rich if words_in(rich) * 5 >= words_in(plain) * 4 else plain


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


def _forwarded(head: MailHead, forward: Forward) -> MailHead:
    """Take the inner head for the outer: who passes a story on has not written it."""
    return replace(
        head,
        subject=forward.subject or head.subject,
        sent=forward.sent,
        sender=forward.sender,
        is_listed=False,
    )


def _single(blocks: Sequence[Block], head: MailHead) -> Letter:
    """Find the headline of a mail that is one article: in the text, else its subject."""
    key = plain_headline(head.subject or "")
    for index, block in enumerate(blocks[:15]):
        is_subject = bool(key) and plain_headline(block.text) == key
        is_heading = block.level in {1, 2} and not is_furniture(block)
        if is_subject or is_heading:
            return Letter(
                title=block.text, blocks=[*blocks[:index], *blocks[index + 1 :]], url=None, at=index
            )
    return Letter(title=head.subject or "", blocks=list(blocks), url=None, at=None)


def _part(letter: Letter, head: MailHead, *, path: str, shown: str, several: bool) -> Part:
    sheet = Sheet()
    if not several:
        for name, value in head.lines:
            sheet.add(f"{name}: {value}", Role.METADATA, "the head of the mail")
    _add_story(sheet, letter)
    is_own = head.is_listed or letter.at is not None or several
    return Part(
        content=sheet.content(),
        path=path,
        shown=shown,
        kind="text",
        format="email",
        marks=sheet.marks(),
        envelope=Envelope(
            saved_at=head.received,
            url=letter.url or head.url,
            title=letter.title or None,
            date=head.sent if is_own or head.sent != head.received else None,
            source=head.sender if head.is_listed else None,
        ),
    )


def _add_story(sheet: Sheet, letter: Letter) -> None:
    for index, block in enumerate(letter.blocks):
        if index == (letter.at or 0) and letter.at is not None:
            sheet.add(letter.title, Role.HEADLINE, "the headline of the mail's article")
        if is_furniture(block):
            sheet.add(block.text, Role.FURNITURE, "a mail's furniture")
        else:
            sheet.add_blocks([block])
    if letter.at is not None and letter.at >= len(letter.blocks):
        sheet.add(letter.title, Role.HEADLINE, "the headline of the mail's article")

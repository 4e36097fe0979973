"""A mail → the articles in it: a press release, a forwarded story, a newsletter of several.

What its head says counts by what the mail is. A newsletter or a press release is published by
being sent, so its `Date` is the article's where the text states none; a story somebody passes on
was published earlier, so there the date only tells when the copy was made. The sender is the
outlet only where the mail goes to a list.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.message import Message
from pathlib import PurePosixPath

from briefings.errors import BadFileError, Finding
from briefings.model import Role
from briefings.read.composing import Sheet
from briefings.read.findings import bad_file, find_fault
from briefings.read.html.linear import Block, words_in
from briefings.read.keys import keyed
from briefings.read.lines.titles import plain_headline
from briefings.read.mail.bodies import DEEPEST, Bodies, blocks_of, bodies_of
from briefings.read.mail.forwards import Forward, open_forward
from briefings.read.mail.head import MailHead, parse_mail, read_head_of
from briefings.read.mail.newsletters import Letter, is_furniture, split_letters
from briefings.read.parts import Envelope, Part

_RELEASE = re.compile(r"(?i)for immediate release|(?:press|media|news) release|pressemitteilung")
_COVERING = 60
"""Words of a note that only says what is attached."""

OpenFile = Callable[[bytes, str], Sequence[Part]]
"""Splits an attached file, by its name, as any file of the pile is."""


@dataclass(slots=True)
class _Opened:
    """What a mail and the mails in it hold."""

    letters: list[tuple[Letter, MailHead]] = field(default_factory=list)
    attached: list[tuple[str, bytes, MailHead]] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)


def read_mail(
    content: bytes, *, path: str, shown: str, open_file: OpenFile
) -> tuple[list[Part], list[Finding]]:
    """Give the parts of a mail and what was left aside.

    Raises:
        BadFileError: it holds no text, or none that is an article.
    """
    opened = _open(parse_mail(content, shown), 0)
    files = list(_attached(opened, open_file))
    letters = [
        (letter, head)
        for letter, head in opened.letters
        if not files or head.is_listed or words_in(letter.blocks) > _COVERING
    ]
    if not letters and not files:
        raise bad_file("BR233", shown, 1, what="the mail has no text")
    names = [(letter.title, letter.title) for letter, _ in letters]
    paths = keyed(path, [*names, *((name, name) for name, _ in files)])
    several = len(paths) > 1
    ends = [own[len(path) :] for own in paths]
    parts = [
        _part(letter, head, path=path + end, shown=shown + end, several=several)
        for end, (letter, head) in zip(ends, letters, strict=False)
    ]
    for end, (_, part) in zip(ends[len(letters) :], files, strict=True):
        parts.append(replace(part, path=path + end, shown=shown + end, seal=part.content))
    if not several:
        parts = [replace(parts[0], seal=content)]
    aside = ", ".join(opened.aside)
    return parts, [find_fault("BR236", shown, what=aside)] if aside else []


def _attached(opened: _Opened, open_file: OpenFile) -> Iterator[tuple[str, Part]]:
    """Open the article files of a mail; one that holds no article is left aside."""
    for name, content, head in opened.attached:
        try:
            parts = open_file(content, name)
        except BadFileError:
            opened.aside.append(name)
            continue
        for part in parts:
            own = replace(part.envelope, saved_at=part.envelope.saved_at or head.received)
            yield PurePosixPath(name).stem, replace(part, envelope=own)


def _open(message: Message, depth: int) -> _Opened:
    bodies = bodies_of(message)
    head = read_head_of(message)
    opened = _Opened(
        letters=list(_letters(bodies, head)),
        attached=[(name, content, head) for name, content in bodies.attached],
        aside=list(bodies.aside),
    )
    for inner in bodies.inner if depth < DEEPEST else ():
        more = _open(inner, depth + 1)
        if more.letters:
            # A covering note above an attached story is no article.
            least = words_in(more.letters[0][0].blocks) / 2
            opened.letters = [one for one in opened.letters if words_in(one[0].blocks) >= least]
        opened.letters += more.letters
        opened.attached += more.attached
        opened.aside += more.aside
    return opened


def _letters(bodies: Bodies, head: MailHead) -> Iterator[tuple[Letter, MailHead]]:
    blocks = blocks_of(bodies)
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
    is_release = any(_RELEASE.search(block.text[:80]) for block in letter.blocks[:6])
    is_own = head.is_listed or letter.at is not None or several or is_release
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

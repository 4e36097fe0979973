"""A newsletter → its stories: a heading, prose below it, often a link to the whole.

A press release has headings too. What makes a letter of several is that its stories lead to
pages of their own, or stand apart by rules in a mail that goes to a list.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from briefings.read.html.linear import Block, words_in

_FURNITURE = re.compile(
    r"(?i)\b(?:unsubscribe|view (?:this|it|in|the) ?(?:e-?mail|message|online|in)?.{0,20}browser"
    r"|view (?:online|in browser)|(?:manage|update) (?:your )?(?:preferences|subscription)"
    r"|you (?:are|'re|’re) receiving this|you received this|was sent to"
    r"|forward (?:this|to a friend)"
    r"|add us to your address book|privacy policy|sponsored by|presented by|advertisement"
    r"|se d\wsabonner|d\wsinscri(?:re|ption)|voir (?:en ligne|dans (?:le|votre) navigateur)"
    r"|abbestellen|abmelden|im browser (?:ansehen|anzeigen|öffnen)"
    r"|darse de baja|cancelar (?:la )?suscripción"
    r"|ver en (?:el |tu )?navegador|disiscriviti|annulla (?:l.)?iscrizione|cancelar inscrição"
    r"|отписаться|открыть в браузере|إلغاء الاشتراك|aboneliğ\w+ iptal)"
)
_MORE = re.compile(
    r"(?i)^\W*(?:read|continue|full|see|learn|find out|more|keep reading|lire|weiterlesen|mehr"
    r"|leer|leggi|continua|leia|saiba|читать|подробнее|اقرأ|المزيد|devamı)\b.{0,60}$"
)
_RULE = re.compile(r"^[\W_]{3,120}$")
_URL = re.compile(r"https?://[^\s<>()\"']{4,500}")
_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|#\d{1,2}:?)\s+(?=\S)")
_PAID = re.compile(r"(?i)\b(?:sponsor|advertis|partner content|anzeige|publicité)")
_FEWEST_WORDS = 25
_LONGEST_HEADING = 25
_TRACKERS = re.compile(
    r"(?i)(?:^|[.-])(?:click|track|trk|links?|list-manage|mail|e|email|go|r)[.\d]"
)


@dataclass(slots=True)
class Letter:
    """One article of a mail."""

    title: str
    blocks: list[Block] = field(default_factory=list)
    url: str | None = None
    is_marked: bool = False
    """Its headline has a number before it, or stands in capitals."""
    leads_on: bool = False
    """It has a link to a page of its own, be it over a counter of clicks."""
    at: int | None = 0
    """How many blocks stand above its headline; None where the headline is not in the text."""


def is_furniture(block: Block) -> bool:
    """Tell whether a block is the mail's own and no article's: short, and one of the usual."""
    return len(block.text) < 300 and _FURNITURE.search(block.text) is not None


def split_letters(blocks: Sequence[Block], *, is_listed: bool) -> list[Letter]:
    """Give the stories of a newsletter; none where the mail is one article."""
    kept = [block for block in blocks if not is_furniture(block)]
    letters = [letter for letter in _cut(kept) if _is_story(letter)]
    letters = [letter for letter in letters if not _PAID.search(letter.title)]
    apart = sum(letter.leads_on for letter in letters)
    has_rules = is_listed and any(_RULE.match(block.text) for block in kept)
    is_marked = is_listed and sum(letter.is_marked for letter in letters) >= 2
    return letters if len(letters) >= 2 and (apart >= 2 or has_rules or is_marked) else []


def _cut(blocks: Sequence[Block]) -> list[Letter]:
    sizes = sorted(block.size for block in blocks if block.size and len(block.text) > 90)
    usual = sizes[len(sizes) // 2] if sizes else 0
    letters: list[Letter] = []
    after_rule = True
    for index, block in enumerate(blocks):
        if _RULE.match(block.text):
            after_rule = True
        elif _is_heading(block, usual, after_rule=after_rule) and _heads_prose(blocks, index):
            title = _NUMBER.sub("", block.text)
            is_linked = block.linked() * 2 >= len(block.text)
            letter = Letter(title=title, url=_own_url(block), leads_on=is_linked)
            letter.is_marked = _is_marked(block.text)
            letters.append(letter)
            after_rule = False
        elif letters and not after_rule:
            _add(letters[-1], block)
    return letters


def _add(letter: Letter, block: Block) -> None:
    """Add a block of the story; a link to the whole gives its address and is no text."""
    is_more = block.text.count(" ") < 12 and _MORE.match(block.text) is not None
    bare = _URL.fullmatch(block.text.strip("<>"))
    if is_more or bare:
        address = _URL.search(block.text)
        stated = address[0].rstrip(".,;>") if address else None
        letter.url = letter.url or _own_url(block) or stated
        letter.leads_on = letter.leads_on or bool(block.links or stated)
        return
    letter.blocks.append(block)


def _is_heading(block: Block, usual: int, *, after_rule: bool) -> bool:
    words = block.text.count(" ") + 1
    if not 2 <= words <= _LONGEST_HEADING or block.is_item or block.is_caption:
        return False
    if _MORE.match(block.text) or _URL.search(block.text):
        return False
    ends = block.text.rstrip("\"'”’»").endswith((".", ":", ";", ","))
    is_large = usual > 0 and block.size >= 1.25 * usual
    is_linked = block.linked() >= 0.9 * len(block.text) and words >= 3
    return (
        bool(block.level)
        or is_large
        or (not ends and (block.is_bold() or is_linked or after_rule or _is_marked(block.text)))
    )


def _is_marked(text: str) -> bool:
    """Tell whether a plain line heads a story by its number or its capitals."""
    return _NUMBER.match(text) is not None or (text.isupper() and text.count(" ") >= 1)


def _heads_prose(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether prose follows soon; a section's name has another heading below it."""
    following = blocks[index + 1 : index + 4]
    first = next((block for block in following if not _RULE.match(block.text)), None)
    if first is None:
        return False
    return any(len(block.text) >= 90 for block in following[:3]) and not first.level


def _is_story(letter: Letter) -> bool:
    return words_in(letter.blocks) >= _FEWEST_WORDS


def _own_url(block: Block) -> str | None:
    """Give the address a block links to, unless it leads over a counter of clicks."""
    for address, size in block.links:
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        is_path = parts.path.count("-") >= 2 or parts.path.count("/") >= 2
        if size * 2 >= len(block.text) and is_path and not _TRACKERS.search(parts.netloc):
            return address
    return None

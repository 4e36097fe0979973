"""Ships: named like people and towns, and neither; left out of the names.

`the ferry Corinna`, `her sister ships, the Clarissa and the Cordelia`. A word that is a ship once
is that ship throughout the article.
"""

import re
from collections.abc import Iterable

from briefings.draft.names.groups import key_of
from briefings.draft.names.tokens import Passage

_VESSELS = (
    r"(?:ferry|ferries|trawler|ship|boat|vessel|tanker|freighter|liner|longliner|yacht|frigate|"
    r"destroyer|submarine|cutter|tug|barge|schooner|lifeboat|warship|catamaran|bulker|carrier)s?"
)
_NAME = r"(?:[A-ZÀ-Þ][\w'-]{1,24}(?: (?:[A-ZÀ-Þ][\w'-]{1,24}|I{1,3}|\d{1,2}))?)"
_OF = r"(?: of [A-ZÀ-Þ][\w-]{1,24})?"
# A ship is set right behind its kind, with `the` only where several are told: `ships, the X`.
_NAMED = re.compile(
    rf"(?<!\w)(?i:{_VESSELS})(?:,? the)? (?P<one>{_NAME}){_OF}"
    rf"(?:,? and (?:the )?(?P<two>{_NAME})(?={_OF}[ ,.;]))?"
)
_MV = re.compile(rf"(?<!\w)(?:MV|MS|MT|SS|HMS|USS|RMS|FV) (?P<one>{_NAME})")
_TOLD = re.compile(
    rf"(?<!\w)(?:(?:aboard|on board) the (?P<one>{_NAME})(?! \w+ (?:train|bus|plane))"
    rf"|(?i:the) (?P<two>{_NAME}),? (?:an? (?:[\w-]+ )?{_VESSELS}|(?:has |had )?"
    rf"(?:sank|sunk|sailed|capsized|docked|ran aground))(?!\w)"
    rf"|(?P<three>{_NAME}), her sister|(?i:the) (?P<four>{_NAME})['’]s sister {_VESSELS})"
)
_PAIR = re.compile(rf"(?i:the) (?P<one>{_NAME}),? (?:and|or) the (?P<two>{_NAME})")


def find_ships(passages: Iterable[Passage]) -> frozenset[tuple[str, ...]]:
    """Give the keys of the ships an article names."""
    texts = [passage.text for passage in passages]
    ships = {
        _key(name)
        for text in texts
        for pattern in (_NAMED, _MV, _TOLD)
        for found in pattern.finditer(text)
        for name in found.groupdict().values()
        if name
    }
    if ships:
        # `the Clarissa and the Cordelia`: what is named in one breath with a ship is one.
        pairs = [found for text in texts for found in _PAIR.finditer(text)]
        keys = [{_key(found["one"]), _key(found["two"])} for found in pairs]
        ships |= {key for pair in keys if pair & ships for key in pair}
    return frozenset(ships)


def _key(name: str) -> tuple[str, ...]:
    return key_of(re.sub(r"['’]s$", "", name))

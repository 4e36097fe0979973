"""Speakers: who the words at a cue are, by the names the article gives. Never a guess."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefings.draft.names.gazetteer import plain
from briefings.draft.names.tables import table
from briefings.draft.quotes.tables import Tongue
from briefings.model import Mention, Named, NameKind

_NOBODY = frozenset(
    {"i", "we", "you", "who", "that", "which", "one", "another", "some", "others", "many", "few"}
)
"""Words at a cue that say nothing of who it is: `said one`."""
_FIRST_ARTICLE = re.compile(r"(?:The|A|An|One|Le|La|Les|Un|Une|El|Los|Der|Die|Das)\b")
_REACH = re.compile(r"\b(?:of|for|to|by|from|with|at|in|on|de|du|des|del|für|von|pour)\b|['’]s\b")
# `the librarian on duty, Clara Nwosu` and `his rival, the former judge Ida Sorel`.
_ASIDE = re.compile(
    r"(?: (?:on|of|in|at|for)(?: [^\W\d_A-Z][\w’'-]{0,20}){1,3})?, "
    r"(?P<of>(?:(?:the|a|an|its|his|her|their|la|le|el)(?: [^\W\d_A-Z][\w’'-]{0,20}){1,4} )?)"
)
_OWNED_BY = {"his": "he", "her": "she", "its": "it"}
_PLURAL = frozenset({"they", "we", "ils", "elles", "ellos", "ellas"})
_SINGULAR = frozenset({"he", "she", "il", "elle", "él", "ella", "er", "celui-ci", "celle-ci"})
_FEMALE = frozenset({"she", "elle", "ella"})
_MALE = frozenset({"he", "il", "él", "er"})
_WOMAN = re.compile(r"woman\b|\b(?:Ms|Mrs|Miss|Mme|actress|queen|mother|wife|daughter|sister)\b")
_MAN = re.compile(r"(?<!wo)man\b|\b(?:Mr|Sir|king|father|husband|son|brother|M)\b")
_FAR = 3
"""Paragraphs a pronoun may reach back."""
_RECENT = 60
"""Speakers kept in mind."""
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who spoke."""

    name: str
    """As `names` has it, or as printed."""
    printed: str
    paragraph: int
    at: int
    is_person: bool


@dataclass(slots=True)
class Talk:
    """Who is being talked of so far, in the order of the text."""

    body: Sequence[str]
    tongue: Tongue
    mentions: dict[int, list[tuple[Mention, Named]]]
    spoken: list[Speaker] = field(default_factory=list)
    surnames: dict[str, Named] = field(default_factory=dict)
    """People by the last word of their names; the first mentioned of several."""
    reached: tuple[int, int] = (0, 0)
    """Paragraph and offset up to which reported speech was heard."""

    def __post_init__(self) -> None:
        for number in sorted(self.mentions):
            for _, named in self.mentions[number]:
                if named.kind is NameKind.PERSON:
                    self.surnames.setdefault(named.name.split()[-1], named)

    def overheard(self, paragraph: int, until: int) -> int:
        """Say from where reported speech is new, and that it is heard up to `until` now."""
        number, offset = self.reached
        self.reached = (paragraph, max(until, offset if number == paragraph else 0))
        return offset if number == paragraph else 0

    def resolve(self, paragraph: int, start: int, end: int) -> Speaker | None:
        """Say who the words at a cue are; None where the article does not tell."""
        printed = self.body[paragraph - 1][start:end]
        lower = printed.lower()
        words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", lower)
        if not words or lower in _NOBODY:
            return None
        if lower in self.tongue.pronouns:
            return self._pronoun(lower, printed, paragraph, start)
        if words[0] in _OWNED_BY:
            return self._owned(printed, paragraph, start, end)
        if words[-1] in self.tongue.things:
            return self._last(paragraph, start, printed)
        named = self._named(paragraph, start, end) or self.surnames.get(printed)
        if named is not None:
            return Speaker(named.name, printed, paragraph, start, named.kind is NameKind.PERSON)
        known = self._described(words, printed, paragraph, start)
        person = _is_person(words)
        return known or Speaker(_lowered(printed), printed, paragraph, start, person)

    def _owned(self, printed: str, paragraph: int, start: int, end: int) -> Speaker | None:
        """Say whose `her ministry` is; None where the article does not tell."""
        named = self._named(paragraph, start, end)
        if named is not None:
            return Speaker(named.name, printed, paragraph, start, named.kind is NameKind.PERSON)
        owner, _, what = printed.partition(" ")
        whose = self._pronoun(_OWNED_BY[owner.lower()], owner, paragraph, start)
        if whose is None or not whose.name[:1].isupper():
            return None
        person = _is_person(what.lower().split())
        return Speaker(f"{whose.name}’s {what}", printed, paragraph, start, person)

    def heard(self, speaker: Speaker) -> None:
        """Remember who spoke last."""
        self.spoken.append(speaker)

    def _named(self, paragraph: int, start: int, end: int) -> Named | None:
        """Find the name that is the speaker, not one the speaker belongs to."""
        text = self.body[paragraph - 1]
        marked = self.mentions.get(paragraph, [])
        first = bisect_left(marked, start, key=lambda pair: pair[0].end)
        last = bisect_left(marked, end, key=lambda pair: pair[0].start)
        inside = [
            (mention, named)
            for mention, named in marked[first:last]
            if mention.start < end and mention.end > start and named.kind is not NameKind.LAW
        ]
        people = [pair for pair in inside if pair[1].kind is NameKind.PERSON]
        for mention, named in people + [pair for pair in inside if pair not in people]:
            belongs = text[mention.end : mention.end + 2] in {"'s", "’s"} and mention.end < end
            led = _REACH.search(text[start : mention.start])
            person = named.kind is NameKind.PERSON
            if not (belongs or led or (not person and mention.end < end)):
                return named
        return self._beside(paragraph, end)

    def _beside(self, paragraph: int, end: int) -> Named | None:
        """Find the name in apposition: `The mayor, Ada Brook, said`."""
        text = self.body[paragraph - 1]
        marked = self.mentions.get(paragraph, [])
        behind = bisect_left(marked, end, key=lambda pair: pair[0].start)
        for mention, named in marked[behind : behind + _NEAR]:
            if mention.start <= end or named.kind is not NameKind.PERSON:
                continue
            aside = _ASIDE.fullmatch(text, end, mention.start)
            closed = text[mention.end : mention.end + 1] in {",", ".", ";", ""}
            return named if aside and closed and not _REACH.search(aside["of"]) else None
        return None

    def _described(self, words: list[str], printed: str, paragraph: int, at: int) -> Speaker | None:
        """Resolve `the ministry`, `the spokesman` to one who spoke or was named before."""
        if words[0] not in {"the", "le", "la", "el", "der", "die", "das"} or len(words) > 2:
            return None
        head = words[-1]
        for speaker in reversed(self.spoken[-_RECENT:]):
            if re.search(rf"\b{re.escape(head)}\b", speaker.printed.lower()):
                return Speaker(speaker.name, printed, paragraph, at, speaker.is_person)
        for number in range(paragraph, 0, -1):
            for _, named in reversed(self.mentions.get(number, ())):
                last = plain(named.name).split()[-1:]
                if named.kind is NameKind.ORGANISATION and last == [plain(head)]:
                    return Speaker(named.name, printed, paragraph, at, is_person=False)
        return None

    def _last(self, paragraph: int, at: int, printed: str) -> Speaker | None:
        """Give the last speaker, whose statement goes on."""
        for speaker in reversed(self.spoken[-_RECENT:]):
            if (speaker.paragraph, speaker.at) < (paragraph, at):
                return Speaker(speaker.name, printed, paragraph, at, speaker.is_person)
        return None

    def _pronoun(self, word: str, printed: str, paragraph: int, at: int) -> Speaker | None:
        """Take the nearest before: who spoke in that paragraph, else the first person named."""
        for number in range(paragraph, max(0, paragraph - _FAR - 1), -1):
            limit = at if number == paragraph else len(self.body[number - 1])
            found = self._nearest(word, number, limit)
            if found is not None:
                return Speaker(found.name, printed, paragraph, at, found.is_person)
        return None

    def _nearest(self, word: str, paragraph: int, limit: int) -> Speaker | None:
        spoke = [
            s
            for s in self.spoken[-_RECENT:]
            if s.paragraph == paragraph and s.at < limit and self._fits(word, s)
        ]
        if spoke:
            return spoke[-1]
        if word not in _SINGULAR:
            return None
        people = (
            Speaker(named.name, mention.text, paragraph, mention.start, is_person=True)
            for mention, named in self.mentions.get(paragraph, ())
            if named.kind is NameKind.PERSON and mention.start < limit
        )
        return next((person for person in people if self._fits(word, person)), None)

    def _fits(self, word: str, speaker: Speaker) -> bool:
        if word in _PLURAL:
            return True
        if word == "it" or not speaker.is_person:
            return word == "it" and not speaker.is_person
        around = self._around(speaker)
        if word in _FEMALE:
            return not (_MAN.search(around) and not _WOMAN.search(around))
        if word in _MALE:
            return not (_WOMAN.search(around) and not _MAN.search(around))
        return True

    def _around(self, speaker: Speaker) -> str:
        """Give the words right before a name, and the printed ones: Mr, spokeswoman."""
        text = self.body[speaker.paragraph - 1]
        before = text[max(0, speaker.at - 20) : speaker.at]
        return before.rpartition(". ")[2] + speaker.printed


def _is_person(words: list[str]) -> bool:
    """Tell a spokesman for a ministry from the ministry itself."""
    roles = table("roles") | table("offices")
    return any(word in roles for word in words) or not any(
        word in table("org_heads") for word in words
    )


def _lowered(printed: str) -> str:
    """Write a description as inside a sentence: `The minister` is `the minister`."""
    if _FIRST_ARTICLE.match(printed):
        return printed[0].lower() + printed[1:]
    return printed


def mentions_by_paragraph(names: Sequence[Named]) -> dict[int, list[tuple[Mention, Named]]]:
    """Order the mentions of all names as they stand."""
    by: dict[int, list[tuple[Mention, Named]]] = {}
    for named in names:
        for mention in named.mentions:
            by.setdefault(mention.paragraph, []).append((mention, named))
    for found in by.values():
        found.sort(key=lambda pair: pair[0].start)
    return by

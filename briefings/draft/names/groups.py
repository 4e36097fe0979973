"""Groups: the mentions of one spelling, then of one real thing under all its spellings."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from briefings.draft.names.evidence import ORG, PERSON, PLACE, Scores, stands_for
from briefings.draft.names.gazetteer import place_weight, plain
from briefings.draft.names.spans import Candidate
from briefings.draft.names.tables import given_names, table
from briefings.model import Mention, NameKind

# A name in no table, with nothing around it to speak for it, stays out.
_ENOUGH = 1.0
_GERMAN_ENOUGH = 2.5


Kinds = dict[int, NameKind | None]


@dataclass(slots=True)
class Group:
    """Mentions of one name, and what speaks for each kind."""

    key: tuple[str, ...]
    """Its words folded, without particles and articles."""
    scores: Scores = field(default_factory=lambda: dict.fromkeys(NameKind, 0.0))
    spellings: Counter[str] = field(default_factory=Counter)
    """As printed, anywhere in the article; with how often."""
    mentions: list[Mention] = field(default_factory=list)
    seats: int = 0
    """Mentions in which a capital stands for its government; they are not in `mentions`."""
    fixed: NameKind | None = None
    id: str | None = None
    register_name: str | None = None
    surname: str | None = None
    """Family name taken from a relative."""
    kin_of: set[str] = field(default_factory=set)
    """Given names of others it is a relative of: `Mr Marlow, Edith's husband`."""

    def kind(self, language: str) -> NameKind | None:
        """Decide by the weight of evidence; None where there is too little."""
        if self.fixed is not None:
            return self.fixed
        best = max(NameKind, key=lambda kind: (self.scores[kind], -list(NameKind).index(kind)))
        enough = _GERMAN_ENOUGH if language == "de" else _ENOUGH
        return best if self.scores[best] >= enough else None

    def add(self, found: Candidate, *, counts: bool) -> None:
        """Take in a mention; `counts` is False where it must not be shown."""
        text = found.text()
        self.spellings[text] += 1
        if found.after() == "," and found.after(3) in table("kin"):
            self.kin_of.add(plain(found.after(2)))
        if found.passage.paragraph and counts:
            start = found.words()[0].start
            self.mentions.append(
                Mention(
                    paragraph=found.passage.paragraph, start=start, end=start + len(text), text=text
                )
            )

    def absorb(self, other: "Group") -> None:
        """Take in another spelling of the same thing."""
        for kind, weight in other.scores.items():
            self.scores[kind] += weight
        self.spellings.update(other.spellings)
        self.mentions.extend(other.mentions)
        self.fixed = self.fixed or other.fixed
        self.id = self.id or other.id
        self.register_name = self.register_name or other.register_name
        self.seats += other.seats


def key_of(text: str) -> tuple[str, ...]:
    """Fold a name: no case, accents, apostrophes, particles or articles."""
    words = plain(text).replace("-", " ").replace("'", "").replace(".", "").split()
    if words and words[0] == "the":
        words = words[1:]
    particles = table("name_particles")
    kept = tuple(word for word in words if word not in particles)
    return kept or tuple(words)


def link_groups(groups: Sequence[Group], language: str) -> list[Group]:
    """Bring the spellings of one thing together; groups stand in order of first mention."""
    left = list(groups)
    for link in (_is_full_person, _is_surname, _is_short_form, _is_part):
        left = _absorbed(left, link, language)
    return left


def _absorbed(
    groups: list[Group], link: Callable[[Group, Group, Kinds], bool], language: str
) -> list[Group]:
    """Give every group that `link` finds a home for to that home."""
    kinds = {id(group): group.kind(language) for group in groups}
    homes: dict[int, Group] = {}
    for group in groups:
        fits = [
            home
            for home in groups
            if home is not group and id(home) not in homes and link(group, home, kinds)
        ]
        if fits:
            homes[id(group)] = max(fits, key=lambda home: sum(home.spellings.values()))
    for group in groups:
        home = homes.get(id(group))
        if home is not None:
            home.absorb(group)
    return [group for group in groups if id(group) not in homes]


def _is_full_person(group: Group, home: Group, kinds: Kinds) -> bool:
    """Two full forms of one person: with and without a middle name, or in two spellings."""
    one, two = group.key, home.key
    if kinds[id(home)] is not PERSON or kinds[id(group)] not in {PERSON, None}:
        return False
    if len(one) < 2 or len(two) < 2 or _longer(group, home):
        return False
    if _skeleton(one[-1]) != _skeleton(two[-1]):
        return False
    return _skeleton(one[0]) == _skeleton(two[0]) or (len(one[0]) == 1 and two[0][0] == one[0])


def _longer(group: Group, home: Group) -> bool:
    """Order two full forms so that exactly one of them becomes the home."""
    return (len(group.key), group.key) > (len(home.key), home.key)


def _is_surname(group: Group, home: Group, kinds: Kinds) -> bool:
    if kinds[id(home)] is not PERSON or len(group.key) != 1 or len(home.key) < 2:
        return False
    if kinds[id(group)] not in {PERSON, None, ORG} and group.scores[PLACE] >= 2.5:
        return False
    if group.fixed not in {None, PERSON} or home.key[0] in group.kin_of:
        return False
    word = group.key[0]
    if _skeleton(word) == _skeleton(home.key[-1]):
        return True
    return word == home.key[0] and word in given_names() and not place_weight(word) >= 3


def _is_short_form(group: Group, home: Group, kinds: Kinds) -> bool:
    """`UN` of United Nations, by the table of short forms or by initials."""
    if group.fixed not in {None, kinds[id(home)]} or kinds[id(home)] is PERSON:
        return False
    printed = next(iter(group.spellings))
    if key_of(stands_for(printed)) == home.key and group.key != home.key:
        return True
    letters = "".join(group.key)
    upper = sum(char.isupper() for char in printed)
    if len(group.key) != 1 or len(home.key) < 2 or upper < max(2, len(letters) - 1):
        return False
    if kinds[id(group)] not in {kinds[id(home)], ORG, None}:
        return False
    return letters in {_initials(home, glue=False), _initials(home, glue=True)}


def _initials(group: Group, *, glue: bool) -> str:
    """Give the first letters of the fullest form, with or without its small words: MoT, UN."""
    words = plain(max(sorted(group.spellings), key=len)).split()
    return "".join(word[0] for word in words if glue or word not in table("glue"))


def _is_part(group: Group, home: Group, kinds: Kinds) -> bool:
    """`State Department` of US State Department; `Barclays` of Barclays Bank."""
    kind = kinds[id(home)]
    if kind not in {ORG, NameKind.LAW} or len(group.key) >= len(home.key):
        return False
    if group.fixed not in {None, kind} or kinds[id(group)] not in {kind, None, PERSON}:
        return False
    if home.key[-len(group.key) :] == group.key and len(group.key) > 1:
        return kinds[id(group)] is kind
    first = home.key[: len(group.key)] == group.key and home.key[-1] in table("org_heads")
    return first and not any(place_weight(word) for word in group.key) and kind is ORG


def _skeleton(word: str) -> str:
    """Fold what transliterations vary: doubled letters and vowels of one family."""
    out: list[str] = []
    for char in word.translate(_VOWELS):
        if not out or out[-1] != char:
            out.append(char)
    return "".join(out)


_VOWELS = str.maketrans({"e": "a", "i": "y", "o": "u", "q": "k"})


def mentioned(groups: Iterable[Group]) -> list[Group]:
    """Keep the groups that stand in the body."""
    return [group for group in groups if group.mentions]

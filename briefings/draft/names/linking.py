"""Linking: surname, acronym and shortened form belong to the full name."""

from collections.abc import Callable, Sequence

from briefings.draft.names.evidence import ORG, PERSON, PLACE, stands_for
from briefings.draft.names.gazetteer import place_weight, plain
from briefings.draft.names.groups import Group, key_of
from briefings.draft.names.tables import given_names, table
from briefings.model import NameKind

Kinds = dict[int, NameKind | None]
Handle = tuple[str, str]
# Names that share a handle beyond these are no help to anybody.
_MOST_HOMES = 100
_MOST_WORDS = 12


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
    near = _index(groups)
    homes: dict[int, Group] = {}
    for group in groups:
        fits = [
            home
            for home in _near(group, groups, near)
            if home is not group and id(home) not in homes and link(group, home, kinds)
        ]
        if fits:
            homes[id(group)] = max(fits, key=lambda home: sum(home.spellings.values()))
    for group in groups:
        home = homes.get(id(group))
        if home is not None:
            home.absorb(group)
    return [group for group in groups if id(group) not in homes]


def _index(groups: Sequence[Group]) -> dict[Handle, list[int]]:
    """List the groups under everything another spelling of them may share.

    Comparing each with each would take the square of a long text's names.
    """
    near: dict[Handle, list[int]] = {}
    for place, group in enumerate(groups):
        for handle in _handles_of_home(group):
            near.setdefault(handle, []).append(place)
    return near


def _near(group: Group, groups: Sequence[Group], near: dict[Handle, list[int]]) -> list[Group]:
    short = key_of(stands_for(next(iter(group.spellings))))
    handles: list[Handle] = [
        ("last", _skeleton(group.key[-1])),
        ("first", group.key[0]),
        ("initials", "".join(group.key)),
        ("part", " ".join(group.key)),
        ("part", " ".join(short)),
    ]
    places = {place for handle in handles for place in near.get(handle, ())[:_MOST_HOMES]}
    return [groups[place] for place in sorted(places)]


def _handles_of_home(group: Group) -> set[Handle]:
    key = group.key
    cuts = range(1, min(len(key), _MOST_WORDS) + 1)
    return {
        ("last", _skeleton(key[-1])),
        ("first", key[0]),
        ("initials", _initials(group, glue=False)),
        ("initials", _initials(group, glue=True)),
        *(("part", " ".join(key[:cut])) for cut in cuts),
        *(("part", " ".join(key[-cut:])) for cut in cuts),
    }


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
    if kinds[id(home)] is not PERSON or len(group.key) >= len(home.key):
        return False
    if len(group.key) > 1:  # Sá Coelho of Beatriz Sá Coelho
        named = home.key[0] in given_names() and kinds[id(group)] in {PERSON, None}
        return named and home.key[-len(group.key) :] == group.key
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

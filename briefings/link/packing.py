"""Profiles by the hundred thousand: what comparing needs of each, every word kept once."""

from array import array
from dataclasses import dataclass, field

from briefings.link.profiles import Profile


@dataclass(frozen=True, slots=True)
class Packed:
    """A profile without what only its own pages need: some 1 kB instead of 7."""

    id: str
    language: str
    day: int
    story: str | None
    keys: "array[int]"
    """Numbers of its terms, then of its names, then of its title's words."""
    weights: "array[float]"
    """Of its terms and names."""
    terms: int
    """How many of the keys are terms."""


@dataclass(frozen=True, slots=True)
class Packer:
    """Gives words numbers, and profiles back as they were."""

    _words: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def pack(self, profile: Profile) -> Packed:
        """Pack what comparing needs."""
        keys = (*profile.terms, *profile.names, *sorted(profile.title))
        return Packed(
            id=profile.id,
            language=profile.language,
            day=profile.day,
            story=profile.story,
            keys=array("I", map(self._number, keys)),
            weights=array("d", (*profile.terms.values(), *profile.names.values())),
            terms=len(profile.terms),
        )

    def unpack(self, packed: Packed) -> Profile:
        """Give a profile back; headline, topics, speakers and sketches are left out."""
        keys = [self._words[number] for number in packed.keys]
        terms, weighed = packed.terms, len(packed.weights)
        return Profile(
            id=packed.id,
            language=packed.language,
            day=packed.day,
            story=packed.story,
            terms=dict(zip(keys[:terms], packed.weights[:terms], strict=True)),
            names=dict(zip(keys[terms:weighed], packed.weights[terms:], strict=True)),
            title=frozenset(keys[weighed:]),
            headline=frozenset(),
            speakers=frozenset(),
            voices={},
            topics=frozenset(),
            sketches=(),
        )

    def _number(self, word: str) -> int:
        number = self._numbers.setdefault(word, len(self._words))
        if number == len(self._words):
            self._words.append(word)
        return number

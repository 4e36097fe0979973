"""Groups: the mentions of one spelling, then of one real thing under all its spellings."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefings.draft.names.evidence import Scores
from briefings.draft.names.gazetteer import plain
from briefings.draft.names.spans import Candidate
from briefings.draft.names.tables import table
from briefings.model import Mention, NameKind

# A name in no table, with nothing around it to speak for it, stays out.
_ENOUGH = 1.0
_GERMAN_ENOUGH = 2.5


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


def mentioned(groups: Iterable[Group]) -> list[Group]:
    """Keep the groups that stand in the body."""
    return [group for group in groups if group.mentions]

"""Pairs of the last build, on disk: profiles, where each is found, and who is near whom."""

import pickle
from collections.abc import Collection, Iterable, Mapping

from briefings.link.pairs import PairMark
from briefings.link.profiles import Profile
from briefings.state.database import State, unpack

_KEPT = 4000
"""Profiles held in memory: 10 kB each."""
# From one age to the next by the key of the table, not through all its rows.
_AGES = """
WITH RECURSIVE found (age) AS (
    SELECT min(age) FROM posting WHERE age >= 0
    UNION ALL
    SELECT (SELECT min(age) FROM posting WHERE age > found.age) FROM found WHERE age IS NOT NULL
)
SELECT age FROM found WHERE age IS NOT NULL
"""


class StatePairs:
    """Answers from tables."""

    def __init__(self, state: State) -> None:
        self._db = state.db
        self._held: dict[str, Profile] = {}
        self._ages: set[int] | None = None

    def profile(self, id_: str) -> Profile | None:
        """Give a profile; None where there is none."""
        held = self._held.get(id_)
        if held is not None:
            return held
        found = self._db.execute("SELECT content FROM profile WHERE id = ?", (id_,)).fetchone()
        if found is None:
            return None
        profile: Profile = unpack(found[0])
        self._hold(profile)
        return profile

    def holders(self, mark: PairMark) -> Mapping[str, float]:
        """Give the ids found there, each with the weight of the key in it."""
        return dict(
            self._db.execute(
                "SELECT f.id, p.weight FROM posting p JOIN profile f ON f.n = p.profile "
                "WHERE p.age = ? AND p.key = ?",
                mark,
            )
        )

    def ages(self) -> Collection[int]:
        """Give every age that something is found in, and perhaps some that nothing is in now."""
        if self._ages is None:
            self._ages = {age for (age,) in self._db.execute(_AGES)}
        return self._ages

    def near(self, id_: str) -> Mapping[str, float]:
        """Give the score by id of every briefing near one."""
        return dict(
            self._db.execute(
                "SELECT o.id, n.score FROM profile f JOIN near n ON n.one = f.n "
                "JOIN profile o ON o.n = n.other WHERE f.id = ?",
                (id_,),
            )
        )

    def put(
        self, profile: Profile, marks: Iterable[tuple[PairMark, float]], near: Mapping[str, float]
    ) -> None:
        """Take in a profile that is not here, with those near it."""
        number = self._db.execute(
            "INSERT INTO profile (id, content) VALUES (?, ?)", (profile.id, write_profile(profile))
        ).lastrowid
        rows = [(*mark, number, weight) for mark, weight in marks]
        self._db.executemany("INSERT INTO posting VALUES (?, ?, ?, ?)", rows)
        if self._ages is not None:
            self._ages.update(age for age, *_ in rows if age >= 0)
        here = [(number, self._number(other), score) for other, score in near.items()]
        both = here + [(other, one, score) for one, other, score in here]
        self._db.executemany("INSERT INTO near VALUES (?, ?, ?)", both)
        self._hold(profile)

    def drop(self, profile: Profile, marks: Iterable[tuple[PairMark, float]]) -> None:
        """Forget a profile, and that others are near it."""
        self._held.pop(profile.id, None)
        number = self._number(profile.id)
        self._db.executemany(
            "DELETE FROM posting WHERE age = ? AND key = ? AND profile = ?",
            [(age, key, number) for (age, key), _ in marks],
        )
        others = self._db.execute("SELECT other FROM near WHERE one = ?", (number,)).fetchall()
        self._db.executemany(
            "DELETE FROM near WHERE one = ? AND other = ?",
            [(other, number) for (other,) in others],
        )
        self._db.execute("DELETE FROM near WHERE one = ?", (number,))
        self._db.execute("DELETE FROM profile WHERE n = ?", (number,))

    def _number(self, id_: str) -> int:
        (number,) = self._db.execute("SELECT n FROM profile WHERE id = ?", (id_,)).fetchone()
        return int(number)

    def _hold(self, profile: Profile) -> None:
        """Keep a profile at hand; of too many the one that came first goes."""
        self._held[profile.id] = profile
        if len(self._held) > _KEPT:
            del self._held[next(iter(self._held))]


def write_profile(profile: Profile) -> bytes:
    """Pack a profile."""
    return pickle.dumps(profile, protocol=5)

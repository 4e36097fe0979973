"""Small archives for linking, and strategies that make them."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from briefings.model import Briefing, NameKind, NameRecord, Registers, Status, StoryRecord
from tests.builders import a_briefing, a_point, a_quote, a_source, some_names

law = settings(deadline=None, max_examples=80)
"""For laws over whole archives: no example is timed."""
DAY = date(2026, 3, 1)
PEOPLE = ("Mara Voss", "Idris Bell", "Odile Marchand")
LAWS = ("Ferry Safety Act", "Harbour Dues Act")
PLACES = ("North Harbour", "Ain Delma")
STORIES = (None, "ferries", "ferry-inquiry", "dam", "dam-inquiry")
TOPICS = ("transport", "weather", "politics")
STEMS = ("ferri", "inquiri", "dam", "flood", "vote", "recount")


def an_entry(id: str, day: int = 14, **differing: Any) -> Briefing:  # noqa: A002 -- its name
    """Give a briefing of a day in March on an article of its own, with its terms."""
    terms = differing.pop("terms", (("ferri", 0.8), ("inquiri", 0.6)))
    article = {"digest": f"v1:{id}", "path": f"{id}.txt", "terms": terms}
    article |= differing.pop("article", {})
    given: dict[str, Any] = {
        "articles": (a_source(**article),),
        "edition": date(2026, 3, day),
        "published_at": datetime(2026, 3, day, 6, tzinfo=UTC),
    }
    return a_briefing(id, **(given | differing))


def some_registers() -> Registers:
    """Give a register with one public person, one private, and a merged thread."""
    return Registers(
        names=(
            NameRecord(
                id="mara-voss",
                kind=NameKind.PERSON,
                name="Mara Voss",
                aliases=("the harbour master", "Captain Voss"),
                page=True,
            ),
            NameRecord(id="idris-bell", kind=NameKind.PERSON, name="Idris Bell"),
        ),
        stories=(StoryRecord(id="ferries", title="Ferries", merged=("ferry-inquiry",)),),
    )


def any_entry(number: int, chance: random.Random) -> Briefing:
    """Give one briefing among ten, with a little of everything."""
    stems = chance.sample(STEMS, chance.randint(0, 4))
    speakers = [None, *PEOPLE, "the harbour master", "the dam keeper"]
    return an_entry(
        f"b{number}",
        edition=DAY + timedelta(days=chance.randint(0, 90)),
        status=chance.choice([Status.PUBLISHED, Status.PUBLISHED, Status.WITHDRAWN]),
        terms=tuple((stem, 0.5) for stem in stems),
        title=f"News of {' and '.join(stems) or 'the day'}",
        story=chance.choice(STORIES),
        topics=tuple(chance.sample(TOPICS, chance.randint(0, 2))),
        related=_others(chance),
        unrelated=_others(chance),
        names=some_names(
            people=tuple(chance.sample(PEOPLE, chance.randint(0, 2))),
            laws=tuple(chance.sample(LAWS, chance.randint(0, 1))),
            places=tuple(chance.sample(PLACES, chance.randint(0, 1))),
        ),
        quotes=(a_quote(speaker=chance.choice(speakers)),),
        key_points=(a_point(f"The {' and the '.join(stems) or 'rest'} were seen."),),
        body=f"See [[{chance.choice(['b0', 'b1', 'b9', 'person:mara-voss'])}]].",
    )


def _others(chance: random.Random) -> tuple[str, ...]:
    return tuple(f"b{chance.randint(0, 9)}" for _ in range(chance.choice([0, 0, 0, 1, 2])))


def archives() -> st.SearchStrategy[list[Briefing]]:
    """Give up to ten briefings with different ids; one seed each, for drawing alone is slow."""
    seeds = st.lists(st.integers(0, 1 << 16), max_size=10)
    return seeds.map(lambda each: [any_entry(n, random.Random(s)) for n, s in enumerate(each)])

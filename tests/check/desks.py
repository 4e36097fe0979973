"""Small desks for rules to look at."""

from collections.abc import Sequence
from datetime import datetime

from briefings.check import check_desk
from briefings.model import Article, Briefing, Edition, Grounds, Ref, Registers, SourceRecord
from briefings.settings import Settings
from briefings.store.places import LoadedBriefing
from briefings.store.written import dump_briefing
from briefings.text.digests import seal
from tests.builders import an_article, some_settings

BODY = (
    "Inspectors will board every ferry on Friday, the Ministry of Transport said. "
    "Three crossings were suspended after a fire injured 31 people.",
    "“We will publish every finding,” said Ada Brook, the minister, “and we will do it soon.”",
    "The fleet was last inspected in 2019.",
)
FIRST = BODY[0].split(". ", maxsplit=1)[0] + "."
SECOND = "Three crossings were suspended after a fire injured 31 people."
KNOWN = Registers(
    sources=(SourceRecord(id="harbour-courier", name="Harbour Courier"),),
    addresses=(("/2026/03/ferry-inquiry/", "briefing:ferry-inquiry"),),
)


def the_article(**differing: object) -> Article:
    """Give the article every briefing here stands on."""
    return an_article(**({"body": BODY} | differing))


def sealed(*words: str, places: Sequence[str] = ("p1s1",)) -> Grounds:
    """Give grounds with a seal of the words cited."""
    return Grounds(
        refs=tuple(Ref.parse(place) for place in places), src=tuple(map(seal, words or (FIRST,)))
    )


def loaded(b: Briefing) -> LoadedBriefing:
    """Give a briefing as it comes from its file."""
    return LoadedBriefing(briefing=b, text=dump_briefing(b))


def findings_of(
    *briefings: Briefing,
    registers: Registers = KNOWN,
    article: Article | None = None,
    settings: Settings | None = None,
    editions: Sequence[Edition] = (),
    now: datetime | None = None,
    only: str = "BR",
) -> list[str]:
    """Give what the rules find, a line each, without the folder of briefings."""
    found = check_desk(
        [loaded(b) for b in briefings],
        registers,
        settings or some_settings(),
        lambda _: article,
        editions=editions,
        now=now,
    )
    lines = [str(finding) for finding in found if finding.code.startswith(only)]
    return [line.removeprefix("content/briefings/2026/03/") for line in lines]

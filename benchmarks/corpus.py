"""Generated articles: recurring people, places and stories, wire copies, about 600 words each.

The words mean little; their shape is that of news: a dated head, a lede with an attribution,
quotations with speakers, figures, background. The same seed gives the same corpus anywhere.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

_FIRST = [
    "Ada",
    "Bruno",
    "Carla",
    "Dario",
    "Elena",
    "Farid",
    "Greta",
    "Hana",
    "Ivo",
    "Jana",
    "Karim",
    "Lena",
    "Marco",
    "Nadia",
    "Omar",
]
_LAST = [
    "Abela",
    "Borg",
    "Costa",
    "Duarte",
    "Esposito",
    "Fenech",
    "Grech",
    "Haddad",
    "Ivanov",
    "Jansen",
    "Kaya",
    "Lopes",
]
_PLACES = [
    "Northport",
    "Saltmere",
    "Greyhaven",
    "Westford",
    "Stonequay",
    "Millbrook",
    "Oldbridge",
    "Fairsands",
]
_BODIES = [
    "Harbour Board",
    "Ministry of Works",
    "Water Authority",
    "Teachers' Union",
    "City Council",
]
_OUTLETS = ["The Courier", "Evening Post", "Island Radio", "Northern Ledger"]
_SUBJECTS = {
    "ferry": "ferry crossing pier captain passengers inspection lifeboat harbour vessel engine",
    "water": "reservoir desalination pipeline tariff drought pumping supply plant outfall rain",
    "school": "teachers classroom strike salary pupils union contract arbitration exam lesson",
    "election": "recount ballot mayor votes tribunal candidate petition district turnout poll",
    "fishing": "quota trawler catch fishermen boundary licence mackerel fleet patrol landing",
    "housing": "tenants rent landlord permit builders planning flats eviction repairs estate",
    "hospital": "nurses ward surgery waiting clinic beds budget patients doctors ambulance",
    "budget": "deficit minister spending tax revenue debt auditors parliament treasury bonds",
}
_VERBS = ["said", "told reporters", "announced", "warned", "added", "explained"]
_FILLER = (
    "the report sets out how the work was planned and why the dates moved twice since the spring",
    "officials had promised a decision before the summer but no date was given on the day itself",
    "residents along the shore have asked for a public meeting and for the figures to be printed",
    "a second review will look at the cost of repairs and at who was told about them beforehand",
    "the contract names a penalty for each week of delay and that penalty has not been paid so far",
    "documents seen by the newspaper show that two offers were turned down without an explanation",
)


@dataclass(frozen=True, slots=True)
class Generated:
    """One article: where it goes, and its text as an editor would paste it."""

    path: str
    title: str
    day: date
    outlet: str
    paragraphs: tuple[str, ...]

    def text(self) -> str:
        """Give the pasted text."""
        head = f"{self.title}\n\n{self.day.day} {self.day:%B %Y}\nSource: {self.outlet}\n\n"
        return head + "\n\n".join(self.paragraphs) + "\n"


def make_corpus(count: int, *, seed: int = 1) -> list[Generated]:
    """Make articles, every twentieth a wire copy of the one before under another outlet."""
    dice = random.Random(seed)  # not for secrets
    articles: list[Generated] = []
    for number in range(count):
        if number % 20 == 19:
            articles.append(_copy(articles[-1], number, dice))
        else:
            articles.append(_article(number, dice))
    return articles


def _copy(article: Generated, number: int, dice: random.Random) -> Generated:
    others = [outlet for outlet in _OUTLETS if outlet != article.outlet]
    return Generated(
        path=_path(article.day, number),
        title=article.title,
        day=article.day,
        outlet=dice.choice(others),
        paragraphs=article.paragraphs[:-1],
    )


def _path(day: date, number: int) -> str:
    return f"{day:%Y}/{day:%m}/article-{number:06d}.txt"


def _article(number: int, dice: random.Random) -> Generated:
    day = date(2024, 1, 1) + timedelta(days=number // 12)
    subject = dice.choice(sorted(_SUBJECTS))
    words = _SUBJECTS[subject].split()
    place, body = dice.choice(_PLACES), dice.choice(_BODIES)
    person = f"{dice.choice(_FIRST)} {dice.choice(_LAST)}"
    figure = dice.randrange(12, 990)
    matter = f"{words[0]} {dice.choice(words[1:])}"
    title = f"{body} orders {matter} review in {place} after {figure} complaints"
    lede = (
        f"The {body} on {day:%A} ordered a review of the {words[0]} {words[1]} in {place} after "
        f"{figure} complaints about the {words[2]} since the start of the year, {person} said."
    )
    paragraphs = [lede]
    while sum(len(p.split()) for p in paragraphs) < 590:
        paragraphs.append(_paragraph(dice, words, place, body, person))
    return Generated(_path(day, number), title, day, dice.choice(_OUTLETS), tuple(paragraphs))


def _paragraph(dice: random.Random, words: list[str], place: str, body: str, person: str) -> str:
    one, two, three = dice.sample(words, 3)
    if dice.random() < 0.3:
        return (
            f'"We will look at every {one} and every {two}, and {dice.choice(_FILLER)}," '
            f"{person} {dice.choice(_VERBS)} in {place}."
        )
    if dice.random() < 0.3:
        year = dice.randrange(2009, 2023)
        weeks = dice.randrange(2, 30)
        return (
            f"In {year}, the {body} closed the {one} for {weeks} weeks, and {dice.choice(_FILLER)}."
        )
    return (
        f"The {one} and the {two} in {place} depend on the {three}, and {dice.choice(_FILLER)}. "
        f"According to the {body}, {dice.choice(_FILLER)}."
    )

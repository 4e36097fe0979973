"""The words that say what a number counts, by language; English, French and Arabic so far."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefings.draft.figures.tables import word_set, word_table
from briefings.model import Hedge


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """What one language counts with; every word is folded to lower case."""

    language: str
    numbers: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    """A noun right after the number, to what is counted."""
    fates: Mapping[str, str] = field(default_factory=dict)
    """What befell the people counted, after the number."""
    verbs: Mapping[str, str] = field(default_factory=dict)
    """The same, before the number."""
    tolls: Mapping[str, str] = field(default_factory=dict)
    reaches: frozenset[str] = frozenset()
    """What leads from a toll to its number."""
    people: frozenset[str] = frozenset()
    """What may follow the number where a fate is told."""
    hedges: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    """People who are some of all: `children`, `soldiers`; they are counted apart."""
    degrees: frozenset[str] = frozenset()
    """How badly: `seriously injured` are some of the injured."""
    partitives: frozenset[str] = frozenset()
    """What after a number says it is a share of another: `seven of the injured`."""
    further: frozenset[str] = frozenset()
    """What says a number is added to another: `another 12`, `12 more`."""
    bounds: Mapping[str, Hedge] = field(default_factory=dict)
    """Up to three words before a number, to how firmly it is stated."""
    others: frozenset[str] = frozenset()
    """Nouns after a number that no verb of harm counts."""
    stops: frozenset[str] = frozenset(".,;:!?()—–«»“”،؛؟")


def _counting(text: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(text.split(), 1)}


def _compounds(tens: str, ones: str) -> dict[str, int]:
    """Give `twenty` to `ninety-nine`."""
    values = {word: number * 10 for number, word in enumerate(tens.split(), 2)}
    joined = {
        f"{ten}-{one}": values[ten] + n for ten in values for one, n in _counting(ones).items()
    }
    return values | joined


def _bounds(least: str, most: str, about: str) -> dict[str, Hedge]:
    groups = ((least, Hedge.AT_LEAST), (most, Hedge.AT_MOST), (about, Hedge.ABOUT))
    return {words: hedge for texts, hedge in groups for words in texts.split(", ")}


_ENGLISH = FigureWords(
    language="en",
    numbers=_counting(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen"
    )
    | _compounds(
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "one two three four five six seven eight nine",
    ),
    scales={
        "hundred": 100,
        "thousand": 1_000,
        "million": 1_000_000,
        "billion": 1_000_000_000,
        "trillion": 1_000_000_000_000,
    },
    units=word_table(
        euros="euro euros",
        dollars="dollar dollars",
        pounds="pound pounds",
        lira="lira liras",
        crowns="crown crowns",
        francs="franc francs",
        dinars="dinar dinars",
        percent="percent",
        votes="vote votes ballots",
        seats="seats",
        metres="metre metres meter meters",
        kilometres="kilometre kilometres kilometer kilometers km",
        hectares="hectare hectares",
        tonnes="tonne tonnes",
        jobs="jobs",
        homes="homes houses",
        killed="deaths fatalities lives",
        injured="injuries",
        arrested="arrests",
    ),
    fates=word_table(
        killed="killed dead died slain perished drowned lives bodies",
        injured="injured wounded hurt injuries",
        hospital="hospital hospitalised hospitalized",
        arrested="arrested detained custody",
        missing="missing unaccounted",
        evacuated="evacuated",
        displaced="displaced homeless",
        rescued="rescued",
        aboard="aboard board",
    ),
    verbs=word_table(
        killed="killed killing kills kill",
        injured="injured injuring injures wounded wounding hurt",
        arrested="arrested arresting detained detaining",
        evacuated="evacuated evacuating",
        displaced="displaced displacing",
        rescued="rescued rescuing",
        aboard="carrying carried",
    ),
    tolls={"toll": "killed", "lives": "killed"},
    reaches=word_set("to at of reached hit is was stands stood now passed"),
    people=word_set(
        "people persons men women children boys girls others more soldiers troops civilians "
        "passengers workers protesters officers police students villagers residents crew miners "
        "were was are have had died killed injured of demonstrators fighters militants "
        "suspects patients pupils migrants sailors fishermen journalists still firefighters "
        "tourists victims lost seriously critically badly severely slightly lightly"
    ),
    hedges=word_set("at least about some more than over nearly almost up to around only another"),
    passives=word_set("was were been being is are be"),
    times=word_set(
        "year years month months week weeks day days hour hours minute minutes second seconds "
        "am pm o'clock year-old years-old times january february march april may june july august "
        "september october november december"
    ),
    classes=word_set(
        "men women children boys girls soldiers troops civilians passengers workers officers "
        "police students crew miners sailors fishermen firefighters journalists migrants "
        "tourists militants fighters patients pupils guests visitors inmates prisoners pilgrims "
        "refugees hostages climbers drivers teachers farmers nurses teenagers spectators"
    ),
    degrees=word_set("seriously critically badly severely slightly lightly"),
    partitives=word_set("of"),
    further=word_set("another further more fewer additional"),
    bounds=_bounds(
        "at least, more than, over, no fewer than, not less than, above",
        "up to, at most, as many as, fewer than, less than, no more than, under, below",
        "about, some, around, roughly, approximately, nearly, almost, close to, an estimated",
    ),
    others=word_set(
        "miles kilometres kilometers km metres meters homes houses buildings cars cattle sheep "
        "cows animals birds pigs dogs horses fish schools shops flights"
    ),
)
_FRENCH = FigureWords(
    language="fr",
    numbers=_counting("un deux trois quatre cinq six sept huit neuf dix onze douze"),
    scales={
        "cent": 100,
        "cents": 100,
        "mille": 1_000,
        "million": 1_000_000,
        "millions": 1_000_000,
        "milliard": 1_000_000_000,
        "milliards": 1_000_000_000,
    },
    units=word_table(
        killed="morts tués décès victimes",
        injured="blessés blessées",
        arrested="arrestations interpellations",
        missing="disparus",
        euros="euro euros d'euros",
        dollars="dollar dollars",
        votes="voix votes bulletins",
        seats="sièges",
        metres="mètre mètres",
        kilometres="kilomètre kilomètres km",
        hectares="hectare hectares",
        tonnes="tonne tonnes",
        jobs="emplois",
    ),
    fates=word_table(
        killed="morts mortes tués tuées décédés décédées",
        injured="blessés blessées",
        arrested="arrêtés arrêtées interpellés interpellées",
        missing="disparus disparues",
        evacuated="évacués évacuées",
    ),
    verbs=word_table(killed="tué tuant", injured="blessé blessant", arrested="arrêté interpellé"),
    tolls={"bilan": "killed"},
    reaches=word_set("à de atteint"),
    people=word_set(
        "personnes hommes femmes enfants autres soldats civils passagers manifestants policiers "
        "habitants ont sont étaient avaient"
    ),
    hedges=word_set("au moins environ plus de près quelque jusqu'à"),
    passives=word_set("est sont été étaient"),
    times=word_set(
        "an ans année années mois semaine semaines jour jours heure heures minute minutes seconde "
        "secondes janvier février mars avril mai juin juillet août septembre octobre novembre "
        "décembre"
    ),
    classes=word_set("hommes femmes enfants soldats civils passagers policiers"),
    degrees=word_set("grièvement gravement légèrement"),
    partitives=word_set("des"),
    further=word_set("autres supplémentaires"),
    bounds=_bounds("au moins, plus de", "jusqu'à, moins de, au plus", "environ, près de, quelque"),
    others=word_set("kilomètres km mètres maisons"),
)
_ARABIC = FigureWords(
    language="ar",
    scales={"ألف": 1_000, "مليون": 1_000_000, "مليار": 1_000_000_000},
    units=word_table(
        killed="قتيلا قتلى قتيل",
        injured="جريحا جرحى جريح مصابا",
        missing="مفقودا مفقودين",
        euros="يورو",
        dollars="دولار",
        percent="بالمئة بالمائة",
    ),
)
_OTHER = FigureWords(language="")


@functools.cache
def figure_words(language: str) -> FigureWords:
    """Give a language's words; signs such as `€` and `%` are read in every language."""
    code = language.partition("-")[0].lower()
    known = {words.language: words for words in (_ENGLISH, _FRENCH, _ARABIC)}
    return known.get(code, FigureWords(language=code) if code else _OTHER)

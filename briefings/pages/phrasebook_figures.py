"""The phrases for figures on which outlets differ, by language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_EN = {
    "figure_killed": "Killed",
    "figure_injured": "Injured",
    "figure_hospital": "In hospital",
    "figure_arrested": "Arrested",
    "figure_missing": "Missing",
    "figure_evacuated": "Evacuated",
    "figure_displaced": "Displaced",
    "figure_rescued": "Rescued",
    "figure_aboard": "Aboard",
    "figure_crowd": "People who came",
    "figure_votes": "Votes",
    "figure_votes_margin": "Margin in votes",
    "figure_percent": "Per cent",
    "figure_percent_change": "Change in per cent",
    "figure_percent_share": "Share",
    "figure_date": "Date",
    "figure_cost": "Cost",
    "figure_of": "{figure}: {thing}",
    "figure_where": "{figure} ({place})",
    "at_least": "at least {value}",
    "at_most": "at most {value}",
    "about": "about {value}",
}
_FR = {
    "figure_killed": "Morts",
    "figure_injured": "Blessés",
    "figure_hospital": "Hospitalisés",
    "figure_arrested": "Arrestations",
    "figure_missing": "Disparus",
    "figure_evacuated": "Évacués",
    "figure_displaced": "Déplacés",
    "figure_rescued": "Secourus",
    "figure_aboard": "À bord",
    "figure_crowd": "Participants",
    "figure_votes": "Voix",
    "figure_votes_margin": "Écart de voix",
    "figure_percent": "Pour cent",
    "figure_percent_change": "Évolution en pour cent",
    "figure_percent_share": "Part",
    "figure_date": "Date",
    "figure_cost": "Coût",
    "figure_of": "{figure} : {thing}",
    "figure_where": "{figure} ({place})",
    "at_least": "au moins {value}",
    "at_most": "au plus {value}",
    "about": "environ {value}",
}
_AR = {
    "figure_killed": "القتلى",
    "figure_injured": "الجرحى",
    "figure_hospital": "في المستشفى",
    "figure_arrested": "الموقوفون",
    "figure_missing": "المفقودون",
    "figure_evacuated": "من أُجلوا",
    "figure_displaced": "النازحون",
    "figure_rescued": "من أُنقذوا",
    "figure_aboard": "على المتن",
    "figure_crowd": "الحاضرون",
    "figure_votes": "الأصوات",
    "figure_votes_margin": "فارق الأصوات",
    "figure_percent": "في المئة",
    "figure_percent_change": "التغير في المئة",
    "figure_percent_share": "الحصة",
    "figure_date": "الموعد",
    "figure_cost": "الكلفة",
    "figure_of": "{figure}: {thing}",
    "figure_where": "{figure} ({place})",
    "at_least": "{value} على الأقل",
    "at_most": "{value} على الأكثر",
    "about": "نحو {value}",
}
FIGURE_PHRASES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"en": MappingProxyType(_EN), "fr": MappingProxyType(_FR), "ar": MappingProxyType(_AR)}
)
"""By language and key."""

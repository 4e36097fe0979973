"""Phrases about weeks and stories, in the languages of the phrasebook, written alike."""

from types import MappingProxyType
from typing import Final

from briefings.pages.phrasebook_diary import DIARY

_EN = {
    "story": "Story",
    "week_of": "Week of {day}",
    "week_end": "{count}. That is the week of {day}.",
    "by_week": "{year}, by week",
    "earlier": "one=and {n} earlier|other=and {n} earlier",
}
_FR = {
    "story": "Dossier",
    "week_of": "Semaine du {day}",
    "week_end": "{count}. C’était la semaine du {day}.",
    "by_week": "{year}, par semaine",
    "earlier": "one=et {n} plus ancienne|other=et {n} plus anciennes",
}
_AR = {
    "story": "قضية",
    "week_of": "أسبوع {day}",
    "week_end": "{count}. هذا كل ما في أسبوع {day}.",
    "by_week": "{year}، أسبوعًا أسبوعًا",
    "earlier": "one=وواحد أقدم|two=واثنان أقدم|few=و{n} أقدم|other=و{n} أقدم",
}
TIME: Final = MappingProxyType({"en": _EN | DIARY, "fr": _FR | DIARY, "ar": _AR | DIARY})
"""By language and key."""

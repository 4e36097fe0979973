"""Subjects: the seventeen top-level IPTC Media Topics, as the desk's ids."""

from types import MappingProxyType
from typing import Final

SUBJECTS: Final = MappingProxyType(
    {
        "arts-culture": ("Arts and culture", "medtop:01000000"),
        "conflict-war-peace": ("Conflict, war and peace", "medtop:16000000"),
        "crime-law-justice": ("Crime, law and justice", "medtop:02000000"),
        "disaster-accident": ("Disasters and accidents", "medtop:03000000"),
        "economy-business": ("Economy and business", "medtop:04000000"),
        "education": ("Education", "medtop:05000000"),
        "environment": ("Environment", "medtop:06000000"),
        "health": ("Health", "medtop:07000000"),
        "human-interest": ("Human interest", "medtop:08000000"),
        "labour": ("Labour", "medtop:09000000"),
        "lifestyle-leisure": ("Lifestyle and leisure", "medtop:10000000"),
        "politics": ("Politics", "medtop:11000000"),
        "religion": ("Religion", "medtop:12000000"),
        "science-technology": ("Science and technology", "medtop:13000000"),
        "society": ("Society", "medtop:14000000"),
        "sport": ("Sport", "medtop:15000000"),
        "weather": ("Weather", "medtop:17000000"),
    }
)
"""Id → (English name, code)."""

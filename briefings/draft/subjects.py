"""The seventeen top-level subjects of IPTC Media Topics, and the desk's ids for them.

https://cv.iptc.org/newscodes/mediatopic/ (IPTC, CC BY 4.0): ids of ours stay, names are IPTC's.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Subject:
    """A top-level subject."""

    id: str
    """In front matter and in addresses; never changes."""
    code: str
    name: str


SUBJECTS: Final = (
    Subject("arts-culture", "medtop:01000000", "Arts, culture, entertainment and media"),
    Subject("conflict-war-peace", "medtop:16000000", "Conflict, war and peace"),
    Subject("crime-law-justice", "medtop:02000000", "Crime, law and justice"),
    Subject("disaster-accident", "medtop:03000000", "Disaster, accident and emergency incident"),
    Subject("economy-business", "medtop:04000000", "Economy, business and finance"),
    Subject("education", "medtop:05000000", "Education"),
    Subject("environment", "medtop:06000000", "Environment"),
    Subject("health", "medtop:07000000", "Health"),
    Subject("human-interest", "medtop:08000000", "Human interest"),
    Subject("labour", "medtop:09000000", "Labour"),
    Subject("lifestyle-leisure", "medtop:10000000", "Lifestyle and leisure"),
    Subject("politics", "medtop:11000000", "Politics and government"),
    Subject("religion", "medtop:12000000", "Religion"),
    Subject("science-technology", "medtop:13000000", "Science and technology"),
    Subject("society", "medtop:14000000", "Society"),
    Subject("sport", "medtop:15000000", "Sport"),
    Subject("weather", "medtop:17000000", "Weather"),
)
"""In IPTC's alphabetical order of names."""

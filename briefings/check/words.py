"""Words the desk does not use: its own list, held against its own words."""

import re
from collections.abc import Iterator

from briefings.check.desk import Desk
from briefings.check.rules import found
from briefings.errors import Finding
from briefings.model import Briefing
from briefings.store.places import KeyPath, LoadedBriefing

# What stands in quotation marks is somebody else's word.
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|\"[^\"]*\"|(?<!\w)[‘'][^’']*[’'](?!\w)")


def check_words(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    """Look for words of `registers/words.yml` in headline, standfirst, summary and points."""
    pattern = desk.unwanted_pattern
    if pattern is None:
        return
    for keys, text in _own_words(loaded.briefing):
        plain = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text).replace("’", "'")
        for word in dict.fromkeys(one[0] for one in pattern.finditer(plain)):
            record = desk.unwanted[" ".join(word.casefold().split())]
            remedy = f'write "{record.instead}"' if record.instead else "say it in plain words"
            message = f'the desk does not write "{word}": {record.why}'
            place = loaded.place(*keys)
            yield found("BR625", place, message, remedy, severity=record.severity)


def _own_words(b: Briefing) -> Iterator[tuple[KeyPath, str]]:
    yield ("title",), b.title
    yield ("dek",), b.dek or ""
    for key, points in (("summary", b.summary), ("key_points", b.key_points)):
        for number, point in enumerate(points):
            yield (key, number, "text"), point.text

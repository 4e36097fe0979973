"""What the reader says about a file: one table of codes, each with its remedy.

| code  | severity | says |
|-------|----------|------|
| BR201 | error    | the file is empty |
| BR202 | error    | the file is not text |
| BR203 | error    | no encoding reads the file |
| BR204 | error    | the file is larger than the limit |
| BR205 | error    | there is no headline |
| BR206 | error    | there is no text below the headline |
| BR207 | error    | the front matter is broken |
| BR208 | error    | the format is not one the reader knows |
| BR209 | error    | the article named behind a file's `#` is not in it |
| BR218 | error    | the wire takes back a story that is not in the file |
| BR219 | warning  | an embargo does not say its end with day and zone |
| BR230 | error    | a feed's file is broken |
| BR231 | error    | an XML or JSON file is no feed |
| BR232 | note     | a feed's entries hold teasers only |
| BR233 | error    | a feed or mail holds no article |
| BR234 | error    | a PDF cannot be read |
| BR235 | error    | a PDF has no text layer |
| BR236 | note     | a mail's attachments were left aside |
| BR211 | warning  | the file is not UTF-8; the encoding used |
| BR212 | warning  | damaged letters (mojibake) were read as what they meant |
| BR213 | warning  | invisible control characters were left out |
| BR214 | warning  | there is no date |
| BR215 | warning  | the date's day and month cannot be told apart |
| BR216 | warning  | a stated value cannot be used |
| BR217 | note     | the wire killed or withheld the story |
"""

from types import MappingProxyType
from typing import Final, NamedTuple

from briefings.errors import BadFileError, Finding, Place, Severity


class _Fault(NamedTuple):
    severity: Severity
    message: str
    remedy: str | None


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE
_TABLE: Final = MappingProxyType(
    {
        "BR201": _Fault(_E, "the file is empty", "paste the article into it or delete it"),
        "BR202": _Fault(_E, "this is not text: {what}", "save the article as .txt, .md or .html"),
        "BR203": _Fault(_E, "no known encoding reads this file", "save it again as UTF-8"),
        "BR204": _Fault(
            _E, "the file has {size} bytes, the limit is {limit}", "keep only the article's text"
        ),
        "BR205": _Fault(_E, "no headline found", "put the headline on the first line"),
        "BR206": _Fault(
            _E, "no text found below the headline", "paste the article's paragraphs below it"
        ),
        "BR207": _Fault(_E, "broken front matter: {what}", "{remedy}"),
        "BR208": _Fault(
            _E, 'no reader for files ending in "{what}"', "save the article as .txt, .md or .html"
        ),
        "BR209": _Fault(
            _E, 'no article "{what}" among the {count} in this file', "check the name behind the #"
        ),
        "BR211": _Fault(_W, "not UTF-8; read as {what}", "check accents, or save it as UTF-8"),
        "BR212": _Fault(
            _W, "damaged letters were read as {what}", "paste the line again if that is wrong"
        ),
        "BR213": _Fault(_W, "{what} invisible control characters were left out", None),
        "BR214": _Fault(_W, "no date found", "add a line such as 14 March 2026 below the headline"),
        "BR215": _Fault(
            _W,
            'cannot tell day from month in "{what}"',
            "write the month as a word, or give the outlet its locale in registers/sources.yml",
        ),
        "BR216": _Fault(_W, 'the {key} "{what}" cannot be used', "{remedy}"),
        "BR218": _Fault(
            _E,
            'the wire takes a story back: "{what}"',
            "withdraw the briefing that stands on it, then spike this file",
        ),
        "BR219": _Fault(
            _W,
            'an embargo whose end is not said: "{what}"',
            "set publish_at in the briefing before you publish it",
        ),
        "BR230": _Fault(_E, "broken file: {what}", "save the feed again"),
        "BR231": _Fault(
            _E, "no feed: {what}", "save the page as .html, or the feed as .rss, .atom or .json"
        ),
        "BR232": _Fault(
            _N, "{what}: a teaser only, no article", "add the article itself: briefings add URL"
        ),
        "BR233": _Fault(_E, "no article in it: {what}", "save the article itself"),
        "BR234": _Fault(_E, "the PDF cannot be read: {what}", "save it again, or paste its text"),
        "BR235": _Fault(
            _E, "the PDF has no text layer: its pages are pictures", "paste the text as .txt"
        ),
        "BR236": _Fault(_N, "left aside: {what}", None),
        "BR217": _Fault(_N, 'the wire stopped this story: "{what}"', "do not publish it"),
    }
)
_LONGEST = 60


def find_fault(code: str, path: str, line: int = 0, column: int = 0, **words: str) -> Finding:
    """Make a finding from the table; `words` fill its message and remedy."""
    fault = _TABLE[code]
    safe = {key: _one_line(word) for key, word in words.items()}
    return Finding(
        code=code,
        severity=fault.severity,
        place=Place(path, line or 1, column or 1),
        message=fault.message.format(**safe),
        remedy=fault.remedy.format(**safe) if fault.remedy else None,
    )


def bad_file(code: str, path: str, line: int = 0, column: int = 0, **words: str) -> BadFileError:
    """Make the error of a file that cannot be read."""
    return BadFileError(find_fault(code, path, line, column, **words))


def _one_line(word: str) -> str:
    """Keep a stranger's words to one printable line."""
    plain = "".join(c if c.isprintable() else " " for c in word)
    plain = " ".join(plain.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"

"""Pronouns inside a sentence that stand for somebody named elsewhere.

`Police said he was found on Friday` tells a reader nothing; `The suspect said he was innocent`
does. English only so far: in the other languages of the lexicon a verb or an article often says
who is meant, and `il` or `es` may stand for nobody.
"""

import re

from briefings.text.words import plain_word, primary_language, stopwords

_PERSONAL = re.compile(r"(?<![\w'-])(?:he|she|him|her|his|hers|himself|herself)(?![\w])", re.I)
_QUOTED = re.compile(r"\"[^\"]{0,2000}\"|“[^”]{0,2000}”")
# `They` needs a plural or a name before it; `this claim` near the front needs the claim.
_THEY = re.compile(r"(?<![\w'-])(?:they|them|they've|they're|they'd)(?!\w)", re.IGNORECASE)
_THIS = re.compile(
    r"(?:\S+\s+){0,5}?(?:this|these|such)\s+(?!a\s|an\s|as\s|week|month|year|morning|evening|"
    r"afternoon|weekend|summer|winter|spring|autumn|season|time|term|decade|century)[a-z]",
    re.IGNORECASE,
)
# `For the poorest this was 4 per cent`; `There Karin Tamm has 11,017 votes`; `The register there`.
_THAT_PLACE = re.compile(
    r"^(?:for|in|at|on|by|with|to|among)\s[^,;]{3,90}?(?<!that)\sthis\s+(?:is|was|meant|means)(?![\w'-])"
    r"|^there\s+(?!is|are|was|were|has|have|had|will|would|may|might|can|could|must|should|seem|"
    r"remain|appear|follow|c[ao]me|never|also|still|once|used)\w"
    r"|\b(?:the|an?)\s+\w+\s+there(?=\s+\w+s\b|\s+(?:was|were|is|are|had|has|said)\b)",
    re.IGNORECASE,
)
# `…, she said`: a claim whose speaker stands in another sentence.
_SAID_BY_NOBODY = re.compile(
    r"[,\"”'’]\s+(?:(?P<who>he|she|they|it)\s+(?:has\s|had\s|also\s)?(?:said|says|added|adds|told|"
    r"wrote|warned|explained|insisted|noted|argued)|said\s+(?:he|she|they))(?![\w-])",
    re.IGNORECASE,
)
# `The Interior Ministry has dropped it, it said`; `Prosecutors charged him, they said`.
_SUBJECTS = {
    "it": re.compile(
        r"(?:The )?(?:[A-Z][\w'-]{1,30} ){0,4}"
        r"(?i:ministry|department|council|court|party|bank|agency|authority|"
        r"commission|committee|board|office|police|army|union|university|company|group|"
        r"club|museum|service|assembly|parliament|senate|government|foundation|institute|airline|"
        r"association|federation|observatory|school|hospital|prefecture)(?![\w-])"
    ),
    "they": re.compile(r"(?:The )?(?:\w{2,30}s|[Pp]olice)(?![\w-])"),
}
_PLURAL = re.compile(r"(?:people|police|children|men|women|\w{2,30}s)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_HUMAN = re.compile(
    r"(?:man|woman|boy|girl|child|baby|person|victim|suspect|mother|father|wife|husband|son|"
    r"daughter|brother|sister|king|queen|prince|princess|pope|chief|head|teenager|student|nurse|"
    r"guard|coach|pilot|widow|everyone|anyone|someone|star|captain|colonel|mp|"
    r"\w{2,20}(?:er|or|ist|man|woman|ian|ant|ent|ee|ess|mate))$",
    re.IGNORECASE,
)
# First words that have a capital and name nobody.
_NOBODY = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|"
    r"police|officials|officers|prosecutors|reports|doctors|sources|whatever|whoever|despite|"
    r"although|according|asked|\w{2,20}ing)$",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$|january$|february$|march$|april$|may$|june$|"
    r"july$|august$|september$|october$|november$|december$",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"(?:in|on|at|during|after|before|with|for|despite|throughout|by|from|under|following|since)\s",
    re.IGNORECASE,
)
_NAME_BEHIND = re.compile(r",\s+(?:[a-z]+\s+){0,4}[A-Z]\w+")
_NOT_PEOPLE = re.compile(r"\w{3,20}(?:ment|mber|cent|rent|tter|ower|ater)$|order$|border$|month$")


def has_loose_pronoun(plain: str, language: str) -> bool:
    """Tell whether a pronoun stands for somebody or something the sentence does not name."""
    if primary_language(language) != "en":
        return False
    masked = _QUOTED.sub(lambda found: '"' * len(found[0]), plain)
    by_nobody = _THIS.match(masked) is not None or _is_said_by_nobody(masked)
    by_nobody = by_nobody or _THAT_PLACE.search(masked) is not None
    return by_nobody or _lacks_plural(masked) or _lacks_person(masked)


def _is_said_by_nobody(masked: str) -> bool:
    found = _SAID_BY_NOBODY.search(masked)
    if found is None:
        return False
    subject = _SUBJECTS.get((found["who"] or "").lower())
    return subject is None or subject.match(masked) is None


def _lacks_plural(masked: str) -> bool:
    pronoun = _THEY.search(masked)
    if pronoun is None:
        return False
    before = _WORD.findall(masked[: pronoun.start()])
    if before and before[-1].lower() == "of":  # two of them: of several, whom no one name is
        return not any(_PLURAL.match(word) for word in before)
    if pronoun[0].lower() == "they" and _SUBJECTS["they"].match(masked, 0, pronoun.start()):
        return False
    return not any(
        _PLURAL.match(word) or (word[0].isupper() and not _CALENDAR.match(word))
        for word in before[1:] or before
    )


def _lacks_person(masked: str) -> bool:
    pronoun = _PERSONAL.search(masked)
    if pronoun is None:
        return False
    before = _WORD.findall(masked[: pronoun.start()])
    if any(_may_be_a_person(word, first=number == 0) for number, word in enumerate(before)):
        return False
    # `In his first speech, President Hale said`: the name follows.
    follows = _ADVERBIAL.match(masked) and _NAME_BEHIND.search(masked, pronoun.end())
    return len(before) > 4 or not follows


def _may_be_a_person(word: str, *, first: bool) -> bool:
    plain = plain_word(word).removesuffix("'s")
    if _CALENDAR.match(plain) or plain in stopwords("en"):
        return word[0].isupper() and not first and not _CALENDAR.match(plain)
    # The first word has a capital whatever it is: `Police`, `Officials`.
    if first and _NOBODY.match(plain):
        return False
    return word[0].isupper() or (not _NOT_PEOPLE.match(plain) and bool(_HUMAN.match(plain)))

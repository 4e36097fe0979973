"""Pronouns inside a sentence that stand for somebody named elsewhere.

`Police said he was found on Friday` tells a reader nothing; `The suspect said he was innocent`
does. English only so far: in the other languages of the lexicon a verb or an article often says
who is meant, and `il` or `es` may stand for nobody.
"""

import re

from briefings.text.words import plain_word, primary_language, stopwords

_PERSONAL = re.compile(r"(?<![\w'-])(?:he|she|him|her|his|hers|himself|herself)(?![\w])", re.I)
_QUOTED = re.compile(r"\"[^\"]{0,2000}\"|“[^”]{0,2000}”")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_HUMAN = re.compile(
    r"(?:man|woman|boy|girl|child|baby|person|victim|suspect|mother|father|wife|husband|son|"
    r"daughter|brother|sister|king|queen|prince|princess|pope|chief|head|teenager|student|nurse|"
    r"guard|coach|pilot|widow|everyone|anyone|someone|star|captain|colonel|mp|"
    r"\w{2,20}(?:er|or|ist|man|woman|ian|ant|ent|ee|ess|mate))$",
    re.IGNORECASE,
)
_MANY = frozenset(
    {"police", "officials", "officers", "prosecutors", "reports", "doctors", "sources"}
)
_NAME_BEHIND = re.compile(r",\s+(?:[a-z]+\s+){0,4}[A-Z]\w+")
_NOT_PEOPLE = re.compile(r"\w{3,20}(?:ment|mber|cent|rent|tter|ower|ater)$|order$|border$|month$")


def has_loose_pronoun(plain: str, language: str) -> bool:
    """Tell whether `he` or `she` stands for somebody the sentence does not name before."""
    if primary_language(language) != "en":
        return False
    masked = _QUOTED.sub(lambda found: '"' * len(found[0]), plain)
    pronoun = _PERSONAL.search(masked)
    if pronoun is None:
        return False
    before = _WORD.findall(masked[: pronoun.start()])
    if any(_may_be_a_person(word, first=number == 0) for number, word in enumerate(before)):
        return False
    # `In his first speech, President Hale said`: the name follows.
    return len(before) > 4 or not _NAME_BEHIND.search(masked, pronoun.end())


def _may_be_a_person(word: str, *, first: bool) -> bool:
    plain = plain_word(word).removesuffix("'s")
    # The first word has a capital whatever it is: `Police`, `Officials`.
    if word[0].isupper() and not (first and (plain in stopwords("en") or plain in _MANY)):
        return True
    if plain in stopwords("en") or _NOT_PEOPLE.match(plain):
        return False
    return _HUMAN.match(plain) is not None

"""Evidence: what the words of a name and the words around it say about its kind.

Every hint adds a weight to one kind. Weights of all mentions of a name in an article are taken
together, so a name is one thing throughout the article.
"""

from collections.abc import Iterator

from briefings.draft.names.gazetteer import is_capital, place_weight
from briefings.draft.names.laws import is_law
from briefings.draft.names.spans import Candidate
from briefings.draft.names.tables import given_names, lower_words, short_forms, table
from briefings.model import NameKind

Scores = dict[NameKind, float]
Hint = tuple[NameKind, float]

PERSON, ORG = NameKind.PERSON, NameKind.ORGANISATION
PLACE, LAW = NameKind.PLACE, NameKind.LAW
# `El siglo XVII`: letters that are numbers are no initials.
_EVENTS = frozenset(
    """open championship championships cup league games olympics prix tournament masters series
baseball football basketball cricket award awards prize festival""".split()  # noqa: SIM905  # a list reads worse
)
_ROMAN = frozenset("IVXLC")


def weigh_words(text: str, language: str) -> Iterator[Hint]:
    """Say what a name's own words speak for."""
    words = tuple(word.lower().replace("’", "'") for word in text.split())
    whole = " ".join(words)
    if is_law(words):
        yield LAW, 8.0
    if whole in table("orgs"):
        yield ORG, 5.0 if whole not in lower_words() else 2.0
    if not (len(words) == 1 and text.islower()) and (text != "Us"):
        weight = place_weight(whole.replace("the ", "", 1), language)
        if whole not in table("gov_orgs"):
            yield PLACE, weight
    yield from _weigh_org_words(text, words)
    yield from _weigh_place_words(words)
    yield from _weigh_person_words(text, words)


def weigh_context(found: Candidate) -> Iterator[Hint]:
    """Say what stands around one mention speaks for."""
    before, after = found.before(), found.after()
    saint = found.words()[0].lower in {"st", "st."}
    if found.titled and not saint:
        yield PERSON, 3.5
    elif before in table("roles") and not found.is_opening():
        yield PERSON, 2.5 if found.before(2) != "the" or len(found.words()) > 1 else 1.0
    speaks = before in {"said", "says", "added", "adds", "explained"} and len(found.words()) > 1
    if speaks or after in table("say"):
        yield PERSON, 1.0
        yield ORG, 0.4
    if after in table("say") and "its" in found.rest():
        yield ORG, 1.2
    if after == "," and _has_role_behind(found):
        yield PERSON, 1.5
    if after == "," and (found.after(2) == "who" or _is_age(found)):
        yield PERSON, 2.0
    if after in {"who", "himself", "herself"}:
        yield PERSON, 2.0
    if "whose" in {after, found.after(2)} and after in {",", "whose"}:
        yield PERSON, 1.5
    if before == "by" or found.words()[-1].is_possessive:
        yield PERSON, 0.3
    yield from _weigh_org_context(found, before, after)
    yield from _weigh_place_context(found, before, after)


def is_government(found: Candidate) -> bool:
    """Tell whether a capital stands for its government: `Washington seeks`, `with Damascus`."""
    if not is_capital(found.text()) or found.before() in table("locatives"):
        return False
    before, after = found.before(), found.after()
    if before == "by" or after in table("govern"):
        return True
    if before == "and" and found.before(3) == "between":
        return True
    if before == "between":
        return True
    if before in {"with", "against"}:
        return True
    words = found.words()
    return words[-1].is_possessive and after in table("acts")


def _weigh_org_words(text: str, words: tuple[str, ...]) -> Iterator[Hint]:
    last = words[-1]
    if len(words) > 1 and place_weight(" ".join(words)) >= 3:
        return  # West Bank is no bank
    if len(words) > 1 and last in table("org_heads"):
        yield ORG, 2.5 if last in table("weak_heads") else 4.0
    if len(words) > 2 and words[0] in table("org_first") and words[1] in table("glue"):
        yield ORG, 4.0
    elif len(words) > 2 and table("org_first") & set(words[:-1]) and table("glue") & set(words):
        yield ORG, 3.0
    if (
        len(words) == 1
        and len(text) > 1
        and text.isupper()
        and text.isalpha()
        and set(text) - _ROMAN
    ):
        yield ORG, 1.6 if 2 <= len(text) <= 6 else 0.4
    if " & " in text:
        yield ORG, 2.5
    if "&" in text or (len(text) > 2 and any(char.isdigit() for char in text)):
        yield ORG, 1.0
    if len(words) == 1 and text[1:].lower() != text[1:] and not text.isupper():
        yield ORG, 0.5
    if words[0] in {"al-jazeera", "agence", "radio", "fc", "sc", "ac", "real", "inter"}:
        yield ORG, 2.0 if len(words) > 1 else 0.5


def _weigh_place_words(words: tuple[str, ...]) -> Iterator[Hint]:
    if len(words) < 2:
        return
    if words[-1] in table("place_words"):
        yield PLACE, 2.6
    if words[0] in table("place_first"):
        weak = words[0] in {"new", "great", "upper", "lower", "central", "san", "santa"}
        yield PLACE, 1.0 if weak else 1.6
    if words[0] in {"strait", "gulf", "bay", "isle", "republic", "kingdom", "cape"}:
        yield PLACE, 3.0 if words[1] == "of" else 0.5


def _weigh_person_words(text: str, words: tuple[str, ...]) -> Iterator[Hint]:
    names = given_names()
    proper = [word for word in words if word not in table("name_particles")]
    if words[0] in names and not place_weight(words[0]) >= 3:
        yield PERSON, 3.0 if len(words) > 1 else 1.2
    elif len(words) > 1 and words[0].partition("-")[0] in names:
        yield PERSON, 2.2
    elif words[0] in table("keeps") and len(words) > 1 and words[1] in names:
        yield PERSON, 4.0
    if words[0] in {"st", "st."} and len(words) > 1:
        yield PERSON, -3.0  # a church, a school, a town; the saint is no person of the news
    if words[-1] in _EVENTS and len(words) > 1:
        yield PERSON, -3.0
    # `George W Bush`, `J. Doe`; not `W L Pct`, not `U.S. Open`.
    initials = [len(word.strip(".")) == 1 for word in words[:-1]]
    if len(words) > 2 and any(initials) and (not initials[0] or words[0].endswith(".")):
        yield PERSON, 1.5
    if len(words) > 1 and words[0].endswith(".") and words[0].count(".") == 1:
        yield PERSON, 2.0
    if len(words) > 1 and words[-1].startswith(("al-", "el-", "mc", "o'")):
        yield PERSON, 1.5
    if 2 <= len(proper) <= 4 and all(len(word) > 1 and word.isalpha() for word in proper):
        common = sum(word in lower_words() for word in proper)
        yield PERSON, 1.2 - 0.9 * common if text[:1].isupper() else 1.0
    elif len(words) == 1 and words[0].replace("-", "").isalpha() and not text.isupper():
        yield PERSON, -0.5 if words[0] in lower_words() else 0.7


def _weigh_org_context(found: Candidate, before: str, after: str) -> Iterator[Hint]:
    if before == "the" and not found.is_opening():
        yield ORG, 0.8
        yield PERSON, -0.8
    behind = found.before(2) if before == "the" else before
    last = found.words()[-1]
    if found.words()[0].lower in {"st", "st."} and last.is_possessive and not after[:1].isalnum():
        yield ORG, 3.5  # the one school that stayed open, St Brendan's, said
    if after in table("org_after") and not found.words()[-1].is_possessive:
        yield ORG, 2.0
    if after in table("org_has") and last.is_possessive:
        yield ORG, 2.5  # Ada Brook, Delta Dredge's director, said
    if after == "news" and found.after(2) == "agency":
        yield ORG, 4.0
    if behind in table("org_before"):
        yield ORG, 1.5
    if before == "," and found.before(2) in table("org_before") and after == ",":
        yield ORG, 1.5  # the firm, Delta Dredge, paid
    if before in {"of", "for", "at"} or (before == "the" and behind in {"of", "for", "at"}):
        steps = 2 if before in {"of", "for", "at"} else 3
        if found.before(steps) in table("org_of"):
            yield ORG, 1.5
    if after == "(" and found.after(3) == ")" and found.after(2).isalpha():
        yield ORG, 1.0


def _weigh_place_context(found: Candidate, before: str, after: str) -> Iterator[Hint]:
    if before in table("locatives"):
        yield PLACE, 1.6 if before in {"in", "near", "outside", "à", "en"} else 0.8
        yield PERSON, -0.4
    if after in table("place_after"):
        yield PLACE, 2.5
    if found.words()[-1].is_possessive and after in table("place_has"):
        yield PLACE, 1.6
    if before == "of" and found.before(2) in table("place_of"):
        yield PLACE, 2.0
    if before in table("directions") and not found.is_opening():
        yield PLACE, 1.6
    if before == "," and _is_place_before_comma(found):
        yield PLACE, 0.6
    if after == "," and place_weight(_next_name(found)) >= 3.5:
        yield PLACE, 2.2


def _is_place_before_comma(found: Candidate) -> bool:
    return found.first >= 2 and found.passage.tokens[found.first - 2].is_name_like


def _next_name(found: Candidate) -> str:
    tokens = found.passage.tokens
    at = found.last + 1
    one = tokens[at].text if at < len(tokens) else ""
    two = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return f"{one} {two}" if place_weight(f"{one} {two}") else one


def _has_role_behind(found: Candidate) -> bool:
    """Tell `Ada Brook, a geologist` and `Ada Brook, chief executive of` from other commas."""
    role = found.after(3) if found.after(2) in {"a", "an", "the", "its"} else found.after(2)
    return role in table("roles")


def _is_age(found: Candidate) -> bool:
    age = found.after(2)
    return age.isdigit() and 1 < len(age) < 3 and found.after(3) in {",", "."}


def stands_for(text: str) -> str:
    """Give what a short form stands for, in lower case; the text itself where it is none."""
    lower = text.lower()
    if lower in {"us", "who"} and not text.isupper():
        return lower
    return short_forms().get(lower, lower)

"""Rights on the built site: whose words a text has, and what a file may show of them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.check.built import check_built, narrowest_rights
from briefings.check.wording import RUN, Wording, Wordings, plain_words
from briefings.model import Rights
from tests.builders import a_briefing, some_settings

TEXT = (
    "Inspectors boarded all six ferries of the Saltmere line on Friday after a fire in the engine "
    "room of one of them. Three crossings were suspended until the inspection ends. The operator "
    "said it would refund every ticket and denied that repairs had been put off."
)
PAGE = "2026/03/ferries/index.html"


def wording(rights: Rights = Rights.EXCERPT, path: str = "a.txt", text: str = TEXT) -> Wording:
    """Give an article's words."""
    return Wording(path, rights, plain_words(text))


def told(
    *pieces: str, articles: tuple[Wording, ...] = (), file: str = PAGE, **more: int
) -> list[str]:
    """Give what is found in one file that tells these pieces."""
    settings = some_settings(**({"excerpt_share": 1.0} | more))
    found = check_built([(file, pieces)], articles or (wording(),), settings, "site")
    return [f"{one.place}: {one.code} {one.message}" for one in found]


def test_words_within_the_rights_are_no_finding() -> None:
    """A sentence of an article that may be quoted."""
    assert told("Three crossings were suspended until the inspection ends.", TEXT[:60]) == []


def test_the_span_is_named_that_is_too_much() -> None:
    """Page, words shown and allowed, the article, and the words themselves."""
    (line,) = told(TEXT, excerpt_words=20)

    place, _, message = line.partition(": BR312 ")
    said, _, words = message.partition(": ")
    assert place == "site/2026/03/ferries/index.html"
    assert said == "46 words of content/articles/a.txt are shown, its rights (excerpt) allow 20"
    assert words == (
        '"inspectors boarded all six ferries of the saltmere line on friday after … would refund '
        'every ticket and denied that repairs had been put off"'
    )


def test_of_an_article_without_rights_eight_words_are_too_many() -> None:
    """Seven may be anybody's."""
    none = (wording(Rights.NONE),)
    seven = "He said the Saltmere line on Friday after one fire broke out"
    eight = "the Saltmere line on Friday after a fire in"

    assert told(seven, articles=none) == []
    (line,) = told(eight, articles=none)
    assert '(none) allow 0: "the saltmere line on friday after a fire in"' in line


def test_a_run_is_measured_apart_from_the_whole() -> None:
    """Two sentences in two places are fewer words in a row than one excerpt of both."""
    pieces = [piece.strip() + "." for piece in TEXT.split(".") if piece]

    assert told(*pieces, excerpt_run=25) == []
    (line,) = told(TEXT, excerpt_run=25)
    assert "46 words in a row of content/articles/a.txt are shown, its rights allow 25" in line
    assert told(TEXT, excerpt_run=25, file="pagefind/en_1.pf_fragment") == []


def test_marks_case_and_apostrophes_hide_nothing() -> None:
    """What is compared is words."""
    none = (wording(Rights.NONE, text="It's the captain's own ship, he'd said to all of them."),)

    assert told("IT’S THE CAPTAIN’S OWN SHIP — HE’D SAID TO ALL", articles=none)


def test_what_several_pages_show_together_is_measured_too() -> None:
    """No page shows too much, the site does; the page with the longest run is named."""
    settings = some_settings(excerpt_share=1.0, excerpt_words=30)
    half, rest = TEXT.split(" Three ")
    files = [("person/a/index.html", (half,)), ("place/b/index.html", ("Three " + rest,))]

    (found,) = check_built(files, (wording(),), settings, "site")

    assert str(found.place) == "site/place/b/index.html"
    assert found.message.startswith("several pages together: 46 words of content/articles/a.txt")


def test_words_that_another_article_gives_more_rights_in_are_charged_to_that() -> None:
    """Two outlets print one agency's text: one lets all be shown, the other nothing."""
    both = (wording(Rights.NONE), wording(Rights.FULL, "b.txt"))

    assert told(TEXT, articles=both) == []
    assert len(told(TEXT, articles=(*both[:1], wording(Rights.NONE, "c.txt")))) == 1


def test_an_article_in_two_briefings_has_the_narrower_rights() -> None:
    """The site is one publication."""
    wide = a_briefing("x")
    article = replace(wide.articles[0], rights=Rights.NONE)
    narrow = replace(a_briefing("y"), articles=(article,))

    assert narrowest_rights([wide, narrow]) == {article.path: Rights.NONE}


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g"]), max_size=40)


@pytest.mark.parametrize("seed", range(3))
@given(
    before=WORDS,
    after=WORDS,
    own=st.lists(st.integers(0, 10**6), min_size=8, max_size=40, unique=True),
)
def test_every_copy_of_eight_words_is_found_wherever_it_begins(
    seed: int, before: list[str], after: list[str], own: list[int]
) -> None:
    """No copy slips between two anchors."""
    words = tuple(f"w{number}" for number in own)
    start = seed % max(1, len(words) - RUN)
    copied = words[start : start + RUN]

    found = Wordings([Wording("a.txt", Rights.NONE, words)]).find((*before, *copied, *after))

    (run,) = [one for one in found if one.length >= RUN]
    assert (run.start, run.at, run.length) == (start, len(before), RUN)

"""Nothing is invented: texts are held against their articles, or their seals."""

from dataclasses import replace

import pytest

from briefings.check import check_desk
from briefings.check.gate import find_foreign, find_foreign_names, is_subsequence, is_verbatim
from briefings.model import Briefing, Drafted, PointKind, Rights, Status
from briefings.store.fields import sign_drafted
from tests.builders import a_briefing, a_point, a_quote, a_source, some_grounds, some_settings
from tests.check.desks import BODY, FIRST, KNOWN, SECOND, findings_of, loaded, sealed, the_article


def a_grounded(**differing: object) -> Briefing:
    """Give a briefing whose texts all stand in the article."""
    given = {
        "articles": (a_source(words=60, rights=Rights.FULL),),
        "summary": (a_point(FIRST, grounds=sealed()),),
        "key_points": (a_point(SECOND, grounds=sealed(SECOND, places=("p1s2",))),),
        "quotes": (a_quote(grounds=sealed(BODY[1], places=("p2",))),),
    }
    return a_briefing("ferry-inquiry", **(given | differing))


def grounding(b: Briefing, **more: object) -> list[str]:
    """Give the findings about grounding, the article being there."""
    return findings_of(b, **({"article": the_article(), "only": "BR3"} | more))  # type: ignore[arg-type]  # by name


def test_texts_that_stand_in_the_article_pass() -> None:
    """Verbatim sentences and quotes give no finding."""
    assert grounding(a_grounded()) == []


@pytest.mark.parametrize(
    "quote",
    [
        "We will publish every finding",
        "We will publish every finding, and we will do it soon.",
        "We will publish every finding and we will do it soon",
        "we will do it soon",
    ],
)
def test_a_quote_may_be_interrupted_by_its_cue(quote: str) -> None:
    """Pieces in order count as verbatim."""
    b = a_grounded(quotes=(a_quote(quote, grounds=sealed(BODY[1], places=("p2",))),))

    assert grounding(b) == []


@pytest.mark.parametrize(
    "quote",
    [
        "We will publish every result",
        "We will not publish every finding",
        "we will do it soon We will publish every finding",
        "We will publish finding",
        "publish We soon every will finding do",
    ],
)
def test_a_quote_with_another_word_is_refused(quote: str) -> None:
    """Changed, added, left-out or moved words are not what was said."""
    b = a_grounded(quotes=(a_quote(quote, grounds=sealed(BODY[1], places=("p2",))),))
    (line,) = grounding(b)

    assert "error BR307: the quote is not in the article word by word" in line


def test_the_editors_word_is_accepted_and_checked_no_further() -> None:
    """A text somebody answers for may bring in anything."""
    point = a_point("Norway lost 99 ferries.", grounds=some_grounds("editor"))

    assert grounding(a_grounded(key_points=(point,))) == []


def test_an_editor_may_answer_for_a_text_and_still_cite() -> None:
    """`from: [p1s2, editor]` is a person's word with a hint where to look."""
    point = a_point("Norway lost 99 ferries.", grounds=some_grounds("p1s2"))
    answered = replace(point, grounds=replace(point.grounds, editor=True))

    assert grounding(a_grounded(key_points=(answered,))) == []
    assert len(grounding(a_grounded(key_points=(point,)))) == 1


def test_a_text_on_two_articles_needs_both_or_its_seals() -> None:
    """Where one is missing, the words cannot be looked up."""
    sources = (*a_grounded().articles, a_source(key="b", path="b.txt", rights=Rights.FULL))
    point = a_point("Fares rise by 4 per cent.", grounds=some_grounds("a:p1s1", "b:p1s1"))
    b = a_grounded(articles=sources, key_points=(point,))
    found = check_desk([loaded(b)], KNOWN, some_settings(), {sources[0].path: the_article()}.get)

    assert [f.code for f in found if f.code.startswith("BR3")] == ["BR311", "BR308"]


def test_a_text_without_a_place_is_refused() -> None:
    """Who says so must stand in the file."""
    point = a_point("Ferries are boats.", grounds=some_grounds())
    (line,) = grounding(a_grounded(key_points=(point,)))

    assert line.startswith("ferry-inquiry.md:")
    assert "error BR301: does not say where in the article it stands; add `from: [p1s1]`" in line


def test_a_place_in_no_article_of_the_briefing_is_refused() -> None:
    """The key before the colon is that of an entry under `articles`."""
    point = a_point(FIRST, grounds=some_grounds("q:p1s1"))
    (line,) = grounding(a_grounded(key_points=(point,)))

    assert 'BR302: stands on article "q", which is not under `articles`; write one of a' in line


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "Three crossings were suspended after a fire injured 32 people.",
            "BR305: the article does not have 32",
        ),
        (
            "A fire hurt 31 people, and “nobody knew”.",
            'BR305: the article does not have "nobody knew"',
        ),
        ("A fire hurt 31 people, says Carla Dean.", "BR306: the article does not name Carla"),
    ],
)
def test_a_rewritten_text_passes_the_gate_or_not(text: str, fault: str) -> None:
    """Numbers, quotations and names must be the article's."""
    b = a_grounded(key_points=(a_point(text, grounds=sealed(SECOND)),))
    lines = grounding(b)

    assert lines
    assert any(fault in line for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "A fire hurt 31 people and stopped three crossings.",
        "Ada Brook's ministry stopped three crossings.",
        "Crossings: three were suspended, “We will publish every finding” or not.",
    ],
)
def test_a_rewriting_within_the_article_passes(text: str) -> None:
    """Plainer words are an editor's right."""
    assert grounding(a_grounded(key_points=(a_point(text, grounds=sealed(SECOND)),))) == []


def test_a_cut_sentence_is_a_subsequence_of_its_source() -> None:
    """Left-out words are fine, new ones are not."""
    fine = a_point("Three crossings were suspended.", cut=True, grounds=sealed(SECOND))
    wrong = a_point("Three crossings were cancelled.", cut=True, grounds=sealed(SECOND))

    assert grounding(a_grounded(key_points=(fine,))) == []
    (line,) = grounding(a_grounded(key_points=(wrong,)))
    assert "BR304: is marked as cut, but its words are not in one paragraph in this order" in line


def test_a_sentence_without_its_joining_word_still_stands() -> None:
    """A capital the drafter put at the start does not count."""
    article = the_article(body=("But three crossings were suspended on Friday.",))
    point = a_point("Three crossings were suspended on Friday.", grounds=sealed(article.body[0]))
    b = a_grounded(key_points=(point,), summary=(), quotes=())

    assert grounding(b, article=article) == []


def test_words_an_article_lost_are_a_finding() -> None:
    """A seal that fits nowhere says the article is another one now."""
    article = the_article(digest="v1:99", body=(BODY[0].replace("31", "34"), *BODY[1:]))
    lines = grounding(a_grounded(), article=article)

    assert [line.split(": ")[1].split(" ")[-1] for line in lines] == ["BR305", "BR303", "BR309"]
    assert "run `briefings draft content/articles/2026/03/ferries.txt`" in lines[-1]


def test_a_seal_is_found_however_sentences_are_split() -> None:
    """Half a sentence that another version sealed is found by sliding over the words."""
    point = a_point("every ferry on Friday", grounds=sealed("every ferry on Friday"))

    assert grounding(a_grounded(key_points=(point,))) == []


def test_without_the_article_seals_are_checked_and_that_is_said() -> None:
    """One note says how many briefings were not held against their articles."""
    lines = grounding(a_grounded(), article=None)

    assert lines == [
        "content/articles: note BR311: 1 briefing was checked by seals alone, because an article is"
        " not here"
    ]


@pytest.mark.parametrize(
    ("status", "severity"), [(Status.DRAFT, "warning"), (Status.PUBLISHED, "error")]
)
def test_an_unsealed_text_without_its_article_cannot_be_published(
    status: Status, severity: str
) -> None:
    """It is a warning on a draft and an error on what readers see."""
    b = a_grounded(key_points=(a_point(SECOND),), status=status)
    (_, line) = grounding(b, article=None)

    assert f"{severity} BR308: is not sealed, and its article is not here" in line


def test_an_unsealed_text_with_its_article_is_checked_by_its_words() -> None:
    """A seal is needed only where the article is missing."""
    assert grounding(a_grounded(key_points=(a_point(SECOND),))) == []


def test_references_with_keys_lead_to_their_article() -> None:
    """A text of the second article is held against that one."""
    second = the_article(path="b.txt", body=("Fares rise by 4 per cent.",))
    point = a_point("Fares rise by 4 per cent.", grounds=some_grounds("b:p1s1"))
    wrong = a_point("Fares rise by 4 per cent.", grounds=some_grounds("a:p1s1"))
    sources = (*a_grounded().articles, a_source(key="b", path="b.txt", rights=Rights.FULL))
    b = a_grounded(articles=sources, key_points=(point, wrong))
    read = {"2026/03/ferries.txt": the_article(), "b.txt": second}
    found = check_desk([loaded(b)], KNOWN, some_settings(), read.get)

    assert [f.message for f in found if f.code.startswith("BR3")] == ["the article does not have 4"]


def test_verbatim_words_are_counted_against_the_rights() -> None:
    """Editors' words and rewritten sentences do not count, the drafted excerpt does."""
    source = a_source(words=50, rights=Rights.EXCERPT)
    b = a_grounded(articles=(source,), body="word " * 20, drafted=Drafted(by="briefings 0.1"))
    words = a_point("my word " * 20)
    mine = (replace(words, grounds=replace(words.grounds, editor=True)),)
    fine = replace(b, body="", quotes=(), key_points=mine)

    assert grounding(sign_drafted(fine)) == []
    (line,) = grounding(sign_drafted(b))
    assert "BR310: 47 words of it are shown, its rights (excerpt) allow 20" in line
    unsealed = replace(fine, key_points=(a_point("my word " * 20),))
    (line,) = findings_of(unsealed, only="BR310")
    assert "BR310: 52 words" in line
    written_by_hand = replace(sign_drafted(b), body="my word " * 20)
    (line,) = grounding(written_by_hand)
    assert "BR310: 27 words" in line


@pytest.mark.parametrize(
    ("rights", "words", "count"),
    [(Rights.NONE, 500, 1), (Rights.FULL, 1, 0), (Rights.EXCERPT, None, 0)],
)
def test_rights_decide_how_much(rights: Rights, words: int | None, count: int) -> None:
    """None allows nothing, full everything, and without a length the limit of words holds."""
    b = a_grounded(articles=(a_source(words=words, rights=rights),))

    assert len(grounding(b)) == count


def test_the_gate_reads_what_is_printed() -> None:
    """Numbers with separators, hyphens, apostrophes and German nouns are no strangers."""
    body = ("The port’s 1,234 North-Harbour crews met in 2019.",)

    assert list(find_foreign("1,234 crews in 2019", body)) == []
    assert list(find_foreign("1,235 crews", body)) == ["1,235"]
    assert list(find_foreign_names("The crews of Harbour’s port met Port’s", body, "en")) == []
    assert list(find_foreign_names("Die Crew der Fähre", body, "de")) == []
    assert list(find_foreign_names("It met. Nobody in Oslo came", body, "en")) == ["Oslo"]


def test_left_out_words_need_a_quotation_mark_between() -> None:
    """An apostrophe inside a word does not count as one."""
    assert is_verbatim("one three", ("x one” she said “three",), pieces=3)
    assert is_verbatim("one three", ("x 'one', she said, 'three'",), pieces=3)
    assert is_verbatim("one, three", ("x “one” she said “three",), pieces=3)
    assert not is_verbatim("one three", ("one isn't three",), pieces=3)
    assert not is_verbatim("one three", ("“one,” she said, “three”",), pieces=1)


def test_words_in_order_are_a_subsequence() -> None:
    """Order counts, case does not, and no word may be used twice."""
    assert is_subsequence("Crossings suspended", (SECOND,))
    assert not is_subsequence("suspended crossings", (SECOND,))
    assert not is_subsequence("three three crossings", (SECOND,))
    assert is_verbatim("a b", ("x a b c",), pieces=1)
    assert not is_verbatim("a c", ("x a b c",), pieces=1)
    assert PointKind.NEWS.value == "news"

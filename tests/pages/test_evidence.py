"""What a sentence stands on: the words on the same page, else the words in the original."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from briefings.model import Briefing, Grounds, Point, Ref
from briefings.pages.briefing import carried_view, full_view
from briefings.pages.passages import Passages, body_passages
from briefings.pages.plans import start_run
from briefings.pages.prose import make_prose
from briefings.text.digests import seal
from tests.builders import a_briefing, a_point, a_quote, a_source
from tests.pages.sites import an_archive, sectioned

URL = "https://courier.example/ferries"
FIRST, SECOND = "Three crossings were suspended.", "The minister, Ms Brook, gave no date."


def on(*places: str, words: tuple[str, ...]) -> Grounds:
    """Give grounds sealed over the words an article has there."""
    refs = tuple(Ref.parse(place) for place in places)
    return Grounds(refs=refs, src=tuple(seal(text) for text in words))


def cited(text: str, *, at: str = "p1s1", words: str | None = None, **more: object) -> Point:
    """Give a point on one sentence."""
    return a_point(text, grounds=on(at, words=(words or text,)), **more)


def view(briefing: Briefing) -> dict[str, object]:
    """Give the view of a briefing on a desk of its own."""
    run = start_run(an_archive([briefing]), sectioned(), (), drafts=False)
    return dict(full_view(run, briefing))


def hrefs(briefing: Briefing, part: str = "summary") -> list[list[str | None]]:
    """Give where the marks of a part lead."""
    return [[mark["href"] for mark in item["marks"]] for item in view(briefing)[part]]  # type: ignore[attr-defined, index]


def prose(markdown: str, *sentences: str) -> str:
    """Make prose whose cited sentences are `p1s1`, `p1s2`, …."""
    marks = {seal(text): f"p1s{number}" for number, text in enumerate(sentences, 1)}
    return make_prose(markdown, lambda _: None, Passages(marks, "en"))


def test_a_sentence_the_body_prints_is_led_to_on_the_page() -> None:
    """Each mark opens the place it names; what the body lacks opens the original."""
    briefing = a_briefing(
        summary=(cited(FIRST), cited("No boat sails.", at="p9s2")),
        key_points=(cited(SECOND, at="p1s2"),),
        body=f"{FIRST} {SECOND}",
    )

    made = html.fromstring(f"<div>{view(briefing)['html']}</div>")

    assert hrefs(briefing) == [["#p1s1"], [f"{URL}#:~:text=No%20boat%20sails."]]
    assert hrefs(briefing, "news") == [["#p1s2"]]
    assert {one.get("id"): one.text_content() for one in made.xpath("//*[@id]")} == {
        "p1s1": FIRST,
        "p1s2": SECOND,
    }


def test_a_shortened_point_leads_to_the_whole_sentence() -> None:
    """What was left out is one step away."""
    point = cited("Crossings were suspended.", words=FIRST, cut=True)

    assert hrefs(a_briefing(summary=(point,), body=FIRST)) == [["#p1s1"]]


def test_words_an_editor_changed_are_not_looked_for_in_the_original() -> None:
    """A text fragment of words the original lacks finds nothing and quotes what nobody wrote."""
    point = cited("Three crossings stopped.", words=FIRST)

    assert hrefs(a_briefing(summary=(point,), body="")) == [[URL]]


def test_a_capital_at_the_start_is_still_the_articles_sentence() -> None:
    """A sentence that begins in small letters in the article may begin a point."""
    point = cited("Three crossings stopped.", words="three crossings stopped.")

    assert hrefs(a_briefing(summary=(point,), body="")) == [
        [f"{URL}#:~:text=Three%20crossings%20stopped."]
    ]


def test_a_quote_leads_to_the_sentence_it_was_said_in() -> None:
    """The words around a quote are the evidence for its speaker."""
    quote = a_quote("No date", grounds=on("a:p2s3", words=(SECOND,)))

    assert hrefs(a_briefing(quotes=(quote,), body=SECOND), "quotes") == [["#a-p2s3"]]


def test_without_an_address_a_mark_is_words_alone() -> None:
    """Neither a page of ours nor one of theirs: outlet and paragraph are said."""
    briefing = a_briefing(summary=(cited(FIRST),), articles=(a_source(url=None),), body="")

    assert hrefs(briefing) == [[None]]


def test_a_feed_has_no_places_of_a_page() -> None:
    """A feed is read elsewhere, where `#p1s1` leads nowhere."""
    briefing = a_briefing(summary=(cited(FIRST),), body=FIRST)
    run = start_run(an_archive([briefing]), sectioned(), (), drafts=False)
    carried = carried_view(run, briefing)

    assert [mark["href"] for mark in carried["summary"][0]["marks"]] == [
        f"{URL}#:~:text=Three%20crossings%20were%20suspended."
    ]
    assert "id=" not in carried["html"]


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        ("One is here. Two is *not*.", '<p><span id="p1s1">One is here.</span> Two is'),
        ("*Hm.* One is here.", '<p><em>Hm.</em> <span id="p1s1">One is here.</span></p>'),
        ("One *is* here.", '<p><span id="p1s1">One <em>is</em> here.</span></p>'),
        ("*One is here.*", '<p id="p1s1"><em>One is here.</em></p>'),
        ("*One is* here.", '<p id="p1s1"><em>One is</em> here.</p>'),
        ("One\nis here.", '<p><span id="p1s1">One\nis here.</span></p>'),
        ("> One\n> is here\\.", '<p><span id="p1s1">One\nis here.</span></p>'),
        ("One is here.\n\nOne is here.", '<span id="p1s1">One is here.</span></p>\n<p>One is'),
        ("# One is here.", "<h2>One is here.</h2>"),
        ("One was here.", "<p>One was here.</p>"),
    ],
)
def test_a_cited_sentence_is_anchored(markdown: str, wanted: str) -> None:
    """Whole and once; where its ends lie inside other marks, its paragraph is the place."""
    assert wanted in prose(markdown, "One is here.")


def test_two_sentences_of_one_emphasis_share_their_paragraph() -> None:
    """One paragraph has one id, and both marks lead to it."""
    passages = Passages({seal("One."): "p1s1", seal("Two is."): "p1s2"}, "en")
    made = make_prose("*One. Two is.*", lambda _: None, passages)

    assert made.count("id=") == 1
    assert set(passages.placed.values()) == set(re.findall(r'id="([^"]+)"', made))


def test_two_seals_of_one_place_have_one_anchor() -> None:
    """An article that changed may leave two sentences of one place; an id stands once."""
    briefing = a_briefing(
        summary=(cited(FIRST), cited(SECOND)), body=f"{FIRST}\n\n{SECOND}", key_points=()
    )
    passages = body_passages(briefing)
    made = make_prose(briefing.body, lambda _: None, passages)

    assert made.count("id=") == 1


WORDS = st.lists(st.sampled_from(["One.", "Two is.", "*", "_", "`", "[a](b)", "\n\n", " ", "\\"]))


@settings(max_examples=300, deadline=None)
@given(WORDS)
def test_anchors_change_no_word_and_stand_once(pieces: list[str]) -> None:
    """With and without anchors the words are the same, and no id is there twice."""
    markdown = "".join(pieces)
    passages = Passages({seal("One."): "p1s1", seal("Two is."): "p1s2"}, "en")
    with_anchors = make_prose(markdown, lambda _: None, passages)
    ids = re.findall(r' id="([^"]+)"', with_anchors)
    stripped = re.sub(r'</?span[^>]*>| id="[^"]+"', "", with_anchors)

    assert stripped == make_prose(markdown, lambda _: None)
    assert len(ids) == len(set(ids))
    assert set(passages.placed.values()) == set(ids)

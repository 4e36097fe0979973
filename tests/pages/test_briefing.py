"""A briefing's page."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from briefings.model import (
    Briefing,
    Correction,
    Image,
    Origins,
    Review,
    Rights,
    Status,
)
from briefings.pages.briefing import full_view, make_briefing
from briefings.pages.plans import start_run
from briefings.pages.provenance import origins_view
from briefings.pages.reading import body_label
from briefings.pages.run import Run
from briefings.store.reviews import review_digest
from briefings.text.digests import seal
from tests.builders import a_briefing, a_point, a_quote, a_source, some_grounds, some_names
from tests.pages.sites import an_archive, pages_of, sectioned, shell_of, view_of, whole_site

THIRD = "/2026/03/third/"


def a_run(*briefings: Briefing, **differing: Any) -> Run:
    """Start a run over these briefings."""
    return start_run(an_archive(briefings), sectioned(**differing), (), drafts=False)


def view(briefing: Briefing, **differing: Any) -> Any:
    """Give the view of a briefing on a desk of its own."""
    return full_view(a_run(briefing, **differing), briefing)


def marks(briefing: Briefing) -> list[tuple[str, str | None]]:
    """Give the marks of a briefing's first summary sentence."""
    return [(mark["label"], mark["href"]) for mark in view(briefing)["summary"][0]["marks"]]


def test_a_point_says_where_it_stands() -> None:
    """A mark names outlet and paragraph, and opens the original at the sentence."""
    grounds = replace(some_grounds("p2s1"), src=(seal("Two boats."),))
    point = a_point("Two boats.", grounds=grounds)

    assert marks(a_briefing(summary=(point,))) == [
        (
            "Harbour Courier, paragraph 2",
            "https://courier.example/ferries#:~:text=Two%20boats.",
        )
    ]


@pytest.mark.parametrize(
    ("places", "labels"),
    [
        (("a:p1s1", "a:p1s2"), ["Harbour Courier, paragraph 1"]),
        (("a:p1s1", "b:p3s2"), ["Harbour Courier, paragraph 1", "State Radio, paragraph 3"]),
        (("b:p3", "c:p4"), ["State Radio, paragraph 3", "The article, paragraph 4"]),
        (("z:p3",), []),
        (("editor",), ["The desk"]),
        ((), []),
    ],
)
def test_marks_name_each_paragraph_once(places: tuple[str, ...], labels: list[str]) -> None:
    """Sentences of one paragraph share a mark; an editor's word is the desk's."""
    sources = (
        a_source(),
        a_source(key="b", source="Radio of the State"),
        a_source(key="c", source=None),
    )
    point = a_point(grounds=some_grounds(*places))

    found = marks(a_briefing(summary=(point,), articles=sources))

    assert [label for label, _ in found] == labels


def test_several_paragraphs_are_not_one_passage() -> None:
    """A sentence that stands on two paragraphs opens the articles, not a passage in them."""
    point = a_point(grounds=some_grounds("p1s1", "p2s1"))

    assert [href for _, href in marks(a_briefing(summary=(point,)))] == [
        "https://courier.example/ferries",
        "https://courier.example/ferries",
    ]


def test_a_shortened_point_opens_the_article_without_a_passage() -> None:
    """Words were left out, so the sentence as shown stands nowhere in the original."""
    assert (
        marks(a_briefing(summary=(a_point(cut=True),)))[0][1] == "https://courier.example/ferries"
    )


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "https://x@evil.example/"])
def test_a_bad_address_is_no_link_anywhere(url: str | None) -> None:
    """Without a good address there is no mark link, no original, no provenance link."""
    shown = view(a_briefing(articles=(a_source(url=url),)))

    assert shown["originals"] == []
    assert shown["provenance"][0]["url"] is None
    assert shown["summary"][0]["marks"][0]["href"] is None


def test_points_without_articles_have_no_marks() -> None:
    """A briefing an editor wrote without an article has no outlet to name."""
    shown = view(a_briefing(articles=(), drafted=None))

    assert shown["summary"][0]["marks"] == []
    assert shown["how"].startswith("Written by the desk; reviewed by")


@pytest.mark.parametrize(
    ("differing", "wanted"),
    [
        (
            {},
            "Sentences selected by machine from the article; "
            "reviewed by the desk, 14 March 2026, 08:10",
        ),
        (
            {"reviewed": None},
            "Sentences selected by machine from the article; not yet reviewed",
        ),
        (
            {"articles": (a_source(), a_source(key="b")), "reviewed": None},
            "Sentences selected by machine from 2 articles; not yet reviewed",
        ),
        (
            {"reviewed": Review(by="", at=date(2026, 3, 14))},
            "Sentences selected by machine from the article; reviewed by the desk, 14 March 2026",
        ),
        (
            {"language": "fr", "reviewed": None},
            "Phrases choisies dans l’article par une machine\u202f; pas encore relu",
        ),
    ],
)
def test_the_page_says_how_it_was_made(differing: dict[str, Any], wanted: str) -> None:
    """The sentence says what the machine did and who read it, in the desk's time zone."""
    shown = view(a_briefing(**differing), timezone=ZoneInfo("Asia/Beirut"))

    assert shown["how"] == wanted


def test_an_edit_after_the_review_is_told() -> None:
    """A review holds for the words that were read; after an edit the page says so."""
    read = a_briefing()
    at = datetime(2026, 3, 14, 6, 10, tzinfo=UTC)
    reviewed = replace(read, reviewed=Review(by="A. B.", at=at, digest=review_digest(read)))
    edited = replace(reviewed, title="Another headline")

    assert view(reviewed)["reviewed"] == "reviewed by A. B., 14 March 2026, 06:10"
    assert view(edited)["reviewed"] is None
    assert view(edited)["how"].endswith(
        "; edited since it was reviewed by A. B., 14 March 2026, 06:10"
    )


def test_provenance_prints_what_the_article_says_of_itself() -> None:
    """Outlet, agencies, pictures, both reading times."""
    shown = view_of(THIRD)["provenance"][0]

    assert shown["outlet"] == {
        "href": "../../../source/harbour-courier/",
        "title": "Harbour Courier",
    }
    assert shown["agencies"] == ["AFP contributed"]
    assert shown["pictures"] == ["A ferry. Picture: Pool"]
    assert (shown["minutes_printed"], shown["minutes"]) == (3, 2)
    assert shown["when"]["text"] == "14 March 2026, 09:30"


def test_a_caption_counts_as_the_articles_wording() -> None:
    """Where rights allow nothing, a picture keeps its credit and loses its caption."""
    images = (Image(caption="Long words", credit="Pool"), Image(caption="Words", credit=None))
    shown = view(a_briefing(articles=(a_source(rights=Rights.NONE, images=images),)))

    assert shown["provenance"][0]["pictures"] == ["Picture: Pool"]


def test_a_guess_at_the_outlet_is_for_drafts() -> None:
    """The proposed outlet stands on a draft and on nothing readers see."""
    guessed = a_source(source=None, source_proposed="State Radio")
    draft = a_briefing(status=Status.DRAFT, articles=(guessed,))
    published = a_briefing(articles=(guessed,))

    assert view(draft)["provenance"][0]["proposed"] == "State Radio"
    assert view(published)["provenance"][0]["proposed"] is None
    assert "State Radio" not in json.dumps(view(published))


def test_an_unconfirmed_outlet_is_named_by_its_host_in_the_link() -> None:
    """The link to the original says where it goes even without a confirmed outlet."""
    shown = view(a_briefing(articles=(a_source(source=None),)))

    assert shown["originals"][0]["title"] == "Read the original at courier.example"


def test_a_withdrawn_briefing_shows_nothing_but_why() -> None:
    """Its page says that it is withdrawn and why; its words are nowhere, nor in search."""
    page = whole_site()["/2026/03/gone/"]
    shown = view_of("/2026/03/gone/")

    assert shown["withdrawn"] == "A hoax."
    assert shown["corrections"][0]["kind"] == "retraction"
    assert page.stub is None
    assert page.shell["jsonld"] is None
    assert page.shell["description"] is None
    assert "Secret" not in json.dumps([page.view, page.shell])


def test_words_of_a_withdrawn_briefing_are_on_no_page() -> None:
    """No other page repeats what was withdrawn."""
    made = json.dumps([[page.view, page.shell] for page in whole_site().values()])

    assert "Secret" not in made


def test_a_withdrawal_without_a_reason_still_says_so() -> None:
    """A briefing withdrawn without a retraction says that the desk withdrew it."""
    gone = a_briefing(status=Status.WITHDRAWN)
    page = make_briefing(a_run(gone), gone.id)

    assert page.view["withdrawn"] == "The desk has withdrawn this briefing."


def test_the_strip_leads_through_the_story() -> None:
    """Previous is older, next is newer, and the first entry adds nothing to itself."""
    first, second, third = (
        view_of(f"/2026/03/{id_}/")["strip"] for id_ in ("first", "second", "third")
    )

    assert (first["previous"], first["next"]["title"]) == (None, "Title of second")
    assert (third["previous"]["title"], third["next"]) == ("Title of second", None)
    assert second["count"] == 3
    assert second["new"] == ["Two engineers wrote letters."]
    assert first["new"] == []


def test_names_are_linked_where_they_have_a_page() -> None:
    """People by kind, linked to their page; a name without one is text."""
    groups = {group["kind"]: group["names"] for group in view_of(THIRD)["names"]}

    assert groups["people"] == [{"href": "../../../person/ada-brook/", "title": "Ada Brook"}]
    assert groups["organisations"] == [{"href": None, "title": "Sea Board"}]


def test_a_speaker_is_linked_and_never_guessed() -> None:
    """A known speaker leads to their page, an unknown one is text, none is none."""
    briefing = a_briefing(
        names=some_names(people=("Ada Brook", "Brook")),
        quotes=(a_quote(), a_quote(speaker="A sailor"), a_quote(speaker=None)),
    )

    assert [quote["speaker"] for quote in view(briefing)["quotes"]] == [
        {"href": "../../../person/ada-brook/", "title": "Ada Brook"},
        {"href": None, "title": "A sailor"},
        None,
    ]


def test_origins_are_shown_where_there_is_something_to_say() -> None:
    """One outlet alone says nothing about origins; two do."""
    two = view_of("/2026/03/second/")["origins"]

    assert two["sentence"] == "2 outlets, at most 2 origins"
    assert view_of(THIRD)["origins"] is None


def test_copies_of_one_text_are_named() -> None:
    """Articles that are one text are told as one."""
    copied = Origins(outlets=2, at_most=1, copies=(("A: x", "B: y"),))

    assert origins_view(copied, "en")["copies"] == ["One text: A: x; B: y"]
    assert origins_view(copied, "en")["passages"] == [""]
    named = replace(copied, passages=("all words",))
    assert origins_view(named, "en")["passages"] == ["all words"]


def test_search_knows_the_words_of_the_page_and_no_others() -> None:
    """The stub holds dek, points, quotes, names and body, and no article text."""
    stub = whole_site()[THIRD].stub

    assert stub is not None
    assert stub.title == "Title of third"
    assert stub.text.splitlines() == [
        "Inspectors will board every ferry.",
        "Three crossings were suspended.",
        "Ada Brook, Sea Board",
        "As we wrote , nothing moved. See Ada Brook and .",
    ]
    assert stub.meta == {
        "date": "14 March 2026",
        "source": "Harbour Courier",
        "summary": "Inspectors will board every ferry.",
    }


def test_search_knows_what_readers_narrow_by() -> None:
    """The stub names the day, the outlets, the names with a page and the story, by stable ids."""
    stub = whole_site()[THIRD].stub

    assert stub is not None
    assert stub.day == date(2026, 3, 14)
    assert {kind: [value.id for value in of] for kind, of in stub.facets.items()} == {
        "topic": ["transport"],
        "source": ["harbour-courier"],
        "name": ["person/ada-brook"],
        "story": ["ferries"],
    }


def test_structured_data_says_what_it_stands_on() -> None:
    """NewsArticle with its basis, its corrections and its dates."""
    data = json.loads(shell_of("/2026/03/second/")["jsonld"])["@graph"][0]

    assert data["@type"] == "NewsArticle"
    assert data["dateModified"] == "2026-03-14T08:00+00:00"
    assert data["isBasedOn"][0]["url"] == "https://courier.example/ferries"
    assert "url" not in data["isBasedOn"][1]
    assert data["correction"][0]["text"] == (
        "Two engineers wrote letters. A name was counted twice."
    )


def test_structured_data_cannot_end_its_element() -> None:
    """A headline with markup and line separators stays inside the script element."""
    shown = a_briefing(title="</script><!--&\u2028\u2029<b>")
    text = str(make_briefing(a_run(shown), shown.id).shell["jsonld"])

    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text)["@graph"][0]["headline"].startswith("</script><!--&")


def test_hostile_front_matter_stays_text() -> None:
    """Markup is kept as text for templates to escape; what cannot be seen is gone."""
    shown = a_briefing(title='<script>"\u202ex\x00', dek="a\u2066b")
    page = make_briefing(a_run(shown), shown.id)

    assert page.view["title"] == {"text": '<script>"x', "lang": "en", "dir": "ltr"}
    assert page.view["dek"] == "ab"


@pytest.mark.parametrize(
    ("drafts", "publish", "status", "robots"),
    [
        (False, False, Status.PUBLISHED, None),
        (False, False, Status.WITHDRAWN, None),
        (True, False, Status.PUBLISHED, "noindex"),
        (True, False, Status.DRAFT, "noindex"),
        (True, True, Status.DRAFT, None),
    ],
)
def test_drafts_stay_out_of_search_engines(
    drafts: bool, publish: bool, status: Status, robots: str | None
) -> None:
    """A preview is not indexed; drafts are only where a desk publishes them."""
    pages = pages_of(
        an_archive([a_briefing("x", status=status)]),
        sectioned(publish_drafts=publish),
        drafts=drafts,
    )

    assert pages["/2026/03/x/"].shell["robots"] == robots


def test_an_arabic_page_runs_from_the_right() -> None:
    """Language, direction, dates and the desk's words follow the briefing's language."""
    shell, shown = shell_of("/2026/03/port/"), view_of("/2026/03/port/")

    assert (shell["lang"], shell["dir"]) == ("ar", "rtl")
    assert shown["edition_when"]["text"] == "13 مارس 2026"
    label = shown["news"][0]["marks"][0]["label"]
    assert label == "\u200eHarbour Courier\u200e\u200f، الفقرة 1"


def test_an_unknown_language_is_the_desks() -> None:
    """A page whose language cannot be told carries the desk's."""
    shown = a_briefing(language="und")
    page = make_briefing(a_run(shown), shown.id)

    assert (page.shell["lang"], page.shell["dir"]) == ("en", "ltr")


def test_an_update_has_its_date() -> None:
    """The date of an update is shown, and changes the date of the structured data."""
    shown = a_briefing(updated_at=datetime(2026, 3, 15, 7, 0, tzinfo=UTC))
    page = make_briefing(a_run(shown), shown.id)

    assert page.view["updated"] == {"iso": "2026-03-15T07:00+00:00", "text": "15 March 2026, 07:00"}
    assert "2026-03-15T07:00" in str(page.shell["jsonld"])


def test_minutes_count_the_words_shown() -> None:
    """Two hundred and thirty words are one minute; less is one too, and more is more."""
    long = a_briefing(body="word " * 690, summary=(), key_points=())

    assert (view(a_briefing())["minutes"], view(long)["minutes"]) == (1, 3)


def test_an_update_is_no_correction() -> None:
    """Lists mark what was corrected, not what merely went on."""
    at = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
    updated = a_briefing("u", corrections=(Correction(kind="update", at=at, now="More."),))
    cards = pages_of(an_archive([updated]))["/"].view["lead"]

    assert isinstance(cards, dict)
    assert cards["corrected"] is False


def test_a_page_in_a_language_without_words_takes_the_desks() -> None:
    """Labels and dates are the desk's, the briefing's own words are marked as what they are."""
    briefing = a_briefing("x", language="sv", title="Färjan")
    pages = pages_of(an_archive([briefing]), sectioned(language="de"))
    page = json.loads(json.dumps([pages["/2026/03/x/"].shell, pages["/2026/03/x/"].view]))

    assert (page[0]["lang"], page[1]["title"]["lang"]) == ("de", "sv")
    assert page[1]["news"][0]["marks"][0]["label"] == "Harbour Courier, Absatz 1"
    assert page[1]["edition_when"]["text"] == "14. März 2026"


def test_words_of_the_desk_are_no_excerpt() -> None:
    """Where no article may be quoted, what stands below is headed as the desk's."""
    own = a_briefing(articles=(a_source(rights=Rights.NONE),))
    quoted = a_briefing(articles=(a_source(rights=Rights.EXCERPT), a_source(rights=Rights.FULL)))
    whole = a_briefing(articles=(a_source(rights=Rights.FULL),))

    assert [body_label(b) for b in (own, quoted, whole)] == ["desks_words", "excerpt", "text"]

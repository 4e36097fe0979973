"""Summary and key points as a whole."""

from dataclasses import replace
from datetime import date

from briefings.draft import note_article
from briefings.draft.merging import merge_points
from briefings.draft.rights import spend
from briefings.model import Note, Point, PointKind, Registers, Rights
from tests.builders import a_point, an_article, some_grounds, some_settings

LEDE = "The harbour board closed the east quay on Monday after cracks were found."
SHIPS = "Three cargo ships were sent to Lazaret with timber and wheat aboard."
CAMERA = "Engineers will lower a camera beneath the concrete on Friday morning."
PAY = "Dockers are to be paid in full for four weeks under a rule of the port."
ACCUSES = "The dockers' union accused the harbour company of hiding a report about rust."
DENIES = "The harbour company denied hiding any report and offered to publish its files."


def _note(*body: str, language: str = "en", title: str = "Quay closed") -> Note:
    given = date(2026, 3, 2)
    article = an_article(title=title, body=body, language=language, date=given)
    return note_article(article, Registers())


def _texts(note: Note) -> list[str]:
    return [point.text for point in note.key_points]


def test_the_lede_leads() -> None:
    """The summary opens with the news, and no key point repeats it."""
    note = _note(LEDE, SHIPS, CAMERA, PAY)

    assert note.summary[0].text == LEDE
    assert LEDE not in _texts(note)


def test_an_accusation_brings_its_denial() -> None:
    """Where a company is accused, its answer is chosen too."""
    note = _note(LEDE, ACCUSES, DENIES, SHIPS, CAMERA, PAY)

    told = [point.text for point in (*note.summary, *note.key_points)]
    assert ACCUSES in told
    assert DENIES in told


def test_an_accusation_without_its_denial_is_left_out() -> None:
    """Where the answer cannot be shown alone, the accusation is not shown either."""
    note = _note(LEDE, ACCUSES, "It denied hiding any report.", SHIPS, CAMERA, PAY)

    assert ACCUSES not in [point.text for point in (*note.summary, *note.key_points)]


def test_an_accusation_in_the_summary_is_answered() -> None:
    """What the summary accuses of is answered by the first key point there is room for."""
    note = _note(ACCUSES, DENIES, SHIPS, CAMERA, PAY, title="Union accuses harbour company")

    told = [point.text for point in note.summary]
    assert ACCUSES in told
    assert DENIES in told + _texts(note)


def test_claims_say_whose_they_are() -> None:
    """A point that is somebody's claim names them."""
    note = _note(LEDE, ACCUSES, DENIES, SHIPS, CAMERA)

    says = {point.text: point.says for point in (*note.summary, *note.key_points)}
    assert says[ACCUSES] == "the dockers' union"
    assert says[LEDE] is None


def test_the_headline_is_not_repeated() -> None:
    """A sentence that only says the headline again is no key point."""
    again = "The harbour board has closed the east quay."
    lede = "Cracks wider than a hand run through the concrete under the grain cranes of the port."
    note = _note(lede, SHIPS, again, CAMERA, title="Harbour board closes east quay")

    assert again not in _texts(note)


def test_a_summary_of_two_long_sentences_is_too_long() -> None:
    """A second sentence is told only where both stay within forty words."""
    where = "between the grain cranes and the old customs house of North Harbour"
    long = f"The harbour board closed the east quay on Monday after cracks were found {where}."
    ships = f"Three cargo ships with timber and wheat aboard lay at anchor all day {where}."

    assert len(_note(long, ships, *["He left."] * 4).summary) == 1
    assert len(_note(LEDE, SHIPS, *["He left."] * 4).summary) == 2


def test_a_long_sentence_is_cut() -> None:
    """A sentence too long loses what only adds, and says that it was cut."""
    extra = (
        "which a crew of forty poured under a contract with the old port company of Lazaret "
        "and its heirs in the year of the flood"
    )
    note = _note(
        LEDE, SHIPS, f"Engineers will lower a camera beneath the concrete, {extra}, on Friday.", PAY
    )

    (point,) = [point for point in note.key_points if point.cut]
    assert point.text == "Engineers will lower a camera beneath the concrete on Friday."


def test_another_language_gives_its_lede() -> None:
    """A language without a lexicon gives the first sentence that is short enough, and no points."""
    long = "Satama " + "on suljettu ja " * 20 + "kiinni."
    note = _note(long, "Satama suljettiin maanantaina.", "Laivat lähtivät.", language="fi")

    assert [point.text for point in note.summary] == ["Satama suljettiin maanantaina."]
    assert note.key_points == ()


def test_nothing_to_tell() -> None:
    """An article whose sentences all lean has no summary: fewer is right."""
    note = _note("He left.", "“It is", "What now?")

    assert note.summary == ()
    assert note.key_points == ()


def test_an_empty_article() -> None:
    """An article without a body gives an empty note."""
    note = _note(title="")

    assert note.sentences == ()
    assert note.reading_minutes == 1


def test_background_comes_last() -> None:
    """Background stands behind the news and takes two places at most, were there room for more."""
    towns = (
        "Lazaret",
        "Belrive",
        "Tolmeira",
        "Pont-Rouge",
        "Ain Delma",
        "Marsa",
        "Vila Mor",
        "Almadra",
    )
    things = ("mole", "crane", "mill", "lock", "silo", "chapel", "school", "tower")
    old = [
        f"In {1990 + number} the old {thing} of {town} was rebuilt by crews."
        for number, (town, thing) in enumerate(zip(towns * 2, things + things[::-1], strict=True))
    ]
    kinds = [point.kind for point in _note(LEDE, SHIPS, CAMERA, PAY, *old).key_points]

    assert kinds == [PointKind.NEWS] * 2 + [PointKind.BACKGROUND] * 2


def test_a_denial_two_sentences_on_is_still_the_answer() -> None:
    """What stands between an accusation and its denial changes nothing."""
    note = _note(LEDE, ACCUSES, SHIPS, DENIES, CAMERA, PAY)

    told = [point.text for point in (*note.summary, *note.key_points)]
    assert (ACCUSES in told) == (DENIES in told)
    assert ACCUSES in told


def test_a_short_sentence_about_the_thing_told_before_is_no_point() -> None:
    """`The change came from a single bundle` says nothing alone."""
    note = _note(LEDE, SHIPS, CAMERA, "The change came from a single bundle.", PAY)

    assert "The change came from a single bundle." not in _texts(note)


def test_a_budget_that_cannot_pay_for_both_shows_neither_charge_nor_denial() -> None:
    """A denial alone says nothing, and a charge alone is unfair."""
    article = an_article(title="Quay closed", body=(LEDE, ACCUSES, DENIES), date=date(2026, 3, 2))
    note = note_article(article, Registers())
    for share in range(5, 100, 5):
        settings = replace(some_settings(), excerpt_share=share / 100, excerpt_words=999)
        shown = spend(article, note, Rights.EXCERPT, settings)
        told = {point.text for point in (*shown.summary, *shown.key_points)}

        assert (ACCUSES in told) == (DENIES in told)


def test_an_article_that_does_not_lead_pays_for_no_summary() -> None:
    """Its budget goes to the points a reader sees."""
    article = an_article(
        title="Quay closed", body=(LEDE, SHIPS, CAMERA, PAY), date=date(2026, 3, 2)
    )
    note = note_article(article, Registers())
    settings = replace(some_settings(), excerpt_share=0.4)
    leading = spend(article, note, Rights.EXCERPT, settings)
    other = spend(article, note, Rights.EXCERPT, settings, leads=False)

    assert leading.summary
    assert not other.summary
    assert len(other.key_points) > len(leading.key_points)


def test_the_second_outlet_gets_a_word_in() -> None:
    """Five points of the first leave no place for what only the second knows."""
    firsts = [LEDE, SHIPS, CAMERA, PAY, ACCUSES]
    own = "A diver found that two of the piles had been cut by hand."

    def points(*texts: str) -> tuple[Point, ...]:
        return tuple(a_point(text, grounds=some_grounds("p1s1")) for text in texts)

    merged = [point.text for point in merge_points([points(*firsts), points(own, SHIPS)], "en")]

    assert own in merged
    assert len(merged) == 5
    assert merged.count(SHIPS) == 1


def test_two_of_them_needs_those_they_are_of() -> None:
    """A hospital's name is nobody the pronoun could mean."""
    note = _note(LEDE, SHIPS, "St Mary's Hospital said two of them were badly hurt.", CAMERA, PAY)

    assert not any("two of them" in text for text in _texts(note))

"""What outlets and wires say beside the story."""

import pytest

from briefings.errors import BadFileError
from briefings.model import BylineKind, WireKind
from briefings.read import read_article
from briefings.read.lines.byline_roles import names_of, read_bylines
from briefings.read.lines.wire import read_mark

STORY = (
    "Three crossings were suspended on Friday after inspectors found cracks in one vessel, the "
    "transport ministry said.",
    "“We will look at every hull,” the minister, Ann Roe, told reporters on the quay.",
    "The company that runs the line carried 41,000 people in February, and it said repairs would "
    "take nine days.",
)
PERSON, DESK, AGENCY = BylineKind.PERSON, BylineKind.DESK, BylineKind.AGENCY


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "By Ann Roe in Cairo and Karl Ort, political editor",
            [("Ann Roe", PERSON, "in Cairo"), ("Karl Ort", PERSON, "political editor")],
        ),
        ("Ann Roe (North Harbour)", [("Ann Roe", PERSON, "North Harbour")]),
        ("By ANN ROE AND KARL ORT", [("ANN ROE", PERSON, None), ("KARL ORT", PERSON, None)]),
        ("Staff and agencies", [("Staff and agencies", DESK, None)]),
        ("AFP in Paris", [("AFP", AGENCY, "in Paris")]),
        ("Courier Reporters", [("Courier Reporters", DESK, None)]),
        (
            "Par Maud Kern (Saint-Aubin, envoyée spéciale) avec AFP",
            [("Maud Kern", PERSON, "Saint-Aubin, envoyée spéciale"), ("AFP", AGENCY, None)],
        ),
        ("Von Wiebke Lorenz, Husum", [("Wiebke Lorenz", PERSON, "Husum")]),
        ("بقلم: سارة حداد", [("سارة حداد", PERSON, None)]),
    ],
)
def test_people_stand_apart_from_desks_and_agencies(
    line: str, wanted: list[tuple[str, BylineKind, str | None]]
) -> None:
    """Each with what is printed beside the name."""
    assert [(one.name, one.kind, one.role) for one in read_bylines(line)] == wanted
    assert names_of(line) == [name for name, _, _ in wanted]


@pytest.mark.parametrize(
    ("text", "kind", "until"),
    [
        (
            "EMBARGOED until 00:01 GMT Tuesday 10 February 2026",
            WireKind.EMBARGO,
            "2026-02-10 00:01:00+00:00",
        ),
        ("Hold for release 14 March 2026", WireKind.EMBARGO, "2026-03-14"),
        ("MANDATORY KILL", WireKind.KILL, None),
        ("WITHHOLD", WireKind.WITHHOLD, None),
        ("CORRECTS spelling in 2nd paragraph", WireKind.CORRECTS, None),
        ("1st Ld-Writethru", WireKind.WRITETHRU, None),
        ("Take 2 of 3", WireKind.TAKE, None),
        ("URGENT", WireKind.ADVISORY, None),
    ],
)
def test_the_wire_says_what_it_wants(text: str, kind: WireKind, until: str | None) -> None:
    """An embargo says until when, where it does."""
    mark = read_mark(text, "en")

    assert (mark.kind, mark.text) == (kind, text)
    assert (str(mark.until) if mark.until else None) == until


def an_article(*lines: str) -> str:
    """Write a text of paragraphs."""
    return "\n\n".join(lines)


def test_notes_licence_and_marks_are_facts() -> None:
    """Each from the line whose role it is, and none of them in the story."""
    text = an_article(
        "Ferries halted after cracks found",
        "By Ann Roe in North Harbour",
        "14 March 2026",
        *STORY,
        "Correction: An earlier version of this article misstated the number of crossings.",
        "Ann Roe is a reporter covering transport.",
        "Republished under a Creative Commons licence.",
    )

    article = read_article(text.encode(), path="a.txt")

    assert article.correction_notes == (
        "Correction: An earlier version of this article misstated the number of crossings.",
    )
    assert article.author_note == "Ann Roe is a reporter covering transport."
    assert article.licence == "Republished under a Creative Commons licence."
    assert [(one.name, one.role) for one in article.bylines] == [("Ann Roe", "in North Harbour")]
    assert article.body == STORY


def test_an_embargo_without_a_zone_is_reported() -> None:
    """Nobody can hold a text back until an hour that is not said."""
    text = an_article("Ferries halted after cracks found", "EMBARGOED UNTIL 14 March 2026", *STORY)

    article = read_article(text.encode(), path="a.txt")

    assert [mark.kind for mark in article.wire_marks] == [WireKind.EMBARGO]
    assert "BR219" in {finding.code for finding in article.findings}


def test_a_notice_that_takes_a_story_back_stops_it() -> None:
    """Whatever else stands in it, nothing is drafted from it."""
    text = (
        "BC-EU--Sea Wall, KILL\nKILL\nEditors: The story slugged BC-EU--Sea Wall is killed.\n"
        "A kill is mandatory. Make certain the story is not published.\n"
    )

    assert read_article(text.encode(), path="a.txt").stopped


def test_a_kill_alone_says_what_to_do() -> None:
    """Its message is not that a headline is missing."""
    with pytest.raises(BadFileError, match=r"BR218: the wire takes a story back.*withdraw"):
        read_article(b"MANDATORY KILL\n", path="a.txt")

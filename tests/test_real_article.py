"""The first article a user gave us, from the file as it came to what a draft is made from.

The file is not part of the project: without the folder beside the checkout these tests skip.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from briefings.explain import Explainer, explain_json

FOLDER = Path(__file__).parents[1].parent / "shared" / "seeds"
FILES = sorted(FOLDER.glob("000_*.txt"))

pytestmark = pytest.mark.skipif(not FILES, reason="the article is not beside this checkout")


@pytest.fixture(scope="module")
def told() -> Mapping[str, Any]:
    """Explain the article as `briefings explain --json` does."""
    explainer = Explainer()
    ((_, taken),) = explainer.read([FILES[0]])
    ((article, note),) = taken.articles
    story = explainer.propose_story(article, note)
    found = explain_json(article, note, path=FILES[0].name, story=story, topic_words={})
    read_back: Mapping[str, Any] = json.loads(json.dumps(found))
    return read_back


def lines() -> list[str]:
    """Give the file's lines, so that none of its words need stand here."""
    return [line.strip() for line in FILES[0].read_text(encoding="utf-8").splitlines()]


def texts(told: Mapping[str, Any]) -> str:
    """Give everything a reader would see of summary, points and body."""
    shown = [item["text"] for key in ("summary", "key_points") for item in told[key]]
    return "\n".join([*shown, *told["body"]])


def names(told: Mapping[str, Any], kind: str) -> set[str]:
    """Give the names of one kind, without regard to case."""
    return {item["name"].casefold() for item in told["names"][kind]}


def test_the_headline_is_there_once(told: Mapping[str, Any]) -> None:
    """The line that repeats it has a role of its own and is not in the body."""
    roles = [role["role"] for role in told["roles"]]

    assert told["title"] == lines()[0]
    assert roles.count("headline") == 1
    assert roles.count("repeated headline") == 1
    assert told["title"] not in texts(told)


def test_the_head_is_fields(told: Mapping[str, Any]) -> None:
    """Dek, date, reading time, caption and credit are apart."""
    (image,) = told["images"]

    assert told["dek"] == lines()[3]
    assert told["date"] == "2024-04-25"
    assert told["reading_time"]["printed"] == 3
    assert told["reading_time"]["computed"] >= 2
    assert lines()[6] == f"{image['caption']} (Photo by: {image['credit']})"


def test_furniture_is_nowhere(told: Mapping[str, Any]) -> None:
    """A widget's label and the reading time are in no text a reader sees."""
    assert "Live Story" not in texts(told)
    assert "min read" not in texts(told)


def test_the_roles_are_the_file(told: Mapping[str, Any]) -> None:
    """Joined, they are the file, byte for byte."""
    joined = "".join(role["text"] for role in told["roles"])

    assert joined.encode() == FILES[0].read_bytes()


def test_the_source_is_proposed_and_the_agency_named(told: Mapping[str, Any]) -> None:
    """Nothing in the file says the outlet, so it is a guess; AFP contributed."""
    assert told["source"] is None
    assert told["source_proposed"] == "The New Arab"
    assert told["agencies"] == [{"name": "AFP", "role": "contributor"}]


def test_every_quotation_is_verbatim_and_has_its_speaker(told: Mapping[str, Any]) -> None:
    """Assad's three, and the spokesperson's over three paragraphs and a widget."""
    body = " ".join(told["body"])
    by = {quote["from"][0].partition("s")[0]: quote["speaker"] for quote in told["quotes"]}

    assert all(quote["text"] in body for quote in told["quotes"])
    assert "from time to time" in {quote["text"] for quote in told["quotes"]}
    assert {by["p2"], by["p4"], by["p5"]} == {"Bashar al-Assad"}
    assert "State Department" in by["p6"]
    assert {by["p7"], by["p8"], by["p9"]} == {"a spokesperson for the State Department"}


def test_the_people_are_four(told: Mapping[str, Any]) -> None:
    """One entry a person, whatever the spelling; a photographer is not of the story."""
    assert names(told, "people") == {
        "bashar al-assad",
        "hafez al-assad",
        "joe biden",
        "austin tice",
    }
    (assad,) = [
        item for item in told["names"]["people"] if item["name"].casefold() == "bashar al-assad"
    ]
    assert {at["text"] for at in assad["mentions"]} >= {"Bashar Al-Assad", "Assad"}


def test_organisations_places_and_laws(told: Mapping[str, Any]) -> None:
    """Each is of its kind; a capital that acts is a government, not a place."""
    assert names(told, "organisations") >= {
        "us state department",
        "the new arab",
        "islamic state",
        "afp",
        "sana",
    }
    assert names(told, "places") >= {"syria", "georgia", "abkhazia"}
    assert "washington" not in names(told, "places")
    assert names(told, "laws") == {"caesar act", "unscr 2254"}


def test_key_points_stand_on_the_article(told: Mapping[str, Any]) -> None:
    """Three to five points, news among them, each a sentence of the paragraph it names."""
    points = told["key_points"]

    assert 3 <= len(points) <= 5
    assert sum(point["kind"] == "news" for point in points) >= 2
    for point in [*points, *told["summary"]]:
        (place,) = point["from"]
        paragraph = told["body"][int(place[1:].partition("s")[0]) - 1]
        assert point["cut"] or point["text"] in paragraph
    assert sum(len(item["text"].split()) for item in told["summary"]) <= 40
    assert told["topics"]
    assert told["story"]

"""Where outlets differ, on the pages of stories and briefings."""

from dataclasses import replace
from typing import Any

import pytest

from briefings.link.archive import link_archive
from briefings.model import Claim, Figure, Hedge, Ref, Status
from briefings.pages.differences import say_counted, say_value
from briefings.text.counted import Counted
from tests.builders import a_briefing, a_source, some_settings
from tests.pages.sites import REGISTERS, pages_of


def a_claim(value: str = "12", hedge: Hedge | None = None) -> Claim:
    """Give what an outlet says."""
    return Claim(
        value=value, hedge=hedge, source="s", date=None, briefing="b", at=Ref(1, 1), says=None
    )


@pytest.mark.parametrize(
    ("of", "value", "hedge", "language", "text"),
    [
        ("killed", "12", Hedge.AT_LEAST, "en", "at least 12"),
        ("killed", "1200", None, "en", "1,200"),
        ("killed", "1200", Hedge.ABOUT, "fr", "environ 1\u202f200"),
        ("lira cost of bridge", "206000000", None, "en", "206 million lira"),
        ("lira cost of bridge", "6240000", None, "en", "6.24 million lira"),
        ("percent of turnout", "61.4", None, "en", "61.4%"),
        ("date of hearing", "03-17", None, "en", "17 March"),
        ("date of hearing", "2026-03-17", None, "fr", "17 mars 2026"),
        ("date of hearing", "02-29", None, "en", "29 February"),
        ("date of hearing", "13-45", None, "en", "13-45"),
        ("killed", "many", None, "en", "many"),
    ],
)
def test_a_value_is_said_as_the_language_says_it(
    of: str, value: str, hedge: Hedge | None, language: str, text: str
) -> None:
    """Numbers, amounts, percentages and days; what is none of these is printed as it stands."""
    assert say_value(of, a_claim(value, hedge), language) == text


@pytest.mark.parametrize(
    ("of", "language", "text"),
    [
        ("killed", "en", "Killed"),
        ("killed of children in upper tarn", "en", "Killed: children (Upper Tarn)"),
        ("killed", "ar", "القتلى"),
        ("votes of corvin", "en", "Votes: Corvin"),
        ("lira cost of desalination plant", "fr", "Coût\u202f: desalination plant"),
        ("homes damaged", "en", "Homes damaged"),
    ],
)
def test_what_is_counted_is_named(of: str, language: str, text: str) -> None:
    """In the page's language where the desk has the word."""
    assert say_counted(Counted.parse(of), language) == text


def test_story_and_briefing_show_the_difference() -> None:
    """Each side leads to its briefing, but for the page one is on; a withdrawn one shows none."""
    sides = [
        a_briefing(
            outlet,
            story="s",
            articles=(
                a_source(
                    digest=f"v1:{outlet}",
                    source=outlet,
                    figures=(Figure(of="killed", value=value, at=Ref(1, 1)),),
                ),
            ),
        )
        for outlet, value in (("courier", "31"), ("post", "34"))
    ]
    gone = replace(sides[0], id="gone", path="content/briefings/2026/03/gone.md", story="s")
    gone = replace(gone, status=Status.WITHDRAWN)
    archive = link_archive([*sides, gone], REGISTERS)
    pages = pages_of(archive, some_settings(), plain=(), drafts=False)
    views: dict[str, Any] = {url: page.view for url, page in pages.items()}
    story = views["/story/s/"]["differences"]
    own = views["/2026/03/courier/"]["differences"]

    assert [claim["value"] for claim in story[0]["claims"]] == ["31", "34"]
    assert story[0]["claims"][0]["mark"]["href"] == "../../2026/03/courier/"
    assert [claim["mark"]["href"] for claim in own[0]["claims"]] == [None, "../post/"]
    assert views["/2026/03/gone/"]["differences"] == []

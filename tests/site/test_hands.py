"""Work dealt to several processes: all of it, once, at like cost, and briefings by time."""

import pytest

from briefings.pages import PagePlan
from briefings.site.hands import deal
from briefings.site.planning import Work
from briefings.state.pagebook import Planned


def a_work(url: str) -> Work:
    """Give work at an address."""
    return Work(Planned(url, b"", PagePlan(url=url, make=NotImplemented)), "")


BRIEFINGS = [a_work(f"/{2020 + n // 100}/03/b{n:03}/") for n in range(600)]
LISTS = [a_work(f"/names/n{n}/") for n in range(150)]
FEEDS = [a_work(f"/names/n{n}/feed.xml") for n in range(150)]


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_all_is_dealt_once(count: int) -> None:
    """Nothing is lost or made twice, whatever order it comes in."""
    work = [*FEEDS, *BRIEFINGS, *LISTS]

    parts = deal(work, count)

    assert len(parts) == count
    assert sorted(one.planned.url for part in parts for one in part) == sorted(
        one.planned.url for one in work
    )
    assert deal(work[::-1], count) == parts


def test_lists_go_together_and_briefings_by_time() -> None:
    """The second process sees late briefings only, and has as much to do as the first."""
    first, second = deal([*FEEDS, *BRIEFINGS, *LISTS], 2)

    assert {*LISTS, *FEEDS} <= {*first}
    assert {*second} == {*BRIEFINGS[-len(second) :]}
    assert 0.4 < len(second) / len(BRIEFINGS) < 0.8


def test_lists_alone_are_dealt_too() -> None:
    """Where no briefing is to be made, no process is idle."""
    assert all(deal([*LISTS, *FEEDS], 4))

"""The event is the unit of drafting: what is joined, what is proposed, what comes late."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefings.desk import draft_desk
from briefings.engines import Processes
from briefings.runs import DraftRun
from briefings.settings import Settings
from briefings.store.briefings import load_all
from tests.desks import a_desk, add_article
from tests.happenings import COURIER, LEDGER, NEXT_DAY, OTHER, later

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
FULL = "sample: no\n      rights: full"


def draft(settings: Settings) -> DraftRun:
    """Draft at a fixed time."""
    return draft_desk(settings, now=NOW, by="briefings test", engine=Processes(1))


def stands_on(settings: Settings) -> list[list[str]]:
    """Give the names of the articles of each briefing."""
    loaded, _ = load_all(settings)
    return sorted([Path(a.path).stem for a in one.briefing.articles] for one in loaded)


def publish(settings: Settings) -> Path:
    """Set the desk's one briefing published."""
    (file,) = settings.briefings().rglob("*.md")
    text = file.read_text(encoding="utf-8").replace("status: draft", "status: published")
    file.write_text(text, encoding="utf-8")
    return file


def test_reports_of_one_event_share_a_draft(tmp_path: Path) -> None:
    """What goes on the day after, and what happens beside it, have drafts of their own."""
    texts = {"courier_txt": COURIER, "ledger_txt": LEDGER}
    settings = a_desk(tmp_path, **texts, next_txt=NEXT_DAY, other_txt=OTHER)

    draft(settings)

    assert stands_on(settings) == [["courier", "ledger"], ["next"], ["other"]]


def test_points_of_both_stand_there_once_each_with_its_source(tmp_path: Path) -> None:
    """A point says which article it is of."""
    settings = a_desk(tmp_path, options=FULL, courier_txt=COURIER, ledger_txt=LEDGER)

    draft(settings)

    (loaded,), _ = load_all(settings)
    points = loaded.briefing.key_points
    assert {ref.article for point in points for ref in point.grounds.refs} == {"a", "b"}
    assert len({point.text for point in points}) == len(points)


def test_a_number_the_articles_differ_on_is_told(tmp_path: Path) -> None:
    """With the outlet of each; what they agree on is not."""
    first = COURIER.replace(
        "About 11,000 cars", "Police said 31 people were injured. About 11,000 cars"
    )
    second = LEDGER.replace(
        "Drivers were sent", "Police said 34 people were injured. Drivers were sent"
    )
    settings = a_desk(tmp_path, courier_txt=first, ledger_txt=second)

    run = draft(settings)

    (differ,) = [found for found in run.findings if found.code == "BR244"]
    assert differ.message.startswith("its articles differ on injured: ")
    assert "31 (Harbour Courier)" in differ.message
    assert "34 (Northport Ledger)" in differ.message


def test_a_report_that_comes_later_joins_the_draft(tmp_path: Path) -> None:
    """As long as nobody published it."""
    settings = a_desk(tmp_path, courier_txt=COURIER)
    draft(settings)
    add_article(tmp_path, "ledger_txt", LEDGER)

    draft(settings)

    assert stands_on(settings) == [["courier", "ledger"]]


def test_a_late_report_is_proposed_with_what_it_adds(tmp_path: Path) -> None:
    """Nothing is written into what is out."""
    settings = a_desk(tmp_path, courier_txt=COURIER)
    draft(settings)
    file = publish(settings)
    before = file.read_text(encoding="utf-8")
    add_article(tmp_path, "ledger_txt", LEDGER)

    run = draft(settings)

    (late,) = [found for found in run.findings if found.code == "BR221"]
    assert "tells the event of content/briefings/2026/03/" in late.message
    assert "A specialist firm will weld a plate over the beam." in late.message
    assert "`briefings split" in str(late.remedy)
    assert run.drafted == []
    assert file.read_text(encoding="utf-8") == before


def test_what_may_be_one_event_is_proposed(tmp_path: Path) -> None:
    """One outlet's second report has its own draft, and the command that joins them is told."""
    second = later(LEDGER, outlet="Harbour Courier")
    settings = a_desk(tmp_path, courier_txt=COURIER, second_txt=second)

    run = draft(settings)

    assert stands_on(settings) == [["courier"], ["second"]]
    (perhaps,) = [found for found in run.findings if found.code == "BR242"]
    assert "published the same day" in perhaps.message
    assert "`briefings combine " in str(perhaps.remedy)
    assert "BR242" not in {found.code for found in draft(settings).findings}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("\narticles:\n", "\narticles:  # these alone\n"),
        ("\nreviewed: null\n", "\nreviewed: {by: Noor, at: 2026-03-15}\n"),
    ],
)
def test_a_draft_somebody_has_taken_over_is_left_alone(tmp_path: Path, was: str, now: str) -> None:
    """What would join it is told like a late article, each time, until somebody decides."""
    settings = a_desk(tmp_path, courier_txt=COURIER)
    draft(settings)
    (file,) = settings.briefings().rglob("*.md")
    text = file.read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, now, 1), encoding="utf-8")
    add_article(tmp_path, "ledger_txt", LEDGER)

    for _ in range(2):
        (late,) = [found for found in draft(settings).findings if found.code == "BR221"]
        assert "which somebody has taken over; it adds: " in late.message
    assert file.read_text(encoding="utf-8") == text.replace(was, now, 1)


def test_a_withdrawn_briefing_takes_no_other_report_in(tmp_path: Path) -> None:
    """The new one is drafted on its own."""
    settings = a_desk(tmp_path, courier_txt=COURIER)
    draft(settings)
    file = publish(settings)
    text = file.read_text(encoding="utf-8").replace("status: published", "status: withdrawn")
    file.write_text(text, encoding="utf-8")
    add_article(tmp_path, "ledger_txt", LEDGER)

    draft(settings)

    assert stands_on(settings) == [["courier"], ["ledger"]]

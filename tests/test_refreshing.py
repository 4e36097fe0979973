"""Drafting again after a better drafter: a diff first, and only what nobody touched."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

import briefings.draft
from briefings.cli import commands
from briefings.desk import draft_desk
from briefings.engines import Processes
from briefings.reviewing import review_file
from briefings.runs import DraftRun, write_changes
from briefings.settings import Settings
from tests.desks import FERRY, WIRE, a_desk, files_of

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)


def draft(settings: Settings, *, refresh: bool = False) -> DraftRun:
    """Draft at a fixed time."""
    return draft_desk(settings, now=NOW, by="briefings test", engine=Processes(1), refresh=refresh)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Give a desk whose two drafts an older drafter made, which knew no key points."""
    rights = "sample: no\n      rights: full"
    settings = a_desk(tmp_path, options=rights, ferry_txt=FERRY, teachers_txt=WIRE)
    with monkeypatch.context() as older:
        older.setattr(briefings.draft, "choose_points", lambda *_: ())
        draft(settings)
    return settings


def file_of(settings: Settings, words: str) -> Path:
    """Give the briefing file whose name holds some words."""
    (file,) = settings.briefings().rglob(f"*{words}*.md")
    return file


def test_refreshing_tells_what_would_change_and_writes_nothing(desk: Settings) -> None:
    """A diff comes first."""
    before = files_of(desk.root)

    run = draft(desk, refresh=True)

    assert files_of(desk.root) == before
    assert len(run.changes) == 2
    assert any(line.startswith("+  - text:") for line in run.changes[0].diff())


def test_what_was_shown_is_what_is_written(desk: Settings) -> None:
    """And a second look finds nothing more to change."""
    run = draft(desk, refresh=True)

    written = [is_written for _, is_written in write_changes(run.changes, desk)]

    assert written == [True, True]
    assert draft(desk, refresh=True).changes == []


def test_an_editors_words_stay(desk: Settings) -> None:
    """A field somebody changed is nobody's to refresh; the rest of its file is."""
    file = file_of(desk, "ferry")
    mine = file.read_text().replace("title: Inspectors", "title: All inspectors", 1)
    file.write_text(mine)

    for _ in write_changes(draft(desk, refresh=True).changes, desk):
        pass

    assert "title: All inspectors" in file.read_text()
    assert "key_points: []" not in file.read_text()


def test_a_published_briefing_is_not_offered(desk: Settings) -> None:
    """It is what readers have read."""
    review_file(file_of(desk, "ferry"), desk, by="Mara Voss", at=NOW)

    changes = draft(desk, refresh=True).changes

    assert [Path(change.path).name for change in changes] == [file_of(desk, "teachers").name]


def test_a_file_that_changed_since_the_diff_is_left(desk: Settings) -> None:
    """Nobody has seen what would become of it."""
    run = draft(desk, refresh=True)
    file = file_of(desk, "ferry")
    file.write_text(file.read_text() + "\nA line of mine.\n")
    before = file.read_text()

    written = {Path(c.path).name: is_written for c, is_written in write_changes(run.changes, desk)}

    assert written[file.name] is False
    assert file.read_text() == before


def test_a_new_article_is_not_drafted_by_the_way(desk: Settings) -> None:
    """Refreshing looks at drafts only."""
    new = desk.articles() / "2026/03/new.txt"
    new.write_text(FERRY.replace("ferry", "tram").replace("Ferry", "Tram"))

    draft(desk, refresh=True)

    assert len(list(desk.briefings().rglob("*.md"))) == 2


def test_without_a_terminal_the_command_shows_the_diff_and_says_how_to_write(
    desk: Settings,
) -> None:
    """CI can look; `--yes` writes."""
    command = ["-C", str(desk.root), "draft", "--refresh", "--jobs", "1"]

    looked = CliRunner().invoke(commands, command)
    written = CliRunner().invoke(commands, [*command, "--yes"])
    again = CliRunner().invoke(commands, command)

    assert "2 drafts would change: run it with --yes to write" in looked.output
    assert written.output.count("updated content/briefings/") == 2
    assert "nothing to refresh" in again.output

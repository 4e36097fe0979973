"""`briefings links`: what a build says of each briefing, and why."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefings.cli import commands
from briefings.desk import draft_desk
from briefings.engines import Processes
from briefings.settings import Settings
from tests.desks import FERRY, WIRE, a_desk


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give a desk with two drafts."""
    settings = a_desk(tmp_path, ferry_txt=FERRY, teachers_txt=WIRE)
    now = datetime(2026, 3, 16, 12, tzinfo=UTC)
    draft_desk(settings, now=now, by="briefings test", engine=Processes(1))
    return settings


def run(settings: Settings, *arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(commands, ["-C", str(settings.root), "links", *arguments])


def test_each_line_is_one_briefing_sorted_by_id(settings: Settings) -> None:
    """JSON Lines: every line parses alone and has every key."""
    lines = run(settings, "--json", "--drafts").output.splitlines()
    told = [json.loads(line) for line in lines]
    keys = ["id", "title", "story", "related", "origins", "differences", "backlinks"]

    assert len(told) == 2
    assert [one["id"] for one in told] == sorted(one["id"] for one in told)
    assert all(list(one) == keys for one in told)


def test_an_editor_reads_it_as_text(settings: Settings) -> None:
    """Title, story, origins, a line each; one briefing alone where it is named."""
    file = next(settings.briefings().rglob("*.md"))
    out = run(settings, "--drafts", str(file)).output

    assert out.startswith(f"{file.stem}\n  ")
    assert "\n  origins: 1 outlet, at most 1 origin\n" in out
    assert out.count("  origins: ") == 1


def test_drafts_are_linked_when_asked(settings: Settings) -> None:
    """As on the site, nothing but what is published is there otherwise."""
    result = run(settings)

    assert result.exit_code == 0
    assert "no briefing to link" in result.output


def test_a_briefing_nobody_has_is_refused(settings: Settings) -> None:
    """With the nearest id, or a word about drafts."""
    file = next(settings.briefings().rglob("*.md"))
    near = run(settings, "--drafts", file.stem[:-1])
    far = run(settings, "zzz")

    assert (near.exit_code, far.exit_code) == (2, 2)
    assert f'did you mean "{file.stem}"?' in near.output
    assert "a draft needs --drafts" in far.output

"""`changes` in a repository, as an editor and a workflow run it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_checking import BASE, desk_with
from tests.repositories import a_repository, git

AT = ("--now", "2026-03-20")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a desk in a repository, with one briefing that is out."""
    desk_with(tmp_path)
    return a_repository(tmp_path)


def write(desk: Path, name: str, text: str) -> None:
    """Write a briefing's file."""
    file = desk / "content" / "briefings" / "2026" / "03" / name
    file.write_text(text, encoding="utf-8")


def test_nothing_changed_is_one_line(run: Run, desk: Path) -> None:
    """A desk beside itself."""
    assert run("-C", desk, "changes", *AT) == (0, "No new briefing and no changed word.\n", "")


def test_what_changed_is_told_beside_any_ref(run: Run, desk: Path) -> None:
    """Uncommitted beside HEAD; committed beside the branch; a renamed file by its id."""
    (desk / "content/briefings/2026/03/ferry-inquiry.md").unlink()
    write(desk, "ferries.md", BASE.replace("title: Inspectors to board", "title: Police board", 1))
    write(desk, "second.md", BASE.replace("id: ferry-inquiry", "id: second", 1))
    code, out, _ = run("-C", desk, "changes", *AT)
    git(desk, "checkout", "-qb", "work")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "more")

    assert code == 0
    assert out == run("-C", desk, "changes", "--against", "main", *AT)[1]
    assert "1 new briefing, 1 briefing with other words." in out
    assert "(/2026/03/ferry-inquiry/ → /2026/03/ferries/)" in out
    assert "      headline now: Police board every ferry\n" in out
    assert run("-C", desk, "changes", *AT)[1].startswith("No new")


def test_registers_are_read_as_they_were(run: Run, desk: Path) -> None:
    """A story merged since then has moved; the registers of today would not tell."""
    threads = {"one.md": "boats", "two.md": "boats", "three.md": "ferries", "four.md": "ferries"}
    for name, thread in threads.items():
        text = BASE.replace("id: ferry-inquiry\n", f"id: {name[:-3]}\n", 1)
        lines = [
            f"story: {thread}" if line.startswith("story:") else line for line in text.splitlines()
        ]
        write(desk, name, "\n".join(lines) + "\n")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "four")
    stories = desk / "content" / "registers" / "stories.yml"
    stories.write_text("ferries: {title: The ferries, merged: [boats]}\n", encoding="utf-8")

    told = json.loads(run("-C", desk, "changes", "--format", "json", *AT)[1])
    assert told["moved"] == [
        {"was": "/story/boats/", "now": "/story/ferries/", "title": "The ferries"}
    ]


def test_a_file_that_cannot_be_read_is_told_and_the_rest_too(run: Run, desk: Path) -> None:
    """The summary says that something is missing from it."""
    write(desk, "second.md", BASE.replace("id: ferry-inquiry", "id: second", 1))
    write(desk, "third.md", BASE.replace("\ntopics:", "\ntopcis:", 1))
    code, out, err = run("-C", desk, "changes", "--format", "markdown", *AT)

    assert code == 0
    assert "- **1 briefing file cannot be read**" in out
    assert "1 new briefing," in out
    assert "BR105" in err


def test_no_repository_and_no_such_ref_are_one_message(run: Run, tmp_path: Path) -> None:
    """And code 2."""
    desk_with(tmp_path)
    code, out, err = run("-C", tmp_path, "changes")
    assert (code, out) == (2, "")
    assert "is in no git repository" in err

    a_repository(tmp_path)
    assert "git knows no" in run("-C", tmp_path, "changes", "--against", "nope")[2]

"""`explain` on a terminal and in a pipe."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefings.cli import commands
from briefings.cli.explain_terminal import show_article
from briefings.read import read_article
from tests.desks import FERRY
from tests.read.seeds import COPIED_TEXT


def test_a_terminal_of_80_columns_is_not_overrun(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is known stands above, and no line wraps."""
    monkeypatch.setenv("COLUMNS", "80")
    article = read_article(COPIED_TEXT.encode(), path="ferry.txt")

    show_article("ferry.txt", article)

    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split(maxsplit=1) == ["Title", article.title]
    assert max(map(len, lines[: len(lines) - len(article.findings)])) <= 80


def test_furniture_is_one_line_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """A run of it says how many lines it is."""
    show_article("f.txt", read_article(f"Menu\nShare\nFacebook\n{FERRY}".encode(), path="f.txt"))

    assert " lines: Menu" in capsys.readouterr().out


def test_a_person_gets_the_head_and_a_pipe_every_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`--all` gives a person every line too."""
    file = tmp_path / "ferry.txt"
    file.write_text(FERRY)

    def run(*options: str, terminal: bool) -> str:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
        commands(["explain", *options, str(file)], standalone_mode=False)
        return capsys.readouterr().out

    assert "  Title " in run(terminal=True)
    assert "  Title " not in run("--all", terminal=True)
    assert "  Title " not in run(terminal=False)


@pytest.mark.parametrize(("value", "coloured"), [("1", False), ("", True)])
def test_no_color_is_respected(tmp_path: Path, value: str, *, coloured: bool) -> None:
    """Any value but an empty one."""
    file = tmp_path / "ferry.txt"
    file.write_text(FERRY)

    done = CliRunner().invoke(commands, ["explain", str(file)], env={"NO_COLOR": value}, color=True)

    assert ("\x1b[" in done.output) is coloured


def test_files_of_one_name_are_two_pages(tmp_path: Path) -> None:
    """The second does not replace the first."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(FERRY)

    done = CliRunner().invoke(
        commands,
        [
            "explain",
            "--html",
            "--out",
            str(tmp_path / "o"),
            str(tmp_path / "a"),
            str(tmp_path / "b"),
        ],
    )

    assert done.exit_code == 0
    assert sorted(page.name for page in (tmp_path / "o").iterdir()) == [
        "x.txt-2.html",
        "x.txt.html",
    ]

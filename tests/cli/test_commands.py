"""The commands as a user runs them: what they print and how they end."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefings import __version__
from briefings.cli import COMMANDS
from tests.cli.conftest import Run
from tests.desks import FERRY, WIRE, a_desk, add_article


def test_draft_says_what_it_wrote_and_what_comes_next(run: Run, tmp_path: Path) -> None:
    """Each new file is a line; the last line names the next command."""
    a_desk(tmp_path, ferry_txt=FERRY, teachers_txt=WIRE)

    code, out, _ = run("-C", tmp_path, "draft")

    assert code == 0
    assert "drafted content/briefings/2026/03/inspectors-board-every-ferry-after-fire.md" in out
    assert out.endswith("2 briefings to look at: run `briefings serve`\n")


def test_draft_says_when_there_is_nothing_to_do(run: Run, tmp_path: Path) -> None:
    """A second run is one line."""
    a_desk(tmp_path, ferry_txt=FERRY)
    run("-C", tmp_path, "draft")

    code, out, _ = run("-C", tmp_path, "draft")

    assert (code, out) == (
        0,
        "nothing to draft: every article that can be read has its briefing\n",
    )


@pytest.mark.parametrize(("flags", "expected"), [((), 0), (("--strict",), 1)])
def test_strict_decides_the_exit_code_alone(
    run: Run, tmp_path: Path, flags: tuple[str, ...], expected: int
) -> None:
    """An article without a date is a warning: drafted either way, 1 only with --strict."""
    a_desk(tmp_path, ferry_txt=FERRY.replace("14 March 2026\n", ""))

    code, out, err = run("-C", tmp_path, "draft", *flags)

    assert code == expected
    assert "drafted content/briefings/" in out
    assert "warning BR2" in err


@pytest.mark.parametrize(("flags", "expected"), [((), 0), (("--strict",), 1)])
def test_draft_reports_a_bad_article_with_its_place(
    run: Run, tmp_path: Path, flags: tuple[str, ...], expected: int
) -> None:
    """An empty file is one line on standard error; the others are drafted all the same."""
    a_desk(tmp_path, ferry_txt=FERRY, empty_txt="")

    code, out, err = run("-C", tmp_path, "draft", *flags)

    assert code == expected
    assert "drafted content/briefings/" in out
    assert err.startswith("content/articles/2026/03/empty.txt:1:1: error BR201: the file is empty")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(("flags", "expected"), [((), 0), (("--strict",), 1)])
def test_build_leaves_a_bad_briefing_out(
    run: Run, tmp_path: Path, flags: tuple[str, ...], expected: int
) -> None:
    """The rest is built, and only --strict makes the exit code say so."""
    settings = a_desk(tmp_path)
    (settings.briefings() / "bad.md").write_text("---\ntitle: [\n---\n")

    code, out, err = run("-C", tmp_path, "build", *flags)

    assert code == expected
    assert "pages in " in out
    assert "content/briefings/bad.md:3:1: error BR102" in err


def test_a_file_name_cannot_move_the_terminal(run: Run, tmp_path: Path) -> None:
    """What a stranger named a file is printed with marks, on one line."""
    a_desk(tmp_path)
    add_article(tmp_path, "x_txt", FERRY).rename(
        tmp_path / "content/articles/2026/03/a\n\x1b[2Jb.txt"
    )

    _, out, err = run("-C", tmp_path, "draft")

    assert "\x1b" not in out + err
    assert len(out.splitlines()) == 2


def test_check_counts_what_it_found(run: Run, tmp_path: Path) -> None:
    """The last line says how many briefings were checked and what was found."""
    a_desk(tmp_path, ferry_txt=FERRY)
    run("-C", tmp_path, "draft")

    code, out, _ = run("-C", tmp_path, "check")

    assert code == 0
    assert out.startswith("1 briefing checked: ")


def test_check_fails_on_an_unknown_key_and_says_what_was_meant(run: Run, tmp_path: Path) -> None:
    """A misspelt key is an error with line, column and the right word."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    run("-C", tmp_path, "draft")
    (file,) = settings.briefings().rglob("*.md")
    file.write_text(
        file.read_text(encoding="utf-8").replace("\ntopics:", "\ntopcis:", 1), encoding="utf-8"
    )

    code, _, err = run("-C", tmp_path, "check")

    assert code == 1
    assert 'did you mean "topics"?' in err
    assert ".md:9:1: error BR105" in err


def test_review_publishes_and_build_shows_it(run: Run, tmp_path: Path) -> None:
    """From an article to a page in three commands."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    run("-C", tmp_path, "draft")
    (file,) = settings.briefings().rglob("*.md")

    code, out, _ = run("-C", tmp_path, "review", file, "--by", "Noor", "--now", "2026-03-16")
    assert (code, out) == (0, f"published {file.as_posix()}\n")
    ledger = (settings.registers() / "urls.txt").read_text(encoding="utf-8")
    slug = file.stem
    assert ledger.startswith(f"/2026/03/{slug}/\tbriefing:{slug}\n/edition/2026-")
    again = run("-C", tmp_path, "review", file, "--by", "Noor", "--now", "2026-03-16")
    assert again[1].startswith("unchanged ")
    code, out, _ = run("-C", tmp_path, "build", "--preview")

    assert code == 0
    assert (tmp_path / "site/2026/03/inspectors-board-every-ferry-after-fire/index.html").is_file()
    assert "python3 -m http.server -d" in out
    assert run("-C", tmp_path, "build")[1].startswith("site: nothing changed, ")


def test_the_preview_names_each_draft(run: Run, tmp_path: Path) -> None:
    """`build --preview` lists the drafts and where to look."""
    a_desk(tmp_path, ferry_txt=FERRY)
    run("-C", tmp_path, "draft")

    _, out, _ = run("-C", tmp_path, "build", "--preview")

    assert "draft: /2026/03/inspectors-board-every-ferry-after-fire/" in out


def test_a_review_of_another_file_is_refused(run: Run, tmp_path: Path) -> None:
    """Only the desk's own briefings can be reviewed."""
    a_desk(tmp_path)

    code, _, err = run("-C", tmp_path, "review", tmp_path / "mkdocs.yml", "--by", "Noor")

    assert code == 2
    assert "lies outside content/briefings/" in err


def test_a_broken_ledger_is_told_before_anything_is_lost(run: Run, tmp_path: Path) -> None:
    """The ledger never loses a line, so one that cannot be read is mended first."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    run("-C", tmp_path, "draft")
    (file,) = settings.briefings().rglob("*.md")
    ledger = settings.registers() / "urls.txt"
    ledger.write_text("/old/\tbriefing:old\nwhat is this\n")

    code, _, err = run("-C", tmp_path, "review", file, "--by", "Noor")

    assert code == 2
    assert "content/registers/urls.txt:2:1: error BR110" in err
    assert "status: draft" in file.read_text(encoding="utf-8")
    assert ledger.read_text() == "/old/\tbriefing:old\nwhat is this\n"


def test_what_mkdocs_refuses_is_told_with_its_line(run: Run, tmp_path: Path) -> None:
    """One line for each setting, as for our own; the next build says nothing of a lost state."""
    a_desk(tmp_path)
    file = tmp_path / "mkdocs.yml"
    file.write_text(file.read_text().replace("name: material", "name: nothing"))

    for _ in range(2):
        code, out, err = run("-C", tmp_path, "build")

        assert (code, out) == (2, "")
        assert re.match(r"mkdocs\.yml:\d+:1: error BR001: `theme:` .*nothing", err)
        assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["draft", "check", "build", "serve"])
def test_a_folder_that_is_no_desk_ends_with_2(run: Run, tmp_path: Path, command: str) -> None:
    """The message says where to go."""
    code, _, err = run("-C", tmp_path, command)

    assert code == 2
    assert "go to a desk's folder or name one with -C DIR" in err


def test_wrong_settings_are_told_with_their_lines(run: Run, tmp_path: Path) -> None:
    """Each wrong option is a line, and the exit code is 2."""
    a_desk(tmp_path)
    file = tmp_path / "mkdocs.yml"
    file.write_text(file.read_text().replace("sample: no", "smaple: no"))

    code, _, err = run("-C", tmp_path, "check")

    assert code == 2
    assert err == ('mkdocs.yml:9:7: error BR001: unknown option "smaple"; did you mean "sample"?\n')


def test_a_path_outside_the_desk_ends_with_2(run: Run, tmp_path: Path) -> None:
    """Drafting takes only what lies in the desk."""
    a_desk(tmp_path / "desk")
    file = tmp_path / "elsewhere.txt"
    file.write_text(FERRY)

    code, _, err = run("-C", tmp_path / "desk", "draft", file)

    assert code == 2
    assert "copy the file there first" in err


def test_explain_shows_each_line_its_role_and_why(run: Run, tmp_path: Path) -> None:
    """People read roles and reasons, then what a draft would be made from."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)

    code, out, _ = run("-C", tmp_path, "explain", settings.articles() / "2026/03/ferry.txt")

    assert code == 0
    assert "    1  headline           Inspectors board every ferry after fire" in out
    assert "first line" in out
    assert "\nKey points\n" in out
    assert "Omar Haddad: We will publish every finding" in out


def test_explain_json_is_one_object_a_file(run: Run, tmp_path: Path) -> None:
    """A folder is searched; a bad file is a line too, and the rest go on."""
    settings = a_desk(tmp_path, ferry_txt=FERRY, teachers_txt=WIRE, empty_txt="")

    code, out, _ = run("-C", tmp_path, "explain", "--json", settings.articles())

    first, *rest = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert set(first) == {"path", "error"}
    for item in rest:
        text = "".join(role["text"] for role in item["roles"])
        assert text == Path(item["path"]).read_text(encoding="utf-8")
        for names in item["names"].values():
            for name in names:
                for at in name["mentions"]:
                    body = item["body"][at["paragraph"] - 1]
                    assert body[at["start"] : at["end"]] == at["text"]


def test_explain_json_has_the_documented_keys(run: Run, tmp_path: Path) -> None:
    """The shape in docs/explain.md is the shape that is printed."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    documented = (Path(__file__).parents[2] / "docs" / "explain.md").read_text(encoding="utf-8")

    _, out, _ = run("-C", tmp_path, "explain", "--json", settings.articles())

    for key in json.loads(out):
        assert f"`{key}`" in documented, key


def test_explain_works_without_a_desk(run: Run, tmp_path: Path) -> None:
    """Any file can be explained, wherever it lies."""
    file = tmp_path / "pasted.txt"
    file.write_text(FERRY)

    code, out, _ = run("-C", tmp_path, "explain", "--json", file)

    assert code == 0
    assert json.loads(out)["story"] == "inspectors-board-every-ferry-after-fire"


def test_a_bad_file_is_told_to_people_too(run: Run, tmp_path: Path) -> None:
    """Without --json the message goes to standard error."""
    file = tmp_path / "empty.txt"
    file.write_text("")

    code, out, err = run("-C", tmp_path, "explain", file)

    assert (code, out) == (1, "")
    assert "error BR2" in err


def test_a_terminal_is_not_moved_by_an_article(run: Run, tmp_path: Path) -> None:
    """Escape sequences in an article are printed as a mark, never sent to the terminal."""
    file = tmp_path / "pasted.txt"
    file.write_text(FERRY.replace("Three crossings", "\x1b[2JThree crossings"))

    _, out, _ = run("-C", tmp_path, "explain", file)

    assert "\x1b" not in out


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_teaches(run: Run, name: str) -> None:
    """Each command's help has an example that begins with the program's name."""
    code, out, _ = run(name, "--help")

    assert code == 0
    assert "Example" in out
    assert "  briefings " in out.partition("Example")[2]


def test_python_m_is_the_same_program() -> None:
    """`python -m briefings` runs without the script."""
    done = subprocess.run(
        [sys.executable, "-m", "briefings", "--version"], capture_output=True, text=True, check=True
    )

    assert done.stdout == f"briefings, version {__version__}\n"


def test_long_runs_say_how_far_they_are(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where output is no terminal, progress is plain lines."""
    monkeypatch.setattr("briefings.cli.report._EVERY", 2)
    settings = a_desk(tmp_path, ferry_txt=FERRY, teachers_txt=WIRE)
    add_article(tmp_path, "third_txt", WIRE.replace("NORTHPORT", "SALTMERE"))

    _, _, err = run("-C", tmp_path, "draft", settings.articles())

    assert "reading: 2 of 3\n" in err


def test_on_a_terminal_there_is_a_bar_and_the_line_of_the_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person at a terminal sees a bar, and below a finding the line it is about."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    run("-C", tmp_path, "draft")
    (file,) = settings.briefings().rglob("*.md")
    file.write_text(
        file.read_text(encoding="utf-8").replace("\ntopics:", "\ntopcis:", 1), encoding="utf-8"
    )
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)

    _, _, err = run("-C", tmp_path, "check")

    assert "topcis: " in err
    assert "\n    ^" in err


def test_without_the_drafting_parts_the_message_says_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only the building parts are installed, drafting names the extra."""
    a_desk(tmp_path)
    apart = ("briefings.desk", "briefings.pile", "briefings.events", "briefings.read")
    for name in [name for name in sys.modules if name.startswith(apart)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "ftfy", None)

    code, _, err = run("-C", tmp_path, "draft")

    assert code == 2
    assert "pip install 'briefings[draft]'" in err


def test_a_misspelt_command_is_recognised(run: Run) -> None:
    """The nearest one is named."""
    code, _, err = run("biuld")

    assert code == 2
    assert 'Did you mean "build"?' in err


def test_a_build_does_not_load_what_reads_articles() -> None:
    """A command is imported when it is asked for, so that a site builds without `[draft]`."""
    heavy = "trafilatura", "pypdf", "briefings.read", "briefings.draft.names"
    code = (
        "import sys; from briefings.cli import commands\n"
        "commands.get_command(None, 'build'); commands.get_command(None, 'status')\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"

"""`check` and `explain-rule` as an editor runs them."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefings.settings import Settings
from tests.cli.conftest import Run
from tests.desks import a_desk

BASE = (Path(__file__).parents[1] / "check" / "golden" / "base.md").read_text(encoding="utf-8")
SLIP = BASE.replace("\ntopics:", "\ntopcis:", 1)


def desk_with(root: Path, text: str = BASE, **more: str) -> tuple[Settings, Path]:
    """Make a desk with one briefing and its registers."""
    settings = a_desk(root, **more)
    files = {
        "briefings/2026/03/ferry-inquiry.md": text,
        "registers/sources.yml": "harbour-courier: {name: Harbour Courier}\n",
        "registers/topics.yml": "transport: {name: Transport}\n",
        "registers/urls.txt": "/2026/03/ferry-inquiry/\tbriefing:ferry-inquiry\n",
    }
    for name, content in files.items():
        file = root / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return settings, root / "content/briefings/2026/03/ferry-inquiry.md"


def test_fix_shows_a_diff_and_writes_only_what_has_one_meaning(run: Run, tmp_path: Path) -> None:
    """The second run has nothing to mend, and what is left is told."""
    _, file = desk_with(tmp_path, SLIP.replace("transport, pol", "transprot, pol"))
    code, out, err = run("-C", tmp_path, "check", "--fix")

    assert code == 1
    assert "\n-topcis: [transprot, politics]\n+topics: [transprot, politics]\n" in out
    assert "mended 1 file\n" in out
    assert 'no topic has the id "transprot"' in err
    assert "BR105" not in err
    assert file.read_text(encoding="utf-8") == BASE.replace("transport, pol", "transprot, pol")
    assert "mended" not in run("-C", tmp_path, "check", "--fix")[1]


def test_fix_enters_the_addresses_of_what_is_out(run: Run, tmp_path: Path) -> None:
    """No line of the ledger is taken out; a draft has no address."""
    _, file = desk_with(tmp_path)
    file.rename(file.with_name("ferries.md"))
    ledger = tmp_path / "content" / "registers" / "urls.txt"
    held = ledger.read_text(encoding="utf-8")
    assert "BR504" in run("-C", tmp_path, "check")[2]
    _, out, err = run("-C", tmp_path, "check", "--fix")

    assert "+/2026/03/ferries/\tbriefing:ferry-inquiry\n" in out
    assert "BR504" not in err
    lines = ledger.read_text(encoding="utf-8").splitlines()
    assert {*held.splitlines(), "/2026/03/ferries/\tbriefing:ferry-inquiry"} <= {*lines}
    assert "/edition/2026-03-14/\tedition:2026-03-14" in lines
    assert lines == sorted(lines)
    assert "mended" not in run("-C", tmp_path, "check", "--fix")[1]


def test_without_fix_nothing_is_written(run: Run, tmp_path: Path) -> None:
    """A check looks."""
    _, file = desk_with(tmp_path, SLIP)

    assert run("-C", tmp_path, "check")[0] == 1
    assert file.read_text(encoding="utf-8") == SLIP


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_what_a_machine_reads_is_alone_on_standard_output(
    run: Run, tmp_path: Path, form: str
) -> None:
    """Also beside --fix, whose diff then goes to standard error."""
    desk_with(tmp_path, SLIP)
    code, out, err = run("-C", tmp_path, "check", "--fix", "--format", form)

    assert code == 0
    assert json.loads(out)
    assert "+topics:" in err


@pytest.mark.parametrize(
    ("severity", "code", "word"),
    [("error", 1, "error"), ("note", 0, "note"), ("off", 0, None)],
)
def test_a_desk_sets_the_severity(
    run: Run, tmp_path: Path, severity: str, code: int, word: str | None
) -> None:
    """In mkdocs.yml; the exit code follows."""
    text = BASE.replace("    source: harbour-courier\n", "    source: harbor-courier\n")
    desk_with(tmp_path, text, options=f"severity: {{BR404: {severity}}}")
    ended, out, err = run("-C", tmp_path, "check")

    assert ended == code
    assert (f"{word} BR404" in err) if word else ("BR404" not in err)
    assert word is not None or out.startswith("1 briefing checked: ")


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ("{BR44: off}", 'no rule has the code "BR44"; did you mean "BR'),
        (
            "{BR404: of}",
            "BR404 must be error, warning, note or off, not 'of'; did you mean \"off\"?",
        ),
        ("{BR505: off}", "BR505 stays an error: a published address never dies"),
        ("{BR307: warning}", "BR307 stays an error: the desk's promise to readers"),
        ("[BR404]", "must be codes, each with error, warning, note or off"),
    ],
)
def test_a_severity_that_cannot_be_is_told_with_its_line(
    run: Run, tmp_path: Path, chosen: str, message: str
) -> None:
    """Some rules may not be turned off, and say why."""
    settings = a_desk(tmp_path)
    file = settings.root / "mkdocs.yml"
    file.write_text(file.read_text().replace("sample: no", f"severity: {chosen}"))
    code, _, err = run("-C", tmp_path, "check")

    assert code == 2
    assert err.startswith("mkdocs.yml:9:7: error BR001: `severity:` ")
    assert message in err


def test_against_a_ref_in_a_repository(run: Run, tmp_path: Path) -> None:
    """A silent change fails; with a correction it passes; a bad ref is one message."""
    _, file = desk_with(tmp_path)
    values = ("user.name=Noor", "user.email=noor@desk.example", "commit.gpgsign=false")
    names = [word for value in values for word in ("-c", value)]
    for step in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "x")):
        subprocess.run(["git", "-C", tmp_path, *names, *step], check=True, capture_output=True)
    assert run("-C", tmp_path, "check", "--against", "HEAD")[0] == 0

    renamed = file.with_name("ferries.md")
    file.rename(renamed)
    text = BASE.replace("title: Inspectors to board every", "title: Inspectors to board no", 1)
    renamed.write_text(text, encoding="utf-8")
    _, _, err = run("-C", tmp_path, "check", "--against", "HEAD")
    assert "ferries.md:3:1: error BR521: the headline changed" in err

    entry = "corrections:\n  - {kind: correction, at: 2026-03-15, now: No ferry}\n"
    renamed.write_text(text.replace("corrections: []\n", entry), encoding="utf-8")
    _, _, err = run("-C", tmp_path, "check", "--against", "HEAD")
    assert "BR521" not in err

    code, out, err = run("-C", tmp_path, "check", "--against", "nope")
    assert (code, out) == (2, "")
    assert err.startswith('briefings: git knows no "nope" here')


def test_watch_checks_again_and_ends_well(tmp_path: Path) -> None:
    """A change of a file is a new check; Ctrl-C ends with 0."""
    _, file = desk_with(tmp_path, SLIP)
    command = [sys.executable, "-m", "briefings", "-C", str(tmp_path), "check", "--watch"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "0 briefings checked: 1 error\n"
            assert process.stdout.readline() == "watching; Ctrl-C ends it\n"
            file.write_text(BASE, encoding="utf-8")
            lines = iter(process.stdout.readline, "")
            assert next(line for line in lines if line.startswith("1 briefing checked: "))
            assert next(lines) == "watching; Ctrl-C ends it\n"
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 0
        finally:
            process.kill()


def test_explain_rule_prints_the_page_of_a_rule(run: Run) -> None:
    """Meaning, why, wrong and right, what to do; small letters will do."""
    code, out, _ = run("explain-rule", "br105")

    assert code == 0
    assert out.startswith("BR105 (error): a key is unknown\n\nWhy: a misspelt key")
    for part in ("Wrong:\n    topcis:", "Right:\n    topics:", "What to do: ", "check --fix"):
        assert part in out
    assert "cannot be set" in out
    assert "`severity: {BR404: off}`" in run("explain-rule", "BR404")[1]


def test_explain_rule_knows_what_was_meant_and_lists_all(run: Run) -> None:
    """A wrong code ends with 2 and a proposal."""
    code, _, err = run("explain-rule", "BR0501")
    assert code == 2
    assert 'no rule has the code "BR0501"; did you mean "BR501"?' in err

    code, out, _ = run("explain-rule")
    assert code == 0
    assert "  BR501  error    a briefing is published and nobody reviewed it\n" in out
    assert len(out.splitlines()) > 100


def test_an_outlets_headline_is_kept_knowingly(run: Run, tmp_path: Path) -> None:
    """A finding until a reviewer says so; an edit of the headline asks again."""
    text = BASE.replace(
        "    title: Ferry inquiry confirmed\n", "    title: Inspectors to board every ferry\n"
    )
    _, file = desk_with(tmp_path, text)
    assert "warning BR520" in run("-C", tmp_path, "check")[2]

    options = ("--by", "Noor", "--now", "2026-03-16")
    assert run("-C", tmp_path, "review", file, *options)[1].startswith("unchanged")
    _, out, _ = run("-C", tmp_path, "review", file, *options, "--keep-headline")
    assert out.startswith("published")
    assert "headline: accepted" in file.read_text(encoding="utf-8")
    assert "BR520" not in run("-C", tmp_path, "check")[2]
    assert run("-C", tmp_path, "review", file, *options, "--keep-headline")[1].startswith("unch")

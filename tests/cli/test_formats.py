"""Findings for machines: what GitHub, SARIF readers and scripts are given."""

import json
from pathlib import Path

import pytest

from briefings.cli.formats import as_github, as_json, as_sarif
from briefings.errors import Finding, Place, Severity
from briefings.rulebook import all_rules

TEXT = "---\ntitle: 'a'\n\ttopics: x\n"


def a_finding(code: str = "BR105", **more: object) -> Finding:
    """Give a finding on the second line of a file."""
    given: dict[str, object] = {
        "code": code,
        "severity": Severity.ERROR,
        "place": Place("content/a b.md", 2, 8),
        "message": 'unknown key "topcis"',
        "remedy": 'did you mean "topics"?',
    }
    return Finding(**(given | more))  # type: ignore[arg-type]  # by name


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a desk with one file, in which the command runs."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a b.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_json_has_each_finding_with_its_line(root: Path) -> None:
    """One object; what is not there is null."""
    told = json.loads(
        as_json([a_finding(), a_finding(place=Place("x.yml"), remedy=None)], root, briefings=3)
    )

    assert told["briefings"] == 3
    assert told["findings"][0] == {
        "code": "BR105",
        "severity": "error",
        "path": "content/a b.md",
        "line": 2,
        "column": 8,
        "message": 'unknown key "topcis"',
        "remedy": 'did you mean "topics"?',
        "text": "title: 'a'",
    }
    assert told["findings"][1] | {"line": None, "remedy": None} == told["findings"][1]


@pytest.mark.parametrize(
    ("severity", "word"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")],
)
def test_github_gets_a_workflow_command(root: Path, severity: Severity, word: str) -> None:
    """Its file is named from where the command runs, and only a place with a line has one."""
    (line,) = as_github([a_finding(severity=severity)], root)
    assert line == (
        f"::{word} file=content/a b.md,line=2,col=8,title=BR105::"
        'unknown key "topcis"; did you mean "topics"?'
    )
    (bare,) = as_github([a_finding(severity=severity, place=Place("x.yml"))], root)
    assert bare.startswith(f"::{word} file=x.yml,title=BR105::")


def test_a_stranger_cannot_write_a_workflow_command(root: Path) -> None:
    """Line ends, per cent signs, commas and colons are escaped as GitHub's runner reads them."""
    place = Place("a,b:c%\n::error::d.md", 1, 1)
    (line,) = as_github([a_finding(place=place, message="100%\r\n::set-env name=x::y")], root)

    assert "\n" not in line
    assert "\r" not in line
    assert line.startswith("::error file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ad.md,line=1,col=1,")
    assert "::100%25%0D%0A::set-env name=x::y; did" in line


def test_a_desk_in_a_folder_is_named_from_the_repository(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`briefings -C desk check` in CI: annotations need the path from the top."""
    monkeypatch.chdir(root.parent)
    (line,) = as_github([a_finding()], root)

    assert f"file={root.name}/content/a b.md," in line


# What the schema of SARIF 2.1.0 requires or bounds of the objects we write.
REQUIRED = {
    "sarifLog": {"version", "runs"},
    "run": {"tool"},
    "tool": {"driver"},
    "toolComponent": {"name"},
    "reportingDescriptor": {"id"},
    "message": {"text"},
    "result": {"message"},
    "region": {"startLine"},
}


def test_sarif_has_the_shape_its_schema_requires(root: Path) -> None:
    """Version, driver, rules by index, levels, places from 1, percent-encoded addresses."""
    findings = [a_finding(), a_finding("BR604", severity=Severity.NOTE, place=Place("x.yml"))]
    log = json.loads(as_sarif(findings, root))
    (run,) = log["runs"]
    driver = run["tool"]["driver"]

    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    assert log.keys() >= REQUIRED["sarifLog"]
    assert run.keys() >= REQUIRED["run"]
    assert driver.keys() >= REQUIRED["toolComponent"]
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    for rule in driver["rules"]:
        assert rule.keys() >= REQUIRED["reportingDescriptor"]
        assert rule["defaultConfiguration"]["level"] in {"none", "note", "warning", "error"}
        for key in ("shortDescription", "fullDescription", "help"):
            assert rule[key]["text"]
        assert rule["shortDescription"]["text"] == all_rules()[rule["id"]].meaning
    for result in run["results"]:
        assert result.keys() >= REQUIRED["result"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert all(isinstance(value, str) for value in result["partialFingerprints"].values())
    placed, bare = (one["locations"][0]["physicalLocation"] for one in run["results"])
    assert placed["artifactLocation"]["uri"] == "content/a%20b.md"
    assert placed["region"] == {"startLine": 2, "startColumn": 8, "snippet": {"text": "title: 'a'"}}
    assert "region" not in bare


def test_a_finding_keeps_its_fingerprint_when_lines_come_in_above(root: Path) -> None:
    """Two findings of one line differ; the same finding lower down does not."""

    def prints(*findings: Finding) -> list[str]:
        from briefings.cli.excerpts import forget  # noqa: PLC0415  # beside its only use

        forget()
        results = json.loads(as_sarif(findings, root))["runs"][0]["results"]
        return [one["partialFingerprints"]["briefings/v1"] for one in results]

    one, other = prints(a_finding(), a_finding())
    file = root / "content/a b.md"
    file.write_text("\n\n" + TEXT, encoding="utf-8")
    moved, _ = prints(
        a_finding(place=Place("content/a b.md", 4, 8)),
        a_finding(place=Place("content/a b.md", 4, 9)),
    )

    assert one != other
    assert moved == one

"""The workflows of this repository and of a new desk: their form, and each shell step, run.

A step runs in bash as a runner would start it, in a clone of a repository with a branch beside
`main`. `pip` alone is not run: a stand-in looks whether what it would install is there.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefings.starting import NewDesk, start_desk
from tests.repositories import a_repository, git

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "briefings" / "starter" / "dot_github" / "workflows"
WORKFLOWS = sorted([*(ROOT / ".github" / "workflows").glob("*.yml"), *STARTER.glob("*.yml")])
_PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
_PIP = """#!/bin/sh
# Looks where pip would install: every file named after -r has to be there.
[ "$1 $2" = "-m pip" ] || exec "{python}" "$@"
while [ $# -gt 0 ]; do
  if [ "$1" = "-r" ]; then [ -s "$2" ] || {{ echo "no $2" >&2; exit 1; }}; fi
  shift
done
"""


def names(file: Path) -> str:
    """Name a workflow for the test's own name."""
    return f"{'starter' if STARTER in file.parents else 'ours'}-{file.stem}"


def workflow(file: Path) -> dict[str, Any]:
    """Read one; `on` stays the word it is."""
    loaded: dict[str, Any] = yaml.load(
        file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )  # makes text alone
    return loaded


def steps(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each step with its job."""
    for name, job in workflow(file)["jobs"].items():
        yield from ((name, step) for step in job["steps"])


@pytest.mark.parametrize("file", WORKFLOWS, ids=names)
def test_a_workflow_may_do_little_and_runs_what_it_knows(file: Path) -> None:
    """No permission but those a job names, actions by digest, nobody's text in a shell."""
    whole = workflow(file)
    assert whole["permissions"] == {}
    assert "pull_request_target" not in whole["on"]
    for job in whole["jobs"].values():
        assert {"permissions", "timeout-minutes", "name"} <= job.keys()
        assert set(job["permissions"].items()) <= {
            ("contents", "read"),
            ("pages", "write"),
            ("id-token", "write"),
        }
    for line in re.findall(r"uses: (.+)", file.read_text(encoding="utf-8")):
        assert _PINNED.fullmatch(line), line
    for _, step in steps(file):
        assert "${{" not in step.get("run", "")
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"


def test_the_two_publish_alike() -> None:
    """A push, the clock and a person publish; one run after the other; state is kept."""
    for file in (file for file in WORKFLOWS if file.stem == "publish"):
        on = workflow(file)["on"]
        assert set(on) == {"push", "schedule", "workflow_dispatch"}
        assert workflow(file)["concurrency"]["cancel-in-progress"] == "false"
        (kept,) = (step for _, step in steps(file) if "actions/cache" in step.get("uses", ""))
        assert kept["with"]["path"].split() == [".briefings", "site"]
        assert kept["with"]["restore-keys"] == "built-"


def a_runner(tmp_path: Path, name: str, origin: Path) -> tuple[Path, dict[str, str]]:
    """Clone a repository onto a branch of its own, and give the environment of a runner."""
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(origin), str(clone))
    tools = tmp_path / "tools"
    tools.mkdir()
    python = tools / "python"
    python.write_text(_PIP.format(python=sys.executable), encoding="utf-8")
    python.chmod(0o755)
    (tools / "briefings").symlink_to(Path(sys.executable).parent / "briefings")
    return clone, {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(tmp_path / f"{name}.md"),
        "SOURCE_DATE_EPOCH": "1774164600",  # 22 March 2026
    }


def run_steps(
    file: Path, clone: Path, environment: dict[str, str], jobs: tuple[str, ...]
) -> dict[str, tuple[int, str]]:
    """Run each shell step, whatever the one before it gave; the exit code and output of each."""
    ended: dict[str, tuple[int, str]] = {}
    for job, step in steps(file):
        if job not in jobs or "run" not in step:
            continue
        given = {
            key: value.replace("${{ github.base_ref }}", "main")
            for key, value in step.get("env", {}).items()
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=clone,
            env=environment | given,
            capture_output=True,
            text=True,
            check=False,
        )
        ended[step["run"].strip().partition(" >>")[0]] = (
            done.returncode,
            done.stdout + done.stderr,
        )
    return ended


def ours(tmp_path: Path) -> Path:
    """Make a repository of what this one builds from."""
    root = tmp_path / "ours"
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "content", "theme", "requirements", "mkdocs.yml"],
        capture_output=True,
        check=True,
    )
    for path in filter(None, listed.stdout.decode().split("\0")):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, root / path)
    return a_repository(root)


def a_new_desk(tmp_path: Path) -> Path:
    """Make a repository of a new desk."""
    start_desk(tmp_path / "desk", NewDesk(name="The Mill", url="https://mill.example/"))
    return a_repository(tmp_path / "desk")


def test_the_steps_of_this_repository_pass_on_the_sample(tmp_path: Path) -> None:
    """Check and publish, one after the other in one clone, as they are written."""
    clone, environment = a_runner(tmp_path, "summary", ours(tmp_path))
    folder = ROOT / ".github" / "workflows"
    ended = run_steps(folder / "check.yml", clone, environment, ("desk",))
    ended |= run_steps(folder / "publish.yml", clone, environment, ("build",))

    assert {run: code for run, (code, _) in ended.items()} == dict.fromkeys(ended, 0), ended
    assert len(ended) == 6
    assert (clone / ".briefings" / "preview" / "index.html").exists()
    assert (clone / "site" / "index.html").exists()
    said = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert said == "## What readers will see\n\nNo new briefing and no changed word.\n"


def test_the_steps_of_a_new_desk_pass_and_fail_as_they_should(tmp_path: Path) -> None:
    """A changed headline without a correction fails the check, is told, and is in the preview."""
    clone, environment = a_runner(tmp_path, "summary", a_new_desk(tmp_path))
    ended = run_steps(STARTER / "publish.yml", clone, environment, ("build",))
    assert {code for code, _ in ended.values()} == {0}, ended

    (file,) = (clone / "content" / "briefings").rglob("*.md")
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"\ntitle: .*", "\ntitle: The bridge is <b>shut</b>", text, count=1))
    ended = run_steps(STARTER / "check.yml", clone, environment, ("desk",))
    code, said = ended['briefings check --strict --format github --against "origin/$BASE"']

    assert code == 1
    assert "::error file=content/briefings/2026/01/footbridge-reopens.md,line=3,col=1" in said
    assert [code for code, _ in ended.values()] == [0, 0, 1, 0]
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "    - headline now\\: The bridge is \\<b\\>shut\\<\\/b\\>\n" in summary
    preview = clone / ".briefings" / "preview" / "2026" / "01" / "footbridge-reopens" / "index.html"
    assert "The bridge is &lt;b&gt;shut" in preview.read_text(encoding="utf-8")


def test_a_commit_that_withdraws_is_published_past_every_other_finding(tmp_path: Path) -> None:
    """A broken briefing would stop the check; what is withdrawn cannot wait for its editor."""
    clone, environment = a_runner(tmp_path, "summary", a_new_desk(tmp_path))
    (file,) = (clone / "content" / "briefings").rglob("*.md")
    (file.with_name("broken.md")).write_text("---\ntitle: [\n---\n", encoding="utf-8")
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "A broken one")
    ended = run_steps(STARTER / "publish.yml", clone, environment, ("build",))
    assert sorted(code for code, _ in ended.values()) == [0, 1]
    assert not (clone / "site").exists()

    text = file.read_text(encoding="utf-8").replace("status: published", "status: withdrawn")
    file.write_text(text, encoding="utf-8")
    git(clone, "commit", "-qam", "Withdraw it")
    ended = run_steps(STARTER / "publish.yml", clone, environment, ("build",))

    assert {code for code, _ in ended.values()} == {0}, ended
    page = clone / "site" / "2026" / "01" / "footbridge-reopens" / "index.html"
    assert "Withdrawn" in page.read_text(encoding="utf-8")

"""The hooks for pre-commit, started as it starts them; and `check FILE`, which they run."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import Run
from tests.cli.test_checking import BASE, SLIP, desk_with
from tests.repositories import a_repository, git

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
FERRY = "content/briefings/2026/03/ferry-inquiry.md"
SECOND = "content/briefings/2026/03/second.md"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a repository with two briefings; the second shouts."""
    desk_with(tmp_path)
    second = re.sub("id: .*\ntitle: .*", "id: second\ntitle: BREAKING NEWS!!", BASE, count=1)
    (tmp_path / SECOND).write_text(second, encoding="utf-8")
    return a_repository(tmp_path)


def hook(name: str) -> dict[str, Any]:
    """Give a published hook."""
    (found,) = (one for one in yaml.safe_load(HOOKS.read_text()) if one["id"] == name)
    return dict(found)


def start(name: str, desk: Path) -> tuple[int, str]:
    """Run a hook's entry at the top of the repository, with the changed files it asks for."""
    changed = git(desk, "diff", "--cached", "--name-only", "--diff-filter=ACMR").split()
    files = [path for path in changed if re.search(hook(name)["files"], path)]
    if not files:
        return 0, ""
    paths = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [*shlex.split(hook(name)["entry"]), *files],
        cwd=desk,
        env=os.environ | {"PATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_a_hook_stops_a_commit_with_a_fault_in_a_changed_file(desk: Path) -> None:
    """What other files have wrong is not this commit's."""
    (desk / FERRY).write_text(SLIP, encoding="utf-8")
    git(desk, "add", FERRY)
    code, said = start("briefings-check", desk)

    assert code == 1
    assert f"{FERRY}:9:1: error BR105" in said
    assert SECOND not in said


def test_a_commit_of_other_files_starts_no_hook(desk: Path) -> None:
    """Articles, pages and settings are not asked for."""
    for name in ("articles/2026/03/x.txt", "pages/contact.md"):
        (desk / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (desk / "content" / name).write_text("x", encoding="utf-8")
    git(desk, "add", "-A")

    assert start("briefings-check", desk) == (0, "")


def test_the_second_hook_mends_what_it_was_given(desk: Path) -> None:
    """pre-commit stops where a file changed; the next commit passes."""
    (desk / FERRY).write_text(SLIP, encoding="utf-8")
    git(desk, "add", FERRY)
    code, said = start("briefings-fix", desk)

    assert "mended 1 file" in said
    assert (desk / FERRY).read_text(encoding="utf-8") == BASE
    assert start("briefings-fix", desk)[0] == code == 0


def test_check_of_a_file_tells_of_that_file_only(run: Run, desk: Path) -> None:
    """A register too; a file elsewhere is wrong usage."""
    register = desk / "content/registers/sources.yml"
    register.write_text("harbour-courier: {nam: x}\n", encoding="utf-8")
    _, _, whole = run("-C", desk, "check")
    code, out, err = run("-C", desk, "check", register)
    assert code == 1
    assert {line.split(":")[0] for line in err.splitlines() if "BR1" in line} == {
        "content/registers/sources.yml"
    }
    assert out.startswith("0 briefings checked: ")
    assert SECOND in whole

    _, out, err = run("-C", desk, "check", desk / SECOND)
    assert out.startswith("1 briefing checked: ")
    assert all(line.startswith((SECOND, "    ")) for line in err.splitlines())
    code, _, err = run("-C", desk, "check", HOOKS)
    assert code == 2
    assert "is no file of this desk" in err


@pytest.mark.skipif(shutil.which("pre-commit") is None, reason="pre-commit is not installed")
def test_pre_commit_takes_the_hooks(desk: Path) -> None:
    """The real one, where it is: it reads the manifest and runs the entries."""
    hooks = [hook(name) | {"language": "system"} for name in ("briefings-check", "briefings-fix")]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (desk / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (desk / FERRY).write_text(SLIP, encoding="utf-8")
    git(desk, "add", "-A")
    paths = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = ["pre-commit", "run", "--color=never", "--files", FERRY]
    environment = os.environ | {"PATH": paths, "PRE_COMMIT_HOME": str(desk / ".git" / "pc")}
    for code, check, fix in ((1, "Failed", "Failed"), (0, "Passed", "Passed")):
        done = subprocess.run(
            command, cwd=desk, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert re.search(rf"check briefings and registers\.+{check}", done.stdout)
        assert re.search(rf"one meaning only\.+{fix}", done.stdout)
        git(desk, "add", "-A")

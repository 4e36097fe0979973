"""What the page prints is what the program prints: each command is run on a copy of the sample.

`<!-- output: … -->` shows what a command prints; `<!-- run: … -->` runs one that says nothing, such
as an edit made by hand. `pytest tests/test_readme.py --accept` writes the outputs anew.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repositories import a_repository, git

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, ROOT / "docs" / "editors.md")
_BLOCK = re.compile(
    r"<!-- run: (?P<quietly>.+?) -->\n"
    r"|<!-- output: (?P<command>.+?) -->\n(?:\n?```console\n.*?\n```\n)?",
    re.DOTALL,
)


def run(command: str, desk: Path) -> str:
    """Run a line of the page on a desk, with the program of this environment."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "SOURCE_DATE_EPOCH": "1774164600",  # 22 March 2026, 08:30 on the islands
        "LC_ALL": "C.UTF-8",
        **{f"GIT_{role}_NAME": "Noor" for role in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{role}_EMAIL": "noor@desk.example" for role in ("AUTHOR", "COMMITTER")},
    }
    done = subprocess.run(
        command,
        shell=True,
        cwd=desk,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pages_show_real_output(page: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Every block below an output mark is what its command prints, run in order."""
    for name in ("content", "theme", "docs", "mkdocs.yml", ".gitignore"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        else:
            shutil.copy(source, tmp_path)
    _drop_drafts(tmp_path)
    a_repository(tmp_path)
    git(tmp_path, "clone", "-q", "--bare", ".", str(tmp_path.with_suffix(".git")))
    git(tmp_path, "remote", "add", "origin", str(tmp_path.with_suffix(".git")))
    git(tmp_path, "fetch", "-q", "origin")
    text = page.read_text(encoding="utf-8")

    def printed(found: re.Match[str]) -> str:
        if found["quietly"]:
            assert run(found["quietly"], tmp_path) == ""
            return found[0]
        command = found["command"]
        output = run(command, tmp_path).rstrip("\n")
        return f"<!-- output: {command} -->\n```console\n$ {command}\n{output}\n```\n"

    wanted = _BLOCK.sub(printed, text)
    if request.config.getoption("accept"):
        page.write_text(wanted, encoding="utf-8")
        return
    assert text == wanted


def _drop_drafts(desk: Path) -> None:
    """Take away what an earlier `make site` drafted, so that the pile is as it is committed."""
    for file in (desk / "content" / "briefings").rglob("*.md"):
        if "\nstatus: draft\n" in file.read_text(encoding="utf-8"):
            file.unlink()


def test_the_readme_names_what_is_there() -> None:
    """Each path the page links to exists, and each folder in its tree does."""
    text = README.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (ROOT / target).exists(), target
    tree = text.partition("## The layout")[2].partition("```\n")[2].partition("```")[0]
    for line in tree.splitlines():
        name = line.split()[0]
        inside = "briefings/" if line.startswith("  ") else ""
        assert (ROOT / (inside + name)).exists(), line

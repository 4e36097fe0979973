"""Git repositories of small desks, for tests."""

import subprocess
from pathlib import Path

_AS = ("user.name=Noor", "user.email=noor@desk.example", "commit.gpgsign=false")


def git(root: Path, *words: str, fails: bool = False) -> str:
    """Run git in a folder as an editor of the desk; give what it printed."""
    names = [word for value in _AS for word in ("-c", value)]
    done = subprocess.run(
        ["git", "-C", root, *names, *words], check=False, capture_output=True, text=True
    )
    assert bool(done.returncode) is fails, done.stdout + done.stderr
    return done.stdout + done.stderr


def a_repository(root: Path) -> Path:
    """Make a repository of what lies in a folder, with one commit on `main`."""
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "the desk as it is")
    return root

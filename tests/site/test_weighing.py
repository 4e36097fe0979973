"""The weight of a tree: what shows in it, and how it is carried on."""

import os
import shutil
from pathlib import Path

import pytest

from briefings.site.weighing import weigh, weigh_again, weighing


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Write a small tree."""
    for path in ("index.html", "a/index.html", "a/b/index.html", "search/x/1", "search/y/2"):
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path)
    return tmp_path / "site"


def test_no_tree_weighs_nothing(tmp_path: Path) -> None:
    """A site that is not there is told from an empty one."""
    (tmp_path / "empty").mkdir()

    assert weigh(tmp_path / "none") == ""
    assert weigh(tmp_path / "empty") != ""


@pytest.mark.parametrize("what", ["touched", "longer", "lost", "more", "moved"])
def test_whatever_happens_to_a_file_shows(tree: Path, what: str) -> None:
    """A file touched, written into, deleted, added or moved makes another weight."""
    before, file = weigh(tree), tree / "a/index.html"

    if what == "touched":
        os.utime(file, ns=(1, 1))
    elif what == "longer":
        stamp = file.stat()
        file.write_text("longer than it was")
        os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    elif what == "lost":
        file.unlink()
    elif what == "more":
        (tree / "b.html").write_text("")
    else:
        file.rename(tree / "a/b/other.html")

    assert weigh(tree) != before


def test_a_weight_is_carried_on(tree: Path, tmp_path: Path) -> None:
    """What changed is taken off and added: files, folders, new ones and lost ones."""
    later = tmp_path / "later"
    shutil.copytree(tree, later)
    (later / "index.html").unlink()
    (later / "index.html").write_text("another")
    (later / "new").mkdir()
    (later / "new/index.html").write_text("new")
    (later / "a/index.html").unlink()
    shutil.rmtree(later / "search/x")
    (later / "search/y/3").write_text("3")
    changed = ["index.html", "new/index.html", "a/index.html", "search/x/", "search/y/", "never"]

    assert weigh_again(weigh(tree), tree, later, [*changed, "search/y/2"]) == weigh(later)
    assert weigh_again(weigh(tree), tree, later, changed[1:]) != weigh(later)


def test_another_process_weighs_the_same(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it is asked for or not, no process of it is left."""
    begun, fork = [], os.fork

    def noted() -> int:
        begun.append(fork())
        return begun[-1]

    monkeypatch.setattr(os, "fork", noted)

    with weighing(tree) as weighed:
        assert weighed() == weigh(tree)
    with weighing(tree):
        pass

    for child in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)

"""The same desk gives the same files in nine environments, and the same wheel in two folders."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT
from tests.desks import FERRY, WIRE, a_desk, add_article, files_of
from tests.site.test_build import publish_all
from tests.torture.tallying import FULL, Tally

AS_NOBODY = "import os,sys; os.setgid(65534); os.setuid(65534); os.execv(sys.argv[1], sys.argv[1:])"
ENVIRONMENTS: dict[str, dict[str, str]] = {
    "zone": {"TZ": "Pacific/Kiritimati"},
    "locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "C", "PYTHONUTF8": "0"},
    "hash seed": {"PYTHONHASHSEED": "77"},
    "umask": {"UMASK": "077"},
    "folder": {"FOLDER": "another folder/ünder it"},
    "user": {"AS": "nobody", "HOME": "/nonexistent", "USER": "nobody", "LOGNAME": "nobody"},
    "file order": {"ORDER": "reversed"},
    "clock": {"TOUCH": "2031-01-01", "SOURCE_DATE_EPOCH": "1773662400"},
    "workers": {"CPUS": "1"},
}


def files_in(root: Path, differing: dict[str, str]) -> dict[str, bytes]:
    """Draft, publish and build a desk in an environment; give all that was written."""
    articles = {"ferry_txt": FERRY, "teachers_txt": WIRE, "quay_md": FERRY.replace("ferr", "barg")}
    names = sorted(articles, reverse=differing.get("ORDER") == "reversed")
    settings = a_desk(root / differing.get("FOLDER", "desk"))
    for name in names:
        file = add_article(settings.root, name, articles[name])
        if "TOUCH" in differing:
            os.utime(file, (1925000000, 1925000000))
    command = [sys.executable, "-m", "briefings", "-C", str(settings.root)]
    if "CPUS" in differing and shutil.which("taskset"):
        command = ["taskset", "-c", "0", *command]
    if "AS" in differing and _may_be_another():
        root.chmod(0o777)
        subprocess.run(["chmod", "-R", "a+rwX", *_up_to(root), settings.root], check=True)
        command = [sys.executable, "-c", AS_NOBODY, *command]
    environment = {**os.environ, **differing, "PYTHONDONTWRITEBYTECODE": "1"}
    umask = int(differing.get("UMASK", "022"), 8)
    for more in (["draft"], ["build"]):
        now = (
            []
            if more == ["build"] and "SOURCE_DATE_EPOCH" in differing
            else ["--now", "2026-03-16T12:00+00:00"]
        )
        done = subprocess.run(
            [*command, *more, *now], env=environment, umask=umask, capture_output=True, check=False
        )
        assert done.returncode == 0, (differing, done.stderr[-1500:])
        publish_all(settings)
    content = files_of(settings.briefings())
    return content | files_of(settings.root / "site")


def _may_be_another() -> bool:
    """Tell whether the tests may become another user, who can enter the interpreter's folder."""
    trial = [sys.executable, "-c", AS_NOBODY, sys.executable, "-c", "import briefings.site.build"]
    return (
        os.getuid() == 0 and subprocess.run(trial, capture_output=True, check=False).returncode == 0
    )


def _up_to(root: Path) -> list[Path]:
    """Give the test runner's own folders above, which nobody else may enter."""
    return [folder for folder in root.parents if "pytest" in folder.name]


@pytest.mark.skipif(sys.platform != "linux", reason="users and processors are set as on Linux")
def test_nothing_of_the_machine_is_in_the_files(tmp_path: Path, tally: Tally) -> None:
    """Drafts and site of one desk are compared with those of each environment, byte by byte."""
    wanted = files_in(tmp_path / "first", {})
    names = list(ENVIRONMENTS) if FULL else ["hash seed", "file order"]
    for name in names:
        got = files_in(tmp_path / name.replace(" ", "-"), ENVIRONMENTS[name])
        odd = [key for key in wanted.keys() | got if wanted.get(key) != got.get(key)]
        tally.add(name, *odd[:5])

    assert len(wanted) > 50
    tally.check(least=2)


def a_checkout(folder: Path) -> Path:
    """Copy what the package is made of."""
    folder.mkdir(parents=True)
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".gitignore"):
        shutil.copy(ROOT / name, folder)
    for name in ("briefings", "theme", "docs", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_the_wheel_and_the_source_are_the_same_wherever_they_are_built(
    tmp_path: Path, tally: Tally
) -> None:
    """Byte by byte, under one `SOURCE_DATE_EPOCH`."""
    built = []
    for name in ("one", "another/deeper"):
        folder = a_checkout(tmp_path / name)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1773662400", "TZ": name[:3].upper()}
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build"],
            cwd=folder, env=environment, check=True, capture_output=True,
        )  # fmt: skip
        built.append(files_of(folder / "dist"))

    assert {Path(name).suffix for name in built[0]} == {".whl", ".gz"}
    for name in built[0]:
        tally.add(name, built[0][name] != built[1].get(name) and "differs")
    tally.check(least=2)

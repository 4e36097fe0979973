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
    environment = {**os.environ, **differing, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "briefings", "-C", str(settings.root)]
    if "CPUS" in differing and shutil.which("taskset"):
        command = ["taskset", "-c", "0", *command]
    if "AS" in differing:
        command = [sys.executable, "-c", AS_NOBODY, _python_of_all() or "", *command[1:]]
        environment["PYTHONPATH"] = os.pathsep.join(_packages())
        root.chmod(0o777)
        subprocess.run(["chmod", "-R", "a+rwX", *_up_to(root), settings.root], check=True)
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
    if "AS" in differing:
        owners = {file.stat().st_uid for file in (settings.root / "site").rglob("*")}
        assert owners == {65534}, "it was not another user who built"
    content = files_of(settings.briefings())
    return content | files_of(settings.root / "site")


def _packages() -> list[str]:
    return [str(ROOT), *(path for path in sys.path if path.endswith("site-packages"))]


def _python_of_all() -> str | None:
    """Give a Python of this version that another user can run; None where there is none.

    The one that runs the tests may stand in a folder that is closed to everybody else.
    """
    if os.getuid() != 0:
        return None
    version = f"python3.{sys.version_info.minor}"
    found = (shutil.which(version, path=path) for path in (os.environ.get("PATH"), os.defpath))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(_packages())}
    for python in filter(None, (sys.executable, *found)):
        trial = [sys.executable, "-c", AS_NOBODY, python, "-c", "import briefings.site.build, lxml"]
        if subprocess.run(trial, env=environment, capture_output=True, check=False).returncode == 0:
            return python
    return None


def _up_to(root: Path) -> list[Path]:
    """Give the test runner's own folders above, which nobody else may enter."""
    return [folder for folder in root.parents if "pytest" in folder.name]


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give what the desk is where nothing differs."""
    files = files_in(tmp_path_factory.mktemp("first"), {})
    assert len(files) > 50
    return files


@pytest.mark.skipif(sys.platform != "linux", reason="users and processors are set as on Linux")
@pytest.mark.parametrize("name", list(ENVIRONMENTS) if FULL else ["hash seed", "file order"])
def test_nothing_of_the_machine_is_in_the_files(
    tmp_path: Path, wanted: dict[str, bytes], tally: Tally, name: str
) -> None:
    """Drafts and site of one desk are those of each environment, byte by byte.

    Seen to fail with the name of the user put into `pages/shell.py`.
    """
    if name == "user" and _python_of_all() is None:
        pytest.skip("only root may become another user, who must be able to run this Python")
    got = files_in(tmp_path, ENVIRONMENTS[name])
    odd = [key for key in wanted.keys() | got if wanted.get(key) != got.get(key)]
    tally.add(name, *odd[:5])

    tally.check()


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

"""What a machine may do to a build: each fault is one message, and the old site stands."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.errors import BriefingsError
from briefings.settings import Settings
from briefings.site.build import build_site
from briefings.site.publisher import only_build
from tests.desks import files_of
from tests.site.test_build import NOW, a_drafted_desk, build, publish_all


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of a few megabytes, where the system lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def _say_of(settings: Settings) -> str | None:
    """Give what a build fails of."""
    try:
        build_site(settings, now=NOW)
    except BriefingsError as error:
        return str(error)
    return None


@pytest.mark.parametrize("room", [0, 40, 200, 500, 900, 1500])
def test_a_full_disk_is_one_message_and_the_old_site(small_disk: Path, room: int) -> None:
    """Wherever it fills up; with room again the next build goes on."""
    settings = a_drafted_desk(small_disk / "desk")
    publish_all(settings)
    old = files_of(build(settings).site)
    file = next(iter(settings.briefings().rglob("insp*.md")))
    text = file.read_text(encoding="utf-8").replace("title: ", "title: Newly ", 1)
    file.write_text(text, encoding="utf-8")
    ballast = small_disk / "ballast"
    with ballast.open("wb", buffering=0) as filled:
        room_left = shutil.disk_usage(small_disk).free - room * 1024
        filled.write(b"x" * max(0, room_left))

    said = _say_of(settings)

    if said is not None:
        assert len(said.splitlines()) == 1
        assert files_of(settings.root / "site") == old
    ballast.unlink()

    assert files_of(build(settings).site) == files_of(build(settings, clean=True).site)


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    """A link into nothing among the briefings leaves the rest as it is."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)
    old = files_of(build(settings).site)
    (settings.briefings() / "2026" / "03" / "nowhere.md").symlink_to(tmp_path / "gone")

    built = build(settings)

    assert [found.place.path for found in built.findings] == [
        "content/briefings/2026/03/nowhere.md"
    ]
    assert files_of(built.site) == old


def test_a_spoiled_search_shard_is_made_again(tmp_path: Path) -> None:
    """What was indexed before is looked at before it is used."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)
    old = files_of(build(settings).site)
    for file in (settings.state() / "search").rglob("ids.json"):
        file.write_text("{", encoding="utf-8")
    (settings.state() / "site.sqlite").unlink()

    assert files_of(build(settings).site) == old


def test_a_build_beside_another_is_one_message_and_the_old_site(tmp_path: Path) -> None:
    """Whoever comes second is told to wait, and touches nothing.

    Seen to fail with `only_build` taken out of `site/build.py`.
    """
    settings = a_drafted_desk(tmp_path / "desk")
    old = files_of(build(settings).site)
    publish_all(settings)

    with only_build(settings.state()):
        said = _say_of(settings)

    assert said is not None
    assert "another build holds" in said
    assert files_of(settings.root / "site") == old

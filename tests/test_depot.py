"""Articles kept elsewhere: brought before a run, and then files like any others."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from briefings import depot
from briefings.configuration import parse_settings
from briefings.depot import bring_articles
from briefings.desk import draft_desk
from briefings.engines import Processes
from briefings.errors import BadFileError, DeskError
from briefings.settings import Settings
from tests.desks import FERRY, WIRE, a_desk, files_of

fsspec = pytest.importorskip("fsspec", reason="the extra `remote` is not installed")
NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
_TOP = "site_name: T\nsite_url: https://t.example/\nplugins:\n  - briefings:\n      articles_url: "


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Give a folder of articles outside any desk."""
    folder = tmp_path / "shelf" / "2026" / "03"
    folder.mkdir(parents=True)
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "teachers.txt").write_text(WIRE, encoding="utf-8")
    return tmp_path / "shelf"


def a_far_desk(tmp_path: Path, shelf: Path) -> Settings:
    """Give a desk whose articles are there."""
    return replace(a_desk(tmp_path / "desk"), articles_url=shelf.as_uri())


def test_a_folder_elsewhere_gives_what_the_same_folder_here_gives(
    tmp_path: Path, shelf: Path
) -> None:
    """Drafts are the same to the byte."""
    far = a_far_desk(tmp_path, shelf)
    near = a_desk(tmp_path / "near", ferry_txt=FERRY, teachers_txt=WIRE)

    assert bring_articles(far).new == 2
    for settings in (far, near):
        draft_desk(settings, now=NOW, by="briefings test", engine=Processes(1))

    assert files_of(far.briefings()) == files_of(near.briefings())


def test_a_second_run_brings_only_what_changed(tmp_path: Path, shelf: Path) -> None:
    """What is gone there is gone here, too."""
    settings = a_far_desk(tmp_path, shelf)
    bring_articles(settings)
    assert (again := bring_articles(settings)) == depot.Brought(), again

    (shelf / "2026/03/ferry.txt").write_text(FERRY + "\nMore.\n", encoding="utf-8")
    (shelf / "2026/03/teachers.txt").unlink()
    (shelf / "2026/03/new.txt").write_text(WIRE, encoding="utf-8")
    found = bring_articles(settings)

    assert (found.new, found.changed, found.gone, found.kept) == (1, 1, 1, [])
    assert files_of(settings.articles()) == files_of(shelf)


def test_what_somebody_changed_here_is_left_as_it_is(tmp_path: Path, shelf: Path) -> None:
    """And told, whether it changed there or is gone."""
    settings = a_far_desk(tmp_path, shelf)
    bring_articles(settings)
    mine = [settings.articles() / "2026/03" / name for name in ("ferry.txt", "teachers.txt")]
    for file in mine:
        file.write_text("Mine\n", encoding="utf-8")
    (shelf / "2026/03/ferry.txt").write_text("Theirs\n", encoding="utf-8")
    (shelf / "2026/03/teachers.txt").unlink()

    assert sorted(bring_articles(settings).kept) == ["2026/03/ferry.txt", "2026/03/teachers.txt"]
    assert [file.read_text(encoding="utf-8") for file in mine] == ["Mine\n"] * 2


class Storage:
    """A storage with keys nobody would give a file, which fails now and then."""

    def __init__(self, contents: dict[str, bytes], failures: int) -> None:
        self.contents, self.failures = contents, failures

    def walk(self, root: str, **_: Any) -> Iterator[tuple[str, list[str], dict[str, Any]]]:
        """List everything as one folder."""
        yield (
            root,
            [],
            {
                name: {"name": f"{root}/{name}", "size": len(held), "ETag": "1"}
                for name, held in self.contents.items()
            },
        )

    def cat_ranges(
        self, keys: list[str], starts: list[int], ends: list[int], **_: Any
    ) -> list[bytes | Exception]:
        """Read, or say that the line is busy."""
        if self.failures:
            self.failures -= 1
            return [OSError("busy")] * len(keys)
        held = {f"b/{name}": content for name, content in self.contents.items()}
        return [held[key][start:end] for key, start, end in zip(keys, starts, ends, strict=True)]


def bring_from(
    storage: Storage, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> depot.Brought:
    """Bring from a storage of our own."""
    monkeypatch.setattr(depot, "_open", lambda _: (storage, "b"))
    monkeypatch.setattr(depot, "_WAITS", (0.0, 0.0))
    return bring_articles(replace(settings, articles_url="s3://b"))


def test_a_storage_that_fails_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not for ever: then what was brought is kept, and the run says what to do."""
    settings = a_desk(tmp_path)

    assert bring_from(Storage({"a.txt": b"A"}, failures=2), settings, monkeypatch).new == 1
    with pytest.raises(DeskError, match=r"b/b\.txt cannot be read: busy; run it again"):
        bring_from(Storage({"a.txt": b"A", "b.txt": b"B"}, failures=9), settings, monkeypatch)
    assert (settings.articles() / "a.txt").read_bytes() == b"A"


def test_no_key_leads_out_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anybody may have chosen it; what is no article is not brought either."""
    keys = ("../x.txt", "/etc/x.txt", "a/../../x.txt", ".x.txt", "a\\x.txt", "x.exe", "ok.txt")
    before = set(files_of(tmp_path))

    bring_from(Storage(dict.fromkeys(keys, b"X"), 0), a_desk(tmp_path / "desk"), monkeypatch)

    new = {path for path in set(files_of(tmp_path)) - before if path.endswith(".txt")}
    assert new == {"desk/content/articles/ok.txt"}


def test_an_empty_object_and_one_too_large_are_brought_as_far_as_need_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader says what is wrong with them."""
    settings = a_desk(tmp_path)
    large = b"x" * (3 * 1024 * 1024)

    bring_from(Storage({"none.txt": b"", "large.txt": large}, 0), settings, monkeypatch)

    assert (settings.articles() / "none.txt").stat().st_size == 0
    assert (settings.articles() / "large.txt").stat().st_size == 2 * 1024 * 1024 + 1
    run = draft_desk(settings, now=NOW, by="briefings test", engine=Processes(1))
    assert len(run.findings) == 2


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("s3://key:secret@bucket/x", "holds credentials"),
        ("ftp://host/x", "must be s3://BUCKET/PREFIX"),
        ("bucket/x", "must be s3://BUCKET/PREFIX"),
        ("s3://bucket?key=x", "holds credentials"),
    ],
)
def test_a_wrong_address_is_told_without_its_secrets(tmp_path: Path, url: str, told: str) -> None:
    """Credentials are the environment's."""
    with pytest.raises(BadFileError, match=told) as raised:
        parse_settings(_TOP + url + "\n", root=tmp_path)
    assert "secret" not in str(raised.value)

"""What was parsed is kept by what was read, whoever writes meanwhile."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from briefings.errors import BuildError
from briefings.settings import Settings
from briefings.state import open_state
from briefings.state.files import FileBook, Source
from briefings.state.parsed import Row, Shown, load_parsed, read_desk
from briefings.state.parsing import parse_file
from briefings.store.briefings import dump_briefing, load_all
from tests.desks import a_desk
from tests.link.desks import an_entry
from tests.site.test_build import NOW


def text_of(title: str, id_: str = "a") -> str:
    """Write a briefing."""
    return dump_briefing(an_entry(id_, title=title))


def a_file(settings: Settings, text: str, name: str = "a.md") -> Path:
    """Put a file among the briefings."""
    file = settings.briefings() / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def read(
    settings: Settings,
    during: Callable[[], object] = lambda: None,
    after: Callable[[], object] = lambda: None,
) -> tuple[Shown, dict[str, str]]:
    """Read the desk while something else goes on; give titles by id."""

    def parse(sources: Sequence[Source]) -> Iterable[Row]:
        during()
        rows = [parse_file(source, settings) for source in sources]
        after()
        return rows

    with open_state(settings.root / "s", "1") as state:
        files = FileBook(state)
        shown = read_desk(state, files, settings, now=NOW, drafts=True, parse=parse)
        files.save()
        state.commit()
        contents = shown.contents.items()
        return shown, {id_: load_parsed(state, digest).title for id_, digest in contents}


def test_a_file_written_while_it_is_read_is_kept_as_it_was_read(tmp_path: Path) -> None:
    """Taking the change back gives what was there before it."""
    settings = a_desk(tmp_path)
    file = a_file(settings, text_of("First"))

    titles = read(settings, lambda: file.write_text(text_of("Second"), encoding="utf-8"))[1]
    file.write_text(text_of("First"), encoding="utf-8")

    assert titles == {"a": "Second"}
    assert read(settings)[1] == {"a": "First"}


def test_a_file_that_is_gone_for_a_moment_is_not_bad_for_good(tmp_path: Path) -> None:
    """An editor may delete it and write it anew."""
    settings = a_desk(tmp_path)
    file = a_file(settings, text_of("First"))

    gone = read(settings, lambda: file.unlink(missing_ok=True))[0]
    a_file(settings, text_of("First"))
    back, titles = read(settings)

    assert [str(found) for found in gone.findings] == [
        "content/briefings/a.md:1:1: error BR108: there is no such file; check its name"
    ]
    assert (back.findings, titles) == ((), {"a": "First"})


def test_a_file_that_is_written_without_end_is_an_error(tmp_path: Path) -> None:
    """Whatever a build showed of it would be wrong."""
    settings = a_desk(tmp_path)
    file, turns = a_file(settings, text_of("First")), list[int]()

    def write() -> None:
        turns.append(1)
        file.write_text(text_of(f"Take {len(turns)}"), encoding="utf-8")

    with pytest.raises(BuildError, match="is being written"):
        read(settings, write, write)


def test_what_is_wrong_is_said_again_without_reading(tmp_path: Path) -> None:
    """In the words of reading the whole desk."""
    settings = a_desk(tmp_path)
    a_file(settings, text_of("First"))
    a_file(settings, "no briefing", "bad.md")
    (settings.briefings() / "latin.md").write_bytes(b"---\n\xe9")
    (settings.briefings() / "out.md").symlink_to(tmp_path / "gone")

    first, again = read(settings)[0], read(settings, lambda: pytest.fail("parsed again"))[0]

    assert again == first
    assert again.findings == load_all(settings)[1]
    assert {found.place.path for found in again.findings} == {
        f"content/briefings/{name}.md" for name in ("bad", "latin", "out")
    }


def test_of_two_with_one_id_the_first_path_is_shown(tmp_path: Path) -> None:
    """Whichever was written first, and whichever changed last."""
    settings = a_desk(tmp_path)
    a_file(settings, text_of("Of b"), "b.md")
    assert read(settings)[1] == {"a": "Of b"}
    file = a_file(settings, text_of("Of a"), "a.md")
    assert read(settings)[1] == {"a": "Of a"}
    a_file(settings, text_of("Of b again"), "b.md")
    assert read(settings)[1] == {"a": "Of a"}
    file.unlink()
    assert read(settings)[1] == {"a": "Of b again"}


def test_the_desk_is_the_one_that_checking_reads(tmp_path: Path) -> None:
    """Links to folders, names in any order, and hidden files."""
    settings = a_desk(tmp_path)
    for name in ("z/b.md", "a-b/c.md", "a/d.md", ".hidden/e.md"):
        a_file(settings, text_of(name, name[-4]), name)
    (settings.briefings() / "linked").symlink_to(settings.briefings() / "a")
    os.symlink(".", settings.briefings() / "round")  # noqa: PTH211

    loaded, _ = load_all(settings)

    assert list(read(settings)[1]) == [one.briefing.id for one in loaded]
    assert len(read(settings)[0].digests) == len(loaded)

"""The briefing files of a desk are loaded together, and places are found in them."""

from pathlib import Path

import pytest

from briefings.errors import BadFileError
from briefings.model import Status
from briefings.store.briefings import LoadedBriefing, load_all, load_briefing
from briefings.store.written import dump_briefing
from tests.builders import a_briefing, some_settings


def test_one_bad_file_never_stops_the_rest(tmp_path: Path) -> None:
    """Good files load in order of path; hidden ones are a tool's."""
    for name, text in {
        "2026/03/b.md": dump_briefing(a_briefing("b")),
        "2026/03/a.md": dump_briefing(a_briefing("a", status=Status.DRAFT)),
        "2026/04/bad.md": "no front matter",
        "2026/04/.hidden.md": "x",
        ".obsidian/x.md": "x",
        "notes.txt": "x",
    }.items():
        file = tmp_path / "content" / "briefings" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    loaded, findings = load_all(some_settings(root=tmp_path))

    assert [item.briefing.path for item in loaded] == [
        "content/briefings/2026/03/a.md",
        "content/briefings/2026/03/b.md",
    ]
    assert [str(finding.place) for finding in findings] == ["content/briefings/2026/04/bad.md:1:1"]
    assert load_briefing(tmp_path / loaded[0].briefing.path, tmp_path) == loaded[0].briefing
    with pytest.raises(BadFileError):
        load_briefing(tmp_path / "content/briefings/2026/04/bad.md", tmp_path)


def test_a_desk_without_briefings_is_empty(tmp_path: Path) -> None:
    """A missing folder is no fault."""
    assert load_all(some_settings(root=tmp_path)) == ((), ())


TEXT = "---\ntitle: T\nsummary:\n  - text: one\n  - from: [p1]\n---\n\n\nBody\n"


@pytest.mark.parametrize(
    ("keys", "line", "column"),
    [
        (("title",), 2, 1),
        (("summary", 1, "from"), 5, 5),
        (("summary", 1), 5, 5),
        (("summary", 1, "from", 0), 5, 12),
        (("summary", 7, "from"), 3, 1),
        (("summary", "text"), 3, 1),
        (("missing", "key"), 2, 1),
        (("body",), 9, 1),
    ],
)
def test_a_place_is_that_of_the_key_or_the_nearest_above(
    keys: tuple[str | int, ...], line: int, column: int
) -> None:
    """Keys lead to their own place, items to theirs, the body to its first line."""
    place = LoadedBriefing(briefing=a_briefing("x"), text=TEXT).place(*keys)

    assert (place.path, place.line, place.column) == (
        "content/briefings/2026/03/x.md",
        line,
        column,
    )

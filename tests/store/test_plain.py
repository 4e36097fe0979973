"""Plain pages: a title, a language, Markdown."""

from pathlib import Path

import pytest

from briefings.errors import BadFileError
from briefings.store.plain import load_plain


def loaded(tmp_path: Path, text: str) -> tuple[str, str | None, str]:
    """Load a page of that text."""
    file = tmp_path / "content" / "pages" / "about.md"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return load_plain(file, tmp_path)


def test_front_matter_gives_title_and_language(tmp_path: Path) -> None:
    """The title above the text is not printed twice."""
    text = "---\ntitle: About us\nlanguage: fr\n---\n\n# About us\n\nWe write.\n"

    assert loaded(tmp_path, text) == ("About us", "fr", "\nWe write.")


def test_the_first_heading_is_the_title(tmp_path: Path) -> None:
    """A page without front matter is titled by its heading."""
    assert loaded(tmp_path, "\ufeff# About us #\n\nWe write.\n") == (
        "About us",
        None,
        "\nWe write.",
    )


def test_a_page_without_a_title_is_told_how_to_get_one(tmp_path: Path) -> None:
    """One message with the place and the remedy."""
    with pytest.raises(BadFileError, match=r"about.md:1:1: .*no title; begin with a line such as"):
        loaded(tmp_path, "We write.\n")


def test_an_empty_title_counts_as_none(tmp_path: Path) -> None:
    """`title:` with nothing behind it falls back on the heading."""
    assert loaded(tmp_path, "---\ntitle:\n---\n# Us\nWe write.")[0] == "Us"

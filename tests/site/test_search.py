"""The search index: stubs of what pages say, and an index that is the same each time."""

from pathlib import Path

import pytest

from briefings.errors import BuildError
from briefings.model import PageModel, SearchStub
from briefings.site import search
from briefings.site.search import dump_stub, settle_entry, write_index
from tests.desks import files_of


def a_page(url: str, text: str, language: str) -> PageModel:
    """Give a page with a stub."""
    stub = SearchStub(title=text.split(maxsplit=1)[0], text=text, language=language)
    return PageModel(url=url, template="plain.html", shell={}, view={}, stub=stub)


PAGES = [
    a_page("/a/", "Ferries were stopped in the harbour", "en"),
    a_page("/b/", "Les traversiers restent au port", "fr"),
    a_page("/c/", "توقفت العبارات في الميناء", "ar"),
    a_page("/d/", "Die Fähren liegen im Hafen", "de"),
    a_page("/e/", "Los transbordadores siguen en el puerto", "es"),
]


def test_the_index_of_many_languages_is_the_same_each_time(tmp_path: Path) -> None:
    """Two runs over the same pages give the same bytes, whatever order Pagefind's maps have."""
    trees = []
    for name in ("one", "two", "three"):
        write_index(PAGES, tmp_path / name, tmp_path / "state")
        trees.append(files_of(tmp_path / name))

    assert trees[0] == trees[1] == trees[2]
    assert "pagefind/pagefind.js" in trees[0]
    assert not [name for name in trees[0] if "ui" in Path(name).name]


def test_an_entry_is_put_in_order(tmp_path: Path) -> None:
    """The same languages in another order are the same file."""
    for name, text in (
        ("a", '{"languages":{"fr":1,"en":2}}'),
        ("b", '{"languages":{"en":2,"fr":1}}'),
    ):
        (tmp_path / name).write_text(text)
        settle_entry(tmp_path / name)

    assert (tmp_path / "a").read_text() == (tmp_path / "b").read_text()


def test_spellings_of_one_language_share_an_index() -> None:
    """`en-GB` is found where `en` is searched."""
    stub = SearchStub(title="A", text="b", language="en-GB", meta={"date": '1"2'})

    assert '<html lang="en">' in dump_stub(stub)
    assert 'data-v="1&quot;2"' in dump_stub(stub)


def test_without_a_page_there_is_no_index(tmp_path: Path) -> None:
    """An empty desk has nothing to search, and nothing fails."""
    write_index([], tmp_path / "site", tmp_path / "state")

    assert not (tmp_path / "site").exists()


def test_a_failing_pagefind_is_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Pagefind said last is told."""
    monkeypatch.setattr(search.sys, "executable", "/bin/false")

    with pytest.raises(BuildError, match="Pagefind failed"):
        write_index(PAGES, tmp_path / "site", tmp_path / "state")


def test_a_pagefind_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build ends with a message instead of waiting for ever."""
    monkeypatch.setattr(search, "_LONGEST", 0.001)

    with pytest.raises(BuildError, match="did not finish"):
        write_index(PAGES, tmp_path / "site", tmp_path / "state")

"""A site built in parts and joined is the site one build gives; anything less is refused."""

import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import BuildError
from briefings.settings import Settings
from briefings.site import hands
from briefings.site.build import build_site
from briefings.site.joining import find_parts, join_parts
from briefings.site.parts import build_part, deal
from briefings.site.search import cache
from briefings.site.share import Share
from briefings.store.briefings import dump_briefing
from tests.builders import a_briefing, some_names
from tests.desks import a_desk, files_of

NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)


def a_filled_desk(root: Path) -> Settings:
    """Make a desk of a dozen briefings over three months, with a picture of its own."""
    settings = a_desk(root, options="pages_per_list: 3\n      feed_items: 4")
    for n in range(8):
        add(
            settings, f"b{n}", edition=date(2026, 1 + n % 3, 3 + n), story="quay" if n % 2 else None
        )
    return settings


def add(settings: Settings, id_: str, **values: Any) -> None:
    """Write a published briefing."""
    briefing = a_briefing(id_, names=some_names(people=["Ada Brook"]), **values)
    file = settings.briefings() / "2026" / "03" / f"{id_}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dump_briefing(briefing), encoding="utf-8")


def quiet(line: str) -> None:
    """Say nothing."""
    del line


def parts_of(settings: Settings, of: int, now: datetime = NOW) -> list[Path]:
    """Build every part."""
    return [
        build_part(settings, Share(number, of), now=now, say=quiet)[0]
        for number in range(1, of + 1)
    ]


def joined(settings: Settings, parts: Sequence[Path], now: datetime = NOW) -> dict[str, bytes]:
    """Join parts and give the tree."""
    return files_of(join_parts(settings, parts, now=now, say=quiet).site)


@given(
    found=st.lists(st.text("abc/", min_size=1), max_size=40, unique=True),
    rest=st.integers(0, 200),
    of=st.integers(1, 9),
)
def test_every_piece_of_work_is_in_one_part(found: list[str], rest: int, of: int) -> None:
    """Nothing is left out and nothing made twice, whatever the number of parts."""
    urls = [*((url, True) for url in found), *((str(n), False) for n in range(rest))]
    work: list[Any] = [
        SimpleNamespace(planned=SimpleNamespace(url=url, plan=SimpleNamespace(found=is_found)))
        for url, is_found in urls
    ]
    dealt = [one for number in range(1, of + 1) for one in deal(work, Share(number, of))]

    assert sorted(map(id, dealt)) == sorted(map(id, work))


@pytest.mark.parametrize("of", [2, 5])
def test_parts_joined_are_what_one_build_gives(
    tmp_path: Path, of: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, with several processes in a part too; the next build builds upon it."""
    whole = files_of(build_site(a_filled_desk(tmp_path / "one"), now=NOW).site)
    settings = a_filled_desk(tmp_path / "parts")
    monkeypatch.setattr(hands, "MANY", 20)

    assert joined(settings, parts_of(settings, of)[::-1]) == whole

    assert not build_site(settings, now=NOW).fresh
    add(settings, "b3", edition=date(2026, 1, 6), title="Another headline")
    built = build_site(settings, now=NOW)
    assert "/2026/01/b3/" in built.rendered
    assert "/about/" not in built.rendered
    assert files_of(built.site) == files_of(build_site(settings, now=NOW, clean=True).site)


def test_a_shard_that_lies_within_a_part_is_not_indexed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The assembly takes what parts indexed."""
    settings = a_filled_desk(tmp_path)
    parts = parts_of(settings, 1)

    def refused(*_: object) -> None:
        raise AssertionError("indexed again")

    monkeypatch.setattr(cache, "index_shard", refused)
    assert any(path.startswith("pagefind/") for path in joined(settings, parts))


def test_parts_may_be_carried_elsewhere(tmp_path: Path) -> None:
    """Another machine has another folder; a part that was built twice is named once."""
    settings = a_filled_desk(tmp_path / "here")
    parts = parts_of(settings, 2)
    there = a_filled_desk(tmp_path / "there")
    carried = [shutil.copytree(part, tmp_path / "post" / part.name) for part in parts]

    assert joined(there, carried) == files_of(build_site(settings, now=NOW).site)
    assert find_parts(settings) == parts


def spoil_page(part: Path) -> None:
    """Lose the end of a page."""
    page = next((part / "tree").rglob("index.html"))
    page.write_bytes(page.read_bytes()[:-9])


def lose_page(part: Path) -> None:
    """Lose a page."""
    next((part / "tree").rglob("index.html")).unlink()


def add_page(part: Path) -> None:
    """Slip in a page nobody made."""
    (part / "tree" / "more.html").write_text("more", encoding="utf-8")


def end_early(part: Path) -> None:
    """Be killed before the end."""
    (part / "part.json").unlink()


def spoil_manifest(part: Path) -> None:
    """Lose the end of the manifest."""
    (part / "part.json").write_text("{", encoding="utf-8")


HARMS: dict[Any, str] = {
    spoil_page: r"index\.html is not as part 2 left it: build that part again",
    lose_page: r"index\.html is not as part 2 left it",
    add_page: r"more\.html is not as part 2 left it",
    end_early: "2-of-2 is no part, or an unfinished one: build it again",
    spoil_manifest: r"part\.json cannot be read",
    shutil.rmtree: "is no part, or an unfinished one",
}


def test_a_damaged_part_is_refused_and_the_old_site_stands(tmp_path: Path) -> None:
    """The message says which, and what to do."""
    settings = a_filled_desk(tmp_path)
    before = files_of(build_site(settings, now=NOW).site)
    first, second = parts_of(settings, 2)
    sound = shutil.copytree(second, tmp_path / "sound")

    for harm, said in HARMS.items():
        harm(second)
        with pytest.raises(BuildError, match=said):
            join_parts(settings, [first, second], now=NOW, say=quiet)
        shutil.rmtree(second, ignore_errors=True)
        shutil.copytree(sound, second)

    assert files_of(tmp_path / "site") == before
    assert joined(settings, [first, second]) == before


def test_parts_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    """One missing, one twice, none, of two numbers of parts, of another desk or hour."""
    settings = a_filled_desk(tmp_path)
    first, second = parts_of(settings, 2)
    (third, *_) = parts_of(settings, 3)

    def refusal(parts: list[Path], now: datetime = NOW) -> str:
        with pytest.raises(BuildError) as caught:
            join_parts(settings, parts, now=now, say=quiet)
        return str(caught.value)

    assert refusal([first]) == "of 2 parts there is no 2"
    assert refusal([first, second, second]) == "a part is there twice: name each folder once"
    assert "there are no parts" in refusal([])
    assert "of different numbers of parts" in refusal([first, second, third])
    add(settings, "b3", edition=date(2026, 1, 6), title="Another headline")
    assert "part 1 was built of another desk" in refusal([first, second])
    assert not (tmp_path / "site").exists()


def test_an_embargo_that_lifted_between_parts_is_noticed(tmp_path: Path) -> None:
    """A part built an hour later shows more: the two make no site."""
    settings = a_filled_desk(tmp_path)
    add(settings, "held", edition=date(2026, 4, 1), publish_at=NOW + timedelta(minutes=30))
    first, _ = build_part(settings, Share(1, 2), now=NOW, say=quiet)
    second, _ = build_part(settings, Share(2, 2), now=NOW + timedelta(hours=1), say=quiet)

    with pytest.raises(BuildError, match="part 2 was built of another desk, or for another hour"):
        join_parts(settings, [first, second], now=NOW, say=quiet)


@pytest.mark.parametrize("text", ["0/4", "5/4", "1", "1/0", "a/b", "-1/2", "1/4 ", "１/4", ""])
def test_a_part_is_said_as_one_of_so_many(text: str) -> None:
    """Anything else is told."""
    with pytest.raises(ValueError, match="is no part such as 1/4"):
        Share.parse(text)
    assert Share.parse("2/4") == Share(2, 4)

"""Files that are drawn: kept by what they show, drawn once."""

from pathlib import Path
from typing import Any

import pytest

from briefings.configuration import load_settings
from briefings.model import Icon, OutputFile, SocialImage
from briefings.site import finishing
from briefings.site.build import build_site
from briefings.site.finishing import Finisher
from briefings.store.briefings import dump_briefing
from tests.builders import a_briefing, some_settings
from tests.desks import a_desk
from tests.site.test_incremental import NOW, write


def a_finisher(folder: Path) -> Finisher:
    """Give one that prints no letters."""
    letters: Any = None
    return Finisher(some_settings(root=folder), letters)


def test_a_picture_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same picture at another address comes from the folder of pictures."""
    icon = Icon(path="a.png", size=48, maskable=False)
    first = a_finisher(tmp_path).finish(icon)
    monkeypatch.setattr(finishing, "_draw", None)

    again = a_finisher(tmp_path).finish(Icon(path="b.png", size=48, maskable=False))

    assert first.content == again.content
    assert again.path == "b.png"


def test_another_picture_is_not_taken_for_it(tmp_path: Path) -> None:
    """Whatever it shows is in the digest."""
    finisher = a_finisher(tmp_path)
    sizes = [Icon(path="a.png", size=48, maskable=maskable) for maskable in (False, True)]

    assert finisher.finish(sizes[0]).content != finisher.finish(sizes[1]).content


def test_what_has_its_bytes_is_given_as_it_is(tmp_path: Path) -> None:
    """Feeds and the like need no finishing."""
    feed = OutputFile(path="feed.xml", content=b"<feed/>")

    assert a_finisher(tmp_path).finish(feed) is feed


def test_a_build_draws_only_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new headline draws its edition and its week; the other day's picture stays."""
    drawn: list[str] = []
    draw = finishing._draw

    def note(picture: SocialImage | Icon) -> bytes:
        drawn.append(picture.path)
        return draw(picture)

    monkeypatch.setattr(finishing, "_draw", note)
    a_desk(tmp_path)
    one, other = a_briefing("one"), a_briefing("two", edition=NOW.date())
    for briefing in (one, other):
        write(tmp_path, briefing.path, dump_briefing(briefing))
    site = build_site(load_settings(tmp_path), now=NOW).site
    cards = {path.relative_to(site).as_posix() for path in site.rglob("card.png")}
    assert cards <= {*drawn}
    assert "edition/2026-03-14/card.png" in cards
    drawn.clear()

    write(tmp_path, one.path, dump_briefing(a_briefing("one", title="Quay opens again")))
    build_site(load_settings(tmp_path), now=NOW)

    assert sorted(drawn) == ["edition/2026-03-14/card.png", "edition/2026-W11/card.png"]
    assert any((tmp_path / ".briefings" / "pictures").iterdir())

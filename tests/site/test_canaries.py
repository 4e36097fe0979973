"""What is held, over or withdrawn is in no file of the tree: not its words, names or pictures."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image

from briefings.model import Briefing, Correction, LeadImage, Status
from briefings.reviewing import enter_addresses
from briefings.settings import Settings
from briefings.site.build import build_site
from briefings.store.briefings import dump_briefing
from tests.builders import a_briefing, a_point, a_quote, a_source, some_names
from tests.canaries import holding
from tests.desks import a_desk, files_of

WORD = "xylophon"
NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 18, 12, tzinfo=UTC)
REGISTERS = {
    "names.yml": (
        "people:\n  xylophone-ann: {name: Ann Xylophone, aliases: [Xylophonist], page: yes}\n"
    ),
    "sources.yml": "xylophone-post: {name: The Xylophone Post}\nharbour-courier: {name: Courier}\n",
    "stories.yml": "xylophone-affair: {title: The xylophone affair, standfirst: Xylophones.}\n",
}


def a_secret(**terms: object) -> Briefing:
    """Give a briefing that says the word wherever a briefing can say anything."""
    return a_briefing(
        "secret",
        **{
            "path": "content/briefings/2026/03/secret.md",
            "edition": date(2026, 3, 15),
            "title": "Xylophone inquiry opened",
            "dek": "A xylophone is missing",
            "story": "xylophone-affair",
            "summary": (a_point("The xylophone was taken."),),
            "key_points": (a_point("Nobody saw the xylophone.", says="The Xylophone Post"),),
            "quotes": (a_quote("My xylophone is gone", speaker="Ann Xylophone"),),
            "names": some_names(people=("Ann Xylophone",), organisations=("Xylophone Board",)),
            "image": LeadImage(
                file="xylophone.png",
                alt="A xylophone",
                caption="The xylophone",
                credit="Xylophonist",
                holder="The Xylophone Post",
                licence="Xylophone 1.0",
            ),
            "corrections": (Correction(kind="update", at=NOW, now="A xylophone, not a drum."),),
            "articles": (
                a_source(
                    source="xylophone-post",
                    url="https://xylophone.example/",
                    title="Xylophones",
                    path="2026/03/xylophone.txt",
                    digest="v1:01",
                ),
            ),
            "body": "The xylophone stood in the hall. [[org:xylophone-board]]",
        }
        | terms,
    )


def others() -> Iterable[Briefing]:
    """Give what everybody may see, which pins and links what they may not."""
    yield a_briefing("first", related=("secret",), story="first")
    yield a_briefing("second", story="first", body="More in [[secret|another report]].")


def write(settings: Settings, secret: Briefing) -> None:
    """Put a desk on the disk; every address is in the ledger, as review puts it there."""
    for name, text in REGISTERS.items():
        (settings.registers() / name).write_text(text, encoding="utf-8")
    for b in (*others(), secret):
        file = settings.root / b.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dump_briefing(b), encoding="utf-8")
        enter_addresses([b], settings)
    settings.images().mkdir(parents=True, exist_ok=True)
    exif = Image.Exif()
    exif[0x010E] = "A xylophone, taken by stealth"
    Image.new("RGB", (4, 4)).save(settings.images() / "xylophone.png", exif=exif)
    (settings.editions() / "2026-03-15.md").write_text(
        "---\nlead: secret\norder: []\nsigned: Xylophonist\n---\nA xylophone is missing.\n",
        encoding="utf-8",
    )


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give an empty desk."""
    return a_desk(tmp_path)


def test_what_is_held_is_told_by_nothing_until_its_hour(settings: Settings) -> None:
    """Then the clock alone lifts it, and the tree is what a build from nothing gives."""
    write(settings, a_secret(publish_at=LATER))

    site = build_site(settings, now=NOW).site
    assert holding(site, WORD) == []
    assert holding(site, "secret") == []

    lifted = build_site(settings, now=LATER)

    told = holding(site, WORD)
    assert lifted.fresh
    for name in (
        "2026/03/secret/index.html", "feed.xml", "atom.xml", "feed.json", "images/xylophone.png",
        "person/xylophone-ann/index.html", "source/xylophone-post/index.html",
        "corrections/index.html", "api/v1/briefings/2026-03.json", "edition/2026-03-15/mail.eml",
    ):  # fmt: skip
        assert name in told, name
    assert any(name.endswith(".pf_fragment") for name in told)
    tree = files_of(site)
    assert tree == files_of(build_site(settings, now=LATER, clean=True).site)


def test_what_is_over_leaves_an_address_that_says_so(settings: Settings) -> None:
    """Its page, its name, its outlet and its story answer; nothing of it is left but addresses."""
    write(settings, a_secret(expires_at=LATER))
    site = build_site(settings, now=NOW).site
    shown = holding(site, WORD)

    over = build_site(settings, now=LATER)

    left = holding(site, WORD)
    gone = [path for path in left if path.endswith("index.html")]
    assert over.fresh
    assert len(shown) > 2 * len(left)
    assert gone == [
        "person/xylophone-ann/index.html",
        "source/xylophone-post/index.html",
        "story/xylophone-affair/index.html",
    ]
    assert all((site / path).is_dir() or path in gone for path in left)
    for path in (*gone, "2026/03/secret/index.html"):
        page = (site / path).read_text(encoding="utf-8")
        assert "No longer published" in page
        assert 'content="noindex"' in page
        assert WORD not in page.casefold()
    page = (site / "2026/03/secret/index.html").read_text(encoding="utf-8")
    assert "was shown until 18 March 2026" in page
    assert files_of(site) == files_of(build_site(settings, now=LATER, clean=True).site)


def test_what_is_withdrawn_keeps_its_headline_and_its_corrections(settings: Settings) -> None:
    """Not its words, nor its picture."""
    write(settings, a_secret(status=Status.WITHDRAWN, title="Withdrawn report", corrections=()))

    site = build_site(settings, now=NOW).site

    for words in ("xylophone was taken", "saw the xylophone", "xylophone is gone", "stealth"):
        assert holding(site, words) == [], words
    assert not (site / "images").exists()
    assert b"has withdrawn this briefing" in (site / "2026/03/secret/index.html").read_bytes()


def test_an_address_of_something_deleted_or_renamed_answers(settings: Settings) -> None:
    """The ledger remembers; a rename leads on in one step, what is gone says so."""
    write(settings, a_secret())
    site = build_site(settings, now=NOW).site
    old = settings.briefings() / "2026" / "03" / "secret.md"
    old.rename(old.with_name("affair.md"))

    build_site(settings, now=NOW)
    moved = (site / "2026/03/secret/index.html").read_text(encoding="utf-8")
    (old.with_name("affair.md")).unlink()
    build_site(settings, now=NOW)

    assert 'content="0; url=../affair/"' in moved
    for path in ("2026/03/secret", "person/xylophone-ann", "edition/2026-03-15"):
        assert "No longer published" in (site / path / "index.html").read_text(encoding="utf-8")


def test_who_subscribed_to_what_moved_goes_on_being_told(settings: Settings) -> None:
    """A story that became part of another: its feed has the entries of that one."""
    write(settings, a_secret())
    stories = settings.registers() / "stories.yml"
    stories.write_text("first: {title: First}\n", encoding="utf-8")
    site = build_site(settings, now=NOW).site
    before = (site / "story/first/feed.xml").read_bytes()
    stories.write_text("affair: {title: Affair, merged: [first]}\n", encoding="utf-8")

    build_site(settings, now=NOW)

    now = (site / "story/affair/feed.xml").read_bytes()
    assert (site / "story/first/feed.xml").read_bytes() == now != before
    rss, json = (site / "story/affair/rss.xml", site / "story/affair/feed.json")
    assert (site / "story/first/rss.xml").read_bytes() == rss.read_bytes()
    assert (site / "story/first/feed.json").read_bytes() == json.read_bytes()
    assert 'content="0; url=../affair/"' in (site / "story/first/index.html").read_text("utf-8")
    assert files_of(site) == files_of(build_site(settings, now=NOW, clean=True).site)

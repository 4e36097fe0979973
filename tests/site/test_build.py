"""A build on a desk of its own: what is in the tree, what is not, and when nothing is done."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree, html
from mkdocs.config import load_config

from briefings.configuration import load_settings
from briefings.desk import draft_desk
from briefings.errors import BadFileError, BuildError
from briefings.settings import Settings
from briefings.site.build import Built, build_site, site_folder
from briefings.site.plugin import BriefingsPlugin
from tests.desks import FERRY, WIRE, a_desk, add_article, files_of

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n and what follows"
SLUG = "2026/03/inspectors-board-every-ferry-after-fire"


def a_drafted_desk(root: Path, *, options: str = "sample: no") -> Settings:
    """Make a desk with two drafts."""
    settings = a_desk(root, options=options, ferry_txt=FERRY, teachers_txt=WIRE)
    draft_desk(settings, now=NOW, by="briefings test")
    return settings


def publish_all(settings: Settings) -> None:
    """Set every draft published, as a person would by hand."""
    for file in settings.briefings().rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace("status: draft", "status: published").replace(
                "reviewed: null", "reviewed: {by: Noor, at: 2026-03-16}"
            ),
            encoding="utf-8",
        )


def build(settings: Settings, *, preview: bool = False, clean: bool = False) -> Built:
    """Build at a fixed time."""
    return build_site(settings, now=NOW, preview=preview, clean=clean)


def test_a_draft_is_not_on_the_site(tmp_path: Path) -> None:
    """Readers see what a person published; a draft has no page, no entry in a feed or index."""
    settings = a_drafted_desk(tmp_path)

    built = build(settings)

    assert built.site == tmp_path / "site"
    assert not (built.site / SLUG).exists()
    tree = b"".join(files_of(built.site).values())
    assert b"Inspectors board" not in tree


def test_the_preview_shows_drafts_marked(tmp_path: Path) -> None:
    """Editors see every draft, and each says that it is one."""
    settings = a_drafted_desk(tmp_path)

    built = build(settings, preview=True)

    page = (built.site / SLUG / "index.html").read_text(encoding="utf-8")
    assert built.site == tmp_path / ".briefings" / "preview"
    assert sorted(built.drafts)[0] == f"/{SLUG}/"
    assert "Draft" in page
    assert 'content="noindex' in page


def test_a_one_person_site_shows_drafts_labelled(tmp_path: Path) -> None:
    """`publish_drafts: yes` puts drafts on the site, and they still say so."""
    settings = a_drafted_desk(tmp_path, options="publish_drafts: yes")

    built = build(settings)

    assert "Draft" in (built.site / SLUG / "index.html").read_text(encoding="utf-8")


def test_what_is_published_is_on_the_site(tmp_path: Path) -> None:
    """A published briefing has its page and stands in archive, feeds and sitemap."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)

    built = build(settings)

    for name in (
        "archive/2026/03/index.html",
        "feed.xml",
        "atom.xml",
        "sitemap.xml",
        f"{SLUG}/index.html",
    ):
        assert "inspectors" in (built.site / name).read_text(encoding="utf-8").lower(), name
    assert (built.site / "pagefind" / "pagefind.js").is_file()
    assert (built.site / "404.html").is_file()
    assert (built.site / "about" / "index.html").is_file()


def test_a_second_build_does_nothing(tmp_path: Path) -> None:
    """With nothing changed the tree is not touched, and the report says so."""
    settings = a_drafted_desk(tmp_path)
    first = build(settings)
    before = files_of(first.site)

    second = build(settings)

    assert (first.fresh, second.fresh) == (True, False)
    assert second.pages == first.pages
    assert files_of(second.site) == before


@pytest.mark.parametrize("lost", ["index.html", "assets/briefings.css"])
def test_a_file_lost_since_is_made_again(tmp_path: Path, lost: str) -> None:
    """A site somebody touched is not called up to date."""
    settings = a_drafted_desk(tmp_path)
    site = build(settings).site
    before = files_of(site)
    (site / lost).unlink()

    assert build(settings).fresh
    assert files_of(site) == before


def test_any_change_of_the_desk_is_noticed(tmp_path: Path) -> None:
    """A briefing, a register, a plain page or the configuration: each starts a build."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)
    build(settings)
    changes = {
        next(iter(settings.briefings().rglob("insp*.md"))): ("dek: The", "dek: A"),
        settings.root / "content" / "pages" / "about.md": ("It is a test", "It is one"),
        settings.root / "mkdocs.yml": ("The Test Desk", "Another Desk"),
    }

    for file, (was, now) in changes.items():
        file.write_text(file.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")
        assert build(settings).fresh, file

    (settings.registers() / "stories.yml").write_text("ferry: {title: Ferry}\n", encoding="utf-8")
    assert build(settings).fresh


def test_an_embargo_lifts_by_the_clock(tmp_path: Path) -> None:
    """A held briefing is in none of the built files until its time, without a commit."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)
    file = next(iter(settings.briefings().rglob("insp*.md")))
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("publish_at: null", "publish_at: 2026-03-20T06:00+01:00"), encoding="utf-8"
    )

    held = build(settings)
    assert b"nspectors" not in b"".join(files_of(held.site).values())
    later = build_site(settings, now=datetime(2026, 3, 21, tzinfo=UTC))

    assert later.fresh
    assert (later.site / SLUG / "index.html").is_file()
    telling = {name for name, content in files_of(later.site).items() if b"nspectors" in content}
    assert {
        "atom.xml", "feed.json", "feed.xml", "api/v1/briefings/2026-03.json",
    } <= telling  # fmt: skip


def test_news_grows_old_by_the_clock(tmp_path: Path) -> None:
    """Nothing but time passes: the next build drops what is no longer new, as a clean one does."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)
    first = files_of(build(settings).site)["news-sitemap.xml"]
    hour, days = NOW + timedelta(hours=1), NOW + timedelta(days=3)

    soon = build_site(settings, now=hour).fresh
    late = build_site(settings, now=days)

    assert b"<news:title>" in first
    assert (soon, late.fresh, late.rendered) == (False, True, {})
    tree = files_of(late.site)
    assert b"<news:title>" not in tree["news-sitemap.xml"]
    assert tree == files_of(build_site(settings, now=days, clean=True).site)


def test_nothing_of_the_articles_is_in_the_site(tmp_path: Path) -> None:
    """An article's words beyond what rights allow are in no built file."""
    canary = "Only the article says xylophonic."
    settings = a_desk(tmp_path, ferry_txt=FERRY + f"\n{canary}\n" * 3)
    draft_desk(settings, now=NOW, by="briefings test")
    publish_all(settings)

    tree = files_of(build(settings).site)

    own = {"robots.txt", "llms.txt"}
    assert not [name for name in tree if name.endswith((".txt", ".md")) and name not in own]
    assert not [name for name, content in tree.items() if b"xylophonic" in content]


def test_mkdocs_alone_gives_the_same_site(tmp_path: Path) -> None:
    """`mkdocs build` writes the bytes that `briefings build` writes."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)
    ours = files_of(build(settings, clean=True).site)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "theirs")]

    subprocess.run(command, cwd=tmp_path, env=environment, check=True)

    theirs = files_of(tmp_path / "theirs")
    assert theirs.keys() == ours.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_a_bad_briefing_is_left_out_and_the_rest_is_built(tmp_path: Path) -> None:
    """One broken file is a finding; every other page is what it would be without it."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)
    without = files_of(build(settings).site)
    bad = settings.briefings() / "2026" / "03" / "bad.md"
    bad.write_text("---\ntitle: [\n---\n", encoding="utf-8")

    built = build(settings)

    assert [f.place.path for f in built.findings if "bad.md" in f.place.path]
    assert files_of(built.site) == without


def test_one_stylesheet_holds_the_theme_the_colours_and_the_desks_own_rules(tmp_path: Path) -> None:
    """A page asks for one: ours or the desk's instead, then its accent, then its own rules."""
    settings = a_drafted_desk(tmp_path, options="sample: no\n      accent: '#123456'")
    publish_all(settings)
    ours = (build(settings).site / "assets" / "briefings.css").read_text(encoding="utf-8")
    theme = tmp_path / "theme" / "assets"
    theme.mkdir(parents=True)
    (theme / "briefings.css").write_text("a{color:red}\n", encoding="utf-8")
    (theme / "desk.css").write_text("b{color:blue}\n", encoding="utf-8")
    configuration = tmp_path / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(
        text.replace("name: material", "name: material\n  custom_dir: theme"), encoding="utf-8"
    )

    site = build(settings).site

    colours = ":root{--accent-day:#123456;--accent-night:#8fbcd4}\n"
    assert ours.startswith("/* One ink")
    assert ours.endswith(colours)
    style = site / "assets" / "briefings.css"
    assert style.read_text(encoding="utf-8") == f"a{{color:red}}\n{colours}b{{color:blue}}\n"
    assert not (site / "assets" / "desk.css").exists()
    assert (site / SLUG / "index.html").read_text(encoding="utf-8").count('rel="stylesheet"') == 1


def test_a_change_in_the_desks_own_theme_is_seen_wherever_it_lies(tmp_path: Path) -> None:
    """`custom_dir` may name any folder; what lies there is part of what a build depends on."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)
    own = tmp_path / "look" / "assets"
    own.mkdir(parents=True)
    configuration = tmp_path / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(
        text.replace("name: material", "name: material\n  custom_dir: look"), encoding="utf-8"
    )
    settings = load_settings(tmp_path)
    build(settings)

    (own / "briefings.css").write_text("a{color:red}\n", encoding="utf-8")
    site = build(settings).site

    style = (site / "assets" / "briefings.css").read_text(encoding="utf-8")
    assert style.startswith("a{color:red}")


def test_a_failing_build_leaves_the_old_site(tmp_path: Path) -> None:
    """A template that cannot be read fails the build; readers keep what they had."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)
    site = build(settings).site
    before = files_of(site)
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "edition.html").write_text("{% broken", encoding="utf-8")
    configuration = tmp_path / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(
        text.replace("name: material", "name: material\n  custom_dir: theme"), encoding="utf-8"
    )

    with pytest.raises(BuildError, match=r"a template failed: edition\.html:1"):
        build(settings)

    assert files_of(site) == before
    assert not list(settings.state().glob("stage-*"))


def test_a_configuration_mkdocs_refuses_is_one_message(tmp_path: Path) -> None:
    """What MkDocs has against its own options is told without a traceback."""
    settings = a_drafted_desk(tmp_path)
    configuration = tmp_path / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(text.replace("name: material", "name: no-such"), encoding="utf-8")

    with pytest.raises(BadFileError, match=r"^mkdocs\.yml:\d+:1: .*no-such.*$"):
        build(settings)


@pytest.mark.parametrize("spoiled", [b"{", b"SQLite format 3\0 and no more", b""])
def test_a_spoiled_state_only_costs_time(tmp_path: Path, spoiled: bytes) -> None:
    """The state is disposable: a broken one starts a build, and says so in one line."""
    settings, said = a_drafted_desk(tmp_path), list[str]()
    build(settings)
    (settings.state() / "site.sqlite").write_bytes(spoiled)

    assert build_site(settings, now=NOW, say=said.append).fresh
    (line,) = [line for line in said if "site.sqlite" in line]
    assert line.endswith(": everything is built anew")
    assert not build(settings).fresh


def test_an_empty_desk_builds(tmp_path: Path) -> None:
    """A desk without a briefing has a front page, an archive and a search page."""
    settings = a_desk(tmp_path)

    built = build(settings)

    assert {"index.html", "404.html", "feed.xml"} <= files_of(built.site).keys()
    assert site_folder(settings, preview=False) == built.site


def test_pages_have_only_relative_links_that_lead_somewhere(tmp_path: Path) -> None:
    """Every link of every page ends at a file of the tree, so the site can stand anywhere."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)
    site = build(settings).site

    for page in sorted(site.rglob("*.html")):
        if page.name in {"404.html", "offline.html"} or "pagefind" in page.parts:
            continue
        tree = html.fromstring(page.read_text(encoding="utf-8"))
        for element in tree.iter(etree.Element):
            address = element.get("href") or element.get("src") or ""
            if ":" in address or address.startswith("#") or element.get("rel") == "canonical":
                continue
            if not address and element.tag not in {"a", "link", "img"}:
                continue
            target = (page.parent / address.split("#")[0].split("?")[0]).resolve()
            found = target / "index.html" if target.is_dir() else target
            assert found.is_file(), f"{page}: {address}"


def test_a_picture_is_published_only_where_a_briefing_shows_it(tmp_path: Path) -> None:
    """Images nobody refers to stay at the desk; a link out of the folder is never followed."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)
    folder = settings.images()
    folder.mkdir(parents=True)
    (folder / "quay.png").write_bytes(PNG)
    (folder / "unused.png").write_bytes(PNG)
    file = next(iter(settings.briefings().rglob("insp*.md")))
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("image: null", "image: {file: quay.png, alt: The quay at dawn}"),
        encoding="utf-8",
    )

    tree = files_of(build(settings).site)

    assert tree["images/quay.png"] == PNG
    assert "images/unused.png" not in tree


def test_add_article_is_seen_by_the_next_draft(tmp_path: Path) -> None:
    """A desk grows: what is added is drafted, what was there stays."""
    settings = a_drafted_desk(tmp_path)
    add_article(tmp_path, "late_txt", FERRY.replace("Inspectors board every ferry", "Quay closed"))

    run = draft_desk(settings, now=NOW, by="briefings test")

    assert len(run.drafted) == 1


def test_nothing_changed_is_said_without_reading_the_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second build of an unchanged desk loads no briefing, and says again what was wrong."""
    settings = a_drafted_desk(tmp_path)
    (settings.briefings() / "bad.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    first = build(settings, preview=True)
    monkeypatch.setattr("briefings.state.parsing.parse_briefing", None)

    second = build(settings, preview=True)

    assert not second.fresh
    assert (second.findings, second.drafts) == (first.findings, first.drafts)
    assert first.findings


def test_nothing_changed_is_found_without_what_renders(tmp_path: Path) -> None:
    """A build with nothing to do never waits for MkDocs, the templates or the words to load."""
    settings = a_drafted_desk(tmp_path)
    build(settings)
    run = (
        "import sys; from pathlib import Path; from datetime import datetime\n"
        "from briefings.configuration import load_settings; import briefings.site.build as b\n"
        f"built = b.build_site(load_settings(Path({str(tmp_path)!r})), "
        f"now=datetime.fromisoformat({NOW.isoformat()!r}))\n"
        "heavy = {'mkdocs', 'jinja2', 'babel', 'PIL', 'briefings.pages', 'briefings.link.linker'}\n"
        "print(built.fresh, sorted(heavy & sys.modules.keys()))"
    )

    said = subprocess.run(
        [sys.executable, "-c", run], capture_output=True, text=True, check=True, cwd=Path.cwd()
    ).stdout

    assert said.strip() == "False []"


def test_an_option_from_outside_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `!ENV` gives is part of the configuration, though no file says it."""
    a_drafted_desk(tmp_path)
    file = tmp_path / "mkdocs.yml"
    named = re.sub("site_name: .*", "site_name: !ENV [DESK, A desk]", file.read_text("utf-8"))
    file.write_text(named, encoding="utf-8")
    build(load_settings(tmp_path))
    monkeypatch.setenv("DESK", "Another desk")

    built = build(load_settings(tmp_path))

    assert built.fresh
    assert "Another desk" in (built.site / "index.html").read_text(encoding="utf-8")


def test_an_earlier_time_is_another_build(tmp_path: Path) -> None:
    """Going back in time may hide what has come out since, so it is never called up to date."""
    settings = a_drafted_desk(tmp_path)
    build(settings)

    assert build_site(settings, now=datetime(2026, 3, 1, tzinfo=UTC)).fresh


def test_mkdocs_serve_watches_the_desk(tmp_path: Path) -> None:
    """Plain `mkdocs serve` rebuilds when a briefing is saved, and shows drafts."""
    settings = a_drafted_desk(tmp_path)
    watched: list[str] = []

    class Server:
        def watch(self, path: str) -> None:
            watched.append(path)

    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    config.plugins.on_config(config)
    config.plugins.on_serve(Server(), config=config, builder=print)

    plugin = config.plugins["briefings"]
    assert isinstance(plugin, BriefingsPlugin)
    assert plugin.run.drafts
    assert str(settings.briefings()) in watched


def test_what_was_saved_is_shown_before_the_rest_is_made(tmp_path: Path) -> None:
    """The page shown is the one the build then writes; the tree is what a clean build gives."""
    settings = a_drafted_desk(tmp_path)
    built = build(settings, preview=True)
    file = next(settings.briefings().rglob("inspectors*.md"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Inspectors", "title: Surveyors", 1), encoding="utf-8")
    old = (built.site / SLUG / "index.html").read_bytes()
    shown: dict[str, bytes] = {}

    def show(pages: Mapping[str, bytes]) -> None:
        assert (built.site / SLUG / "index.html").read_bytes() == old
        shown.update(pages)

    known = built.tree
    built = build_site(settings, now=NOW, preview=True, known=known, show=show)

    assert list(shown) == [f"{SLUG}/index.html"]
    assert b"Surveyors" in shown[f"{SLUG}/index.html"]
    tree = files_of(built.site)
    assert tree[f"{SLUG}/index.html"] == shown[f"{SLUG}/index.html"]
    assert f"/{SLUG}/" in built.rendered
    assert files_of(build(settings, preview=True, clean=True).site) == tree


def test_a_known_tree_is_not_believed_where_it_is_gone(tmp_path: Path) -> None:
    """A preview somebody deleted while it was served is made anew."""
    settings = a_drafted_desk(tmp_path)
    built = build(settings, preview=True)
    tree = files_of(built.site)
    shutil.rmtree(built.site)

    again = build_site(settings, now=NOW, preview=True, known=built.tree, show=lambda _: None)

    assert files_of(again.site) == tree

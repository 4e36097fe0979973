"""Whatever an editor does to a desk, building on the last build gives what building anew gives."""

import os
import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from briefings.configuration import load_settings
from briefings.errors import BuildError
from briefings.model import Briefing, Correction, LeadImage, Review, Status
from briefings.site import hands
from briefings.site.build import build_site
from briefings.site.reasons import say_why
from briefings.state.pagebook import Made
from briefings.store.briefings import dump_briefing
from tests.builders import a_briefing, a_point, a_quote, a_source, some_names
from tests.desks import a_desk, files_of

OPTIONS = (
    "pages_per_list: 2\n      feed_items: 3\n      sections: [{title: Moving, topics: [transport]}]"
)
NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)
IDS = st.sampled_from([f"b{n}" for n in range(7)])
DAYS = st.sampled_from([date(2026, 2, 27), date(2026, 3, 12), date(2026, 3, 14)])
TITLES = st.sampled_from(["Quay closed", "Ferry inquiry confirmed", "Rail fares rise", "المرفأ"])
STORIES = st.sampled_from([None, "ferries", "quay"])
TOPICS = st.lists(st.sampled_from(["transport", "odd"]), unique=True, max_size=2)
PEOPLE = st.lists(st.sampled_from(["Ada Brook", "Ben Cole", "B. Cole"]), unique=True, max_size=2)
BODIES = st.sampled_from(
    ["Nothing.", "See [[b1]] and [[story:quay]].", "[A list](/topic/odd/) by [[person:ada]]."]
)
KINDS = (
    *("title", "status", "correct", "picture", "point", "text", "long", "summary", "dek"),
    *("quote", "review", "topic", "outlet"),
)
NAMES_YML = """people:
  ada:
    name: Ada Brook
    description: {}
    page: yes
  ben:
    name: Ben Cole
    aliases: [B. Cole]
    page: {}
"""


MADE = tempfile.TemporaryDirectory(prefix="newsroom-made-")
"""What is made once for all, kept by what it is made from: that is held elsewhere."""


def with_made(root: Path) -> None:
    """Let a desk find search shards, pictures and templates that were made before."""
    state = root / ".briefings"
    state.mkdir(parents=True, exist_ok=True)
    for name in ("search", "pictures", "templates"):
        kept = Path(MADE.name) / name
        kept.mkdir(exist_ok=True)
        (state / name).symlink_to(kept)


def write(root: Path, path: str, text: str) -> None:
    """Write a file of the desk."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


class Newsroom(RuleBasedStateMachine):
    """An editor at work: after each change the site is built upon, and built from nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="newsroom-"))
        self.root = self.folder / "desk"
        self.desk: dict[str, Briefing] = {}
        self.now = NOW

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder)

    @initialize(days=st.lists(DAYS, min_size=4, max_size=4), story=STORIES)
    def open(self, days: list[date], story: str | None) -> None:
        """Begin with a few briefings."""
        a_desk(self.root, options=OPTIONS)
        with_made(self.root)
        write(self.root, "content/registers/names.yml", NAMES_YML.format("Minister", "no"))
        for number, day in enumerate(days):
            self.put(
                a_briefing(
                    f"b{number}",
                    edition=day,
                    story=story,
                    names=some_names(people=("Ada Brook",), places=("North Harbour",)),
                    quotes=(a_quote("We know", speaker="Ada Brook"),),
                )
            )
        self.check()

    def put(self, briefing: Briefing) -> None:
        """Write a briefing into its file."""
        self.desk[briefing.id] = briefing
        write(self.root, briefing.path, dump_briefing(briefing))

    def check(self) -> None:
        """Build upon the last build, and from nothing in another folder; compare every byte."""
        there = load_settings(self.root)
        built = build_site(there, now=self.now)
        anew = self.folder / "anew"
        shutil.copytree(
            self.root, anew, ignore=shutil.ignore_patterns(".briefings", "site"), symlinks=True
        )
        with_made(anew)
        clean = build_site(load_settings(anew), now=self.now)
        try:
            ours, theirs = files_of(built.site), files_of(clean.site)
            differing = [p for p in {*ours, *theirs} if ours.get(p) != theirs.get(p)]
            assert not differing, sorted(differing)
            assert not build_site(there, now=self.now).fresh
        finally:
            shutil.rmtree(anew)

    @rule(id_=IDS, day=DAYS, title=TITLES, story=STORIES, topics=TOPICS, people=PEOPLE, body=BODIES)
    def write_one(  # what a briefing is made of
        self,
        id_: str,
        day: date,
        title: str,
        story: str | None,
        topics: list[str],
        people: list[str],
        body: str,
    ) -> None:
        """Add a briefing, or write one anew."""
        old = self.desk.get(id_)
        self.put(
            a_briefing(
                id_,
                path=old.path if old else f"content/briefings/2026/03/{id_}.md",
                title=title,
                edition=day,
                story=story,
                topics=tuple(topics),
                names=some_names(people=tuple(people), places=("North Harbour",)),
                quotes=tuple(a_quote("We know", speaker=one) for one in people),
                body=body,
                articles=(a_source(source="state-radio" if people else "harbour-courier"),),
            )
        )
        self.check()

    @precondition(lambda self: self.desk)
    @rule(data=st.data(), kind=st.sampled_from(KINDS))
    def edit_one(self, data: st.DataObject, kind: str) -> None:
        """Change one thing about a briefing."""
        one = self.desk[data.draw(st.sampled_from(sorted(self.desk)))]
        at = datetime(2026, 3, data.draw(st.integers(10, 20)), 8, tzinfo=UTC)
        fixed = Correction(kind="correction", at=at, now="Two.", why="Miscounted.")
        changes = {
            "title": {"title": data.draw(TITLES)},
            "status": {"status": data.draw(st.sampled_from(Status))},
            "correct": {"corrections": (*one.corrections, fixed)},
            "picture": {"image": LeadImage(file="quay.jpg", alt="A quay", credit="AB")},
            "point": {"key_points": (a_point("Fares rise by a tenth."),)},
            "text": {"body": data.draw(BODIES)},
            "long": {"body": "Nothing. " * data.draw(st.sampled_from([1, 300]))},
            "summary": {"summary": (a_point(data.draw(TITLES)),)},
            "dek": {"dek": data.draw(TITLES)},
            "quote": {"quotes": (a_quote(data.draw(TITLES), speaker="Ada Brook"),)},
            "review": {"reviewed": Review(by=data.draw(TITLES), at=at)},
            "topic": {"topics": tuple(data.draw(TOPICS))},
            "outlet": {"articles": (a_source(source=data.draw(TITLES), digest=data.draw(TITLES)),)},
        }
        write(self.root, "content/images/quay.jpg", "GIF89a, the rest left out")
        self.put(replace(one, **changes[kind]))
        self.check()

    @precondition(lambda self: self.desk)
    @rule(data=st.data(), month=st.sampled_from(["02", "03"]))
    def rename(self, data: st.DataObject, month: str) -> None:
        """Move a briefing's file; its slug is its name."""
        one = self.desk[data.draw(st.sampled_from(sorted(self.desk)))]
        (self.root / one.path).unlink()
        self.put(replace(one, path=f"content/briefings/2026/{month}/{one.id}-again.md"))
        self.check()

    @precondition(lambda self: self.desk)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        """Delete a briefing."""
        one = self.desk.pop(data.draw(st.sampled_from(sorted(self.desk))))
        (self.root / one.path).unlink()
        self.check()

    @rule(id_=IDS, title=TITLES, month=st.sampled_from(["01", "04"]))
    def copy(self, id_: str, title: str, month: str) -> None:
        """Have two files of one id; one may come before the other, or after."""
        path = f"content/briefings/2026/{month}/{id_}-twin.md"
        write(self.root, path, dump_briefing(a_briefing(id_, path=path, title=title)))
        self.check()

    @rule(
        text=st.sampled_from(["Minister", "Former minister"]),
        page=st.sampled_from(["yes", "no"]),
        alias=st.sampled_from(["B. Cole", "Benjamin"]),
        another=st.sampled_from(["", "Ada B.", "B. Cole"]),
    )
    def register(self, text: str, page: str, alias: str, another: str) -> None:
        """Change the register of names: what it says of somebody, who is meant, whom it has."""
        names = NAMES_YML.format(text, page).replace("[B. Cole]", f"[{alias}]")
        names += f"  other:\n    name: {another}\n    page: yes\n" if another else ""
        write(self.root, "content/registers/names.yml", names)
        self.check()

    @rule(title=TITLES, standfirst=TITLES, merged=st.sampled_from(["", "", "quay"]))
    def tell_story(self, title: str, standfirst: str, merged: str) -> None:
        """Change the register of stories; now and then one becomes part of another."""
        text = f"ferries: {{title: {title}, standfirst: {standfirst}, merged: [{merged}]}}\n"
        write(self.root, "content/registers/stories.yml", text)
        self.check()

    @rule(old=st.sampled_from(["/story/ferries/", "/2026/03/b1/", "/old/"]), id_=IDS)
    def publish_address(self, old: str, id_: str) -> None:
        """Note an address in the ledger."""
        write(self.root, "content/registers/urls.txt", f"{old}\tbriefing:{id_}\n")
        self.check()

    @rule(day=DAYS, ids=st.lists(IDS, max_size=2, unique=True))
    def order(self, day: date, ids: list[str]) -> None:
        """Write an edition's file."""
        listed = ", ".join(ids)
        text = f"---\norder: [{listed}]\nsigned: Noor\n---\nSee [[b0]].\n"
        write(self.root, f"content/editions/{day}.md", text)
        self.check()

    @rule(day=DAYS, story=STORIES, id_=IDS, several=st.booleans())
    def keep_diary(self, day: date, story: str | None, id_: str, several: bool) -> None:
        """Write the diary: an entry of a day or of two, of a story or of none."""
        keys = f"when: {day}, title: A hearing, briefing: {id_}"
        keys += f", story: {story}" if story else ""
        keys += f", until: {day + timedelta(days=1)}" if several else ""
        text = f"hearing: {{{keys}}}\nvote: {{when: 2026-03-13T10:00+01:00, title: A vote}}\n"
        write(self.root, "content/registers/diary.yml", text)
        self.check()

    @rule(hours=st.sampled_from([1, 24]))
    def embargo(self, hours: int) -> None:
        """Hold a briefing back, and let the time come."""
        self.put(a_briefing("later", publish_at=self.now + timedelta(hours=hours), story="quay"))
        self.check()
        self.now += timedelta(hours=hours, minutes=1)
        self.check()

    @rule(hours=st.sampled_from([1, 24]), listed=st.booleans())
    def expire(self, hours: int, listed: bool) -> None:  # Hypothesis gives it by name
        """Let a briefing's time be over: its address says so, in the ledger or not."""
        self.put(a_briefing("ending", expires_at=self.now + timedelta(hours=hours), story="quay"))
        line = "/2026/03/ending/\tbriefing:ending\n/old/\tbriefing:ending\n"
        write(self.root, "content/registers/urls.txt", line if listed else "")
        self.check()
        self.now += timedelta(hours=hours, minutes=1)
        self.check()

    @rule(ago=st.sampled_from([0, 30]), later=st.sampled_from([1, 20, 49]))
    def grow_old(self, ago: int, later: int) -> None:
        """Bring out news, and let it become old: the news sitemap goes by the clock."""
        out = self.now - timedelta(hours=ago)
        self.put(a_briefing("fresh", edition=out.date(), published_at=out, story="quay"))
        self.check()
        self.now += timedelta(hours=later)
        self.check()

    @rule(word=st.sampled_from(["One", "Two"]))
    def change_the_look(self, word: str) -> None:
        """Override a template, and change an option."""
        write(
            self.root,
            "theme/404.html",
            '{% extends "base.html" %}{% block main %}' + word + "{% endblock %}",
        )
        text = (self.root / "mkdocs.yml").read_text(encoding="utf-8")
        text = (
            text.replace("name: material", "name: material\n  custom_dir: theme", 1)
            if "custom_dir" not in text
            else text
        )
        write(self.root, "mkdocs.yml", text.replace("feed_items: 3", "feed_items: 2"))
        self.check()

    @rule(what=st.sampled_from(["state", "site", "bytes"]))
    def lose(self, what: str) -> None:
        """Lose the state or the site, or have a file of the site changed by another hand."""
        if what == "state":
            (self.root / ".briefings" / "site.sqlite").write_bytes(b"garbage")
        elif what == "site":
            shutil.rmtree(self.root / "site")
        else:
            (self.root / "site" / "index.html").write_text("changed", encoding="utf-8")
        self.check()


# `SEQUENCES=1000 pytest tests/site/test_incremental.py` is the long run.
Newsroom.TestCase.settings = settings(
    max_examples=int(os.environ.get("SEQUENCES", "60")),
    stateful_step_count=5,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.target],
    suppress_health_check=list(HealthCheck),
)
test_incremental_trees_equal_clean_ones = Newsroom.TestCase


def test_several_processes_give_the_same_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many render, from memory or from the state, the bytes are the same."""
    settings_ = a_desk(tmp_path, options=OPTIONS)
    for number in range(6):
        one = a_briefing(
            f"b{number}",
            edition=date(2026, 3, 10 + number % 3),
            story="quay" if number % 2 else None,
            names=some_names(people=("Ada Brook",), places=("North Harbour",)),
        )
        write(tmp_path, one.path, dump_briefing(one))
    alone = files_of(build_site(settings_, now=NOW).site)
    monkeypatch.setattr(hands, "MANY", 1)
    monkeypatch.setattr(hands, "hands", lambda: 3)

    together = files_of(build_site(settings_, now=NOW, clean=True).site)
    write(tmp_path, "content/pages/policy.md", "# Policy\n\nWords.\n")
    from_state = files_of(build_site(load_settings(tmp_path), now=NOW).site)

    assert together == alone
    monkeypatch.setattr(hands, "hands", lambda: 1)
    assert from_state == files_of(build_site(load_settings(tmp_path), now=NOW, clean=True).site)


def test_a_process_that_is_killed_is_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old site stands, and the next build makes everything."""
    settings_ = a_desk(tmp_path, options=OPTIONS)
    one = a_briefing("one")
    write(tmp_path, one.path, dump_briefing(one))
    old = files_of(build_site(settings_, now=NOW).site)
    monkeypatch.setattr(hands, "MANY", 1)
    monkeypatch.setattr(hands, "hands", lambda: 2)
    me = os.getpid()

    def die(*_: object, **__: object) -> list[Made]:
        if os.getpid() != me:
            os.kill(os.getpid(), 9)
        return []

    with monkeypatch.context() as patch:
        patch.setattr(hands, "_render", die)
        with pytest.raises(BuildError, match="ended with -9"):
            build_site(settings_, now=NOW, clean=True)

    assert files_of(settings_.root / "site") == old
    assert files_of(build_site(settings_, now=NOW).site) == old


def test_a_page_says_why_it_was_rendered(tmp_path: Path) -> None:
    """By its address, its file or the briefing's; kept pages say so."""
    settings_ = a_desk(tmp_path, options=OPTIONS)
    for number in range(3):
        one = a_briefing(f"b{number}", edition=date(2026, 3, 10 + number))
        write(tmp_path, one.path, dump_briefing(one))
    build_site(settings_, now=NOW)
    write(tmp_path, one.path, dump_briefing(replace(one, title="Another")))
    built = build_site(settings_, now=NOW)

    for page in ("/2026/03/b2/", "2026/03/b2", one.path, "site/2026/03/b2/index.html"):
        assert say_why(settings_, built, page) == (
            "/2026/03/b2/ was rendered because the briefing b2 changed"
        )
    assert say_why(settings_, built, "about").startswith("/about/ was kept: nothing it shows")
    assert say_why(settings_, built, "no") == "no is no page of this site"
    assert "/2026/03/b0/" not in built.rendered


def test_a_record_touches_only_what_shows_it(tmp_path: Path) -> None:
    """What a register says of one name or story makes its pages anew, and says so."""
    settings_ = a_desk(tmp_path, options=OPTIONS)
    for number, story in enumerate(("quay", "quay", "ferries", "ferries")):
        people = ("Ada Brook",) if number else ("Ben Cole",)
        one = a_briefing(f"b{number}", story=story, names=some_names(people=people))
        write(tmp_path, one.path, dump_briefing(one))
    names, stories = "content/registers/names.yml", "content/registers/stories.yml"
    write(tmp_path, names, NAMES_YML.format("Minister", "yes"))
    build_site(settings_, now=NOW)

    write(tmp_path, names, NAMES_YML.format("Former minister", "yes"))
    built = build_site(settings_, now=NOW)
    assert set(built.rendered) == {"/person/ada/"}
    why = say_why(settings_, built, "/person/ada/")
    assert why.endswith("because the register says something else of name person:ada")

    write(tmp_path, stories, "quay: {standfirst: Closed since March.}\n")
    assert set(build_site(settings_, now=NOW).rendered) == {"/story/quay/"}

    write(tmp_path, names, NAMES_YML.format("Former minister", "no"))
    built = build_site(settings_, now=NOW)
    assert {"/names/", "/2026/03/b0/"} <= set(built.rendered)
    assert not {"/person/ada/", "/2026/03/b1/"} & set(built.rendered)


def test_a_name_registered_touches_the_briefings_that_have_it(tmp_path: Path) -> None:
    """A spelling that means somebody now brings those briefings in again, and no others."""
    settings_ = a_desk(tmp_path, options=OPTIONS)
    for id_, name, month in (("said", "B. Cole", 3), ("far", "Ada Brook", 1)):
        quoted, people = (a_quote("We know", speaker=name),), some_names(people=(f"Lind {id_}",))
        day, path = date(2026, month, 10), f"content/briefings/2026/{month:02}/{id_}.md"
        one = a_briefing(id_, path=path, edition=day, names=people, quotes=quoted)
        write(tmp_path, one.path, dump_briefing(one))
    build_site(settings_, now=NOW)
    write(tmp_path, "content/registers/names.yml", "people: {ben: {name: B. Cole, page: yes}}\n")
    built = build_site(settings_, now=NOW)

    assert {"/2026/03/said/", "/person/ben/"} <= set(built.rendered)
    assert "/2026/01/far/" not in built.rendered


def test_the_diary_touches_only_what_shows_it(tmp_path: Path) -> None:
    """An entry that differs makes the front page, the diary and its own story anew."""
    settings_ = a_desk(tmp_path, options=OPTIONS)
    for number, story in enumerate(("quay", "quay", "ferries", "ferries")):
        one = a_briefing(f"b{number}", story=story)
        write(tmp_path, one.path, dump_briefing(one))
    diary = "hearing: {{when: 2026-03-20, title: {}, story: quay}}\n"
    write(tmp_path, "content/registers/diary.yml", diary.format("A hearing"))
    build_site(settings_, now=NOW)
    write(tmp_path, "content/registers/diary.yml", diary.format("Another hearing"))
    built = build_site(settings_, now=NOW)

    assert set(built.rendered) == {
        "/", "/diary/", "/diary/2026/03/", "/diary.ics", "/story/quay/", "/story/quay/diary.ics",
    }  # fmt: skip
    assert say_why(settings_, built, "/story/quay/").endswith("because the diary changed")


def test_a_new_day_touches_the_stories_it_bears_on(tmp_path: Path) -> None:
    """Of stories without an entry in it, only those in motion are made anew; at rest, none is."""
    settings_ = a_desk(tmp_path, options=OPTIONS)
    for number, (story, day) in enumerate(
        [("quay", 13), ("quay", 13), ("old", 1), ("old", 2), ("alone", 13)]
    ):
        one = a_briefing(f"b{number}", story=story, edition=date(2026, 3, day))
        write(tmp_path, one.path, dump_briefing(one))
    build_site(settings_, now=NOW)
    new = a_briefing("new", edition=date(2026, 3, 14))
    write(tmp_path, new.path, dump_briefing(new))
    built = build_site(settings_, now=NOW)

    assert "/story/quay/" in built.rendered
    assert "/story/old/" not in built.rendered
    why = say_why(settings_, built, "/story/quay/")
    assert why.endswith("because another edition is the newest")


def test_a_diary_that_begins_has_its_pages(tmp_path: Path) -> None:
    """Its plan reads what changes with any briefing too, and must not forget the diary for it."""
    settings_ = a_desk(tmp_path, options=OPTIONS)
    one = a_briefing("one", story="quay")
    write(tmp_path, one.path, dump_briefing(one))
    build_site(settings_, now=NOW)
    entry = "hearing: {when: 2026-03-20, title: A hearing}\n"
    write(tmp_path, "content/registers/diary.yml", entry)
    site = build_site(settings_, now=NOW).site

    assert (site / "diary" / "index.html").exists()
    assert (site / "diary.ics").exists()
    (tmp_path / "content/registers/diary.yml").unlink()
    assert not (build_site(settings_, now=NOW).site / "diary.ics").exists()

"""A day at a desk, command by command, in a repository of its own; the tree after each step."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.desks import files_of
from tests.repositories import a_repository, git

ARTICLES = Path(__file__).parent / "day"
OUTLETS = """
tarn-valley-times: {name: Tarn Valley Times}
sellwick-observer: {name: The Sellwick Observer, hosts: [observer.example]}
ridge-county: {name: Ridge County, kind: authority, rights: full}
"""
FILES = {
    "bridge": "footbridge-over-the-tarn-closes-after-crack-is-found",
    "clinic": "night-clinic-in-upper-sellwick-opens-with-two-doctors",
    "gauges": "county-orders-new-flood-gauges-for-the-tarn",
    "library": "library-of-sellwick-lends-tools-from-april",
    "market": "sellwick-market-hall-to-be-sold-to-traders",
}
OURS = {
    "bridge": "Sellwick footbridge shut until May",
    "clinic": "Upper Sellwick has doctors at night",
    "gauges": "Nine gauges will watch the Tarn",
    "library": "Sellwick library to lend drills and ladders",
    "market": "Traders buy Sellwick market hall",
}
"""The desk's own headlines."""


@dataclass(frozen=True)
class Day:
    """A desk, and what runs on it."""

    root: Path
    start: Run

    def run(self, hour: str, *words: object, code: int = 0, piped: bytes = b"") -> str:
        """Run a command at a time of 16 or 17 March; give all it printed."""
        told = words if words[0] in {"draft", "split"} else (*words, "--now", f"2026-03-{hour}")
        ended, out, err = self.start(*told, piped=piped)
        assert ended == code, out + err
        return out + err

    def file(self, name: str) -> Path:
        """Give the file of a briefing."""
        return self.root / "content" / "briefings" / "2026" / "03" / f"{FILES[name]}.md"

    def change(self, name: str, was: str, now: str) -> None:
        """Edit a briefing as a person does; `was` is a pattern."""
        file = self.file(name)
        text, count = re.subn(was, now, file.read_text(encoding="utf-8"), count=1)
        assert count == 1, was
        file.write_text(text, encoding="utf-8")

    def page(self, url: str) -> str:
        """Give a page readers see."""
        return (self.root / "site" / url.strip("/") / "index.html").read_text(encoding="utf-8")

    def holds(self, word: str) -> set[str]:
        """Give the files of the site that have a word, whatever they are."""
        files = files_of(self.root / "site").items()
        return {path for path, content in files if word.encode() in content}

    def commit(self, what: str) -> None:
        """Commit everything."""
        git(self.root, "add", "-A")
        git(self.root, "commit", "-qm", what)


def test_a_day_at_the_desk(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a new desk to a lifted embargo."""
    day = Day(tmp_path / "tarn", run)
    a_new_desk_is_started(day)
    monkeypatch.chdir(day.root)
    five_articles_come_in(day)
    drafts_are_read_and_published(day)
    a_pull_request_has_three_faults(day)
    they_are_mended_and_merged(day)
    the_site_is_built(day)
    a_briefing_is_renamed(day)
    a_figure_is_corrected(day)
    a_briefing_is_withdrawn(day)
    the_clock_lifts_an_embargo(day)
    git(day.root, "fsck", "--strict")


def a_new_desk_is_started(day: Day) -> None:
    """Everything that is needed, and nothing built yet."""
    code, out, _ = day.start(
        "init", day.root, "--bare", "--name", "The Tarn Desk", "--url", "https://tarn.example/"
    )
    assert code == 0, out
    names = {path.name for path in day.root.iterdir()}
    assert {"mkdocs.yml", "content", ".github", ".gitattributes", ".pages.yml"} <= names
    a_repository(day.root)
    assert "site/" in (day.root / ".gitignore").read_text(encoding="utf-8")


def five_articles_come_in(day: Day) -> None:
    """Text, page, mail and Markdown are stored and drafted; the site has none of it."""
    git(day.root, "checkout", "-qb", "monday")
    for file in sorted(ARTICLES.iterdir()):
        assert day.run("16T12:00", "add", file, "--no-draft").startswith("added ")
    assert len(list((day.root / "content" / "articles").rglob("*.*"))) == 10  # and their records
    said = day.run("16T12:00", "draft")

    assert said.count("drafted ") == 5
    assert all(day.file(name).exists() for name in FILES)
    assert "5 drafts to review" in day.run("16T12:00", "status")
    day.run("16T12:00", "build")
    assert day.holds("Sellwick") == set()
    day.commit("five drafts")


def drafts_are_read_and_published(day: Day) -> None:
    """Four of them, under headlines of the desk's own; the fifth is under an embargo."""
    walk = day.run("16T12:30", "review", "--by", "Noor", piped=b"s\n" * 5)
    for draft in re.split(r"\n\d of 5\n", walk)[1:]:
        # 238 words a minute (Brysbaert 2019, over 190 studies): two minutes, one key.
        assert 50 < len(draft.split()) < 476
    registers = day.root / "content" / "registers"
    sources = registers / "sources.yml"
    sources.write_text(sources.read_text(encoding="utf-8") + OUTLETS, encoding="utf-8")
    day.change("gauges", "    source: null", "    source: ridge-county")
    day.change("clinic", r"\nstory: .*", "\nstory: null")  # the program only proposes
    day.change("market", "publish_at: null", "publish_at: 2026-03-17T08:00+00:00")
    for name, headline in OURS.items():
        day.change(name, r"\ntitle: .*", f"\ntitle: {headline}")
        day.run("16T13:00", "review", day.file(name), "--by", "Noor")

    ledger = (registers / "urls.txt").read_text(encoding="utf-8").splitlines()
    assert sum("\tbriefing:" in line for line in ledger) == 5
    assert f"/2026/03/{FILES['clinic']}/\tbriefing:{FILES['clinic']}" in ledger
    assert "5 briefings checked: no findings" in day.run("16T13:00", "check", "--strict")
    day.commit("read and published")


def a_pull_request_has_three_faults(day: Day) -> None:
    """Each is told beside its line, and the summary says what readers would see."""
    day.change("library", r"\ntopics:", "\ntopcis:")
    day.change("clinic", "five nurses", "12 nurses")
    day.change("gauges", r"\nstory: .*", "\nstory: no-such-story\nrelated: [the-flood-of-1998]")
    day.commit("a busy hour")
    said = day.run("16T14:00", "check", "--strict", "--format", "github", code=1)
    told = re.findall(
        r"^::error file=\S*/(\S+)\.md,line=(\d+),col=(\d+),title=(BR\d+)::", said, re.M
    )
    assert (FILES["library"], "9", "1", "BR105") in told
    assert (FILES["gauges"], "11", "11", "BR401") in told
    assert (FILES["clinic"], "12", "5", "BR305") in told
    assert 'unknown key "topcis"; did you mean "topics"?' in said
    assert {name for name, *_ in told} == {FILES["library"], FILES["gauges"], FILES["clinic"]}
    summary = day.run("16T14:00", "changes", "--against", "main", "--format", "markdown")
    assert "3 new briefings, 0 briefings with other words." in summary
    assert "- **1 briefing file cannot be read**" in summary
    assert f"- **{OURS['bridge']}**" in summary
    assert f"- **{OURS['market']}** (until 2026\\-03\\-17T08\\:00\\+00\\:00)" in summary


def they_are_mended_and_merged(day: Day) -> None:
    """One by the program, two by a person, who reads again what changed."""
    assert "mended 1 file" in day.run("16T14:10", "check", "--fix", code=1)
    day.change("clinic", "12 nurses", "five nurses")
    day.change("gauges", r"\nstory: .*\nrelated: .*", "\nstory: null")
    assert "5 briefings checked: no findings" in day.run("16T14:20", "check", "--strict")
    day.commit("mended")
    git(day.root, "checkout", "-q", "main")
    git(day.root, "merge", "-q", "--no-ff", "monday")

    assert git(day.root, "status", "--porcelain") == ""


def the_site_is_built(day: Day) -> None:
    """Four briefings are out; the fifth is in no file; articles are not published."""
    day.run("16T15:00", "build", "--strict")
    for name in ("bridge", "clinic", "gauges", "library"):
        assert OURS[name] in day.page(f"/2026/03/{FILES[name]}/")
    assert day.holds("market hall") == set()
    assert day.holds("Ten walks for spring") == set()
    assert day.holds("The contractor is to be chosen") == set()
    assert git(day.root, "status", "--porcelain") == ""


def a_briefing_is_renamed(day: Day) -> None:
    """Its old address leads to the new one in one step; check has nothing against it."""
    old = day.file("library")
    new = old.with_name("library-tools.md")
    git(day.root, "mv", str(old), str(new))
    assert "+/2026/03/library-tools/\tbriefing:" in day.run("16T16:00", "check", "--fix")
    day.run("16T16:00", "check", "--against", "HEAD", "--strict")
    assert "Addresses that moved" in day.run("16T16:00", "changes")
    day.run("16T16:00", "build")

    assert OURS["library"] in day.page("/2026/03/library-tools/")
    assert "/2026/03/library-tools/" in day.page(f"/2026/03/{old.stem}/")
    day.commit("a shorter address")


def a_figure_is_corrected(day: Day) -> None:
    """Silently it is an error; with an entry readers are told on page, list and feed."""
    day.change("bridge", "About 1,400 people", "About 1,600 people")
    day.change("bridge", r"from: \[p3s1\]\n.*\n    src: .*", "from: [editor]")
    said = day.run("16T17:00", "check", "--against", "HEAD", code=1)
    assert "error BR521: the summary changed and no correction says so" in said
    entry = (
        "corrections:\n  - kind: source-correction\n    at: 2026-03-16T17:00+00:00\n"
        "    was: About 1,400 people cross the bridge.\n"
        "    now: About 1,600 people cross the bridge.\n    why: The council counted again."
    )
    day.change("bridge", r"corrections: \[\]", entry)
    day.run("16T17:10", "review", day.file("bridge"), "--by", "Noor")
    day.run("16T17:10", "check", "--against", "HEAD", "--strict")
    day.run("16T17:10", "build")

    for url in (f"/2026/03/{FILES['bridge']}/", "/corrections/"):
        assert "The council counted again." in day.page(url)
    assert {path for path in day.holds("counted again") if path.startswith("feed")}
    day.commit("corrected")


def a_briefing_is_withdrawn(day: Day) -> None:
    """Its page says so and nothing else of it; no list names it any more."""
    day.change("clinic", "status: published", "status: withdrawn")
    entry = (
        "corrections:\n  - kind: retraction\n    at: 2026-03-16T18:00+00:00\n"
        "    now: The clinic has not opened.\n    why: The trust took its announcement back."
    )
    day.change("clinic", r"corrections: \[\]", entry)
    day.run("16T18:00", "check", "--against", "HEAD")
    assert "Withdrawn\n" in day.run("16T18:00", "changes")
    day.run("16T18:00", "build")

    page = day.page(f"/2026/03/{FILES['clinic']}/")
    assert "The trust took its announcement back." in page
    assert "five nurses" not in page
    assert day.holds("five nurses") == set()
    assert OURS["clinic"] not in day.page("/")
    day.commit("withdrawn")


def the_clock_lifts_an_embargo(day: Day) -> None:
    """No file changes between the two builds: the hour does it."""
    before = git(day.root, "rev-parse", "HEAD")
    day.run("17T07:59", "build")
    assert day.holds(OURS["market"]) == set()
    day.run("17T08:00", "build")

    assert OURS["market"] in day.page(f"/2026/03/{FILES['market']}/")
    assert OURS["market"] in day.page("/")
    assert git(day.root, "rev-parse", "HEAD") == before
    assert git(day.root, "status", "--porcelain") == ""
    assert "4 briefings on the site" in day.run("17T08:00", "status")

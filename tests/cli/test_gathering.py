"""`pile`, `spike`, `combine`, `split`: an editor decides what is used, and what is one briefing."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefings.cli import commands
from briefings.desk import draft_desk
from briefings.engines import Processes
from briefings.settings import Settings
from briefings.store.briefings import load_all
from tests.desks import FERRY, a_desk, add_article, files_of
from tests.happenings import COURIER, LEDGER, NEXT_DAY, OTHER, later

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
BRIDGE = "saltmere-bridge-closed-after-crack-is-found"
CRACKED = "cracked-beam-shuts-saltmere-bridge"
MUSEUM = "saltmere-harbour-museum-opens-a-hall-of-sails"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give a desk with three articles and no briefing; two tell one event."""
    texts = {"courier_txt": COURIER, "ledger_txt": LEDGER, "other_txt": OTHER}
    return a_desk(tmp_path, options="sample: no\n      rights: full", **texts)


def draft(settings: Settings) -> None:
    """Draft what is on the pile."""
    draft_desk(settings, now=NOW, by="briefings test", engine=Processes(1))


def run(settings: Settings, *arguments: str) -> Result:
    """Run a command line."""
    return CliRunner().invoke(commands, ["-C", str(settings.root), *arguments])


def file_of(settings: Settings, key: str) -> Path:
    """Give the file of a briefing."""
    return settings.briefings() / "2026" / "03" / f"{key}.md"


def stands_on(settings: Settings) -> dict[str, list[str]]:
    """Give the names of the articles of each briefing, by its id."""
    loaded, _ = load_all(settings)
    return {one.briefing.id: [Path(a.path).stem for a in one.briefing.articles] for one in loaded}


def change(file: Path, before: str, after: str) -> None:
    """Change a file as an editor would."""
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def refused(settings: Settings, *arguments: str) -> str:
    """Give what a refused command says; it changes nothing."""
    before = files_of(settings.root / "content")
    ran = run(settings, *arguments)

    assert ran.exit_code != 0
    assert files_of(settings.root / "content") == before
    return f"{ran.output}{ran.exception}"


# The pile


def test_the_pile_shows_events_with_the_most_outlets_first(settings: Settings) -> None:
    """With headline, outlets, dates; nothing is written."""
    before = files_of(settings.root)

    out = run(settings, "pile").output

    first, second, *_ = [line for line in out.splitlines() if not line.startswith(" ")]
    assert first.endswith("(2 outlets, at most 2 origins)")
    assert second == "Saltmere harbour museum opens a hall of sails"
    assert "    2026-03-14  Northport Ledger  2026/03/ledger.txt\n" in out
    assert out.endswith("2 events to draft: run `briefings draft`\n")
    assert files_of(settings.root) == before


def test_the_pile_is_json_for_scripts(settings: Settings) -> None:
    """One object a line."""
    lines = run(settings, "pile", "--json").output.splitlines()

    first, second = map(json.loads, lines)
    assert (first["outlets"], first["origins"], first["late"]) == (2, 2, False)
    assert [one["path"] for one in second["articles"]] == ["2026/03/other.txt"]


def test_an_empty_pile_says_so(settings: Settings) -> None:
    """Once everything is drafted."""
    draft(settings)

    assert run(settings, "pile").output.startswith("the pile is empty")
    assert run(settings, "pile", "--json").output == ""


def test_what_is_late_comes_last_with_what_it_adds(settings: Settings) -> None:
    """And the briefing it adds to."""
    draft(settings)
    change(file_of(settings, BRIDGE), "status: draft", "status: published")
    add_article(settings.root, "late_txt", later(LEDGER))
    add_article(settings.root, "ferry_txt", FERRY)

    out = run(settings, "pile").output

    assert out.index("Inspectors board every ferry") < out.index("Saltmere Bridge barred")
    assert f"    late: adds to {BRIDGE}\n      + " in out
    assert "for 2 million crowns." in out
    assert "1 event out already" in out


def test_what_goes_on_the_day_after_is_said_to(settings: Settings) -> None:
    """It begins no story."""
    draft(settings)
    add_article(settings.root, "next_txt", NEXT_DAY)

    assert f"    goes on with {BRIDGE}\n" in run(settings, "pile").output


# Spiking


def test_what_is_spiked_does_not_come_back(settings: Settings) -> None:
    """Neither on the pile nor as a draft, nor as a copy under another headline."""
    done = run(settings, "spike", "other.txt", "--why", "an advertisement", "--by", "Mara Voss")
    add_article(settings.root, "copy_txt", OTHER.replace("Saltmere harbour museum", "Museum"))

    out = run(settings, "pile").output
    draft(settings)

    assert done.output == "spiked 2026/03/other.txt\n"
    assert "hall of sails" not in out
    assert "BR243: not drafted: a copy of what was spiked by Mara Voss: an advertisement" in out
    assert list(stands_on(settings)) == [BRIDGE]
    outright = run(settings, "draft", str(settings.articles() / "2026/03/other.txt")).output
    assert "BR243: not drafted: spiked by Mara Voss" in outright


def test_a_draft_nobody_touched_goes_with_its_article(settings: Settings) -> None:
    """One somebody worked on stays, and nothing is spiked."""
    draft(settings)
    path = str(settings.articles() / "2026/03/other.txt")

    done = run(settings, "spike", path, "--why", "no news")

    assert f"deleted content/briefings/2026/03/{MUSEUM}.md\n" in done.output
    assert list(stands_on(settings)) == [BRIDGE]


def test_spiking_twice_keeps_the_first_reason(settings: Settings) -> None:
    """It is told, and the register stays."""
    run(settings, "spike", "other.txt", "--why", "no news")
    register = settings.registers() / "articles.yml"
    before = register.read_text()

    again = run(settings, "spike", "other.txt", "--why", "other reasons")

    assert again.output == "spiked 2026/03/other.txt already, by the desk: no news\n"
    assert register.read_text() == before


def test_a_file_nobody_can_read_can_be_spiked(settings: Settings) -> None:
    """By its digest; it is then not read again."""
    add_article(settings.root, "noise_txt", b"\x00\x01\x02" * 40)

    run(settings, "spike", "noise.txt", "--why", "noise")

    assert "noise.txt" not in run(settings, "draft").output


def test_spiking_says_what_stands_in_the_way(settings: Settings) -> None:
    """An unknown article, a briefing of several, one somebody worked on, one that is out."""
    draft(settings)

    assert 'did you mean "2026/03/other.txt"?' in refused(
        settings, "spike", "othr.txt", "--why", "x"
    )
    assert "first `briefings split" in refused(settings, "spike", "ledger.txt", "--why", "x")
    assert "need words" in refused(settings, "spike", "other.txt", "--why", " ")
    change(file_of(settings, MUSEUM), "dek: null", "dek: Forty sails")
    assert "somebody worked on" in refused(settings, "spike", "other.txt", "--why", "x")
    change(file_of(settings, MUSEUM), "status: draft", "status: published")
    assert "withdraw it" in refused(settings, "spike", "other.txt", "--why", "x")


# Splitting and combining


def test_an_article_gets_a_draft_of_its_own_and_keeps_it(settings: Settings) -> None:
    """Drafting again does not join it again; the check finds no fault."""
    draft(settings)

    done = run(settings, "split", BRIDGE, "ledger.txt")
    draft(settings)

    assert done.output == (
        f"updated content/briefings/2026/03/{BRIDGE}.md\n"
        f"drafted content/briefings/2026/03/{CRACKED}.md from 2026/03/ledger.txt\n"
    )
    assert stands_on(settings) == {
        BRIDGE: ["courier"],
        CRACKED: ["ledger"],
        MUSEUM: ["other"],
    }
    assert "weld" not in file_of(settings, BRIDGE).read_text(encoding="utf-8")
    assert run(settings, "check").exit_code == 0


def test_what_leads_can_be_split_off_too(settings: Settings) -> None:
    """The briefing keeps its id and speaks of the other article."""
    draft(settings)

    run(settings, "split", f"content/briefings/2026/03/{BRIDGE}.md", "2026/03/courier.txt")

    held = stands_on(settings)
    assert held[BRIDGE] == ["ledger"]
    assert [key for key in held if key.startswith(f"{BRIDGE}-")]
    assert "title: Cracked beam" in file_of(settings, BRIDGE).read_text(encoding="utf-8")
    assert run(settings, "check").exit_code == 0


def test_combining_undoes_a_split(settings: Settings) -> None:
    """The kept file says again what it said."""
    draft(settings)
    (before,) = [one.briefing for one in load_all(settings)[0] if one.briefing.id == BRIDGE]
    run(settings, "split", BRIDGE, "ledger.txt")

    done = run(settings, "combine", BRIDGE, CRACKED)

    assert f"deleted content/briefings/2026/03/{CRACKED}.md\n" in done.output
    (after,) = [one.briefing for one in load_all(settings)[0] if one.briefing.id == BRIDGE]
    assert (after.articles, after.key_points) == (before.articles, before.key_points)


def test_an_editors_words_stay_when_drafts_are_combined(settings: Settings) -> None:
    """In the one that is named first; the other's file goes."""
    draft(settings)
    run(settings, "split", BRIDGE, "ledger.txt")
    file = file_of(settings, BRIDGE)
    change(
        file, "title: Saltmere Bridge closed", "# ours\ntitle: Bridge shut; Saltmere Bridge closed"
    )

    run(settings, "combine", f"content/briefings/2026/03/{BRIDGE}.md", CRACKED)

    text = file.read_text(encoding="utf-8")
    assert "# ours\ntitle: Bridge shut" in text
    assert "b:p2s2" in text
    assert stands_on(settings)[BRIDGE] == ["courier", "ledger"]
    assert run(settings, "combine", BRIDGE, MUSEUM).exit_code == 0
    assert stands_on(settings) == {BRIDGE: ["courier", "ledger", "other"]}


def test_a_late_article_gets_its_own_draft_by_split(settings: Settings) -> None:
    """What is out stays as it is."""
    draft(settings)
    file = file_of(settings, BRIDGE)
    change(file, "status: draft", "status: published")
    before = file.read_text(encoding="utf-8")
    add_article(settings.root, "late_txt", later(LEDGER))

    done = run(settings, "split", BRIDGE, "late.txt")

    assert done.output.startswith("drafted content/briefings/2026/03/saltmere-bridge-barred")
    assert file.read_text(encoding="utf-8") == before
    assert run(settings, "pile").output.startswith("the pile is empty")


def test_combining_says_what_stands_in_the_way(settings: Settings) -> None:
    """One draft alone, an unknown one, one somebody worked on, one that is or was out."""
    draft(settings)

    assert "two drafts or more" in refused(settings, "combine", BRIDGE, BRIDGE)
    assert f'did you mean "{MUSEUM}"?' in refused(settings, "combine", BRIDGE, "saltmere-harbour")
    change(file_of(settings, MUSEUM), "dek: null", "dek: Forty sails")
    assert "somebody worked on" in refused(settings, "combine", BRIDGE, MUSEUM)
    ledger = settings.registers() / "urls.txt"
    ledger.write_text(f"/2026/03/{MUSEUM}/\tbriefing:{MUSEUM}\n")
    assert "was published once" in refused(settings, "combine", BRIDGE, MUSEUM)
    change(file_of(settings, MUSEUM), "status: draft", "status: published")
    assert "is published" in refused(settings, "combine", BRIDGE, MUSEUM)


def test_splitting_says_what_stands_in_the_way(settings: Settings) -> None:
    """An article alone, an unknown one, words of an editor that stand on it, a briefing out."""
    draft(settings)

    assert "nothing to split" in refused(settings, "split", MUSEUM, "other.txt")
    assert "did you mean" in refused(settings, "split", BRIDGE, "legder.txt")
    few = "you may name 2026/03/courier.txt or 2026/03/ledger.txt"
    assert few in refused(settings, "split", BRIDGE, "zzz.pdf")
    file = file_of(settings, BRIDGE)
    change(file, "A specialist firm will weld", "A firm will weld")
    assert "still stands on 2026/03/ledger.txt" in refused(settings, "split", BRIDGE, "ledger.txt")
    change(file, "status: draft", "status: published")
    assert "is published" in refused(settings, "split", BRIDGE, "ledger.txt")

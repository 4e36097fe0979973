"""`check --against REF`: a published word changes only with a correction."""

import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefings.check.history import check_history, check_ledger_history
from briefings.errors import DeskError
from briefings.model import Briefing, Correction, Status
from briefings.versions import changed_files
from tests.builders import a_briefing, a_point, a_quote, some_names
from tests.check.desks import loaded

THEN = a_briefing(
    title="Ministry confirms the “ferry” inquiry",
    dek="A cease-fire holds",
    key_points=(
        a_point("Three crossings were suspended, Omar Haddad said."),
        a_point("The fine is 1,200 crowns and 30 days."),
        a_point("Nobody was hurt."),
    ),
    quotes=(a_quote(), a_quote("It's done")),
    names=some_names(people=("Ada Brook",), places=("North Harbour",)),
    body="The fleet was inspected in 2019.\n\nIt has six ships.",
)
TOLD = Correction(kind="correction", at=date(2026, 3, 15), now="Three.")
ADDRESS = "/2026/03/ferry-inquiry/"
LINE = (ADDRESS, "briefing:ferry-inquiry")
FIRST, FINE, LAST = (point.text for point in THEN.key_points)
SAID = "The inspectors of the Ministry will board every ferry of the whole, wide fleet on {}."


def changes(now: Briefing | None, then: Briefing = THEN, **more: object) -> list[str]:
    """Give code and the beginning of each message."""
    items = [loaded(now)] if now else []
    given: dict[str, object] = {"ref": "main"} | more
    found = check_history([then], items, [LINE], **given)  # type: ignore[arg-type]  # by name
    return [f"{one.code} {one.message}" for one in found]


def points(*texts: str) -> Briefing:
    """Give the briefing with other key points."""
    return replace(THEN, key_points=tuple(map(a_point, texts)))


@pytest.mark.parametrize(
    "now",
    [
        THEN,
        replace(THEN, title='Ministry confirms  the "ferry" inquiry'),
        replace(THEN, dek="A cease fire holds"),
        replace(THEN, quotes=(a_quote(), a_quote("It’s done"))),
        replace(THEN, quotes=(*THEN.quotes, a_quote("And more"))),
        replace(
            THEN, names=some_names(people=("Ada Brook", "Carla Dean"), places=("North Harbour",))
        ),
        replace(THEN, key_points=(*THEN.key_points, a_point("Four more will sail in 2027."))),
        points(LAST, FINE, FIRST),
        points(
            "Three crossings were suspended, Omar Haddad said on Friday.",
            FINE,
            LAST,
        ),
        points(FIRST, FINE),
        replace(THEN, topics=("politics",), story="another"),
    ],
)
def test_typography_filing_order_and_what_only_came_in_are_no_change(now: Briefing) -> None:
    """Nothing a reader was told is different."""
    assert changes(now) == []


@pytest.mark.parametrize(
    ("now", "what"),
    [
        (replace(THEN, title="Ministry denies the ferry inquiry"), "the headline"),
        (replace(THEN, summary=(a_point("Inspectors will board no ferry."),)), "the summary"),
        (
            points(
                "Four crossings were suspended, Omar Haddad said.",
                FINE,
                LAST,
            ),
            "a figure",
        ),
        (
            points(FIRST, "The fine is 30 crowns and 1,200 days.", "Nobody was hurt."),
            "a figure",
        ),
        (points(FIRST, LAST), "a figure"),
        (
            points(
                "Three crossings were suspended, Omar Hadad said.",
                FINE,
                LAST,
            ),
            "a name",
        ),
        (
            replace(THEN, names=some_names(people=("Ada Brooks",), places=("North Harbour",))),
            "a name",
        ),
        (replace(THEN, quotes=THEN.quotes[:1]), "a quote"),
        (
            replace(THEN, quotes=(a_quote("We will publish some findings"), THEN.quotes[1])),
            "a quote",
        ),
        (replace(THEN, quotes=(a_quote(speaker="Carla Dean"), THEN.quotes[1])), "a quote"),
        (replace(THEN, body="The fleet was inspected in 2018.\n\nIt has six ships."), "a figure"),
    ],
)
def test_a_change_readers_would_notice_needs_a_correction(now: Briefing, what: str) -> None:
    """It is named once with what was and what is; with a new entry nothing is said."""
    (line,) = changes(now)

    assert line.startswith(f'BR521 {what} changed and no correction says so: was "')
    assert changes(replace(now, corrections=(TOLD,))) == []
    held = replace(THEN, corrections=(TOLD,))
    assert len(changes(replace(now, corrections=(TOLD,)), held)) == 1, "an old one says nothing"


def test_the_message_shows_the_difference_however_far_behind_it_is() -> None:
    """A long text begins a few words before it."""
    then = replace(THEN, summary=(a_point(SAID.format("Friday")),))
    (line,) = changes(replace(THEN, summary=(a_point(SAID.format("Monday")),)), then)

    assert 'fleet on Friday.", now "…' in line
    assert 'fleet on Monday."' in line


def test_a_draft_may_change_as_it_likes() -> None:
    """Nobody saw it."""
    assert changes(replace(THEN, title="X"), replace(THEN, status=Status.DRAFT)) == []


def test_a_published_address_does_not_die() -> None:
    """Gone, a draft again, or moved with no line in the ledger."""
    moved = replace(THEN, edition=date(2026, 4, 1))
    renamed = replace(THEN, path="content/briefings/2026/03/other.md")

    assert changes(None) == [
        f'BR522 "ferry-inquiry" is published at main and is gone: {ADDRESS} would die'
    ]
    assert changes(None, unread=[THEN.path]) == []
    assert changes(replace(THEN, status=Status.DRAFT))[0].startswith(
        "BR522 published at main and a draft"
    )
    assert changes(moved) == changes(renamed) == [], "the ledger leads the old address on"
    (found,) = check_history([THEN], [loaded(moved)], [], ref="main")
    merged = loaded(replace(THEN, id="fleet", path="content/briefings/2026/03/fleet.md"))
    assert list(check_history([THEN], [merged], [(ADDRESS, "briefing:fleet")], ref="main")) == []
    assert (
        found.remedy
        == f"add the line {ADDRESS}<tab>briefing:ferry-inquiry to content/registers/urls.txt"
    )


def test_a_withdrawal_needs_an_entry_of_its_own() -> None:
    """Its words may go; why they went is said."""
    gone = replace(THEN, status=Status.WITHDRAWN, title="X")

    assert changes(gone) == ["BR521 withdrawn since, and no new entry under `corrections` says why"]
    assert changes(replace(gone, corrections=(TOLD,))) == []


def test_a_correction_readers_saw_stays() -> None:
    """It may be set otherwise, not taken out."""
    then = replace(THEN, corrections=(TOLD,))

    assert changes(THEN, then) == ['BR523 a correction readers saw is gone: "Three."']
    assert (
        changes(
            replace(then, corrections=(replace(TOLD, at=datetime(2026, 3, 15, tzinfo=UTC)),)), then
        )
        == []
    )


def test_a_line_of_the_ledger_stays() -> None:
    """Also of things that are no briefings."""
    (found,) = check_ledger_history(
        [("/story/a/", "story:a"), ("/b/", "page:b")], [("/b/", "page:b")], "urls.txt", ref="main"
    )

    assert str(found).startswith(
        "urls.txt: error BR522: /story/a/ is in the ledger at main and is gone"
    )


def git(root: Path, *arguments: str) -> None:
    """Run git with an author."""
    names = [
        "-c",
        "user.name=Noor",
        "-c",
        "user.email=noor@desk.example",
        "-c",
        "commit.gpgsign=false",
    ]
    subprocess.run(["git", "-C", root, *names, *arguments], check=True, capture_output=True)


def test_files_at_a_ref_are_those_that_differ(tmp_path: Path) -> None:
    """In a folder of the repository, with odd names; the same ones are left out."""
    desk = tmp_path / "desk"
    (desk / "content").mkdir(parents=True)
    for name, text in (("same é.md", "ü\n"), ("changed.md", "old\n"), ("gone.md", "gone\n")):
        (desk / "content" / name).write_text(text, encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "x")
    present = {"content/same é.md": "ü\n", "content/changed.md": "new\n"}

    assert changed_files(desk, "HEAD", ["content"], present) == {
        "content/changed.md": "old\n",
        "content/gone.md": "gone\n",
    }
    assert changed_files(desk, "HEAD", ["nothing-there"], {}) == {}


@pytest.mark.parametrize("ref", ["nope", "--help", "", "HEAD; touch x", "HEAD:x", "a\nb"])
def test_an_unknown_ref_is_one_message(tmp_path: Path, ref: str) -> None:
    """Whatever is given as a ref is looked up, never run."""
    git(tmp_path, "init", "-q")

    with pytest.raises(DeskError, match="git knows no "):
        changed_files(tmp_path, ref, ["content"], {})
    assert [file.name for file in tmp_path.iterdir()] == [".git"]


def test_a_desk_in_no_repository_is_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is there anything to say where git is not installed."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(DeskError, match="is in no git repository"):
        changed_files(tmp_path, "HEAD", ["content"], {})
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DeskError, match="git is not installed"):
        changed_files(tmp_path, "HEAD", ["content"], {})

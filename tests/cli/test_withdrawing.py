"""`withdraw`: harm is stopped at once, whatever else is wrong on the desk."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefings.model import Correction
from briefings.settings import Settings
from briefings.store.briefings import dump_briefing, parse_briefing
from briefings.store.withdrawals import withdraw_briefing
from tests.builders import a_briefing
from tests.canaries import holding
from tests.cli.conftest import Run
from tests.desks import FERRY, WIRE, a_desk, files_of

FERRIES = "inspectors-board-every-ferry-after-fire"
TEACHERS = "teachers-accept-pay-offer-after-long-night"
AT = datetime(2026, 3, 16, 12, tzinfo=UTC)
WORDS = ("Three crossings were", "We will publish every finding", "refund every ticket", "blaze")


@pytest.fixture
def desk(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Give a desk with two briefings that are published and built."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773662400")  # 16 March 2026, 13:00 in Malta
    settings = a_desk(tmp_path, ferry_txt=FERRY, teachers_txt=WIRE)
    run("-C", tmp_path, "draft")
    for file in settings.briefings().rglob("*.md"):
        run("-C", tmp_path, "review", file, "--by", "Noor")
    assert run("-C", tmp_path, "build")[0] == 0
    return settings


def page(settings: Settings, slug: str) -> bytes:
    """Give the page of a briefing."""
    return (settings.root / "site" / "2026" / "03" / slug / "index.html").read_bytes()


def file_of(settings: Settings, slug: str) -> Path:
    """Give the file of a briefing."""
    return settings.briefings() / "2026" / "03" / f"{slug}.md"


def test_at_once_its_words_are_in_no_file_of_the_site(run: Run, desk: Settings) -> None:
    """The page says that it was withdrawn and why; the command says what it cannot reach."""
    before = [words for words in WORDS if holding(desk.root / "site", words)]
    why = "The fire was on another line."

    code, out, _ = run("-C", desk.root, "withdraw", FERRIES, "--now", "--why", why, "--by", "Mara")

    site = files_of(desk.root / "site")
    tree = b"".join(site.values())
    assert code == 0
    assert len(before) >= 2
    assert not [words for words in WORDS if holding(desk.root / "site", words)]
    for name in (f"2026/03/{FERRIES}/index.html", "corrections/index.html", "feed.xml"):
        assert why.encode() in site[name], name
    assert b"Mara" not in tree
    assert f"withdrawn content/briefings/2026/03/{FERRIES}.md" in out
    for word in ("git", "mail", "browsers", "search", "archives", f"/2026/03/{FERRIES}/"):
        assert word in out


def test_nothing_else_that_is_wrong_stands_in_its_way(run: Run, desk: Settings) -> None:
    """A file with a conflict, a register and a ledger that cannot be read: all stays as it was."""
    before = page(desk, TEACHERS)
    file_of(desk, TEACHERS).write_text("<<<<<<< HEAD\n", encoding="utf-8")
    (desk.registers() / "names.yml").write_text("people: [\n", encoding="utf-8")
    ledger = desk.registers() / "urls.txt"
    ledger.write_text(ledger.read_text(encoding="utf-8") + "nonsense\n", encoding="utf-8")
    assert run("-C", desk.root, "check")[0] == 1

    code, _, err = run("-C", desk.root, "withdraw", FERRIES, "--now")

    assert code == 0
    assert "teachers-accept-pay-offer-after-long-night.md:1:1: error BR101" in err
    assert page(desk, TEACHERS) == before
    assert b"The desk has withdrawn this briefing." in page(desk, FERRIES)


def test_a_build_in_ci_can_keep_what_cannot_be_read(run: Run, desk: Settings) -> None:
    """`build --keep-broken` is the same without the command; a plain build leaves it out."""
    before = page(desk, TEACHERS)
    file_of(desk, TEACHERS).write_text("<<<<<<< HEAD\n", encoding="utf-8")

    assert run("-C", desk.root, "build", "--keep-broken")[0] == 0
    assert page(desk, TEACHERS) == before
    assert run("-C", desk.root, "build")[0] == 0
    assert b"No longer published" in page(desk, TEACHERS)


def test_without_now_the_file_alone_changes(run: Run, desk: Settings) -> None:
    """The site stands; every word of the file stays, comments too."""
    file = file_of(desk, FERRIES)
    text = file.read_text(encoding="utf-8").replace(
        "status: published", "status: published  # Noor's"
    )
    file.write_text(text, encoding="utf-8")
    before = files_of(desk.root / "site")

    code, out, _ = run("-C", desk.root, "withdraw", FERRIES, "--why", "Forged.", "--by", "Mara")

    after = file.read_text(encoding="utf-8")
    assert code == 0
    assert "readers see it still" in out
    assert files_of(desk.root / "site") == before
    assert "status: withdrawn  # Noor's\n" in after
    came = [line for line in after.splitlines() if line not in text.splitlines()]
    assert came == [
        "status: withdrawn  # Noor's",
        "corrections:",
        "  - kind: retraction",
        "    at: 2026-03-16T13:00+01:00",
        "    now: The desk has withdrawn this briefing.",
        "    why: Forged.",
        "    by: Mara",
    ]


def test_it_is_found_by_its_address_and_a_slip_is_recognised(run: Run, desk: Settings) -> None:
    """People paste what stands in the browser."""
    url = f"https://desk.example/2026/03/{FERRIES}/"

    slip = run("-C", desk.root, "withdraw", "teachers-accept-pay-ofer-after-long-night")
    found = run("-C", desk.root, "withdraw", url)
    again = run("-C", desk.root, "withdraw", url)

    assert slip[0] == 2
    assert f'did you mean "{TEACHERS}"?' in slip[2]
    assert found[0] == again[0] == 0
    assert "was withdrawn already" in again[1]


def test_a_draft_and_a_broken_file_are_told(run: Run, desk: Settings) -> None:
    """Nobody was shown a draft; of a file that cannot be read its own faults are told."""
    draft = file_of(desk, TEACHERS)
    draft.write_text(
        draft.read_text(encoding="utf-8").replace("status: published", "status: draft"),
        encoding="utf-8",
    )
    file_of(desk, FERRIES).write_text("---\ntitle: [\n---\n", encoding="utf-8")

    unseen = run("-C", desk.root, "withdraw", TEACHERS)
    broken = run("-C", desk.root, "withdraw", FERRIES, "--now")

    assert (unseen[0], broken[0]) == (2, 2)
    assert "is a draft, which no reader was shown" in unseen[2]
    assert f"{FERRIES}.md:" in broken[2]
    assert "BR101" in broken[2] or "BR102" in broken[2]


@pytest.mark.parametrize(
    "listed", ["corrections: []", "corrections:", "# none", "corrections: []  # none yet"]
)
def test_the_retraction_is_added_whatever_stood_there(listed: str) -> None:
    """An empty list, nothing, or no key at all."""
    text = dump_briefing(a_briefing()).replace("corrections: []", listed)
    retraction = Correction(kind="retraction", at=AT, now="It is withdrawn.")

    after = withdraw_briefing(text, "content/briefings/2026/03/x.md", retraction)

    b = parse_briefing(after, "content/briefings/2026/03/x.md")
    assert (b.status.value, b.corrections) == ("withdrawn", (retraction,))
    assert withdraw_briefing(after, "content/briefings/2026/03/x.md", retraction) == after


def test_the_retraction_stands_below_what_was_corrected_before() -> None:
    """A correction readers saw is part of the record."""
    first = Correction(kind="correction", at=AT, now="Three.", was="Four.")
    retraction = Correction(kind="retraction", at=AT, now="It is withdrawn.", why="Forged.")
    text = dump_briefing(a_briefing(corrections=(first,)))

    after = withdraw_briefing(text, "content/briefings/2026/03/x.md", retraction)

    b = parse_briefing(after, "content/briefings/2026/03/x.md")
    assert b.corrections == (first, retraction)

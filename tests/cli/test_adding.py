"""`briefings add`: files and pastes come to the desk with the record of where they are from."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefings.adding import sniff_ending
from tests.cli.conftest import Run
from tests.desks import FERRY, WIRE, a_desk

ARTICLES = Path("content", "articles", "2026", "03")


@pytest.fixture
def add(run: Run) -> Run:
    """Run `briefings add` on a desk, what is piped in given as bytes."""

    def command(desk: Path, *arguments: object, piped: bytes = b"") -> tuple[int, str, str]:
        return run("-C", desk, "add", "--now", "2026-03-16", *arguments, piped=piped)

    return command


def a_file(folder: Path, name: str, text: str) -> Path:
    """Write a file outside the desk."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_is_copied_recorded_and_drafted(add: Run, tmp_path: Path) -> None:
    """By the article's own date, named by its headline; the original stays."""
    a_desk(tmp_path / "desk")
    given = a_file(tmp_path / "in", "x.txt", FERRY)

    code, out, err = add(tmp_path / "desk", given)

    kept = tmp_path / "desk" / ARTICLES / "inspectors-board-every-ferry-after-fire.txt"
    record = kept.with_name(kept.name + ".source.yml").read_text(encoding="utf-8")
    assert (code, err) == (0, "")
    assert out.startswith(f"added {ARTICLES.as_posix()}/inspectors-board-every-ferry-after-fire.t")
    assert "drafted content/briefings/2026/03/" in out
    assert kept.read_bytes() == given.read_bytes()
    assert "name: x.txt\n" in record
    assert "digest: v1:" in record


def test_the_same_file_is_not_stored_twice(add: Run, tmp_path: Path) -> None:
    """The answer says where it is."""
    a_desk(tmp_path / "desk")
    given = a_file(tmp_path / "in", "x.txt", FERRY)
    add(tmp_path / "desk", given)

    _, out, _ = add(tmp_path / "desk", given)

    assert out.startswith(
        "content/articles/2026/03/inspectors-board-every-ferry-after-fire.txt holds it already\n"
    )
    assert len(list((tmp_path / "desk" / ARTICLES).glob("*.txt"))) == 1


def test_a_file_that_lies_there_already_gets_its_record_and_a_draft(
    add: Run, tmp_path: Path
) -> None:
    """Somebody copied it by hand; it stays where it is."""
    a_desk(tmp_path / "desk", ferry_txt=FERRY)
    file = tmp_path / "desk" / ARTICLES / "ferry.txt"

    _, out, _ = add(tmp_path / "desk", str(file))

    assert "content/articles/2026/03/ferry.txt holds it already\n" in out
    assert "drafted content/briefings/2026/03/" in out
    assert "digest: v1:" in file.with_name("ferry.txt.source.yml").read_text(encoding="utf-8")


def test_another_text_of_one_headline_overwrites_nothing(add: Run, tmp_path: Path) -> None:
    """It gets a name of its own."""
    a_desk(tmp_path / "desk")
    add(tmp_path / "desk", a_file(tmp_path / "in", "x.txt", FERRY))

    add(tmp_path / "desk", a_file(tmp_path / "in", "y.txt", FERRY.replace("six", "seven")))

    kept = sorted((tmp_path / "desk" / ARTICLES).glob("*.txt"))
    assert len(kept) == 2
    assert (tmp_path / "in" / "x.txt").read_bytes() in [file.read_bytes() for file in kept]


def test_a_paste_knows_its_address_and_when_it_was_made(add: Run, tmp_path: Path) -> None:
    """`--url` states the address; the copy was made just now."""
    a_desk(tmp_path / "desk")

    code, _, _ = add(
        tmp_path / "desk", "-", "--url", "https://harbour.example/x", piped=FERRY.encode()
    )

    (record,) = (tmp_path / "desk" / ARTICLES).glob("*.source.yml")
    (draft,) = (tmp_path / "desk" / "content" / "briefings").rglob("*.md")
    assert code == 0
    assert "saved_at: 2026-03-16" in record.read_text(encoding="utf-8")
    assert "https://harbour.example/x" in draft.read_text(encoding="utf-8")


def test_what_cannot_be_read_is_not_stored(add: Run, tmp_path: Path) -> None:
    """One message with the file's own name, exit code 1, and the desk as it was."""
    a_desk(tmp_path / "desk")

    code, out, err = add(tmp_path / "desk", a_file(tmp_path / "in", "x.txt", "  \n"))

    assert (code, out) == (1, "")
    assert "in/x.txt:1:1: error BR201: the file is empty" in err
    assert not list((tmp_path / "desk").rglob("*.txt"))


def test_one_bad_source_does_not_stop_the_others(add: Run, tmp_path: Path) -> None:
    """The good one is added and drafted."""
    a_desk(tmp_path / "desk")
    good = a_file(tmp_path / "in", "good.txt", WIRE)
    bad = a_file(tmp_path / "in", "bad.docx", "x")

    code, out, err = add(tmp_path / "desk", bad, good)

    assert code == 0
    assert "added content/articles/2026/03/teachers-accept-pay-offer-after-long-night.txt" in out
    assert "bad.docx: error BR241" in err


def test_nothing_is_drafted_when_told_so(add: Run, tmp_path: Path) -> None:
    """The article waits for `briefings draft`."""
    a_desk(tmp_path / "desk")

    _, out, _ = add(tmp_path / "desk", "--no-draft", a_file(tmp_path / "in", "x.txt", FERRY))

    assert "added" in out
    assert not list((tmp_path / "desk" / "content" / "briefings").rglob("*.md"))


def test_a_newsletter_gives_a_briefing_for_each_story(add: Run, tmp_path: Path) -> None:
    """Each stands on its own part of the one file."""
    a_desk(tmp_path / "desk")
    letter = tmp_path / "letter.eml"
    letter.write_bytes(A_LETTER)

    _, out, _ = add(tmp_path / "desk", letter)

    assert out.count("drafted content/briefings/") == 2
    assert "letter.eml#ferries-halted-after-cracks-found" in out


A_LETTER = """From: The Coast Letter <letter@coast.example>
Date: Mon, 16 Mar 2026 06:00:00 +0000
Subject: Monday
List-Unsubscribe: <mailto:u@coast.example>
Content-Type: text/html; charset=utf-8

<table><tr><td><h2><a href="https://coast.example/2026/03/ferries-halted-after">Ferries halted \
after cracks found</a></h2><p>Three crossings were suspended on Friday after inspectors found \
cracks in one vessel, the transport ministry said in North Harbour, and it did not say when \
they would sail again or who would pay for the repairs.</p></td></tr>
<tr><td><h2><a href="https://coast.example/2026/03/school-strike-enters">School strike enters \
third week</a></h2><p>About 900 pupils stayed at home for a third week on Monday as teachers in \
Saltmere refused the council's offer of four per cent, and the union said that it would talk \
again on Thursday.</p></td></tr>
<tr><td><a href="https://coast.example/u">Unsubscribe</a></td></tr></table>
""".replace("\\\n", "").encode()


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"%PDF-1.7", ".pdf"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>", ".html"),
        (b"<?xml version='1.0'?><rss></rss>", ".xml"),
        (b'{"version": "https://jsonfeed.org/version/1"}', ".json"),
        (b"From: a@b.example\nSubject: x\n\nwords", ".eml"),
        (b"From: <Saved>\r\nSnapshot-Content-Location: https://x\r\n\r\n", ".mhtml"),
        (b"---\ntitle: x\n---\nwords", ".md"),
        (b"Ferries halted\n\nWords: more words.", ".txt"),
    ],
)
def test_the_format_of_a_paste_is_seen(content: bytes, ending: str) -> None:
    """By how files of each kind begin."""
    assert sniff_ending(content) == ending


def test_two_runs_at_once_lose_nothing(tmp_path: Path) -> None:
    """Texts of one headline, added at the same moment, both stand on the desk as they were."""
    desk = tmp_path / "desk"
    a_desk(desk)
    texts = {f"{FERRY}\nEdition {number} says so.\n" for number in range(4)}
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "briefings", "-C", desk, "add", "--no-draft", file],
            stdout=subprocess.DEVNULL,
        )
        for file in [a_file(tmp_path / "in", f"{len(t)}{i}.txt", t) for i, t in enumerate(texts)]
    ]

    assert [run.wait() for run in runs] == [0] * 4
    assert {file.read_text(encoding="utf-8") for file in (desk / ARTICLES).glob("*.txt")} == texts


@pytest.mark.parametrize("address", ["ftp://x.example/a", "gopher://x.example/a.html", "file:///a"])
def test_only_the_web_is_fetched(add: Run, tmp_path: Path, address: str) -> None:
    """Another kind of address is told as such, not as a file of no known ending."""
    a_desk(tmp_path / "desk")

    code, _, err = add(tmp_path / "desk", address)

    assert code == 1
    assert "BR240" in err
    assert "only http and https" in err


def test_now_is_given_as_briefing_files_write_it(add: Run, tmp_path: Path) -> None:
    """A day, hour and minute with the offset, no seconds needed."""
    a_desk(tmp_path / "desk")
    given = a_file(tmp_path / "in", "x.txt", FERRY)

    code, _, err = add(tmp_path / "desk", given, "--now", "2026-03-14T12:00+01:00")

    record = next((tmp_path / "desk" / ARTICLES).glob("*.source.yml")).read_text(encoding="utf-8")
    assert (code, err) == (0, "")
    assert "added_at: 2026-03-14T12:00+01:00\n" in record

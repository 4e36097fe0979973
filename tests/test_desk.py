"""The drafting run on a desk of its own."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefings.article_files import find_article_files
from briefings.desk import draft_desk
from briefings.errors import BadFileError
from briefings.runs import DraftRun, Outcome
from briefings.settings import Settings
from briefings.store.briefings import load_all
from briefings.store.provenance import Provenance, save_provenance
from briefings.text.digests import digest_bytes
from tests.desks import FERRY, WIRE, a_desk, add_article, files_of

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)


def draft(settings: Settings, *paths: Path) -> DraftRun:
    """Draft at a fixed time."""
    return draft_desk(settings, paths, now=NOW, by="briefings test")


def outcomes(run: DraftRun) -> list[tuple[str, Outcome]]:
    """Give (file name, outcome) of each briefing."""
    return [(Path(item.path).name, item.outcome) for item in run.drafted]


def briefing_file(settings: Settings) -> Path:
    """Give the desk's one briefing file."""
    (file,) = settings.briefings().rglob("*.md")
    return file


def test_each_article_gets_a_briefing(tmp_path: Path) -> None:
    """Articles on different events become briefings of their own, dated and in their month."""
    settings = a_desk(tmp_path, ferry_txt=FERRY, teachers_txt=WIRE)

    run = draft(settings)

    assert [item.path for item in run.drafted] == [
        "content/briefings/2026/03/inspectors-board-every-ferry-after-fire.md",
        "content/briefings/2026/03/teachers-accept-pay-offer-after-long-night.md",
    ]
    assert {item.outcome for item in run.drafted} == {Outcome.CREATED}


def test_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    """Where every article has its briefing, nothing is read or written."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    draft(settings)
    before = files_of(tmp_path)

    run = draft(settings)

    assert run.drafted == []
    assert files_of(tmp_path) == before


def test_drafting_an_article_again_writes_nothing(tmp_path: Path) -> None:
    """Named outright, an unchanged article gives an unchanged file."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    draft(settings)
    before = files_of(tmp_path)

    run = draft(settings, settings.articles())

    assert outcomes(run) == [("inspectors-board-every-ferry-after-fire.md", Outcome.KEPT)]
    assert not run.drafted[0].outcome.has_written()
    assert files_of(tmp_path) == before


def test_an_editors_words_and_comments_stay(tmp_path: Path) -> None:
    """When the article changes, only what nobody touched is drafted anew."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    draft(settings)
    file = briefing_file(settings)
    text = file.read_text(encoding="utf-8")
    edited = text.replace(
        "title: Inspectors board every ferry after fire",
        "# the desk's own\ntitle: Every ferry boarded  # shorter",
        1,
    )
    file.write_text(edited, encoding="utf-8")
    changed = FERRY.replace("all six ferries", "all seven ferries")
    add_article(tmp_path, "ferry_txt", changed)

    run = draft(settings)

    after = file.read_text(encoding="utf-8")
    assert outcomes(run) == [(file.name, Outcome.UPDATED)]
    assert "# the desk's own\ntitle: Every ferry boarded  # shorter" in after
    assert "all seven ferries" in after


def test_copies_of_one_wire_text_share_a_briefing(tmp_path: Path) -> None:
    """Two outlets with one agency text are one briefing that names both."""
    copy = WIRE.replace("Teachers accept pay offer after long night", "Teachers say yes")
    shorter = copy.rpartition("About 9,000")[0]
    settings = a_desk(tmp_path, wire_txt=WIRE, copy_txt=shorter)

    run = draft(settings)

    (item,) = run.drafted
    assert sorted(item.articles) == ["2026/03/copy.txt", "2026/03/wire.txt"]


def test_a_copy_that_comes_later_joins_the_draft(tmp_path: Path) -> None:
    """The draft then stands on both articles and forgets neither."""
    settings = a_desk(tmp_path, wire_txt=WIRE)
    draft(settings)
    add_article(tmp_path, "copy_txt", WIRE.replace("Teachers accept", "Late: teachers accept"))

    run = draft(settings)

    (loaded,), _ = load_all(settings)
    assert [item.outcome for item in run.drafted] == [Outcome.UPDATED]
    assert sorted(a.path for a in loaded.briefing.articles) == [
        "2026/03/copy.txt",
        "2026/03/wire.txt",
    ]


def test_a_copy_of_what_is_out_is_told_and_changes_nothing(tmp_path: Path) -> None:
    """A published briefing is a person's word: a late copy is a finding."""
    settings = a_desk(tmp_path, wire_txt=WIRE)
    draft(settings)
    file = briefing_file(settings)
    text = file.read_text(encoding="utf-8").replace("status: draft", "status: published")
    file.write_text(text, encoding="utf-8")
    add_article(tmp_path, "copy_txt", WIRE.replace("Teachers accept", "Late: teachers accept"))

    run = draft(settings)

    assert [f.code for f in run.findings if f.code == "BR221"] == ["BR221"]
    assert file.read_text(encoding="utf-8") == text


def test_two_articles_of_one_headline_have_two_addresses(tmp_path: Path) -> None:
    """An id that is taken gets four digits of the article's digest."""
    other = WIRE.replace("Teachers accept pay offer after long night", FERRY.splitlines()[0])
    settings = a_desk(tmp_path, ferry_txt=FERRY, other_txt=other)

    run = draft(settings)

    first, second = (Path(item.path).stem for item in run.drafted)
    assert first == "inspectors-board-every-ferry-after-fire"
    assert second.startswith(f"{first}-")
    assert len(second) == len(first) + 5


def test_one_bad_article_stops_nobody_else(tmp_path: Path) -> None:
    """Empty, binary and headless files are a message each; the rest is drafted."""
    settings = a_desk(tmp_path, empty_txt="", good_txt=FERRY)
    add_article(tmp_path, "binary_txt", b"\x00\x01\x02" * 40)

    run = draft(settings)

    assert len(run.drafted) == 1
    assert {Path(f.place.path).name for f in run.findings} >= {"empty.txt", "binary.txt"}


def test_one_bad_briefing_stops_nobody_else(tmp_path: Path) -> None:
    """A briefing file with broken YAML is a message; other articles are drafted."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    broken = settings.briefings() / "2026" / "03" / "broken.md"
    broken.parent.mkdir(parents=True)
    broken.write_text("---\ntitle: [\n---\n", encoding="utf-8")

    run = draft(settings)

    assert len(run.drafted) == 1
    assert any(f.place.path.endswith("broken.md") for f in run.findings)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("\ntopics:", "\ntopcis:"),
        ("title: Inspectors", "title: [Inspectors"),
        ("---\n", "<<<<<<< HEAD\n---\n"),
    ],
)
@pytest.mark.parametrize("outright", [False, True])
def test_a_briefing_that_cannot_be_read_is_never_drafted_over(
    tmp_path: Path, was: str, now: str, outright: bool
) -> None:
    """A slip in a briefing file costs a message, not the editor's work."""
    settings = a_desk(tmp_path, ferry_txt=FERRY, teachers_txt=WIRE)
    draft(settings, settings.articles() / "2026/03/ferry.txt")
    file = briefing_file(settings)
    text = file.read_text(encoding="utf-8").replace(was, now, 1)
    file.write_text(text, encoding="utf-8")

    run = draft(settings, *([settings.articles()] if outright else []))

    assert file.read_text(encoding="utf-8") == text
    assert outcomes(run) == [("teachers-accept-pay-offer-after-long-night.md", Outcome.CREATED)]
    assert "BR223" in {f.code for f in run.findings}


def test_a_headline_whose_file_is_broken_gets_another_name(tmp_path: Path) -> None:
    """A new article never takes the place of a file nobody can read."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    taken = settings.briefings() / "2026/03/inspectors-board-every-ferry-after-fire.md"
    taken.parent.mkdir(parents=True)
    taken.write_text("notes of an editor", encoding="utf-8")

    (item,) = draft(settings).drafted

    assert taken.read_text(encoding="utf-8") == "notes of an editor"
    assert Path(item.path).stem.startswith(f"{taken.stem}-")


def test_a_killed_story_feeds_no_briefing(tmp_path: Path) -> None:
    """The wire's KILL is obeyed and reported."""
    killed = WIRE.replace("NORTHPORT, 15", "KILL KILL KILL\n\nNORTHPORT, 15")
    settings = a_desk(tmp_path, wire_txt=killed)

    run = draft(settings)

    assert run.drafted == []
    assert "BR220" in {f.code for f in run.findings}


def test_what_was_spiked_does_not_come_back(tmp_path: Path) -> None:
    """An article in the register of the spiked is not drafted."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    draft(settings)
    (loaded,), _ = load_all(settings)
    digest = loaded.briefing.articles[0].digest
    briefing_file(settings).unlink()
    register = settings.registers() / "articles.yml"
    register.write_text(
        f"spiked:\n  - digest: '{digest}'\n    by: Noor\n    why: An advertisement\n",
        encoding="utf-8",
    )

    assert draft(settings).drafted == []


def test_a_later_article_joins_a_committed_thread(tmp_path: Path) -> None:
    """A second article on the same matter is proposed for the first one's story."""
    later = (
        FERRY.replace("Inspectors board every ferry after fire", "Ferry inspectors find worn pipes")
        .replace("14 March", "16 March")
        .replace(
            "Inspectors boarded all six ferries", "Inspectors found worn fuel pipes on ferries"
        )
        .replace("Three crossings were suspended", "Two crossings stay suspended")
    )
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    draft(settings)
    add_article(tmp_path, "later_txt", later)

    run = draft(settings)

    assert [item.story for item in run.drafted] == ["inspectors-board-every-ferry-after-fire"]


@pytest.mark.parametrize("name", ["nowhere.txt", "../mkdocs.yml"])
def test_a_path_that_is_no_article_is_refused(tmp_path: Path, name: str) -> None:
    """A missing file or one outside the desk's articles is one message."""
    settings = a_desk(tmp_path / "desk", ferry_txt=FERRY)

    with pytest.raises(BadFileError, match="BR002"):
        draft(settings, settings.articles() / name)


def test_a_file_outside_the_desk_is_refused(tmp_path: Path) -> None:
    """The desk keeps what it drafts from, so the file has to be copied in first."""
    settings = a_desk(tmp_path / "desk")
    file = tmp_path / "elsewhere.txt"
    file.write_text(FERRY, encoding="utf-8")

    with pytest.raises(BadFileError, match=r"lies outside content/articles/"):
        draft(settings, file)


def test_links_and_hidden_files_are_not_on_the_pile(tmp_path: Path) -> None:
    """A symbolic link, a hidden file and a file of another kind are passed over."""
    settings = a_desk(tmp_path / "desk", ferry_txt=FERRY)
    outside = tmp_path / "outside.txt"
    outside.write_text(WIRE, encoding="utf-8")
    folder = settings.articles() / "2026" / "03"
    (folder / "link.txt").symlink_to(outside)
    (folder / ".hidden.txt").write_text(WIRE, encoding="utf-8")
    (folder / "notes.docx").write_text(WIRE, encoding="utf-8")

    assert len(draft(settings).drafted) == 1


def test_only_the_folder_beside_its_page_is_that_pages_own(tmp_path: Path) -> None:
    """A folder of articles may be named `court-files`; nothing in it is passed over."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    folder = settings.articles() / "2026" / "03"
    (folder / "court-files").mkdir(exist_ok=True)
    (folder / "court-files" / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "page_files").mkdir()
    (folder / "page_files" / "ad.txt").write_text(WIRE, encoding="utf-8")
    (folder / "page.html").write_text("<p>nothing", encoding="utf-8")

    names = {path.name for path in find_article_files(settings, [])}

    assert "wire.txt" in names
    assert "ad.txt" not in names


def test_a_folder_of_articles_can_be_named(tmp_path: Path) -> None:
    """`briefings draft content/articles/2026/03` drafts what lies there."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)

    assert len(draft(settings, settings.articles() / "2026").drafted) == 1


def test_a_desk_without_articles_has_nothing_to_draft(tmp_path: Path) -> None:
    """No folder, no fault."""
    assert draft(a_desk(tmp_path)).drafted == []


def test_a_stored_file_that_changed_is_told(tmp_path: Path) -> None:
    """Its digest differs from the one in its record."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    file = settings.articles() / "2026/03/ferry.txt"
    save_provenance(file, Provenance(digest=digest_bytes(b"other"), added_at=NOW))

    assert "BR228" in {f.code for f in draft(settings).findings}


def test_what_is_named_like_an_article_and_is_none_is_noted(tmp_path: Path) -> None:
    """A link and a folder."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    (settings.articles() / "link.txt").symlink_to("2026/03/ferry.txt")
    (settings.articles() / "folder.html").mkdir()

    codes = [f.code for f in draft(settings).findings]

    assert codes.count("BR229") == 2


def test_a_mail_whose_articles_are_used_is_not_read_again(tmp_path: Path) -> None:
    """Until its briefing is gone."""
    mail = f"From: a@b.example\nSubject: Ferries\nContent-Type: text/plain\n\n{FERRY}"
    settings = a_desk(tmp_path, ferry_eml=mail)
    draft(settings)
    assert (tmp_path / ".briefings" / "seen.json").is_file()
    assert draft(settings).drafted == []

    briefing_file(settings).unlink()

    assert len(draft(settings).drafted) == 1

"""One bad input leaves every other page as it would be without it, wherever it stands."""

import contextlib
import shutil
from pathlib import Path

import pytest

from briefings.cli import main
from briefings.configuration import load_settings
from briefings.desk import draft_desk
from briefings.settings import Settings
from briefings.site.build import build_site
from tests.desks import FERRY, WIRE, a_desk, files_of
from tests.site.test_build import NOW, a_drafted_desk, publish_all
from tests.torture.bad_inputs import ARTICLES, BRIEFINGS, LINES, OTHERS, REGISTERS, Put
from tests.torture.tallying import FULL, Tally

PLACES = ("00-first", "m-middle", "zz-last") if FULL else ("m-middle",)
EVERY = 1 if FULL else 4


def test_there_are_seventy_two() -> None:
    """As the issue counts them."""
    assert len(BRIEFINGS) + len(ARTICLES) + len(LINES) + len(OTHERS) == 72


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Give a desk with two published briefings, all registers and an edition file."""
    settings = a_drafted_desk(tmp_path_factory.mktemp("isolated"))
    publish_all(settings)
    for name, text in REGISTERS.items():
        (settings.registers() / name).write_text(text.format("", "", ""), encoding="utf-8")
    (settings.editions() / "2026-03-14.md").write_text("---\nsigned: Noor\n---\n\nA note.\n")
    return settings


def _with(
    settings: Settings, folder: Path, place: str, put: Put, old: dict[str, bytes]
) -> list[str]:
    """Build with a bad file in a folder; say what is wrong, and take it away."""
    before = set(folder.iterdir())
    put(folder / place)
    built = build_site(settings, now=NOW)
    said = [str(found) for found in built.findings]
    faults = [] if any(place in line for line in said) else [f"nothing tells of it: {said}"]
    tree = files_of(built.site)
    faults += [f"{name} differs" for name in tree.keys() | old if tree.get(name) != old.get(name)]
    for path in set(folder.iterdir()) - before:
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    return faults


def test_a_bad_file_changes_no_page(desk: Settings, tally: Tally) -> None:
    """Briefings, editions: whatever is wrong with one, the tree is the same and it is told."""
    old = files_of(build_site(desk, now=NOW).site)
    cases = {name: ("briefings", put) for name, put in BRIEFINGS.items()} | OTHERS
    for name, (folder, put) in list(cases.items())[::EVERY]:
        where = desk.root / "content" / folder
        for place in PLACES:
            tally.add(f"{name}, {place}", *_with(desk, where, place, put, old))

    tally.check(least=8)


def test_a_bad_line_of_a_register_changes_no_page(desk: Settings, tally: Tally) -> None:
    """Seen to fail with `read_what_parses` taken out of `store/registers.py`."""
    old = files_of(build_site(desk, now=NOW).site)
    for name, (register, line) in list(LINES.items())[:: 1 if FULL else 3]:
        file = desk.registers() / register
        sound = file.read_text(encoding="utf-8")
        for place in range(3) if FULL else [1]:
            lines = ["", "", ""]
            lines[place] = line
            file.write_text(REGISTERS[register].format(*lines), encoding="utf-8")
            built = build_site(desk, now=NOW)
            tree = files_of(built.site)
            told = any(register in str(found) for found in built.findings)
            odd = [key for key in tree.keys() | old if tree.get(key) != old.get(key)]
            tally.add(f"{name}, {place}", *odd, not told and "nothing tells of it")
        file.write_text(sound, encoding="utf-8")

    tally.check(least=5)


def test_a_bad_article_changes_no_draft(tmp_path: Path, tally: Tally) -> None:
    """The drafts of the others are the same, byte by byte, and it is told."""
    alone = a_desk(tmp_path / "alone", ferry_txt=FERRY, teachers_txt=WIRE)
    draft_desk(alone, now=NOW, by="briefings test")
    old = files_of(alone.briefings())
    for name, put in list(ARTICLES.items())[::EVERY]:
        for place in PLACES:
            settings = a_desk(tmp_path / f"{name} {place}", ferry_txt=FERRY, teachers_txt=WIRE)
            put(settings.articles() / "2026" / "03" / place)
            run = draft_desk(settings, now=NOW, by="briefings test")
            drafts = files_of(settings.briefings())
            told = any(place in str(found) for found in run.findings)
            odd = [key for key, content in old.items() if drafts.get(key) != content]
            tally.add(f"{name}, {place}", *odd, not told and "nothing tells of it")

    tally.check(least=4)


def test_strict_decides_the_exit_code_only(
    desk: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same files, the same words, 0 without it and 1 with it."""
    bad = desk.briefings() / "bad.md"
    bad.write_text("---\ntitle: [\n---\n", encoding="utf-8")
    trees, codes, said = [], [], []
    for strict in ([], ["--strict"]):
        words = ["briefings", "-C", str(desk.root), "build", "--now", NOW.isoformat()[:16], *strict]
        monkeypatch.setattr("sys.argv", words)
        code: object = 0
        with contextlib.suppress(SystemExit):
            try:
                main()
            except SystemExit as ending:
                code = ending.code
        codes.append(code or 0)
        trees.append(files_of(desk.root / "site"))
        said.append([line for line in capsys.readouterr().err.splitlines() if "bad.md" in line])
    bad.unlink()

    assert codes == [0, 1]
    assert trees[0] == trees[1]
    assert said[0] == said[1] != []
    assert load_settings(desk.root) == desk

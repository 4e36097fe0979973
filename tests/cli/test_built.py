"""`check --built`: the sample site keeps to the rights in its articles, and one that does not."""

import shutil
from pathlib import Path

import pytest

from tests.canaries import holding
from tests.cli.conftest import Run
from tests.desks import FERRY, WIRE, a_desk

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the sample desk."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def test_the_sample_site_shows_no_more_than_it_may(run: Run, sample: Path) -> None:
    """Every page, feed, search excerpt, document and letter of it."""
    assert run("-C", sample, "build")[0] == 0

    code, out, _ = run("-C", sample, "check", "--built")

    assert (code, out) == (0, "36 briefings checked: no findings\n")


def test_what_is_too_much_is_found_wherever_it_came_from(run: Run, tmp_path: Path) -> None:
    """A desk that calls its own what is the outlet's: no rule over Markdown sees it."""
    settings = a_desk(tmp_path, ferry_txt=FERRY, teachers_txt=WIRE)
    run("-C", tmp_path, "draft")
    (file,) = settings.briefings().rglob("insp*.md")
    text = file.read_text(encoding="utf-8")
    head, _, _ = text.rpartition("\n---\n")
    sentence = FERRY.split("\n\n")[5]
    file.write_text(f"{head}\n---\n\n{sentence}\n\n{FERRY}", encoding="utf-8")
    run("-C", tmp_path, "review", file, "--by", "Noor", "--now", "2026-03-16")
    run("-C", tmp_path, "build", "--now", "2026-03-16")

    code, out, err = run("-C", tmp_path, "check", "--built", "--format", "github")

    assert code == 1, out + err
    assert "BR312" in out
    assert (
        "words of content/articles/2026/03/ferry.txt are shown, its rights (excerpt) allow" in out
    )


def test_an_article_without_rights_is_nowhere(run: Run, tmp_path: Path) -> None:
    """Drafted, published and built: its words are in no file, however that is packed."""
    settings = a_desk(tmp_path, options="rights: none", ferry_txt=FERRY)
    run("-C", tmp_path, "draft")
    (file,) = settings.briefings().rglob("*.md")
    run("-C", tmp_path, "review", file, "--by", "Noor", "--now", "2026-03-16")
    run("-C", tmp_path, "build", "--now", "2026-03-16")

    site = tmp_path / "site"
    assert holding(site, "Inspectors board every ferry"), "it is published"
    words = ("six ferries of the Saltmere line", "publish every finding", "refund every ticket")
    assert [path for word in words for path in holding(site, word)] == []
    assert run("-C", tmp_path, "check", "--built")[0] == 0


def test_what_could_not_be_measured_is_told(run: Run, tmp_path: Path) -> None:
    """In CI of a public desk there are no articles; without a site there is nothing to read."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    run("-C", tmp_path, "draft")
    shutil.rmtree(settings.articles())

    without = run("-C", tmp_path, "check", "--built")
    run("-C", tmp_path, "build")
    code, _, err = run("-C", tmp_path, "check", "--built", tmp_path / "site")

    assert without[0] == 2
    assert "there is no site at" in without[2]
    assert code == 0
    assert "note BR313: 1 of 1 articles are not here" in err

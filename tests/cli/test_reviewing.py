"""`review` without files: drafts one by one, beside their articles."""

import io
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from briefings.cli import main
from tests.desks import FERRY, WIRE, a_desk, files_of

Walk = Callable[[str], str]


@pytest.fixture
def walk(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Walk:
    """Draft two articles, then answer the questions of a walk; give what was printed."""
    a_desk(tmp_path, ferry_txt=FERRY, teachers_txt=WIRE)

    def command(*arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["briefings", "-C", str(tmp_path), *arguments])
        with suppress(SystemExit):
            main()
        return capsys.readouterr().out

    command("draft")

    def answered(keys: str) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{key}\n" for key in keys)))
        return command("review", "--by", "Mara Voss", "--now", "2026-03-16")

    return answered


def test_a_draft_is_shown_beside_its_article(walk: Walk) -> None:
    """Each text says in which paragraph of which outlet it stands."""
    out = walk("q")

    assert "1 of 2\ncontent/briefings/2026/03/inspectors-board-every-ferry" in out
    assert "      paragraph 2 of Harbour Courier\n" in out
    assert '  "We will publish every finding," the transport minister' in out
    assert "2 of 2" not in out


def test_only_what_is_accepted_is_published(walk: Walk, tmp_path: Path) -> None:
    """Skip leaves a draft as it is; accept publishes, signs and enters the address."""
    before = files_of(tmp_path / "content/briefings")

    out = walk("sa")

    after = files_of(tmp_path / "content/briefings")
    changed = [path for path in before if before[path] != after[path]]
    assert len(changed) == 1
    assert f"published content/briefings/{changed[0]}" in out
    assert b"status: published" in after[changed[0]]
    assert b"by: Mara Voss" in after[changed[0]]
    ledger = (tmp_path / "content/registers/urls.txt").read_text(encoding="utf-8")
    assert ledger.count("\tbriefing:") == 1


def test_the_whole_article_can_be_read(walk: Walk) -> None:
    """`r` gives every paragraph with its number, then asks again."""
    out = walk("rq")

    assert "  5  In 2019 a smaller fire" in out
    assert out.count("accept and publish") == 2


def test_nothing_to_review_says_what_to_do(walk: Walk) -> None:
    """With both published a walk is one line."""
    walk("aa")

    assert walk("") == "no drafts to review: run `briefings draft`\n"

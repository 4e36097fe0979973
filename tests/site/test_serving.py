"""`briefings serve` from end to end: a saved file is a new page."""

import contextlib
import json
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desks import FERRY, a_desk


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """Serve a desk with one draft in a process of its own, as an editor does."""
    a_desk(tmp_path, ferry_txt=FERRY)
    program = [sys.executable, "-m", "briefings", "-C", str(tmp_path)]
    subprocess.run([*program, "draft"], check=True, capture_output=True)
    with subprocess.Popen(
        [*program, "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = ""
        while "preview is at" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        found = re.search(r"http://\S+", said)
        assert found
        yield found[0], process
        process.terminate()


def fetch(address: str) -> str:
    """Fetch a page of the preview."""
    with urllib.request.urlopen(address, timeout=10) as answer:
        text: str = answer.read().decode()
        return text


def wait_for(address: str, word: str) -> str:
    """Fetch until a word is on the page; a build takes a second or two."""
    for _ in range(150):
        with contextlib.suppress(urllib.error.HTTPError):
            page = fetch(address)
            if word in page:
                return page
        time.sleep(0.2)
    raise AssertionError(f"{word} never came")


def test_a_saved_edit_is_on_the_page(
    tmp_path: Path, served: tuple[str, "subprocess.Popen[str]"]
) -> None:
    """The draft is shown marked; saving it rebuilds the page and tells the open one."""
    address, _ = served
    first = fetch(address)
    mark = json.loads(fetch(address + "assets/preview.json"))
    assert "Draft" in first
    (file,) = (tmp_path / "content" / "briefings").rglob("*.md")

    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Inspectors", "title: Surveyors", 1), encoding="utf-8")

    wait_for(address, "Surveyors board")
    assert json.loads(fetch(address + "assets/preview.json")) != mark


def wait_for_fault(address: str, word: str) -> str:
    """Fetch until a page of faults has a word."""
    for _ in range(150):
        try:
            fetch(address)
        except urllib.error.HTTPError as error:
            page = error.read().decode()
            if word in page:
                return page
        time.sleep(0.2)
    raise AssertionError(f"{word} never came")


def test_a_failed_build_is_a_page_until_it_is_mended(
    tmp_path: Path, served: tuple[str, "subprocess.Popen[str]"]
) -> None:
    """A wrong option is said on the terminal and on every page, with its place; files stay."""
    address, process = served
    mark = json.loads(fetch(address + "assets/preview.json"))

    file = tmp_path / "mkdocs.yml"
    text = file.read_text()
    file.write_text(text.replace("sample: no", "smaple: no"))

    assert process.stdout is not None
    lines = iter(process.stdout.readline, "")
    assert any('did you mean "sample"?' in line for line in lines)
    page = wait_for_fault(address, "did you mean &quot;sample&quot;?")
    assert re.search(r"mkdocs\.yml:\d+:\d+", page)
    assert json.loads(fetch(address + "assets/preview.json")) != mark
    assert fetch(address + "assets/briefings.css")
    file.write_text(text)
    wait_for(address, "Inspectors board")


def test_a_broken_briefing_is_told_where_its_page_was(
    tmp_path: Path, served: tuple[str, "subprocess.Popen[str]"]
) -> None:
    """The rest of the preview is there; the missing page says file, line and column."""
    address, _ = served
    (file,) = (tmp_path / "content" / "briefings").rglob("*.md")

    file.write_text("---\ntitle: [\n---\n", encoding="utf-8")

    page = wait_for_fault(f"{address}2026/03/{file.stem}/", file.name)
    assert re.search(rf"{re.escape(file.name)}:\d+:\d+: error BR\d+", page)
    assert fetch(address)

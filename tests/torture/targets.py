"""What is fuzzed: each target takes bytes, and raises where a law is broken."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefings.configuration import parse_settings
from briefings.errors import BadFileError, Finding
from briefings.pages.prose import make_prose
from briefings.store.merge import merge_briefing
from briefings.store.piecemeal import read_what_parses
from briefings.store.registers import parse_ledger
from briefings.store.written import dump_briefing, parse_briefing
from tests.browser.conftest import ROOT
from tests.builders import a_point, a_quote, a_source, some_grounds
from tests.read.laws import check_laws, is_one_line
from tests.read.seeds import SEEDS
from tests.store.test_people_meet import a_machine_draft

CORPUS = Path(__file__).parent / "corpus"
"""Small inputs that were worth keeping, a folder for each target."""
PATH = "content/briefings/2026/03/a.md"
BRIEFINGS = [file.read_bytes() for file in sorted((ROOT / "content/briefings").rglob("*.md"))]
REGISTERS = [file.read_bytes() for file in sorted((ROOT / "content/registers").glob("*.yml"))]
SETTINGS = [(ROOT / "mkdocs.yml").read_bytes()]
DRAFTS = [dump_briefing(a_machine_draft(number)).encode() for number in range(3)]
READERS = list(SEEDS.items())


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def reader_of(name: str) -> Callable[[bytes, int], None]:
    """Give the reading of a file of one name, whose laws hold."""
    return lambda content, _: (check_laws(content, name), None)[1]


def read(content: bytes, number: int) -> None:
    """Read an article of one format after the other; its laws hold."""
    check_laws(content, READERS[number % len(READERS)][0])


def load(content: bytes, number: int) -> None:
    """Load a briefing; what loads is written and loads as the same."""
    del number
    refused: tuple[Finding, ...] = ()
    try:
        briefing = parse_briefing(_text(content), PATH)
    except BadFileError as error:
        refused = error.findings
    assert all(is_one_line(finding) for finding in refused)
    if refused:
        return
    assert parse_briefing(dump_briefing(briefing), briefing.path) == briefing
    with contextlib.suppress(BadFileError):
        merge_briefing(_text(content), replace(briefing, title="Drafted again"))


def merge(content: bytes, number: int) -> None:
    """Draft again into a file somebody worked on: it still loads, and settles at once.

    What the machine wrote follows the second draft; the same draft a second time changes nothing.
    """
    text = _text(content)
    again = replace(
        a_machine_draft(number % 9),
        dek="A dek of the second draft",
        quotes=(a_quote("A second quotation", speaker="Ann Roe"), a_quote("And a third")),
        key_points=(a_point("A second point.", grounds=some_grounds("p2s1")),),
        body="Another excerpt.\n\nOf two paragraphs.",
        articles=(
            a_source(digest="v1:99", title="Another title", words=number),
            a_source(
                key="b",
                path="2026/03/b.txt",
                digest="v1:98",
                title="A second article",
                date=date(2026, 3, 15),
            ),
        ),
    )
    try:
        held = parse_briefing(text, again.path)
    except BadFileError:
        return
    merged = merge_briefing(text, again)
    after = parse_briefing(merged, again.path)
    assert after.id == held.id
    assert after.status == held.status
    assert merge_briefing(merged, again) == merged


def register(content: bytes, number: int) -> None:
    """Read a register and a ledger, whole or by pieces."""
    del number
    read_what_parses(_text(content), "x.yml")
    parse_ledger(_text(content))


def configure(content: bytes, number: int) -> None:
    """Read settings."""
    del number
    refused: tuple[Finding, ...] = ()
    try:
        parse_settings(_text(content), root=Path("/desk"))
    except BadFileError as error:
        refused = error.findings
    assert all(is_one_line(finding) for finding in refused)


def print_prose(content: bytes, number: int) -> None:
    """Make HTML of anything."""
    del number
    html = make_prose(_text(content), lambda _: None)
    assert "<script" not in html
    assert "javascript:" not in html.split("href=")[-1][:20]


Target = Callable[[bytes, int], None]
TARGETS: dict[str, tuple[Target, list[bytes]]] = {
    "readers": (read, [content for _, content in READERS]),
    "the loader": (load, BRIEFINGS),
    "the merge": (merge, DRAFTS),
    "registers": (register, REGISTERS),
    "settings": (configure, SETTINGS),
    "prose": (print_prose, BRIEFINGS),
}
ENDINGS = {"text": "a.txt", "page": "a.html", "markdown": "a.md", "mail": "a.eml", "feed": "a.rss", "JSON": "a.json"}  # fmt: skip
GUIDED: dict[str, tuple[Target, list[bytes]]] = {
    kind: (reader_of(name), [seed for other, seed in READERS if Path(other).suffix == Path(name).suffix])
    for kind, name in ENDINGS.items()
} | {name: TARGETS[name] for name in TARGETS if name != "readers"}  # fmt: skip
"""Each format for itself: coverage leads a search only where the same bytes do the same."""


def kept(name: str) -> list[bytes]:
    """Give the inputs of the corpus for a target."""
    return [file.read_bytes() for file in sorted((CORPUS / name.replace(" ", "-")).glob("*"))]

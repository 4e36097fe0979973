"""What an editor is told, word for word: `golden/cases.md` has the faulty lines and the output."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from briefings.check import check_desk
from briefings.check.history import check_history
from briefings.cli.checking import Checked, show_checked
from briefings.settings import Settings
from briefings.store.briefings import load_all, parse_briefing
from briefings.store.editions import load_editions
from briefings.store.registers import load_registers
from tests.check.desks import the_article
from tests.desks import a_desk

FOLDER = Path(__file__).parent / "golden"
BASE = (FOLDER / "base.md").read_text(encoding="utf-8")
FILE = "content/briefings/2026/03/ferry-inquiry.md"
FILES = {
    FILE: BASE,
    "content/registers/sources.yml": "harbour-courier:\n  name: Harbour Courier\n",
    "content/registers/topics.yml": "transport: {name: Transport}\n",
    "content/registers/urls.txt": "/2026/03/ferry-inquiry/\tbriefing:ferry-inquiry\n",
}
NOW = datetime.fromisoformat("2026-03-20T12:00+01:00")


@dataclass(frozen=True)
class Case:
    """One section of the table."""

    title: str
    changes: tuple[tuple[str, str], ...]
    """File and diff."""
    output: str


def cases() -> Iterator[Case]:
    """Read the table."""
    for section in (FOLDER / "cases.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        title = section.partition("\n")[0]
        changes = re.findall(r"```diff ?(\S*)\n(.*?)\n```", section, re.DOTALL)
        output = re.search(r"```text\n(.*?)```", section, re.DOTALL)
        assert output is not None, title
        yield Case(title, tuple((name or FILE, diff) for name, diff in changes), output[1])


def apply(text: str, diff: str) -> str:
    """Put lines with a plus where the lines with a minus above them stand; alone, at the end."""
    for block in diff.split("\n@@\n"):
        lines = block.split("\n")
        old = "".join(line[1:] + "\n" for line in lines if line.startswith("-"))
        new = "".join(line[1:] + "\n" for line in lines if line.startswith("+"))
        assert old in text, old
        text = text.replace(old, new, 1) if old else text + new
    return text


def printed(case: Case, settings: Settings, capsys: pytest.CaptureFixture[str]) -> str:
    """Give what `briefings check` prints of the desk with its faults."""
    texts = dict(FILES)
    for name, diff in case.changes:
        texts[name] = apply(texts.get(name, ""), diff)
    for name, text in texts.items():
        file = settings.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    loaded, faults = load_all(settings)
    registers, register_faults = load_registers(settings)
    editions, edition_faults = load_editions(settings)
    found = check_desk(
        loaded,
        registers,
        settings,
        lambda _: the_article(),
        editions=editions,
        unread=[fault.place.path for fault in faults],
        now=NOW,
    )
    history = ()
    if "against" in case.title:
        found = ()
        then = [parse_briefing(BASE, FILE)]
        history = tuple(check_history(then, loaded, registers.addresses, ref="origin/main"))
    every = sorted(
        [*faults, *register_faults, *edition_faults, *found, *history],
        key=lambda f: (f.place, f.code, f.message),
    )
    show_checked(Checked(findings=tuple(every), briefings=len(loaded)), settings, "text")
    said = capsys.readouterr()
    return said.err + said.out


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.title)
def test_findings_are_printed_word_for_word(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Place, severity, code, message, remedy, the line and the caret."""
    assert printed(case, a_desk(tmp_path), capsys) == case.output


def test_there_are_forty_of_them() -> None:
    """Each tells of another rule or another way to break it."""
    titles = [case.title for case in cases()]

    assert len(set(titles)) == len(titles) >= 40
    assert len({title[:5] for title in titles}) >= 35

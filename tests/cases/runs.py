"""Run one case: a desk of its own, its articles, and what the drafting run made of them."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefings.article_files import find_article_files
from briefings.configuration import load_settings
from briefings.desk import draft_desk
from briefings.errors import BadFileError
from briefings.filed import read_file
from briefings.model import Article, Briefing
from briefings.runs import DraftRun
from briefings.settings import Settings
from briefings.store.briefings import parse_briefing
from briefings.store.registers import load_registers

CASES = Path(__file__).parent
NOW = datetime(2026, 3, 21, 6, 0, tzinfo=UTC)
BY = "briefings test"
MESSAGES = "messages.txt"
_CONFIGURATION = """\
site_name: A desk under test
site_url: https://desk.example/
plugins:
  - briefings:
      rights: full
"""
"""The cases' texts are ours, so their briefings may show them whole; a case with an `mkdocs.yml`
of its own says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRun:
    """What a drafting run made of one case."""

    settings: Settings
    run: DraftRun

    def outputs(self) -> dict[str, str]:
        """Give the golden files the run would leave: briefings in order, then messages."""
        texts = [text for _, text in self._files()]
        names = (
            ["briefing.md"]
            if len(texts) == 1
            else [f"briefing-{number}.md" for number in range(1, len(texts) + 1)]
        )
        files = dict(zip(names, texts, strict=True))
        if self.run.findings:
            files[MESSAGES] = "".join(f"{finding}\n" for finding in self.run.findings)
        return files

    def briefings(self) -> list[Briefing]:
        """Give the briefings, read back from their files."""
        return [parse_briefing(text, path) for path, text in self._files()]

    def articles(self) -> dict[str, Article]:
        """Give the articles that can be read, by their paths under `content/articles/`."""
        return {article.path: article for article in self._read()}

    def _read(self) -> Iterator[Article]:
        registers, _ = load_registers(self.settings)
        for file in find_article_files(self.settings, ()):
            try:
                yield from read_file(file, self.settings, registers).articles
            except BadFileError:
                continue  # the run's findings say so, and messages.txt holds them

    def _files(self) -> list[tuple[str, str]]:
        root = self.settings.root
        return [
            (drafted.path, (root / drafted.path).read_text(encoding="utf-8"))
            for drafted in self.run.drafted
        ]


def case_folders() -> list[Path]:
    """List the golden folders."""
    return sorted(why.parent for why in CASES.glob("*/why.md"))


def run_case(case: Path, root: Path) -> CaseRun:
    """Draft a case's articles on a desk of their own in `root`."""
    own = case / "mkdocs.yml"
    configuration = own.read_text(encoding="utf-8") if own.exists() else _CONFIGURATION
    (root / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    month = root / "content" / "articles" / "2026" / "03"
    if (case / "articles").is_dir():
        shutil.copytree(case / "articles", month)
    else:
        month.mkdir(parents=True)
        for file in case.glob("article.*"):
            shutil.copy(file, month)
    if (case / "registers").is_dir():
        shutil.copytree(case / "registers", root / "content" / "registers")
    settings = load_settings(root)
    return CaseRun(settings=settings, run=draft_desk(settings, now=NOW, by=BY))


def goldens(case: Path) -> dict[str, str]:
    """Give what a case expects, by file name."""
    files = [*case.glob("briefing*.md"), *case.glob(MESSAGES)]
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(files)}


def accept(case: Path, outputs: dict[str, str]) -> None:
    """Make what was drafted what is expected; files no longer drafted go."""
    for name in goldens(case):
        if name not in outputs:
            (case / name).unlink()
    for name, text in outputs.items():
        (case / name).write_text(text, encoding="utf-8", newline="")

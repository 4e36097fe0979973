"""What a page weighs: many of them must fit where sites are hosted free."""

import gzip
import statistics
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.site_corpus import write_desk
from briefings.check import check_desk
from briefings.configuration import load_settings
from briefings.errors import Severity
from briefings.site.build import build_site
from briefings.store.briefings import load_all
from briefings.store.registers import load_registers

NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)
RAW, PACKED = 14_000, 5_000
"""Bytes of a briefing's HTML with 4 kB of text: its points and quotes, and 2.4 kB below."""


def test_a_briefing_page_is_light(tmp_path: Path) -> None:
    """With its points, quotes, names, marks and ways on."""
    write_desk(tmp_path, 60)
    files = sorted((tmp_path / "content" / "briefings").rglob("*.md"))
    for file in files[:10]:
        front, _, body = file.read_text(encoding="utf-8").rpartition("\n---\n")
        words = (body.split() * 9)[:900]
        text = "\n\n".join(" ".join(words[n : n + 60]) for n in range(0, len(words), 60))[:2400]
        file.write_text(f"{front}\n---\n\n{text}\n", encoding="utf-8")

    site = build_site(load_settings(tmp_path), now=NOW).site

    pages = [
        (site / file.parts[-3] / file.parts[-2] / file.stem / "index.html").read_bytes()
        for file in files[:10]
    ]
    assert statistics.median(map(len, pages)) <= RAW
    assert statistics.median(len(gzip.compress(page, mtime=0)) for page in pages) <= PACKED


def test_the_bench_desk_has_no_errors(tmp_path: Path) -> None:
    """The desk that builds are measured on is one that `check` lets out; the same each time."""
    for name in ("one", "other"):
        write_desk(tmp_path / name, 40)

    settings = load_settings(tmp_path / "one")
    loaded, faults = load_all(settings)
    registers, misread = load_registers(settings)
    findings = [*faults, *misread, *check_desk(loaded, registers, settings, lambda _: None)]
    trees = [
        {p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*.*")}
        for name in ("one", "other")
    ]

    assert [found for found in findings if found.severity is Severity.ERROR] == []
    assert trees[0] == trees[1]

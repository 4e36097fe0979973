"""What a reader gets: weight, requests, accessibility, valid HTML, first paint; every page kind.

Run `make bench-reader`, or `python -m benchmarks.reader --quick` without Lighthouse. The sample
desk is built and served on loopback with gzip; Chromium reads it. A slow 4G line is 1.6 Mbit/s
down, 0.75 up, 150 ms there and back, with a processor four times slower, set by the browser.
"""

import argparse
import os
import shutil
import statistics
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import reader_tools as tools
from benchmarks.reader_serving import served
from briefings.configuration import load_settings
from briefings.site.build import build_site

_CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_NOW = datetime(2026, 3, 23, 12, tzinfo=UTC)
_ROUNDS = 3
_SCREENS = ((360, 740), (768, 1024), (1280, 900))
_SCHEMES = ("light", "dark")
_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
_PAINT = """() => new Promise((done) => {
  const seen = { paint: 0, shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.paint = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(seen), 500);
})"""


def kinds_of(site: Path) -> dict[str, Path]:
    """Find one page of each kind in a built tree."""
    patterns = {
        "front": "index.html",
        "edition": "edition/20*-??-??/index.html",
        "week": "edition/20*-W*/index.html",
        "briefing": "20*/*/*/index.html",
        "story": "story/*/index.html",
        "person": "person/*/index.html",
        "organisation": "org/*/index.html",
        "place": "place/*/index.html",
        "law": "law/*/index.html",
        "source": "source/*/index.html",
        "topic": "topic/*/index.html",
        "archive": "archive/index.html",
        "archive of a week": "archive/*/**/index.html",
        "stories": "stories/index.html",
        "names": "names/index.html",
        "topics": "topics/index.html",
        "sources": "sources/index.html",
        "corrections": "corrections/index.html",
        "plain": "about/index.html",
        "search": "search/index.html",
        "no such page": "404.html",
    }
    found = {
        kind: [file for file in sorted(site.glob(pattern)) if not _leads_on(file)]
        for kind, pattern in patterns.items()
    }
    pages = {kind: files[-1] for kind, files in found.items() if files}
    del pages["briefing"]
    for file in found["briefing"]:
        text = file.read_text(encoding="utf-8")
        if 'lang="ar"' in text[:200]:
            pages["briefing in Arabic"] = file
        for status in ("withdrawn", "draft"):
            if f'class="page briefing {status}"' in text:
                pages[f"{status} briefing"] = file
    others = [file for file in found["briefing"] if file not in pages.values()]
    return pages | {"briefing": max(others, key=lambda file: file.stat().st_size)}


def _leads_on(file: Path) -> bool:
    """Tell a page that says where its address moved: it is no kind of page."""
    return 'http-equiv="refresh"' in file.read_text(encoding="utf-8")


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave Lighthouse out")
    parser.add_argument("--kinds", help="some kinds of page alone, by commas")
    options = parser.parse_args()
    tools.install()
    with tempfile.TemporaryDirectory(prefix="bench-reader-") as folder:
        site = _build(Path(folder))
        pages = kinds_of(site)
        if options.kinds:
            pages = {kind: pages[kind] for kind in options.kinds.split(",")}
        with served(site) as (base, server):
            print(f"{len(pages)} kinds of page, {server}, {os.cpu_count()} cores")
            print(f"Chromium; {tools.versions()}\n")
            _print_tables(base, site, pages, quick=options.quick)


def _build(folder: Path) -> Path:
    for part in ("content", "theme"):
        shutil.copytree(part, folder / part, ignore=shutil.ignore_patterns("articles"))
    shutil.copy("mkdocs.yml", folder)
    return build_site(load_settings(folder), now=_NOW).site


def _print_tables(base: str, site: Path, pages: dict[str, Path], *, quick: bool) -> None:
    """Print a row for each kind of page, and below it all that was objected to."""
    addresses = {kind: _address(base, site, file) for kind, file in pages.items()}
    nu, valid = tools.nu_errors(addresses), tools.html_validate_errors(pages)
    faults: Counter[str] = nu + valid
    print("| page | requests | KB sent | other hosts | axe | Nu | html-validate ", end="")
    print("| largest paint | shift | Lighthouse |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|---|", flush=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        for kind, address in addresses.items():
            requests, size, others = _first_view(browser, base, address)
            objections = Counter(f"axe {one} ({kind})" for one in _axe(browser, address))
            paint, shift = _paint(browser, address)
            scores, lost = _lighthouse(address, quick=quick)
            faults += objections + Counter(f"{one} ({kind})" for one in lost)
            cells = (
                *(kind, requests, f"{size / 1000:.1f}", others, objections.total()),
                *(_of(nu, kind), _of(valid, kind), f"{paint / 1000:.2f} s", f"{shift:.3f}", scores),
            )
            print(f"| {' | '.join(map(str, cells))} |", flush=True)
        browser.close()
    print(f"\nobjections: {faults.total()}")
    for message, times in faults.most_common():
        print(f"- {times} × {message}")


def _address(base: str, site: Path, file: Path) -> str:
    return f"{base}/{file.relative_to(site).as_posix().removesuffix('index.html')}"


def _of(found: Counter[str], kind: str) -> int:
    """Count the errors of a kind of page; warnings are told below the table."""
    return sum(
        times
        for message, times in found.items()
        if message.endswith(f"({kind})") and not message.startswith("warning: ")
    )


def _first_view(browser: Browser, base: str, address: str) -> tuple[int, int, int]:
    """Count requests, bytes as sent with their heads, and requests to other hosts."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    line = context.new_cdp_session(page)
    asked: list[str] = []
    sizes: list[float] = []
    line.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    line.send("Network.enable")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(500)
    context.close()
    real = [url for url in asked if not url.startswith("data:")]
    return len(real), int(sum(sizes)), sum(not url.startswith(base) for url in real)


def _axe(browser: Browser, address: str) -> Iterator[str]:
    """Give each broken rule at three widths, by day and by night."""
    script = tools.axe_script()
    for scheme in _SCHEMES:
        for width, height in _SCREENS:
            size: Any = {"width": width, "height": height}
            page = browser.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(address)
            for broken in page.evaluate(script):
                yield f"{broken}, {width} px, {scheme}"
            page.close()


def _paint(browser: Browser, address: str) -> tuple[float, float]:
    """Give the largest paint in ms and the layout shift on a slow line; medians."""
    rounds = [_one_paint(browser, address) for _ in range(_ROUNDS)]
    paints, shifts = zip(*rounds, strict=True)
    return statistics.median(paints), statistics.median(shifts)


def _one_paint(browser: Browser, address: str) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page: Page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", _LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address)
    seen = page.evaluate(_PAINT)
    context.close()
    return seen["paint"], seen["shift"]


def _lighthouse(address: str, *, quick: bool) -> tuple[str, list[str]]:
    if quick:
        return "not run", []
    scores, lost = tools.lighthouse(address, _CHROMIUM, _ROUNDS)
    return " ".join(f"{scores[name]:.2f}" for name in tools.CATEGORIES), lost


if __name__ == "__main__":
    main()

"""Search in shards beside one Pagefind index with Pagefind's own page, over the same stubs.

Run `make bench-searching`, or `python -m benchmarks.searching --count 1000`. Times of indexing
are of this process and its children; the first result is what a reader waits for in headless
Chromium with an empty cache, on loopback, with text compressed as a host sends it.
"""

import argparse
import functools
import gzip
import http.server
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.searching_corpus import a_rarer_word, make_stubs
from briefings.model import SearchStub
from briefings.site.search import FOLDER, dump_stub, ref_of, write_shards

_ROUNDS = 5
_CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
_PEER_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>
<link rel="stylesheet" href="/pagefind/pagefind-ui.css"><script src="/pagefind/pagefind-ui.js">
</script><div id="s"></div><script>addEventListener("DOMContentLoaded", () => {
const ui = new PagefindUI({element: "#s", debounceTimeoutMs: 120});
ui.triggerSearch(new URLSearchParams(location.search).get("q"))})</script></html>
"""


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="briefings (default 10,000)")
    count = parser.parse_args().count
    stubs = make_stubs(count)
    print(f"{count:,} briefings, {len(stubs):,} pages, {os.cpu_count()} cores, one run each")
    print("\n| what | shards | one Pagefind index |\n|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        for line in _measure(stubs, Path(folder)):
            print(line, flush=True)


def _measure(stubs: dict[str, SearchStub], folder: Path) -> list[str]:
    ours, peer = folder / "ours", folder / "peer"
    _build_frame(ours)
    cold, edit, nothing = _index_ours(stubs, ours, folder / "state")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    single = _index_peer(stubs, peer)
    peer_peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    word = a_rarer_word(stubs)
    seconds, sent = _first_result(ours, f"/search/?q={word}", "main ol.found a")
    theirs, theirs_sent = _first_result(peer, f"/?q={word}", ".pagefind-ui__result-link")
    return [
        f"| indexed, cold | {cold:.1f} s | {single:.1f} s |",
        f"| largest process | {peak:.0f} MB | {peer_peak:.0f} MB |",
        f"| one briefing edited | {edit:.2f} s | {single:.1f} s |",
        f"| nothing changed | {nothing:.2f} s | {single:.1f} s |",
        f"| on disk | {_megabytes(ours / FOLDER):.1f} MB | {_megabytes(peer / FOLDER):.1f} MB |",
        f"| first search, empty cache | {sent / 1000:.0f} KB | {theirs_sent / 1000:.0f} KB |",
        f"| first result, median of {_ROUNDS} | {seconds:.2f} s | {theirs:.2f} s |",
    ]


def _build_frame(site: Path) -> None:
    """Build the sample desk: its search page and scripts are what a reader loads."""
    with tempfile.TemporaryDirectory(prefix="bench-desk-") as folder:
        desk = Path(folder)
        for part in ("content", "theme"):
            shutil.copytree(part, desk / part, ignore=shutil.ignore_patterns("articles"))
        shutil.copy("mkdocs.yml", desk)
        subprocess.run(
            [sys.executable, "-m", "briefings", "-C", folder, "build"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        shutil.copytree(desk / "site", site)
    shutil.rmtree(site / FOLDER)


def _index_ours(
    stubs: dict[str, SearchStub], site: Path, state: Path
) -> tuple[float, float, float]:
    """Index cold, then with one briefing edited, then once more; digests are counted in."""

    def timed(now: dict[str, SearchStub]) -> float:
        start = time.perf_counter()
        refs = [ref_of(url, stub) for url, stub in now.items()]
        write_shards(refs, now.__getitem__, site, state)
        return time.perf_counter() - start

    cold = timed(stubs)
    newest = next(iter(stubs))
    edited = stubs | {newest: replace(stubs[newest], text=stubs[newest].text + " mended")}
    return cold, timed(edited), timed(edited)


def _index_peer(stubs: dict[str, SearchStub], site: Path) -> float:
    """Index the same stubs at once, as Pagefind is meant to be run."""
    for url, stub in stubs.items():
        file = site / url.lstrip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dump_stub(stub), encoding="utf-8")
    start = time.perf_counter()
    command = [sys.executable, "-m", "pagefind", "--site", str(site)]
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - start
    (site / "index.html").write_text(_PEER_PAGE, encoding="utf-8")
    return seconds


class _Host(http.server.SimpleHTTPRequestHandler):
    """Serves a tree as a host does: text compressed, nothing said."""

    sent: list[int]

    def do_GET(self) -> None:
        """Send a file and count its bytes."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        is_text = file.suffix in {".html", ".js", ".css", ".json", ".svg"}
        body = gzip.compress(body, 6) if is_text else body
        self.sent.append(len(body))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # its name
        """Say nothing."""


def _first_result(site: Path, address: str, found: str) -> tuple[float, int]:
    """Give the median seconds to the first result, and the bytes once all is quiet."""
    handler = type("_Counted", (_Host,), {"sent": []})
    serve = functools.partial(handler, directory=str(site))
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server,
        sync_playwright() as play,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = play.chromium.launch(executable_path=_CHROMIUM, args=flags)
        base = f"http://127.0.0.1:{server.server_port}"
        times = []
        for _ in range(_ROUNDS):
            handler.sent.clear()
            times.append(_visit(browser, base, address, found))
        browser.close()
        server.shutdown()
    return statistics.median(times), sum(handler.sent)


def _visit(browser: Browser, base: str, address: str, found: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=base)
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(found, timeout=30_000)
    seconds = time.perf_counter() - start
    page.wait_for_load_state("networkidle")
    context.close()
    return seconds


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


if __name__ == "__main__":
    main()

"""Seconds per article drafted and per page built, beside stock Material's blog on the same text.

Run `make bench`, or `python -m benchmarks.speed --count 1000`. Every figure is a whole process,
started from the shell as a user would; the peer runs on the same words in the same run.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Generated, make_corpus

_DESK = """site_name: Bench
site_url: https://bench.example/
docs_dir: content/pages
theme:
  name: material
plugins:
  - briefings:
      rights: full
      publish_drafts: yes
"""
_BLOG = """site_name: Bench
site_url: https://bench.example/
theme:
  name: material
  font: false
plugins:
  - search
  - blog
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One process from start to end."""

    what: str
    seconds: float
    peak_mb: float
    items: int

    def row(self) -> str:
        """Give a line of the table."""
        each = self.seconds / self.items * 1000
        return f"| {self.what} | {self.seconds:.1f} s | {each:.1f} ms | {self.peak_mb:.0f} MB |"


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it there")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        for line in measure(make_corpus(options.count), folder):
            print(line, flush=True)
    finally:
        if not options.keep:
            shutil.rmtree(folder)


def measure(corpus: list[Generated], folder: Path) -> list[str]:
    """Run everything in a folder and give the table's lines."""
    desk, blog = folder / "desk", folder / "blog"
    _write_desk(corpus, desk)
    _write_blog(corpus, blog)
    ours = [sys.executable, "-m", "briefings", "-C", str(desk)]
    rows = [
        _run("draft", [*ours, "draft"], len(corpus)),
        _run("build, cold", [*ours, "build"], len(corpus)),
        _run("build, nothing changed", [*ours, "build"], len(corpus)),
        _run("draft, nothing new", [*ours, "draft"], len(corpus)),
    ]
    peer = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(blog / "mkdocs.yml")]
    rows.append(_run("Material's blog, cold", peer, len(corpus)))
    sizes = [("site", desk / "site"), ("Material's blog", blog / "site")]
    return [
        f"{len(corpus):,} articles of about 600 words, {os.cpu_count()} cores, one run each",
        "",
        "| what | wall | each article | peak |",
        "|---|---|---|---|",
        *[row.row() for row in rows],
        "",
        *[f"{name}: {_megabytes(path):.0f} MB, {_count(path):,} files" for name, path in sizes],
    ]


def _write_desk(corpus: list[Generated], desk: Path) -> None:
    for article in corpus:
        file = desk / "content" / "articles" / article.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(article.text(), encoding="utf-8")
    (desk / "content" / "pages").mkdir(parents=True)
    (desk / "mkdocs.yml").write_text(_DESK, encoding="utf-8")


def _write_blog(corpus: list[Generated], blog: Path) -> None:
    posts = blog / "docs" / "blog" / "posts"
    posts.mkdir(parents=True)
    (blog / "docs" / "index.md").write_text("# Bench\n", encoding="utf-8")
    (blog / "docs" / "blog" / "index.md").write_text("# Blog\n", encoding="utf-8")
    for number, article in enumerate(corpus):
        lede, *rest = article.paragraphs
        body = "\n\n".join([lede, "<!-- more -->", *rest])
        text = f"---\ndate: {article.day}\n---\n\n# {article.title}\n\n{body}\n"
        (posts / f"post-{number:06d}.md").write_text(text, encoding="utf-8")
    (blog / "mkdocs.yml").write_text(_BLOG, encoding="utf-8")


def _run(what: str, command: list[str], items: int) -> Measured:
    with tempfile.TemporaryFile() as complaint:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=complaint)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in {0, 1}:
            complaint.seek(0)
            raise SystemExit(f"{what} failed: {complaint.read().decode()[-2000:]}")
    peak = usage.ru_maxrss / 1024
    return Measured(what, seconds, peak, items)


def _megabytes(folder: Path) -> float:
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6


def _count(folder: Path) -> int:
    return sum(1 for f in folder.rglob("*") if f.is_file())


if __name__ == "__main__":
    main()

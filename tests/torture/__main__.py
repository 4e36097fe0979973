"""Run all the tortures and print one table: `python -m tests.torture` (`make torture`).

make torture ARGS="--fuzz 3600 --soak 600 --kills 300"
"""

import argparse
import os
import sys
from collections import defaultdict
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TITLES = {
    "test_hostile_pages": "hostile text in every field, by document",
    "test_hostile_browser": "the same in Chromium: execution, requests, elements",
    "test_hostile_articles": "strangers' files to pages; terminals and annotations",
    "test_policy": "Content-Security-Policy, everything working",
    "test_yaml_suite": "YAML: the suite, bombs, depth, odd keys",
    "test_files": "files, links, names, redirects",
    "test_preview_server": "requests no browser sends",
    "test_patterns": "every regular expression, on texts made of itself",
    "test_growth": "time grows as the text does",
    "test_isolation": "72 bad inputs at three places",
    "test_faults": "kills, failing writes, limits",
    "test_accidents": "a clock that jumps, a torn state, builds at once",
    "test_supply": "locks, reasons, workflows",
    "test_environments": "environments; wheel and source",
    "test_keys": "orders to a model, and its key",
    "test_fuzzing": "fuzzing",
    "test_load": "readers at once, soak of the preview",
}


class Table:
    """Counts what the tests of each file tried and what failed."""

    def __init__(self) -> None:
        self.rows: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        self.seconds: dict[str, float] = defaultdict(float)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a test when its call ends, and its cases when it is cleared up."""
        name = Path(report.nodeid.split("::")[0]).stem
        row = self.rows[name]
        self.seconds[name] += report.duration
        if report.when == "call":
            row[0] += 1
            row[2] += report.failed
        elif report.failed:
            row[2] += 1
        if report.when == "teardown":
            told = dict(report.user_properties)
            row[1] += int(str(told.get("cases", 1)))
        row[3] += report.skipped

    def text(self) -> str:
        """Give the table."""
        lines = [
            "",
            "| what | tests | cases | failed | skipped | seconds |",
            "|---|---|---|---|---|---|",
        ]
        for name, (tests, cases, failed, skipped) in self.rows.items():
            title = TITLES.get(name, name)
            seconds = round(self.seconds[name])
            lines.append(f"| {title} | {tests} | {cases:,} | {failed} | {skipped} | {seconds:,} |")
        sums = [sum(row[at] for row in self.rows.values()) for at in range(4)]
        whole = round(sum(self.seconds.values()))
        lines.append(f"| all | {sums[0]} | {sums[1]:,} | {sums[2]} | {sums[3]} | {whole:,} |")
        return "\n".join(lines)


def main() -> int:
    """Run what was asked for, all of it if nothing was."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("what", nargs="*", help=f"files without test_: {', '.join(TITLES)}")
    for name, meaning in (
        ("fuzz", "seconds of fuzzing in all"), ("soak", "seconds of the preview's soak"),
        ("guided", "seconds of fuzzing led by coverage, where atheris is installed"),
        ("kills", "how many kills"), ("stride", "every n-th write fails; 1 is all of them"),
        ("readers", "readers at once"), ("seed", "of the fuzzing"),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, help=meaning)
    given = vars(parser.parse_args())
    os.environ["TORTURE"] = "1"
    for name, value in given.items():
        if name != "what" and value is not None:
            os.environ[f"TORTURE_{name.upper()}"] = str(value)
    wanted = [f"test_{name.removeprefix('test_')}" for name in given["what"]] or list(TITLES)
    files = [str(file) for name in wanted if (file := HERE / f"{name}.py").exists()]
    table = Table()
    code = pytest.main(["-q", "-p", "no:cacheprovider", *files], plugins=[table])
    print(table.text())
    return int(code)


if __name__ == "__main__":
    sys.exit(main())

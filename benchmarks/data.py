"""Labelled records beside the checkout; never part of the project."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "shared" / "data"


def is_here() -> bool:
    """Tell whether the labelled data is beside this checkout."""
    return FOLDER.is_dir()


def records(name: str, *, most: int | None = None) -> Iterator[Any]:
    """Give the records of a file such as `quotes/polnear-dev`, at most so many."""
    with gzip.open(FOLDER / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if most is not None and number >= most:
                return
            yield json.loads(line)

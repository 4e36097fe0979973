"""Accuracy of drafting on labelled records, beside a peer: `python -m benchmarks.accuracy`."""

import sys

from benchmarks.data import FOLDER, is_here
from benchmarks.measures import measure_briefs, measure_names, measure_quotes


def figures(most: int | None = None) -> dict[str, float]:
    """Measure all of drafting, on at most so many records of each file."""
    found = measure_names(most) | measure_quotes(most)
    for name in ("inshorts", "cnndm", "xsum"):
        found |= measure_briefs(name, most)
    return found


def main() -> None:
    """Print one table."""
    if not is_here():
        sys.exit(f"the labelled data is not at {FOLDER.name}/ beside this checkout")
    print("| measure | figure |\n|---|---|")
    for name, figure in figures().items():
        print(f"| {name} | {figure:.4f} |")


if __name__ == "__main__":
    main()

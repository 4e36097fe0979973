"""Accuracy may rise and must not fall: `python -m benchmarks.floors`, run by CI.

A floor lies a little below what was measured on the same subset when it was set.
"""

import sys

from benchmarks.accuracy import figures
from benchmarks.data import is_here
from benchmarks.linking import linking_figures
from benchmarks.reading_figures import reading_figures

_MOST = 80
"""Records of each file but the pages: enough to see a fall, few enough for two minutes."""
FLOORS = {
    "page body F1": 0.93,
    "page body F1, above trafilatura's": 0.0,
    "page title": 0.915,
    "page author": 0.78,
    "page date": 0.835,
    "page dek": 0.40,
    "copy body F1": 0.88,
    "copy title": 0.765,
    "copy date": 0.70,
    "names F1": 0.8,
    "quotes verbatim": 0.99,
    "quotes found": 0.94,
    "speaker right": 0.885,
    "ROUGE-1 inshorts": 0.49,
    "ROUGE-1 cnndm": 0.355,
    "ROUGE-1 xsum": 0.185,
    "nearest P@1": 0.978,
    "nearest MAP": 0.946,
    "threads B-cubed": 0.86,
    "copies precision": 0.99,
    "copies recall": 0.945,
}


def main() -> None:
    """Print each figure beside its floor; leave with 1 where one lies below."""
    if not is_here():
        print("no labelled data beside this checkout: accuracy floors not measured")
        return
    found = figures(_MOST) | reading_figures() | linking_figures()
    print("| measure | figure | floor |\n|---|---|---|")
    for name, floor in FLOORS.items():
        figure = f"{found[name]:.4f}" if name in found else "not measured: no Chromium"
        print(f"| {name} | {figure} | {floor:.3f} |")
    low = [name for name, floor in FLOORS.items() if found.get(name, floor) < floor]
    if low:
        sys.exit(f"below the floor: {', '.join(low)}")


if __name__ == "__main__":
    main()

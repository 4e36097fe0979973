"""Accuracy may rise and must not fall: `python -m benchmarks.floors`, run by CI.

A floor lies a little below what was measured on the same subset when it was set.
"""

import sys

from benchmarks.accuracy import figures
from benchmarks.data import is_here

_MOST = 80
"""Records of each file: enough to see a fall, few enough for two minutes."""
FLOORS = {
    "body F1": 0.93,
    "title": 0.82,
    "names F1": 0.8,
    "quotes verbatim": 0.99,
    "quotes found": 0.94,
    "speaker right": 0.88,
    "ROUGE-1 inshorts": 0.49,
    "ROUGE-1 cnndm": 0.355,
    "ROUGE-1 xsum": 0.185,
}


def main() -> None:
    """Print each figure beside its floor; leave with 1 where one lies below."""
    if not is_here():
        print("no labelled data beside this checkout: accuracy floors not measured")
        return
    found = figures(_MOST)
    print("| measure | figure | floor |\n|---|---|---|")
    for name, floor in FLOORS.items():
        print(f"| {name} | {found[name]:.4f} | {floor:.2f} |")
    low = [name for name, floor in FLOORS.items() if found[name] < floor]
    if low:
        sys.exit(f"below the floor: {', '.join(low)}")


if __name__ == "__main__":
    main()

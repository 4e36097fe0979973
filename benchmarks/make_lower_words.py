"""Make the frozen list of words news prints in lower case: `briefings/draft/data/lower_words.txt`.

Run once, by hand: `python benchmarks/make_lower_words.py gmb.jsonl.gz > PATH`. The input is
sentences of [token, tag], here those of the Groningen Meaning Bank, mostly Voice of America news in
the public domain (see NOTICE). A word counts where it stands in lower case often enough, and at
least half as often as in capitals within a sentence.
"""

import gzip
import json
import sys
import textwrap
from collections import Counter

FEWEST = 4


def main() -> None:
    """Print the list."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        for line in lines:
            for place, (token, *_) in enumerate(json.loads(line)):
                if not token.isalpha() or len(token) < 3:
                    continue
                if token.islower():
                    lower[token] += 1
                elif place and token[0].isupper():
                    capital[token.lower()] += 1
    words = sorted(w for w, n in lower.items() if n >= FEWEST and n >= capital[w] / 2)
    print("# Words that English news prints in lower case, counted by")
    print("# benchmarks/make_lower_words.py; attribution in NOTICE.")
    print("\n".join(textwrap.wrap(" ".join(words), 100)))


if __name__ == "__main__":
    main()

"""Make the frozen table of how common English stems are in news: `briefings/text/rarity.txt`.

Run once, by hand: `python benchmarks/make_rarity.py gmb.jsonl.gz > briefings/text/rarity.txt`.
The input is sentences of [token, tag], here those of the Groningen Meaning Bank, mostly Voice of
America news in the public domain (see NOTICE). Names of people are left out: whom a decade of news
was about says nothing of the next.
"""

import gzip
import json
import math
import sys
from collections import Counter

from snowballstemmer import stemmer

# The corpus has no document borders; an article of ours has about twenty sentences.
SENTENCES = 20
FEWEST = 14
# Places and bodies the corpus happened to follow (Iraq) are as telling as any other.
NAME_WEIGHT = 3.0


def count_stems(path: str) -> tuple[Counter[str], Counter[str], int]:
    """Give per stem the sentences that hold it, those where it is a name, and all sentences."""
    english = stemmer("english")
    counts: Counter[str] = Counter()
    named: Counter[str] = Counter()
    total = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            words = [
                (english.stemWord(token.casefold()), tag)
                for token, tag in json.loads(line)
                if token.isalpha() and not tag.endswith("-per")
            ]
            counts.update({stem for stem, _ in words})
            named.update({stem for stem, tag in words if tag.endswith(("-geo", "-gpe", "-org"))})
            total += 1
    return counts, named, total


def main() -> None:
    """Print the table, one `stem<TAB>weight` a line."""
    counts, named, total = count_stems(sys.argv[1])
    print("# Stems of English news and -ln of the share of articles that hold them.")
    print("# Made by benchmarks/make_rarity.py; attribution in NOTICE.")
    for stem, count in sorted(counts.items()):
        if count >= FEWEST:
            share = 1 - (1 - count / total) ** SENTENCES
            least = NAME_WEIGHT if named[stem] > count / 2 else 0.0
            print(f"{stem}\t{max(least, -math.log(share)):.2f}")


if __name__ == "__main__":
    main()

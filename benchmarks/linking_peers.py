"""The peers of `bench-linking`, run in their own environment: one JSON question, one answer a line.

`{"rank": [texts]}` gives {"TF-IDF": rows, "BM25": rows}, each a matrix of nearness;
`{"neighbours": [texts]}` gives the seconds and the peak of a TF-IDF and brute-force neighbours.
"""

import json
import resource
import sys
import time

from rank_bm25 import BM25Okapi
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.neighbors import NearestNeighbors

_NEIGHBOURS = 6


def rank(texts: list[str]) -> dict[str, list[list[float]]]:
    """Give how near each text is to each, by TF-IDF and by BM25."""
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    analyse = TfidfVectorizer(stop_words="english").build_analyzer()
    words = [analyse(text) for text in texts]
    bm25 = BM25Okapi(words)
    return {
        "TF-IDF": (vectors @ vectors.T).toarray().round(5).tolist(),
        "BM25": [[round(float(x), 4) for x in bm25.get_scores(query)] for query in words],
    }


def neighbours(texts: list[str]) -> dict[str, float]:
    """Time what a script would do for related articles."""
    start = time.perf_counter()
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    near = NearestNeighbors(n_neighbors=_NEIGHBOURS, metric="cosine", algorithm="brute")
    near.fit(vectors).kneighbors(vectors)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": time.perf_counter() - start, "peak_mb": peak}


def main() -> None:
    """Answer until there is nothing to read."""
    for line in sys.stdin:
        question = json.loads(line)
        asked = question.get("rank")
        answer = rank(asked) if asked else neighbours(question["neighbours"])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()

"""Laws of reading: lossless, calm and repeatable, whatever the bytes."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.errors import BadFileError
from briefings.model import Role
from briefings.read import read_article
from briefings.read.cleaning import fold_space
from tests.read.laws import (
    check_body,
    check_laws,
    check_lossless,
    check_values,
    try_reading,
    values_of,
)
from tests.read.seeds import SEEDS

ENDINGS = (".txt", ".md", ".html")
# What readers look for, in any order: lines, markup, marks and damage.
PIECES = [
    "Ferries halted after cracks found",
    "Three crossings were suspended on Friday after inspectors found cracks in one vessel, "
    "the transport ministry said.",
    "By Ann Roe and Karl Ort in Cairo",
    "14 March 2026 | 3 min read",
    "04/03/2026",
    "NORTH HARBOUR, 14 March (NWA) — ",
    "(Photo by: Ann Roe/NWA)",
    "Live Story",
    "Comments (3)",
    "Related",
    "Topics",
    "MANDATORY KILL",
    "NWA contributed to this report.",
    "Source: The Courier",
    "“It is over.”",
    "---\n",
    "title: x",
    "key: [a, *b]",
    "# ",
    "## What next\n",
    "- item",
    "> said",
    "![a b](c.jpg)",
    "<h1>",
    "</p><p>",
    "<article>",
    "<figcaption>",
    "<br>",
    "<script type='application/ld+json'>",
    '{"@type": "NewsArticle", "headline": ["a", {"name": 3}]}',
    "</script>",
    "<!--",
    "-->",
    "&amp;",
    "&#x110000;",
    "<",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "\u202e",
    "\ufeff",
    "\u2028",
    "\x85",
    "\x07",
    "e\u0301",
    "â€œ",
    "ministÃ¨re",
    "١٤ آذار ٢٠٢٦",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=25).map("".join)
LINE_ENDS = st.sampled_from(["\r\n", "\r"])
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("ending", ENDINGS)
@CALM
@given(text=TEXTS)
def test_the_roles_of_any_text_rejoin_to_it(ending: str, text: str) -> None:
    """Spans follow one another, leave nothing out, and reading twice is equal."""
    head = "Ferries halted after cracks found\n\n" if ending == ".txt" else ""
    check_laws((head + text).encode("utf-8", "ignore"), f"a{ending}")


@pytest.mark.parametrize("ending", ENDINGS)
@CALM
@given(content=st.binary(max_size=300))
def test_no_bytes_break_a_reader(ending: str, content: bytes) -> None:
    """A file is read or refused, nothing else."""
    check_laws(content, f"a{ending}")


@CALM
@given(texts=st.lists(TEXTS, min_size=2, max_size=4), chance=st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(texts: list[str], chance: Random) -> None:
    """Nothing is carried from one file to the next."""
    files = [(text.encode("utf-8", "ignore"), f"a{ending}") for text in texts for ending in ENDINGS]
    shuffled = files.copy()
    chance.shuffle(shuffled)

    first = {file: try_reading(*file) for file in files}
    second = {file: try_reading(*file) for file in shuffled}

    assert first == second


@CALM
@given(lines=st.lists(st.sampled_from(PIECES[:20]), min_size=3, max_size=30))
def test_no_paragraph_holds_a_line_of_another_role(lines: list[str]) -> None:
    """What has another role in the file is in no paragraph of the body."""
    reading = try_reading("\n\n".join(lines).encode(), "a.txt")
    if reading is None:
        return
    (article,) = reading.articles
    body = {fold_space(span.text) for span in article.roles if span.role is Role.BODY}

    assert set(article.body) <= body


@CALM
@given(lines=st.lists(st.sampled_from(PIECES[:16]), min_size=2, max_size=20), ends=LINE_ENDS)
def test_line_ends_do_not_matter(lines: list[str], ends: str) -> None:
    """Windows, old Macintosh or Unix: the same article."""
    unix = try_reading("\n".join(lines).encode(), "a.txt")
    other = try_reading(ends.join(lines).encode(), "a.txt")
    assert (unix is None) == (other is None)
    if unix is None or other is None:
        return

    assert list(values_of(unix.articles[0])) == list(values_of(other.articles[0]))


@pytest.mark.parametrize("path", ["ferry.rtf", "ferry", "ferry.docx"])
def test_a_format_without_a_reader_is_refused(path: str) -> None:
    """The remedy names the formats there are."""
    with pytest.raises(BadFileError, match=r"BR208: no reader for files ending in .* as \.txt"):
        read_article(b"Ferries halted", path=path)


def test_messages_name_the_path_that_is_shown() -> None:
    """The path an editor would type, not the one under the folder of articles."""
    with pytest.raises(BadFileError, match=r"^content/articles/ferry\.txt:1:1: error BR201"):
        read_article(b"", path="ferry.txt", shown="content/articles/ferry.txt")


def test_the_laws_notice_what_is_broken() -> None:
    """A law that nothing can break would be none."""
    reading = try_reading(SEEDS["clean.txt"], "clean.txt")
    assert reading is not None
    (article,) = reading.articles
    decoded = SEEDS["clean.txt"].decode()
    dek = article.dek or ""

    for broken in (
        replace(article, dek=f"{dek}\nmore"),
        replace(article, title="Fe\u0301ries"),
        replace(article, section="\u202eabc"),
        replace(article, tags=("a", "")),
        replace(article, subheads=((1, "\x07What next"),)),
        replace(article, body=()),
    ):
        with pytest.raises(AssertionError):
            check_values(broken)
    with pytest.raises(AssertionError):
        check_body(replace(article, body=(f"{dek} {article.body[0]}",)))
    with pytest.raises(AssertionError):
        check_lossless(replace(article, roles=article.roles[:-1]), decoded)
    with pytest.raises(AssertionError):
        check_lossless(replace(article, roles=article.roles[1:]), decoded)

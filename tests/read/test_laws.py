"""Laws of reading: lossless, calm and repeatable, whatever the bytes."""

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.errors import BadFileError
from briefings.model import Article, Role
from briefings.read import read_article
from briefings.read.cleaning import fold_space
from briefings.read.decode import decode_file

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
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def try_reading(content: bytes, ending: str) -> Article | None:
    """Read a file; None where it is refused with findings of one line each."""
    try:
        return read_article(content, path=f"2026/03/ferry{ending}")
    except BadFileError as error:
        refused = error.findings
    assert refused
    assert all(len(str(finding).splitlines()) == 1 for finding in refused)
    return None


def check_laws(content: bytes, ending: str) -> None:
    """Check what holds for every article that was read."""
    article = try_reading(content, ending)
    if article is None:
        return
    decoded = decode_file(content, "x", is_html=ending == ".html").text
    assert "".join(span.text for span in article.roles) == decoded
    position, line = 0, 1
    for span in article.roles:
        assert span.start == position < span.end
        assert decoded[span.start : span.end] == span.text
        assert span.line >= line
        assert span.reason
        position, line = span.end, span.line
    assert all(paragraph == fold_space(paragraph) != "" for paragraph in article.body)
    assert article.title
    assert article == try_reading(content, ending)


@pytest.mark.parametrize("ending", ENDINGS)
@CALM
@given(text=TEXTS)
def test_the_roles_of_any_text_rejoin_to_it(ending: str, text: str) -> None:
    """Spans follow one another, leave nothing out, and reading twice is equal."""
    head = "Ferries halted after cracks found\n\n" if ending == ".txt" else ""
    check_laws((head + text).encode("utf-8", "ignore"), ending)


@pytest.mark.parametrize("ending", ENDINGS)
@CALM
@given(content=st.binary(max_size=300))
def test_no_bytes_break_a_reader(ending: str, content: bytes) -> None:
    """A file is read or refused, nothing else."""
    check_laws(content, ending)


def _cut(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) + 1)
    del content[start : start + chance.randrange(200)]


def _insert(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content) + 1) :] += chance.choice(PIECES).encode()


def _flip(content: bytearray, chance: random.Random) -> None:
    if content:
        content[chance.randrange(len(content))] = chance.randrange(256)


def _double(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) + 1)
    content[start:start] = content[start : start + chance.randrange(300)]


DAMAGE: tuple[Callable[[bytearray, random.Random], None], ...] = (_cut, _insert, _flip, _double)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("seed", range(40))
def test_no_damage_breaks_a_reader(ending: str, seed: int) -> None:
    """Files cut, doubled and overwritten at random are read or refused."""
    chance = random.Random(seed)
    pieces = [chance.choice(PIECES) for _ in range(40)]
    content = bytearray("\n".join(pieces).encode())
    for _ in range(chance.randrange(1, 9)):
        chance.choice(DAMAGE)(content, chance)

    check_laws(bytes(content), ending)


@CALM
@given(lines=st.lists(st.sampled_from(PIECES[:20]), min_size=3, max_size=30))
def test_no_paragraph_holds_a_line_of_another_role(lines: list[str]) -> None:
    """What has another role in the file is in no paragraph of the body."""
    article = try_reading("\n\n".join(lines).encode(), ".txt")
    if article is None:
        return
    body = {fold_space(span.text) for span in article.roles if span.role is Role.BODY}

    assert set(article.body) <= body


@pytest.mark.parametrize("path", ["ferry.pdf", "ferry", "ferry.docx"])
def test_a_format_without_a_reader_is_refused(path: str) -> None:
    """The remedy names the formats there are."""
    with pytest.raises(
        BadFileError, match=r"BR208: no reader for files .* as \.txt, \.md or \.html"
    ):
        read_article(b"Ferries halted", path=path)


def test_messages_name_the_path_that_is_shown() -> None:
    """The path an editor would type, not the one under the folder of articles."""
    with pytest.raises(BadFileError, match=r"^content/articles/ferry\.txt:1:1: error BR201"):
        read_article(b"", path="ferry.txt", shown="content/articles/ferry.txt")

"""What holds for whatever a file gave; the tests of laws and of fuzzing share it."""

import dataclasses
import unicodedata
from collections.abc import Iterator
from enum import Enum

from briefings.errors import BadFileError, Finding
from briefings.model import Article, Role, Saved
from briefings.read import Reading, read_articles
from briefings.read.cleaning import fold_space
from briefings.read.decode import decode_file
from briefings.read.fitting import fit_text
from briefings.read.split import split_file

FOREIGN = frozenset(Role) - {Role.BODY, Role.SUBHEAD, Role.BLANK, Role.MARKUP, Role.METADATA}
"""Roles whose words are no body's; markup and blanks have no words, and metadata is not shown."""
_FORBIDDEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SHORTEST = 25


def try_reading(content: bytes, name: str, saved: Saved | None = None) -> Reading | None:
    """Read a file; None where it is refused with findings of one line each."""
    try:
        return read_articles(content, path=f"2026/03/{name}", saved=saved)
    except BadFileError as error:
        refused = error.findings
    assert refused
    assert all(is_one_line(finding) for finding in refused)
    return None


def is_one_line(finding: Finding) -> bool:
    """Tell whether a finding is printed on one line."""
    return len(str(finding).splitlines()) == 1


def check_laws(
    content: bytes, name: str, saved: Saved | None = None, *, is_whole: bool = False
) -> Reading | None:
    """Check every law; give what was read.

    What broken markup means is anybody's guess, so only a whole file (`is_whole`), or one without
    markup, must keep the words of other roles out of the body.
    """
    reading = try_reading(content, name, saved)
    if reading is None:
        return None
    assert reading.articles
    assert all(is_one_line(finding) for finding in reading.findings)
    sources = sources_of(content, name, saved)
    paths = [article.path for article in reading.articles]
    assert len(set(paths)) == len(paths)
    for article in reading.articles:
        check_lossless(article, sources[article.path])
        check_values(article)
        if is_whole or name.endswith(".txt"):
            check_body(article)
    assert reading == try_reading(content, name, saved)
    return reading


def sources_of(content: bytes, name: str, saved: Saved | None = None) -> dict[str, str]:
    """Give the decoded text of every part of a file by its path."""
    path = f"2026/03/{name}"
    found = {}
    for part in split_file(content, path=path, shown=path, saved=saved).parts:
        try:
            text = decode_file(part.content, "x", is_html=part.kind == "html").text
        except BadFileError:
            continue
        found[part.path] = text
    return found


def check_lossless(article: Article, decoded: str) -> None:
    """Spans follow one another, leave nothing out, and each has its reason."""
    position, line = 0, 1
    for span in article.roles:
        assert span.start == position < span.end
        assert decoded[span.start : span.end] == span.text
        assert span.line >= line
        assert span.reason
        position, line = span.end, span.line
    assert position == len(decoded)


def check_values(article: Article) -> None:
    """Every value is one line, fit to print, in NFC and without invisible direction marks."""
    assert article.title
    assert article.body
    assert all(is_one_line(finding) for finding in article.findings)
    for where, value in values_of(article):
        assert value == fold_space(value) != "", (where, value)
        assert unicodedata.is_normalized("NFC", value), (where, value)
        bad = [c for c in value if unicodedata.category(c) in _FORBIDDEN or c in _OVERRIDES]
        assert not bad, (where, value)


def values_of(article: Article) -> Iterator[tuple[str, str]]:
    """Give every string an article holds, but the spans' own, with the field it stands in."""
    for field in dataclasses.fields(article):
        if field.name not in {"roles", "findings", "path", "digest"}:
            for value in _strings(getattr(article, field.name)):
                yield field.name, value


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Enum):
        return
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _strings(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _strings(getattr(value, field.name))


def check_body(article: Article) -> None:
    """No paragraph holds the words of a line that has another role.

    Words that stand in the body's own spans as well, and lines too short to be told from chance,
    prove nothing.
    """
    own = fit_text(" ".join(span.text for span in article.roles if span.role.is_text()))
    for span in article.roles:
        words = fold_space(span.text)
        if span.role in FOREIGN and len(words) >= _SHORTEST and words not in own:
            assert not any(words in paragraph for paragraph in article.body), (span.role, words)

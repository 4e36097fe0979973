"""Excerpts: an article's own paragraphs as Markdown that means what the words say."""

import re
from collections.abc import Sequence

from briefings.model import Article
from briefings.text.words import count_words

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|{}$^])")
_AT_START = re.compile(r"^(\s*)([#+=:!-]|\d{1,9}(?=[.)]))")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")


def escape_markdown(text: str) -> str:
    """Escape everything in a paragraph that Markdown or a link of ours would read as a mark."""
    escaped = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    if numbered := _NUMBERED.match(escaped):
        return f"{numbered[1]}\\{escaped[numbered.end(1) :]}"
    return _AT_START.sub(r"\1\\\2", escaped, count=1)


def excerpt_of(article: Article, sentences: Sequence[Sequence[str]], room: int) -> str:
    """Give whole sentences from the top of the article, at most `room` words."""
    kept: list[str] = []
    for paragraph in sentences[: len(article.body)]:
        parts: list[str] = []
        for sentence in paragraph:
            words = count_words(sentence)
            if words > room:
                return _joined([*kept, " ".join(parts)])
            parts.append(sentence)
            room -= words
        kept.append(" ".join(parts))
    return _joined(kept)


def full_text_of(article: Article) -> str:
    """Give the whole text, subheads included."""
    above: dict[int, list[str]] = {}
    for number, text in article.subheads:
        above.setdefault(number, []).append(f"## {escape_markdown(text)}")
    blocks: list[str] = []
    for number, paragraph in enumerate(article.body, 1):
        blocks += [*above.get(number, []), escape_markdown(paragraph)]
    return "\n\n".join(block for block in blocks if block)


def _joined(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(escape_markdown(text) for text in paragraphs if text)

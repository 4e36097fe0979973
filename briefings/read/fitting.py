r"""Article → article fit to print: the last gate, whatever its values came from.

Texts are cleaned when they are decoded, but a page, a mail or a feed can hide a character behind a
reference (`&#x202e;`, `\u202e`, `=E2=80=AE`) that only its own parser resolves.
"""

import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any

from briefings.model import Article
from briefings.read.cleaning import fold_space, is_hidden

_AS_THEY_ARE = frozenset({"path", "digest", "roles", "findings"})


def fit_article(article: Article) -> Article:
    """Make every value of an article one clean line; what is left empty is absent."""
    changed: dict[str, Any] = {}
    for field in fields(article):
        if field.name not in _AS_THEY_ARE:
            was = getattr(article, field.name)
            now = _fit(was)
            if now != was:
                changed[field.name] = now
    return replace(article, **changed) if changed else article


def fit_text(text: str) -> str:
    """Leave out what cannot be printed; NFC, and white space as single spaces."""
    is_plain = text.isprintable() and "  " not in text and text.strip() == text
    if is_plain and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    return fold_space("".join(c for c in spaced if not is_hidden(c)))


def _fit(value: Any) -> Any:
    if isinstance(value, str):
        return fit_text(value) or None
    if isinstance(value, tuple):
        return tuple(fitted for item in value if (fitted := _fit_item(item)) is not None)
    if is_dataclass(value) and not isinstance(value, type):
        return _fit_record(value)
    return value


def _fit_item(item: Any) -> Any:
    """Fit one of many; a subhead without its words is none."""
    fitted = _fit(item)
    return None if isinstance(item, tuple) and len(fitted) < len(item) else fitted


def _fit_record(value: Any) -> Any:
    """Fit a name, a picture or a mark; None where a word it must have is left empty."""
    changed: dict[str, Any] = {}
    for field in fields(value):
        was = getattr(value, field.name)
        now = _fit(was)
        if now is None and was is not None and field.type is str:
            return None
        if now != was:
            changed[field.name] = now
    return replace(value, **changed) if changed else value

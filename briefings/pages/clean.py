"""The boundary where strangers' text becomes plain text: nothing invisible may steer a page."""

import re

from briefings.model import JSON

# C0 and C1 save tab and line ends, bidi embeddings, overrides and isolates, interlinear marks,
# non-characters, lone surrogates, byte order marks, tag characters. Left-to-right marks and
# joiners stay: Arabic and Persian are written with them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\u206a-\u206f"
    "\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SANITISED = frozenset({"html", "note_html"})
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")


def clean_text(text: str) -> str:
    """Drop what cannot be seen or would turn text around; all line ends become line feeds."""
    if text.isprintable():  # most texts, and none of the characters above is
        return text
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))


def clean_line(text: str) -> str:
    """Clean a text that stands on one line, such as a title."""
    return " ".join(clean_text(text).split())


def clean_view(value: JSON) -> JSON:
    """Clean every string of a view; sanitised HTML was cleaned before it was made.

    The keys `html` and `note_html` and their values pass untouched, for nothing may rewrite
    HTML once it is sanitised.
    """
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        # Most values are printable texts: each is asked here, or a call would cost more than that.
        return {
            key: inner
            if key in _SANITISED or (type(inner) is str and inner.isprintable())
            else clean_view(inner)
            for key, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [clean_view(inner) for inner in value]
    return value


def escape_signs(text: str, signs: str) -> str:
    """Write some signs of a JSON text as escapes; `str.translate` takes ten times as long."""
    for sign in signs:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text

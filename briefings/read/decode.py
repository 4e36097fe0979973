"""Bytes → text, by a chain that is the same for every file.

1. A byte order mark decides (UTF-8, UTF-16, UTF-32).
2. A page's declared charset, unless the bytes are UTF-8 beyond doubt: declarations lie more
   often than multi-byte sequences come about by chance.
3. UTF-8, strictly.
4. UTF-8 with a few stray bytes of Windows-1252, which are read one by one.
5. UTF-16 without a mark, where every other byte is zero.
6. ISO-2022-JP by its escapes, then the likeliest old encoding (see encodings.py).

Every step but UTF-8 is reported. The text keeps its byte order mark, so that it encodes back to
the very bytes.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from types import MappingProxyType

from briefings.errors import Finding
from briefings.read.encodings import guess_encoding, is_escaped
from briefings.read.findings import bad_file, find_fault

LIMIT = 2 * 1024 * 1024
"""Bytes a file may have."""

_MARKS = (  # the longer before its own beginning
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# What browsers do: nobody who declares Latin-1 means its control characters.
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
# As people write them; the codecs' own names tell an editor little.
_NAMES = MappingProxyType(
    {"shift-jis": "Shift_JIS", "big5": "Big5", "gb18030": "GB18030", "mac-roman": "Mac Roman"}
)
# What UTF-8 cannot be: bytes that stay, one by one, when the rest is read.
_STRAY = re.compile("[\udc80-\udcff]")
_SAMPLE = 64 * 1024
_CONTROLS = bytes([*range(9), *range(14, 32)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A file's text, and how it was read."""

    text: str
    encoding: str
    findings: tuple[Finding, ...]


def decode_file(content: bytes, shown: str, *, is_html: bool = False) -> Decoded:
    """Read the bytes of a file.

    Raises:
        BadFileError: too large, empty, not text, or in no known encoding.
    """
    if len(content) > LIMIT:
        raise bad_file("BR204", shown, size=str(len(content)), limit=str(LIMIT))
    if not content.strip():
        raise bad_file("BR201", shown)
    if what := next((what for magic, what in _MAGIC if content.startswith(magic)), None):
        raise bad_file("BR202", shown, what=what)
    found = _by_mark(content) or _by_trying(content, shown, is_html=is_html)
    if found is None:
        raise bad_file("BR203", shown)
    text, encoding = found
    _refuse_noise(text, shown)
    warned = () if encoding == "utf-8" else (find_fault("BR211", shown, what=_shown(encoding)),)
    return Decoded(text=text, encoding=encoding, findings=warned)


def _shown(encoding: str) -> str:
    if encoding.startswith("utf-8 with"):
        return encoding.replace("utf-8", "UTF-8").replace("cp1252", "Windows-1252")
    name = encoding.replace("_", "-")
    if re.fullmatch(r"cp125\d", name):
        return f"Windows-{name[2:]}"
    return _NAMES.get(name, name.upper())


def _by_mark(content: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _try(content, encoding)
            return (text, encoding) if text is not None else None
    return None


def _by_trying(content: bytes, shown: str, *, is_html: bool) -> tuple[str, str] | None:
    utf8 = _try(content, "utf-8")
    declared = _declared(content) if is_html else None
    if declared and (utf8 is None or content.isascii()):
        text = _try(content, declared)
        if text is not None:
            return text, "utf-8" if text == utf8 else declared
    if b"\0" in content:
        return _by_zeros(content, shown)
    escaped = _try(content, "iso2022_jp") if is_escaped(content) else None
    if escaped is not None:
        return escaped, "iso-2022-jp"
    if utf8 is not None:
        return utf8, "utf-8"
    return _by_repair(content) or _by_guess(content)


def _by_repair(content: bytes) -> tuple[str, str] | None:
    """Read UTF-8 with a few bytes of Windows-1252 pasted in; None where it is not mostly UTF-8."""
    text = content.decode("utf-8", "surrogateescape")
    strays = len(_STRAY.findall(text))
    # Ten characters beyond ASCII that are valid sequences to each byte that is in none: no
    # single-byte encoding comes near that by chance.
    sound = sum(character > "\x7f" for character in text) - strays
    if sound < 10 * strays:
        return None
    try:
        fixed = _STRAY.sub(lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode("cp1252"), text)
    except UnicodeDecodeError:
        return None
    return fixed, f"utf-8 with {strays} bytes of cp1252"


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:4096])
    if found is None:
        return None
    try:
        codec = codecs.lookup((found[1] or found[2]).decode("ascii", "replace"))
    except (LookupError, ValueError):
        return None
    # `hex`, `rot13` and the like are codecs too, yet no encodings of text.
    return _MEANT.get(codec.name, codec.name) if codec._is_text_encoding else None


def _by_zeros(content: bytes, shown: str) -> tuple[str, str] | None:
    """Read UTF-16 without a mark; any other zero byte means the file is no text."""
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = _try(content, encoding)
        if text is not None and _is_written(text):
            return text, encoding
    raise bad_file("BR202", shown, what="it holds zero bytes")


def _is_written(text: str) -> bool:
    """Tell whether wide characters are a text: letters of one script, ASCII space between words.

    The wrong width or order gives unassigned, private and scattered ones.
    """
    sample = text[:_SAMPLE]
    if "\0" in sample:
        return False
    known = sum(c.isprintable() or c in "\r\n\t" for c in sample)
    spaces = sum(c in " \r\n\t\u3000\u3002\u3001" for c in sample)
    blocks = Counter(ord(c) >> 8 for c in sample)
    common = sum(count for _, count in blocks.most_common(3))
    is_east = any(0x30 <= block <= 0xD7 for block, _ in blocks.most_common(1))
    return known >= 0.98 * len(sample) and spaces > 0 and (is_east or common >= 0.9 * len(sample))


def _by_guess(content: bytes) -> tuple[str, str] | None:
    encoding = guess_encoding(content)
    text = _try(content, encoding) if encoding else None
    return (text, encoding) if encoding and text is not None else None


def _refuse_noise(text: str, shown: str) -> None:
    """Refuse what decodes and is still no text: zero bytes, or one control in fifty signs."""
    if "\0" in text:
        raise bad_file("BR202", shown, what="it holds zero bytes")
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise bad_file("BR201", shown)
    plain = text.encode("utf-8", "surrogatepass")
    controls = len(plain) - len(plain.translate(None, _CONTROLS))
    if controls * 50 > len(text):
        raise bad_file("BR202", shown, what="it is full of control characters")

"""Old encodings: which one a file without a mark or a declaration is in.

chardet tells scripts and their encodings apart. A text in Latin letters has few letters beyond
ASCII, too few to tell by; its language, which its other letters show, leaves two or three.
"""

import codecs
import re
from types import MappingProxyType

import chardet

from briefings.text.languages import detect_language

_WESTERN = ("cp1252", "mac-roman")
_CENTRAL = ("cp1250", "iso8859-2")
_LATIN = MappingProxyType(
    dict.fromkeys("ca da de en es fi fr id is it nl no pt sv".split(), _WESTERN)  # noqa: SIM905  # a list reads worse
    | dict.fromkeys("cs hr hu pl ro sk sl".split(), _CENTRAL)  # noqa: SIM905  # a list reads worse
    | {"tr": ("cp1254",)}
    | dict.fromkeys(("et", "lt", "lv"), ("cp1257",))
    | {"vi": ("cp1258",)}
)
_OTHER = (
    "cp1252",  # what nothing else fits
    *("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic"),
    *("cp1253", "iso8859-7", "cp1255", "cp1256", "iso8859-6", "cp874"),
    *("cp932", "euc-jp", "cp949", "gb18030", "big5"),
)
_SAMPLE = 64 * 1024
# Fewer letters beyond ASCII than this show nothing: the encoding most files have is taken.
_FEWEST = 4
_HEAP = re.compile(rb"[\x80-\xff]{4}")
_ESCAPES = re.compile(rb"\x1b\$[@B]|\x1b\([BJ]")


def guess_encoding(content: bytes) -> str | None:
    """Give the old encoding a text is most likely in, as Python names it; None for none at all."""
    sample = content[:_SAMPLE]
    letters = [byte for byte in sample if byte > 0x7F or chr(byte).isalpha()]
    beyond = sum(byte > 0x7F for byte in letters)
    # Latin letters are mostly ASCII in every language that uses them.
    if beyond * 3 >= len(letters):
        return _detect(sample, _OTHER)
    plain = "".join(chr(byte) if byte < 0x80 else " " for byte in sample)
    wide = detect_language(sample.decode("cp1252", "replace"))
    names = _LATIN.get(wide) or _LATIN.get(detect_language(plain)) or _WESTERN
    if len(names) == 1 or beyond < _FEWEST:
        return names[0]
    guess = _detect(sample, names) or names[0]
    # Mac Roman has a letter for every byte; no Western word has four in a row beyond ASCII.
    return None if guess == "mac-roman" and _HEAP.search(sample) else guess


def is_escaped(content: bytes) -> bool:
    """Tell whether a file is in ISO-2022-JP, whose bytes are all ASCII."""
    return content.isascii() and len(_ESCAPES.findall(content[:_SAMPLE])) >= 2


def _detect(sample: bytes, names: tuple[str, ...]) -> str | None:
    found = chardet.detect(sample, include_encodings=names, no_match_encoding=names[0])["encoding"]
    return codecs.lookup(found).name.replace("_", "-") if found else None

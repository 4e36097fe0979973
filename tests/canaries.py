"""Looking for a word in every file of a built tree, however it is packed, and in every path."""

import gzip
import io
import json
from collections.abc import Iterator
from email import policy
from email.parser import BytesParser
from html import unescape
from pathlib import Path

from PIL import Image


def holding(site: Path, word: str) -> list[str]:
    """Give the paths of a tree that hold a word, in any case, or have it in their names."""
    sought = word.casefold()
    return [
        path
        for file in sorted(site.rglob("*"))
        if (path := file.relative_to(site).as_posix())
        if sought in path.casefold()
        or (file.is_file() and any(sought in text.casefold() for text in _texts(file)))
    ]


def _texts(file: Path) -> Iterator[str]:
    """Give what a file may be read as: bytes, unpacked, unescaped, decoded, beside a picture."""
    data = file.read_bytes()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    for encoding in ("utf-8", "utf-16-le"):
        text = data.decode(encoding, "ignore")
        yield text
        yield unescape(unescape(text))
    if file.suffix == ".json":
        yield json.dumps(json.loads(data), ensure_ascii=False)
    if file.suffix == ".eml":
        letter = BytesParser(policy=policy.default).parsebytes(data)
        yield from (str(value) for value in letter.values())
        yield from (p.get_content() for p in letter.walk() if p.get_content_maintype() == "text")
    if file.suffix in {".png", ".jpg", ".webp"}:
        with Image.open(io.BytesIO(data)) as picture:
            yield str(picture.info)
            yield str(dict(picture.getexif()))

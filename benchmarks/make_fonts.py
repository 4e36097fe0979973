"""Make the two faces social images are set in from the packages that carry them.

`npm pack @fontsource/source-serif-4 @fontsource/noto-naskh-arabic`, unpack each into a folder of
its name, then, with fonttools, brotli and uharfbuzz installed, in an environment of its own:
`python -m benchmarks.make_fonts FOLDER`. Nothing of this is needed to build or to draw.

The faces lose what Pillow's plain layout does not read. Kerning is measured by HarfBuzz and
written beside them: shaping by Pillow would need a FriBidi of the system, which may be another or
none, and its plain layout moves kerned letters by a sixty-fourth of what the face asks for.
"""

import string
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import uharfbuzz
from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "briefings" / "draw" / "fonts"
SERIF = "source-serif-4/package/files/source-serif-4-{}-600-normal.woff2"
NASKH = "noto-naskh-arabic/package/files/noto-naskh-arabic-arabic-600-normal.woff2"
PARTS = ("latin", "latin-ext", "cyrillic", "greek")
LETTERS = string.ascii_letters + "ÀÁÂÄÇÈÉÊÍÑÓÔÖÚÜàáâäçèéêëíîïñóôöúûüß" + ".,:;-–’‘“”«»()"
# Shaped by the reshaper into these forms; letters of Arabic, Persian and Urdu, figures, marks.
ARABIC = [(0x0600, 0x06FF), (0xFB50, 0xFBFF), (0xFDF2, 0xFDFC), (0xFE70, 0xFEFC), (0x20, 0x7E)]
ARABIC += [(0xA0, 0xA0), (0xAB, 0xAB), (0xBB, 0xBB), (0x2010, 0x2026)]


def kerning(face: bytes) -> Iterator[str]:
    """Measure pairs of letters as HarfBuzz sets them; a line for each first letter."""
    font = uharfbuzz.Font(uharfbuzz.Face(face))

    def advance(text: str) -> int:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer, {"liga": False, "kern": True})
        return sum(position.x_advance for position in buffer.glyph_positions)

    alone = {letter: advance(letter) for letter in LETTERS}
    for one in LETTERS:
        moved: dict[int, str] = {}
        for other in LETTERS:
            by = advance(one + other) - alone[one] - alone[other]
            if abs(by) >= 8:  # of 1,000: below that nobody sees it
                moved[by] = moved.get(by, "") + other
        if moved:
            yield " ".join([one, *(f"{by}{letters}" for by, letters in sorted(moved.items()))])


def stripped(font: TTFont, codes: Iterable[int]) -> TTFont:
    """Leave only outlines, widths and the letters asked for."""
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True)
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "BASE", "STAT", "gasp", "prep"]
    options.name_IDs = [0, 1, 2, 13, 14]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=list(codes))
    cutter.subset(font)
    return font


def serif(folder: Path) -> TTFont:
    """Join the parts of the serif."""
    parts: list[Any] = []
    for part in PARTS:
        font = TTFont(folder / SERIF.format(part))
        font.flavor = None
        file = BytesIO()
        font.save(file)
        if part == "latin":
            lines = "\n".join(kerning(file.getvalue()))
            (FONTS / "kerning.txt").write_text(f"{lines}\n", encoding="utf-8")
        file = BytesIO()
        stripped(font, font.getBestCmap()).save(file)
        file.seek(0)
        parts.append(file)
    return Merger().merge(parts)


def naskh(folder: Path) -> TTFont:
    """Cut the Arabic face to letters, their joined forms, figures and points."""
    font = TTFont(folder / NASKH)
    font.flavor = None
    wanted = {code for first, last in ARABIC for code in range(first, last + 1)}
    return stripped(font, wanted & font.getBestCmap().keys())


def rename(font: TTFont, family: str) -> None:
    """Give a cut face a name of its own: the licence reserves that of the whole one."""
    font["name"].names = [record for record in font["name"].names if record.nameID in {0, 13, 14}]
    for place, words in ((1, family), (2, "Regular"), (4, family), (6, family.replace(" ", ""))):
        font["name"].setName(words, place, 3, 1, 0x409)


def ranges(codes: Iterable[int]) -> Iterator[str]:
    """Write code points as ranges, one a line."""
    ordered = sorted(codes)
    starts = [ordered[0], *(b for a, b in pairwise(ordered) if b != a + 1)]
    ends = [*(a for a, b in pairwise(ordered) if b != a + 1), ordered[-1]]
    yield from (f"{first:04X} {last:04X}" for first, last in zip(starts, ends, strict=True))


def main() -> None:
    """Write both faces and what each can print."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for name, font in (("serif", serif(Path(sys.argv[1]))), ("naskh", naskh(Path(sys.argv[1])))):
        rename(font, f"Briefings {name.capitalize()}")
        font["head"].created = font["head"].modified = 0
        font.recalcTimestamp = False
        font.save(FONTS / f"{name}.ttf", reorderTables=False)
        lines = "\n".join(ranges(font.getBestCmap()))
        (FONTS / f"{name}.txt").write_text(f"{lines}\n", encoding="ascii")


if __name__ == "__main__":
    main()

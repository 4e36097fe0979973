"""The stylesheet's contrast, size and manners; the scripts' safety."""

import gzip
import re
from functools import lru_cache
from pathlib import Path

import pytest

from tests.theme.rendering import THEME

CSS = THEME / "assets" / "briefings.css"
TEXTS = ("ink", "soft", "signal", "link")
READS_PAGES = {"preview-cards.js"}
"""Parses a page of ours into a document where nothing runs, and takes its words alone."""
SCRIPTS = sorted((THEME / "assets").glob("*.js"))


@lru_cache(maxsize=1)
def style() -> str:
    """Give the stylesheet without comments."""
    return re.sub(r"/\*.*?\*/", "", CSS.read_text(encoding="utf-8"), flags=re.DOTALL)


def tokens(night: bool) -> dict[str, str]:
    """Read the colour tokens of a mode, references resolved."""
    day, dark = re.findall(r":root \{(.*?)\}", style(), flags=re.DOTALL)[:2]
    found = dict(re.findall(r"--([\w-]+): ([^;]+);", day))
    if night:
        found |= dict(re.findall(r"--([\w-]+): ([^;]+);", dark))
    return {name: found.get(value[6:-1], value) for name, value in found.items()}


def luminance(colour: str) -> float:
    """Give the relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    """Black on white is 21; equal colours are 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#336699", "#336699") == pytest.approx(1)


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_reads_at_seven_to_one(text: str, night: bool) -> None:
    """Every colour of text has 7:1 on its paper, by day and by night."""
    colours = tokens(night)

    assert contrast(colours[text], colours["paper"]) >= 7


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_marked_words_read_at_seven_to_one(night: bool) -> None:
    """Ink on the wash of marked words has 7:1 too."""
    colours = tokens(night)

    assert contrast(colours["ink"], colours["wash"]) >= 7


def test_the_stylesheet_stays_small() -> None:
    """At most 20 KB, 6 KB as it is sent."""
    assert len(CSS.read_bytes()) <= 20 * 1024
    assert len(gzip.compress(CSS.read_bytes(), mtime=0)) <= 6 * 1024


def test_the_stylesheet_loads_nothing() -> None:
    """No fonts, imports or pictures: no request but its own."""
    assert re.findall(r"@import|@font-face|url\(", style()) == []


def test_only_right_to_left_rules_name_a_side() -> None:
    """Layout is logical, so `dir` turns a page round; only rules for `rtl` itself say left."""
    sides = re.compile(
        r"(margin|padding|border)-(left|right|top|bottom)|(text-align|float): (left|right)"
    )
    rules = [rule for rule in style().split("}") if sides.search(rule)]

    assert all('[dir="rtl"]' in rule for rule in rules)
    assert not re.findall(r"[;{ ](?:left|right):", style())


def test_labels_are_never_too_small() -> None:
    """No size in rem is below 0.8125, print apart."""
    sizes = re.findall(
        r"(?:font-size|--small|--tiny): ([\d.]+)rem|font: [^;]*?([\d.]+)rem", style()
    )

    assert sizes
    assert min(float(a or b) for a, b in sizes) >= 0.8125


@pytest.mark.parametrize("file", SCRIPTS, ids=[file.name for file in SCRIPTS])
def test_scripts_make_no_markup_of_text(file: Path) -> None:
    """Strangers' titles become text nodes; no script parses, writes or evaluates a string."""
    code = file.read_text(encoding="utf-8")
    if file.name in READS_PAGES:
        assert not re.search(r"importNode|adoptNode|cloneNode", code)
        code = code.replace("new DOMParser()", "")
    parsing = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser"
    running = r"\beval\b|new Function|setTimeout\(\s*[\"']"

    assert re.findall(f"{parsing}|{running}", code) == []


def test_the_first_script_is_tiny() -> None:
    """What every page loads is at most 4 KB, 1.75 KB as it is sent; all else comes on demand."""
    code = (THEME / "assets" / "briefings.js").read_bytes()

    assert len(code) <= 4096
    assert len(gzip.compress(code, mtime=0)) <= 1792

"""Social images: small, the same each time, whole whatever the headline holds."""

import struct
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from briefings.draw import draw_card, draw_icon
from briefings.draw.card import HEIGHT, WIDTH
from briefings.draw.faces import printable, shape, width
from briefings.draw.setting import SIZES, set_headline, set_line
from briefings.model import Icon, SocialImage

PLAIN = SocialImage(
    path="edition/2026-03-14/card.png",
    masthead="The Sound Briefing",
    label="Edition of 14 March 2026",
    headline="Ministry confirms ferry inquiry after three crossings are suspended",
    foot="sound.example",
    accent="#1d4e6b",
    site_dir="ltr",
    headline_dir="ltr",
)
ROOM = 1056
HEADLINES = {
    "arabic": ("الوزارة تؤكد فتح تحقيق في حادث العبّارة 12 بعد تعليق ثلاث رحلات", "rtl"),
    "mixed": ("تحقيق في ميناء Port Ansel بعد 3 رحلات", "rtl"),
    "markup": ("<script>alert(1)</script> & “quotes” {{7*7}}", "ltr"),
    "emoji": ("🚢 Ferries 👩‍👩‍👧 return ⚓️", "ltr"),
    "greek and russian": ("Ελλάδα, Россия, Łódź, naïve", "ltr"),
    "one long word": ("Donaudampfschifffahrtsgesellschaft" * 40, "ltr"),
    "many words": ("very long words " * 400, "ltr"),
    "no words": ("", "ltr"),
    "only emoji": ("🚢" * 30, "ltr"),
    "controls": ("a\u202eb\u0000c\nd", "ltr"),
}


def pixels(content: bytes) -> Image.Image:
    """Read a picture back."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """Give the box of all that is not paper."""
    box = Image.frombytes("L", image.size, image.tobytes()).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("headline", HEADLINES.values(), ids=HEADLINES)
def test_any_headline_stays_inside_the_margins(headline: tuple[str, str]) -> None:
    """Nothing runs over an edge, whatever the words are."""
    words, direction = headline
    image = pixels(draw_card(replace(PLAIN, headline=words, headline_dir=direction)))

    assert image.size == (WIDTH, HEIGHT)
    left, top, right, bottom = inked(image)
    assert left >= 60
    assert right <= WIDTH - 60
    assert top >= 30
    assert bottom <= HEIGHT - 30


@pytest.mark.parametrize("headline", HEADLINES.values(), ids=HEADLINES)
def test_pictures_are_small_and_drawn_the_same_each_time(headline: tuple[str, str]) -> None:
    """At most 17 kB for the worst words there are; the same bytes twice."""
    asked = replace(PLAIN, headline=headline[0], headline_dir=headline[1])

    drawn = draw_card(asked)
    assert len(drawn) <= 17_000
    assert drawn == draw_card(asked)


def test_a_usual_picture_is_smaller() -> None:
    """At most 12 kB for a headline of the usual length, and four colours."""
    drawn = draw_card(PLAIN)

    assert len(drawn) <= 12_000
    assert drawn[24:26] == struct.pack(">BB", 2, 3), "two bits a pixel, by palette"
    assert len(pixels(drawn).convert("RGB").getcolors() or []) == 4


def test_the_accent_is_the_desks() -> None:
    """The rule has the colour the settings name, and nothing else has."""
    colours = pixels(draw_card(replace(PLAIN, accent="#8c1d18"))).convert("RGB").getcolors() or []

    assert (ROOM * 6, (0x8C, 0x1D, 0x18)) in colours


def test_a_headline_is_set_in_even_lines() -> None:
    """No line is left with one word where two even ones hold the same."""
    lines, size = set_headline("Ministry confirms ferry inquiry after three talks", ROOM, "ltr")

    assert len(lines) == 2
    widths = [width(line, size, "ltr") for line in lines]
    assert min(widths) >= 0.7 * max(widths)
    assert " ".join(lines) == "Ministry confirms ferry inquiry after three talks"


def test_longer_headlines_are_smaller_and_then_cut() -> None:
    """Sizes fall with length; what fits in none ends in a mark of omission."""
    sizes = [set_headline("quay closed " * n, ROOM, "ltr").size for n in (1, 8, 14, 17)]
    cut = set_headline("quay closed " * 60, ROOM, "ltr")

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == SIZES[0]
    assert sizes[-1] == SIZES[-1]
    assert cut.lines[-1].endswith("…")


def test_a_line_is_cut_at_a_word() -> None:
    """A masthead too long for its line loses whole words first."""
    line = set_line("The Very Long Morning Paper " * 9, 40, 600, "ltr")

    assert line.endswith("…")
    assert line.removesuffix("…").split()[-1] in {"The", "Very", "Long", "Morning", "Paper"}
    assert width(line, 40, "ltr") <= 600


def test_arabic_letters_are_joined_and_run_from_the_right() -> None:
    """The first letter of the text is the last on the line, in the form that joins."""
    (piece,) = shape("بيت", "rtl")

    assert piece.face == "naskh"
    assert piece.text == "\ufe96\ufef4\ufe91"


def test_latin_words_keep_their_order_in_an_arabic_line() -> None:
    """A name in Latin letters is read from the left wherever it stands."""
    pieces = shape("من Port Ansel هنا", "rtl")

    words = "".join(piece.text for piece in pieces if piece.face == "serif")
    assert words.split() == ["Port", "Ansel"]
    assert pieces[0].face == pieces[-1].face == "naskh"


def test_a_script_without_a_face_leaves_the_headline_out() -> None:
    """Half a headline would say something else; the masthead and the day stay."""
    assert printable("日本語の見出し") is None
    assert printable("Ferries 船") is None
    assert printable("Ferries 🚢 return") == "Ferries return"
    assert draw_card(replace(PLAIN, headline="日本語")) == draw_card(replace(PLAIN, headline=""))


def test_kerning_is_in_the_face() -> None:
    """Pairs stand closer than their letters alone, without any library of the system."""
    alone = sum(width(letter, 76, "ltr") for letter in "AVAT")

    assert width("AVAT", 76, "ltr") < alone - 4


@pytest.mark.parametrize("size", [192, 512])
def test_icons_are_square_and_tiny(size: int) -> None:
    """A maskable one keeps its lines inside the circle every mask leaves."""
    plain = pixels(draw_icon(Icon(path="a", size=size, maskable=False)))
    masked = pixels(draw_icon(Icon(path="b", size=size, maskable=True)))

    assert plain.size == masked.size == (size, size)
    for image, most in ((plain, 0.5), (masked, 0.4)):
        left, top, right, bottom = inked(image)
        middle = size / 2
        assert max(middle - left, right - middle, middle - top, bottom - middle) <= most * size
    left, top, right, bottom = inked(masked)
    corner = max(abs(x - size / 2) for x in (left, right)) ** 2
    corner += max(abs(y - size / 2) for y in (top, bottom)) ** 2
    assert corner**0.5 <= 0.4 * size

"""Tests of bytes → text, and of making text fit to read."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import BadFileError, Severity
from briefings.read.cleaning import clean_text
from briefings.read.decode import LIMIT, decode_file

OLD = [
    ("cp1252", "Le ministère a confirmé l’enquête après la fermeture, à l’été prochain."),
    ("cp1251", "Министерство подтвердило расследование после остановки трёх рейсов."),
    ("cp1256", "أكدت الوزارة فتح التحقيق بعد توقف الرحلات البحرية الثلاث"),
    ("cp1254", "İstanbul'da feribot seferleri durduruldu, bakanlık soruşturmayı doğruladı."),
    ("cp1250", "Ministerstvo potvrdilo vyšetřování trajektů po zastavení tří spojů."),
    ("cp1252", "Café"),
]


def codes(content: bytes) -> list[str]:
    """Give the codes with which a file is refused."""
    with pytest.raises(BadFileError) as caught:
        decode_file(content, "news/ferry.txt")
    return [finding.code for finding in caught.value.findings]


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    """White space and a byte order mark are no article."""
    assert codes(content) == ["BR201"]


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04zip",
        b"\x89PNG\r\n",
        b"{\\rtf1 hello}",
        b"a\0b\0\0c\xff",
        b"\x01\x02\x03\x04 text",
    ],
)
def test_what_is_not_text_is_refused(content: bytes) -> None:
    """Known formats, zero bytes and a mass of controls are named as what they are."""
    assert codes(content) == ["BR202"]


def test_bytes_no_encoding_reads_are_refused() -> None:
    """These signs are undefined where the rest of the bytes could be text."""
    assert codes(b"The ferry \x81\x8d\x8f\x90\x9d was stopped on Friday") == ["BR203"]


def test_a_broken_mark_is_no_mark() -> None:
    """Half a character after the mark of UTF-16 cannot be UTF-16."""
    assert codes(codecs.BOM_UTF16_LE + b"\x00\xd8\x00") == ["BR202"]


def test_a_file_over_the_limit_is_refused() -> None:
    """The message says how large it is."""
    assert codes(b"a" * (LIMIT + 1)) == ["BR204"]


def test_utf8_is_read_without_a_word() -> None:
    """The usual case says nothing."""
    decoded = decode_file("Fähre".encode(), "x.txt")

    assert (decoded.text, decoded.encoding, decoded.findings) == ("Fähre", "utf-8", ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_mark_decides_and_stays_in_the_text(encoding: str) -> None:
    """So the text encodes back to the very bytes."""
    content = "\ufeffFähre".encode(encoding)

    assert decode_file(content, "x.txt").text.encode(encoding) == content


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    """Every other byte of Latin text is zero."""
    assert decode_file("Ferry halted".encode(encoding), "x.txt").text == "Ferry halted"


@pytest.mark.parametrize(("encoding", "text"), OLD)
def test_an_old_encoding_is_guessed_by_the_language_it_gives(encoding: str, text: str) -> None:
    """The guess is reported with the encoding's name, as a warning with its place."""
    decoded = decode_file(text.encode(encoding), "news/ferry.txt")
    (finding,) = decoded.findings

    assert decoded.text == text
    assert finding.severity is Severity.WARNING
    assert str(finding).startswith(
        "news/ferry.txt:1:1: warning BR211: not UTF-8; read as Windows-125"
    )


@pytest.mark.parametrize(
    "head", ['<meta charset="windows-1251">', '<?xml version="1.0" encoding="windows-1251"?>']
)
def test_a_page_may_declare_its_encoding(head: str) -> None:
    """The declaration is believed where the bytes do not contradict it."""
    content = f"{head}<p>Паром</p>".encode("cp1251")

    assert "Паром" in decode_file(content, "x.html", is_html=True).text


@pytest.mark.parametrize("declared", ["iso-8859-1", "hex", "no-such-thing", "utf-16"])
def test_a_false_declaration_does_not_win_over_utf8(declared: str) -> None:
    """Bytes that are UTF-8 beyond doubt are read as UTF-8."""
    content = f'<meta charset="{declared}"><p>Fähre</p>'.encode()

    assert "Fähre" in decode_file(content, "x.html", is_html=True).text


def test_a_declaration_that_fails_is_left_behind() -> None:
    """The chain goes on to the next step."""
    content = '<meta charset="utf-8"><p>Le ministère a confirmé l’enquête.</p>'.encode("cp1252")

    assert "ministère" in decode_file(content, "x.html", is_html=True).text


def test_mojibake_is_repaired_and_reported() -> None:
    """The words are read as meant; each keeps the place of the word it was."""
    decoded = "PARIS (AFP) â€” Le ministÃ¨re a dit"
    readable = clean_text(decoded, "x.txt")
    word = readable.text.index("ministère")

    assert readable.text == "PARIS (AFP) — Le ministère a dit"
    assert decoded[readable.place(word) :].startswith("ministÃ¨re")
    assert [finding.code for finding in readable.findings] == ["BR212"]


def test_mojibake_that_changes_the_number_of_words_keeps_its_line() -> None:
    """A repair that cannot be aligned maps to the start of its line."""
    decoded = "ok\nvoilÃ\xa0 la rÃ©ponse"
    readable = clean_text(decoded, "x.txt")

    assert readable.place(readable.text.index("voil")) >= 3


def test_controls_are_left_out_and_counted() -> None:
    """Overrides, tags and C1 controls reach no value; separators of lines become spaces."""
    readable = clean_text("a\u202eb\U000e0041c\x07d\u2028e\u200bf", "x.txt")
    (finding,) = readable.findings

    assert readable.text == "abcd ef"
    assert finding.message == "3 invisible control characters were left out"


def test_line_ends_become_one_and_text_is_composed() -> None:
    """CRLF, CR and LF end lines alike; accents are composed."""
    assert clean_text("e\u0301\r\nb\rc\n", "x.txt").text == "é\nb\nc\n"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_every_place_leads_home(text: str) -> None:
    """Places rise from the start of the decoded text to its end."""
    readable = clean_text(text, "x.txt")
    places = [readable.place(offset) for offset in range(len(readable.text) + 1)]

    assert places == sorted(places)
    assert places[-1] in {0, len(text)}
    assert not set(readable.text) & set("\r\x00\x1f\x7f\u202e\ufeff")


def test_a_few_stray_bytes_do_not_turn_utf8_into_another_encoding() -> None:
    """One byte pasted from Windows is repaired and reported; the rest stays UTF-8."""
    sound = "Le ministère a confirmé l’enquête après la fermeture décidée à l’été. " * 3
    decoded = decode_file(sound.encode() + b"\x93Caf\xe9\x94", "x.txt")
    (finding,) = decoded.findings

    assert decoded.text == sound + "“Café”"
    assert "UTF-8 with 3 bytes of Windows-1252" in finding.message


TELLING = {
    "ru": (
        "Городской совет в четверг утвердил бюджет на "
        "следующий год и поручил отремонтировать мост до осени."
    ),
    "uk": (
        "Міська рада у четвер затвердила бюджет на наступний "
        "рік і доручила відремонтувати міст до осені."
    ),
    "tr": (
        "Şehir meclisi perşembe günü gelecek yılın "
        "bütçesini onayladı ve köprünün onarılmasını istedi."
    ),
    "pl": (
        "Rada miasta przyjęła w czwartek budżet na przyszły rok i "
        "zleciła remont mostu już jesienią, żeby był gotowy."
    ),
    "cs": (
        "Městská rada ve čtvrtek schválila rozpočet na příští "
        "rok a nařídila opravu mostu ještě před zimou."
    ),
    "fr": (
        "Le conseil municipal a adopté jeudi le budget de "
        "l'année prochaine et décidé de réparer le pont."
    ),
    "el": "Το δημοτικό συμβούλιο ενέκρινε την Πέμπτη τον προϋπολογισμό του επόμενου έτους.",
    "he": "מועצת העיר אישרה ביום חמישי את התקציב לשנה הבאה והורתה לתקן את הגשר לפני החורף",
    "ar": "أقر مجلس المدينة يوم الخميس ميزانية العام المقبل وأمر بإصلاح الجسر قبل الشتاء",
    "ja": "市議会は木曜日に来年度の予算を承認し、橋の修理を冬までに終えるよう求めた。",
    "zh": "市议会星期四批准了明年的预算,并下令在冬季之前修好大桥。",
    "zt": "市議會星期四批准了明年的預算,並下令在冬季之前修好大橋。",
    "ko": "시의회는 목요일 내년 예산을 승인하고 겨울 전에 다리를 수리하라고 지시했다.",
    "de": (
        "Der Stadtrat hat am Donnerstag den Haushalt für das "
        "nächste Jahr beschlossen und die Brücke gesperrt."
    ),
    "th": "สภาเมืองอนุมัติงบประมาณปีหน้าเมื่อวันพฤหัสบดีและสั่งซ่อมสะพานก่อนฤดูหนาว",
}
PAIRS = [
    ("ru", "cp1251"),
    ("ru", "koi8_r"),
    ("ru", "cp866"),
    ("ru", "iso8859_5"),
    ("ru", "mac_cyrillic"),
    ("ru", "utf-16-le"),
    ("ru", "utf-16-be"),
    ("ru", "utf-32-le"),
    ("uk", "cp1251"),
    ("uk", "koi8_u"),
    ("tr", "cp1254"),
    ("pl", "cp1250"),
    ("pl", "iso8859_2"),
    ("cs", "cp1250"),
    ("cs", "iso8859_2"),
    ("fr", "cp1252"),
    ("fr", "mac_roman"),
    ("fr", "iso8859_15"),
    ("de", "cp1252"),
    ("de", "mac_roman"),
    ("el", "cp1253"),
    ("el", "iso8859_7"),
    ("he", "cp1255"),
    ("ar", "cp1256"),
    ("ar", "iso8859_6"),
    ("ja", "shift_jis"),
    ("ja", "euc_jp"),
    ("ja", "iso2022_jp"),
    ("zh", "gb18030"),
    ("zt", "big5"),
    ("ko", "euc_kr"),
    ("th", "cp874"),
]


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_what_newsrooms_wrote_before_utf8_is_read(language: str, encoding: str) -> None:
    """Two sentences are enough, without a mark or a declaration; a warning says how it was read."""
    text = TELLING[language] * 2

    decoded = decode_file(text.encode(encoding), "x.txt")

    assert decoded.text == text
    assert [finding.code for finding in decoded.findings] == ["BR211"]


@pytest.mark.parametrize("text", ["It’s a £5 note", "Müller & Söhne GmbH", "naïve — dash", "café"])
def test_a_few_letters_beyond_ascii_are_windows_1252(text: str) -> None:
    """Most old files are in it, and so few signs cannot say otherwise."""
    assert decode_file(text.encode("cp1252"), "x.txt").text == text


def test_icons_and_hidden_notes_are_no_words() -> None:
    """An icon font's letters go without a word; marks that hide an annotation are counted."""
    readable = clean_text("Share \ue80b the \ufff9ferry\ufffb", "x.txt")

    assert readable.text == "Share  the ferry"
    assert [finding.code for finding in readable.findings] == ["BR213"]

"""Tests of languages: detected, stated, and the way they run."""

import pytest

from briefings.text.languages import detect_language, direction_of, is_language_tag, plain_tag


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Inspectors will board every ferry after three crossings were suspended."),
        ("fr", "Les inspecteurs monteront à bord de tous les ferries dès vendredi matin."),
        ("es", "Los inspectores subirán a bordo de todos los transbordadores el viernes."),
        ("de", "Die Prüfer gehen am Freitag an Bord aller Fähren, sagte das Ministerium."),
        ("it", "Gli ispettori saliranno a bordo di tutti i traghetti venerdì mattina."),
        ("pt", "Os inspetores vão subir a bordo de todas as balsas na sexta-feira, não antes."),
        ("ru", "Инспекторы поднимутся на борт каждого парома в пятницу утром."),
        ("tr", "Müfettişler cuma sabahı bütün feribotlara çıkacak, bakanlık açıkladı."),
        ("ar", "أعلنت وزارة النقل يوم الجمعة تعليق ثلاثة خطوط بحرية."),
    ],
)
def test_a_sentence_is_enough(language: str, text: str) -> None:
    """One sentence tells the language a newsroom writes in."""
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "123 456 789", "Hello", "asdf qwer zxcv tyui"])
def test_too_little_is_undetermined(text: str) -> None:
    """A word, numbers or noise give `und` and no guess."""
    assert detect_language(text) == "und"


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("en", "ltr"),
        ("ar-Latn", "ltr"),
        ("az-Arab", "rtl"),
        ("und", "ltr"),
    ],
)
def test_a_script_wins_over_its_language(tag: str, direction: str) -> None:
    """Arabic in Latin letters runs left to right."""
    assert direction_of(tag) == direction


@pytest.mark.parametrize(
    ("stated", "tag"),
    [("en_gb", "en-GB"), ("EN", "en"), ("zh-hant-tw", "zh-Hant-TW"), (" fr ", "fr")],
)
def test_a_stated_tag_is_written_as_bcp_47_does(stated: str, tag: str) -> None:
    """Case and underscores are made regular."""
    assert is_language_tag(stated)
    assert plain_tag(stated) == tag


@pytest.mark.parametrize("stated", ["English", "e", "", "en GB", "<en>"])
def test_a_name_is_no_tag(stated: str) -> None:
    """`English` is a word, not a code."""
    assert not is_language_tag(stated)

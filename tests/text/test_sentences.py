"""Sentences: where they begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text.sentences import sentence_spans, split_sentences

ENGLISH = [
    ("Mr. J. K. Hale met Sen. Dole on Jan. 5 at 10 a.m. Monday. | He left at 5 p.m."),
    ("They fled the U.S. | The army stayed."),
    ("It cost $3.5 million. | No. 10 said no. | No. | We go... and stay."),
    ("“Why?” Hale asked. | “Why now?” he said. | “Stop! | Now.” | She left."),
    ("“There is hope: we must try,” she said. | “We will. | We must.”"),
    ("“Will it rain?” | The minister asked everyone to leave."),
    ("(He did not.) | Then came Acme Inc. | The firm folded."),
    ("Plan B. | The rest followed.[1] | Yes… | See e.g. Smith et al. for more."),
    ("He told me. | Police came. | The sun. | Det. Hale spoke to the rep. | Ships left."),
    ("The firm is Brook & Co. of Lazaret."),
    ("1. Open the valve. | 2. Wait."),
    ("Turnout was 41. | Officials were pleased."),
    ("The union met the staff. | Officials said it went well.".replace(". | ", ". | ")),
    ("See example.Com/about and www.Example.org for more."),
    ("It ended!!! | Really?! | Yes."),
    ("The list: a. one, b. two"),
]
OTHERS = [
    ("fr", "« Pourquoi ? » a demandé M. Dupont. | « Nous partons. » | Il est parti."),
    ("fr", "Selon J. Le Goff, 3,5 millions. | Mme. Le Pen a répondu « non ». | Fin."),
    ("es", "El Sr. Pérez llegó a EE.UU. ayer. | ¿Qué pasa? | ¡No! dijo él. | «Sí.» | Nada."),
    (
        "de",
        "Am 3. Oktober kam Dr. Meier z. B. nach Köln. | „Warum?“, fragte er. | »Ja!« | Er ging.",
    ),
    ("de", "Der 2. Weltkrieg endete. | Es war 1945. | Er wurde 23. | Dann kam sie."),
    (
        "ar",
        "قال د. محمد إن النتائج ستعلن. | هل ستفعل؟ | نعم. | وأضاف: «لا نعرف.» | ثم غادر۔ | انتهى",
    ),
    ("zh", "他来了。 | 我走了！ | “好吗？” | 他说。"),
    ("hi", "वह आया। | वह गया।"),
    ("sv", "”Varför?” | Han gick."),
    ("it", "Il sig. Rossi parte. | Torna domani."),
]


def _pieces(marked: str) -> tuple[str, ...]:
    return tuple(marked.split(" | "))


@pytest.mark.parametrize("marked", ENGLISH)
def test_english(marked: str) -> None:
    """Abbreviations, initials, figures and quotations are not taken for ends."""
    assert split_sentences(marked.replace(" | ", " "), "en") == _pieces(marked)


@pytest.mark.parametrize(("language", "marked"), OTHERS)
def test_other_languages(language: str, marked: str) -> None:
    """Each language's own stops, marks and abbreviations are known."""
    assert split_sentences(marked.replace(" | ", " "), language) == _pieces(marked)


def test_lost_space() -> None:
    """A stop glued to a capital ends a sentence, as badly converted pages need."""
    assert split_sentences("They left the staff.Officials came.", "en") == (
        "They left the staff.",
        "Officials came.",
    )


def test_chinese_needs_no_space() -> None:
    """Full-width stops end a sentence without white space, and marks that open stay behind."""
    assert split_sentences("他走了！“好吗？”", "zh") == ("他走了！", "“好吗？”")


def test_french_mark_behind_a_space_closes_only_what_is_open() -> None:
    """A spaced » belongs to the sentence whose quotation it closes."""
    assert split_sentences("« Oui. » Il part.", "fr") == ("« Oui. »", "Il part.")
    assert split_sentences("Oui. » Il part.", "fr")[0] == "Oui."
    assert split_sentences("“Oui. ” Il part.", "fr") == ("“Oui. ”", "Il part.")
    assert split_sentences('"Oui. " Il part.', "fr") == ('"Oui. "', "Il part.")


def test_empty() -> None:
    """White space holds no sentence."""
    assert split_sentences("  \n ", "en") == ()


@given(st.text(max_size=300), st.sampled_from(["en", "fr", "es", "de", "ar", "zh", "und", ""]))
def test_spans_cover_everything_but_white_space(text: str, language: str) -> None:
    """Sentences are substrings in order, and nothing but white space lies between them."""
    position = 0
    for start, end in sentence_spans(text, language):
        assert start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


@given(
    st.lists(st.sampled_from(["A.", "“", "”", "Mr.", "no", "No. 5", "»", "« ", "! ", "? ", "3."]))
)
def test_spans_of_hostile_text(parts: list[str]) -> None:
    """No order of marks and abbreviations loses a character."""
    text = " ".join(parts)

    joined = "".join(split_sentences(text, "fr"))

    assert joined.replace(" ", "") == text.replace(" ", "")

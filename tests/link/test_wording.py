"""Wording tells repeats from news, and puts names into a sentence."""

import pytest

from briefings.link.wording import content_words, is_repeat, with_article


@pytest.mark.parametrize(
    ("text", "earlier", "repeated"),
    [
        ("The ferry was suspended.", "Ferries were suspended on Friday.", False),
        ("Three ferries were suspended.", "Three ferries suspended by the ministry", True),
        ("12 people died.", "11 people died.", False),
        ("Les traversées reprennent lundi.", "La traversée reprend ce lundi.", True),
        ("Nothing at all", "", False),
    ],
)
def test_a_repeat_says_the_same_again(text: str, earlier: str, repeated: bool) -> None:
    """Endings do not count; numbers do."""
    assert is_repeat(text, [content_words(earlier)]) is repeated


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ferry Safety Act", "the Ferry Safety Act"),
        ("Ministry of Transport", "the Ministry of Transport"),
        ("Mara Voss", "Mara Voss"),
        ("Union", "Union"),
        ("", ""),
        ("Ferry Safety Act 2011", "the Ferry Safety Act 2011"),
        ("Almadra Bank Agreement of 2009", "the Almadra Bank Agreement of 2009"),
        ("Regulation No. 14/2026", "Regulation No. 14/2026"),
        ("Club 1998", "Club 1998"),
    ],
)
def test_some_names_take_an_article(name: str, written: str) -> None:
    """Laws, ministries and boards do; people and single words do not."""
    assert with_article(name) == written

"""Lines added to names.yml: what people wrote there stays byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import NameKind
from briefings.store.name_edits import add_alias, add_ignored, add_name
from briefings.store.yaml import REGISTER_BYTES, read_yaml
from tests.store.trees import plain

PERSON = NameKind.PERSON
BOOK = """# Ours.
people:
  ida-lund:
    name: Ida Lund   # harbour master
    aliases: [Ms Lund]
    page: yes

  # The two Calleyas are not related.
  ruth-calleya:
    name: Ruth Calleya
    aliases:
      - Ms Calleya
      - Chief Investigator Calleya  # since 2022

places:
  saltmere: {name: Saltmere}
# The end.
"""


def tree(text: str) -> object:
    """Give a register as plain values."""
    return plain(read_yaml(text, "names.yml", limit=REGISTER_BYTES))


def is_kept(before: str, after: str) -> bool:
    """Tell whether what was there is there still, in its order."""
    position = 0
    for line in before.splitlines():
        found = after.find(line.rstrip().removesuffix("]").removesuffix("}"), position)
        if found < 0:
            return False
        position = found
    return True


def test_a_name_is_added_at_the_end_of_its_group() -> None:
    """Comments and blank lines stay where they are."""
    after = add_name(BOOK, "names.yml", PERSON, "ada-brook", "Ada Brook")

    assert "# since 2022\n  ada-brook:\n    name: Ada Brook\n\nplaces:" in after
    assert is_kept(BOOK, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "people:\n  ada-brook:\n    name: Ada Brook\n"),
        ("# Ours.\n", "# Ours.\n\npeople:\n  ada-brook:\n    name: Ada Brook\n"),
        ("people:\n", "people:\n  ada-brook:\n    name: Ada Brook\n"),
        ("people: {}\n", "people:\n  ada-brook:\n    name: Ada Brook\n"),
        ("laws: {}\n", "laws: {}\n\npeople:\n  ada-brook:\n    name: Ada Brook\n"),
        (
            "people: {ida: {name: Ida}}\n",
            "people: {ida: {name: Ida}, ada-brook: {name: Ada Brook}}\n",
        ),
        (
            "people:\r\n  ida:\r\n    name: Ida\r\n",
            "people:\r\n  ida:\r\n    name: Ida\r\n  ada-brook:\r\n    name: Ada Brook\r\n",
        ),
        (
            "people:\n    ida:\n        name: Ida",
            "people:\n    ida:\n        name: Ida\n    ada-brook:\n      name: Ada Brook",
        ),
    ],
)
def test_a_name_is_added_to_a_register_of_any_style(before: str, after: str) -> None:
    """Empty, in braces, with other line ends, indented otherwise."""
    assert add_name(before, "names.yml", PERSON, "ada-brook", "Ada Brook") == after


def test_a_spelling_is_added_to_a_list_in_brackets() -> None:
    """Only that line changes."""
    after = add_alias(BOOK, "names.yml", PERSON, "ida-lund", "Master Lund: Ida")

    assert after == BOOK.replace("[Ms Lund]", '[Ms Lund, "Master Lund: Ida"]') or after == (
        BOOK.replace("[Ms Lund]", "[Ms Lund, 'Master Lund: Ida']")
    )


def test_a_spelling_is_added_to_a_list_on_lines() -> None:
    """Under the last of them, its comment kept."""
    after = add_alias(BOOK, "names.yml", PERSON, "ruth-calleya", "Mme Calleya")

    assert "Calleya  # since 2022\n      - Mme Calleya\n" in after
    assert is_kept(BOOK, after)


def test_a_name_without_spellings_gets_its_first() -> None:
    """In braces too."""
    after = add_alias(BOOK, "names.yml", NameKind.PLACE, "saltmere", "Salt Mere")

    assert "saltmere: {name: Saltmere, aliases: [Salt Mere]}" in after


def test_a_spelling_of_nobody_is_refused() -> None:
    """The register has no such id."""
    with pytest.raises(KeyError):
        add_alias(BOOK, "names.yml", PERSON, "nobody", "Nobody")


def test_ignored_names_are_a_list_at_the_end() -> None:
    """One after the other."""
    once = add_ignored(BOOK, "names.yml", "Sign In")
    twice = add_ignored(once, "names.yml", "I’m")

    assert once == BOOK + "\nignored:\n  - Sign In\n"
    assert twice == BOOK + "\nignored:\n  - Sign In\n  - I’m\n"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=30))
def test_any_name_is_read_again_as_it_was(name: str) -> None:
    """Whatever signs it holds."""
    added = tree(add_name(BOOK, "names.yml", PERSON, "new", name))
    merged = tree(add_alias(BOOK, "names.yml", PERSON, "ruth-calleya", name))
    bracketed = tree(add_alias(BOOK, "names.yml", PERSON, "ida-lund", name))
    ignored = tree(add_ignored(BOOK, "names.yml", name))

    assert isinstance(added, dict)
    assert isinstance(merged, dict)
    assert isinstance(bracketed, dict)
    assert isinstance(ignored, dict)
    assert added["people"]["new"] == {"name": name}
    assert merged["people"]["ruth-calleya"]["aliases"][-1] == name
    assert bracketed["people"]["ida-lund"]["aliases"] == ["Ms Lund", name]
    assert ignored["ignored"] == [name]

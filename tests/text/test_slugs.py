"""The readable part of an address."""

import pytest

from briefings.text.slugs import slug_for, slugify


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("Brücke über die Ahl", "de", "bruecke-ueber-die-ahl"),
        ("Bru\u0308cke", "de-CH", "bruecke"),
        ("ÄRZTE für Öl", "de", "aerzte-fuer-oel"),
        ("Größe", "de", "groesse"),
        ("Naïve café in Zürich", "en", "naive-cafe-in-zurich"),
        ("Peygamber Gülü", "tr", "peygamber-gulu"),
        ("Vingüenza", "es", "vinguenza"),
    ],
)
def test_a_new_slug_is_written_as_its_language_does(text: str, language: str, slug: str) -> None:
    """German writes its dotted letters out; elsewhere the dots go."""
    assert slug_for(text, language) == slug


def test_ids_there_are_do_not_change() -> None:
    """Names, outlets and anchors in files have them already."""
    assert slugify("Brücke") == "brucke"

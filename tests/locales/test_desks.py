"""A whole desk in another language: no English word of ours, every foreign word marked as such."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import html

from briefings.desk import draft_desk
from briefings.pages.phrasebook import PHRASES
from briefings.pages.phrasebook_search import SEARCH
from briefings.site.assets import search_words
from tests.desks import FERRY, a_desk
from tests.locales.desks import DESKS, pages_of, site_of
from tests.site.test_build import build, publish_all

LATIN = re.compile(r"[A-Za-z]{2,}")
FOREIGN = re.compile(
    r"The Lantern \(Beirut\)|harbour-courier|\bcourier(\.example)?\b|J\. Anker|M\. Holt|AFP|Pool"
    r"|Soundlink|OPML|RSS|Atom|JSON( Feed)?|CC BY|https?://\S+|desk@lantern\.example|lantern\.example"
    r"|status\.json"
)
"""Names of others and of formats; what stands on the Arabic desk in Latin letters."""
ENGLISH = re.compile(
    r"\b(the|of|and|by|is|in this|this|page|read|search|edition|briefings?|names|all|nothing"
    r"|corrections?|draft|outlets?|story|stories|week|latest|first|said|more|newer|older)\b",
    re.IGNORECASE,
)
SPOKEN = ("aria-label", "title", "alt", "placeholder")


def own_words(page: str) -> list[str]:
    """Give what a page says in its own language: texts and labels outside `lang` of another."""
    tree = html.document_fromstring(page)
    own = tree.get("lang")
    for element in tree.xpath("//*[@lang]|//script|//style"):
        if element.tag in {"script", "style"} or element.get("lang") != own:
            element.drop_tree()
    labels = [str(value) for name in SPOKEN for value in tree.xpath(f"//@{name}")]
    return [text for text in (str(t).strip() for t in tree.itertext()) if text] + labels


def desk_pages(language: str) -> dict[str, str]:
    """Give the pages in the desk's own language."""
    pages = pages_of(language)
    return {
        url: page for url, page in site_of(language).items() if pages[url].shell["lang"] == language
    }


def test_an_arabic_desk_says_nothing_in_latin_letters() -> None:
    """Every page of every kind, labels for screen readers too; names of others stay as they are."""
    for url, page in desk_pages("ar").items():
        for text in own_words(page):
            assert not LATIN.findall(FOREIGN.sub("", text)), (url, text)


def test_a_german_desk_says_nothing_in_english() -> None:
    """No word that English is made of, on any page of any kind."""
    for url, page in desk_pages("de").items():
        for text in own_words(page):
            assert not ENGLISH.findall(FOREIGN.sub("", text)), (url, text)


def test_the_lint_sees_english() -> None:
    """The rule itself refuses what it must refuse."""
    nav = '<nav aria-label="In this story"><p lang="en">the</p></nav>'
    page = f'<html lang="de"><p>Suche</p>{nav}</html>'

    assert own_words(page) == ["Suche", "In this story"]
    assert ENGLISH.findall("In this story")


@pytest.mark.parametrize("language", DESKS)
def test_a_page_runs_as_its_language_does(language: str) -> None:
    """`lang` and `dir` stand on every page; whatever is in another language says so itself."""
    for url, page in site_of(language).items():
        tree = html.document_fromstring(page)
        for element in [tree, *tree.xpath("//*[@lang]")]:
            assert element.get("dir") == ("rtl" if element.get("lang") == "ar" else "ltr"), url
        assert tree.get("lang") in {"ar", "de", "en"}


@pytest.mark.parametrize(("language", "other"), [("ar", "en"), ("de", "ar")])
def test_a_foreign_headline_is_marked_wherever_it_stands(language: str, other: str) -> None:
    """On cards, in lists, related, backlinks and strips."""
    title = DESKS[language].guest[1]
    found = 0
    for url, page in desk_pages(language).items():
        for element in html.document_fromstring(page).iter():
            if isinstance(element.tag, str) and element.text and title in element.text:
                tongues = (e.get("lang") for e in (element, *element.iterancestors()))
                assert next(filter(None, tongues)) == other, (url, element.tag)
                found += 1
    assert found > 3


@pytest.mark.parametrize(("language", "other"), [("ar", "en"), ("de", "ar")])
def test_a_page_in_another_language_has_its_labels_and_the_desks_frame(
    language: str, other: str
) -> None:
    """A briefing's labels are in its own language; masthead, footer and search in the desk's."""
    tree = html.document_fromstring(site_of(language)["/2026/03/guest/"])

    assert tree.get("lang") == other
    for frame in ("//header[@class='masthead']", "//footer", "//dialog"):
        (part,) = tree.xpath(frame)
        assert part.get("lang") == language
    headings = {"en": "Key points", "ar": "أبرز النقاط"}
    assert headings[other] in [h.text_content() for h in tree.xpath("//h2")]
    close = {"ar": "إغلاق", "de": "Schließen"}
    assert tree.xpath("string(//dialog//button)") == close[language]


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr"])
def test_search_speaks_the_desks_language(language: str) -> None:
    """The client's words come from the same catalogue, in a module it loads with itself."""
    content = search_words(language)
    words = json.loads(content.removeprefix("export default ").rstrip(";\n"))

    assert set(words) == {key.removeprefix("search_") for key in SEARCH}
    if language != "en":
        assert words["none"] != PHRASES["search_none"].text
    assert "{query}" in words["none"]


def test_mkdocs_own_locale_counts_for_nothing(tmp_path: Path) -> None:
    """A German desk reads German words through MkDocs, whatever `theme.locale` says."""
    settings = a_desk(tmp_path, options="language: de", ferry_txt=FERRY)
    file = tmp_path / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    french = text.replace("name: material", "name: material\n  locale: fr")
    file.write_text(french, encoding="utf-8")
    draft_desk(settings, now=datetime(2026, 3, 16, 12, tzinfo=UTC), by="briefings test")
    publish_all(settings)

    site = build(settings).site

    front = (site / "index.html").read_text(encoding="utf-8")
    assert '<html lang="de" dir="ltr">' in front
    assert not [text for text in own_words(front) if "Passer" in text or "Skip" in text]
    assert "Zum Text springen" in front
    article = next(site.glob("2026/03/*/index.html")).read_text(encoding="utf-8")
    assert '<html lang="en" dir="ltr">' in article
    assert "Key points" in article
    assert "Schließen" in article
    assert "Suchen" in article
    assert '"Neueste zuerst"' in (site / "assets" / "words.js").read_text(encoding="utf-8")

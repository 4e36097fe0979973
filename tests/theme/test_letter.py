"""Letters as printed: sound markup, every style on its element, nothing that is fetched or runs."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest

from briefings.pages.views import LetterView
from tests.theme import parts as p
from tests.theme.catalogue import an_edition
from tests.theme.rendering import render
from tests.theme.samples import a_sample
from tests.theme.shapes import find_faults

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&{{7*7}}"
VOID = {"meta", "link", "br", "img"}


def a_letter(*, in_browser: bool = False, **differing: Any) -> LetterView:
    """Give a letter of an invented edition."""
    whole: dict[str, Any] = {
        "edition": an_edition(front=False),
        "page": p.a_link("Read this edition in a browser", "https://sound.example/edition/x/"),
        "more": "3 more briefings on the site",
        "unsubscribe": "https://lists.example/out",
        "in_browser": in_browser,
    }
    return LetterView(**(whole | differing))


def printed(view: LetterView, lang: str = "en") -> str:
    """Print it."""
    sample = a_sample("edition/x/mail/", "mail/edition.html", "Edition", an_edition(), lang=lang)
    return render("mail/edition.html", site=sample.site, shell=sample.shell, view=view)


class Markup(HTMLParser):
    """Reads tags, and notes those that do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note what closes."""
        if not self._open or self._open.pop() != tag:
            self.faults.append(tag)


def poisoned(value: Any, key: str = "") -> Any:
    """Put hostile words everywhere but where HTML was sanitised."""
    if isinstance(value, dict):
        return {name: poisoned(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [poisoned(inner, key) for inner in value]
    if isinstance(value, str) and key not in {"note_html", "status", "kind"}:
        return EVIL
    return value


@pytest.mark.parametrize("in_browser", [False, True])
def test_a_letter_is_sound(in_browser: bool) -> None:
    """Tags nest, one heading opens it, the shape is the declared one."""
    view = a_letter(in_browser=in_browser)
    markup = Markup(printed(view))

    assert find_faults(view, LetterView) == []
    assert markup.faults == []
    headings = [tag for tag, _ in markup.tags if re.fullmatch(r"h\d", tag)]
    assert headings[0] == "h1"
    assert headings.count("h1") == 1


def test_a_letter_fetches_nothing() -> None:
    """No picture, no style sheet, no script, nothing that tells who reads."""
    tags = Markup(printed(a_letter())).tags

    assert {tag for tag, _ in tags} & {"img", "link", "script", "iframe", "svg", "form"} == set()
    assert not re.search(r"url\(|@import|background=", printed(a_letter()))
    assert all("src" not in attributes for _, attributes in tags)


def test_every_text_carries_its_own_style() -> None:
    """Where the style element is stripped nothing is lost by day."""
    tags = Markup(printed(a_letter())).tags

    for tag, attributes in tags:
        if tag in {"h1", "h2", "h3", "td", "table", "body", "ul", "div"}:
            assert attributes.get("style"), tag
        if tag == "a" and "href" in attributes:
            assert "color:" in (attributes.get("style") or "")


def test_the_night_is_one_style_element() -> None:
    """Stated by both metas; each class it names stands on something."""
    html = printed(a_letter())
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)

    assert len(styles) == 1
    assert "prefers-color-scheme: dark" in styles[0]
    assert '<meta name="color-scheme" content="light dark">' in html
    used = {one for _, a in Markup(html).tags for one in (a.get("class") or "").split()}
    assert set(re.findall(r"\.([a-z]+) ", styles[0])) <= used | {"note"}


def test_hostile_words_stay_words() -> None:
    """Whatever a headline, an outlet or an address holds, no tag and no attribute comes of it."""
    clean, evil = (Markup(printed(view)) for view in (a_letter(), poisoned(a_letter())))

    assert {tag for tag, _ in evil.tags} <= {tag for tag, _ in clean.tags}
    allowed = {name for _, attributes in clean.tags for name in attributes} | {"lang", "dir"}
    assert {name for _, attributes in evil.tags for name in attributes} <= allowed
    assert evil.faults == []


def test_an_arabic_letter_runs_from_the_right() -> None:
    """Said on the page, and on the table for programs that drop the page."""
    html = printed(a_letter(), lang="ar")

    assert '<html lang="ar" dir="rtl">' in html
    assert re.search(r'<table[^>]* lang="ar" dir="rtl"', html)
    assert "text-align:right" in html
    assert "text-align:left" not in html


def test_the_page_states_a_policy_and_the_letter_none() -> None:
    """On the site nothing runs and search engines stay away; a letter carries neither."""
    page, letter = printed(a_letter(in_browser=True)), printed(a_letter())

    assert "default-src 'none'" in page
    assert '<meta name="robots" content="noindex">' in page
    assert "Content-Security-Policy" not in letter
    assert "canonical" not in letter


def test_an_empty_letter_is_whole() -> None:
    """Without lead, note, sections and running stories something sound is left."""
    edition = an_edition(front=False)
    edition.update(lead=None, lead_dek=None, lead_points=[], lead_origins=None, note_html=None)
    edition.update(signed=None, sections=[], running=[], corrections=[], next_hour=None)
    html = printed(a_letter(edition=edition, more=None, unsubscribe=None))

    assert Markup(html).faults == []
    assert "That is the edition of 14 March 2026." in html

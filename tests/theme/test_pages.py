"""Rendered pages: sound HTML, one title, unique ids, and hostile values that stay words."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from briefings.pages import views
from briefings.pages.views import Shell, SiteView
from tests.theme.catalogue import all_samples
from tests.theme.reading import Reader, read
from tests.theme.rendering import templates
from tests.theme.samples import Sample
from tests.theme.shapes import find_faults

SAMPLES = list(all_samples())
SHAPES: dict[str, Any] = {
    "edition.html": views.EditionView,
    "briefing.html": views.BriefingView,
    "story.html": views.StoryView,
    "name.html": views.NameView,
    "list.html": views.ListView,
    "register.html": views.IndexView,
    "feeds.html": views.FeedsView,
    "search.html": views.SearchView,
    "404.html": views.SearchView,
    "corrections.html": views.CorrectionsView,
    "diary.html": views.DiaryView,
    "status.html": views.StatusView,
    "plain.html": views.PlainView,
    "offline.html": views.OfflineView,
    "main.html": views.PlainView,
}
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&{{7*7}}"


each = pytest.mark.parametrize("sample", SAMPLES, ids=[s.url or "front" for s in SAMPLES])


def test_every_page_template_has_a_sample() -> None:
    """No template goes unrendered; `base.html` is the frame of all."""
    pages = {file.name for file in templates() if file.parent.name == "theme"} - {"base.html"}

    assert {sample.template for sample in SAMPLES} == pages == SHAPES.keys()


@each
def test_samples_have_exactly_the_declared_keys(sample: Sample) -> None:
    """With undefined names an error, a template can read only what `views` declares."""
    assert find_faults(sample.view, SHAPES[sample.template]) == []
    assert find_faults(sample.shell, Shell, "shell") == []
    assert find_faults(sample.site, SiteView, "site") == []


@each
def test_tags_nest_and_attributes_stand_once(sample: Sample) -> None:
    """The page is well-formed."""
    assert read(sample).faults == []


@each
def test_one_h1_and_no_level_is_skipped(sample: Sample) -> None:
    """Headings outline the page."""
    levels = [int(tag[1]) for tag, _ in read(sample).tags if tag in {"h1", "h2", "h3", "h4"}]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@each
def test_a_drawing_has_a_size_without_styles(sample: Sample) -> None:
    """Else a small sign fills the screen of those who read without styles, as one did."""
    drawn = [attributes for tag, attributes in read(sample).tags if tag == "svg"]

    assert drawn
    assert all(one.get("width") and one.get("height") for one in drawn)


@each
def test_ids_are_unique_and_references_hold(sample: Sample) -> None:
    """Every id stands once; labels and links inside the page find theirs."""
    page = read(sample)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    used = [a["for"] for a in page.all("label")]
    used += [a["href"][1:] for a in page.all("a") if a.get("href", "").startswith("#")]

    assert [one for one, n in Counter(ids).items() if n > 1] == []
    assert set(used) <= set(ids)


@each
def test_landmarks_language_and_skip_link(sample: Sample) -> None:
    """A page says its language and has its landmarks, named where there are several."""
    page = read(sample)

    assert page.all("html") == [{"lang": sample.shell["lang"], "dir": sample.shell["dir"]}]
    assert page.all("a")[0] == {"class": "skip", "href": "#main"}
    assert [len(page.all(tag)) for tag in ("main", "footer")] == [1, 1]
    assert all(nav.get("aria-label") for nav in page.all("nav"))
    assert all("datetime" in moment for moment in page.all("time"))
    assert all("alt" in picture for picture in page.all("img"))


@each
def test_links_say_where_they_go(sample: Sample) -> None:
    """No link is empty, and every entry of the navigation is there."""
    page = read(sample)
    hrefs = [a.get("href") for a in page.all("a")]

    assert all(hrefs)
    for address, _ in sample.site["nav"]:
        assert sample.shell["root"] + address in hrefs


@each
def test_the_policy_lets_nothing_in_and_nothing_breaks_it(sample: Sample) -> None:
    """Published pages carry the policy; no page has handlers, styles or other hosts' files."""
    page = read(sample)
    policies = [m["content"] for m in page.all("meta") if "http-equiv" in m]
    loaded = [s.get("src") for s in page.all("script")] + [
        link["href"] for link in page.all("link") if link["rel"] in {"stylesheet", "icon"}
    ]
    attributes = {key for _, found in page.tags for key in found}

    assert len(policies) == (0 if sample.site["draft_site"] else 1)
    assert not any("unsafe-inline" in policy or "*" in policy for policy in policies)
    assert not {key for key in attributes if key.startswith("on") or key == "style"}
    assert not any(one.startswith(("http", "//", "data:")) for one in loaded if one)


def test_the_current_section_is_marked() -> None:
    """One entry of the navigation is current where the shell names it, none elsewhere."""
    marked = {s.url: sum("aria-current" in a for a in read(s).all("a")) for s in SAMPLES}

    assert marked["names/"] == marked["search/"] == marked[""] == 1
    assert marked["2026/03/ferry-inquiry-confirmed/"] == 0


def test_a_foreign_title_names_its_language() -> None:
    """A headline in another language carries `lang` and `dir`; one in the page's does not."""
    front = read(next(s for s in SAMPLES if s.url == ""))
    titles = [a for tag, a in front.tags if tag == "h3"]

    assert {"lang": "ar", "dir": "rtl"} in titles
    assert {} in titles


def test_drafts_and_previews_are_marked_in_words() -> None:
    """A draft says so on its page, in lists, and over every page of a preview."""
    pages = {s.url: " ".join(read(s).words) for s in SAMPLES}

    assert "not yet published by the desk" in pages["2026/03/a-draft/"]
    assert "Outlet not confirmed; proposed: Veldmark Daily" in pages["2026/03/a-draft/"]
    assert "Preview for the desk" in pages["2026/03/a-draft/"]
    assert "Preview for the desk" not in pages[""]


def poisoned(value: Any, key: str = "") -> Any:
    """Put markup into every string but sanitised HTML, languages and addresses of the frame."""
    if isinstance(value, dict):
        return {name: poisoned(inner, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [poisoned(inner, key) for inner in value]
    if isinstance(value, str) and key not in {"html", "note_html", "jsonld", "status", "root"}:
        return EVIL + value
    return value


def scripts_of(page: Reader) -> Iterator[str]:
    """Give the kind or address of every script."""
    for script in page.all("script"):
        yield script.get("src", script.get("type", "inline"))


@each
def test_hostile_values_stay_words(sample: Sample) -> None:
    """Markup in any value adds no element, no attribute and no handler."""
    evil = Sample(
        url=sample.url,
        template=sample.template,
        shell=poisoned(sample.shell),
        view=poisoned(sample.view),
        site=poisoned(sample.site),
    )
    clean, dirty = read(sample), read(evil)

    assert dirty.faults == []
    assert "alert(1)" in " ".join(dirty.words)
    assert "{{7*7}}" in "".join(dirty.words)
    assert list(scripts_of(dirty)) == list(scripts_of(clean))
    assert len(dirty.all("img")) == len(clean.all("img"))
    assert not any(key.startswith("on") for _, found in dirty.tags for key in found)

"""Social images: what they show, which page names which, and that none is missing."""

from datetime import date
from typing import Any

from briefings.link.archive import link_archive
from briefings.model import Briefing, Registers, SocialImage
from briefings.pages import make_all
from tests.builders import a_briefing
from tests.pages.sites import NOW, an_archive, pages_of, sectioned, shell_of, some_briefings

SITE = sectioned().site_url


def images(*briefings: Briefing, **differing: Any) -> dict[str, SocialImage]:
    """Give what every social image shows, by path."""
    archive = link_archive(briefings, Registers(), ())
    made = make_all(archive, sectioned(**differing), (), drafts=False, now=NOW)
    return {one.path: one for one in made if isinstance(one, SocialImage)}


def test_editions_front_stories_and_briefings_name_a_picture() -> None:
    """A briefing takes its story's, else its edition's; the front page its edition's."""
    named = {
        "/": "edition/2026-03-14/card.png",
        "/edition/2026-03-13/": "edition/2026-03-13/card.png",
        "/edition/2026-W11/": "edition/2026-W11/card.png",
        "/story/ferries/": "story/ferries/card.png",
        "/2026/03/second/": "story/ferries/card.png",
        "/2026/03/port/": "edition/2026-03-13/card.png",
    }

    for url, path in named.items():
        image = shell_of(url)["image"]
        assert image["href"] == SITE + path
        assert (image["width"], image["height"]) == (1200, 630)
        assert image["alt"].startswith(f"{sectioned().site_name}: ")


def test_pages_without_a_picture_name_none() -> None:
    """Indexes, names and search have none."""
    for url in ("/names/", "/search/", "/404.html", "/archive/", "/person/ada-brook/"):
        assert shell_of(url)["image"] is None


def test_every_picture_that_is_named_is_drawn() -> None:
    """No page of the site names a picture that is not there."""
    archive = an_archive()
    pages = pages_of(archive)
    made = make_all(archive, sectioned(), (), drafts=True, now=NOW)
    drawn = {SITE + one.path for one in made if isinstance(one, SocialImage)}

    named = [dict(page.shell)["image"] for page in pages.values()]
    hrefs = {str(image["href"]) for image in named if isinstance(image, dict)}
    assert hrefs
    assert hrefs <= drawn


def test_an_edition_shows_the_headline_of_its_lead() -> None:
    """With its day above, the host below, and the way the headline runs."""
    shown = images(a_briefing("port", title="الميناء يفتح", language="ar"))
    card = shown["edition/2026-03-14/card.png"]

    assert card.headline == "الميناء يفتح"
    assert (card.site_dir, card.headline_dir) == ("ltr", "rtl")
    assert card.label == "Edition of 14 March 2026"
    assert card.masthead == sectioned().site_name
    assert card.foot in SITE


def test_a_withdrawn_lead_is_not_shown() -> None:
    """A picture says nothing a page no longer says."""
    gone = next(one for one in some_briefings() if one.id == "gone")

    assert images(gone)["edition/2026-03-14/card.png"].headline == ""


def test_what_turns_text_around_is_taken_out() -> None:
    """A headline cannot steer a picture either."""
    shown = images(a_briefing("odd", title="Quay \u202eclosed\n now\u0007"))

    assert shown["edition/2026-03-14/card.png"].headline == "Quay closed now"


def test_a_story_shows_its_title_alone() -> None:
    """So a new entry draws nothing anew."""
    two = [a_briefing(f"b{n}", story="quay", edition=date(2026, 3, 12 + n)) for n in range(2)]
    three = [*two, a_briefing("b3", story="quay", edition=date(2026, 3, 15))]

    assert images(*two)["story/quay/card.png"] == images(*three)["story/quay/card.png"]

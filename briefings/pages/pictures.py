"""The pictures other sites show beside a link: one for each edition and each story.

Their addresses follow from the page's, so a page that links one asks nothing more than it did:
a briefing takes its story's, else its edition's. All editions and stories have one, for ever: a
window of the newest would take an address away, and every page would depend on what is newest.
"""

from datetime import date
from typing import Final

from briefings.link.addresses import edition_url, story_url, week_url
from briefings.model import BriefingHead, Head
from briefings.pages.clean import clean_line
from briefings.pages.locales import say_date
from briefings.pages.phrases import say
from briefings.pages.run import Run
from briefings.pages.urls import absolute
from briefings.pages.views import ImageView

PICTURE: Final = "card.png"
_WIDTH, _HEIGHT = 1200, 630
"""What `draw/card.py` draws."""


def edition_image(run: Run, day: date) -> ImageView:
    """Link the picture of a daily edition."""
    return _view(run, edition_url(day), edition_label(run, day))


def week_image(run: Run, monday: date, title: str) -> ImageView:
    """Link the picture of a weekly edition."""
    return _view(run, week_url(monday), title)


def story_image(run: Run, head: Head) -> ImageView:
    """Link the picture of a story."""
    return _view(run, story_url(head.id), head.name)


def briefing_image(run: Run, briefing: BriefingHead) -> ImageView:
    """Link the picture of a briefing's story, else of its edition."""
    story = run.story(briefing)
    return story_image(run, story) if story else edition_image(run, briefing.edition)


def edition_label(run: Run, day: date) -> str:
    """Say which daily edition it is."""
    language = run.settings.language
    return say(language, "edition_of", day=say_date(day, language))


def _view(run: Run, url: str, words: str) -> ImageView:
    return ImageView(
        href=absolute(run.settings.site_url, url + PICTURE),
        alt=f"{clean_line(run.settings.site_name)}: {clean_line(words)}",
        width=_WIDTH,
        height=_HEIGHT,
    )

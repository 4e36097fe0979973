"""What the social images of editions and stories show; `site/` draws them."""

from datetime import date

from briefings.link.addresses import edition_url, story_url, week_url
from briefings.model import Edition, SocialImage
from briefings.pages.clean import clean_line
from briefings.pages.edition_parts import find_lead
from briefings.pages.locales import direction
from briefings.pages.periods import say_week
from briefings.pages.phrases import say
from briefings.pages.pictures import PICTURE, edition_label
from briefings.pages.run import PagePlan, Run
from briefings.pages.urls import host_of


def plan_edition_picture(day: date) -> PagePlan:
    """Plan the picture of a daily edition."""
    return PagePlan(url=edition_url(day) + PICTURE, make=draw_edition, of=(day,))


def plan_week_picture(monday: date) -> PagePlan:
    """Plan the picture of a weekly edition."""
    return PagePlan(url=week_url(monday) + PICTURE, make=draw_week, of=(monday,))


def plan_story_picture(thread: str) -> PagePlan:
    """Plan the picture of a story."""
    return PagePlan(url=story_url(thread) + PICTURE, make=draw_story, of=(thread,))


def draw_edition(run: Run, day: date) -> SocialImage:
    """Say what the picture of a daily edition shows."""
    label = edition_label(run, day)
    return _led(run, edition_url(day), label, run.archive.editions.at(day))


def draw_week(run: Run, monday: date) -> SocialImage:
    """Say what the picture of a weekly edition shows."""
    return _led(run, week_url(monday), say_week(run, monday), run.archive.weeks.at(monday))


def draw_story(run: Run, thread: str) -> SocialImage:
    """Say what the picture of a story shows."""
    language = run.settings.language
    head = run.archive.story_heads[thread]
    return _image(run, story_url(thread), say(language, "story"), head.name, language)


def _led(run: Run, url: str, label: str, edition: Edition) -> SocialImage:
    """Show the headline of the lead, where one stands."""
    lead = find_lead(run.briefings(edition.briefings))
    language = run.language(lead.language) if lead else run.settings.language
    return _image(run, url, label, lead.title if lead else "", language)


def _image(run: Run, url: str, label: str, headline: str, language: str) -> SocialImage:
    settings = run.settings
    return SocialImage(
        path=(url + PICTURE).removeprefix("/"),
        masthead=clean_line(settings.site_name),
        label=clean_line(label),
        headline=clean_line(headline),
        foot=host_of(settings.site_url),
        accent=settings.accent,
        site_dir=direction(settings.language),
        headline_dir=direction(language),
    )

"""A briefing in a list: headline, one line, outlets, day, minutes, thread."""

from collections.abc import Iterable
from itertools import groupby

from briefings.link.addresses import briefing_url, story_url, topic_url
from briefings.model import BriefingHead, NameHead, NameKind
from briefings.pages.locales import day, direction, text_in, weekday
from briefings.pages.marks import name_address, outlet_names
from briefings.pages.phrases import say
from briefings.pages.run import Run, is_withdrawn
from briefings.pages.views import Card, Link, MaybeLink, Mention, NameGroup, Text, When


def card(run: Run, briefing: BriefingHead, url: str) -> Card:
    """Give a briefing as a line of a list on the page at this address."""
    story = run.story(briefing)
    zone = run.settings.timezone
    return Card(
        id=briefing.id,
        href=run.href(url, briefing_url(briefing)),
        title=title_of(run, briefing),
        line=one_line(briefing),
        outlets=outlet_names(run, briefing),
        when=day(briefing.edition, run.settings.language, zone),
        minutes=run.archive.minutes[briefing.id],
        story=Link(href=run.href(url, story_url(story.id)), title=story.name) if story else None,
        earlier="",
        status=briefing.status.value,
        corrected=is_corrected(briefing),
    )


def mention(run: Run, briefing: BriefingHead, url: str) -> Mention:
    """Give a briefing as one line on the page of who it mentions: what was said stands above."""
    return Mention(
        href=run.href(url, briefing_url(briefing)),
        title=title_of(run, briefing),
        when=day(briefing.edition, run.settings.language, run.settings.timezone),
        outlets=outlet_names(run, briefing),
        status=briefing.status.value,
        corrected=is_corrected(briefing),
    )


def title_of(run: Run, briefing: BriefingHead) -> Text:
    """Give a headline with its language."""
    return text_in(briefing.title, run.language(briefing.language))


def one_line(briefing: BriefingHead) -> str:
    """Give the first sentence of the summary, else the dek; nothing of what was withdrawn."""
    if is_withdrawn(briefing):
        return ""
    return briefing.summary[0].text if briefing.summary else briefing.dek or ""


def is_corrected(briefing: BriefingHead) -> bool:
    """Tell whether something a reader may remember was wrong; an update is not that."""
    return any(correction.kind != "update" for correction in briefing.corrections)


def by_day(run: Run, briefings: Iterable[BriefingHead], url: str) -> list[tuple[When, list[Card]]]:
    """Give briefings under the days of their editions, in the order they come."""
    language = run.settings.language
    return [
        (weekday(edition, language), [card(run, briefing, url) for briefing in group])
        for edition, group in groupby(briefings, key=lambda briefing: briefing.edition)
    ]


def briefing_link(run: Run, briefing: BriefingHead, url: str) -> Link:
    """Link to a briefing by its headline."""
    lang = run.language(briefing.language)
    href = run.href(url, briefing_url(briefing))
    return Link(href=href, title=briefing.title, lang=lang, dir=direction(lang))


def name_groups(run: Run, entries: Iterable[NameHead], url: str, language: str) -> list[NameGroup]:
    """Give names by kind, in the order they come, linked where they have a page."""
    listed = list(entries)
    groups = [
        NameGroup(
            kind=kind.plural(),
            label=say(language, kind.plural()),
            names=[name_link(run, entry, url) for entry in listed if entry.kind is kind],
        )
        for kind in NameKind
    ]
    return [group for group in groups if group["names"]]


def name_link(run: Run, entry: NameHead, url: str) -> MaybeLink:
    """Link to a name where it has a page."""
    href = run.href(url, name_address(entry)) if entry.has_page else None
    return MaybeLink(href=href, title=entry.name)


def topic_links(run: Run, topics: Iterable[str], url: str) -> list[Link]:
    """Link to topics that have a page."""
    return [
        Link(href=run.href(url, topic_url(topic.id)), title=topic.name)
        for topic in run.topics(topics)
    ]

"""Where a briefing leads: its story, names and topics, related briefings, those that link to it."""

from briefings.link.addresses import briefing_url, story_url
from briefings.model import BriefingHead, Story
from briefings.pages.cards import briefing_link, name_groups, title_of, topic_links
from briefings.pages.locales import day
from briefings.pages.marks import names_of
from briefings.pages.phrases import say_reason
from briefings.pages.run import Run
from briefings.pages.views import BriefingView, Link, RelatedView, StoryStrip

_MOST_RELATED = 3


def fill_ways(view: BriefingView, run: Run, briefing: BriefingHead) -> None:
    """Fill in where it leads."""
    url = briefing_url(briefing)
    language = run.page_language(briefing.language)
    archive = run.archive
    thread = archive.story_of.get(briefing.id)
    story = archive.stories[thread] if thread else None
    backlinks = run.briefings(link.id for link in archive.backlinks.get(briefing.id, ()))
    view["strip"] = _strip(run, briefing, story, url) if story else None
    view["names"] = name_groups(run, names_of(run, briefing), url, language)
    view["topics"] = topic_links(run, briefing.topics, url)
    view["related"] = _related(run, briefing, url)
    view["backlinks"] = [briefing_link(run, other, url) for other in backlinks]


def _strip(run: Run, briefing: BriefingHead, story: Story, url: str) -> StoryStrip:
    entries = run.briefings(story.briefings)
    at = entries.index(briefing)
    newer, older = entries[:at][-1:], entries[at + 1 : at + 2]
    return StoryStrip(
        story=Link(href=run.href(url, story_url(story.id)), title=story.title),
        count=len(entries),
        previous=briefing_link(run, older[0], url) if older else None,
        next=briefing_link(run, newer[0], url) if newer else None,
        new=list(story.new.get(briefing.id, ())) if older else [],
    )


def _related(run: Run, briefing: BriefingHead, url: str) -> list[RelatedView]:
    language = run.page_language(briefing.language)
    every = run.archive.told
    listed = [r for r in run.archive.related.get(briefing.id, ()) if r.id in every]
    return [
        RelatedView(
            href=run.href(url, briefing_url(every[related.id])),
            title=title_of(run, every[related.id]),
            when=day(every[related.id].edition, language, run.settings.timezone),
            reason=say_reason(related.reason, language),
        )
        for related in listed[:_MOST_RELATED]
    ]

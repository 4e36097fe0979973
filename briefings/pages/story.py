"""A story's page: where it stands, and how it came to this."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from briefings.link.addresses import briefing_url, source_url, story_url
from briefings.model import BriefingHead, PageModel, PointKind, Story
from briefings.pages.cards import name_groups, title_of, topic_links
from briefings.pages.coverage import coverage
from briefings.pages.diary import plan_story_calendar, story_calendar
from briefings.pages.differences import differences_view
from briefings.pages.drawn import plan_story_picture
from briefings.pages.due import DIARY, due_from, due_view
from briefings.pages.feeds import feed_address, feed_addresses, follow
from briefings.pages.jsonld import breadcrumbs, collection, graph, latest_change
from briefings.pages.locales import day
from briefings.pages.marks import outlet_names, points_view
from briefings.pages.motion import added_by, is_running
from briefings.pages.phrases import count, say
from briefings.pages.pictures import story_image
from briefings.pages.provenance import origins_view
from briefings.pages.run import PagePlan, Run, is_withdrawn
from briefings.pages.shell import make_page, make_shell
from briefings.pages.stubs import short_stub
from briefings.pages.views import MaybeLink, PointView, StoryView, TimelineEntry
from briefings.text.digests import fold

_MOST_BACKGROUND = 5


def plan_story(run: Run, thread: str) -> Iterator[PagePlan]:
    """Plan the page of a story and its feed; a thread of one has none."""
    head = run.archive.story_heads.get(thread)
    if head is None:
        return
    yield PagePlan(url=story_url(thread), make=make_story, of=(thread,), found=True)
    yield plan_story_picture(thread)
    entries = run.archive.stories[thread].briefings
    yield from follow(run, story_url(thread), head.name, entries)
    yield from plan_story_calendar(run, thread)


def make_story(run: Run, thread: str) -> PageModel:
    """Make the page of one story."""
    story = run.archive.stories[thread]
    url = story_url(thread)
    view = story_view(run, story)
    language = run.settings.language
    shell = make_shell(
        run,
        url,
        story.title,
        description=view["standfirst"] or _first_text(view["stands"]),
        section="stories/",
        feeds=[(feed, story.title) for feed in feed_addresses(url)],
        jsonld=_jsonld(run, story, view["standfirst"]),
        image=story_image(run, run.archive.story_heads[thread]),
    )
    # No headlines and no state: they are found by their briefings, and with them every new entry
    # would change the index of names too.
    stub = short_stub(story.title, language, say(language, "story"), view["standfirst"])
    changed = latest_change(run, run.briefings(story.briefings))
    return make_page(url, "story.html", shell, view, stub, changed=changed)


def _jsonld(run: Run, story: Story, standfirst: str | None) -> str:
    url, stories = story_url(story.id), (say(run.settings.language, "stories"), "/stories/")
    entries = run.briefings(story.briefings)
    page = collection(run, url, story.title, entries, description=standfirst)
    return graph([page, breadcrumbs(run, stories)])


def story_view(run: Run, story: Story) -> StoryView:
    """Give everything a story's page prints; withdrawn entries keep their headline alone."""
    url = story_url(story.id)
    language = run.settings.language
    entries = run.briefings(story.briefings)
    standing = [briefing for briefing in entries if not is_withdrawn(briefing)]
    newest = (standing or list(entries))[0]
    heads = map(run.archive.name_heads.get, story.names)
    names = [head for head in heads if head is not None]
    dated, today = run.archive.ask.diary_of(story.id), run.archive.ask.today_of(story.id)
    now = today or newest.edition
    due, year = due_from(run, dated, now), now.year
    stands = _stands(run, newest, language) if standing else []
    fresh = _fresh(run, story, _entries_of(standing, today), stands)
    return StoryView(
        id=story.id,
        title=story.title,
        standfirst=story.record.standfirst if story.record else None,
        as_of=day(newest.edition, language, run.settings.timezone),
        stands=stands,
        origins=origins_view(story.origins, language),
        differences=differences_view(run, run.archive.differences.get(story.id, ()), url, language),
        since=_since(run, story, standing, fresh, today),
        fresh=fresh,
        due=[due_view(run, one, url, year, of_story=True) for one in due],
        diary=run.href(url, DIARY) if dated else None,
        calendar=run.href(url, story_calendar(story.id)) if dated else None,
        timeline=[_entry(run, story, briefing, url) for briefing in entries],
        background=_background(run, standing, language),
        names=name_groups(run, names, url, language),
        topics=topic_links(run, story.topics, url),
        outlets=_outlets(run, story, url),
        coverage=coverage(run, run.archive.entry_days.get(story.id, ())),
        feed=run.href(url, feed_address(url)),
    )


def _fresh(run: Run, story: Story, here: Sequence[str], stands: Iterable[PointView]) -> list[str]:
    """Give what stands and is new in the newest edition, whose entries of the story are `here`."""
    new = {text for id_ in here for text in story.new.get(id_, ())}
    new.add(added_by(run, story, here) or "")
    return [point["text"] for point in stands if point["text"] in new]


def _since(
    run: Run,
    story: Story,
    standing: Sequence[BriefingHead],
    fresh: Sequence[str],
    today: date | None,
) -> str | None:
    """Say what the newest edition added to a story in motion, or that it added nothing."""
    if today is None or not is_running(story, [b.edition for b in standing], today):
        return None
    language = run.settings.language
    if fresh:
        return count(language, "new_points", len(fresh))
    added = added_by(run, story, _entries_of(standing, today))
    return added or say(language, "nothing_new")


def _entries_of(standing: Iterable[BriefingHead], today: date | None) -> list[str]:
    """Give the ids of the entries of an edition."""
    return [briefing.id for briefing in standing if briefing.edition == today]


def _stands(run: Run, newest: BriefingHead, language: str) -> list[PointView]:
    news = [point for point in newest.key_points if point.kind is PointKind.NEWS]
    return points_view(run, newest, news or newest.summary, language)


def _background(run: Run, standing: Iterable[BriefingHead], language: str) -> list[PointView]:
    """Give what one needs to know, each sentence once, as the latest entry words it."""
    found: dict[str, PointView] = {}
    for briefing in standing:
        points = [p for p in briefing.key_points if p.kind is PointKind.BACKGROUND]
        for view in points_view(run, briefing, points, language):
            found.setdefault(fold(view["text"]).casefold(), view)
    return list(found.values())[:_MOST_BACKGROUND]


def _entry(run: Run, story: Story, briefing: BriefingHead, url: str) -> TimelineEntry:
    language, zone = run.settings.language, run.settings.timezone
    new = () if is_withdrawn(briefing) else story.new.get(briefing.id, ())
    return TimelineEntry(
        when=day(briefing.edition, language, zone),
        href=run.href(url, briefing_url(briefing)),
        title=title_of(run, briefing),
        outlets=outlet_names(run, briefing),
        new=list(new),
        status=briefing.status.value,
    )


def _outlets(run: Run, story: Story, url: str) -> list[MaybeLink]:
    found: dict[str, MaybeLink] = {}
    for source in story.sources:
        entry = run.outlet(source)
        href = run.href(url, source_url(entry.id)) if entry else None
        name = entry.name if entry else source
        found.setdefault(name, MaybeLink(href=href, title=name))
    return list(found.values())


def _first_text(points: Iterable[PointView]) -> str | None:
    return next((point["text"] for point in points), None)

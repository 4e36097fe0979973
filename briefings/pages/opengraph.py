"""What Open Graph says of a briefing, for those who show a link to it."""

from briefings.model import Briefing, Moment
from briefings.pages.jsonld import changed_at, out_at
from briefings.pages.locales import instant
from briefings.pages.run import Run
from briefings.pages.views import ArticleMeta


def article_meta(run: Run, briefing: Briefing) -> ArticleMeta:
    """Give the times and subjects of a briefing; the section is the edition's it would stand in."""
    topics = run.topics(briefing.topics)
    sections = (one for one in run.settings.sections if {*one.topics} & {*briefing.topics})
    section = next((one.title for one in sections), topics[0].name if topics else None)
    return ArticleMeta(
        published=_time(run, out_at(run, briefing)),
        modified=_time(run, changed_at(run, briefing)),
        section=section,
    )


def _time(run: Run, moment: Moment) -> str:
    return instant(moment, run.settings.timezone).isoformat(timespec="minutes")

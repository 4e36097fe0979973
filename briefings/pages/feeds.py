"""Feeds: which there are and what they carry; `feed_forms.py` writes them.

Atom, RSS and JSON Feed of everything, of each topic, story, name and outlet. Of names and outlets
a site has thousands: there Atom carries summaries, and RSS and JSON Feed a line, as they do of
stories (docs/decisions/0015).
Every date comes from the briefings; the clock is never asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from briefings.model import Briefing, OutputFile
from briefings.pages.clean import clean_line
from briefings.pages.entries import Entry, is_fed, make_entry, updated_at
from briefings.pages.feed_forms import Carries, Feed, atom_entry, atom_feed, json_feed, rss_feed
from briefings.pages.run import PagePlan, Run
from briefings.pages.shell import ATOM, JSON_FEED, RSS, format_of

_FOLLOWED = 10
"""Entries of the feed of one story, name, topic or outlet: a site has thousands of such feeds."""
_LARGEST = 512 * 1024
"""Characters of entries in one feed; readers give up on larger ones. The newest is always in."""


def feed_address(url: str) -> str:
    """Give the address of the feed of a page."""
    return url + "feed.xml"


def feed_addresses(url: str) -> list[str]:
    """Give the addresses of the three feeds of a page, Atom first."""
    return [feed_address(url), url + "rss.xml", url + "feed.json"]


def follow(
    run: Run,
    page: str,
    title: str,
    briefings: Iterable[str],
    *,
    atom: Carries = "whole",
    others: Carries = "line",
) -> Iterator[PagePlan]:
    """Plan the feeds of a page that lists these briefings.

    Args:
        run: the run.
        page: its address.
        title: what it is about.
        briefings: ids, newest first.
        atom: what the entries of the Atom feed carry.
        others: the same of RSS and JSON Feed.
    """
    carried = _carried(run, briefings, min(_FOLLOWED, run.settings.feed_items))
    for address in feed_addresses(page):
        feed = Feed(
            address=address,
            page=page,
            title=f"{clean_line(title)} · {run.settings.site_name}",
            briefings=carried,
            carries=atom if format_of(address) == "atom" else others,
        )
        yield PagePlan(url=address, make=make_feed, of=(feed,))


def plan_site_feeds(run: Run) -> Iterator[PagePlan]:
    """Plan the three feeds of everything."""
    carried = _carried(run, run.archive.told, run.settings.feed_items)
    for address in (RSS, ATOM, JSON_FEED):
        feed = Feed(address=address, page="/", title=run.settings.site_name, briefings=carried)
        yield PagePlan(url=address, make=make_feed, of=(feed,))


def _carried(run: Run, briefings: Iterable[str], most: int) -> tuple[str, ...]:
    """Choose the newest; drafts only where they are the site."""
    fed = (id_ for id_ in briefings if is_fed(run, run.archive.told[id_]))
    return tuple(islice(fed, most))


def make_feed(run: Run, feed: Feed) -> OutputFile:
    """Make a feed; a briefing's Atom entry is made once, however many feeds carry it."""
    form = format_of(feed.address)
    if form == "atom":
        made = run.entries if feed.carries == "whole" else run.brief
        entries = _fitting([made[id_] for id_ in feed.briefings])
        briefings = run.briefings(feed.briefings[: len(entries)])
        changes = [updated_at(run, briefing) for briefing in briefings]
        return _file(feed, atom_feed(run.settings, feed, changes, entries))
    found = run.carried if feed.carries == "whole" else run.lines
    whole: list[Entry] = [found[id_] for id_ in feed.briefings]
    kept = whole[: len(_fitting([entry.html for entry in whole]))]
    write = json_feed if form == "json" else rss_feed
    return _file(feed, write(run.settings, feed, kept))


def fed_entry(run: Run, briefing: Briefing, *, brief: bool = False) -> str:
    """Make the entry of a briefing as Atom has it."""
    return atom_entry(make_entry(run, briefing, brief=brief))


def _fitting(texts: Sequence[str]) -> Sequence[str]:
    """Cut a list where a feed would grow too large."""
    size = 0
    for number, text in enumerate(texts):
        size += len(text)
        if number and size > _LARGEST:
            return texts[:number]
    return texts


def _file(feed: Feed, text: str) -> OutputFile:
    return OutputFile(path=feed.address.removeprefix("/"), content=text.encode())

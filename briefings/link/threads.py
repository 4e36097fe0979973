"""Threads: the stories that briefings name, with what each entry added."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence, Sized
from typing import TypeVar

from briefings.link.namebook import names_in
from briefings.link.origins import count_origins
from briefings.link.registry import Registry
from briefings.link.wording import content_words, is_repeat
from briefings.model import BriefingHead, PointKind, Status, Story

Key = TypeVar("Key", bound=Hashable)

_LEAST = 2


def is_story(members: Sized) -> bool:
    """Tell whether a thread is a story; a thread of one has no page."""
    return len(members) >= _LEAST


def story_title(thread: str, oldest: BriefingHead, registry: Registry) -> str:
    """Give what a thread is called: as the desk says, else by its first headline."""
    record = registry.stories.get(thread)
    return (record.title if record else None) or oldest.title


def make_story(
    thread: str,
    briefings: Sequence[BriefingHead],
    registry: Registry,
    texts: Mapping[str, Sequence[str]],
) -> Story:
    """Put a thread together.

    Args:
        thread: its id.
        briefings: two or more, newest first.
        registry: the desk's registers.
        texts: what briefings print of each article, by digest.
    """
    standing = [one for one in briefings if one.status is not Status.WITHDRAWN] or briefings
    articles = [article for one in standing for article in one.articles]
    names = [key for one in standing for key in names_in(one, registry.names)]
    outlets = [s for a in articles if (s := registry.sources.source_of(a)) is not None]
    return Story(
        id=thread,
        title=story_title(thread, briefings[-1], registry),
        record=registry.stories.get(thread),
        briefings=tuple(one.id for one in briefings),
        new=_added(briefings),
        origins=count_origins(articles, registry.sources, texts),
        names=tuple(key for key, count in _ranked(names) if count >= _LEAST),
        sources=tuple(source for source, _ in _ranked(outlets)),
        topics=tuple(topic for topic, _ in _ranked([t for one in standing for t in one.topics])),
    )


def _ranked(keys: Iterable[Key]) -> list[tuple[Key, int]]:
    return sorted(Counter(keys).items(), key=lambda item: (-item[1], str(item[0])))


def _added(briefings: Sequence[BriefingHead]) -> dict[str, tuple[str, ...]]:
    """Give what each entry said that none before it had; all of the first is new."""
    said: list[frozenset[str]] = []
    added: dict[str, tuple[str, ...]] = {}
    for briefing in reversed(briefings):
        points = () if briefing.status is Status.WITHDRAWN else briefing.key_points
        news = [point.text for point in points if point.kind is PointKind.NEWS]
        added[briefing.id] = tuple(text for text in news if not is_repeat(text, said))
        said.extend(content_words(point.text) for point in points)
    return {briefing.id: added[briefing.id] for briefing in briefings}

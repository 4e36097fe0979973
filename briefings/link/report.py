"""A report of one briefing's links: what was decided, and why, for editors and scripts."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, is_dataclass
from typing import Final

from briefings.link.reasons import PINNED, in_english
from briefings.link.stories import Threads
from briefings.model import Archive, Briefing, StoryChoice

_FIRST: Final = "begins its own thread"
_Told = dict[str, object]


def report_links(archive: Archive, ids: Iterable[str]) -> Iterator[_Told]:
    """Give for each briefing its story, related ones, origins, differences and backlinks.

    Values are those JSON knows. The story's reason and rivals are what drafting would say of it
    now, beside all the other briefings; where the desk decided otherwise, that is the reason.
    """
    threads = Threads(archive.briefings.values())
    stories = {b: s.id for s in archive.stories.values() for b in s.briefings}
    for id_ in ids:
        briefing = archive.briefings[id_]
        own = stories.get(id_) or _surviving(archive, briefing.story)
        origins = archive.origins[id_]
        yield {
            "id": id_,
            "title": briefing.title,
            "story": _story(archive, own, threads.choose(briefing)) if own else None,
            "related": [
                {"id": r.id, "score": r.score, "reason": in_english(r.reason), "pinned": r.pinned}
                for r in archive.related.get(id_, ())
            ],
            "origins": {
                "outlets": origins.outlets,
                "at_most": origins.at_most,
                "copies": [list(group) for group in origins.copies],
                "passages": list(origins.passages),
            },
            "differences": [_plain(one) for one in archive.differences_of.get(id_, ())],
            "backlinks": [link.id for link in archive.backlinks.get(id_, ())],
        }


def find_briefings(archive: Archive, name: str) -> tuple[Briefing, ...]:
    """Give the briefings somebody means: by id, by file name, or by path."""
    own = name.replace("\\", "/").removesuffix("/").rsplit("/", 1)[-1].removesuffix(".md")
    if name in archive.briefings:
        return (archive.briefings[name],)
    return tuple(b for b in archive.briefings.values() if own in {b.id, b.slug()})


def _surviving(archive: Archive, story: str | None) -> str | None:
    """Give the thread a thread lives on as, merged or not."""
    target = archive.targets.get(f"story:{story}") if story else None
    return target.id if target else story


def _story(archive: Archive, own: str, choice: StoryChoice) -> _Told:
    chosen = _surviving(archive, choice.id)
    near = [(chosen, choice.score)] if chosen is not None else []
    scores: dict[str | None, float | None] = {}
    for thread, score in (*near, *choice.rivals):
        scores.setdefault(_surviving(archive, thread), score)
    scores.pop(own, None)
    target = archive.targets.get(f"story:{own}")
    return {
        "id": own,
        "title": target.title if target else own,
        "reason": choice.reason if chosen == own else _by_hand(archive, own),
        "rivals": [{"id": thread, "score": score} for thread, score in scores.items()],
    }


def _by_hand(archive: Archive, own: str) -> str:
    """Say why a briefing is where drafting would not put it."""
    return in_english(PINNED) if own in archive.stories else _FIRST


def _plain(value: object) -> object:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value

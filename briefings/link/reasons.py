"""Reasons: why two briefings stand side by side, true of both."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefings.link.namebook import NameKey
from briefings.link.profiles import Profile, is_place, read_label
from briefings.link.score import are_copies
from briefings.link.wording import with_article
from briefings.model import Head, NameHead, Reason
from briefings.text.phrases_related import RELATED

PINNED = Reason("pinned")
_OF_NAMES = {"quoted", "named", "named_two"}
# A place alone, or a body everybody names, is no reason: nothing follows from sharing it.
_TELLING = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """How the archive calls what a reason may name."""

    stories: Mapping[str, Head]
    """Threads that have a page, by id."""
    names: Mapping[NameKey, NameHead]
    topics: Mapping[str, Head]

    def name(self, labelled: str) -> str:
        """Give a name as the register has it."""
        return self.names[read_label(labelled)].name


def in_english(reason: Reason) -> str:
    """Say a reason in English."""
    named = dict(zip(("first", "second"), english_names(reason), strict=False))
    return RELATED[reason.kind].text.format_map(named)


def english_names(reason: Reason) -> tuple[str, ...]:
    """Give what a reason names as an English sentence has it: with `the`, a topic in lower case."""
    if reason.kind in _OF_NAMES:
        return tuple(with_article(name) for name in reason.of)
    if reason.kind == "subject":
        topic, place = reason.of
        return topic.lower(), with_article(place)
    return reason.of


def find_reason(a: Profile, b: Profile, titles: Titles) -> Reason | None:
    """Give the most telling thing two briefings share; None where there is nothing to say.

    It is the same both ways.
    """
    if are_copies(a, b):
        return Reason("copy")
    if a.story and a.story == b.story and a.story in titles.stories:
        return Reason("story", (titles.stories[a.story].name,))
    return _quoted(a, b, titles) or _named(a, b, titles) or _subject(a, b, titles) or _worded(a, b)


def shared_names(a: Profile, b: Profile) -> list[str]:
    """Give the names both have, the most telling first."""
    weights = {key: min(a.names[key], b.names[key]) for key in a.names.keys() & b.names.keys()}
    return sorted(weights, key=lambda key: (-weights[key], key))


def _quoted(a: Profile, b: Profile, titles: Titles) -> Reason | None:
    speakers = sorted(
        (titles.name(key) for key in a.speakers & b.speakers), key=lambda n: (len(n), n)
    )
    voices = sorted(a.voices[voice] for voice in a.voices if voice in b.voices)
    told = [*speakers, *voices]
    return Reason("quoted", (told[0],)) if told else None


def _named(a: Profile, b: Profile, titles: Titles) -> Reason | None:
    telling = [
        titles.name(key)
        for key in shared_names(a, b)
        if not is_place(key) and min(a.names[key], b.names[key]) >= _TELLING
    ]
    if not telling:
        return None
    return Reason("named" if len(telling) == 1 else "named_two", tuple(telling[:2]))


def _subject(a: Profile, b: Profile, titles: Titles) -> Reason | None:
    both = sorted(_topic(topic, titles) for topic in a.topics & b.topics)
    places = [
        titles.name(key)
        for key in shared_names(a, b)
        if is_place(key) and min(a.names[key], b.names[key]) >= _TELLING
    ]
    return Reason("subject", (both[0], places[0])) if both and places else None


def _topic(topic: str, titles: Titles) -> str:
    head = titles.topics.get(topic)
    return head.name if head else topic


def _worded(a: Profile, b: Profile) -> Reason | None:
    both = sorted(a.headline & b.headline, key=lambda word: (-len(word), word))[:2]
    return Reason("worded", (both[0], both[1])) if len(both) == 2 else None

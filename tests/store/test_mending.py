"""`check --fix`: what has one meaning is put right; words and comments stay."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefings.errors import BadFileError
from briefings.model import Briefing, Names, NameUse
from briefings.store.front import split_front
from briefings.store.mending import mend_briefing
from briefings.store.mending_values import meant_keys
from briefings.store.ordering import ORDER
from briefings.store.written import dump_briefing, parse_briefing
from tests.builders import a_briefing
from tests.store import strategies as some

TITLE = "title: Inspectors to board every ferry\n"
PATH = "content/briefings/2026/03/ferry-inquiry.md"
BASE = (Path(__file__).parents[1] / "check" / "golden" / "base.md").read_text(encoding="utf-8")


def mended(old: str, new: str) -> str:
    """Give the base with a slip in it, mended."""
    assert old in BASE
    return mend_briefing(BASE.replace(old, new, 1), PATH)


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        ("\ntopics:", "\ntopcis:"),
        ("\nstory:", "\nStory:"),
        ("\npublished_at:", "\npublished-at:"),
        ("\nkey_points:", "\nkeypoints:"),
        ("    speaker:", "    speakr:"),
        ("edition: 2026-03-14", "edition: 14 March 2026"),
        ("edition: 2026-03-14", "edition: March 14, 2026"),
        ("edition: 2026-03-14", "edition: 2026/3/14"),
        ("edition: 2026-03-14", "edition: '14.03.2026 '"),
        ("published_at: 2026-03-14T06:30+01:00", "published_at: 2026-03-14  06:30 +01:00"),
        ("published_at: 2026-03-14T06:30+01:00", 'published_at: "2026-03-14  06:30+01:00\t"'),
        ("status: published", "status: Published"),
        ("kind: background", "kind: Background"),
        ("topics: [transport, politics]", "topics: [transport, politics, transport]"),
        ("\nformat: 1\n", "\n"),
    ],
)
def test_a_slip_of_one_meaning_is_mended(right: str, slip: str) -> None:
    """The file is then byte for byte what it should have been."""
    assert mended(right, slip) == BASE


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        ("\ntopics:", "\nsubjects:"),
        ("edition: 2026-03-14", "edition: 04/03/2026"),  # April or March
        ("edition: 2026-03-14", "edition: 31 February 2026"),
        ("edition: 2026-03-14", "edition: 2026-03-14T06:30+01:00"),
        ("published_at: 2026-03-14T06:30+01:00", "published_at: 2026-03-14T06:30"),
        ("status: published", "status: publised"),
        ("id: ferry-inquiry", "id: Ferry Inquiry"),
        ("title: Inspectors to board every ferry", "title: inspectors  to board EVERY ferry"),
        ("title: Inspectors to board every ferry", "title: Ferries: they are boarded"),
    ],
)
def test_what_a_person_has_to_say_is_left(right: str, slip: str) -> None:
    """Not a byte changes."""
    text = BASE.replace(right, slip, 1)

    assert text != BASE
    assert mend_briefing(text, PATH) == text


def test_a_key_that_may_be_either_of_two_is_left() -> None:
    """Where one of the two is there already, it must be the other; two slips of one key stay."""
    both = ["published_at", "publish_at"]

    assert meant_keys(["publishd_at"], both) == {}
    assert meant_keys(["publishd_at", "publish_at"], both) == {"publishd_at": "published_at"}
    assert meant_keys(["titel", "tilte"], ["title"]) == {}


def test_blocks_change_places_with_the_comments_above_them() -> None:
    """The comment on the line and the one above go along; the head of the file stays."""
    text = (
        BASE.replace(
            "title: Inspectors to board every ferry\n",
            "",
        )
        .replace(
            "status: published\n",
            "status: published  # at last\n# ours\n\n" + TITLE,
        )
        .replace("---\nid:", "---\n# head\nid:", 1)
    )
    fresh = mend_briefing(text, PATH)

    assert fresh.startswith("---\n# head\nid: ferry-inquiry\n# ours\n\ntitle: Inspectors to")
    assert "\nstatus: published  # at last\nreviewed:" in fresh
    assert parse_briefing(fresh, PATH) == parse_briefing(text, PATH)


def test_a_value_that_stands_twice_on_lines_of_its_own_goes_and_a_comment_stays() -> None:
    """A line with a comment is somebody's word."""
    names = "  people:\n    - Ada Brook\n    - Carla Dean\n    - Ada Brook\n"
    assert mended("  people: [Ada Brook]\n", names) == BASE.replace(
        "  people: [Ada Brook]\n", "  people:\n    - Ada Brook\n    - Carla Dean\n", 1
    )
    noted = "  people:\n    - Ada Brook\n    # the minister\n    - Ada Brook\n"
    assert noted in mended("  people: [Ada Brook]\n", noted)


def test_windows_line_ends_stay() -> None:
    """A file keeps its own."""
    text = BASE.replace("\ntopics:", "\ntopcis:", 1).replace("\n", "\r\n")

    assert mend_briefing(text, PATH) == BASE.replace("\n", "\r\n")


TWICE = replace(a_briefing("x"), names=Names(laws=(NameUse(name="", id="0"),) * 2))
COMMENTS = st.sampled_from(["# one", "# two: three", "#", "# – ok?"])


@settings(max_examples=80, deadline=None)
@example(
    b=replace(a_briefing("x"), names=Names(laws=(NameUse(name="", id="0"),) * 2)),
    seed=0,
    comments=[],
)
@given(b=some.briefings, seed=st.integers(0, 9999), comments=st.lists(COMMENTS, max_size=3))
def test_mending_keeps_what_a_file_says_and_its_comments_and_is_done_once(
    b: Briefing, seed: int, comments: list[str]
) -> None:
    """Law: whatever the order, with doubled names and comments, the meaning and comments stay."""
    twice = tuple(NameUse(name=use.name) for use in b.names.places)
    text = shuffled(dump_briefing(replace_places(b, twice + twice)), seed, comments)
    before = parse_briefing(text, PATH)
    fresh = mend_briefing(text, PATH)
    after = parse_briefing(fresh, PATH)

    assert mend_briefing(fresh, PATH) == fresh
    assert after == replace_places(before, tuple(dict.fromkeys(twice)), once=True)
    assert [fresh.count(comment) for comment in comments] == [
        text.count(comment) for comment in comments
    ]
    keys = [entry.key for entry in split_front(fresh, PATH).root.entries]
    assert keys == sorted(keys, key=ORDER.__getitem__)


def replace_places(b: Briefing, places: tuple[NameUse, ...], *, once: bool = False) -> Briefing:
    """Give a briefing with other places, and its other lists once where asked.

    A name with an id is a mapping, and mappings that stand twice are left to people.
    """

    def few(values: tuple[object, ...]) -> tuple[object, ...]:
        if not once:
            return values
        kept: list[object] = []
        for value in values:
            if value not in kept or getattr(value, "id", None) is not None:
                kept.append(value)
        return tuple(kept)

    rest = {kind: few(getattr(b.names, kind)) for kind in ("people", "organisations", "laws")}
    lists = {key: few(getattr(b, key)) for key in ("topics", "related", "unrelated")}
    return replace(b, names=Names(**rest, places=places), **lists)


def shuffled(text: str, seed: int, comments: list[str]) -> str:
    """Put top-level blocks in another order, and comments above some."""
    front = split_front(text, PATH)
    starts = [entry.at.offset for entry in front.root.entries]
    blocks = [text[a:b] for a, b in zip(starts, [*starts[1:], front.head_end], strict=True)]
    dice = random.Random(seed)
    dice.shuffle(blocks)
    for number, comment in enumerate(comments):
        blocks.insert(min(number * 3 + 1, len(blocks) - 1), f"{comment}\n")
    whole = (
        text[: starts[0]]
        + "".join(blocks).rstrip("\n")
        + "\n"
        + text[front.head_end :].lstrip("\n")
    )
    try:
        parse_briefing(whole, PATH)
    except BadFileError:
        return text
    return whole

"""What readers will see that they did not: decided without a disk."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefings.cli.changes_told import as_lines, as_markdown, harmless, sections_of
from briefings.model import (
    Briefing,
    Correction,
    Registers,
    Rights,
    SourceRecord,
    Status,
    StoryRecord,
)
from briefings.outlook import Outlook, Side, look_ahead
from briefings.pages.clean import clean_line
from tests.builders import a_briefing, a_point, a_quote, a_source, some_settings

NOW = datetime(2026, 3, 20, 8, 0, tzinfo=UTC)
FERRY = a_briefing(articles=(a_source(words=200),))
OTHER = a_briefing("teachers", articles=(a_source(words=200, path="b.txt", digest="v1:11"),))


def ahead(
    then: Sequence[Briefing],
    now: Sequence[Briefing],
    *,
    before: Registers | None = None,
    after: Registers | None = None,
) -> Outlook:
    """Look from one desk to another, both at one time."""
    given_ = {"settings": some_settings(), "now": NOW}
    return look_ahead(
        Side(briefings=then, registers=before or Registers(), **given_),
        Side(briefings=now, registers=after or before or Registers(), **given_),
    )


def words(now: Briefing) -> list[tuple[str, str | None, str | None]]:
    """Give what changed in the words of a briefing."""
    (one,) = ahead([FERRY], [now]).changed
    return [(word.what, word.was, word.now) for word in one.words]


def test_nothing_changed_is_nothing_told() -> None:
    """Typography, review, topics and drafts are nothing readers see."""
    now = replace(FERRY, title="Title  of ferry inquiry", topics=("x",), reviewed=None)
    draft = replace(OTHER, status=Status.DRAFT)

    outlook = ahead([replace(FERRY, title="Title of ferry-inquiry")], [now, draft])
    assert sections_of(outlook, unread=0) == ()
    assert list(as_lines((), new=0, changed=0)) == ["No new briefing and no changed word."]


def test_a_new_briefing_is_told_with_headline_dek_edition_and_address() -> None:
    """Of today's and of a draft that was published."""
    now = replace(OTHER, dek="After a long night")
    for then in ([FERRY], [FERRY, replace(OTHER, status=Status.DRAFT)]):
        (told,) = ahead(then, [FERRY, now]).new
        shown = (told.title, told.dek, told.edition, told.url)
        assert shown == (
            "Title of teachers",
            "After a long night",
            "2026-03-14",
            "/2026/03/teachers/",
        )


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (replace(FERRY, title="A"), ("headline", "Title of ferry-inquiry", "A")),
        (replace(FERRY, dek="D"), ("standfirst", None, "D")),
        (
            replace(FERRY, summary=(a_point("No."),)),
            ("summary", "Inspectors will board every ferry.", "No."),
        ),
        (replace(FERRY, key_points=()), ("point", "Three crossings were suspended.", None)),
        (
            replace(FERRY, quotes=(a_quote("Yes"),)),
            ("quote", None, "“Yes” — Ada Brook"),
        ),
        (replace(FERRY, body="One."), ("text", None, "One.")),
    ],
)
def test_each_text_that_changed_is_told_with_what_it_was(
    now: Briefing, told: tuple[str, str | None, str | None]
) -> None:
    """And no other is."""
    assert words(now) == [told]


def test_a_text_put_in_between_moves_no_other() -> None:
    """The points above and below it are the same."""
    points = ("One.", "Two.", "Three.")
    then = replace(FERRY, key_points=tuple(map(a_point, ("One.", "Three."))))
    (one,) = ahead([then], [replace(FERRY, key_points=tuple(map(a_point, points)))]).changed

    assert [(word.was, word.now) for word in one.words] == [(None, "Two.")]


def test_a_new_correction_is_told_once() -> None:
    """One readers saw is not told again."""
    first = Correction(kind="correction", at=date(2026, 3, 15), now="Three.", was="Four.")
    second = Correction(kind="update", at=date(2026, 3, 16), now="Five.", why="It went on.")
    then, now = replace(FERRY, corrections=(first,)), replace(FERRY, corrections=(first, second))

    assert [one.now for one in ahead([then], [now]).corrected] == ["Five."]
    told = [section.heading for section in sections_of(ahead([FERRY], [then]), unread=0)]
    assert told == ["Corrections"]


def test_what_is_taken_from_readers_is_told() -> None:
    """Withdrawn with a page that says so, made a draft again, or deleted."""
    taken = replace(FERRY, status=Status.WITHDRAWN)
    outlook = ahead([FERRY, OTHER], [taken, replace(OTHER, status=Status.DRAFT)])

    assert [one.id for one in outlook.withdrawn] == ["ferry-inquiry"]
    assert [one.id for one in outlook.gone] == ["teachers"]
    assert [one.id for one in ahead([OTHER], []).gone] == ["teachers"]


def test_a_story_is_new_with_its_second_briefing_and_a_merged_one_moves() -> None:
    """A thread of one has no page."""
    one, two = replace(FERRY, story="ferries"), replace(OTHER, story="ferries")
    third, fourth = a_briefing("c", story="boats"), a_briefing("d", story="boats")
    (thread,) = ahead([one], [one, two]).threads
    assert (thread.id, thread.briefings, thread.url) == ("ferries", 2, "/story/ferries/")

    after = Registers(stories=(StoryRecord(id="ferries", title="The ferries", merged=("boats",)),))
    every = [one, two, third, fourth]
    (moved,) = ahead(every, every, after=after).moved
    assert (moved.was, moved.now, moved.title) == (
        "/story/boats/",
        "/story/ferries/",
        "The ferries",
    )


def test_a_file_with_another_name_or_day_moves_its_address() -> None:
    """The briefing is followed by its id."""
    now = replace(FERRY, path="content/briefings/2026/04/ferries.md", edition=date(2026, 4, 1))
    (moved,) = ahead([FERRY], [now]).moved

    assert (moved.was, moved.now) == ("/2026/03/ferry-inquiry/", "/2026/04/ferries/")


def test_what_the_clock_holds_or_ends_is_told_with_the_time() -> None:
    """What is held is no new briefing; what was held before is not told again."""
    later = NOW + timedelta(days=1)
    held, ending = replace(OTHER, publish_at=later), replace(FERRY, expires_at=later)
    outlook = ahead([FERRY], [ending, held])

    assert (outlook.new, outlook.rights) == ((), ())
    assert [(one.briefing.id, one.at) for one in outlook.held] == [
        ("teachers", "2026-03-21T08:00+00:00")
    ]
    assert [one.briefing.id for one in outlook.ending] == ["ferry-inquiry"]
    again = ahead([ending, held], [ending, held])
    assert (again.held, again.ending) == ((), ())


def test_rights_are_counted_for_what_is_new_or_changed() -> None:
    """Words shown of the words allowed, under the outlet's name."""
    registers = Registers(sources=(SourceRecord(id="harbour-courier", name="Harbour Courier"),))
    quoted = replace(OTHER, quotes=(a_quote("We will publish every finding"),))
    whole = replace(quoted, articles=(a_source(rights=Rights.FULL),))
    (used,) = ahead([FERRY], [FERRY, quoted], before=registers).rights
    (free,) = ahead([FERRY], [FERRY, whole], before=registers).rights

    assert (used.outlet, used.allowed) == ("Harbour Courier", 80)
    assert used.shown >= 5
    assert free.allowed is None


def shown_by(text: str) -> tuple[str, int]:
    """Give what a Markdown reader shows of a headline, and how many tags it saw."""
    html = MarkdownIt("gfm-like", {"linkify": False}).render(f"- **{harmless(text)}**\n")
    inner = html.partition("<strong>")[2].rpartition("</strong>")[0]
    return " ".join(unescape(inner).replace("\N{WORD JOINER}", "").split()), html.count("<")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "![x](https://evil.example/p.png)",
        "[click](javascript:alert(1))",
        "# Not a heading",
        "** bold ** `code` | cell | ~~gone~~",
        "&lt;b&gt; &#64;all",
        "a\n\n- b\n1. c\n> d",
        "https://evil.example www.evil.example",
        "\u202egnp.x",
    ],
)
def test_a_hostile_headline_is_its_letters(text: str) -> None:
    """List, item and bold are six tags; a headline adds none."""
    assert shown_by(text) == (clean_line(text), 6)


@given(st.text(max_size=400))
def test_no_text_is_a_mark_of_markdown(text: str) -> None:
    """Rendered, it is the letters it was and nothing else."""
    shown, tags = shown_by(f"A{text}Z")

    assert (shown, tags) == (" ".join(clean_line(f"A{text}Z").split()), 6)


def test_nobody_is_named_to_github() -> None:
    """A mention and a number of an issue are broken up."""
    assert harmless("@all #12") == "\\@\u2060all \\#\u206012"


def test_markdown_and_lines_tell_the_same_and_count_what_is_too_much() -> None:
    """Sixty of a kind are listed."""
    many = [a_briefing(f"n{number:03}") for number in range(70)]
    sections = sections_of(ahead([], many), unread=2)
    lines = list(as_lines(sections, new=70, changed=0))
    marked = "\n".join(as_markdown(sections, new=70, changed=0))

    assert lines[0] == "70 new briefings, 0 briefings with other words."
    assert "  2 briefing files cannot be read" in lines
    assert lines.count("  and 10 more") == 1
    assert marked.count("\n- **Title of n") == 60
    assert "\n- and 10 more" in marked

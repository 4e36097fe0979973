"""A briefing survives its file, whatever words it holds."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefings.errors import BadFileError
from briefings.model import EDITOR, Briefing, Drafted, Ref, Rights, Status
from briefings.store.front import split_front
from briefings.store.written import dump_briefing, parse_briefing, rename_draft
from tests.builders import a_briefing, a_point, a_source, some_grounds
from tests.store.strategies import AWKWARD, briefings

UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Shrinking something as large as a briefing takes minutes and tells little more."""
IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True) | st.sampled_from(
    ["null", "no", "2026", "1e3", "on", "0x1f"]
)
PATH = "content/briefings/2026/03/ferries.md"
FULL = """---
id: ferry-inquiry
title: Ministry confirms ferry inquiry
edition: 2026-03-14
language: en
topics: [transport]
summary:
  - text: Inspectors will board every ferry.
    from: [p1s1]
key_points:
  - text: A person says so.
    from: [editor]
    kind: background
names:
  people: [Ada Brook, {name: Georgia, id: georgia-us}]
status: draft
articles:
  - key: a
    path: 2026/03/ferries.txt
    digest: v1:00
    title: Ferry inquiry confirmed
    date: 2026-03-14T09:30+01:00
    language: en
---

The ferry stays in port.
"""


def faults_of(text: str) -> list[str]:
    """Give what parsing finds, a line each."""
    with pytest.raises(BadFileError) as caught:
        parse_briefing(text, "b.md")
    return [str(finding) for finding in caught.value.findings]


@given(briefings)
@settings(max_examples=150, deadline=None, phases=UNSHRUNK)
def test_a_briefing_survives_its_file(b: Briefing) -> None:
    """What is written reads back equal, and writing it again gives the same text."""
    text = dump_briefing(b)
    again = parse_briefing(text, b.path)

    assert again == b
    assert dump_briefing(again) == text


@given(briefings)
@settings(max_examples=60, deadline=None, phases=UNSHRUNK)
def test_any_yaml_tool_reads_texts_as_texts(b: Briefing) -> None:
    """A plain YAML loader gives strings where the model has strings."""
    text = dump_briefing(b)
    front = split_front(text, b.path)
    loaded: dict[str, Any] = yaml.safe_load(text[front.head_start : front.head_end])

    assert loaded["title"] == b.title
    assert [point["text"] for point in loaded["summary"]] == [point.text for point in b.summary]
    assert loaded["topics"] == list(b.topics)


@pytest.mark.parametrize("title", AWKWARD)
def test_every_text_stays_on_one_line(title: str) -> None:
    """A title takes one line of the file, so that a change of it is one line in git."""
    text = dump_briefing(a_briefing(title=title, drafted=None))
    front = split_front(text, PATH)
    entry, after = front.root.entry("title"), front.root.entry("dek")

    assert entry is not None
    assert after is not None
    assert after.at.line == entry.at.line + 1


@pytest.mark.parametrize("title", ["1e3", "0o14", "y", "N", "-.inf", "12:30:45", "0x1F", "2026"])
def test_what_a_newer_yaml_would_type_is_quoted(title: str) -> None:
    """YAML 1.1 and 1.2 disagree on numbers and booleans; quoted, both read a text."""
    assert f"\ntitle: '{title}'\n" in dump_briefing(a_briefing(title=title))


def test_half_a_character_becomes_a_replacement_mark() -> None:
    """A lone surrogate, which no file can hold, is written as U+FFFD."""
    text = dump_briefing(a_briefing(title="half \ud83d", drafted=None))

    assert parse_briefing(text, PATH).title == "half \ufffd"


def test_an_editors_file_is_read() -> None:
    """Left-out keys have their defaults; names are strings or have an id."""
    b = parse_briefing(FULL, PATH)

    assert b.slug() == "ferries"
    assert b.edition == date(2026, 3, 14)
    assert b.summary[0].grounds.refs == (Ref(1, 1),)
    assert b.key_points[0].grounds == some_grounds(EDITOR)
    assert [name.id for name in b.names.people] == [None, "georgia-us"]
    assert b.articles[0].rights is Rights.EXCERPT
    assert b.articles[0].date is not None
    assert b.status is Status.DRAFT
    assert b.body == "The ferry stays in port."


def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing() -> None:
    """A file saved on Windows is the same briefing."""
    assert parse_briefing("\ufeff" + FULL.replace("\n", "\r\n"), PATH) == parse_briefing(FULL, PATH)


def test_dates_and_counts_are_bare_in_the_file() -> None:
    """Dates, numbers and references are written without quotation marks."""
    source = a_source(minutes=3, words=612, terms=(("ferri", 0.41), ("no", 0.2)))
    text = dump_briefing(
        a_briefing(
            articles=(source,),
            publish_at=datetime(2026, 3, 16, 6, 0, tzinfo=UTC),
            key_points=(a_point(grounds=some_grounds("a:p2s1")),),
        )
    )

    assert "\nedition: 2026-03-14\n" in text
    assert "\npublish_at: 2026-03-16T06:00+00:00\n" in text
    assert "    minutes: {printed: null, computed: 3}\n    words: 612\n" in text
    assert "terms: {ferri: 0.41, 'no': 0.2}" in text
    assert "    from: [a:p2s1]\n" in text


def test_a_machines_draft_is_signed_when_written() -> None:
    """A draft without digests gets one for each field the machine wrote."""
    text = dump_briefing(a_briefing(drafted=Drafted(by="briefings 0.1")))
    drafted = parse_briefing(text, PATH).drafted

    assert drafted is not None
    assert [name for name, _ in drafted.fields][:2] == ["title", "dek"]
    assert {"articles.a", "articles.a.source", "body"} <= dict(drafted.fields).keys()


def test_all_faults_are_told_together_with_their_places() -> None:
    """Every fault has line, column and, where near, what was meant."""
    text = (
        FULL.replace("topics:", "topcis:")
        .replace("status: draft", "status: drfat")
        .replace("edition: 2026-03-14", "edition: 14 March")
        .replace("kind: background", "kind: new")
    )

    assert faults_of(text) == [
        'b.md:4:10: error BR107: edition: expected a date such as 2026-03-14, found "14 March"',
        'b.md:6:1: error BR105: unknown key "topcis"; did you mean "topics"?',
        'b.md:13:11: error BR107: kind: expected one of news, background, found "new"; '
        'did you mean "news"?',
        "b.md:16:9: error BR107: status: expected one of draft, published, withdrawn, found "
        '"drfat"; did you mean "draft"?',
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: ferry-inquiry", "id: Ferry Inquiry", "2:5: error BR107: id: expected an id"),
        ("id: ferry-inquiry\n", "", 'BR106: the key "id" is missing; add id:'),
        ("title: Ministry confirms ferry inquiry", "title:", "found nothing"),
        ("title: Ministry confirms ferry inquiry", "title: [a]", "found a list"),
        ("title: Ministry confirms ferry inquiry", "title: {a: b}", "found keys and values"),
        ("topics: [transport]", "topics: transport", "put it in brackets"),
        ("from: [p1s1]", "from: [p0, p1s1, px]", '"p0"'),
        ("from: [p1s1]", "from: [p1s1]\n    src: [v2:1:00]", "expected a seal"),
        ("names:\n  people:", "names:\n  peple:", 'did you mean "people"?'),
        ("path: 2026/03/ferries.txt", "path: ../../etc/passwd", "expected a relative path"),
        ("path: 2026/03/ferries.txt", "path: /etc/passwd", "expected a relative path"),
        ("2026-03-14T09:30+01:00", "2026-03-14T09:30", "with its zone"),
        ("edition: 2026-03-14", "edition: 2026-03-14T09:30+01:00", "expected a date such"),
        ("status: draft", "status: draft\npublish_at: 2026-03-14", "expected a time with its zone"),
        ("status: draft", "status: draft\nformat: 2", "format 2, and this one reads 1"),
        ("status: draft", "status: draft\nimage: a.jpg", "image: expected a picture with the keys"),
        ("status: draft", "status: draft\ndrafted: {by: x, fields: [a]}", "fields: expected keys"),
        (
            "language: en\n---",
            "language: en\n    words: many\n---",
            'words: expected a whole number, found "many"',
        ),
        (
            "language: en\n---",
            "language: en\n    linking: {terms: {a: 1.2.3}}\n---",
            'terms: expected a number, found "1.2.3"',
        ),
        ("kind: background", "kind: background\n    cut: maybe", "cut: expected yes or no"),
    ],
)
def test_a_value_of_the_wrong_form_says_which_is_right(old: str, new: str, fault: str) -> None:
    """The message names the key, the form expected and what stands there."""
    assert old in FULL

    assert any(fault in line for line in faults_of(FULL.replace(old, new)))


def test_long_values_are_cut_in_messages() -> None:
    """A message stays readable whatever stands in the file."""
    (fault,) = faults_of(FULL.replace("status: draft", "status: " + "x" * 500))

    assert len(fault) < 200


def test_null_lists_are_empty_ones() -> None:
    """A key an editor emptied counts as an empty list."""
    b = parse_briefing(
        FULL.replace("topics: [transport]", "topics:\ndrafted: {by: x, fields: }"), PATH
    )

    assert b.topics == ()
    assert b.drafted == Drafted(by="x")


@pytest.mark.parametrize(
    ("word", "cut"), [("yes", True), ("true", True), ("no", False), ("false", False)]
)
def test_yes_and_no_are_read_as_editors_write_them(word: str, cut: bool) -> None:
    """Both pairs of words are read."""
    text = FULL.replace("kind: background", f"kind: background\n    cut: {word}")

    assert parse_briefing(text, PATH).key_points[0].cut is cut


@settings(deadline=None, max_examples=60, phases=UNSHRUNK)
@given(briefings, IDS, IDS)
def test_a_draft_under_another_id_is_as_it_would_be_written(
    briefing: Briefing, id_: str, story: str
) -> None:
    """Ids and threads are given when the text is there already."""
    draft = replace(briefing, id="any", story="any", drafted=Drafted(by="b"))

    renamed = rename_draft(dump_briefing(draft), id_, story)

    assert renamed == dump_briefing(replace(draft, id=id_, story=story))

"""Front matter and body, taken apart exactly."""

import pytest

from briefings.errors import BadFileError
from briefings.store.front import split_front, tidy_body
from briefings.store.written import parse_briefing


def faults_of(text: str) -> list[str]:
    """Give what taking a file apart finds, a line each."""
    with pytest.raises(BadFileError) as caught:
        split_front(text, "b.md")
    return [str(finding) for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("text", "head", "body"),
    [
        ("---\na: 1\n---\n\nText.\n", "\na: 1\n", "Text."),
        ("---\r\na: 1\r\n---\r\n\r\nText.\r\nMore.\r\n", "\r\na: 1\r\n", "Text.\nMore."),
        ("---  \na: 1\n---\t\n    code\n\n", "\na: 1\n", "    code"),
        ("\ufeff---\na: 1\n---", "\na: 1\n", ""),
        ("---\na: 1\n---\nText.\n\n---\n\nMore.\n", "\na: 1\n", "Text.\n\n---\n\nMore."),
        ("---\na: |\n  ---\n---\nText", "\na: |\n  ---\n", "Text"),
    ],
)
def test_head_and_body_are_spans_of_the_text(text: str, head: str, body: str) -> None:
    """The first two lines of three hyphens bound the front matter; later ones are the body's."""
    front = split_front(text, "b.md")

    assert text[front.head_start : front.head_end] == head
    assert front.body() == body
    assert front.newline() == ("\r\n" if "\r\n" in text else "\n")


def test_empty_front_matter_has_no_keys() -> None:
    """Nothing between the lines is an empty mapping."""
    assert split_front("---\n---\nText", "b.md").root.entries == ()


def test_places_are_those_of_the_file() -> None:
    """Offsets point into the whole file."""
    text = "---\ntitle: Ferry\n---\n"
    entry = split_front(text, "b.md").root.entries[0]

    assert text[entry.node.start.offset : entry.node.end] == "Ferry"
    assert (entry.at.line, entry.at.column) == (2, 1)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "b.md:1:1: error BR101: no front matter"),
        ("Text\n---\na: 1\n---\n", "BR101: no front matter"),
        ("----\na: 1\n----\n", "BR101: no front matter"),
        ("---\na: 1\n", "BR101: the front matter has no end"),
        ("---\n- a\n---\n", "b.md:2:1: error BR107: expected keys and values"),
        ("---\na: [\n---\n", "BR102: broken YAML"),
    ],
)
def test_a_file_that_is_none_says_so(text: str, fault: str) -> None:
    """Each fault has its place and remedy."""
    assert any(fault in line for line in faults_of(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "---\na: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n---\n",
            'could not merge, down to line 7: HEAD has "b: 1", other has "b: 2"; keep',
        ),
        (
            "---\na: 1\n<<<<<<< HEAD\nb: 1\nc: 3\nd: 4\n=======\nb: 1\n>>>>>>> \n---\n",
            'down to line 9: HEAD has "c: 3" and 1 more, the second has nothing; keep',
        ),
        (
            "---\na: 1\n<<<<<<< HEAD\nb: 1\n||||||| 3f2a\nb: 0\n=======\nb: 2\n>>>>>>> x\n---\n",
            'down to line 9: HEAD has "b: 1", x has "b: 2"; keep',
        ),
        ("---\na: 1\n<<<<<<< HEAD\nb: 1\n=======\n", "a mark of a conflict"),
        ("---\na: 1\n=======\nb: 1\n---\n", "a mark of a conflict"),
    ],
)
def test_conflict_markers_give_one_clear_message(text: str, message: str) -> None:
    """Where it begins and ends, what both sides have, and no YAML error beside it."""
    (fault,) = faults_of(text.replace("\n", "\r\n"))

    assert fault.startswith("b.md:3:1: error BR109: a")
    assert message in fault


def test_every_conflict_is_told_also_in_the_body() -> None:
    """Readers would see the marks of one there."""
    marks = "<<<<<<< HEAD\n{0}\n=======\n{1}\n>>>>>>> noor\n"
    text = f"---\n{marks.format('a: 1', 'a: 2')}---\nText\n{marks.format('One.', 'Two.')}"

    assert [fault[:27] for fault in faults_of(text)] == [
        "b.md:2:1: error BR109: a co",
        "b.md:9:1: error BR109: a co",
    ]
    only_below = f"---\na: 1\n---\n{marks.format('One.', 'Two.')}"
    with pytest.raises(BadFileError, match=r"b\.md:4:1: error BR109"):
        parse_briefing(only_below, "b.md")


def test_a_rule_of_equal_signs_in_the_body_is_no_conflict() -> None:
    """Headings underlined in Markdown stay what they are."""
    assert split_front("---\na: 1\n---\nTitle\n=======\n", "b.md").body() == "Title\n======="


def test_a_tidy_body_keeps_its_inner_shape() -> None:
    """Only blank lines around the text go; indentation of the first line stays."""
    assert tidy_body("\n \n    code\r\n\r\ntext  \n\n") == "    code\n\ntext"

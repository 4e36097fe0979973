"""Strict YAML: plain text with places, and refusals that say where and why."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import BadFileError
from briefings.store.yaml import Listing, Mapping, Node, Scalar, read_yaml

HOSTILE = Path(__file__).parents[3] / "shared" / "data" / "hostile" / "yaml.jsonl.gz"


def plain(node: Node | None) -> object:
    """Give a node as Python values."""
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.node) for entry in node.entries}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else node


def read(text: str, limit: int = 1000) -> object:
    """Read YAML as Python values."""
    return plain(read_yaml(text, "x.yml", limit=limit))


def faults_of(text: str, limit: int = 1000) -> list[str]:
    """Give what reading finds, a line each."""
    with pytest.raises(BadFileError) as caught:
        read_yaml(text, "x.yml", limit=limit)
    return [str(finding) for finding in caught.value.findings]


def test_values_are_text_and_never_typed() -> None:
    """No word, number or date becomes anything but its own letters."""
    text = "a: no\nb: 2026-03-14\nc: 012\nd: 1e3\ne: 'null'\nf: [~, null, '', x]\n"

    assert read(text) == {
        "a": "no",
        "b": "2026-03-14",
        "c": "012",
        "d": "1e3",
        "e": "null",
        "f": [None, None, "", "x"],
    }


def test_nothing_is_none() -> None:
    """A file without a document gives None; a key without a value holds None."""
    assert read("# only a comment\n") is None
    assert read("a:\n") == {"a": None}


def test_block_texts_end_without_a_line_end() -> None:
    """The line end that closes a block of text is not part of it."""
    assert read("a: |\n  one\n  two\nb: >-\n  one\n  two\n") == {"a": "one\ntwo", "b": "one two"}


def test_every_value_has_its_place() -> None:
    """Lines, columns and offsets are those of the characters in the file."""
    text = "é: 1\nlist:\n  - {k: 'v'}\n"
    root = read_yaml(text, "x.yml", limit=100, at=5)
    assert isinstance(root, Mapping)
    listing = root.entries[1].node
    assert isinstance(listing, Listing)
    item = listing.items[0]
    assert isinstance(item, Mapping)
    value = item.entries[0].node

    assert item.start[1:] == (3, 5)
    assert text[value.start.offset - 5 : value.end - 5] == "'v'"
    assert root.entries[0].at == (5, 1, 1)
    assert (listing.flow, item.flow) == (False, True)
    assert listing.end == item.end


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: &x 1\n", "x.yml:1:4: error BR103: an anchor (&) is not allowed"),
        ("a: 1\nb: *x\n", "x.yml:2:4: error BR103: an alias (*) is not allowed"),
        ("a: !!python/name:os.system x\n", "BR103: a tag (tag:yaml.org,2002:python/name:os.sys"),
        ("a: !x [1]\n", "BR103: a tag (!x) is not allowed"),
        ("a: {<<: {a: 1}}\n", "BR103: a merge key (<<) is not allowed"),
        ("a: 1\n---\nb: 2\n", "x.yml:2:1: error BR103: a second document is not allowed"),
        ("[a]: 1\n", "BR103: a key that is not text is not allowed"),
        ("~: 1\n", "BR103: a key that is not text is not allowed"),
        ("a: 1\nb: 2\na: 3\n", 'x.yml:3:1: error BR104: the key "a" stands twice; keep one; the f'),
        ("[" * 13 + "]" * 13, "BR103: nesting deeper than 12 levels is not allowed"),
        ("a: [b\n", "BR102: broken YAML:"),
        ("a: b: c\n", "x.yml:1:5: error BR102: broken YAML: mapping values are not allowed"),
        ("ok: 1\nno: a\x07b\n", "x.yml:2:6: error BR102: broken YAML: control characters"),
        ("a: \ud800\n", "x.yml:1:4: error BR102: broken YAML:"),
    ],
)
def test_what_a_desk_never_needs_is_refused(text: str, fault: str) -> None:
    """Each refusal says what, where and what to do."""
    assert any(fault in line for line in faults_of(text))


def test_a_quoted_merge_key_is_a_text() -> None:
    """Only the bare sign merges."""
    assert read("'<<': 1\n") == {"<<": "1"}


def test_a_dozen_levels_are_enough() -> None:
    """The deepest nesting allowed is read."""
    assert read("[" * 12 + "]" * 12) is not None


def test_all_refusals_are_told_at_once() -> None:
    """Faults before a broken line are told with it."""
    faults = faults_of("a: &x 1\na: !y 2\nb: [\n")

    assert [fault.split(" ")[2] for fault in faults] == ["BR103:", "BR104:", "BR103:", "BR102:"]


def test_size_is_counted_in_bytes() -> None:
    """The limit holds for UTF-8, not for characters."""
    assert read("é: 1", limit=5) == {"é": "1"}
    assert faults_of("é: 1", limit=4) == [
        "x.yml:1:1: error BR103: 5 bytes of YAML, the limit is 4; shorten it"
    ]


@given(st.text(alphabet="ab:-?[]{}&*!|>'\"#%@`,~ \n\t\x00é\ud800", max_size=60))
def test_nothing_but_bad_file_is_raised(text: str) -> None:
    """Whatever the text, it is read or refused with places."""
    try:
        read_yaml(text, "x.yml", limit=1000)
    except BadFileError as error:
        lines = [finding.place.line for finding in error.findings]
    else:
        lines = [1]

    assert min(lines) > 0


def outcome_of(text: str) -> str:
    """Say whether a text is read or refused."""
    try:
        read_yaml(text, "x.yml", limit=65536)
    except BadFileError:
        return "refused"
    return "read"


def hostile_cases() -> list[dict[str, object]]:
    """Load the YAML test suite where the machine has it."""
    if not HOSTILE.exists():
        return []
    with gzip.open(HOSTILE, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@pytest.mark.skipif(not HOSTILE.exists(), reason="the shared YAML test suite is not here")
def test_the_yaml_test_suite_raises_nothing_else() -> None:
    """Every case of the suite is read or refused; no case ends in another error."""
    outcomes = [outcome_of(str(case["yaml"])) for case in hostile_cases()]

    assert min(outcomes.count("read"), outcomes.count("refused")) > 100

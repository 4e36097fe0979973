"""The quick reader reads what the careful one reads, or nothing."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.errors import BadFileError
from briefings.model import Briefing
from briefings.store.front import split_front
from briefings.store.quick import read_quick
from briefings.store.written import dump_briefing, parse_briefing, parse_front
from briefings.store.yaml import Listing, Node, Scalar
from tests.store.strategies import AWKWARD, briefings
from tests.store.test_written import FULL, UNSHRUNK

SAMPLE = sorted((Path(__file__).parents[2] / "content" / "briefings").rglob("*.md"))
Values = str | None | list["Values"] | list[tuple[str, "Values"]]
MARKS = "-?:,[]{}#&*!|>'\"%@` \n\t\\~=<"
PIECES = [*AWKWARD, *MARKS, ": ", " #", "- ", "''", "null", "  ", "\n- ", "---\n"]


def values_of(node: Node) -> Values:
    """Give a node without its places, keys in order."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return ["list", *(values_of(item) for item in node.items)]
    return [(entry.key, values_of(entry.node)) for entry in node.entries]


def carefully(text: str) -> tuple[Values, str] | None:
    """Read a file's values with the careful reader; None where it refuses."""
    try:
        front = split_front(text, "b.md")
    except BadFileError:
        return None
    return values_of(front.root), front.body()


def is_alike(text: str) -> bool:
    """Tell whether the quick reader says what the careful one does, or nothing."""
    quick = read_quick(text)
    return quick is None or (values_of(quick.root), quick.body) == carefully(text)


@pytest.mark.parametrize("file", SAMPLE, ids=lambda file: file.stem)
def test_a_desks_files_are_read_quickly(file: Path) -> None:
    """What the program wrote and an editor reviewed needs no places, and is the same briefing."""
    text = file.read_text(encoding="utf-8")
    front = split_front(text, file.name)

    assert read_quick(text) is not None
    assert parse_briefing(text, file.name) == parse_front(front, file.name)


@given(briefings)
@settings(max_examples=80, deadline=None, phases=UNSHRUNK)
def test_any_briefing_is_the_same_either_way(b: Briefing) -> None:
    """Whatever words a briefing holds, both readers give it back."""
    text = dump_briefing(b)
    front = split_front(text, b.path)

    assert is_alike(text)
    assert parse_briefing(text, b.path) == parse_front(front, b.path)


@given(st.sampled_from([None, *SAMPLE[:6]]), st.integers(0, 2**32))
@settings(max_examples=40, deadline=None, phases=UNSHRUNK)
def test_no_slip_of_an_editor_is_read_otherwise(file: Path | None, seed: int) -> None:
    """With anything put in, taken out or written over, the two agree or the quick one is silent."""
    text = file.read_text(encoding="utf-8") if file else FULL
    dice = Random(seed)  # not for secrets; one draw for each slip would take minutes
    for _ in range(40):
        start = dice.randrange(len(text))
        end = start + dice.choice([0, 0, 1, 2, 8])
        slipped = text[:start] + dice.choice(PIECES) + text[end:]

        assert is_alike(slipped), slipped[max(0, start - 80) : start + 80]


LINES = [
    "key: [a, b",
    "key: [a, b]]",
    "key: [a, b] c",
    "key: [a,, b]",
    "key: [a, ]",
    "key: [a b, c:d, e:]",
    "key: [a: b]",
    "key: {a: b}: ",
    "key: {}: ",
    "key: []: c",
    "key: {a: b, a: c}",
    "key: {'a': b, a: c}",
    "key: {null: b}",
    "key: {'null': b}",
    "key: {a: , b: c}",
    "key: {a: 'it''s', 'b''c': d}",
    "key: {'': b}",
    "key: [null, '~', Null, 'null', ~]",
    "key: {a: b}c",
    "key: [x?, ?y, a?b]",
    "key: ['a'b]",
    'key: ["a", "b\\n"]',
    "key: {a: {b: {c: [d, {e: f}]}}}",
    "key: {a : b}",
    "key: {a: b }",
    "key: { a: b }",
    "key: {a:b}",
    "key: {'a':b}",
    "key: {a}",
    "key: {a: b: c}",
    "key: {[a]: b}",
    "key: <<",
    "<<: {a: b}",
    "key: {<<: b}",
    "key: a: b",
    "key: a #b",
    "key: a#b",
    "key: a:",
    "key: 'a' 'b'",
    "key: 'a''b'",
    "key: ''",
    'key: ""',
    'key: "',
    'key: "a"b"',
    'key: "a\\"',
    "key: a\n  b",
    "key:\n- a\n- b",
    "key:\n  - a\n  - b: c\n    d: e\n  -\n",
    "key:\n  - a\n   - b",
    "key:\n  - a: b\n   c: d",
    "key:\n  -  a: b\n     c: d",
    "key:\n    a: b\n  c: d",
    "key:\n  - - a",
    "key:\n  -",
    "key: a\nkey: b",
    "null: a",
    "-key: a",
    "key: -a",
    "key: a\n\nother: b",
    "key: a  ",
    "key:  a",
    "key: ",
    "key:a",
    "? key",
    "# note\nkey: a",
    "--- \nkey: a",
    "...\nkey: a",
    "key: \u2028",
    "key: \ufeff",
    "key: \x7f",
    "key: a\u00a0",
    "key: \u00a0a",
    "key: [\u00a0a, b\u00a0]",
    "key: [a , b]",
    f"key: {{{'x' * 1500}: a, b: c d}}",
    f"key: {{{'x' * 1500}: [a]}}",
    "",
]


@pytest.mark.parametrize("lines", LINES)
def test_every_corner_of_the_grammar(lines: str) -> None:
    """Marks, quotation marks and indents mean to both what YAML says they mean."""
    assert is_alike(f"---\n{lines}\n---\nBody\n")


@pytest.mark.parametrize("value", ["[" * 5000, "{a: " * 5000, "[" * 9 + "a" + "]" * 9])
def test_brackets_end(value: str) -> None:
    """A line cannot send the quick reader deeper than a few levels."""
    assert read_quick(f"---\nkey: {value}\n---\n") is None


def test_indents_end() -> None:
    """Nor can lines, each further in than the last."""
    steps = "".join(f"{' ' * n}a:\n" for n in range(2000))

    assert read_quick(f"---\n{steps}---\n") is None


def test_a_large_front_matter_is_refused_as_ever() -> None:
    """The limit in bytes is the careful reader's, to the byte."""
    around = len("\nkey: \n")
    for size in (64 * 1024 - around, 64 * 1024 - around + 1):
        assert is_alike(f"---\nkey: {'x' * size}\n---\n")

"""Entries added to articles.yml: what people wrote there stays byte for byte."""

import pytest

from briefings.model import SpikedRecord
from briefings.store.spike_edits import add_spiked
from briefings.store.yaml import REGISTER_BYTES, read_yaml
from tests.store.trees import plain

RECORD = SpikedRecord(digest="v1:00", by="Mara Voss", why="an advertisement")
ENTRY = {"digest": "v1:00", "by": "Mara Voss", "why": "an advertisement"}
OLD = {"digest": "v1:ff", "by": "Noor", "why": "old"}


def entries(text: str) -> object:
    """Give the list as plain values."""
    tree = plain(read_yaml(text, "articles.yml", limit=REGISTER_BYTES))
    assert isinstance(tree, dict)
    return tree["spiked"]


@pytest.mark.parametrize(
    "before", ["", "# Ours.\n", "spiked:\n", "spiked: []\n", "spiked: []  # none yet\n# The end.\n"]
)
def test_the_first_entry_begins_the_list(before: str) -> None:
    """Whatever stood for an empty one; comments stay."""
    after = add_spiked(before, "articles.yml", RECORD)

    assert entries(after) == [ENTRY]
    assert all(line.split(" []")[0] in after for line in before.splitlines())
    assert all(comment in after for comment in ("# none yet", "# The end.") if comment in before)


@pytest.mark.parametrize(
    "before",
    [
        "spiked:\n  - digest: v1:ff\n    by: Noor\n    why: old  # a reason\n# The end.\n",
        "spiked:\n- {digest: v1:ff, by: Noor, why: old}\n",
        "spiked: [{digest: v1:ff, by: Noor, why: old}]\n",
        "spiked:\r\n  - digest: v1:ff\r\n    by: Noor\r\n    why: old\r\n",
    ],
)
def test_another_entry_goes_to_the_end_of_the_list(before: str) -> None:
    """In the style the list is written in."""
    after = add_spiked(before, "articles.yml", RECORD)

    assert entries(after) == [OLD, ENTRY]
    kept = before.rstrip("\r\n").removesuffix("]").removesuffix("# The end.").rstrip()
    assert after.startswith(kept)
    assert ("\r\n" in before) == ("\r\n" in after)

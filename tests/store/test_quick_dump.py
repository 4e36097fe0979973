"""Trees written quickly are the bytes that PyYAML writes."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.store.dump import dump_carefully, dump_scalar, dump_yaml
from briefings.store.kinds import Flow, Token, Tree
from briefings.store.quick_dump import dump_quickly

_ODD = ("y", "No", "null", "a: b", "a:b", "a #b", "a#b", "- a", "<<", "=", "1e3", "a,", "[a]", "a?")
_TEXTS = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="aZ é1#:-?,.[]{}'\"&*!|>%@`~_ \t\n\x85\u2028\ufeff\ud800", max_size=8),
    st.sampled_from(_ODD),
)
_SCALARS = st.one_of(st.none(), _TEXTS, _TEXTS.map(lambda text: Token(text or "a")))
_INSIDE = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3)
)
_FLOWS = (st.lists(_INSIDE, max_size=3) | st.dictionaries(_TEXTS, _INSIDE, max_size=3)).map(Flow)
_TREES = st.recursive(
    _SCALARS | _FLOWS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=300)
@given(st.dictionaries(_TEXTS, _TREES, max_size=3))
def test_the_bytes_are_those_of_pyyaml(tree: dict[str, Tree]) -> None:
    """Whatever stands in it: quotes, colons, other scripts, words that mean something."""
    try:
        careful = dump_carefully(tree)
    except yaml.YAMLError:  # a bare word that cannot stand bare
        return

    assert dump_yaml(tree) == careful


@pytest.mark.parametrize("text", ["Ferries: late", "Énergie, 10 %", "it's", "a:p2s1", "Ann?"])
def test_a_draft_is_written_without_pyyaml_but_for_odd_texts(text: str) -> None:
    """Lists of mappings, brackets, digests: the quick writer knows them all."""
    asked: list[str] = []

    def careful(text: str, **how: Any) -> str:
        asked.append(text)
        return dump_scalar(text, **how)

    tree: dict[str, Tree] = {
        "id": "a",
        "summary": [{"text": text, "from": Flow(["p1s1"]), "src": Flow(["v1:1:ab"])}],
        "quotes": [],
        "names": {"people": ["Ann Roe"]},
        "terms": Flow({"sea": Token("0.5"), "39": Token("0.1")}),
    }

    assert dump_quickly(tree, careful) == dump_carefully(tree)
    assert set(asked) <= {text, "39"}

"""Trees → YAML that people read and every YAML tool reads as we do."""

import re
from functools import lru_cache
from typing import Any, Final

import yaml

from briefings.model import JSON
from briefings.store.kinds import Flow, Token, Tree
from briefings.store.quick_dump import dump_quickly

_STR: Final = "tag:yaml.org,2002:str"
_NULL: Final = "tag:yaml.org,2002:null"
# YAML 1.2 and stricter tools read these as numbers or booleans although YAML 1.1 does not.
_ELSEWHERE_TYPED: Final = re.compile(
    r"[-+]?\.?\d[\dA-Fa-fxob_.:eE+-]*|y|n|[-+]?\.(?:inf|nan)", re.IGNORECASE
)
_COLON_INSIDE_WORD: Final = re.compile(
    r"[A-Za-z][\w.-]*(?::[\w./+=-]+)+|\d{4}-\d\d-\d\dT[\d:+-]+\d", re.ASCII
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class _Dumper(yaml.SafeDumper):
    """Lists are indented under their key; `a:p2s1` stays bare inside brackets."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  # PyYAML's
        """Indent lists too: an editor sees what belongs together."""
        super().increase_indent(flow, indentless=False)

    def analyze_scalar(self, scalar: str) -> Any:
        """Allow a colon inside a word, as YAML does and PyYAML does not in brackets."""
        analysis = super().analyze_scalar(scalar)
        if _COLON_INSIDE_WORD.fullmatch(scalar):
            analysis.allow_flow_plain = True
        return analysis


def dump_yaml(tree: Tree) -> str:
    """Write a tree as YAML, one line for each text however long."""
    quick = dump_quickly(tree, dump_scalar) if isinstance(tree, dict) else None
    return dump_carefully(tree) if quick is None else quick


@lru_cache(maxsize=4096)
def dump_scalar(text: str, *, bare: bool, flow: bool) -> str:
    """Write a text as it stands behind a key; bare where it is a token, in brackets where flow."""
    value = Token(text) if bare else text
    if flow:
        return dump_carefully({"k": Flow([value])})[len("k: [") : -len("]\n")]
    return dump_carefully({"k": value})[len("k: ") : -len("\n")]


def dump_carefully(tree: Tree) -> str:
    """Write a tree with PyYAML alone, some ten times slower; the bytes are the same."""
    dumped: str = yaml.serialize(
        _node(tree, flow=False), Dumper=_Dumper, allow_unicode=True, width=float("inf")
    )
    return dumped


def dump_inline(tree: Tree) -> str:
    """Write a value so that it stands on one line behind its key."""
    flow = Flow(tree) if isinstance(tree, list | dict) else tree
    return dump_yaml({"k": flow}).removeprefix("k:").strip("\n").removeprefix(" ")


def plain_value(tree: Tree) -> JSON:
    """Give the tree as plain values, for digests: layout is left out."""
    if isinstance(tree, Flow):
        return plain_value(tree.tree)
    if isinstance(tree, list):
        return [plain_value(item) for item in tree]
    if isinstance(tree, dict):
        return {key: plain_value(item) for key, item in tree.items()}
    return None if tree is None else str(tree)


def _node(tree: Tree, *, flow: bool) -> yaml.Node:
    if isinstance(tree, Flow):
        return _node(tree.tree, flow=True)
    if isinstance(tree, dict):
        pairs = [(_text(key), _node(value, flow=flow)) for key, value in tree.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=flow or not pairs)
    if isinstance(tree, list):
        items = [_node(item, flow=flow) for item in tree]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=flow or not items)
    return _scalar(tree)


def _scalar(value: str | None) -> yaml.ScalarNode:
    if value is None:
        return yaml.ScalarNode(_NULL, "null")
    if isinstance(value, Token):
        return yaml.ScalarNode(_bare_tag(str(value)), str(value))
    return _text(value)


def _text(value: str) -> yaml.ScalarNode:
    """Quote what a tool could mistype; escape what would not stay on its line."""
    clean = _SURROGATE.sub("\ufffd", value)  # half a character: no file can hold it
    style = None
    if any(char in clean for char in "\n\r\x85\u2028\u2029"):
        style = '"'
    elif _ELSEWHERE_TYPED.fullmatch(clean):
        style = "'"
    return yaml.ScalarNode(_STR, clean, style=style)


@lru_cache(maxsize=1024)
def _bare_tag(text: str) -> str:
    """Give the type YAML 1.1 sees in a bare word: with that tag the emitter leaves it bare."""
    resolver: Any = yaml.resolver.Resolver()  # no types
    return str(resolver.resolve(yaml.ScalarNode, text, (True, False)))

"""Trees → YAML, for the shapes briefings have; what is unusual is left to PyYAML.

Most of the time of writing a draft went into PyYAML's emitter, which asks of every character what
it might be. Here a pattern tells what surely stands bare. A law holds the bytes to PyYAML's.
"""

import re
from collections.abc import Iterator
from typing import Final, Protocol

from briefings.store.kinds import Flow, Token, Tree

_LETTERS: Final = "\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe"
_PLAIN: Final = re.compile(rf"[A-Za-z](?:[ -\"$-9;-~{_LETTERS}]|:(?! |\Z)|(?<! )#)*(?<! )")
"""Text that stands bare behind a key: PyYAML's analysis, read for what begins with a letter."""
_PLAIN_INSIDE: Final = re.compile(
    rf"[A-Za-z](?:[ -\"$-+\--9;->@-Z\\^-z|~{_LETTERS}]|(?<! )#)*(?<! )"
)
"""The same inside brackets: no comma, colon, question mark or bracket."""
_TYPED: Final = frozenset("y n yes no true false on off null".split())  # noqa: SIM905
_TOKEN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]*", re.ASCII)
_WORD: Final = re.compile(r"[A-Za-z][\w.-]*(?::[\w./+=-]+)+", re.ASCII)
"""`a:p2s1`, which YAML lets stand bare everywhere."""
_BREAK: Final = re.compile("[\n\x85\u2028\u2029]")
_KEY: Final = re.compile(rf"[ -~{_LETTERS}]{{1,100}}")
"""What PyYAML writes before a colon; longer ones get a line and a question mark."""


class Careful(Protocol):
    """Writes one text with PyYAML."""

    def __call__(self, text: str, *, bare: bool, flow: bool) -> str:
        """Give the text as it stands behind a key, or in brackets."""


class _UnusualError(Exception):
    """A shape that no briefing has."""


def dump_quickly(tree: dict[str, Tree], careful: Careful) -> str | None:
    """Write a mapping as YAML; None where its shape is not one of a briefing.

    Args:
        tree: of mappings, lists of texts or mappings, and what stands in brackets.
        careful: writes what does not surely stand bare.
    """
    try:
        return "".join(_Writer(careful).mapping(tree, "")) if tree else None
    except _UnusualError:
        return None


class _Writer:
    def __init__(self, careful: Careful) -> None:
        self._careful = careful

    def mapping(self, tree: dict[str, Tree], indent: str) -> Iterator[str]:
        """Give the lines of a mapping; the first without its indent, which a dash may stand in."""
        before = ""
        for key, value in tree.items():
            yield f"{before}{self._key(key, flow=False)}:"
            before = indent
            if isinstance(value, dict) and value:
                yield f"\n{indent}  "
                yield from self.mapping(value, f"{indent}  ")
            elif isinstance(value, list) and value:
                yield "\n"
                for item in value:
                    yield f"{indent}  - "
                    yield from self._item(item, f"{indent}    ")
            else:
                yield f" {self._inline(value, flow=False)}\n"

    def _item(self, item: Tree, indent: str) -> Iterator[str]:
        if isinstance(item, dict) and item:
            yield from self.mapping(item, indent)
        elif isinstance(item, list) and item:
            raise _UnusualError
        else:
            yield f"{self._inline(item, flow=False)}\n"

    def _inline(self, tree: Tree, *, flow: bool) -> str:
        if isinstance(tree, Flow):
            return self._inline(tree.tree, flow=True)
        if isinstance(tree, dict):
            pairs = (
                f"{self._key(k, flow=True)}: {self._inline(v, flow=True)}" for k, v in tree.items()
            )
            return f"{{{', '.join(pairs)}}}"
        if isinstance(tree, list):
            return f"[{', '.join(self._inline(item, flow=True) for item in tree)}]"
        return "null" if tree is None else self._scalar(tree, flow=flow)

    def _key(self, key: str, *, flow: bool) -> str:
        if not _KEY.fullmatch(key):
            raise _UnusualError
        return self._scalar(key, flow=flow)

    def _scalar(self, text: str, *, flow: bool) -> str:
        token = isinstance(text, Token)
        plain = _TOKEN if token else _PLAIN_INSIDE if flow else _PLAIN
        fits = plain.fullmatch(text) or _WORD.fullmatch(text)
        if fits and (token or text.lower() not in _TYPED):
            return str(text)
        written = self._careful(str(text), bare=token, flow=flow)
        if _BREAK.search(written):  # its lines would be indented as deep as it stands
            raise _UnusualError
        return written

"""`{% once … %}`: a part of a page printed once for all pages that give it the same values.

The masthead, the footer and the search dialog are the same for every page of a language, a depth
and a section; printing them was a quarter of printing a page.
"""

from collections.abc import Callable, Hashable
from typing import Final

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

_MOST: Final = 4096
"""Parts kept at most; a site has a few dozen."""


class OnceExtension(Extension):
    """Keeps what stands between `{% once A, B %}` and `{% endonce %}`, by place and values.

    What stands between may read nothing of a page but the values it is given; what is the same on
    every page, such as `site`, need not be given. Every build has an environment of its own, so
    nothing is kept from one build to the next.
    """

    tags = {"once"}  # noqa: RUF012  # as the base class has it

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.kept: dict[tuple[Hashable, ...], str] = {}
        """What was printed, by place and values."""

    def parse(self, parser: Parser) -> nodes.Node:
        """Read the tag: its values, and what stands between."""
        line = next(parser.stream).lineno
        values = parser.parse_tuple(with_condexpr=False)
        place = nodes.Const(f"{parser.name}:{line}")
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        call = self.call_method("_printed", [place, values])
        return nodes.CallBlock(call, [], [], body).set_lineno(line)

    def _printed(self, place: str, values: Hashable, caller: Callable[[], str]) -> str:
        key = (place, values)
        kept = self.kept.get(key)
        if kept is None:
            kept = caller()
            if len(self.kept) < _MOST:
                self.kept[key] = kept
        return kept

"""Forms a value may have: each reads a node into a typed value and writes it back."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from briefings.store.faults import Fault, MisfitError
from briefings.store.yaml import Listing, Mapping, Mark, Node, Scalar

T = TypeVar("T")


class Token(str):
    """A number, date or yes/no: written bare, where a text of the same letters is quoted."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """A list or mapping written on one line."""

    tree: "list[Tree] | dict[str, Tree]"


Tree = None | str | Flow | list["Tree"] | dict[str, "Tree"]
"""What is written: the shape of the YAML before its layout."""
Schema = dict[str, Any]
"""A JSON Schema (draft 7), whose values no annotation can say."""
_PLAIN: Final[Schema] = {"type": ["string", "number", "boolean"]}
"""A text as editors write it: `title: 2024` is one, whatever YAML makes of it."""


class Kind(ABC, Generic[T]):
    """A form of value."""

    expected: str
    """What an editor should write: `a date such as 2026-03-14`."""

    @abstractmethod
    def read(self, node: Node) -> T:
        """Type a node.

        Raises:
            MisfitError: with every fault in it.
        """

    @abstractmethod
    def write(self, value: T) -> Tree:
        """Give the tree that reads back as the value."""

    @abstractmethod
    def schema(self) -> Schema:
        """Describe what may stand in a file, for editors that help while one types."""


def misfit(at: Mark, message: str, remedy: str | None = None, code: str = "BR107") -> MisfitError:
    """Make the error of a single fault."""
    return MisfitError(
        Fault(code=code, line=at.line, column=at.column, message=message, remedy=remedy)
    )


def scalar_text(node: Node, expected: str) -> str:
    """Give the text of a node that has to be a single value."""
    if isinstance(node, Scalar) and node.text is not None:
        return node.text
    found = {Scalar: "nothing", Listing: "a list", Mapping: "keys and values"}[type(node)]
    raise misfit(node.start, f"expected {expected}, found {found}")


def shorten(text: str) -> str:
    """Quote a text for a message, at most forty letters of it."""
    shown = text if len(text) <= 40 else text[:39] + "…"
    return f'"{shown}"'


@dataclass(frozen=True)
class Parsed(Kind[T]):
    """A single value with a parser that raises ValueError and its way back."""

    expected: str
    parse: Callable[[str], T]
    show: Callable[[T], str]
    bare: bool = True
    """Whether it is written as a YAML value, not as a text."""
    form: Schema | None = None
    """Its JSON Schema; None: any single value."""

    def read(self, node: Node) -> T:
        """Type a node."""
        text = scalar_text(node, self.expected)
        try:
            return self.parse(text)
        except (ValueError, LookupError, OverflowError) as error:
            message = f"expected {self.expected}, found {shorten(text)}"
            raise misfit(node.start, message, self.remedy(text)) from error

    def remedy(self, text: str) -> str | None:  # noqa: ARG002  # closed sets look at it
        """Say what to do about a text that does not fit; None where `expected` says it all."""
        return None

    def write(self, value: T) -> Tree:
        """Give the tree that reads back as the value."""
        text = self.show(value)
        return Token(text) if self.bare else text

    def schema(self) -> Schema:
        """Describe what may stand in a file."""
        return {**(self.form or _PLAIN), "description": self.expected}


@dataclass(frozen=True)
class Maybe(Kind[T | None]):
    """A value that may be null."""

    kind: Kind[T]

    @property
    def expected(self) -> str:  # type: ignore[override]  # derived from what it holds
        """Say what may stand here."""
        return f"{self.kind.expected}, or null"

    def read(self, node: Node) -> T | None:
        """Type a node."""
        if isinstance(node, Scalar) and node.text is None:
            return None
        return self.kind.read(node)

    def write(self, value: T | None) -> Tree:
        """Give the tree that reads back as the value."""
        return None if value is None else self.kind.write(value)

    def schema(self) -> Schema:
        """Describe what may stand in a file."""
        inner = self.kind.schema()
        if "type" not in inner:
            return {"anyOf": [inner, {"type": "null"}]}
        types = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        return inner | {"type": [*types, "null"]}


@dataclass(frozen=True)
class ListOf(Kind[tuple[T, ...]]):
    """A list; null counts as an empty one."""

    kind: Kind[T]
    flow: bool = True
    """Whether it is written on one line."""

    @property
    def expected(self) -> str:  # type: ignore[override]  # derived from what it holds
        """Say what may stand here."""
        return f"a list, each {self.kind.expected}"

    def read(self, node: Node) -> tuple[T, ...]:
        """Type a node."""
        if isinstance(node, Scalar) and node.text is None:
            return ()
        if not isinstance(node, Listing):
            raise misfit(node.start, f"expected {self.expected}", "put it in brackets: [ … ]")
        values: list[T] = []
        faults: list[Fault] = []
        for item in node.items:
            try:
                values.append(self.kind.read(item))
            except MisfitError as error:
                faults.extend(error.faults)
        if faults:
            raise MisfitError(*faults)
        return tuple(values)

    def write(self, value: tuple[T, ...]) -> Tree:
        """Give the tree that reads back as the value."""
        items = [self.kind.write(item) for item in value]
        return Flow(items) if self.flow or not items else items

    def schema(self) -> Schema:
        """Describe what may stand in a file."""
        return {"type": ["array", "null"], "items": self.kind.schema()}


@dataclass(frozen=True)
class OneLine(Kind[T]):
    """Something of several keys, written on one line."""

    kind: Kind[T]

    @property
    def expected(self) -> str:  # type: ignore[override]  # derived from what it holds
        """Say what may stand here."""
        return self.kind.expected

    def read(self, node: Node) -> T:
        """Type a node."""
        return self.kind.read(node)

    def write(self, value: T) -> Tree:
        """Give the tree that reads back as the value."""
        tree = self.kind.write(value)
        return Flow(tree) if isinstance(tree, list | dict) else tree

    def schema(self) -> Schema:
        """Describe what may stand in a file."""
        return self.kind.schema()


@dataclass(frozen=True)
class EntriesOf(Kind[tuple[tuple[str, T], ...]]):
    """Keys anybody chooses, each with a value of one form."""

    kind: Kind[T]

    @property
    def expected(self) -> str:  # type: ignore[override]  # derived from what it holds
        """Say what may stand here."""
        return f"keys, each with {self.kind.expected}"

    def read(self, node: Node) -> tuple[tuple[str, T], ...]:
        """Type a node."""
        if isinstance(node, Scalar) and node.text is None:
            return ()
        if not isinstance(node, Mapping):
            raise misfit(node.start, f"expected {self.expected}")
        return tuple((entry.key, self.kind.read(entry.node)) for entry in node.entries)

    def write(self, value: tuple[tuple[str, T], ...]) -> Tree:
        """Give the tree that reads back as the value."""
        return {key: self.kind.write(item) for key, item in value}

    def schema(self) -> Schema:
        """Describe what may stand in a file."""
        return {"type": ["object", "null"], "additionalProperties": self.kind.schema()}

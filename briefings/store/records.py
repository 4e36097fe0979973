"""Records: keys and values in a file ↔ one frozen dataclass, from one table of fields."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, TypeVar

from briefings.store.faults import Fault, MisfitError, did_you_mean
from briefings.store.kinds import Kind, Schema, Tree, misfit
from briefings.store.yaml import Entry, Mapping, Node

T = TypeVar("T")
REQUIRED: Final = object()
"""The default of a key that has none."""
Values = dict[str, Any]
"""By key; each value has the type its kind reads, which no annotation can say per key."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """A key of a file: its form, and what the documentation says of it."""

    key: str
    kind: Kind[Any]
    meaning: str
    example: str
    by: str = "editor"
    """Who writes it: `editor`, `draft`, `review`; `draft, editor` where both do."""
    default: Any = REQUIRED
    shown: bool = True
    """Whether it is written where it has its default; editors look for such keys."""

    def is_required(self) -> bool:
        """Tell whether the file must have the key."""
        return self.default is REQUIRED

    def schema(self) -> Schema:
        """Describe what may stand behind the key."""
        said = {"description": f"{self.meaning}. Example: {self.example}"}
        return self.kind.schema() | said


def _attributes(value: Any, fields: tuple[Field, ...]) -> Values:
    return {field.key: getattr(value, field.key) for field in fields}


@dataclass(frozen=True)
class Record(Kind[T], Generic[T]):
    """Keys and values that make one object."""

    name: str
    """For messages: `an article`."""
    fields: tuple[Field, ...]
    build: Callable[..., T]
    """Makes the object from its keys."""
    take: Callable[[T], Values] | None = None
    """Gives the keys of an object; None where they are its attributes."""

    @property
    def expected(self) -> str:  # type: ignore[override]  # derived from its name
        """Say what may stand here."""
        keys = ", ".join(field.key for field in self.fields)
        return f"{self.name} with the keys {keys}"

    def read(self, node: Node) -> T:
        """Type a node."""
        return self.read_with(node)

    def read_with(self, node: Node, **given: Any) -> T:
        """Type a node, some values being known from elsewhere, such as an id that is a key."""
        if not isinstance(node, Mapping):
            raise misfit(node.start, f"expected {self.expected}")
        left = {entry.key: entry for entry in node.entries}
        faults: list[Fault] = []
        values: Values = {}
        for field in self.fields:
            try:
                values[field.key] = _value(field, left.pop(field.key, None), node)
            except MisfitError as error:
                faults.extend(error.faults)
        if left or faults:
            raise MisfitError(*self._unknown(node), *faults)
        return self.build(**values, **given)

    def write(self, value: T) -> dict[str, Tree]:
        """Give the tree that reads back as the value, keys in the order of the table."""
        values = self.take(value) if self.take else _attributes(value, self.fields)
        return {
            field.key: field.kind.write(values[field.key])
            for field in self.fields
            if field.shown or values[field.key] != field.default
        }

    def schema(self) -> Schema:
        """Describe what may stand in a file: every key with its meaning and an example."""
        return {
            "type": "object",
            "properties": {field.key: field.schema() for field in self.fields},
            "required": [field.key for field in self.fields if field.is_required()],
            "additionalProperties": False,
        }

    def _unknown(self, node: Mapping) -> list[Fault]:
        known = [field.key for field in self.fields]
        return [
            Fault(
                code="BR105",
                line=entry.at.line,
                column=entry.at.column,
                message=f'unknown key "{entry.key}"',
                remedy=did_you_mean(entry.key, known) or f"{self.name} has {', '.join(known)}",
            )
            for entry in node.entries
            if entry.key not in known
        ]


def _value(field: Field, entry: Entry | None, node: Mapping) -> Any:
    if entry is not None:
        try:
            return field.kind.read(entry.node)
        except MisfitError as error:
            raise MisfitError(*(_named(fault, field.key) for fault in error.faults)) from error
    if field.is_required():
        remedy = f"add {field.key}: {field.example}"
        raise misfit(node.start, f'the key "{field.key}" is missing', remedy, "BR106")
    return field.default


def _named(fault: Fault, key: str) -> Fault:
    """Begin the message with the key; the innermost record has the first word."""
    if not fault.message.startswith("expected "):
        return fault
    return replace(fault, message=f"{key}: {fault.message}")

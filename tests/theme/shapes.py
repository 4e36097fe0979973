"""Compare a view with the shape it claims: exactly the declared keys, all the way down."""

import types
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict


def find_faults(value: Any, hint: Any, place: str = "view") -> list[str]:
    """List where a value is not of the hinted shape."""
    if is_typeddict(hint):
        return _dict_faults(value, hint, place)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        tried = [find_faults(value, one, place) for one in inner]
        return [] if [] in tried else max(tried, key=len)
    if origin is list:
        return [
            fault
            for at, item in enumerate(value)
            for fault in find_faults(item, inner[0], f"{place}[{at}]")
        ]
    if origin is tuple:
        return [
            fault
            for at, item in enumerate(value)
            for fault in find_faults(item, inner[at], f"{place}[{at}]")
        ]
    return [] if isinstance(value, hint) else [f"{place} is no {hint}"]


def _dict_faults(value: Any, hint: Any, place: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{place} is no mapping"]
    hints = get_type_hints(hint)
    wrong = (hint.__required_keys__ - value.keys()) | (value.keys() - hints.keys())
    if wrong:
        return [f"{place}: {sorted(wrong)}"]
    return [
        fault
        for key, one in hints.items()
        if key in value
        for fault in find_faults(value[key], one, f"{place}.{key}")
    ]

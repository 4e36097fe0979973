"""Every regular expression of the package, and texts that would make one of them backtrack.

`python -m tests.torture.patterns` prints the expressions as lines of JSON: pattern, flags, module.
"""

import ast
import importlib
import json
import pkgutil
import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import briefings

PACKAGE = Path(briefings.__file__).parent
REPEATS = {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}
ATOMIC = code.ATOMIC_GROUP
CATEGORIES = {
    code.CATEGORY_DIGIT: "7", code.CATEGORY_NOT_DIGIT: "a", code.CATEGORY_SPACE: " ",
    code.CATEGORY_NOT_SPACE: "a", code.CATEGORY_WORD: "a", code.CATEGORY_NOT_WORD: "-",
}  # fmt: skip
ENDS = ("", "\0", "!", "\n", "a", " ", "<")


def find_patterns() -> Iterator[tuple[str, int, str]]:
    """Give what is compiled on import, then what stands in a call inside a function."""
    found: dict[tuple[str, int], str] = {}
    compile_ = re._compile  # type: ignore[attr-defined]

    def noting(pattern: Any, flags: int) -> Any:
        caller = sys._getframe(2).f_globals.get("__name__", "")
        if caller.startswith("briefings") and isinstance(pattern, str):
            found.setdefault((pattern, int(flags)), caller)
        return compile_(pattern, flags)

    re._compile = noting  # type: ignore[attr-defined]
    for module in pkgutil.walk_packages([str(PACKAGE)], "briefings."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            is_call = isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")
            first = node.args[0] if is_call and node.args else None  # type: ignore[attr-defined]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.setdefault((first.value, 0), file.stem)
    yield from ((pattern, flags, where) for (pattern, flags), where in found.items())


class Attacks:
    """Makes texts that one expression matches for long, and then does not."""

    def __init__(self, pattern: str, flags: int, seed: int) -> None:
        self._tree = parser.parse(pattern, flags)
        self._chance = random.Random(seed)
        self.pumps: list[tuple[str, str]] = []
        """What stands before something that repeats, and what it repeats."""
        self._walk(list(self._tree), "")

    def texts(self, length: int) -> Iterator[str]:
        """Give texts of about a length."""
        for before, pump in dict.fromkeys(self.pumps):
            many = (pump * (length // len(pump) + 1))[:length]
            for end in ENDS:
                yield before + many + end
            if before:
                whole = (before + pump) * (length // len(before + pump) + 1)
                yield whole[:length] + "\0"

    def _walk(self, items: list[Any], before: str) -> str:
        for op, what in items:
            if op in REPEATS:
                least, most, inner = what
                one = self._sample(list(inner))
                if most > 8 and one:
                    self.pumps.append((before, one))
                    self.pumps.append((before, self._sample(list(inner)) + one))
                self._walk(list(inner), before)
                before += one * max(least, 1)
            elif op is code.SUBPATTERN:
                before = self._walk(list(what[3]), before)
            elif op is code.BRANCH:
                ends = [self._walk(list(branch), before) for branch in what[1]]
                before = self._chance.choice(ends)
            elif op in {code.ASSERT, code.ASSERT_NOT}:
                self._walk(list(what[1]), before)
            elif op is ATOMIC:
                before = self._walk(list(what), before)
            else:
                before += self._sample([(op, what)])
        return before

    def _sample(self, items: list[Any]) -> str:
        return "".join(self._of(op, what) for op, what in items)

    def _of(self, op: Any, what: Any) -> str:
        ways: dict[Any, Callable[[], str]] = {
            code.LITERAL: lambda: chr(what),
            code.NOT_LITERAL: lambda: "a" if what != ord("a") else "b",
            code.ANY: lambda: self._chance.choice("a ."),
            code.IN: lambda: self._one_of(what),
            code.CATEGORY: lambda: CATEGORIES[what],
            code.SUBPATTERN: lambda: self._sample(list(what[3])),
            code.BRANCH: lambda: self._sample(list(self._chance.choice(what[1]))),
            ATOMIC: lambda: self._sample(list(what)),
            **dict.fromkeys(REPEATS, lambda: self._repeated(*what)),
        }
        return ways[op]() if op in ways else ""

    def _repeated(self, least: int, most: int, inner: Any) -> str:
        times = max(least, min(1, most)) if self._chance.random() < 0.7 else least
        return self._sample(list(inner)) * times

    def _one_of(self, choices: list[Any]) -> str:
        if choices[0][0] is code.NEGATE:
            no = {chr(what) for op, what in choices[1:] if op is code.LITERAL}
            categories = {what for op, what in choices[1:] if op is code.CATEGORY}
            fit = [c for c in "a 7-.;<é" if c not in no and not (
                (c == " " and code.CATEGORY_SPACE in categories)
                or (c in "a7é" and code.CATEGORY_WORD in categories)
                or (c in "a-. <;é" and code.CATEGORY_NOT_WORD in categories and c not in "aé7")
                or (c == "7" and code.CATEGORY_DIGIT in categories))]  # fmt: skip
            return self._chance.choice(fit or ["a"])
        op, what = self._chance.choice(choices)
        if op is code.RANGE:
            return chr(self._chance.choice(what))
        return CATEGORIES[what] if op is code.CATEGORY else chr(what)


if __name__ == "__main__":
    for line in find_patterns():
        print(json.dumps(line))

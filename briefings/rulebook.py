"""Every rule there is: code, severity, meaning, why, remedy, an example of wrong and of right.

`briefings/rules/*.md` is the one place where this stands, a file for each hundred of codes. The
tables of `briefings.store` and `briefings.check`, `briefings explain-rule` and `docs/rules.md` are
made from it.
"""

import difflib
import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from types import MappingProxyType
from typing import Final

from briefings.errors import Finding, Severity
from briefings.settings import Settings

_HEAD: Final = re.compile(r"## (BR\d{3}) (error|warning|note): (.+)")
_FACT: Final = re.compile(r"^- (Why|Do|Stays|Fixed): (.+)$", re.MULTILINE)
_EXAMPLE: Final = re.compile(r"^(Wrong|Right):\n\n((?: {4}.*\n|\n)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A kind of finding."""

    code: str
    severity: Severity
    meaning: str
    """What is wrong, a sentence without its full stop."""
    why: str
    """Why it matters to readers, sources or the desk."""
    remedy: str
    wrong: str
    """An example, some lines."""
    right: str
    stays: str | None = None
    """Why a desk may not turn it off or down; None where it may."""
    fixed: str | None = None
    """What `briefings check --fix` puts right; None where only a person can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The rules of one hundred."""

    title: str
    intro: str
    rules: tuple[Rule, ...]


@functools.cache
def chapters() -> tuple[Chapter, ...]:
    """Read the rulebook, in order of codes."""
    folder = resources.files("briefings").joinpath("rules")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".md")), key=_name)
    return tuple(_chapter(file.read_text("utf-8")) for file in files)


@functools.cache
def all_rules() -> Mapping[str, Rule]:
    """Give every rule by its code."""
    return MappingProxyType({rule.code: rule for one in chapters() for rule in one.rules})


def rules_of(hundreds: str) -> Mapping[str, Rule]:
    """Give the rules of some hundreds by code: `"3456"` are BR301 to BR699."""
    return MappingProxyType(
        {code: rule for code, rule in all_rules().items() if code[2] in hundreds}
    )


def near_code(given: str) -> str | None:
    """Give the code somebody may have meant; None where none is near."""
    digits = re.sub(r"\D", "", given)
    wanted = f"BR{digits}" if digits else given.upper()
    near = difflib.get_close_matches(wanted, all_rules(), 1, cutoff=0.6)
    return near[0] if near else None


def _name(file: object) -> str:
    return str(getattr(file, "name", file))


def _chapter(text: str) -> Chapter:
    head, *sections = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    title, _, intro = head.removeprefix("# ").partition("\n")
    return Chapter(title=title, intro=intro.strip(), rules=tuple(map(_rule, sections)))


def _rule(section: str) -> Rule:
    head = _HEAD.match(section)
    if head is None:
        raise ValueError(f"the rulebook has no rule in {section[:60]!r}")
    facts = dict(_FACT.findall(section))
    examples = {key: _outdented(lines) for key, lines in _EXAMPLE.findall(section + "\n")}
    return Rule(
        code=head[1],
        severity=Severity(head[2]),
        meaning=head[3],
        why=facts["Why"],
        remedy=facts["Do"],
        wrong=examples["Wrong"],
        right=examples["Right"],
        stays=facts.get("Stays"),
        fixed=facts.get("Fixed"),
    )


def _outdented(lines: str) -> str:
    return "\n".join(_lines(lines)).strip("\n")


def _lines(text: str) -> Iterator[str]:
    return (line[4:] for line in text.splitlines())


def weigh(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Give findings the severities the desk set in `mkdocs.yml`; those it turned off are left out.

    A finding milder or worse than its rule gets what the desk set all the same.
    """
    chosen = dict(settings.severity)
    for finding in findings:
        severity = chosen.get(finding.code, finding.severity)
        if severity is not None:
            yield replace(finding, severity=severity)

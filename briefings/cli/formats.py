"""Findings for machines: JSON, GitHub's workflow commands, SARIF 2.1.0."""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from briefings import __version__
from briefings.cli.excerpts import line_at
from briefings.errors import Finding, Severity
from briefings.model import JSON
from briefings.rulebook import Rule, all_rules

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(findings: Sequence[Finding], root: Path, *, briefings: int) -> str:
    """Give one object: how many briefings were checked, and each finding with its line."""
    told: list[JSON] = [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "path": finding.place.path,
            "line": finding.place.line or None,
            "column": finding.place.column or None,
            "message": finding.message,
            "remedy": finding.remedy,
            "text": line_at(finding.place, root),
        }
        for finding in findings
    ]
    whole: JSON = {"briefings": briefings, "findings": told}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding], root: Path) -> Iterator[str]:
    """Give a workflow command for each finding: GitHub prints it beside the line."""
    for finding in findings:
        place = finding.place
        properties = {"file": from_here(place.path, root)}
        if place.line:
            properties |= {"line": str(place.line), "col": str(max(place.column, 1))}
        properties["title"] = finding.code
        shown = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        yield f"::{_GITHUB[finding.severity]} {shown}::{_data(_sentence(finding))}"


def as_sarif(findings: Sequence[Finding], root: Path) -> str:
    """Give a SARIF 2.1.0 log of one run: the rules that were broken, and where."""
    rules = [all_rules()[code] for code in sorted({finding.code for finding in findings})]
    index = {rule.code: number for number, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    results: list[JSON] = [_result(finding, root, index, seen) for finding in findings]
    driver: JSON = {
        "name": "briefings",
        "version": __version__,
        "rules": [_descriptor(rule) for rule in rules],
    }
    run: JSON = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    whole: JSON = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def from_here(path: str, root: Path) -> str:
    """Give a path of the desk as it is from where the command runs, with forward slashes."""
    return Path(os.path.relpath(root / path)).as_posix()


def _descriptor(rule: Rule) -> JSON:
    examples = f"Wrong:\n\n{_fenced(rule.wrong)}\n\nRight:\n\n{_fenced(rule.right)}"
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.meaning},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": f"{rule.why} {rule.remedy}",
            "markdown": f"{rule.why}\n\n{rule.remedy}\n\n{examples}",
        },
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(finding: Finding, root: Path, index: dict[str, int], seen: Counter[str]) -> JSON:
    physical: dict[str, JSON] = {
        "artifactLocation": {"uri": quote(from_here(finding.place.path, root))}
    }
    line = line_at(finding.place, root)
    if finding.place.line:
        region: dict[str, JSON] = {"startLine": finding.place.line}
        if finding.place.column:
            region["startColumn"] = finding.place.column
        if line is not None:
            region["snippet"] = {"text": line}
        physical["region"] = region
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": finding.severity.value,
        "message": {"text": _sentence(finding)},
        "locations": [{"physicalLocation": physical}],
        "partialFingerprints": {"briefings/v1": _fingerprint(finding, line, seen)},
    }


def _fingerprint(finding: Finding, line: str | None, seen: Counter[str]) -> str:
    """Name a finding so that lines put in above it change nothing."""
    words = "\0".join((finding.code, finding.place.path, finding.message, (line or "").strip()))
    seen[words] += 1
    return hashlib.blake2b(f"{words}\0{seen[words]}".encode(), digest_size=16).hexdigest()


def _sentence(finding: Finding) -> str:
    return f"{finding.message}; {finding.remedy}" if finding.remedy else finding.message


def _fenced(text: str) -> str:
    return f"```\n{text}\n```"


def _data(text: str) -> str:
    """Escape a message as GitHub's runner reads it back."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

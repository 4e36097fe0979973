"""The judges: axe, Nu HTML checker, html-validate and Lighthouse, installed apart by npm."""

import json
import os
import shutil
import statistics
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(".briefings/peers-node")
_PACKAGES = ("axe-core", "vnu-jar", "html-validate", "lighthouse")
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_LOOPBACK = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def install() -> None:
    """Install what is missing; unlocked and apart: nothing but this comparison needs it."""
    if all((FOLDER / "node_modules" / name).is_dir() for name in _PACKAGES):
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    npm = shutil.which("npm") or "npm"
    quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    subprocess.run([npm, "install", *quiet, *_PACKAGES], cwd=FOLDER, check=True, timeout=600)


def versions() -> str:
    """Name the judges with their versions."""
    found = []
    for name in _PACKAGES:
        file = FOLDER / "node_modules" / name / "package.json"
        if file.is_file():
            found.append(f"{name} {json.loads(file.read_text(encoding='utf-8'))['version']}")
    return ", ".join(found)


def axe_script() -> str:
    """Give axe's code with a call that names each broken rule and where."""
    code = (FOLDER / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    options = json.dumps({"runOnly": {"type": "tag", "values": _TAGS}})
    return f"""async () => {{
      if (!window.axe) {{ {code} }}
      const {{ violations }} = await axe.run(document, {options});
      return violations.map((one) => `${{one.id}}: ${{one.nodes[0].target.join(" ")}}`);
    }}"""


def nu_errors(addresses: Mapping[str, str]) -> Counter[str]:
    """Count what the Nu HTML checker calls an error or warns of, by message and kind of page.

    Pages are given by their address: from a disk, a policy of `'self'` would allow nothing.
    """
    java = shutil.which("java")
    if java is None:
        return Counter({"java is not here": 1})
    jar = FOLDER / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = [java, "-Xss1m", _LOOPBACK, "-jar", str(jar), "--format", "json", "--stdout"]
    asked = [*command, *addresses.values()]  # it exits with 1 where there are errors
    done = subprocess.run(asked, check=False, capture_output=True, text=True, timeout=300)
    kinds = {address: kind for kind, address in addresses.items()}
    found: Counter[str] = Counter()
    for message in json.loads(done.stdout)["messages"]:
        kind = kinds.get(message.get("url", ""), "?")
        label = message.get("subType", message["type"])
        found[f"{label}: {message['message']} ({kind})"] += 1
    return found


def html_validate_errors(pages: Mapping[str, Path]) -> Counter[str]:
    """Count what html-validate's recommended rules object to, by rule and kind of page."""
    config = FOLDER / "htmlvalidate.json"
    # A headline is as long as its editor made it.
    rules = {"root": True, "extends": ["html-validate:recommended"], "rules": {"long-title": "off"}}
    config.write_text(json.dumps(rules), encoding="utf-8")
    tool = FOLDER / "node_modules/.bin/html-validate"
    # By way of a file: it ends before a pipe has taken more than 64 KB.
    told = (FOLDER / "htmlvalidate-told.json").resolve()
    command = [str(tool), "--config", str(config), "--formatter", f"json={told}"]
    files = map(str, pages.values())
    subprocess.run([*command, *files], check=False, capture_output=True, timeout=300)
    kinds = {str(path.resolve()): kind for kind, path in pages.items()}
    found: Counter[str] = Counter()
    for report in json.loads(told.read_text(encoding="utf-8")):
        kind = kinds.get(str(Path(report["filePath"]).resolve()), "?")
        for message in report["messages"]:
            found[f"{message['ruleId']}: {message['message']} ({kind})"] += 1
    return found


def lighthouse(address: str, chromium: str, rounds: int) -> tuple[dict[str, float], list[str]]:
    """Give the median score of each category, mobile, and what lost points in the last round."""
    reports = [_one_report(address, chromium) for _ in range(rounds)]
    scores = {
        name: statistics.median(r["categories"][name]["score"] or 0.0 for r in reports)
        for name in CATEGORIES
    }
    return scores, _lost(reports[-1])


def _one_report(address: str, chromium: str) -> dict[str, Any]:
    tool = FOLDER / "node_modules/.bin/lighthouse"
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    only = f"--only-categories={','.join(CATEGORIES)}"
    quiet: Sequence[str] = ("--quiet", "--output=json", "--output-path=stdout")
    done = subprocess.run(
        [str(tool), address, flags, only, *quiet],
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
        env={**os.environ, "CHROME_PATH": chromium},
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _lost(report: dict[str, Any]) -> list[str]:
    lost = []
    for name in CATEGORIES:
        for ref in report["categories"][name]["auditRefs"]:
            audit = report["audits"][ref["id"]]
            if ref["weight"] and audit["score"] is not None and audit["score"] < 1:
                lost.append(f"{name}: {audit['id']} {audit.get('displayValue', '')}".strip())
    return lost

"""What is installed: locked by hash, as wheels, each with a reason; workflows pinned and poor in rights."""

import re
import tomllib

from tests.browser.conftest import ROOT
from tests.torture.tallying import Tally

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_every_dependency_has_its_reason(tally: Tally) -> None:
    """In `docs/decisions/0004-dependencies.md`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    reasons = (ROOT / "docs/decisions/0004-dependencies.md").read_text(encoding="utf-8")
    extras = project["optional-dependencies"]
    for line in (*project["dependencies"], *(line for extra in extras.values() for line in extra)):
        name = re.split(r"[<>=\[]", line)[0]
        tally.add(name, not re.search(rf"\b{re.escape(name)}\b", reasons) and "no reason is given")

    tally.check(least=20)


def test_every_package_is_locked_by_hash(tally: Tally) -> None:
    """Both files, and nothing of a build is taken from a source."""
    for file in sorted((ROOT / "requirements").glob("*.txt")):
        text = file.read_text(encoding="utf-8").replace("\\\n", " ")
        for line in (one for one in text.splitlines() if one.strip() and not one.startswith("#")):
            if re.match(r"\s", line):
                continue
            locked = "==" in line and "--hash=sha256:" in line
            tally.add(line[:40], not locked and "it is not locked")
    installs = re.findall(
        r"pip install [^\n]*-r [^\n]*",
        "\n".join(file.read_text(encoding="utf-8") for file in (*WORKFLOWS, ROOT / "Makefile")),
    )
    for line in installs:
        sure = "--require-hashes" in line and "--only-binary :all:" in line
        tally.add(line[:60], not sure and "a source could be built")

    tally.check(least=50)


def test_workflows_are_pinned_and_have_no_right_but_those_they_name(tally: Tally) -> None:
    """By the digest of a commit; the token of a run can do nothing unless a job says so."""
    for file in WORKFLOWS:
        text = file.read_text(encoding="utf-8")
        loose = [
            u for u in re.findall(r"uses: (\S+)", text) if not re.fullmatch(r"\S+@[0-9a-f]{40}", u)
        ]
        tally.add(
            file.name,
            *loose,
            "\npermissions: {}\n" not in text and "it has rights from the start",
            "pull_request_target" in text and "it runs strangers' code with our rights",
            "${{ github.event.pull_request.title" in text and "a stranger's words in a command",
            text.count("actions/checkout@") != text.count("persist-credentials: false")
            and "a token is kept",
        )

    tally.check(least=3)

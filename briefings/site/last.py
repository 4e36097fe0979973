"""What the last build was made from and what it made, so that a second one can say so."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

from briefings.errors import Finding, Place, Severity
from briefings.site.reading import Look, differing
from briefings.state import State

_NAME = "last build"


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """One finished build."""

    keys: Mapping[str, str]
    pictures: str
    rest: str
    """These three as the desk has them (`Look`)."""
    tree: str
    """Digest of the names, sizes and times of what came out."""
    pages: int
    changed: tuple[str, ...] = ()
    """Paths the build changed; folders end in a slash."""
    spare: str | None = None
    """Name of the tree it took the place of; None where none was kept."""
    closing: Mapping[str, str]
    """Digests of the files that stand on all pages, by path."""
    images: tuple[str, ...] = ()
    """Paths of the pictures shown."""
    drafts: tuple[str, ...] = ()
    """Addresses of the drafts shown."""
    findings: tuple[Finding, ...] = ()
    """What could not be read, to be said again."""
    since: datetime
    """The time it was built for."""
    until: datetime | None = None
    """When an embargo lifts, something expires, or news is no longer new; None: never."""

    def read_the_same(self, desk: Look) -> bool:
        """Tell whether a desk reads as it did."""
        same = desk.keys.items() <= self.keys.items()
        return same and (self.pictures, self.rest) == (desk.pictures, desk.rest)

    @classmethod
    def load(cls, state: State) -> Self | None:
        """Give the last build; None where there is none that can be used."""
        text = state.get(_NAME)
        if not text:
            return None
        values = json.loads(text)
        until = values["until"]
        return cls(
            **values
            | {
                "images": tuple(values["images"]),
                "changed": tuple(values["changed"]),
                "drafts": tuple(values["drafts"]),
                "findings": tuple(map(_parse_finding, values["findings"])),
                "since": datetime.fromisoformat(values["since"]),
                "until": datetime.fromisoformat(until) if until else None,
            }
        )

    def save(self, state: State) -> None:
        """Note a build, last of all."""
        values = asdict(self)
        values["findings"] = [
            found | {"severity": found["severity"].value} for found in values["findings"]
        ]
        values["since"] = self.since.isoformat()
        values["until"] = self.until.isoformat() if self.until else None
        state.set(_NAME, json.dumps(values))


def forget_last(state: State) -> None:
    """Forget the last build: what follows may leave a site that the state does not know."""
    state.set(_NAME, "")


def reads_alike(last: Last, desk: Look, now: datetime) -> bool:
    """Tell whether a build would make of a desk, at a moment, what the last one made."""
    held = last.since <= now and (last.until is None or now < last.until)
    return held and last.read_the_same(desk)


def why_anew(last: Last | None, desk: Look, weigh: Callable[[], str]) -> str | None:
    """Say why every page has to be made; None where the last build can be built upon.

    `weigh` says what the site weighs now; it is asked last.
    """
    if last is None:
        return "nothing is known of an earlier build"
    for name in differing(last.keys, desk.keys):
        return f"{name} changed"
    if weigh() != last.tree:
        return "the site is not what the last build left"
    return None


def _parse_finding(values: dict[str, Any]) -> Finding:
    place = Place(**values["place"])
    return Finding(**(values | {"place": place, "severity": Severity(values["severity"])}))

"""What the last build was made from, so that a second one can say that nothing changed."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from briefings.errors import Finding, Place, Severity
from briefings.settings import Settings
from briefings.site.assets import theme_folder
from briefings.store.disk import save_text
from briefings.text.digests import digest_bytes, digest_value

_TOOLS = ("mkdocs", "mkdocs-material", "jinja2", "markdown-it-py", "nh3", "pagefind", "babel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One finished build."""

    key: str
    """Digest of all that went in."""
    tree: str
    """Digest of the names, sizes and times of what came out."""
    pages: int
    drafts: tuple[str, ...] = ()
    """Addresses of the drafts shown."""
    findings: tuple[Finding, ...] = ()
    """What could not be read, to be said again."""
    since: datetime
    """The time it was built for."""
    until: datetime | None = None
    """When an embargo lifts or something expires; None where the clock changes nothing."""

    def holds_at(self, now: datetime) -> bool:
        """Tell whether the same briefings are visible now as when it was built."""
        return self.since <= now and (self.until is None or now < self.until)


def key_of(settings: Settings, *, drafts: bool) -> str:
    """Digest everything a build depends on but the clock: contents, never times."""
    files = [[name, digest_bytes(path.read_bytes())] for name, path in _inputs(settings)]
    tools = [f"{tool} {version(tool)}" for tool in _TOOLS]
    return digest_value([files, tools, drafts])


def _inputs(settings: Settings) -> Iterator[tuple[str, Path]]:
    package = Path(__file__).resolve().parents[1]
    folders = {
        "code": package,
        "theme": theme_folder(),
        "desk theme": settings.root / "theme",
        "briefings": settings.briefings(),
        "editions": settings.editions(),
        "registers": settings.registers(),
        "images": settings.images(),
        "pages": settings.root / "content" / "pages",
    }
    yield "mkdocs.yml", settings.root / "mkdocs.yml"
    for name, folder in folders.items():
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                yield f"{name}/{file.relative_to(folder).as_posix()}", file


def tree_of(site: Path) -> str:
    """Digest names, sizes and times of a built tree: notices a file touched or lost since."""
    return digest_value([[path, size, time] for path, size, time in sorted(_listing(site, ""))])


def _listing(folder: Path, prefix: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _listing(Path(entry.path), name + "/")
            else:
                status = entry.stat(follow_symlinks=False)
                yield name, status.st_size, status.st_mtime_ns


def load_manifest(file: Path) -> Manifest | None:
    """Read the last build's manifest; None where there is none that can be used."""
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
        until = values["until"]
        return Manifest(
            key=str(values["key"]),
            tree=str(values["tree"]),
            pages=int(values["pages"]),
            drafts=tuple(map(str, values["drafts"])),
            findings=tuple(_parse_finding(found) for found in values["findings"]),
            since=datetime.fromisoformat(values["since"]),
            until=datetime.fromisoformat(until) if until else None,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _parse_finding(values: dict[str, Any]) -> Finding:
    place = Place(**values["place"])
    return Finding(**(values | {"place": place, "severity": Severity(values["severity"])}))


def save_manifest(file: Path, manifest: Manifest) -> None:
    """Write the manifest, last of all."""
    values = asdict(manifest)
    values["findings"] = [
        found | {"severity": found["severity"].value} for found in values["findings"]
    ]
    values["since"] = manifest.since.isoformat()
    values["until"] = manifest.until.isoformat() if manifest.until else None
    save_text(file, json.dumps(values, indent=1) + "\n")


def is_current(site: Path, key: str, now: datetime, manifest: Manifest | None) -> bool:
    """Tell whether the site on disk is what a build would make."""
    return (
        manifest is not None
        and manifest.key == key
        and manifest.holds_at(now)
        and site.is_dir()
        and tree_of(site) == manifest.tree
    )

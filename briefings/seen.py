"""What earlier runs found in mails and feeds, so that those used up are not read each time.

The file is disposable: without it, or with a broken one, everything is read once more.
"""

import contextlib
import json
from pathlib import Path

from briefings.settings import Settings
from briefings.store.disk import save_text

_MOST_BYTES = 64 * 1024 * 1024


def load_seen(settings: Settings) -> dict[str, list[str]]:
    """Give the digests of the articles in files, by the digest of the whole file."""
    file = _file(settings)
    with contextlib.suppress(OSError, ValueError, RecursionError):
        if file.stat().st_size <= _MOST_BYTES:
            value = json.loads(file.read_text(encoding="utf-8"))
            if isinstance(value, dict):
                return {key: list(map(str, v)) for key, v in value.items() if isinstance(v, list)}
    return {}


def save_seen(settings: Settings, seen: dict[str, list[str]]) -> None:
    """Keep it for the next run."""
    save_text(_file(settings), json.dumps(seen, indent=0, sort_keys=True) + "\n")


def _file(settings: Settings) -> Path:
    return settings.root / ".briefings" / "seen.json"

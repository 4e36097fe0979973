"""A desk with one hostile text in every field of every file, and its harmless twin.

Each text has a number, and a briefing, a story, a topic, an outlet, a name of each kind, an entry
of the diary and a correction of that number hold nothing else. The twin has the same files with
plain words, so that pages can be compared by their elements.
"""

import base64
import json
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from briefings.configuration import load_settings
from briefings.settings import Settings
from tests.torture.texts import URLS

NOW = datetime(2026, 3, 30, 12, tzinfo=UTC)
FIRST = date(2026, 3, 2)
A_DAY = 30
"""Briefings of one edition."""
_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PLAIN = "plain words"
_LETTERS = "bcdfghklmnprstvz"
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def mark_of(number: int) -> str:
    """Give the word that says which text a page holds; search finds it."""
    return f"zq{number:04d}x"


def hostile_desk(
    root: Path, texts: Sequence[str], *, urls: Sequence[str] = URLS, frame: str = PLAIN
) -> Settings:
    """Write the desk; `frame` stands in the site's own name, description and sections."""
    _configure(root, frame)
    said = [f"{text} {mark_of(number)}" for number, text in enumerate(texts)]
    given = [urls[number % len(urls)] for number in range(len(said))]
    _write(root, "images/one.png", _PIXEL)
    for number, (text, url) in enumerate(zip(said, given, strict=True)):
        name = f"briefings/{day_of(number):%Y/%m}/b{number:04d}.md"
        _write(root, name, _briefing(number, text, url))
    for name, register in _registers(said, given).items():
        _write(root, f"registers/{name}.yml", as_yaml(register))
    for at in range(0, len(said), A_DAY):
        words = as_yaml({"signed": said[at], "closed": said[at]})
        _write(root, f"editions/{day_of(at)}.md", f"---\n{words}\n---\n\n{said[at]}\n")
    _write(root, "pages/about.md", f"# {frame}\n\n" + "\n\n".join(said))
    return load_settings(root)


def plain_text(number: int) -> str:
    """Give harmless words that no other number has, so that no two briefings are alike."""
    digits = [(number * 7919 + 31) // 16**place % 16 for place in range(4)]
    return "Plain " + " ".join(
        f"{_LETTERS[digit]}a{_LETTERS[digit - 3]}e{digit}" for digit in digits
    )


def day_of(number: int) -> date:
    """Give the edition of a number."""
    return FIRST + timedelta(days=number // A_DAY)


def address_of(number: int) -> str:
    """Give the page of a number, from the site's root."""
    return f"{day_of(number):%Y/%m}/b{number:04d}/index.html"


def as_yaml(value: object) -> str:
    """Write a value on one line; every text is quoted."""
    line = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\U{ord(found[0]):08x}", line)


def _write(root: Path, name: str, content: str | bytes) -> None:
    file = root / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))


def _configure(root: Path, frame: str) -> None:
    root.mkdir(parents=True, exist_ok=True)
    options = {
        "timezone": "Europe/Malta",
        "place": frame,
        "licence": frame,
        "licence_url": "javascript:alert(1)",
        "contact": frame,
        "sections": [{"title": frame, "topics": ["t0000"]}],
    }
    whole = {
        "site_name": frame,
        "site_url": "https://desk.example/news/",
        "site_description": frame,
        "docs_dir": "content/pages",
        "theme": {"name": "material"},
        "plugins": [{"briefings": options}],
    }
    (root / "mkdocs.yml").write_text(as_yaml(whole), encoding="utf-8")


def _briefing(number: int, text: str, url: str) -> str:
    key = f"{number:04d}"
    point = {"text": text, "from": ["editor"], "says": text}
    front = {
        "id": f"b{key}",
        "title": text,
        "dek": text,
        "edition": str(day_of(number)),
        "published_at": f"{day_of(number)}T06:00+00:00",
        "updated_at": f"{day_of(number)}T08:00+00:00",
        "language": "en",
        "topics": [f"t{key}"],
        "story": f"s{number // 2:04d}",
        "summary": [point],
        "key_points": [point, {**point, "kind": "background"}],
        "quotes": [
            dict.fromkeys(("text", "speaker", "printed", "cue", "setting"), text)
            | {"from": ["editor"]}
        ],
        "names": {kind: [text] for kind in ("people", "organisations", "places", "laws")},
        "image": {
            **{"file": "one.png", "alt": text, "caption": text, "credit": text},
            "rights": {"holder": text, "licence": text},
        },
        "status": "published",
        "reviewed": {"by": text, "at": f"{day_of(number)}T05:00+00:00"},
        "corrections": [
            {"kind": "correction", "at": str(day_of(number)), "was": text, "now": text, "why": text}
        ],
        "articles": [
            _article("a", text, url, f"{mark_of(number)} {text}"),
            _article("b", text, url, f"o{key}"),
        ],
        "format": "1",
    }
    return f"---\n{as_yaml(front)}\n---\n\n{text}\n"


def _article(key: str, text: str, url: str, source: str) -> dict[str, object]:
    return {
        "key": key,
        "path": f"2026/03/{key}.txt",
        "digest": "v1:3f2a9c1d5e7b8a60",
        "title": text,
        "dek": text,
        "source": source,
        "url": url,
        "date": "2026-03-02",
        "byline": [text],
        "agencies": [{"name": text, "role": "copy"}],
        "images": [{"caption": text, "credit": text}],
        "language": "en",
        "rights": "full",
    }


def _registers(said: Sequence[str], urls: Sequence[str]) -> dict[str, object]:
    numbered = [(f"{n:04d}", text, urls[n]) for n, text in enumerate(said)]
    names = {
        kind: {
            f"{kind[:3]}{key}": {
                **{"name": text, "aliases": [f"{text} too"], "description": text, "url": url},
                "page": "yes",
            }
            for key, text, url in numbered
        }
        for kind in ("people", "organisations", "places", "laws")
    }
    outlet = ("name", "kind", "owner", "description")
    return {
        "names": names,
        "sources": {
            f"o{key}": dict.fromkeys(outlet, f"{text} outlet") | {"url": url}
            for key, text, url in numbered
        },
        "stories": {f"s{key}": {"title": t, "standfirst": t} for key, t, _ in numbered},
        "topics": {f"t{key}": {"name": text, "words": [text]} for key, text, _ in numbered},
        "diary": {
            f"d{key}": {
                **{"when": "2026-04-02", "title": text, "where": text, "note": text},
                **{"source": text, "url": url, "story": f"s{int(key) // 2:04d}"},
            }
            for key, text, url in numbered
        },
        "words": {"words": [{"word": text, "instead": text, "why": text} for text in said]},
    }

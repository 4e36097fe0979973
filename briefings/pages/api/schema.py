"""The JSON Schema of the API (draft 2020-12), published beside it."""

import json
from collections.abc import Mapping

from briefings.model import JSON, OutputFile
from briefings.pages.run import Run
from briefings.pages.urls import absolute

SCHEMA_URL = "/api/v1/schema.json"
_DAY = r"^\d{4}-\d{2}-\d{2}$"
_MOMENT = r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}([+-]\d{2}:\d{2})?)?$"


def _text(described: str = "", **more: JSON) -> JSON:
    return {"type": "string", **({"description": described} if described else {}), **more}


def _list(items: JSON, described: str = "") -> JSON:
    return {"type": "array", "items": items, **({"description": described} if described else {})}


def _object(required: Mapping[str, JSON], optional: Mapping[str, JSON] | None = None) -> JSON:
    """Give an object with exactly these keys; those of the first mapping must be there."""
    return {
        "type": "object",
        "required": list(required),
        "additionalProperties": False,
        "properties": {**required, **(optional or {})},
    }


def _ref(name: str) -> JSON:
    return {"$ref": f"#/$defs/{name}"}


_URL = _text(format="uri", pattern="^https?://")
_MARKS = _list(_ref("mark"), "the paragraphs it stands on")
_COUNTED: dict[str, JSON] = {
    "id": _text(),
    "name": _text(),
    "url": _URL,
    "feed": _URL,
    "briefings": {"type": "integer", "minimum": 1},
    "latest": _text("edition of the latest", pattern=_DAY),
}
_DEFS: dict[str, JSON] = {
    "moment": _text("a day, or a time with its zone", pattern=_MOMENT),
    "mark": _object(
        {"label": _text("outlet and paragraph, in words")}, {"url": _text(format="uri")}
    ),
    "point": _object(
        {"kind": {"enum": ["summary", "news", "background"]}, "text": _text()},
        {"says": _text("whose claim it is"), "from": _MARKS},
    ),
    "quote": _object(
        {"text": _text("verbatim")},
        {
            "speaker": _text("as the article names them; absent where it does not"),
            "name": _text("id in names.json"),
            "setting": _text(),
            "original": _text("what was said, where the text is a translation"),
            "from": _MARKS,
        },
    ),
    "source": _object(
        {"title": _text("headline of the original"), "language": _text()},
        {"outlet": _text(), "url": _URL, "published": _ref("moment")},
    ),
    "correction": _object(
        {"kind": _text(), "at": _ref("moment"), "now": _text()},
        {"was": _text(), "why": _text()},
    ),
    "briefing": _object(
        {
            "id": _text("given once; never changes, though the address may"),
            "url": _URL,
            "title": _text(),
            "language": _text("BCP 47"),
            "status": {"enum": ["published", "withdrawn", "draft"]},
            "edition": _text(pattern=_DAY),
            "updated": _ref("moment"),
        },
        {
            "published": _ref("moment"),
            "corrections": _list(_ref("correction")),
            "withdrawn": _text("why; nothing else of it is told then"),
            "dek": _text(),
            "summary": _list(_text()),
            "story": _text("id in stories.json"),
            "topics": _list(_text("id in topics.json")),
            "names": _list(_text("id in names.json")),
            "sources": _list(_ref("source")),
            "points": _list(_ref("point"), "in latest.json alone, as the rest"),
            "quotes": _list(_ref("quote")),
            "how": _text("how it was made"),
            "translated": _object({"from": _text("BCP 47")}, {"by": _text()}),
            "reviewed": _object({"by": _text(), "at": _ref("moment")}),
        },
    ),
    "counted": _object(_COUNTED),
    "named": _object(
        {**_COUNTED, "type": {"enum": ["person", "organisation", "place", "law"]}},
        {"same_as": _URL},
    ),
    "outlet": _object(_COUNTED, {"type": _text(), "owner": _text(), "home": _URL}),
    "day": _object({"date": _text(pattern=_DAY), "url": _URL, "briefings": {"type": "integer"}}),
    "month": _object({"month": _text(pattern=r"^\d{4}-\d{2}$"), "url": _URL}),
}


def _document(kind: str, parts: Mapping[str, JSON]) -> JSON:
    return _object({"$schema": _URL, "kind": {"const": kind}, **parts})


_OR_NONE: JSON = {"type": ["string", "null"]}
_INDEX: dict[str, JSON] = {
    "name": _text(),
    "description": _OR_NONE,
    "url": _URL,
    "language": _text(),
    "licence": _OR_NONE,
    "licence_url": _OR_NONE,
    "generator": _text(),
    "documents": _object(
        dict.fromkeys(("latest", "editions", "stories", "topics", "sources", "names"), _URL)
    ),
    "months": _list(_ref("month"), "newest first"),
    "feeds": _object(dict.fromkeys(("atom", "rss", "json", "opml"), _URL)),
}
_BRIEFINGS = _list(_ref("briefing"))
_DOCUMENTS: list[JSON] = [
    _document("index", _INDEX),
    _document("edition", {"edition": _OR_NONE, "briefings": _BRIEFINGS}),
    _document("month", {"month": _text(), "briefings": _BRIEFINGS}),
    _document("editions", {"editions": _list(_ref("day"), "newest first")}),
    _document("stories", {"stories": _list(_ref("counted"))}),
    _document("topics", {"topics": _list(_ref("counted"))}),
    _document("sources", {"sources": _list(_ref("outlet"))}),
    _document("names", {"names": _list(_ref("named"))}),
]


def make_schema(run: Run) -> OutputFile:
    """Make the schema; only its own address differs from desk to desk."""
    schema: JSON = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": absolute(run.settings.site_url, SCHEMA_URL),
        "title": "Briefings API v1",
        "oneOf": _DOCUMENTS,
        "$defs": _DEFS,
    }
    text = json.dumps(schema, separators=(",", ":"))
    return OutputFile(path=SCHEMA_URL.removeprefix("/"), content=text.encode())

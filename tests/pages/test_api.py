"""The JSON API: every document keeps the published schema and carries what pages carry."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from briefings.model import Correction, Rights, Status
from tests.builders import a_briefing, a_point, a_source
from tests.pages.sites import an_archive, files_of, pages_of, sectioned, some_briefings, whole_site
from tests.pages.test_feeds import hostile

SITE = "https://lantern.example/desk/"


def documents(files: dict[str, bytes] | None = None) -> dict[str, Any]:
    """Give the documents of the API by their names, the schema apart."""
    made = files or files_of()
    found = {path: json.loads(made[path]) for path in made if path.startswith("api/v1/")}
    return {path.removeprefix("api/v1/"): value for path, value in found.items()}


def faults(found: dict[str, Any]) -> list[str]:
    """Hold documents against the schema that is published beside them."""
    schema = found["schema.json"]
    Draft202012Validator.check_schema(schema)
    check = Draft202012Validator(schema)
    others = {name: value for name, value in found.items() if name != "schema.json"}
    return [
        f"{name}: {error.message}" for name in others for error in check.iter_errors(others[name])
    ]


def briefing_in(found: dict[str, Any], id_: str, document: str = "latest.json") -> Any:
    """Give one briefing of a document."""
    return next(one for one in found[document]["briefings"] if one["id"] == id_)


def test_every_document_keeps_the_schema() -> None:
    """A desk with one of everything, an empty one, a hostile one."""
    full = documents()

    assert sorted(full) == [
        "briefings/2026-03.json",
        "editions.json",
        "index.json",
        "latest.json",
        "names.json",
        "schema.json",
        "sources.json",
        "stories.json",
        "topics.json",
    ]
    assert faults(full) == []
    assert faults(documents(files_of(an_archive(())))) == []
    options = sectioned(licence="CC BY", licence_url="https://cc.example/", site_description="News")
    assert faults(documents(files_of(an_archive([hostile()]), options))) == []


@pytest.mark.parametrize(
    ("document", "key"),
    [("latest.json", "briefings"), ("names.json", "names"), ("index.json", "url")],
)
def test_the_schema_refuses_what_is_not_in_it(document: str, key: str) -> None:
    """A key too many or one too few is a fault."""
    more, less = documents(), documents()
    more[document]["odd"] = 1
    del less[document][key]

    assert faults(more)
    assert faults(less)


def test_the_documentation_names_every_key() -> None:
    """`docs/api.md` explains all a document may hold."""
    text = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")

    def keys(schema: Any) -> set[str]:
        if isinstance(schema, list):
            return {key for one in schema for key in keys(one)}
        if not isinstance(schema, dict):
            return set()
        own = {*schema.get("properties", {})} if "additionalProperties" in schema else set()
        return own | {key for one in schema.values() for key in keys(one)}

    known = keys(documents()["schema.json"]) - {"latest", "atom", "rss", "json", "opml"}
    assert len(known) > 40
    assert [
        key for key in sorted(known) if f"`{key}`" not in text and f"`{key}.json`" not in text
    ] == []


def test_the_index_leads_to_every_document() -> None:
    """Whoever knows the index needs no other address."""
    files = files_of()
    index = documents(files)["index.json"]
    links = [
        *index["documents"].values(),
        *(month["url"] for month in index["months"]),
        *index["feeds"].values(),
        index["$schema"],
    ]

    assert {link.removeprefix(SITE) for link in links} <= files.keys()
    api = {path for path in files if path.startswith("api/")}
    assert api - {link.removeprefix(SITE) for link in links} == {"api/v1/index.json"}


def test_whatever_an_item_names_is_in_a_list() -> None:
    """Ids of stories, topics and names lead to an item of their list, and that to a page."""
    found, pages = documents(), whole_site()
    ids = {kind: {one["id"] for one in found[f"{kind}.json"][kind]} for kind in
           ("stories", "topics", "names", "sources")}  # fmt: skip

    for one in found["briefings/2026-03.json"]["briefings"]:
        assert one["url"].removeprefix(SITE.rstrip("/")) in pages
        assert {one.get("story", "ferries")} <= ids["stories"]
        assert {*one.get("topics", ())} <= ids["topics"]
        assert {*one.get("names", ())} <= ids["names"]
    for kind in ids:
        for one in found[f"{kind}.json"][kind]:
            assert one["url"].removeprefix(SITE.rstrip("/")) in pages
    assert "person/ada-brook" in ids["names"]
    assert "organisation" not in {one["type"] for one in found["names.json"]["names"]}


def test_the_newest_edition_has_every_word_of_its_pages() -> None:
    """Points with their marks, quotes with speakers, how it was made and who read it."""
    archive = an_archive([a_briefing("x", names=some_briefings()[0].names,
                                     quotes=some_briefings()[0].quotes)])  # fmt: skip
    one = briefing_in(documents(files_of(archive)), "x")

    assert one["points"][0] == {
        "kind": "summary",
        "text": "Inspectors will board every ferry.",
        "from": [
            {
                "label": "Harbour Courier, paragraph 1",
                "url": "https://courier.example/ferries#:~:text=Inspectors%20will%20board%20every%20ferry.",
            }
        ],
    }
    assert one["quotes"][0]["name"] == "person/ada-brook"
    assert one["quotes"][0]["setting"] == "at a news conference"
    assert one["reviewed"] == {"by": "the desk", "at": "2026-03-14T06:10+00:00"}
    assert "selected by machine" in one["how"]


def test_months_carry_summaries_and_particulars() -> None:
    """Where it stands on, what was put right; its other words are on its page."""
    one = briefing_in(documents(), "second", "briefings/2026-03.json")

    assert one["sources"][0] == {
        "outlet": "Harbour Courier",
        "title": "Ferry inquiry confirmed",
        "url": "https://courier.example/ferries",
        "language": "en",
        "published": "2026-03-14T09:30+00:00",
    }
    assert one["corrections"][0]["was"] == "Three engineers"
    assert one["updated"] == "2026-03-14T08:00+00:00"
    assert "points" not in one


def test_of_what_was_withdrawn_the_headline_and_the_reason_are_left() -> None:
    """Readers of the API learn what readers of the page do."""
    one = briefing_in(documents(), "gone", "briefings/2026-03.json")

    assert one["withdrawn"] == "A hoax."
    assert one.keys() == {
        "id", "url", "title", "language", "status", "edition", "published", "updated",
        "corrections", "withdrawn",
    }  # fmt: skip


def test_nothing_of_a_withdrawn_briefing_is_in_any_file_or_structured_data() -> None:
    """Its summary, points, quotes, body, dek, names and outlets are in no new output."""
    canary = "Xylophonic"
    gone = a_briefing(
        "gone",
        status=Status.WITHDRAWN,
        dek=canary,
        body=canary,
        summary=(a_point(canary),),
        key_points=(a_point(canary, says=canary),),
        story="ferries",
        articles=(a_source(title=canary, url=f"https://{canary}.example/"),),
        corrections=(Correction(kind="retraction", at=date(2026, 3, 14), now="Withdrawn."),),
    )
    archive = an_archive([*some_briefings(), gone])
    pages = pages_of(archive, drafts=False).values()

    assert [p for p, c in files_of(archive).items() if canary.encode() in c] == []
    assert [p.url for p in pages if canary in f"{p.shell['jsonld']}{p.shell['description']}"] == []


def test_no_document_says_more_than_rights_allow() -> None:
    """Of an article whose wording may not be shown, its text is nowhere in the API."""
    kept = a_source(rights=Rights.NONE, dek="Canary dek", sketch="canary", terms=(("canary", 1.0),))
    files = files_of(an_archive([a_briefing("x", articles=(kept,))]))

    assert [path for path, content in files.items() if b"anary" in content] == []


def test_hostile_words_cannot_leave_a_document() -> None:
    """Even where a server calls JSON a page, there is no tag in it."""
    files = files_of(an_archive([hostile()]))
    api = [content for path, content in files.items() if path.startswith("api/")]

    assert not any(set(b"<>&") & set(content) for content in api)
    assert all("\u2028" not in content.decode() for content in api)
    assert briefing_in(documents(files), "h")["title"].startswith("]]></script>")
    assert "url" not in briefing_in(documents(files), "h")["sources"][0]

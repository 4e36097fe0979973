"""A correction on the built site: page, list, feeds, JSON-LD and API tell it, each kind of it."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from briefings.model import Correction, Translation
from briefings.pages.phrases import kind_label
from briefings.settings import Settings
from briefings.site.build import build_site
from briefings.store.briefings import dump_briefing
from briefings.store.schema import CORRECTION_KINDS
from tests.builders import a_briefing, a_quote, a_source
from tests.desks import a_desk

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
AT = datetime(2026, 3, 15, 10, tzinfo=UTC)
PAGE = "2026/03/ferry-inquiry/index.html"
ATOM = "{http://www.w3.org/2005/Atom}"


def build(settings: Settings, **differing: Any) -> Path:
    """Build a desk of one briefing."""
    b = a_briefing(**differing)
    file = settings.root / b.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dump_briefing(b), encoding="utf-8")
    return build_site(settings, now=NOW).site


def dated(site: Path) -> dict[str, tuple[str, str]]:
    """Give, for each feed, the entry's id and the time it changed."""
    atom = etree.parse(site / "atom.xml").find(f"{ATOM}entry")
    rss = etree.parse(site / "feed.xml").find("channel/item")
    (item,) = json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]
    assert atom is not None
    assert rss is not None
    changed = next(one.text for one in rss if one.tag.endswith("}updated"))
    return {
        "atom": (atom.findtext(f"{ATOM}id") or "", atom.findtext(f"{ATOM}updated") or ""),
        "rss": (rss.findtext("guid") or "", changed or ""),
        "json": (item["id"], item["date_modified"]),
    }


def described(site: Path) -> Any:
    """Give the JSON-LD of the page's article."""
    page = (site / PAGE).read_text(encoding="utf-8")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return json.loads(found[1])["@graph"][0]


def words(file: Path) -> str:
    """Give a page's text."""
    return " ".join(str(html.fromstring(file.read_bytes()).text_content()).split())


@pytest.mark.parametrize(
    ("kind", "was"), [*((kind, "Four crossings.") for kind in CORRECTION_KINDS), ("update", None)]
)
def test_each_kind_is_told_everywhere(tmp_path: Path, kind: str, was: str | None) -> None:
    """The entry in a feed keeps its id and has a later time; old words that harm are nowhere."""
    settings = a_desk(tmp_path)
    before = dated(build(settings))
    correction = Correction(kind=kind, at=AT, was=was, now="Three crossings.", why="Miscounted.")

    site = build(settings, corrections=(correction,))

    after = dated(site)
    for feed, (id_, changed) in before.items():
        assert after[feed][0] == id_, feed
        assert datetime.fromisoformat(after[feed][1]) == AT, feed
        assert datetime.fromisoformat(after[feed][1]) > datetime.fromisoformat(changed), feed
    told = [words(site / PAGE), words(site / "corrections/index.html")]
    told += [(site / name).read_text("utf-8") for name in ("feed.xml", "atom.xml", "feed.json")]
    for text in told:
        assert kind_label("en", kind) in text
        assert "Three crossings." in text
        assert "Miscounted." in text
        assert ("Four crossings." in text) == (was is not None)
    (one,) = described(site)["correction"]
    assert (one["@type"], one["text"]) == ("CorrectionComment", "Three crossings. Miscounted.")
    assert datetime.fromisoformat(described(site)["dateModified"]) == AT
    month = json.loads((site / "api/v1/briefings/2026-03.json").read_text(encoding="utf-8"))
    (listed,) = month["briefings"][0]["corrections"]
    assert (listed["kind"], listed.get("was"), listed["now"]) == (kind, was, "Three crossings.")


def test_a_translation_says_from_what_and_by_whom(tmp_path: Path) -> None:
    """With what was said beside what it means: page, feed, JSON-LD, API."""
    site = build(
        a_desk(tmp_path),
        translated=Translation(language="fr", by="Mara Voss"),
        quotes=(a_quote("We will publish it all", original="Nous publierons tout"),),
        articles=(a_source(language="fr"),),
    )

    page = (site / PAGE).read_text(encoding="utf-8")
    assert "Translated by Mara Voss; original language: French" in page
    assert '<q lang="fr" dir="ltr">Nous publierons tout</q>' in page
    assert '<p lang="fr">Nous publierons tout</p>' in html_of(site / "feed.xml")
    about = described(site)
    assert about["translator"] == {"name": "Mara Voss"}
    assert [work["inLanguage"] for work in about["translationOfWork"]] == ["fr"]
    latest = json.loads((site / "api/v1/latest.json").read_text(encoding="utf-8"))
    (one,) = latest["briefings"]
    assert one["translated"] == {"from": "fr", "by": "Mara Voss"}
    assert one["quotes"][0]["original"] == "Nous publierons tout"


def html_of(feed: Path) -> str:
    """Give what the entries of a feed carry."""
    return " ".join(str(text) for text in etree.parse(feed).getroot().itertext())

"""Hostile text in every field of every file reaches every output inert.

A site of hostile texts is compared with its twin of plain words: nothing but prose may have
another element, and no document another number of parts.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.torture.conftest import Twins
from tests.torture.outputs import Shape, calendar_events, faults_of_file, shape_of
from tests.torture.tallying import Tally

pytestmark = pytest.mark.xdist_group("hostile")

PROSE = frozenset(
    [
        "p",
        "br",
        "hr",
        "strong",
        "em",
        "ul",
        "ol",
        "li",
        "blockquote",
        "code",
        "pre",
        "h2",
        "h3",
        "h4",
    ]
)
"""What Markdown in a body, a note or a plain page may become (`pages/prose.py`)."""
OF_NAMES = frozenset(["source", "org", "place", "law"])
"""Where an address may be made of a name, or of another spelling of it."""
SCHEMES = re.compile(r"(?:https?://|mailto:|webcal://|[^:]*$|[^:/?#]*[/?#])", re.IGNORECASE)
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e0fff]"
)


def is_prose(file: Path) -> bool:
    """Tell whether a page holds Markdown: a briefing, an edition with a note, a plain page."""
    return file.parts[0].isdigit() or file.parts[0] in {"edition", "about", "index.html"}


def is_cut_by_words(file: Path) -> bool:
    """Tell whether what a page shows hangs on the words: letters, initials, sections, likeness."""
    return file.parts[0] in {"edition", "names", "stories", "story", "sources", "index.html"}


def odd_elements(own: Shape, plain: Shape, *, prose: bool) -> Iterator[str]:
    """Give the elements one page has more or fewer than its twin, but for those of prose."""
    for way, some in (("more", own - plain), ("fewer", plain - own)):
        for element, number in some.items():
            is_link = element in {("a", "href", "rel"), ("ol", "start")}
            if not (prose and (is_link or (len(element) == 1 and element[0] in PROSE))):
                yield f"{number} {way} of {element}"


def test_no_page_has_an_element_that_its_twin_has_not(twins: Twins, tally: Tally) -> None:
    """Seen to fail with `|e` taken out of the headline in `theme/briefing.html`."""
    pages = sorted(twins.plain.rglob("*.html"))
    known = {element for page in pages for element in shape_of(page.read_text("utf-8"))[0]}
    for file in pages:
        name = file.relative_to(twins.plain)
        other = twins.hostile / name
        if name.parts[0] in OF_NAMES and not other.exists():
            continue  # an address made of a name: an outlet's, an alias's that leads on
        own, links = shape_of(other.read_text(encoding="utf-8"))
        plain, _ = shape_of(file.read_text(encoding="utf-8"))
        if is_cut_by_words(name):
            own, plain = Counter(set(own)), Counter(set(own) & known)
        odd = odd_elements(own, plain, prose=is_prose(name))
        bad = (f"a link to {link[:60]}" for link in links if not SCHEMES.match(link.strip()))
        tally.add(name, *odd, *bad)

    tally.check(least=200)


def test_pages_of_unregistered_outlets_have_the_elements_of_their_twins(
    twins: Twins, tally: Tally
) -> None:
    """Their addresses are of their names, so they are compared as a whole."""
    shapes = []
    for site in (twins.hostile, twins.plain):
        pages = sorted((site / "source").rglob("*.html"))
        shapes.append(Counter(frozenset(shape_of(p.read_text("utf-8"))[0].items()) for p in pages))
    tally.extend(shapes[0].total(), [*(shapes[0] - shapes[1]), *(shapes[1] - shapes[0])])

    tally.check(least=20)


def test_every_document_can_be_read_by_what_it_is_for(twins: Twins, tally: Tally) -> None:
    """XML is well formed, JSON parses, calendars and letters keep their lines."""
    for file in sorted(twins.hostile.rglob("*")):
        if file.is_file() and file.suffix in {
            ".xml", ".opml", ".svg", ".json", ".webmanifest", ".ics", ".eml",
        }:  # fmt: skip
            tally.add(file.relative_to(twins.hostile), *faults_of_file(file))

    tally.check(least=200)


def _parts_of(file: Path) -> object:
    """Give what a document is made of, without its words."""
    content = file.read_bytes()
    if file.suffix in {".xml", ".opml", ".svg"}:
        return Counter(element.tag for element in etree.fromstring(content).iter())
    if file.suffix == ".ics":
        return calendar_events(content)
    if file.suffix in {".txt", ".css", ".js"}:
        return content.count(b"\n")
    return _keys_of(json.loads(content))


def _keys_of(value: object) -> Counter[str]:
    keys: Counter[str] = Counter()
    if isinstance(value, dict):
        for key, inner in value.items():
            keys[key] += 1
            keys += _keys_of(inner)
    elif isinstance(value, list):
        for inner in value:
            keys += _keys_of(inner)
    return keys


def test_no_document_has_a_part_that_its_twin_has_not(twins: Twins, tally: Tally) -> None:
    """Feeds, API, OPML, sitemaps, calendars, llms.txt: as many entries, keys and lines."""
    for file in sorted(twins.plain.rglob("*")):
        name = file.relative_to(twins.plain)
        if file.suffix not in {".xml", ".opml", ".json", ".ics", ".txt", ".webmanifest"}:
            continue
        if name.parts[0] in {"source", "pagefind", "api", "feeds.opml"} or name.suffix == ".html":
            continue
        if name.parts[0] in OF_NAMES and not (twins.hostile / name).exists():
            continue
        own, plain = _parts_of(twins.hostile / name), _parts_of(file)
        tally.add(name, own != plain and f"{own} instead of {plain}")

    tally.check(least=50)


def test_no_file_holds_an_invisible_command(twins: Twins, tally: Tally) -> None:
    """Controls, overrides of direction and tag characters are in no text that is published.

    Seen to fail with `clean_view` giving back what it is given.
    """
    for file in sorted(twins.hostile.rglob("*")):
        if file.suffix in {".html", ".xml", ".json", ".ics", ".txt", ".opml", ".svg"}:
            found = INVISIBLE.search(file.read_text(encoding="utf-8"))
            tally.add(file.relative_to(twins.hostile), found and f"{found[0]!a} at {found.start()}")

    tally.check(least=300)

"""Tests of the smallest parts: credits, bylines, agencies, datelines, outlets, titles."""

import pytest

from briefings.model import Agency, AgencyRole, Proposal, SourceRecord
from briefings.read.facts import unique_agencies
from briefings.read.lines.agencies import find_credit_line, looks_like_agency, trailing_credit
from briefings.read.lines.bylines import is_byline, is_name_alone, split_byline
from briefings.read.lines.credits import is_caption, plain_caption, plain_credit, split_credit
from briefings.read.lines.datelines import find_dateline
from briefings.read.lines.titles import drop_bar, drop_site
from briefings.read.lines.units import Unit
from briefings.read.sources import (
    find_record,
    host_of,
    propose_by_copyright,
    propose_by_name,
    propose_by_telling,
    propose_by_url,
    propose_host,
)

COPY, CONTRIBUTOR, PHOTO = AgencyRole.COPY, AgencyRole.CONTRIBUTOR, AgencyRole.PHOTO
COURIER = SourceRecord(
    id="courier",
    name="The Harbour Courier",
    url="https://courier.example/",
    hosts=("hc.example",),
    aliases=("HC Weekend",),
)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (
            "A castle. (Photo by: Ann Roe/UCG via Getty Images)",
            "A castle.",
            "Ann Roe/UCG via Getty Images",
        ),
        ("Photo: Ann Roe/AFP", "", "Ann Roe/AFP"),
        (
            "A ferry at berth two. Photograph: Ann Roe/The Courier",
            "A ferry at berth two.",
            "Ann Roe/The Courier",
        ),
        ("A ferry at port [Getty]", "A ferry at port", "Getty"),
        ("Reuters/Ann Roe", "", "Reuters/Ann Roe"),
        ("A ferry. Ann Roe/AFP via Getty Images", "A ferry.", "Ann Roe/AFP via Getty Images"),
        ("A ferry © NWA/Ann Roe", "A ferry", "NWA/Ann Roe"),
        ("© Ann Roe", "", "Ann Roe"),
        ("Crédit photo : AFP", "", "AFP"),
        ("Image source, Getty Images", "", "Getty Images"),
        ("Photo: © Ann Roe", "", "Ann Roe"),
    ],
)
def test_caption_and_credit_come_apart(line: str, caption: str, credit: str) -> None:
    """The credit loses its label and brackets, the caption keeps its words."""
    split = split_credit(line)

    assert split is not None
    assert (line[: split.caption_end], split.credit) == (caption, credit)


@pytest.mark.parametrize(
    "line",
    [
        "He spoke to the press (in Cairo)",
        "He said so to Reuters.",
        "© 2026 The Courier",
        "x" * 700,
        "",
    ],
)
def test_a_line_without_a_credit_is_whole(line: str) -> None:
    """A wire that was told something took no picture, and a copyright line is none's."""
    assert split_credit(line) is None


def test_a_wire_alone_may_credit_the_text() -> None:
    """So the split says that it is not sure."""
    split = split_credit("Ferries halted after cracks found (AFP)")

    assert split is not None
    assert not split.is_sure


def test_a_caption_may_say_that_it_is_one() -> None:
    """The label goes; so does an agency printed at both ends."""
    assert is_caption("Image caption, A ferry")
    assert plain_caption("Image caption, A ferry") == "A ferry"
    assert plain_caption("Getty Images A ferry at berthGetty Images") == "A ferry at berth"
    assert plain_credit("[Photo by: Ann Roe.]") == "Ann Roe"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Roe and Karl Ort in Cairo", ("Ann Roe", "Karl Ort")),
        ("BY ANN ROE", ("ANN ROE",)),
        ("By Ann Roe, transport correspondent", ("Ann Roe",)),
        ("Par Jeanne Dupont et Karl Ort", ("Jeanne Dupont", "Karl Ort")),
        ("بقلم: سلمى التواتي", ("سلمى التواتي",)),
        ("Staff reporter", ("Staff reporter",)),
        ("The Harbour Staff", ("The Harbour Staff",)),
        ("Ann Roe & agencies", ("Ann Roe", "agencies")),
        ("By Ann Roe @annroe ann@courier.example", ("Ann Roe",)),
        ("By Ann Roe March 14, 2026", ("Ann Roe",)),
        ("Ann Roe, PhD", ("Ann Roe",)),
        ("Published by", ()),
        ("By Ann Roe, Image: Karl Ort", ("Ann Roe",)),
    ],
)
def test_a_byline_is_cut_into_names(line: str, names: tuple[str, ...]) -> None:
    """In order, without places, dates, jobs and addresses; desks stay as printed."""
    assert split_byline(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the ships were gone.",
        "By the sea",
        "By what right?",
        "Von der Leyen said:",
        "x" * 200,
    ],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    """A full stop, a question or a small letter tells."""
    assert not is_byline(line)


def test_a_name_stands_alone_in_many_scripts() -> None:
    """A title behind it and a place are part of the line."""
    assert is_name_alone("Ann Roe, Political editor")
    assert is_name_alone("Иван Петров")
    assert is_name_alone("سلمى التواتي – مرسى طهرة")
    assert not is_name_alone("Ferries halted after cracks")


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("AFP also contributed to this piece.", [("AFP", CONTRIBUTOR)]),
        ("NWA and Ann Roe contributed reporting", [("NWA", CONTRIBUTOR)]),
        ("With reporting by NWA, AFP", [("NWA", CONTRIBUTOR), ("AFP", CONTRIBUTOR)]),
        ("Additional reporting by Ann Roe in Cairo", []),
        ("With AFP", [("AFP", CONTRIBUTOR)]),
        ("Avec AFP", [("AFP", CONTRIBUTOR)]),
        ("Source: AFP", [("AFP", COPY)]),
        ("— NWA", [("NWA", COPY)]),
        ("(Reuters)", [("Reuters", COPY)]),
        ("AFP", [("AFP", COPY)]),
        ("Agencies", [("Agencies", COPY)]),
        (
            "Coastal News Agency and AFP contributed to this report",
            [("Coastal News Agency", CONTRIBUTOR), ("AFP", CONTRIBUTOR)],
        ),
        (
            "(Reporting by Ann Roe for NWA; Editing by Karl Ort (Reuters))",
            [("NWA", COPY), ("Reuters", COPY)],
        ),
    ],
)
def test_agencies_are_told_by_the_words_round_them(
    line: str, agencies: list[tuple[str, AgencyRole]]
) -> None:
    """Known or not, an agency in an agency's place is one."""
    found = find_credit_line(Unit(0, line, gap=True))

    assert found is not None
    assert [(agency.name, agency.role) for agency in found[1]] == agencies


@pytest.mark.parametrize(
    "line",
    [
        "Rain contributed to this year's flood.",
        "With Ann Roe",
        "Source: a person close to the talks",
        "- Ann Roe",
        "Ann",
        "x" * 400,
    ],
)
def test_other_lines_credit_nobody(line: str) -> None:
    """A person, a cause and an unnamed source are no agencies."""
    assert find_credit_line(Unit(0, line, gap=True)) is None


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("They will meet on Monday. (AFP)", "They will meet on Monday."),
        ("They will meet on Monday. — NWA", "They will meet on Monday."),
        ('"We go on." [Reuters, dpa]', '"We go on."'),
    ],
)
def test_a_wire_may_sign_the_last_line(line: str, body: str) -> None:
    """Its name is no part of the sentence."""
    cut = trailing_credit(line)

    assert cut is not None
    assert line[:cut] == body


@pytest.mark.parametrize("line", ["They met. (in Cairo)", "They met (AFP)", "They met."])
def test_an_aside_is_no_signature(line: str) -> None:
    """Only an agency behind a full stop signs."""
    assert trailing_credit(line) is None


def test_initials_and_the_full_name_are_one_agency() -> None:
    """The weightier role stays; a picture is counted apart."""
    found = unique_agencies(
        [
            Agency(name="National Wire Agency", role=CONTRIBUTOR),
            Agency(name="NWA", role=COPY),
            Agency(name="NWA", role=PHOTO),
            Agency(name="AFP", role=CONTRIBUTOR),
        ]
    )

    assert found == (
        Agency(name="NWA", role=COPY),
        Agency(name="AFP", role=CONTRIBUTOR),
        Agency(name="NWA", role=PHOTO),
    )
    assert not looks_like_agency("Ann Roe")


@pytest.mark.parametrize(
    ("line", "place", "agency", "day"),
    [
        ("NORTH HARBOUR, 14 March (NWA) — Inspectors", "NORTH HARBOUR", "NWA", "14 March"),
        ("LONDON, March 14 (Reuters) - Inspectors", "LONDON", "Reuters", "March 14"),
        ("PARIS (AFP) – Des", "PARIS", "AFP", None),
        ("Kairo (dpa) - Die", "Kairo", "dpa", None),
        ("BEIRUT — The", "BEIRUT", None, None),
        ("WASHINGTON: The", "WASHINGTON", None, None),
        ("(AFP) - The", None, "AFP", None),
        ("AFP, Paris — Des", "Paris", "AFP", None),
        ("بيروت (رويترز) - قال", "بيروت", "رويترز", None),
        ("القاهرة - أ ف ب: قال", "القاهرة", "أ ف ب", None),
    ],
)
def test_a_dateline_is_read(line: str, place: str, agency: str, day: str) -> None:
    """Place, day and wire in the orders of the world's wires."""
    found = find_dateline(line)

    assert found is not None
    assert (found.place, found.agency, found.day) == (place, agency, day)


@pytest.mark.parametrize(
    "line",
    [
        "In March - the minister said",
        "UPDATE: The",
        "The US - which",
        "Berlin (a town) - The",
        "NB - The",
        "UN - The",
        "Damascus: The",
    ],
)
def test_other_beginnings_are_the_story_s(line: str) -> None:
    """A label, an aside and a word before a dash are no datelines."""
    assert find_dateline(line) is None


def test_below_the_first_paragraph_capitals_are_a_speaker() -> None:
    """Interviews print names like that; a wire's dateline stays one anywhere."""
    assert find_dateline("MARTA: We go on", is_first=False) is None
    assert find_dateline("PARIS (AFP) - We go on", is_first=False) is not None


def test_a_register_knows_outlets_by_any_of_their_names() -> None:
    """Articles and case do not matter."""
    assert find_record("harbour courier", (COURIER,)) is COURIER
    assert find_record("The HC weekend", (COURIER,)) is COURIER
    assert find_record("Courier", ()) is None


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://www.courier.example/a", "courier"),
        ("https://news.hc.example/a", "courier"),
        ("https://other.example/a", None),
        ("https://nothc.example/a", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_an_address_proposes_its_outlet(url: str | None, value: str | None) -> None:
    """Hosts of the register and what lies below them."""
    found = propose_by_url(url, (COURIER,))

    assert (found.value if found else None) == value


def test_a_host_is_proposed_where_nothing_else_is_known() -> None:
    """Better than nothing, and said to be a host."""
    assert propose_host("https://www.other.example/a") == Proposal(
        value="other.example", reason="the host of the address"
    )
    assert propose_host("localhost") is None
    assert host_of("http://[broken") == ""


def test_a_name_round_the_story_proposes_its_outlet() -> None:
    """Whole names only."""
    found = propose_by_name(["Menu", "More from HC Weekend today"], (COURIER,))

    assert found == Proposal(
        value="courier", reason='"The Harbour Courier" stands outside the story'
    )
    assert propose_by_name(["The Harbour Couriers"], (COURIER,)) is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("© 2026 The Harbour Courier. All rights reserved.", "courier"),
        ("Copyright © 2019-2026 Westmark Herald", "Westmark Herald"),
        ("© Westmark Herald 2026", "Westmark Herald"),
        ("© all rights reserved", None),
    ],
)
def test_a_copyright_line_proposes_whom_it_names(line: str, value: str | None) -> None:
    """It is no statement of the outlet: a group may own it."""
    found = propose_by_copyright(["Menu", line], (COURIER,))

    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (["She told The New Gazette that"], 'the text says "told The New Gazette"'),
        (["an email seen by Island Today"], 'the text says "seen by Island Today"'),
        (["He told Reuters.", "She told Parliament.", "They told Ann Roe."], None),
        (["told The Day, told The Post", "and told The Post"], 'the text says "told The Post"'),
    ],
)
def test_an_outlet_that_was_told_is_proposed(body: list[str], reason: str | None) -> None:
    """The one told most, in the text's own words; wires, bodies and people are not outlets."""
    found = propose_by_telling(body, ())

    assert (found.reason if found else None) == reason


def test_site_names_are_cut_from_titles() -> None:
    """A dash is cut only where the headline also stands alone."""
    assert drop_site("Ferries halted - Courier", ["Ferries halted"]) == (
        "Ferries halted",
        "Courier",
    )
    assert drop_site("Ferries halted - again", ["Other"]) == ("Ferries halted - again", None)
    assert drop_bar("All ferries halted | Courier") == ("All ferries halted", "Courier")
    assert drop_bar("Yes | No") == ("Yes | No", None)

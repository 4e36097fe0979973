"""Names: who and what an article names, one entry each."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.draft.names.finding import find_names
from briefings.model import (
    Agency,
    AgencyRole,
    Article,
    Image,
    NameKind,
    NameRecord,
    Registers,
    Role,
    RoleSpan,
)
from tests.builders import an_article

PERSON, ORG, PLACE, LAW = (
    NameKind.PERSON,
    NameKind.ORGANISATION,
    NameKind.PLACE,
    NameKind.LAW,
)


def named(*body: str, registers: Registers | None = None, **differing: object) -> set[str]:
    """Give `kind: name` of everything found in paragraphs."""
    article = an_article(body=body, **differing)
    found = find_names(article, registers or Registers())
    return {f"{name.kind.value}: {name.name}" for name in found}


def spellings(name: str, *body: str, **differing: object) -> list[str]:
    """Give the mentions of one name as printed."""
    found = find_names(an_article(body=body, **differing), Registers())
    return [m.text for each in found if each.name == name for m in each.mentions]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The report was read by Prime Minister Ada Brook.", "person: Ada Brook"),
        ("Vessnian journalist Tomas Reed was freed.", "person: Tomas Reed"),
        ("It was signed by Ludwig van Houten.", "person: Ludwig van Houten"),
        ("It was signed by John F. Mallory.", "person: John F. Mallory"),
        ("He thanked Pope Francis.", "person: Pope Francis"),
        ("Secretary of State Anna Bloom left.", "person: Anna Bloom"),
        ("A note reached the Ministry of Health and Social Care.",
         "organisation: Ministry of Health and Social Care"),
        ("Shares of Selby Steel Ltd. fell.", "organisation: Selby Steel Ltd."),
        ("It was sold by Crane & Daughters Holdings.", "organisation: Crane & Daughters Holdings"),
        ("The story was reported by Reuters.", "organisation: Reuters"),
        ("They met in the White House.", "organisation: White House"),
        ("The ship sank in the Strait of Hormuz.", "place: Strait of Hormuz"),
        ("It happened near Marrow Island.", "place: Marrow Island"),
        ("She lives in Lyon, France.", "place: Lyon"),
        ("Troops entered the West Bank.", "place: West Bank"),
        ("He visited Larkhaven province.", "place: Larkhaven"),
        ("Members ratified the Treaty of Vessna.", "law: Treaty of Vessna"),
        ("It breaks the Clean Harbours Act.", "law: Clean Harbours Act"),
        ("It follows UN Security Council Resolution 2254.",
         "law: UN Security Council Resolution 2254"),
        ("It follows Directive (EU) 2016/680.", "law: Directive (EU) 2016/680"),
    ],
)  # fmt: skip
def test_kinds(text: str, wanted: str) -> None:
    """Each kind is known by its words and by what stands around it."""
    assert wanted in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ferries stopped on Monday and again in March.",
        "Western and Arab states cut ties with it.",
        "The Syrian and Russian delegations spoke English.",
        "However they left. Meanwhile nobody came.",
        "The President spoke. The Prime Minister did not.",
        "\"Yes,\" he said. “Perhaps not,” she said.",
        "US-led and Russian-backed forces left.",
        "“Thousands of shootings. And I’m saying what we need,” the mayor said.",
        "“They’re late and we Don't know why,” the mayor said.",
    ],
)  # fmt: skip
def test_what_is_no_name(text: str) -> None:
    """Days, months, nationalities, offices and the first words of sentences name nobody."""
    assert named(text) == set()


def test_a_surname_and_a_possessive_are_the_same_person() -> None:
    """Full name, surname and the surname's possessive are one entry."""
    body = ("President Ada Brook spoke.", "Later Brook left. It was Brook’s plan, and Brook's car.")

    assert spellings("Ada Brook", *body) == ["Ada Brook", "Brook", "Brook", "Brook"]


def test_arabic_particles_are_spelled_as_the_caption_spells_them() -> None:
    """Al-, al- and no particle at all are one person, printed in lower case where any text is."""
    image = Image(caption="Karim al-Hadid in his office", credit=None)
    body = ("President Karim Al-Hadid spoke.", "Then al-Hadid left, and Hadid's guards too.")

    found = spellings("Karim al-Hadid", *body, images=(image,))

    assert found == ["Karim Al-Hadid", "al-Hadid", "Hadid"]


def test_a_relative_takes_the_family_name() -> None:
    """A given name alone behind a noun of kinship has the family name of the one before it."""
    body = ("President Karim al-Hadid spoke.", "Under Hadid's late father Rafiq all was quiet.")

    assert spellings("Rafiq al-Hadid", *body) == ["Rafiq"]
    assert "person: Karim al-Hadid" in named(*body)


def test_a_relative_with_a_name_of_their_own_keeps_it() -> None:
    """A relative whose full name is printed has no need of another."""
    body = ("Minister Ada Brook spoke.", "Brook's husband Tomas Reed listened.")

    assert {"person: Ada Brook", "person: Tomas Reed"} <= named(*body)


def test_a_relative_of_nobody_known_keeps_the_given_name() -> None:
    """Where the family name is not told, none is made up."""
    assert "person: Rafiq Minister" not in named("The minister's father Rafiq spoke.")


@pytest.mark.parametrize(
    ("body", "name", "wanted"),
    [
        ("The United Nations met. The UN left.", "United Nations", ["United Nations", "UN"]),
        ("The Ministry of Transport (MoT) met. The MoT left.", "Ministry of Transport",
         ["Ministry of Transport", "MoT", "MoT"]),
        ("The US State Department wrote. The State Department waited.", "US State Department",
         ["US State Department", "State Department"]),
    ],
)  # fmt: skip
def test_short_forms_belong_to_the_full_one(body: str, name: str, wanted: list[str]) -> None:
    """Acronyms and shortened names are spellings of the full name."""
    assert spellings(name, body) == wanted


def test_a_capital_as_government_is_no_place() -> None:
    """Washington and Damascus seek and accuse as governments; in Damascus things happen."""
    body = ("Washington seeks ties with Damascus.", "Damascus accuses nobody.")

    assert named(*body) == set()
    assert spellings("Damascus", *body, "He was last seen in Damascus.") == ["Damascus"]


def test_a_person_may_have_the_name_of_a_country() -> None:
    """An office before it makes Jordan a person."""
    assert "person: Jordan" in named("The bill was vetoed by President Jordan.")
    assert "place: Jordan" in named("He was born in Jordan.")


def test_a_person_in_the_title_of_a_law_is_no_person() -> None:
    """The Caesar Act names a law alone."""
    assert named("A law known as the Caesar Act came into force.") == {"law: Caesar Act"}


def test_one_resolution_under_two_names() -> None:
    """A resolution is one by its number."""
    body = "It cites UNSCR 1701. Resolution 1701 says more."

    found = find_names(an_article(body=(body,)), Registers())

    assert [len(name.mentions) for name in found if name.kind is LAW] == [2]


def test_only_the_body_is_named() -> None:
    """A name that stands in the headline or a caption alone is not a name of the story."""
    image = Image(caption="Tomas Reed at work", credit="Anna Bloom")

    assert named("Nothing was said.", title="Ada Brook speaks up", images=(image,)) == set()


def test_an_agency_in_its_credit_line_has_a_mention_outside_the_body() -> None:
    """A contributing agency is an organisation, with offsets into the file; a photo one is not."""
    text = "Rain fell.\n\nAFP also contributed to this piece.\n"
    roles = (
        RoleSpan(line=1, start=0, end=12, role=Role.BODY, reason="", text=text[:12]),
        RoleSpan(line=3, start=12, end=len(text), role=Role.AGENCY_CREDIT, reason="",
                 text=text[12:]),
    )  # fmt: skip
    agencies = (
        Agency(name="AFP", role=AgencyRole.CONTRIBUTOR),
        Agency(name="Getty", role=AgencyRole.PHOTO),
    )

    (found,) = find_names(
        an_article(body=("Rain fell.",), roles=roles, agencies=agencies), Registers()
    )

    (mention,) = found.mentions
    assert (found.kind, found.name, mention.paragraph) == (ORG, "AFP", 0)
    assert "".join(span.text for span in roles)[mention.start : mention.end] == "AFP"


def test_an_agency_in_the_body_is_named_once() -> None:
    """A credited agency that the body names has its mentions there."""
    agencies = (Agency(name="Lantern Wire", role=AgencyRole.COPY),)

    found = find_names(
        an_article(body=("It was told to Lantern Wire.",), agencies=agencies), Registers()
    )

    assert [(name.kind, name.mentions[0].paragraph) for name in found] == [(ORG, 1)]


REGISTERED = Registers(
    names=(
        NameRecord(id="brook", kind=PERSON, name="Ada M. Brook", aliases=("Ada Brook", "the hawk")),
        NameRecord(id="georgia", kind=PLACE, name="Georgia (country)", aliases=("Georgia",)),
        NameRecord(id="tokyo", kind=PLACE, name="Tokyo", aliases=("東京",)),
        NameRecord(id="hadid", kind=PERSON, name="Karim al-Hadid", aliases=("كريم الحديد",)),
    )
)


def test_the_register_gives_id_and_name() -> None:
    """An alias, whatever its case, is the registered name; longest first."""
    article = an_article(body=("Yesterday Ada Brook spoke. The Hawk was angry. Brook left.",))

    (found,) = find_names(article, REGISTERED)

    assert (found.id, found.name) == ("brook", "Ada M. Brook")
    assert [mention.text for mention in found.mentions] == ["Ada Brook", "The Hawk", "Brook"]


def test_a_registered_word_inside_a_longer_name_is_not_it() -> None:
    """Georgia Tarkelli is not the country."""
    found = named("The prize went to actress Georgia Tarkelli in Georgia.", registers=REGISTERED)

    assert found == {"person: Georgia Tarkelli", "place: Georgia (country)"}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ja", "会議は東京で開かれた。", "place: Tokyo"),
        ("ar", "والتقى كريم الحديد بهم", "person: Karim al-Hadid"),
        ("ar", "وقال وزير الخارجية سامي النجار إن روسيا بعيدة", "person: سامي النجار"),
        ("ar", "وقال وزير الخارجية سامي النجار إن روسيا بعيدة", "place: روسيا"),
        ("ar", "أعلنت وزارة النقل أمس", "organisation: وزارة النقل"),
        ("ar", "وصل إلى مدينة حلب", "place: حلب"),
        ("fr", "Le président Émile Laurent est à Lyon.", "person: Émile Laurent"),
        ("fr", "La Banque de France se tait.", "organisation: Banque de France"),
        ("es", "El Ministerio de Sanidad calla.", "organisation: Ministerio de Sanidad"),
        ("de", "Gestern reiste Anna Schmidt nach Frankreich.", "person: Anna Schmidt"),
        ("de", "Gestern reiste Anna Schmidt nach Frankreich.", "place: Frankreich"),
    ],
)
def test_other_languages(language: str, text: str, wanted: str) -> None:
    """Languages with tables of their own find what announces itself; others what is registered."""
    assert wanted in named(text, language=language, registers=REGISTERED)


def test_german_nouns_are_no_names() -> None:
    """Capitals alone say nothing in German."""
    assert named("Der Hafen und die Stadt warten auf Regen.", language="de") == set()


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "Assad's “\"'’«».,:;—() al-Brook UN US WHO Dr. von der «قال» 東京 \u00a0\n"
        ),
        st.characters(codec="utf-8"),
    ),
    max_size=120,
)
WORDS = (
    "President Ada Brook Brook's al-Hadid father Rafiq of the Ministry Transport and UN said in",
    'Washington seeks Georgia , . ( ) Act Resolution 2254 & de bin US-Syria St. M. « » " ’s',
    "وزارة الرئيس روسيا",
)
PHRASES = st.lists(st.sampled_from(" ".join(WORDS).split()), max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(TEXTS, PHRASES), max_size=4),
    st.sampled_from(["en", "fr", "de", "es", "ar", "ja", "und", ""]),
)
def test_every_mention_is_exact_in_any_text(body: list[str], language: str) -> None:
    """No text makes it fail; every mention stands where it says, and no name is without one."""
    article = an_article(
        body=tuple(body), language=language, title=body[0] if body else "", dek="Ada Brook"
    )

    found = find_names(article, REGISTERED)

    assert found == find_names(article, REGISTERED)
    for name in found:
        assert name.name
        assert name.mentions
        for mention in name.mentions:
            assert mention.text
            assert article.body[mention.paragraph - 1][mention.start : mention.end] == mention.text
    places = [
        (mention.paragraph, point)
        for name in found
        for mention in name.mentions
        for point in range(mention.start, mention.end)
    ]
    assert len(places) == len(set(places))


def test_long_hostile_text_is_read_in_proportion() -> None:
    """Marks and capitals without end neither fail nor repeat a name."""
    body = ("Aa " * 3000 + "“" * 500 + "O'" * 500, unicodedata.normalize("NFD", "É" * 500))

    assert isinstance(find_names(_plain(body), Registers()), tuple)


def _plain(body: tuple[str, ...]) -> Article:
    return an_article(body=body)

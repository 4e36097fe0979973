"""What is out was read by a person, and stays where it is."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefings.check.publishing import check_republished
from briefings.model import (
    Briefing,
    Correction,
    NameKind,
    NameRecord,
    Registers,
    Review,
    Rights,
    Status,
    StoryRecord,
)
from briefings.store.reviews import review_digest
from tests.builders import a_briefing, a_source, some_settings
from tests.check.desks import KNOWN, findings_of, loaded

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
PAST, FUTURE = datetime(2026, 3, 19, tzinfo=UTC), datetime(2026, 3, 21, tzinfo=UTC)


def a_reviewed(id: str = "ferry-inquiry", **differing: object) -> Briefing:  # noqa: A002  # its name
    """Give a briefing reviewed as it stands."""
    b = a_briefing(id, **differing)
    review = Review(by="Mara Voss", at=NOW, digest=review_digest(b))
    return replace(b, reviewed=review)


def publishing(*briefings: Briefing, **more: object) -> list[str]:
    """Give the findings about publishing, without place."""
    lines = findings_of(*briefings, **({"only": "BR5"} | more))  # type: ignore[arg-type]  # by name
    return [line.split(": ", 1)[1] for line in lines]


def test_a_reviewed_briefing_in_the_ledger_is_fine() -> None:
    """Nothing to say of it."""
    assert publishing(a_reviewed(), now=NOW) == []


def test_a_draft_needs_no_review_and_no_line_in_the_ledger() -> None:
    """Nobody sees it, and it has no address yet."""
    draft = a_briefing("ferry-inquiry", status=Status.DRAFT, reviewed=None)

    assert publishing(draft, registers=Registers()) == []


def test_publishing_without_a_review_is_refused() -> None:
    """One-person sites may, by a setting."""
    b = a_briefing("ferry-inquiry", reviewed=None)
    (line,) = publishing(b)

    assert line == (
        "error BR501: published, and nobody reviewed it; read it, then run `briefings review "
        f"{b.path} --by NAME`"
    )
    assert publishing(b, settings=some_settings(publish_drafts=True)) == []


def test_an_edit_after_the_review_is_an_error() -> None:
    """The words are not those that were read."""
    (line,) = publishing(replace(a_reviewed(), title="Another"))

    assert line.startswith("error BR502: changed since Mara Voss reviewed it; read it, then run")


def test_a_review_without_a_digest_is_told() -> None:
    """No later edit would show."""
    review = Review(by="Mara Voss", at=NOW)
    (line,) = publishing(replace(a_reviewed(), reviewed=review))

    assert line.startswith("warning BR503: the review does not hold what was read")


def test_a_published_address_belongs_into_the_ledger() -> None:
    """The line to add is in the remedy; a withdrawn briefing has an address, too."""
    for b in (
        a_reviewed("other"),
        a_reviewed("other", status=Status.WITHDRAWN, corrections=(OWN,)),
    ):
        lines = publishing(b, registers=Registers())

        assert lines == [
            "warning BR504: its address /2026/03/other/ is not in the ledger; add the line "
            "/2026/03/other/<tab>briefing:other to content/registers/urls.txt"
        ]


OWN = Correction(kind="retraction", at=NOW, now="It is withdrawn.", why="forged")


def test_an_address_never_dies() -> None:
    """A line of the ledger whose id is gone is an error on that line."""
    ledger = (
        ("/2026/03/ferry-inquiry/", "briefing:ferry-inquiry"),
        ("/2026/03/gone/", "briefing:ferry-inquir"),
        ("/about/", "page:about"),
        ("/story/gone/", "story:gone"),
    )
    lines = findings_of(a_reviewed(), registers=replace(KNOWN, addresses=ledger), only="BR505")

    assert lines == [
        "content/registers/urls.txt:2:1: error BR505: /2026/03/gone/ would die: there is no "
        'briefing:ferry-inquir; did you mean "ferry-inquiry"?',
        "content/registers/urls.txt:4:1: error BR505: /story/gone/ would die: there is no "
        "story:gone; bring the story back, or name what replaced it",
    ]


def test_a_draft_again_leaves_its_address_dead() -> None:
    """Unless drafts are the site; the line is the file's, not the sorted ledger's."""
    known = replace(KNOWN, address_lines=(7,))
    draft = a_reviewed(status=Status.DRAFT)

    assert findings_of(draft, registers=known, only="BR505") == [
        "content/registers/urls.txt:7:1: error BR505: /2026/03/ferry-inquiry/ would die: "
        "briefing:ferry-inquiry is a draft now; publish it again, or set status: withdrawn and "
        "say why"
    ]
    ours = some_settings(publish_drafts=True)
    assert findings_of(draft, registers=known, settings=ours, only="BR505") == []


@pytest.mark.parametrize(
    "target",
    [
        "briefing:ferry-inquiry",
        "story:merged",
        "person:ada-brook",
        "person:ada-b",
        "source:harbour-courier",
        "edition:2026-03-14",
        "topic:politics",
    ],
)
def test_an_address_lives_where_its_thing_is_or_went(target: str) -> None:
    """Merged threads and names since registered lead on."""
    registers = replace(
        KNOWN,
        addresses=((f"/{target}/", target),),
        stories=(StoryRecord(id="ferries", merged=("merged",)),),
        names=(
            NameRecord(id="ada-brook", kind=NameKind.PERSON, name="Ada Brook", aliases=("Ada B",)),
        ),
    )

    assert findings_of(a_reviewed(), registers=registers, only="BR505") == []


def test_an_embargo_in_a_public_repository_is_refused() -> None:
    """Everybody can read it there; once it is over, it may stay."""
    public = some_settings(visibility="public")
    held, over = a_reviewed(publish_at=FUTURE), a_reviewed(publish_at=PAST)

    (line,) = publishing(held, settings=public, now=NOW)
    assert line.startswith("error BR506: embargoed, and the repository is public")
    assert publishing(held, now=NOW) == []
    assert publishing(over, settings=public, now=NOW) == []
    assert len(publishing(over, settings=public)) == 1


def test_an_article_in_a_public_repository_is_refused() -> None:
    """But for one that may be shown in full; the record beside it is the desk's own."""
    public = some_settings(visibility="public")
    tracked = ("2026/03/ferries.txt", "2026/03/x.txt", "2026/03/y.txt", "2026/03/x.source.yml")
    free = replace(a_source(), rights=Rights.FULL)
    items = [loaded(a_reviewed(articles=(free,)))]

    (one,) = check_republished(tracked, items, public)

    assert str(one) == (
        "content/articles/2026/03/x.txt: error BR510: the article and 1 more lies in a public "
        "repository: everybody can read all of it; git rm --cached -r content/articles, and add "
        "/content/articles/ to .gitignore"
    )
    assert list(check_republished(tracked, items, some_settings())) == []
    assert list(check_republished((), items, public)) == []


def test_a_sample_has_one_warning_for_all_its_embargoes() -> None:
    """A desk that is an example shows how it looks."""
    sample = some_settings(visibility="public", sample=True)
    both = (a_reviewed(publish_at=FUTURE), a_reviewed("b", publish_at=FUTURE))
    lines = [line for line in publishing(*both, settings=sample, now=NOW) if "BR506" in line]

    assert lines == ["warning BR506: 2 embargoed in a public repository, which a sample may"]
    assert publishing(a_reviewed(), settings=sample, now=NOW) == []


def test_a_withdrawal_says_why() -> None:
    """Its page has nothing else to show."""
    b = a_reviewed(status=Status.WITHDRAWN)
    (line,) = publishing(b)

    assert line.startswith("error BR507: withdrawn without a word why")
    assert publishing(replace(b, corrections=(OWN,))) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"publish_at": FUTURE, "expires_at": FUTURE}, "error BR509: expires before it appears"),
        ({"published_at": PAST, "updated_at": datetime(2026, 3, 1, tzinfo=UTC)}, "BR508: updated"),
        ({"corrections": (replace(OWN, at=FUTURE),)}, "BR508: corrected in the future"),
        ({"corrections": (replace(OWN, at=date(2026, 3, 21)),)}, "BR508: corrected in the future"),
        ({"corrections": (replace(OWN, at=date(2026, 3, 1)),)}, "BR508: corrected before it was"),
    ],
)
def test_times_have_to_be_possible(change: dict[str, object], fault: str) -> None:
    """Each wrong time is told once."""
    (line,) = publishing(a_reviewed(**change), now=NOW)

    assert fault in line


@pytest.mark.parametrize(
    "change",
    [
        {"publish_at": PAST, "expires_at": FUTURE},
        {"updated_at": NOW, "published_at": PAST},
        {"corrections": (replace(OWN, at=date(2026, 3, 20)),)},
        {"corrections": (OWN,)},
    ],
)
def test_times_in_order_are_fine(change: dict[str, object]) -> None:
    """The same day is neither before nor after."""
    assert publishing(a_reviewed(**change), now=NOW) == []

"""A review records what was read."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefings.errors import BadFileError, DeskError
from briefings.model import Briefing, LeadImage, Names, NameUse, Rights, Status
from briefings.store.reviews import review_briefing, review_digest
from briefings.store.written import dump_briefing, parse_briefing
from tests.builders import a_briefing, a_quote, a_source

PATH = "content/briefings/2026/03/ferry-inquiry.md"
AT = datetime(2026, 3, 14, 6, 10, tzinfo=UTC)


def a_draft(**differing: object) -> Briefing:
    """Give a draft nobody read."""
    given = {"status": Status.DRAFT, "reviewed": None, "published_at": None}
    return a_briefing(**(given | differing))


def reviewed(text: str, by: str = "Mara Voss") -> str:
    """Review a file's text."""
    return review_briefing(text, PATH, by=by, at=AT)


def test_a_review_publishes_and_says_who_read_what() -> None:
    """Status, time and review are set; the digest is that of the words."""
    b = parse_briefing(reviewed(dump_briefing(a_draft())), PATH)

    assert b.status is Status.PUBLISHED
    assert b.published_at == AT
    assert b.reviewed is not None
    assert (b.reviewed.by, b.reviewed.at) == ("Mara Voss", AT)
    assert b.reviewed.digest == review_digest(a_draft()) == review_digest(b)


def test_only_three_lines_change_and_comments_stay() -> None:
    """What stands beside the values is left there."""
    present = (
        dump_briefing(a_draft())
        .replace("status: draft", "status: draft   # draft | published")
        .replace("reviewed: null", "reviewed: null  # who")
        .replace("published_at: null", "published_at:   # once")
    )
    text = reviewed(present)
    changed = [
        new for old, new in zip(present.splitlines(), text.splitlines(), strict=True) if old != new
    ]

    assert changed[0] == "published_at: 2026-03-14T06:10+00:00   # once"
    assert changed[1] == "status: published   # draft | published"
    assert changed[2].startswith(
        "reviewed: {by: Mara Voss, at: 2026-03-14T06:10+00:00, digest: v1:"
    )
    assert changed[2].endswith("}  # who")
    assert len(changed) == 3


def test_a_file_reviewed_as_it_stands_is_left_alone() -> None:
    """Reviewing twice changes nothing; a later edit makes it new."""
    text = reviewed(dump_briefing(a_draft()))
    edited = text.replace("Title of ferry-inquiry", "Another title")

    assert reviewed(text, by="Somebody else") == text
    assert "by: Somebody else" in reviewed(edited, by="Somebody else")


def test_the_first_time_of_publishing_stays() -> None:
    """A second review does not move `published_at`."""
    first = datetime(2026, 3, 1, tzinfo=UTC)
    b = parse_briefing(reviewed(dump_briefing(a_draft(published_at=first))), PATH)

    assert b.published_at == first


def test_keys_an_editor_left_out_are_added() -> None:
    """A file without the three keys gets them below its last."""
    lines = dump_briefing(a_draft()).splitlines(True)
    kept = [line for line in lines if not line.startswith(("status:", "published_at", "reviewed:"))]
    kept.insert(1, "status: draft\n")
    b = parse_briefing(reviewed("".join(kept)), PATH)

    assert b.reviewed is not None
    assert b.published_at == AT


def test_a_review_written_over_lines_is_written_anew() -> None:
    """Each value of an earlier review is replaced in its own line."""
    block = "reviewed:\n  by: Old Hand  # first\n  at: 2026-03-01\n  digest: null\n"
    present = dump_briefing(a_draft()).replace("reviewed: null\n", block)
    text = reviewed(present)

    assert (
        "\nreviewed:\n  by: Mara Voss  # first\n  at: 2026-03-14T06:10+00:00\n  digest: v1:" in text
    )


def test_a_review_in_braces_is_filled_up() -> None:
    """A missing digest is added in the braces."""
    present = dump_briefing(a_draft()).replace(
        "reviewed: null\n", "reviewed: {by: Old Hand, at: 2026-03-01}\n"
    )

    assert "\nreviewed: {by: Mara Voss, at: 2026-03-14T06:10+00:00, digest: v1:" in reviewed(
        present
    )


def test_a_withdrawn_briefing_is_not_published_by_a_review() -> None:
    """Somebody has to take the withdrawal back first."""
    with pytest.raises(DeskError, match="set `status: draft`"):
        reviewed(dump_briefing(a_draft(status=Status.WITHDRAWN)))


def test_a_file_with_faults_is_not_reviewed() -> None:
    """What cannot be read cannot be read against its sources."""
    with pytest.raises(BadFileError):
        reviewed(dump_briefing(a_draft()).replace("status: draft", "status: drft"))


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Other"},
        {"dek": "Other"},
        {"summary": ()},
        {"key_points": ()},
        {"quotes": (a_quote("Other"),)},
        {"body": "Other"},
        {"image": LeadImage(file="a.jpg", alt="x")},
        {"articles": (a_source(rights=Rights.FULL),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_digest_covers_the_words(change: dict[str, object]) -> None:
    """A change of any word, picture or right shows."""
    b = a_draft()

    assert review_digest(replace(b, **change)) != review_digest(b)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    "change",
    [
        {"story": "other"},
        {"topics": ("other",)},
        {"edition": date(2026, 4, 1)},
        {"names": Names(people=(NameUse(name="X"),))},
        {"related": ("other",)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_digest_leaves_filing_out(change: dict[str, object]) -> None:
    """Moving a briefing to another thread needs no new reading."""
    b = a_draft()

    assert review_digest(replace(b, **change)) == review_digest(b)  # type: ignore[arg-type]  # by name

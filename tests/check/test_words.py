"""The desk's own list of words, doubles, addresses on the web, headlines that shout."""

from dataclasses import replace

import pytest

from briefings.errors import Severity
from briefings.model import Briefing, LeadImage, NameKind, NameRecord, Status, WordRecord
from briefings.text.typography import same_words, without_typography
from briefings.text.web import address_key, is_out_of_reach, without_tracking
from tests.builders import a_briefing, a_point, a_quote, a_source
from tests.check.desks import KNOWN, findings_of

LISTED = replace(
    KNOWN,
    words=(
        WordRecord(word="tragedy", instead="accident", why="it judges"),
        WordRecord(word="so-called", why="it takes sides", severity=Severity.NOTE),
        WordRecord(word="war on", why="no war is meant", severity=Severity.ERROR),
        WordRecord(word="tragedy at sea", instead="shipwreck", why="it judges"),
    ),
)


def lines(*briefings: Briefing, only: str, **more: object) -> list[str]:
    """Give findings without their place."""
    found = findings_of(*briefings, only=only, **more)  # type: ignore[arg-type]  # by name
    return [line.split(": ", 1)[1] for line in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A tragedy on the ferry",
            'warning BR625: the desk does not write "tragedy": it judges; write "accident"',
        ),
        ("TRAGEDY struck", 'warning BR625: the desk does not write "TRAGEDY"'),
        ("A tragedy  at sea", 'warning BR625: the desk does not write "tragedy  at sea"'),
        ("The so-called plan", "note BR625"),
        ("A war\non waste", "error BR625"),
    ],
)
def test_a_word_of_the_list_is_told_with_its_reason(text: str, found: str) -> None:
    """In every text of the desk's own; small and capital letters are one."""
    for b in (
        a_briefing(title=text),
        a_briefing(dek=text),
        a_briefing(summary=(a_point(text),)),
        a_briefing(key_points=(a_point(text),)),
    ):
        (line,) = lines(b, only="BR625", registers=LISTED)
        assert line.startswith(found)


@pytest.mark.parametrize(
    "text",
    [
        "“A tragedy,” she said",
        'He said "it is a tragedy"',
        "« La tragedy »",
        "„tragedy“",
        "tragedyan",
        "‘A tragedy’",
    ],
)
def test_words_of_others_are_not(text: str) -> None:
    """What stands in quotation marks, quotes and bodies is theirs; parts of words are none."""
    b = a_briefing(title=text, quotes=(a_quote("A tragedy"),), body="A tragedy")

    assert lines(b, only="BR625", registers=LISTED) == []


def second(**more: object) -> Briefing:
    """Give another briefing that has nothing in common with the first."""
    given = {"title": "Teachers go on strike", "articles": (a_source(digest="v1:11", url=None),)}
    return a_briefing("second", **(given | more))


def test_two_different_briefings_are_no_doubles() -> None:
    """Nor is one that was withdrawn."""
    assert lines(a_briefing(), second(), only="BR7") == []
    assert (
        lines(
            a_briefing(status=Status.WITHDRAWN),
            replace(a_briefing("b"), title="Another"),
            only="BR7",
        )
        == []
    )


@pytest.mark.parametrize(
    ("other", "code"),
    [
        (second(articles=(a_source(url=None),)), "BR701"),
        (
            second(
                articles=(
                    a_source(
                        digest="v1:11", url="http://www.courier.example/ferries/?utm_source=x"
                    ),
                )
            ),
            "BR702",
        ),
        (second(title="Title of a ferry-inquiry"), "BR703"),
    ],
)
def test_a_double_is_told_at_the_later_of_the_two(other: Briefing, code: str) -> None:
    """One article, one address, or nearly one headline on one day."""
    (line,) = findings_of(a_briefing(), other, only="BR7")

    assert line.startswith("second.md:")
    assert f"warning {code}: " in line
    assert "ferry-inquiry.md" in line


def test_parts_of_one_newsletter_share_its_address() -> None:
    """They are articles of their own."""
    first = a_briefing(articles=(a_source(path="letter.eml#a"),))
    other = second(articles=(a_source(path="letter.eml#b", digest="v1:11"),))

    assert lines(first, other, only="BR7") == []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://a:b@courier.example/", "error BR620"),
        ("https://noor@courier.example/", "error BR620"),
        ("http://localhost/x", "error BR622"),
        ("http://192.168.1.4/x", "error BR622"),
        ("http://[::1]/x", "error BR622"),
        ("http://desk.local:80/x", "error BR622"),
        ("https://courier.example/?a=1&UTM_Campaign=x", "warning BR621"),
        ("https://courier.example/?fbclid=x", "warning BR621"),
        ("https://[bad/", "warning BR607"),
    ],
)
def test_an_address_that_readers_should_not_get_is_told(url: str, code: str) -> None:
    """Of an article, in the body, and in the registers."""
    (line,) = lines(a_briefing(articles=(a_source(url=url),)), only="BR6")
    assert line.startswith(code)
    person = NameRecord(id="ada", kind=NameKind.PERSON, name="Ada", url=url)
    register = lines(second(), only="BR6", registers=replace(KNOWN, names=(person,)))
    body = findings_of(a_briefing(body=f"One.\n\nSee <{url}>."), only="BR6")
    if code != "warning BR607":
        assert register[0].startswith(f"{code}: ada: ")
    if "[" not in url:
        assert f":3: {code}" in body[0].replace(":6:", ":3:") or code in body[0]


@pytest.mark.parametrize(
    "url", ["https://courier.example/a@b", "https://courier.example/?id=utm_x"]
)
def test_an_ordinary_address_is_not(url: str) -> None:
    """An @ in a path, a parameter of the outlet's own."""
    assert lines(a_briefing(articles=(a_source(url=url),)), only="BR6") == []


def test_an_address_keeps_all_but_what_follows_readers() -> None:
    """Order, empty parameters and the fragment stay."""
    url = "https://a.example/x?b=1&utm_source=y&a=&c=%C3%BC#top"

    assert without_tracking(url) == "https://a.example/x?b=1&a=&c=%C3%BC#top"
    assert without_tracking("https://a.example/x?q=a+b") == "https://a.example/x?q=a+b"
    assert address_key("https://A.example/x/") == address_key("http://www.a.example/x?gclid=1")
    assert not is_out_of_reach("https://localhost.example/")


@pytest.mark.parametrize(
    ("title", "shout"),
    [
        ("BREAKING: ferry burns", "BREAKING"),
        ("Breaking news: ferry burns", "Breaking news:"),
        ("Ferry burns!!", "!!"),
        ("Ferry burns?!", "?!"),
        ("Ferry FIRE injures 31", "FIRE"),
    ],
)
def test_a_headline_that_shouts_is_told(title: str, shout: str) -> None:
    """With what shouts."""
    b = a_briefing(title=title, dek="A fire broke out")
    (line,) = lines(b, only="BR603")

    assert line.startswith(f'warning BR603: the headline shouts: "{shout}"')


@pytest.mark.parametrize(
    "title",
    [
        "Exclusive economic zone agreed",
        "UNESCO lists the harbour",
        "Who pays? WHO says",
        "Watch kept at sea",
        "Yahoo! sold",
    ],
)
def test_a_calm_headline_is_not(title: str) -> None:
    """Acronyms and ordinary words."""
    assert lines(a_briefing(title=title, dek="who pays"), only="BR603") == []


def test_a_picture_says_whose_it_is() -> None:
    """A warning on a draft, an error once it is published."""
    b = a_briefing(image=LeadImage(file="a.jpg", alt="A ferry", holder="Port"))

    assert lines(b, only="BR62") == [
        "error BR623: the picture does not say its licence; write rights: {holder: …, licence: …}"
    ]
    assert lines(replace(b, status=Status.DRAFT), only="BR62")[0].startswith("warning BR623")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The “ferry”", 'the "ferry"', True),
        ("cease-fire", "cease fire", True),
        ("It’s  late", "It's late", True),
        ("the ferry – late", "the ferry - late", True),
        ("re-signed", "resigned", False),
        ("minus -5", "minus 5", False),
        ("10–15 ships", "10 15 ships", False),
        ("Inquiry confirmed", "Inquiry confirmed again", False),
    ],
)
def test_typography_is_no_difference_and_words_are(one: str, other: str, same: bool) -> None:
    """What two compositors may set differently."""
    assert same_words(one, other) is same
    assert without_typography(without_typography(one)) == without_typography(one)

"""Notes into a briefing: rights, sources, editions, several articles."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from briefings.draft import note_article
from briefings.draft.briefing import draft_briefing
from briefings.draft.excerpts import escape_markdown, full_text_of
from briefings.draft.rights import find_source, rights_of, spend
from briefings.model import (
    Article,
    Briefing,
    Image,
    Proposal,
    Registers,
    Rights,
    SourceRecord,
    Status,
)
from briefings.text.words import count_words
from tests.builders import an_article, some_settings

BODY = (
    "The harbour board closed the east quay on Monday after cracks were found.",
    "Three cargo ships were sent to Lazaret with timber and wheat aboard, Ada Brook said.",
    "Engineers will lower a camera beneath the concrete on Friday morning.",
    "“We will pay the dockers in full for four weeks,” said Ada Brook, the board's president.",
    "In 2011 the quay had been rebuilt by the state for nine million lira.",
    "Grain silos behind the quay are half empty, and the mill has flour for nine days.",
    "A second camera is on its way from the marine institute in the capital.",
)
COURIER = SourceRecord(
    id="courier",
    name="Harbour Courier",
    aliases=("The Courier",),
    hosts=("courier.example",),
    rights=Rights.FULL,
)
LEDGER = SourceRecord(id="ledger", name="The Ledger", rights=Rights.NONE)
REGISTERS = Registers(sources=(COURIER, LEDGER))


def _draft(*articles: Article, **differing: object) -> Briefing:
    return draft_briefing(
        [(article, note_article(article, REGISTERS)) for article in articles],
        settings=some_settings(**differing),
        registers=REGISTERS,
        id="quay",
        path="content/briefings/2026/03/quay.md",
        story="quay",
        by="briefings 0",
        today=date(2026, 3, 9),
    )


def _quay(**differing: object) -> Article:
    return an_article(**({"title": "Quay closed", "body": BODY, "dek": "Cracks found"} | differing))


def test_a_draft() -> None:
    """A draft takes title, dek and names from the first article and is a draft."""
    draft = _draft(_quay())

    assert (draft.title, draft.dek, draft.story) == ("Quay closed", "Cracks found", "quay")
    assert draft.status is Status.DRAFT
    assert "Ada Brook" in [use.name for use in draft.names.people]
    assert draft.drafted is not None
    assert draft.drafted.fields == ()


@pytest.mark.parametrize(
    ("moment", "edition"),
    [
        (None, date(2026, 3, 9)),
        (date(2026, 3, 2), date(2026, 3, 2)),
        (datetime(2026, 3, 2, 23, 30, tzinfo=UTC), date(2026, 3, 3)),
        (datetime(2026, 3, 2, 23, 30), date(2026, 3, 2)),
    ],
)
def test_edition(moment: date | None, edition: date) -> None:
    """The edition is the article's day in the desk's zone, else today."""
    draft = _draft(_quay(date=moment), timezone=ZoneInfo("Asia/Beirut"))

    assert draft.edition == edition


@pytest.mark.parametrize(
    ("stated", "known"),
    [
        ("courier", "courier"),
        ("The Courier", "courier"),
        ("HARBOUR COURIER", "courier"),
        ("www.courier.example", "courier"),
        ("The Gazette", None),
        (None, None),
    ],
)
def test_source(stated: str | None, known: str | None) -> None:
    """An outlet is found by id, name, alias or host; an unknown one keeps its name."""
    found = find_source(_quay(source=stated), REGISTERS)

    assert (found.id if found else None) == known
    assert _draft(_quay(source=stated)).articles[0].source == (known or stated)


def test_a_proposed_source_stays_a_proposal() -> None:
    """A guess is written as one, and can only narrow the rights."""
    proposal = Proposal(value="The Ledger", reason="its style")
    article = _quay(source_proposed=proposal)
    generous = _quay(source_proposed=Proposal(value="The Courier", reason="its style"))

    (source,) = _draft(article).articles
    assert (source.source, source.source_proposed) == (None, "The Ledger")
    assert rights_of(article, some_settings(), REGISTERS) is Rights.NONE
    assert rights_of(generous, some_settings(), REGISTERS) is Rights.EXCERPT
    assert rights_of(_quay(source="The Courier"), some_settings(), REGISTERS) is Rights.FULL


def test_full_rights_show_the_text() -> None:
    """An outlet that allows it has its whole text shown, subheads included."""
    draft = _draft(_quay(source="courier", subheads=((3, "What next"),)))

    assert draft.body.count("\n\n") == len(BODY)
    assert "## What next\n\nEngineers will" in draft.body


def test_no_rights_keep_the_metadata() -> None:
    """Without rights the article lends its title, link and credits, and no words."""
    images = (Image(caption="The quay", credit="B. Lund"), Image(caption="Sea", credit=None))
    draft = _draft(_quay(source="ledger", images=images, url="https://ledger.example/quay"))

    (source,) = draft.articles
    assert (source.dek, source.url) == (None, "https://ledger.example/quay")
    assert source.images == (Image(caption=None, credit="B. Lund"),)
    assert draft.summary == draft.quotes == ()
    assert draft.names.people


def test_a_change_dates_an_article_that_says_nothing_else() -> None:
    """Where only `Last updated` is printed, the edition is that day's; the date stays unknown."""
    draft = _draft(_quay(date=None, updated=date(2026, 3, 8)))

    assert draft.edition == date(2026, 3, 8)
    assert draft.articles[0].date is None


def test_a_summary_is_bought_from_its_front() -> None:
    """Where the first sentence is too dear, the one that goes on from it is not shown."""
    article = _quay()
    note = note_article(article, REGISTERS)
    longer, shorter = sorted(note.summary, key=lambda point: -count_words(point.text))
    settings = some_settings(excerpt_words=count_words(shorter.text))

    shown = spend(article, replace(note, summary=(longer, shorter)), Rights.EXCERPT, settings)

    assert shown.summary == ()


def test_an_excerpt_is_whole_sentences_within_the_run() -> None:
    """The body shows sentences from the top, never more words in one run than allowed."""
    draft = _draft(_quay(body=BODY * 4), excerpt_run=30, excerpt_share=1.0, excerpt_words=400)

    assert draft.body.startswith(BODY[0])
    assert 25 <= count_words(draft.body) <= 30


def test_a_small_budget_goes_to_the_summary() -> None:
    """What little there is goes to the summary first, and the body gets nothing."""
    draft = _draft(_quay(), excerpt_words=20)

    assert draft.summary
    assert draft.body == ""
    assert draft.key_points == ()


def test_a_copy_adds_where_it_came_from() -> None:
    """A second print of one wire text adds its article and nothing else."""
    first, second = _quay(), _quay(path="2026/03/copy.txt", title="Quay shut", digest="v1:01")
    alone, both = _draft(first), _draft(first, second)

    assert [source.key for source in both.articles] == ["a", "b"]
    assert [point.text for point in both.key_points] == [point.text for point in alone.key_points]
    assert {ref.article for point in both.summary for ref in point.grounds.refs} == {"a"}
    assert {ref.article for point in alone.summary for ref in point.grounds.refs} == {None}


def test_another_article_adds_what_is_new() -> None:
    """An article with its own words adds points, quotes and names, under its own key."""
    other = an_article(
        title="Mayor orders inquiry",
        source="courier",
        body=(
            "Mayor Samira Tolland ordered an inquiry into the closed harbour on Tuesday evening.",
            "Divers from Belrive will search the sea floor for iron bars next to the mole.",
            "“Nobody told the town hall anything at all,” said Mayor Samira Tolland.",
        ),
    )
    short = _quay(body=BODY[:3], source="courier")

    draft = _draft(short, other)

    texts = {point.text: point.grounds.refs[0].article for point in draft.key_points}
    assert "b" in texts.values()
    assert len(draft.key_points) <= 5
    assert "Samira Tolland" in [use.name for use in draft.names.people]
    assert {ref.article for quote in draft.quotes for ref in quote.grounds.refs} == {"b"}


def test_many_articles_have_keys() -> None:
    """Keys go on behind z."""
    articles = [_quay(path=f"2026/03/{number}.txt") for number in range(28)]

    assert [source.key for source in _draft(*articles).articles][-3:] == ["z", "aa", "ab"]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a *b* [[c]] <d> & `e`", r"a \*b\* \[\[c\]\] \<d\> \& \`e\`"),
        ("# 1", r"\# 1"),
        ("- item", r"\- item"),
        ("12. March", r"12\. March"),
        ("3) three", r"3\) three"),
        ("12.5 tonnes", r"12\.5 tonnes"),
        ("plain - text", "plain - text"),
    ],
)
def test_escapes(text: str, escaped: str) -> None:
    """Nothing in an article is read as Markdown or as a link of the desk's."""
    assert escape_markdown(text) == escaped


def test_full_text_without_body() -> None:
    """An article without a body gives an empty text."""
    assert full_text_of(replace(_quay(), body=())) == ""

"""Every golden case gives the briefing we accepted, and what must hold of any briefing holds.

To accept what the program drafts now: `pytest tests/cases --accept`, then read the diff.
"""

import re
from collections.abc import Iterator
from difflib import unified_diff
from html import unescape
from pathlib import Path

import pytest

from briefings.desk import draft_desk
from briefings.model import Article, Briefing, Point, Quote, Ref, Rights, Role
from briefings.text.digests import find_sealed, fold
from briefings.text.sentences import split_sentences
from briefings.text.words import count_words
from tests.cases.runs import BY, NOW, CaseRun, accept, case_folders, goldens, run_case

_OPENING = "\"“„«‹‘'—–"
_WORD = re.compile(r"\w+")


@pytest.fixture(scope="module", params=case_folders(), ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Path:
    """Give one golden folder after another."""
    folder: Path = request.param
    return folder


@pytest.fixture(scope="module")
def ran(case: Path, tmp_path_factory: pytest.TempPathFactory) -> CaseRun:
    """Give the drafting run of a case, run once for all its tests."""
    return run_case(case, tmp_path_factory.mktemp("desk"))


def words(text: str) -> list[str]:
    """Give a text's words, small, without marks."""
    return _WORD.findall(text.casefold())


def is_in_order(short: list[str], full: list[str]) -> bool:
    """Tell whether words were only left out."""
    rest = iter(full)
    return all(word in rest for word in short)


def article_of(briefing: Briefing, ref: Ref, articles: dict[str, Article]) -> Article:
    """Give the article a reference points into."""
    sources = {source.key: source.path for source in briefing.articles}
    key = ref.article or next(iter(sources))
    return articles[sources[key]]


def sentence_at(briefing: Briefing, ref: Ref, articles: dict[str, Article]) -> str:
    """Give the words a reference cites."""
    article = article_of(briefing, ref, articles)
    paragraph = article.body[ref.paragraph - 1]
    if ref.sentence is None:
        return paragraph
    return split_sentences(paragraph, article.language)[ref.sentence - 1]


def told_points(ran: CaseRun) -> Iterator[tuple[Briefing, Point]]:
    """Give every summary sentence and key point of a case with its briefing."""
    for briefing in ran.briefings():
        for point in (*briefing.summary, *briefing.key_points):
            yield briefing, point


def told_quotes(ran: CaseRun) -> Iterator[tuple[Briefing, Quote]]:
    """Give every quotation of a case with its briefing."""
    for briefing in ran.briefings():
        for quote in briefing.quotes:
            yield briefing, quote


def running_text(body: tuple[str, ...]) -> str:
    """Join paragraphs as a quotation over several is joined: without the marks that reopen it."""
    first, *rest = (fold(paragraph) for paragraph in body)
    return " ".join([first, *(paragraph.lstrip(_OPENING + " ") for paragraph in rest)])


def changes(accepted: str, drafted: str) -> str:
    """Give what differs, line by line; the long lines of sketches and terms are cut."""
    lines = unified_diff(
        accepted.splitlines(), drafted.splitlines(), "accepted", "drafted", lineterm="", n=1
    )
    return "\n".join(line[:160] for line in lines)


def test_the_briefing_is_the_one_we_accepted(
    case: Path, ran: CaseRun, pytestconfig: pytest.Config
) -> None:
    """Each file the run leaves equals its golden file, and there are no more and no fewer."""
    outputs = ran.outputs()
    if pytestconfig.getoption("--accept"):
        accept(case, outputs)
    wanted = goldens(case)

    assert sorted(outputs) == sorted(wanted)
    for name, text in sorted(wanted.items()):
        assert outputs[name] == text, f"{case.name}/{name}\n{changes(text, outputs[name])}"


def test_every_point_only_leaves_words_out(ran: CaseRun) -> None:
    """The words of a point stand in the sentences it cites, in their order; all if it is uncut."""
    articles = ran.articles()

    for briefing, point in told_points(ran):
        cited = " ".join(sentence_at(briefing, ref, articles) for ref in point.grounds.refs)
        assert words(point.text), point
        assert is_in_order(words(point.text), words(cited)), (point.text, cited)
        if not point.cut:
            assert words(point.text) == words(cited), (point.text, cited)


def test_every_quotation_is_verbatim(ran: CaseRun) -> None:
    """The words of a quotation stand in an article's text, letter by letter."""
    articles = ran.articles()

    for _, quote in told_quotes(ran):
        texts = [running_text(article.body) for article in articles.values()]
        assert any(fold(quote.text) in text for text in texts), quote.text


def test_every_seal_is_found_in_the_article(ran: CaseRun) -> None:
    """What a point or quotation cites can be found again without its reference."""
    articles = ran.articles()

    for briefing, told in (*told_points(ran), *told_quotes(ran)):
        grounds = told.grounds
        assert len(grounds.refs) == len(grounds.src) > 0
        for ref, mark in zip(grounds.refs, grounds.src, strict=True):
            assert find_sealed(mark, article_of(briefing, ref, articles).body), told.text


def test_every_speaker_stands_in_the_article(ran: CaseRun) -> None:
    """No speaker is named in words the article does not have."""
    known = {
        word
        for article in ran.articles().values()
        for text in (*article.body, article.title)
        for word in words(text)
    }

    for _, quote in told_quotes(ran):
        assert set(words(f"{quote.speaker or ''} {quote.printed or ''}")) <= known, quote


def test_the_body_is_made_of_body_alone(ran: CaseRun) -> None:
    """No menu, caption, note or mark is in a paragraph, and no line of the story is left out."""
    for article in ran.articles().values():
        spans = [span.text for span in article.roles if span.role is Role.BODY]
        told, read = words(" ".join(article.body)), words(unescape(" ".join(spans)))
        if article.format == "text":
            assert told == read
        else:
            assert is_in_order(told, read), (told, read)


def test_the_roles_leave_no_character_out(ran: CaseRun) -> None:
    """Joined, the spans are one stretch after another from the first character on."""
    for article in ran.articles().values():
        bounds = [(span.start, span.end) for span in article.roles]
        assert [start for start, _ in bounds] == [0, *(end for _, end in bounds)][: len(bounds)]
        assert all(len(span.text) == span.end - span.start for span in article.roles)


def test_drafting_again_changes_nothing(case: Path, ran: CaseRun) -> None:
    """A second run over the same articles, named or not, leaves every file as it is."""
    before = ran.outputs()
    folder = ran.settings.articles()

    again = draft_desk(ran.settings, [folder], now=NOW, by=BY)

    assert not any(drafted.outcome.has_written() for drafted in again.drafted), case.name
    assert ran.outputs() == before


def test_there_are_many_kinds_of_case() -> None:
    """The folders are found; each says what it shows as points to check."""
    cases = case_folders()

    assert len(cases) >= 40
    for folder in cases:
        text = (folder / "why.md").read_text(encoding="utf-8")
        assert re.search(r"^- ", text, re.MULTILINE), folder.name
        assert any(folder.glob("article.*")) or any(folder.glob("articles/*")), folder.name


def test_an_excerpt_stays_within_the_rights(ran: CaseRun) -> None:
    """Where an outlet allows an excerpt, what is shown is at most two fifths of its words."""
    for briefing in ran.briefings():
        if {source.rights for source in briefing.articles} != {Rights.EXCERPT}:
            continue
        told = (*briefing.summary, *briefing.key_points, *briefing.quotes)
        shown = sum(count_words(item.text) for item in told) + count_words(briefing.body)
        most = max(source.words or 0 for source in briefing.articles) * 0.4
        assert shown <= min(220, most)


def test_rights_of_none_show_no_wording(ran: CaseRun) -> None:
    """Where an outlet allows nothing, no summary, point, quotation, dek or body is drafted."""
    for briefing in ran.briefings():
        if Rights.NONE in {source.rights for source in briefing.articles}:
            told = (briefing.summary, briefing.key_points, briefing.quotes, briefing.dek)
            assert not any(told)
            assert not briefing.body

"""Laws of drafting: what holds for any article whatever."""

from collections.abc import Sequence
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.draft import note_article
from briefings.draft.briefing import draft_briefing
from briefings.draft.lexicon import lexicon
from briefings.model import Article, Briefing, Note, PointKind, Registers, Rights
from briefings.text.digests import find_sealed
from briefings.text.words import count_words
from tests.builders import an_article, some_settings

PARTS = [
    "The harbour board closed the east quay on Monday after cracks were found.",
    "Officials said the repair, which will cost 4 million lira, may take a year.",
    "He said it was not true.",
    "However, the union accused the board of hiding the report.",
    "The board denied hiding anything.",
    '"We told them in May," said Ada Brook, the union\'s president.',
    "“It is a scandal.",
    "In 2011 the quay had been rebuilt (at great cost) by the state.",
    "Was it ever safe?",
    "Read more: https://example.org/quay",
    "Le port a été fermé, selon la mairie.",
    "أعلنت الوزارة إغلاق الميناء.",
    "The engineer, a tall man from Lazaret, left, and the gates, the cranes and the sheds stayed.",
    "港は閉鎖された。",
    "",
]
paragraphs = st.lists(st.sampled_from(PARTS), max_size=5).map(" ".join)
anything = st.one_of(paragraphs, st.text(max_size=120).map(lambda text: " ".join(text.split())))
languages = st.sampled_from(["en", "en", "fr", "es", "de", "ar", "ja", "und"])
articles = st.builds(
    lambda language, title, body, dated: an_article(
        language=language, title=title, body=tuple(body), date=date(2026, 3, 2) if dated else None
    ),
    languages,
    st.sampled_from(["Quay closed after cracks were found", "", "Port fermé"]),
    st.lists(anything, max_size=7),
    st.booleans(),
)
slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _draft(article: Article, note: Note, **differing: object) -> Briefing:
    return draft_briefing(
        [(article, note)],
        settings=some_settings(**differing),
        registers=Registers(),
        id="quay",
        path="content/briefings/2026/03/quay.md",
        story=None,
        by="briefings 0",
        today=date(2026, 3, 3),
    )


def _is_within(words: Sequence[str], source: Sequence[str]) -> bool:
    rest = iter(source)
    return all(word in rest for word in words)


@slow
@given(articles)
def test_points_stand_on_their_sentences(article: Article) -> None:
    """Every point is its sentence or that sentence with words left out, and its seal is found."""
    note = note_article(article, Registers())

    for point in (*note.summary, *note.key_points):
        (ref,) = point.grounds.refs
        source = note.sentences[ref.paragraph - 1][(ref.sentence or 0) - 1]
        assert _is_within(
            [word.strip(".,،").casefold() for word in point.text.split()],
            [word.strip(".,،").casefold() for word in source.split()],
        )
        assert point.cut == (point.text != source)
        assert all(find_sealed(mark, article.body) for mark in point.grounds.src)


@slow
@given(articles)
def test_cuts_keep_what_is_protected(article: Article) -> None:
    """No cut takes a verb of saying, a negation, a modality or a condition."""
    note = note_article(article, Registers())
    protected = lexicon(article.language).protected

    for point in (*note.summary, *note.key_points):
        (ref,) = point.grounds.refs
        source = note.sentences[ref.paragraph - 1][(ref.sentence or 0) - 1]
        kept = [word.casefold() for word in protected.findall(point.text)]
        assert kept == [word.casefold() for word in protected.findall(source)]


@slow
@given(articles)
def test_sizes(article: Article) -> None:
    """A summary has at most two sentences and 40 words; there are at most five points."""
    note = note_article(article, Registers())

    assert len(note.summary) <= 2
    assert sum(count_words(point.text) for point in note.summary) <= 40
    assert len(note.key_points) <= 5
    told = {point.grounds.refs for point in note.summary}
    assert not told & {point.grounds.refs for point in note.key_points}


@slow
@given(articles)
def test_same_article_same_note(article: Article) -> None:
    """Drafting twice gives equal notes and equal briefings."""
    first, second = note_article(article, Registers()), note_article(article, Registers())

    assert first == second
    assert _draft(article, first) == _draft(article, second)


@slow
@given(articles, st.integers(0, 80), st.floats(0, 1))
def test_budget(article: Article, words: int, share: float) -> None:
    """What a briefing shows of an article never exceeds the words its rights allow."""
    note = note_article(article, Registers())

    draft = _draft(article, note, excerpt_words=words, excerpt_share=share, excerpt_run=30)

    total = sum(map(count_words, article.body))
    texts = [item.text for item in (*draft.summary, *draft.key_points, *draft.quotes)]
    shown = [*texts, draft.body.replace("\\", "")]
    assert sum(map(count_words, shown)) <= min(words, share * total)
    assert all(count_words(text) <= 30 for text in shown)


@slow
@given(articles)
def test_no_rights_no_words(article: Article) -> None:
    """An article without rights lends a briefing nothing but its title and names."""
    draft = _draft(article, note_article(article, Registers()), rights=Rights.NONE)

    shown = (draft.summary, draft.key_points, draft.quotes, draft.body, draft.dek)
    assert not any(shown)


def test_two_points_are_news() -> None:
    """Background never takes the places of the first two news points."""
    old = tuple(f"In {year} the old mole number {year} was rebuilt." for year in range(1990, 2000))
    news = (
        "The harbour board closed the east quay on Monday after cracks were found.",
        "Three cargo ships were sent to Lazaret with timber and wheat aboard.",
        "Engineers will lower a camera beneath the concrete on Friday morning.",
        "Dockers are to be paid in full for four weeks, the union said.",
    )
    note = note_article(
        an_article(title="Quay closed", body=(*news, *old), date=date(2026, 3, 2)), Registers()
    )

    kinds = [point.kind for point in note.key_points]
    assert kinds.count(PointKind.NEWS) >= 2
    assert PointKind.BACKGROUND in kinds
    assert kinds == sorted(kinds, key=lambda kind: kind is PointKind.BACKGROUND)

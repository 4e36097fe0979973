"""Hypothesis strategies: briefings with any text a stranger or an editor may bring."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from briefings.model import (
    Agency,
    AgencyRole,
    Briefing,
    Correction,
    Drafted,
    Figure,
    Grounds,
    Image,
    LeadImage,
    Names,
    NameUse,
    Point,
    PointKind,
    Quote,
    Ref,
    Review,
    Rights,
    SourceArticle,
    Status,
)
from briefings.store.front import tidy_body

AWKWARD = [
    "",
    " leading",
    "trailing ",
    "no",
    "null",
    "~",
    "2026-03-14",
    "12:30",
    "1e3",
    "0o14",
    "y",
    "- item",
    "key: value",
    "a #b",
    "# c",
    "[x]",
    "{x}",
    "'",
    '"',
    "*alias",
    "&anchor",
    "!tag",
    "%d",
    "@x",
    "`x`",
    "|",
    ">",
    "---",
    "...",
    "<<",
    "line\nbreak",
    "\n",
    "tab\there",
    "\x00\x07\x1b",
    "\x85\u2028\u2029",
    "\ufeffx",
    "مرحبا بالعالم",
    "\u202eevil\u202c",
    "👩‍👩‍👧 🇲🇹",
    "é́",
    "a: b: c",
    "x" * 1500,
]
words = st.one_of(st.sampled_from(AWKWARD), st.text(st.characters(exclude_categories=["Cs"])))
maybe_words = st.none() | words
ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
hexes = st.text("0123456789abcdef", min_size=16, max_size=16)
digests = hexes.map(lambda text: f"v1:{text}")
seals = st.builds(lambda length, text: f"v1:{length}:{text}", st.integers(0, 9999), hexes)
zones = st.integers(-23 * 60, 23 * 60).map(lambda m: timezone(timedelta(minutes=m)))
times = st.builds(
    lambda moment, zone: moment.replace(microsecond=0, tzinfo=zone),
    st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29)),  # the zone comes next
    zones | st.just(UTC),
)
days = st.dates()
moments = days | times
refs = st.builds(
    Ref,
    st.integers(1, 999),
    st.none() | st.integers(1, 99),
    st.none() | st.sampled_from(["a", "b", "z"]),
)
grounds = st.builds(
    Grounds,
    refs=st.lists(refs, max_size=3).map(tuple),
    src=st.lists(seals, max_size=3).map(tuple),
    editor=st.booleans(),
)
points = st.builds(
    Point,
    text=words,
    grounds=grounds,
    kind=st.sampled_from(PointKind),
    says=maybe_words,
    cut=st.booleans(),
)
quotes = st.builds(
    Quote,
    text=words,
    speaker=maybe_words,
    printed=maybe_words,
    cue=maybe_words,
    setting=maybe_words,
    grounds=grounds,
)


def some(items: st.SearchStrategy, most: int = 2) -> st.SearchStrategy:
    """Give tuples of up to `most` items."""
    return st.lists(items, max_size=most).map(tuple)


name_lists = some(st.builds(NameUse, name=words, id=st.none() | ids))
names = st.builds(
    Names, people=name_lists, organisations=name_lists, places=name_lists, laws=name_lists
)
weights = st.floats(0, 9, allow_nan=False).map(lambda number: round(number, 3))
terms = st.dictionaries(st.text("abcdefxyz'-", min_size=1, max_size=9), weights, max_size=3)
counts = st.none() | st.integers(0, 99_999)
articles = st.builds(
    SourceArticle,
    key=st.sampled_from(["a", "b", "c"]),
    path=st.sampled_from(["2026/03/ferries.txt", "a b.md", "2026/é.html"]),
    digest=digests,
    title=words,
    language=st.sampled_from(["en", "ar", "fr", "und", "zh-Hant", "no"]),
    dek=maybe_words,
    source=maybe_words,
    source_proposed=maybe_words,
    url=maybe_words,
    date=st.none() | moments,
    byline=some(words),
    agencies=some(st.builds(Agency, name=words, role=st.sampled_from(AgencyRole))),
    images=some(st.builds(Image, caption=maybe_words, credit=maybe_words)),
    rights=st.sampled_from(Rights),
    minutes_printed=counts,
    minutes=counts,
    words=counts,
    sketch=maybe_words,
    terms=terms.map(lambda pairs: tuple(pairs.items())),
    figures=some(st.builds(Figure, of=words, value=words, at=refs)),
)
pictures = st.builds(
    LeadImage,
    file=st.sampled_from(["ferry.jpg", "2026/a b.png"]),
    alt=words,
    caption=maybe_words,
    credit=maybe_words,
    holder=maybe_words,
    licence=maybe_words,
    until=st.none() | days,
)
corrections = st.builds(
    Correction,
    kind=st.sampled_from(
        ["correction", "clarification", "update", "source-correction", "retraction"]
    ),
    at=moments,
    now=words,
    why=maybe_words,
    was=maybe_words,
)
briefings = st.builds(
    Briefing,
    id=ids,
    path=st.just("content/briefings/2026/03/ferries.md"),
    title=words,
    edition=days,
    language=st.sampled_from(["en", "ar", "no"]),
    status=st.sampled_from(Status),
    articles=some(articles),
    dek=maybe_words,
    published_at=st.none() | times,
    updated_at=st.none() | times,
    topics=some(st.sampled_from(["transport", "medtop:04000000", "no", "on"])),
    story=st.none() | ids,
    related=some(ids),
    unrelated=some(ids),
    summary=some(points),
    key_points=some(points, 3),
    quotes=some(quotes),
    names=names,
    image=st.none() | pictures,
    reviewed=st.none() | st.builds(Review, by=words, at=moments, digest=st.none() | digests),
    publish_at=st.none() | times,
    expires_at=st.none() | times,
    corrections=some(corrections),
    drafted=st.none()
    | st.builds(
        Drafted,
        by=words,
        fields=st.dictionaries(words, digests, min_size=1, max_size=3).map(
            lambda pairs: tuple(pairs.items())
        ),
    ),
    body=words.map(tidy_body),
)

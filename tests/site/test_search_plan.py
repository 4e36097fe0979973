"""Laws of shards, facets and words: whatever the archive, they hold."""

import json
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefings.model import FacetValue, SearchStub
from briefings.site.search import StubRef, docs_of, facets_of, plan_shards
from briefings.site.search.facets import KINDS, distances, places_of
from briefings.site.search.periods import CLOSED_LIMIT, OPEN_LIMIT
from briefings.site.search.words import count_words, dump_words, total_words

START = date(2024, 1, 1)


def a_ref(at: int, day: date | None, size: int = 4000) -> StubRef:
    """Give a reference with an address of its own."""
    return StubRef(url=f"/{at}/", day=day, size=size, words="", facets="")


def period_of(name: str) -> str:
    """Give the period a shard or a part of a huge day belongs to."""
    return name.split("-p", maxsplit=1)[0]


def daily(days: int, a_day: int, start: date = START) -> list[StubRef]:
    """Give an archive of so many briefings a day."""
    return [a_ref(at, start + timedelta(at // a_day)) for at in range(days * a_day)]


@st.composite
def archives(draw: st.DrawFn) -> list[StubRef]:
    """Give archives with quiet and busy days over some years, and pages found by name."""
    days = draw(st.lists(st.integers(0, 900), min_size=1, max_size=12))
    counts = draw(st.lists(st.integers(1, 30), min_size=len(days), max_size=len(days)))
    sizes = st.sampled_from([500, 4000, 90_000])
    refs: list[StubRef] = []
    for day, count in zip(days, counts, strict=True):
        size = draw(sizes)
        refs += [a_ref(len(refs) + n, START + timedelta(day), size) for n in range(count)]
    return refs + [a_ref(-1 - n, None) for n in range(draw(st.integers(0, 5)))]


@given(archives(), st.randoms())
def test_every_stub_is_in_exactly_one_shard_whatever_their_order(refs: list, chance) -> None:
    """No stub is lost or indexed twice; a shuffled archive has the same plan."""
    plan = plan_shards(refs)
    chance.shuffle(refs)

    assert Counter(r for shard in plan for r in shard.refs) == Counter(refs)
    assert plan_shards(refs) == plan
    assert len({shard.name for shard in plan}) == len(plan)


@given(archives(), st.integers(1, 40))
def test_a_stub_added_to_the_newest_day_changes_the_newest_period(refs: list, more: int) -> None:
    """Every other shard has the same name and the same stubs; only a huge day has parts."""
    dated = [ref.day for ref in refs if ref.day]
    before = plan_shards(refs)

    after = plan_shards([*refs, *(a_ref(10_000 + n, max(dated)) for n in range(more))])

    same = set(before) & set(after)
    newest = period_of(before[0].name)
    assert {period_of(shard.name) for shard in before if shard not in same} <= {newest}
    assert {period_of(shard.name) for shard in after if shard not in same} == {newest}


def test_one_stub_more_on_a_huge_day_changes_one_part_of_it() -> None:
    """The parts of a day keep their addresses while their number stays."""
    before = plan_shards(daily(1, 3000))

    after = plan_shards([*daily(1, 3000), a_ref(10_000, START)])

    assert [shard.name for shard in after] == [shard.name for shard in before]
    assert len(set(after) - set(before)) == 1


@given(archives())
def test_shards_come_newest_first_and_small(refs: list) -> None:
    """Periods do not overlap; none is larger than the limits but a single day."""
    plan = [shard for shard in plan_shards(refs) if not shard.name.startswith("names")]
    spans = [[ref.day for ref in shard.refs] for shard in plan]
    periods = {}
    for shard, days in zip(plan, spans, strict=True):
        periods.setdefault(period_of(shard.name), []).extend(days)

    assert all(min(a) > max(b) for a, b in pairwise(periods.values()))
    for shard, days in zip(plan, spans, strict=True):
        newest = max(days)
        assert len(set(days)) == 1 or shard.size() <= CLOSED_LIMIT or shard is plan[0]
        if shard is plan[0] and len(set(days)) > 1:
            assert sum(ref.size for ref in shard.refs if ref.day != newest) <= OPEN_LIMIT


def test_ten_briefings_a_day_make_months() -> None:
    """What a desk of ten a day gets after three years: an edit anywhere indexes a month again."""
    names = [shard.name for shard in plan_shards(daily(1096 + 59, 10))]

    assert names == [
        "2027-02",
        "2027-01",
        *[f"{year}-{month:02}" for year in (2026, 2025, 2024) for month in range(12, 0, -1)],
    ]


def test_a_hundred_a_day_make_half_weeks() -> None:
    """Every shard stays quick to make."""
    plan = plan_shards(daily(43, 100))

    assert [shard.name for shard in plan][:4] == [
        "2024-02-w2-h2",
        "2024-02-w2-h1",
        "2024-02-w1-h2",
        "2024-02-w1-h1",
    ]
    assert len(plan[0].refs) == 100


def test_a_young_desk_has_one_shard() -> None:
    """Fifty briefings are not cut."""
    assert [shard.name for shard in plan_shards(daily(5, 10))] == ["2024"]


def test_a_day_too_large_is_cut_by_address() -> None:
    """An archive brought in under one date still fits into memory."""
    plan = plan_shards(daily(1, 3000))

    assert [shard.name for shard in plan] == [f"2024-p{at}" for at in range(4)]
    assert max(shard.size() for shard in plan) < 4_800_000


@given(st.lists(st.integers(0, 5000), unique=True).map(sorted))
def test_distances_lead_back_to_the_places(places: list[int]) -> None:
    """What the browser adds up is where the pages are."""
    assert places_of(distances(places)) == places


def values(prefix: str) -> st.SearchStrategy:
    """Give values of one kind of facet."""
    ids = st.integers(0, 4)
    return st.lists(ids.map(lambda n: FacetValue(id=f"{prefix}{n}", title=f"{prefix} {n}"))).map(
        tuple
    )


@given(st.lists(st.fixed_dictionaries({kind: values(kind) for kind in KINDS})))
def test_facets_say_of_each_page_what_its_stub_said(facets: list) -> None:
    """Reading the file gives every page its values and no others."""
    stubs = [SearchStub(title="t", text="", language="en", facets=of) for of in facets]

    read = json.loads(facets_of(stubs))

    for kind in KINDS:
        told = [set() for _ in stubs]
        for id_, title, steps in read.get(kind, []):
            for place in places_of(steps):
                told[place].add((id_, title))
        assert told == [{(v.id, v.title) for v in of[kind]} for of in facets]


def test_docs_say_which_result_is_which() -> None:
    """Ids in the shard's order, the usual language left out, days with their counts."""
    stubs = [
        SearchStub(title="t", text="", language=language, day=day)
        for language, day in (
            ("en", date(2026, 3, 14)),
            ("en-GB", date(2026, 3, 14)),
            ("ar", None),
        )
    ]

    assert json.loads(docs_of(stubs, ["en_a", "en_b", "ar_c"])) == {
        "language": "en",
        "ids": "a b ar_c",
        "days": [["2026-03-14", 2], [None, 1]],
    }


def test_words_are_those_of_several_pages_and_of_names() -> None:
    """A misprint that stands once is not suggested; a rare name is."""
    stubs = [
        SearchStub(title="Élection", text="harbour harbuor", language="en", day=START),
        SearchStub(
            title="Ferry",
            text="harbour élection",
            language="en",
            day=START,
            facets={"name": (FacetValue(id="1", title="Ada Desrosiers"),)},
        ),
    ]
    counts = count_words(stubs)

    assert counts == {"harbour": 2, "élection": 2, "ada": 3, "desrosiers": 3}
    assert json.loads(dump_words(Counter(counts) + Counter(harbour=6))).split() == [
        "ada2",
        "desrosiers2",
        "harbour4",
        "élection2",
    ]


def test_words_are_added_up_from_the_last_total(tmp_path: Path) -> None:
    """Whatever shards come and go, and whatever was kept of them, the sum is that of all."""
    counts = {"one": {"ada": 3, "ferry": 2}, "two": {"ferry": 5}, "three": {"quay": 2, "ada": 1}}
    for name, words in counts.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "words.json").write_text(json.dumps(words), encoding="utf-8")

    def total(*names: str) -> dict[str, int]:
        return dict(total_words([tmp_path / name for name in names], tmp_path / "total.json"))

    assert total("one", "two") == {"ada": 3, "ferry": 7}
    assert total("one", "three") == {"ada": 4, "ferry": 2, "quay": 2}
    (tmp_path / "one" / "words.json").write_text("spoiled", encoding="utf-8")
    assert total("three", "two") == {"ferry": 5, "quay": 2, "ada": 1}
    (tmp_path / "total.json").write_text("{}", encoding="utf-8")
    assert total("two") == {"ferry": 5}

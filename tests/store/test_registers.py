"""Registers, edition files and the ledger are read with their faults told apart."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import BadFileError
from briefings.model import DiaryStatus, NameKind, Registers, Rights, SourceRecord
from briefings.store.editions import load_editions, parse_edition
from briefings.store.piecemeal import read_what_parses
from briefings.store.registers import ledger_text, load_registers, parse_ledger
from tests.builders import some_settings


def loaded(root: Path, **files: str) -> tuple[Registers, list[str]]:
    """Load a desk's registers, each file given by its name without ending."""
    folder = root / "content" / "registers"
    folder.mkdir(parents=True)
    for name, text in files.items():
        ending = "txt" if name == "urls" else "yml"
        (folder / f"{name}.{ending}").write_text(text, encoding="utf-8")
    registers, findings = load_registers(some_settings(root=root))
    return registers, [str(finding).removeprefix("content/registers/") for finding in findings]


def test_a_desk_without_registers_has_empty_ones(tmp_path: Path) -> None:
    """No register is required."""
    assert load_registers(some_settings(root=tmp_path)) == (Registers(), ())


def test_empty_files_are_empty_registers(tmp_path: Path) -> None:
    """A file of comments alone says nothing."""
    assert loaded(tmp_path, sources="# none\n", names="", articles="", urls="\n") == (
        Registers(),
        [],
    )


def test_sources_have_their_id_as_key(tmp_path: Path) -> None:
    """Left-out fields have their defaults."""
    text = "\ufeffcourier:\n  name: The Courier\n  hosts: [courier.example]\n  rights: none\n"
    registers, faults = loaded(tmp_path, sources=text)

    assert faults == []
    assert registers.sources == (
        SourceRecord(
            id="courier", name="The Courier", hosts=("courier.example",), rights=Rights.NONE
        ),
    )


def test_only_people_are_asked_whether_they_have_a_page(tmp_path: Path) -> None:
    """A registered organisation, place or law has one; a person with `page: yes`."""
    text = (
        "people:\n  ada:\n    name: Ada\n  ben: {name: Ben, page: yes}\n"
        "organisations:\n  union: {name: Union}\nplaces:\n  port: {name: Port, page: no}\nlaws:\n"
    )
    registers, faults = loaded(tmp_path, names=text)

    assert faults == []
    assert [(record.kind, record.id, record.page) for record in registers.names] == [
        (NameKind.PERSON, "ada", False),
        (NameKind.PERSON, "ben", True),
        (NameKind.ORGANISATION, "union", True),
        (NameKind.PLACE, "port", False),
    ]


def test_stories_topics_and_spiked_articles_are_read(tmp_path: Path) -> None:
    """Each has its own shape."""
    registers, faults = loaded(
        tmp_path,
        stories="ferry:\n  title: The ferry\n  merged: [fire]\n",
        topics="transport: {name: Transport, words: [ferry]}\n",
        articles="spiked:\n  - {digest: 'v1:00', by: Mara, why: a press release}\n",
    )

    assert faults == []
    assert registers.stories[0].merged == ("fire",)
    assert registers.topics[0].words == ("ferry",)
    assert registers.spiked[0].why == "a press release"


DIARY = """vote:
  when: 2026-04-12
  title: A new vote
  story: recount
hearing:
  when: 2026-03-30T10:00+02:00
  until: 2026-03-30T13:00+02:00
  title: A hearing
  status: expected
"""


def test_the_diary_has_days_and_times(tmp_path: Path) -> None:
    """A day stays a day; a time has its zone; what is not said is fixed."""
    registers, faults = loaded(tmp_path, diary=DIARY)

    assert faults == []
    vote, hearing = registers.diary
    assert (vote.when, vote.until, vote.status) == (date(2026, 4, 12), None, DiaryStatus.FIXED)
    assert isinstance(hearing.when, datetime)
    assert hearing.when.utcoffset() == timedelta(hours=2)
    assert hearing.status is DiaryStatus.EXPECTED


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("v: {when: 2026-04-12}", 'diary.yml:1:4: error BR106: the key "title" is missing; add t'),
        ("v: {when: 2026-4-12, title: A}", "diary.yml:1:11: error BR107: when: expected a date s"),
        ("v: {when: 2026-04-12T10:00, title: A}", "diary.yml:1:11: error BR107: when: expected a"),
        ("v: {whn: 2026-04-12, title: A}", 'unknown key "whn"; did you mean "when"?'),
        ("v: {when: 2026-04-12, title: A, status: expcted}", 'did you mean "expected"?'),
        (
            "v:\n  when: 2026-04-12\n  until: 2026-04-11\n  title: A",
            "diary.yml:3:10: error BR107: until: it ends before it begins; correct one of the two",
        ),
        (
            "v:\n  when: 2026-04-12\n  until: 2026-04-12T10:00+02:00\n  title: A",
            "diary.yml:3:10: error BR107: until: expected the form of when; give both a time",
        ),
        ("A Vote: {when: 2026-04-12, title: A}", 'write "a-vote"'),
    ],
)
def test_a_fault_of_the_diary_has_its_place(tmp_path: Path, text: str, fault: str) -> None:
    """The entry is left out, and a good one beside it stands."""
    registers, faults = loaded(tmp_path, diary=f"{text}\nnext: {{when: 2026-04-13, title: B}}\n")

    assert any(fault in line for line in faults), faults
    assert [entry.id for entry in registers.diary] == ["next"]


def test_a_bad_entry_is_left_out_and_the_rest_stands(tmp_path: Path) -> None:
    """One slip does not take a whole register away."""
    text = "courier: {name: A}\nBad Id: {name: B}\nwire: {nme: C}\npost: {name: D}\n"
    registers, faults = loaded(tmp_path, sources=text)

    assert [record.id for record in registers.sources] == ["courier", "post"]
    assert faults == [
        'sources.yml:2:1: error BR107: expected an id: a-z, 0-9 and single hyphens, found "Bad Id"'
        '; write "bad-id"',
        'sources.yml:3:7: error BR106: the key "name" is missing; add name: Harbour Courier',
        'sources.yml:3:8: error BR105: unknown key "nme"; did you mean "name"?',
    ]


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("sources", "a: [", "sources.yml:2:1: error BR102"),
        ("sources", "- a\n", "sources.yml:1:1: error BR107: expected keys and values"),
        ("names", "persons: {}\n", 'names.yml:1:1: error BR105: unknown key "persons"; the file'),
        ("names", "peple: {}\n", 'did you mean "people"?'),
        ("names", "people: [a]\n", "names.yml:1:9: error BR107: people: expected ids, each with"),
        ("articles", "spikd: []\n", 'did you mean "spiked"?'),
        ("articles", "spiked: [x]\n", "articles.yml:1:10: error BR107: expected a spiked article"),
        ("urls", "/a/\tbriefing:a\nnonsense\n", "urls.txt:2:1: error BR110"),
    ],
)
def test_a_fault_has_its_place(tmp_path: Path, name: str, text: str, fault: str) -> None:
    """Each fault is told with file, line and column."""
    _, faults = loaded(tmp_path, **{name: text})

    assert any(fault in line for line in faults), faults


def test_a_register_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    """The other registers load."""
    folder = tmp_path / "content" / "registers"
    folder.mkdir(parents=True)
    (folder / "sources.yml").write_bytes(b"a: \xff")
    (folder / "topics.yml").write_text("t: {name: T}", encoding="utf-8")
    registers, findings = load_registers(some_settings(root=tmp_path))

    assert [finding.code for finding in findings] == ["BR108"]
    assert [record.id for record in registers.topics] == ["t"]


pairs = st.tuples(
    st.from_regex(r"(/[0-9][a-z0-9]{0,8}){1,3}/", fullmatch=True),
    st.from_regex(r"[a-z]{1,6}:[a-z0-9-]{1,9}", fullmatch=True),
)


@given(st.lists(pairs))
def test_the_ledger_survives_its_file(addresses: list[tuple[str, str]]) -> None:
    """Lines are sorted and each stands once, whatever a merge left."""
    text = ledger_text(addresses)
    doubled = text + "".join(reversed(text.splitlines(keepends=True)))

    assert parse_ledger(text) == (tuple(sorted(set(addresses))), ())
    assert parse_ledger(doubled) == parse_ledger(text)
    assert text.splitlines() == sorted(set(text.splitlines()), key=lambda line: line.split("\t"))


@pytest.mark.parametrize(
    "address",
    ["/../x/", "//x/", "/index.html", "/assets/a/", "/a//b/", "/a b/", "/a", "/con/"],
)
def test_an_address_no_page_can_have_protects_nothing(address: str) -> None:
    """It would lead out of the site, or be written over a file of it."""
    addresses, faults = parse_ledger(f"{address}\tbriefing:a\n")

    assert (addresses, [fault.code for fault in faults]) == ((), ["BR110"])


EDITION = "---\nlead: b\norder: [a, b, c, a]\nsigned: Mara\nclosed: Goodbye\n---\n\nThe *note*.\n"


def test_an_edition_opens_with_its_lead() -> None:
    """The lead is first wherever the order has it, and no briefing stands twice."""
    edition = parse_edition(EDITION, "content/editions/2026-03-14.md")

    assert edition.date == date(2026, 3, 14)
    assert edition.briefings == ("b", "a", "c")
    assert (edition.note, edition.signed, edition.closed) == ("The *note*.", "Mara", "Goodbye")


def test_an_edition_may_say_nothing() -> None:
    """Without keys and note the order is computed."""
    edition = parse_edition("---\n---\n", "content/editions/2026-03-14.md")

    assert (edition.briefings, edition.note, edition.signed) == ((), None, None)


def test_a_week_has_a_file_named_by_its_week() -> None:
    """The keys are those of a day; its date is the Monday."""
    edition = parse_edition(EDITION, "content/editions/2026-W11.md")

    assert (edition.date, edition.weekly, edition.id()) == (date(2026, 3, 9), True, "2026-W11")
    assert edition.briefings == ("b", "a", "c")


@pytest.mark.parametrize(
    "name", ["friday", "2026-3-4", "2026-03-14T09:30+00:00", "2026-W54", "2026-W00", "2026-W1"]
)
def test_an_editions_name_is_its_date(name: str) -> None:
    """Another name is refused with the form it needs."""
    with pytest.raises(BadFileError, match=r"BR111.*2026-03-14.md or 2026-W11.md"):
        parse_edition(EDITION, f"content/editions/{name}.md")


def test_a_bad_edition_is_told_and_the_others_load(tmp_path: Path) -> None:
    """Editions come in order of date."""
    folder = tmp_path / "content" / "editions"
    folder.mkdir(parents=True)
    for name, text in {
        "2026-03-15": EDITION,
        "2026-03-14": EDITION,
        "2026-03-16": "---\nled: b\n---\n",
    }.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    editions, findings = load_editions(some_settings(root=tmp_path))

    assert [edition.date.day for edition in editions] == [14, 15]
    assert [str(finding) for finding in findings] == [
        'content/editions/2026-03-16.md:2:1: error BR105: unknown key "led"; did you mean "lead"?'
    ]


SOUND = "a:\n  name: A\nb:\n  name: B\n  aliases: [one]\nc:\n  name: C\n"


@pytest.mark.parametrize(
    ("bad", "fault"),
    [
        ('x:\n  name: "no end\n', "BR102"),
        ("x:\n  aliases: [one, two\n", "BR102"),
        ("x:\n\tname: X\n", "BR102"),
        ("x: y: z\n", "BR102"),
        ("x:\n  name: *a\n", "BR103"),
        ("x:\n  name: &a X\n", "BR103"),
        ("x: !!python/object:os.system {}\n", "BR103"),
        ("x:\n  name: X\n  name: Y\n", "BR104"),
        ("x:\n  name: a\x07b\n", "BR102"),
        ("x: |\n  name\n y\n", "BR102"),
        (f"x: {'[' * 40}\n", "BR10"),
        ("x:\n  aliases: [one]]\n", "BR102"),
        ("%TAG ! x\n", "BR102"),
        ("}\n", "BR102"),
    ],
)
@pytest.mark.parametrize("at", [0, 1, 3])
def test_a_broken_entry_costs_itself_alone(tmp_path: Path, bad: str, fault: str, at: int) -> None:
    """Whatever is wrong with its YAML, and wherever it stands, the entries around it are read."""
    sound = ["a:\n  name: A\n", "b:\n  name: B\n  aliases: [one]\n", "c:\n  name: C\n"]
    whole, _ = loaded(tmp_path / "whole", sources="".join(sound))

    registers, faults = loaded(tmp_path / "bad", sources="".join([*sound[:at], bad, *sound[at:]]))

    assert registers.sources == whole.sources
    assert any(fault in line for line in faults)


def test_an_id_that_stands_twice_is_read_once(tmp_path: Path) -> None:
    """The first stands, the second is told, the others are read."""
    registers, faults = loaded(tmp_path, sources=f"{SOUND}b:\n  name: Other\nd:\n  name: D\n")

    assert [(one.id, one.name) for one in registers.sources] == [
        ("a", "A"), ("b", "B"), ("c", "C"), ("d", "D"),
    ]  # fmt: skip
    assert faults == ['sources.yml:8:1: error BR104: the key "b" stands twice; keep one; the '
                      "first is on line 3"]  # fmt: skip


def test_a_broken_name_costs_neither_its_group_nor_the_others(tmp_path: Path) -> None:
    """Entries below `people:` are pieces of their own, and so are the items of a list."""
    people = "people:\n  ada: {name: Ada}\n  bad: {name: [\n  cy: {name: Cy}\n"
    names = f"{people}places:\n  port: {{name: Port}}\n"
    words = "words:\n- word: one\n  why: x\n- word: [\n- word: two\n  why: y\n"
    registers, faults = loaded(tmp_path, names=names, words=words)

    assert [name.id for name in registers.names] == ["ada", "cy", "port"]
    assert [word.word for word in registers.words] == ["one", "two"]
    assert [fault.split(":")[:2] for fault in faults] == [["names.yml", "4"], ["words.yml", "5"]]


@given(
    st.lists(
        st.sampled_from(
            [*SOUND.splitlines(keepends=True), "}\n", "- x\n", "\n", "  [\n", "a: &b\n", "'\n"]
        ),
        max_size=12,
    )
)
def test_reading_piece_by_piece_always_ends(lines: list[str]) -> None:
    """With a node, or with nothing but findings."""
    node, findings = read_what_parses("".join(lines), "x.yml")

    assert node is not None or findings or not "".join(lines).strip()


def test_a_conflict_in_a_register_is_one_message_and_the_rest_stands(tmp_path: Path) -> None:
    """The first side is read, so that nothing else seems to be missing; places stay."""
    sources = (
        "a: {name: A}\n<<<<<<< HEAD\nb: {name: B}\n=======\nc: {name: C}\n>>>>>>> noor\n"
        "d: {nam: D}\n"
    )
    registers, faults = loaded(tmp_path, sources=sources)

    assert [record.id for record in registers.sources] == ["a", "b"]
    assert faults[0].startswith(
        "sources.yml:2:1: error BR109: a conflict git could not merge, down to line 6: "
        'HEAD has "b: {name: B}", noor has "c: {name: C}"; keep what is right'
    )
    assert {fault.split(":")[1] for fault in faults[1:]} == {"7"}


def test_a_conflict_in_the_ledger_loses_no_address(tmp_path: Path) -> None:
    """Both sides were published; only the marks are to go."""
    text = "<<<<<<< HEAD\n/a/\tbriefing:a\n||||||| 3f2a\n=======\n/b/\tbriefing:b\n>>>>>>> noor\n"
    registers, faults = loaded(tmp_path, urls=text)

    assert [address for address, _ in registers.addresses] == ["/a/", "/b/"]
    (fault,) = faults
    assert "error BR109" in fault
    assert "keep the lines of both" in fault

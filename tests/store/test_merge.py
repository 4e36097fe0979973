"""Drafting again: what a person touched stays, the rest follows the articles."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefings.errors import BadFileError
from briefings.model import Briefing, Drafted, Names, NameUse, Review, Rights, Status
from briefings.store.fields import FIELDS
from briefings.store.merge import merge_briefing
from briefings.store.written import dump_briefing, parse_briefing
from tests.builders import a_briefing, a_point, a_quote, a_source, some_grounds
from tests.store import strategies as some

PATH = "content/briefings/2026/03/ferry-inquiry.md"
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)


def a_draft(**differing: object) -> Briefing:
    """Give a machine's draft on one article."""
    given = {"status": Status.DRAFT, "reviewed": None, "published_at": None}
    return a_briefing(**(given | differing))


def a_second(**differing: object) -> Briefing:
    """Give what the machine drafts after the article changed."""
    given = {
        "title": "A new headline",
        "dek": "A new dek",
        "key_points": (a_point("A new point.", grounds=some_grounds("p2s1")),),
        "quotes": (a_quote("A new quote"),),
        "body": "A new excerpt.",
        "articles": (a_source(digest="v1:11", title="A new title", words=7),),
    }
    return a_draft(**(given | differing))


def merged(present: str, drafted: Briefing) -> Briefing:
    """Give the briefing after a re-draft."""
    return parse_briefing(merge_briefing(present, drafted), PATH)


def unsigned(b: Briefing) -> Briefing:
    """Leave out the record of what the machine wrote."""
    return replace(b, drafted=None)


def test_an_untouched_draft_follows_its_article() -> None:
    """Where no person wrote, the file becomes the new draft in full."""
    present = dump_briefing(a_draft())

    assert unsigned(merged(present, a_second())) == unsigned(a_second())
    assert merge_briefing(present, a_second()) == dump_briefing(a_second())


def test_drafting_twice_changes_nothing() -> None:
    """The same draft again gives the same text."""
    first = dump_briefing(a_draft())
    second = merge_briefing(first, a_second())

    assert merge_briefing(first, a_draft()) == first
    assert merge_briefing(second, a_second()) == second


def test_a_touched_field_is_kept_and_the_others_follow() -> None:
    """An editor's headline stays, whatever else changes, and only changed lines differ."""
    present = dump_briefing(a_draft()).replace("Title of ferry-inquiry", "An editor's headline")
    text = merge_briefing(present, a_second())
    after = parse_briefing(text, PATH)

    assert after.title == "An editor's headline"
    assert after.dek == "A new dek"
    assert [line for line in present.splitlines() if line.startswith("id:")] == [
        line for line in text.splitlines() if line.startswith("id:")
    ]


@pytest.mark.parametrize("key", ["dek", "topics", "story", "quotes", "summary"])
def test_a_deleted_field_stays_deleted(key: str) -> None:
    """A key an editor took out does not come back."""
    b = a_draft(dek="Old", topics=("a",), story="s", quotes=(), summary=())
    lines = [line for line in dump_briefing(b).splitlines(True) if not line.startswith(f"{key}:")]
    second = a_second(topics=("b",), story="t", summary=(a_point("New."),))
    text = merge_briefing("".join(lines), second)

    assert f"\n{key}:" not in text
    assert parse_briefing(text, PATH).title == "A new headline"


def test_a_field_new_in_this_version_is_added_in_its_place() -> None:
    """A key neither in the file nor in its record was never refused by anybody."""
    lines = dump_briefing(a_draft()).splitlines(True)
    older = "".join(line for line in lines if not line.startswith(("dek:", "    dek: v1:")))
    text = merge_briefing(older, a_second())

    assert "\ntitle: A new headline\ndek: A new dek\nedition:" in text
    assert merge_briefing(text, a_second()) == text


def test_several_new_fields_keep_the_fixed_order() -> None:
    """Topics stand above the story, as in every file."""
    gone = ("topics:", "story:", "    topics: v1:", "    story: v1:")
    lines = dump_briefing(a_draft()).splitlines(True)
    older = "".join(line for line in lines if not line.startswith(gone))
    text = merge_briefing(older, a_second(topics=("b",), story="t"))

    assert "\nlanguage: en\ntopics: [b]\nstory: t\nsummary:" in text


def test_every_comment_survives() -> None:
    """Comments above, beside and below keys stay; a field with one in its lines is not touched."""
    present = (
        dump_briefing(a_draft(dek="Old", body="Old excerpt."))
        .replace("---\nid:", "---\n# top\nid:")
        .replace("\ndek: Old\n", "\n# above the dek\ndek: Old   # beside the dek\n", 1)
        .replace("\nquotes: []\n", "\nquotes: []\n# below quotes\n\n", 1)
        .replace("key_points:\n", "key_points:\n  # inside\n", 1)
        .replace("drafted:\n", "drafted:  # by the program\n")
    )
    text = merge_briefing(present, a_second())
    after = parse_briefing(text, PATH)

    for comment in ("# top", "# above the dek", "# beside the dek", "# below quotes", "# inside"):
        assert text.count(comment) == 1
    assert "drafted:  # by the program\n" in text
    assert after.dek == "Old"
    assert after.key_points == a_draft().key_points
    assert after.title == "A new headline"
    assert after.quotes == a_second().quotes
    assert text.index("# below quotes") > text.index("A new quote")
    assert merge_briefing(text, a_second()) == text


@pytest.mark.parametrize(
    "title",
    [
        "'No # comment'",
        '"No # comment"',
        "No#comment",
        ">-\n  No # comment\n  at all",
        "|  \n  # x",
    ],
)
def test_a_number_sign_inside_a_text_is_no_comment(title: str) -> None:
    """Quoted, folded and glued signs do not make a field an editor's."""
    b = parse_briefing(
        dump_briefing(a_draft(title="T")).replace("title: T", f"title: {title}", 1), PATH
    )
    fresh = dump_briefing(replace(b, drafted=Drafted(by="briefings 0.1")))
    lines = fresh.splitlines()
    present = "\n".join([*lines[:2], f"title: {title}", *lines[3:]])

    assert merged(present, a_second()).title == "A new headline"


def test_a_comment_behind_a_blocks_sign_is_a_comment() -> None:
    """`title: >  # mine` belongs to the editor."""
    present = dump_briefing(a_draft(title="T")).replace("title: T\n", "title: >-  # mine\n  T\n", 1)

    assert merged(present, a_second()).title == "T"


def test_a_confirmed_outlet_keeps_nothing_else_back() -> None:
    """An editor who names the outlet of an article still gets its new title and measures."""
    draft = a_draft(articles=(a_source(source=None, source_proposed="harbour-courier"),))
    present = dump_briefing(draft).replace("source: null", "source: the-courier")
    second = a_second(articles=(a_source(source=None, digest="v1:11", title="New", words=7),))
    (article,) = merged(present, second).articles

    assert article.source == "the-courier"
    assert (article.title, article.words, article.digest) == ("New", 7, "v1:11")


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("    title: Ferry inquiry confirmed", "    title: Mine", {"title": "Mine"}),
        ("    rights: excerpt", "    rights: full", {"rights": Rights.FULL}),
    ],
)
def test_each_part_of_an_article_is_kept_alone(old: str, new: str, kept: dict[str, object]) -> None:
    """What an editor corrected about an article stays; its digest follows the file."""
    text = dump_briefing(a_draft()).replace(old, new)
    (article,) = merged(text, a_second()).articles

    assert article.digest == "v1:11"
    assert {name: getattr(article, name) for name in kept} == kept


def test_articles_keep_their_keys_whatever_order_they_are_read_in() -> None:
    """A late article read first gets the next letter, and references follow their article."""
    present = dump_briefing(a_draft())
    late = a_source(key="a", path="2026/03/earlier.txt", digest="v1:22")
    known = a_source(key="b")
    point = a_point("Both.", grounds=some_grounds("a:p1s1", "b:p2s1", "p3"))
    after = merged(present, a_draft(articles=(late, known), key_points=(point,)))

    assert [(a.key, a.path) for a in after.articles] == [
        ("a", "2026/03/ferries.txt"),
        ("b", "2026/03/earlier.txt"),
    ]
    assert [str(ref) for ref in after.key_points[0].grounds.refs] == ["b:p1s1", "a:p2s1", "b:p3"]


def test_an_article_an_editor_took_out_stays_out() -> None:
    """The record still knows its digest, so it is not added again."""
    both = (a_source(), a_source(key="b", path="2026/03/copy.txt", digest="v1:22"))
    lines = dump_briefing(a_draft(articles=both)).splitlines(True)
    start = lines.index("  - key: b\n")
    present = "".join([*lines[:start], *lines[lines.index("format: 1\n") :]])
    after = merged(present, a_draft(articles=both, title="New"))

    assert [article.key for article in after.articles] == ["a"]
    assert after.title == "New"


def test_an_article_that_is_gone_stays_in_the_file() -> None:
    """A run that did not read an article says nothing about it."""
    both = (a_source(), a_source(key="b", path="2026/03/copy.txt", digest="v1:22"))
    after = merged(dump_briefing(a_draft(articles=both)), a_second())

    assert [article.digest for article in after.articles] == ["v1:11", "v1:22"]


@pytest.mark.parametrize(
    "held",
    [
        a_draft(status=Status.PUBLISHED),
        a_draft(status=Status.WITHDRAWN),
        a_draft(reviewed=Review(by="Mara", at=date(2026, 3, 14))),
        a_draft(drafted=None),
    ],
    ids=["published", "withdrawn", "reviewed", "written by hand"],
)
def test_what_is_a_persons_is_left_alone(held: Briefing) -> None:
    """A briefing that is out, read or hand-written never changes by drafting."""
    present = dump_briefing(held)

    assert merge_briefing(present, a_second()) == present


@pytest.mark.parametrize("shape", ["{id: x, title: T}", "  id: x", "? id\n: x"])
def test_a_layout_without_a_line_for_each_key_is_left_alone(shape: str) -> None:
    """Front matter in braces, indented or with question marks is not edited by lines."""
    text = dump_briefing(a_draft()).split("---\n")[1]
    if shape.startswith("{"):
        inner = ", ".join(
            f"{k}: {v}"
            for k, v in {
                "id": "x",
                "title": "T",
                "edition": "2026-03-14",
                "language": "en",
                "status": "draft",
                "articles": "[]",
                "drafted": "{by: x, fields: {title: v1:00}}",
            }.items()
        )
        present = f"---\n{{{inner}}}\n---\n"
    elif shape.startswith("?"):
        present = "---\n" + text.replace("id: ferry-inquiry", "? id\n: ferry-inquiry", 1) + "---\n"
    else:
        present = "---\n" + "".join(f"  {line}" for line in text.splitlines(True)) + "---\n"

    assert merge_briefing(present, a_second()) == present


def test_windows_line_ends_stay() -> None:
    """A file with CRLF has nothing else afterwards."""
    present = dump_briefing(a_draft(body="Old.")).replace("\n", "\r\n")
    text = merge_briefing(present, a_second())

    assert text == dump_briefing(a_second()).replace("\n", "\r\n")
    assert merge_briefing("\ufeff" + present, a_second()) == "\ufeff" + text


def test_conflict_markers_stop_a_re_draft_with_one_message() -> None:
    """The file is not touched and the message names the line."""
    present = dump_briefing(a_draft()).replace("title:", "<<<<<<< HEAD\ntitle:", 1)

    with pytest.raises(BadFileError, match=r"ferry-inquiry.md:3:1: error BR109") as caught:
        merge_briefing(present, a_second())
    assert len(caught.value.findings) == 1


def test_a_file_without_a_last_line_end_gets_its_body() -> None:
    """The body goes below the closing hyphens."""
    text = merge_briefing(dump_briefing(a_draft()).rstrip("\n"), a_second())

    assert text.endswith("---\n\nA new excerpt.\n")


def test_a_one_line_record_is_kept_on_its_line() -> None:
    """Digests in braces are replaced and added where they stand."""
    b = a_draft(dek="Old")
    text = dump_briefing(b)
    block = text[text.index("drafted:\n") : text.index("\n---\n", 5) + 1]
    pairs = [line.strip() for line in block.splitlines()[3:] if "dek" not in line]
    flow = "drafted: {by: x, fields: {" + ", ".join(pairs) + "}}\n"
    present = text.replace(block, flow).replace("dek: Old\n", "", 1)
    after = merge_briefing(present, a_second())

    assert "\ndrafted: {by: x, fields: {title: v1:" in after
    assert parse_briefing(after, PATH).dek == "A new dek"
    assert merge_briefing(after, a_second()) == after


EDITS = {
    "title": some.words.filter(lambda text: text != ""),
    "dek": some.maybe_words,
    "topics": st.just(("edited",)),
    "story": some.ids,
    "edition": st.dates(),
    "summary": some.some(some.points),
    "key_points": some.some(some.points),
    "quotes": some.some(some.quotes),
    "names": st.just(Names(people=(NameUse(name="Somebody Else"),))),
    "body": some.words.map(some.tidy_body),
}


@st.composite
def edited(draw: st.DrawFn) -> tuple[Briefing, Briefing, frozenset[str]]:
    """Give a machine's draft, the same after an editor, and which fields were touched."""
    before = a_draft(
        summary=draw(some.some(some.points)), quotes=draw(some.some(some.quotes)), body="Old."
    )
    keys = draw(st.sets(st.sampled_from(sorted(EDITS)), max_size=4))
    after = replace(before, **{key: draw(EDITS[key]) for key in sorted(keys)})
    changed = {key for key in keys if getattr(after, key) != getattr(before, key)}
    return before, after, frozenset(changed)


@given(edited(), st.data())
@settings(max_examples=120, deadline=None, phases=UNSHRUNK)
def test_random_edits_survive_random_re_drafts(
    case: tuple[Briefing, Briefing, frozenset[str]], data: st.DataObject
) -> None:
    """Every edited field and every comment stays, the others follow, and twice is once."""
    before, after, touched = case
    signed = parse_briefing(dump_briefing(before), PATH)
    present = dump_briefing(replace(after, drafted=signed.drafted))
    keys = data.draw(st.sets(st.sampled_from(["title", "story", "quotes", "names"])))
    for key in sorted(keys):
        present = present.replace(f"\n{key}:", f"\n# about {key}\n{key}:", 1)
    second = a_second(
        summary=data.draw(some.some(some.points)), story=data.draw(some.ids), names=Names()
    )
    text = merge_briefing(present, second)
    result = parse_briefing(text, PATH)

    for name in (*FIELDS, "body"):
        wanted = after if name in touched else second
        assert getattr(result, name) == getattr(wanted, name), name
    assert all(f"\n# about {key}\n{key}:" in text for key in keys)
    assert merge_briefing(text, second) == text


def test_times_and_statuses_are_never_the_machines() -> None:
    """Keys only people write are as they were."""
    embargo = datetime(2026, 3, 20, 6, 0, tzinfo=UTC)
    present = dump_briefing(a_draft(publish_at=embargo, related=("x",), corrections=()))
    after = merged(present, a_second())

    assert after.publish_at == embargo
    assert after.related == ("x",)


def test_keys_go_on_after_z() -> None:
    """A briefing of thirty articles has one key for each."""
    many = tuple(
        a_source(key=f"x{chr(97 + n)}", path=f"{n:02}.txt", digest=f"v1:{n:02}") for n in range(30)
    )
    after = merged(dump_briefing(a_draft()), a_draft(articles=many))
    keys = [article.key for article in after.articles]

    assert keys[:2] == ["a", "b"]
    assert keys[-4:] == ["ab", "ac", "ad", "ae"]

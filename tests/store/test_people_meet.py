"""Two editors and the machine work on one briefing, and git merges by line: no word is lost.

`BRIEFINGS_INTERLEAVINGS=1000 pytest tests/store/test_people_meet.py` tries a thousand.
"""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.errors import BadFileError
from briefings.model import Briefing
from briefings.store.blocks import Edit, apply_edits, replace_block
from briefings.store.conflicts import find_conflicts
from briefings.store.front import split_front
from briefings.store.merge import merge_briefing
from briefings.store.reviews import review_briefing
from briefings.store.schema import BRIEFING
from briefings.store.written import dump_briefing, parse_briefing
from tests.builders import a_point, a_quote, a_source, some_grounds, some_names
from tests.store.test_merge import PATH, a_draft

TRIES = int(os.environ.get("BRIEFINGS_INTERLEAVINGS", "60"))
AT = datetime(2026, 3, 15, 6, 0, tzinfo=UTC)
EDITS: dict[str, Callable[[str], object]] = {
    "title": str,
    "dek": str,
    "summary": lambda word: (a_point(word, grounds=some_grounds("editor")),),
    "key_points": lambda word: (
        a_point(word, grounds=some_grounds("editor")),
        a_point("Another point.", grounds=some_grounds("p2s1")),
    ),
    "quotes": lambda word: (a_quote("Said once", speaker=word),),
    "names": lambda word: some_names(people=(word,)),
    "topics": lambda word: (word,),
    "story": str,
}
"""What an editor puts into a field; the word is theirs and stands nowhere else."""


def a_machine_draft(number: int) -> Briefing:
    """Give what the machine drafts from the article as it is the n-th time."""
    return a_draft(
        title=f"Headline {number} of the machine",
        dek=f"Standfirst {number}",
        topics=("transport", f"topic{number}"),
        story="ferries",
        summary=(a_point(f"Summary {number}."),),
        key_points=(a_point(f"Point {number}.", grounds=some_grounds("p2s1")),),
        quotes=(a_quote(f"Quote {number}"),),
        body=f"Excerpt {number}.",
        articles=(a_source(digest=f"v1:{number:02}", title=f"Title {number}", words=number),),
    )


@dataclass
class Branch:
    """One editor's copy of the file, and the words of editors that stand in it."""

    text: str
    words: dict[str, str] = field(default_factory=dict)
    """By where they stand: a field, or a comment's own name."""


@dataclass
class Desk:
    """Two branches from one base."""

    base: Branch
    both: dict[str, Branch]
    folder: Path
    drafts: int = 0
    typed: int = 0

    def word(self) -> str:
        """Give a word nobody typed before."""
        self.typed += 1
        return f"word{self.typed:03}x"

    def edit(self, branch: Branch, key: str) -> None:
        """Write a field anew, its lines only."""
        word = self.word()
        if key == "body":
            front = split_front(branch.text, PATH)
            branch.text = branch.text[: front.body_start] + f"\n{word} wrote this.\n"
        else:
            front = split_front(branch.text, PATH)
            value = EDITS[key](word)
            wanted = replace(parse_briefing(branch.text, PATH), **{key: value})
            entry = front.root.entry(key)
            assert entry is not None
            edit = replace_block(front, entry, BRIEFING.write(wanted)[key])
            branch.text = apply_edits(front, [edit])
            # What this editor rewrites, remarks beside it included, is theirs to rewrite.
            beside = f"# {key} "
            branch.words = {k: w for k, w in branch.words.items() if not k.startswith(beside)}
        branch.words[key] = word

    def remark(self, branch: Branch, key: str, *, beside: bool) -> None:
        """Write a comment above a field, or behind it on its first line."""
        front, word = split_front(branch.text, PATH), self.word()
        entry = front.root.entry(key)
        assert entry is not None
        above = entry.at.offset
        at = branch.text.index("\n", above) if beside else above
        comment = f"  # {word}" if beside else f"# {word}\n"
        branch.text = apply_edits(front, [Edit(start=at, end=at, text=comment)])
        branch.words[f"# {key} {word}" if beside else f"# {word}"] = word

    def draft(self, branch: Branch) -> None:
        """Draft again, the article having changed."""
        self.drafts += 1
        branch.text = merge_briefing(branch.text, a_machine_draft(self.drafts))

    def merge(self) -> bool:
        """Bring both together as git does; False where a person has to."""
        ours, theirs = self.both.values()
        names = ("ours", "base", "theirs")
        for name, branch in zip(names, (ours, self.base, theirs), strict=True):
            (self.folder / name).write_text(branch.text, encoding="utf-8")
        done = subprocess.run(
            ["git", "merge-file", "-p", "-L", "mara", "-L", "base", "-L", "noor", *names],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert 0 <= done.returncode < 128, done.stderr
        held, mine, yours = self.base.words, ours.words, theirs.words
        gone = {*held.values()} - {*mine.values()} | {*held.values()} - {*yours.values()}
        kept = {key: word for key, word in (held | mine | yours).items() if word not in gone}
        if done.returncode:
            self.judge_conflict(done.stdout, {*mine.values(), *yours.values()} - gone)
            return False
        self.base = Branch(done.stdout, kept)
        self.both = {name: Branch(done.stdout, dict(kept)) for name in self.both}
        return True

    def judge_conflict(self, text: str, words: set[str]) -> None:
        """Both sides stand in the file, and one message for each conflict says where."""
        assert all(word in text for word in words)
        conflicts = list(find_conflicts(text))
        with pytest.raises(BadFileError) as caught:
            parse_briefing(text, PATH)
        assert [(f.code, f.place.line) for f in caught.value.findings] == [
            ("BR109", one.first) for one in conflicts
        ]
        with pytest.raises(BadFileError):
            merge_briefing(text, a_machine_draft(99))

    def judge(self) -> None:
        """Every editor's word stands where it was put."""
        for branch in (self.base, *self.both.values()):
            briefing = parse_briefing(branch.text, PATH)
            for key, word in branch.words.items():
                assert word in branch.text, (key, word)
                if not key.startswith("#"):
                    assert word in str(getattr(briefing, key)), (key, word)
            keys = [e.key for e in split_front(branch.text, PATH).root.entries]
            assert keys == sorted(keys, key=[f.key for f in BRIEFING.fields].index)


STEPS = st.one_of(
    st.tuples(
        st.just("edit"), st.sampled_from(["mara", "noor"]), st.sampled_from([*EDITS, "body"])
    ),
    st.tuples(
        st.sampled_from(["remark above", "remark beside"]),
        st.sampled_from(["mara", "noor"]),
        st.sampled_from([*EDITS]),
    ),
    st.tuples(st.just("draft"), st.sampled_from(["mara", "noor"]), st.none()),
    st.tuples(st.just("review"), st.sampled_from(["mara", "noor"]), st.none()),
    st.tuples(st.just("merge"), st.none(), st.none()),
)


@given(st.lists(STEPS, min_size=3, max_size=12))
@settings(max_examples=TRIES, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_editors_word_is_lost(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str | None, str | None]]
) -> None:
    """However edits, comments, re-drafts, reviews and merges follow each other."""
    first = dump_briefing(a_machine_draft(0))
    desk = Desk(
        base=Branch(first),
        both={"mara": Branch(first), "noor": Branch(first)},
        folder=tmp_path_factory.getbasetemp(),
    )
    for step, who, key in [*steps, ("merge", None, None)]:
        branch = desk.both.get(who or "", desk.base)
        if step == "edit":
            desk.edit(branch, key or "")
        elif step.startswith("remark"):
            desk.remark(branch, key or "", beside=step == "remark beside")
        elif step == "draft":
            desk.draft(branch)
        elif step == "review":
            branch.text = review_briefing(branch.text, PATH, by=who or "", at=AT)
        elif not desk.merge():
            return
        desk.judge()

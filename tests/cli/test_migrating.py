"""`migrate`: posts of other programs are taken over, with their words and addresses."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefings.errors import BadFileError
from briefings.settings import Settings
from briefings.store.briefings import load_briefing
from briefings.store.posts import read_post
from briefings.store.written import parse_briefing
from tests.cli.conftest import Run
from tests.desks import a_desk, files_of

HUGO = """+++
# Written in a hurry
title = "Traders buy the hall"
date = 2024-02-01T09:00:00Z
lastmod = 2024-02-03
draft = false
tags = ["economy", "Town Hall"]
aliases = ["/old/hall/"]
weight = 3
+++

The hall {{< figure src="hall.jpg" >}} was sold.
"""
JEKYLL = """---
layout: post
title: "A bridge: closed"
date: 2024-01-31 23:30:00 -0500
categories: [transport]
description: Until May.
permalink: /:year/:title/
---
Text.
"""
MATERIAL = """---
date:
  created: 2023-12-31
  updated: 2024-01-02
authors: [mara]
title: Clinic opens
slug: clinic-opens
draft: true
---

# Clinic opens

Long.
"""


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """Give a folder of posts beside a desk."""
    files = {
        "traders/index.md": HUGO,
        "2024-01-31-a-bridge.md": JEKYLL,
        "clinic.md": MATERIAL,
        "_index.md": "---\ntitle: All posts\n---\n",
    }
    for name, text in files.items():
        file = tmp_path / "posts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "posts"


@pytest.fixture
def desk(tmp_path: Path) -> Settings:
    """Give a desk that knows two subjects; its zone is an hour before Greenwich's."""
    settings = a_desk(tmp_path / "desk")
    topics = "town: {name: Town Hall}\neconomy: {name: Economy}\n"
    (settings.registers() / "topics.yml").write_text(topics, encoding="utf-8")
    return settings


def test_without_write_all_is_shown_and_nothing_written(
    run: Run, posts: Path, desk: Settings
) -> None:
    """A diff of each, what is left out, and how many there are."""
    before = files_of(desk.root / "content"), files_of(posts)
    code, out, err = run("-C", desk.root, "migrate", posts)

    assert (code, err) == (0, "")
    assert "3 posts to take over: add --write\n" in out
    assert '\n-title = "Traders buy the hall"\n' in out
    assert "\n+title: Traders buy the hall\n" in out
    assert "  left out: weight\n" in out
    assert "calls of templates stand in the text as they were: 1" in out
    assert (files_of(desk.root / "content"), files_of(posts)) == before


def test_words_comments_dates_and_addresses_are_taken_over(
    run: Run, posts: Path, desk: Settings
) -> None:
    """From YAML and TOML; the day of an edition is the desk's; old addresses lead on."""
    pattern = "/{year}/{slug}/"
    code, out, err = run("-C", desk.root, "migrate", posts, "--address", pattern, "--write")
    assert (code, err) == (0, "")
    assert out.endswith("3 posts taken over\n")

    hall = load_briefing(desk.briefings() / "2024" / "02" / "traders.md", desk.root)
    assert (hall.title, hall.topics, hall.body) == (
        "Traders buy the hall",
        ("economy", "town"),
        'The hall {{< figure src="hall.jpg" >}} was sold.',
    )
    assert hall.published_at == datetime(2024, 2, 1, 9, 0, tzinfo=UTC)
    assert hall.updated_at is not None
    assert hall.reviewed is None
    text = (desk.root / hall.path).read_text(encoding="utf-8")
    assert text.startswith("---\n# Written in a hurry\nid: traders\n")

    bridge = load_briefing(desk.briefings() / "2024" / "02" / "a-bridge.md", desk.root)
    assert (bridge.edition, bridge.dek) == (date(2024, 2, 1), "Until May.")
    clinic = load_briefing(desk.briefings() / "2023" / "12" / "clinic-opens.md", desk.root)
    assert (clinic.status.value, clinic.published_at) == ("draft", None)
    ledger = (desk.registers() / "urls.txt").read_text(encoding="utf-8")
    assert ledger.split() == [
        "/2024/02/a-bridge/", "briefing:a-bridge",
        "/2024/02/traders/", "briefing:traders",
        "/2024/a-bridge/", "briefing:a-bridge",
        "/2024/traders/", "briefing:traders",
        "/old/hall/", "briefing:traders",
    ]  # fmt: skip


def test_somebody_may_answer_for_what_is_published(run: Run, posts: Path, desk: Settings) -> None:
    """Then `check` has nothing to say of reviews; without it, it has."""
    words = ("-C", desk.root, "migrate", posts / "traders", "--write")
    run(*words, "--reviewed-by", "Mara Voss", "--now", "2026-03-16")

    assert "BR50" not in run("-C", desk.root, "check", "--now", "2026-03-16")[2]
    hall = load_briefing(desk.briefings() / "2024" / "02" / "traders.md", desk.root)
    assert hall.reviewed is not None
    assert hall.reviewed.by == "Mara Voss"
    run("-C", desk.root, "migrate", posts / "2024-01-31-a-bridge.md", "--write")
    err = run("-C", desk.root, "check")[2]
    assert [line.split(":")[0] for line in err.splitlines() if "error BR501" in line] == [
        "content/briefings/2024/02/a-bridge.md"
    ]


def test_a_second_run_and_what_is_no_post_change_nothing(
    run: Run, posts: Path, desk: Settings
) -> None:
    """Each has its message, and the code is 1."""
    run("-C", desk.root, "migrate", posts, "--write")
    before = files_of(desk.root / "content")
    code, out, err = run("-C", desk.root, "migrate", posts, "--write")
    assert (code, out) == (1, "0 posts taken over\n")
    assert err.count("there is a briefing with the id") == 3

    (posts / "none.md").write_text("no front matter", encoding="utf-8")
    assert "BR101" in run("-C", desk.root, "migrate", posts / "none.md")[2]
    ours = next(desk.briefings().rglob("traders.md"))
    assert 'has the key "articles", so it is no post' in run("-C", desk.root, "migrate", ours)[2]
    assert files_of(desk.root / "content") == before


def test_a_post_among_the_briefings_is_told_and_taken_over_in_its_place(
    run: Run, desk: Settings
) -> None:
    """One message, not one for each key it lacks; `migrate` finds it by itself."""
    file = desk.briefings() / "2024" / "01" / "bridge.md"
    file.parent.mkdir(parents=True)
    file.write_text(JEKYLL, encoding="utf-8")
    err = run("-C", desk.root, "check")[2]
    assert [line for line in err.splitlines() if "error" in line] == [
        "content/briefings/2024/01/bridge.md:2:1: error BR116: a post of another program, not a "
        "briefing; run `briefings migrate FILE`, which shows what it would become"
    ]

    assert run("-C", desk.root, "migrate", "--write")[0] == 0
    assert load_briefing(file, desk.root).id == "bridge"
    assert run("-C", desk.root, "migrate")[1] == "0 posts to take over: add --write\n"


@pytest.mark.parametrize("pattern", ["/posts/", "posts/{slug}/", "/{name}/{slug}/", "/{slug} x/"])
def test_an_address_that_leads_nowhere_is_wrong_usage(
    run: Run, posts: Path, desk: Settings, pattern: str
) -> None:
    """Told before anything is read."""
    assert run("-C", desk.root, "migrate", posts, "--address", pattern)[0] == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ndate: 2024-01-31\n---\n", "BR106: a post without a title"),
        ("---\ntitle: T\n---\n", "BR106: a post without a date"),
        ("---\ntitle: T\ndate: 31/01/2024\n---\n", "BR106: a post without a date"),
        ("---\ntitle: T\ndate: 2024-13-31\n---\n", "BR106: a post without a date"),
        ("+++\ntitle = \n+++\n", "BR102: broken TOML"),
        ("---\ntitle: &a T\ndate: 2024-01-31\n---\n", "BR103"),
    ],
)
def test_what_cannot_be_taken_over_says_why(text: str, message: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(BadFileError, match=message):
        read_post(text, "post.md", UTC)


def test_a_file_of_a_newer_program_is_one_message() -> None:
    """Whatever else it has that this one does not know."""
    text = "---\nid: x\ntitle: T\nmood: glad\nformat: 2\n---\n"
    with pytest.raises(BadFileError) as caught:
        parse_briefing(text, "b.md")

    assert [str(fault) for fault in caught.value.findings] == [
        "b.md:5:9: error BR115: written by a newer program: format 2, and this one reads 1; "
        "update it: pip install --upgrade briefings"
    ]

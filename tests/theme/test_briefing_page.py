"""What a briefing's page says, says once, and leaves out."""

from briefings.pages.views import BriefingView
from tests.theme.catalogue import a_story
from tests.theme.reading import Reader, page_of, read
from tests.theme.samples import Sample, a_briefing, a_sample


def sample_of(view: BriefingView) -> Sample:
    """Give a briefing its page."""
    return a_sample("2026/03/x/", "briefing.html", "X", view)


def test_a_briefing_page_weighs_little() -> None:
    """A page with 4 KB of text stays under 14 KB before compression."""
    view = a_briefing()
    view["html"] = ""
    page = page_of(sample_of(view))
    words = sum(len(text) for text in Reader(page).words)
    view["html"] = f"<p>{'word ' * max(0, (4096 - words) // 5 + 1)}</p>"
    filled = page_of(sample_of(view))

    assert sum(len(text) for text in Reader(filled).words) >= 4096
    assert len(filled.encode()) <= 14 * 1024


def test_a_withdrawn_briefing_prints_nothing_it_stood_for() -> None:
    """Title, reason and corrections remain; the text is gone even where the view still has it."""
    view = a_briefing()
    view["withdrawn"] = "The letter was forged."
    page = page_of(sample_of(view))

    assert "The letter was forged." in page
    assert "Three crossings were suspended; the fourth ran late." in page
    for text in (view["summary"][0]["text"], view["quotes"][0]["text"], "Inspectors boarded"):
        assert text not in page


def test_what_is_new_is_said_once() -> None:
    """A key point that is new is marked, not repeated; other news of the story stands before."""
    view = a_briefing()
    assert view["strip"] is not None
    point, other = view["news"][0]["text"], "The fleet has no spare ship."
    view["strip"]["new"] = [point, other]
    page = page_of(sample_of(view))

    assert page.count(point) == page.count(other) == 1
    assert page.count('<b class="fresh">New</b>') == 1
    assert page.index(other) < page.index(point)


def test_key_points_that_are_all_new_say_so_in_their_heading() -> None:
    """Where everything is new, one heading says it instead of a mark on each."""
    view = a_briefing()
    assert view["strip"] is not None
    view["strip"]["new"] = [point["text"] for point in view["news"]]
    page = page_of(sample_of(view))

    assert "all new since the last entry" in page
    assert 'class="fresh"' not in page


def test_a_story_does_not_repeat_where_it_stands() -> None:
    """A timeline entry leaves out what the story says above it, and keeps the rest."""
    view = a_story()
    stands, other = view["stands"][0]["text"], "The navy lent a second tender."
    view["timeline"][0]["new"] = [stands, other]
    page = page_of(a_sample("story/x/", "story.html", "X", view))

    assert page.count(stands) == page.count(other) == 1


def test_a_speaker_the_sentence_names_is_not_named_twice() -> None:
    """Who claims it stands before a sentence only where the sentence does not say."""
    view = a_briefing()
    view["news"][0].update(text="Soundlink said sailings resume.", says="Soundlink")
    page = page_of(sample_of(view))

    assert '<b class="says">Soundlink:</b>' not in page
    assert '<b class="says">A leaked inspection note:</b>' in page


def test_only_web_addresses_become_links_out() -> None:
    """An address with another scheme is printed, never linked."""
    view = a_briefing()
    view["provenance"][0]["url"] = "javascript:alert(1)"
    view["originals"][0]["href"] = "data:text/html,x"
    page = read(sample_of(view))

    assert not [a for a in page.all("a") if a["href"].startswith(("javascript", "data"))]
    assert "Ferry inquiry confirmed by ministry" in "".join(page.words)


def test_sides_of_a_difference_are_not_said_to_count_one_thing() -> None:
    """Where outlets differ a line says they may count otherwise, and only there."""
    line = "The outlets may not be counting quite the same thing."
    view = a_briefing()
    assert page_of(sample_of(view)).count(line) == 1

    view["differences"] = []
    assert line not in page_of(sample_of(view))

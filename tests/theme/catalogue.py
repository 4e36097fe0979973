"""More invented pages, and the list of all of them."""

from collections.abc import Iterator

from briefings.pages.views import (
    CorrectionsView,
    EditionView,
    FeedGroup,
    FeedItem,
    FeedLink,
    FeedsView,
    IndexGroup,
    IndexItem,
    IndexView,
    ListView,
    NameView,
    OfflineView,
    PlainView,
    PointView,
    Running,
    SaidView,
    SearchView,
    SectionView,
    StoryView,
    TimelineEntry,
)
from tests.theme import parts as p
from tests.theme import samples as s
from tests.theme.dated import a_coverage, a_diary, a_month, a_status, some_due


def an_edition(*, front: bool = True) -> EditionView:
    """Give an edition with a lead, a note, sections and running stories."""
    story = p.a_link(href="story/ferry-inquiry/")
    line = "The harbour board will vote on the plan in April, a month later than promised."
    transport = [
        p.a_card("Night trains to the capital return after six years", line, outlets=[p.DAILY]),
        p.a_card(
            p.ARABIC,
            "قالت الوزارة إن المفتشين سيصعدون إلى كل عبارة.",
            lang="ar",
            outlets=["صوت الساحل"],
            href="2026/03/tahqiq/",
        ),
        p.a_card("Bridge toll stays at two crowns", line, corrected=True, story=story),
    ]
    water = [
        p.a_card("Reservoir rules eased as snow melts early", line, outlets=[p.COURIER, p.DAILY]),
        p.a_card("Council publishes lead readings for 40 schools", line, status="draft"),
    ]
    return EditionView(
        when=p.a_when("Saturday 14 March 2026"),
        front=front,
        weekly=False,
        summary_line="9 briefings, 11 minutes",
        place_line="06:30 North Harbour",
        corrections=[p.a_correction(p.a_link("Three crossings suspended", "2026/03/crossings/"))],
        note_html="<p>Two of today’s nine rest on one agency text; we print it once and say "
        "so. The ministry’s letter reached us as a scan, and we have read all of it.</p>",
        signed="R. Anker, desk",
        lead=p.a_card(
            "Ministry confirms ferry inquiry after three crossings are suspended",
            outlets=[p.COURIER, p.DAILY], story=story,
        ),
        lead_points=[
            "Three of the eleven crossings were suspended before the first sailing.",
            "Inspectors board the whole fleet this week; findings will be published in full.",
            "The operator expects normal sailings by Tuesday.",
        ],
        lead_dek="Inspectors board the whole fleet; the operator says no passenger was at risk",
        lead_origins=p.some_origins(),
        sections=[
            SectionView(title="Transport", cards=transport),
            SectionView(title="Water and schools", cards=water),
            SectionView(title=None, cards=[p.a_card("Regatta moves to June", line)]),
        ],
        running=[
            Running(story=story, new="The ministry confirmed an inquiry."),
            Running(story=p.a_link("Reservoir levels", "story/reservoir/"), new=None),
        ],
        due=some_due() if front else [],
        diary="diary/" if front else None,
        end="That is the edition of 14 March 2026.",
        next_hour="The next comes out at 06:30.",
        week=p.a_link("Week of 9 March 2026", "edition/2026-W11/"),
        earlier=[p.a_link(f"{day} March 2026", f"edition/2026-03-{day}/") for day in (13, 12, 11)],
        newer=None if front else p.a_link("15 March 2026", "../2026-03-15/"),
        older=p.a_link("13 March 2026", "../2026-03-13/"),
    )  # fmt: skip


def a_story() -> StoryView:
    """Give a story of three entries, one of them withdrawn."""
    entries = [
        ("14 March 2026", "Ministry confirms ferry inquiry after three crossings are suspended",
         ["The ministry confirmed an inquiry.", "Two hull plates were too thin."], "published"),
        ("12 March 2026", "Ministry letter names four vessels", [], "withdrawn"),
        ("9 March 2026", "Soundlink cancels evening sailings", ["First reports."], "published"),
    ]  # fmt: skip
    timeline = [
        TimelineEntry(
            when=p.a_when(day), href=f"../../2026/03/entry-{at}/", title=p.a_text(title),
            outlets=[p.COURIER, p.DAILY], new=new, status=status,
        )
        for at, (day, title, new, status) in enumerate(entries)
    ]  # fmt: skip
    return StoryView(
        id="ferry-inquiry",
        title="Ferry inquiry",
        standfirst="Why a third of the sound’s sailings stopped, and who knew",
        as_of=p.a_when(),
        stands=a_few_points(),
        origins=p.some_origins(),
        differences=[p.a_difference()],
        since="2 new points, marked below",
        fresh=[point["text"] for point in a_few_points()[:2]],
        due=some_due(),
        diary="../../diary/",
        calendar="diary.ics",
        timeline=timeline,
        background=[p.a_point("The fleet was last inspected as a whole in 2019.", 11)],
        names=p.some_names(),
        topics=[p.a_link("Transport", "../../topic/transport/")],
        outlets=[p.a_name(p.COURIER, "../../source/harbour-courier/"), p.a_name(p.DAILY)],
        coverage=a_coverage(),
        feed="feed.xml",
    )


def a_few_points() -> list[PointView]:
    """Give points of a briefing."""
    return s.a_briefing()["news"][:3]


def a_person() -> NameView:
    """Give a name page of a person."""
    quotes = s.a_briefing()["quotes"][:1]
    return NameView(
        id="ilse-maran",
        kind="person",
        kind_label="Person",
        name="Ilse Maran",
        description="Minister of transport since 2024",
        url="https://www.wikidata.org/wiki/Q1",
        not_to_confuse=[p.a_link("Ilse Maranne, mayor of Tolmin", "../ilse-maranne/")],
        spellings=["I. Maran", "إلسه ماران"],
        stories=[p.a_link(href="../../story/ferry-inquiry/")],
        said=[
            SaidView(quote=quote, when=p.a_when(), briefing=p.a_link("Ministry confirms inquiry"))
            for quote in quotes
        ],
        listed=[
            p.a_mention("Ministry confirms ferry inquiry"),
            p.a_mention(p.ARABIC, lang="ar", status="withdrawn"),
        ],
        mentions=[
            (
                p.a_when("2 February 2026", "2026-02-02"),
                p.a_link("Minister orders inspections", "../../2026/02/inspections/"),
            ),
            (p.a_when(), p.a_link("Ministry confirms inquiry", "../../2026/03/inquiry/")),
        ],
        newer=None,
        older=p.a_link("Older", "1/"),
        coverage=a_coverage(),
        periods=[
            IndexItem(href=None, title="Week of 9 March 2026", note="2 briefings"),
            IndexItem(href=None, title="Week of 2 February 2026", note="1 briefing"),
        ],
        beside=[
            IndexItem(href="../../org/ministry/", title="Ministry of Transport", note="3 briefings")
        ],
        feed="feed.xml",
    )


def a_week() -> EditionView:
    """Give a weekly edition whose lead has earlier entries."""
    week = an_edition(front=False)
    week.update(weekly=True, week=None, running=[], due=[], diary=None, next_hour=None)
    week["when"] = p.a_when("Week of 9 March 2026", "2026-W11")
    for card in (week["lead"], week["sections"][0]["cards"][2]):
        if card:
            card["earlier"] = "and 2 earlier"
    return week


def a_list(kind: str, title: str) -> ListView:
    """Give a list of two days with a page on either side."""
    line = "The harbour board will vote on the plan in April, a month later than promised."
    days = [("Saturday 14 March 2026", "2026-03-14"), ("Friday 13 March 2026", "2026-03-13")]
    return ListView(
        kind=kind,
        title=title,
        description="A daily of the coast, printed since 1911.",
        facts=[("Owner", "Courier Trust"), ("What may be shown", "an excerpt")],
        link=p.a_link("courier.example", "https://courier.example/"),
        coverage=a_coverage() if kind == "source" else None,
        grid=a_month() if kind == "archive" else None,
        days=[
            (p.a_when(text, iso), [p.a_card(f"{n} of the news of {text}", line) for n in "AB"])
            for text, iso in days
        ],
        newer=p.a_link("Newer briefings", "../"),
        older=p.a_link("Older briefings", "../1/"),
        end="Older briefings follow on the next page.",
        feed="feed.xml",
    )


def an_index(kind: str, title: str, groups: int) -> IndexView:
    """Give an index under letters."""
    items = [
        IndexItem(href="a/", title="Anker shipyard", note="4 briefings, latest 14 March 2026"),
        IndexItem(href=None, title="Arrow Line", note=""),
    ]
    heads = [IndexGroup(title="ABCDEFG"[at], items=items) for at in range(groups)]
    grid = a_month() if kind == "archive" else None
    return IndexView(kind=kind, title=title, lede="What the desk follows.", grid=grid, groups=heads)


def some_feeds() -> FeedsView:
    """Give what can be followed: everything in three forms, and a pointer to the rest."""
    three = [("Atom", "../atom.xml"), ("RSS", "../feed.xml"), ("JSON Feed", "../feed.json")]
    followed = FeedItem(
        page=p.a_link("The Sound Briefing", "../"),
        feeds=[FeedLink(href=href, title=form, type="application/xml") for form, href in three],
    )
    return FeedsView(
        title="Feeds",
        lede="What is new here, in a feed reader.",
        groups=[
            FeedGroup(title="Everything", items=[followed], more=None),
            FeedGroup(title="Names", items=[], more=p.a_link("Names", "../names/")),
        ],
        opml=p.a_link("All feeds", "../feeds.opml"),
    )


def all_samples() -> Iterator[s.Sample]:
    """Give every page of the invented site."""
    a, path = s.a_sample, "2026/03/"
    search = SearchView(archive="../archive/", bundle="../pagefind/")
    yield a("", "edition.html", "The Sound Briefing", an_edition())
    yield a("edition/2026-03-14/", "edition.html", "Edition", an_edition(front=False))
    yield a("edition/2026-W11/", "edition.html", "Week", a_week())
    yield a(f"{path}ferry-inquiry-confirmed/", "briefing.html", "Ferry inquiry", s.a_briefing())
    yield a(f"{path}a-draft/", "briefing.html", "A draft", s.a_draft(), draft=True)
    yield a(f"{path}withdrawn/", "briefing.html", "Withdrawn", s.a_withdrawn())
    yield a(f"{path}tahqiq/", "briefing.html", p.ARABIC, s.an_arabic(), lang="ar")
    yield a("story/ferry-inquiry/", "story.html", "Ferry inquiry", a_story())
    yield a("person/ilse-maran/", "name.html", "Ilse Maran", a_person())
    yield a("source/harbour-courier/", "list.html", p.COURIER, a_list("source", p.COURIER))
    yield a("archive/2026-03/", "list.html", "March 2026", a_list("archive", "March 2026"))
    yield a("names/", "register.html", "Names", an_index("names", "Names", 6))
    yield a("story/", "register.html", "Stories", an_index("stories", "Stories", 2))
    yield a("archive/", "register.html", "Archive", an_index("archive", "Archive", 1))
    yield a("diary/", "diary.html", "Diary", a_diary())
    yield a("status/", "status.html", "Status", a_status())
    yield a("feeds/", "feeds.html", "Feeds", some_feeds())
    yield a("search/", "search.html", "Search", search)
    yield a("404/", "404.html", "Page not found", search)
    yield a("offline/", "offline.html", "No network", OfflineView(front="../"))
    corrections = [p.a_correction(p.a_link("Three crossings suspended")), p.a_correction()]
    yield a("corrections/", "corrections.html", "Corrections",
            CorrectionsView(corrections=corrections))  # fmt: skip
    yield a("corrections/none/", "corrections.html", "Corrections", CorrectionsView(corrections=[]))
    prose = PlainView(html="<p>Who we are.</p><h2>Money</h2><ul><li>Readers pay.</li></ul>")
    yield a("about/", "plain.html", "About", prose)
    yield a("how-we-work/", "main.html", "How we work", PlainView(html="<h1>How we work</h1>"))

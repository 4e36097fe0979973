"""Believable small parts of pages, invented here; each states only what differs."""

from collections.abc import Sequence

from briefings.pages.views import (
    ArticleMeta,
    Card,
    ClaimView,
    CorrectionView,
    DifferenceView,
    FeedLink,
    ImageView,
    Link,
    Mark,
    MaybeLink,
    Mention,
    NameGroup,
    OriginsView,
    PointView,
    ProvenanceView,
    QuoteView,
    Shell,
    SiteView,
    Text,
    When,
)

COURIER = "Harbour Courier"
DAILY = "Veldmark Daily"
ARABIC = "الوزارة تفتح تحقيقا في سلامة العبارات بعد تعليق ثلاث رحلات"


def a_link(title: str = "Ferry inquiry", href: str = "../../../story/ferry-inquiry/") -> Link:
    """Give a link."""
    return Link(href=href, title=title)


def a_feed(title: str, href: str) -> FeedLink:
    """Give a feed."""
    kind = "atom" if "atom" in href else "rss"
    return FeedLink(href=href, title=title, type=f"application/{kind}+xml")


def direction_of(lang: str) -> str:
    """Tell which way a sample's language runs."""
    return "rtl" if lang == "ar" else "ltr"


def a_name(title: str, href: str | None = None) -> MaybeLink:
    """Give a name without a page."""
    return MaybeLink(href=href, title=title)


def a_when(text: str = "14 March 2026", iso: str = "2026-03-14") -> When:
    """Give a day."""
    return When(iso=iso, text=text)


def a_text(text: str, lang: str = "en", direction: str = "ltr") -> Text:
    """Give words with their language."""
    return Text(text=text, lang=lang, dir=direction)


def a_mark(paragraph: int, outlet: str = COURIER) -> Mark:
    """Give what a sentence stands on."""
    address = f"https://courier.example/2026/03/ferries#:~:text=paragraph%20{paragraph}"
    return Mark(label=f"{outlet}, paragraph {paragraph}", href=address)


def a_point(
    text: str, paragraph: int = 1, *, says: str | None = None, cut: bool = False, lang: str = "en"
) -> PointView:
    """Give a sentence and its mark."""
    return PointView(
        text=text, says=says, cut=cut, marks=[a_mark(paragraph)], lang=lang, dir=direction_of(lang)
    )


def a_difference() -> DifferenceView:
    """Give two outlets that count the injured differently, one of them in Arabic."""
    words = [("34", COURIER, "Thirty-four people were hurt.", "en"), ("at least 31", DAILY, "", "")]
    return DifferenceView(
        label="Injured",
        claims=[
            ClaimView(
                value=value,
                says=says or None,
                lang=lang or "ar",
                dir=direction_of(lang or "ar"),
                when=a_when(),
                mark=Mark(label=f"{outlet}, paragraph 1", href="../ferry-fire/" if says else None),
            )
            for value, outlet, says, lang in words
        ],
    )


def a_quote(
    text: str, speaker: MaybeLink | None, setting: str | None = None, lang: str = "en"
) -> QuoteView:
    """Give words somebody said."""
    return QuoteView(
        text=text,
        speaker=speaker,
        setting=setting,
        marks=[a_mark(5)],
        lang=lang,
        dir=direction_of(lang),
        original=None,
    )


def a_mention(title: str, *, lang: str = "en", status: str = "published") -> Mention:
    """Give a briefing that mentions somebody."""
    return Mention(
        href="../../2026/03/ferry-inquiry-confirmed/",
        title=a_text(title, lang, direction_of(lang)),
        when=a_when(),
        outlets=[COURIER],
        status=status,
        corrected=status == "withdrawn",
    )


def a_card(
    title: str,
    line: str = "",
    *,
    href: str = "2026/03/ferry-inquiry-confirmed/",
    outlets: Sequence[str] = (COURIER,),
    story: Link | None = None,
    status: str = "published",
    corrected: bool = False,
    lang: str = "en",
) -> Card:
    """Give a briefing in a list."""
    return Card(
        id=href.strip("/").rsplit("/", 1)[-1],
        href=href,
        title=a_text(title, lang, direction_of(lang)),
        line=line,
        outlets=list(outlets),
        when=a_when(),
        minutes=2,
        story=story,
        earlier="",
        status=status,
        corrected=corrected,
    )


def a_source(outlet: MaybeLink | None, title: Text, url: str | None = None) -> ProvenanceView:
    """Give an article a briefing stands on."""
    return ProvenanceView(
        outlet=outlet,
        proposed=None if outlet else DAILY,
        title=title,
        url=url,
        when=a_when("14 March 2026, 09:30", "2026-03-14T09:30+01:00"),
        byline=["Mara Oduya", "Staff reporter"],
        agencies=["Coastline Press contributed"],
        pictures=["The Sea Lark at anchor on Friday. Picture: T. Brandvold"],
        minutes_printed=4,
        minutes=3,
    )


def a_correction(briefing: Link | None = None) -> CorrectionView:
    """Give a dated correction."""
    return CorrectionView(
        kind="correction",
        when=a_when("15 March 2026", "2026-03-15"),
        was="Four crossings were suspended.",
        now="Three crossings were suspended; the fourth ran late.",
        why="The first count included a delayed sailing.",
        briefing=briefing,
    )


def some_origins() -> OriginsView:
    """Give origins of several outlets."""
    return OriginsView(
        outlets=2,
        at_most=1,
        sentence="2 outlets, at most 1 origin",
        copies=["One text: Harbour Courier, Veldmark Daily"],
        passages=["the board will vote on the plan in April, a month later"],
    )


def some_names() -> list[NameGroup]:
    """Give names of three kinds, some with a page."""
    ministry = a_name("Ministry of Transport", "../../../org/ministry-of-transport/")
    harbour = a_name("North Harbour", "../../../place/north-harbour/")
    act = a_name("Safety at Sea Act")
    return [
        NameGroup(kind="people", label="People", names=[a_name("Ilse Maran")]),
        NameGroup(kind="organisations", label="Organisations", names=[ministry]),
        NameGroup(kind="places", label="Places", names=[harbour, a_name("Veldmark Sound")]),
        NameGroup(kind="laws", label="Laws and resolutions", names=[act]),
    ]


def a_site(*, draft: bool = False) -> SiteView:
    """Give a masthead and a footer."""
    return SiteView(
        name="The Sound Briefing",
        description="The coast’s news, and where each sentence comes from",
        language="en",
        dir="ltr",
        place="North Harbour",
        accent="#1d4e6b",
        accent_dark="#8fbcd4",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        contact="desk@sound.example",
        nav=[
            ("", "Today"),
            ("story/", "Stories"),
            ("names/", "Names"),
            ("topic/", "Topics"),
            ("archive/", "Archive"),
            ("search/", "Search"),
        ],
        footer=[("about/", "About"), ("how-we-work/", "How we work"), ("source/", "Sources")],
        draft_site=draft,
    )


def an_article_meta() -> ArticleMeta:
    """Give what Open Graph says of a briefing."""
    return ArticleMeta(
        published="2026-03-14T06:00+01:00",
        modified="2026-03-14T11:40+01:00",
        section="At sea",
    )


def a_share_image() -> ImageView:
    """Give a picture for a link."""
    return ImageView(
        href="https://sound.example/share/ferry.png", alt="Ferry inquiry", width=1200, height=630
    )


def a_shell(
    title: str,
    *,
    root: str = "./",
    section: str = "-",
    lang: str = "en",
    jsonld: str | None = None,
) -> Shell:
    """Give a page's frame."""
    return Shell(
        title=title,
        description="Inspectors will board every ferry after three crossings were suspended.",
        lang=lang,
        dir=direction_of(lang),
        root=root,
        canonical="https://sound.example/2026/03/ferry-inquiry-confirmed/",
        section=section,
        feeds=[
            a_feed("All briefings", f"{root}atom.xml"),
            a_feed("Ferry inquiry: new briefings", f"{root}story/ferry-inquiry/feed.xml"),
        ],
        robots=None,
        jsonld=jsonld,
        locale="en_GB",
        article=None,
        image=None,
    )

"""A small invented site: every kind of page, plain, draft, withdrawn, Arabic and French."""

from dataclasses import dataclass

from briefings.pages.views import (
    BriefingView,
    CorrectionsView,
    DiaryView,
    EditionView,
    IndexView,
    ListView,
    NameView,
    OfflineView,
    PictureView,
    PlainView,
    RelatedView,
    SearchView,
    Shell,
    SiteView,
    StatusView,
    StoryStrip,
    StoryView,
)
from tests.theme import parts as p

View = (
    BriefingView
    | CorrectionsView
    | DiaryView
    | EditionView
    | IndexView
    | ListView
    | NameView
    | OfflineView
    | PlainView
    | SearchView
    | StatusView
    | StoryView
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A page to render."""

    url: str
    template: str
    shell: Shell
    view: View
    site: SiteView


def a_sample(
    url: str, template: str, title: str, view: View, *, lang: str = "en", draft: bool = False
) -> Sample:
    """Give a page whose frame fits its address."""
    depth = url.count("/")
    section = url if url.count("/") == 1 else "" if not url else "-"
    shell = p.a_shell(
        title,
        root="../" * depth or "./",
        section=section,
        lang=lang,
        jsonld='{"@type":"Thing"}',
    )
    if template == "briefing.html":
        shell["article"] = p.an_article_meta()
        shell["image"] = p.a_share_image()
    return Sample(
        url=url,
        template=template,
        shell=shell,
        view=view,
        site=p.a_site(draft=draft),
    )


def a_briefing() -> BriefingView:
    """Give a briefing on two articles, in a story, with everything there is."""
    site = "../../../"
    maran = p.a_name("Ilse Maran", f"{site}person/ilse-maran/")
    title = "Ministry confirms ferry inquiry after three crossings are suspended"
    return BriefingView(
        id="ferry-inquiry-confirmed",
        title=p.a_text(title),
        dek="Inspectors board the whole fleet; the operator says no passenger was at risk",
        status="published",
        reviewed="reviewed by the desk, 14 March 2026, 06:10",
        how="Sentences selected by machine from 2 articles; "
        "reviewed by the desk, 14 March 2026, 06:10.",
        edition=p.a_link("Edition of 14 March 2026", f"{site}edition/2026-03-14/"),
        edition_when=p.a_when(),
        updated=p.a_when("14 March 2026, 11:40", "2026-03-14T11:40+01:00"),
        minutes=2,
        provenance=[
            p.a_source(
                p.a_name(p.COURIER, f"{site}source/harbour-courier/"),
                p.a_text("Ferry inquiry confirmed by ministry"),
                "https://courier.example/2026/03/ferries",
            ),
            p.a_source(
                p.a_name(p.DAILY),
                p.a_text("Enquête sur les bacs du détroit", "fr"),
                "https://daily.example/bacs",
            ),
        ],
        origins=p.some_origins(),
        corrections=[p.a_correction()],
        withdrawn=None,
        picture=None,
        summary=[
            p.a_point(
                "Inspectors will board every ferry on the sound after three crossings were "
                "suspended on Friday, the transport ministry said."
            ),
            p.a_point("The operator, Soundlink, expects normal sailings by Tuesday.", 4),
        ],
        news=[
            p.a_point(
                "Three of the eleven crossings between North Harbour and the islands were "
                "suspended at 05:40, before the first sailing.",
                2,
            ),
            p.a_point(
                "Two hull plates on the Sea Lark were thinner than the law allows.",
                3,
                says="A leaked inspection note",
                cut=True,
            ),
            p.a_point("Islanders were carried by a navy tender until nightfall.", 6),
            p.a_point("The minister ordered the findings to be published in full.", 7),
        ],
        background=[p.a_point("The fleet was last inspected as a whole in 2019.", 11)],
        quotes=[
            p.a_quote(
                "We will publish every finding, and we will do it before the summer timetable",
                maran,
                "at a news conference",
            ),
            p.a_quote("Nobody told us the boat was not coming", None),
        ],
        html="<p>The transport ministry confirmed on Friday that it had opened an inquiry into the "
        "safety of the sound’s ferries.</p><p>Inspectors boarded the <em>Sea Lark</em> at dawn. "
        "The vessel, built in 1988, had carried passengers the evening before.</p>",
        body_label="Excerpt",
        differences=[p.a_difference()],
        originals=[
            p.a_link("Read the original at Harbour Courier", "https://courier.example/2026/03/x"),
        ],
        strip=StoryStrip(
            story=p.a_link(),
            count=4,
            previous=p.a_link("Soundlink cancels evening sailings", "../soundlink-cancels/"),
            next=p.a_link("First ferry cleared to sail", "../first-ferry-cleared/"),
            new=["The ministry confirmed an inquiry; until now it had called the checks routine."],
        ),
        names=p.some_names(),
        topics=[
            p.a_link("Transport", f"{site}topic/transport/"),
            p.a_link("Politics", f"{site}topic/politics/"),
        ],
        related=[
            RelatedView(
                href="../shipyard-order/",
                title=p.a_text("Shipyard wins order for two electric ferries"),
                when=p.a_when("9 March 2026", "2026-03-09"),
                reason="Both name Soundlink and North Harbour",
            )
        ],
        backlinks=[p.a_link("What the Safety at Sea Act asks of operators", "../safety-act/")],
        cite="The Sound Briefing, “Ministry confirms ferry inquiry”, 14 March 2026, "
        "https://sound.example/2026/03/ferry-inquiry-confirmed/",
    )


def a_draft() -> BriefingView:
    """Give a draft on an unconfirmed outlet, with a picture."""
    view = a_briefing()
    view.update(
        status="draft",
        reviewed=None,
        how="Sentences selected by machine from the article; not yet reviewed.",
        provenance=[p.a_source(None, p.a_text("Ferry inquiry confirmed by ministry"))],
        strip=None,
        picture=PictureView(
            src="../../../images/lark.svg",
            alt="A ferry at anchor",
            caption="The Sea Lark on Friday.",
            credit="T. Brandvold",
        ),
    )
    return view


def a_withdrawn() -> BriefingView:
    """Give a withdrawn briefing: title, corrections and why."""
    view = a_briefing()
    view.update(
        status="withdrawn",
        withdrawn="The letter it rested on was not written by the ministry.",
        html="", summary=[], differences=[], news=[], quotes=[], background=[],
        originals=[], strip=None,
        names=[], topics=[], related=[], backlinks=[], provenance=[], origins=None,
    )  # fmt: skip
    return view


def an_arabic() -> BriefingView:
    """Give an Arabic briefing on an English site."""
    view = a_briefing()
    view.update(
        title=p.a_text(p.ARABIC, "ar", "rtl"),
        dek="المفتشون يصعدون إلى جميع السفن والمشغل يؤكد سلامة الركاب",
        summary=[
            p.a_point("قالت وزارة النقل إن المفتشين سيصعدون إلى كل عبارة في المضيق.", lang="ar")
        ],
        news=[
            p.a_point(
                "عُلّقت ثلاث رحلات من أصل إحدى عشرة رحلة صباح الجمعة (Soundlink).", 2, lang="ar"
            ),
            p.a_point("أمر الوزير بنشر النتائج كاملة قبل جدول الصيف.", 3, lang="ar"),
        ],
        quotes=[p.a_quote("سننشر كل نتيجة", p.a_name("وزيرة النقل"), "في مؤتمر صحفي", lang="ar")],
        html="<p>أكدت وزارة النقل يوم الجمعة أنها فتحت تحقيقا في سلامة عبارات المضيق.</p>",
        background=[],
    )
    return view

"""A small desk with one of everything, linked for real, and ways to look at what it makes."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from briefings.link.archive import link_archive
from briefings.model import (
    Agency,
    AgencyRole,
    Archive,
    Briefing,
    Correction,
    Edition,
    Image,
    LeadImage,
    NameKind,
    NameRecord,
    OutputFile,
    PageModel,
    PlainPage,
    PointKind,
    Registers,
    Rights,
    SourceRecord,
    Status,
    StoryRecord,
    TopicRecord,
)
from briefings.pages import make_all
from briefings.settings import Section, Settings
from tests.builders import a_briefing, a_point, a_quote, a_source, some_names, some_settings

REGISTERS = Registers(
    sources=(
        SourceRecord(
            id="harbour-courier",
            name="Harbour Courier",
            url="https://courier.example/",
            kind="newspaper",
            owner="Quay Trust",
        ),
        SourceRecord(id="state-radio", name="State Radio", aliases=("Radio of the State",)),
    ),
    names=(
        NameRecord(
            id="ada-brook",
            kind=NameKind.PERSON,
            name="Ada Brook",
            aliases=("Brook",),
            description="Minister of transport",
            url="https://ministry.example/brook",
            page=True,
            not_to_confuse=("adam-brook",),
        ),
        NameRecord(id="adam-brook", kind=NameKind.PERSON, name="Adam Brook", page=True),
        NameRecord(id="north-harbour", kind=NameKind.PLACE, name="North Harbour"),
        NameRecord(id="sea-act", kind=NameKind.LAW, name="Sea Act"),
    ),
    stories=(
        StoryRecord(
            id="ferries", title="The ferry inquiry", standfirst="Who knew?", merged=("boats",)
        ),
    ),
    topics=(TopicRecord(id="transport", name="Transport"),),
    addresses=(("/2026/02/old-name/", "briefing:first"), ("/story/boats/", "story:boats")),
)

NOW = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
PLAIN = (
    PlainPage(
        url="/about/",
        title="About",
        markdown="We read [[first]] and [the archive](/archive/).",
        path="content/pages/about.md",
        language="en",
    ),
)


def some_briefings() -> tuple[Briefing, ...]:
    """Give a story of three, a briefing in French, one in Arabic, one withdrawn, one draft."""
    first = a_briefing(
        "first",
        edition=date(2026, 3, 12),
        published_at=datetime(2026, 3, 12, 6, 0, tzinfo=UTC),
        story="ferries",
        topics=("transport",),
        names=some_names(people=("Ada Brook", "Adam Brook"), places=("North Harbour",)),
        quotes=(a_quote(setting="at a news conference"),),
    )
    second = a_briefing(
        "second",
        edition=date(2026, 3, 13),
        dek="Engineers had warned the ministry",
        story="ferries",
        topics=("transport",),
        names=some_names(people=("Ada Brook",), laws=("Sea Act",)),
        key_points=(
            a_point("Two engineers wrote letters."),
            a_point("Ferries carry most trade.", kind=PointKind.BACKGROUND),
        ),
        corrections=(
            Correction(
                kind="correction",
                at=datetime(2026, 3, 14, 8, 0, tzinfo=UTC),
                was="Three engineers",
                now="Two engineers wrote letters.",
                why="A name was counted twice.",
            ),
        ),
        articles=(a_source(), a_source(key="b", digest="v1:01", source="state-radio", url=None)),
    )
    third = a_briefing(
        "third",
        story="ferries",
        topics=("transport",),
        names=some_names(people=("Brook",), organisations=("Sea Board",)),
        body="As [[first|we wrote]], **nothing** moved. See [[person:ada-brook]] and [[nobody]].",
        image=LeadImage(file="2026/03/quay.jpg", alt="A quay", caption="The quay", credit="AB"),
        articles=(
            a_source(
                agencies=(Agency(name="AFP", role=AgencyRole.CONTRIBUTOR),),
                images=(Image(caption="A ferry", credit="Pool"),),
                byline=("Staff reporter",),
                minutes_printed=3,
                minutes=2,
                rights=Rights.FULL,
            ),
        ),
    )
    french = a_briefing(
        "grain", title="Le prix du blé monte", language="fr", names=some_names(people=("Brook",))
    )
    arabic = a_briefing("port", title="الميناء يفتح", language="ar", edition=date(2026, 3, 13))
    withdrawn = a_briefing(
        "gone",
        status=Status.WITHDRAWN,
        body="Secret body",
        names=some_names(people=("Ada Brook",)),
        key_points=(a_point("Secret point."),),
        summary=(a_point("Secret summary."),),
        quotes=(a_quote("Secret quote"),),
        corrections=(
            Correction(kind="retraction", at=date(2026, 3, 14), now="Withdrawn.", why="A hoax."),
        ),
    )
    draft = a_briefing(
        "draft",
        status=Status.DRAFT,
        reviewed=None,
        published_at=None,
        articles=(a_source(source=None, source_proposed="State Radio"),),
    )
    return first, second, third, french, arabic, withdrawn, draft


def an_archive(
    briefings: Sequence[Briefing] | None = None, editions: Sequence[Edition] = ()
) -> Archive:
    """Link briefings with the registers above."""
    return link_archive(some_briefings() if briefings is None else briefings, REGISTERS, editions)


def sectioned(**differing: Any) -> Settings:
    """Give settings with a section and a place."""
    sections = (Section(title="Moving", topics=("transport",)),)
    return some_settings(**({"sections": sections, "place": "Beirut"} | differing))


def pages_of(
    archive: Archive | None = None,
    settings: Settings | None = None,
    *,
    drafts: bool = True,
    plain: Sequence[PlainPage] = PLAIN,
) -> dict[str, PageModel]:
    """Make every page, by address."""
    options = settings or sectioned()
    every = make_all(archive or an_archive(), options, plain, drafts=drafts, now=NOW)
    made = [page for page in every if isinstance(page, PageModel)]
    by_url = {page.url: page for page in made}
    assert len(by_url) == len(made), "two pages at one address"
    return by_url


def files_of(
    archive: Archive | None = None,
    settings: Settings | None = None,
    *,
    drafts: bool = False,
    now: datetime = NOW,
) -> dict[str, bytes]:
    """Make every file, by path; what is drawn or printed later has no bytes yet."""
    options = settings or sectioned()
    made = make_all(archive or an_archive(), options, PLAIN, drafts=drafts, now=now)
    files = (file for file in made if not isinstance(file, PageModel))
    return {f.path: f.content if isinstance(f, OutputFile) else b"" for f in files}


@lru_cache(maxsize=1)
def whole_site() -> dict[str, PageModel]:
    """Give the pages of the desk above, made once for tests that only look."""
    return pages_of()


def view_of(url: str) -> Any:
    """Give the view of a page of the desk above, as a template sees it."""
    return json.loads(json.dumps(whole_site()[url].view))


def shell_of(url: str) -> Any:
    """Give the shell of a page of the desk above."""
    return json.loads(json.dumps(whole_site()[url].shell))


def hrefs(value: object) -> Iterator[str]:
    """Walk every `href` and `feed` of a view."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"href", "feed"} and isinstance(inner, str):
                yield inner
            else:
                yield from hrefs(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from hrefs(inner)

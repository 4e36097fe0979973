"""Two invented desks that do not write English: one in Arabic, one in German, linked for real."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from briefings.link.archive import link_archive
from briefings.model import (
    Agency,
    AgencyRole,
    Briefing,
    Correction,
    Edition,
    Image,
    NameKind,
    NameRecord,
    PageModel,
    PointKind,
    Registers,
    Review,
    Rights,
    SourceRecord,
    Status,
    StoryRecord,
    TopicRecord,
)
from briefings.pages import make_all, site_view
from briefings.settings import Section, Settings
from tests.builders import a_briefing, a_point, a_quote, a_source, some_names, some_settings
from tests.theme.rendering import render


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a desk says in its own words."""

    site: str
    motto: str
    place: str
    zone: str
    titles: tuple[str, str, str]
    """Of three briefings of one story, the oldest first."""
    dek: str
    summaries: tuple[str, str, str]
    points: tuple[str, str]
    background: str
    quote: str
    setting: str
    speaker: str
    office: str
    harbour: str
    act: str
    story: str
    standfirst: str
    topic: str
    outlet: str
    kind: str
    owner: str
    was: str
    why: str
    note: str
    body: str
    guest: tuple[str, str, str]
    """Language, headline and summary of a briefing in a foreign language."""


ARABIC = Words(
    site="موجز الميناء",
    motto="ما جرى، ومن قاله، وأين يُقرأ.",
    place="بيروت",
    zone="Asia/Beirut",
    titles=(
        "حريق في عبّارة «كورينا» قبالة الجزيرة وإجلاء 231 راكبًا",
        "رسالة من شركة Soundlink تكشف أن الصيانة أُجّلت مرتين",
        "الوزارة تؤكد فتح تحقيق في حريق العبّارة وتوقف ثلاثة خطوط",
    ),
    dek="المفتشون يصعدون إلى الأسطول كله؛ والشركة تقول إن أحدًا لم يكن في خطر",
    summaries=(
        "اندلع حريق في غرفة محركات العبّارة مساء الاثنين، وأُجلي كل من كانوا على متنها.",
        "تفيد رسالة داخلية اطّلعت عليها الصحيفة بأن الصيانة أُجّلت مرتين منذ تشرين الأول.",
        "أعلنت وزارة النقل أن مفتشيها سيصعدون إلى كل عبّارة في الأسطول هذا الأسبوع.",
    ),
    points=(
        "أُوقفت ثلاثة خطوط من أصل أحد عشر قبل أول رحلة صباح السبت.",
        "ستُنشر نتائج التفتيش كاملة، بحسب بيان الوزارة.",
    ),
    background="جرى آخر تفتيش شامل للأسطول عام 2019.",
    quote="سننشر كل ما نجده، حتى لو لم يعجب أحدًا",
    setting="في مؤتمر صحفي",
    speaker="منى الحداد",
    office="وزيرة النقل",
    harbour="الميناء الشمالي",
    act="قانون السلامة البحرية",
    story="حريق العبّارة والتحقيق",
    standfirst="لماذا توقف ثلث الرحلات، ومن كان يعلم؟",
    topic="النقل",
    outlet="صوت الساحل",
    kind="صحيفة",
    owner="وقف المرفأ",
    was="أربعة خطوط",
    why="عُدّ خط واحد مرتين.",
    note="يستند خبران من أخبار اليوم إلى نص وكالة واحد؛ نقلناه مرة وقلنا ذلك.",
    body="كما كتبنا من قبل، **لم يتحرك** شيء في المرفأ أمس.",
    guest=(
        "en",
        "Harbour Courier: “Nobody asked us”, says Soundlink’s engineer",
        "An engineer of Soundlink Ltd. says the yard was never asked about the 2025 repairs.",
    ),
)
GERMAN = Words(
    site="Hafenblatt Kurz",
    motto="Was geschah, wer es sagt und wo es steht.",
    place="Hamburg",
    zone="Europe/Berlin",
    titles=(
        "Feuer auf der Fähre „Corinna“: Alle 231 Menschen an Bord gerettet",
        "Interne Mail der Soundlink belegt zweimal verschobene Wartung",
        "Ministerium bestätigt Untersuchung nach Fährbrand und stoppt drei Linien",
    ),
    dek="Prüfer gehen auf jedes Schiff; die Reederei sagt, niemand sei in Gefahr gewesen",
    summaries=(
        "Im Maschinenraum der Fähre brach am Montagabend Feuer aus; alle wurden gerettet.",
        "Eine Mail, die der Zeitung vorliegt, belegt zweimal verschobene Wartungen.",
        "Das Verkehrsministerium lässt diese Woche jede Fähre der Flotte prüfen.",
    ),
    points=(
        "Drei von elf Linien wurden vor der ersten Abfahrt am Samstag eingestellt.",
        "Die Ergebnisse sollen vollständig veröffentlicht werden.",
    ),
    background="Zuletzt wurde die Flotte 2019 vollständig geprüft.",
    quote="Wir werden jedes Ergebnis veröffentlichen",
    setting="vor der Presse",
    speaker="Ilse Maran",
    office="Verkehrsministerin",
    harbour="Nordhafen",
    act="Seesicherheitsgesetz",
    story="Der Fährbrand und die Untersuchung",
    standfirst="Warum ein Drittel der Fahrten ausfiel, und wer davon wusste.",
    topic="Verkehr",
    outlet="Hafenkurier",
    kind="Zeitung",
    owner="Kai-Stiftung",
    was="Vier Linien",
    why="Eine Linie war doppelt gezählt.",
    note="Zwei der heutigen Meldungen beruhen auf einem Agenturtext; wir bringen ihn einmal.",
    body="Wie wir schrieben, hat sich im Hafen gestern **nichts** bewegt.",
    guest=("ar", ARABIC.titles[2], ARABIC.summaries[2]),
)
DESKS = {"ar": ARABIC, "de": GERMAN}


def settings_of(language: str) -> Settings:
    """Give the settings of a desk."""
    words = DESKS[language]
    return some_settings(
        language=language,
        site_name=words.site,
        site_description=words.motto,
        place=words.place,
        edition_hour="19:00",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        contact="desk@lantern.example",
        sections=(Section(title=words.topic, topics=("transport",)),),
    )


def registers_of(words: Words) -> Registers:
    """Give what a desk knows."""
    return Registers(
        sources=(
            SourceRecord(
                id="courier",
                name=words.outlet,
                url="https://courier.example/",
                kind=words.kind,
                owner=words.owner,
            ),
            SourceRecord(id="lantern", name="The Lantern (Beirut)"),
        ),
        names=(
            NameRecord(
                id="minister",
                kind=NameKind.PERSON,
                name=words.speaker,
                description=words.office,
                page=True,
                aliases=("Mona Haddad",),
            ),
            NameRecord(id="harbour", kind=NameKind.PLACE, name=words.harbour, page=True),
            NameRecord(id="act", kind=NameKind.LAW, name=words.act, page=True),
        ),
        stories=(StoryRecord(id="fire", title=words.story, standfirst=words.standfirst),),
        topics=(TopicRecord(id="transport", name=words.topic),),
    )


def briefings_of(language: str) -> Iterator[Briefing]:
    """Give a story of three, one in a foreign language, one withdrawn, one draft."""
    words = DESKS[language]
    names = some_names(people=(words.speaker,), places=(words.harbour,), laws=(words.act,))
    common: dict[str, Any] = {"language": language, "topics": ("transport",), "names": names}
    common["reviewed"] = review = Review(
        by=words.speaker, at=datetime(2026, 3, 14, 6, 10, tzinfo=UTC)
    )
    for number, (title, summary) in enumerate(zip(words.titles, words.summaries, strict=True)):
        last = number == 2
        yield a_briefing(
            f"part-{number}",
            **common,
            title=title,
            dek=words.dek if last else None,
            story="fire",
            edition=date(2026, 3, 12 + number),
            published_at=datetime(2026, 3, 12 + number, 17, 0, tzinfo=UTC),
            summary=(a_point(summary),),
            key_points=(
                *(a_point(text) for text in words.points[: number + 1]),
                a_point(words.background, kind=PointKind.BACKGROUND),
            ),
            quotes=(a_quote(words.quote, speaker=words.speaker, setting=words.setting),),
            body=words.body if last else "",
            corrections=(a_correction(words),) if number == 1 else (),
            articles=tuple(articles_of(language, title, two=last)),
        )
    tongue, title, summary = words.guest
    yield a_briefing(
        "guest",
        language=tongue,
        title=title,
        names=names,
        reviewed=review,
        summary=(a_point(summary),),
        key_points=(a_point(summary),),
        quotes=(),
        articles=(a_source(title=title, language=tongue, source="lantern"),),
    )
    yield a_briefing(
        "gone",
        language=language,
        title=words.titles[1] + " (2)",
        status=Status.WITHDRAWN,
        corrections=(a_correction(words, kind="retraction"),),
    )
    yield a_briefing(
        "coming",
        language=language,
        title=words.titles[2] + " (2)",
        status=Status.DRAFT,
        reviewed=None,
        published_at=None,
        summary=(a_point(words.summaries[2]),),
        key_points=(a_point(words.points[0]),),
        articles=(
            a_source(
                title=words.titles[2], source=None, source_proposed="courier", language=language
            ),
        ),
    )


def articles_of(language: str, title: str, *, two: bool) -> Iterator[Any]:
    """Give one article, or two of which one is a foreign outlet's."""
    yield a_source(
        title=title,
        language=language,
        source="courier",
        agencies=(Agency(name="AFP", role=AgencyRole.CONTRIBUTOR),),
        images=(Image(caption=None, credit="Pool"),),
        minutes=3,
        minutes_printed=4,
        rights=Rights.FULL,
    )
    if two:
        yield a_source(
            key="b",
            digest="v1:01",
            title="Ferry inquiry confirmed; three crossings suspended",
            source="lantern",
            byline=("J. Anker", "M. Holt"),
            url="https://lantern.example/ferry",
        )


def a_correction(words: Words, *, kind: str = "correction") -> Correction:
    """Give something a desk put right."""
    return Correction(
        kind=kind,
        at=datetime(2026, 3, 14, 8, 0, tzinfo=UTC),
        was=words.was,
        now=words.points[0],
        why=words.why,
    )


@lru_cache(maxsize=4)
def pages_of(language: str) -> dict[str, PageModel]:
    """Make every page of a desk, by address."""
    words, settings = DESKS[language], settings_of(language)
    edition = Edition(date=date(2026, 3, 14), briefings=(), note=words.note, signed=words.speaker)
    archive = link_archive(list(briefings_of(language)), registers_of(words), [edition])
    made = make_all(archive, settings, (), drafts=True, now=datetime(2026, 3, 14, 20, tzinfo=UTC))
    return {page.url: page for page in made if isinstance(page, PageModel)}


@lru_cache(maxsize=4)
def site_of(language: str) -> dict[str, str]:
    """Render every page of a desk, by address."""
    site = site_view(settings_of(language), (), drafts=False)
    return {
        url: render(page.template, site=site, shell=page.shell, view=page.view)
        for url, page in pages_of(language).items()
    }

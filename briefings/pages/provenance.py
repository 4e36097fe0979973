"""Who says so, who read it, what was put right: the parts that let a reader judge."""

from collections.abc import Iterable
from itertools import zip_longest

from briefings.link.addresses import source_url
from briefings.model import (
    Agency,
    Briefing,
    BriefingHead,
    Correction,
    Image,
    Origins,
    Review,
    Rights,
    SourceArticle,
    Status,
)
from briefings.pages.locales import language_name, text_in, when
from briefings.pages.marks import outlet_name
from briefings.pages.phrases import count, say, say_list
from briefings.pages.run import Run
from briefings.pages.urls import host_of, safe_url
from briefings.pages.views import CorrectionView, Link, MaybeLink, OriginsView, ProvenanceView


def _proposed(run: Run, article: SourceArticle) -> str | None:
    """Give the guess by its name where the register knows it."""
    known = run.outlet(article.source_proposed)
    return known.name if known else article.source_proposed


def provenance_view(
    run: Run, briefing: BriefingHead, article: SourceArticle, url: str, language: str
) -> ProvenanceView:
    """Give what one article says of itself; a guess at its outlet is for drafts alone."""
    zone = run.settings.timezone
    is_draft = briefing.status is Status.DRAFT
    return ProvenanceView(
        outlet=outlet_link(run, article, url),
        proposed=_proposed(run, article) if is_draft and not article.source else None,
        title=text_in(article.title, run.language(article.language)),
        url=safe_url(article.url),
        when=when(article.date, language, zone) if article.date else None,
        byline=list(article.byline),
        agencies=[_agency(agency, language) for agency in article.agencies],
        pictures=list(_pictures(article, language)),
        minutes_printed=article.minutes_printed,
        minutes=article.minutes,
    )


def outlet_link(run: Run, article: SourceArticle, url: str) -> MaybeLink | None:
    """Name an article's outlet, linked to its page; None while nobody confirmed it."""
    name = outlet_name(run, article)
    entry = run.outlet(article.source)
    if name is None:
        return None
    return MaybeLink(href=run.href(url, source_url(entry.id)) if entry else None, title=name)


def originals(run: Run, briefing: BriefingHead, language: str) -> list[Link]:
    """Give the links to the originals, each saying where it goes."""
    found = []
    for article in briefing.articles:
        if url := safe_url(article.url):
            outlet = outlet_name(run, article) or host_of(url)
            found.append(Link(href=url, title=say(language, "read_at", outlet=outlet)))
    return found


def origins_view(origins: Origins, language: str) -> OriginsView:
    """Say how many origins stand behind how many outlets."""
    outlets = count(language, "outlets", origins.outlets)
    at_most = count(language, "origin_count", origins.at_most)
    return OriginsView(
        outlets=origins.outlets,
        at_most=origins.at_most,
        sentence=say(language, "origins", outlets=outlets, origins=at_most),
        copies=[
            say(language, "one_text", titles=say_list(language, group)) for group in origins.copies
        ],
        passages=[
            passage or ""
            for _, passage in zip_longest(origins.copies, origins.passages[: len(origins.copies)])
        ],
    )


def reviewed_sentence(run: Run, briefing: Briefing, language: str) -> str | None:
    """Say who reviewed a briefing and when; None where nobody did, or it was edited since."""
    if briefing.reviewed is None or run.edited[briefing.id]:
        return None
    return _say_review(run, briefing.reviewed, "reviewed_by", language)


def _say_review(run: Run, review: Review, key: str, language: str) -> str:
    moment = when(review.at, language, run.settings.timezone)["text"]
    if not review.by:
        return say(language, f"{key}_desk", when=moment)
    return say(language, key, who=review.by, when=moment)


def how_sentence(run: Run, briefing: Briefing, language: str) -> str:
    """Say how a briefing was made: what the machine did, and whether a person read it."""
    by_desk = [p.grounds.editor for p in (*briefing.summary, *briefing.key_points)]
    if briefing.drafted is None or (by_desk and all(by_desk)):
        made = say(language, "how_person")
    elif any(by_desk):
        made = say(language, "how_mixed")
    elif len(briefing.articles) > 1:
        made = count(language, "how_machine_many", len(briefing.articles))
    else:
        made = say(language, "how_machine")
    if briefing.reviewed is None:
        read = say(language, "not_reviewed")
    else:
        key = "edited_since" if run.edited[briefing.id] else "reviewed_by"
        read = _say_review(run, briefing.reviewed, key, language)
    how = say(language, "how", made=made, read=read)
    return f"{how}. {told}" if (told := translation_sentence(briefing, language)) else how


def translation_sentence(briefing: BriefingHead, language: str) -> str | None:
    """Say from what language a briefing was translated, and by whom; None where it was not."""
    if briefing.translated is None:
        return None
    tongue = language_name(briefing.translated.language, language)
    if not briefing.translated.by:
        return say(language, "translated", tongue=tongue)
    return say(language, "translated_by", tongue=tongue, who=briefing.translated.by)


def correction_views(
    run: Run, corrections: Iterable[Correction], language: str, about: Link | None = None
) -> list[CorrectionView]:
    """Give corrections; `about` names the briefing where the page is another one."""
    return [
        CorrectionView(
            kind=correction.kind,
            when=when(correction.at, language, run.settings.timezone),
            was=correction.was,
            now=correction.now,
            why=correction.why,
            briefing=about,
        )
        for correction in corrections
    ]


def withdrawal(briefing: BriefingHead, language: str) -> str:
    """Say why a briefing was withdrawn, in the words of its latest retraction."""
    reasons = [c.why or c.now for c in briefing.corrections if c.kind == "retraction"]
    return reasons[-1] if reasons else say(language, "withdrawn")


def _agency(agency: Agency, language: str) -> str:
    return say(language, f"agency_{agency.role.value}", agency=agency.name)


def _pictures(article: SourceArticle, language: str) -> Iterable[str]:
    for image in article.images:
        # A caption is the article's wording, and its rights may allow none of it.
        caption = None if article.rights is Rights.NONE else image.caption
        if parts := [part for part in (caption, _credit(image, language)) if part]:
            yield " ".join([*map(_sentence, parts[:-1]), parts[-1]])


def _credit(image: Image, language: str) -> str | None:
    return say(language, "picture_credit", credit=image.credit) if image.credit else None


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", "؟", "。")) else text + "."

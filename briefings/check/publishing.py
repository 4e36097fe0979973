"""Publishing: what is out was read by a person, and stays where it is."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from briefings.check.desk import Desk
from briefings.check.rules import found
from briefings.errors import Finding, Place, Severity
from briefings.model import Moment, Rights, Status
from briefings.settings import Settings
from briefings.store.places import LoadedBriefing
from briefings.store.reviews import review_digest
from briefings.text.typography import same_words

_RECORD = ".source.yml"
_REVIEW = "read it, then run `briefings review {path} --by NAME`"


def check_publishing(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    """Check status, review, dates and corrections of a briefing."""
    yield from _check_review(loaded, desk)
    yield from _check_own_headline(loaded)
    yield from _check_withdrawal(loaded)
    yield from _check_dates(loaded, desk)


def check_embargoes(desk: Desk) -> Iterator[Finding]:
    """Find embargoed briefings everybody can read in the repository."""
    if desk.settings.visibility != "public":
        return
    held = [item for item in desk.loaded if _is_held(item.briefing.publish_at, desk.now)]
    if desk.settings.sample and held:
        count = len(held)
        message = f"{count} embargoed in a public repository, which a sample may"
        yield found("BR506", held[0].place("publish_at"), message, severity=Severity.WARNING)
        return
    for item in held:
        message = "embargoed, and the repository is public: everybody can read it now"
        remedy = "keep it on a private branch until then, or take the embargo off"
        yield found("BR506", item.place("publish_at"), message, remedy)


def check_republished(
    tracked: Iterable[str], loaded: Iterable[LoadedBriefing], settings: Settings
) -> Iterator[Finding]:
    """Find articles a public repository gives to everybody, beyond what their rights allow.

    Args:
        tracked: paths under `content/articles/` that are in the repository.
        loaded: briefings; what one has in full may lie there.
        settings: the desk.
    """
    if settings.visibility != "public":
        return
    articles = [article for item in loaded for article in item.briefing.articles]
    full = {article.path.partition("#")[0] for article in articles if article.rights is Rights.FULL}
    folder = settings.articles().relative_to(settings.root).as_posix()
    lying = [path for path in sorted(tracked) if not path.endswith(_RECORD) and path not in full]
    if lying:
        others = f" and {len(lying) - 1} more" if len(lying) > 1 else ""
        message = f"the article{others} lies in a public repository: everybody can read all of it"
        remedy = f"git rm --cached -r {folder}, and add /{folder}/ to .gitignore"
        milder = Severity.WARNING if settings.sample else None
        yield found("BR510", Place(f"{folder}/{lying[0]}"), message, remedy, severity=milder)


def _is_held(until: datetime | None, now: datetime | None) -> bool:
    return until is not None and (now is None or until > now)


def _check_review(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    b = loaded.briefing
    if b.status is not Status.PUBLISHED:
        return
    remedy = _REVIEW.format(path=b.path)
    if b.reviewed is None:
        if not desk.settings.publish_drafts:
            message = "published, and nobody reviewed it"
            yield found("BR501", loaded.place("status"), message, remedy)
    elif b.reviewed.digest is None:
        message = "the review does not hold what was read, so no later edit would show"
        yield found("BR503", loaded.place("reviewed"), message, remedy)
    elif b.reviewed.digest != review_digest(b):
        message = f"changed since {b.reviewed.by} reviewed it"
        yield found("BR502", loaded.place("reviewed"), message, remedy)


def _check_own_headline(loaded: LoadedBriefing) -> Iterator[Finding]:
    """Ask for the desk's own headline, or a reviewer's word that the outlet's is kept."""
    b = loaded.briefing
    accepted = b.reviewed is not None and b.reviewed.headline is not None
    if b.status is not Status.PUBLISHED or accepted:
        return
    if any(same_words(b.title, article.title) for article in b.articles):
        message = "the outlet's own headline is published as the desk's"
        remedy = f"write your own, or run `briefings review {b.path} --by NAME --keep-headline`"
        yield found("BR520", loaded.place("title"), message, remedy)


def _check_withdrawal(loaded: LoadedBriefing) -> Iterator[Finding]:
    b = loaded.briefing
    if b.status is Status.WITHDRAWN and not b.corrections:
        message = "withdrawn without a word why, which is all its page will say"
        remedy = "add a retraction under `corrections` with at, now and why"
        yield found("BR507", loaded.place("status"), message, remedy)


def _check_dates(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    b = loaded.briefing
    if b.publish_at and b.expires_at and b.publish_at >= b.expires_at:
        message = "expires before it appears"
        yield found("BR509", loaded.place("expires_at"), message, "set a later time")
    if b.updated_at and b.published_at and b.updated_at < b.published_at:
        message = "updated before it was published"
        yield found("BR508", loaded.place("updated_at"), message, "set a later time, or null")
    for number, correction in enumerate(b.corrections):
        place = loaded.place("corrections", number, "at")
        if desk.now is not None and _is_after(correction.at, desk.now):
            yield found("BR508", place, "corrected in the future", "set the time it was corrected")
        elif b.published_at and _is_after(b.published_at, correction.at):
            yield found("BR508", place, "corrected before it was published", "check both times")


def _is_after(one: Moment, other: Moment) -> bool:
    """Tell whether a moment is later; where one is a day alone, days are compared."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one > other
    return _day(one) > _day(other)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment

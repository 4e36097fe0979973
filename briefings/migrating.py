"""Files of an older form → briefing files of today's format, planned before anything is written."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

from briefings.errors import BadFileError, Finding
from briefings.link.addresses import briefing_url
from briefings.model import Briefing, Registers, Review, Status
from briefings.settings import Settings
from briefings.store.briefings import dump_briefing, parse_briefing
from briefings.store.disk import read_text
from briefings.store.faults import Fault, bad_file
from briefings.store.posts import Post, read_post
from briefings.store.reviews import review_digest
from briefings.text.digests import digest_bytes
from briefings.text.slugs import slug_for, slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a person says of all posts that are taken over."""

    at: datetime
    reviewed_by: str | None = None
    """Who answers for them; None leaves them unreviewed, which `check` tells."""
    address: str | None = None
    """Where posts lay on their site: `/posts/{slug}/`; `{year}`, `{month}`, `{day}` too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """What one post becomes."""

    source: Path
    held: str
    """The text of the post."""
    briefing: Briefing
    text: str
    addresses: tuple[tuple[str, str], ...]
    """For the ledger: those it had, and the one it has."""
    notes: tuple[str, ...]
    """What a person should look at."""


def plan_migrations(
    files: Collection[Path],
    settings: Settings,
    registers: Registers,
    taken: Collection[str],
    terms: Terms,
) -> tuple[tuple[Migration, ...], tuple[Finding, ...]]:
    """Plan what each post becomes; one that cannot be taken over becomes findings.

    Args:
        files: of posts, wherever they lie.
        settings: the desk.
        registers: whose topics are known by id and name.
        taken: ids the desk has.
        terms: what a person says of all of them.
    """
    topics = {slugify(word): r.id for r in registers.topics for word in (r.id, r.name)}
    ids = set(taken)
    planned: list[Migration] = []
    findings: list[Finding] = []
    for file in files:
        shown = _shown(file, settings.root)
        try:
            held = read_text(file, shown)
            post = read_post(held, shown, settings.timezone)
            briefing = _briefing(post, file, settings, topics, terms)
            if briefing.id in ids:
                raise bad_file(shown, _taken(briefing.id))
            text = _with_comments(dump_briefing(briefing), post.comments)
            parse_briefing(text, shown)  # such as a language that is none
        except BadFileError as error:
            findings.extend(error.findings)
            continue
        ids.add(briefing.id)
        planned.append(
            Migration(
                source=file,
                held=held,
                briefing=briefing,
                text=text,
                addresses=tuple(_addresses(post, briefing, terms)),
                notes=tuple(_notes(post)),
            )
        )
    return tuple(planned), tuple(findings)


def _briefing(
    post: Post, file: Path, settings: Settings, topics: dict[str, str], terms: Terms
) -> Briefing:
    published = _instant(post.published, settings)
    day = post.published if not isinstance(post.published, datetime) else published.date()
    slug = slugify(post.slug) or slug_for(post.title, post.language or settings.language)
    slug = slug or digest_bytes(post.title.encode()).removeprefix("v1:")[:12]
    slugs = dict.fromkeys(slugify(tag) for tag in post.tags)
    updated = _instant(post.updated, settings) if post.updated else None
    briefing = Briefing(
        id=slug,
        path=_path(file, settings) or f"content/briefings/{day:%Y/%m}/{slug}.md",
        title=post.title,
        dek=post.dek,
        edition=day,
        published_at=None if post.is_draft else published,
        updated_at=updated if updated and updated > published and not post.is_draft else None,
        language=post.language or settings.language,
        topics=tuple(dict.fromkeys(topics.get(one, one) for one in slugs if one)),
        status=Status.DRAFT if post.is_draft else Status.PUBLISHED,
        articles=(),
        body=post.body,
    )
    if terms.reviewed_by is None or post.is_draft:
        return briefing
    review = Review(by=terms.reviewed_by, at=terms.at, digest=review_digest(briefing))
    return replace(briefing, reviewed=review)


def _instant(moment: datetime | date, settings: Settings) -> datetime:
    """Give a time in the desk's zone; a day alone was published when editions are."""
    if isinstance(moment, datetime):
        return moment.astimezone(settings.timezone)
    hour = time.fromisoformat(settings.edition_hour)
    return datetime.combine(moment, hour, settings.timezone)


def _path(file: Path, settings: Settings) -> str | None:
    """Give the path of a post that lies among the briefings already: it stays there."""
    full, folder = file.resolve(), settings.briefings().resolve()
    inside = full.is_relative_to(folder) and full.stem not in ("index", "_index")
    return full.relative_to(settings.root.resolve()).as_posix() if inside else None


def _addresses(post: Post, b: Briefing, terms: Terms) -> Iterator[tuple[str, str]]:
    if b.status is not Status.PUBLISHED:
        return
    target = f"briefing:{b.id}"
    if terms.address:
        day = b.edition
        parts = {"slug": post.slug, "year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}"}
        yield terms.address.format(**parts), target
    yield from ((address, target) for address in post.addresses)
    yield briefing_url(b), target


def _notes(post: Post) -> Iterator[str]:
    if post.left:
        yield f"left out: {', '.join(post.left)}"
    if post.shortcodes:
        yield f"calls of templates stand in the text as they were: {post.shortcodes}"


def _with_comments(text: str, comments: tuple[str, ...]) -> str:
    """Put what people remarked on top; where it stood is gone with the keys."""
    head, fence, rest = text.partition("---\n")
    return head + fence + "".join(f"{comment}\n" for comment in comments) + rest


def _taken(own: str) -> Fault:
    return Fault(
        code="BR107",
        line=1,
        column=1,
        message=f'there is a briefing with the id "{own}" already',
        remedy="give the post another slug",
    )


def _shown(file: Path, root: Path) -> str:
    full = file.resolve()
    here = root.resolve()
    return full.relative_to(here).as_posix() if full.is_relative_to(here) else file.as_posix()

"""Note → Briefing: the articles of one event as one front-matter file's worth of words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from string import ascii_lowercase

from briefings.draft.merging import merge_names, merge_points, merge_quotes, with_key
from briefings.draft.rights import Shown, find_source, rights_of, spend
from briefings.model import (
    Article,
    Briefing,
    Drafted,
    Image,
    Moment,
    Note,
    Registers,
    Rights,
    SourceArticle,
    Status,
)
from briefings.settings import Settings
from briefings.text.sketches import likeness
from briefings.text.words import count_words

# Above this, two texts are one wire copy: `link.copies` holds the same.
_ONE_TEXT = 0.5


def draft_briefing(
    read: Sequence[tuple[Article, Note]],
    *,
    settings: Settings,
    registers: Registers,
    id: str,  # noqa: A002  # the field's name
    path: str,
    story: str | None,
    by: str,
    today: date,
) -> Briefing:
    """Draft the briefing of one event.

    Args:
        read: its articles with their notes; the first leads. A copy of a text that stands before
            it adds only where it came from.
        settings: zone, rights budget.
        registers: outlets and their rights.
        id: the briefing's.
        path: of its file, from the desk's folder.
        story: the thread it is proposed for.
        by: program and version.
        today: the edition where the first article does not say its date.
    """
    article, note = read[0]
    keys = _keys(len(read))
    own = [number for number in range(len(read)) if not _is_copy(number, read)]
    shown = _shown(read, keys, own, settings, registers)
    summary = next((part.summary for part in shown if part.summary), ())
    rights = rights_of(article, settings, registers)
    return Briefing(
        id=id,
        path=path,
        title=article.title,
        edition=_edition(article.date or article.updated, settings, today),
        language=article.language,
        status=Status.DRAFT,
        articles=tuple(
            _source(key, item, settings, registers) for key, item in zip(keys, read, strict=True)
        ),
        dek=None if rights is Rights.NONE else article.dek,
        topics=note.topics,
        story=story,
        summary=summary,
        key_points=merge_points([part.key_points for part in shown], article.language, summary),
        quotes=merge_quotes([part.quotes for part in shown]),
        names=merge_names([read[number][1].names for number in own]),
        publish_at=_embargo([article for article, _ in read]),
        drafted=Drafted(by=_by(by, [note for _, note in read])),
        body=shown[0].body,
    )


def _by(by: str, notes: Sequence[Note]) -> str:
    """Name the language model beside the program where one worded sentences."""
    models = dict.fromkeys(note.worded_by for note in notes if note.worded_by)
    return f"{by}, worded by {', '.join(models)}" if models else by


def _embargo(articles: Sequence[Article]) -> datetime | None:
    """Give the end of the latest embargo that says its time and zone."""
    ends = (mark.until for article in articles for mark in article.wire_marks)
    return max((end for end in ends if isinstance(end, datetime)), default=None)


def _keys(count: int) -> list[str]:
    """Give `a` to `z`, then `aa`, `ab` and so on."""
    singles = list(ascii_lowercase)
    doubles = [first + second for first in singles for second in singles]
    return [*singles, *doubles][:count]


def _is_copy(number: int, read: Sequence[tuple[Article, Note]]) -> bool:
    sketch = read[number][1].sketch
    return any(likeness(sketch, note.sketch) >= _ONE_TEXT for _, note in read[:number])


def _shown(
    read: Sequence[tuple[Article, Note]],
    keys: Sequence[str],
    own: Sequence[int],
    settings: Settings,
    registers: Registers,
) -> list[Shown]:
    """Give what each article shows; the first that may show a summary leads."""
    parts: list[Shown] = []
    for number in own:
        article, note = read[number]
        leads = not any(part.summary for part in parts)
        rights = rights_of(article, settings, registers)
        part = spend(article, note, rights, settings, leads=leads)
        parts.append(part if len(read) == 1 else with_key(part, keys[number]))
    return parts


def _edition(moment: Moment | None, settings: Settings, today: date) -> date:
    if moment is None:
        return today
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(settings.timezone) if moment.tzinfo else moment).date()


def _source(
    key: str, item: tuple[Article, Note], settings: Settings, registers: Registers
) -> SourceArticle:
    article, note = item
    record = find_source(article, registers)
    proposal = article.source_proposed
    rights = rights_of(article, settings, registers)
    source = SourceArticle(
        key=key,
        path=article.path,
        digest=article.digest,
        title=article.title,
        language=article.language,
        dek=article.dek,
        source=record.id if record else article.source,
        source_proposed=proposal.value if proposal and not article.source else None,
        url=article.url,
        date=article.date,
        byline=article.byline,
        agencies=article.agencies,
        images=article.images,
        rights=rights,
        minutes_printed=article.reading_minutes,
        minutes=note.reading_minutes,
        words=sum(map(count_words, article.body)),
        sketch=note.sketch,
        terms=note.terms,
        figures=note.figures,
    )
    if rights is not Rights.NONE:
        return source
    images = tuple(Image(caption=None, credit=image.credit) for image in article.images)
    return replace(source, dek=None, images=tuple(image for image in images if image.credit))

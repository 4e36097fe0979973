"""Credited agencies: those an article has copy of, named in its credit line alone."""

from collections.abc import Iterable, Iterator

from briefings.draft.names.known import find_record
from briefings.model import AgencyRole, Article, Mention, Named, NameKind, NameRecord, Role


def find_credited(
    article: Article, named: Iterable[Named], records: tuple[NameRecord, ...]
) -> Iterator[Named]:
    """Give the agencies the body does not name, each with its mention in paragraph 0."""
    known = {text.casefold() for name in named for text in (name.name, *_texts(name))}
    lines = [span for span in article.roles if span.role in {Role.AGENCY_CREDIT, Role.WIRE_MARK}]
    for agency in article.agencies:
        if agency.role is AgencyRole.PHOTO or agency.name.casefold() in known:
            continue
        known.add(agency.name.casefold())
        for span in lines:
            at = span.text.casefold().find(agency.name.casefold())
            # Folding may lengthen a text (ß); then the place is not exact, and is left out.
            text = span.text[at : at + len(agency.name)] if at >= 0 else ""
            if text.casefold() == agency.name.casefold():
                start = span.start + at
                mention = Mention(paragraph=0, start=start, end=start + len(text), text=text)
                record = find_record(agency.name, records)
                yield Named(
                    kind=NameKind.ORGANISATION,
                    name=record.name if record else agency.name,
                    id=record.id if record else None,
                    mentions=(mention,),
                )
                break


def _texts(name: Named) -> Iterator[str]:
    return (mention.text for mention in name.mentions)

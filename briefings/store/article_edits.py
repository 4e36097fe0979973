"""Taking an article out of a briefing file, and telling whether anybody worked on the file."""

from dataclasses import replace

from briefings.model import Briefing
from briefings.store.blocks import Edit, apply_edits, block_span, replace_block
from briefings.store.fields import ARTICLE_PARTS, digest_fields
from briefings.store.front import FrontMatter, split_front
from briefings.store.schema import BRIEFING
from briefings.store.written import dump_briefing, parse_briefing
from briefings.store.yaml import Listing, Mapping


def drop_article(text: str, path: str, key: str) -> str:
    """Give the text of a briefing file without one of the articles it stands on.

    Only its lines go; what cites it stays until the briefing is drafted again.

    Raises:
        BadFileError: the file cannot be read.
    """
    front, held = split_front(text, path), parse_briefing(text, path)
    left = replace(held, articles=tuple(one for one in held.articles if one.key != key))
    entry = front.root.entry("articles")
    number = next((n for n, one in enumerate(held.articles) if one.key == key), None)
    if entry is None or number is None or not isinstance(entry.node, Listing):
        return text
    forgotten = _forget(front, key)
    if entry.node.flow:
        edit = replace_block(front, entry, BRIEFING.write(left)["articles"])
        return apply_edits(front, [edit, *forgotten])
    starts = [text.rindex("\n", 0, item.start.offset) for item in entry.node.items]
    starts.append(block_span(front, entry)[1])
    edit = Edit(start=starts[number], end=starts[number + 1], text="")
    return apply_edits(front, [edit, *forgotten])


def _forget(front: FrontMatter, key: str) -> list[Edit]:
    """Plan to take an article's digests out of the record, so that it may come back one day."""
    drafted = front.root.entry("drafted")
    fields = drafted.node.entry("fields") if drafted and isinstance(drafted.node, Mapping) else None
    if fields is None or not isinstance(fields.node, Mapping) or fields.node.flow:
        return []
    names = {f"articles.{key}{part}" for part in ARTICLE_PARTS}
    spans = [block_span(front, one) for one in fields.node.entries if one.key in names]
    return [Edit(start=front.text.rindex("\n", 0, start), end=end, text="") for start, end in spans]


def is_untouched(text: str, path: str) -> bool:
    """Tell whether a briefing file is as the machine wrote it, comments and choices included.

    Raises:
        BadFileError: the file cannot be read.
    """
    held = parse_briefing(text, path)
    recorded = dict(held.drafted.fields) if held.drafted else {}
    return dump_briefing(held) == text and digest_fields(held) == recorded and not has_choices(held)


def has_choices(held: Briefing) -> bool:
    """Tell whether a briefing holds what only a person writes."""
    chosen = (held.related, held.unrelated, held.corrections)
    return any(chosen) or any((held.image, held.reviewed, held.expires_at, held.published_at))

"""Drafting again into a file people have worked on: their words and comments stay."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefings.model import Briefing, SourceArticle, Status
from briefings.store.blocks import (
    Edit,
    apply_edits,
    has_comment,
    insert_block,
    replace_block,
    set_values,
)
from briefings.store.fields import ARTICLE_PARTS, FIELDS, digest_fields
from briefings.store.front import FrontMatter, split_front
from briefings.store.keys import rename_articles
from briefings.store.schema import BRIEFING
from briefings.store.written import dump_body, parse_front
from briefings.store.yaml import Entry, Mapping


def merge_briefing(present: str, drafted: Briefing) -> str:
    """Give the text of a file after its articles were drafted again.

    A field changes only where its present value still has the digest recorded when the machine
    wrote it, and where nobody put a comment into its lines. What an editor wrote, deleted or
    commented stays, byte for byte; so does a briefing that is published, withdrawn or reviewed.

    Raises:
        BadFileError: the present file cannot be read; it is then left as it is.
    """
    front = split_front(present, drafted.path)
    held = parse_front(front, drafted.path)
    if not _is_machine_draft(held) or not _is_plain_block(front.root):
        return present
    plan = _plan(front, held, rename_articles(drafted, held))
    return apply_edits(front, _edits(front, held, plan)) if plan.digests else present


def _is_machine_draft(held: Briefing) -> bool:
    fresh = held.status is Status.DRAFT and held.reviewed is None
    return fresh and held.drafted is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What a re-draft may change."""

    wanted: Briefing
    digests: dict[str, str]
    """Of the fields that change, to be recorded."""


def _plan(front: FrontMatter, held: Briefing, drafted: Briefing) -> _Plan:
    recorded = dict(held.drafted.fields) if held.drafted else {}
    present, wanted = digest_fields(held), digest_fields(drafted)
    free = {name for name in wanted if _is_free(name, front, recorded, present)}
    changed = {name for name in free if wanted[name] != present.get(name)}
    wider: dict[str, Any] = {name: getattr(drafted, name) for name in FIELDS if name in changed}
    if "body" in changed:
        wider["body"] = drafted.body
    known = {article.key for article in held.articles}
    added = tuple(
        article.key
        for article in drafted.articles
        if article.key not in known and f"articles.{article.key}" in free
    )
    return _Plan(
        wanted=replace(held, articles=_articles(held, drafted, changed, added), **wider),
        digests={name: wanted[name] for name in wanted if name in changed},
    )


def _is_free(
    name: str, front: FrontMatter, recorded: dict[str, str], present: dict[str, str]
) -> bool:
    """Tell whether the machine may write a field."""
    if name == "body":
        return recorded.get(name) == present[name]
    entry = front.root.entry(name.partition(".")[0])
    if entry is None:  # deleted by an editor, or new in this version of the program
        return name not in recorded
    if has_comment(front, entry):
        return False
    return recorded.get(name) == present.get(name)


def _articles(
    held: Briefing, drafted: Briefing, changed: set[str], added: tuple[str, ...]
) -> tuple[SourceArticle, ...]:
    fresh = {article.key: article for article in drafted.articles}
    merged = [
        _article(article, fresh[article.key], changed) if article.key in fresh else article
        for article in held.articles
    ]
    return (*merged, *(fresh[key] for key in added))


def _article(held: SourceArticle, fresh: SourceArticle, changed: set[str]) -> SourceArticle:
    values = {
        name: getattr(fresh, name)
        for part, names in ARTICLE_PARTS.items()
        if f"articles.{held.key}{part}" in changed
        for name in names
    }
    return replace(held, **values)


def _edits(front: FrontMatter, held: Briefing, plan: _Plan) -> Iterator[Edit]:
    before, after = BRIEFING.write(held), BRIEFING.write(plan.wanted)
    order = [field.key for field in BRIEFING.fields]
    for key in order:
        if before.get(key) == after.get(key):
            continue
        entry = front.root.entry(key)
        if entry is None:
            yield insert_block(front, _above(front, order, key), key, after[key])
        else:
            yield replace_block(front, entry, after[key])
    if plan.wanted.body != held.body:
        body = "\n" + dump_body(plan.wanted.body)
        yield Edit(start=front.body_start, end=len(front.text), text=body)
    drafted = front.root.entry("drafted")
    if drafted is not None and isinstance(drafted.node, Mapping):
        yield from set_values(front, drafted.node, {"fields": dict(plan.digests)})


def _above(front: FrontMatter, order: list[str], key: str) -> Entry:
    """Give the entry a new key goes below: the nearest one before it in the fixed order."""
    earlier = (front.root.entry(name) for name in reversed(order[: order.index(key)]))
    return next((entry for entry in earlier if entry), front.root.entries[-1])


def _is_plain_block(root: Mapping) -> bool:
    """Tell whether keys stand one below the other at the margin, so that lines can be replaced."""
    return not root.flow and all(entry.at.column == 1 for entry in root.entries)

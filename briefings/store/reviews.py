"""Reviewing: what a person read, recorded so that a later edit shows."""

from dataclasses import replace
from datetime import datetime

from briefings.errors import DeskError
from briefings.model import Briefing, Review, Status
from briefings.store.blocks import apply_edits, set_values
from briefings.store.dump import plain_value
from briefings.store.front import split_front
from briefings.store.kinds import Tree
from briefings.store.schema import BRIEFING
from briefings.store.written import parse_front
from briefings.text.digests import digest_value

_READ = ("title", "dek", "language", "summary", "key_points", "quotes", "image")


def review_digest(b: Briefing) -> str:
    """Digest what a reviewer answers for: title to quotes, image, body and rights.

    Dates, topics, the thread and names are not in it: an editor may file a briefing elsewhere
    without reading it again.
    """
    tree = BRIEFING.write(b)
    words = {key: plain_value(tree[key]) for key in _READ}
    if b.translated is not None:  # a key that came later, so earlier digests stand
        words["translated"] = plain_value(tree["translated"])
    rights = {article.key: article.rights.value for article in b.articles}
    return digest_value({**words, "body": b.body, "rights": rights})


def is_edited_since(briefing: Briefing) -> bool:
    """Tell whether a briefing's words are no longer those somebody reviewed."""
    review = briefing.reviewed
    if review is None or review.digest is None:
        return False
    return review.digest != review_digest(briefing)


def review_briefing(
    text: str, path: str, *, by: str, at: datetime, keep_headline: bool = False
) -> str:
    """Publish a briefing somebody read: set `status`, `published_at` if it is null, `reviewed`.

    `keep_headline` records that the outlet's headline is kept knowingly.

    Only those lines change, their comments stay. A file reviewed as it stands is left alone.

    Raises:
        BadFileError: the file has faults.
        DeskError: the briefing is withdrawn.
    """
    front = split_front(text, path)
    b = parse_front(front, path)
    if b.status is Status.WITHDRAWN:
        raise DeskError(f"{path} is withdrawn; set `status: draft` to publish it again")
    digest = review_digest(b)
    is_told = b.reviewed is not None and b.reviewed.headline is not None
    if (
        b.status is Status.PUBLISHED
        and b.reviewed
        and b.reviewed.digest == digest
        and (is_told or not keep_headline)
    ):
        return text
    review = Review(by=by, at=at, digest=digest, headline="accepted" if keep_headline else None)
    tree = BRIEFING.write(_reviewed(b, review, at))
    values: dict[str, Tree] = {key: tree[key] for key in ("status", "published_at", "reviewed")}
    return apply_edits(front, set_values(front, front.root, values))


def _reviewed(b: Briefing, review: Review, at: datetime) -> Briefing:
    return replace(
        b,
        status=Status.PUBLISHED,
        published_at=b.published_at or at,
        reviewed=review,
    )

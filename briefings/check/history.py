"""What readers were told and are told now: no published word changes without a correction."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from briefings.check.changes import Change, find_changes
from briefings.check.rules import found
from briefings.errors import Finding, Place
from briefings.link.addresses import briefing_url
from briefings.model import Briefing, Correction, Status
from briefings.store.places import LoadedBriefing
from briefings.text.typography import without_typography

_LONGEST = 90
_BEFORE = 20
_SAY_SO = (
    "add an entry under `corrections` with kind, at, was and now; leave `was` out where repeating "
    "it would harm"
)


def check_history(
    then: Sequence[Briefing],
    now: Sequence[LoadedBriefing],
    ledger: Iterable[tuple[str, str]],
    *,
    ref: str,
    unread: Iterable[str] = (),
) -> Iterator[Finding]:
    """Hold briefings against what they were; renamed files are followed by id.

    Args:
        then: briefings as they were, those that did not change may be left out.
        now: all briefings of the desk.
        ledger: (address, `kind:id`) as it is now.
        ref: for messages.
        unread: paths of files that cannot be read now, which other findings tell.
    """
    present = {item.briefing.id: item for item in reversed(now)}
    kept, broken = dict(ledger), frozenset(unread)
    for old in then:
        if old.status is not Status.PUBLISHED:
            continue
        item = present.get(old.id)
        if item is not None:
            yield from _check_address(old, item, kept, ref)
            yield from _check_words(old, item)
        elif old.path not in broken and not _is_merged(old, kept, present):
            message = f'"{old.id}" is published at {ref} and is gone: {briefing_url(old)} would die'
            remedy = (
                "bring it back; to take it from readers set status: withdrawn and say why; where "
                "it is part of another, lead its line in the ledger to that"
            )
            yield found("BR522", Place(old.path), message, remedy)


def check_ledger_history(
    then: Iterable[tuple[str, str]], now: Iterable[tuple[str, str]], path: str, *, ref: str
) -> Iterator[Finding]:
    """Tell addresses that were in the ledger and are not any more."""
    kept = {address for address, _ in now}
    for address, target in then:
        if address not in kept:
            message = f"{address} is in the ledger at {ref} and is gone: it would die"
            yield found("BR522", Place(path), message, f"add the line {address}<tab>{target}")


def _check_address(
    old: Briefing, item: LoadedBriefing, kept: Container[str], ref: str
) -> Iterator[Finding]:
    url, b = briefing_url(old), item.briefing
    if b.status is Status.DRAFT:
        message = f"published at {ref} and a draft now: {url} would die"
        remedy = "publish it again, or set status: withdrawn and say why"
        yield found("BR522", item.place("status"), message, remedy)
    elif url != briefing_url(b) and url not in kept:
        message = f"its address was {url} and is {briefing_url(b)} now: the first would die"
        remedy = f"add the line {url}<tab>briefing:{b.id} to content/registers/urls.txt"
        yield found("BR522", item.place("edition"), message, remedy)


def _is_merged(old: Briefing, kept: Mapping[str, str], present: Container[str]) -> bool:
    """Tell whether the ledger leads its address to another briefing."""
    kind, _, id_ = kept.get(briefing_url(old), "").partition(":")
    return kind == "briefing" and id_ != old.id and id_ in present


def _check_words(old: Briefing, item: LoadedBriefing) -> Iterator[Finding]:
    b = item.briefing
    held = {_key(correction) for correction in old.corrections}
    told = {_key(correction) for correction in b.corrections}
    for correction in old.corrections:
        if _key(correction) not in told:
            message = f"a {correction.kind} readers saw is gone: {_short(correction.now)}"
            remedy = "bring it back; where it was wrong itself, add another"
            yield found("BR523", item.place("corrections"), message, remedy)
    if told - held:
        return
    if b.status is Status.WITHDRAWN:
        message = "withdrawn since, and no new entry under `corrections` says why"
        remedy = "add a retraction under `corrections` with at, now and why"
        yield found("BR521", item.place("status"), message, remedy)
        return
    for change in find_changes(old, b):
        yield found("BR521", item.place(*change.keys), _say(change), _SAY_SO)


def _say(change: Change) -> str:
    was, now = change.was, change.now or ""
    pairs = enumerate(zip(was, now, strict=False))
    same = next((at for at, (a, b) in pairs if a != b), min(len(was), len(now)))
    # Where the difference lies far behind, both begin a few words before it.
    start = was.rfind(" ", 0, same - _BEFORE) + 1 if same > _LONGEST // 2 else 0
    shown = [_short(f"…{text[start:]}" if start else text) for text in (was, now)]
    after = shown[1] if now else "nothing"
    return f"{change.what} changed and no correction says so: was {shown[0]}, now {after}"


def _key(correction: Correction) -> tuple[str, str]:
    return correction.kind, without_typography(correction.now)


def _short(text: str) -> str:
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return f'"{shown}"'

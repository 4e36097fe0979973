"""Addresses on the web: they lead somewhere, for everybody, and follow nobody."""

from collections.abc import Iterator

from briefings.check.desk import Desk
from briefings.check.rules import found
from briefings.errors import Finding, Place
from briefings.store.places import LoadedBriefing
from briefings.text.web import (
    IN_TEXT,
    WEB,
    has_credentials,
    is_out_of_reach,
    without_tracking,
)


def check_web(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:  # noqa: ARG001  # as all rules
    """Check the addresses of articles and those in the body."""
    for number, article in enumerate(loaded.briefing.articles):
        if article.url is None:
            continue
        if not _is_web(article.url):
            message, remedy = "not an address on the web", "write it with https://, or null"
            yield found("BR607", loaded.place("articles", number, "url"), message, remedy)
        elif fault := _fault(article.url):
            yield found(fault[0], loaded.place("articles", number, "url"), *fault[1:])
    yield from _check_body(loaded)


def check_web_of_registers(desk: Desk) -> Iterator[Finding]:
    """Check the addresses of outlets and names."""
    folder = desk.settings.registers().relative_to(desk.settings.root).as_posix()
    for file, records in (
        ("sources.yml", desk.registers.sources),
        ("names.yml", desk.registers.names),
    ):
        for record in records:
            fault = _fault(record.url) if record.url and _is_web(record.url) else None
            if fault:
                place = Place(f"{folder}/{file}")
                yield found(fault[0], place, f"{record.id}: {fault[1]}", fault[2])


def _check_body(loaded: LoadedBriefing) -> Iterator[Finding]:
    body = loaded.briefing.body
    for one in IN_TEXT.finditer(body):
        url = one[0].rstrip(".,;:!?)")
        fault = _fault(url) if _is_web(url) else None
        if fault:
            start = loaded.place("body")
            line = start.line + body.count("\n", 0, one.start())
            column = one.start() - (body.rfind("\n", 0, one.start()) + 1) + 1
            yield found(fault[0], Place(start.path, line, column), *fault[1:])


def _is_web(url: str) -> bool:
    return WEB.fullmatch(url) is not None


def _fault(url: str) -> tuple[str, str, str] | None:
    """Give code, message and remedy; the worst alone."""
    try:
        if has_credentials(url):
            remedy = "take out what stands before the @, and change the password"
            return "BR620", "the address holds a user name or password", remedy
        if is_out_of_reach(url):
            remedy = "write the public address, or null"
            return "BR622", "the address leads to a machine readers cannot reach", remedy
        clean = without_tracking(url)
    except ValueError:
        return "BR607", "not an address on the web", "write it with https://, or null"
    if clean != url:
        return "BR621", "the address tells the outlet where its readers come from", f"write {clean}"
    return None

"""Namesakes: names and speakers that may be either of two records, and nobody says which."""

from collections.abc import Iterator, Sequence

from briefings.check.rules import found
from briefings.errors import Finding, Place
from briefings.link.namebook import NameBook, fold_name
from briefings.model import NameKind
from briefings.store.places import LoadedBriefing

_SPEAKERS = (NameKind.PERSON, NameKind.ORGANISATION)


def check_namesakes(loaded: LoadedBriefing, book: NameBook) -> Iterator[Finding]:
    """Ask which of two a spelling is, where the register gives both and the briefing no id."""
    for kind in NameKind:
        for number, use in enumerate(loaded.briefing.names.of(kind)):
            ids = () if use.id else book.claimants(kind, use.name)
            if ids:
                place = loaded.place("names", kind.plural(), number)
                remedy = f"write {{name: {use.name}, id: {ids[0]}}} or the other id"
                yield _either(use.name, ids, place, remedy)
    yield from _speakers(loaded, book)


def _speakers(loaded: LoadedBriefing, book: NameBook) -> Iterator[Finding]:
    """Ask who speaks, where the names of the briefing do not tell."""
    listed = {
        (kind, fold_name(use.name)) for kind in _SPEAKERS for use in loaded.briefing.names.of(kind)
    }
    for number, quote in enumerate(loaded.briefing.quotes):
        for kind in _SPEAKERS:
            speaker = quote.speaker or ""
            ids = book.claimants(kind, speaker)
            if ids and (kind, fold_name(speaker)) not in listed:
                place = loaded.place("quotes", number, "speaker")
                key = f"names.{kind.plural()}"
                remedy = f"list them under {key} as {{name: {speaker}, id: {ids[0]}}}"
                yield _either(speaker, ids, place, f"{remedy} or with the other id")


def _either(name: str, ids: Sequence[str], place: Place, remedy: str) -> Finding:
    message = f'"{name}" may be {" or ".join(ids)}, so it leads to neither'
    return found("BR412", place, message, remedy)

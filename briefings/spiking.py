"""Spiking: the desk will not use an article, and neither it nor a copy is offered again."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.draft import note_article
from briefings.errors import BadFileError, DeskError
from briefings.filed import read_file, read_one
from briefings.lookup import article_files, find_article
from briefings.model import Article, Briefing, Registers, SpikedRecord, Status
from briefings.settings import Settings
from briefings.stock import Stock
from briefings.store.article_edits import is_untouched
from briefings.store.disk import read_bytes, read_text, save_text
from briefings.store.spike_edits import add_spiked
from briefings.store.yaml import REGISTER_BYTES
from briefings.text.digests import digest_bytes

REGISTER = "articles.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spiked:
    """An article that was spiked."""

    path: str
    record: SpikedRecord
    is_new: bool
    """False where it had been spiked before."""
    draft: str | None = None
    """Path of the draft that went with it."""


def spike(names: Sequence[str], stock: Stock, *, why: str, by: str) -> list[Spiked]:
    """Note that articles are not to be used; drafts nobody touched go with them.

    Nothing is written until everything is known to fit.

    Raises:
        DeskError: an article is not here, or a briefing stands on it that has to be kept.
        BadFileError: the register cannot be read.
    """
    known = article_files(stock.settings)
    found: dict[str, Spiked] = {}
    for name in names:
        file = find_article(name.partition("#")[0], known, stock.settings)
        key = name.partition("#")[2]
        for path, record in _records(f"{file}#{key}" if key else file, stock, why=why, by=by):
            found[path] = _decide(path, record, stock)
    text = _register(stock.settings)
    for one in found.values():
        if one.is_new:
            text = add_spiked(text, _shown(stock.settings), one.record)
    save_text(stock.settings.registers() / REGISTER, text)
    for one in found.values():
        if one.draft:
            (stock.settings.root / one.draft).unlink(missing_ok=True)
    return list(found.values())


def _records(path: str, stock: Stock, *, why: str, by: str) -> list[tuple[str, SpikedRecord]]:
    """Give what is to be recorded; of a file that cannot be read, its digest alone.

    Raises:
        DeskError: a file of several articles has not the one that is named.
    """
    settings, registers = stock.settings, stock.registers
    file = settings.articles() / path.partition("#")[0]
    try:
        if "#" in path:
            article, _ = read_one(path, settings, registers)
            articles = [article] if article else []
        else:
            articles = list(read_file(file, settings, registers).articles)
    except BadFileError as error:
        if "#" in path:
            raise DeskError(str(error.findings[0])) from error
        articles = []
    if articles:
        return [(one.path, _record(one, registers, why=why, by=by)) for one in articles]
    digest = digest_bytes(read_bytes(file, path))
    return [(path, SpikedRecord(digest=digest, by=by, why=why))]


def _record(article: Article, registers: Registers, *, why: str, by: str) -> SpikedRecord:
    sketch = note_article(article, registers).sketch
    return SpikedRecord(
        digest=article.digest, by=by, why=why, title=article.title, sketch=sketch or None
    )


def _decide(path: str, record: SpikedRecord, stock: Stock) -> Spiked:
    """Say what is to be done about one article.

    Raises:
        DeskError: a briefing stands on it that has to be kept.
    """
    before = stock.pile.spiked(record.digest)
    held = stock.pile.holder(path)
    draft = _draft_to_delete(path, held, stock) if held else None
    return Spiked(path=path, record=before or record, is_new=before is None, draft=draft)


def _draft_to_delete(path: str, held: Briefing, stock: Stock) -> str:
    if held.status is not Status.DRAFT:
        raise DeskError(
            f"{held.path} is {held.status.value} and stands on {path}: withdraw it instead, with a "
            "word why under `corrections`"
        )
    if len(held.articles) > 1:
        raise DeskError(
            f"{held.path} stands on {path} and on others: first `briefings split {held.id} {path}`"
        )
    text = next(one.text for one in stock.loaded if one.briefing.id == held.id)
    if not is_untouched(text, held.path):
        raise DeskError(f"somebody worked on {held.path}, which stands on {path}: delete it first")
    return held.path


def _shown(settings: Settings) -> str:
    return (settings.registers() / REGISTER).relative_to(settings.root).as_posix()


def _register(settings: Settings) -> str:
    file = settings.registers() / REGISTER
    if not file.exists():
        return ""
    return read_text(file, _shown(settings), limit=REGISTER_BYTES, root=settings.root)

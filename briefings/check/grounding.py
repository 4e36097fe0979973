"""Grounding: every text stands on words its article has, and every quotation is verbatim."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefings.check.desk import Desk, texts_of
from briefings.check.gate import find_foreign, find_foreign_names, is_subsequence, is_verbatim
from briefings.check.rules import found
from briefings.errors import Finding, Place, Severity
from briefings.model import Article, Briefing, Grounds, Point, Quote, Ref, SourceArticle, Status
from briefings.store.places import KeyPath, LoadedBriefing
from briefings.text.digests import find_sealed, fold, seal
from briefings.text.sentences import split_sentences

_EDITOR = "write `from: [editor]` if you answer for it"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A point or quote with its place in the file."""

    item: Point | Quote
    keys: KeyPath
    loaded: LoadedBriefing

    def place(self, key: str = "text") -> Place:
        return self.loaded.place(*self.keys, key)

    def status(self) -> Status:
        return self.loaded.briefing.status


Articles = dict[str, Article | None]
"""By key; None where the file is not here."""


def check_grounding(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    """Hold every text against its articles, or against its seals where they are not here."""
    b = loaded.briefing
    articles = {source.key: desk.read(source.path) for source in b.articles}
    for number, source in enumerate(b.articles):
        article = articles[source.key]
        if article is not None and article.digest != source.digest:
            yield _changed(loaded, number, source, desk)
    for keys, item in texts_of(b):
        yield from _check_text(_Text(item=item, keys=keys, loaded=loaded), b, articles)


def _check_text(text: _Text, b: Briefing, articles: Articles) -> Iterator[Finding]:
    grounds = text.item.grounds
    if not grounds.refs:
        if not grounds.editor:
            message = "does not say where in the article it stands"
            yield found("BR301", text.place(), message, f"add `from: [p1s1]`, or {_EDITOR}")
        return
    keys = [_key(ref, b) for ref in grounds.refs]
    unknown = sorted({key for key in keys if key not in articles})
    for key in unknown:
        yield found(
            "BR302",
            text.place("from"),
            f'stands on article "{key}", which is not under `articles`',
            f"write one of {', '.join(sorted(articles))}",
        )
    if unknown:
        return
    present = [article for key in dict.fromkeys(keys) if (article := articles[key]) is not None]
    if len(present) < len(set(keys)):
        yield from _check_seals(text)
    else:
        yield from _check_words(text, present, b)


def _check_seals(text: _Text) -> Iterator[Finding]:
    """Check what can be without the article: that each place cited is sealed."""
    grounds = text.item.grounds
    if len(grounds.src) < len(grounds.refs) and not grounds.editor:
        draft = text.status() is Status.DRAFT
        yield found(
            "BR308",
            text.place(),
            "is not sealed, and its article is not here to check it against",
            f"run `briefings draft` beside the article, or {_EDITOR}",
            severity=Severity.WARNING if draft else None,
        )


def _check_words(text: _Text, articles: list[Article], b: Briefing) -> Iterator[Finding]:
    item, grounds = text.item, text.item.grounds
    body = tuple(paragraph for article in articles for paragraph in article.body)
    lost = [mark for mark in grounds.src if not _has_sealed(mark, articles)]
    if lost:
        yield found(
            "BR303",
            text.place("src"),
            "the words it was drafted from are no longer in the article",
            f"run `briefings draft {articles[0].path}`, or {_EDITOR}",
        )
    if isinstance(item, Quote):
        if not is_verbatim(item.original or item.text, body, pieces=2 * len(grounds.refs) + 2):
            message = "the quote is not in the article word by word"
            yield found("BR307", text.place(), message, "copy the words as the article prints them")
    elif item.cut:
        yield from _check_cut(text, body)
    elif not _stands(item.text, body) and not grounds.editor:
        yield from _check_gate(text, body, b.language)


def _check_cut(text: _Text, body: tuple[str, ...]) -> Iterator[Finding]:
    if not is_subsequence(text.item.text, body):
        yield found(
            "BR304",
            text.place(),
            "is marked as cut, but its words are not in one paragraph in this order",
            "take `cut` out if you rewrote it; its names and numbers are then checked",
        )


def _check_gate(text: _Text, body: tuple[str, ...], language: str) -> Iterator[Finding]:
    for foreign in dict.fromkeys(find_foreign(text.item.text, body)):
        yield found("BR305", text.place(), f"the article does not have {foreign}", _EDITOR)
    for name in dict.fromkeys(find_foreign_names(text.item.text, body, language)):
        yield found("BR306", text.place(), f"the article does not name {name}", _EDITOR)


def _changed(loaded: LoadedBriefing, number: int, source: SourceArticle, desk: Desk) -> Finding:
    folder = desk.settings.articles().relative_to(desk.settings.root).as_posix()
    return found(
        "BR309",
        loaded.place("articles", number, "digest"),
        f"{source.path} changed since it was drafted",
        f"run `briefings draft {folder}/{source.path}`",
    )


def _key(ref: Ref, b: Briefing) -> str:
    """Give the article a reference is to; without a key it is the first."""
    return ref.article or (b.articles[0].key if b.articles else "")


def _stands(text: str, body: tuple[str, ...]) -> bool:
    """Tell whether a text stands in a paragraph; a capital at its start does not count."""
    wanted = fold(text)
    return any(wanted[:1].casefold() + wanted[1:] in _lowered(fold(one), wanted) for one in body)


def _lowered(paragraph: str, wanted: str) -> str:
    start = paragraph.find(wanted[1:])
    if start < 1:
        return paragraph
    return paragraph[: start - 1] + paragraph[start - 1].casefold() + paragraph[start:]


def _has_sealed(mark: str, articles: list[Article]) -> bool:
    if any(mark in _seals(article.body, article.language) for article in articles):
        return True
    # Another splitter may have drawn the sentence differently: slide over the words.
    return any(find_sealed(mark, article.body) for article in articles)


@lru_cache(maxsize=16)
def _seals(body: tuple[str, ...], language: str) -> frozenset[str]:
    return frozenset(seal(one) for text in body for one in split_sentences(text, language))


def is_sealed_verbatim(text: str, grounds: Grounds) -> bool:
    """Tell whether a text is the very words it cites."""
    return seal(text) in grounds.src

"""Origins: how many independent voices stand behind a set of articles, at most.

Two outlets that print one agency's copy are two outlets and one origin. A credit for a
contribution or a picture merges nothing: the words are the outlet's own.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from briefings.link.copies import group_copies
from briefings.link.groups import Groups
from briefings.link.namebook import fold_name
from briefings.link.passages import find_passage
from briefings.link.sources import SourceBook
from briefings.model import AgencyRole, Origins, SourceArticle

_ONE = Origins(outlets=1, at_most=1, copies=(), passages=())


def count_origins(
    articles: Iterable[SourceArticle],
    book: SourceBook,
    texts: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Origins:
    """Count outlets and origins; an article used twice counts once.

    An article's origin is the agency whose copy it is, else its outlet; articles that are copies
    of one another share one. What nobody recognised as a copy counts as an origin of its own,
    hence "at most".

    Args:
        articles: in any order.
        book: the register of outlets.
        texts: what briefings print of each article, by its digest; passages are found there.
    """
    distinct = {article.digest: article for article in articles}
    if len(distinct) == 1:
        return _ONE
    ordered = [distinct[digest] for digest in sorted(distinct)]
    copied = group_copies([(a.digest, a.sketch) for a in ordered if a.sketch])
    groups = Groups([a.digest for a in ordered])
    for group in copied:
        for other in group[1:]:
            groups.join(group[0], other)
    voices: dict[str, str] = {}
    for article in ordered:
        groups.join(article.digest, voices.setdefault(_voice(article, book), article.digest))
    told = _copies(copied, distinct, book)
    return Origins(
        outlets=len({_outlet(article, book) for article in ordered}),
        at_most=len(groups.lists()),
        copies=tuple(titles for titles, _ in told),
        passages=tuple(
            find_passage([distinct[digest] for digest in group], texts) for _, group in told
        ),
    )


def _copies(
    copied: Sequence[Sequence[str]], articles: Mapping[str, SourceArticle], book: SourceBook
) -> list[tuple[tuple[str, ...], Sequence[str]]]:
    """Give the groups of several with their titles, in order of those."""
    groups = [
        (tuple(sorted({_title(articles[digest], book) for digest in group})), group)
        for group in copied
        if len(group) > 1
    ]
    return sorted(groups)


def _title(article: SourceArticle, book: SourceBook) -> str:
    source = book.source_of(article)
    record = book.record(source) if source else None
    outlet = record.name if record else article.source
    return f"{outlet}: {article.title}" if outlet else article.title


def _voice(article: SourceArticle, book: SourceBook) -> str:
    agencies = sorted(
        fold_name(agency.name) for agency in article.agencies if agency.role is AgencyRole.COPY
    )
    return f"agency {agencies[0]}" if agencies else f"outlet {_outlet(article, book)}"


def _outlet(article: SourceArticle, book: SourceBook) -> str:
    """Give the outlet, else our guess at it, else the article itself."""
    stated = article.source or article.source_proposed
    return book.resolve(stated) if stated else article.digest

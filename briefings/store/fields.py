"""What the machine wrote: digests of values, so that it never overwrites a person.

A field is a top-level key or the body. An article has four: what the file is and measures
(`articles.a`), what it says of itself (`articles.a.about`), its outlet and its rights, because an
editor who confirms an outlet has not touched the rest.
"""

from dataclasses import replace
from typing import Final

from briefings.model import JSON, Briefing, SourceArticle
from briefings.store.dump import plain_value
from briefings.store.schema import BRIEFING
from briefings.store.schema_articles import SOURCE_ARTICLE
from briefings.text.digests import digest_value

FIELDS: Final = (
    "title",
    "dek",
    "edition",
    "language",
    "topics",
    "story",
    "summary",
    "key_points",
    "quotes",
    "names",
)
"""Top-level keys the machine writes, besides `articles`."""
ARTICLE_PARTS: Final = {
    "": ("path", "digest", "minutes_printed", "minutes", "words", "sketch", "terms", "figures"),
    ".about": ("title", "dek", "url", "date", "byline", "agencies", "images", "language"),
    ".source": ("source", "source_proposed"),
    ".rights": ("rights",),
}
"""Attributes of `SourceArticle` by the end of their field's name."""
_KEYS_OF_GROUPS: Final = {
    "minutes_printed": "minutes",
    "sketch": "linking",
    "terms": "linking",
    "figures": "linking",
}


def digest_fields(b: Briefing) -> dict[str, str]:
    """Give the digest of every field of a briefing the machine may write."""
    tree = BRIEFING.write(b)
    digests = {name: digest_value(plain_value(tree[name])) for name in FIELDS}
    for article in b.articles:
        for part in ARTICLE_PARTS:
            digests[f"articles.{article.key}{part}"] = digest_part(article, part)
    return digests | {"body": digest_value(b.body)}


def digest_part(article: SourceArticle, part: str) -> str:
    """Give the digest of one of the four fields of an article."""
    tree = SOURCE_ARTICLE.write(article)
    keys = [_KEYS_OF_GROUPS.get(name, name) for name in ARTICLE_PARTS[part]]
    values: JSON = {key: plain_value(tree.get(key)) for key in keys}
    return digest_value(values)


def sign_drafted(b: Briefing) -> Briefing:
    """Record what the machine wrote, where it is a machine's draft nobody signed yet."""
    if b.drafted is None or b.drafted.fields:
        return b
    fields = tuple(digest_fields(b).items())
    return replace(b, drafted=replace(b.drafted, fields=fields))

"""Names of the articles inside one file: stable when the file grows or is put in another order."""

from collections import Counter
from collections.abc import Sequence

from briefings.text.digests import digest_bytes
from briefings.text.slugs import slugify


def keyed(path: str, articles: Sequence[tuple[str, str]], *, grows: bool = False) -> list[str]:
    """Give each article's path: the file's own where it holds one, else with a key behind `#`.

    The key is the slug of the title. Articles of one title are told apart by a digest of the
    name their file gives them, never by their order; in a file that grows each has it from the
    first day, because a second of the same title may come tomorrow.

    Args:
        path: of the file.
        articles: (title, the file's own name for it such as a guid or its first words).
        grows: the file may hold more tomorrow, as a feed does; one article has a key then too.
    """
    if len(articles) == 1 and not grows:
        return [path]
    slugs = [slugify(title) for title, _ in articles]
    count = Counter(slugs)
    keys: list[str] = []
    for slug, (_, name) in zip(slugs, articles, strict=True):
        tail = digest_bytes(name.encode("utf-8", "replace")).rsplit(":", 1)[-1][:6]
        key = slug if slug and count[slug] == 1 and not grows else f"{slug or 'article'}-{tail}"
        number = sum(known == key or known.startswith(f"{key}-again") for known in keys)
        keys.append(f"{key}-again{number}" if number else key)
    return [f"{path}#{key}" for key in keys]

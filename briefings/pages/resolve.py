"""What links in prose lead to, from the page they stand on."""

from briefings.pages.prose import Resolve, Resolved
from briefings.pages.run import Run
from briefings.pages.urls import absolute

_SINGLE = ("stories", "names", "topics", "sources", "archive", "search", "corrections", "feeds")


_OWN = frozenset({"/", *(f"/{name}/" for name in _SINGLE)})


def is_page(run: Run, url: str) -> bool:
    """Tell whether an address an editor links to is a page; numbered parts of lists are not."""
    if url in _OWN or any(page.url == url for page in run.plain):
        return True
    year_month = url.removeprefix("/archive/").strip("/").replace("/", "-")
    if url == f"/archive/{year_month.replace('-', '/')}/":
        return year_month in run.archive.months
    return run.archive.ask.has_page_at(url)


def resolver(run: Run, url: str | None) -> Resolve:
    """Give the look-up for the prose of the page at this address; for a feed (None), in full."""

    def lead(to_url: str) -> str:
        return absolute(run.settings.site_url, to_url) if url is None else run.href(url, to_url)

    def resolve(key: str) -> Resolved | None:
        if key.startswith("/"):
            return Resolved(title=key, href=lead(key)) if is_page(run, key) else None
        target = run.archive.targets.get(key)
        if target is None:
            return None
        return Resolved(title=target.title, href=lead(target.url) if target.url else None)

    return resolve

"""What links in prose lead to, from the page they stand on."""

from briefings.pages.prose import Resolve, Resolved
from briefings.pages.run import Run
from briefings.pages.urls import absolute


def resolver(run: Run, url: str | None) -> Resolve:
    """Give the look-up for the prose of the page at this address; for a feed (None), in full."""

    def lead(to_url: str) -> str:
        return absolute(run.settings.site_url, to_url) if url is None else run.href(url, to_url)

    def resolve(key: str) -> Resolved | None:
        if key.startswith("/"):
            return Resolved(title=key, href=lead(key)) if key in run.addresses else None
        target = run.archive.targets.get(key)
        if target is None:
            return None
        known = target.url if target.url in run.addresses else None
        return Resolved(title=target.title, href=lead(known) if known else None)

    return resolve

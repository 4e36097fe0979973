"""What links in prose lead to, from the page they stand on."""

from briefings.pages.prose import Resolve, Resolved
from briefings.pages.run import Run


def resolver(run: Run, url: str) -> Resolve:
    """Give the look-up for the prose of the page at this address."""

    def resolve(key: str) -> Resolved | None:
        if key.startswith("/"):
            return Resolved(title=key, href=run.href(url, key)) if key in run.addresses else None
        target = run.archive.targets.get(key)
        if target is None:
            return None
        known = target.url if target.url in run.addresses else None
        return Resolved(title=target.title, href=run.href(url, known) if known else None)

    return resolve

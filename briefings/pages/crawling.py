"""What crawlers and old links meet: sitemap, robots.txt, redirects."""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from datetime import datetime
from html import escape
from typing import NamedTuple

from briefings.link.ended import Ended
from briefings.model import OutputFile
from briefings.pages.locales import day_of, direction, say_date
from briefings.pages.news import NEWS_SITEMAP
from briefings.pages.phrases import say
from briefings.pages.run import Run
from briefings.pages.urls import absolute, encode

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DECLARED = "<?xml version='1.0' encoding='utf-8'?>\n"
_MOST = 50_000
"""Addresses a sitemap may hold (sitemaps.org)."""
_LARGEST = 45_000_000
"""Characters, all of them ASCII; the format allows 50 MB."""
_ADDRESS = re.compile(r"/(?:[^\s/\\?#%\x00-\x1f]+/)*[^\s/\\?#%\x00-\x1f]*")


class Listed(NamedTuple):
    """A page as the sitemap lists it."""

    url: str
    changed: str | None
    """As a machine reads it."""


def make_sitemap(run: Run, listed: Sequence[Listed], *, most: int = _MOST) -> Iterator[OutputFile]:
    """Make the sitemap of what search engines may list; beyond `most`, an index of several."""
    parts = list(_cut(run, sorted(listed), most))
    if len(parts) == 1:
        yield _file("sitemap.xml", "urlset", parts[0])
        return
    paths = []
    for number, part in enumerate(parts, start=1):
        paths.append(f"sitemap-{number}.xml")
        yield _file(paths[-1], "urlset", part)
    places = (escape(absolute(run.settings.site_url, f"/{path}")) for path in paths)
    entries = (f"<sitemap><loc>{place}</loc></sitemap>" for place in places)
    yield _file("sitemap.xml", "sitemapindex", entries)


def make_robots(run: Run) -> OutputFile:
    """Make robots.txt; a preview of drafts asks every crawler to stay away."""
    site = run.settings.site_url
    named = (absolute(site, f"/{path}") for path in ("sitemap.xml", NEWS_SITEMAP))
    maps = "".join(f"Sitemap: {address}\n" for address in named)
    rules = "Disallow: /\n" if run.is_preview() else f"Allow: /\n\n{maps}"
    return OutputFile(path="robots.txt", content=f"User-agent: *\n{rules}".encode())


def make_redirects(run: Run, addresses: Container[str]) -> Iterator[OutputFile]:
    """Make a page at every old address that leads to the present one, without any script."""
    for old, new in sorted(run.archive.redirects.items()):
        if old not in addresses and new in addresses and is_address(old):
            yield OutputFile(path=file_of(old), content=redirect(run, old, new).encode())


def make_gone(run: Run, ended: Ended, addresses: Collection[str]) -> Iterator[OutputFile]:
    """Make a page at every address that nothing is shown at any more, which says so."""
    moved = run.archive.redirects
    for address, since in ended.gone(addresses, moved.keys()):
        if is_address(address) and file_of(address).endswith(".html"):
            yield OutputFile(path=file_of(address), content=_gone(run, address, since).encode())


def is_address(address: str) -> bool:
    """Tell whether an address from the ledger may become a file of the site."""
    return bool(_ADDRESS.fullmatch(address)) and not {".", ".."} & set(address.split("/"))


def file_of(address: str) -> str:
    """Give the file that serves an address, relative to the site's folder."""
    path = address.removeprefix("/")
    if path.endswith(".html"):
        return path
    return f"{path.rstrip('/')}/index.html".removeprefix("/")


def redirect(run: Run, old: str, new: str) -> str:
    """Write a page that leads from an old address to the present one."""
    language = run.settings.language
    href, full = escape(run.href(old, new)), escape(absolute(run.settings.site_url, new))
    link = f'<a href="{href}">{full}</a>'
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<meta charset="utf-8">\n'
        f"<title>{escape(say(language, 'moved'))}</title>\n"
        f'<link rel="canonical" href="{full}">\n'
        f'<meta http-equiv="refresh" content="0; url={href}">\n'
        f"<p>{say(language, 'moved_to', link=link)}</p>\n</html>\n"
    )


def _gone(run: Run, address: str, since: datetime | None) -> str:
    """Write the page of an address nothing is shown at any more; it names nothing that was."""
    language = run.settings.language
    if since is None:
        told = say(language, "gone_here")
    else:
        told = say(
            language, "gone_since", day=say_date(day_of(since, run.settings.timezone), language)
        )
    name, style = escape(run.settings.site_name), escape(run.href(address, "/assets/briefings.css"))
    home, search = escape(run.href(address, "/")), escape(run.href(address, "/search/"))
    return (
        f'<!doctype html>\n<html lang="{escape(language)}" dir="{direction(language)}">\n'
        f'<meta charset="utf-8">\n<title>{escape(say(language, "gone"))}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n<link rel="stylesheet" href="{style}">\n'
        f'<main id="main"><div class="text">\n<p><a href="{home}">{name}</a></p>\n'
        f"<h1>{escape(say(language, 'gone'))}</h1>\n<p>{escape(told)}</p>\n"
        f'<p><a href="{search}">{escape(say(language, "gone_on"))}</a></p>\n'
        "</div></main>\n</html>\n"
    )


def _cut(run: Run, listed: Iterable[Listed], most: int) -> Iterator[list[str]]:
    """Write the lines of a sitemap, cut where the format wants: there is one part at least."""
    part: list[str] = []
    size = 0
    base = escape(run.settings.site_url.rstrip("/"))
    for page in listed:
        # By hand: there may be 50,000, and an encoded path has nothing to escape.
        changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
        line = f"<url><loc>{base}{encode(page.url)}</loc>{changed}</url>"
        if len(part) == most or size + len(line) > _LARGEST:
            yield part
            part, size = [], 0
        part.append(line)
        size += len(line)
    yield part


def _file(path: str, root: str, entries: Iterable[str]) -> OutputFile:
    text = f'{_DECLARED}<{root} xmlns="{_NAMESPACE}">{"".join(entries)}</{root}>'
    return OutputFile(path=path, content=text.encode())

"""What crawlers and old links meet: sitemap, robots.txt, redirects."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from xml.etree import ElementTree as ET

from briefings.model import OutputFile
from briefings.pages.locales import machine_form
from briefings.pages.phrases import say
from briefings.pages.plans import plan_pages
from briefings.pages.run import PagePlan, Run
from briefings.pages.urls import absolute

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST = 50_000
"""Addresses a sitemap may hold (sitemaps.org)."""
_ADDRESS = re.compile(r"/(?:[^\s/\\?#%\x00-\x1f]+/)*[^\s/\\?#%\x00-\x1f]*")


def make_sitemap(run: Run, *, most: int = _MOST) -> Iterator[OutputFile]:
    """Make the sitemap of everything indexable; beyond `most` addresses, an index of several."""
    listed = [plan for plan in plan_pages(run) if plan.indexable]
    if len(listed) <= most:
        yield _file("sitemap.xml", _urlset(run, listed))
        return
    index = ET.Element("sitemapindex", {"xmlns": _NAMESPACE})
    for number, start in enumerate(range(0, len(listed), most), start=1):
        path = f"sitemap-{number}.xml"
        yield _file(path, _urlset(run, listed[start : start + most]))
        entry = ET.SubElement(index, "sitemap")
        ET.SubElement(entry, "loc").text = absolute(run.settings.site_url, f"/{path}")
    yield _file("sitemap.xml", index)


def make_robots(run: Run) -> OutputFile:
    """Make robots.txt; a preview of drafts asks every crawler to stay away."""
    sitemap = absolute(run.settings.site_url, "/sitemap.xml")
    rules = "Disallow: /\n" if run.is_preview() else f"Allow: /\n\nSitemap: {sitemap}\n"
    return OutputFile(path="robots.txt", content=f"User-agent: *\n{rules}".encode())


def make_redirects(run: Run) -> Iterator[OutputFile]:
    """Make a page at every old address that leads to the present one, without any script."""
    for old, new in sorted(run.archive.redirects.items()):
        if old not in run.addresses and new in run.addresses and is_address(old):
            yield OutputFile(path=file_of(old), content=_redirect(run, old, new).encode())


def is_address(address: str) -> bool:
    """Tell whether an address from the ledger may become a file of the site."""
    return bool(_ADDRESS.fullmatch(address)) and not {".", ".."} & set(address.split("/"))


def file_of(address: str) -> str:
    """Give the file that serves an address, relative to the site's folder."""
    path = address.removeprefix("/")
    if path.endswith(".html"):
        return path
    return f"{path.rstrip('/')}/index.html".removeprefix("/")


def _redirect(run: Run, old: str, new: str) -> str:
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


def _urlset(run: Run, plans: Sequence[PagePlan]) -> ET.Element:
    root = ET.Element("urlset", {"xmlns": _NAMESPACE})
    for plan in plans:
        entry = ET.SubElement(root, "url")
        ET.SubElement(entry, "loc").text = absolute(run.settings.site_url, plan.url)
        if plan.changed:
            ET.SubElement(entry, "lastmod").text = machine_form(plan.changed)
    return root


def _file(path: str, root: ET.Element) -> OutputFile:
    return OutputFile(path=path, content=ET.tostring(root, encoding="utf-8", xml_declaration=True))

"""llms.txt (https://llmstxt.org): what this site is, for programs that read in place of people."""

import re

from briefings.model import OutputFile
from briefings.pages.api import INDEX
from briefings.pages.api.schema import SCHEMA_URL
from briefings.pages.clean import clean_line
from briefings.pages.phrases import say
from briefings.pages.run import Run
from briefings.pages.shell import ATOM, JSON_FEED, OPML, RSS
from briefings.pages.urls import absolute, safe_url

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#|])")
_LISTS = ("stories", "names", "topics", "sources", "archive", "corrections")


def make_llms(run: Run) -> OutputFile:
    """Make llms.txt; it depends on the settings and the plain pages alone."""
    settings = run.settings
    language = settings.language
    lines = [f"# {_plain(settings.site_name)}", ""]
    lines += [f"> {_plain(settings.site_description)}", ""] if settings.site_description else []
    lines += [say(language, "llms_made"), "", _rights(run), ""]
    lists = [(say(language, kind), f"/{kind}/") for kind in _LISTS]
    machines = [
        ("Atom", ATOM),
        ("RSS", RSS),
        ("JSON Feed", JSON_FEED),
        ("OPML", OPML),
        ("JSON API", INDEX),
        ("JSON Schema", SCHEMA_URL),
        ("Sitemap", "/sitemap.xml"),
    ]
    plain = [(page.title, page.url) for page in run.plain]
    for heading, links in (
        ("llms_read", [(say(language, "today"), "/"), *lists]),
        ("llms_machines", machines),
        ("llms_about", plain),
    ):
        if links:
            lines += [f"## {say(language, heading)}", "", *(_link(run, *one) for one in links), ""]
    return OutputFile(path="llms.txt", content="\n".join(lines).encode())


def _rights(run: Run) -> str:
    settings = run.settings
    if not settings.licence:
        return say(settings.language, "llms_quoted")
    address = safe_url(settings.licence_url)
    name = _plain(settings.licence)
    licence = f"[{name}]({address.translate(_CLOSED)})" if address else name
    return say(settings.language, "llms_own", licence=licence)


_CLOSED = {ord("("): "%28", ord(")"): "%29"}
"""Parentheses would end the address of a link."""


def _link(run: Run, title: str, url: str) -> str:
    address = absolute(run.settings.site_url, url).translate(_CLOSED)
    return f"- [{_plain(title)}]({address})"


def _plain(text: str) -> str:
    """Write words that Markdown takes for nothing but words."""
    return _MARKS.sub(r"\\\1", clean_line(text))

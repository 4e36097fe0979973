"""Addresses as hrefs: relative within the site, checked when they lead out of it."""

import re
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

PICTURES = "/images/"
"""Where pictures an editor chose stand on the site."""
_HTTP = re.compile(r"https?://[^\s\\<>\"`{}|^\x00-\x20\x7f]+", re.IGNORECASE)
_LONGEST = 2000
_SAFE = "/-._~"
_PLAIN = re.compile(r"[A-Za-z0-9/._~-]*")
_EDGE = 4
"""Words at either end of a passage that a text fragment names."""
_WHOLE = 2 * _EDGE + 2


def relative(from_url: str, to_url: str) -> str:
    """Give the href from one page to another; both addresses start at the site's root with `/`.

    >>> relative("/2026/03/ferries/", "/story/ferry-inquiry/")
    '../../../story/ferry-inquiry/'
    """
    here = from_url.split("/")[1:-1]
    there = to_url.split("/")[1:]
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    up = "../" * (len(here) - shared)
    down = encode("/".join(there[shared:]))
    return up + down if up or down else "./"


@lru_cache(maxsize=65536)
def encode(path: str) -> str:
    """Percent-encode a path; ids of plain ASCII stay as they are."""
    return path if _PLAIN.fullmatch(path) else quote(path, safe=_SAFE)


def rooted(site_url: str, url: str) -> str:
    """Give the href from the host's root, for the 404 page, which stands at any address."""
    return encode(unquote(urlsplit(site_url).path).rstrip("/") + url)


def absolute(site_url: str, url: str) -> str:
    """Give the full address of a page of this site."""
    return site_url.rstrip("/") + encode(url)


def safe_url(url: str | None) -> str | None:
    """Give the address if it may become a link: http or https, no user name, nothing odd."""
    if url is None or len(url) > _LONGEST or not _HTTP.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 -- reading it is what finds a port that is no number
    except ValueError:
        return None
    return url if parts.hostname and "@" not in parts.netloc else None


def safe_link(url: str | None) -> str | None:
    """Give the address if prose may link to it: as `safe_url`, and mail addresses."""
    if url and re.fullmatch(r"mailto:[\w.+-]{1,64}@[\w.-]{1,255}", url, re.IGNORECASE | re.ASCII):
        return url
    return safe_url(url)


def host_of(url: str) -> str:
    """Name the host of an address as people say it."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def with_fragment(url: str, passage: str) -> str:
    """Point into a page at a passage (WICG Scroll to Text Fragment); browsers without ignore it."""
    words = passage.split()
    if not words:
        return url
    edges = [words] if len(words) <= _WHOLE else [words[:_EDGE], words[-_EDGE:]]
    directive = ",".join(_encode_directive(" ".join(edge)) for edge in edges)
    base = url.split(":~:", 1)[0].rstrip("#")
    mark = ":~:" if "#" in base else "#:~:"
    return f"{base}{mark}text={directive}"


def _encode_directive(words: str) -> str:
    # A hyphen marks a prefix or suffix in a text directive, so it is encoded too.
    return quote(words, safe="").replace("-", "%2D")

"""One page from its address: once, from a public host, within limits.

An address may be anything a stranger wrote, so its host is looked up once, every number it has is
checked, and the connection goes to the checked number itself: a name that points elsewhere a
moment later (DNS rebinding) leads nowhere. The same holds for each step of a redirect.
"""

import http.client
import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from briefings.errors import BadFileError, Finding, Place, Severity

SECONDS = 20.0
"""The most a whole fetch may take; `run_apart` ends it."""
_PAUSE = 10.0
_REDIRECTS = 5
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/rdf+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/feed+json": ".json",
    "application/json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
}
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_INSIDE = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "3fff::/20", "fec0::/10"),
    )
)
"""Nets of no public host that `ipaddress` calls global, in some or all versions of Python."""
Resolver = Callable[[str, int], Sequence[str]]
"""Gives the numbers of a host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it was on the web."""

    content: bytes
    url: str
    """After redirects."""
    at: datetime
    ending: str
    """By its content type."""


def fetch(
    url: str,
    *,
    limit: int,
    agent: str,
    limit_of: Callable[[str], int] | None = None,
    resolve: Resolver | None = None,
    is_allowed: Callable[[str], bool] | None = None,
) -> Fetched:
    """Fetch an address once.

    Args:
        url: with http or https.
        limit: the most bytes, after decompression.
        agent: what the request calls itself.
        limit_of: gives the most bytes of a file by its name; a format may have fewer.
        resolve: another way to look hosts up, for tests.
        is_allowed: another judge of their numbers, for tests.

    Raises:
        BadFileError: it is no public address, or does not give a page within the limits.
    """
    look_up, allow = resolve or _resolve, is_allowed or is_public
    here = url
    for _ in range(_REDIRECTS + 1):
        parts = _checked(here, url)
        number = _number_of(parts, url, look_up, allow)
        response = _ask(parts, number, url, agent)
        try:
            target = response.headers.get("location")
            if response.status in {301, 302, 303, 307, 308} and target:
                here = urljoin(here, target)
                continue
            if response.status != http.client.OK:
                raise _refused(url, f"the server answers {response.status}")
            ending = _ending(response, url)
            most = min(limit, limit_of(f"page{ending}")) if limit_of else limit
            return Fetched(
                content=_content(response, most, url),
                url=here,
                at=datetime.now(UTC).replace(microsecond=0),
                ending=ending,
            )
        finally:
            response.close()
    raise _refused(url, f"more than {_REDIRECTS} redirects")


def is_public(number: str) -> bool:
    """Tell whether a number is one of the open internet, whatever other number it wraps."""
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        teredo = address.teredo
        inner = [address.ipv4_mapped, address.sixtofour, *(teredo or ())]
        if address in _TRANSLATED:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if not all(is_public(str(one)) for one in inner if one is not None):
            return False
        if address.ipv4_mapped is not None:
            return True
    if any(address in net for net in _INSIDE):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _checked(here: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(here)
        port = parts.port
    except ValueError:
        raise _refused(url, "it is no address") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise _refused(url, "only http and https addresses are fetched")
    if parts.username or parts.password:
        raise _refused(url, "it holds a password")
    if port is not None and port not in {80, 443} and port < 1024:
        raise _refused(url, f"port {port} is no web server's")
    return parts


def _resolve(host: str, port: int) -> Sequence[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _number_of(
    parts: SplitResult, url: str, look_up: Resolver, allow: Callable[[str], bool]
) -> str:
    """Look the host up; one number that is not public spoils them all."""
    host, port = parts.hostname or "", parts.port or 443
    try:
        numbers = look_up(host, port)
    except (OSError, UnicodeError):
        raise _refused(url, f"there is no host {host}") from None
    if not numbers or not all(allow(number) for number in numbers):
        raise _refused(url, f"{host} is not on the public internet")
    return numbers[0]


def _ask(parts: SplitResult, number: str, url: str, agent: str) -> urllib3.BaseHTTPResponse:
    host = parts.hostname or ""
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    timeout = urllib3.Timeout(connect=_PAUSE, read=_PAUSE)
    pool: urllib3.HTTPConnectionPool
    if parts.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            number, parts.port or 443, server_hostname=host, assert_hostname=host, timeout=timeout
        )
    else:
        pool = urllib3.HTTPConnectionPool(number, parts.port or 80, timeout=timeout)
    headers = {
        "Host": parts.netloc,
        "User-Agent": agent,
        "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Encoding": "gzip, deflate",
    }
    try:
        return pool.urlopen(
            "GET", path, headers=headers, redirect=False, retries=False, preload_content=False
        )
    except (HTTPError, OSError, ValueError, http.client.HTTPException) as error:
        raise _refused(url, f"no answer: {error}") from None


def _content(response: urllib3.BaseHTTPResponse, limit: int, url: str) -> bytes:
    content = b""
    try:
        for chunk in response.stream(64 * 1024, decode_content=True):
            content += chunk
            if len(content) > limit:
                raise _refused(url, f"it has more than {limit:,} bytes")
    except (HTTPError, OSError, http.client.HTTPException) as error:
        raise _refused(url, f"it broke off: {error}") from None
    return content


def _ending(response: urllib3.BaseHTTPResponse, url: str) -> str:
    kind = response.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    ending = _KINDS.get(kind)
    if ending is None:
        raise _refused(url, f"it is {kind}, not an article")
    return ending


def _refused(url: str, why: str) -> BadFileError:
    return BadFileError(
        Finding(
            code="BR240",
            severity=Severity.ERROR,
            place=Place(url),
            message=" ".join(f"not fetched: {why}".split())[:200],
            remedy="open it in the browser, save the page, and add the file",
        )
    )

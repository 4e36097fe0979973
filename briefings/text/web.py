"""Addresses on the web: what should not stand in one that readers get."""

import ipaddress
import re
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

WEB: Final = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
"""An address as it stands alone."""
IN_TEXT: Final = re.compile(r"https?://[^\s<>\"'\]]+", re.IGNORECASE)
"""An address inside Markdown."""
_TRACKING: Final = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|twclid|yclid|igshid|mc_[ce]id|_hs(?:enc|mi)|"
    r"wt_mc|at_(?:medium|campaign|custom\d)|cmpid|ns_campaign|ns_mchannel|mkt_tok|vero_id",
    re.IGNORECASE,
)
_NEAR: Final = ("localhost", "local", "internal", "lan", "intranet", "home.arpa")


def without_tracking(url: str) -> str:
    """Give an address without the parameters that tell where a reader came from."""
    parts = urlsplit(url)
    given = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(key, value) for key, value in given if not _TRACKING.fullmatch(key)]
    if len(kept) == len(given):
        return url
    return urlunsplit(parts._replace(query=urlencode(kept)))


def has_credentials(url: str) -> bool:
    """Tell whether a user name or password stands before the host."""
    return "@" in urlsplit(url).netloc


def is_out_of_reach(url: str) -> bool:
    """Tell whether the host is one that only some machines can reach: `localhost`, 192.168.1.4."""
    host = (_host(url) or "").rstrip(".").lower()
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return any(host == name or host.endswith(f".{name}") for name in _NEAR)


def address_key(url: str) -> str:
    """Give what two spellings of one address have in common."""
    parts = urlsplit(without_tracking(url))
    host = (_host(url) or "").removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{host}{parts.path.rstrip('/')}{query}{fragment}"


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None

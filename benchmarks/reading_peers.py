"""Peers in an environment of their own: pages in on standard input, readings out, JSON lines.

Run by `benchmarks.reading` with `.briefings/peers/bin/python`, which `make peers` sets up. It
imports nothing of this project, and no peer reaches the network: sockets refuse.
"""

import json
import re
import socket
import sys
import warnings
from collections.abc import Callable
from importlib import import_module, metadata
from typing import Any

Reading = dict[str, Any]
_PEERS = {
    "readability-lxml": "_readability",
    "newspaper4k": "_newspaper",
    "goose3": "_goose",
    "jusText": "_justext",
    "boilerpy3": "_boilerpy",
}
_STOPLISTS = {"de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "tr": "Turkish"}
_BLOCK = re.compile(r"</(?:p|div|li|h[1-6]|td|blockquote|pre|section)>|<br[^>]*>", re.IGNORECASE)


def _refuse(*_: object, **__: object) -> None:
    raise OSError("peers read offline")


def _readability(page: str, _url: str) -> Reading:
    document = import_module("readability").Document(page)
    summary = _BLOCK.sub(r"\g<0> ", document.summary(html_partial=True))
    text = import_module("lxml.html").fromstring(summary).text_content()
    return {"text": text, "title": document.short_title()}


def _newspaper(page: str, url: str) -> Reading:
    article = import_module("newspaper").Article(url)
    article.download(input_html=page)
    article.parse()
    date = article.publish_date
    return {
        "text": article.text,
        "title": article.title,
        "author": "; ".join(article.authors),
        "date": date.date().isoformat() if date else "",
        "dek": article.meta_description,
    }


def _goose(page: str, url: str) -> Reading:
    goose = import_module("goose3").Goose({"enable_image_fetching": False})
    article = goose.extract(raw_html=page, url=url)
    return {
        "text": article.cleaned_text,
        "title": article.title,
        "author": "; ".join(article.authors or ()),
        "date": str(article.publish_date or ""),
        "dek": article.meta_description,
    }


def _justext(page: str, _url: str) -> Reading:
    justext = import_module("justext")
    language = re.search(r"<html[^>]{0,300}\blang=[\"']?([a-z]{2})", page[:5000], re.IGNORECASE)
    name = _STOPLISTS.get(language[1].lower() if language else "", "English")
    blocks = justext.justext(page.encode("utf-8", "replace"), justext.get_stoplist(name))
    return {"text": "\n".join(block.text for block in blocks if not block.is_boilerplate)}


def _boilerpy(page: str, _url: str) -> Reading:
    extractor = import_module("boilerpy3.extractors").ArticleExtractor(raise_on_failure=False)
    document = extractor.get_doc(page)
    return {"text": document.content, "title": document.title or ""}


def main() -> None:
    """Read every page with every peer that is installed; a peer's failure gives nothing."""
    warnings.simplefilter("ignore")
    peers: dict[str, Callable[[str, str], Reading]] = {}
    for name, function in _PEERS.items():
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
        peers[f"{name} {version}"] = globals()[function]
    socket.socket.connect = _refuse  # type: ignore[method-assign]  # nothing may be downloaded
    socket.getaddrinfo = _refuse  # type: ignore[assignment]  # the same
    for line in sys.stdin:
        page = json.loads(line)
        found = {}
        for name, read in peers.items():
            try:
                found[name] = read(page["html"], page["url"])
            except Exception as error:  # whatever a peer raises, it read nothing
                found[name] = {"failed": repr(error)}
        print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()

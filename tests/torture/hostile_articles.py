"""Article files of strangers: every format, each with a hostile text in every place it has."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from pathlib import Path
from urllib.parse import quote

from tests.torture.hostile_desk import plain_text

_WORDS = (
    "The council of {it} voted on Friday to close {it} until the {it} inspection ends, it said.",
    "“We will publish all that {it} has found,” the head of {it} told {it} reporters on the quay.",
    "Nobody in {it} was hurt. The {it} committee will meet again when {it} has paid for {it}.",
)


def day_of(number: int) -> date:
    """Give each article a day of its own, so that no two are of one event."""
    return date(2026, 3, 20) - timedelta(days=6 * number)


def _body(number: int, text: str) -> list[str]:
    words = [line.format(it=plain_text(number)) for line in _WORDS]
    return [*words, f"A reader wrote: {text} and the desk kept it in story {number}."]


def a_text(number: int, text: str) -> str:
    """Give a pasted article."""
    head = [f"{text} {plain_text(number)}", "", f"{text} standfirst of number {number}", ""]
    facts = [f"By {text} Costa", f"{day_of(number):%d %B %Y}", f"Source: {text} Courier", ""]
    foot = [f"Photo: {text} / Agency", f"Tags: {text}, ferries", f"Read more: {text}"]
    return "\n".join([*head, *facts, "\n\n".join(_body(number, text)), "", *foot, ""])


def a_markdown(number: int, text: str) -> str:
    """Give an article with front matter and raw HTML."""
    said = json.dumps(" ".join(text.split()) or "x")
    front = "".join(
        f"{key}: {said}\n" for key in ("title", "author", "description", "source", "tags", "image")
    )
    return f"---\n{front}url: {json.dumps(text)}\ndate: {day_of(number)}\n---\n\n" + "\n\n".join(
        _body(number, text)
    )


def a_page(number: int, text: str) -> str:
    """Give a saved page: the text in attributes, elements, comments and JSON-LD."""
    safe, title = escape(text), f"{text} {plain_text(number)}"
    data = {
        "@type": "NewsArticle",
        "datePublished": str(day_of(number)),
        "headline": title,
        "author": {"name": text},
        "url": text,
    }
    linked = json.dumps({**data, "keywords": text, "publisher": {"name": text}}).replace(
        "<", "\\u003c"
    )
    meta = "".join(
        f'<meta property="{name}" content="{safe}">'
        for name in ("og:title", "og:site_name", "og:url", "og:description", "article:author")
    )
    story = "".join(f"<p>{escape(line)}</p>" for line in _body(number, text))
    return (
        f"<!doctype html><html lang=en><head><title>{escape(title)}</title>{meta}"
        f'<link rel=canonical href="{safe}"><script type="application/ld+json">{linked}</script>'
        f"</head><body><!-- {safe} --><article><h1>{escape(title)}</h1><p class=byline>By {safe}</p>"
        f"{story}{text}<figure><img src=x alt='{safe}'><figcaption>{safe}</figcaption></figure>"
        "</article></body></html>"
    )


def a_mail(number: int, text: str) -> str:
    """Give a mail; its headers hold what a header can."""
    line = quote(text[:200])
    head = f"Subject: =?utf-8?q?{line.replace('%', '=')}?= {plain_text(number)}\n"
    return (
        f"From: =?utf-8?q?{line.replace('%', '=')}?= <a@courier.example>\n{head}"
        f"Date: {day_of(number):%d %b %Y} 09:00:00 +0000\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        + "\n\n".join(_body(number, text))
    )


def a_feed(number: int, text: str) -> str:
    """Give a feed of one item."""
    story = escape("".join(f"<p>{escape(line)}</p>" for line in _body(number, text)))
    clean = "".join(c for c in escape(text) if c in "\t\n\r" or " " <= c < "\ud800")
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>{clean}</title><item>"
        f"<title>{clean} {plain_text(number)}</title><link>{clean}</link><author>{clean}</author>"
        f"<description>{''.join(c for c in story if c >= ' ')}</description>"
        f"<pubDate>{day_of(number):%d %b %Y} 09:00:00 +0000</pubDate></item></channel></rss>"
    )


FORMATS = {"txt": a_text, "md": a_markdown, "html": a_page, "eml": a_mail, "rss": a_feed}
ODD_NAMES = (
    "\x1b[2Jclear.txt", "\x1b]0;owned\x07.txt", "::error file=a::b.txt", "new\nline.txt",
    "a\rb.txt", "<img src=x onerror=alert(1)>.txt", "\u202etxt.exe", "$(touch hacked).txt",
    "'; touch hacked #.txt", "-rf.txt", "--help.txt", " lead.txt", "a\tb.txt", "%2e%2e%2f.txt", "\\a.txt",
)  # fmt: skip
"""File names a stranger's archive may hold."""


def write_articles(folder: Path, texts: Sequence[str]) -> int:
    """Write an article of each text, the formats in turn, and one under each odd name."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        ending = list(FORMATS)[number % len(FORMATS)]
        content = FORMATS[ending](number, text)
        (folder / f"n{number:04d}.{ending}").write_bytes(content.encode("utf-8", "replace"))
    for number, name in enumerate(ODD_NAMES, len(texts)):
        (folder / name).write_text(a_text(number, f"Quiet {number}"), encoding="utf-8")
    return len(texts) + len(ODD_NAMES)

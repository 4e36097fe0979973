"""Files made to be slow or deep finish, in a process whose processor time is limited."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

_SECONDS = 30
"""Of processor time for a file: more than any of them needs, less than a quadratic reader takes."""
_READ = f"""
import json, resource, sys
from briefings.errors import BadFileError
from briefings.read import read_articles
for case, name, text in json.load(sys.stdin):
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + {_SECONDS}
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
    try:
        said = str(len(read_articles(text.encode(), path=name).articles))
    except BadFileError as error:
        said = error.findings[0].code
    print(f"{{case}}: {{said}}", flush=True)
"""
_HEAD = "Ferries halted after cracks found\n\n14 March 2026\n\n"
_WORDS = "Three crossings were suspended on Friday, the ministry said. "


def _page(body: str) -> str:
    return f"<html><head><title>Ferries</title></head><body><h1>Ferries</h1>{body}</body></html>"


def _json_ld(content: str) -> str:
    return _page(f'<script type="application/ld+json">{content}</script><p>{_WORDS * 3}</p>')


def _mail(depth: int) -> str:
    head = "From: a@b.example\nSubject: Ferries\nMIME-Version: 1.0\n"
    lines = [head]
    for level in range(depth):
        lines.append(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}")
    lines.append(f"Content-Type: text/plain\n\n{_WORDS * 5}")
    return "\n".join(lines)


def _forwards(depth: int) -> str:
    return "Subject: Ferries\nContent-Type: message/rfc822\n\n" * depth + f"\n\n{_WORDS}"


def _feed(items: int) -> str:
    item = f"<item><title>Ferries</title><description>{_WORDS}</description></item>"
    return f"<rss version='2.0'><channel><title>x</title>{item * items}</channel></rss>"


def _laughs() -> str:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12)
    )
    item = "<item><title>&a11;</title><description>&a11;</description></item>"
    return f"<!DOCTYPE rss [{entities}]><rss version='2.0'><channel>{item}</channel></rss>"


CASES: dict[str, tuple[str, Callable[[], str]]] = {
    "brackets": ("a.txt", lambda: _HEAD + "[" * 20_000),
    "parentheses": ("a.txt", lambda: _HEAD + "((" * 20_000 + _WORDS),
    "short lines": ("a.txt", lambda: _HEAD + "a line\n" * 30_000),
    "blank lines": ("a.txt", lambda: _HEAD + "\n" * 300_000 + _WORDS),
    "one long line": ("a.txt", lambda: _HEAD + _WORDS * 15_000),
    "one long word": ("a.txt", lambda: _HEAD + "a" * 500_000),
    "spaces": ("a.txt", lambda: _HEAD + f"{' ' * 300_000}x\n{_WORDS}"),
    "bylines": ("a.txt", lambda: f"Ferries halted\nBy {'Ann Roe and ' * 20_000}\n\n{_WORDS}"),
    "capitals": ("a.txt", lambda: _HEAD + "NORTH HARBOUR, " * 20_000),
    "dates": ("a.txt", lambda: _HEAD + "14 March 2026 | " * 20_000),
    "date lines": ("a.txt", lambda: _HEAD + "14/03/2026\n" * 20_000),
    "quotation marks": ("a.txt", lambda: _HEAD + "“‘" * 50_000),
    "dashes": ("a.txt", lambda: _HEAD + "—-" * 100_000),
    "agency credits": (
        "a.txt",
        lambda: _HEAD + _WORDS + "\n" + "(Reporting by A; Editing" * 20_000,
    ),
    "mojibake": ("a.txt", lambda: _HEAD + "â€œministÃ¨reâ€ " * 20_000),
    "controls": ("a.txt", lambda: _HEAD + _WORDS * 5_000 + "\u202e\u2066" * 50_000),
    "digits": ("a.txt", lambda: _HEAD + "1" * 100_000),
    "addresses": ("a.txt", lambda: _HEAD + "http://" * 20_000),
    "quoting": ("a.md", lambda: f"# Ferries\n\n{'> ' * 20_000}x"),
    "md brackets": ("a.md", lambda: f"# Ferries\n\n{'[' * 20_000}"),
    "md links": ("a.md", lambda: f"# Ferries\n\n{'[a](' * 20_000}"),
    "md emphasis": ("a.md", lambda: f"# Ferries\n\n{'*a **b ' * 20_000}"),
    "md code": ("a.md", lambda: f"# Ferries\n\n{''.join('`' * n + ' ' for n in range(500))}"),
    "md lists": ("a.md", lambda: "# Ferries\n\n" + "".join(f"{' ' * n}- x\n" for n in range(600))),
    "md table": ("a.md", lambda: f"# F\n\n{'|a' * 5_000}\n{'|-' * 5_000}\n{'|b' * 5_000}"),
    "front matter": ("a.md", lambda: f"---\na: {'[' * 20_000}\n---\n\n# F\n\n{_WORDS}"),
    "yaml anchors": (
        "a.md",
        lambda: (
            "---\na0: &a0 [x]\n"
            + "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 10}]\n" for n in range(1, 12))
            + f"tags: *a11\n---\n\n# F\n\n{_WORDS}"
        ),
    ),
    "divs": ("a.html", lambda: _page("<div>" * 50_000 + _WORDS)),
    "open tags": ("a.html", lambda: _page("<p" * 100_000)),
    "tables": ("a.html", lambda: _page("<table><tr><td>" * 10_000 + _WORDS)),
    "paragraphs": ("a.html", lambda: _page(f"<p>{_WORDS}</p>" * 3_000)),
    "line breaks": ("a.html", lambda: _page(f"<p>{'a<br>' * 25_000}</p>")),
    "bold": ("a.html", lambda: _page("<b>" * 20_000 + _WORDS + "</b>" * 20_000)),
    "comments": ("a.html", lambda: _page("<!--" * 50_000 + _WORDS)),
    "entities": ("a.html", lambda: _page(f"<p>{'&amp' * 100_000}</p>")),
    "attributes": ("a.html", lambda: _page(f"<p {'class=a ' * 50_000}>{_WORDS}</p>")),
    "scripts": ("a.html", lambda: _page("<script>" * 20_000 + _WORDS)),
    "links": ("a.html", lambda: _page("<a href='/x'>a line</a> " * 20_000)),
    "deep JSON": ("a.html", lambda: _json_ld("[" * 100_000)),
    "deep authors": (
        "a.html",
        lambda: _json_ld('{"@type":"NewsArticle","author":' + "[" * 900 + "]" * 900 + "}"),
    ),
    "deep graph": ("a.html", lambda: _json_ld('{"@graph":' * 5_000 + "1" + "}" * 5_000)),
    "wide graph": (
        "a.html",
        lambda: _json_ld(json.dumps([{"@type": "NewsArticle", "headline": "x"}] * 10_000)),
    ),
    "long number": ("a.html", lambda: _json_ld('{"@type":"NewsArticle","x":' + "9" * 50_000 + "}")),
    "deep mail": ("a.eml", lambda: _mail(2_000)),
    "forwarded mail": ("a.eml", lambda: _forwards(2_000)),
    "quoted mail": ("a.eml", lambda: f"Subject: F\n\n{('> ' * 500 + 'x' + chr(10)) * 300}"),
    "long mail head": ("a.eml", lambda: "Subject: " + "=?utf-8?q?a?= " * 30_000 + f"\n\n{_WORDS}"),
    "deep archive": ("a.mhtml", lambda: _mail(2_000)),
    "long feed": ("a.rss", lambda: _feed(5_000)),
    "billion laughs": ("a.rss", _laughs),
    "deep feed": ("a.atom", lambda: "<feed xmlns='http://www.w3.org/2005/Atom'>" + "<a>" * 50_000),
    "deep JSON feed": ("a.json", lambda: '{"items":' + "[" * 100_000),
    "long JSON feed": (
        "a.json",
        lambda: json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "items": [{"content_text": "x"}] * 9_000,
            }
        ),
    ),
    "looping PDF": (
        "a.pdf",
        lambda: (
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type"
            " /Pages /Kids [2 0 R 2 0 R] /Count 9999999 >>\nendobj\ntrailer << /Root 1 0 R >>\n"
        ),
    ),
    "deep PDF": ("a.pdf", lambda: "%PDF-1.4\n1 0 obj\n" + "<< /A [" * 20_000),
}
"""Name of the file and its text: repeats, depth and length that cost a careless reader minutes."""


@pytest.mark.parametrize("ending", sorted({name.rpartition(".")[2] for name, _ in CASES.values()}))
def test_files_made_to_be_slow_finish(ending: str) -> None:
    """Each is read or refused, within a limit only a reader out of proportion meets."""
    cases = [
        (case, name, make()) for case, (name, make) in CASES.items() if name.endswith(f".{ending}")
    ]

    done = subprocess.run(
        [sys.executable, "-c", _READ],
        input=json.dumps(cases),
        capture_output=True,
        check=False,
        text=True,
    )

    finished = [line.partition(":")[0] for line in done.stdout.splitlines()]
    assert finished == [case for case, _, _ in cases], done.stderr[-2000:]
    assert done.returncode == 0

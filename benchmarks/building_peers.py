"""Hugo with plain layouts and related content, then Pagefind over its pages: the same briefings."""

import json
from pathlib import Path

from briefings.model import Briefing

_CONFIGURATION = """baseURL = "https://bench.example/desk/"
title = "The Bench Desk"
[taxonomies]
topic = "topics"
name = "names"
story = "stories"
outlet = "outlets"
[related]
threshold = 20
includeNewer = true
[[related.indices]]
name = "names"
weight = 80
[[related.indices]]
name = "stories"
weight = 100
[[related.indices]]
name = "topics"
weight = 20
[outputs]
home = ["html", "rss"]
term = ["html", "rss"]
"""
_BASE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}"></head><body><header><a href="{{ "/" | relURL }}">
{{ site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main><footer>Bench</footer>
</body></html>
"""
_SINGLE = """{{ define "main" }}<article data-pagefind-body><h1>{{ .Title }}</h1>
<p>{{ .Params.dek }}</p><time>{{ .Date.Format "2 January 2006" }}</time>
<ul>{{ range .Params.points }}<li>{{ . }}</li>{{ end }}</ul>
{{ range .Params.quotes }}<blockquote>{{ .text }}<cite>{{ .speaker }}</cite></blockquote>{{ end }}
{{ .Content }}
{{ range (slice "names" "topics" "stories" "outlets") }}{{ $kind := . }}
<p data-pagefind-filter="{{ $kind }}">{{ range ($.GetTerms $kind) }}
<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>{{ end }}</article>
<aside>{{ range first 3 (site.RegularPages.Related .) }}
<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</aside>{{ end }}
"""
_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ range (.Paginate .Pages 40).Pages }}
<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.dek }}</p>
</article>{{ end }}{{ with .Paginator }}{{ if .HasNext }}
<a href="{{ .Next.URL }}">Older</a>{{ end }}{{ end }}{{ end }}
"""


def write_hugo(root: Path, briefings: list[Briefing]) -> None:
    """Write the briefings as a Hugo site."""
    for path, text in (
        ("hugo.toml", _CONFIGURATION),
        ("layouts/_default/baseof.html", _BASE),
        ("layouts/_default/single.html", _SINGLE),
        ("layouts/_default/list.html", _LIST),
        ("layouts/index.html", _LIST),
    ):
        save(root / path, text)
    for briefing in briefings:
        save(root / "content" / f"{briefing.edition:%Y/%m}" / f"{briefing.id}.md", _page(briefing))


def _page(briefing: Briefing) -> str:
    names = briefing.names
    told = (*names.people, *names.organisations, *names.places)
    front = {
        "title": briefing.title,
        "date": briefing.edition.isoformat(),
        "dek": briefing.dek,
        "topics": list(briefing.topics),
        "names": [use.name for use in told],
        "stories": [briefing.story] if briefing.story else [],
        "outlets": [article.source for article in briefing.articles],
        "points": [point.text for point in (*briefing.summary, *briefing.key_points)],
        "quotes": [{"text": q.text, "speaker": q.speaker} for q in briefing.quotes],
    }
    return f"{json.dumps(front)}\n\n{briefing.body}\n"


def save(file: Path, text: str) -> None:
    """Write a file and its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")

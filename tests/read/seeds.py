"""Good files of every format, invented, from which fuzzing starts."""

import json

_LEDE = (
    "Three crossings were suspended on Friday after inspectors found cracks in one vessel, "
    "the transport ministry said."
)
_REST = (
    "“We will not let a single passenger board until every hull is looked at,” the minister, "
    "Ann Roe, told reporters on the quay at North Harbour.",
    "The company that runs the line, Saltmere Ferries, carried 41,000 people in February. "
    "It said repairs would take nine days.",
    "Karl Ort, who leads the seamen's union, called the inspection late. The ship was built "
    "in 1987 and was refitted twice.",
)
_BODY = (_LEDE, *_REST)
_HTML_BODY = "\n".join(f"<p>{paragraph}</p>" for paragraph in _BODY)

CLEAN_TEXT = "\n\n".join(
    [
        "Ferries halted after cracks found",
        "Inspectors want every hull looked at before Easter",
        "By Ann Roe and Karl Ort in North Harbour",
        "14 March 2026 | 3 min read",
        *_BODY,
        "(Reporting by Ann Roe; Editing by Karl Ort)",
    ]
)
COPIED_TEXT = "\n".join(
    [
        "Skip to content",
        "The Courier",
        "Subscribe",
        "Log in",
        "Home",
        "Politics",
        "Harbour",
        "We value your privacy",
        "Accept all",
        "Harbour",
        "Ferries halted after cracks found",
        "Inspectors want every hull looked at before Easter",
        "Ann Roe",
        "14 March 2026, 16:20 CET | Updated 17:05",
        "Share",
        "Facebook",
        "Copy link",
        "A ferry at the quay. (Photo by: Karl Ort/NWA)",
        _BODY[0],
        "Advertisement",
        *_BODY[1:],
        "Read more: Fishing quota is cut again",
        "Related",
        "School strike enters third week",
        "Rain fills the reservoir",
        "Topics: ferries, harbour",
        "3 comments",
        "Tom",
        "Finally somebody looks.",
        "© 2026 The Courier. All rights reserved.",
    ]
)
WIRE = "\n".join(
    [
        "NWA-FERRIES/CRACKS (UPDATE 2, CORRECTED)",
        "EMBARGOED UNTIL 14 MARCH 2026 18:00 GMT",
        "Ferries halted after cracks found",
        "By Ann Roe",
        f"NORTH HARBOUR, March 14 (NWA) - {_BODY[0]}",
        *_BODY[1:],
        "((ann.roe@nwa.example; +44 20 5550 0101))",
        "MORE",
    ]
)
MARKDOWN = "\n\n".join(
    [
        "---\ntitle: Ferries halted after cracks found\ndate: 2026-03-14\n"
        "author: [Ann Roe, Karl Ort]\nsource: The Courier\ntags: [ferries, harbour]\n---",
        "*Inspectors want every hull looked at before Easter*",
        "![A ferry at the quay](ferry.jpg)",
        _BODY[0],
        "## What next",
        *_BODY[1:],
        "- one [crossing](https://courier.example/one)\n- another",
        "> said the minister",
    ]
)
HTML = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>Ferries halted after cracks found | The Courier</title>
<meta property="og:title" content="Ferries halted after cracks found">
<meta property="og:site_name" content="The Courier">
<meta name="description" content="Inspectors want every hull looked at before Easter">
<meta property="article:published_time" content="2026-03-14T16:20:00+01:00">
<link rel="canonical" href="https://courier.example/2026/03/14/ferries">
<script type="application/ld+json">{
    json.dumps(
        {
            "@context": "https://schema.org",
            "@graph": [
                {
                    "@type": "NewsArticle",
                    "headline": "Ferries halted after cracks found",
                    "datePublished": "2026-03-14T16:20:00+01:00",
                    "author": [{"@type": "Person", "name": "Ann Roe"}, {"name": ["Karl Ort"]}],
                    "publisher": {"@type": "Organization", "name": "The Courier"},
                    "image": {"@type": "ImageObject", "caption": "A ferry at the quay"},
                }
            ],
        }
    )
}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li></ul></nav>
<main><article itemscope itemtype="https://schema.org/NewsArticle"><p class="kicker">Harbour</p>
<h1 itemprop="headline">Ferries halted after cracks found</h1>
<p class="standfirst">Inspectors want every hull looked at before Easter</p>
<div class="byline">By <a rel="author" href="/ann">Ann Roe</a> and Karl Ort</div>
<time datetime="2026-03-14T16:20:00+01:00">14 March 2026</time>
<figure><img src="f.jpg" alt=""><figcaption>A ferry at the quay
<span class="credit">Karl Ort/NWA</span></figcaption></figure>
{_HTML_BODY}
<h2>What next</h2><blockquote>It is over.</blockquote><ul><li>one</li><li>another</li></ul>
<table><tr><td>Crossing</td><td>9</td></tr></table>
<aside class="related"><h3>Related</h3><a href="/x">School strike enters third week</a></aside>
</article><section id="comments"><h2>Comments</h2><p>Finally somebody looks.</p></section></main>
<footer>© 2026 The Courier</footer></body></html>
"""
EMAIL = f"""From: The Courier Morning <morning@courier.example>
To: desk@briefings.example
Subject: =?utf-8?q?Ferries_halted_=E2=80=94_and_more?=
Date: Sat, 14 Mar 2026 06:30:00 +0100
Message-ID: <1@courier.example>
List-Unsubscribe: <https://courier.example/off>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

{"=0A=0A".join(_BODY).replace("“", "=E2=80=9C").replace("”", "=E2=80=9D")}

--b1
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: 8bit

<html><body><table><tr><td><a href="https://courier.example/web">View in browser</a></td></tr>
<tr><td><h2><a href="https://courier.example/ferries">Ferries halted after cracks found</a></h2>
{_HTML_BODY}</td></tr>
<tr><td><h2><a href="https://courier.example/strike">School strike enters third week</a></h2>
<p>Teachers at forty schools stayed away again on Friday and
asked for a contract of three years.</p>
<p>Their union said talks would go on after Easter, and pupils were told
to stay at home.</p></td></tr>
<tr><td>You get this because you signed up.
<a href="https://courier.example/off">Unsubscribe</a></td></tr>
</table></body></html>
--b1--
"""
MHTML = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://courier.example/2026/03/14/ferries
Subject: Ferries halted after cracks found
Date: Sat, 14 Mar 2026 16:40:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----m1"

------m1
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: 8bit
Content-Location: https://courier.example/2026/03/14/ferries

{HTML}
------m1
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://courier.example/f.jpg

iVBORw0KGgo=
------m1--
"""
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Courier</title>
<link>https://courier.example/</link><language>en-gb</language>
<item><title>Ferries halted after cracks found</title><link>https://courier.example/ferries</link>
<guid isPermaLink="false">courier-1</guid><pubDate>Sat, 14 Mar 2026 16:20:00 +0100</pubDate>
<dc:creator>Ann Roe</dc:creator><category>Harbour</category>
<description>Inspectors want every hull looked at before Easter</description>
<content:encoded><![CDATA[{_HTML_BODY}]]></content:encoded></item>
<item><title>School strike enters third week</title><link>https://courier.example/strike</link>
<pubDate>Fri, 13 Mar 2026 09:00:00 GMT</pubDate>
<description>
&lt;p&gt;Teachers at forty schools stayed away again on Friday.&lt;/p&gt;
</description></item>
</channel></rss>
"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Courier</title>
<id>https://courier.example/</id><updated>2026-03-14T15:20:00Z</updated>
<entry><title type="html">Ferries halted &amp;amp; searched</title>
<id>tag:courier.example,2026:1</id>
<link rel="alternate" href="https://courier.example/ferries"/>
<published>2026-03-14T15:20:00Z</published>
<updated>2026-03-14T16:05:00Z</updated><author><name>Ann Roe</name></author>
<summary>Inspectors want every hull looked at before Easter</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{_HTML_BODY}</div></content></entry>
</feed>
"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Courier",
        "language": "en",
        "items": [
            {
                "id": "1",
                "url": "https://courier.example/ferries",
                "title": "Ferries halted after cracks found",
                "summary": "Inspectors want every hull looked at before Easter",
                "content_html": _HTML_BODY,
                "date_published": "2026-03-14T16:20:00+01:00",
                "authors": [{"name": "Ann Roe"}],
                "tags": ["ferries"],
            },
            {"id": "2", "content_text": "\n\n".join(_BODY), "title": "Again"},
        ],
    },
    indent=1,
)


def a_pdf(*lines: str) -> bytes:
    """Give a PDF of one page with a text layer, its objects uncompressed."""
    words = [line.encode("cp1252", "replace") for line in lines]
    for special in (b"\\", b"(", b")"):
        words = [word.replace(special, b"\\" + special) for word in words]
    shown = b" T* ".join(b"(" + word + b") Tj" for word in words)
    stream = b"BT /F1 11 Tf 50 800 Td 14 TL " + shown + b" ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (Ferries halted after cracks found) /CreationDate (D:20260314162000+01'00') >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        out.rindex(b"xref"),
    )


def _wrapped(text: str) -> list[str]:
    words, lines = text.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 80:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


PDF = a_pdf(
    "PRESS RELEASE",
    "Ferries halted after cracks found",
    "14 March 2026",
    *(line for paragraph in _BODY for line in [*_wrapped(paragraph), ""]),
    "About Saltmere Ferries",
    "Saltmere Ferries has run the line since 1921.",
)

SEEDS: dict[str, bytes] = {
    "clean.txt": CLEAN_TEXT.encode(),
    "copied.txt": COPIED_TEXT.encode(),
    "wire.txt": WIRE.encode(),
    "note.md": MARKDOWN.encode(),
    "page.html": HTML.encode(),
    "mail.eml": EMAIL.encode(),
    "page.mhtml": MHTML.encode(),
    "feed.rss": RSS.encode(),
    "feed.atom": ATOM.encode(),
    "feed.json": JSON_FEED.encode(),
    "release.pdf": PDF,
}
"""By the name a file would have; the ending decides the reader."""

"""Hostile texts: what strangers put where a headline should stand.

Each calls `alert`, asks another host, opens a tag, ends a quotation, starts a command, or turns a
terminal or a line around. The lists of others are read where the machine has them.
"""

import gzip
import json
from pathlib import Path

HOST = "https://evil.example"
_DATA = Path(__file__).parents[3] / "shared" / "data" / "hostile"
DOMPURIFY, YAML_SUITE = _DATA / "dompurify.jsonl.gz", _DATA / "yaml.jsonl.gz"

MARKUP = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "--></script><img src=x onerror=alert(1)>",
    f"<img src={HOST}/a.png onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)' autofocus onfocus='alert(1)",
    '" style="position:fixed;inset:0" onclick="alert(1)',
    "`onload=alert(1)`",
    f"<iframe srcdoc='<script>parent.alert(1)</script>' src={HOST}></iframe>",
    f"<link rel=stylesheet href={HOST}/a.css><style>*{{background:url({HOST}/b)}}</style>",
    f"<meta http-equiv=refresh content='0;url={HOST}'>",
    f"<base href={HOST}/>",
    f"<form action={HOST}><button>Log in</button></form>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<!--><script>alert(1)</script-->",
    "<![CDATA[</description><script>alert(1)</script>]]>",
    "]]></title></item></channel><x>",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "<mark>not ours</mark><b>bold</b>",
    "<plaintext>",
    "<xmp>",
    "<textarea>",
    "<select><option>",
    "</main></body></html>",
    "<a href=javascript:alert(1)>here</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>here</a>",
    "＜script＞alert(1)＜/script＞",
    "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
)
TEMPLATES = (
    "{{ 7 * 7 }}{{ config.__class__ }}",
    "{% include '/etc/passwd' %}",
    "{# gone #}",
    "${alert(1)}",
    "#{7*7}",
    "<%= 7*7 %>",
    '--8<-- "mkdocs.yml"',
    "[[/etc/passwd]]",
    "[[about|x]]",
    "%(title)s {0.__class__} {title}",
    "$(touch hacked) `touch hacked`; touch hacked",
    "!ENV HOME",
    "=cmd|' /C calc'!A0",
    "{: onclick=alert(1) }",
)
MARKDOWN = (
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "<javascript:alert(1)>",
    f"![x]({HOST}/a.png)",
    f'[x]({HOST} "\'onmouseover=alert(1)")',
    "[x](data:text/html,a)",
    "[x](vbscript:a) [y](file:///etc/passwd) [z](//evil.example)",
    "***a **b `c",
    "> - # x",
    "[x]: javascript:alert(1)\n\n[x]",
    "| a |\n|---|\n| <script>alert(1)</script> |",
)
LINES = (
    "one\r\nBcc: everybody@evil.example\r\n\r\n<script>alert(1)</script>",
    "one\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:two",
    'a;b,c\\n\\d"e:f',
    "::error file=a::b",
    "one\n::add-mask::b\n::set-output name=a::b",
    "one\n\n  two: [\n--- \n...\n",
    "\t# one: *two &three",
    "=?utf-8?q?=3Cscript=3E?=",
    "a\u2028b\u2029c\u0085d",
    "\r\r\r",
    ".\r\n.\r\nDATA",
)
TERMINAL = (
    "\x1b[2J\x1b[31mred\x1b[0m",
    "\x1b]0;owned\x07",
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;cm0gLXJmIH4=\x07",
    "\x9b31mred",
    "\x9d0;owned\x9c",
    "a\x08\x08\x08b\x7f",
    "a\rb",
    "\x1bP1$q\x1b\\",
    "\u202egnp.exe\u202c",
    "\u2066a\u2069\u2067b",
    "\u200fa\u200e\u061c",
    "\ufeffa\u200bb\u2060c",
    "\U000e0041\U000e0042 tags",
    "\ufff9a\ufffab\ufffb",
    "\ud7ff\ue000\ufdd0\U0001fffe",
    "Z\u0361\u0322" * 40,
)
SIZES = (
    "a" * 900,
    "word " * 180,
    "<" * 500,
    "&" * 500,
    "[" * 400,
    "\u0301" * 300,
    "🏴" * 200,
    "ﷺ" * 80,
)
OWN = (*MARKUP, *TEMPLATES, *MARKDOWN, *LINES, *TERMINAL, *SIZES)
URLS = (
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:a",
    "file:///etc/passwd",
    "//evil.example/",
    "https://a@evil.example/",
    "https://user:secret@evil.example/",
    "http://[::1",
    "https://a b/",
    'https://evil.example/"onmouseover=alert(1)//',
    "https://evil.example/'><script>alert(1)</script>",
    "https://evil.example/\r\nX: y",
    "https://evil.example:99999/",
    "ftp://a/",
    "blob:x",
    "about:blank",
    "https://evil.example/" + "a" * 3_000,
    "mailto:a@b?bcc=c@d",
    "https://",
    "ht\u0000tps://a.example/",
)


def foreign_texts() -> tuple[str, ...]:
    """Give the payloads of DOMPurify's own tests; none where the machine does not have them."""
    if not DOMPURIFY.exists():
        return ()
    with gzip.open(DOMPURIFY, "rt", encoding="utf-8") as lines:
        return tuple(json.loads(line)["payload"] for line in lines)

"""What a built tree tells is read as those who fetch it read it."""

import gzip
from pathlib import Path

import pytest

from briefings.errors import BuildError
from briefings.site.told import told_files

LETTER = """Subject: =?utf-8?q?Caf=C3=A9?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

VGhyZWUgZmVycmllcwpzdGF5IGluLgoKQW5vdGhlciBwYXJhZ3JhcGgu
--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>Three <b>ferries</b> =E2=80=93 in.</p>
--b--
"""


@pytest.mark.parametrize(
    ("name", "content", "pieces"),
    [
        ("a.html", b"<p>Six <b>ferries</b>&amp;more</p><li>One</li>", ["Six ferries&more", "One"]),
        ("a.html", b'<meta content="Six &#34;in&#34;"><p>x</p>', ['Six "in"', "x"]),
        ("a.html", b"<script>var a = 'no'</script><style>p{}</style><p>x</p>", ["x"]),
        ("a.html", b'<script type="application/ld+json">{"a":["Six"]}</script>', ["Six"]),
        ("feed.xml", b"<c>&lt;p&gt;Six &lt;i&gt;in&lt;/i&gt;&lt;/p&gt;</c>", ["Six in"]),
        ("feed.xml", b"<t><![CDATA[<p>Six</p><p>in</p>]]></t>", ["Six", "in"]),
        ("a.json", b'{"a": [{"b": "Caf\\u00e9"}], "h": "<p>Six</p>in"}', ["Café", "Six", "in"]),
        ("a.pf_fragment", gzip.compress(b'pagefind_dcd{"content":"Six in"}', mtime=0), ["Six in"]),
        ("a.ics", b"SUMMARY:Six fer\r\n ries\r\n", ["SUMMARY:Six ferries"]),
        ("llms.txt", b"Six\nferries\n\nin", ["Six\nferries", "in"]),
    ],
)  # fmt: skip
def test_files_are_read_in_pieces(
    tmp_path: Path, name: str, content: bytes, pieces: list[str]
) -> None:
    """Tags, escapes, packing and folding are taken off; paragraphs stay apart."""
    (tmp_path / name).write_bytes(content)

    ((path, told),) = told_files(tmp_path)

    assert (path, [piece for piece in told if piece.strip()]) == (name, pieces)


def test_letters_are_decoded(tmp_path: Path) -> None:
    """Headers and both parts, however they are encoded."""
    (tmp_path / "mail.eml").write_text(LETTER, encoding="utf-8")

    ((_, told),) = told_files(tmp_path)

    assert {"Café", "Three ferries\nstay in.", "Another paragraph.", "Three ferries – in."} <= {
        *told
    }


def test_no_site_is_told(tmp_path: Path) -> None:
    """With what to do."""
    with pytest.raises(BuildError, match=r"there is no site at .*: run `briefings build`"):
        list(told_files(tmp_path / "site"))

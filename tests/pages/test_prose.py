"""Prose: Markdown of strangers and editors, as HTML that may stand on a page."""

import gzip
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from briefings.pages.prose import Resolved, make_prose

HOSTILE = Path(__file__).parents[2] / ".." / "shared/data/hostile/dompurify.jsonl.gz"
LINK = '<a href="../ferries/" rel="noopener">'
KNOWN = {
    "ferries": Resolved(title="Ferries & <quays>", href="../ferries/"),
    "ada": Resolved(title="Ada Brook", href=None),
    "/archive/": Resolved(title="/archive/", href="../../archive/"),
}
ALLOWED = {
    *("p", "br", "hr", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre"),
    *("h2", "h3", "h4"),
}


def prose(markdown: str) -> str:
    """Make prose with three known targets."""
    return make_prose(markdown, KNOWN.get)


def faults(made: str) -> list[str]:
    """List what must not stand in prose: other tags, other attributes, other schemes."""
    if not made.strip():
        return []
    found = []
    for element in html.fromstring(f"<div>{made}</div>").iter():
        if not isinstance(element.tag, str):
            found.append("comment")
        elif element.tag not in ALLOWED | {"div"}:
            found.append(element.tag)
        else:
            for name, value in element.attrib.items():
                good = {"rel": value == "noopener", "start": value.isdigit()}
                schemes = ("http://", "https://", "mailto:", "../")
                good["href"] = value.lower().startswith(schemes)
                if not good.get(name, False):
                    found.append(f"{element.tag} {name}={value}")
    return found


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        ("", ""),
        (" \n ", ""),
        ("Plain *words*.", "<p>Plain <em>words</em>.</p>\n"),
        ("[[ferries]]", f"<p>{LINK}Ferries &amp; &lt;quays&gt;</a></p>\n"),
        ("[[ ferries | the <b>boats ]]", f"<p>{LINK}the &lt;b&gt;boats</a></p>\n"),
        ("[[ada]] and [[ada|she]]", "<p>Ada Brook and she</p>\n"),
        ("[[nobody]]x[[nobody|label]]", "<p>xlabel</p>\n"),
        ("`[[ferries]]`", "<p><code>[[ferries]]</code></p>\n"),
        ("\\[[ferries]]", "<p>[[ferries]]</p>\n"),
        ("[[a [[ferries]]", f"<p>[[a {LINK}Ferries &amp; &lt;quays&gt;</a></p>\n"),
        ("[[]] [[ferries", "<p>[[]] [[ferries</p>\n"),
        ("[all](/archive/)", '<p><a href="../../archive/" rel="noopener">all</a></p>\n'),
        ("[all](/nowhere/)", "<p>all</p>\n"),
        ("[x](//evil.example)", "<p>x</p>\n"),
        ("[x](other.md)", "<p>x</p>\n"),
        ("[x](data:text/html,x)", "<p>[x](data:text/html,x)</p>\n"),
        ("[x](https://u@evil.example/)", "<p>x</p>\n"),
        ("[x](https://e.example/ 'title')",
         '<p><a href="https://e.example/" rel="noopener">x</a></p>\n'),
        ("<mailto:a@x.example>",
         '<p><a href="mailto:a@x.example" rel="noopener">mailto:a@x.example</a></p>\n'),
        ("![a <i>quay](https://e.example/q.png)", "<p>a &lt;i&gt;quay</p>\n"),
        ("# One", "<h2>One</h2>\n"),
        ("###### Six", "<h4>Six</h4>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("a\u202eb\x00c", "<p>abc</p>\n"),
        ("3. three", '<ol start="3">\n<li>three</li>\n</ol>\n'),
    ],
)  # fmt: skip
def test_markdown_becomes_clean_html(markdown: str, wanted: str) -> None:
    """Links of ours lead to pages, unknown ones print their label, HTML stays text."""
    assert prose(markdown) == wanted


def test_a_title_is_cleaned_before_it_becomes_a_link() -> None:
    """A target's title cannot turn the text around it."""
    made = make_prose("[[x]]", lambda _: Resolved(title="a\u202eb\nc", href="../x/"))

    assert made == '<p><a href="../x/" rel="noopener">ab c</a></p>\n'


def test_deep_nesting_ends() -> None:
    """Quotations within quotations are cut at a depth no reader needs."""
    depth = prose(">" * 5000 + " x").count("<blockquote>")

    assert 0 < depth <= 12


@pytest.mark.parametrize(
    "piece", ["[", "[[", "[[a|", "![", "*a_", "`a``", "[](", "<", "> - ", "\\"]
)
def test_hostile_repetition_comes_to_an_end(piece: str) -> None:
    """Twenty thousand openings of anything still give clean prose."""
    assert faults(prose(piece * 20_000)) == []


@given(st.text(st.sampled_from("[]()<>!*_`#>|-\\/:a\n \"'&;=\u202e")) | st.text())
def test_no_markdown_gives_anything_else_than_prose(markdown: str) -> None:
    """Whatever the Markdown, only our tags, our attributes and our schemes come out."""
    assert faults(prose(markdown)) == []


def test_the_check_of_prose_is_not_blind() -> None:
    """The check above finds a script, a handler and a scheme."""
    assert faults("<script>x</script>") == ["script"]
    assert faults('<p onclick="x">x</p><a href="javascript:x">y</a>') == [
        "p onclick=x",
        "a href=javascript:x",
    ]


@pytest.mark.skipif(not HOSTILE.exists(), reason="the shared hostile payloads are not here")
def test_known_attacks_stay_text() -> None:
    """Published attacks on sanitisers, as Markdown and inside links, come out as plain prose."""
    with gzip.open(HOSTILE, "rt", encoding="utf-8") as lines:
        payloads = [json.loads(line)["payload"] for line in lines]
    assert len(payloads) > 50
    for payload in payloads:
        for shape in ("{}", "[x]({})", "[[{}]]", "[[ferries|{}]]", "> {}", "![{}](x)", "<{}>"):
            made = prose(shape.replace("{}", payload))
            assert faults(made) == [], payload


PARAGRAPHS = st.lists(
    st.text(st.sampled_from("aé \n.,:;1-+=>#*_[]()!<>&|~\\`\"'“\t\xa0ab"), max_size=40), max_size=4
).map("\n\n".join)


@given(PARAGRAPHS | st.text(max_size=60))
@settings(max_examples=1500)
def test_plain_paragraphs_need_no_parser(text: str) -> None:
    """What is written without Markdown gives the same by the short way and by the long one."""
    quick = prose(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefings.pages.prose._PLAIN", re.compile(r"(?!)"))

        assert prose(text) == quick

"""Where the sentences a briefing cites are printed in its own body: places for marks to lead to.

A seal in `src` is the digest of the cited words, so a sentence of the body is one of them or is
not: nothing is guessed. The anchor is named as `from` names the place, `p2s1`, so that a link to
a sentence outlives a new draft.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from briefings.model import Briefing
from briefings.text.digests import seal
from briefings.text.sentences import sentence_spans


class Passage(NamedTuple):
    """A cited sentence in a paragraph."""

    start: int
    end: int
    anchor: str


class Passages:
    """The sentences a briefing cites, and those of them that were found in its body."""

    def __init__(self, cited: Mapping[str, str], language: str) -> None:
        self._cited, self._language = cited, language
        self.placed: dict[str, str] = {}
        """By seal: the anchor on the page."""

    def find(self, paragraph: str) -> list[Passage]:
        """Find cited sentences in a paragraph's words, each once on a page; notes them."""
        if not self._cited:
            return []
        whole = (0, len(paragraph))
        spans = [whole, *(s for s in sentence_spans(paragraph, self._language) if s != whole)]
        found: list[Passage] = []
        for start, end in spans:
            mark = seal(paragraph[start:end])
            anchor = self._cited.get(mark)
            if anchor is None or mark in self.placed or (found and start < found[-1].end):
                continue
            self.placed[mark] = anchor
            found.append(Passage(start, end, anchor))
        return found

    def wrap(self, paragraph: str) -> str:
        """Give a paragraph of words that need no escaping with its cited sentences anchored."""
        made, at = "", 0
        for passage in self.find(paragraph):
            words = paragraph[passage.start : passage.end]
            made += f'{paragraph[at : passage.start]}<span id="{passage.anchor}">{words}</span>'
            at = passage.end
        return made + paragraph[at:]

    def anchor_tokens(self, tokens: Sequence[Token]) -> None:
        """Anchor cited sentences in parsed paragraphs.

        A sentence that begins or ends inside a link or emphasis cannot be wrapped; then its
        paragraph is the place.
        """
        for opened, inline in pairwise(tokens):
            if opened.type != "paragraph_open" or not inline.children:
                continue
            for passage in reversed(self.find("".join(map(_words, inline.children)))):
                wrapped = _wrapped(inline.children, passage)
                if wrapped:
                    inline.children = wrapped
                else:
                    self._place_at_paragraph(opened, passage.anchor)

    def _place_at_paragraph(self, opened: Token, anchor: str) -> None:
        stands = str(opened.attrs.setdefault("id", anchor))
        self.placed |= {mark: stands for mark, one in self.placed.items() if one == anchor}


def cited_passages(briefing: Briefing) -> dict[str, str]:
    """Name an anchor for each seal of a briefing's points and quotes; no anchor is named twice."""
    cited: dict[str, str] = {}
    points = (*briefing.summary, *briefing.key_points)
    every = [point.grounds for point in points] + [quote.grounds for quote in briefing.quotes]
    for grounds in every:
        for ref, mark in zip(grounds.refs, grounds.src, strict=False):
            anchor = str(ref).replace(":", "-")
            if mark not in cited and anchor not in cited.values():
                cited[mark] = anchor
    return cited


def body_passages(briefing: Briefing) -> Passages:
    """Look for what a briefing cites; sentences end as they do in its first article's language."""
    language = briefing.articles[0].language if briefing.articles else briefing.language
    return Passages(cited_passages(briefing), language)


def _words(token: Token) -> str:
    return " " if token.type in {"softbreak", "hardbreak"} else token.content


def _wrapped(children: Sequence[Token], passage: Passage) -> list[Token] | None:
    """Give the children with a span around a passage; None where an end lies inside another tag."""
    made: list[Token] = []
    edges = 0
    for token, start, depth in _placed(children):
        end = start + len(_words(token))
        if token.type != "text" or depth:
            made.append(token)
            continue
        cuts = [start]
        if start <= passage.start < end:
            cuts.append(passage.start)
        if start < passage.end <= end:
            cuts.append(passage.end)
        for left, right in zip(cuts, [*cuts[1:], end], strict=True):
            if left == passage.start and not edges:
                made.append(Token("span_open", "span", 1, attrs={"id": passage.anchor}))
                edges += 1
            if left == passage.end and edges == 1:
                made.append(Token("span_close", "span", -1))
                edges += 1
            if left < right:
                piece = token.content[left - start : right - start]
                made.append(Token("text", "", 0, content=piece))
    return made if edges == 2 else None  # where it begins and where it ends


def _placed(children: Sequence[Token]) -> Iterator[tuple[Token, int, int]]:
    """Give each token with the offset of its words and how many tags are open around it."""
    at = depth = 0
    for token in children:
        depth += min(token.nesting, 0)
        yield token, at, depth
        depth += max(token.nesting, 0)
        at += len(_words(token))

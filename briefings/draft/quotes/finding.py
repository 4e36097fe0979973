"""Quotes: every direct quotation of an article, verbatim, with its speaker where it is told."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefings.draft.quotes.marks import Quoted, is_opening
from briefings.draft.quotes.paragraphs import Page, Piece, read_page
from briefings.draft.quotes.settings import find_setting
from briefings.draft.quotes.speakers import Speaker, Talk, mentions_by_paragraph
from briefings.draft.quotes.tables import strong_cues, tongue
from briefings.draft.quotes.words import Cue
from briefings.draft.quotes.worth import is_worth_keeping
from briefings.model import Article, Grounds, Named, Quote, Ref
from briefings.text.digests import seal


def find_quotes(article: Article, names: Sequence[Named]) -> tuple[Quote, ...]:
    """Find the direct quotations in the order of the text.

    A quotation that runs over paragraphs is one, its paragraphs joined by one space; one that its
    cue interrupts is several, each verbatim. A comma its cue asked for is left off the end. The
    speaker is the fullest name in `names`, the printed words where they describe somebody, or None
    where the article does not tell. Scare quotes and titles of works are left out.
    """
    words = tongue(article.language.partition("-")[0].lower())
    pages = [read_page(n, text, article.language, words) for n, text in enumerate(article.body, 1)]
    talk = Talk(article.body, words, mentions_by_paragraph(names))
    found: list[Quote] = []
    before: _Said | None = None
    for chain in _chains(pages):
        said = _attribute(chain, pages, talk, before)
        if is_worth_keeping(*_worth(chain, pages, said)):
            found.append(_quote(chain, pages, said))
        if said.speaker is not None:
            before = said
    return tuple(found)


# A cue or a setting further off, in characters, is of something else.
_VIEW = 600


@dataclass(frozen=True, slots=True)
class _Said:
    """What is known of a quotation's cue."""

    speaker: Speaker | None
    cue: str | None = None
    setting: str | None = None
    nearness: int = 9999
    """Distance from the quotation to its cue in characters; 0 for one right beside it."""
    piece: Piece | None = None


def _chains(pages: Sequence[Page]) -> list[tuple[Piece, ...]]:
    """Join what one speaker goes on saying over paragraphs; leave out what never closes."""
    chains: list[tuple[Piece, ...]] = []
    for page in pages:
        for quoted in page.quoted:
            piece = Piece(page.number, quoted)
            if chains and _continues(chains[-1][-1], piece, pages):
                chains[-1] = (*chains[-1], piece)
            else:
                chains.append((piece,))
    return [chain for chain in chains if chain[-1].quoted.is_closed]


def _continues(before: Piece, piece: Piece, pages: Sequence[Page]) -> bool:
    last, page = pages[before.page - 1], pages[piece.page - 1]
    if piece.page != before.page + 1 or piece.quoted.outer_start != 0:
        return False
    if not before.quoted.is_closed:
        return is_opening(page.text)
    ends = last.is_silent(before.quoted.outer_end)
    return ends and page.is_whole(piece.quoted) and last.is_whole(before.quoted)


def _attribute(
    chain: tuple[Piece, ...], pages: Sequence[Page], talk: Talk, before: _Said | None
) -> _Said:
    for piece in (chain[0], chain[-1]):
        page = pages[piece.page - 1]
        for above in pages[talk.reached[0] : page.number - 1]:
            _overhear(above, len(above.text), talk)
        _overhear(page, piece.quoted.outer_start, talk)
        frame = page.frame(piece.quoted.outer_start, piece.quoted.outer_end)
        cues = _ranked(page, piece.quoted, frame)
        for distance, cue in cues:
            speaker = talk.resolve(page.number, cue.speaker_start, cue.speaker_end)
            if speaker is None:
                continue
            talk.heard(speaker)
            return _Said(speaker, _verb(page, cue), _setting(page, cue, frame), distance, chain[-1])
    return _inherited(chain, pages, talk, before)


def _ranked(page: Page, quoted: Quoted, frame: tuple[int, int]) -> list[tuple[int, Cue]]:
    """Order the cues of the sentence by how likely they are this quotation's."""
    ranked: list[tuple[int, Cue]] = []
    near = max(frame[0], quoted.outer_start - _VIEW), quoted.outer_end + _VIEW
    for cue in page.cues_in(*near):
        start, end = cue.reach()
        if end > frame[1] + 1 and cue.verb[0].isalpha():
            continue
        if start >= quoted.outer_end:
            beside = page.is_silent(quoted.outer_end, start)
            ranked.append((0 if beside else 500 + start - quoted.outer_end, cue))
        elif end <= quoted.outer_start:
            beside = page.is_silent(end, quoted.outer_start)
            ranked.append((1 if beside else 2 + quoted.outer_start - end, cue))
    return sorted(ranked, key=lambda pair: (pair[0], pair[1].start))


def _inherited(
    chain: tuple[Piece, ...], pages: Sequence[Page], talk: Talk, before: _Said | None
) -> _Said:
    """Give a sentence that is only a quotation the speaker of what stands right before it."""
    piece = chain[0]
    page = pages[piece.page - 1]
    start, end = page.frame(piece.quoted.outer_start, piece.quoted.outer_end)
    alone = page.is_silent(start, piece.quoted.outer_start)
    if not alone or not page.is_silent(piece.quoted.outer_end, end):
        return _Said(None)
    if before is not None and before.piece is not None and _follows(before.piece, piece, pages):
        return _Said(before.speaker, before.cue, before.setting, 0, chain[-1])
    for where, cue in _introductions(page, start, pages):
        speaker = talk.resolve(where.number, cue.speaker_start, cue.speaker_end)
        if speaker is not None:
            talk.heard(speaker)
            return _Said(speaker, _verb(where, cue), None, 0, chain[-1])
    return _Said(None)


def _overhear(page: Page, until: int, talk: Talk) -> None:
    """Remember who spoke in reported speech above a quotation: `she` may be one of them."""
    for cue in page.cues_in(talk.overheard(page.number, until), until):
        if cue.reach()[1] <= until:
            speaker = talk.resolve(page.number, cue.speaker_start, cue.speaker_end)
            if speaker is not None:
                talk.heard(speaker)


def _setting(page: Page, cue: Cue, frame: tuple[int, int]) -> str | None:
    """Look for the occasion behind the cue, then before it."""
    behind = find_setting(page.masked, cue.end, min(frame[1], cue.end + _VIEW))
    return behind or find_setting(page.masked, max(frame[0], cue.start - _VIEW), cue.start)


def _verb(page: Page, cue: Cue) -> str | None:
    """Give the verb as printed; the dash of a signature is none."""
    return page.text[cue.start : cue.end] if cue.verb[0].isalpha() else None


def _introductions(page: Page, start: int, pages: Sequence[Page]) -> Iterator[tuple[Page, Cue]]:
    """Give the cue of the sentence before, and one that ends the paragraph before on a colon."""
    told = [cue for cue in _last_sentence(page, start) if cue.verb in strong_cues()]
    if told:
        yield page, told[-1]
    if page.number > 1 and page.is_silent(0, start):
        above = pages[page.number - 2]
        if above.text.endswith(":"):
            yield from ((above, cue) for cue in _last_sentence(above, len(above.text))[-1:])


def _last_sentence(page: Page, until: int) -> tuple[Cue, ...]:
    """Give the cues of the last sentence that ends by an offset."""
    last = bisect_right(page.sentences, until, key=lambda span: span[1]) - 1
    if last < 0:
        return ()
    begin, end = page.sentences[last]
    return tuple(cue for cue in page.cues_in(begin, end) if cue.reach()[1] <= until)


def _follows(before: Piece, piece: Piece, pages: Sequence[Page]) -> bool:
    """Tell whether only the first quotation's own sentence stands between the two."""
    page = pages[before.page - 1]
    _, end = page.frame(before.quoted.outer_start, before.quoted.outer_end)
    if before.page == piece.page:
        return page.is_silent(end, piece.quoted.outer_start)
    near = piece.page == before.page + 1 and piece.quoted.outer_start == 0
    return near and page.is_silent(end)


def _worth(
    chain: tuple[Piece, ...], pages: Sequence[Page], said: _Said
) -> tuple[str, str, int | None]:
    """Give what decides whether to keep it: its words, what stands before, how near its cue is."""
    page = pages[chain[0].page - 1]
    before = page.masked[: chain[0].quoted.outer_start]
    return _text(chain, pages), before[-40:], said.nearness if said.speaker else None


def _text(chain: Iterable[Piece], pages: Sequence[Page]) -> str:
    pieces = (pages[p.page - 1].text[p.quoted.start : p.quoted.end] for p in chain)
    joined = " ".join(pieces)
    return joined[:-1].rstrip() if joined.endswith((",", "،")) else joined


def _quote(chain: tuple[Piece, ...], pages: Sequence[Page], said: _Said) -> Quote:
    refs: list[Ref] = []
    seals: list[str] = []
    for piece in chain:
        page = pages[piece.page - 1]
        for number, (start, end) in enumerate(page.sentences, 1):
            if start < piece.quoted.end and end > piece.quoted.start:
                refs.append(Ref(page.number, number))
                seals.append(seal(page.text[start:end]))
    return Quote(
        text=_text(chain, pages),
        speaker=said.speaker.name if said.speaker else None,
        printed=said.speaker.printed if said.speaker else None,
        cue=said.cue if said.speaker else None,
        setting=said.setting,
        grounds=Grounds(refs=tuple(refs), src=tuple(seals)),
    )

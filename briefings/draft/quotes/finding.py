"""Quotes: every direct quotation of an article, verbatim, with its speaker where it is told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefings.draft.quotes.cues import find_cues
from briefings.draft.quotes.marks import Quoted, find_quoted, is_opening
from briefings.draft.quotes.settings import find_setting
from briefings.draft.quotes.speakers import Speaker, Talk, mentions_by_paragraph
from briefings.draft.quotes.tables import Tongue, strong_cues, tongue
from briefings.draft.quotes.words import Cue, mask, words_outside
from briefings.draft.quotes.worth import is_worth_keeping
from briefings.model import Article, Grounds, Named, Quote, Ref
from briefings.text.digests import seal
from briefings.text.sentences import sentence_spans


def find_quotes(article: Article, names: Sequence[Named]) -> tuple[Quote, ...]:
    """Find the direct quotations in the order of the text.

    A quotation that runs over paragraphs is one, its paragraphs joined by one space; one that its
    cue interrupts is several, each verbatim. A comma its cue asked for is left off the end. The
    speaker is the fullest name in `names`, the printed words where they describe somebody, or None
    where the article does not tell. Scare quotes and titles of works are left out.
    """
    words = tongue(article.language.partition("-")[0].lower())
    pages = [_read_page(n, text, article.language, words) for n, text in enumerate(article.body, 1)]
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


@dataclass(frozen=True, slots=True)
class _Page:
    """One paragraph, read for quotations."""

    number: int
    text: str
    masked: str
    sentences: tuple[tuple[int, int], ...]
    quoted: tuple[Quoted, ...]
    cues: tuple[Cue, ...]

    def frame(self, start: int, end: int) -> tuple[int, int]:
        """Give the stretch of the sentences a quotation stands in."""
        touched = [span for span in self.sentences if span[0] < end and span[1] > start]
        return (touched[0][0], touched[-1][1]) if touched else (start, end)

    def is_whole(self, quoted: Quoted) -> bool:
        """Tell whether the paragraph is this quotation and nothing else."""
        return quoted.outer_start == 0 and not _letters(self.masked[quoted.outer_end :])


@dataclass(frozen=True, slots=True)
class _Piece:
    """A quotation in its paragraph."""

    page: int
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class _Said:
    """What is known of a quotation's cue."""

    speaker: Speaker | None
    cue: str | None = None
    setting: str | None = None
    nearness: int = 9999
    """Distance from the quotation to its cue in characters; 0 for one right beside it."""
    piece: _Piece | None = None


def _read_page(number: int, text: str, language: str, words: Tongue) -> _Page:
    quoted = find_quoted(text)
    masked = mask(text, quoted)
    cues = find_cues(words_outside(masked), words)
    return _Page(number, text, masked, sentence_spans(text, language), quoted, cues)


def _chains(pages: Sequence[_Page]) -> list[tuple[_Piece, ...]]:
    """Join what one speaker goes on saying over paragraphs; leave out what never closes."""
    chains: list[tuple[_Piece, ...]] = []
    for page in pages:
        for quoted in page.quoted:
            piece = _Piece(page.number, quoted)
            if chains and _continues(chains[-1][-1], piece, pages):
                chains[-1] = (*chains[-1], piece)
            else:
                chains.append((piece,))
    return [chain for chain in chains if chain[-1].quoted.is_closed]


def _continues(before: _Piece, piece: _Piece, pages: Sequence[_Page]) -> bool:
    last, page = pages[before.page - 1], pages[piece.page - 1]
    if piece.page != before.page + 1 or piece.quoted.outer_start != 0:
        return False
    if not before.quoted.is_closed:
        return is_opening(page.text)
    ends = not _letters(last.masked[before.quoted.outer_end :])
    return ends and page.is_whole(piece.quoted) and last.is_whole(before.quoted)


def _attribute(
    chain: tuple[_Piece, ...], pages: Sequence[_Page], talk: Talk, before: _Said | None
) -> _Said:
    for piece in (chain[0], chain[-1]):
        page = pages[piece.page - 1]
        _overhear(page, piece.quoted.outer_start, talk)
        frame = page.frame(piece.quoted.outer_start, piece.quoted.outer_end)
        cues = _ranked(page, piece.quoted, frame)
        for distance, cue in cues:
            speaker = talk.resolve(page.number, cue.speaker_start, cue.speaker_end)
            if speaker is None:
                continue
            talk.heard(speaker)
            setting = find_setting(page.masked, cue.end, frame[1]) or find_setting(
                page.masked, frame[0], cue.start
            )
            return _Said(speaker, _verb(page, cue), setting, distance, chain[-1])
    return _inherited(chain, pages, talk, before)


def _ranked(page: _Page, quoted: Quoted, frame: tuple[int, int]) -> list[tuple[int, Cue]]:
    """Order the cues of the sentence by how likely they are this quotation's."""
    ranked: list[tuple[int, Cue]] = []
    for cue in page.cues:
        start, end = cue.reach()
        signed = not cue.verb[0].isalpha()
        if start < frame[0] or (end > frame[1] + 1 and not signed):
            continue
        if start >= quoted.outer_end:
            between = page.masked[quoted.outer_end : start]
            distance = len(between)
            far = _letters(between) > 0
            ranked.append((500 + distance if far else 0, cue))
        elif end <= quoted.outer_start:
            between = page.masked[end : quoted.outer_start]
            ranked.append((1 if not _letters(between) else 2 + len(between), cue))
    return sorted(ranked, key=lambda pair: (pair[0], pair[1].start))


def _inherited(
    chain: tuple[_Piece, ...], pages: Sequence[_Page], talk: Talk, before: _Said | None
) -> _Said:
    """Give a sentence that is only a quotation the speaker of what stands right before it."""
    piece = chain[0]
    page = pages[piece.page - 1]
    start, end = page.frame(piece.quoted.outer_start, piece.quoted.outer_end)
    outside = page.masked[start : piece.quoted.outer_start]
    if _letters(outside) or _letters(page.masked[piece.quoted.outer_end : end]):
        return _Said(None)
    if before is not None and before.piece is not None and _follows(before.piece, piece, pages):
        return _Said(before.speaker, before.cue, before.setting, 0, chain[-1])
    for where, cue in _introductions(page, start, pages):
        speaker = talk.resolve(where.number, cue.speaker_start, cue.speaker_end)
        if speaker is not None:
            talk.heard(speaker)
            return _Said(speaker, _verb(where, cue), None, 0, chain[-1])
    return _Said(None)


def _overhear(page: _Page, until: int, talk: Talk) -> None:
    """Remember who spoke in reported speech above a quotation: `she` may be one of them."""
    for cue in page.cues:
        if cue.reach()[1] <= until:
            speaker = talk.resolve(page.number, cue.speaker_start, cue.speaker_end)
            if speaker is not None and speaker not in talk.spoken:
                talk.heard(speaker)


def _verb(page: _Page, cue: Cue) -> str | None:
    """Give the verb as printed; the dash of a signature is none."""
    return page.text[cue.start : cue.end] if cue.verb[0].isalpha() else None


def _introductions(page: _Page, start: int, pages: Sequence[_Page]) -> Iterator[tuple[_Page, Cue]]:
    """Give the cue of the sentence before, and one that ends the paragraph before on a colon."""
    told = [cue for cue in page.cues if cue.reach()[1] <= start and cue.verb in strong_cues()]
    if told and _last_sentence_has(page, told[-1], start):
        yield page, told[-1]
    if page.number > 1 and not _letters(page.masked[:start]):
        above = pages[page.number - 2]
        if above.text.endswith(":") and above.cues:
            last = above.cues[-1]
            if _last_sentence_has(above, last, len(above.text)):
                yield above, last


def _last_sentence_has(page: _Page, cue: Cue, start: int) -> bool:
    earlier = [span for span in page.sentences if span[1] <= start]
    return bool(earlier) and earlier[-1][0] <= cue.start < earlier[-1][1]


def _follows(before: _Piece, piece: _Piece, pages: Sequence[_Page]) -> bool:
    """Tell whether only the first quotation's own sentence stands between the two."""
    page = pages[before.page - 1]
    _, end = page.frame(before.quoted.outer_start, before.quoted.outer_end)
    if before.page == piece.page:
        return not _letters(page.masked[end : piece.quoted.outer_start])
    near = piece.page == before.page + 1 and piece.quoted.outer_start == 0
    return near and not _letters(page.masked[end:])


def _worth(
    chain: tuple[_Piece, ...], pages: Sequence[_Page], said: _Said
) -> tuple[str, str, int | None]:
    """Give what decides whether to keep it: its words, what stands before, how near its cue is."""
    page = pages[chain[0].page - 1]
    before = page.masked[: chain[0].quoted.outer_start]
    return _text(chain, pages), before[-40:], said.nearness if said.speaker else None


def _text(chain: Iterable[_Piece], pages: Sequence[_Page]) -> str:
    pieces = (pages[p.page - 1].text[p.quoted.start : p.quoted.end] for p in chain)
    joined = " ".join(pieces)
    return joined[:-1].rstrip() if joined.endswith((",", "،")) else joined


def _quote(chain: tuple[_Piece, ...], pages: Sequence[_Page], said: _Said) -> Quote:
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


def _letters(text: str) -> int:
    return sum(char.isalnum() or char == "\ufffc" for char in text)

"""Names: the people, organisations, places and laws an article names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefings.draft.names.arabic import find_arabic
from briefings.draft.names.candidates import find_candidates
from briefings.draft.names.credited import find_credited
from briefings.draft.names.evidence import is_government, weigh_context, weigh_words
from briefings.draft.names.groups import Group, key_of, mentioned
from briefings.draft.names.kin import best_spelling, family_name, find_relation
from briefings.draft.names.known import find_record, find_registered
from briefings.draft.names.laws import find_numbered_laws
from briefings.draft.names.linking import link_groups
from briefings.draft.names.longer import Longer
from briefings.draft.names.peoples import PEOPLES, peoples_of
from briefings.draft.names.ships import find_ships
from briefings.draft.names.spans import Candidate
from briefings.draft.names.tables import lower_words, table
from briefings.draft.names.tokens import Passage, read_passage
from briefings.model import (
    Article,
    Mention,
    Named,
    NameKind,
    NameRecord,
    Registers,
)

_CASELESS = frozenset({"ar", "fa", "ur", "he"})


def find_names(article: Article, registers: Registers) -> tuple[Named, ...]:
    """Find what the body names, one entry per real thing, in order of first mention.

    Title, dek, captions and subheads help to spell and to decide, but only what stands in the body
    is named. The one exception is an agency that gave copy or contributed: it stands in its own
    credit line, outside the body. Its mention has paragraph 0, and offsets into the decoded text
    of the file, that is the roles joined.
    """
    language = article.language.partition("-")[0].lower()
    sheet = _Sheet(language=language, records=registers.names)
    passages = _read_passages(article, language)
    ships = find_ships(passages)
    candidates = [
        found
        for passage in passages
        for found in sheet.read(passage)
        if key_of(found.text()) not in ships
    ]
    sheet.take(candidates)
    if language == "en":
        sheet.hear(peoples_of(passages))
    sheet.know(filter(None, [article.source, *(agency.name for agency in article.agencies)]))
    groups = mentioned(sheet.link())
    named = [name for group in groups if (name := _named(group, language, registers.names))]
    named.sort(key=lambda name: (name.mentions[0].paragraph, name.mentions[0].start))
    return (*named, *find_credited(article, named, registers.names))


def _read_passages(article: Article, language: str) -> list[Passage]:
    asides = [article.dek, *(image.caption for image in article.images)]
    if not _is_headline_case(article.title):
        asides.append(article.title)
    asides.extend(text for _, text in article.subheads if not _is_headline_case(text))
    body = [read_passage(i, text, language) for i, text in enumerate(article.body, 1)]
    return body + [read_passage(0, text, language) for text in asides if text]


def _is_headline_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return not words or sum(word[0].isupper() for word in words) > 0.7 * len(words)


@dataclass(slots=True)
class _Sheet:
    """The working sheet of one article."""

    language: str
    records: tuple[NameRecord, ...]
    groups: dict[tuple[str, ...], Group] = field(default_factory=dict)
    kin: list[tuple[Candidate, int]] = field(default_factory=list)
    owners: dict[tuple[int, int], Group] = field(default_factory=dict)
    """Group of the mention that ends at an offset of a paragraph."""

    def read(self, passage: Passage) -> list[Candidate]:
        """Take in what has a form or a register of its own; give the candidates that remain."""
        taken: set[int] = set()
        for start, end, key in find_numbered_laws(passage.text):
            self._fix(passage, start, end, (key,), NameKind.LAW)
            taken |= _tokens_in(passage, start, end)
        longer = Longer.of(passage) if self.records else None
        for start, end, record in find_registered(passage.text, self.records):
            inside = _tokens_in(passage, start, end)
            if not inside & taken and not (longer and longer.owns(inside, record.kind)):
                self._fix(passage, start, end, (f"id {record.id}",), record.kind, record)
                taken |= inside
        if self.language in _CASELESS:
            self._read_caseless(passage, taken)
        return find_candidates(passage, self.language, frozenset(taken))

    def _read_caseless(self, passage: Passage, taken: set[int]) -> None:
        for start, end, kind in find_arabic(passage.text):
            inside = _tokens_in(passage, start, end)
            if not inside & taken:
                self._fix(passage, start, end, key_of(passage.text[start:end]), kind)
                taken |= inside

    def _fix(
        self,
        passage: Passage,
        start: int,
        end: int,
        key: tuple[str, ...],
        kind: NameKind,
        record: NameRecord | None = None,
    ) -> None:
        group = self.groups.setdefault(key, Group(key))
        group.fixed = kind
        text = passage.text[start:end]
        group.spellings[text] += 1
        if record is not None:
            group.id, group.register_name = record.id, record.name
            group.key = key_of(record.name)
        if passage.paragraph:
            group.mentions.append(
                Mention(paragraph=passage.paragraph, start=start, end=end, text=text)
            )
            self.owners[passage.paragraph, end] = group

    def take(self, candidates: list[Candidate]) -> None:
        """Group the candidates by their folded words and weigh what speaks for each kind."""
        sure = {key_of(found.text()) for found in candidates if not found.is_opening()}
        for found in candidates:
            key = key_of(found.text())
            if not key or (_is_doubtful(found) and key not in sure):
                continue
            owner = find_relation(found)
            if owner is not None and found.passage.paragraph:
                self.kin.append((found, found.passage.tokens[owner].end))
                continue
            self._take(found, key)

    def _take(self, found: Candidate, key: tuple[str, ...]) -> None:
        group = self.groups.setdefault(key, Group(key))
        text = found.text()
        if text not in group.spellings:
            for kind, weight in weigh_words(text, self.language):
                group.scores[kind] = max(group.scores[kind], weight)
        for kind, weight in weigh_context(found):
            group.scores[kind] += weight
        seat = is_government(found)
        group.seats += seat
        group.add(found, counts=not seat)
        self.owners[found.passage.paragraph, found.words()[-1].end] = group

    def know(self, organisations: Iterable[str]) -> None:
        """Mark the outlet and its agencies as organisations where the body names them."""
        for name in organisations:
            group = self.groups.get(key_of(name))
            if group is not None:
                group.scores[NameKind.ORGANISATION] += 5.0

    def hear(self, peoples: frozenset[str]) -> None:
        """Take a name that has a people, Tolmeira of `a Tolmeiran official`, for a country."""
        for key, group in self.groups.items():
            if len(key) == 1 and any(key[0] + ending in peoples for ending in PEOPLES):
                group.scores[NameKind.PLACE] += 3.0

    def link(self) -> list[Group]:
        """Bring spellings together and give relatives their family names."""
        linked = link_groups(list(self.groups.values()), self.language)
        relatives: dict[tuple[str, ...], Group] = {}
        for found, end in self.kin:
            key = key_of(found.text())
            group = relatives.setdefault(key, Group(key, fixed=NameKind.PERSON))
            group.add(found, counts=True)
            owner = self.owners.get((found.passage.paragraph, end))
            home = next((g for g in linked if owner and _holds(g, owner)), None)
            if home is not None and home.kind(self.language) is NameKind.PERSON:
                group.surname = group.surname or family_name(home)
        for key, group in relatives.items():
            for other in [g for g in linked if g.key == key]:
                group.absorb(other)
                linked.remove(other)
        return linked + list(relatives.values())


def _holds(home: Group, owner: Group) -> bool:
    return home is owner or any(mention in home.mentions for mention in owner.mentions[:1])


def _is_doubtful(found: Candidate) -> bool:
    """Tell a common word that is in capitals only because it opens a sentence."""
    words = found.words()
    if not found.is_opening() or len(words) > 1 or found.titled:
        return False
    lower = words[0].lower
    return lower in lower_words() and lower not in table("orgs") and not words[0].text.isupper()


def _tokens_in(passage: Passage, start: int, end: int) -> set[int]:
    first = bisect_right(passage.tokens, start, key=lambda token: token.end)
    last = bisect_left(passage.tokens, end, key=lambda token: token.start)
    return set(range(first, last))


def _named(group: Group, language: str, records: tuple[NameRecord, ...]) -> Named | None:
    kind = group.kind(language)
    if kind is None:
        return None
    name = best_spelling(sorted(group.spellings))
    if group.surname and len(key_of(name)) == 1:
        name = f"{name} {group.surname}"
    record = next(
        filter(None, (find_record(text, records) for text in (name, *group.spellings))), None
    )
    identity, shown = group.id, group.register_name or name
    if identity is None and record is not None and record.kind is kind:
        identity, shown = record.id, record.name
    mentions = sorted(group.mentions, key=lambda mention: (mention.paragraph, mention.start))
    return Named(kind=kind, name=shown, id=identity, mentions=tuple(mentions))

"""The plain part of a letter: 76 columns, links numbered and listed at the end."""

import re
from collections.abc import Iterator
from html import unescape
from textwrap import wrap
from typing import Final

from briefings.pages.phrases import kind_label, say
from briefings.pages.views import Card, CorrectionView, EditionView, LetterView

COLUMNS: Final = 76
"""What RFC 3676 and every reader of plain mail hold without breaking lines."""
_LINK: Final = re.compile(r'<a\b[^<>]*\bhref="([^"<>]*)"[^<>]*>(.*?)</a>', re.DOTALL)
_BLOCK: Final = re.compile(r"</(?:p|li|h\d|blockquote|tr)>|<br ?/?>")
_TAG: Final = re.compile(r"<[^<>]*>")


class _Sheet:
    """Lines as they come, and the links met on the way."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._links: dict[str, int] = {}

    def say(self, text: str, *, first: str = "", rest: str = "") -> None:
        """Write a paragraph."""
        self.lines += wrap(text, COLUMNS, initial_indent=first, subsequent_indent=rest)

    def gap(self) -> None:
        """Leave a line."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def head(self, text: str) -> None:
        """Begin a part."""
        self.gap()
        self.say(text)
        self.lines.append("-" * min(COLUMNS, len(self.lines[-1]) if self.lines else 0))

    def link(self, href: str) -> str:
        """Give an address its number, the same wherever it is met."""
        return f"[{self._links.setdefault(href, len(self._links) + 1)}]"

    def listed(self) -> Iterator[str]:
        """Give the links; an address is never broken."""
        yield from (f"[{number}] {href}" for href, number in self._links.items())


def letter_text(view: LetterView, site_name: str, language: str) -> str:
    """Write a letter as plain text, in the order of its HTML."""
    sheet, edition = _Sheet(), view["edition"]
    _lead(sheet, edition, language)
    about = [site_name, edition["when"]["text"], edition["place_line"], edition["summary_line"]]
    sheet.gap()
    sheet.say(" · ".join(part for part in about if part))
    if edition["corrections"]:
        sheet.head(say(language, "mail_corrected"))
        for note in edition["corrections"]:
            _correction(sheet, note, language)
    if edition["note_html"]:
        _note(sheet, edition["note_html"], edition["signed"], language)
    for section in edition["sections"]:
        sheet.head(section["title"]) if section["title"] else sheet.gap()
        for card in section["cards"]:
            sheet.gap()
            _card(sheet, card, language)
    _closing(sheet, view, language)
    return "\n".join([*sheet.lines, "", say(language, "mail_links"), *sheet.listed(), ""])


def _lead(sheet: _Sheet, edition: EditionView, language: str) -> None:
    lead = edition["lead"]
    if lead is None:
        return
    sheet.say(f"{lead['title']['text']} {sheet.link(lead['href'])}")
    sheet.lines.append("-" * min(COLUMNS, max(map(len, sheet.lines), default=0)))
    if edition["lead_dek"] or lead["line"]:
        sheet.say(edition["lead_dek"] or lead["line"])
    if edition["lead_points"]:
        sheet.gap()
    for point in edition["lead_points"]:
        sheet.say(point, first="* ", rest="  ")
    sheet.gap()
    if edition["lead_origins"]:
        sheet.say(edition["lead_origins"]["sentence"])
    _meta(sheet, lead, language)


def _card(sheet: _Sheet, card: Card, language: str) -> None:
    sheet.say(f"{card['title']['text']} {sheet.link(card['href'])}")
    if card["line"]:
        sheet.say(card["line"], first="  ", rest="  ")
    _meta(sheet, card, language, indent="  ")


def _meta(sheet: _Sheet, card: Card, language: str, *, indent: str = "") -> None:
    flags = {"draft": "mail_draft", "withdrawn": "mail_withdrawn"}
    parts = [say(language, flags[card["status"]])] if card["status"] in flags else []
    parts += [say(language, "mail_put_right")] if card["corrected"] else []
    parts += card["outlets"]
    parts += [say(language, "mail_min", n=str(card["minutes"]))] if card["minutes"] else []
    sheet.say(" · ".join(parts), first=indent, rest=indent)
    if card["story"]:
        title = say(language, "mail_story", title=card["story"]["title"])
        sheet.say(f"{title} {sheet.link(card['story']['href'])}", first=indent, rest=indent)


def _correction(sheet: _Sheet, note: CorrectionView, language: str) -> None:
    about = note["briefing"]
    sheet.gap()
    sheet.say(f"{kind_label(language, note['kind'])}, {note['when']['text']}")
    if about:
        sheet.say(f"{about['title']} {sheet.link(about['href'])}")
    sheet.say(note["now"])
    if note["was"]:
        sheet.say(say(language, "mail_was", was=note["was"]))
    if note["why"]:
        sheet.say(note["why"])


def _note(sheet: _Sheet, html: str, signed: str | None, language: str) -> None:
    """Write the desk's note: its HTML is our own, so that tags are what stands in brackets."""
    sheet.head(say(language, "mail_desk"))
    numbered = _LINK.sub(lambda m: f"{m[2]} {sheet.link(unescape(m[1]))}", html)
    for block in _BLOCK.split(numbered):
        words = " ".join(unescape(_TAG.sub("", block)).split())
        if words:
            sheet.gap()
            sheet.say(words)
    if signed:
        sheet.say(signed)


def _closing(sheet: _Sheet, view: LetterView, language: str) -> None:
    edition = view["edition"]
    if view["more"]:
        sheet.gap()
        sheet.say(f"{view['more']} {sheet.link(view['page']['href'])}")
    if edition["running"]:
        sheet.head(say(language, "mail_moving"))
    for running in edition["running"]:
        sheet.say(f"{running['story']['title']} {sheet.link(running['story']['href'])}")
        sheet.say(running["new"] or say(language, "mail_still"), first="  ", rest="  ")
    sheet.gap()
    sheet.say(" ".join(part for part in (edition["end"], edition["next_hour"]) if part))
    sheet.gap()
    sheet.say(f"{view['page']['title']} {sheet.link(view['page']['href'])}")
    if view["unsubscribe"]:
        sheet.say(f"{say(language, 'mail_unsubscribe')} {sheet.link(view['unsubscribe'])}")

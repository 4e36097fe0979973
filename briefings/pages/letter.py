"""Editions as e-mails: the newest week of them, each with the page of its HTML.

A week, because a letter is sent on its day: the rest of the week is for a desk that sends late or
anew, at some 80 kB an edition. The page of an older one leads to the edition's own page, which is
also what a letter links, so nothing a reader was sent goes dead.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from email.headerregistry import Address
from email.utils import parseaddr
from typing import Final, cast
from urllib.parse import urlsplit

from briefings.link.addresses import edition_url
from briefings.model import JSON, Letter, OutputFile, PageModel
from briefings.pages.clean import clean_line, clean_view
from briefings.pages.crawling import redirect
from briefings.pages.edition import Place, edition_view, next_hour, places_of
from briefings.pages.letter_text import letter_text
from briefings.pages.phrases import count, say
from briefings.pages.pictures import edition_label
from briefings.pages.run import ANYWHERE, PagePlan, Run
from briefings.pages.shell import make_page, make_shell
from briefings.pages.urls import absolute, safe_url
from briefings.pages.views import Card, EditionView, LetterView, Link, SectionView

LETTERS: Final = 7
"""Editions that have a letter."""
_TEMPLATE: Final = "mail/edition.html"
_LONGEST: Final = 46_000
"""Bytes the parts may come to, by estimate: Gmail hides what stands beyond 102 kB."""
_AROUND: Final = 1_150
"""Bytes of markup around a briefing."""
_TITLE, _LINE = 300, 700
"""Letters of a headline and of a line; hostile ones are longer."""
_MOST: Final = 10
"""Corrections and running stories a letter tells."""


def letter_path(day: date) -> str:
    """Give the address of an edition's letter."""
    return f"{edition_url(day)}mail.eml"


def letter_page(day: date) -> str:
    """Give the address of the page of a letter's HTML."""
    return f"{edition_url(day)}mail/"


def plan_letters(places: Sequence[Place]) -> Iterator[PagePlan]:
    """Plan the letters of the newest editions; a newer edition changes nothing in them."""
    for place in places[:LETTERS]:
        sent = _sent(place)
        yield PagePlan(url=letter_path(place.day), make=make_letter, of=(sent,))
        yield PagePlan(url=letter_page(place.day), make=make_letter_page, of=(sent,))


def edition_letter(run: Run, day: date | None) -> Letter | None:
    """Make the letter of any daily edition; None takes the newest, and None is no such edition."""
    places = places_of(run)
    place = next((one for one in places if day in {None, one.day}), None)
    return make_letter(run, _sent(place)) if place else None


def _sent(place: Place) -> Place:
    """Give an edition as it was on its day: what came later changes nothing in its letter."""
    return replace(place, newer=None, earlier=place.earlier[:1])


def older_pages(run: Run) -> Iterator[OutputFile]:
    """Lead from the pages of letters that are no longer there to their editions."""
    for day in run.archive.editions.days()[LETTERS:]:
        path = f"{letter_page(day)}index.html".removeprefix("/")
        content = redirect(run, letter_page(day), edition_url(day)).encode()
        yield OutputFile(path=path, content=content)


def make_letter_page(run: Run, place: Place) -> PageModel:
    """Make the page of a letter's HTML, which search engines are asked to leave alone."""
    url, language = letter_page(place.day), run.settings.language
    title = say(language, "mail_title", title=edition_label(run, place.day))
    shell = make_shell(run, url, title, indexable=False)
    view = letter_view(run, place, in_browser=True)
    return make_page(url, _TEMPLATE, shell, view, indexable=False)


def make_letter(run: Run, place: Place) -> Letter:
    """Make an edition's letter."""
    settings = run.settings
    view = cast("LetterView", clean_view(cast("JSON", letter_view(run, place, in_browser=False))))
    lead = view["edition"]["lead"]
    subject = clean_line(lead["title"]["text"] if lead else edition_label(run, place.day))
    text = letter_text(view, settings.site_name, settings.language)
    host = urlsplit(settings.site_url).hostname or "localhost"
    mark = hashlib.blake2b(repr(view).encode(errors="replace"), digest_size=6).hexdigest()
    shell = make_shell(run, ANYWHERE, subject, description=view["edition"]["summary_line"])
    hour = time.fromisoformat(settings.edition_hour)
    return Letter(
        path=letter_path(place.day).removeprefix("/"),
        subject=subject,
        sender=_sender(run, host),
        date=datetime.combine(place.day, hour, tzinfo=settings.timezone),
        id=f"<{place.day}.{mark}@{host}>",
        unsubscribe=f"<{settings.mail_unsubscribe}>" if settings.mail_unsubscribe else None,
        text=text,
        template=_TEMPLATE,
        shell=cast("dict[str, JSON]", clean_view(cast("JSON", shell))),
        view=cast("dict[str, JSON]", view),
    )


def _sender(run: Run, host: str) -> str:
    """Give who sends: as set, else the desk's contact, else an address nobody reads."""
    settings = run.settings
    contact = settings.contact or ""
    named, stated = parseaddr(settings.mail_from or (contact if "@" in contact else ""))
    local, _, domain = (stated or f"no-reply@{host}").rpartition("@")
    name = clean_line(named or settings.site_name)
    return str(Address(display_name=name, username=local, domain=domain))


def letter_view(run: Run, place: Place, *, in_browser: bool) -> LetterView:
    """Give what a letter prints: the edition's page, with whole addresses, as far as it may go."""
    settings = run.settings
    view = edition_view(run, place, ANYWHERE)
    if not run.archive.editions.at(place.day).closed:
        view["next_hour"] = next_hour(run, settings.language)
    view["corrections"] = view["corrections"][:_MOST]
    view["running"] = view["running"][:_MOST]
    left = _cut(view)
    return LetterView(
        edition=view,
        page=Link(
            href=absolute(settings.site_url, edition_url(place.day)),
            title=say(settings.language, "mail_page"),
        ),
        more=count(settings.language, "mail_more", left) if left else None,
        unsubscribe=safe_url(settings.mail_unsubscribe),
        in_browser=in_browser,
    )


def _cut(view: EditionView) -> int:
    """Shorten what no letter can hold; give how many briefings it leaves to the site."""
    room = _LONGEST - len((view["note_html"] or "").encode())
    room -= sum(_size(note["now"], note["was"] or "") for note in view["corrections"])
    if view["lead"]:
        view["lead"] = _short(view["lead"])
        view["lead_dek"] = _shortened(view["lead_dek"] or "", _LINE) or None
        view["lead_points"] = [_shortened(point, _LINE) for point in view["lead_points"]]
        room -= _size(view["lead"]["title"]["text"], view["lead"]["line"], *view["lead_points"])
    left, kept = 0, []
    for section in view["sections"]:
        cards = []
        for card in map(_short, section["cards"]):
            room -= _size(card["title"]["text"], card["line"], *card["outlets"])
            if room > 0:
                cards.append(card)
            else:
                left += 1
        if cards:
            kept.append(SectionView(title=section["title"], cards=cards))
    view["sections"] = kept
    return left


def _size(*texts: str) -> int:
    return _AROUND + sum(len(text.encode(errors="replace")) for text in texts)


def _short(card: Card) -> Card:
    title = card["title"].copy()
    title["text"] = _shortened(title["text"], _TITLE)
    shown = card.copy()
    shown["title"], shown["line"] = title, _shortened(card["line"], _LINE)
    return shown


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"

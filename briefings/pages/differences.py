"""Where outlets differ: what each says of one thing, with its day and where it says so."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from babel.dates import format_skeleton
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from briefings.link.addresses import briefing_url
from briefings.model import Claim, Difference
from briefings.pages.clean import clean_line
from briefings.pages.locales import direction, locale_of, when
from briefings.pages.phrases import has_phrase, say
from briefings.pages.run import Run
from briefings.pages.views import ClaimView, DifferenceView, Mark
from briefings.text.counted import Counted

_COMPACT_FROM: Final = 1_000_000
_LEAP_YEAR: Final = 2000
"""Any year that has 29 February: a day without a year is printed without one."""
_NAMED: Final = frozenset(["votes"])


def differences_view(
    run: Run, differences: Iterable[Difference], url: str, language: str
) -> list[DifferenceView]:
    """Give the differences for a page at this address, each outlet once."""
    return [
        DifferenceView(
            label=say_counted(Counted.parse(difference.of), language),
            claims=[
                _claim(run, difference.of, claim, url, language) for claim in difference.claims
            ],
        )
        for difference in differences
    ]


def say_counted(counted: Counted, language: str) -> str:
    """Name what is counted: `Killed: children (Arvel)`, `Cost: bridge`, `Homes damaged`."""
    words = counted.what.split()
    key = "figure_cost" if words[-1:] == ["cost"] else "figure_" + "_".join(words)
    label = say(language, key) if has_phrase(key) else _begun(clean_line(counted.what))
    thing = counted.thing.title() if counted.what in _NAMED else counted.thing
    if thing:
        label = say(language, "figure_of", figure=label, thing=clean_line(thing))
    if counted.where:
        place = clean_line(counted.where.title())
        label = say(language, "figure_where", figure=label, place=place)
    return label


def say_value(of: str, claim: Claim, language: str) -> str:
    """Print a value as the language does: `at least 12`, `206 million lira`, `13 March`, `3.4%`."""
    words = Counted.parse(of).what.split()
    value = _plain_value(claim.value, words, language)
    key = claim.hedge.name.lower() if claim.hedge else None
    return say(language, key, value=value) if key else value


def _plain_value(value: str, words: list[str], language: str) -> str:
    locale = locale_of(language)
    if "-" in value:
        return _say_day(value, language)
    try:
        number = Decimal(value)
    except ArithmeticError:
        return clean_line(value)
    if words[:1] == ["percent"]:
        return format_percent(number / 100, locale=locale, decimal_quantization=False)
    if number >= _COMPACT_FROM:
        text = format_compact_decimal(
            float(number), format_type="long", locale=locale, fraction_digits=2
        )
    else:
        text = format_decimal(number, locale=locale, decimal_quantization=False)
    is_money = len(words) > 1 and words[-1] == "cost"
    return f"{text} {clean_line(words[0])}" if is_money else text


def _say_day(value: str, language: str) -> str:
    """Print `03-13` as a day of no year; what is no day is printed as it stands."""
    parts = value.split("-")
    skeleton = "yMMMMd" if len(parts) > len(["month", "day"]) else "MMMMd"
    try:
        numbers = [int(part) for part in parts]
        day = date(*numbers) if skeleton == "yMMMMd" else date(_LEAP_YEAR, *numbers)
    except (ValueError, TypeError):
        return clean_line(value)
    return format_skeleton(skeleton, day, locale=locale_of(language))


def _claim(run: Run, of: str, claim: Claim, url: str, language: str) -> ClaimView:
    briefing = run.archive.told[claim.briefing]
    entry = run.outlet(claim.source)
    outlet = clean_line(entry.name if entry else claim.source)
    lang = run.language(briefing.language)
    there = briefing_url(briefing)
    return ClaimView(
        value=say_value(of, claim, language),
        says=claim.says,
        lang=lang,
        dir=direction(lang),
        when=when(claim.date, language, run.settings.timezone) if claim.date else None,
        mark=Mark(
            label=say(language, "paragraph", outlet=outlet, n=str(claim.at.paragraph)),
            href=run.href(url, there) if there != url else None,
        ),
    )


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]

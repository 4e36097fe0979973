"""Whether two stated numbers can both be right: hedges, rounding, days with and without a year."""

from decimal import Decimal, InvalidOperation

from briefings.model import Figure, Hedge

# "About 30" is what rounds to it: half a step of its last digit, but no more than a fifth of it
# and no less than a tenth ("about 1,500" may be 1,420, "some 200,000" may be 211,000).
_WIDEST = Decimal("0.2")
_NARROWEST = Decimal("0.1")
# Without a hedge 6.24 million may be printed as 6.2; a count of people is not rounded.
_ROUNDED = Decimal("0.05")
_ROUNDED_FROM = 1000
_YEAR = 5


def disagree(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of one thing cannot both be right; the same both ways round."""
    if "-" in one.value or "-" in other.value:
        return not _same_day(one.value, other.value)
    mine, yours = _number(one.value), _number(other.value)
    if mine is None or yours is None:
        return False
    if mine == yours or _rounds(mine, yours) or _rounds(yours, mine):
        return False
    low, high = _range(mine, one.hedge)
    least, most = _range(yours, other.hedge)
    return bool((high is not None and high < least) or (most is not None and most < low))


def _same_day(one: str, other: str) -> bool:
    """Compare `03-13` with `2026-03-13`; a year that only one gives is no difference."""
    if len(one) == len(other):
        return one == other
    return one[-_YEAR:] == other[-_YEAR:]


def _number(value: str) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _range(value: Decimal, hedge: Hedge | None) -> tuple[Decimal, Decimal | None]:
    """Give the least and the most a number may be; None for no bound above."""
    if hedge is Hedge.AT_LEAST:
        return value, None
    if hedge is Hedge.AT_MOST:
        return Decimal(0), value
    if hedge is Hedge.ABOUT:
        half = min(max(_step(value) / 2, value * _NARROWEST), value * _WIDEST)
        return value - half, value + half
    return value, value


def _step(value: Decimal) -> Decimal:
    """Give the worth of the last digit that is not nought: 1,000 of 211,000."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def _rounds(coarse: Decimal, fine: Decimal) -> bool:
    """Tell whether one number is another with fewer digits, of kinds that are rounded."""
    if fine < _ROUNDED_FROM and fine == fine.to_integral_value():
        return False
    near = abs(coarse - fine) * 2 <= _step(coarse)
    return near and abs(coarse - fine) <= _ROUNDED * max(coarse, fine)

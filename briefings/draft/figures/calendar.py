"""Days and months by name, and the dates of events: `the committee will meet on 13 March`."""

from typing import Final

from briefings.draft.figures.numerals import Token
from briefings.draft.figures.tables import word_set

WEEKDAYS: Final = word_set(
    "monday tuesday wednesday thursday friday saturday sunday "
    "lundi mardi mercredi jeudi vendredi samedi dimanche"
)
MONTHS: Final = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    )
    for number, name in enumerate(names.split(), 1)
}
CALLED: Final = WEEKDAYS | MONTHS.keys()
_LONGEST_MONTH: Final = 31


def read_day(tokens: tuple[Token, ...], index: int) -> str | None:
    """Give the day whose number stands at an index as `03-13`, or `2026-03-13` with its year."""
    token = tokens[index]
    if token.value is None or not token.text.isdecimal() or not 1 <= token.value <= _LONGEST_MONTH:
        return None
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    before = tokens[index - 1].text if index else ""
    month = MONTHS.get(after) or MONTHS.get(before)
    if month is None:
        return None
    past = index + (2 if after in MONTHS else 1)
    if past < len(tokens) and tokens[past].text == ",":
        past += 1
    year = tokens[past] if past < len(tokens) and tokens[past].is_year() else None
    day = f"{month:02}-{int(token.value):02}"
    return f"{year.text}-{day}" if year else day

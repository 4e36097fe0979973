"""A briefing a person begins: a file with every key, and what may stand behind them."""

from datetime import date
from pathlib import Path
from typing import Final

from briefings.errors import DeskError
from briefings.model import Briefing, Status
from briefings.settings import Settings
from briefings.store.briefings import dump_briefing, load_all
from briefings.store.disk import save_text
from briefings.text.digests import digest_bytes
from briefings.text.slugs import slug_for

_HINTS: Final = {
    "summary: []": (
        "# - text: One sentence, in your words.",
        "#   from: [editor]",
    ),
    "key_points: []": (
        "# - text: What happened.",
        "#   from: [editor]",
        "#   kind: news",
    ),
    "quotes: []": (
        "# - text: Verbatim, without quotation marks",
        "#   speaker: who said it",
        "#   from: [editor]",
    ),
}
"""What to write under keys that begin empty; comments, so that none of it is ever published."""


def begin_briefing(
    title: str, settings: Settings, *, edition: date, story: str | None = None
) -> Path:
    """Write the file of a briefing that stands on no article; give its path.

    Raises:
        DeskError: a briefing or a file of that name is there already.
    """
    slug = (
        slug_for(title, settings.language) or digest_bytes(title.encode()).removeprefix("v1:")[:12]
    )
    loaded, _ = load_all(settings)
    taken = next((one.briefing for one in loaded if one.briefing.id == slug), None)
    path = f"content/briefings/{edition:%Y/%m}/{slug}.md"
    if taken or (settings.root / path).exists():
        where = taken.path if taken else path
        raise DeskError(f"{where} has this name already: choose another headline, or edit it")
    briefing = Briefing(
        id=slug,
        path=path,
        title=title,
        edition=edition,
        language=settings.language,
        status=Status.DRAFT,
        articles=(),
        story=story,
    )
    save_text(settings.root / path, _hinted(dump_briefing(briefing)))
    return Path(path)


def _hinted(text: str) -> str:
    """Put what may be written below each key that begins empty."""
    lines: list[str] = []
    for line in text.splitlines():
        lines += [line, *(f"  {hint}" for hint in _HINTS.get(line, ()))]
    return "\n".join(lines) + "\n"

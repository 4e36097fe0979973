"""One edition as an e-mail, without a build."""

from datetime import date, datetime

from briefings.errors import DeskError
from briefings.pages import edition_letter, site_view, start_run
from briefings.settings import Settings
from briefings.site.inputs import load_inputs
from briefings.site.rendering import Renderer


def print_letter(settings: Settings, day: date | None, *, now: datetime) -> bytes:
    """Print the e-mail of an edition as an `.eml` file holds it.

    Args:
        settings: the desk.
        day: of a daily edition; None takes the newest.
        now: decides what may be shown.

    Raises:
        DeskError: there is no such edition.
    """
    renderer = Renderer(settings, drafts=False)
    inputs = load_inputs(settings, now=now, drafts=False, docs=renderer.docs())
    run = start_run(inputs.archive, settings, inputs.plain, drafts=inputs.drafts)
    letter = edition_letter(run, day)
    if letter is None:
        days = ", ".join(map(str, run.archive.editions.days()[:5])) or "none yet"
        raise DeskError(f"no edition of {day or 'any day'} is published; the newest: {days}")
    renderer.prepare(site_view(settings, run.plain, drafts=run.drafts), ())
    return renderer.finished(letter).content

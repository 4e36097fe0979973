"""The state of the site, as far as the desk's files say; whether it is late, a browser judges."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from briefings.link.addresses import edition_url
from briefings.link.shelf import MONTH
from briefings.model import OutputFile, PageModel
from briefings.pages.locales import machine_form, weekday, when
from briefings.pages.phrases import count, say
from briefings.pages.run import PagePlan, Run
from briefings.pages.shell import make_page, make_shell
from briefings.pages.views import Link, StatusView

STATUS: Final = "/status/"
STATUS_FILE: Final = "/status.json"


def plan_status(run: Run) -> Iterator[PagePlan]:
    """Plan the page and the file it is judged by."""
    del run
    yield PagePlan(url=STATUS, make=make_status)
    yield PagePlan(url=STATUS_FILE, make=make_status_file)


def make_status(run: Run) -> PageModel:
    """Make the page; nothing on it depends on when it was made."""
    language, newest = run.settings.language, run.newest()
    following = _following(run, newest)
    view = StatusView(
        edition=Link(
            href=run.href(STATUS, edition_url(newest)), title=weekday(newest, language)["text"]
        )
        if newest
        else None,
        expected=when(following, language, run.settings.timezone) if following else None,
        amount=count(language, "briefings", _amount(run)),
        file=run.href(STATUS, STATUS_FILE),
        corrections=run.href(STATUS, "/corrections/"),
    )
    shell = make_shell(run, STATUS, say(language, "status"), section="status/", indexable=False)
    return make_page(STATUS, "status.html", shell, view, changed=newest, indexable=False)


def make_status_file(run: Run) -> OutputFile:
    """Make the file that tells machines the same."""
    newest = run.newest()
    following = _following(run, newest)
    told = {
        "edition": newest.isoformat() if newest else None,
        "expected": machine_form(following) if following else None,
        "briefings": _amount(run),
    }
    content = (json.dumps(told, indent=1) + "\n").encode()
    return OutputFile(path=STATUS_FILE.removeprefix("/"), content=content)


def _following(run: Run, newest: date | None) -> datetime | None:
    """Give when the edition after the newest may be expected, were there one each day."""
    try:
        hour = time.fromisoformat(run.settings.edition_hour)
    except ValueError:
        return None
    if newest is None or newest == date.max:
        return None
    day = newest + timedelta(days=1)
    return datetime.combine(day, hour, tzinfo=run.settings.timezone)


def _amount(run: Run) -> int:
    return sum(tally.briefings for tally in run.archive.ask.tallies(MONTH).values())

"""What a browser needs to keep the site: a manifest, icons, the newest edition's list, a page.

`theme/service-worker.js` does the keeping. Everything here is relative to the site's root, so a
site under a path of its host is kept apart from its neighbours.
"""

import json
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final

from briefings.link.addresses import briefing_url
from briefings.model import Icon, OutputFile, PageModel
from briefings.pages.clean import clean_line
from briefings.pages.locales import direction
from briefings.pages.phrases import say
from briefings.pages.run import OFFLINE, PagePlan, Run
from briefings.pages.shell import make_page, make_shell
from briefings.pages.urls import encode
from briefings.pages.views import OfflineView

MANIFEST: Final = "/manifest.webmanifest"
EDITION: Final = "/offline.json"
"""What the newest edition is made of, for the service worker."""
_PAPER: Final = "#fdfcf9"
_SIZES: Final = (192, 512)
_MOST: Final = 40
"""Briefings of an edition that are kept."""
_SHORT: Final = 12
"""Letters a launcher shows of a name; more it cuts."""


def plan_installing(run: Run) -> Iterator[PagePlan]:
    """Plan the manifest, its icons, and what is kept."""
    yield PagePlan(url=OFFLINE, make=make_offline)
    yield PagePlan(url=MANIFEST, make=make_manifest)
    yield PagePlan(url=EDITION, make=make_edition_list, of=(run.newest(),))
    for size in _SIZES:
        for maskable in (False, True):
            yield PagePlan(
                url=f"/{_icon_path(size, maskable=maskable)}", make=make_icon, of=(size, maskable)
            )


def make_offline(run: Run) -> PageModel:
    """Make the page that stands in for one that is not kept; its links begin at the root."""
    shell = make_shell(run, OFFLINE, say(run.settings.language, "offline"), indexable=False)
    view = OfflineView(front=run.href(OFFLINE, "/"))
    return make_page(OFFLINE, "offline.html", shell, view, indexable=False)


def make_icon(run: Run, size: int, maskable: bool) -> Icon:
    """Say which icon it is."""
    del run
    return Icon(path=_icon_path(size, maskable=maskable), size=size, maskable=maskable)


def _icon_path(size: int, *, maskable: bool) -> str:
    return f"assets/icon-{'maskable-' if maskable else ''}{size}.png"


def make_manifest(run: Run) -> OutputFile:
    """Make the manifest of the installed site (W3C Web Application Manifest)."""
    settings = run.settings
    name = clean_line(settings.site_name)
    manifest = {
        "name": name,
        "short_name": name if len(name) <= _SHORT else name.removeprefix("The "),
        "description": clean_line(settings.site_description),
        "lang": settings.language,
        "dir": direction(settings.language),
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": _PAPER,
        "theme_color": _PAPER,
        "categories": ["news"],
        "icons": [
            {
                "src": _icon_path(size, maskable=maskable),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": "maskable" if maskable else "any",
            }
            for maskable in (False, True)
            for size in _SIZES
        ],
    }
    return OutputFile(path=MANIFEST.removeprefix("/"), content=_json(manifest))


def make_edition_list(run: Run, newest: date | None) -> OutputFile:
    """List the pages of the newest edition, the front page first; addresses from the root."""
    pages = [""]
    if newest is not None:
        ids = run.archive.editions.at(newest).briefings
        pages += [
            encode(briefing_url(one).removeprefix("/")) for one in islice(run.briefings(ids), _MOST)
        ]
    content = _json({"edition": str(newest or ""), "pages": pages})
    return OutputFile(path=EDITION.removeprefix("/"), content=content)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode(errors="replace")

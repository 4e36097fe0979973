"""The pages there is one of: search, 404, corrections, and those an editor wrote."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from briefings.model import PageModel, PlainPage, SearchStub
from briefings.pages.cards import briefing_link
from briefings.pages.jsonld import latest_change
from briefings.pages.locales import instant
from briefings.pages.phrases import say
from briefings.pages.prose import Resolve, Resolved, make_prose
from briefings.pages.provenance import correction_views
from briefings.pages.resolve import resolver
from briefings.pages.run import NOT_FOUND, PagePlan, Run
from briefings.pages.shell import make_page, make_shell
from briefings.pages.stubs import plain_words
from briefings.pages.views import CorrectionsView, CorrectionView, PlainView, SearchView
from briefings.text.digests import fold

SEARCH = "/search/"
CORRECTIONS = "/corrections/"
ARCHIVE = "/archive/"
BUNDLE = "/pagefind/"
"""Where the search index stands on the site."""


def plan_special(run: Run) -> Iterator[PagePlan]:
    """Plan search, 404, the list of corrections and the plain pages."""
    yield PagePlan(url=SEARCH, make=make_search)
    yield PagePlan(url=NOT_FOUND, make=make_not_found)
    yield PagePlan(url=CORRECTIONS, make=make_corrections)
    for page in run.plain:
        yield PagePlan(url=page.url, make=make_plain, of=(page,), found=True)


def make_search(run: Run) -> PageModel:
    """Make the search page."""
    title = say(run.settings.language, "search")
    shell = make_shell(run, SEARCH, title, section="search/", indexable=False)
    return make_page(SEARCH, "search.html", shell, _search_view(run, SEARCH), indexable=False)


def make_not_found(run: Run) -> PageModel:
    """Make the page for addresses that do not exist; its links start at the host's root."""
    title = say(run.settings.language, "not_found")
    shell = make_shell(run, NOT_FOUND, title, indexable=False)
    return make_page(NOT_FOUND, "404.html", shell, _search_view(run, NOT_FOUND), indexable=False)


def make_corrections(run: Run) -> PageModel:
    """Make the list of everything that was put right, newest first."""
    title = say(run.settings.language, "corrections")
    shell = make_shell(run, CORRECTIONS, title, section="corrections/")
    view = CorrectionsView(corrections=_all_corrections(run))
    changed = latest_change(run, run.archive.ask.corrected())
    return make_page(CORRECTIONS, "corrections.html", shell, view, changed=changed)


def make_plain(run: Run, page: PlainPage) -> PageModel:
    """Make a page an editor wrote."""
    html = make_prose(_below_title(page), _with_files(run, page))
    language = run.language(page.language)
    shell = make_shell(
        run, page.url, page.title, language=language, section=page.url.removeprefix("/")
    )
    stub = SearchStub(title=page.title, text=plain_words(html), language=language)
    return make_page(page.url, "plain.html", shell, PlainView(html=html), stub)


def _with_files(run: Run, page: PlainPage) -> Resolve:
    """Look up links as everywhere, and other plain pages by their files: `policy.md`."""
    resolve = resolver(run, page.url)
    by_path = {other.path: other for other in run.plain}

    def find(key: str) -> Resolved | None:
        file, _, part = key.partition("#")
        other = by_path.get(normpath(join(dirname(page.path), file)))
        if other is None:
            return resolve(key)
        href = run.href(page.url, other.url) + (f"#{part}" if part else "")
        return Resolved(title=other.title, href=href)

    return find


def _below_title(page: PlainPage) -> str:
    """Leave out a first heading that only repeats the title, which the template prints."""
    first, _, rest = page.markdown.lstrip().partition("\n")
    repeats = first.startswith("# ") and fold(first.strip("# ")) == fold(page.title)
    return rest if repeats else page.markdown


def _all_corrections(run: Run) -> list[CorrectionView]:
    language, zone = run.settings.language, run.settings.timezone
    dated = [
        (instant(correction.at, zone), briefing, correction)
        for briefing in run.archive.ask.corrected()
        for correction in briefing.corrections
    ]
    dated.sort(key=lambda item: item[0], reverse=True)
    return [
        view
        for _, briefing, correction in dated
        for view in correction_views(
            run, [correction], language, briefing_link(run, briefing, CORRECTIONS)
        )
    ]


def _search_view(run: Run, url: str) -> SearchView:
    return SearchView(archive=run.href(url, ARCHIVE), bundle=run.href(url, BUNDLE))

"""Why a page was rendered, or was not."""

from briefings.settings import Settings
from briefings.site.build import Built, state_file
from briefings.site.planning import addresses_of
from briefings.site.reading import program_version
from briefings.state import open_state
from briefings.state.pagebook import PageBook


def say_why(settings: Settings, built: Built, page: str, *, preview: bool = False) -> str:
    """Say why a page was rendered in a build, or why not.

    Args:
        settings: the desk.
        built: the build.
        page: its address, its file on the site, or the id of a briefing.
        preview: whether it was the preview's.
    """
    with open_state(state_file(settings, preview=preview), program_version()) as state:
        book = PageBook(state)
        for url in addresses_of(page, built.site):
            before = book.why(url)
            if before is not None and url in built.rendered:
                return f"{url} was rendered because {built.rendered[url]}"
            if before is not None:
                return f"{url} was kept: nothing it shows changed (last rendered because {before})"
    return f"{page} is no page of this site"

"""What an editor names on the command line: a briefing or an article, by id, path or file name."""

from collections.abc import Sequence
from pathlib import Path

from briefings.errors import DeskError
from briefings.link.addresses import briefing_url
from briefings.settings import Settings
from briefings.store.briefings import LoadedBriefing
from briefings.store.faults import did_you_mean

_FEW = 3
"""So many articles are named where none of them was meant."""


def find_briefing(
    name: str, loaded: Sequence[LoadedBriefing], settings: Settings
) -> LoadedBriefing:
    """Find a briefing by its id, its address, its file's name or its path.

    Raises:
        DeskError: there is none, or two are meant.
    """
    by_id = [one for one in loaded if name == one.briefing.id]
    address = name.removeprefix(settings.site_url.rstrip("/")).strip("/")
    full = Path(name).resolve() if name.endswith(".md") else None
    by_path = [
        one
        for one in loaded
        if name == one.briefing.path
        or full == (settings.root / one.briefing.path).resolve()
        or name.removesuffix(".md") == one.briefing.slug()
        or address == briefing_url(one.briefing).strip("/")
    ]
    found = by_id or by_path
    if len(found) == 1:
        return found[0]
    if found:
        paths = " and ".join(one.briefing.path for one in found)
        raise DeskError(f'"{name}" may be {paths}: name its path')
    ids = sorted(one.briefing.id for one in loaded)
    start = next((id_ for id_ in ids if id_.startswith(name)), None)
    meant = f'did you mean "{start}"?' if start else did_you_mean(name, ids)
    raise DeskError(f'no briefing "{name}"; {meant or "`content/briefings/` has them by id"}')


def find_article(name: str, known: Sequence[str], settings: Settings) -> str:
    """Find an article by its path, from here, from the desk or from `content/articles/`.

    A file name alone is enough where one article has it.

    Args:
        name: as the editor gives it.
        known: paths under `content/articles/`.
        settings: the desk.

    Raises:
        DeskError: there is none, or two are meant.
    """
    file, mark, key = name.partition("#")
    folder = settings.articles().resolve()
    full = Path(file).resolve()
    tail = f"{mark}{key}"
    given = {name, name.removeprefix("content/articles/")}
    if full.is_relative_to(folder):
        given.add(f"{full.relative_to(folder).as_posix()}{tail}")
    found = [path for path in known if path in given]
    found = found or [path for path in known if path.rpartition("/")[2] == name]
    if len(found) == 1:
        return found[0]
    if found:
        raise DeskError(f'"{name}" may be {" and ".join(found)}: name its path')
    names = {path.rpartition("/")[2]: path for path in known}
    meant = did_you_mean(name.removeprefix("content/articles/"), known)
    meant = meant or did_you_mean(name.rpartition("/")[2], list(names))
    among = f"you may name {' or '.join(sorted(known))}" if 0 < len(known) <= _FEW else None
    raise DeskError(
        f'no article "{name}"; {meant or among or "`content/articles/` has them by path"}'
    )


def article_files(settings: Settings) -> list[str]:
    """Give the paths of all article files under `content/articles/`."""
    from briefings.article_files import find_article_files  # noqa: PLC0415  # needs `[draft]`

    folder = settings.articles().resolve()
    files = find_article_files(settings, []) if folder.is_dir() else []
    return [file.relative_to(folder).as_posix() for file in files]

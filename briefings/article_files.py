"""Which files under `content/articles/` are articles."""

from collections.abc import Sequence
from pathlib import Path

from briefings.errors import BadFileError, Finding, Place, Severity
from briefings.model import Briefing, Status
from briefings.read.split import ENDINGS, companion_of
from briefings.settings import Settings


def find_article_files(settings: Settings, paths: Sequence[Path]) -> list[Path]:
    """List article files, in order of path.

    Args:
        settings: the desk.
        paths: files or folders; none means all of `content/articles/`.

    Raises:
        BadFileError: a path is not there, or not under the desk's `content/articles/`.
    """
    folder = settings.articles().resolve()
    found: set[Path] = set()
    for path in paths or [folder]:
        full = path.resolve()
        if not full.is_relative_to(folder):
            raise BadFileError(_outside(path))
        if full.is_file():
            found.add(full)
        elif full.is_dir():
            found.update(f for f in full.rglob("*") if f.is_file() and _is_article(f, folder))
        elif paths:
            raise BadFileError(_missing(path))
    return sorted(found)


def find_passed_over(settings: Settings) -> list[Finding]:
    """Say of links and folders that are named like articles that they are none."""
    folder = settings.articles()
    named = (file for file in folder.rglob("*") if _is_named_so(file, folder))
    odd = sorted(file for file in named if file.is_symlink() or not file.is_file())
    return [_passed_over(file, settings) for file in odd]


def _is_article(file: Path, folder: Path) -> bool:
    return _is_named_so(file, folder) and not file.is_symlink()


def _is_named_so(file: Path, folder: Path) -> bool:
    if file.suffix.lower() not in ENDINGS:
        return False
    parts = file.relative_to(folder).parts
    hidden = any(part.startswith((".", "_")) for part in parts)
    return not hidden and not _is_beside_a_page(file, folder)


def _is_beside_a_page(file: Path, top: Path) -> bool:
    """Tell whether a file lies in a folder that a browser saved beside a page."""
    above = (folder for folder in file.parents if folder.is_relative_to(top) and folder != top)
    return any(map(_is_a_page_s, above))


def _is_a_page_s(folder: Path) -> bool:
    """Tell whether a folder is what a browser saved beside a page that is there."""
    stem = companion_of(folder.name)
    pages = (folder.with_name(f"{stem}{ending}") for ending in (".html", ".htm", ".xhtml"))
    return stem is not None and any(page.is_file() for page in pages)


def _passed_over(file: Path, settings: Settings) -> Finding:
    what = "a link" if file.is_symlink() else "a folder" if file.is_dir() else "no regular file"
    return Finding(
        code="BR229",
        severity=Severity.NOTE,
        place=Place(file.relative_to(settings.root).as_posix()),
        message=f"passed over: named like an article, but it is {what}",
        remedy="put the file itself there, or name it otherwise",
    )


def _outside(path: Path) -> Finding:
    return Finding(
        code="BR002",
        severity=Severity.ERROR,
        place=Place(path.as_posix()),
        message="lies outside content/articles/",
        remedy="copy the file there first, so that the desk keeps what it drafted from",
    )


def _missing(path: Path) -> Finding:
    return Finding(
        code="BR002",
        severity=Severity.ERROR,
        place=Place(path.as_posix()),
        message="there is no such file or folder",
        remedy="check the spelling",
    )


def find_files_of_drafts(
    held: Sequence[Briefing], settings: Settings, paths: Sequence[Path]
) -> list[Path]:
    """Give the article files unreviewed drafts stand on; of those given, where some are."""
    given = set(find_article_files(settings, paths)) if paths else None
    drafts = (b for b in held if b.status is Status.DRAFT and b.reviewed is None)
    names = {source.path.partition("#")[0] for draft in drafts for source in draft.articles}
    files = sorted(settings.articles() / name for name in names)
    return [file for file in files if file.is_file() and (given is None or file in given)]

"""`check --built`: the site as it was built, held against the rights in its articles."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefings.check.built import check_built, narrowest_rights
from briefings.check.rules import found
from briefings.check.wording import Wording, plain_words
from briefings.cli.report import ticking
from briefings.errors import Finding, Place
from briefings.model import Rights
from briefings.settings import Settings
from briefings.site.told import told_files
from briefings.store.briefings import load_all
from briefings.store.registers import load_registers


def built_findings(settings: Settings, site: Path) -> tuple[list[Finding], int]:
    """Measure a built site; give what was found, and how many briefings stand behind it.

    Raises:
        BuildError: there is no site there.
    """
    loaded, _ = load_all(settings)
    rights = narrowest_rights(item.briefing for item in loaded)
    bound = [path for path, right in rights.items() if right is not Rights.FULL]
    free = [path for path, right in rights.items() if right is Rights.FULL]
    articles = list(_wordings([*bound, *free], rights, settings))
    here = {article.path for article in articles}
    folder = _shown(site, settings.root)
    findings = list(check_built(told_files(site), articles, settings, folder))
    absent = sum(path not in here for path in bound)
    if absent:
        place = Place(settings.articles().relative_to(settings.root).as_posix())
        message = (
            f"{absent} of {len(bound)} articles are not here, so nothing was held against them"
        )
        findings.append(found("BR313", place, message))
    return sorted(findings, key=lambda f: (f.place, f.code, f.message)), len(loaded)


def _wordings(
    paths: Sequence[str], rights: dict[str, Rights], settings: Settings
) -> Iterator[Wording]:
    """Read the articles that are here; none is where the drafting parts are missing."""
    try:
        from briefings.intake import read_apart  # noqa: PLC0415  # checking works without `[draft]`
    except ImportError:
        return
    registers, _ = load_registers(settings)
    with ticking(len(paths), doing="reading articles") as tick:
        for path, article, _ in read_apart(paths, settings, registers):
            tick()
            if article is not None:
                yield Wording(path, rights[path], plain_words("\n".join(article.body)))


def _shown(site: Path, root: Path) -> str:
    full = site.resolve()
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else site.as_posix()

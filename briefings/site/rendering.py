"""Sparse MkDocs builds: some pages of the site, through stock MkDocs, into a folder."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.exceptions import MkDocsException

from briefings.errors import BuildError
from briefings.model import File, OutputFile, PageModel
from briefings.settings import Settings
from briefings.site.configuring import load_config
from briefings.site.finishing import Finisher
from briefings.site.making import Maker
from briefings.site.newspage import Make
from briefings.site.planning import Work
from briefings.site.plugin import BriefingsPlugin, Part, Run
from briefings.site.printing import LetterPrinter
from briefings.state.pagebook import Made


class Renderer:
    """Renders pages with the desk's own MkDocs configuration."""

    def __init__(self, settings: Settings, *, drafts: bool) -> None:
        self._settings, self._drafts = settings, drafts
        self._config = load_config(settings)
        self._frame: Mapping[str, Any] = {}
        self._images: tuple[tuple[str, Path], ...] = ()
        self._finisher: Finisher | None = None

    def docs(self) -> Path:
        """Give the folder of plain pages."""
        return Path(self._config.docs_dir)

    def prepare(self, frame: Mapping[str, Any], images: Iterable[tuple[str, Path]]) -> None:
        """Take what is the same for every page, and the pictures."""
        self._frame, self._images = frame, tuple(images)

    def finished(self, file: File) -> OutputFile:
        """Draw or print a file that is not written yet."""
        if self._finisher is None:
            letters = LetterPrinter(self._config, self._plugin(), self._frame)
            self._finisher = Finisher(self._settings, letters)
        return self._finisher.finish(file)

    def _plugin(self) -> BriefingsPlugin:
        plugin = self._config.plugins["briefings"]
        if not isinstance(plugin, BriefingsPlugin):
            raise BuildError("the `briefings` plugin in mkdocs.yml is not this program's")
        return plugin

    def render(self, pages: Mapping[str, Make], stage: Path, *, static: bool) -> None:
        """Render pages into a folder, with the theme's files if `static`.

        Raises:
            BuildError: a template or MkDocs failed.
        """
        plugin = self._plugin()
        part = Part(pages=pages, frame=self._frame, static=static, images=self._images)
        plugin.run = Run(drafts=self._drafts, part=part)
        self._config.site_dir = str(stage)
        try:
            build_with_mkdocs(self._config)
        except TemplateSyntaxError as error:
            place = f"{error.name}:{error.lineno}"
            raise BuildError(f"a template failed: {place}: {error.message}") from error
        except TemplateError as error:
            raise BuildError(f"a template failed: {error}") from error
        except (MkDocsException, SystemExit) as error:
            raise BuildError(f"MkDocs failed: {error}") from error

    def render_lazily(
        self, work: Iterable[Work], maker: Maker, stage: Path, rows: list[Made], *, static: bool
    ) -> None:
        """Make each page when its turn comes, so that one is held in memory and not all."""
        pages = {one.planned.url: partial(_make, maker, one, rows) for one in work}
        self.render(pages, stage, static=static)


def _make(maker: Maker, work: Work, rows: list[Made]) -> PageModel:
    row, made = maker.make(work)
    rows.append(row)
    if not isinstance(made, PageModel):
        raise TypeError(work.planned.url)
    return made

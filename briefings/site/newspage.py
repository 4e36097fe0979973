"""A page as MkDocs meets it: no Markdown, no navigation, a view made when its turn comes."""

from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from briefings.model import PageModel

Make = Callable[[], PageModel]


class NewsPage(Page):
    """MkDocs renders it like any page; its words come from a view model alone."""

    def __init__(self, file: File, config: MkDocsConfig, make: Make) -> None:
        self._make = make
        self._model: PageModel | None = None
        super().__init__("", file, config)

    @property
    def meta(self) -> dict[str, Any]:
        """Name the template; MkDocs asks when it is about to render."""
        if self._model is None:
            self._model = self._make()
        return {"template": self._model.template}

    @meta.setter
    def meta(self, value: object) -> None:
        """Take nothing: there is no front matter."""

    def take(self) -> PageModel:
        """Give the view model, and forget it."""
        model = self._model or self._make()
        self._model = None
        return model

    def read_source(self, config: MkDocsConfig) -> None:
        """Read nothing: there is no Markdown."""
        del config
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render nothing: MkDocs would set up a Markdown parser for each page."""
        del config, files
        self.content = ""


def page_file(url: str, make: Make, config: MkDocsConfig) -> File:
    """Give the virtual file of a page."""
    target = url.lstrip("/")
    source = target if target.endswith(".html") else target + "index.html"
    file = File.generated(
        config,
        source.removesuffix(".html") + ".md",
        content="",
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.dest_uri = source
    NewsPage(file, config, make)
    return file

"""The MkDocs plugin: hooks in the order MkDocs calls them, each short.

The briefings are not Markdown pages to MkDocs: every output page is a virtual file whose words
come from a view model, and our templates print it. MkDocs' own navigation, search and sitemap
stay out of it, since their cost grows with the square of the archive.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from briefings.clock import now_from
from briefings.configuration import load_settings
from briefings.errors import BriefingsError, Finding, Severity
from briefings.pages import site_view
from briefings.site.assets import (
    WORDS,
    is_inside,
    is_ours,
    join_styles,
    referenced_images,
    search_words,
)
from briefings.site.finishing import Finisher
from briefings.site.inputs import load_inputs
from briefings.site.newspage import Make, NewsPage, page_file
from briefings.site.once import OnceExtension
from briefings.site.printing import LetterPrinter
from briefings.site.templates import listing_own
from briefings.site.theme import theme_folder
from briefings.site.whole import Whole
from briefings.site.words import install_words

log = get_plugin_logger(__name__)


@dataclass(frozen=True, slots=True)
class Part:
    """What one MkDocs build is to render."""

    pages: Mapping[str, Make]
    """By address; each is made when its turn comes, and forgotten after."""
    frame: Mapping[str, Any]
    """What is the same on every page."""
    static: bool
    """Whether the theme's files, the desk's colours and the pictures are written too."""
    images: Iterable[tuple[str, Path]] = ()
    """(address without a leading slash, file)."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one build is told from outside; plain `mkdocs build` uses the defaults."""

    drafts: bool = False
    """Show drafts, marked."""
    now: datetime | None = None
    """Decides embargo and expiry; None reads `SOURCE_DATE_EPOCH`, else the clock."""
    part: Part | None = None
    """What to render; None: everything there is."""


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs types no such hook
    """Nothing: the options are read by `briefings.configuration`."""


class BriefingsPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # the same
    """Turns `content/briefings/` into a site."""

    def __init__(self) -> None:
        self.run = Run()
        self.findings: tuple[Finding, ...] = ()
        self._whole: Whole | None = None
        self._language = ""

    # The options are read by `briefings.configuration`, which the other commands use too: one
    # meaning and one message for each. MkDocs is told that all is well until `on_config`.
    def load_config(
        self,
        options: dict[str, Any] | Config,  # noqa: ARG002  # the base class gives the signature
        config_file_path: str | None = None,  # noqa: ARG002  # the same
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Accept everything; `on_config` reads the block with places."""
        return [], []

    # `mkdocs serve` is an editor's preview, so it shows drafts.
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note which command runs."""
        del dirty
        if command == "serve":
            self.run = replace(self.run, drafts=True)

    # First of all: our theme goes under the desk's own, and what MkDocs would write beside ours
    # (its sitemap, its 404 without a frame) is switched off.
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the settings and put the theme in place."""
        try:
            settings = load_settings(Path(config.config_file_path))
        except BriefingsError as error:
            raise PluginError(str(error)) from error
        self.settings = settings
        ours = str(theme_folder())
        if ours not in map(os.path.abspath, config.theme.dirs):
            custom = 1 if config.theme.custom_dir else 0
            config.theme.dirs.insert(custom, ours)
            config.theme.get_env = partial(  # type: ignore[method-assign]  # there is no other way
                listing_own, config.theme.get_env, config.theme.dirs, partial(self._listed, config)
            )
        config.theme.static_templates = set()
        config.use_directory_urls = True
        config.markdown_extensions = []
        return config

    def _listed(self, config: MkDocsConfig) -> list[str]:
        """Name the folders of the theme whose files go on the site: the desk's and ours."""
        if self.run.part is not None and not self.run.part.static:
            return []
        return config.theme.dirs[: 2 if config.theme.custom_dir else 1]

    # All pages at once: the docs folder's Markdown becomes plain pages of ours, Material's bundle
    # is left out, and every page becomes a virtual file outside the navigation.
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace MkDocs' pages by ours."""
        part = self.run.part or self._everything(config)
        self._part = part
        for file in list(files):
            if (
                not part.static
                or file.is_documentation_page()
                or not is_ours(file, preview=self.run.drafts)
                or not is_inside(file, Path(config.docs_dir))
            ):
                files.remove(file)
        for url, make in part.pages.items():
            files.append(page_file(url, make, config))
        if part.static:
            for address, path in part.images:
                files.append(File.generated(config, address, abs_src_path=str(path)))
            join_styles(files, self.settings, config)
            words = search_words(self.settings.language)
            files.append(File.generated(config, WORDS, content=words))
        return files

    def _everything(self, config: MkDocsConfig) -> Part:
        """Load the desk where nobody did, and say on the log what could not be read."""
        now = now_from(self.run.now, os.environ, self.settings.timezone)
        docs = Path(config.docs_dir)
        inputs = load_inputs(self.settings, now=now, drafts=self.run.drafts, docs=docs)
        self.findings = inputs.findings
        for finding in inputs.findings:
            level = log.error if finding.severity is Severity.ERROR else log.warning
            level("%s", finding)
        self._whole = Whole(inputs, self.settings)
        return Part(
            pages=self._whole.pages(),
            frame=site_view(self.settings, inputs.plain, drafts=inputs.drafts),
            static=True,
            images=referenced_images(inputs.archive, self.settings),
        )

    # The templates' strings go through gettext, in the language of the page that is printed.
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the templates gettext."""
        del config, files
        folder = self.settings.state() / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(folder))
        env.add_extension(OnceExtension)
        install_words(env, self.settings.language, self._say_language)
        return env

    def speak(self, language: str) -> None:
        """Note the language of what is printed next."""
        self._language = language

    def _say_language(self) -> str:
        return self._language

    # Templates read these three and nothing else, so a page's key is its view model.
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Hand the view model to the template."""
        del config, nav
        if not isinstance(page, NewsPage):
            raise PluginError(f"{page.file.src_uri} is no page of ours")
        model = page.take()
        self.speak(str(model.shell["lang"]))
        own = {"site": self._part.frame, "shell": model.shell, "view": model.view}
        cast("dict[str, Any]", context).update(own)
        return context

    # What no template makes: feeds, sitemap, redirects, and the search index over small stubs.
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write feeds, sitemap, redirects and the search index, where everything is built."""
        if self._whole is None:
            return
        try:
            finisher = Finisher(self.settings, LetterPrinter(config, self, self._part.frame))
            self._whole.finish(Path(config.site_dir), finisher.finish)
        except BriefingsError as error:
            raise PluginError(str(error)) from error

    # `mkdocs serve` watches its docs folder alone; an editor saves briefings.
    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],
    ) -> LiveReloadServer:
        """Watch the desk's own folders too."""
        del config, builder
        for folder in (
            self.settings.briefings(),
            self.settings.editions(),
            self.settings.registers(),
            theme_folder(),
        ):
            if folder.is_dir():
                server.watch(str(folder))
        return server

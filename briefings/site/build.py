"""One build on one screen: load → is anything new? → stage through MkDocs → publish."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from briefings.errors import BuildError, Finding
from briefings.link.addresses import briefing_url
from briefings.settings import Settings
from briefings.site.inputs import Inputs, load_inputs
from briefings.site.manifest import (
    Manifest,
    is_current,
    key_of,
    load_manifest,
    save_manifest,
    tree_of,
)
from briefings.site.plugin import BriefingsPlugin, Run
from briefings.site.publisher import only_build, staged


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did."""

    site: Path
    pages: int
    fresh: bool
    """False where nothing had changed and nothing was written."""
    findings: tuple[Finding, ...]
    drafts: tuple[str, ...]
    """Addresses of the drafts shown, newest first."""


def site_folder(settings: Settings, *, preview: bool) -> Path:
    """Say where a build goes: `site/`, or the editors' preview inside the state folder."""
    return settings.state() / "preview" if preview else settings.root / "site"


def build_site(
    settings: Settings,
    *,
    now: datetime,
    preview: bool = False,
    clean: bool = False,
    say: Callable[[str], None] | None = None,
) -> Built:
    """Build the site, or say that it is up to date.

    Raises:
        BuildError: MkDocs, a template or Pagefind failed; the site published before is whole.
        DeskError: another build runs.
    """
    site = site_folder(settings, preview=preview)
    record = settings.state() / ("preview.json" if preview else "site.json")
    config = _load_config(settings)
    with only_build(settings.state()):
        key = key_of(settings, drafts=preview)
        last = None if clean else load_manifest(record)
        if last is not None and is_current(site, key, now, last):
            return _built(site, last, fresh=False)
        inputs = load_inputs(settings, now=now, drafts=preview, docs=Path(config.docs_dir))
        if say is not None:
            say(f"building {len(inputs.archive.briefings)} briefings")
        with staged(site, settings.state()) as stage:
            pages = _render(config, inputs, now, stage)
        manifest = Manifest(
            key=key,
            tree=tree_of(site),
            pages=pages,
            drafts=_drafts(inputs),
            findings=inputs.findings,
            since=now,
            until=inputs.until,
        )
        save_manifest(record, manifest)
    return _built(site, manifest, fresh=True)


def _built(site: Path, manifest: Manifest, *, fresh: bool) -> Built:
    return Built(
        site=site,
        pages=manifest.pages,
        fresh=fresh,
        findings=manifest.findings,
        drafts=manifest.drafts,
    )


def _drafts(inputs: Inputs) -> tuple[str, ...]:
    shown = inputs.archive.briefings.values()
    return tuple(briefing_url(b) for b in shown if not b.status.has_address())


def _load_config(settings: Settings) -> MkDocsConfig:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    try:
        return load_config(str(settings.root / "mkdocs.yml"))
    except MkDocsException as error:
        raise BuildError(f"mkdocs.yml: {error}") from error


def _render(config: MkDocsConfig, inputs: Inputs, now: datetime, stage: Path) -> int:
    config.site_dir = str(stage)
    plugin = config.plugins["briefings"]
    if not isinstance(plugin, BriefingsPlugin):
        raise BuildError("the `briefings` plugin in mkdocs.yml is not this program's")
    plugin.run = Run(drafts=inputs.drafts, now=now, inputs=inputs)
    try:
        build_with_mkdocs(config)
    except TemplateSyntaxError as error:
        place = f"{error.name}:{error.lineno}"
        raise BuildError(f"a template failed: {place}: {error.message}") from error
    except TemplateError as error:
        raise BuildError(f"a template failed: {error}") from error
    except (MkDocsException, SystemExit) as error:
        raise BuildError(f"MkDocs failed: {error}") from error
    return plugin.page_count

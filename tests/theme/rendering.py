"""Render templates as MkDocs does; a name that nobody declared is an error."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import material
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from briefings.site.once import OnceExtension
from briefings.site.words import install_words

THEME = Path(__file__).resolve().parents[2] / "theme"
MATERIAL = Path(str(material.__file__)).parent / "templates"


_PAGE = ["en"]
"""The language of the page at hand."""


@lru_cache(maxsize=8)
def environment(desk: str = "en") -> Environment:
    """Give an environment that fails on any name a template reads and nobody declared."""
    env = Environment(
        loader=FileSystemLoader([THEME, MATERIAL]),
        autoescape=False,
        undefined=StrictUndefined,
        extensions=[OnceExtension],
    )
    install_words(env, desk, lambda: _PAGE[0])
    return env


def render(
    template: str,
    *,
    site: Mapping[str, object],
    shell: Mapping[str, object],
    view: Mapping[str, object],
) -> str:
    """Give the page as a browser gets it."""
    env = environment(str(site["language"]))
    _PAGE[0] = str(shell["lang"])
    once = env.extensions[OnceExtension.identifier]
    assert isinstance(once, OnceExtension)
    once.kept.clear()  # another `site` may come, which no build has
    return env.get_template(template).render(site=site, shell=shell, view=view)


def templates() -> list[Path]:
    """List every template of the theme."""
    return sorted(THEME.rglob("*.html"))

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


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Give an environment that fails on any name a template reads and nobody declared."""
    env = Environment(
        loader=FileSystemLoader([THEME, MATERIAL]),
        autoescape=False,
        undefined=StrictUndefined,
        extensions=[OnceExtension],
    )
    install_words(env, "en", lambda: "en")
    return env


def render(
    template: str,
    *,
    site: Mapping[str, object],
    shell: Mapping[str, object],
    view: Mapping[str, object],
) -> str:
    """Give the page as a browser gets it."""
    env = environment()
    install_words(env, str(site["language"]), lambda: str(shell["lang"]))
    once = env.extensions[OnceExtension.identifier]
    assert isinstance(once, OnceExtension)
    once.kept.clear()  # another `site` may come, which no build has
    return env.get_template(template).render(site=site, shell=shell, view=view)


def templates() -> list[Path]:
    """List every template of the theme."""
    return sorted(THEME.rglob("*.html"))

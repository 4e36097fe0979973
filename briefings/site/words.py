"""The words of templates, in two languages: `_('…')` in the page's, `_desk('…')` in the desk's.

Masthead, footer and search are the desk's and speak its language on every page. What MkDocs'
`theme.locale` says counts for nothing here.
"""

from collections.abc import Callable
from functools import cache
from gettext import NullTranslations
from typing import Any

from jinja2 import Environment

from briefings.pages.locales import direction
from briefings.pages.phrases import chrome_language, has_words
from briefings.text.catalogues import catalogue


def install_words(env: Environment, desk: str, page: Callable[[], str]) -> None:
    """Give templates gettext in the language of the page at hand, and in the desk's.

    Args:
        env: of the templates.
        desk: the desk's language.
        page: gives the language of the page that is printed; macros are read once for all pages
            and cannot see its `shell`.
    """
    own = catalogue(chrome_language(desk))

    @cache
    def of(language: str) -> NullTranslations:
        return catalogue(chrome_language(language)) if has_words(language) else own

    def say(text: str, **values: Any) -> str:
        return of(page()).gettext(text) % values

    def say_as(context: str, text: str, **values: Any) -> str:
        return of(page()).pgettext(context, text) % values

    def count(one: str, many: str, num: int, **values: Any) -> str:
        return of(page()).ngettext(one, many, num) % {"num": num, **values}

    def count_as(context: str, one: str, many: str, num: int, **values: Any) -> str:
        return of(page()).npgettext(context, one, many, num) % {"num": num, **values}

    def in_desk(text: str, **values: str) -> str:
        return own.gettext(text) % values

    def in_desk_as(context: str, text: str, **values: str) -> str:
        return own.pgettext(context, text) % values

    env.add_extension("jinja2.ext.i18n")
    env.newstyle_gettext = True  # type: ignore[attr-defined]  # of the extension: values by name
    env.globals.update(
        _=say,
        gettext=say,
        pgettext=say_as,
        ngettext=count,
        npgettext=count_as,
        _desk=in_desk,
        _desk_as=in_desk_as,
        page_language=page,
        desk_language=lambda: desk,
        desk_direction=lambda: direction(desk),
    )

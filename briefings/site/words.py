"""The words of templates, in two languages: `_('…')` in the page's, `_desk('…')` in the desk's.

Masthead, footer and search are the desk's and speak its language on every page. What MkDocs'
`theme.locale` says counts for nothing here.
"""

from collections.abc import Callable
from gettext import NullTranslations

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

    def of_page() -> NullTranslations:
        language = page()
        return catalogue(chrome_language(language)) if has_words(language) else own

    def in_desk(text: str, **values: str) -> str:
        return own.gettext(text) % values

    def in_desk_as(context: str, text: str, **values: str) -> str:
        return own.pgettext(context, text) % values

    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(  # type: ignore[attr-defined]  # by the extension
        lambda text: of_page().gettext(text),
        lambda one, many, number: of_page().ngettext(one, many, number),
        newstyle=True,
        pgettext=lambda context, text: of_page().pgettext(context, text),
        npgettext=lambda context, one, many, number: of_page().npgettext(
            context, one, many, number
        ),
    )
    env.globals.update(
        _desk=in_desk,
        _desk_as=in_desk_as,
        page_language=page,
        desk_language=lambda: desk,
        desk_direction=lambda: direction(desk),
    )

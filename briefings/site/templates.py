"""Where MkDocs finds templates, and which of the theme's files it looks at."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader
from jinja2.runtime import Context, Macro

_METHODS: Final = frozenset(dir(dict))


class OwnLoader(FileSystemLoader):
    """Finds templates in every folder of the theme, and lists the files of some alone.

    Material has ten thousand icons and scripts that no site of ours has; MkDocs would ask about
    each of them before each build.
    """

    def __init__(self, folders: Iterable[str], listed: Callable[[], Iterable[str]]) -> None:
        super().__init__(list(folders))
        self._listed = listed

    def list_templates(self) -> list[str]:
        """List the files of the folders that are listed now."""
        return FileSystemLoader(list(self._listed())).list_templates()


def listing_own(
    get_env: Callable[[], Environment],
    folders: Iterable[str],
    listed: Callable[[], Iterable[str]],
) -> Environment:
    """Give MkDocs' environment with such a loader.

    Args:
        get_env: MkDocs' own way to make it.
        folders: of the theme, first things first.
        listed: gives those whose files are looked at.
    """
    env = get_env()
    env.loader = OwnLoader(folders, listed)
    env.context_class = QuickContext
    env.getattr = partial(_part, env.getattr)  # type: ignore[method-assign]  # read all day long
    return env


class QuickContext(Context):
    """What a template sees; calls macros, most of all calls, without asking what they take.

    It names no globals of its own: MkDocs gives templates none, and Jinja would compare them
    with the environment's at every import.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.globals_keys = set()

    def call(self, called: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls."""
        if type(called) is not Macro:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)  # for functions that take the context
        kwargs.pop("_block_vars", None)
        return called(self.eval_ctx, *args, **kwargs)


def _part(otherwise: Callable[[object, str], object], value: object, name: str) -> object:
    """Give a part of a view; Jinja itself looks for an attribute first, and views have none."""
    if type(value) is dict and name in value and name not in _METHODS:
        return value[name]
    return otherwise(value, name)

"""When Python looks for cycles among its objects: not while everything made is there to stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nobody look for cycles in there.

    Among millions of values that stay it is a fifth of linking, and a tenth of a small build.
    """
    with _looking(wanted=False):
        yield


@contextmanager
def collected() -> Iterator[None]:
    """Look for cycles in there all the same: thousands of pages leave many behind."""
    with _looking(wanted=True):
        yield


@contextmanager
def _looking(*, wanted: bool) -> Iterator[None]:
    before = gc.isenabled()
    _look(wanted=wanted)
    try:
        yield
    finally:
        _look(wanted=before)


def _look(*, wanted: bool) -> None:
    (gc.enable if wanted else gc.disable)()

"""`check --watch`: the same again whenever a file changes."""

import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import click

from briefings.cli.report import complain
from briefings.errors import BriefingsError
from briefings.watching import settle, watch


def repeat(run: Callable[[], object], root: Path) -> None:
    """Run once, and again after every change in the desk's folder, until Ctrl-C.

    A desk that cannot be used just now is told, and waited for.
    """
    # A shell that starts us in the background would have us ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    changed = threading.Event()
    observer = watch(root, [root / "content"], changed)
    try:
        while True:
            if sys.stdout.isatty():
                click.clear()
            try:
                run()
            except (BriefingsError, OSError) as error:
                complain(error)
            click.echo("watching; Ctrl-C ends it")
            sys.stdout.flush()
            changed.wait()
            settle(changed)
    except KeyboardInterrupt:
        click.echo()
    finally:
        observer.stop()
        observer.join()

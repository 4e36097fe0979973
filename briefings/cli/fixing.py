"""`check --fix`: what has one meaning only is put right, and shown as a diff."""

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from briefings.cli.report import counted, printable
from briefings.errors import BadFileError, Finding
from briefings.reviewing import enter_addresses
from briefings.rulebook import all_rules
from briefings.settings import Settings
from briefings.store.briefings import load_briefing
from briefings.store.disk import read_text, save_text
from briefings.store.mending import mend_briefing
from briefings.store.register_files import LEDGER

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def mend_files(findings: Iterable[Finding], settings: Settings, *, quiet: bool) -> bool:
    """Mend the briefing files that have such findings, and the ledger; tell whether any changed.

    A file that somebody saves meanwhile is left as it is.

    Args:
        findings: of a check.
        settings: the desk.
        quiet: print the diff to standard error, because something else is printed to the other.
    """
    findings = tuple(findings)
    mended = int(_enter_addresses(findings, settings, quiet=quiet))
    for path in _files_with_slips(findings, settings):
        file = settings.root / path
        try:
            held = read_text(file, path, root=settings.root)
        except BadFileError:
            continue
        fresh = mend_briefing(held, path)
        if fresh != held and read_text(file, path, root=settings.root) == held:
            save_text(file, fresh)
            _show(path, held, fresh, err=quiet)
            mended += 1
    if mended:
        click.echo(f"mended {counted(mended, 'file')}", err=quiet)
    return mended > 0


def _enter_addresses(findings: Iterable[Finding], settings: Settings, *, quiet: bool) -> bool:
    """Write addresses of published briefings that the ledger lacks; tell whether any was."""
    paths = sorted({found.place.path for found in findings if found.code == "BR504"})
    file = settings.registers() / LEDGER
    held = file.read_text(encoding="utf-8") if file.exists() else ""
    try:
        briefings = [load_briefing(settings.root / path, settings.root) for path in paths]
        changed = bool(briefings) and enter_addresses(briefings, settings)
    except BadFileError:  # somebody saved it meanwhile, or the ledger is broken: both are told
        return False
    if changed:
        shown = file.relative_to(settings.root).as_posix()
        _show(shown, held, file.read_text(encoding="utf-8"), err=quiet)
    return changed


def _files_with_slips(findings: Iterable[Finding], settings: Settings) -> Iterator[str]:
    folder = settings.briefings().relative_to(settings.root)
    paths = {finding.place.path for finding in findings if all_rules()[finding.code].fixed}
    yield from (path for path in sorted(paths) if Path(path).is_relative_to(folder))


def _show(path: str, held: str, fresh: str, *, err: bool) -> None:
    lines = difflib.unified_diff(held.splitlines(), fresh.splitlines(), path, path, lineterm="")
    for line in lines:
        click.secho(printable(line), fg=_COLOURS.get(line[:1]), err=err)

"""`check`: every rule over the whole desk, printed for people or for machines."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from briefings.check import check_desk
from briefings.check.publishing import check_republished
from briefings.cli.comparing import compare_with
from briefings.cli.fixing import mend_files
from briefings.cli.formats import as_github, as_json, as_sarif
from briefings.cli.report import (
    counted,
    desk_settings,
    end_check,
    now_option,
    run_time,
    show_findings,
    strict_option,
    sum_up,
    ticking,
)
from briefings.cli.watching import repeat
from briefings.errors import Finding
from briefings.model import Article, Registers
from briefings.rulebook import weigh
from briefings.settings import Settings
from briefings.store.briefings import load_all
from briefings.store.editions import load_editions
from briefings.store.places import LoadedBriefing
from briefings.store.registers import load_registers
from briefings.versions import tracked_files

FORMATS = ("text", "json", "github", "sarif")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What one check found."""

    findings: tuple[Finding, ...]
    briefings: int


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For people, for scripts, for annotations on GitHub, or as SARIF 2.1.0.",
)
@click.option("--fix", is_flag=True, help="Put right what has one meaning only; shows a diff.")
@click.option(
    "--against",
    "ref",
    metavar="REF",
    help="Hold published briefings against a git ref, such as origin/main.",
)
@click.option(
    "--built",
    "site",
    is_flag=False,
    flag_value="",
    metavar="[SITE]",
    help="Read the built site and hold what it shows against the rights in its articles.",
)
@click.option("--watch", is_flag=True, help="Check again when a file changes, until Ctrl-C.")
@now_option
@strict_option
@click.pass_context
def check(
    context: click.Context,
    files: tuple[Path, ...],
    form: str,
    *,
    fix: bool,
    ref: str | None,
    site: str | None,
    watch: bool,
    now: datetime | None,
    strict: bool,
) -> None:
    """Check every briefing and register, or only what concerns FILES.

    Each finding is one line (file:line:column, what is wrong, what to do) with the line of the
    file below it. Where the article is present every sentence and quotation is held against it.
    `briefings explain-rule CODE` says more of a finding.

    --fix mends slips of one possible meaning in briefing files (a misspelt key, a date in another
    form, the order of keys), never your words, and enters published addresses that the ledger
    lacks; other registers it leaves alone. --against tells a published headline, summary, figure,
    name or quote that changed without a correction, and addresses that would die. --built reads
    the site in site/ (or SITE) instead of the desk's files: every page, feed, search excerpt, API
    document and e-mail, and names the words that are too many.

    \b
    Examples:
      briefings check
      briefings check --fix
      briefings check content/briefings/2026/03/ferries.md
      briefings check --against origin/main --format github
      briefings check --format sarif > findings.sarif
      briefings build && briefings check --built
      briefings -C ../other-desk check --strict
    """

    def run() -> Checked:
        settings = desk_settings(context)
        if site is not None:
            return measure(settings, Path(site) if site else settings.root / "site", form)
        only = _paths(files, settings)
        checked = check_all(settings, run_time(now, settings), ref=ref, only=only)
        if fix and mend_files(checked.findings, settings, quiet=form != "text"):
            checked = check_all(settings, run_time(now, settings), ref=ref, only=only)
        show_checked(checked, settings, form)
        return checked

    if watch:
        repeat(run, desk_settings(context).root)
    else:
        end_check(run().findings, strict=strict)


def _paths(files: Sequence[Path], settings: Settings) -> frozenset[str] | None:
    """Give files as the desk names them; None where none was given."""
    root = settings.root.resolve()
    full = [file.resolve() for file in files]
    for file, real in zip(files, full, strict=True):
        if not real.is_relative_to(root):
            raise click.UsageError(f"{file} is no file of this desk")
    return frozenset(real.relative_to(root).as_posix() for real in full) or None


def check_all(
    settings: Settings,
    now: datetime,
    *,
    ref: str | None = None,
    only: Collection[str] | None = None,
) -> Checked:
    """Load the desk and hold it against every rule; severities are as the desk set them.

    Args:
        settings: the desk.
        now: the time of the run.
        ref: a git ref that published briefings are held against.
        only: paths of the files that are asked about; None is all.

    Raises:
        DeskError: there is no such git ref.
    """
    loaded, faults = load_all(settings)
    registers, register_faults = load_registers(settings)
    editions, edition_faults = load_editions(settings)
    asked = [one.briefing for one in loaded if only is None or one.briefing.path in only]
    paths = [source.path for b in asked for source in b.articles]
    of_files: list[Finding] = []
    with ticking(len(paths), doing="checking") as tick:
        found = check_desk(
            loaded,
            registers,
            settings,
            _article_reader(paths, settings, registers, of_files, tick),
            editions=editions,
            unread=[fault.place.path for fault in faults],
            now=now,
            only=only,
        )
    unread = [*faults, *register_faults, *edition_faults]
    history = compare_with(ref, settings, loaded, registers, faults) if ref else ()
    whole = (*unread, *history, *_republished(loaded, settings))
    others = [f for f in whole if only is None or f.place.path in only]
    every = {*others, *of_files, *found}
    findings = sorted(every, key=lambda f: (f.place, f.code, f.message))
    return Checked(findings=tuple(weigh(findings, settings)), briefings=len(asked))


def _republished(loaded: Sequence[LoadedBriefing], settings: Settings) -> Iterable[Finding]:
    """Find articles that a public repository would show to everybody."""
    if settings.visibility != "public":
        return ()
    folder = settings.articles().relative_to(settings.root).as_posix()
    return check_republished(tracked_files(settings.root, folder), loaded, settings)


def measure(settings: Settings, site: Path, form: str) -> Checked:
    """Hold a built site against the rights in its articles, and print what was found."""
    from briefings.cli.built import built_findings  # noqa: PLC0415  # the rest needs no built site

    findings, briefings = built_findings(settings, site)
    checked = Checked(findings=tuple(weigh(findings, settings)), briefings=briefings)
    show_checked(checked, settings, form)
    return checked


def show_checked(checked: Checked, settings: Settings, form: str) -> None:
    """Print what was found: for people to standard error, for machines to standard output."""
    if form == "json":
        click.echo(as_json(checked.findings, settings.root, briefings=checked.briefings))
    elif form == "sarif":
        click.echo(as_sarif(checked.findings, settings.root))
    elif form == "github":
        for line in as_github(checked.findings, settings.root):
            click.echo(line)
    else:
        show_findings(checked.findings, settings, with_lines=True)
        shown = counted(checked.briefings, "briefing")
        click.echo(f"{shown} checked: {sum_up(checked.findings)}")


def _article_reader(
    paths: Sequence[str],
    settings: Settings,
    registers: Registers,
    of_files: list[Finding],
    tick: Callable[[], None],
) -> Callable[[str], Article | None]:
    """Give a reader of articles by path; it finds none where the drafting parts are missing.

    They are read ahead by workers, in the order in which the check asks for them.
    """
    try:
        from briefings.intake import read_apart  # noqa: PLC0415  # checking works without `[draft]`
    except ImportError:
        return lambda _: None
    ahead = read_apart(paths, settings, registers)
    read: dict[str, Article | None] = {}

    def reader(path: str) -> Article | None:
        tick()
        if path in read:
            return read.pop(path)
        for here, article, findings in ahead:
            of_files.extend(findings)
            if here == path:
                return article
            read[here] = article
        return None

    return reader

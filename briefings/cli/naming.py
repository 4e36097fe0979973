"""`names`: new names for the register, from the keyboard or by flag."""

from collections.abc import Sequence

import click

from briefings.cli.report import counted, desk_settings, end_run, printable, show_findings
from briefings.model import NameKind, Registers
from briefings.naming import NameRegister, NewName, find_new_names
from briefings.settings import Settings
from briefings.store.briefings import load_all
from briefings.store.registers import load_registers

_KINDS = {kind.plural(): kind for kind in NameKind}
_SHOWN = 20


@click.command()
@click.option("--kind", type=click.Choice(sorted(_KINDS)), help="Only names of this kind.")
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=_SHOWN,
    show_default=True,
    metavar="N",
    help="Show N at most.",
)
@click.option("--ask", is_flag=True, help="Go through them from the keyboard.")
@click.option("--add", "added", multiple=True, metavar="NAME", help="Add a name to the register.")
@click.option("--merge", "merged", metavar="NAME", help="With --into: it is another spelling.")
@click.option("--into", metavar="ID", help="With --merge: of the name with this id.")
@click.option("--ignore", "ignored", multiple=True, metavar="NAME", help="Never propose it again.")
@click.pass_context
def names(
    context: click.Context,
    kind: str | None,
    most: int,
    ask: bool,
    added: tuple[str, ...],
    merged: str | None,
    into: str | None,
    ignored: tuple[str, ...],
) -> None:
    """Propose names the briefings use and the register does not know.

    Each is shown with the number of briefings that name it, a sentence, and what it may be
    another spelling of. Adding, merging and ignoring change content/registers/names.yml a line at
    a time; nothing people wrote there is touched. A person gets a page only once you write
    `page: yes` there.

    \b
    Examples:
      briefings names
      briefings names --ask --kind people
      briefings names --add "Harbour Board" --ignore "Sign In"
      briefings names --merge "Mr Calleya" --into daniel-calleya
    """
    if bool(merged) != bool(into):
        raise click.UsageError("--merge NAME and --into ID belong together")
    settings = desk_settings(context)
    loaded, faults = load_all(settings)
    registers, register_faults = load_registers(settings)
    found = [
        one
        for one in find_new_names([item.briefing for item in loaded], registers)
        if kind is None or one.kind is _KINDS[kind]
    ]
    show_findings([*faults, *register_faults], settings)
    if added or merged or ignored:
        _by_flag(found, settings, registers, added, ignored, (merged, into))
    elif ask:
        _from_keyboard(found[:most], settings, registers)
    else:
        _show(found, most)
    end_run(register_faults, strict=False)


def _show(found: Sequence[NewName], most: int) -> None:
    for one in found[:most]:
        _show_one(one)
    if not found:
        click.echo("no new names: the register knows all that the briefings use")
    else:
        rest = f", {len(found) - most} more with --most" if len(found) > most else ""
        click.echo(f"{counted(len(found), 'new name')}{rest}: run `briefings names --ask`")


def _show_one(one: NewName) -> None:
    like = f", perhaps {' or '.join(one.like)}" if one.like else ""
    click.echo(
        f"{printable(one.name)} ({one.kind.value}, {counted(one.briefings, 'briefing')}{like})"
    )
    if one.context:
        click.secho(f"    {printable(one.context)}", dim=True)


def _by_flag(
    found: Sequence[NewName],
    settings: Settings,
    registers: Registers,
    added: Sequence[str],
    ignored: Sequence[str],
    merged: tuple[str | None, str | None],
) -> None:
    register = NameRegister(settings)
    ids = {record.id for record in registers.names}
    for name in added:
        key = register.add(_kind_of(name, found), name, ids)
        ids.add(key)
        click.echo(f"added {printable(name)} as {key}")
    for name in ignored:
        register.ignore(name)
        click.echo(f"ignored {printable(name)}")
    spelling, into = merged
    if spelling and into:
        kinds = [record.kind for record in registers.names if record.id == into]
        register.merge(kinds[0] if kinds else NameKind.PERSON, spelling, into)
        click.echo(f"merged {printable(spelling)} into {into}")


def _kind_of(name: str, found: Sequence[NewName]) -> NameKind:
    """Give the kind the briefings use a name as.

    Raises:
        UsageError: no briefing has it as a new name, or two kinds do.
    """
    kinds = [one.kind for one in found if one.name.casefold() == name.casefold()]
    if len(kinds) == 1:
        return kinds[0]
    why = "is no new name of a briefing" if not kinds else "is of two kinds: say --kind"
    raise click.UsageError(f'"{printable(name)}" {why}')


def _from_keyboard(found: Sequence[NewName], settings: Settings, registers: Registers) -> None:
    register = NameRegister(settings)
    ids = {record.id for record in registers.names}
    for number, one in enumerate(found, 1):
        click.echo(f"\n{number} of {len(found)}")
        _show_one(one)
        keys = click.Choice(["a", "m", "i", "s", "q"])
        key = click.prompt("add, merge, ignore, skip, quit", type=keys, default="s")
        if key == "q":
            break
        if key == "a":
            ids.add(new := register.add(one.kind, one.name, ids))
            click.echo(f"added as {new}")
        elif key == "m":
            known = sorted(r.id for r in registers.names if r.kind is one.kind)
            likely = one.like[0] if one.like else None
            into = click.prompt(
                "into", type=click.Choice(known), default=likely, show_choices=False
            )
            register.merge(one.kind, one.name, into)
            click.echo(f"merged into {into}")
        elif key == "i":
            register.ignore(one.name)
            click.echo("ignored")

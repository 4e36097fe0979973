"""`combine`, `split`: which articles belong in one briefing, decided by an editor."""

from datetime import datetime
from typing import Any

import click

from briefings import __version__
from briefings.cli.report import (
    desk_settings,
    drafting_parts,
    now_option,
    printable,
    run_time,
    show_findings,
)
from briefings.settings import Settings
from briefings.store.locks import locked


@click.command()
@click.argument("briefings", nargs=-1, required=True, metavar="BRIEFING...")
@now_option
@click.pass_context
def combine(context: click.Context, briefings: tuple[str, ...], now: datetime | None) -> None:
    """Make one draft of several that tell one event.

    Each BRIEFING is an id or a path. The first is kept and stands on the articles of all: what
    you wrote there stays, the rest is drafted again. The files of the others are deleted, where
    nobody worked on them. Only drafts are combined: a published address has to lead to its page.

    \b
    Examples:
      briefings combine bridge-closed cracked-beam-shuts-bridge
      briefings combine content/briefings/2026/03/bridge-closed.md cracked-beam-shuts-bridge
    """
    with drafting_parts():
        from briefings.combining import combine as combine_drafts  # noqa: PLC0415  # `[draft]`

    settings = desk_settings(context)
    with locked(settings.root):
        stock, desk = opened(settings, run_time(now, settings))
        done = combine_drafts(briefings, stock, desk)
    show_findings(done.findings, settings)
    for path in done.gone:
        click.echo(f"deleted {printable(path)}")
    articles = ", ".join(source.path for source in done.kept.articles)
    click.echo(f"combined {printable(done.kept.path)} from {printable(articles)}")


@click.command()
@click.argument("briefing", metavar="BRIEFING")
@click.argument("article", metavar="ARTICLE")
@now_option
@click.pass_context
def split(context: click.Context, briefing: str, article: str, now: datetime | None) -> None:
    """Give an article of a draft a draft of its own.

    BRIEFING is an id or a path, ARTICLE a path or the name of its file. It stays in its own
    draft, whatever `briefings draft` thinks of it. An article that is proposed for a published
    BRIEFING and is in none yet gets its own draft in the same way.

    \b
    Examples:
      briefings split bridge-closed 2026/03/cracked-beam.txt
      briefings split content/briefings/2026/03/bridge-closed.md cracked-beam.txt
    """
    with drafting_parts():
        from briefings.combining import split as split_draft  # noqa: PLC0415  # needs `[draft]`

    settings = desk_settings(context)
    with locked(settings.root):
        stock, desk = opened(settings, run_time(now, settings))
        done = split_draft(briefing, article, stock, desk)
    if done.left:
        click.echo(f"updated {printable(done.left)}")
    click.echo(f"drafted {printable(done.made.path)} from {printable(done.made.articles[0].path)}")


def opened(settings: Settings, at: datetime) -> tuple[Any, Any]:
    """Give the stock of a desk, and what drafting needs of it."""
    from briefings.event_drafts import DraftingDesk  # noqa: PLC0415  # needs `[draft]`
    from briefings.stock import take_stock  # noqa: PLC0415  # needs `[draft]`

    stock = take_stock(settings)
    desk = DraftingDesk(
        settings=settings,
        registers=stock.registers,
        pile=stock.pile,
        now=at,
        by=f"briefings {__version__}",
        proposes=False,
        wording=None,
    )
    return stock, desk

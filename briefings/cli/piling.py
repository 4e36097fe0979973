"""`pile`, `spike`: what has come in, and what is not to be used."""

import json
from datetime import datetime
from typing import Any

import click

from briefings.cli.drafting import echo_brought
from briefings.cli.gathering import opened
from briefings.cli.report import (
    counted,
    desk_settings,
    drafting_parts,
    end_run,
    now_option,
    printable,
    run_time,
    show_findings,
    strict_option,
)
from briefings.store.locks import locked


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each event.")
@now_option
@strict_option
@click.pass_context
def pile(context: click.Context, *, as_json: bool, now: datetime | None, strict: bool) -> None:
    """List the articles no briefing stands on, by event; write nothing.

    First comes what no briefing tells, from many independent outlets, the newest on top; last
    what tells an event that is out already, with what it adds. What was spiked is not shown.

    \b
    Examples:
      briefings pile
      briefings pile --json | jq -r .headline
    """
    with drafting_parts():
        from briefings.depot import bring_articles  # noqa: PLC0415  # needs `[draft]`
        from briefings.desk import read_pile  # noqa: PLC0415  # needs `[draft]`
        from briefings.events import group_events  # noqa: PLC0415  # needs `[draft]`
        from briefings.listing import list_waiting  # noqa: PLC0415  # needs `[draft]`
        from briefings.notebook import open_notebook  # noqa: PLC0415
        from briefings.runs import DraftRun  # noqa: PLC0415
        from briefings.seen import load_seen  # noqa: PLC0415

    settings = desk_settings(context)
    if settings.articles_url is not None:
        with locked(settings.root):
            echo_brought(bring_articles(settings), err=as_json)
    stock, desk = opened(settings, run_time(now, settings))
    run = DraftRun(findings=[*stock.findings])
    with open_notebook(settings, stock.registers, kept=False) as notebook:
        sheaf = read_pile(desk, run, notebook, seen=load_seen(settings), found={})
        waiting = list_waiting(group_events(sheaf, stock.pile), sheaf, desk)
    show_findings(run.findings, settings)
    for one in waiting:
        click.echo(json.dumps(one.as_json(), ensure_ascii=False) if as_json else _told(one))
    if not as_json:
        _sum_up(waiting)
    end_run(run.findings, strict=strict)


def _told(one: Any) -> str:
    lines = [printable(one.articles[0].title)]
    number, origins = one.origins.outlets, one.origins.at_most
    if len(one.articles) > 1:
        head = counted(number, "outlet")
        lines[0] += f" ({head}, at most {counted(origins, 'origin')})"
    for article in one.articles:
        day = article.date.isoformat()[:10] if article.date else "no date"
        outlet = article.source or article.source_proposed or "outlet not known"
        lines.append(f"    {printable(f'{day}  {outlet}  {article.path}')}")
    if one.held is not None:
        what = "late: adds to" if one.is_late() else "joins the draft"
        nothing = "" if one.adds else ", nothing the program can see"
        lines.append(f"    {what} {printable(one.held.id)}{nothing}")
        lines += [f"      + {printable(text)}" for text in one.adds]
    if one.story:
        lines.append(f"    goes on with {printable(one.story)}")
    for other, why in one.perhaps:
        lines.append(f"    perhaps one event with {printable(other)}: {printable(why)}")
    return "\n".join(lines)


def _sum_up(waiting: list[Any]) -> None:
    if not waiting:
        click.echo("the pile is empty: every article is in a briefing or spiked")
        return
    late = sum(one.is_late() for one in waiting)
    new = f"{counted(len(waiting) - late, 'event')} to draft: run `briefings draft`"
    out = f"{counted(late, 'event')} out already: add what is new by hand, split or spike"
    if late < len(waiting):
        click.echo(new)
    if late:
        click.echo(out)


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--why", required=True, metavar="TEXT", help="The reason, for the desk's record.")
@click.option("--by", default="the desk", show_default=True, metavar="NAME", help="Who decided.")
@click.pass_context
def spike(context: click.Context, articles: tuple[str, ...], why: str, by: str) -> None:
    """Note articles the desk will not use; they are not offered again.

    Each ARTICLE is a path or the name of its file; a file of several articles is meant whole
    unless `#` and a key follow. It goes into content/registers/articles.yml with who and why,
    and with a sketch of its wording, so that a copy from another outlet does not come back
    either. The file stays; a draft that stands on it alone is deleted where nobody worked on it.

    \b
    Examples:
      briefings spike content/articles/2026/03/sale.txt --why "an advertisement"
      briefings spike sale.txt letter.eml#summer-fair --why "no news" --by "Mara Voss"
    """
    with drafting_parts():
        from briefings.spiking import spike as spike_articles  # noqa: PLC0415  # `[draft]`

    settings = desk_settings(context)
    if not why.strip() or not by.strip():
        raise click.UsageError("--why and --by need words")
    with locked(settings.root):
        stock, _ = opened(settings, run_time(None, settings))
        done = spike_articles(articles, stock, why=why.strip(), by=by.strip())
    for one in done:
        if one.draft:
            click.echo(f"deleted {printable(one.draft)}")
        record = one.record
        was = "" if one.is_new else f" already, by {record.by}: {record.why}"
        click.echo(f"spiked {printable(one.path + was)}")

"""`withdraw`: a published briefing is taken from readers, past everything else that is wrong."""

import click

from briefings.cli.building import build_and_tell
from briefings.cli.report import desk_settings, printable, run_time, show_findings
from briefings.pages.urls import absolute
from briefings.settings import Settings
from briefings.store.locks import locked
from briefings.withdrawing import Withdrawn
from briefings.withdrawing import withdraw as withdraw_briefing

_OUT_OF_REACH = """\
What this cannot reach, and who can:
  git          the words stay in the history of the repository, its forks and its clones;
               rewriting history is your host's to help with, where a law or a life demands it
  the host     readers see the old page until site/ is deployed and its cache has run out
  mail         editions that were sent: send the list a correction
  feeds        feed readers show the change when they fetch again; some keep the first words
  browsers     a copy kept for reading offline is replaced when its reader is online again
  search       ask Google ("Remove outdated content") and Bing ("Content removal") to drop
               {url}
  archives     write to web.archive.org and archive.today with the address and the reason
  others       whoever quoted it; whoever has the API or the e-mail keeps what they fetched"""


@click.command()
@click.argument("briefing", metavar="BRIEFING")
@click.option("--now", "at_once", is_flag=True, help="Build the site too, whatever else is wrong.")
@click.option("--why", metavar="TEXT", help="What the page tells readers of the reason.")
@click.option("--by", metavar="NAME", help="Who decided; kept in the file, not shown to readers.")
@click.pass_context
def withdraw(
    context: click.Context, briefing: str, *, at_once: bool, why: str | None, by: str | None
) -> None:
    """Take a published briefing from readers; its address stays and says so.

    BRIEFING is an id, a path, or the address. Its file gets status: withdrawn and a retraction
    under corrections; every other word of it stays for the desk. Its page then shows the headline,
    its corrections and the reason: change `title` too where the headline itself does harm.

    Without --now that is all: publish as always. With --now the site is built at once. Nothing is
    checked first; a file that cannot be read stays on the site as it was published, so nobody has
    to mend another's work before harm can be stopped. It ends with what no command can reach.

    \b
    Examples:
      briefings withdraw ferry-letter --why "The letter was forged." --by "Mara Voss"
      briefings withdraw ferry-letter --now
      briefings withdraw https://desk.example/2026/03/ferry-letter/ --now
    """
    settings = desk_settings(context)
    at = run_time(None, settings).replace(second=0, microsecond=0)
    with locked(settings.root):
        done = withdraw_briefing(briefing, settings, at=at, why=why, by=by)
    path = printable(done.briefing.path)
    click.echo(f"withdrawn {path}" if done.is_new else f"{path} was withdrawn already")
    if not at_once:
        _say_next(done, settings)
        return
    show_findings(done.faults, settings)
    build_and_tell(settings, run_time(None, settings), keep=True)
    click.echo("  deploy it: commit and push, or copy site/ to your host")
    click.echo(_OUT_OF_REACH.format(url=printable(absolute(settings.site_url, done.url()))))


def _say_next(done: Withdrawn, settings: Settings) -> None:
    if not done.is_new:
        click.echo("  to publish that past everything else: the same with --now")
        return
    show_findings(done.faults, settings)
    click.echo("  readers see it still: commit and publish, or run the same with --now")

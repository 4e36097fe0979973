"""`mail`: an edition as an e-mail, printed and never sent."""

from datetime import datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

import click

from briefings.cli.report import desk_settings, now_option, run_time
from briefings.site.mailing import print_letter


@click.command()
@click.argument("day", type=click.DateTime(["%Y-%m-%d"]), metavar="[DATE]", required=False)
@click.option("--eml", "part", flag_value="eml", help="The whole message (the default).")
@click.option("--html", "part", flag_value="html", help="Its HTML part alone.")
@click.option("--text", "part", flag_value="plain", help="Its plain part alone.")
@now_option
@click.pass_context
def mail(
    context: click.Context, day: datetime | None, part: str | None, now: datetime | None
) -> None:
    """Print an edition as an e-mail; nothing is sent.

    DATE is the day of an edition; without one the newest is printed. The message has an HTML and
    a plain part, no pictures and nothing that tells who reads it. It opens with the lead and ends
    as the edition does. A build writes the same file beside each of the newest seven editions
    (edition/DATE/mail.eml). Open the file in a mail program, or hand it to the one that keeps
    your list; that adds who it goes to.

    `mail_from` in mkdocs.yml says who sends it, `mail_unsubscribe` where a reader leaves.

    \b
    Examples:
      briefings mail > edition.eml
      briefings mail 2026-03-14 --text
      briefings mail --html > look.html
    """
    settings = desk_settings(context)
    printed = print_letter(settings, day.date() if day else None, now=run_time(now, settings))
    if part in {"html", "plain"}:
        message = BytesParser(EmailMessage, policy=default).parsebytes(printed)
        body = message.get_body((part,))
        written = body.get_payload(decode=True) if body else b""
        click.echo(written if isinstance(written, bytes) else b"", nl=False)
    else:
        click.echo(printed, nl=False)

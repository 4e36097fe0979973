"""An article on a terminal: a head, then its blocks, within the terminal's width."""

import shutil
import textwrap
from collections.abc import Iterator

import click

from briefings.cli.report import counted, printable
from briefings.explain_blocks import FOLDED, Block, find_blocks
from briefings.explain_html import facts_of
from briefings.model import Article, Role

TINTS = {
    Role.HEADLINE: "bright_white",
    Role.DEK: "cyan",
    Role.BODY: None,
    Role.SUBHEAD: "cyan",
    Role.BLANK: "bright_black",
    Role.WIDGET: "red",
    Role.FURNITURE: "red",
    Role.RELATED: "red",
    Role.COMMENT: "red",
    Role.MARKUP: "bright_black",
    Role.METADATA: "bright_black",
}
_INDENT = 26
_WIDEST = 100


def show_article(path: str, article: Article) -> None:
    """Print what is known of an article and then each block, runs of furniture folded."""
    width = max(40, min(shutil.get_terminal_size().columns, _WIDEST))
    click.echo(click.style(printable(path), bold=True))
    for name, value, why in [("Title", article.title, ""), *facts_of(article)]:
        words = f"{value} ({why})" if why else value
        _print_hanging(f"  {name:<12} ", words, width)
    click.echo()
    for block in find_blocks(article):
        _print_block(block, width)
    for finding in article.findings:
        click.echo(printable(str(finding)))


def _print_block(block: Block, width: int) -> None:
    role = click.style(f"{block.role.value:<18}", fg=TINTS.get(block.role, "green"))
    text = printable(" ".join(block.texts))
    if block.role in FOLDED and len(block.texts) > 1:
        text = f"{counted(len(block.texts), 'line')}: {text}"
    room = width - _INDENT
    shown = text if len(text) <= room else text[: room - 1] + "…"
    click.echo(f"{block.line:>5}  {role} {shown}")
    for line in _wrapped(block.reason, room):
        click.echo(click.style(f"{'':>{_INDENT}}{line}", dim=True))


def _print_hanging(label: str, text: str, width: int) -> None:
    for number, line in enumerate(_wrapped(text, width - len(label))):
        head = click.style(label, dim=True) if number == 0 else " " * len(label)
        click.echo(head + line)


def _wrapped(text: str, width: int) -> Iterator[str]:
    yield from textwrap.wrap(printable(text), max(width, 20))

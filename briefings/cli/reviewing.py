"""`review`: somebody reads drafts beside their articles, and publishes what is right."""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from briefings.cli.report import desk_settings, now_option, printable, run_time, show_findings
from briefings.errors import BadFileError
from briefings.model import Article, Briefing, Registers, Status
from briefings.proofs import Articles, Proof, prove
from briefings.reviewing import review_file
from briefings.settings import Settings
from briefings.store.briefings import load_all, load_briefing
from briefings.store.registers import load_registers

Publish = Callable[..., None]
"""Publishes a file: `publish(file, shown, keep=…)`; `keep` is the outlet's headline."""
_WIDTH = 78
_HEADINGS = {
    "summary": "Summary",
    "news": "Key points",
    "background": "Background",
    "quote": "Quotes",
}


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--by", required=True, metavar="NAME", help="Who read it against its sources.")
@click.option("--keep-headline", is_flag=True, help="Keep the outlet's headline, knowingly.")
@now_option
@click.pass_context
def review(
    context: click.Context,
    files: tuple[Path, ...],
    by: str,
    keep_headline: bool,
    now: datetime | None,
) -> None:
    """Publish drafts you have read: sets status, published_at and reviewed.

    Without FILES it walks through the drafts: each is shown beside what its article says, and
    you accept it, edit it, skip it, or read the whole article. With FILES those are published.

    Their addresses go into the ledger, content/registers/urls.txt. The review holds a digest of
    what you read, so a later edit shows as unreviewed in `check`. Write a headline of your own
    first: `check` tells where the outlet's is published as yours, unless you kept it knowingly.

    \b
    Examples:
      briefings review --by "Mara Voss"
      briefings review content/briefings/2026/03/ferries.md --by "Mara Voss"
    """
    settings = desk_settings(context)
    at = run_time(now, settings).replace(second=0, microsecond=0)
    publish = partial(_publish, settings=settings, by=by, at=at)
    for file in files:
        publish(file, file.as_posix(), keep=keep_headline)
    if not files:
        _walk(settings, partial(publish, keep=keep_headline))


def _publish(
    file: Path, shown: str, *, settings: Settings, by: str, at: datetime, keep: bool
) -> None:
    changed = review_file(file, settings, by=by, at=at, keep_headline=keep)
    click.echo(f"{'published' if changed else 'unchanged'} {printable(shown)}")


def _walk(settings: Settings, publish: Publish) -> None:
    loaded, faults = load_all(settings)
    registers, _ = load_registers(settings)
    show_findings(faults, settings)
    drafts = [one.briefing for one in loaded if one.briefing.status is Status.DRAFT]
    for number, draft in enumerate(drafts, 1):
        click.echo(f"\n{number} of {len(drafts)}")
        if not _read_one(draft, settings, registers, publish):
            break
    if not drafts:
        click.echo("no drafts to review: run `briefings draft`")


def _read_one(draft: Briefing, settings: Settings, registers: Registers, publish: Publish) -> bool:
    """Show a draft until somebody decides; False where they leave."""
    file = settings.root / draft.path
    articles = _articles(draft, settings, registers)
    _show(draft, articles)
    while True:
        asked, keys = _question(draft)
        key = click.prompt(asked, type=keys, default="s")
        if key == "k":
            publish(file, draft.path, keep=True)
        elif key == "a":
            publish(file, draft.path)
        elif key == "e":
            click.edit(filename=str(file))
            try:
                draft = load_briefing(file, settings.root)
            except BadFileError as error:
                show_findings(error.findings, settings)
                continue
            _show(draft, articles)
            continue
        elif key == "r":
            click.echo_via_pager("\n".join(_whole(articles)))
            continue
        return bool(key != "q")


def _question(draft: Briefing) -> tuple[str, click.Choice[str]]:
    """Give what is asked of a draft, and the keys that answer it."""
    asked = "accept and publish, edit, read the article, skip, quit"
    if draft.title not in {source.title for source in draft.articles}:
        return asked, click.Choice(["a", "e", "r", "s", "q"])
    asked = asked.replace(", edit", ", keep the outlet's headline and publish, edit")
    return asked, click.Choice(["a", "k", "e", "r", "s", "q"])


def _articles(draft: Briefing, settings: Settings, registers: Registers) -> Articles:
    """Read a draft's articles; none is here where the drafting parts are missing."""
    try:
        from briefings.intake import read_apart  # noqa: PLC0415  # reviewing works without `[draft]`
    except ImportError:
        return {}
    keys = {source.path: source.key for source in draft.articles}
    read = read_apart(list(keys), settings, registers)
    return {keys[path]: article for path, article, _ in read}


def _show(draft: Briefing, articles: Articles) -> None:
    click.secho(printable(draft.path), dim=True)
    click.secho(_wrapped(draft.title, ""), bold=True)
    if draft.dek:
        click.echo(_wrapped(draft.dek, ""))
    part = ""
    for proof in prove(draft, articles):
        if proof.part != part:
            part = proof.part
            click.echo(f"\n{_HEADINGS[part]}")
        for line in _lines(proof):
            click.echo(line)
    for kind in ("people", "organisations", "places", "laws"):
        names = [use.name for use in getattr(draft.names, kind)]
        if names:
            click.echo(_wrapped(f"{kind}: {', '.join(names)}", "  "))
    _show_sources(draft)


def _show_sources(draft: Briefing) -> None:
    for source in draft.articles:
        outlet = source.source or (
            f"perhaps {source.source_proposed}" if source.source_proposed else "outlet not known"
        )
        told = f"{outlet}, {source.date or 'no date'}, rights: {source.rights.value}: {source.path}"
        click.secho(f"\n{_wrapped(told, '')}", dim=True)


def _lines(proof: Proof) -> Iterator[str]:
    text = f"“{proof.text}”" if proof.part == "quote" else proof.text
    who = f" — {proof.who}" if proof.who else (" — unattributed" if proof.part == "quote" else "")
    yield _wrapped(text + who, "  ")
    place = " and ".join(proof.places) or "the desk answers for it"
    yield click.style(_wrapped(place, "      "), dim=True)
    if proof.source and not proof.is_whole():
        yield click.style(_wrapped(" ".join(proof.source), "      | "), dim=True)


def _whole(articles: Articles) -> Iterator[str]:
    for article in articles.values():
        yield from [] if article is None else _paragraphs(article)
    if not any(articles.values()):
        yield "the article is not here, or reading it needs briefings[draft]"


def _paragraphs(article: Article) -> Iterator[str]:
    yield f"{printable(article.title)}\n"
    for number, paragraph in enumerate(article.body, 1):
        yield f"{_wrapped(paragraph, f'{number:>3}  ')}\n"


def _wrapped(text: str, margin: str) -> str:
    """Wrap article or desk text for a terminal, made harmless first."""
    rest = margin if margin.strip() == "|" else " " * len(margin)
    lines: Sequence[str] = textwrap.wrap(
        printable(" ".join(text.split())),
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=rest,
        break_long_words=False,
    )
    return "\n".join(lines)

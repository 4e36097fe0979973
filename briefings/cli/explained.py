"""The work of `explain`, apart because it needs the drafting parts."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

import click

from briefings.cli.explain_terminal import TINTS, show_article
from briefings.cli.report import printable
from briefings.explain import Explainer, explain_json
from briefings.explain_html import explain_html
from briefings.filed import Taken
from briefings.model import Article, Note, Role
from briefings.read.split import ENDINGS
from briefings.settings import Settings
from briefings.store.disk import save_text

_WIDEST = 100


def explain_paths(
    paths: tuple[Path, ...], settings: Settings | None, *, as_json: bool, full: bool = False
) -> bool:
    """Explain files and folders of files; False where one could not be read."""
    explainer = Explainer.of(settings) if settings else Explainer()
    good = True
    for path, taken in explainer.read(_files(paths)):
        if taken.articles:
            _explain_one(path, taken, explainer, as_json=as_json, full=full)
            continue
        good = False
        said = "\n".join(map(str, taken.findings))
        if as_json:
            _print_json({"path": path.as_posix(), "error": said})
        else:
            for line in said.split("\n"):
                click.echo(printable(line), err=True)
    return good


def write_pages(paths: tuple[Path, ...], settings: Settings | None, folder: Path) -> bool:
    """Write a page for each file; False where one could not be read."""
    explainer = Explainer.of(settings) if settings else Explainer()
    good = True
    named: set[str] = set()
    for path, taken in explainer.read(_files(paths)):
        for finding in taken.findings:
            click.echo(printable(str(finding)), err=True)
        if not taken.articles:
            good = False
            continue
        read = [(_shown(path, article), article, note) for article, note in taken.articles]
        name = next(n for n in _names(path.name) if n not in named)
        named.add(name)
        out = folder / name
        save_text(out, explain_html(read))
        here = Path.cwd()
        shown = out.resolve()
        shown = shown.relative_to(here) if shown.is_relative_to(here) else out
        click.echo(printable(shown.as_posix()))
    return good


def _names(name: str) -> Iterator[str]:
    """Give names for a page: files of one name in two folders are two pages."""
    yield f"{name}.html"
    yield from (f"{name}-{number}.html" for number in count(2))


def _shown(path: Path, article: Article) -> str:
    _, mark, key = article.path.partition("#")
    return f"{path.as_posix()}{mark}{key}"


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        yield from sorted(f for f in path.rglob("*") if f.is_file() and f.suffix.lower() in ENDINGS)


def _explain_one(
    path: Path, taken: Taken, explainer: Explainer, *, as_json: bool, full: bool
) -> None:
    for article, note in taken.articles:
        shown = _shown(path, article)
        if as_json:
            story = explainer.propose_story(article, note)
            words = explainer.topic_words(article, note)
            told = explain_json(article, note, path=shown, story=story, topic_words=words)
            _print_json(told)
            continue
        # A pipe gets every line, as it always has; a person gets what fits a screen.
        if full or not sys.stdout.isatty():
            _print_roles(shown, article)
        else:
            show_article(shown, article)
        _print_note(article, note, explainer.topic_words(article, note))
    for finding in () if as_json else taken.findings:
        click.echo(printable(str(finding)))


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def _print_roles(path: str, article: Article) -> None:
    click.echo(click.style(printable(path), bold=True))
    for span in article.roles:
        if span.role is Role.BLANK and not span.text.strip():
            continue
        text = " ".join(span.text.split())
        shown = printable(text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…")
        role = click.style(f"{span.role.value:<18}", fg=TINTS.get(span.role, "green"))
        click.echo(f"{span.line:>5}  {role} {shown}")
        click.echo(click.style(f"{'':>26}{printable(span.reason)}", dim=True))
    for finding in article.findings:
        click.echo(printable(str(finding)))


def _print_note(article: Article, note: Note, words: Mapping[str, Sequence[str]]) -> None:
    def section(title: str, lines: Iterator[str]) -> None:
        click.echo(click.style(f"\n{title}", bold=True))
        for line in lines:
            click.echo(f"  {printable(line)}")

    source = article.source or (
        f"{article.source_proposed.value}? ({article.source_proposed.reason})"
        if article.source_proposed
        else "not stated"
    )
    section("Source", iter([source]))
    for title, points in (("Summary", note.summary), ("Key points", note.key_points)):
        section(
            title,
            (f"{p.text}  [{', '.join(map(str, p.grounds.refs))}, {p.kind.value}]" for p in points),
        )
    section("Quotes", (f"{q.speaker or 'speaker not stated'}: {q.text}" for q in note.quotes))
    section("Names", (f"{n.kind.value}: {n.name} ({len(n.mentions)})" for n in note.names))
    section("Topics", (f"{topic}: {', '.join(words[topic][:8])}" for topic in note.topics))

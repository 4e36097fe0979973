"""The options of `draft --with URL`, and what its language model cost."""

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from briefings.cli.report import counted, printable
from briefings.settings import Settings

if TYPE_CHECKING:
    from briefings.assist import Wording

_KEYS = ("BRIEFINGS_MODEL_KEY", "OPENAI_API_KEY")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which model the command line asks for."""

    url: str
    model: str
    timeout: float
    prices: tuple[float, float] | None


def model_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of a language model; the command gets them as `model`, or None."""

    @click.option(
        "--with",
        "url",
        metavar="URL",
        help="Have a language model word the drafts: any OpenAI-compatible endpoint, up to /v1. "
        "It is sent the articles. A sentence whose names, numbers, dates, quotations or claims "
        "are not in the sentences it cites is left out and told. The key is read from "
        f"{' or '.join(_KEYS)}.",
    )
    @click.option("--model", "name", metavar="NAME", help="With --with: which model to ask.")
    @click.option(
        "--timeout",
        type=click.FloatRange(min=1),
        default=60.0,
        show_default=True,
        metavar="SECONDS",
        help="With --with: for one question.",
    )
    @click.option(
        "--price",
        metavar="IN/OUT",
        help="With --with: of a million tokens, such as 0.15/0.60, to show what the run cost.",
    )
    @functools.wraps(command)
    def wrapped(
        *args: Any,
        url: str | None,
        name: str | None,
        timeout: float,
        price: str | None,
        **kwargs: Any,
    ) -> Any:
        model = None
        if url:
            model = Asked(url=_url(url), model=_name(name), timeout=timeout, prices=_prices(price))
        elif name or price:
            raise click.UsageError("--model and --price belong to --with URL")
        return command(*args, model=model, **kwargs)

    return wrapped


def _url(given: str) -> str:
    if not given.startswith(("http://", "https://")):
        raise click.UsageError(f"--with {given}: write an address that begins with https://")
    return given.rstrip("/")


def _name(given: str | None) -> str:
    name = " ".join((given or "").split())
    if not name or len(name) > 100:
        raise click.UsageError("--with needs --model NAME, as the endpoint calls it")
    return printable(name)


def _prices(given: str | None) -> tuple[float, float] | None:
    if given is None:
        return None
    first, _, second = given.partition("/")
    try:
        return float(first), float(second)
    except ValueError as error:
        raise click.UsageError(f"--price {given}: write it as 0.15/0.60") from error


def start_wording(asked: Asked, settings: Settings) -> "Wording":
    """Give what words the notes.

    Raises:
        UsageError: the client is not installed.
    """
    try:
        from briefings.assist import Endpoint, Model, Wording  # noqa: PLC0415  # needs `[model]`
    except ImportError as error:
        raise click.UsageError("--with needs the client: pip install 'briefings[model]'") from error
    key = next(filter(None, map(os.environ.get, _KEYS)), "")
    endpoint = Endpoint(
        url=asked.url, model=asked.model, key=key, timeout=asked.timeout, prices=asked.prices
    )
    return Wording(Model(endpoint, settings.root / ".briefings" / "model"))


def echo_bill(wording: "Wording") -> None:
    """Say how often the model was asked, and what that cost."""
    bill, prices = wording.model.bill, wording.model.endpoint.prices
    cost = f", {bill.cost(prices):.4f} at the prices given" if prices else ""
    click.echo(
        f"{wording.model.endpoint.model}: {counted(bill.asked, 'question')} asked, "
        f"{bill.remembered:,} answered before, {bill.tokens_in:,} tokens in, "
        f"{bill.tokens_out:,} out{cost}"
    )

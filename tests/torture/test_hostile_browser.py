"""A real Chromium reads the site of hostile texts: nothing runs, nothing is asked of other hosts.

Once as readers get it, and once with the pages' Content-Security-Policy taken away: the policy is
the second lock, and the first must hold alone.
"""

import functools
import http.server
import random
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Quiet
from tests.browser.test_every_page import LEADS_ON
from tests.read.damage import damaged
from tests.torture.conftest import Twins
from tests.torture.hostile_desk import address_of, mark_of
from tests.torture.tallying import FULL, Tally, times
from tests.torture.test_hostile_pages import PROSE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("hostile")]

WATCH = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = () => { window.ran.push(`${name} was called`); };
document.addEventListener("securitypolicyviolation", (event) =>
  window.ran.push(`the policy stopped ${event.violatedDirective} ${event.blockedURI}`));
"""
ELEMENTS = """() => {
  const counts = {};
  for (const { localName } of document.querySelectorAll("body *"))
    counts[localName] = (counts[localName] ?? 0) + 1;
  return counts;
}"""
ODD = """() => [...document.querySelectorAll("*")].flatMap((node) =>
  [...node.attributes].filter(({ name, value }) => name.startsWith("on")
    || /^\\s*(?:javascript|data|vbscript|file|blob):/i.test(value) && /href|src|action/.test(name))
  .map(({ name, value }) => `${node.localName} ${name}=${value.slice(0, 60)}`))"""
RESULTS = "main .found li"
ALLOWED_IN_RESULTS = {"li", "a", "p", "mark", "span"}
STEP = times("TORTURE_STEP", quick=8, full=1)
FEW = times("TORTURE_FEW", quick=300, full=4)
"""Of pages of one kind, one in so many: lists and names are many and alike."""
BOTH = {"without the policy": True, "with it": False}
WAYS = pytest.mark.parametrize("bypass", list(BOTH.values())[: 2 if FULL else 1])


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a tree under the path the desk has."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def reader(chromium: Browser, address: str, *, bypass: bool) -> Iterator[tuple[Page, list[str]]]:
    """Open a browser that notes what runs and what is asked of others."""
    context = chromium.new_context(bypass_csp=bypass)
    context.add_init_script(WATCH)
    page, told = context.new_page(), list[str]()
    page.on("pageerror", lambda error: told.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (told.append(dialog.type), dialog.dismiss()))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(address) else told.append(f"asked {asked.url}"),
    )
    yield page, told
    context.close()


def ran(page: Page, told: list[str]) -> list[str]:
    """Give what ran or was asked since last time."""
    found = [*told, *page.evaluate("window.ran"), *page.evaluate(ODD)]
    told.clear()
    return found


def odd(own: dict[str, int], plain: dict[str, int], *, prose: bool) -> Iterator[str]:
    """Give what a page has more of than its twin; Markdown may make prose."""
    more = Counter(own) - Counter(plain)
    yield from (f"{n} more <{tag}>" for tag, n in more.items() if not (prose and tag in PROSE))


@WAYS
def test_nothing_runs_on_a_page(
    chromium: Browser, twins: Twins, tally: Tally, bypass: bool
) -> None:
    """The elements Chromium makes of a page are those of its twin, and no request goes out.

    Seen to fail with `|e` taken out of the headline, by elements and by `alert`.
    """
    with (
        served(twins.hostile) as address,
        served(twins.plain) as other,
        reader(chromium, address, bypass=bypass) as (page, told),
        reader(chromium, other, bypass=bypass) as (twin, _),
    ):
        for number in range(0, len(twins.texts), STEP):
            twin.goto(f"{other}/{address_of(number)}")
            page.goto(f"{address}/{address_of(number)}")
            found = odd(page.evaluate(ELEMENTS), twin.evaluate(ELEMENTS), prose=True)
            tally.add(ascii(twins.texts[number])[:60], *found, *ran(page, told))

    tally.check(least=4)


@WAYS
def test_nothing_runs_on_any_other_kind_of_page(
    chromium: Browser, twins: Twins, tally: Tally, bypass: bool
) -> None:
    """Lists, names, stories, outlets, diary, editions, letters, the plain page, 404."""
    pages = [file for file in sorted(twins.hostile.rglob("*.html")) if "b0" not in file.parent.name]
    kinds: Counter[str] = Counter()
    with served(twins.hostile) as address, reader(chromium, address, bypass=bypass) as (page, told):
        for file in pages:
            name = file.relative_to(twins.hostile)
            if LEADS_ON in file.read_text(encoding="utf-8"):
                continue
            kinds[name.parts[0]] += 1
            if kinds[name.parts[0]] % FEW == 1:
                page.goto(f"{address}/{name.as_posix()}")
                tally.add(name, *ran(page, told))

    tally.check(least=4)


@WAYS
def test_nothing_runs_where_search_finds_it(
    chromium: Browser, twins: Twins, tally: Tally, bypass: bool
) -> None:
    """Results are text and marks. Seen to fail with `append` of markup in `search-results.js`."""
    with served(twins.hostile) as address, reader(chromium, address, bypass=bypass) as (page, told):
        for number in range(1, len(twins.texts), STEP):
            page.goto(f"{address}/search/?q={mark_of(number)}")
            page.locator(RESULTS).first.wait_for()
            inside = page.locator(f"{RESULTS}, {RESULTS} *")
            tags = set(inside.evaluate_all("nodes => nodes.map((node) => node.localName)"))
            tally.add(
                ascii(twins.texts[number])[:60], *(tags - ALLOWED_IN_RESULTS), *ran(page, told)
            )

    tally.check(least=4)


@WAYS
def test_a_hostile_query_is_text(
    chromium: Browser, twins: Twins, tally: Tally, bypass: bool
) -> None:
    """What stands in the address of the search page is looked for, and nothing else."""
    with served(twins.hostile) as address, reader(chromium, address, bypass=bypass) as (page, told):
        for text in twins.texts[:: STEP * 2]:
            page.goto(f"{address}/search/")
            page.evaluate("text => { location.search = new URLSearchParams({ q: text }); }", text)
            page.wait_for_load_state("networkidle")
            tally.add(ascii(text)[:60], *ran(page, told))

    tally.check(least=2)


def an_address(chance: random.Random, texts: tuple[str, ...]) -> str:
    """Give an address of the search page that nobody would write: damaged, long, twice, encoded."""
    kept = [text.encode("utf-8", "replace") for text in texts]
    pairs = []
    for _ in range(chance.choice((1, 1, 2, 3, 9))):
        key = chance.choice(("q", "q", "q", "topic", "source", "language", "from", "to", "sort", "page", "__proto__", "a[]"))  # fmt: skip
        value = chance.choice((
            chance.choice(kept),
            damaged(chance.choice(kept) or b"a", kept, chance)[:2_000],
            mark_of(chance.randrange(len(texts))).encode(),
            b'"' * chance.randrange(9), b"-" * chance.randrange(40), b"%" * 9, b"", b"2026-03-99", b"NaN",
        ))  # fmt: skip
        pairs.append(f"{key}={value.decode('latin-1') if chance.random() < 0.1 else quote(value)}")
    end = chance.choice(("", "", "#", "#main", "#%00", "#:~:text=a"))
    return "?" + chance.choice(("&", "&", ";", "&&")).join(pairs).replace("\x00", "%00") + end


def test_no_address_of_the_search_page_breaks_it(
    chromium: Browser, twins: Twins, tally: Tally
) -> None:
    """Fuzzing: no error in its program, nothing runs, and it says what it found or that it did not.

    Seen to fail with `decodeURIComponent` of the address in `search.js`.
    """
    chance = random.Random(9)
    with served(twins.hostile) as address, reader(chromium, address, bypass=True) as (page, told):
        for _ in range(times("TORTURE_QUERIES", quick=3, full=400)):
            search = an_address(chance, twins.texts)
            page.goto(f"{address}/search/")
            page.evaluate("search => { location.href = location.pathname + search; }", search)
            page.wait_for_load_state("networkidle")
            tags = page.locator("main .found *").evaluate_all("all => all.map((n) => n.localName)")
            tally.add(ascii(search)[:80], *(set(tags) - ALLOWED_IN_RESULTS), *ran(page, told))

    tally.check(least=3)


def test_nothing_runs_in_a_letter(chromium: Browser, twins: Twins, tally: Tally) -> None:
    """Mail programs that run scripts are few; the letter is read as if by the worst."""
    with reader(chromium, "about:", bypass=True) as (page, told):
        for file in sorted(twins.hostile.rglob("mail.eml")):
            letter = message_from_bytes(file.read_bytes(), policy=default)
            assert isinstance(letter, EmailMessage)
            body = letter.get_body(("html",))
            assert body is not None
            page.set_content(body.get_content())
            tally.add(file.parent.name, *ran(page, told))

    tally.check(least=2)

"""Strangers' files, from the folder of articles to the published page, and what is said meanwhile."""

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefings.desk import draft_desk
from briefings.settings import Settings
from briefings.site.build import build_site
from briefings.store.briefings import load_all
from tests.desks import a_desk, files_of
from tests.site.test_build import publish_all
from tests.torture.conftest import Twins
from tests.torture.hostile_articles import write_articles
from tests.torture.hostile_desk import NOW
from tests.torture.outputs import faults_of_file, shape_of
from tests.torture.tallying import FULL, Tally
from tests.torture.test_hostile_browser import ran, reader, served
from tests.torture.test_hostile_pages import INVISIBLE
from tests.torture.texts import MARKUP, OWN, TERMINAL, foreign_texts

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("hostile")]

COMMAND = [sys.executable, "-m", "briefings"]
OURS = re.compile(
    rb"\x1b\[(?:[0-9]{1,2}(?:;[0-9]{1,2})?)?m|\r?\x1b\[\?25[lh]|\x1b\[K|\r\n|\r(?=[a-z ]+\[[-#])"
)
"""Colours, the cursor of the progress bar, line ends: what the program writes of its own."""
FORBIDDEN = re.compile(
    rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xf3\xa0[\x80-\x81]"
)
NOT_OURS = "\x1b[38;5;199m"
"""A colour the program never sets, in case a stranger's is taken for its own."""
TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "link",
        "script",
        "body",
        "a",
        "p",
        "main",
        "header",
        "footer",
        "nav",
        "form",
        "input",
        "button",
        "dialog",
        "div",
        "span",
        "ol",
        "ul",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "section",
        "article",
        "noscript",
        "rect",
        "aside",
        "figure",
        "figcaption",
        "img",
        "blockquote",
        "cite",
        "time",
        "dl",
        "dt",
        "dd",
        "em",
        "strong",
        "code",
        "pre",
        "br",
        "hr",
        "bdi",
        "bdo",
        "b",
        "i",
        "small",
        "details",
        "summary",
        "label",
        "svg",
        "path",
        "circle",
        "q",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "caption",
        "search",
        "abbr",
        "sup",
        "mark",
        "output",
        "select",
        "option",
        "style",
    ]
) | {"a declaration"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Draft hostile articles of every format, and publish what came of them."""
    texts = (*OWN, *foreign_texts()) if FULL else (*MARKUP[::4], *TERMINAL[::3])
    settings = a_desk(tmp_path_factory.mktemp("articles"))
    write_articles(settings.articles() / "2026" / "03", texts)
    draft_desk(settings, now=NOW, by="briefings test")
    publish_all(settings)
    build_site(settings, now=NOW)
    return settings


def test_every_page_of_strangers_articles_is_inert(
    chromium: Browser, desk: Settings, tally: Tally
) -> None:
    """Elements, links and invisible commands of each; what does not parse is a fault."""
    site = desk.root / "site"
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site)
        tally.add(name, *(faults_of_file(file) if file.is_file() else ()))
        if file.suffix == ".html":
            page = file.read_text(encoding="utf-8")
            shape, links = shape_of(page)
            odd = [e for e in shape if e[0] not in TAGS or any(a.startswith("on") for a in e[1:])]
            bad = [
                link for link in links if re.match(r"\s*(?:javascript|data|vbscript|file):", link)
            ]
            found = INVISIBLE.search(page)
            tally.add(name, *odd, *bad, found and ascii(found[0]))
    with served(site) as address, reader(chromium, address, bypass=True) as (page_, told):
        for file in sorted(site.glob("20*/*/*/index.html"))[:: 1 if FULL else 6]:
            page_.goto(f"{address}/{file.relative_to(site).as_posix()}")
            tally.add(file.parent.name, *ran(page_, told))

    tally.check(least=100)


def test_the_articles_were_drafted_and_published(desk: Settings) -> None:
    """The tests of this file look at something, and no file name was run as a command."""
    loaded, _ = load_all(desk)
    files = [file for file in desk.articles().rglob("*") if file.is_file()]

    assert sum(len(one.briefing.articles) for one in loaded) > 0.8 * len(files)
    assert len(list((desk.root / "site").glob("20*/*/*/index.html"))) > len(files) / 2
    assert not (desk.root / "hacked").exists()
    assert not Path("hacked").exists()


def said_on_a_terminal(arguments: list[str], cwd: Path, answers: bytes = b"") -> bytes:
    """Run a command at a terminal of its own; give every byte it printed."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "PAGER": "cat", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [*COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, cwd=cwd, env=environment
    ) as process:
        os.close(theirs)
        os.write(ours, answers)
        said, end = b"", time.monotonic() + 120
        while time.monotonic() < end:
            ready, _, _ = select.select([ours], [], [], 0.2)
            try:
                part = os.read(ours, 65536) if ready else b""
            except OSError:  # Linux says so when the other end is closed
                break
            said += part
            if not part and process.poll() is not None:
                break
        process.kill()
    os.close(ours)
    return said


QUICK = (["pile"], ["check"], ["explain", "content/articles/2026/03"], ["nothing\x1b[2J"])
REST = (
    ["status"], ["build", "--preview"], ["build", "--why", "\x1b[2J"], ["links"], ["names"],
    ["draft", "--refresh"], ["mail", "--text"], ["check", "--format", "json"], ["pile", "--json"],
    ["check", "--format", "sarif"], ["check", "--format", "github"], ["explain-rule", "\x1b[2J"],
    ["explain", "--lines", "content/articles/2026/03"], ["review", "--by", "Noor"], ["-C", "\x1b[2J", "pile"],
    ["add", "content/articles/2026/03/\x1b[2Jclear.txt"], ["new", "\x1b[2J"], ["links", "\x1b]0;x\x07"],
    ["spike", "content/articles/2026/03/\x1b[2Jclear.txt", "--by", "\x1b[2J", "--why", "\x1b[2J"],
)  # fmt: skip


@pytest.mark.parametrize("which", ["articles", "briefings"][: 2 if FULL else 1])
def test_no_command_lets_text_reach_the_terminal(
    desk: Settings, twins: Twins, tally: Tally, which: str
) -> None:
    """No stranger moves the cursor, sets a title, colours a line or turns it around.

    Seen to fail with `printable` giving back what it is given.
    """
    root = desk.root if which == "articles" else twins.hostile.parent
    late = root / "content" / "articles" / "2026" / "03"
    late.mkdir(parents=True, exist_ok=True)
    (late / f"late{NOT_OURS}.txt").write_text(f"{NOT_OURS} is late\n\nToo short {NOT_OURS}.\n")
    (root / "content" / "briefings" / "2026" / f"bad{NOT_OURS}.md").write_text(
        "---\ntitle: [\n---\n"
    )
    for arguments in (*QUICK, *REST) if FULL else QUICK:
        said = said_on_a_terminal(arguments, root, b"q\n" * 3)
        left = OURS.sub(b"", said)
        found = FORBIDDEN.search(left)
        around = found and left[max(0, found.start() - 40) : found.end() + 40]
        tally.add(arguments, found and repr(around), b"Traceback" in said and said[-300:])

    tally.check(least=4)


def test_annotations_are_one_to_a_line_and_ours(desk: Settings, twins: Twins, tally: Tally) -> None:
    """A runner reads a line that begins with `::` as a command; a stranger's text begins none.

    Seen to fail with `_data` giving back what it is given.
    """
    for root in (desk.root, twins.hostile.parent)[: 2 if FULL else 1]:
        (root / "content" / "briefings" / "2026" / "new\n::add-mask::b,c.md").write_text(
            "---\n---\n"
        )
        run = [*COMMAND, "check", "--format"]
        told = subprocess.run([*run, "github"], cwd=root, capture_output=True, check=False)
        wanted = json.loads(
            subprocess.run([*run, "json"], cwd=root, capture_output=True, check=False).stdout
        )
        lines = told.stdout.decode().split("\n")[:-1]
        ours = re.compile(
            r"::(?:error|warning|notice) file=[^:,\r]+(?:,line=\d+,col=\d+)?,title=BR\d+::.+"
        )
        tally.extend(len(lines), [line[:200] for line in lines if not ours.fullmatch(line)])
        tally.add("the number", len(lines) != len(wanted["findings"]) and len(lines))
        others = [b"check"], [b"pile"], [b"status"], [b"draft", b"--refresh"]
        for arguments in others if FULL else others[:1]:
            words = [word.decode() for word in arguments]
            plain = subprocess.run([*COMMAND, *words], cwd=root, capture_output=True, check=False)
            commands = re.findall(rb"^(?:::|##\[).*", plain.stdout + plain.stderr, re.MULTILINE)
            tally.add(words, *commands)

    tally.check(least=10)


def test_the_desk_itself_was_not_touched(desk: Settings, tally: Tally) -> None:
    """Nothing was written beside content, site and state, whatever a file name says."""
    names = {name.split("/")[0] for name in files_of(desk.root)}
    tally.add(
        "the desk's folder", *(names - {"content", "site", ".briefings", "mkdocs.yml", "theme"})
    )

    tally.check()

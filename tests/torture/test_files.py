"""Only regular files inside the desk are read, and no address leaves the site or collides."""

import os
import socket
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.desk import draft_desk
from briefings.settings import Settings
from briefings.site.build import build_site
from tests.desks import FERRY, a_desk, files_of
from tests.site.test_build import NOW, a_drafted_desk, publish_all
from tests.torture.hostile_desk import as_yaml
from tests.torture.tallying import Tally

CANARY = "canary-outside-the-desk-7f3a"
TAKEN = (
    "index", "assets", "api", "search", "images", "pagefind", "feed", "404", "con", "CON", "aux", "nul",
    "com1", "lpt1", "prn", "a.", "a ", ".a", "..", ".", "a..b", "a/b", "a\\b", "%2e%2e", "a%2fb", "-", "--",
    "A", "é", "e\u0301", "ﬁ", "a" * 300, "1", "true", "null", "a\u202eb", "a\nb", "a?b", "a#b", "a:b", "a*b",
    "mail", "page", "robots.txt", "service-worker.js", "sitemap.xml", "__proto__", "constructor", "index.html",
)  # fmt: skip
"""Names a slug, an id or a redirect might have."""


@pytest.fixture
def desk(tmp_path: Path) -> Settings:
    """Give a desk with two published briefings, and secrets beside it."""
    settings = a_drafted_desk(tmp_path / "desk")
    publish_all(settings)
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    for name in ("key.md", "key.txt", "key.yml", "key.png", "2026-03-14.md"):
        (secrets / name).write_text(f"---\ntitle: {CANARY}\n---\n{CANARY}\n")
    return settings


def odd_files(secrets: Path) -> Iterator[tuple[str, str, object]]:
    """Give what is no file of the desk: where it is put, what it is, how it is made."""
    for folder, ending in (
        ("briefings/2026/03", ".md"), ("articles/2026/03", ".txt"), ("editions", ".md"), ("pages", ".md"),
        ("registers", ".yml"), ("images", ".png"),
    ):  # fmt: skip
        target = secrets / f"key{ending}"
        yield f"{folder}/out{ending}", "a link out", target
        yield (
            f"{folder}/up{ending}",
            "a link up and out",
            Path("../" * 12 + str(target).lstrip("/")),
        )
        yield f"{folder}/folder", "a link to a folder", secrets
        yield f"{folder}/itself{ending}", "a link to itself", Path(f"itself{ending}")
        yield f"{folder}/device{ending}", "a link to a device", Path("/dev/zero")
        yield f"{folder}/pipe{ending}", "a pipe", os.mkfifo
        yield f"{folder}/socket{ending}", "a socket", socket.AF_UNIX


def put(path: Path, how: object) -> None:
    """Make what is no file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(how, Path):
        path.symlink_to(how)
    elif callable(how):
        how(path)
    else:
        script = "import socket,sys,os; os.chdir(sys.argv[1]); socket.socket(1).bind(sys.argv[2])"
        subprocess.run([sys.executable, "-c", script, path.parent, path.name], check=True)


def test_what_is_no_file_of_the_desk_is_never_read(desk: Settings, tally: Tally) -> None:
    """No byte of it is on the site, nothing waits for it, and the rest is built and drafted."""
    good = files_of(build_site(desk, now=NOW).site)
    for name, what, how in odd_files(desk.root.parent / "secrets"):
        path = desk.root / "content" / name
        put(path, how)
        command = [sys.executable, "-m", "briefings", "-C", str(desk.root), "build"]
        for arguments in ([*command, "--now", "2026-03-16T12:00"],):
            try:
                done = subprocess.run(arguments, capture_output=True, timeout=60, check=False)
                said = (done.stdout + done.stderr).decode()
            except subprocess.TimeoutExpired:
                tally.add(name, "it waits")
                continue
            tree = files_of(desk.root / "site")
            odd = [key for key in tree if CANARY.encode() in tree[key]]
            lost = [key for key in good if key not in tree]
            tally.add(
                f"{name}: {what}", *odd, *lost, CANARY in said and "told", "Traceback" in said
            )
        path.unlink()

    tally.check(least=40)


PROGRAM = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
NO_PICTURES = {
    "plan.svg": PROGRAM, "plan.SVG": PROGRAM, "plan.svgz": b"\x1f\x8b\x08\x00", "plan.html": PROGRAM,
    "plan.png": PROGRAM, "plan.jpg": b"\xef\xbb\xbf" + PROGRAM, "plan.gif": b"<!doctype html>GIF89a",
    "plan.webp": b"RIFF" + PROGRAM, "plan.png.html": b"\x89PNG\r\n\x1a\n" + PROGRAM, "plan": PROGRAM,
    "plan.xml": PROGRAM, "plan.pdf": b"%PDF-1.7", "plan.js": b"alert(1)", "plan.avif": b"", "plan.md": b"# a",
}  # fmt: skip
"""What an editor may be given as a picture: at its own address a browser would run some of it."""


def test_what_is_no_picture_is_not_published(desk: Settings, tally: Tally) -> None:
    """By its ending, or by how it begins. Seen to fail with `_is_picture` always true."""
    folder, file = desk.images(), next(iter(desk.briefings().rglob("insp*.md")))
    folder.mkdir(exist_ok=True)
    text = file.read_text(encoding="utf-8")
    for name, content in NO_PICTURES.items():
        (folder / name).write_bytes(content)
        image = f"image: {{file: {name}, alt: A plan}}"
        file.write_text(text.replace("image: null", image), encoding="utf-8")
        tree = files_of(build_site(desk, now=NOW).site)
        tally.add(name, *(key for key in tree if key.startswith("images/")))

    assert "image: null" in text
    tally.check(least=len(NO_PICTURES))


def test_a_draft_reads_no_file_but_articles(desk: Settings, tally: Tally) -> None:
    """Links, pipes and sockets among the articles are told and passed over."""
    folder = desk.articles() / "2026" / "03"
    for name, _, how in odd_files(desk.root.parent / "secrets"):
        if name.startswith("articles"):
            put(folder / Path(name).name, how)
    run = draft_desk(desk, now=NOW, by="briefings test")
    told = " ".join(str(found) for found in run.findings)
    drafts = b"".join(files_of(desk.briefings()).values())
    tally.extend(7, [CANARY] if CANARY.encode() in drafts or CANARY in told else [])
    tally.add("told", told.count("is not an article") == 0 and told.count(":") < 4 and told)

    tally.check(least=8)


def _briefing(slug: str, id_: str, title: str) -> str:
    front = {
        "id": id_, "title": title, "edition": "2026-03-14", "language": "en", "status": "published",
        "published_at": "2026-03-14T06:00+00:00", "reviewed": {"by": "Noor", "at": "2026-03-14"},
        "articles": [
            {"key": "a", "path": "a.txt", "digest": "v1:3f2a9c1d5e7b8a60", "title": slug, "language": "en"}
        ],
    }  # fmt: skip
    return f"---\n{as_yaml(front)}\n---\n\nText of {title}.\n"


def inside(site: Path) -> list[str]:
    """Give the files of the tree whose names other systems cannot have, or that are the same there."""
    seen: dict[str, str] = {}
    faults = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            faults.append(f"{name} and {seen[folded]} are one where case or form is not told apart")
        seen[folded] = name
        for part in Path(name).parts:
            stem = part.split(".")[0].lower()
            if (
                part.endswith((".", " "))
                or set(part) & set('<>:"\\|?*')
                or stem in {"con", "aux", "nul", "prn"}
            ):
                faults.append(f"{name} cannot be a file everywhere")
    return faults


def test_no_name_of_a_file_or_id_leaves_the_site_or_collides(desk: Settings, tally: Tally) -> None:
    """Refused with a message, or a page of its own inside the site; the others stand as they were."""
    good = files_of(build_site(desk, now=NOW).site)
    fixed = {
        "assets/briefings.css",
        "search/index.html",
        "404.html",
        "robots.txt",
        "service-worker.js",
    }
    for number, name in enumerate(TAKEN):
        for as_id in (False, True):
            slug, id_ = (f"n{number}", name) if as_id else (name, f"n{number}")
            file = desk.briefings() / "2026" / "03" / f"{slug}.md"
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(_briefing(slug, id_, f"Title {number}"), encoding="utf-8")
            except (OSError, ValueError):
                continue  # no file can have this name here
            built = build_site(desk, now=NOW)
            outside = [p.name for p in desk.root.parent.iterdir()] != ["desk", "secrets"]
            tree = files_of(built.site)
            changed = [key for key in fixed if tree[key] != good[key]]
            lost = [key for key in good if key.endswith(".html") and key not in tree]
            tally.add(f"{name!a} as {'id' if as_id else 'slug'}", *inside(built.site), *changed, *lost,
                      sorted(p.name for p in desk.root.parent.iterdir()) != ["desk", "secrets"] and outside)  # fmt: skip
            file.unlink()

    tally.check(least=60)


def test_no_redirect_of_the_ledger_leaves_the_site(desk: Settings, tally: Tally) -> None:
    """An old address is a page inside the site, never over a page that stands, or it is refused."""
    good = files_of(build_site(desk, now=NOW).site)
    known = next(iter(desk.briefings().rglob("insp*.md"))).stem
    addresses = (
        "/../../out/", "/..%2f..%2fout/", "/a/../../../out/", "//evil.example/", "/\\evil.example/", "/",
        "/index.html", "/assets/briefings.css", "/search/", "/2026/03/CON/", "/a\x00b/", "/" + "a" * 3000 + "/",
        "/a/" * 400, "/%00/", "/?a=b", "/#a", "/a b/", "/é/", "/e\u0301/", "/<script>alert(1)</script>/",
        "/feed.xml", "/feed.xml/", "/archive/", "/404.html", "/a//b/", "/./a/", "/a/.", "/a/..", "/robots.txt/x/",
    )  # fmt: skip
    for address in addresses:
        line = f"{address}\tbriefing:{known}\n"
        (desk.registers() / "urls.txt").write_text(line, encoding="utf-8")
        try:
            tree = files_of(build_site(desk, now=NOW).site)
        except Exception as error:  # any is a fault
            tally.add(address[:40], f"{type(error).__name__}: {error!s:.200}")
            continue
        odd = [key for key in good if tree.get(key) != good[key]]
        beside = {path.name for path in desk.root.parent.iterdir()} - {"desk", "secrets"}
        script = [key for key, content in tree.items() if b"<script>alert" in content]
        tally.add(address[:40], *odd, *beside, *script, *inside(desk.root / "site"))

    tally.check(least=25)


def test_names_that_differ_in_case_or_form_alone_do_not_collide(
    tmp_path: Path, tally: Tally
) -> None:
    """Two files, one page on a Mac: the second is refused, or has an address of its own."""
    settings = a_desk(tmp_path, ferry_txt=FERRY)
    folder = settings.briefings() / "2026" / "03"
    folder.mkdir(parents=True)
    pairs = [
        ("quay", "Quay"),
        ("caf\u00e9", "cafe\u0301"),
        ("straße", "strasse"),
        ("\ufb01re", "fire"),
    ]
    for number, pair in enumerate(pairs):
        for turn, slug in enumerate(pair):
            (folder / f"{slug}.md").write_text(_briefing(slug, f"p{number}-{turn}", slug), "utf-8")
    built = build_site(settings, now=NOW)
    tally.extend(len(pairs), inside(built.site))

    tally.check()

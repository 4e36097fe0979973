"""`init` and `schema`: a new desk works at once, and nothing that was there is lost."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from briefings.check import check_desk
from briefings.configuration import load_settings
from briefings.errors import DeskError
from briefings.starting import NewDesk, desk_files, start_desk
from briefings.store.briefings import load_all, load_briefing
from briefings.store.pages_cms import pages_config
from briefings.store.registers import load_registers
from briefings.store.schemas import SCHEMA_NAMES, schema_text
from tests.cli.conftest import Run
from tests.desks import files_of

A_DESK = NewDesk(name="Harbour", url="https://harbour.example/")


def test_a_new_desk_has_nothing_wrong(run: Run, tmp_path: Path) -> None:
    """What `init` writes passes its own check, the example's article and review included."""
    code, out, _ = run("init", tmp_path / "harbour")
    checked, found, _ = run("-C", tmp_path / "harbour", "check", "--strict")

    assert (code, checked) == (0, 0), out + found
    assert "1 briefing checked: no findings" in found


def test_a_new_desk_builds_its_example(run: Run, tmp_path: Path) -> None:
    """The example is a page of the site from the first build on."""
    run("init", tmp_path)
    code, out, _ = run("-C", tmp_path, "build", "--strict")

    assert code == 0, out
    assert (tmp_path / "site/2026/01/footbridge-reopens/index.html").is_file()


def test_a_bare_desk_has_no_trace_of_the_example(tmp_path: Path) -> None:
    """`--bare` leaves out article, briefing, outlet and address."""
    bare = NewDesk(name="Harbour", url="https://harbour.example/", bare=True)

    written = dict(desk_files(bare))

    assert not [path for path, text in written.items() if "rrin" in text or "footbridge" in path]
    start_desk(tmp_path, bare)
    loaded, faults = load_all(load_settings(tmp_path))
    assert (loaded, faults) == ((), ())
    assert (tmp_path / "content/articles").is_dir()


@pytest.mark.parametrize(
    "name", ['The "Harbour": Briefing', "#1 {News} & $url", "موجز الميناء", "-"]
)
def test_any_name_is_read_back(tmp_path: Path, name: str) -> None:
    """A name with the letters of YAML or of templates in it is still the name."""
    start_desk(tmp_path, NewDesk(name=name, url="https://harbour.example/"))

    assert load_settings(tmp_path).site_name == name


def test_what_is_there_stays(tmp_path: Path) -> None:
    """A README of the editor's own is left alone, and the rest is written around it."""
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")

    started = start_desk(tmp_path, A_DESK)

    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    assert started.left == ("README.md",)
    assert "mkdocs.yml" in started.written


def test_a_desk_is_not_started_twice(tmp_path: Path) -> None:
    """Where an mkdocs.yml is, nothing is written."""
    start_desk(tmp_path, A_DESK)
    before = files_of(tmp_path)

    with pytest.raises(DeskError, match="is a desk already"):
        start_desk(tmp_path, NewDesk(name="Another", url="https://another.example/"))

    assert files_of(tmp_path) == before


def test_a_wrong_option_writes_nothing(run: Run, tmp_path: Path) -> None:
    """A zone nobody knows is one message; the folder is not even made."""
    code, _, err = run("init", tmp_path / "harbour", "--timezone", "Europe/Nowhere")

    assert code == 2
    assert "time zone" in err
    assert not (tmp_path / "harbour").exists()


def test_a_public_desk_keeps_others_articles_out_of_git(tmp_path: Path) -> None:
    """With `--public` the articles are ignored and embargoes refused."""
    start_desk(tmp_path, NewDesk(name="Harbour", url="https://harbour.example/", public=True))

    assert "/content/articles/" in (tmp_path / ".gitignore").read_text(encoding="utf-8")
    assert load_settings(tmp_path).visibility == "public"


def test_a_public_desk_is_told_of_an_article_git_keeps(run: Run, tmp_path: Path) -> None:
    """What `init` ships keeps them out; forced in, one is refused."""
    start_desk(tmp_path, NewDesk(name="Harbour", url="https://harbour.example/", public=True))
    for step in (("init", "-q"), ("add", "-A")):
        subprocess.run(["git", "-C", tmp_path, *step], check=True, capture_output=True)
    kept = run("-C", tmp_path, "check")

    subprocess.run(["git", "-C", tmp_path, "add", "-f", "content/articles"], check=True)
    code, _, err = run("-C", tmp_path, "check")

    assert "BR510" not in kept[2]
    assert code == 1
    assert "footbridge-reopens.txt: error BR510: the article lies in a public" in err


def test_the_example_stays_true_to_its_article(tmp_path: Path) -> None:
    """The example's review and seals hold, and its registers have no fault."""
    start_desk(tmp_path, A_DESK)
    settings = load_settings(tmp_path)
    loaded, _ = load_all(settings)
    registers, faults = load_registers(settings)

    found = check_desk(loaded, registers, settings, lambda _: None, editions=(), now=None)

    assert faults == ()
    assert {finding.code for finding in found} <= {"BR311"}


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_schemas_are_json_and_say_what_keys_mean(run: Run, name: str) -> None:
    """Each schema is printed as it is written into a new desk."""
    code, out, _ = run("schema", name)

    assert code == 0
    assert out == schema_text(name)
    assert json.loads(out)["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "Example:" in out


def test_pages_cms_is_shown_what_editors_write() -> None:
    """Editors see headline and points; seals are hidden, and the keys left out are kept."""
    config = yaml.safe_load(pages_config())
    briefings = config["content"][0]
    fields = {field["name"]: field for field in briefings["fields"]}

    assert config["settings"]["content"]["merge"] is True
    assert briefings["operations"] == {"create": False, "rename": False, "delete": False}
    assert "hidden" not in fields["title"]
    assert {f["name"]: f.get("hidden") for f in fields["key_points"]["fields"]}["src"] is True
    assert fields["status"]["options"]["values"] == ["draft", "published", "withdrawn"]
    assert "articles" not in fields


def test_schema_wants_one_thing(run: Run) -> None:
    """Neither a kind nor --pages is a usage error that names the kinds."""
    code, _, err = run("schema")

    assert code == 2
    assert "briefing, edition" in err


def test_status_says_how_the_desk_stands(run: Run, tmp_path: Path) -> None:
    """A new desk has one briefing out; a draft and a new article are told with what to do."""
    run("init", tmp_path)
    article = tmp_path / "content/articles/2026/01/mill.txt"
    article.write_text("Mill closes\n\nThe mill closed on Monday, its owner said.\n", "utf-8")

    code, out, _ = run("-C", tmp_path, "status")
    _, as_json, _ = run("-C", tmp_path, "status", "--json")

    assert code == 0
    assert out == (
        "1 briefing on the site, newest edition 2026-01-12\n"
        "1 article in no briefing: run `briefings pile`\n"
    )
    assert json.loads(as_json)["waiting"] == 1


def test_new_begins_a_briefing_nothing_is_wrong_with(run: Run, tmp_path: Path) -> None:
    """A begun briefing has every key, hints as comments alone, and passes the check."""
    run("init", tmp_path, "--bare")

    code, out, _ = run("-C", tmp_path, "new", "Ferries run: “Monday”", "--edition", "2026-03-16")
    _, found, _ = run("-C", tmp_path, "check", "--strict")

    file = tmp_path / "content/briefings/2026/03/ferries-run-monday.md"
    assert (code, file.is_file()) == (0, True), out
    assert "1 briefing checked: no findings" in found
    assert load_briefing(file, tmp_path).summary == ()


def test_new_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    """A second briefing of one name is refused, in another month too."""
    run("init", tmp_path, "--bare")
    run("-C", tmp_path, "new", "Ferries run", "--edition", "2026-03-16")
    before = files_of(tmp_path / "content")

    code, _, err = run("-C", tmp_path, "new", "Ferries run", "--edition", "2026-04-16")

    assert code == 2
    assert "content/briefings/2026/03/ferries-run.md has this name already" in err
    assert files_of(tmp_path / "content") == before


def test_a_headline_without_latin_letters_gets_a_file(run: Run, tmp_path: Path) -> None:
    """The name is then the first of the headline's digest."""
    run("init", tmp_path, "--bare")

    code, out, _ = run("-C", tmp_path, "new", "العبّارات تعود الاثنين", "--edition", "2026-03-16")

    assert code == 0
    assert re.search(r"content/briefings/2026/03/[0-9a-f]{12}\.md", out)

"""`mkdocs.yml` becomes Settings, or every fault in it is told with its place."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefings.configuration import load_settings, parse_settings
from briefings.errors import BadFileError, DeskError
from briefings.model import Rights
from briefings.settings import Section, Settings

TOP = "site_name: A Desk\nsite_url: https://desk.example/news\n"


def settings_of(block: str = "", top: str = TOP) -> Settings:
    """Parse a desk whose plugin block is given, indented by six."""
    body = "".join(f"      {line}\n" for line in block.splitlines())
    text = f"{top}plugins:\n  - briefings:\n{body}" if block else f"{top}plugins:\n  - briefings\n"
    return parse_settings(text, root=Path("/desk"))


def faults_of(block: str = "", top: str = TOP) -> list[str]:
    """Give the faults of a desk's plugin block as lines."""
    with pytest.raises(BadFileError) as caught:
        settings_of(block, top)
    return [str(finding) for finding in caught.value.findings]


def test_a_desk_needs_a_name_and_an_address_only() -> None:
    """Everything else has a sane default."""
    settings = settings_of()

    assert settings.site_name == "A Desk"
    assert settings.site_url == "https://desk.example/news/"
    assert settings.timezone == ZoneInfo("UTC")
    assert settings.rights is Rights.EXCERPT
    assert not settings.publish_drafts


def test_every_option_is_read() -> None:
    """Each option of the block reaches its setting as its own type."""
    settings = settings_of(
        "timezone: Europe/Lisbon\nlanguage: fr\nplace: Lisbon\nedition_hour: '07:15'\n"
        "accent: '#102030'\nrights: full\npublish_drafts: yes\nsample: no\n"
        "visibility: public\npages_per_list: 7\nexcerpt_share: 0.25\nlicence: CC BY 4.0\n"
        "sections:\n  - title: At sea\n    topics: [transport, labour]"
    )

    assert settings.timezone == ZoneInfo("Europe/Lisbon")
    assert (settings.language, settings.place, settings.edition_hour) == ("fr", "Lisbon", "07:15")
    assert (settings.accent, settings.rights) == ("#102030", Rights.FULL)
    assert (settings.publish_drafts, settings.sample) == (True, False)
    assert (settings.visibility, settings.pages_per_list) == ("public", 7)
    assert (settings.excerpt_share, settings.licence) == (0.25, "CC BY 4.0")
    assert settings.sections == (Section(title="At sea", topics=("transport", "labour")),)


def test_all_faults_are_told_together_with_their_places() -> None:
    """Two wrong options are two findings, each at its line."""
    assert faults_of("timezoen: UTC\naccent: blue") == [
        'mkdocs.yml:5:7: error BR001: unknown option "timezoen"; did you mean "timezone"?',
        "mkdocs.yml:6:7: error BR001: `accent:` must be a colour such as #1d4e6b, not 'blue'",
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("timezone: Mars/Base", "is not a time zone such as Europe/Lisbon"),
        ("timezone: ../etc", "is not a time zone"),
        ("publish_drafts: maybe", "must be yes or no"),
        ("pages_per_list: 0", "must be a whole number from 1"),
        ("excerpt_share: 2", "must lie between 0 and 1"),
        ("excerpt_share: much", "could not convert"),
        ("rights: some", "must be none, excerpt or full"),
        ("sections: sea", "must be a list of {title, topics}"),
        ("sections: [sea]", "each section has a title and a list of topics"),
        ("sections: [{title: Sea, topics: boats}]", "a section's topics are a list of ids"),
        ("edition_hour: '25:00'", "must be an hour such as 06:30"),
        ("place:", "must be a text"),
        ("language: English", "must be a language tag such as en"),
    ],
)
def test_a_wrong_value_says_what_would_be_right(line: str, message: str) -> None:
    """Each option's message ends with the form it wants."""
    (fault,) = faults_of(line)

    assert message in fault


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("site_name: A\n  b: [", "not YAML"),
        ("\tsite_name: A", "not YAML"),
        ("site_name: A\nsite_url: https://a.example\n", "plugin is not switched on"),
        ("plugins:\n  - search\n", "plugin is not switched on"),
        ("plugins: briefings\n", "plugin is not switched on"),
        ("", "plugin is not switched on"),
        ("plugins: [briefings]\nsite_name: A\n", "`site_url:` is missing"),
        ("plugins: [briefings]\nsite_url: https://a.example\n", "`site_name:` is missing"),
        ("plugins: [briefings]\nsite_name: A\nsite_url: a.example\n", "must be an address"),
        ("site_name: \x01", "not YAML"),
    ],
)
def test_a_file_that_is_no_desk_says_why(text: str, message: str) -> None:
    """Broken YAML, a missing plugin, a missing name: one message each."""
    with pytest.raises(BadFileError, match=message):
        parse_settings(text, root=Path("/desk"))


def test_env_tags_are_read_as_mkdocs_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """`!ENV` takes the variable, else the default."""
    monkeypatch.setenv("DESK_NAME", "From outside")
    top = "site_name: !ENV DESK_NAME\nsite_url: !ENV [NO_SUCH_URL, https://fallback.example/]\n"

    settings = settings_of(top=top)

    assert settings.site_name == "From outside"
    assert settings.site_url == "https://fallback.example/"


def test_an_unset_env_tag_is_empty() -> None:
    """A variable nobody set is no value, so a name that hangs on it is missing."""
    (fault,) = faults_of(top="site_name: !ENV NO_SUCH\nsite_url: https://a.example/\n")

    assert "`site_name:` must be a text" in fault


def test_a_folder_without_a_desk_says_where_to_go(tmp_path: Path) -> None:
    """The message names -C."""
    with pytest.raises(DeskError, match="name one with -C DIR"):
        load_settings(tmp_path)


def test_a_file_that_is_not_utf_8_is_one_message(tmp_path: Path) -> None:
    """No traceback reaches an editor."""
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: \xff")

    with pytest.raises(BadFileError, match=r"^mkdocs\.yml:1:12: error BR108: not UTF-8"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("extra: &a [*a]", "4:12: error BR001: an alias (*) is not allowed; write the value out"),
        (f"extra: {'[' * 100_000}", "4:31: error BR001: nesting deeper than 24 levels is not"),
        ("site_name: B", '4:1: error BR001: the key "site_name" stands twice; keep one; the'),
        ("a: !!python/object/apply:os.getcwd []", "BR001: a tag that runs Python is not allowed"),
    ],
    ids=["an alias", "depth", "twice", "a call"],
)
def test_what_would_hurt_a_reader_is_refused_in_settings_too(line: str, fault: str) -> None:
    """An alias in itself, a line of brackets, a second value nobody sees, a call of Python."""
    with pytest.raises(BadFileError) as caught:
        parse_settings(f"{TOP}plugins: [briefings]\n{line}\n", root=Path("/desk"))

    assert fault in str(caught.value)


def test_an_option_that_stands_twice_is_refused() -> None:
    """The last would win unseen."""
    assert faults_of("sample: yes\nsample: no") == [
        'mkdocs.yml:6:7: error BR001: the key "sample" stands twice; keep one; '
        "the first is on line 5"
    ]


def test_tags_of_material_stay() -> None:
    """Its icons are named by one."""
    line = "extra: {x: !!python/name:material.extensions.emoji.twemoji , y: !ENV HOME}\n"

    assert parse_settings(f"{TOP}plugins: [briefings]\n{line}", root=Path("/desk"))


def test_the_root_is_the_folder_of_the_file(tmp_path: Path) -> None:
    """All folders of the desk hang on it."""
    (tmp_path / "mkdocs.yml").write_text(f"{TOP}plugins: [briefings]\n")

    settings = load_settings(tmp_path)

    assert settings.root == tmp_path.resolve()
    assert settings.articles() == settings.root / "content" / "articles"
    assert settings.state() == settings.root / ".briefings"
    assert settings.images() == settings.root / "content" / "images"
    assert settings.editions() == settings.root / "content" / "editions"

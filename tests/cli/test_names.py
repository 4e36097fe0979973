"""`briefings names`: proposing, adding, merging and ignoring."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefings.cli import commands
from briefings.desk import draft_desk
from briefings.engines import Processes
from briefings.settings import Settings
from briefings.store.registers import load_registers
from tests.desks import FERRY, WIRE, a_desk

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
REGISTER = """# Kept by hand.
people:
  omar-haddad:
    name: Omar Haddad  # the minister
  carla-duarte-the-elder:
    name: Carlota Duarte
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give a desk with two drafts and a register of two people."""
    settings = a_desk(tmp_path, ferry_txt=FERRY, teachers_txt=WIRE)
    (settings.registers() / "names.yml").write_text(REGISTER)
    draft_desk(settings, now=NOW, by="briefings test", engine=Processes(1))
    return settings


def run(settings: Settings, *arguments: str, keys: str = "") -> Result:
    """Run the command."""
    return CliRunner().invoke(commands, ["-C", str(settings.root), "names", *arguments], input=keys)


def register(settings: Settings) -> str:
    """Give the register as it stands."""
    return (settings.registers() / "names.yml").read_text()


def test_names_the_register_lacks_are_shown_with_count_and_context(settings: Settings) -> None:
    """What it has is not; what it may be another spelling of is named."""
    out = run(settings).output

    assert "Carla Duarte (person, 1 briefing, perhaps carla-duarte-the-elder)\n" in out
    assert "Omar Haddad" not in out.split("(person")[0]
    assert "Northport (place, 2 briefings)" in out
    assert out.endswith("run `briefings names --ask`\n")
    assert register(settings) == REGISTER


def test_a_kind_can_be_asked_for_alone(settings: Settings) -> None:
    """And no more than so many."""
    out = run(settings, "--kind", "places").output

    assert "Northport (place" in out
    assert "(person" not in out
    assert " more with --most" in run(settings, "--most", "1").output


def test_a_name_is_added_with_the_kind_the_briefings_use(settings: Settings) -> None:
    """A person has no page until somebody says so."""
    out = run(settings, "--add", "Northport", "--add", "Carla Duarte").output

    known = {record.id: record for record in load_registers(settings)[0].names}
    assert "added Northport as northport" in out
    assert known["northport"].kind.value == "place"
    assert known["carla-duarte"].page is False
    assert register(settings).startswith(REGISTER)
    assert "Northport (" not in run(settings).output


def test_a_name_is_merged_into_another(settings: Settings) -> None:
    """It is then a spelling of it."""
    run(settings, "--merge", "Carla Duarte", "--into", "carla-duarte-the-elder")

    assert "aliases: [Carla Duarte]" in register(settings)
    assert "Carla Duarte (" not in run(settings).output


def test_an_ignored_name_is_not_proposed_again(settings: Settings) -> None:
    """It stands in the register as ignored."""
    run(settings, "--ignore", "Carla Duarte")

    assert load_registers(settings)[0].ignored == ("Carla Duarte",)
    assert "Carla Duarte (" not in run(settings).output


def test_the_keyboard_decides_one_by_one(settings: Settings) -> None:
    """Add, merge with the likeliest as default, quit."""
    asked = run(settings, "--ask", "--kind", "people", keys="m\n\nq\n")

    assert "merged into carla-duarte-the-elder" in asked.output
    assert "aliases: [Carla Duarte]" in register(settings)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--merge", "X"], "belong together"),
        (["--add", "Nobody At All"], "is no new name of a briefing"),
        (
            ["--kind", "people", "--merge", "Carla Duarte", "--into", "nobody"],
            "has no person nobody",
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    settings: Settings, arguments: list[str], said: str
) -> None:
    """The register stays as it was."""
    ran = run(settings, *arguments)

    assert ran.exit_code != 0
    assert said in ran.output + str(ran.exception)
    assert register(settings) == REGISTER

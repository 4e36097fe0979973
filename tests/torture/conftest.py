"""What the tests of this folder share: the count of their cases, and hostile desks built once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefings.site.build import build_site
from tests.torture.hostile_desk import NOW, hostile_desk, plain_text
from tests.torture.tallying import FULL, Tally
from tests.torture.texts import MARKUP, OWN, foreign_texts


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Iterator[Tally]:
    """Count cases and faults, for the table of `make torture`."""
    counted = Tally()
    yield counted
    record_property("cases", counted.cases)
    record_property("faults", len(counted.faults))


@dataclass(frozen=True)
class Twins:
    """Two sites of the same files."""

    texts: tuple[str, ...]
    hostile: Path
    plain: Path


@pytest.fixture(scope="session")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Twins:
    """Build a site of hostile texts, and the same of plain words."""
    texts = (*OWN, *foreign_texts()) if FULL else OWN[::3]
    root = tmp_path_factory.mktemp("hostile")
    hostile = hostile_desk(root / "hostile", texts, frame=" ".join(MARKUP[:12]))
    plain = hostile_desk(root / "plain", [*map(plain_text, range(len(texts)))])
    return Twins(
        texts=texts,
        hostile=build_site(hostile, now=NOW).site,
        plain=build_site(plain, now=NOW).site,
    )

"""What every test may use."""

import pytest
from hypothesis import settings

# A law holds however long a busy machine takes to try it.
settings.register_profile("briefings", deadline=None)
settings.load_profile("briefings")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`: what the program drafts now becomes what the golden cases expect."""
    parser.addoption(
        "--accept",
        action="store_true",
        default=False,
        help="rewrite the golden files of tests/cases; read the diff before you commit it",
    )

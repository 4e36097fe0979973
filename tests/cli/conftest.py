"""The command line, run in this process."""

import io
import sys
from collections.abc import Callable

import pytest

from briefings.cli import main

Run = Callable[..., tuple[int, str, str]]
"""Takes the words of a command line, and `piped` bytes; gives exit code, stdout, stderr."""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line."""

    def command(*arguments: object, piped: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["briefings", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))
        code: object = 0
        try:
            main()
        except SystemExit as ending:
            code = ending.code or 0
        said = capsys.readouterr()
        assert isinstance(code, int)
        return code, said.out, said.err

    return command

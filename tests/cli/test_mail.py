"""`briefings mail`: an edition as an e-mail, read back as any mail program reads it."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefings.cli import commands
from briefings.configuration import load_settings
from briefings.site.build import build_site
from briefings.store.briefings import dump_briefing
from tests.builders import a_briefing
from tests.desks import a_desk
from tests.site.test_incremental import write

NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)
EVIL = '"><script>alert(1)</script>\N{SHIP} Ναυτικά <b>x</b>'
HARD = "يا بحر " * 30
MOST = 60_000


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a desk of two days, with a headline that tries everything and one in Arabic."""
    a_desk(tmp_path, options="mail_unsubscribe: https://lists.example/out")
    briefings = [
        a_briefing("evil", title=EVIL, dek=EVIL),
        a_briefing("arabic", title=HARD, language="ar"),
        a_briefing("other", edition=datetime(2026, 3, 12).date()),
    ]
    for briefing in briefings:
        write(tmp_path, briefing.path, dump_briefing(briefing))
    return tmp_path


def mailed(desk: Path, *arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(
        commands, ["-C", str(desk), "mail", "--now", "2026-04-01", *arguments]
    )


def message_of(content: bytes) -> EmailMessage:
    """Read a message back, strictly."""
    return message_from_bytes(content, policy=default)


def parts_of(message: EmailMessage) -> dict[str, str]:
    """Give the text of each part by its type."""
    return {part.get_content_type(): part.get_content() for part in message.iter_parts()}


def test_the_message_is_well_formed(desk: Path) -> None:
    """Two parts of one edition, headers that hold, nothing a parser complains of."""
    result = mailed(desk)
    assert result.exit_code == 0, repr(result.exception)
    printed = result.stdout_bytes
    message = message_of(printed)

    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    for part in (message, *message.iter_parts()):
        assert part.defects == []
    for part in message.iter_parts():
        assert part["Content-Transfer-Encoding"] == "quoted-printable"
        assert part.get_content_charset() == "utf-8"
    assert message["Date"].datetime.isoformat() == "2026-03-14T06:30:00+01:00"
    assert message["List-Unsubscribe"] == "<https://lists.example/out>"
    assert message["Message-ID"].startswith("<2026-03-14.")
    assert len(message["From"].addresses) == 1
    assert all(len(line) <= 78 for line in printed.split(b"\r\n"))
    assert b"\n" not in printed.replace(b"\r\n", b"")


def test_nothing_in_a_headline_becomes_markup_or_a_header(desk: Path) -> None:
    """It is printed as it is in the text, and escaped in the HTML."""
    message = message_of(mailed(desk).stdout_bytes)
    parts = parts_of(message)

    assert "<script" not in parts["text/html"]
    assert "&lt;script&gt;" in parts["text/html"]
    assert "<script>alert(1)</script>" in parts["text/plain"]
    assert {key for key, _ in message.items()} == {
        *("From", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"),
        *("Content-Language", "List-Unsubscribe"),
    }


def test_the_html_is_light_enough_to_be_shown_whole(desk: Path) -> None:
    """Gmail hides what stands beyond 102 kB; two hundred hostile headlines stay below 60."""
    for number in range(200):
        briefing = a_briefing(f"n{number}", title=f"{number} {HARD * 3}", language="ar")
        write(desk, briefing.path, dump_briefing(briefing))

    html = parts_of(message_of(mailed(desk).stdout_bytes))["text/html"]
    assert 30_000 < len(html.encode()) <= MOST
    assert "more briefings on the site" in html


def test_each_part_can_be_printed_alone(desk: Path) -> None:
    """The same words as in the message."""
    parts = parts_of(message_of(mailed(desk, "--eml").stdout_bytes))

    for flag, kind in (("--html", "text/html"), ("--text", "text/plain")):
        alone = mailed(desk, flag).stdout_bytes.decode().replace("\r\n", "\n")
        assert alone == parts[kind].replace("\r\n", "\n")


def test_a_day_can_be_asked_for(desk: Path) -> None:
    """An older edition; a day without one is refused with the days there are."""
    assert "12 March 2026" in mailed(desk, "2026-03-12", "--text").stdout
    missing = mailed(desk, "2020-01-01")

    assert missing.exit_code != 0
    assert "2026-03-14, 2026-03-12" in str(missing.exception)


def test_a_build_writes_the_same_file(desk: Path) -> None:
    """Byte for byte, beside the edition; its page prints the same words."""
    site = build_site(load_settings(desk), now=NOW).site
    printed = mailed(desk).stdout_bytes
    page = (site / "edition/2026-03-14/mail/index.html").read_text(encoding="utf-8")
    html = parts_of(message_of(printed))["text/html"].replace("\r\n", "\n")

    assert (site / "edition/2026-03-14/mail.eml").read_bytes() == printed
    assert html.split("<body", 1)[1].strip() == page.split("<body", 1)[1].strip()


def test_help_teaches() -> None:
    """What it prints, that nothing is sent, and examples."""
    told = CliRunner().invoke(commands, ["mail", "--help"]).stdout

    assert "nothing is sent" in told
    assert "briefings mail 2026-03-14 --text" in told
    assert "mail_unsubscribe" in told

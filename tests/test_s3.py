"""Articles on S3: an S3 of this machine stands for Amazon's (`make test-remote`)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from briefings.depot import bring_articles
from briefings.desk import draft_desk
from briefings.engines import Processes
from briefings.errors import DeskError
from tests.desks import FERRY, WIRE, a_desk, files_of

boto3 = pytest.importorskip("boto3", reason="`make test-remote` runs these")
server = pytest.importorskip("moto.server", reason="`make test-remote` runs these")
NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
MANY = 1_100
"""More than S3 lists on one page."""


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Any]:
    """Give an empty bucket `news` at an S3 of this machine."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "any")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hidden-from-everybody")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    made = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    made.start()
    host, port = made.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    monkeypatch.setenv("HOME", str(tmp_path))
    yield boto3.resource("s3").create_bucket(Bucket="news")
    made.stop()


@pytest.mark.filterwarnings("default")
def test_articles_on_s3_give_what_files_give(tmp_path: Path, bucket: Any) -> None:
    """To the byte, and no credential is in any file afterwards."""
    bucket.put_object(Key="wire/2026/03/ferry.txt", Body=FERRY.encode())
    bucket.put_object(Key="wire/2026/03/teachers.txt", Body=WIRE.encode())
    bucket.put_object(Key="other/2026/03/x.txt", Body=b"x")
    far = replace(a_desk(tmp_path / "far"), articles_url="s3://news/wire")
    near = a_desk(tmp_path / "near", ferry_txt=FERRY, teachers_txt=WIRE)

    assert bring_articles(far).new == 2
    for settings in (far, near):
        draft_desk(settings, now=NOW, by="briefings test", engine=Processes(1))

    assert files_of(far.briefings()) == files_of(near.briefings())
    held = [file.read_bytes() for file in (tmp_path / "far").rglob("*") if file.is_file()]
    assert not any(b"hidden-from-everybody" in content for content in held)


@pytest.mark.filterwarnings("default")
def test_more_than_a_page_is_listed_and_only_changes_are_fetched(
    tmp_path: Path, bucket: Any
) -> None:
    """S3 lists a thousand at a time."""
    for number in range(MANY):
        bucket.put_object(Key=f"w/2026/{number % 3}/{number}.txt", Body=b"%d" % number)
    bucket.put_object(Key="w/empty.txt", Body=b"")
    settings = replace(a_desk(tmp_path), articles_url="s3://news/w")

    assert bring_articles(settings).new == MANY + 1
    bucket.put_object(Key="w/2026/0/0.txt", Body=b"changed")
    bucket.Object("w/2026/1/1.txt").delete()
    found = bring_articles(settings)

    assert (found.new, found.changed, found.gone) == (0, 1, 1)
    assert (settings.articles() / "2026/0/0.txt").read_bytes() == b"changed"


@pytest.mark.filterwarnings("default")
def test_a_bucket_that_is_not_there_is_told(tmp_path: Path, bucket: Any) -> None:  # noqa: ARG001
    """With its name."""
    settings = replace(a_desk(tmp_path), articles_url="s3://nowhere/w")

    with pytest.raises(DeskError, match="nowhere/w cannot be listed"):
        bring_articles(settings)


@pytest.mark.filterwarnings("default")
def test_a_storage_that_does_not_answer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line, whatever its client raises."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "any")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "any")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    settings = replace(a_desk(tmp_path), articles_url="s3://news/w")

    with pytest.raises(DeskError, match="news/w cannot be listed"):
        bring_articles(settings)

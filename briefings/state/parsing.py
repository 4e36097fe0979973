"""One briefing file read, for the table of what was parsed."""

import pickle
from pathlib import Path

from briefings.errors import BadFileError
from briefings.link.visible import Terms
from briefings.settings import Settings
from briefings.state.files import Source, digest_file, digest_of
from briefings.state.parsed import ALWAYS, BAD, UNSURE, Row
from briefings.store.briefings import parse_briefing
from briefings.store.disk import read_text


def parse_file(source: Source, settings: Settings) -> Row:
    """Read one briefing file.

    Returns:
        What it says, under the digest of just that: another than the source's, or none, where
        somebody wrote the file since the source was digested.
    """
    digest = None
    try:
        text = read_text(Path(source.file), source.path, root=settings.root)
        digest = digest_of(source.path, text.encode("utf-8"))
        briefing = parse_briefing(text, source.path)
    except BadFileError as error:
        if digest is None:
            same = digest_file(source.path, source.file) == source.digest
            digest = source.digest if same else UNSURE
        return Row(digest, BAD, None, pickle.dumps(error.findings, protocol=5))
    terms = Terms.of(briefing)
    packed = None if terms == ALWAYS else pickle.dumps(terms, protocol=5)
    return Row(digest, briefing.id, packed, pickle.dumps(briefing, protocol=5))

"""What MkDocs is told: `mkdocs.yml` as MkDocs itself reads it."""

import logging
import sys

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from briefings.configuration import FILE_NAME, refused
from briefings.errors import BuildError
from briefings.settings import Settings


def _is_news(record: logging.LogRecord) -> bool:
    """Tell whether MkDocs says what we do not: what the disk refused is told once, by its file."""
    del record
    return not isinstance(sys.exc_info()[1], OSError)


def load_config(settings: Settings) -> MkDocsConfig:
    """Load what MkDocs is told; its own loader would print what is wrong, and raise without it."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    logging.getLogger("mkdocs.commands.build").addFilter(_is_news)
    file = settings.root / FILE_NAME
    config = MkDocsConfig(config_file_path=str(file))
    try:
        with file.open("rb") as stream:
            config.load_file(stream)
    except (MkDocsException, OSError) as error:
        raise BuildError(f"{FILE_NAME}: {error}") from error
    errors, _ = config.validate()
    if errors:
        raise refused(file, {key: str(error) for key, error in errors})
    return config

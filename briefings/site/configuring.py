"""What MkDocs is told: `mkdocs.yml` as MkDocs itself reads it."""

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from briefings.configuration import FILE_NAME, refused
from briefings.errors import BuildError
from briefings.settings import Settings


def load_config(settings: Settings) -> MkDocsConfig:
    """Load what MkDocs is told; its own loader would print what is wrong, and raise without it."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
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

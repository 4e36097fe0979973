"""Letters printed: the HTML by the theme's templates, then the message around both parts."""

from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP
from functools import cached_property
from typing import Any, Protocol

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from briefings.model import Letter

_POLICY = SMTP.clone(max_line_length=78, refold_source="all")


class Speaker(Protocol):
    """What the plugin does for pages, and here for letters."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the theme in place."""

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the templates their words."""

    def speak(self, language: str) -> None:
        """Note the language of what is printed next."""


class LetterPrinter:
    """Prints letters with the templates that print pages; set up where the first one comes."""

    def __init__(self, config: MkDocsConfig, plugin: Speaker, frame: Mapping[str, Any]) -> None:
        self._config, self._plugin, self._frame = config, plugin, frame

    @cached_property
    def _environment(self) -> Environment:
        config = self._plugin.on_config(self._config)
        return self._plugin.on_env(config.theme.get_env(), config=config, files=Files([]))

    def html(self, letter: Letter) -> str:
        """Give the HTML part."""
        self._plugin.speak(str(letter.shell["lang"]))
        template = self._environment.get_template(letter.template)
        return template.render(site=self._frame, shell=letter.shell, view=letter.view)

    def eml(self, letter: Letter) -> bytes:
        """Give the whole message; the same letter gives the same bytes."""
        message = EmailMessage(_POLICY)
        message["From"] = letter.sender
        message["Subject"] = letter.subject
        message["Date"] = letter.date
        message["Message-ID"] = letter.id
        if letter.unsubscribe:
            message["List-Unsubscribe"] = letter.unsubscribe
        message.set_content(letter.text, cte="quoted-printable")
        message.add_alternative(self.html(letter), subtype="html", cte="quoted-printable")
        message["Content-Language"] = str(letter.shell["lang"])
        message.set_boundary(f"=_{letter.id.strip('<>').split('@', 1)[0]}")
        return message.as_bytes()

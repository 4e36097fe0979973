"""What a build reads beside the briefings, each by its name; only where a file of it differs."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from briefings.settings import Settings
from briefings.site.configuring import load_config
from briefings.site.inputs import plain_pages
from briefings.store.editions import load_editions
from briefings.store.registers import load_registers

LOADERS: Final[Mapping[str, Callable[[Settings, Path], Any]]] = MappingProxyType(
    {
        "registers": lambda settings, _: load_registers(settings),
        "editions": lambda settings, _: load_editions(settings),
        "plain": lambda settings, docs: plain_pages(docs, settings),
        "docs": lambda settings, _: (str(load_config(settings).docs_dir), ()),
    }
)
"""Each takes the desk and the folder of plain pages; gives a value and what is wrong."""

"""Read `mkdocs.yml` into Settings: the one block that makes a desk this desk.

MkDocs reads the same file; this reader serves the commands that do not need MkDocs, and the
plugin uses it too, so an option has one meaning and one message. All faults are told together.
"""

import difflib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

from briefings.errors import BadFileError, DeskError, Finding, Place, Severity
from briefings.options import CONVERTERS
from briefings.settings import Settings
from briefings.store.disk import read_text
from briefings.store.foreign import LARGEST, Danger, find_dangers, find_doubles

FILE_NAME = "mkdocs.yml"
_TOP = {
    "site_name": "site_name",
    "site_url": "site_url",
    "site_description": "site_description",
    "repo_url": "repository",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One option as written: its value in plain text, lists or mappings, and its place."""

    value: object
    place: Place


Entries: TypeAlias = Mapping[str, tuple[Option, yaml.Node]]


def load_settings(file: Path) -> Settings:
    """Read a desk's settings from its `mkdocs.yml` (or from the folder that holds one).

    Raises:
        DeskError: there is no such file.
        BadFileError: the file is not YAML, or an option in it is wrong; all faults together.
    """
    file = file / FILE_NAME if file.is_dir() else file
    if not file.exists():
        raise DeskError(
            f"no {FILE_NAME} in {file.parent}: go to a desk's folder or name one with -C DIR"
        )
    text = read_text(file, file.name, limit=LARGEST).removeprefix("\ufeff")
    return parse_settings(text, root=file.parent.resolve(), shown=file.name)


def parse_settings(text: str, *, root: Path, shown: str = FILE_NAME) -> Settings:
    """Turn the text of an `mkdocs.yml` into Settings; see `load_settings` for errors."""
    entries = _read_entries(text, shown)
    options = {_TOP[key]: option for key, (option, _) in entries.items() if key in _TOP}
    options.update(_plugin_options(entries, shown))
    faults: list[Finding] = []
    values: dict[str, object] = {}
    for name, option in options.items():
        try:
            values[name] = _convert(name, option)
        except ValueError as error:
            faults.append(_fault(option.place, str(error)))
    for name in ("site_name", "site_url"):
        if name not in options:
            faults.append(_fault(Place(shown, 1), f"`{name}:` is missing", "add it at the top"))
    if faults:
        raise BadFileError(*faults)
    theme = _own_theme(entries, root)
    return Settings(root=root, theme=theme, **values)  # type: ignore[arg-type]  # converted field by field


def refused(file: Path, told: Mapping[str, str]) -> BadFileError:
    """Give the error for what MkDocs refuses of its own settings: messages by top-level key."""
    try:
        top = yaml.compose(file.read_text(encoding="utf-8-sig"), Loader=yaml.CSafeLoader)
    except (OSError, ValueError, yaml.YAMLError):  # saved once more since MkDocs read it
        top = None
    places = {key: option.place for key, (option, _) in _entries(top, file.name).items()}
    start = Place(file.name, 1)
    faults = (_fault(places.get(key, start), f"`{key}:` {why}") for key, why in told.items())
    return BadFileError(*faults)


def _read_entries(text: str, shown: str) -> Entries:
    try:
        _refuse(find_dangers(text), shown)
        top = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown, 1)
        raise BadFileError(_fault(place, f"not YAML: {error.problem}")) from error
    except (yaml.YAMLError, UnicodeError) as error:
        first = str(error).partition("\n")[0]
        raise BadFileError(_fault(Place(shown, 1), f"not YAML: {first}")) from error
    _refuse(find_doubles(top), shown)
    return _entries(top, shown)


def _refuse(dangers: Iterable[Danger], shown: str) -> None:
    """Tell all of them together, where there are any."""
    faults = [
        _fault(Place(shown, one.at.line, one.at.column), one.message, one.remedy) for one in dangers
    ]
    if faults:
        raise BadFileError(*faults)


def _own_theme(entries: Entries, root: Path) -> Path | None:
    option = entries["theme"][0].value if "theme" in entries else None
    folder = option.get("custom_dir") if isinstance(option, Mapping) else None
    return root / str(folder) if folder else None


def _plugin_options(entries: Entries, shown: str) -> dict[str, Option]:
    if "plugins" not in entries:
        raise BadFileError(_no_plugin(Place(shown, 1)))
    option, plugins = entries["plugins"]
    for item in plugins.value if isinstance(plugins, yaml.SequenceNode) else ():
        if isinstance(item, yaml.ScalarNode) and item.value == "briefings":
            return {}
        if isinstance(item, yaml.MappingNode):
            found = _entries(item, shown).get("briefings")
            if found is not None:
                _refuse(find_doubles(found[1]), shown)
                return {key: value for key, (value, _) in _entries(found[1], shown).items()}
    raise BadFileError(_no_plugin(option.place))


def _no_plugin(place: Place) -> Finding:
    return _fault(place, "the `briefings` plugin is not switched on", "add it under `plugins:`")


def _entries(node: yaml.Node | None, shown: str) -> Entries:
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {
        str(key.value): (
            Option(_plain(value), Place(shown, key.start_mark.line + 1, key.start_mark.column + 1)),
            value,
        )
        for key, value in node.value
    }


def _plain(node: yaml.Node) -> object:
    if node.tag == "!ENV":
        return _from_environment(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    empty = node.tag == "tag:yaml.org,2002:null"
    return None if empty else str(node.value)


def _from_environment(node: yaml.Node) -> str | None:
    """Resolve MkDocs' `!ENV NAME` and `!ENV [NAME, OTHER, default]`."""
    parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names = [str(part.value) for part in parts]
    for name in names[:-1] if len(names) > 1 else names:
        if name in os.environ:
            return os.environ[name]
    return names[-1] if len(names) > 1 else None


def _convert(name: str, option: Option) -> object:
    if name not in CONVERTERS:
        near = difflib.get_close_matches(name, CONVERTERS, 1)
        hint = f'; did you mean "{near[0]}"?' if near else ""
        raise ValueError(f'unknown option "{name}"{hint}')
    try:
        return CONVERTERS[name](option.value)
    except (ValueError, TypeError) as error:
        raise ValueError(f"`{name}:` {error}") from error


def _fault(place: Place, message: str, remedy: str | None = None) -> Finding:
    return Finding(
        code="BR001", severity=Severity.ERROR, place=place, message=message, remedy=remedy
    )

"""Adding to `names.yml` a line at a time: what people wrote there stays byte for byte."""

from briefings.model import NameKind
from briefings.store.blocks import Edit, apply_edits, block_span, set_values
from briefings.store.dump import dump_inline, dump_yaml
from briefings.store.front import NOTHING, FrontMatter, as_mapping
from briefings.store.kinds import Flow, Tree
from briefings.store.yaml import REGISTER_BYTES, Entry, Listing, Mapping, read_yaml

IGNORED = "ignored"


def add_name(text: str, path: str, kind: NameKind, id: str, name: str) -> str:  # noqa: A002  # the field's name
    """Give the register with a new name at the end of its group.

    Raises:
        BadFileError: the register cannot be read.
    """
    return _with_entry(open_register(text, path), kind.plural(), id, {"name": name})


def add_alias(text: str, path: str, kind: NameKind, id: str, alias: str) -> str:  # noqa: A002  # the field's name
    """Give the register with one more spelling of a name.

    Raises:
        BadFileError: the register cannot be read.
        KeyError: it has no such name.
    """
    front = open_register(text, path)
    group = front.root.entry(kind.plural())
    record = group.node.entry(id) if group and isinstance(group.node, Mapping) else None
    if record is None or not isinstance(record.node, Mapping):
        raise KeyError(id)
    aliases = record.node.entry("aliases")
    if aliases is None or not isinstance(aliases.node, Listing) or not aliases.node.items:
        return apply_edits(front, set_values(front, record.node, {"aliases": Flow([alias])}))
    return apply_edits(front, [_one_more(front, aliases, aliases.node, alias)])


def add_ignored(text: str, path: str, name: str) -> str:
    """Give the register with one more name that is not to be proposed again.

    Raises:
        BadFileError: the register cannot be read.
    """
    front = open_register(text, path)
    entry = front.root.entry(IGNORED)
    if entry is not None and isinstance(entry.node, Listing) and entry.node.items:
        return apply_edits(front, [_one_more(front, entry, entry.node, name)])
    if entry is not None:
        return apply_edits(front, set_values(front, front.root, {IGNORED: Flow([name])}))
    return put_at_end(text, dump_yaml({IGNORED: [name]}))


def open_register(text: str, path: str) -> FrontMatter:
    """Take a register apart.

    Raises:
        BadFileError: it cannot be read.
    """
    node = read_yaml(text.removeprefix("\ufeff"), path, limit=REGISTER_BYTES)
    root = NOTHING if node is None else as_mapping(node, path)
    plain = text.removeprefix("\ufeff")
    return FrontMatter(
        text=plain, root=root, head_start=0, head_end=len(plain), body_start=len(plain)
    )


def _with_entry(front: FrontMatter, group: str, key: str, fields: dict[str, Tree]) -> str:
    entry = front.root.entry(group)
    tree: dict[str, Tree] = {key: fields}
    lines = dump_yaml(tree).rstrip("\n").split("\n")
    if entry is None:
        return put_at_end(front.text, dump_yaml({group: tree}))
    if isinstance(entry.node, Mapping) and entry.node.entries and not entry.node.flow:
        last = entry.node.entries[-1]
        at, indent = block_span(front, last)[1], " " * (last.at.column - 1)
    elif isinstance(entry.node, Mapping) and entry.node.entries:
        return apply_edits(front, set_values(front, entry.node, {key: Flow(fields)}))
    else:  # `people:` with nothing below it, or `{}`
        at, indent = block_span(front, entry)[1], "  "
        start = front.text.index(":", entry.key_end) + 1
        new = "".join(f"\n{indent}{line}" for line in lines)
        return apply_edits(front, [Edit(start=start, end=at, text=new)])
    new = "".join(f"\n{indent}{line}" for line in lines)
    return apply_edits(front, [Edit(start=at, end=at, text=new)])


def _one_more(front: FrontMatter, entry: Entry, listing: Listing, value: str) -> Edit:
    """Plan to add an item to a list, in the style it is written in."""
    if front.text[listing.start.offset : listing.start.offset + 1] == "[":
        at = front.text.rindex("]", 0, listing.end)
        return Edit(start=at, end=at, text=f", {dump_inline(Flow([value]))[1:-1]}")
    at = block_span(front, entry)[1]
    column = front.text.rindex("-", 0, listing.items[-1].start.offset + 1)
    indent = column - (front.text.rfind("\n", 0, column) + 1)
    return Edit(start=at, end=at, text=f"\n{' ' * indent}- {dump_inline(value)}")


def put_at_end(text: str, block: str) -> str:
    """Add lines at the end, below a blank one, in the file's own line ends."""
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = newline if text.strip() else ""
    start = text.rstrip("\r\n")
    return (start + newline if start else "") + gap + block.replace("\n", newline)

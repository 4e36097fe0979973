"""Adding to `articles.yml` an entry at a time: what people wrote there stays byte for byte."""

from briefings.model import SpikedRecord
from briefings.store.blocks import apply_edits
from briefings.store.dump import dump_yaml
from briefings.store.item_edits import add_item
from briefings.store.kinds import Tree
from briefings.store.name_edits import open_register, put_at_end

_KEY = "spiked"


def add_spiked(text: str, path: str, record: SpikedRecord) -> str:
    """Give the register with one more article that is not to be offered again.

    Raises:
        BadFileError: the register cannot be read.
    """
    front = open_register(text, path)
    entry = front.root.entry(_KEY)
    tree = _tree(record)
    if entry is None:
        return put_at_end(text, dump_yaml({_KEY: [tree]}))
    return apply_edits(front, [add_item(front, entry, tree)])


def _tree(record: SpikedRecord) -> dict[str, Tree]:
    given = {
        "title": record.title,
        "digest": record.digest,
        "by": record.by,
        "why": record.why,
        "sketch": record.sketch,
    }
    return {key: value for key, value in given.items() if value is not None}

"""Withdrawing: the words stay in the file, its status says that nobody is shown them."""

from briefings.errors import DeskError
from briefings.model import Correction, Status
from briefings.store.blocks import apply_edits, insert_block, set_values
from briefings.store.front import split_front
from briefings.store.item_edits import add_item
from briefings.store.schema import CORRECTION
from briefings.store.written import parse_front


def withdraw_briefing(text: str, path: str, retraction: Correction) -> str:
    """Set `status: withdrawn` and add a retraction below the corrections there are.

    Only those lines change, their comments stay. A file that is withdrawn is left as it is.

    Raises:
        BadFileError: the file has faults.
        DeskError: it is a draft, which nobody was shown.
    """
    front = split_front(text, path)
    status = parse_front(front, path).status
    if status is Status.WITHDRAWN:
        return text
    if status is Status.DRAFT:
        raise DeskError(f"{path} is a draft, which no reader was shown: delete it or leave it")
    edits = set_values(front, front.root, {"status": Status.WITHDRAWN.value})
    tree = CORRECTION.write(retraction)
    entry = front.root.entry("corrections")
    if entry is None:
        edits.append(insert_block(front, front.root.entries[-1], "corrections", [tree]))
    else:
        edits.append(add_item(front, entry, tree))
    return apply_edits(front, edits)

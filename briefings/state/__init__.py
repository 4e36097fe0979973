"""What the last build knew, on disk: one SQLite file, which may be deleted at any time."""

from briefings.state.database import State, StateError, open_state
from briefings.state.filling import fill_shelf
from briefings.state.shelf import StateShelf

__all__ = ["State", "StateError", "StateShelf", "fill_shelf", "open_state"]

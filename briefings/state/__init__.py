"""What the last build knew, on disk: one SQLite file, which may be deleted at any time."""

from briefings.state.database import State, StateError, open_state

__all__ = ["State", "StateError", "open_state"]

"""A language model, where the desk wants one: it words, our gate decides what is let through."""

from briefings.assist.asking import AskError, Bill, Endpoint, Model
from briefings.assist.wording import Wording

__all__ = ["AskError", "Bill", "Endpoint", "Model", "Wording"]

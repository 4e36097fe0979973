"""One part of a site that is built in parts."""

import re
from typing import NamedTuple, Self


class Share(NamedTuple):
    """One part of so many."""

    number: int
    of: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2/4`.

        Raises:
            ValueError: it is no such thing.
        """
        found = re.fullmatch(r"([1-9]\d{0,3})/([1-9]\d{0,3})", text, re.ASCII)
        if not found or int(found[1]) > int(found[2]):
            raise ValueError(f'"{text}" is no part such as 1/4: the part, a slash, how many')
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        """Say it as people do."""
        return f"part {self.number} of {self.of}"

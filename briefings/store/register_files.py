"""Names of registers that reach some pages only."""

from typing import Final

LEDGER: Final = "urls.txt"
DIARY: Final = "diary.yml"

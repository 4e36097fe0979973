"""The phrases of corrections that came later."""

from types import MappingProxyType
from typing import Final

CORRECTIONS: Final = MappingProxyType(
    {
        "en": {"source_correction": "Source’s correction"},
        "fr": {"source_correction": "Rectificatif de la source"},
        "ar": {"source_correction": "تصويب المصدر"},
    }
)
"""By language and key."""

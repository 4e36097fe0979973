"""Pictures the site draws of its own words: social images and icons, as small PNG files.

Pillow draws; the faces lie in `fonts/`. Lines are shaped before Pillow sees them (`faces.py`), so
the bytes depend on the words, the colours and the locked packages, and on nothing of the system.
"""

from briefings.draw.card import draw_card
from briefings.draw.icon import draw_icon

__all__ = ["draw_card", "draw_icon"]

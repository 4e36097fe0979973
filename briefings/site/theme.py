"""Where the theme lies."""

from pathlib import Path


def theme_folder() -> Path:
    """Find the theme: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "theme"
    return inside if inside.is_dir() else package.parent / "theme"

"""Where the theme lies."""

from pathlib import Path

from briefings.settings import Settings


def theme_folder() -> Path:
    """Find the theme: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "theme"
    return inside if inside.is_dir() else package.parent / "theme"


def theme_folders(settings: Settings) -> tuple[Path, ...]:
    """Give the folders templates come from, the desk's own first where it has one."""
    ours = theme_folder()
    return (settings.theme, ours) if settings.theme else (ours,)

"""What is copied into the site beside pages."""

from pathlib import Path

from mkdocs.structure.files import File

from briefings.settings import Settings
from briefings.site.assets import desk_stylesheet, is_ours, preview_mark
from briefings.site.theme import theme_folder


def test_the_theme_comes_with_the_package() -> None:
    """The theme's frame is found wherever the package is installed."""
    assert (theme_folder() / "base.html").is_file()


def test_materials_bundle_is_left_out() -> None:
    """Static files of Material never reach the site; the desk's own do."""
    material = File("a.js", "/lib/material/templates", "/out", use_directory_urls=True)
    ours = File("b.css", "/desk/theme", "/out", use_directory_urls=True)

    assert not is_ours(material, preview=True)
    assert is_ours(ours, preview=False)


def test_what_reloads_the_preview_is_not_on_the_site() -> None:
    """Readers get no script that asks for new builds."""
    script = File("assets/preview.js", "/desk/theme", "/out", use_directory_urls=True)

    assert is_ours(script, preview=True)
    assert not is_ours(script, preview=False)


def test_the_preview_mark_follows_every_page() -> None:
    """Another word on any page is another mark; the same pages give the same."""
    assert preview_mark([b"a", b"b"]) == preview_mark([b"a", b"b"])
    assert preview_mark([b"a", b"b"]) != preview_mark([b"a", b"c"])


def test_the_accent_is_set_in_one_place() -> None:
    """The desk's colours become one rule of one stylesheet."""
    settings = Settings(root=Path(), site_name="A", site_url="https://a.example/", accent="#112233")

    assert "--accent-day:#112233" in desk_stylesheet(settings)

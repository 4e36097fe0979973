"""Write the Arabic and the German desk, to look at: `python -m tests.locales FOLDER`."""

import shutil
import sys
from pathlib import Path

from briefings.site.assets import STYLE, WORDS, desk_stylesheet, search_words
from tests.locales.desks import DESKS, settings_of, site_of
from tests.theme.rendering import THEME

for language in DESKS:
    target = Path(sys.argv[1]) / language
    for url, page in site_of(language).items():
        file = target / url.strip("/") / ("" if url.endswith(".html") else "index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")
    shutil.copytree(THEME / "assets", target / "assets", dirs_exist_ok=True)
    with (target / STYLE).open("a", encoding="utf-8") as style:
        style.write(desk_stylesheet(settings_of(language)))
    (target / WORDS).write_text(search_words(language), encoding="utf-8")

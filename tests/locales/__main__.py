"""Write the Arabic and the German desk, to look at: `python -m tests.locales FOLDER`."""

import shutil
import sys
from pathlib import Path

from briefings.site.assets import WORDS, search_words
from tests.locales.desks import DESKS, site_of
from tests.theme.rendering import THEME

for language in DESKS:
    target = Path(sys.argv[1]) / language
    for url, page in site_of(language).items():
        file = target / url.strip("/") / ("" if url.endswith(".html") else "index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")
    shutil.copytree(THEME / "assets", target / "assets", dirs_exist_ok=True)
    (target / WORDS).write_text(search_words(language), encoding="utf-8")

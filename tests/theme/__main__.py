"""Write the invented site into a folder, to look at: `python -m tests.theme FOLDER`."""

import shutil
import sys
from pathlib import Path

from tests.theme.catalogue import all_samples
from tests.theme.rendering import THEME, render

target = Path(sys.argv[1])
for sample in all_samples():
    file = target / sample.url / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    page = render(sample.template, site=sample.site, shell=sample.shell, view=sample.view)
    file.write_text(page, encoding="utf-8")
shutil.copytree(THEME / "assets", target / "assets", dirs_exist_ok=True)

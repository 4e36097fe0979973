"""Small desks on disk for tests."""

from pathlib import Path

from briefings.configuration import load_settings
from briefings.settings import Settings

CONFIGURATION = """site_name: The Test Desk
site_url: https://desk.example/
docs_dir: content/pages
theme:
  name: material
plugins:
  - briefings:
      timezone: Europe/Malta
      {options}
"""
FERRY = """Inspectors board every ferry after fire

The harbour ministry acts two days after the blaze

By Lena Costa
14 March 2026
Source: Harbour Courier

Inspectors boarded all six ferries of the Saltmere line on Friday after a fire in the engine room of one of them, the Ministry of Transport said.

"We will publish every finding," the transport minister, Omar Haddad, told reporters in Northport. "Nothing will be held back."

Three crossings were suspended until the inspection ends. The line carries 4,000 passengers a day between Northport and Saltmere.

The operator, Saltmere Lines, said it would refund every ticket and denied that repairs had been put off.

In 2019 a smaller fire on the same ship led to the Ferry Safety Act, which requires two inspections a year.
"""
WIRE = """Teachers accept pay offer after long night

NORTHPORT, 15 March 2026 (NWA) — The teachers' union accepted a pay offer of four per cent on Saturday night after eleven hours of talks in Northport.

"It is less than we asked for and more than we were promised," Carla Duarte, the union's president, told members outside the ministry building.

Schools will open as usual on Monday, the Ministry of Education said in a statement. Lessons lost to the strike will be made up in June.

The dispute began in October when the government fixed the scale for the whole public service at three per cent.

About 9,000 teachers in 160 schools had walked out for a second time on Thursday, according to the union.
"""


def a_desk(root: Path, *, options: str = "sample: no", **articles: str) -> Settings:
    """Make a desk with article files, `ferry_txt="…"` becoming `2026/03/ferry.txt`."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(CONFIGURATION.format(options=options), encoding="utf-8")
    for name in ("pages", "briefings", "registers", "editions"):
        (root / "content" / name).mkdir(parents=True, exist_ok=True)
    about = root / "content" / "pages" / "about.md"
    about.write_text("# About this desk\n\nIt is a test.\n", encoding="utf-8")
    for name, text in articles.items():
        add_article(root, name, text)
    return load_settings(root)


def add_article(root: Path, name: str, content: str | bytes) -> Path:
    """Put an article file on the pile; `ferry_txt` becomes `ferry.txt`."""
    stem, _, ending = name.rpartition("_")
    file = root / "content" / "articles" / "2026" / "03" / f"{stem.replace('_', '-')}.{ending}"
    file.parent.mkdir(parents=True, exist_ok=True)
    data = content.encode() if isinstance(content, str) else content
    file.write_bytes(data)
    return file


def files_of(folder: Path) -> dict[str, bytes]:
    """Give every file of a tree with its content."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }

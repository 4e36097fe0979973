"""Read a rendered page: its tags, its words, and whether the tags nest."""

from collections import Counter
from html.parser import HTMLParser

from tests.theme.rendering import render
from tests.theme.samples import Sample

VOID = {"meta", "link", "input", "img", "br", "hr", "path"}


class Reader(HTMLParser):
    """Reads a page into its tags, and checks that they nest."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        self.faults += [f"twice {key}" for key, n in Counter(k for k, _ in attrs).items() if n > 1]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        if tag in VOID:
            return
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> out of place")

    def handle_data(self, data: str) -> None:
        """Keep words, but not what stands in a script."""
        if self._open and self._open[-1] != "script":
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        """Give the attributes of every such tag."""
        return [attributes for name, attributes in self.tags if name == tag]


def page_of(sample: Sample) -> str:
    """Render a sample."""
    return render(sample.template, site=sample.site, shell=sample.shell, view=sample.view)


def read(sample: Sample) -> Reader:
    """Render and read a sample."""
    return Reader(page_of(sample))

"""A page's source → tags, raw blocks and text, in one pass that only goes forward."""

import re
from collections.abc import Iterator

_NAME = re.compile(r"[a-zA-Z]+")
_RAW = frozenset({"script", "style", "noscript", "template", "svg", "textarea", "iframe"})
_BESIDE = re.compile(r"<(/?)(?:aside|nav|footer)\b", re.IGNORECASE)
_META = frozenset({"meta", "link", "time"})
_SPECIAL = "|".join(sorted(_RAW | _META | {"title"}))
_ORDINARY = rf"</?(?!(?i:{_SPECIAL})\b)[a-zA-Z][^<>]*>"
_RUN = re.compile(rf"{_ORDINARY}(?:\s*{_ORDINARY})*")
_CLOSING = {name: re.compile(f"</{name}", re.IGNORECASE) for name in _RAW}
_LD = re.compile(r"""type\s*=\s*["']?application/ld\+json""", re.IGNORECASE)


def find_asides(text: str) -> list[tuple[int, int]]:
    """Give where the outermost blocks that stand beside a story begin and end; unclosed is none."""
    open_at: list[int] = []
    found: list[tuple[int, int]] = []
    for tag in _BESIDE.finditer(text):
        if not tag[1]:
            open_at.append(tag.start())
        elif open_at:
            start = open_at.pop()
            if not open_at:
                found.append((start, tag.end()))
    return found


def cut_tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Cut a source into tags, raw blocks and text; every search goes forward, so it is linear."""
    position = 0
    while position < len(text):
        tag = text.find("<", position)
        if tag < 0 or not _opens(text, tag):
            end = len(text) if tag < 0 else tag + 1
            yield position, end, "text"
            position = end
            continue
        if tag > position:
            yield position, tag, "text"
        run = _RUN.match(text, tag)
        position, kind = (run.end(), "tag") if run else _tag_end(text, tag)
        yield tag, position, kind


def _opens(text: str, tag: int) -> bool:
    following = text[tag + 1 : tag + 2]
    return following.isalpha() or following in {"/", "!", "?"}


def _tag_end(text: str, tag: int) -> tuple[int, str]:
    if text.startswith("<!--", tag):
        return _after(text, "-->", tag), "tag"
    end = _after(text, ">", tag)
    found = _NAME.match(text, tag + 1)
    name = found[0].lower() if found else ""
    if name in _RAW:
        kind = "meta" if _LD.search(text, tag, end) else "tag"
        closing = _CLOSING[name].search(text, end)
        return (_after(text, ">", closing.start()) if closing else len(text)), kind
    if name == "title":
        return end, "title"
    return end, "meta" if name in _META else "tag"


def _after(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)

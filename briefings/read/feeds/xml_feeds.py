"""RSS and Atom files → one part for each entry that holds an article.

Read by local names: newsrooms' feeds mix RSS 0.9x, 1.0 and 2.0, Atom, Dublin Core and Media RSS,
and no two agree on prefixes. Nothing is fetched and no entity is expanded.
"""

import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from briefings.read.cleaning import fold_space
from briefings.read.feeds.entries import Entry
from briefings.read.findings import bad_file

_TEXTS = ("encoded", "content", "content_html", "description", "summary")
"""Best first: the whole text, then what may be only a teaser."""
_DATES = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
_UPDATES = ("updated", "modified", "lastBuildDate")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]{2,31});")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MEDIA = "http://search.yahoo.com/mrss/"


def read_xml_feed(text: str, shown: str) -> list[Entry]:
    """Give the entries of an RSS or Atom file, in their order.

    Raises:
        BadFileError: it is no well-formed XML, or no feed.
    """
    root = _parse(text, shown)
    if _name(root) not in {"rss", "RDF", "feed"}:
        raise bad_file("BR231", shown, 1, what=f"its root is <{_name(root)}>")
    channel = next((child for child in root if _name(child) == "channel"), root)
    outlet = _text(channel, "title")
    language = _text(channel, "language") or channel.get(_XML_LANG) or root.get(_XML_LANG)
    rights = _text(channel, "rights", "copyright")
    items = [node for node in (*root, *channel) if _name(node) in {"item", "entry"}]
    unique = {id(node): node for node in items}.values()
    return [_entry(node, outlet, language, rights) for node in unique]


def _parse(text: str, shown: str) -> etree._Element:
    if "<!ENTITY" in text:
        raise bad_file("BR230", shown, 1, what="it declares entities of its own")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    # The file is decoded already; what it says of its encoding is true no longer.
    plain = _DECLARATION.sub("", text.lstrip("\ufeff"), count=1)
    plain = _ENTITY.sub(_character, _FORBIDDEN.sub(" ", plain))
    try:
        return etree.fromstring(plain.strip(" ").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        what = fold_space(str(error.msg))
        raise bad_file("BR230", shown, line or 1, max(column, 1), what=what) from None
    except ValueError as error:
        raise bad_file("BR230", shown, 1, what=str(error)) from None


def _character(found: re.Match[str]) -> str:
    """Give the character HTML has for a name that XML does not know: `&nbsp;`."""
    return html5.get(f"{found[1]};", found[0])


def _entry(
    node: etree._Element, outlet: str | None, language: str | None, rights: str | None
) -> Entry:
    texts = [_markup(child) for name in _TEXTS for child in _children(node, name)]
    whole = max(texts, key=len, default="")
    own = _source(node)
    return Entry(
        key=_text(node, "guid", "id", "identifier") or "",
        title=_text(node, "title"),
        seal=etree.tostring(node, encoding="utf-8", with_tail=False),
        html=whole,
        summary=next((one for one in reversed(texts) if one != whole), None),
        url=_link(node),
        dates=tuple(_texts(node, _DATES)),
        updates=tuple(_texts(node, _UPDATES)),
        authors=tuple(_authors(node)),
        outlet=own or outlet,
        language=node.get(_XML_LANG) or _text(node, "language") or language,
        tags=tuple(_tags(node)),
        pictures=tuple(_pictures(node)),
        rights=_text(node, "rights", "license") or rights,
    )


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _children(node: etree._Element, name: str) -> Iterator[etree._Element]:
    return (
        child for child in node if _name(child) == name and etree.QName(child).namespace != _MEDIA
    )


def _text(node: etree._Element, *names: str) -> str | None:
    return next(_texts(node, names), None)


def _texts(node: etree._Element, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        for child in _children(node, name):
            if words := fold_space(_words(child)):
                yield words


def _words(node: etree._Element) -> str:
    return "".join(str(words) for words in node.itertext())


def _markup(child: etree._Element) -> str:
    """Give the HTML an element holds: escaped, in CDATA, or as elements of its own."""
    if child.get("src") or child.get("type") in {"application", "image", "video", "audio"}:
        return ""
    inner = "".join(
        etree.tostring(part, encoding="unicode", with_tail=True)
        for part in child
        if isinstance(part.tag, str)
    )
    words = child.text or ""
    is_plain = child.get("type") == "text"
    if is_plain:
        words = words.replace("&", "&amp;").replace("<", "&lt;").replace("\n\n", "<p>")
    return words + inner


def _link(node: etree._Element) -> str | None:
    links = list(_children(node, "link"))
    for child in links:
        if child.get("href") and child.get("rel", "alternate") == "alternate":
            return child.get("href")
    stated = next((fold_space(child.text or "") for child in links if child.text), "")
    guid = next(_children(node, "guid"), None)
    is_address = guid is not None and guid.get("isPermaLink", "true") == "true"
    return stated or (fold_space(guid.text or "") if guid is not None and is_address else None)


def _authors(node: etree._Element) -> Iterator[str]:
    for child in _children(node, "creator"):
        yield fold_space(_words(child))
    for child in _children(node, "author"):
        yield _text(child, "name") or fold_space(child.text or "")


def _tags(node: etree._Element) -> Iterator[str]:
    for child in (*_children(node, "category"), *_children(node, "subject")):
        words = child.get("label") or child.get("term") or fold_space(child.text or "")
        if words:
            yield words


def _source(node: etree._Element) -> str | None:
    """Give the outlet an aggregator's feed took the entry from."""
    for child in _children(node, "source"):
        return _text(child, "title") or fold_space(child.text or "") or None
    return None


def _pictures(node: etree._Element) -> Iterator[tuple[str | None, str | None]]:
    """Give (caption, credit) of the pictures Media RSS describes."""
    for media in node.iter(f"{{{_MEDIA}}}content", f"{{{_MEDIA}}}group"):
        caption = media.findtext(f"{{{_MEDIA}}}description") or None
        credit = media.findtext(f"{{{_MEDIA}}}credit") or None
        if caption or credit:
            yield (fold_space(caption) if caption else None, fold_space(credit) if credit else None)

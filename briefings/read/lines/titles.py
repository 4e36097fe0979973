"""Titles and labels: when two headlines are one, and what is a site's name or a section's."""

import re
from collections.abc import Sequence

_BREADCRUMB = re.compile(
    r"[^>›»/]{2,30}(?:\s?[>›»/]{1,2}\s?[^>›»/]{2,40}){1,4}"
    r"|(?:home|startseite|accueil|inicio|início|главная|ana sayfa|الرئيسية)\s*[>›»/|].{2,200}",
    re.IGNORECASE,
)
_SITE_TAIL = re.compile(r"\s(?:[|·•»]|[-–—]{1,2}|::)\s")
_SECTIONS = frozenset(
    """analysis|arts|breaking|business|comment|culture|economy|editorial|education|environment
europe|exclusive|explainer|features|focus|health|in-depth|interview|investigation
investigations|law|letters|live|local|middle east|news|opinion|politics|profile|report
reportage|review|science|society|special report|sport|sports|technology|the explainer
transport|travel|uk|uk news|us|us news|video|weather|world|world news|climate|politique
monde|société|économie|politik|wirtschaft|welt|sociedad|economía|mundo|política|esteri
politica|cronaca|economia|политика|мир|экономика|общество|siyaset|dünya|ekonomi|سياسة|اقتصاد
أخبار|العالم|تقارير|رأي|مجتمع
africa|asia|americas|international|national|ukraine""".replace("\n", "|").split("|")
)


def is_breadcrumb(text: str) -> bool:
    """Tell whether a line shows the way to the page: `Home > News > Transport`."""
    return _BREADCRUMB.fullmatch(text) is not None


def last_crumb(text: str) -> str:
    """Give the section of a way to the page: its last step; any other line as it is."""
    return re.split(r"\s*[>/»›|→]\s*", text.strip())[-1] if is_breadcrumb(text) else text


def is_section(text: str) -> bool:
    """Tell whether a line is the name of a section most newspapers have."""
    return text.rstrip(":").strip().casefold() in _SECTIONS


def plain_headline(text: str) -> str:
    """Bring a headline to what its repeat must equal: no site name, no case, plain signs."""
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def drop_site(title: str, others: Sequence[str]) -> tuple[str, str | None]:
    """Cut `Headline | Site name` where the headline also stands alone; gives title and site."""
    folded = {plain_headline(other) for other in others}
    for cut in _SITE_TAIL.finditer(title):
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        if plain_headline(head) in folded:
            return head, tail
    return title, None


def drop_bar(title: str) -> tuple[str, str | None]:
    """Cut a site's name after a bar; a dash may belong to the headline and is left."""
    head, bar, tail = title.rpartition(" | ")
    if bar and len(tail) <= 40 and len(head.split()) >= 3:
        return head.strip(), tail.strip()
    return title, None

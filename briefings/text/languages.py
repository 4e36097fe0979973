"""Languages: which one a text is in, and which way it runs."""

import re
from functools import lru_cache
from itertools import islice
from typing import Literal, Protocol

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "iw", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "thaa", "syrc", "nkoo"})
# What news desks meet. A closed list keeps a short English line from becoming Swahili.
_LANGUAGES = re.findall(
    r"\w+",
    "ar bg ca cs da de el en es fa fi fr he hi hr hu id it ja ko nl no pl pt ro ru sr sv tr uk ur "
    "vi zh",
)
# Calibrated by the library for the length of the text: three words of French reach 0.97.
_CONFIDENT = 0.8
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
# More than this says nothing new, and a book would take a second.
_ENOUGH = 4_000


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]:
        """Give the likeliest language and how sure it is."""


def detect_language(text: str) -> str:
    """Tell the language of a text as a BCP 47 tag such as `en`; `und` if it cannot be told."""
    sample = text[:_ENOUGH]
    if len(list(islice(filter(str.isalpha, sample), 8))) < 8:
        return "und"
    language, confidence = _identifier().classify(sample)
    return language if confidence >= _CONFIDENT else "und"


def is_language_tag(tag: str) -> bool:
    """Tell whether a stated language has the shape of a BCP 47 tag."""
    return _TAG.fullmatch(tag.strip()) is not None


def plain_tag(tag: str) -> str:
    """Write a stated tag as BCP 47 does: `en_gb` is `en-GB`, `zh-hant` is `zh-Hant`."""
    first, *rest = tag.strip().replace("_", "-").split("-")
    shapes = {2: str.upper, 4: str.capitalize}
    return "-".join([first.lower(), *(shapes.get(len(part), str.lower)(part) for part in rest)])


def direction_of(language: str) -> Literal["ltr", "rtl"]:
    """Tell which way the text of a language runs; a stated script wins over the language."""
    first, *rest = language.lower().replace("_", "-").split("-")
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if first in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    # Here and not above: a build needs directions and has no language model installed.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # see above

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    plain: _Identifier = identifier
    return plain

"""Captions and credits: what a picture shows, and whose it is, kept apart."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FLAGS = re.IGNORECASE
_LABEL = (
    r"(?:photos?(?:graph(?:s|er)?)?|pictures?|images?|illustrations?|graphic|credits?"
    r"|crédits?(?: photo)?"
    r"|(?:photo|image|picture|file) (?:by|credit|courtesy(?: of)?|source)|foto|fotos|bild|quelle"
    r"|imagen"
    r"|crédito|fotografía|immagine|фото|fotoğraf|courtesy(?: of)?|photo prise par|حقوق الصورة"
    r"|تصوير|صورة)"
)
_AGENCY = (
    r"(?:AFP|Reuters|AP(?: Photo)?|Associated Press|Getty(?: Images)?|EPA(?:-EFE)?|EFE|dpa|ANSA"
    r"|Xinhua"
    r"|TASS|PA(?: Media| Images| Wire)?|UPI|Anadolu(?: Agency)?|AA|WAFA|SANA|NurPhoto"
    r"|Shutterstock|Alamy"
    r"|Bloomberg|Magnum|Sipa|Zuma|Rex|Handout|File(?: photo)?|AFP/Getty|IRNA|Yonhap|Kyodo"
    r"|Unsplash|Pexels"
    r"|Wikimedia(?: Commons)?|Flickr|iStock|Imago|Keystone|Picture Alliance|picture-alliance|NASA"
    r"|NATO"
    r"|رويترز|أ ف ب|فرانس برس|الأناضول|غيتي)"
)
# (Photo by: X/Y via Z) · [Getty] · (Reuters) · (John Doe/AP)
_BRACKETED = re.compile(
    rf"\s*[(\[]\s*(?P<credit>(?:{_LABEL}\s*(?:by\b)?\s*[:：]?\s*[^()\[\]]{{2,160}}"
    rf"|©\s?[^()\[\]]{{2,120}}|[^()\[\]]{{0,80}}\b{_AGENCY}\b[^()\[\]]{{0,60}}))[)\]]\s*\.?\s*$",
    _FLAGS,
)
_NAMES = r"[^\W\d_](?:\.|[\w’'&-]*)(?:\s+[^\W\d_(](?:\.|[\w’'&-]*)){0,5}"
# … Photograph: X/Y · … Photo by X · … © X
_LABELLED = re.compile(
    rf"(?:^|(?<=[.!?…。؟»\"”])\s+|\s+[|–—•·-]\s+)(?P<credit>{_LABEL}\s*[:：]\s*\S.{{1,120}}"
    rf"|(?:photo|photograph|image|picture|illustration)s?\s(?:by|courtesy(?: of)?)\s+\S.{{1,100}}"
    rf"|©\s?(?!\s?(?:19|20)\d\d)\S.{{1,100}})$|(?<=\w)\s+(?:©\s?(?!(?:19|20)\d\d)\S.{{1,100}})$",
    _FLAGS,
)
# … Jane Doe/AFP · Reuters/Jane Doe · AFP via Getty Images, at the end after a full stop or alone
_SLASHED = re.compile(
    rf"(?:^|(?<=[.!?…。؟»\"”])\s+)(?P<credit>(?:{_NAMES}\s?[/|]\s?){{0,3}}{_AGENCY}"
    rf"(?:\s?/\s?{_NAMES}){{0,3}}(?:\s+via\s+{_NAMES})?)\s*\.?$",
)
_AGENCY_ENDS = re.compile(rf"\b{_AGENCY}$")
_WIRE_ALONE = re.compile(
    r"(?:AFP|Reuters|AP|Associated Press|EFE|dpa|ANSA|Xinhua|TASS|PA|UPI|AA|Anadolu|WAFA|SANA|IRNA"
    r"|رويترز|أ ف ب|فرانس برس|الأناضول)"
)
_LABEL_HEAD = re.compile(
    rf"(?:{_LABEL}(?:\s*[:：]\s*|\s+by\s*[:：]?\s+)|(?:photo|image) (?:by|courtesy of)\s+|©\s*)",
    _FLAGS,
)
_CAPTION_HEAD = re.compile(
    r"(?:caption|photo caption|image caption|légende|bildunterschrift|file photo"
    r"|file picture)\s*[:：]\s*"
    r"|image caption,\s*|image source,\s*|(?:photo|picture|image)\s*[:：]\s*(?=.{60})",
    _FLAGS,
)
# Copied from a page that prints the credit over the picture and reads it out below.
_DOUBLED = re.compile(rf"(?P<agency>{_AGENCY})\s?(?P<caption>\S.{{9,300}}?)\s?(?P=agency)")
_SOURCE_LINE = re.compile(r"image source,\s*(?P<credit>.{2,100})", _FLAGS)
_LONGEST = 600


class CreditSplit(NamedTuple):
    """Where a picture's line divides; offsets into the text given."""

    caption_end: int
    """The caption is everything before it; 0 where the line is a credit alone."""
    credit: str
    """Without its label and brackets."""
    is_sure: bool
    """False for a wire's name in brackets alone, which may credit the text instead."""


def split_credit(raw: str) -> CreditSplit | None:
    """Divide a picture's line into caption and credit; None where no credit stands in it."""
    if len(raw) > _LONGEST:
        return None
    source = _SOURCE_LINE.fullmatch(raw.strip())
    if source:
        return CreditSplit(0, plain_credit(source["credit"]), True)
    for pattern in _patterns_for(raw):
        found: re.Match[str] | None = pattern.search(raw)
        if found:
            start = found.start()
            words = found["credit"] or found[0].strip()
            is_sure = _WIRE_ALONE.fullmatch(words.strip()) is None
            return CreditSplit(start if raw[:start].strip() else 0, plain_credit(words), is_sure)
    return None


def _patterns_for(raw: str) -> Iterator[re.Pattern[str]]:
    """Give the patterns that can match at all; a paragraph has the signs of none."""
    end, low = raw.rstrip(" .\t\n\xa0"), raw.lower()
    if end.endswith((")", "]")):
        yield _BRACKETED
    if any(sign in raw for sign in ":：©") or " by " in low or "courtesy" in low:
        yield _LABELLED
    near = end[-80:]
    if "/" in near or " via " in near or _AGENCY_ENDS.search(near, max(0, len(near) - 24)):
        yield _SLASHED


def is_caption(text: str) -> bool:
    """Tell whether a line calls itself a caption, or has one agency's name at both ends."""
    return _CAPTION_HEAD.match(text) is not None or _DOUBLED.fullmatch(text) is not None


def plain_caption(text: str) -> str:
    """Give the words of a caption without the label before it."""
    doubled = _DOUBLED.fullmatch(text.strip())
    plain = doubled["caption"] if doubled else text
    return " ".join(_CAPTION_HEAD.sub("", plain, count=1).split())


def plain_credit(text: str) -> str:
    """Give a credit without brackets and without `Photo by:`."""
    plain = " ".join(text.split()).strip("()[] ").rstrip(".")
    for _ in range(2):  # `Photo: © Jane Doe`
        plain = _LABEL_HEAD.sub("", plain, count=1) if _LABEL_HEAD.match(plain) else plain
    return plain.strip(" :")

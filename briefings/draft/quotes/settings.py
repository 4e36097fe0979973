"""Settings: where or to whom something was said, as printed."""

import re

_NOUNS = (
    r"interview|statement|news conference|press conference|press briefing|briefing|speech|letter|"
    r"tweet|post|email|e-mail|message|memo|memorandum|report|address|hearing|rally|debate|podcast|"
    r"video link|video call|video|blog|op-ed|column|call|phone call|conference call|meeting|"
    r"event|ceremony|forum|"
    r"conference|summit|testimony|filing|affidavit|broadcast|programme|program|press release|note|"
    r"communiqué|sermon|lecture|webinar|Twitter|Facebook|Instagram|Telegram|X|television|radio|"
    r"court|parliament|entretien|interview|communiqué|conférence de presse|discours|lettre|"
    r"message|entrevista|comunicado|rueda de prensa|conferencia de prensa|discurso|carta|mensaje"
)
_SETTING = re.compile(
    r"\b(?i:in|during|at|on|via|by|through|dans|lors|en|durante)\s"
    r"(?:(?:a|an|the|his|her|their|its|one|this|another|d['’]une?|un|une|una|le|la|l['’]|el|su)\s?)?"
    r"(?:[^\W_][\w’'-]{0,24}\s){0,4}?"
    rf"(?:{_NOUNS})s?\b"
)
_TAIL = re.compile(
    r"\s(?:with|to|on|for|by|in|at|from|outside|before|broadcast|published|à|avec|con|a)\s"
)
_TAIL_STOP = re.compile(
    r"[,.;:!?—–()\"“”«»\ufffc]|\s(?:that|when|while|as|after|before|which|who|and|but|because|saying|"
    r"adding|if|where|said|told|will|would|has|had|was|were|is|que|qui|quien|"
    r"(?:on |this |last |next )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|earlier|"
    r"late|early|last|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
)
_LONGEST = 120


def find_setting(masked: str, start: int, end: int) -> str | None:
    """Give the words for the occasion within a stretch of masked text; None where none stand."""
    found = _SETTING.search(masked, start, end)
    if found is None or "\ufffc" in found[0]:
        return None
    reach = found.end()
    tail = _TAIL.match(masked, reach, end)
    if tail:
        stop = _TAIL_STOP.search(masked, tail.end() - 1, min(end, found.start() + _LONGEST))
        reach_to = stop.start() if stop else min(end, found.start() + _LONGEST)
        if stop or reach_to == end:
            reach = reach_to if masked[tail.end() : reach_to].strip() else reach
    return masked[found.start() : reach].strip() or None

"""Abbreviations whose full stop ends no sentence, in one table per kind.

All are written in lower case without the final stop.
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEFORE_A_NAME: Final = _words(
    """
    mr mrs ms mx dr drs prof rev hon pres sen sens rep reps gov gen lt col maj capt cmdr adm sgt cpl
    pvt brig supt insp det st sr. fr. messrs mgr mme mlle mm me vve sra srta sres dra dña da. exc
    excmo gral cnel hr fr hrn frl ing dipl mag priv.-doz dn d.ª ald atty amb asst assoc comdr fmr
    sig sigg dott
    """
)
"""Titles and the like: a name follows, never a new sentence."""

ALSO_WORDS: Final = _words("me mm rep reps sens det hon col fr hr st pres prof exc")
"""Those of them that are words or endings too: titles only with a capital."""

BEFORE_A_NUMBER: Final = _words(
    """
    no nos nr nrn núm num n.º art arts fig figs p pp pg vol vols ch chap sec para pt op cap apdo pág
    págs abs bd kap s ca c circa approx ed eds § ext tel
    """
)
"""The stop ends nothing where a figure follows."""

CAPITALISED: Final = _words(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    janv févr avr juil déc ene abr ago dic okt dez mär
    inc ltd co corp bros jr sr plc llc dept univ assn ave blvd rd mt ft sq hwy est
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
    okla ore pa tenn tex va vt wash wis wyo ud uds mio mrd mill
    """
)
"""Months, days, firms, states: with a capital, the stop ends a sentence only where a word follows
that often begins one."""

MIDWAY: Final = _words(
    """
    etc vs v al bzgl bzw ggf inkl tsd usw evtl sog cf env hab janv févr avr juil déc ltda cía approx
    """
)
"""The same, in any case."""

NEVER_LAST: Final = _words("e.g i.e viz z.b d.h u.a p.ej p.ex cf vgl resp c.-à-d")
"""Words always follow."""

NAME_PARTICLES: Final = _words(
    "de del della di da dos du des la le van von der den zu al el bin ibn ben mc st"
)
"""Stop words that are part of names: after an initial they begin no sentence."""

CUES: Final = _words(
    """
    said says asked asks wrote writes told added adds replied shouted cried demanded wondered
    exclaimed continued tweeted posted joked quipped recalled insisted argued declared
    """
)
"""Verbs after `"Why?" Ms. Hale …` that keep the speaker in the sentence of the quotation."""

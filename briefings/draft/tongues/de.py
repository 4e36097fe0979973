"""The small words of German, by what they do; `briefings.draft.lexicon` says what each is."""

from typing import Final

WORDS: Final = {
    "anaphor": r"""
        er sie es dies diese dieser dieses diesen diesem das ihr ihre ihren seine sein seinen
        dessen deren beide andere einige dabei dafür dagegen daran darauf darin darüber davon dazu
        damit dadurch letztere erstere
    """,
    "definite": r"""
        der_Mann die_Frau das_Opfer der_Verdächtige die_Opfer das_Abkommen
    """,
    "connective": r"""
        aber und doch jedoch allerdings zudem außerdem auch dennoch trotzdem deshalb daher darum
        so dann denn unterdessen inzwischen hingegen zugleich ferner schließlich zum_Beispiel
    """,
    "deictic": r"""
        heute gestern morgen vorgestern
        (?:letzte|vergangene|kommende|nächste|diese)[nrsm]?_(?:Woche|Monat|Jahr|Nacht|Jahres|Monats)
        heuer hier kürzlich
    """,
    "first_person": r"""
        ich wir unser unsere unseren uns mein meine mich mir
    """,
    "saying": r"""
        sagte sagten sagt teilte teilten erklärte erklärten erklärt betonte betont berichtete
        berichteten kündigte kündigten bestätigte bestätigten warnte warnten forderte forderten
        behauptete bestritt bestritten hieß schrieb schrieben äußerte räumte fügte meinte zufolge
    """,
    "accusing": r"""
        beschuldig(?:t|te|ten|en) wirft werfen warf warfen bezichtig(?:t|te) Vorwurf Vorwürfe
        verdächtig(?:t|te|en)
    """,
    "accuses": r"""
        beschuldigt beschuldigte beschuldigten wirft werfen warf warfen
    """,
    "denying": r"""
        bestreite(?:t|n) bestritt(?:en)? dementier(?:t|te|ten) weist wies wiesen zurückgewiesen
        leugne(?:t|te)
    """,
    "source": r"""
        laut nach_Angaben gemäß
    """,
    "protected": r"""
        nicht kein keine keinen keiner nie niemals niemand nichts ohne weder kann können könnte
        könnten soll sollen sollte sollten muss müssen dürfte dürften wenn falls sofern sobald nur
        bloß lediglich mindestens höchstens fast etwa rund knapp mutmaßlich mutmaßliche
        mutmaßlichen angeblich laut sagte erklärte teilte berichtete bestätigte bestritt zufolge
        würde würden wohl möglicherweise vorläufig
    """,
    "relative": r"""
        darunter
    """,
    "past": r"""
        (?:seit|im_Jahr|im_Jahre|bis|nach|von)_(?:\w{3,10}_)?(?:19|20)\d\d
        vor_(?:\w{2,12}_)(?:Jahren|Monaten|Jahrzehnten) seit_(?:Jahren|Jahrzehnten|langem|Monaten)
        damals früher einst gegründet (?:hatte|hatten) (?:war|waren)_\w{2,15}_worden ist_eine?
    """,
    "compares": r"""
        gegenüber im_Vergleich mehr_als weniger_als
    """,
    "now": r"""
        (?:am|vom)_(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Sonnabend) heute
        kündigte
    """,
    "subordinate": r"""
        dass nachdem bevor als während weil aber und wie wo
    """,
}
"""Kind of word to alternatives in white space; `_` stands for a space inside one."""

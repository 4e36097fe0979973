"""The small words of French, by what they do; `briefings.draft.lexicon` says what each is."""

from typing import Final

WORDS: Final = {
    "anaphor": r"""
        il elle ils elles on cela ceci ça celui-ci celle-ci ceux-ci celles-ci ce cet cette ces
        c'est son sa ses leur leurs lui (?:ce|cette|ces)_\w{3,20} l'intéressé le_premier le_second
        les_deux ces_derniers ce_dernier cette_dernière d'autres certains l'un l'une
    """,
    "definite": r"""
        l'homme la_femme la_victime le_suspect les_victimes le_jeune l'accord
    """,
    "connective": r"""
        mais et or donc car cependant toutefois pourtant néanmoins ainsi alors ensuite puis aussi
        par_ailleurs en_outre de_plus en_revanche au_contraire en_effet par_exemple d'ailleurs
        de_son_côté de_leur_côté pour_sa_part enfin en_conséquence
    """,
    "deictic": r"""
        aujourd'hui hier demain ce_(?:matin|soir|week-end|mois) cette_(?:semaine|année|nuit)
        avant-hier
        (?:l'an|l'année|la_semaine|le_mois)_(?:dernier|dernière|prochain|prochaine|passé|passée)
        ici récemment
    """,
    "first_person": r"""
        je j'ai nous notre nos mon ma mes moi
    """,
    "saying": r"""
        (?:a|ont|avait|avaient)_(?:\w{2,12}_)?(?:dit|déclaré|annoncé|affirmé|indiqué|précisé)
        (?:a|ont|avait|avaient)_(?:\w{2,12}_)?(?:ajouté|assuré|estimé|souligné|rappelé|confirmé)
        (?:a|ont|avait|avaient)_(?:\w{2,12}_)?(?:démenti|expliqué|nié|averti|regretté|dénoncé|promis|reconnu|répondu)
        (?:a|ont|avait|avaient)_(?:\w{2,12}_)?(?:rapporté|jugé|prévenu|insisté|raconté|écrit) dit
        déclare annonce affirme indique précise explique ajoute assure estime souligne rappelle
        confirme dément avertit regrette dénonce reconnaît rapporte juge
    """,
    "accusing": r"""
        accus(?:e|ent|é|ée|és|ées|er|ant|ation|ations) reproch(?:e|ent|é)
        soupçonn(?:e|ent|é|ée|és)
    """,
    "accuses": r"""
        accuse accusent a_accusé ont_accusé
    """,
    "denying": r"""
        dément(?:i|ie|ent)? ni(?:e|ent|é) rejett?(?:e|ent|é) réfut(?:e|ent|é) contest(?:e|ent|é)
        refus(?:e|ent|é)_de_commenter
    """,
    "source": r"""
        selon d'après de_source de_l'avis_de
    """,
    "protected": r"""
        ne n'\w{1,12} pas jamais aucune? rien personne sans ni peut peuvent pourrait pourraient
        devrait devraient doit doivent si sauf seulement seul seule uniquement moins plus presque
        environ quelque présumée? présumés accusée? accusés soupçonnée? selon dit déclaré annoncé
        affirmé indiqué précisé expliqué ajouté assuré estimé confirmé démenti nié rapporté serait
        seraient aurait auraient probable probablement provisoire condition à_condition dont
    """,
    "relative": r"""
        qui où dont laquelle lequel lesquels lesquelles notamment
    """,
    "past": r"""
        (?:en|depuis|après|jusqu'en|dès)_(?:\w{3,10}_)?(?:19|20)\d\d
        (?:avait|avaient|était|étaient)_(?:\w{2,12}_)?\w{2,14}(?:é|ée|és|ées|i|is|u|us|it)
        il_y_a_(?:\w{2,12}_){1,3}(?:ans|mois|décennies)
        depuis_(?:des|plusieurs|\w{2,9})_(?:années|ans|décennies|mois) l'an_dernier
        l'année_dernière autrefois jadis fondée? créée? est_une? était
    """,
    "compares": r"""
        contre par_rapport_à de_plus_que de_moins_que
    """,
    "now": r"""
        (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) a_annoncé ont_annoncé aujourd'hui
    """,
    "subordinate": r"""
        que qu'(?=\w) après avant lorsque quand tandis car mais et comme où qui dont
    """,
}
"""Kind of word to alternatives in white space; `_` stands for a space inside one."""

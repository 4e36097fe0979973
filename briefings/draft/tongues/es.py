"""The small words of Spanish, by what they do; `briefings.draft.lexicon` says what each is."""

from typing import Final

WORDS: Final = {
    "anaphor": r"""
        él ella ellos ellas esto eso aquello este esta estos estas ese esa esos esas su sus le les
        lo ambos ambas (?:dicho|dicha|dichos|dichas)_\w{3,20} el_primero el_segundo otros otras
        algunos el_mismo la_misma
    """,
    "definite": r"""
        el_hombre la_mujer la_víctima el_sospechoso las_víctimas el_joven el_acuerdo
    """,
    "connective": r"""
        pero y e sin_embargo no_obstante además también así entonces luego asimismo por_su_parte
        por_otra_parte por_otro_lado en_cambio por_ejemplo de_hecho mientras_tanto por_eso
        por_ello por_tanto aun_así en_consecuencia finalmente
    """,
    "deictic": r"""
        hoy ayer mañana anoche anteayer esta_(?:semana|mañana|tarde|noche) este_(?:mes|año|fin)
        (?:el_(?:año|mes)|la_semana)_(?:pasado|pasada|próximo|próxima) aquí recientemente
    """,
    "first_person": r"""
        yo nosotros nosotras nuestro nuestra nuestros nuestras mi mis nos
    """,
    "saying": r"""
        dijo dijeron dice dicen declaró declararon anunció anunciaron afirmó afirmaron aseguró
        aseguraron indicó indicaron explicó explicaron señaló señalaron añadió agregó informó
        informaron advirtió confirmó confirmaron negó negaron denunció sostuvo manifestó reconoció
        subrayó destacó recordó
        ha_(?:dicho|declarado|anunciado|afirmado|asegurado|indicado|explicado|señalado)
        ha_(?:añadido|informado|confirmado|negado|denunciado)
        han_(?:dicho|declarado|anunciado|afirmado|asegurado|informado|confirmado|negado)
    """,
    "accusing": r"""
        acus(?:a|an|ó|aron|ado|ada|ados|adas|ar|ación|aciones) culp(?:a|an|ó|aron)
        denunci(?:a|an|ó|aron)
    """,
    "accuses": r"""
        acusa acusan acusó acusaron denuncia denuncian denunció
    """,
    "denying": r"""
        nieg(?:a|an) neg(?:ó|aron|ado) desmint(?:ió|ieron) desmiente rechaz(?:a|an|ó|aron)
        refut(?:a|ó)
    """,
    "source": r"""
        según de_acuerdo_con a_juicio_de
    """,
    "protected": r"""
        no nunca jamás ningún ninguna nadie nada sin ni puede pueden podría podrían debe deben
        debería deberían si salvo excepto sólo solo solamente menos más casi unos unas cerca
        presunto presunta presuntos supuesto supuesta supuestamente acusado acusada según dijo
        declaró anunció afirmó aseguró indicó explicó señaló añadió informó confirmó negó habría
        habrían probable probablemente provisional
    """,
    "relative": r"""
        quien quienes donde cuyo cuya cuyos cuyas que la_cual el_cual los_cuales las_cuales
        incluidos incluidas incluido incluida
    """,
    "past": r"""
        (?:en|desde|tras|hasta)_(?:\w{3,10}_de_)?(?:19|20)\d\d
        había(?:n)?_(?:\w{2,12}_)?\w{2,14}(?:do|to|cho)
        hace_(?:\w{2,12}_){1,3}(?:años|meses|décadas) desde_hace durante_(?:años|décadas|meses)
        el_año_pasado antiguamente fundad[oa] cread[oa] es_una? era eran
    """,
    "compares": r"""
        frente_a en_comparación respecto_a más_que menos_que
    """,
    "now": r"""
        (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo) anunció anunciaron hoy
    """,
    "subordinate": r"""
        que después antes cuando mientras porque pero y como donde quien
    """,
}
"""Kind of word to alternatives in white space; `_` stands for a space inside one."""

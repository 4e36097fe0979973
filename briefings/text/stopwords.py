"""Words that say nothing of what a text is about, per language, in one table.

Compact on purpose: articles, pronouns, prepositions, conjunctions, auxiliaries. Verbs of saying
are not here; they matter to drafting.
"""

from types import MappingProxyType
from typing import Final

_ENGLISH = """
a about above across after again against ago all almost along already also although always am
among amid an and another any are around as at away back be became because become been before
behind being below between both but by came can cannot come could did do does doing done down
during each either else even ever every few for from further get give go got had has have having
he her here hers herself him himself his how however i if in into is it its itself just last later
least less let like likely made make many may me meanwhile might mine more most much must my
myself near neither never next no nor not now of off often on once one only onto or other others
our ours out over own per perhaps quite rather really same she should since so some soon still
such take than that the their theirs them themselves then there these they this those though
through thus to together too toward towards under until up upon us very was way we well went were
what when where whether which while who whom whose why will with within without would yet you your
yours i'm it's he's she's that's there's we're they're you're i've we've they've don't doesn't
didn't isn't aren't wasn't weren't won't can't couldn't wouldn't shouldn't hasn't haven't hadn't
i'll we'll they'll i'd he'd she'd we'd they'd
"""

_FRENCH = """
a à afin ai ainsi alors après as au aucun aucune aujourd'hui auprès aussi autre autres aux avaient
avait avant avec avez avoir avons ayant bien c' car ce ceci cela celle celles celui cependant ces
cet cette ceux chaque chez comme comment contre d' dans de depuis dernier dernière des dès
désormais deux donc dont du durant elle elles en encore enfin entre environ es est et étaient était
étant été être eu eux face fait faire font grâce hors ici il ils j' jamais je jusqu' jusque l' la
là laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m' ma mais malgré me même
mêmes mes moi moins mon n' ne ni non nos notamment notre nous nouveau nouvelle on ont ou où par
parce parmi pas pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pourtant près presque
puis qu' quand que quel quelle quelles quelque quelques quels qui quoi s' sa sans sauf se selon
sera seront ses si soit son sont sous sur t' ta tandis tant te tel telle tels tes toi ton toujours
tous tout toute toutefois toutes très trop tu un une vers via voici voilà vos votre vous y
"""

_SPANISH = """
a además ahí ahora al algo algún alguna algunas alguno algunos allí ante antes aquel aquella
aquellas aquello aquellos aquí así aun aún aunque bajo bien cada casi como cómo con contra cual
cuál cuales cualquier cuando cuándo cuanto de del desde después día días donde dónde dos durante e
el él ella ellas ello ellos en entonces entre era eran eres es esa esas ese eso esos esta está
estaba estaban estado están estar estas este esto estos estuvo fue fueron ha había habían haber han
has hasta hay he hecho hoy incluso la las le les lo los luego más me menos mi mientras mis misma
mismo mismos mucha muchas mucho muchos muy nada ni ningún ninguna no nos nosotros nuestra nuestro o
os otra otras otro otros para pero poco podría por porque pues puede pueden que qué quien quién
quienes se sea según ser será si sí sido siempre sin sino sobre solo sólo son su sus tal también
tampoco tan tanto te tener tenía ti tiene tienen toda todas todavía todo todos tras tu tú un una
unas uno unos usted ustedes va vez y ya yo
"""

_GERMAN = """
ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus
außerdem bei beim bereits bin bis bisher da dabei dadurch dafür dagegen daher damit danach dann
daran darauf darin darüber das dass davon dazu dein dem demnach den denen denn der deren des dessen
deshalb dich die dies diese dieselbe diesem diesen dieser dieses dir doch dort du durch ein eine
einem einen einer eines einige einigen einmal er erst es etwa etwas euch euer für gegen gegenüber
gewesen hab habe haben hat hatte hatten hätte hätten hier hin hinter ich ihm ihn ihnen ihr ihre
ihrem ihren ihrer ihres im in indem ins ist ja je jede jedem jeden jeder jedes jedoch jene jenen
jetzt kann kein keine keinem keinen keiner können könnte konnte laut machen man mehr mehrere mein
meine mich mir mit muss müssen nach nachdem neben nicht nichts noch nun nur ob oder ohne seien sehr
sei sein seine seinem seinen seiner seines seit selbst sich sie sind so sogar solche soll sollen
sollte sollten somit sondern sonst sowie statt trotz über um und uns unser unsere unter viel viele
vielen vom von vor während war waren warum was wegen weil weiter weitere welche welchem welchen
welcher welches wenn wer werde werden wie wieder will wir wird wo wobei worden wollen wollte wurde
wurden würde würden zu zudem zum zur zwar zwischen
"""

_ARABIC = """
في من إلى الى على علي عن مع بعد قبل حتى منذ خلال حول بين تحت فوق دون ضد لدى عند عبر نحو أمام خلف
داخل خارج هو هي هم هن هما أنا نحن أنت أنتم أنه انه أنها انها أنهم إنه إنها إنهم هذا هذه هؤلاء ذلك
تلك أولئك الذي التي الذين اللذين اللتين اللواتي ما ماذا متى أين كيف لماذا هل أن ان إن أنّ لأن كأن
لكن ولكن لكنه لكنها بل أو او أم ثم و ف ب ل ك قد لقد كان كانت كانوا يكون تكون ليس ليست لم لن لا إلا
الا غير سوى كل بعض أي اي جميع كما كذلك أيضا أيضاً ايضا إذا اذا لو لولا إذ حيث حين حينما عندما
بينما فيما مما عما كلما به بها بهم له لها لهم فيه فيها فيهم منه منها منهم عليه عليها عليهم إليه
إليها إليهم عنه عنها معه معها وهو وهي وهم وقد وفي ومن وإلى وعلى وعن ومع وبعد وكان وكانت ولا ولم ولن
وما وأن وإن وهذا وهذه وذلك والتي والذي والذين بأن بأنه بأنها لأنه لأنها فإن فقد فقط وقال هناك هنا
اليوم أمس الآن مثل يوم أكثر أقل عدة عدد نفس نفسه نفسها
"""

STOPWORDS: Final = MappingProxyType(
    {
        "en": frozenset(_ENGLISH.split()),
        "fr": frozenset(_FRENCH.split()),
        "es": frozenset(_SPANISH.split()),
        "de": frozenset(_GERMAN.split()),
        "ar": frozenset(_ARABIC.split()),
    }
)
"""Language to its stop words, lower case, with straight apostrophes."""

"""Names of colours, places and goods that are things as well where they stand beside a product."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.alone import ALONE
from bggen.families.studio.words.lexicon.fare import FARE
from bggen.families.studio.words.lexicon.growing import GROWING
from bggen.families.studio.words.lexicon.unshown import UNSHOWN


def _by_phrase(things: dict[str, str]) -> dict[str, str]:
    return {phrase.strip(): name for name, said in things.items() for phrase in said.split(",")}


#: phrase in the singular -> the concept that it is beside a product: `with lavender`, `lemon, lime and mint`
THINGS: dict[str, str] = _by_phrase(
    {
        "lavender sprigs": "lavender, lavander",
        "limes": "lime",
        "oranges": "orange, tangerine, mandarin orange",
        "peaches": "peach, apricot",
        "cinnamon": "cinnamon",
        "whole nutmeg": "nutmeg",
        "chocolate": "chocolate, dark chocolate, milk chocolate",
        "almonds": "almond",
        "hazelnuts": "hazelnut",
        "pistachios": "pistachio",
        "olive branch": "olive",
        "honey": "honey, honey jar, honey pot, jar of honey, jars of honey, pot of honey",
        "cherry blossom": "blossom, cherry blossom, apple blossom, almond blossom, peach blossom, "
        "plum blossom, spring blossom, sakura, sakura blossom",
        "plums": "plum",
        "fir": "pine",
        "corals": "coral",
        "mint leaves": "mint",
        "eucalyptus": "sage",
        "makeup brushes": "cosmetic brush, kabuki brush, make up brush, makeup brush, powder brush",
        "soap bars": "soap, soap bar, handmade soap",
        "straw hat": "straw hat, sun hat",
        "sunglasses": "sunglasses",
    }
)
#: of these, what is no colour and no place
GOODS = frozenset(phrase for phrase, name in THINGS.items() if name == "honey")
#: concepts of what is eaten
FRUIT = frozenset(
    {*FARE, "citrus", "hazelnuts", "lemons", "pistachios", "plums", "strawberries", "whole nutmeg"}
)
#: what is a thing where one of these is named, and a colour elsewhere
OF_THE_SEA = {"coral": frozenset(["underwater", "water", "beach", "sea bed", "shells"])}
#: what is a thing only where it is counted, in a state that no colour has, or beside a fruit: `an orange`
COUNTED = frozenset(
    phrase.strip()
    for phrase in """
    almond, apricot, hazelnut, mandarin orange, olive, orange, peach, pistachio, plum, tangerine
    """.split(",")
)
#: .. and what nobody counts: `a lavender` is a colour
UNCOUNTED = frozenset("chocolate cinnamon honey lavender mint nutmeg sage".split())
ARTICLES = frozenset("a an".split())
#: what says that it is a thing, right before it ..
STATES = frozenset(
    "few several dried ripe juicy whole sliced halved cut squeezed organic real fresh freshly two".split()
)
#: .. or with an `of`: `a pinch of cinnamon`
PORTIONS = frozenset(
    """
    bouquet branch branches bunch bunches bundle bundles dash drizzle dusting handful pinch puddle sprig
    sprigs sprinkle sprinkling squeeze twist
    """.split()
)
#: what else may stand before it; and before blossoms
MANNERS = frozenset(
    """
    the some wild tender little tiny small large big golden raw liquid runny dripping drizzled blooming
    delicate fragrant
    """.split()
)
OF_BLOSSOMS = frozenset("pink white pale light soft blossoming".split())
#: of what stands beside the product the first comes after these
BRINGING = frozenset(
    tuple(said.split())
    for said in """with, beside, near, amid, among, amongst, alongside, plus, next to, close to,
    surrounded by, framed by, accompanied by""".split(",")
)
#: after these, or in these, it is a colour
INTO = frozenset("in into to against from than on upon over".split())
PALETTES = frozenset(
    """
    palette scheme tones tone toned colours colour coloured shades shade gradient ombre theme stripes striped
    dots checks accents paint painted neon light lights lighting
    """.split()
)
WALLS = frozenset("background backdrop wall walls wallpaper".split())
#: what has trees in blossom
VIEWS = frozenset("background backdrop scene view landscape scenery window setting park".split())
#: its name ends before these
ENDS_THING = frozenset(
    "around scattered strewn nearby lying sitting placed resting arranged sprinkled drizzled or".split()
)
#: what people also mean by a wider one: `fruit`, `no flowers`
KINDS: dict[str, frozenset[str]] = {
    "citrus": frozenset("apples coconuts grapes lemons limes oranges peaches".split()),
    "flowers": frozenset("daisies marigolds peonies roses sunflowers tulips".split())
    | {"cherry blossom", "lavender sprigs"},
    "plant": frozenset({"fern"}),
}
#: what goods taste and smell of: `eucalyptus soap`, `rose candle`, `almond butter` are no props
TASTES = (
    FRUIT
    | GROWING.keys()
    | {name for name, concept in (ALONE | UNSHOWN).items() if concept.kind == "prop"}
    | frozenset("cactus eucalyptus flowers marigolds petals plant pumpkin roses tropical tulips".split())
)
#: goods of which no stuff or colour is, beside those of which they may be
TASTING = frozenset(
    """
    balm bath bomb butter candle cheesecake chutney cider cologne cordial crumble diffuser essence
    extract flavour flavoured gel granola ipad iphone jelly kombucha latte lemonade liqueur macbook
    marmalade mask melt melts mist oil parfum paste pesto pie print printed protein pulp puree salts
    scent scented schnapps scrub shower soda sorbet soup spray spread squash tart tonic vinegar wash wax
    yoghurt yogurt
    """.split()
)
#: goods that hold things, too: `with an apple bowl`
VESSELS = frozenset("bowl carafe cup glass goblet jar jug pan pitcher pot saucer teapot".split())

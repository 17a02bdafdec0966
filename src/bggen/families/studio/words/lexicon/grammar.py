"""Words that order a prompt: which region a clause speaks of, where clauses part, what a `no` reaches."""

from __future__ import annotations

import re

#: region -> words of which one in a clause says that it speaks of it; the first region that has one counts
CUES: dict[str, frozenset[str]] = {
    "podium": frozenset("podium pedestal plinth riser stand platform dais".split()),
    "backdrop": frozenset(
        "background backdrop behind wall against backed curtain sky wallpaper before".split()
    ),
    "surface": frozenset(
        """on upon atop onto over table tabletop surface floor flooring counter countertop desk shelf worktop
        ground underneath base slab tray bench sideboard tablecloth""".split()
    ),
}
#: between two clauses, and no part of either
PARTS = frozenset({",", "with"})
#: these open a clause of their own
OPENS = frozenset("against on upon atop onto under beneath beside near before".split())
#: these are bright where no other mood is said
TIMES_OF_DAY = frozenset("morning,early morning,summer morning,daytime,daylight,forenoon".split(","))
#: these are straight down where no angle is said
LOOKS_DOWN = frozenset(["look down", "looking down"])
#: words of where light comes from
SIDES = frozenset("left right behind above front top back backlit overhead".split())
#: of these it is said where they stand (`softbox at 45 degrees`), and no view
LAMPS = frozenset(
    "light lighting key softbox octabox octabank octa stripbox strobe flash lamp spotlight rim sun".split()
)
#: right before these a colour is the light's and paints nothing
LIT = frozenset(
    "light lighting backlight backlighting backlit glow gel gels neon spotlight sidelight".split()
)
EDGES = frozenset(
    (edge, light)
    for edge in ("rim", "edge", "kicker", "hair", "key", "fill")
    for light in ("light", "lighting")
)
#: how photographers say that all but the product is out of focus
LENSES = frozenset(
    phrase.strip()
    for phrase in """
    fast lens, large aperture, low depth of field, macro, narrow depth of field, narrow focus, open aperture,
    portrait lens, portrait mode, selective focus, selectively focused, shallow depth, shallow depth of field,
    shallow dof, shallow focus, small depth of field, soft focus, soft focused, thin depth of field,
    tilt shift, wide aperture
    """.split(",")
)
#: adjective -> what the lexicon has it right before: `round marble podium`, `plain white backdrop`
KEPT_CLOSE: dict[str, frozenset[str]] = {
    adjective: frozenset(nouns.split())
    for adjectives, nouns in {
        "round circular cylindrical square cubic cube rectangular stepped tiered": (
            "podium podiums pedestal pedestals plinth plinths"
        ),
        "plain clean simple seamless empty solid smooth uniform": "backdrop background",
        "hanging trailing cascading": "leaves foliage branches greenery vines",
    }.items()
    for adjective in adjectives.split()
}
#: what a prompt written as a form calls its lines
LINES = "surface background backdrop wall podium floor table props".split()
LIGHT_LINES = "light lighting shadow shadows view angle camera mood style colour color".split()
#: said in several words, these refuse as `without` does
REFUSALS = re.compile(
    r"\b(?:anything but|nothing(?! else| but)|(?:other|rather) than|(?:instead|free) of|(?:free|away) from"
    r"|except(?: for)?)\b"
)
NEGATIONS = frozenset("no without not never avoid minus exclude excluding remove removing don't".split())
#: passed over right after a `no`
AFTER_NO = frozenset(
    "any a an the on in use of too much many visible include including show showing add put have".split()
)
#: what a `no` does not reach beyond
ENDS_NO = NEGATIONS | frozenset(
    ", on in at with and but against behind under use just only by from for".split()
)
#: what stands on or before a scene's parts: right before these words a product is named
STANDS = frozenset("on upon atop onto over across against beside before next".split())
#: between two grounds: the second is where the first one lies ..
AMID, BY = frozenset("in amid among amongst surrounded".split()), frozenset("by beside near".split())
#: .. and of which it is not on
NEXT = BY | {"next", "alongside"}
#: .. these where something was said to lie on the first
ON, LIES = frozenset("on at upon".split()), frozenset("on upon atop onto over".split())
#: of two colours the first runs into the second
GRADIENTS = frozenset("gradient gradients ombre fade fades fading blend blends blending into".split())
INTO = frozenset(["into", "to"])
#: .. and these ask for that of a single colour, too
OF_ONE_COLOUR = frozenset("gradient gradients ombre".split())
#: what a wall may have, by what people call it
GRADIENT, STRIPES, BANDS, DOTS, CHECKS, RAINBOW = "gradient stripes bands dots checks rainbow".split()
PATTERNS: dict[str, str] = {
    word: pattern
    for pattern, words in {
        STRIPES: "stripe stripes striped stripy pinstripe pinstripes pinstriped",
        DOTS: "dot dots dotted polka spotty",
        CHECKS: "check checks checked checkered chequered checkerboard chequerboard",
        RAINBOW: "rainbow rainbows",
    }.items()
    for word in words.split()
}
#: of these, what may stand for itself: `white dots on pink`; others stand right before the wall that has them
THEMSELVES = frozenset("stripes pinstripes dots checks rainbow rainbows".split())
#: what is said before a pattern and tells of nothing else
BEFORE_PATTERNS = frozenset(
    "a an the of with and large small tiny thin wide bold bright soft pastel retro".split()
)
#: what a checked floor is called
FLOORS = frozenset("floor floors flooring tile tiles table".split())
#: these say no colour, and of a wall that it has all of them ..
MANY_COLOURS = frozenset("colourful kaleidoscopic multicolour multicoloured polychrome rainbow".split())
#: .. as do these before those; and what else may be said between them and the wall or the gradient
COUNTS = frozenset("many multi various".split())
#: colours that are nothing else
PLAIN_COLOURS = frozenset(
    "beige black blue brown burgundy gold golden gray green grey navy orange pink purple red silver teal "
    "white yellow".split()
)
HUES = frozenset("coloured colour colours hues shades tones".split())
OF_MANY = HUES | frozenset("studio set scene vibrant vivid bright".split())
#: what may have a pattern
WALLS = frozenset("background backdrop wall wallpaper pattern".split())
#: stripes that are bands
LEVEL = frozenset("horizontal horizontally".split())
#: said beside a pattern, and nothing by themselves
BESIDE = LEVEL | frozenset(
    "vertical vertically candy pattern patterned coloured colored colour color".split()
)
#: a wall of one colour and a ground of another, where these two are said together
TWO_TONES = frozenset(
    "tone tones toned tonal split block blocked blocking colour coloured color colored".split()
)
COUNTED = frozenset("two dual duo colour color split".split())
#: .. or one of these alone: of light, too, where no two colours are said; said twice, before each colour
DUOTONE, HALF = "duotone", "half"
TWO_COLOURED = frozenset("colourblock colorblock bicolour bicolor bicoloured bicolored duotone".split())
#: .. but where they are said of these
OF_LIGHT = frozenset("light lights lighting lit gel gels".split())
#: a product that does so stands nowhere; these mean it only before what it is above, in or before
HOVERS = frozenset("levitate levitates levitating levitation hover hovers hovering midair weightless".split())
FLOATS = frozenset("float floats floating".split())
ABOVE = frozenset("above over in mid against before , product air".split())
AIRY = {"air", "mid"}  # said beside them
#: a product that is so is not as in its photo
SUNK = frozenset("buried embedded immersed sunken".split())
HANGS, FROM = frozenset("hanging hangs dangling suspended".split()), frozenset("from on by over".split())
#: what lies about, or is the ground where things are said to be on it
STREWN: dict[str, str] = {"pebbles": "pebble bed", "autumn": "fallen leaves"}
#: .. of autumn, leaves alone
LEAVES = frozenset(["leaf", "leaves"])
#: weather that no set shows; what one looks at it through
RAIN = frozenset("rain raining raindrop raindrops".split())
#: after `step` these say that somebody takes one
STEPS = frozenset("forward inside into out outside up".split())
WINDOWS = frozenset("window windows windowsill windowsills windowpane windowpanes".split())
#: the ends of all colours
SHIMMER = ("pastel pink", "pastel blue")
#: these say how others belong together, and nothing by themselves
RELATES = AMID | BY | GRADIENTS
#: what may be a scene's and is the product where it is all that stands there: `candle on a tray`
SOLD = frozenset(
    """
    barrel basket basketball blanket board book candle chair crate cushion football jeans lamp lantern lego
    macaron macbook mat mirror napkin notebook pillow placemat quilt saddle tablecloth throw towel tray vase
    """.split()
)
#: .. of which several are one: `towel set`
SETS = frozenset("set sets".split())
#: what stands there with it is said after these
WITH = frozenset("with under by near among amid surrounded".split())
#: what a product stands on by itself: `on concrete blocks`
BLOCKS = frozenset("block blocks cube cubes".split())
#: what opens a product's name: `our candle on oak` asks for no further candle
MINE = frozenset(["my", "our"])
OURS = MINE | {"your", "this"}
#: what a `no` to a word refuses beside the concepts that have it in their names
REFUSED = dict.fromkeys(("shadow", "shadows"), ("hard light", "leaf shadows", "blinds")) | dict.fromkeys(
    ("wood", "wooden"), ("bamboo", "cherry", "light oak", "oak", "pine", "walnut")
)

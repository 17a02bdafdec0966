"""The words the studio model knows: concepts with their synonyms, colours with their albedo."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.alone import ALONE
from bggen.families.studio.words.lexicon.backdrops import BACKDROPS
from bggen.families.studio.words.lexicon.bringing import (
    BEHIND,
    BRINGS,
    FURNISHES,
    OF_TOWNS,
    PLACE_OF,
    WATERS,
)
from bggen.families.studio.words.lexicon.coloured import INHERENT, LENDS, LENT, LIGHT_IN, PALER, VARIANTS
from bggen.families.studio.words.lexicon.entries import Concept, Region, Said
from bggen.families.studio.words.lexicon.fare import FARE
from bggen.families.studio.words.lexicon.foreign import FOREIGN
from bggen.families.studio.words.lexicon.growing import GROWING
from bggen.families.studio.words.lexicon.hues import HUES
from bggen.families.studio.words.lexicon.lights import LIGHT_SIDES, LIGHTS, TIMES_OF_LIGHT
from bggen.families.studio.words.lexicon.lookalikes import LOOKALIKES
from bggen.families.studio.words.lexicon.manners import (
    IGNORED,
    OTHERWISE,
    PRODUCTS,
    QUALITIES,
    SAID,
    SHADES,
    UNMADE,
)
from bggen.families.studio.words.lexicon.moods import MOODS
from bggen.families.studio.words.lexicon.neutrals import NEUTRALS, RAL
from bggen.families.studio.words.lexicon.places import PLACES
from bggen.families.studio.words.lexicon.props import PROPS
from bggen.families.studio.words.lexicon.rooms import ROOMS
from bggen.families.studio.words.lexicon.seasons import (
    FEASTS,
    OF_FEASTS,
    OPEN_AIR,
    SEASONS,
    TIMES_AND_STYLES,
    UNDER_SNOW,
    WINTER,
)
from bggen.families.studio.words.lexicon.small import PASSED, SMALL, STYLES
from bggen.families.studio.words.lexicon.stones import STONES
from bggen.families.studio.words.lexicon.stuffs import STUFFS
from bggen.families.studio.words.lexicon.things import KINDS
from bggen.families.studio.words.lexicon.unshown import PART_OF, STEADS, UNSHOWN
from bggen.families.studio.words.lexicon.woods import WOODS

#: Order matters where one phrase holds another: the narrower concept stands first.
CONCEPTS: dict[str, Concept] = {
    **WOODS,
    **STONES,
    **STUFFS,
    **BACKDROPS,
    **PLACES,
    **ROOMS,
    **LIGHTS,
    **MOODS,
    **FARE,
    **GROWING,
    **SEASONS,
    **PROPS,
    **ALONE,
    **UNSHOWN,
}
#: colour -> (what people say, sRGB 0..255)
COLOURS: dict[str, Said] = {**HUES, **NEUTRALS}

__all__ = [
    "ALONE",
    "BEHIND",
    "BRINGS",
    "COLOURS",
    "CONCEPTS",
    "FARE",
    "FEASTS",
    "FOREIGN",
    "FURNISHES",
    "IGNORED",
    "INHERENT",
    "KINDS",
    "LENDS",
    "LENT",
    "LIGHT_IN",
    "LIGHT_SIDES",
    "LOOKALIKES",
    "OF_FEASTS",
    "OF_TOWNS",
    "OPEN_AIR",
    "OTHERWISE",
    "PALER",
    "PART_OF",
    "PASSED",
    "PLACE_OF",
    "PRODUCTS",
    "QUALITIES",
    "RAL",
    "SAID",
    "SHADES",
    "SMALL",
    "STEADS",
    "STYLES",
    "TIMES_AND_STYLES",
    "TIMES_OF_LIGHT",
    "UNDER_SNOW",
    "UNMADE",
    "UNSHOWN",
    "VARIANTS",
    "WATERS",
    "WINTER",
    "Concept",
    "Region",
]

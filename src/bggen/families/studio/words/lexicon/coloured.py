"""Colours and stuffs said together: which a stuff has by itself, and which make another stuff of it."""

from __future__ import annotations


def _by_name(said: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(colour.strip() for colour in colours.split(",")) for name, colours in said.items()}


#: Colours that a stuff has by itself, its usual one first: said right before it they ask for no paint
#: (`white snow`), and the stuff may stand for the first (`sand coloured`).
INHERENT: dict[str, tuple[str, ...]] = _by_name(
    {
        "black marble": "black, charcoal",
        "gold marble": "black, charcoal",
        "green marble": "emerald green, forest green, olive green, sage green",
        "pink marble": "pastel pink, blush pink",
        "beige marble": "beige, cream, brown",
        "marble": "white, off-white, light grey",
        "travertine": "beige, cream, off-white",
        "slate": "charcoal, black, grey",
        "dark concrete": "charcoal, black, grey",
        "concrete": "grey, light grey",
        "dark wood": "chocolate brown, brown, black",
        "walnut": "brown, chocolate brown",
        "whitewashed wood": "white, off-white",
        "weathered wood": "grey, light grey",
        "sand": "beige, cream, pastel yellow, mustard yellow, yellow, white, off-white",
        "black sand": "charcoal, black, grey",
        "red sand": "terracotta, red, orange",
        "fallen leaves": "orange, red, brown, yellow, mustard yellow, terracotta",
        "dark rock": "charcoal, black",
        "cobblestones": "grey, light grey",
        "gravel": "grey, light grey",
        "log": "brown",
        "pebble bed": "grey, light grey",
        "gingham": "red, white",
        "blue gingham": "royal blue, navy blue, sky blue, pastel blue, white",
        "rattan": "brown, beige",
        "track": "terracotta, red",
        "denim": "royal blue, navy blue, sky blue, pastel blue",
        "burlap": "beige, brown, sand",
        "checkerboard": "black, white",
        "moroccan tiles": "royal blue, turquoise, white, teal",
        "glitter": "mustard yellow, yellow",
        "straw": "pastel yellow, mustard yellow, yellow, beige",
        "tatami": "beige, olive green",
        "court": "royal blue, sky blue, navy blue",
        "sea bed": "beige, pastel yellow",
        "raked sand": "beige, cream, white, off-white",
        "dry earth": "brown, terracotta, beige",
        "soil": "brown, chocolate brown, black",
        "moss": "olive green, emerald green, forest green, sage green",
        "grass": "emerald green, forest green, olive green",
        "snow": "white, off-white",
        "water": "sky blue, royal blue, turquoise, pastel blue, navy blue, teal, emerald green",
        "beach": "white, off-white, royal blue, sky blue, turquoise, navy blue",
        "bamboo forest": "emerald green, forest green",
        "underwater": "royal blue, turquoise, navy blue, teal, sky blue",
        "white village": "white, off-white, royal blue, sky blue",
        "roses": "pastel pink, blush pink, white, off-white",
        "lemons": "yellow, pastel yellow",
        "strawberries": "red",
        "oranges": "orange, yellow, red",
        "limes": "emerald green, mint green",
        "apples": "red, emerald green, yellow, burgundy",
        "blueberries": "navy blue, royal blue, purple",
        "raspberries": "hot pink, red, burgundy, pastel pink",
        "cinnamon": "brown, terracotta, chocolate brown",
        "almonds": "beige, brown",
        "coconuts": "white, brown",
        "honey": "mustard yellow, yellow, orange",
        "avocados": "olive green, emerald green, sage green, forest green",
        "grapes": "purple, emerald green, red, burgundy, black, royal blue, navy blue, white, pastel pink",
        "peaches": "peach, orange, yellow, pastel pink",
        "tomatoes": "red, yellow, emerald green, orange",
        "lavender sprigs": "lavender, purple, royal blue",
        "cherry blossom": "pastel pink, blush pink, white, hot pink",
        "daisies": "white, yellow, off-white",
        "peonies": "pastel pink, blush pink, hot pink, white, coral",
        "sunflowers": "yellow, mustard yellow",
        "fern": "emerald green, forest green, olive green",
        "olive branch": "olive green, emerald green, sage green, black",
        "sky": "sky blue, royal blue, pastel blue",
        "pastel sky": "pastel pink, blush pink, lavender, peach, hot pink, white",
        "smoke": "black, charcoal, grey, white",
        "hall floor": "beige, brown",
        "forest": "emerald green, forest green",
        "hanging leaves": "emerald green, forest green",
        "cork": "brown",
        "sunset": "orange, red, pastel pink, hot pink, coral, peach, purple, yellow",
        "brick": "terracotta, red",
    }
)

#: What a stuff is named for where nothing is painted in that colour (`wood coloured`).
LENT: dict[str, str] = {name: colours[0] for name, colours in INHERENT.items()} | {
    "wood": "brown",
    "oak": "brown",
    "rustic wood": "brown",
    "light oak": "beige",
    "pine": "beige",
    "bamboo": "beige",
    "linen": "beige",
    "stone": "beige",
    "leather": "brown",
    "metal": "light grey",
}
#: what a gradient of one colour runs into, which is lighter where there is such a one
PALER: dict[str, str] = {
    "blush pink": "off-white",
    "pastel pink": "white",
    "hot pink": "pastel pink",
    "pastel blue": "white",
    "sky blue": "white",
    "navy blue": "royal blue",
    "royal blue": "pastel blue",
    "turquoise": "pastel blue",
    "teal": "turquoise",
    "sage green": "off-white",
    "mint green": "white",
    "olive green": "sage green",
    "forest green": "sage green",
    "emerald green": "mint green",
    "pastel yellow": "white",
    "mustard yellow": "pastel yellow",
    "yellow": "pastel yellow",
    "peach": "off-white",
    "coral": "peach",
    "terracotta": "peach",
    "orange": "peach",
    "burgundy": "red",
    "red": "coral",
    "lavender": "white",
    "purple": "lavender",
    "off-white": "beige",
    "chocolate brown": "brown",
    "brown": "beige",
    "cream": "white",
    "beige": "off-white",
    "charcoal": "grey",
    "light grey": "white",
    "grey": "light grey",
    "black": "charcoal",
    "white": "light grey",
}
#: said after a stuff, they make its name a colour's
LENDS = frozenset("coloured colour colours tone tones toned hue hues hued shades tinted".split())
#: colour -> the mood of light in it; of others none is like it
LIGHT_IN: dict[str, str] = {
    colour: mood
    for mood, colours in _by_name(
        {
            "cool": "pastel blue, sky blue, royal blue, navy blue, turquoise, teal, light grey",
            "warm": "pastel yellow, mustard yellow, yellow, orange, peach, coral, cream, beige, terracotta",
            "neon": "hot pink, pastel pink, purple, lavender, red, emerald green, mint green",
            "bright": "white",
        }
    ).items()
    for colour in colours
}

_WOOD = {
    "whitewashed wood": "white, off-white",
    "weathered wood": "grey, light grey",
    "dark wood": "black, charcoal, chocolate brown",
    "walnut": "brown",
    "cherry": "red, burgundy, terracotta",
    "light oak": "beige, cream",
}
_STONE = {
    "green marble": "emerald green, forest green, olive green, sage green, mint green, teal",
    "pink marble": "pastel pink, blush pink, hot pink, coral, peach, red, burgundy",
    "beige marble": "beige, cream, off-white, brown, chocolate brown, terracotta, pastel yellow, yellow",
}
#: stuff -> colour said right before it -> the stuff that is: green marble is no paint on marble
VARIANTS: dict[str, dict[str, str]] = {
    stuff: {colour: name for name, colours in _by_name(made).items() for colour in colours}
    for stuff, made in {
        "wood": _WOOD,
        "oak": {name: _WOOD[name] for name in ("weathered wood", "dark wood")},
        "marble": {"black marble": "black, charcoal"} | _STONE,
        "stone": {"slate": "black, charcoal"} | _STONE,
        "rock": {"dark rock": "black, charcoal"},
        "gingham": {"blue gingham": "royal blue, navy blue, sky blue, pastel blue"},
        "concrete": {"dark concrete": "black, charcoal"},
    }.items()
}

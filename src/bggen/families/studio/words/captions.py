"""A prompt in the words that the studio's own generator was taught with: it knows no others.

The generator's captions name a scene's ground, what is behind it, what lies about, the light and the view.
"""

from __future__ import annotations

from collections.abc import Iterator

from bggen.families.studio.words.lexicon import ALONE, CONCEPTS, UNSHOWN
from bggen.families.studio.words.prompts import SceneWords

#: what the captions call a concept; one that is not here they call by its name
CALLED: dict[str, str] = {
    "oak": "oak wood",
    "light oak": "light oak wood",
    "walnut": "walnut wood",
    "cherry": "cherry wood",
    "pine": "pine wood",
    "wood": "oak wood",
    "weathered wood": "weathered grey wood",
    "log": "rustic wood",
    "wooden crate": "rustic wood",
    "barrel": "rustic wood",
    "cutting board": "oak wood",
    "firewood": "rustic wood",
    "cushion": "beige linen",
    "iridescent": "glossy light grey",
    "rattan": "bamboo",
    "marble": "white marble",
    "gold marble": "black marble with gold veins",
    "slate": "dark slate stone",
    "stone": "dark slate stone",
    "travertine": "travertine stone",
    "rock": "natural rock",
    "dark rock": "volcanic rock",
    "pebble bed": "stony ground",
    "gravel": "grey gravel",
    "dry earth": "dark soil",
    "soil": "dark soil",
    "sand": "beach sand",
    "track": "matte terracotta",
    "raked sand": "beach sand",
    "straw": "beach sand",
    "black sand": "dark soil",
    "red sand": "beach sand",
    "fallen leaves": "dark soil",
    "sea bed": "beach sand",
    "tatami": "bamboo",
    "court": "light concrete",
    "glitter": "brushed steel",
    "crumpled paper": "white plaster",
    "checkerboard": "white ceramic tiles",
    "moss": "green moss",
    "grass": "green grass",
    "water": "turquoise rippling water",
    "metal": "brushed steel",
    "mirror": "glossy light grey",
    "hanging leaves": "wall with hanging green leaves",
    "beach": "a seaside waterfront, out of focus",
    "pool": "a seaside waterfront, out of focus",
    "forest": "a green forest park, out of focus",
    "rainforest": "a lush rainforest, out of focus",
    "garden": "a courtyard garden, out of focus",
    "blossom": "a courtyard garden, out of focus",
    "field": "open fields, out of focus",
    "stadium": "open fields, out of focus",
    "lavender field": "open fields, out of focus",
    "sunflower field": "open fields, out of focus",
    "poppy field": "open fields, out of focus",
    "tulip field": "open fields, out of focus",
    "vineyard": "open fields, out of focus",
    "tennis court": "open fields, out of focus",
    "bamboo forest": "a green forest park, out of focus",
    "campsite": "a green forest park, out of focus",
    "campfire": "a night scene, out of focus",
    "red desert": "a dune landscape, out of focus",
    "black beach": "a seaside waterfront, out of focus",
    "waterfall": "a lush rainforest, out of focus",
    "greenhouse": "a courtyard garden, out of focus",
    "white village": "a seaside waterfront, out of focus",
    "lake": "a seaside waterfront, out of focus",
    "underwater": "a seaside waterfront, out of focus",
    "rooftop": "modern city buildings, out of focus",
    "market": "modern city buildings, out of focus",
    "northern lights": "a night scene, out of focus",
    "fireworks": "a night scene, out of focus",
    "barn": "an industrial workshop, out of focus",
    "gallery": "a hotel lobby, out of focus",
    "mountains": "green hills, out of focus",
    "winter landscape": "snow, out of focus",
    "desert": "a dune landscape, out of focus",
    "sky": "a cloudy sky, out of focus",
    "city": "modern city buildings, out of focus",
    "graffiti": "modern city buildings, out of focus",
    "night": "a night scene, out of focus",
    "evening lights": "a night scene, out of focus",
    "christmas room": "a christmas room with a decorated tree, out of focus",
    "workshop": "an industrial workshop, out of focus",
    "gym": "an industrial workshop, out of focus",
    "cellar": "a cellar, out of focus",
    "lobby": "a hotel lobby, out of focus",
    "window room": "a room with large windows, out of focus",
    **dict.fromkeys(
        (
            "interior",
            "fireside",
            "library",
            "supermarket",
            "laboratory",
            "living room",
            "kitchen",
            "bedroom",
            "bathroom",
            "office",
            "cafe",
            "nursery",
            "shop",
            "bakery",
            "classroom",
        ),
        "a cosy room interior, out of focus",
    ),
    "flowers": "pink flowers",
    "petals": "pink petals",
    "plant": "green leaves",
    "tropical": "tropical leaves",
    "fir": "christmas baubles and fairy lights",
    "eucalyptus": "a eucalyptus branch",
    "pampas": "dried pampas leaves",
    "books": "a stack of books",
    "candles": "lit candles",
    "gift": "red gift boxes",
    "citrus": "lemons",
    "tulips": "pink flowers",
    "roses": "pink flowers",
    "marigolds": "yellow flowers",
    **dict.fromkeys(
        ("strawberries", "blueberries", "raspberries", "apples", "grapes", "tomatoes"), "red apples"
    ),
    **dict.fromkeys(("chocolate", "coffee cup", "cinnamon", "almonds", "croissants"), "coffee beans"),
    "coconuts": "tropical leaves",
    "honey": "lemons",
    "avocados": "limes",
    "peaches": "oranges",
    "dried flowers": "dried pampas leaves",
    "lavender sprigs": "lavender flowers",
    "cherry blossom": "pink flowers",
    "daisies": "white daisies",
    "peonies": "pink flowers",
    "sunflowers": "yellow flowers",
    "fern": "green leaves",
    "olive branch": "a eucalyptus branch",
    "jack-o'-lanterns": "pumpkins",
    "red lanterns": "lit candles",
    "oil lamps": "lit candles",
    "champagne": "lit candles",
    "bubbles": "geometric spheres",
    "balloons": "red gift boxes",
    "stacked stones": "smooth pebbles",
    "feathers": "dried pampas leaves",
    "cactus": "green leaves",
    "pumpkin": "pumpkins",
    "christmas": "christmas baubles and fairy lights",
    "autumn": "autumn leaves",
    "spheres": "geometric spheres",
}
#: what is of any colour -> the one that it has unsaid, and what it is called after that
DYED: dict[str, tuple[str, str]] = {
    "linen": ("beige", "linen"),
    "knit": ("beige", "linen"),
    "denim": ("navy blue", "linen"),
    "burlap": ("beige", "linen"),
    "fur": ("off-white", "velvet"),
    "moroccan tiles": ("royal blue", "ceramic tiles"),
    "gingham": ("red", "cotton fabric"),
    "blue gingham": ("royal blue", "cotton fabric"),
    "drape": ("off-white", "draped silk"),
    "velvet": ("burgundy", "velvet"),
    "leather": ("brown", "leather"),
    "tiles": ("white", "ceramic tiles"),
    "terrazzo": ("white", "terrazzo"),
    "brick": ("brown", "brick"),
    "plaster": ("white", "plaster"),
    "curtain": ("beige", "curtain"),
}
#: moods, as they stand before the light
LIGHTS: dict[str, str] = {
    "bright": "bright ",
    "natural": "natural ",
    "warm": "warm ",
    "sunset": "golden hour ",
    "cool": "cool ",
    "moody": "moody low-key ",
}
NEON = "pink and blue neon light"
SHADOWS = {
    "leaf shadows": " with leaf shadows",
    "blinds": " with window blind shadows",
    "window light": " with window shadows",
}
VIEWS = {
    "top-down": "top-down flat lay",
    "eye level": "eye level view",
    "slightly raised": "slightly raised view",
    "high angle": "high angle view",
}
UNSAID_VIEW = "slightly raised"
SEAMLESS = "seamless"
#: shapes before a wall
BEFORE_WALLS = {
    "arch": "with a light grey arch",
    "disc": "with a large light grey disc",
    "steps": "with light grey steps",
}
NO_STUFFS = {SEAMLESS, "glow", *BEFORE_WALLS}
HANG = ("curtain", "hanging leaves")  # are no walls


def caption(words: SceneWords) -> str:
    """What a prompt asks for as a caption of the scenes; empty where nothing of it was understood."""
    parts = [*_ground(words), *_behind(words)]
    if props := _props(words):
        parts.append("with " + " and ".join(props))
    if not parts and not words.light_side and not words.concepts:
        return ""
    return ", ".join([*parts, _light(words), VIEWS[words.view or UNSAID_VIEW]])


def _props(words: SceneWords) -> list[str]:
    """What lies about; of what no caption names, what comes near."""
    asked = [name for name in words.concepts if CONCEPTS[name].kind == "prop"]
    uncaptioned = ALONE.keys() | UNSHOWN.keys()
    told = [near for name in asked for near in (CONCEPTS[name].near[:1] if name in uncaptioned else (name,))]
    return list(dict.fromkeys(CALLED.get(name, name) for name in told if CONCEPTS[name].kind == "prop"))


def _stuffs(words: SceneWords, behind: bool) -> list[str]:
    """The stuffs of the wall behind, or of what the product is on, podiums' own first."""
    found = []
    for name, region in words.concepts.items():
        kind = CONCEPTS[name].kind
        if name in NO_STUFFS:
            continue
        if kind in ("surface", "backdrop") and behind == ((region or kind) == "backdrop"):
            found.append(name)
    return sorted(found, key=lambda name: words.concepts[name] != "podium")


def _called(stuff: str, colour: str | None) -> str:
    unsaid, name = DYED.get(stuff, ("", CALLED.get(stuff, stuff)))
    return f"{colour or unsaid} {name}" if stuff in DYED else name


def _ground(words: SceneWords) -> Iterator[str]:
    stuffs, colour = _stuffs(words, behind=False), words.colours.get("surface")
    if words.asks_for("podium"):
        shape = next((n.split()[0] for n in words.concepts if n.endswith(" podium")), "round")
        of = words.colours.get("podium", "light grey")
        if stuffs and words.concepts[stuffs[0]] == "podium":
            of = _called(stuffs.pop(0), words.colours.get("podium"))
        yield f"on a {shape} {of} podium"
    if stuffs:
        yield f"on {_called(stuffs[0], colour)}"
    elif colour:
        yield f"on matte {colour}"


def _behind(words: SceneWords) -> Iterator[str]:
    colour = words.colours.get("backdrop") or words.colours.get(None)
    places = [name for name in words.concepts if CONCEPTS[name].kind == "place"]
    if places:
        yield CALLED.get(places[0], places[0])
        return
    walls = _stuffs(words, behind=True)
    shape = next((said for name, said in BEFORE_WALLS.items() if name in words.concepts), "")
    if walls and walls[0] in HANG:
        yield f"a {_called(walls[0], colour)}"
    elif walls or shape or (colour and SEAMLESS not in words.concepts and words.of_kind("surface")):
        stuff = _called(walls[0], colour) if walls else f"matte {colour or 'off-white'}"
        yield f"a {stuff} wall {shape}".rstrip()
    elif colour or SEAMLESS in words.concepts:
        yield f"on a seamless {colour or 'light grey'} studio backdrop"


def _light(words: SceneWords) -> str:
    if "neon" in words.concepts:
        return NEON
    mood = next((said for name, said in LIGHTS.items() if name in words.concepts), "")
    shadow = next((said for name, said in SHADOWS.items() if name in words.concepts), "")
    hard = words.hard_light or (words.hard_light is None and shadow)
    side = words.light_side or "left"
    the = "" if side in ("above", "behind") else "the "
    return f"{mood}{'hard sunlight' if hard else 'soft light'} from {the}{side}{shadow}"

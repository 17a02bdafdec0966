"""Captions: a scene's row said in many ways, and a large made-up corpus of scene prompts."""

from __future__ import annotations

import random
import re
from typing import Any

SYNONYMS: dict[str, tuple[str, ...]] = {
    "wood": ("wood", "wooden", "timber", "hardwood"),
    "light oak wood": ("light oak wood", "pale oak", "light wood", "blonde wood"),
    "walnut wood": ("walnut wood", "walnut", "dark walnut"),
    "whitewashed wood": ("whitewashed wood", "white wood", "limewashed wood"),
    "rustic wood": ("rustic wood", "reclaimed wood", "farmhouse wood", "old barn wood"),
    "white marble": ("white marble", "carrara marble", "marble", "pale marble"),
    "concrete": ("concrete", "cement", "microcement"),
    "beach sand": ("beach sand", "sand", "sandy beach", "golden sand"),
    "green moss": ("green moss", "moss", "mossy ground"),
    "snow": ("snow", "fresh snow", "snowy ground", "winter snow"),
    "rippling water": ("rippling water", "water", "a pool of water", "water ripples"),
    "dark slate stone": ("dark slate stone", "slate", "dark stone"),
    "beige": ("beige", "cream", "tan", "ecru"),
    "off-white": ("off-white", "ivory", "warm white"),
    "burgundy": ("burgundy", "wine red", "dark red", "maroon"),
    "blush pink": ("blush pink", "blush", "soft pink", "pale pink"),
    "light grey": ("light grey", "light gray", "pale grey"),
    "grey": ("grey", "gray"),
    "charcoal": ("charcoal", "dark grey", "anthracite"),
    "teal": ("teal", "blue-green"),
    "sage green": ("sage green", "sage", "muted green"),
    "seamless": ("seamless", "plain", "clean", "simple"),
    "hard sunlight": ("hard sunlight", "bright sunlight", "direct sun", "sunny light", "strong sunlight"),
    "soft light": ("soft light", "diffused light", "gentle light", "softbox light"),
    "from the left": ("from the left", "from left", "coming from the left side"),
    "from the right": ("from the right", "from right", "coming from the right side"),
    "from behind": ("from behind", "backlit"),
    "moody low-key": ("moody low-key", "moody dark", "dramatic dark", "low-key"),
    "golden hour": ("golden hour", "sunset", "evening"),
    "window shadows": ("window shadows", "shadows of a window"),
    "leaf shadows": ("leaf shadows", "shadows of leaves", "palm shadows"),
    "out of focus": ("out of focus", "blurred", "softly blurred"),
    "top-down flat lay": ("top-down flat lay", "flat lay", "seen from above", "overhead view"),
    "studio backdrop": ("studio backdrop", "studio background", "paper backdrop", "backdrop"),
}
STANDS = (
    "on {s}",
    "on a {s} surface",
    "on a {s} table",
    "on a {s} tabletop",
    "{s} countertop",
    "{s}",
    "over {s}",
)
BACKS = ("against {b}", "in front of {b}", "{b} behind", "with {b} in the background", "{b}")
_KEYS = sorted(SYNONYMS, key=len, reverse=True)
_WORD = re.compile("|".join(rf"\b{re.escape(k)}\b" for k in _KEYS))
COLOURS = [
    "white",
    "off-white",
    "cream",
    "beige",
    "sand",
    "light grey",
    "grey",
    "charcoal",
    "black",
    "red",
    "burgundy",
    "coral",
    "orange",
    "terracotta",
    "yellow",
    "mustard yellow",
    "gold",
    "olive green",
    "sage green",
    "mint green",
    "forest green",
    "emerald green",
    "teal",
    "turquoise",
    "sky blue",
    "royal blue",
    "navy blue",
    "lavender",
    "purple",
    "hot pink",
    "blush pink",
    "brown",
    "chocolate brown",
]
SURFACES = [
    "{c} marble",
    "{c} silk",
    "{c} linen",
    "{c} velvet",
    "{c} plaster",
    "{c} tiles",
    "{c} paper",
    "{c} terrazzo",
    "{c} leather",
    "oak wood",
    "walnut wood",
    "light oak wood",
    "rustic wood",
    "whitewashed wood",
    "pine wood",
    "dark wood",
    "bamboo",
    "concrete",
    "dark concrete",
    "slate",
    "granite",
    "cobblestones",
    "gravel",
    "beach sand",
    "snow",
    "ice",
    "moss",
    "grass",
    "autumn leaves",
    "rippling water",
    "brushed steel",
    "copper",
    "gold metal",
    "cork",
    "brick",
    "seamless {c} studio backdrop",
    "matte {c}",
    "glossy {c}",
    "travertine stone",
    "kitchen counter",
    "bathroom shelf",
    "wooden desk",
    "picnic blanket",
    "table",
    "worktop",
    "countertop",
    "shelf",
    "rock",
    "soil",
    "glass",
    "mirror",
    "acrylic",
]
PLACES = [
    "a modern living room",
    "a cosy cafe",
    "a bright kitchen",
    "a spa bathroom",
    "a pine forest",
    "a tropical beach at sunset",
    "a mountain meadow",
    "a snowy landscape",
    "a city street at night",
    "neon lights",
    "a garden",
    "a loft office",
    "a rustic cottage",
    "a hotel lobby",
    "a christmas room",
    "a desert",
    "a vineyard",
    "an autumn park",
    "a library",
    "a workshop",
    "a gym",
    "a nursery",
    "a {c} wall",
    "a {c} curtain",
    "a {c} background",
    "a brick wall",
    "a wooden wall",
    "a concrete wall",
    "a starry sky",
    "bokeh lights",
]
LIGHTS = [
    "soft light from the left",
    "soft light from the right",
    "soft light from above",
    "hard sunlight from the left",
    "hard sunlight from the right",
    "sunny",
    "bright and airy",
    "golden hour",
    "moody low-key light",
    "warm light",
    "cool light",
    "natural window light",
    "window shadows",
    "leaf shadows",
    "dramatic lighting",
    "candlelight",
    "neon glow",
    "overcast",
    "backlit",
    "studio lighting",
    "high-key",
    "morning light",
    "night",
]
PROPS = [
    "green plant",
    "pink petals",
    "red roses",
    "white daisies",
    "lemons",
    "oranges",
    "red apples",
    "pumpkins",
    "candles",
    "fairy lights",
    "christmas baubles",
    "gift boxes",
    "books",
    "pebbles",
    "eucalyptus",
    "pampas grass",
    "tropical leaves",
    "autumn leaves",
    "coffee beans",
    "spheres",
    "a vase with dried flowers",
    "snowflakes",
    "seashells",
    "confetti",
    "fabric folds",
    "a round podium",
    "a stone pedestal",
]
MANNERS = (
    "{x}", "{x}", "{x}", "product photo {x}", "a product photo, {x}", "professional product photography, {x}",
    "{x}, high quality", "advertising shot {x}", "packshot {x}", "an elegant scene, {x}",
    "{x}, commercial photography",
)  # fmt: skip


def reword(text: str, rng: random.Random) -> str:
    """The same scene in other words."""
    return _WORD.sub(lambda found: rng.choice(SYNONYMS[found.group()]), text)


def mirrored(text: str) -> str:
    """Left and right exchanged."""
    return re.sub(r"\b(left|right)\b", lambda m: "right" if m.group() == "left" else "left", text)


def caption(row: dict[str, Any], rng: random.Random, flip: bool = False) -> str:
    """A prompt for a scene: most of its parts, reworded, now and then shuffled or shortened."""
    stand = row["surface"] if "backdrop" in row["surface"] else rng.choice(STANDS).format(s=row["surface"])
    parts = [f"on {row['podium']}, {stand}" if row.get("podium") else stand]
    if row.get("backdrop") and rng.random() < 0.9:
        parts.append(rng.choice(BACKS).format(b=row["backdrop"]))
    if row.get("props") and rng.random() < 0.85:
        parts.append("with " + " and ".join(row["props"]))
    if rng.random() < 0.8:
        parts.append(row["light"])
    if rng.random() < 0.5 or row["view"].startswith("top-down"):
        parts.append(row["view"])
    if rng.random() < 0.2:
        rng.shuffle(parts)
    text = reword(", ".join(parts), rng)
    return mirrored(text) if flip else text


def plain_caption(row: dict[str, Any]) -> str:
    """The scene in its own words, always the same."""
    parts = [
        f"on {row['podium']}" if row.get("podium") else "",
        f"on {row['surface']}",
        row.get("backdrop") or "",
    ]
    parts += ["with " + " and ".join(row["props"]) if row.get("props") else "", row["light"], row["view"]]
    return ", ".join(part for part in parts if part)


def invented(rng: random.Random) -> str:
    """A prompt that no scene answers to: for the text tower's vocabulary and its distillation."""
    colour = rng.choice(COLOURS)
    surface, place = rng.choice(SURFACES).format(c=colour), rng.choice(PLACES).format(c=rng.choice(COLOURS))
    draws = [
        rng.choice(STANDS).format(s=surface),
        rng.choice(BACKS).format(b=place),
        rng.choice(LIGHTS),
        "with " + rng.choice(PROPS),
    ]
    kept = rng.sample(draws, rng.choice((1, 1, 2, 2, 3, 4)))
    text = ", ".join(part for part in draws if part in kept)
    return rng.choice(MANNERS).format(x=reword(text, rng))


def corpus(rows: list[dict[str, Any]], count: int, seed: int = 0) -> list[str]:
    """Distinct captions: the scenes' own, reworded, and invented ones, half and half."""
    rng = random.Random(seed)
    texts = {""}
    for _ in range(3 * count):
        if len(texts) >= count:
            break
        texts.add(caption(rng.choice(rows), rng, rng.random() < 0.5) if rng.random() < 0.5 else invented(rng))
    words = [w for part in (COLOURS, SURFACES, PLACES, LIGHTS, PROPS) for w in part if "{" not in w]
    return sorted(texts | set(words))

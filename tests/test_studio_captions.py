"""The sets' own captions are read back as what the sets show."""

from __future__ import annotations

import json
import random
import re
from typing import Any

from bggen.families.studio.sets import bank
from bggen.families.studio.words.lexicon import PLACE_OF
from bggen.families.studio.words.prompts import parse
from bggen.train import captions

ROWS: list[dict[str, Any]] = json.loads((bank.HOME / "plates.json").read_text("utf-8"))
#: a word of a set's surface -> the concept that it is; the first that fits counts
SURFACES = {
    "draped silk": "drape",
    "charcoal rock": "dark rock",
    **{said: said for said in ("rock", "log", "cobblestones", "gravel", "dry earth")},
    "gold veins": "gold marble",
    **{f"{kind} marble": f"{kind} marble" for kind in ("black", "green", "pink", "beige")},
    "marble": "marble",
    **{f"{kind} wood": f"{kind} wood" for kind in ("dark", "rustic", "whitewashed")},
    "weathered": "weathered wood",
    "light oak": "light oak",
    "cotton": "linen",
    "slate": "slate",
    "dark concrete": "dark concrete",
    "raked sand": "raked sand",
    "sea bed": "sea bed",
    "tennis court": "court",
    "faux fur": "fur",
    **{said: said for said in ("denim", "burlap", "crumpled paper", "checkerboard", "glitter")},
    **{said: said for said in ("straw", "tatami", "soil")},
    "moroccan patterned tiles": "moroccan tiles",
    "running track": "track",
    **{said: said for said in ("black sand", "red sand")},
    "fallen autumn leaves": "fallen leaves",
    "sand": "sand",
    **{said: said for said in ("knit", "rattan", "blue gingham", "gingham", "pebble bed", "cork")},
    "steel": "metal",
    "glossy": "mirror",
    **{
        name: name
        for name in [
            "walnut",
            "oak",
            "pine",
            "cherry",
            "bamboo",
            "concrete",
            "travertine",
            "terrazzo",
            "tiles",
            "linen",
            "velvet",
            "leather",
            "plaster",
            "moss",
            "grass",
            "snow",
            "water",
            "seamless",
        ]
    },
}
#: the same of a backdrop, where all that fit count
BACKDROPS = {
    **{name: name for name in ("plaster", "brick", "tiles", "curtain", "arch", "disc", "steps")},
    r"(?<!dark )concrete": "concrete",
    "dark concrete": "dark concrete",
    "dark wood": "dark wood",
    "hanging": "hanging leaves",
    r"(?<!living )\broom(?! with a large)": "interior",
    "living room(?! with a fireplace)": "living room",
    "with a fireplace": "fireside",
    **{name: name for name in ("library", "supermarket", "laboratory", "stadium")},
    **{f"{kind} field": f"{kind} field" for kind in ("sunflower", "poppy", "tulip")},
    **{
        name: name for name in ("rooftop", "white village", "greenhouse", "campsite", "waterfall", "vineyard")
    },
    **{
        name: name
        for name in ("gallery", "bakery", "barn", "classroom", "tennis court", "underwater", "lake")
    },
    **{name: name for name in ("northern lights", "fireworks", "bamboo forest")},
    "market with stalls": "market",
    "lobby": "lobby",
    **{name: name for name in ("bedroom", "office", "cafe", "blossom")},
    "(?<!rock )desert": "desert",
    "red rock desert": "red desert",
    "black sand beach": "black beach",
    "campfire": "campfire",
    "swimming pool": "pool",
    "bathroom": "bathroom",
    "kitchen": "kitchen",
    "room with a large window": "window room",
    "workshop": "workshop",
    r"(?<!snowy )(?<!bamboo )\bforest( park|$|,)": "forest",
    "rainforest": "rainforest",
    "snowy forest": "winter landscape",
    "city": "city",
    "at night": "night",
    "sunset|sunrise": "sunset",
    "hills|mountain": "mountains",
    "christmas": "christmas",
    "out of focus": "bokeh",
}
MOODS = {
    "golden hour": "sunset",
    "moody": "moody",
    "warm": "warm",
    "bright": "bright",
    "cool": "cool",
    "natural": "natural",
}
ALIKE = {"cream": "beige", "pastel pink": "blush pink"}  # which captions say in one another's place
VIEWS = {
    "slightly raised view": "slightly raised",
    "eye level view": "eye level",
    "top-down flat lay": "top-down",
    "high angle view": "high angle",
}
PROPS = {
    **{
        name: name
        for name in ("eucalyptus", "autumn", "candles", "pebbles", "books", "christmas", "gift", "petals")
    },
    **{name: name for name in ("hearts", "confetti", "shells", "lemons", "strawberries", "jack-o'-lanterns")},
    **{name: name for name in ("tulips", "roses", "red lanterns", "oil lamps", "marigolds", "feathers")},
    **{name: name for name in ("chocolate", "balloons", "cactus", "stacked stones", "champagne")},
    "soap bubbles": "bubbles",
    "cup of coffee": "coffee cup",
    "ice cubes": "ice",
    "fairy": "fairy lights",
    "fir ": "fir",
    "coffee beans": "coffee beans",
    "rolled towels": "towels",
    "pumpkins": "pumpkin",
    **{name: name for name in ("apples", "oranges", "limes", "daisies", "flowers")},
    "vase": "plant",
    "pampas": "pampas",
}


def _misread(row: dict[str, Any], caption: str) -> list[str]:
    """What the set shows and its caption is not read as."""
    words, backdrop = parse(caption), row["backdrop"] or ""
    laid, *under = row["surface"].split(" on ")  # a rock on sand is on a beach
    shown = [next((name for said, name in SURFACES.items() if said in laid), None)]
    below = [name for part in under for said, name in SURFACES.items() if said in part]
    shown += [PLACE_OF.get(name, name) for name in below]
    shown += [name for said, name in BACKDROPS.items() if re.search(said, backdrop)]
    shown += [name for said, name in MOODS.items() if row["light"].startswith(said)]
    shown += [name for prop in row["props"] for said, name in PROPS.items() if re.search(said, prop)]
    shown += ["leaf shadows"] * ("leaf" in row["light"]) + ["window light"] * (
        "window shadows" in row["light"]
    )
    shown += ["blinds"] * ("blind" in row["light"]) + [VIEWS[row["view"]]]
    if row["podium"]:
        shape, *stuff = row["podium"].removeprefix("a ").removesuffix(" podium").split(" ", 1)
        shown.append(f"{shape} podium")
        shown += [next(name for said, name in SURFACES.items() if said in stuff[0])] if stuff else []
    missing = [name for name in shown if name and name not in words.concepts]
    if words.light_side != row["light_side"]:
        missing.append(f"light from {row['light_side']}")
    if words.hard_light != row["hard_light"]:
        missing.append("hard light" if row["hard_light"] else "soft light")
    painted = {paint["region"]: paint["colour"] for paint in row.get("paint") or []}
    said = {
        region: colour for region, colour in painted.items() if region == "backdrop" and colour in backdrop
    }
    read = {region: ALIKE.get(colour, colour) for region, colour in words.colours.items()}
    missing += [f"{colour} {region}" for region, colour in said.items() if read.get(region) != colour]
    return missing


def _reworded(row: dict[str, Any], rng: random.Random) -> str:
    parts = captions.plain_caption(row).split(", ")
    if "out of focus" not in parts and "," not in (row["backdrop"] or ""):
        rng.shuffle(parts)
    return captions.reword(", ".join(parts), rng)


def test_every_set_is_read_back_from_its_caption() -> None:
    misread = {row["id"]: missing for row in ROWS if (missing := _misread(row, captions.plain_caption(row)))}
    assert misread == {}


def test_sets_are_read_back_from_captions_in_other_words() -> None:
    """Also with their parts in another order."""
    rng = random.Random(1)
    misread = [
        (text, missing)
        for row in ROWS
        for text in [_reworded(row, rng) for _ in range(3)]
        if (missing := _misread(row, text))
    ]
    assert misread == []

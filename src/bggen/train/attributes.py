"""What a scene's words claim about its picture, as classes that a judge can be asked for."""

from __future__ import annotations

import re
from typing import Any

from bggen.families.studio.light.guess import SIDES, VIEWS

UNSAID = -1  # the words don't tell: no judge is asked

#: value -> what the surface's words hold; the first that fits counts
_SURFACES = {
    "tiles": r"tiles",
    "marble": r"marble|onyx",
    "terrazzo": r"terrazzo",
    "leather": r"leather",
    "fabric": r"linen|velvet|cotton|canvas|burlap|satin|silk|fabric",
    "water": r"water",
    "snow": r"snow",
    "green": r"\bmoss\b|grass",
    "metal": r"brushed|copper|metal",
    "wood": r"wood|oak|walnut|bamboo|boards|planks|veneer|bark|cork",
    "stone": r"stone|rock|brick",
    "earth": r"soil|gravel|ground",
    "sand": r"\b(?:beach|dune|fine|fine brown) sand",
    "concrete": r"concrete|plaster",
    "glossy": r"glossy",
    "plain": r"matte|seamless",
}
_COLOURS = {
    "white": r"off-white|white|snow|cream",
    "brown": r"fine brown|chocolate|\bbrown|walnut|cherry|rustic|rosewood|dark wood|dark oak|soil|bark",
    "beige": r"beige|light oak|pine|bamboo|\bsand\b|travertine",
    "black": r"black|charcoal|dark slate",
    "grey": r"gr[ea]y|concrete|steel|aluminium|slate|cobble|gravel",
    "pink": r"pink",
    "orange": r"orange|terracotta|coral|copper",
    "red": r"\bred\b|burgundy",
    "yellow": r"yellow|gold\b",
    "green": r"green|moss|grass",
    "blue": r"blue|teal|turquoise",
    "purple": r"purple|lavender",
    "oak": r"oak",  # neither beige nor brown: last, and not asked for
}
_PLACES = {
    "leaves": r"hanging green leaves",
    "curtain": r"curtain",
    "wall": r"\bwall\b",
    "night": r"night|moonlit",
    "indoors": r"room|interior|hall\b|cellar|lobby|workshop|warehouse|theatre",
    "city": r"city|plaza|venetian|town|street",
    "nature": r"",
}
_PROPS = {
    "pebbles": r"pebbles",
    "candles": r"candle",
    "christmas": r"bauble|fairy lights",
    "books": r"books",
    "vase": r"\bvase",
    "flowers": r"petals|flowers|roses|tulips|daisies",
    "fruit": r"lemon|apple|lime|orange(?!\s\w)|plum",
    "pumpkins": r"pumpkin",
    "leaves": r"leaves|plant|eucalyptus",
    "shapes": r"spheres|blocks",
    "gifts": r"gift",
}
MOODS = ("bright", "natural", "soft", "warm", "moody", "cool", "sunset", "neon")

#: what is judged, and the values it can have
HEADS: dict[str, tuple[str, ...]] = {
    "surface": tuple(_SURFACES),
    "colour": tuple(name for name in _COLOURS if name != "oak"),
    "backdrop": ("seamless", "none", *_PLACES),
    "light": SIDES,
    "mood": MOODS,
    "view": VIEWS,
    "props": ("none", *_PROPS),
}


def _first(table: dict[str, str], words: str) -> str | None:
    return next((value for value, pattern in table.items() if re.search(pattern, words)), None)


def side_said(row: dict[str, Any]) -> str | None:
    """Where a scene's words say that the light comes from, of SIDES."""
    return next((side for side in SIDES if re.search(rf"from (?:the )?{side}", row["light"])), None)


def view_said(row: dict[str, Any]) -> str | None:
    """How a scene's words say that the camera looks, of VIEWS."""
    return next((view for view in VIEWS if row["view"].startswith(view)), None)


def said(row: dict[str, Any], flip: bool = False) -> dict[str, str | None]:
    """A scene's value under each head, None where its words don't tell; `flip`: seen in a mirror."""
    surface = row["surface"]
    if "studio backdrop" in surface:
        backdrop: str | None = "seamless"
    else:
        backdrop = _first(_PLACES, row["backdrop"]) if row.get("backdrop") else "none"
    side = side_said(row)
    if flip and side in ("left", "right"):
        side = "left" if side == "right" else "right"
    return {
        "surface": _first(_SURFACES, surface),
        "colour": _first(_COLOURS, surface),
        "backdrop": backdrop,
        "light": side,
        "mood": row["mood"],
        "view": view_said(row),
        "props": _first(_PROPS, row["props"][0]) if row.get("props") else "none",
    }


def labels(row: dict[str, Any], flip: bool = False) -> list[int]:
    """Class numbers in the order of HEADS, UNSAID where there is none."""
    values = said(row, flip)
    return [
        names.index(str(values[head])) if values[head] in names else UNSAID for head, names in HEADS.items()
    ]

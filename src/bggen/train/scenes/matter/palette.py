"""Words for colours, woods and stones, and what they look like."""

from __future__ import annotations

import random
from collections.abc import Iterable

#: sRGB, 0..255 a channel
Colour = tuple[float, float, float]
#: linear, 0..1 a channel
Linear = tuple[float, float, float]

COLOURS: dict[str, Colour] = {
    "white": (245, 245, 243), "off-white": (236, 230, 219), "cream": (240, 226, 200),
    "beige": (214, 193, 162), "sand": (203, 178, 138), "light grey": (200, 201, 203),
    "grey": (140, 142, 145), "charcoal": (58, 60, 64), "black": (22, 22, 24),
    "blush pink": (238, 196, 190), "pastel pink": (246, 180, 195), "hot pink": (226, 60, 130),
    "coral": (240, 120, 98), "red": (186, 32, 36), "burgundy": (98, 20, 36),
    "terracotta": (190, 100, 68), "orange": (236, 130, 40), "mustard yellow": (214, 166, 48),
    "yellow": (248, 210, 70), "pastel yellow": (250, 232, 160), "olive green": (112, 116, 58),
    "sage green": (166, 182, 150), "mint green": (178, 222, 200), "emerald green": (24, 110, 78),
    "forest green": (32, 68, 44), "teal": (28, 120, 124), "turquoise": (72, 190, 190),
    "sky blue": (150, 200, 236), "pastel blue": (176, 206, 232), "royal blue": (40, 74, 170),
    "navy blue": (24, 36, 74), "lavender": (196, 182, 224), "purple": (108, 58, 140),
    "brown": (104, 66, 40), "chocolate brown": (62, 38, 26), "gold": (200, 160, 80),
}  # fmt: skip
#: dark grain, light body
WOODS: dict[str, tuple[Colour, Colour]] = {
    "light oak wood": ((176, 134, 88), (214, 178, 132)),
    "oak wood": ((132, 90, 52), (186, 140, 92)),
    "walnut wood": ((58, 34, 20), (112, 72, 44)),
    "dark wood": ((30, 18, 12), (70, 42, 26)),
    "pine wood": ((196, 150, 92), (232, 196, 142)),
    "rustic wood": ((74, 50, 34), (146, 108, 74)),
    "whitewashed wood": ((190, 184, 174), (232, 228, 220)),
    "weathered grey wood": ((96, 92, 86), (160, 154, 146)),
    "cherry wood": ((104, 40, 22), (166, 82, 48)),
    "bamboo": ((186, 152, 96), (226, 200, 148)),
}
#: body, vein
STONES: dict[str, tuple[Colour, Colour]] = {
    "white marble": ((230, 230, 230), (120, 122, 128)),
    "black marble": ((24, 24, 26), (190, 186, 176)),
    "green marble": ((28, 62, 48), (170, 200, 184)),
    "pink marble": ((230, 190, 182), (150, 96, 92)),
    "beige marble": ((226, 208, 182), (156, 124, 92)),
    "black marble with gold veins": ((20, 19, 20), (196, 150, 66)),
    "travertine stone": ((214, 196, 168), (176, 150, 118)),
}
#: paints that any other colour can be derived from: light, and not clipped in good light
NEUTRALS: dict[str, Colour] = {
    "white": (228, 228, 226),
    "off-white": (226, 220, 210),
    "light grey": (205, 206, 208),
    "beige": (210, 192, 165),
}


class Rng(random.Random):
    """Draws that read like sentences; the same seed gives the same scene."""

    def word(self, table: Iterable[str]) -> str:
        """Any key, whatever order the table is in."""
        return self.choice(sorted(table))

    def weighted(self, **weights: float) -> str:
        """One of the names, by weight."""
        return self.choices(list(weights), list(weights.values()))[0]

    def chance(self, of: float) -> bool:
        """True in a fraction `of` (0..1) of the draws."""
        return self.random() < of

    def jitter(self, colour: Colour, amount: float = 0.08) -> Colour:
        """The colour, each channel off by up to `amount` of itself."""
        r, g, b = (max(0.0, min(255.0, v * (1 + self.uniform(-amount, amount)))) for v in colour)
        return r, g, b


def linear(colour: Colour) -> Linear:
    """sRGB 0..255 to linear 0..1."""
    scaled = (v / 255 for v in colour)
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in scaled)
    return r, g, b


def mixed(a: Colour, b: Colour, t: float) -> Colour:
    """`a` at t = 0, `b` at t = 1."""
    r, g, bl = (x * (1 - t) + y * t for x, y in zip(a, b, strict=True))
    return r, g, bl


def scaled(colour: Colour, by: float) -> Colour:
    """Lighter or darker, kept in range."""
    r, g, b = (max(0.0, min(255.0, v * by)) for v in colour)
    return r, g, b


def colour_of(name: str) -> Colour:
    """A neutral's calmer value where there is one, else the plain colour."""
    return NEUTRALS.get(name) or COLOURS[name]

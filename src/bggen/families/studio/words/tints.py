"""Colours given in numbers -> the colour word nearest to the eye."""

from __future__ import annotations

import math
import re
from functools import cache

from bggen.families.studio.words.lexicon import COLOURS, RAL

Colour = tuple[int, int, int]  # sRGB 0..255

STRONG, WEAK = 20.0, 10.0  # chroma in CIELAB: from here a colour has a hue to hold, up to here it has none
DEEP = 0.6  # chroma over lightness, from where a dark colour has one too: no blue is black
PER_DEGREE = 0.6  # CIELAB units that a degree of another hue counts as
LOST = 40.0  # degrees that a hue lost counts as

_HEX = re.compile(r"(?:#|\bhex(?: code)?[\s:]+#?)([0-9a-f]{6}|[0-9a-f]{3})\b")
_RGB = re.compile(r"\brgba?\s*\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})[^)]*\)")
_RAL = re.compile(r"\bral[\s-]*(\d{4})\b")


def in_words(prompt: str) -> str:
    """A prompt in lower case with `#ffccaa`, `rgb(20, 40, 90)` and `RAL 9010` as colour words.

    What is no colour (`rgb(300, 0, 0)`) and RAL numbers outside the list stay as they are.
    """

    def of_hex(found: re.Match[str]) -> str:
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return f" {nearest((int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)))} "

    def of_rgb(found: re.Match[str]) -> str:
        red, green, blue = (int(found[i]) for i in (1, 2, 3))
        return f" {nearest((red, green, blue))} " if max(red, green, blue) <= 255 else found[0]

    def of_ral(found: re.Match[str]) -> str:
        colour = RAL.get(int(found[1]))
        return f" {nearest(colour)} " if colour else found[0]

    return _RAL.sub(of_ral, _RGB.sub(of_rgb, _HEX.sub(of_hex, prompt.lower())))


@cache
def nearest(colour: Colour) -> str:
    """The colour word nearest in CIELAB, as a person would name it.

    Paint is seldom as strong as a screen's colours, so strength counts less the stronger a colour is, as in
    CIE94; and a strong one is held to its hue: no vivid blue is grey.
    """
    light, a, b = _lab(colour)
    chroma = math.hypot(a, b)
    strong = chroma >= STRONG or chroma >= max(WEAK, DEEP * light)

    def distance(name: str) -> float:
        other_light, other_a, other_b = _lab(COLOURS[name][1])
        other_chroma = math.hypot(other_a, other_b)
        if not strong:
            return (light - other_light) ** 2 + (a - other_a) ** 2 + (b - other_b) ** 2
        turn = math.degrees(abs(math.atan2(a * other_b - b * other_a, a * other_a + b * other_b)))
        hue = PER_DEGREE * (turn if other_chroma > WEAK else LOST)
        return (light - other_light) ** 2 + ((chroma - other_chroma) / (1 + 0.02 * chroma)) ** 2 + hue**2

    return min(COLOURS, key=distance)


@cache
def _lab(colour: Colour) -> tuple[float, float, float]:
    """sRGB -> CIELAB under D65."""
    red, green, blue = (
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in colour)
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    a, b = 500 * (fx - fy), 200 * (fy - fz)
    return 116 * fy - 16, a, b

"""A set's light in another mood: warmer, cooler, brighter or lower, or from no side, as lamps would make it.

Sets were rendered under one light each. Another colour and strength of it is a factor on linear light; less
light from all around, as moody pictures have, deepens what the key light does not reach.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.spec import Rgb

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Mood:
    """A light. Factors are relative to the plain studio's."""

    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)  # linear red, green, blue of white paper
    level: float = 1.0  # linear, of white paper in the best of the light
    depth: float = 1.0  # exponent on linear luminance: above 1 shade is deeper
    right: tuple[float, float, float] | None = None  # the tint at the right edge, where it is another


NIGHT = "night"  # of a place that was rendered by day
NEON = "neon"
WHITE = "white"  # exposed for it
#: as pictures of the rendered sets came out, by what the lexicon calls a mood
MOODS: dict[str, Mood] = {
    "bright": Mood(level=1.12, depth=0.92),
    "natural": Mood(),
    "warm": Mood((1.06, 0.93, 0.79), level=0.94),
    "sunset": Mood((1.08, 0.87, 0.62), level=0.9, depth=1.1),
    "cool": Mood((0.90, 0.98, 1.10)),
    "moody": Mood(level=0.38, depth=1.45),
    NIGHT: Mood((0.66, 0.84, 1.24), level=0.3, depth=1.5),  # "day for night": the sky's light alone
    NEON: Mood((1.25, 0.30, 0.95), level=0.42, depth=1.3, right=(0.28, 0.55, 1.40)),
}
PLAIN = Mood()
DARK = ("moody",)  # too little light to be turned into anything else
COLOURED = ("sunset",)  # too little of some colours for that
PAPER = 0.80  # linear, of white paper in the plain studio
LUMA = np.array((0.2126, 0.7152, 0.0722), np.float32)
FAINT = 1e-4  # linear: what is darker gets no deeper
SLOW = 0.12  # of the width: what changes over less is no fall of light
STEP, STEP_WIDTH = 0.75, 0.015  # of 255: what differs less from its surroundings, of the width, is a step
SPARSE = 4  # pixels: each so many-th, across and down, tells how light a region is
PLAINLY = 75  # percentile of a region's luminance that is its colour in the light
#: linear, that white is exposed to; what light may grow by for it; by less for a wall alone: its ground pales
WHITE_LEVEL, MOST_EXPOSED, MOST_FOR_WALLS = 0.86, 1.6, 1.25
BALANCED = 0.5  # of a cast in the logarithm: light keeps some of its warmth
STEEP = 0.75  # linear: from here up to white, highlights are rolled off


def missing(shown: str | None, wanted: Iterable[str]) -> tuple[str, ...]:
    """Which of the wanted moods a set that shows one can be given; none of two that contradict each other."""
    asked = [name for name in wanted if name in MOODS and name != "natural"]
    if NIGHT in asked:  # is dark, and lit as it is, whatever else is said of it
        asked = [NIGHT]
    if NEON in asked:  # shines in the dark
        asked = [name for name in asked if name not in DARK]
    if shown in asked or len(asked) != 1 or (shown in DARK + COLOURED and asked != [NEON]):
        return ()
    return tuple(asked)


def grade(linear: Floats, shown: str | None, after: Mood) -> Floats:
    """(h, w, 3) linear light of a set in one mood, by its name -> in another."""
    before = MOODS.get(shown or "", PLAIN)
    across = np.linspace(0, 1, linear.shape[1], dtype=np.float32)[:, None]
    lamps = np.array(after.tint, np.float32), np.array(after.right or after.tint, np.float32)
    tint = (lamps[0] * (1 - across) + lamps[1] * across) / np.array(before.tint, np.float32)
    depth = after.depth / before.depth
    # of each channel by itself colours would turn garish, of the luminance alone dull
    grey, own = np.maximum(linear @ LUMA, FAINT)[..., None], np.maximum(linear, FAINT)
    deep = linear * np.power(np.sqrt(grey * own) / PAPER, depth - 1)
    return _rolled(np.asarray(deep * tint * (after.level / before.level), np.float32))


def exposed(linear: Floats, white: Floats, most: float = MOST_EXPOSED) -> Floats:
    """(h, w, 3) linear light exposed and balanced for white: a meter would make it grey.

    Args:
        white: the part of it that is to be white, (n, w, 3). What is light enough stays as it is.
        most: that the light may grow by.
    """
    some = white[::SPARSE, ::SPARSE]
    level = float(np.percentile(some @ LUMA, PLAINLY))
    gain = min(max(WHITE_LEVEL / max(level, FAINT), 1), most)
    cast = some.mean((0, 1)) / max(float((some @ LUMA).mean()), FAINT)
    balanced = gain / np.maximum(cast, FAINT) ** BALANCED
    return _rolled(np.asarray(linear * balanced, np.float32))


def evened(rgb: Rgb) -> Rgb:
    """(h, w, 3) with the light's fall from one side to the other taken out, as where it comes from neither.

    Each row's slow change across is shared out between left and right; what is finer stays.
    """
    picture = rgb.astype(np.float32)
    reach = SLOW * rgb.shape[1]
    slow = cv2.GaussianBlur(picture, (0, 0), sigmaX=reach, sigmaY=reach / 8) + 1
    # The steps of 8 bits, unseen in a slope, would stand as stripes where it is taken out.
    smooth = cv2.GaussianBlur(picture, (0, 0), STEP_WIDTH * rgb.shape[1])
    detail = picture - smooth
    picture = smooth + np.sign(detail) * np.maximum(np.abs(detail) - STEP, 0)
    shared = picture * np.sqrt(slow[:, ::-1] / slow)
    return np.asarray((shared + 0.5).clip(0, 255), np.uint8)


def _rolled(linear: Floats) -> Floats:
    """Highlights above STEEP approach 1 instead of running into it, without a change of hue."""
    peak = np.maximum(np.maximum(linear[..., 0], linear[..., 1]), linear[..., 2])
    room = 1 - STEEP
    rolled = STEEP + room * (1 - np.exp(np.minimum(STEEP - peak, 0) / room))
    share = np.where(peak > STEEP, rolled / np.maximum(peak, STEEP), 1)
    return np.asarray(linear * share[..., None], np.float32)

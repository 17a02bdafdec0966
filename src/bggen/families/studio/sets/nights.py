"""A place by night, made of one that was rendered by day.

Out of doors the sky's light alone is left ("day for night") and the sky itself is dark; a town has its lights
on. A room is lit by its lamps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.sets import moods
from bggen.families.studio.words.lexicon.rooms import ROOMS

if TYPE_CHECKING:
    from bggen.families.studio.sets.bank import Plate

Floats = NDArray[np.float32]

TOWNS, WALLS = {"city", "rooftop"}, {"graffiti"}  # what has lights all over, and what hides them
DARK_WOODS = ("a mountain meadow", "a lush rainforest", "a pine forest")  # backdrops
OUTSIDE = moods.MOODS[moods.NIGHT]
LAMPLIGHT = moods.Mood((1.16, 0.88, 0.58), level=0.42, depth=1.3)
ZENITH = 0.3  # of the light that is left at the picture's upper edge of that over the horizon
NEAR = 0.55  # of it that is left at the lower edge: what the product stands on is nearest, and as dark
GLARING, GLARES = 0.7, 0.9  # linear light, and of the brightest behind the ground: by day a lamp has more
LAMP = 0.03  # of the picture: what has so much and is larger is a wall
GLOW, HALO = np.array((1.0, 0.80, 0.50), np.float32), 0.12  # linear light of a lamp, and of the air about it
FAR_LAMPS = 110
SIZES = (0.005, 0.03)  # of the picture's width: their radius, out of focus; nearer ones are larger and paler
#: linear light of far lamps: most are warm, some are white, tail lamps are red
COLOURS = np.array([(1.0, 0.62, 0.26), (1.0, 0.48, 0.15), (0.95, 0.86, 0.70), (1.0, 0.16, 0.08)], np.float32)
SHARES = (0.45, 0.30, 0.19, 0.06)
#: the same of signs of neon, and their light on all before them
SIGNS = np.array([(1.0, 0.12, 0.62), (0.12, 0.75, 1.0), (0.62, 0.2, 1.0), (1.0, 0.55, 0.2)], np.float32)
FROM_LEFT, FROM_RIGHT = (np.array(t, np.float32) for t in ((1.9, 0.7, 1.55), (0.65, 1.0, 2.0)))
#: places whose sky is open; trees and walls let no star through
OPEN = {
    "mountains", "sky", "field", "beach", "desert", "lake", "white village", "vineyard", "sunflower field",
    "poppy field", "tulip field", "red desert",
}  # fmt: skip
SKY = 0.45  # of the light of the brightest by day: what has so much, up to the picture's upper edge, is sky
BLUE = 0.95  # blue over green from which it is no leaf in the sun
SOFT = 0.004  # of the picture's width: how soft its edge is, as places are out of focus
TEAL = (1.5, 1.4)  # green over red from which, and blue over green up to which, it is the sea
ISLE = 0.004  # of what is above the ground: what is no sky and smaller is in it
STARS = 260  # in a whole picture, were it all sky
STAR = (0.0006, 0.0014)  # of the picture's width: the spread of one; they are out of focus too
BRIGHTEST = 0.7  # linear light in the middle of the brightest; most are a tenth of that


def fall(light: Floats, plate: Plate, neon: bool = False) -> Floats:
    """(h, w, 3) linear light of a far place by day -> by night; of a town by neon light, if asked."""
    end = len(light) * (plate.horizon or 0.5)
    if plate.behind & ROOMS.keys():
        free = 1 - plate.podium_cover(light.shape[1::-1])
        return _lamps_on(moods.grade(light, plate.mood, LAMPLIGHT), light * free, end)
    dark = _dimmed_from_the_horizon(moods.grade(light, plate.mood, OUTSIDE), end)
    if plate.behind & OPEN:
        free = 1 - plate.podium_cover(light.shape[1::-1])
        return _with_stars(dark, open_sky(light, end) * free, end, int(plate.place_id))
    if not is_town(plate):
        return dark
    if not neon:
        return with_far_lamps(dark, end, plate)
    signs = with_far_lamps(dark, end, plate, SIGNS)
    across = np.linspace(0, 1, signs.shape[1], dtype=np.float32)[:, None]
    return np.asarray((signs * (FROM_LEFT * (1 - across) + FROM_RIGHT * across)).clip(0, 1), np.float32)


def has_night(plate: Plate) -> bool:
    """Whether a night can be made of a set: walls have none, windows show the day, some lights the night.

    An evening's light lacks the blue, and of woods that are dark by day nothing would be left.
    """
    lit = plate.behind & {"window room", "evening lights", "neon", "sunset"}
    return plate.far and not lit and not str(plate.row["backdrop"]).startswith(DARK_WOODS)


def is_town(plate: Plate) -> bool:
    """Whether lights of a town can be seen behind the ground."""
    return bool(plate.behind & TOWNS) and not plate.behind & WALLS


def _dimmed_from_the_horizon(light: Floats, end: float) -> Floats:
    """The farther from the row at which the ground ends, the darker: up the sky, and down the ground."""
    left = np.interp(np.arange(len(light)), (0, end, max(len(light), end + 1)), (ZENITH, 1, NEAR))
    return np.asarray(light * left[:, None, None], np.float32)


def _lamps_on(dark: Floats, day: Floats, end: float) -> Floats:
    """Small things behind the ground that glare by day are lamps; they light the air about them."""
    shine = day.max(axis=2)
    shine[round(end) :] = 0
    glares = (shine > max(GLARING, GLARES * float(shine.max()))).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(glares)
    small = stats[:, cv2.CC_STAT_AREA] < LAMP * glares.size
    small[0] = False
    lamps = small[labels].astype(np.float32)
    if not lamps.any():
        return dark
    edge, air = (cv2.GaussianBlur(lamps, (0, 0), share * dark.shape[1])[..., None] for share in (0.004, 0.06))
    glow = GLOW * (shine / shine.max())[..., None]
    return np.asarray(dark + (glow - dark) * edge + HALO * air * GLOW * (1 - edge), np.float32)


def open_sky(day: Floats, end: float) -> Floats:
    """(h, w, 1) in 0..1: where the sky was seen by day, from the picture's upper edge down."""
    above = cv2.GaussianBlur(day[: max(1, round(end))], (0, 0), SOFT * day.shape[1])
    grey = above @ moods.LUMA
    red, green, blue = cv2.split(above)
    sea = (green > TEAL[0] * red) & (blue < TEAL[1] * green)
    bright = (grey > SKY * np.quantile(grey, 0.9)) & (blue > BLUE * green) & ~sea
    _, labels = cv2.connectedComponents(bright.astype(np.uint8))
    sky = np.isin(labels, np.unique(labels[0][labels[0] > 0]))
    _, labels, stats, _ = cv2.connectedComponentsWithStats((~sky).astype(np.uint8))
    sky |= stats[labels, cv2.CC_STAT_AREA] < ISLE * sky.size
    share = np.zeros(day.shape[:2], np.float32)
    share[: len(sky)] = cv2.GaussianBlur(sky.astype(np.float32), (0, 0), SOFT * day.shape[1])
    return share[..., None]


def _with_stars(dark: Floats, sky: Floats, end: float, seed: int) -> Floats:
    """Stars in the open sky (h, w, 1), fainter towards the horizon."""
    height, width = dark.shape[:2]
    rng = np.random.default_rng(seed)
    stars = np.zeros_like(dark)
    for x, y, size, strength, warmth in rng.uniform(0, 1, (STARS, 5)):
        column, row = int(x * width), int(y * height)
        if row >= end or sky[row, column, 0] < 0.9:
            continue
        spread = width * (STAR[0] + (STAR[1] - STAR[0]) * size)
        reach = int(np.ceil(3 * spread))
        here = np.s_[max(0, row - reach) : row + reach + 1, max(0, column - reach) : column + reach + 1]
        rows, columns = np.ogrid[here]
        dot = np.exp(-((rows - row) ** 2 + (columns - column) ** 2) / (2 * spread**2))
        light = BRIGHTEST * float(strength) ** 4 * (1 - row / end) ** 0.5
        tint = np.array((0.8 + 0.3 * warmth, 0.92, 1.1 - 0.2 * warmth), np.float32)
        seen = stars[here]
        seen += (light * dot[: seen.shape[0], : seen.shape[1], None] * tint).astype(np.float32)
    return np.asarray(np.minimum(dark + stars, 1.0), np.float32)


def with_far_lamps(dark: Floats, end: float, plate: Plate, colours: Floats = COLOURS) -> Floats:
    """Street lamps, windows and cars: out of focus, behind the ground, most of them low."""
    height, width = dark.shape[:2]
    rng = np.random.default_rng(int(plate.place_id))
    y, x = (grid.astype(np.float32) for grid in np.mgrid[0:height, 0:width])
    lit = dark.copy()
    for colour in colours[rng.choice(len(colours), FAR_LAMPS, p=SHARES)]:
        near = float(rng.uniform(0, 1)) ** 2
        radius = width * (SIZES[0] + (SIZES[1] - SIZES[0]) * near)
        at = (width * float(rng.uniform(0, 1)), end * (0.86 + rng.normal(0, 0.05) - rng.gamma(1.0, 0.11)))
        (left, right), (top, bottom) = (
            [max(0, int(to + way * (radius + 4))) for way in (-1, 1)] for to in at
        )
        here = np.s_[top:bottom, left:right]
        away = np.hypot(x[here] - at[0], y[here] - at[1])
        disc = ((radius - away) / 4 + 0.5).clip(0, 1) * (0.8 + 0.2 * (away / radius).clip(0, 1) ** 3)
        disc *= (end - y[here]).clip(0, 1)  # the ground is before them
        lit[here] += colour * (float(rng.uniform(0.04, 0.5)) * (1 - 0.75 * near) * disc)[..., None]
    lit += (dark - lit) * plate.podium_cover((width, height))
    return np.asarray(np.minimum(lit, 1.0), np.float32)

"""A place in the evening, made of one that was rendered by day: the sun has just gone.

The sky runs from blue above to fire below, what is before it is dim and warm, and a town has its lights on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.sets import moods, nights

if TYPE_CHECKING:
    from bggen.families.studio.sets.bank import Plate

Floats = NDArray[np.float32]

SUNSET = "sunset"
NEAR = moods.Mood((1.06, 0.86, 0.72), level=0.5, depth=1.2)  # of all but the sky
#: linear light of the sky, from the picture's upper edge to the lowest row that shows it
ABOVE, BETWEEN, BELOW = (0.16, 0.24, 0.52), (0.62, 0.36, 0.42), (1.0, 0.52, 0.22)
HALFWAY = 0.55  # where the second is
CLOUDS = 0.45  # share of its light that follows the day's: clouds stay lighter
HAZE = (0.5, 0.95)  # of the sky's light by day: from what to what far houses in it take its colour


def has_evening(plate: Plate) -> bool:
    """Whether its sky is open, or a town's."""
    seen = plate.behind & (nights.OPEN | nights.TOWNS)
    return plate.far and bool(seen) and not plate.behind & (nights.WALLS | {SUNSET, moods.NIGHT})


def fall(light: Floats, plate: Plate) -> Floats:
    """(h, w, 3) linear light of a far place by day -> in the evening."""
    end = len(light) * (plate.horizon or 0.5)
    dim = moods.grade(light, plate.mood, NEAR)
    town = bool(plate.behind & nights.TOWNS)
    share = _haze(light, end) if town else nights.open_sky(light, end)
    seen = np.flatnonzero(share[..., 0].max(1) > 0.5)
    if not len(seen):
        return dim
    down = (np.arange(len(light), dtype=np.float32) / max(int(seen[-1]), 1)).clip(0, 1)
    colours = zip(ABOVE, BETWEEN, BELOW, strict=True)
    glow = np.stack([np.interp(down, (0, HALFWAY, 1), channel) for channel in colours], axis=1)[:, None]
    grey = (light @ moods.LUMA)[..., None]
    sky = glow * (1 - CLOUDS + CLOUDS * (grey / np.quantile(grey[: seen[-1] + 1], 0.9)).clip(0, 1.3))
    evening = np.asarray((dim + (sky - dim) * share).clip(0, 1), np.float32)
    cover = plate.podium_cover(light.shape[1::-1])
    evening += (dim - evening) * cover
    return nights.with_far_lamps(evening, end, plate) if town else evening


def _haze(day: Floats, end: float) -> Floats:
    """(h, w, 1) in 0..1: a town's sky, and what is as bright as it by day, as far as it is."""
    above = day[: max(1, round(end))]
    grey = cv2.GaussianBlur(np.asarray(above @ moods.LUMA, np.float32), (0, 0), nights.SOFT * day.shape[1])
    first, last = HAZE
    share = np.zeros(day.shape[:2], np.float32)
    share[: len(above)] = ((grey / np.quantile(grey, 0.95) - first) / (last - first)).clip(0, 1)
    share *= np.interp(np.arange(len(day)), (0, 0.75 * end, 0.9 * end), (1, 1, 0))[:, None]  # no road is sky
    return share[..., None]

"""Things stood beside the product, on a set that was rendered without them."""

from __future__ import annotations

import numpy as np

from bggen import gamma
from bggen.families.studio.beside.layout import Stood, arrange
from bggen.families.studio.beside.paint import with_things
from bggen.families.studio.light.solid import Floats
from bggen.families.studio.sets import moods, staging, takes
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.sets.choice import Choice
from bggen.families.studio.sets.joins import LEAST, MOST
from bggen.families.studio.words.prompts import SceneWords
from bggen.spec import Plane, Rgb, Scene

DIMMED = 0.6  # of a dim set's darkness, in the logarithm: the product there is not dimmed at all
DOWN, ASIDE = 0.125, 0.2  # of a plate: how far below its stand, and to each side, its light is looked at


def dress(
    rgb: Rgb, choice: Choice, words: SceneWords, scene: Scene, seed: int
) -> tuple[Rgb, Plane, list[Stood]]:
    """Stand a set's props on it.

    Args:
        rgb: (H, W, 3), the canvas with the set on it.

    Returns:
        The same with the props, (H, W) how much of a pixel shows one, and those that found room.
    """
    stood = arrange(choice.plate, scene, choice.beside, words, seed)
    made, things = with_things(rgb, stood, choice.plate, scene, _light(choice, scene))
    return made, things, stood


def _light(choice: Choice, scene: Scene) -> Floats:
    """(3,) linear: what falls on the set as the picture shows it, of a plain studio's light."""
    plate, its = choice.plate, takes.take(scene)
    gain = np.array(plate.falling, np.float32).clip(LEAST, MOST) * its.tint * (1 - its.pool / 4)
    if choice.moods:
        gain = gain * _graded(plate, choice.moods)
    level = min(float(gain @ moods.LUMA), 1.0)
    return np.asarray(gain * level ** (DIMMED - 1), np.float32)


def _graded(plate: Plate, wanted: tuple[str, ...]) -> Floats:
    """(3,): what moods make of the light before the stand."""
    before = plate.pixels()
    side = len(before)
    x, y = (int(place * side) for place in plate.stand)
    near = slice(y, y + int(DOWN * side)), slice(max(x - int(ASIDE * side), 0), x + int(ASIDE * side))
    graded, plain = (
        gamma.light_of(pixels[near]).mean((0, 1))
        for pixels in (staging.dress(plate, before, {}, wanted), before)
    )
    return np.asarray(graded / np.maximum(plain, 1e-3), np.float32)

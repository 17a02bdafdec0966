"""Bring a plate to a canvas: crop and scale it so that the product stands where it should, recolour it."""

from __future__ import annotations

from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.light import contact
from bggen.families.studio.light.casts import LYING, Matrix, wall_of
from bggen.families.studio.light.solid import Floats
from bggen.families.studio.photo import poise
from bggen.families.studio.sets import ends, evenings, given, moods, nights, takes, winters
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.sets.patterns import WALL, Runs
from bggen.families.studio.words.lexicon import COLOURS, Region
from bggen.gamma import light_of, to_linear, to_srgb
from bggen.spec import Rgb, Scene

Linear = tuple[float, float, float]  # red, green, blue

FOOTHOLD = 0.78  # of a podium's top, across, that a foot may take
ASIDE = 0.2  # of its width that a product's middle may be off that of its podium
PRODUCT_HEIGHT = 0.8  # of a typical product in scene units
#: where a foot is farther away than a ground goes on: how much nearer the set is taken, times, and how much
#: nearer to the camera than its stand the product stands, of the set's picture
NEAREST, FORWARD = 2.2, 0.07
BEYOND = 1.35  # of what a foot is farther away: where the ground may end
DARKEST_ALBEDO = 0.02  # linear: what is darker has too few shades in 8 bits to be divided by
MOST_GAIN = 4.0  # that a paint's light may grow by: beyond it the steps of 8 bits show
OFF_COLOUR = 0.12  # sRGB 0..1, of a channel: farther off it is another colour


def dress(
    plate: Plate,
    pixels: Rgb,
    colours: dict[Region, str],
    wanted: tuple[str, ...] = (),
    runs: Runs | None = None,
) -> Rgb:
    """Give a plate's painted regions other colours, and its light other moods.

    Args:
        pixels: (h, w, 3), the plate as stored.
        colours: region -> colour word of the lexicon.
        wanted: moods.
        runs: regions with a second colour.
    """
    if not wanted and not any(paint.region in colours for paint in plate.paints):
        return pixels
    light = _recoloured(plate, light_of(pixels), colours, runs)
    for mood in wanted:
        if mood == winters.WINTER:
            light = winters.snowed(light, plate)
        elif mood == moods.NIGHT:
            light = nights.fall(light, plate, neon=moods.NEON in wanted)
        elif mood == evenings.SUNSET and evenings.has_evening(plate):
            light = evenings.fall(light, plate)
        elif mood == moods.WHITE:
            light = moods.exposed(light, *_white(plate, light, colours))
        elif mood != moods.NEON or moods.NIGHT not in wanted:  # a town's night has that already
            light = moods.grade(light, plate.mood, moods.MOODS[mood])
    if runs is None:
        return (to_srgb(light) * 255 + 0.5).astype(np.uint8)
    # So slow a change would stand in bands of 8 bits where nothing else is.
    between = np.random.default_rng(0).random(light.shape, np.float32)
    return (to_srgb(light) * 255 + between).clip(0, 255).astype(np.uint8)


def _white(plate: Plate, light: Floats, colours: dict[Region, str]) -> tuple[Floats, float]:
    """What is white of a plate's light (h, w, 3): wall or ground, or all where that does not part them.

    And what the light may grow by for it.
    """
    wall, ground = given.white(plate, colours)
    if plate.horizon is None or wall == ground:
        return light, moods.MOST_EXPOSED
    end = int(plate.horizon * light.shape[0])
    return (light[:end], moods.MOST_FOR_WALLS) if wall else (light[end:], moods.MOST_EXPOSED)


@cache
def can_be(albedo: Linear, colour: str) -> bool:
    """Whether paint of a colour can be given a colour word's: burgundy has too little blue for a pastel."""
    had = to_srgb(np.array(albedo, np.float32) * _over(to_linear(_srgb(colour)), albedo))
    return bool(np.abs(had - _srgb(colour)).max() < OFF_COLOUR)


def _srgb(colour: str) -> Floats:
    """(3,) in 0..1 of a colour word."""
    return np.asarray(np.array(COLOURS[colour][1]) / 255, np.float32)


def _over(wanted: Floats, albedo: Linear) -> Floats:
    """(..., 3) linear: what paint's light is multiplied by for another colour, as far as 8 bits allow."""
    divisor = np.array([max(channel, DARKEST_ALBEDO) for channel in albedo], np.float32)
    return np.asarray((wanted / divisor).clip(0.01, MOST_GAIN), np.float32)


def _recoloured(plate: Plate, light: Floats, colours: dict[Region, str], runs: Runs | None = None) -> Floats:
    """(h, w, 3) linear: the light on a region stays, its albedo is exchanged.

    A ground that mirrors takes on what a wall's new colour changes in its reflection.
    """
    height, width = light.shape[:2]
    wall = wall_of(light)
    for paint in plate.paints:
        if paint.region not in colours:
            continue
        ratio = _over(to_linear(_srgb(colours[paint.region])), paint.albedo)
        if runs is not None and paint.region in runs.into:
            above, under = (_srgb(word) for word in (colours[paint.region], runs.into[paint.region]))
            ratio = _over(to_linear(runs.paint(above, under, (height, width))), paint.albedo)
        mask = cv2.resize(plate.region(paint), (width, height), interpolation=cv2.INTER_CUBIC)[..., None]
        cover = mask.astype(np.float32) / 255
        light = np.asarray(light * (1 + cover * (ratio - 1)), np.float32)
    if "backdrop" in colours and plate.light and plate.horizon and plate.podium_top is None:
        light[int(plate.horizon * height) :] += sum(plate.light.shine) * (wall_of(light) - wall)
    return light


def frame(plate: Plate, side: int, scene: Scene) -> Matrix:
    """2 x 3, from the pixels of a plate to the canvas, so that its stand meets the product's base.

    The scale is the product's own where the plate is large enough for it, else the smallest that covers the
    canvas; further variants are taken from nearer.
    """
    width, height = scene.size
    left, top, right, bottom = scene.box
    lying = plate.elevation > LYING
    stands = bottom + scene.lift - _sole(plate, right - left)
    x, y = (left + right) / 2, (top + bottom) / 2 if lying else stands
    sx, sy = plate.stand[0] * side, plate.stand[1] * side
    size = max(bottom - top, 0.8 * (right - left))
    wanted = size / (PRODUCT_HEIGHT * plate.unit * side)
    if plate.podium_top is not None:
        base = poise.Base.of(scene.alpha[scene.around()])
        aside = left + sum(base.sides) / 2 - x  # by a handle that hangs free, or because it stands on a tip
        x += float(np.clip(aside, -ASIDE * (right - left), ASIDE * (right - left)))
        y = bottom + scene.lift - _rows_before(plate, right - left, base)
        held = _foothold(plate, base, x - left, right - left) / side
        wanted = max(wanted, 1.06 * (right - left) / (plate.stand_width * side), held)
    elif plate.horizon is not None and not lying:
        ground, reach = plate.stand[1] - plate.horizon, _reach(scene, stands)
        wanted = max(wanted, min(reach / (ground + FORWARD) / side, NEAREST * wanted))
        y -= float(np.clip(reach - ground * wanted * side, 0, FORWARD * wanted * side))
    x, y = float(np.clip(x, 1, width - 1)), float(np.clip(y, 1, height - 1))
    covers = max(x / sx, (width - x) / (side - sx), y / sy, (height - y) / (side - sy))
    scale = max(wanted, covers) * takes.take(scene).nearer
    return np.array([[scale, 0, x - scale * sx], [0, scale, y - scale * sy]], np.float64)


def _reach(scene: Scene, stands: float) -> float:
    """Rows of the canvas that the ground has to go on for above the row of the stand, for a farther foot."""
    found = contact.lean(scene)
    return 0.0 if found is None else BEYOND * found.deep - (scene.box[3] - stands)


def runs(plate: Plate, scene: Scene, into: dict[Region, str], pattern: str) -> Runs | None:
    """What has a second colour, over the rows that the canvas shows of it; None where nothing has."""
    if not into:
        return None
    matrix = frame(plate, 1, scene)
    scale, down = float(matrix[1, 1]), float(matrix[1, 2])
    last = (scene.size[1] - down) / scale
    if "backdrop" in into and plate.horizon is not None:  # a wall ends where the ground begins
        last = min(last, plate.horizon)
    unit = plate.unit * (1 if plate.elevation > LYING else WALL)
    return Runs(into, (-down / scale, last), pattern, unit)


def holds(plate: Plate, scene: Scene, base: poise.Base) -> bool:
    """Whether the canvas can show a plate's podium so large that a product's base is on it."""
    if (corners := plate.podium_top) is None:
        return True
    least = _foothold(plate, base, sum(base.sides) / 2, scene.box[2] - scene.box[0])
    return bool(least * np.ptp(corners[:, 0]) <= scene.size[0])


def _foothold(plate: Plate, base: poise.Base, middle: float, wide: int) -> float:
    """Least width of a whole plate, in canvas pixels, whose podium's top reaches beyond a product's base.

    The foot is measured across the product's lowest row, where a round top is narrower than in its middle.

    Args:
        middle: column of the product's box that is in the middle of the podium.
        wide: of the product, in canvas pixels.
    """
    corners = plate.podium_top
    assert corners is not None
    foot, sides = (2 * max(middle - first, last - middle) for first, last in (base.foot, base.sides))
    across, down = (float(np.ptp(corners[:, axis])) * FOOTHOLD for axis in (0, 1))
    width = least = max(foot / across, sides / across, base.deep / down)
    for _ in range(100):
        reach = half_chord(corners, plate.stand[0], plate.stand[1] + _rows_before(plate, wide, base) / width)
        if reach > 0 and width * 2 * reach * FOOTHOLD >= foot:
            return width
        width += 0.03 * least
    return width


def half_chord(corners: NDArray[np.floating[Any]], x: float, y: float) -> float:
    """How far a convex outline (n, 2) reaches from `x` to its nearer side along the row `y`; 0 outside it."""
    ends = list[float]()
    each = corners.tolist()  # a few numbers, a hundred times: quicker without arrays
    for (ax, ay), (bx, by) in zip(each, each[1:] + each[:1], strict=True):
        if min(ay, by) <= y <= max(ay, by) and ay != by:
            ends.append(float(ax + (bx - ax) * (y - ay) / (by - ay)))
    return max(min(max(ends) - x, x - min(ends)), 0.0) if ends else 0.0


def place(plate: Plate, pixels: Rgb, scene: Scene) -> Rgb:
    """Crop and scale a plate to the scene's canvas, in the light of its take -> (H, W, 3)."""
    seen, its = _cropped(plate, pixels, scene), takes.take(scene)
    if not its.relit:
        return seen
    light = its.light(light_of(seen), scene)
    return (to_srgb(light) * 255 + 0.5).astype(np.uint8)


def _cropped(plate: Plate, pixels: Rgb, scene: Scene) -> Rgb:
    width, height = scene.size
    matrix = frame(plate, pixels.shape[0], scene)
    if (scale := float(matrix[0, 0])) < 1:
        small = np.asarray(
            cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
        )
        matrix[:, :2] = np.eye(2)
        return _warp(small, matrix, width, height)
    return _warp(pixels, matrix, width, height)


def ground(plate: Plate, scene: Scene, size: tuple[int, int]) -> Floats:
    """(h, w) in 0..1 at `size` (width, height): where the canvas shows what the product stands on.

    Of a ground that goes on into the place behind it, less towards its end: no shadow is cut off there.
    """
    width, height = size
    shrink = np.array([[width / scene.size[0]], [height / scene.size[1]]])
    to_small = frame(plate, 1, scene) * shrink
    if (corners := plate.podium_top) is not None:
        seen = corners @ to_small[:, :2].T + to_small[:, 2]
        points = [np.round(seen * 16).astype(np.int32)]  # in sixteenths of a pixel
        plane = cv2.fillPoly(np.zeros((height, width), np.uint8), points, (255,), cv2.LINE_AA, 4)
        return np.asarray(plane / np.float32(255), np.float32)
    if plate.horizon is None:
        return np.ones((height, width), np.float32)
    fades = max(float(to_small[1, 1]) * ends.fade(plate), 1.0)
    return below(float(to_small[1, 1] * plate.horizon + to_small[1, 2]) + (fades - 1) / 2, size, fades)


def below(end: float, size: tuple[int, int], soft: float = 1.0) -> Floats:
    """(h, w) at `size` (width, height): 1 below the row `end`, 0 above it, with `soft` rows between."""
    width, height = size
    rows = ((np.arange(height, dtype=np.float32) + 0.5 - end) / soft + (soft - 1) / (2 * soft)).clip(0, 1)
    return np.repeat(np.asarray(rows, np.float32)[:, None], width, 1)


def _warp(pixels: Rgb, matrix: NDArray[np.float64], width: int, height: int) -> Rgb:
    flags, border = cv2.INTER_CUBIC, cv2.BORDER_REFLECT
    return np.asarray(
        cv2.warpAffine(pixels, matrix, (width, height), flags=flags, borderMode=border), np.uint8
    )


def _rows_before(plate: Plate, width: int, base: poise.Base) -> float:
    """How far above its lowest pixel a product's middle touches a podium: half of its base is before it."""
    return max(_sole(plate, width), base.deep / 2)


def _sole(plate: Plate, width: int) -> float:
    """How far above its lowest pixel a product's middle touches the ground, seen from above."""
    return float(0.22 * width * np.sin(np.radians(plate.elevation)))

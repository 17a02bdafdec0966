"""Guess the light that falls on a picture nobody measured: a user's own backdrop, a set seen from above.

A small network looks at the picture, where the product will stand, and what the words tell of light and
camera. It answers with a light as `casts` knows them, so that shadows and reflections keep to geometry
whatever it guesses. What it was trained on and its figures are told in the README beside its weights.
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from bggen.families.studio.light.casts import BLURS, LYING, Light, seen, unit
from bggen.families.studio.light.solid import Floats
from bggen.networks import Network

SIDES = ("left", "right", "above", "behind", "front")
VIEWS = ("eye level", "slightly raised", "high angle", "top-down")
ELEVATIONS = (4.0, 18.0, 42.0, 88.0)  # degrees that each is taken for
HIGHEST = (9.0, 30.0, LYING, 91.0)  # degrees that each goes up to
HINTS = len(SIDES) + 2 + len(VIEWS)  # side, hard, soft, view: all zero means unknown
#: where light may be from: degrees from the right by what is behind, and above the ground
AROUND = (*((azimuth / 2, height) for height in (18, 32, 48, 66) for azimuth in range(0, 720, 45)), (0.0, 89))
FARTHEST = 6.0  # longer shadows than that say nothing within a picture
SIDE = 96  # pixels of the square that the network sees
PLANES = 6  # picture 3, coverage, place across, place down
ANSWERS = len(AROUND) + 3 + len(BLURS) + len(VIEWS)  # parts; tint; shine; how likely each view is
LEAST = 0.002  # of the ground's light: what is from a direction with less is not looked at
FILE = Path(__file__).parents[1] / "weights" / "light.onnx"
NETWORK = Network(FILE)


def guess(
    picture: Floats,
    alpha: Floats,
    side: str | None = None,
    hard: bool | None = None,
    view: str | None = None,
    elevation: float | None = None,
    ends: bool = False,
) -> Light:
    """The light on an empty picture, as far as can be told.

    Args:
        picture: (h, w, 3) sRGB in 0..1.
        alpha: (h, w), coverage of what will stand there.
        side: where the words say that the light is from, of SIDES.
        hard: whether they say that it is hard, or soft.
        view: how they say that the camera looks, of VIEWS.
        elevation: of the camera, degrees, where more is known than a word. Anything may be None: unknown.
        ends: whether the end of the ground is seen, as it is by no camera that looks straight down.
    """
    looked, known = planes(picture, alpha), hints(side, hard, view)
    if elevation is None and view is not None:
        elevation = elevation_of(view)
    there, back = answer(looked, known), answer(*mirrored(looked, known))
    return light(np.asarray((there + unmirrored(back)) / 2, np.float32), elevation, ends)


def light(answered: Floats, elevation: float | None = None, ends: bool = False) -> Light:
    """The network's answer (ANSWERS,) as a light, seen by a camera that high, or as high as is likeliest."""
    count = len(AROUND)
    if elevation is None:
        views = answered[-len(VIEWS) :]
        elevation = ELEVATIONS[int(views[: -1 if ends else None].argmax())]
    parts = answered[:count, None] * (1 + answered[None, count : count + 3])
    kept = answered[:count] >= LEAST
    shine = tuple(float(part) for part in answered[count + 3 : -len(VIEWS)])
    return Light(directions(elevation)[kept], np.asarray(parts[kept], np.float32), shine, elevation)


def elevation_of(view: str) -> float:
    """Degrees that a view is taken for, of VIEWS."""
    return ELEVATIONS[VIEWS.index(view)]


def view_of(elevation: float) -> str:
    """The word for a camera that high, degrees."""
    return next(view for limit, view in zip(HIGHEST, VIEWS, strict=True) if elevation <= limit)


def directions(elevation: float) -> Floats:
    """(k, 2) of AROUND as shadows fall in the picture of a camera that high, degrees: across, up."""
    return np.array([seen(unit(*one), elevation) for one in AROUND], np.float32).clip(-FARTHEST, FARTHEST)


def hints(side: str | None, hard: bool | None, view: str | None) -> Floats:
    """(HINTS,) what is known."""
    row = np.zeros(HINTS, np.float32)
    if side in SIDES:
        row[SIDES.index(side)] = 1
    if hard is not None:
        row[len(SIDES) + (0 if hard else 1)] = 1
    if view in VIEWS:
        row[len(SIDES) + 2 + VIEWS.index(view)] = 1
    return row


def planes(picture: Floats, alpha: Floats) -> Floats:
    """(h, w, 3) and (h, w) in 0..1 -> (PLANES, SIDE, SIDE): what the network sees.

    The product itself is left out: it was photographed under another light.
    """
    small = np.asarray(cv2.resize(picture, (SIDE, SIDE), interpolation=cv2.INTER_AREA), np.float32)
    cover = np.asarray(cv2.resize(alpha, (SIDE, SIDE), interpolation=cv2.INTER_AREA), np.float32)
    rows, columns = np.flatnonzero((cover > 0.5).any(1)), np.flatnonzero((cover > 0.5).any(0))
    across, down = np.zeros((2, SIDE), np.float32)
    if len(rows):
        size = max(rows[-1] - rows[0], columns[-1] - columns[0]) + 1
        steps = np.arange(SIDE, dtype=np.float32)
        across, down = (steps - (columns[0] + columns[-1]) / 2) / size, (steps - rows[-1]) / size
    made = np.empty((PLANES, SIDE, SIDE), np.float32)
    made[:3] = ((small - 0.5) * (1 - cover[..., None])).transpose(2, 0, 1)
    made[3] = cover - 0.5
    made[4], made[5] = across[None, :].clip(-2, 2), down[:, None].clip(-2, 2)
    return made


def mirrored(looked: Floats, known: Floats) -> tuple[Floats, Floats]:
    """What the network would see in a mirror, and be told."""
    flipped, told = np.ascontiguousarray(looked[:, :, ::-1]), known.copy()
    flipped[4] *= -1
    left, right = SIDES.index("left"), SIDES.index("right")
    told[[left, right]] = known[[right, left]]
    return flipped, told


def unmirrored(answered: Floats) -> Floats:
    """(..., ANSWERS) of a mirrored picture -> of the picture."""
    turned = answered.copy()
    turned[..., : len(AROUND)] = answered[..., list(MIRRORED)]
    return turned


def answer(looked: Floats, known: Floats) -> Floats:
    """(PLANES, SIDE, SIDE) and (HINTS,) -> (ANSWERS,)."""
    return NETWORK.answer(looked=looked, known=known)


def _in_a_mirror(azimuth: float, height: float) -> int:
    return AROUND.index(((180 - azimuth) % 360 if height < 89 else azimuth, height))


#: for each of AROUND, which of them it is in a mirror
MIRRORED: tuple[int, ...] = tuple(_in_a_mirror(*one) for one in AROUND)

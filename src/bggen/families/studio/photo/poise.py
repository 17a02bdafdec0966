"""Whether a product can stand as it was photographed, and on how wide a foot.

A small network looks at the outline alone. What it was trained on, its figures and its limits are told in
poise.md beside its weights.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.families.studio.light.solid import Edge
from bggen.families.studio.photo import square
from bggen.families.studio.words import nouns
from bggen.families.studio.words.prompts import SceneWords, parse
from bggen.networks import Network
from bggen.spec import Scene

LIES = "the product lies, because {}: --pose stand has it stand"
FLOATS = "the product floats, because the prompt says '{}': --pose stand has it stand"
NO_ROOM = "there is no room to float in below the product: --fill 0.6 --anchor center makes some"
LIES_THERE = "seen from above a product lies: '{}' had no effect, but --pose float goes before the view"
IGNORED = "--pose {} goes before '{}' in the prompt"
NO_PODIUM_BELOW = "no set from above has a podium: left out"
FILE = Path(__file__).with_name("poise.onnx")
NETWORK = Network(FILE)
SIDE = 64  # pixels of the square that the network sees
ENOUGH = 256  # pixels of the longer side that are looked at
#: likelihood; told by outlines held back in training: of those that stand, 98.3 % fall below
LIES_ABOVE = 0.55
#: of the longer side: how high a product floats, and what is no floating; of the room below, what it may take
LIFT, LEAST_LIFT, OF_ROOM = 0.16, 0.05, 0.7
NEAR_END = 0.2  # of a ground's depth, from its far end: where a shadow is surely on it
CUT = 0.5  # of its width, of what goes on below the picture: less is a hem or a sleeve that touches the frame
SIDE_RISES = 1.0  # rows a column, of the lower edge of what was turned and seen from above; more is its side
OFF_THE_GROUND = 0.045  # of its height, between two points that it rests on
STEEPEST = 26.0  # degrees: the lower edge of a box that is seen from above is rarely steeper


@dataclass(frozen=True, slots=True)
class Pose:
    """How a product is put, and lines for people about it."""

    lies: bool | None  # None: as the set is seen that the prompt asks for
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Base:
    """What of a product has to stand, in pixels of its box; of columns the last is not included."""

    foot: tuple[int, int]  # columns of the lowest tenth, by its longer side
    sides: tuple[int, int]  # .. and of the edges that go up from it, as of a shoe that was turned
    deep: int  # rows that those go up: the lowest ones are nearest to the camera

    @classmethod
    def of(cls, alpha: NDArray[np.uint8]) -> Base:
        """(h, w), its coverage."""
        solid = alpha > 127
        columns = np.flatnonzero(solid.any(axis=0))
        if not len(columns):
            return cls((0, int(alpha.shape[1])), (0, int(alpha.shape[1])), 0)
        lowest = len(solid) - 1 - np.argmax(solid[::-1, columns], axis=0)
        end, tall = int(lowest.max()) + 1, int(np.ptp(np.flatnonzero(solid.any(axis=1)))) + 1
        size = max(tall, int(np.ptp(columns)) + 1)
        foot = columns[lowest >= max(end - max(size // 10, 1), 0)]
        near, far = int(foot[0]), int(foot[-1]) + 1
        left, right, top = _rested_on(columns, lowest, OFF_THE_GROUND * tall)
        return cls((near, far), (min(left, near), max(right + 1, far)), end - 1 - top)


def _rested_on(columns: NDArray[np.intp], lowest: NDArray[np.intp], hollow: float) -> tuple[int, int, int]:
    """First and last column and highest row of the hull's edges, from the lowest pixel on, that a product
    rests on: no steeper than SIDE_RISES, and nowhere more than `hollow` rows off it, as below a mug's handle.

    Args:
        columns, lowest: (n,), and the row of the lowest pixel of each.
    """
    hull = cv2.convexHull(np.stack([columns, lowest], 1).astype(np.int32))[:, 0].astype(np.float64)
    hull = np.roll(hull, -int(np.argmax(hull[:, 1])), axis=0)
    ends = [hull[0], hull[0]]
    for corners in (hull[1:], hull[:0:-1]):
        x, y = hull[0]
        side = np.sign(corners[0][0] - x) if len(corners) else 0.0
        for corner in corners:
            across, rises = side * (corner[0] - x), y - corner[1]
            if across <= 0 or not 0 <= rises <= SIDE_RISES * across:
                break
            between = (columns >= min(x, corner[0])) & (columns <= max(x, corner[0]))
            edge = y - rises / across * np.abs(columns[between] - x)
            if float((edge - lowest[between]).max()) > hollow:
                break
            x, y = corner
        ends.append(np.array([x, y]))
    found = np.array(ends)
    return int(found[:, 0].min()), int(found[:, 0].max()), int(found[:, 1].min())


def tips_over(alpha: NDArray[np.uint8]) -> bool:
    """Whether a product would fall over if it stood: a key ring, a pendant, a hat laid on its side.

    What stands has its middle over its base, so the outline's hull is about level under it. Of 580 rendered
    products that stand, seen from up to 25 degrees, two are taken for fallen; from higher up three of 63.

    Args:
        alpha: (h, w), its coverage.
    """
    edge = Edge.of(alpha > 127)
    return edge is not None and edge.long and math.degrees(math.atan(abs(edge.slope))) > STEEPEST


def cut_below(scene: Scene) -> bool:
    """Whether a product goes on below the picture; what is laid down is photographed whole."""
    left, _, right, bottom = scene.box
    if bottom < scene.size[1]:
        return False
    return float((scene.alpha[-1, left:right] > 127).mean()) > CUT


def pose(scene: Scene, words: SceneWords) -> Pose:
    """How a product is to be put: by --pose, the prompt's view, its name, its photo's table, its outline."""
    asked, view = scene.options.pose, words.view
    if asked != "auto":
        against = view is not None and (view == "top-down") != (asked == "lie")
        lines = [IGNORED.format(asked, view)] if against else []
        if asked == "lie" and words.asks_for("podium"):
            lines.append(NO_PODIUM_BELOW)
        lines += _room_to_float(scene) if asked == "float" else []
        return Pose(asked == "lie", tuple(lines))
    if floats(scene, words):
        return Pose(False, (FLOATS.format(words.hovers), *_room_to_float(scene)))
    if view is not None:
        return Pose(None, (LIES_THERE.format(words.hovers),) if words.hovers else ())
    hint, why = nouns.told(scene.title), ""
    if hint is not None:
        why = f"it is called '{hint.word}'" if hint.pose == "lie" else ""
    elif scene.stood or cut_below(scene):
        pass  # an outline tells less than the end of its table; without its lower end it tells nothing
    elif tips_over(outline := scene.alpha[scene.around()]):
        why = "it would fall over as it was photographed"
    elif likely_lies(outline) > LIES_ABOVE:
        why = "it has the outline of a garment or another thing that can't stand"
    if not why:
        return Pose(False)
    return Pose(True, (LIES.format(why), *([NO_PODIUM_BELOW] if words.asks_for("podium") else [])))


def floats(scene: Scene, words: SceneWords) -> bool:
    """Whether a product is to float: by --pose, else by the prompt unless it asks for a view from above."""
    if scene.options.pose != "auto":
        return scene.options.pose == "float"
    return bool(words.hovers) and words.view != "top-down"


def _room_to_float(scene: Scene) -> list[str]:
    left, top, right, bottom = scene.box
    return [NO_ROOM] if scene.lift < LEAST_LIFT * max(bottom - top, right - left) else []


def lifted(scene: Scene) -> Scene:
    """The scene with the height above the ground that its product floats at, if it is to.

    Before a backdrop of the user's own it is at least what brings its shadow onto the ground.
    """
    if not floats(scene, parse(scene.options.prompt)):
        return scene
    left, top, right, bottom = scene.box
    high = LIFT * max(bottom - top, right - left)
    if scene.footing is not None:
        high = max(high, scene.footing.end + NEAR_END * (scene.size[1] - scene.footing.end) - bottom)
    high = min(high, OF_ROOM * max(scene.size[1] - bottom, 0))
    return replace(scene, lift=round(high))


def likely_lies(alpha: NDArray[np.uint8]) -> float:
    """0..1: how likely a product was photographed lying, or hung up as if: garments, jewellery, cutlery.

    Args:
        alpha: (h, w), its coverage.
    """
    return float(NETWORK.answer(seen(alpha)[None])[0])


def seen(alpha: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(h, w) -> (SIDE, SIDE) in 0..1: the outline's box in the middle of a square, as the network sees it."""
    step = square.thinning(alpha, ENOUGH)  # what is skipped is finer than the square can show
    thin, plane = alpha[::step, ::step], np.zeros((SIDE, SIDE), np.float32)
    if (where := square.box(thin)) is not None:
        small, place = square.fitted(thin[where], SIDE)
        plane[place] = small / np.float32(255)
    return plane

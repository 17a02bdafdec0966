"""Where on a canvas a product goes: the border that stays free, its scale, and its offset in whole pixels."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from bggen.errors import BadInput, UsageError
from bggen.frame import MOST_FACING, anchor_of, margins_of
from bggen.options import Options
from bggen.spec import Box, Plane

#: of a photo's height below a product: less the more tightly the photo was cropped about it
TIGHT = 0.2


Place = tuple[float | None, float | None]  # shares of the free room left of a product and above it; None: any
ANYWHERE: Place = (None, None)
CRAMPED = "beside the product is hardly room for words: --fill 0.5 makes some"
LEAST_ROOM = 0.25  # of the canvas, across or down, that words are to have on their side


class Border(NamedTuple):
    """Pixels of a canvas that stay free at each of its sides."""

    top: int
    right: int
    bottom: int
    left: int


def anew(options: Options, fill: float | None) -> bool:
    """Whether the product is placed anew. To say anything of its place or `fill` asks for that."""
    told = fill is not None or not all(_default(options, name) for name in ("anchor", "margin"))
    return options.placement == "fit" or (options.placement == "auto" and told)


def free(options: Options) -> bool:
    """Whether the user left it to us where the product stands."""
    ours = all(_default(options, name) for name in ("placement", "anchor", "margin"))
    return ours and options.pose != "lie"


def _default(options: Options, name: str) -> bool:
    return bool(getattr(options, name) == Options.model_fields[name].default)


def border(options: Options, size: tuple[int, int], name: str) -> Border:
    """The margins on a canvas (width, height).

    Raises UsageError where they leave no room on the canvas that was asked for, BadInput where it is the
    size of the photo `name` that they are too large for.
    """
    side = min(size)
    wide = Border(*(round(margin.of(side)) for margin in margins_of(options.margin)))
    facing = max(wide.top + wide.bottom, wide.left + wide.right)
    if facing - 1 > MOST_FACING / 100 * side:  # both may have been rounded up
        room = f"at most {MOST_FACING}% of the short side, which is {side} px here"
        wrong = f"margin {options.margin}: two that face each other take {facing} px: give {room}"
        if options.size or options.preset:
            raise UsageError(wrong)
        raise BadInput(f"{name}: {wrong}", reason="canvas_size")
    return wide


def fit_scale(box: Box, size: tuple[int, int], border: Border, fill: float | None) -> float:
    """Scale 1 where it fits and no fill is asked for; else what fill and margins allow."""
    box_width, box_height = box[2] - box[0], box[3] - box[1]
    across, down = size[0] - border.left - border.right, size[1] - border.top - border.bottom
    room = min(max(across, 1) / box_width, max(down, 1) / box_height)
    if fill is None:
        return min(1.0, room)  # nothing is enlarged unasked
    return min(room, fill * min(size[0] / box_width, size[1] / box_height))


def fit_offset(alpha: Plane, box: Box, size: tuple[int, int], border: Border, anchor: str) -> tuple[int, int]:
    """Whole pixels to move by, so that the box stands at its anchor within the border.

    A product that the photo's frame cuts stays at that edge: elsewhere the cut would float in the scene.
    """
    left, top, right, bottom = box
    across, down = anchor_of(anchor)
    spare = size[0] - border.left - border.right - (right - left)
    below = size[1] - border.top - border.bottom - (bottom - top)
    x = border.left + _share(across, spare)
    y = border.top + (min(below, below // 2 + size[1] // 12) if down is None else _share(down, below))
    rows, columns = alpha.shape
    if (left == 0) != (right == columns):
        x = 0 if left == 0 else size[0] - (right - left)
    if (top == 0) != (bottom == rows):
        y = 0 if top == 0 else size[1] - (bottom - top)
    return x - left, y - top


def _share(share: float, pixels: int) -> int:
    return math.floor(share * pixels + 1e-9)  # 29 % of 100 px is 28.999999999999996


def kept_offset(alpha: Plane, box: Box, size: tuple[int, int], lies: bool) -> tuple[int, int]:
    """Keep the photo's place; a product cut by the frame stays cut there.

    Across, its middle keeps its share of the frame; down, its foot does, or the middle of one that lies. One
    that nearly fills its photo keeps the share of the free room that is above it: on a larger canvas it would
    be at the lower edge, with all of the new room above it.
    """
    height, width = alpha.shape
    left, top, right, bottom = box
    if left == 0 and right < width:
        dx = 0
    elif right == width and left > 0:
        dx = size[0] - width
    else:
        dx = round((left + right) / 2 / width * size[0] - (left + right) / 2)
    held, below = (top + bottom) / 2 if lies else bottom, height - bottom
    kept = held / height * size[1] - held
    room = top / (top + below) * (size[1] - (bottom - top)) - top if top + below else kept
    tight = 1 - min(below / (TIGHT * height), 1)
    dy = 0 if top == 0 and bottom < height else round(kept + tight * (room - kept))
    dx = int(np.clip(dx, -left, size[0] - right)) if right - left <= size[0] else dx
    dy = int(np.clip(dy, -top, size[1] - bottom)) if bottom - top <= size[1] else dy
    return dx, dy


def moved(
    offset: tuple[int, int], box: Box, alpha: Plane, size: tuple[int, int], place: Place
) -> tuple[int, int]:
    """An offset, changed so that the product is at a place of the canvas; what the frame cuts stays there."""
    left, top, right, bottom = box
    height, width = alpha.shape
    found = list(offset)
    ends = ((left, right, width, size[0]), (top, bottom, height, size[1]))
    for axis, (first, last, whole, room) in enumerate(ends):
        share = place[axis]
        if share is not None and first > 0 and last < whole:
            found[axis] = _share(share, max(room - (last - first), 0)) - first
    return found[0], found[1]


def cramped(box: Box, size: tuple[int, int], place: Place) -> list[str]:
    """A line for people where a prompt asks for room for words on a side, and the product leaves little."""
    ends = ((box[0], box[2], size[0]), (box[1], box[3], size[1]))
    rooms = [
        (first if share > 0.5 else whole - last) / whole
        for share, (first, last, whole) in zip(place, ends, strict=True)
        if share is not None
    ]
    return [CRAMPED] if min(rooms, default=1.0) < LEAST_ROOM else []

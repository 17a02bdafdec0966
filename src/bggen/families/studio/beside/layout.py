"""Where things stand beside a product: the larger part behind it on one side, less of them on the other.

They are as large as the product lets them be, which is taken for as tall as a set's product is. A thing that
finds no room at its size gets a smaller picture of itself, and then none. A photo's further variants begin
with another of a thing's pictures, every other one with all of them on one side.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from bggen.families.studio.beside.room import Box, Room
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.sets.props import Prop, of
from bggen.families.studio.words.prompts import SceneWords
from bggen.spec import Scene, derive_seed

SIZES = (1.0, 0.8, 0.62)  # of its own
SEEN = 0.62  # of a thing, that must be inside the picture and not behind the product
#: of it inside, less being cut by the frame, and then seen: less is put up with where no smaller one has both
WHOLE, WELL_SEEN = 0.98, 0.78
MORE_SEEN = 0.85  # of a further thing of its kind that the frame cuts: it is left out rather
CUT = 0.8  # times what is cut of it, in the cost of a place from above
COVERED = 0.01  # of a thing's box, that may be where the product is, unless it stands behind that
TOGETHER = 0.12  # of the narrower of two things on one side: how far one is before the other
#: for one thing after the other on a side: units behind the product's middle, and from its edge
STANDING = ((0.34, -0.1), (-0.1, 0.07), (0.04, 0.1), (0.3, 0.05))
ON_A_PODIUM = ((0.1, 0.03), (0.0, 0.03), (0.16, -0.05))
#: for one thing after the other from above: its direction from the product, degrees from the right by the top
DIRECTIONS = (35.0, 215.0, 145.0, 325.0)
PLACES = 25  # that are looked at across and down, from above
TO_ONE_SIDE = 0.08  # of the picture's width, that a product's middle may be off its middle
MOST_OF_ONE = 3  # things, where one concept is all that is asked for


@dataclass(frozen=True, slots=True)
class Stood:
    """A thing on the canvas, in its pixels."""

    prop: Prop
    name: str  # of its concept
    mirrored: bool
    foot: tuple[float, float]
    scale: float  # from its picture's pixels
    box: Box
    colour: str = ""  # the colour word that was said of it


def arrange(plate: Plate, scene: Scene, names: Sequence[str], words: SceneWords, seed: int) -> list[Stood]:
    """Things of these concepts beside the product, the farthest first; what finds no room is left out.

    Args:
        seed: says on which side the larger part stands, where neither room nor light do.
    """
    room, stood = Room(plate, scene), list[Stood]()
    wanted = [
        (name, _from(scene.variant, of(name, words.said.get(name, name), plate.elevation))) for name in names
    ]
    side = _side(plate, scene, seed)
    for name, prop in _in_turn(wanted):
        found = (_about if room.lies else _beside)(room, stood, prop, name, side)
        if found is not None:
            colours = words.of_things.get(name, ("",))
            nth = sum(one.name == name for one in stood)  # `red and white roses` take turns
            stood.append(replace(found, colour=colours[nth % len(colours)]))
    return sorted(stood, key=lambda one: one.foot[1])


def _side(plate: Plate, scene: Scene, seed: int) -> int:
    """1 right, -1 left, of the larger part: where there is more room, else away from the light.

    On the light's side its shadow would fall on the product, which is not to be changed.
    """
    left, _, right, _ = scene.box
    off = (left + right) / 2 / scene.size[0] - 0.5
    if abs(off) > TO_ONE_SIDE:
        return -1 if off > 0 else 1
    if plate.light_side in ("left", "right"):
        return 1 if plate.light_side == "left" else -1
    return 1 if derive_seed("beside", str(seed), str(scene.variant)) % 2 == 0 else -1


def _from(variant: int, props: Sequence[Prop]) -> Sequence[Prop]:
    """The same in turn, another one first in each variant."""
    start = variant % max(len(props), 1)
    return [*props[start:], *props[:start]]


def _in_turn(wanted: Sequence[tuple[str, Sequence[Prop]]]) -> Iterator[tuple[str, Prop]]:
    """The first of each concept, then the second of each; of three concepts no more than one."""
    most = MOST_OF_ONE + 1 - len(wanted)
    each = [[(name, prop) for prop in props[:most]] for name, props in wanted]
    for row in zip_longest(*each):
        yield from (one for one in row if one is not None)


def _stood(room: Room, prop: Prop, name: str, corner: tuple[float, float], scale: float) -> Stood:
    """With its picture's left top corner there."""
    (width, height), mirrored = prop.size, room.plate.light_side == "right"
    across = width - prop.foot[0] if mirrored else prop.foot[0]
    foot = corner[0] + across * scale, corner[1] + prop.foot[1] * scale
    box = (*corner, corner[0] + width * scale, corner[1] + height * scale)
    return Stood(prop, name, mirrored, foot, scale, box)


def _beside(room: Room, stood: Sequence[Stood], prop: Prop, name: str, first: int) -> Stood | None:
    """Standing, on the emptier side: as near to the product as what is there already allows."""
    gathered = room.scene.variant % 2 == 1
    by_side = {side: [one for one in stood if room.side_of(one.box) == side] for side in (first, -first)}
    further = any(one.name == name for one in stood)
    whole = ((size, WHOLE, WELL_SEEN) for size in SIZES[:2])
    cut = ((size, MORE_SEEN if further else SEEN, SEEN) for size in SIZES)
    for size, least, seen in (*whole, *cut):
        scale = size * room.unit / prop.unit
        for side in by_side if gathered else sorted(by_side, key=lambda side: len(by_side[side])):
            for behind, gap in _slots(room, side == first, len(by_side[side])):
                row = room.row(behind)
                corner = _nearest(room, by_side[side], prop, (side, gap, row), scale)
                made = _stood(room, prop, name, corner, scale)
                hidden = room.hidden(made.box)
                inside = room.inside(made.box)
                # what reaches the row of the product's own foot is before it, though its middle is behind
                is_behind = behind > 0 and made.box[3] <= room.scene.box[3]
                fits = inside >= least and inside - hidden >= seen and (is_behind or hidden < COVERED)
                if fits and room.holds(made.box, made.foot[1]):
                    return made
    return None


def _slots(room: Room, first: bool, there: int) -> Sequence[tuple[float, float]]:
    """To be tried in this order: the large one behind, the first on the other side before the product."""
    if room.on_a_podium:
        return ON_A_PODIUM
    return STANDING[there:] if first else (*STANDING[there + 1 :], STANDING[0])


def _nearest(
    room: Room, there: Sequence[Stood], prop: Prop, slot: tuple[int, float, float], scale: float
) -> tuple[float, float]:
    """Left top corner of a thing at a slot's (side, gap, row), moved out past those on its side."""
    side, gap, row = slot
    wide, top = prop.size[0] * scale, row - prop.foot[1] * scale
    start = room.edge(side, top, row) + side * gap * room.unit
    for other in there:
        left, _, right, _ = other.box
        before = TOGETHER * min(wide, right - left)
        start = max(start, right - before) if side > 0 else min(start, left + before)
    return (start if side > 0 else start - wide), top


def _about(room: Room, stood: Sequence[Stood], prop: Prop, name: str, first: int) -> Stood | None:
    """Seen from above: near the product, in a direction of its own."""
    start = room.scene.variant * 5 // 2  # across from where the variant before it began, then a quarter on
    turn = math.radians(DIRECTIONS[(len(stood) + start) % len(DIRECTIONS)])
    way = first * math.cos(turn), -math.sin(turn)
    least = MORE_SEEN if any(one.name == name for one in stood) else SEEN
    for size in SIZES:
        scale = size * room.unit / prop.unit
        wide, tall = (pixels * scale for pixels in prop.size)
        found = list[tuple[float, Box]]()
        for x, y in room.places(PLACES):
            box = (x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
            inside = room.inside(box)
            if inside >= least and room.hidden(box) <= COVERED and not any(_meet(box, s.box) for s in stood):
                found.append((room.cost(box, way) + CUT * (1 - inside), box))
        if found:
            _, box = min(found)
            return _stood(room, prop, name, (box[0], box[1]), scale)
    return None


def _meet(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return down > 0 and across > TOGETHER * min(one[2] - one[0], other[2] - other[0])

"""Sets that nobody rendered: the ground of one before the place, or the wall, of another.

A ground ends in a straight row, and a place lies out of focus behind it, so all above that row can be
exchanged. The ground is given the light of the place, as it fell on the place's own ground.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen import gamma
from bggen.families.studio.light.casts import LYING, wall_of
from bggen.families.studio.sets import moods, nights, staging, winters
from bggen.families.studio.sets.bank import MIRRORED, Paint, Plate
from bggen.families.studio.words.lexicon import CONCEPTS
from bggen.families.studio.words.lexicon.rooms import ROOMS
from bggen.families.studio.words.prompts import SceneWords
from bggen.spec import Rgb

APART = 9.0  # degrees: seen from so much higher or lower, a ground doesn't lead to the place
DIMMEST = 0.6  # of a plain set's light: darker grounds have too few shades to be lit otherwise
LEAST, MOST = 0.02, 1.6  # that a ground's light may be multiplied by, of any colour
OVER = 0.012  # of the picture: how far above its end a place's own ground is blurred into it
#: of the picture for each degree that a ground is seen from higher than its place was: else what is near
#: there would be all that is seen of the place
LIFT = 0.02
DAYS = ("bright", "natural")  # moods of a room into which the sun may shine
ON_THE_GROUND = {"arch", "disc", "steps"}  # is what stands before a wall
OVER_THE_GROUND = {"hanging leaves"}  # hangs from one
#: what the lights of each mood are called, and its pictures
SAID = {
    "bright": ("bright ", "clean and airy"),
    "natural": ("natural ", "natural lifestyle photo"),
    "warm": ("warm ", "cosy and warm"),
    "sunset": ("golden hour ", "golden evening mood"),
    "cool": ("cool ", "cool and fresh"),
    "moody": ("moody low-key ", "dark and elegant"),
    "soft": ("", "calm studio packshot"),
}


@dataclass(frozen=True)
class Joined(Plate):
    """The ground of a set, and the place or wall of another behind it. Its id is both, as 000+384."""

    COST = 0.8  # as rendered is better

    place: Plate = field(kw_only=True)

    @property
    def falling(self) -> tuple[float, float, float]:
        """The place's."""
        return self.place.falling

    @property
    def place_id(self) -> str:
        """Of the set whose place it shows."""
        return self.place.id

    def mirror(self) -> Plate:
        """Both in a mirror."""
        ground = super().mirror()
        assert isinstance(ground, Joined)
        return replace(ground, place=self.place.mirror())

    def turn(self, side: str) -> Plate | None:
        """None: both would have to be lit anew."""
        return None

    def region(self, paint: Paint) -> NDArray[np.uint8]:
        """(h, w); of a ground whose stones stand out over its end, only what is shown of it."""
        mask = super().region(paint)
        if paint.region != "surface" or self.horizon is None:
            return mask
        return np.asarray(mask * (np.arange(len(mask)) >= self.horizon * len(mask))[:, None], np.uint8)

    def pixels(self) -> Rgb:
        """(h, w, 3), at the ground's resolution."""
        alone = super().pixels()
        near, far = (gamma.light_of(rgb) for rgb in (alone, _behind(self, len(alone))))
        gain = np.array(self.place.lit, np.float32) / np.array(self.lit, np.float32)
        near *= _taken(gain.astype(np.float32))
        height, width = near.shape[:2]
        assert self.horizon is not None  # else they are not joined
        ground = staging.below(self.horizon * height, (width, height), winters.EDGE)[..., None]
        whole = far + (near - far) * np.maximum(ground, self.podium_cover((width, height)))
        if self.light is not None:  # what the ground mirrors is behind it now
            whole += ground * sum(self.light.shine) * (wall_of(whole) - wall_of(near))
        return np.asarray(gamma.to_srgb(whole) * 255 + 0.5, np.uint8)


def _taken(gain: NDArray[np.float32]) -> NDArray[np.float32]:
    """(3,): as much of another light as a ground takes; of what is too much, its colour fades with it.

    Cut off in each channel alone, the blue light of snow would come out green.
    """
    part = min(1.0, math.log(MOST) / math.log(max(float(gain.max()), MOST)))
    return np.asarray(np.maximum(gain, LEAST) ** np.float32(part), np.float32)


def _behind(joined: Joined, side: int) -> Rgb:
    """(side, side, 3): the place alone, so that its ground would begin where the other one ends."""
    pixels = joined.place.pixels()
    assert joined.horizon is not None and joined.place.horizon is not None
    end = joined.place.horizon
    if joined.far:  # a wall is sharp, and stands on the ground
        end -= OVER + LIFT * max(0.0, joined.elevation - joined.place.elevation)
    nearer = max(1.0, joined.horizon / end)  # a place has no more to show than its picture
    scale = nearer * side / len(pixels)
    matrix = np.array(
        [[scale, 0, (1 - nearer) / 2 * side], [0, scale, (joined.horizon - nearer * end) * side]], np.float32
    )
    return np.asarray(cv2.warpAffine(pixels, matrix, (side, side), borderMode=cv2.BORDER_REPLICATE), np.uint8)


def join(ground: Plate, place: Plate) -> Joined:
    """The one before the other, in its light; `joinable` says whether that can be."""
    if {ground.light_side, place.light_side} == MIRRORED.keys():
        place = place.mirror()
    mood = str(place.row["mood"])
    adjective, style = SAID[mood]
    light = adjective + re.sub(r".*?(?=soft light|hard sunlight)", "", ground.row["light"], count=1)
    below = " on ".join(filter(None, [ground.row.get("podium"), ground.row["surface"]]))
    row = ground.row | {"backdrop": place.row["backdrop"], "mood": mood, "light": light}
    return Joined(
        id=f"{ground.id}+{place.id}",
        file=ground.file,
        words=", ".join([f"on {below}", row["backdrop"], light, row["view"], style]),
        row=row,
        elevation=ground.elevation,
        light_side=ground.light_side,
        hard_light=ground.hard_light,
        stand=ground.stand,
        stand_width=ground.stand_width,
        unit=ground.unit,
        paints=tuple(paint for paint in ground.paints if paint.region != "backdrop"),
        horizon=ground.horizon,
        place=place,
    )


def joinable(ground: Plate, place: Plate) -> bool:
    """Whether a ground can be laid before a place: seen from about as high, in a light that could be so."""
    return is_ground(ground) and (is_place(place) or is_wall(place)) and _meet(ground, place)


def _meet(ground: Plate, place: Plate) -> bool:
    near = abs(ground.elevation - place.elevation) <= APART
    return near and ground.id != place.id and _lit_alike(ground, place) and _grows_there(ground, place)


def _grows_there(ground: Plate, place: Plate) -> bool:
    """A rock or a log on a painted floor is from a studio; out of doors that can only be snow."""
    painted = ground.podium_top is not None and not ground.row.get("podium") and not ground.grown
    return not painted or not place.far or bool(place.behind & (ROOMS.keys() | {winters.WINTER}))


def is_ground(plate: Plate) -> bool:
    """Whether a set's ground can be taken from it: it ends in a row that at most a podium stands before."""
    bare = (plate.podium_top is None or plate.podium_mask is not None) and not plate.behind & OVER_THE_GROUND
    return bare and _ends_free(plate) and min(plate.lit) >= DIMMEST


def is_place(plate: Plate) -> bool:
    """Whether the place behind a set's ground can be taken from it.

    Blades of grass stand up before it, and the light of tubes is too uneven for another ground.
    """
    alone = plate.far and _ends_bare(plate) and not plate.shows("grass", "surface")
    return alone and "neon" not in plate.behind


def is_wall(plate: Plate) -> bool:
    """Whether the wall behind a set's ground can be taken from it."""
    return not plate.far and bool(plate.row["backdrop"]) and _ends_bare(plate)


def _ends_bare(plate: Plate) -> bool:
    return _ends_free(plate) and plate.podium_top is None


def _ends_free(plate: Plate) -> bool:
    stands = plate.row.get("props") or plate.behind & ON_THE_GROUND
    return plate.horizon is not None and plate.elevation <= LYING and not stands


def _lit_alike(ground: Plate, place: Plate) -> bool:
    """Whether their lights could be one: no window out of doors, no sun by lamplight, no shadow that ends."""
    if place.far and place.behind & ROOMS.keys():
        return not ground.hard_light or place.row["mood"] in DAYS
    if place.far:
        return "window" not in ground.row["light"]
    sides = {ground.light_side, place.light_side}
    return (len(sides) == 1 or sides == MIRRORED.keys()) and _kind_of(ground) == _kind_of(place)


def _kind_of(plate: Plate) -> list[str]:
    """Of the light: soft or hard, and what it has passed."""
    return re.findall(r"soft light|hard sunlight|with .*", plate.row["light"])


def candidates(plates: Sequence[Plate], words: SceneWords) -> Iterator[Joined]:
    """Grounds that a prompt asks for, before a place or wall that is all that it asks for."""
    behind = words.of_kind("place") or {n for n in words.of_kind("look") if not n.endswith("podium")}
    suits = is_place
    if not behind:
        walls = {name for name, region in words.concepts.items() if region == "backdrop"}
        behind = words.of_kind("backdrop") | (walls & words.of_kind("surface"))
        suits = is_wall
    places = [plate for plate in plates if suits(plate)]
    showing = [plate for plate in places if behind <= plate.behind | _can_be(plate, behind)]
    places = showing or [plate for plate in places if behind & plate.behind]  # of two places one
    if not behind or not places:
        return
    for ground in _asked_for([plate for plate in plates if is_ground(plate)], words):
        yield from (join(ground, place) for place in places if _meet(ground, place))


def _can_be(place: Plate, behind: set[str]) -> set[str]:
    """What a place that shows something else of what was asked for can be given: night, and snow."""
    if not behind & place.behind:
        return set()
    given = {moods.NIGHT: nights.has_night(place), winters.WINTER: winters.has_winter(place)}
    return {name for name, can in given.items() if can}


def _asked_for(grounds: list[Plate], words: SceneWords) -> list[Plate]:
    """Those that show all that was said of the ground, or what is near it where no set has it itself.

    None where nothing was said of it: a place's own ground is as good.
    """
    podiums = {name for name in words.of_kind("look") if name.endswith("podium")}
    bare = [plate for plate in grounds if not plate.row.get("podium")]  # a rock, too, is what was said of it
    raised = [plate for plate in grounds if plate.row.get("podium")] if podiums else []
    of_them = [plate for plate in raised if podiums <= plate.concepts] or raised
    return (of_them and _showing(of_them, words, anything=True)) or _showing(bare, words)


def _ways(name: str) -> tuple[str, ...]:
    return (name, *CONCEPTS[name].near)


def _serves(plate: Plate, stuff: str) -> bool:
    return any(plate.shows(one, "surface") for one in _ways(stuff))


def _showing(grounds: list[Plate], words: SceneWords, anything: bool = False) -> list[Plate]:
    """Those that show what was said of the ground; all where nothing was and `anything` will do."""
    colour = words.colours.get("surface")
    if colour is not None:
        grounds = [plate for plate in grounds if _has_or_takes(plate, colour)]
    stuffs = [name for name in words.concepts if name in words.of_kind("surface")]
    stuffs = [name for name in stuffs if words.concepts[name] not in ("backdrop", "podium")]
    met = False
    whole = [plate for plate in grounds if all(_serves(plate, name) for name in stuffs)]
    grounds = whole or grounds  # `a mossy rock`: neither moss alone nor a rock alone
    for name in stuffs:  # the first is the ground; what is said after it may be lacking
        ways = ([p for p in grounds if p.shows(one, "surface")] for one in _ways(name))
        if shown := next(filter(None, ways), None):
            grounds, met = shown, True
        elif not met:
            return []
    if not (met or colour or anything):
        return []
    # how a place's light falls on its own ground is known less well
    return [plate for plate in grounds if not plate.far] or grounds


def _has_or_takes(ground: Plate, colour: str) -> bool:
    own = (paint for paint in ground.paints if paint.region == "surface")
    return ground.colours.get("surface") == colour or any(staging.can_be(p.albedo, colour) for p in own)

"""A set of the catalogue, put up in the studio, and the row of metadata that tells what was put up."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from bggen.train.scenes.afield import carpets, places
from bggen.train.scenes.catalogue.spec import SOFTBOX, Spec
from bggen.train.scenes.dressing import props
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.indoors import rooms
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import NEUTRALS, Rng, linear
from bggen.train.scenes.matter.pieced import pieces
from bggen.train.scenes.matter.surfaces import Stuff, named, named_wall
from bggen.train.scenes.stage import drapery, laid, lawn, meadow, natural, sets
from bggen.train.scenes.studio.blender import Studio

PODIUM = (0.55, 0.22)  # radius, height
TABLE = 1.0  # units behind the stand where it ends before what is far
#: light from all around; with more of it things cast no shadow that anybody sees
AMBIENT = {
    "bright": 0.22,
    "soft": 0.28,
    "warm": 0.2,
    "moody": 0.06,
    "sunset": 0.2,
    "natural": 0.6,
    "cool": 0.28,
}
#: the same under the open sky, and its linear colour, by whether the sun shines
SKY = {True: (0.42, (0.9, 0.97, 1.08)), False: (0.95, (0.99, 1.0, 1.01))}
OVERCAST = 50.0  # degrees that the sun is wide behind clouds
#: places by night whose light has a colour of its own: a fire's, the sky's
TINTED = {"view:campfire": (1.0, 0.56, 0.27), "view:stars": (0.34, 0.55, 1.0)}
STYLE = {
    "bright": "clean and airy", "soft": "calm studio packshot", "warm": "cosy and warm",
    "moody": "dark and elegant", "sunset": "golden evening mood", "natural": "natural lifestyle photo",
    "cool": "cool and fresh",
}  # fmt: skip
_EXTRAS: dict[str, Callable[[Material, float], None]] = {
    "arch": sets.arch,
    "disc": sets.disc,
    "steps": sets.steps,
}
AZIMUTHS = {"left": (165, 200), "right": (-20, 15), "behind": (75, 105), "above": (0, 360)}
HARD_AZIMUTHS = {"left": (196, 220), "right": (-40, -16)}  # from a little in front, so that walls get sun


@dataclass
class Set:
    """One set while it is put up: its row of metadata and its plain paints."""

    spec: Spec
    rng: Rng
    row: dict[str, Any]
    depth: float
    lift: float = 0.0
    room: float = 1.5  # units a base may be wide
    toward: Any = None  # unit vector to the key light
    paints: list[tuple[str, Stuff]] = field(default_factory=list)
    podium: Material | None = None

    def note(self, region: str, stuff: Stuff) -> None:
        """Remember a region that can be recoloured."""
        if stuff.colour is not None:
            self.paints.append((region, stuff))


def build(studio: Studio, number: int, spec: Spec) -> Set:
    """Put up set `number` of the catalogue and work out its row."""
    rng = Rng(f"plates-v2:{number}")
    studio.clear()
    elevation = _elevation(rng, spec)
    row = {"id": f"{number:03d}", "elevation": elevation, "view": _view(elevation), "podium": None}
    row |= {"backdrop": None, "props": []}
    it = Set(spec, rng, row, depth=rng.uniform(1.5, 2.1))
    _ground(it)
    if spec.wall:
        _backdrop(it)
    if spec.podium:
        radius, it.lift = PODIUM
        grey = NEUTRALS["light grey"]
        stuff = Stuff(m.solid(grey, 0.75), "", "light grey", linear(grey))
        if spec.podium_of:
            stuff = replace(named(it.rng, spec.podium_of), colour=None)
        it.podium = stuff.material
        if spec.podium in natural.SHAPES:
            natural.SHAPES[spec.podium](it.rng, stuff.material, radius, it.lift)
        else:
            sets.podium(stuff.material, spec.podium, radius, it.lift)
        it.note("podium", stuff)
        if spec.podium in natural.SHAPES:  # is the ground itself to whoever asks for one
            row["surface"] = f"a {stuff.words} on {row['surface']}"
        else:
            row["podium"] = " ".join(filter(None, ["a", spec.podium, stuff.words, "podium"]))
        it.room = radius * 2
    _light(studio, it)
    _camera(studio, it)
    if spec.prop:
        hang = (it.depth - 0.2, it.depth - 0.05)
        it.room = 1.1
        corner = Corner(rng, 0.56, 0.92, min(it.depth, 1.2), spec.top, hang)
        row["props"] = props.add(spec.prop, corner)
    _places(studio, it)
    row["words"], row["file"] = _caption(row), f"{row['id']}.avif"
    return it


def _elevation(rng: Rng, spec: Spec) -> float:
    if spec.top:
        return 87.0
    if spec.elevation is not None:
        return spec.elevation
    if spec.far:
        return rng.choice([4.0, 6.0, 8.0, 10.0])
    if spec.podium:
        return rng.choice([7.0, 9.0, 12.0])
    return rng.choice([4.0, 7.0, 8.0, 9.0, 11.0, 12.0, 14.0, 16.0, 18.0, 28.0])


def _view(elevation: float) -> str:
    if elevation > 80:
        return "top-down flat lay"
    if elevation <= 5:
        return "eye level view"
    return "slightly raised view" if elevation < 30 else "high angle view"


def _ground(it: Set) -> None:
    spec = it.spec
    if spec.open_air:  # the place brings its own
        it.row["surface"] = spec.surface
        return
    if spec.sweep:
        colour = NEUTRALS[spec.surface]
        stuff = Stuff(m.solid(colour, 0.8), spec.surface, spec.surface, linear(colour))
        sets.sweep(stuff.material, it.depth)
        it.row["surface"] = f"seamless {spec.surface} studio backdrop"
    elif spec.surface == "grass":
        grown = meadow.above(it.rng) if spec.top else lawn.lay(it.rng, TABLE if spec.far else it.depth)
        stuff = Stuff(grown, "green grass")
        it.row["surface"] = stuff.words
    else:
        stuff = named(it.rng, spec.surface)
        kind = spec.surface.partition(":")[0]
        if lay := (laid.SHAPES | carpets.SHAPES).get(kind):
            lay(it.rng, pieces(it.rng, kind, stuff.material), TABLE if spec.far else it.depth)
            sets.floor(stuff.material, TABLE if spec.far else 14, -laid.DEEP)
        elif spec.folded:
            drapery.silk(it.rng, stuff.material, None if spec.top else it.depth)
        else:
            sets.floor(stuff.material, TABLE if spec.far else 14)
        it.row["surface"] = stuff.words
    if spec.podium not in natural.SHAPES:  # else a colour of the ground is the rock's, not that of its floor
        it.note("surface", stuff)


def _backdrop(it: Set) -> None:
    spec, kind = it.spec, str(it.spec.wall).partition(":")[0]
    if kind == "curtain":
        said = sets.curtain(it.rng, str(spec.wall).partition(":")[2], it.depth)
    elif kind == "leaves":
        sets.leafy_wall(it.rng, it.depth)
        said = "wall with hanging green leaves"
    elif kind == "room":
        said = f"{rooms.build(it.rng, str(spec.wall).partition(':')[2])}, out of focus"
    elif kind == "open":
        said = f"{places.build(it.rng, str(spec.wall).partition(':')[2])}, out of focus"
    elif kind == "view":
        name, height = str(spec.wall).partition(":")[2], float(it.row["elevation"])
        said = f"{sets.landscape(it.rng, name, height, spec.side)}, out of focus"
    else:
        stuff = named_wall(it.rng, str(spec.wall))
        sets.wall(stuff.material, it.depth)
        it.note("backdrop", stuff)
        said = stuff.words
    if spec.extra:
        colour = (196.0, 190.0, 182.0)
        stuff = Stuff(m.solid(colour, 0.8), "", "light grey", linear(colour))
        _EXTRAS[spec.extra](stuff.material, it.depth)
        if not spec.podium:  # one recolourable region of a name
            it.note("podium", stuff)
        said += {"arch": " with an arch", "disc": " with a large disc", "steps": " with steps"}[spec.extra]
    it.row["backdrop"] = f"{'an' if said[0] in 'aeiou' else 'a'} {said}"


def _light(studio: Studio, it: Set) -> None:
    """A neutral fill so that whites stay white, or the place's own light; then the key light."""
    spec, rng = it.spec, it.rng
    strength = AMBIENT[spec.mood]
    if spec.open_air:
        strength, tint = SKY[spec.hard]
        sets.world(strength, tint=tint)
    elif spec.env:
        image, words = studio.environments[spec.env]
        if not spec.wall:
            it.row["backdrop"] = f"{words}, out of focus"
        turn = math.pi / 2 - 2 * math.pi * spec.facing  # unturned, column 1/4 is seen along +y
        sets.world(strength * (9.0 if "night" in spec.env else 1.0), image, turn)
    else:
        sets.world(strength, tint=(1, 0.985, 0.965))
    hard = spec.hard
    height = 78.0 if spec.side == "above" else rng.uniform(28, 40) if hard else rng.uniform(34, 50)
    toward = sets.direction(
        rng.uniform(*(HARD_AZIMUTHS if hard else AZIMUTHS).get(spec.side, AZIMUTHS[spec.side])), height
    )
    it.toward = toward
    centre = sets.point(0, 0, 0.4 + it.lift)
    tint = TINTED.get(str(spec.wall)) or sets.TINTS.get(spec.mood, (1, 0.97, 0.93))
    if hard:
        sets.sun(toward, rng.uniform(3.2, 4.0), tint)
        if spec.shadow:
            sets.shadow(rng, spec.shadow, centre, toward)
    elif spec.open_air:
        sets.sun(toward, rng.uniform(1.5, 1.9), tint, OVERCAST)
    else:
        away, side = SOFTBOX
        watts = away * away * (24 if spec.mood == "moody" else 40)
        sets.softbox(centre + toward * away, centre, watts, side, tint)
    if spec.open_air:
        places.shade(rng, str(spec.wall).partition(":")[2], toward)
    it.row |= {"light": sets.light_words(spec.mood, hard, spec.side, spec.shadow), "mood": spec.mood}
    it.row |= {"light_side": spec.side, "hard_light": hard}


def _camera(studio: Studio, it: Set) -> None:
    """The stand at (0.5, 0.72), a product of 0.8 units filling 0.4 of the height; sharp at the stand."""
    lens = it.rng.choice([55, 65, 75])
    distance = 0.8 / 0.4 * lens / 36
    shift = (0.0, 0.0 if it.spec.top else 0.22)
    camera = studio.camera((0, 0, it.lift), lens, distance, it.row["elevation"], shift)
    studio.focus(camera, distance, _stop(it.spec) * distance / 3)
    studio.look("AgX", "AgX - Punchy")


def _stop(spec: Spec) -> float:
    """For a camera 3 units away; ground that leads to what is far is sharp about the stand alone."""
    return 0.55 if spec.open_air else 0.9 if spec.far else 3.0


def _places(studio: Studio, it: Set) -> None:
    """Where things are in the picture, by the true camera."""
    row, spec = it.row, it.spec
    stand = studio.where((0, 0, it.lift))
    left, right = studio.where((-0.5, 0, it.lift)), studio.where((0.5, 0, it.lift))
    row["stand"] = [round(v, 4) for v in stand]
    row["unit"] = round(right[0] - left[0], 4)
    row["stand_width"] = round(row["unit"] * it.room, 4)
    ends = TABLE if spec.far else it.depth
    sunk = (laid.SUNK | carpets.SUNK).get(spec.surface.partition(":")[0], 0.0)
    endless = spec.sweep or spec.top or spec.open_air
    row["horizon"] = None if endless else round(studio.where((0, ends, -sunk))[1], 4)


def standing_room(studio: Studio, it: Set) -> list[list[float]] | None:
    """Outline of the podium's top in 0..1 of the plate's sides; None: the ground goes on."""
    if not it.spec.podium:
        return None
    radius, height = PODIUM
    if it.spec.podium == "square":
        turns = [math.pi * (k + 0.5) / 2 for k in range(4)]
        radius *= math.sqrt(2)
    else:
        turns = [math.pi * k / 16 for k in range(32)]
    ends = [studio.where((radius * math.cos(t), radius * math.sin(t), height)) for t in turns]
    return [[round(x, 4), round(y, 4)] for x, y in ends]


def _caption(row: dict[str, Any]) -> str:
    ground = f"{row['podium']} on {row['surface']}" if row["podium"] else row["surface"]
    parts = [f"on {ground}", row["backdrop"], *row["props"], row["light"], row["view"], STYLE[row["mood"]]]
    return ", ".join(part for part in parts if part)

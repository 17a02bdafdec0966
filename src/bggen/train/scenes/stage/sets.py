"""Empty sets: floor, backdrop, podium, light, and what throws shadows into the picture.

The stand is at the origin, the camera looks along +y, the wall is at y = depth.
"""

from __future__ import annotations

import math
from typing import Any

import bpy
from mathutils import Vector

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.emitters import luminous
from bggen.train.scenes.matter.materials import solid, woven
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import COLOURS, Rng
from bggen.train.scenes.outdoors import canvas, landscapes

SIDES = {
    "left": "from the left", "right": "from the right", "behind": "from behind",
    "front": "from the front", "above": "from above",
}  # fmt: skip
SHADOWS = {
    "blinds": " with window blind shadows", "leaves": " with leaf shadows", "window": " with window shadows"
}  # fmt: skip
MOODS = {
    "bright": "bright ", "warm": "warm ", "cool": "cool ", "moody": "moody low-key ",
    "sunset": "golden hour ", "natural": "natural ",
}  # fmt: skip
FAR = 6.0  # where landscapes hang, units behind the stand
CAMERA = 3.6  # how far from the stand cameras mostly are
SKY = 0.64  # of a landscape's height
RAISED, RAISED_SKY = 18.0, 0.22  # degrees from which a camera sees more of the ground, and what is sky then
TINTS = {"warm": (1, 0.78, 0.52), "sunset": (1, 0.58, 0.3), "cool": (0.72, 0.85, 1)}


def light_words(mood: str, hard: bool, side: str, shadow: str | None) -> str:
    """`bright hard sunlight from the left with leaf shadows`."""
    said = MOODS.get(mood, "") + ("hard sunlight " if hard else "soft light ") + SIDES[side]
    return said + (SHADOWS[shadow] if shadow else "")


def floor(material: Material, back: float, height: float = 0.0) -> None:
    """A table or floor that ends `back` units behind the stand."""
    points = [(-10, -7, height), (10, -7, height), (10, back, height), (-10, back, height)]
    g.mesh("floor", points, [(0, 1, 2, 3)], material)


def sweep(material: Material, depth: float) -> None:
    """Seamless paper that curves up at `depth`."""
    turns = [k * math.pi / 48 for k in range(25)]
    bend = [(depth - 0.9 + math.sin(a), 1 - math.cos(a)) for a in turns]  # a quarter circle of radius 1
    g.strip("floor", [(-7, 0), *bend, (depth + 0.1, 9)], 10, material)


def wall(material: Material, depth: float) -> None:
    """A flat wall; its texture lies in its own plane."""
    thing = g.mesh("wall", [(-10, -6, 0), (10, -6, 0), (10, 6, 0), (-10, 6, 0)], [(0, 1, 2, 3)], material)
    thing.location, thing.rotation_euler = (0, depth, 0), (math.pi / 2, 0, 0)


def curtain(rng: Rng, colour: str, depth: float) -> str:
    """Hanging folds -> words."""
    points: list[g.Point] = []
    count = 500
    for k in range(count):
        x = -7 + 14 * k / (count - 1)
        y = depth + 0.1 * math.sin(x * 9 + 0.8 * math.sin(x * 2.3)) + 0.03 * math.sin(x * 23)
        points += [(x, y, -0.1), (x, y, 6)]
    faces = [(2 * k, 2 * k + 2, 2 * k + 3, 2 * k + 1) for k in range(count - 1)]
    g.mesh("wall", points, faces, woven(rng, COLOURS[colour], 60))
    return f"{colour} curtain"


def landscape(rng: Rng, name: str, elevation: float, side: str) -> str:
    """A painted landscape far behind the table, its horizon as high as a camera `elevation` degrees up."""
    tall = canvas.UNITS * canvas.SIZE[0] / canvas.SIZE[1]
    sky = SKY if elevation < RAISED else RAISED_SKY
    light, words = landscapes.paint(rng, name, sky, side)
    half, level = canvas.UNITS / 2, CAMERA * math.sin(math.radians(elevation))
    thing = g.mesh("wall", [(-half, 0, 0), (half, 0, 0), (half, tall, 0), (-half, tall, 0)], [(0, 1, 2, 3)])
    thing.data.materials.append(luminous(light))
    thing.location, thing.rotation_euler = (0, FAR, level - (1 - sky) * tall), (math.pi / 2, 0, 0)
    return words


def leafy_wall(rng: Rng, depth: float) -> None:
    """Leaves in front of a dark green wall, from the floor up."""
    wall(solid((46, 66, 38), 0.8), depth)
    greens = [solid(c, 0.5) for c in ((52, 96, 44), (74, 120, 60), (40, 80, 50), (96, 138, 74))]
    for k in range(900):
        at = (rng.uniform(-3, 3), depth - rng.uniform(0.02, 0.3), rng.uniform(-0.1, 3))
        turn = (rng.uniform(1, 2.2), rng.uniform(-0.5, 0.5), rng.uniform(0, 6.28))
        g.leaf("leaf", rng.uniform(0.14, 0.34), rng.uniform(0.04, 0.1), greens[k % len(greens)], at, turn)


def arch(material: Material, depth: float, radius: float = 0.75, height: float = 0.7, x: float = 0.0) -> None:
    """A flat arch before the wall."""
    bow = [
        (-radius * math.cos(t), height + radius * math.sin(t)) for t in (math.pi * k / 48 for k in range(49))
    ]
    g.panel("arch", [(-radius, 0), *bow, (radius, 0)], 0.15, material, (x, depth - 0.35, 0))


def disc(material: Material, depth: float, radius: float = 0.75, height: float = 0.8, x: float = 0.0) -> None:
    """A big round before the wall."""
    turns = [2 * math.pi * k / 96 for k in range(96)]
    outline = [(radius * math.cos(t), radius * math.sin(t)) for t in turns]
    g.panel("disc", outline, 0.08, material, (x, depth - 0.3, height))


def steps(material: Material, depth: float, x: float = 1.05, count: int = 4) -> None:
    """Stairs at one side, rising to the wall."""
    for k in range(count):
        length = 1.2 - 0.25 * k
        g.box("step", (0.8, length, 0.16), material, 0.006, (x, depth - length / 2 - 0.02, 0.16 * k))


def podium(material: Material, shape: str, radius: float, height: float) -> None:
    """A `round`, `square` or `stepped` stand under the product."""
    if shape == "square":
        g.box("podium", (radius * 2, radius * 2, height), material, 0.012)
    else:
        g.lathe("podium", [(radius, 0), (radius, height)], material, 128)
    if shape == "stepped":
        g.lathe("podium", [(radius * 1.6, 0), (radius * 1.6, height * 0.5)], material, 128)


def world(strength: float, image: Any = None, turn: float = 0.0, tint: g.Point = (1, 1, 1)) -> None:
    """Light from all around: an environment picture turned by `turn`, or plain `tint`."""
    made = bpy.data.worlds.new("world")
    bpy.context.scene.world = made
    made.use_nodes = True
    made.cycles.sampling_method, made.cycles.sample_map_resolution = "MANUAL", 128
    tree = made.node_tree
    background = tree.nodes["Background"]
    background.inputs[0].default_value, background.inputs[1].default_value = (*tint, 1), strength
    if image is None:
        return
    texture = tree.nodes.new("ShaderNodeTexEnvironment")
    mapping, coordinates = tree.nodes.new("ShaderNodeMapping"), tree.nodes.new("ShaderNodeTexCoord")
    texture.image = image
    mapping.inputs["Rotation"].default_value[2] = turn
    tree.links.new(coordinates.outputs["Generated"], mapping.inputs[0])
    tree.links.new(mapping.outputs[0], texture.inputs[0])
    tree.links.new(texture.outputs[0], background.inputs[0])


def point(x: float, y: float, z: float) -> Any:
    """A place to reckon with."""
    return Vector((x, y, z))


def direction(azimuth: float, elevation: float) -> Any:
    """Unit vector to the light; degrees, azimuth 0 = right, 90 = behind, 180 = left, 270 = front."""
    a, e = math.radians(azimuth), math.radians(elevation)
    return Vector((math.cos(a) * math.cos(e), math.sin(a) * math.cos(e), math.sin(e)))


def _lamp(kind: str, energy: float, tint: g.Point) -> tuple[Any, Any]:
    data = bpy.data.lights.new(kind.lower(), kind)
    data.energy, data.color = energy, tint
    thing = bpy.data.objects.new(kind.lower(), data)
    bpy.context.scene.collection.objects.link(thing)
    return data, thing


def sun(toward: Any, energy: float, tint: g.Point, blur: float = 1.2) -> None:
    """Hard light; `blur` is the sun's size in degrees."""
    data, thing = _lamp("SUN", energy, tint)
    data.angle = math.radians(blur)
    thing.rotation_euler = (-toward).to_track_quat("-Z", "Y").to_euler()


def softbox(at: Any, target: Any, power: float, size: float, tint: g.Point) -> Any:
    """A square lamp, `power` in watts, `size` in units."""
    data, thing = _lamp("AREA", power, tint)
    data.size = size
    thing.location = at
    thing.rotation_euler = (Vector(target) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    return thing


def glow(power: float, at: g.Point, tilt: float, spread: float) -> None:
    """A spot on the wall behind; angles in radians."""
    data, thing = _lamp("SPOT", power, (1, 1, 1))
    data.spot_size, data.spot_blend, data.shadow_soft_size = spread, 1, 0.2
    thing.location, thing.rotation_euler = at, (tilt, 0, 0)


def shadow(rng: Rng, kind: str, centre: Any, toward: Any) -> None:
    """Something out of the picture, between the sun and the set, that is seen by its shadow alone."""
    holder = g.empty("shadow", centre + toward * 4)
    holder.rotation_euler = toward.to_track_quat("Z", "Y").to_euler()
    dark = solid((40, 40, 40), 0.9)
    parts = {"blinds": _blinds, "window": _window, "leaves": _branches}[kind](rng, dark)
    for thing in parts:
        thing.parent = holder
        thing.visible_camera = thing.visible_diffuse = thing.visible_glossy = False


def _card(x: float, y: float, half_width: float, half_height: float, dark: Material) -> Any:
    w, h = half_width, half_height
    thing = g.mesh(
        "card", [(-w, -h, 0), (w, -h, 0), (w, h, 0), (-w, h, 0)], [(0, 1, 2, 3)], dark, smooth=False
    )
    thing.location = (x, y, 0)
    return thing


def _blinds(rng: Rng, dark: Material) -> list[Any]:
    gap = rng.uniform(0.18, 0.3)
    return [_card(0, k * gap, 4, gap * 0.22, dark) for k in range(-16, 17)]


def _window(rng: Rng, dark: Material) -> list[Any]:
    """Panes between thin bars; the frame leaves most of the set in the sun."""
    wide = rng.uniform(0.6, 0.9)
    bars = [_card((k + 0.5) * wide, 0, 0.045, 5, dark) for k in range(-3, 3)]
    bars += [_card(0, (k + 0.5) * wide * 1.25, 5, 0.045, dark) for k in range(-3, 3)]
    return bars + [_card(sign * (wide * 2.5 + 2), 0, 2, 6, dark) for sign in (-1, 1)]


def _branches(rng: Rng, dark: Material) -> list[Any]:
    """A few twigs with leaves along them, coming in from the edges."""
    made = []
    for _ in range(rng.randint(6, 8)):
        turn, x, y = rng.uniform(0, 6.28), rng.uniform(-1.3, 1.3), rng.uniform(-0.9, 0.9)
        for k in range(9):
            px, py = x + 0.17 * k * math.cos(turn), y + 0.17 * k * math.sin(turn)
            tilt = (rng.uniform(-0.4, 0.4), 0.0, turn - math.pi / 2 + (0.7 if k % 2 else -0.7))
            made.append(
                g.leaf("leaf", rng.uniform(0.22, 0.38), rng.uniform(0.04, 0.07), dark, (px, py, 0), tilt)
            )
    return made

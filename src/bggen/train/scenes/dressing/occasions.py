"""What feasts and calm hours bring: jack-o'-lanterns, balloons, soap bubbles."""

from __future__ import annotations

import math
from collections.abc import Callable

import bpy
import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.materials import grainy, solid
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import COLOURS, Colour, Rng

_FACES: list[list[list[tuple[float, float]]]] = [  # eyes, nose and mouth in radii of the pumpkin, x and z
    [
        [(-0.52, 0.2), (-0.14, 0.2), (-0.33, 0.5)], [(0.14, 0.2), (0.52, 0.2), (0.33, 0.5)],
        [(-0.09, 0.02), (0.09, 0.02), (0.0, 0.17)],
        [
            (-0.62, 0.02), (-0.44, -0.1), (-0.34, -0.1),
            (-0.3, -0.22), (-0.16, -0.24), (-0.13, -0.14), (0.04, -0.15),
            (0.07, -0.25), (0.24, -0.23), (0.3, -0.11),
            (0.44, -0.1), (0.62, 0.02), (0.46, -0.28), (0.24, -0.42),
            (0.14, -0.43), (0.1, -0.35), (-0.06, -0.35), (-0.1, -0.44), (-0.24, -0.42), (-0.46, -0.28),
        ],
    ],
    [
        [(-0.5, 0.38), (-0.16, 0.2), (-0.24, 0.14), (-0.44, 0.18)],
        [(0.5, 0.38), (0.44, 0.18), (0.24, 0.14), (0.16, 0.2)],
        [(-0.07, 0.0), (0.07, 0.0), (0.0, 0.12)],
        [
            (-0.56, -0.04), (-0.36, -0.14), (-0.24, -0.04),
            (-0.12, -0.16), (0.0, -0.06), (0.12, -0.16), (0.24, -0.04),
            (0.36, -0.14), (0.56, -0.04), (0.36, -0.36),
            (0.24, -0.26), (0.12, -0.4), (0.0, -0.3), (-0.12, -0.4),
            (-0.24, -0.26), (-0.36, -0.36),
        ],
    ],
]  # fmt: skip


def _jack_o_lanterns(it: Corner) -> list[str]:
    """A big one at one side, a small one at the other, a light within each."""
    skin = grainy((236, 122, 34), 7, 0.12, 0.12, 0.4)
    first, y = it.spot(0.21)
    _lantern(it.rng, 0.21, (first, y, 0.0), -0.35 * math.copysign(1.0, first), _FACES[0], skin)
    x, y = s.across(it, 0.14, first)
    _lantern(it.rng, 0.14, (x, y, 0.0), -0.35 * math.copysign(1.0, x), _FACES[1], skin)
    return ["jack-o'-lanterns"]


def _lantern(
    rng: Rng, r: float, at: g.Point, turn: float, face: list[list[tuple[float, float]]], skin: Material
) -> None:
    """A hollow pumpkin, its face looking along -y when unturned."""
    shells = []
    for share in (1.0, 0.86):
        profile = [
            (0.001, 0.1), (0.2, 0.04), (0.45, 0.02), (0.8, 0.2),
            (0.98, 0.52), (1.0, 0.78), (0.9, 1.1), (0.66, 1.38),
            (0.4, 1.46), (0.16, 1.38), (0.001, 1.34),
        ]  # fmt: skip
        rings, turns = s.spun([(a, b) for a, b in profile], 200, 90)
        lobes = 0.89 + 0.11 * np.abs(np.sin(6 * turns + 0.4)) ** 0.55
        uneven = 1 + 0.02 * np.sin(2 * turns + rng.uniform(0, 6))
        rings[..., :2] *= (lobes * uneven)[:, None]
        rings = r * (np.array([0, 0, 0.74]) + share * (rings - np.array([0, 0, 0.74])))
        shells.append(s.sheet(rings if share == 1 else rings[::-1], 0.5, around=True))
    pumpkin = s.put("pumpkin", shells, skin)
    lit = Shader("flesh", (250, 170, 60), 0.7)
    lit.set("Emission Color", (1.0, 0.56, 0.03, 1.0))
    lit.set("Emission Strength", 1.0)
    pumpkin.data.materials.append(lit.material)
    for polygon in list(pumpkin.data.polygons)[len(shells[0].faces) :]:
        polygon.material_index = 1
    rim = Shader("rim", (246, 186, 84), 0.6)
    rim.set("Emission Color", (1.0, 0.5, 0.12, 1.0))
    rim.set("Emission Strength", 0.6)
    pumpkin.location, pumpkin.rotation_euler[2] = at, turn
    for outline in face:
        scaled = [(r * x, r * (0.78 + 1.15 * z)) for x, z in outline]
        cutter = g.panel("cutter", scaled, r * 1.1, rim.material, (0, 0, 0))
        _outward(cutter)
        for vertex in cutter.data.vertices:
            vertex.co[1] -= 1.25 * r
        cutter.location, cutter.rotation_euler[2] = at, turn
        cutter.hide_render = True
        cut = pumpkin.modifiers.new("cut", "BOOLEAN")
        cut.operation, cut.solver, cut.object, cut.material_mode = "DIFFERENCE", "EXACT", cutter, "TRANSFER"
    t = np.linspace(0, 1, 14)[:, None]
    path = r * (np.array([0, 0, 1.32]) + t * np.array([0.05, 0, 0.34]) + t**2 * np.array([0.16, 0.05, 0.02]))
    stalk = s.tube(path, r * (0.12 - 0.05 * t[:, 0] + 0.05 * (1 - t[:, 0]) ** 6), sides=6)
    s.put("stalk", [s.turned(stalk, (0, 0, turn), at)], grainy((118, 112, 62), 40, 0.3, 0.4, 0.8))


def _outward(thing: g.Thing) -> None:
    """Faces in one order, for a cut needs an inside."""
    bpy.context.view_layer.objects.active = thing
    bpy.ops.object.mode_set(mode="EDIT")
    bpy.ops.mesh.select_all(action="SELECT")
    bpy.ops.mesh.normals_make_consistent(inside=False)
    bpy.ops.object.mode_set(mode="OBJECT")


def _balloons(it: Corner) -> list[str]:
    """Small party balloons on strings at both sides, the farther the higher; two lie on the ground."""
    names = ("blush pink", "pastel blue", "cream", "lavender", "mint green", "pastel yellow")
    latex = [_latex(COLOURS[name]) for name in names]
    string = solid((226, 220, 210), 0.7)
    order = it.rng.sample(range(6), 6)
    for side in (-1.0, 1.0):
        for k in range(4):
            r = it.rng.uniform(0.155, 0.185)
            away = (0.92, 1.1, 0.84, 1.22)[k] + it.rng.uniform(-0.04, 0.04)
            y = (0.15, 0.5, 0.75, 0.95)[k]
            z = (0.62, 0.98, 1.3, 0.66)[k] + it.rng.uniform(-0.06, 0.06) + 0.09 * side
            turn = (
                it.rng.uniform(-0.15, 0.15),
                0.16 * side + it.rng.uniform(-0.12, 0.12),
                it.rng.uniform(0, 6),
            )
            _balloon(r, (side * away, y, z), turn, latex[order[(k + (side > 0) * 3) % 6]])
            knot = np.array([side * away, y, z]) + s.rotated(np.array([0, 0, -1.33 * r]), turn)
            foot = np.array([side * (0.98 + 0.03 * k), 0.4, -0.02])
            path = s.bow(knot, np.array([0.06 * side * (-1) ** k, 0.0, -0.5 * z]), foot, 30)
            s.put("string", [s.tube(path, 0.0022)], string)
    for k in range(2):
        x, y = it.spot(0.14)
        aside = math.copysign(it.rng.uniform(0.5, 0.9), -x)
        _balloon(0.135, (x, y, 0.133), (-1.45, 0.0, aside), latex[order[k + 4]])
    return ["balloons"]


def _latex(colour: tuple[float, float, float]) -> Material:
    """Glossy rubber that lets some light through."""
    shader = Shader("latex", colour, 0.16)
    shader.set("Subsurface Weight", 0.3)
    shader.set("Subsurface Radius", (0.2, 0.15, 0.12))
    shader.set("Subsurface Scale", 0.3)
    shader.set("Coat Weight", 0.3)
    shader.set("Coat Roughness", 0.05)
    return shader.material


def _balloon(r: float, at: g.Point, turn: g.Point, latex: Material) -> None:
    """A drop of rubber around `at`, its knot below."""
    profile = [
        (0.001, -1.36), (0.075, -1.37), (0.06, -1.31),
        (0.03, -1.27), (0.055, -1.22), (0.16, -1.13), (0.4, -0.92),
        (0.72, -0.56), (0.94, -0.12), (1.0, 0.2), (0.93, 0.58), (0.66, 0.95), (0.3, 1.14), (0.001, 1.18),
    ]  # fmt: skip
    rings, _ = s.spun(profile, 96, 120)
    s.put("balloon", [s.turned(s.sheet(rings, 0.5, around=True), turn, at, r)], latex)


def _bubbles(it: Corner) -> list[str]:
    """They float at both sides, large and small."""
    film = _film()
    there = list[tuple[float, float, float, float]]()
    for k in range(20):
        r = (0.15, 0.11, 0.085, 0.06, 0.045, 0.03)[k % 6] * it.rng.uniform(0.85, 1.15)
        side = 1.0 if (k + k // 6) % 2 else -1.0
        for _ in range(30):  # where none is yet
            y = it.rng.uniform(0.0, 0.9)
            away = it.rng.uniform(0.6 + r, 0.85 + 0.28 * y + 0.3 * r)
            z = it.rng.uniform(0.14 + r, 1.4 + 0.2 * y - r)
            if all(math.dist((side * away, y, z), one[:3]) > 1.15 * (r + one[3]) for one in there):
                break
        there.append((side * away, y, z, r))
        _bubble(r, (side * away, y, z), film)
    return ["soap bubbles"]


def _bubble(r: float, at: g.Point, film: Material) -> None:
    """No mesh: masks of what takes a colour leave such a thing its own material, clear as it is."""
    bpy.ops.surface.primitive_nurbs_surface_sphere_add(radius=r, location=at)
    ball = bpy.context.object
    ball.data.resolution_u = ball.data.resolution_v = 12
    ball.data.materials.append(film)
    ball.visible_shadow = False  # a film takes next to no light


def _film() -> Material:
    """Soap: bands of colour by how thick it is, clear in its middle."""
    shader = Shader("film", rough=0.02)
    shader.set("Metallic", 1.0)
    facing = shader.node("ShaderNodeLayerWeight", Blend=0.35).outputs["Facing"]
    drift = shader.noise(shader.warped(shader.place(), 2.5, 0.35), 5.0, 2, 0.5)
    bands = shader.maths("FRACT", shader.sums(facing, 1.6, shader.sums(drift.outputs[0], 2.4)))
    hues: list[Colour] = [
        (255, 96, 160), (255, 196, 80), (120, 236, 160), (70, 170, 255), (160, 100, 255), (255, 96, 160)
    ]  # fmt: skip
    stops = [(k / 5, hue) for k, hue in enumerate(hues)]
    shader.feed("Base Color", shader.ramp(bands, stops))
    shader.feed("Alpha", shader.sums(shader.maths("POWER", facing, 1.9), 0.85, 0.08))
    return shader.material


MAKERS: dict[str, Callable[[Corner], list[str]]] = {
    "jack-o'-lanterns": _jack_o_lanterns, "balloons": _balloons, "bubbles": _bubbles
}  # fmt: skip

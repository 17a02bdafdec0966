"""A laptop, open, its screen lit."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.slabs import oblong, slab
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.emitters import luminous
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, linear

WIDE, DEEP, THICK, LID = 0.27, 0.185, 0.016, 0.0095  # half as wide and deep; how thick its halves are
OPEN = math.radians(111)
LARGE = 1.25  # times all of these
SCREEN = (0.254, 0.16)  # half of what is lit
PITCH, CAP = 0.033, 0.0143  # of keys, and half of one of them
_ROWS = [
    [1.0] * 13 + [1.5], [1.5] + [1.0] * 13, [1.75] + [1.0] * 11 + [1.75], [2.25] + [1.0] * 10 + [2.25],
    [1.0, 1.0, 1.0, 1.25, 5.0, 1.25, 1.0, 1.0, 1.0, 1.0],
]  # fmt: skip
_DUSK: list[Colour] = [(38, 50, 96), (92, 88, 150), (190, 138, 170), (244, 190, 160), (250, 224, 196)]


def _laptop(it: Corner) -> list[str]:
    """Half turned to the product."""
    x, y = it.spot(0.4)
    side = math.copysign(1.0, x)
    turn, at = -0.3 * side, (x, y - 0.02, 0.004)
    metal, black = _metal(), _black()

    def put(name: str, parts: list[s.Patch], stuff: Material) -> g.Thing:
        return s.put(name, [s.turned(part, (0, 0, turn), at, LARGE) for part in parts], stuff)

    base = slab(oblong((WIDE, DEEP), 0.018, 12, 30), THICK, 0.0028, 0.02, foot=1.0)
    pad = s.turned(
        slab(oblong((0.088, 0.052), 0.005, 8, 20), 0.0008, 0.0003, 0.02),
        (0, 0, 0),
        (0, -0.118, THICK - 0.0001),
    )
    put("base", [base], metal)
    put("pad", [pad], _metal(0.32))
    put("keys", _keys(), black)
    lid = slab(oblong((WIDE, DEEP), 0.018, 12, 30), LID, 0.003, 0.02, foot=1.0)
    glass = slab(oblong((WIDE - 0.003, DEEP - 0.003), 0.016, 12, 30), 0.0012, 0.0003, 0.02)
    put("lid", [_raised(lid, 0.0)], metal)
    put("glass", [_raised(s.turned(glass, (math.pi, 0, 0), (0, 0, 0.0002)), 0.0)], _glass())
    hinge = s.tube(np.array([[-0.17, 0, 0], [0.17, 0, 0]], float), 0.0075, sides=24)
    put("hinge", [s.turned(hinge, (0, 0, 0), (0, DEEP - 0.007, THICK - 0.004))], black)
    flat = np.array(
        [
            [[-SCREEN[0], -SCREEN[1], 0], [SCREEN[0], -SCREEN[1], 0]],
            [[-SCREEN[0], SCREEN[1], 0], [SCREEN[0], SCREEN[1], 0]],
        ]
    )
    lit = s.turned(s.sheet(flat, 0.5), (math.pi, 0, 0), (0, 0.006, -0.0016))
    _lit(_raised(lit, 0.0), turn, at)
    return ["laptop"]


def _raised(part: s.Patch, by: float) -> s.Patch:
    """Of the lid as it would lie shut with its screen down on z = 0, its place when it is open."""
    about = s.turned(part, (0, 0, 0), (0, -DEEP, by))
    return s.turned(about, (-OPEN, 0, 0), (0, DEEP - 0.006, THICK + 0.002))


def _lit(screen: s.Patch, turn: float, at: g.Point) -> None:
    """A picture of its own light, its rows from below."""
    corners = s.turned(screen, (0, 0, turn), at, LARGE).points
    thing = g.mesh("screen", corners.tolist(), [(0, 1, 3, 2)], luminous(_dusk()), smooth=False)
    thing.data.uv_layers.new(name="uv")
    order = [(0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0)]
    thing.data.uv_layers[0].data.foreach_set("uv", np.array(order, np.float32).ravel())
    tree = thing.data.materials[0].node_tree
    tree.links.new(
        tree.nodes.new("ShaderNodeUVMap").outputs[0],
        next(n for n in tree.nodes if n.type == "TEX_IMAGE").inputs[0],
    )


def _dusk() -> np.ndarray:
    """Hills of light one behind the other (h, w, 3), linear."""
    v, u = np.meshgrid(np.linspace(0, 1, 200), np.linspace(0, 1, 320), indexing="ij")
    shades = np.array([linear(colour) for colour in _DUSK])
    picture = np.empty((*u.shape, 3))
    rise = (v * 1.1).clip(0, 1) ** 0.8 * 1.0
    for k in range(3):
        picture[..., k] = np.interp(0.55 + 0.45 * rise, np.linspace(0, 1, 5), shades[:, k])
    for n, (low, wave, phase) in enumerate(((0.62, 0.09, 0.4), (0.44, 0.12, 2.3), (0.24, 0.13, 4.0))):
        edge = low + wave * np.sin(4.2 * u + phase) + 0.04 * np.sin(9 * u + 2 * phase)
        cover = np.clip((edge - v) / 0.004, 0, 1)[..., None]
        fade = np.clip((edge - v) / 0.4, 0, 1)[..., None]
        tone = shades[2 - n] * (1 - 0.55 * fade) + 0.2 * shades[3] * (1 - fade) ** 3
        picture = picture * (1 - cover) + tone * cover
    return np.asarray(1.6 * picture, np.float32)


def _metal(rough: float = 0.4) -> Material:
    """Aluminium, blasted with beads."""
    shader = Shader("aluminium", (190, 191, 194), rough)
    shader.set("Metallic", 0.9)
    shader.bump(shader.noise(shader.place(), 420, 2, 0.5).outputs[0], 0.12, 0.0008)
    return shader.material


def _black() -> Material:
    shader = Shader("keys", (22, 23, 27), 0.55)
    return shader.material


def _glass() -> Material:
    """Black where nothing is lit."""
    shader = Shader("glass", (8, 8, 9), 0.08)
    return shader.material


def _keys() -> list[s.Patch]:
    """Six rows; the upper one is half as deep."""
    parts, z = list[s.Patch](), THICK - 0.0004
    lines = [([14.5 / 14] * 14, 0.5), *((row, 1.0) for row in _ROWS)]
    y = 0.138
    for row, deep in lines:
        x = -PITCH * sum(row) / 2
        y -= PITCH * deep / 2
        for wide in row:
            half = (wide * PITCH / 2 - (PITCH / 2 - CAP), deep * PITCH / 2 - (PITCH / 2 - CAP))
            cap = slab(oblong(half, 0.003, 4, 4), 0.0028, 0.0008, 0.05)
            parts.append(s.turned(cap, (0, 0, 0), (x + wide * PITCH / 2, y, z)))
            x += wide * PITCH
        y -= PITCH * deep / 2
    return parts


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"laptop": _laptop}

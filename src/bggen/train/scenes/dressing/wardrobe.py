"""Sunglasses and straw hats."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.slabs import closed
from bggen.train.scenes.matter.materials import metal
from bggen.train.scenes.matter.nodes import Material, Shader

_SHELL: Stops = [
    (0.3, (18, 9, 5)), (0.46, (52, 24, 9)), (0.56, (116, 58, 18)), (0.7, (186, 112, 44)),
    (0.85, (206, 140, 66)),
]  # fmt: skip
_ONYX: Stops = [(0.0, (13, 12, 12)), (1.0, (17, 16, 16))]
_BROWN: Stops = [(0.0, (92, 58, 36)), (0.45, (54, 32, 22)), (1.0, (24, 15, 11))]
_SMOKE: Stops = [(0.0, (64, 66, 68)), (0.45, (34, 35, 37)), (1.0, (14, 14, 15))]
#: the right lens seen from before, x from the middle of the nose, z from the ground; counterclockwise
_LENS = [
    (0.024, 0.098), (0.022, 0.07), (0.032, 0.036), (0.06, 0.015), (0.1, 0.009), (0.142, 0.018),
    (0.171, 0.045),
    (0.184, 0.085), (0.183, 0.112), (0.165, 0.127), (0.12, 0.132), (0.072, 0.129), (0.038, 0.121),
]  # fmt: skip
HINGE, BACK = (0.197, 0.117), 0.012


def _sunglasses(it: Corner) -> list[str]:
    """A folded pair that stands on its rims; another, turned the other way."""
    x, y = it.spot(0.23)
    lean = -0.12 if not it.flat_lay else -1.42  # on rims and temples, or on its folded temples
    _pair((x, y), -0.28 * math.copysign(1.0, x), lean, (_acetate(_SHELL), _tinted(_BROWN)))
    x, y = it.spot(0.23)
    _pair((x, y), 0.4 * math.copysign(1.0, x), lean, (_acetate(_ONYX), _tinted(_SMOKE)))
    return ["sunglasses"]


def _acetate(stops: Stops) -> Material:
    """Polished; its blotches drawn out."""
    shader = Shader("acetate", rough=0.1)
    at = shader.warped(shader.place(1, stretch=(1, 1, 1.2)), 20, 0.03, 2)
    shader.feed("Base Color", shader.ramp(shader.noise(at, 30, 2, 0.5, 0.6).outputs[0], stops))
    shader.set("Coat Weight", 0.5)
    shader.set("Coat Roughness", 0.04)
    return shader.material


def _tinted(stops: Stops) -> Material:
    """Dark glass, darker above."""
    shader = Shader("lens", rough=0.03)
    shader.feed("Base Color", shader.ramp(s.shade_of(shader), stops))
    shader.set("Specular IOR Level", 0.6)
    shader.set("Coat Weight", 0.3)
    return shader.material


def _bent(points: s.Floats) -> s.Floats:
    """The face's curve: the farther from the nose, the farther back."""
    made = points.copy()
    made[..., 1] += 0.75 * points[..., 0] ** 2
    return made


def _bar(path: s.Floats, side: s.Floats, wide: s.Floats, deep: s.Floats, around: bool = False) -> s.Patch:
    """A bar along a path (n, 3) with rounded edges: `wide` to each side along `side`, `deep` across."""
    way = np.gradient(path, axis=0) if not around else np.roll(path, -1, 0) - np.roll(path, 1, 0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    side = side - way * (side * way).sum(1, keepdims=True)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    third = np.cross(way, side)
    a = np.arange(28) * 2 * math.pi / 28
    c, d = (np.sign(f(a)) * np.abs(f(a)) ** 0.5 for f in (np.cos, np.sin))
    wide, deep = (np.broadcast_to(v, (len(path),))[:, None, None] for v in (wide, deep))
    rings = path[:, None] + wide * c[:, None] * side[:, None] + deep * d[:, None] * third[:, None]
    if around:
        rings = np.concatenate([rings, rings[:1]])
    else:  # closed at its ends
        rings = np.concatenate([0 * rings[:1] + path[0], rings, 0 * rings[:1] + path[-1]])
    return s.sheet(rings, 0.5, around=True)


def _front() -> tuple[list[s.Patch], list[s.Patch]]:
    """Rims with a bridge and end pieces, and the lenses; standing, seen from -y."""
    outline = closed(_LENS, 12)
    ahead = np.roll(outline, -1, 0) - np.roll(outline, 1, 0)
    out = np.stack([ahead[:, 1], -ahead[:, 0]], 1) / np.hypot(*ahead.T)[:, None]
    rims, lenses = list[s.Patch](), list[s.Patch]()
    high = np.clip((outline[:, 1] - 0.02) / 0.11, 0, 1)
    wide = 0.0058 + 0.0032 * high**2
    for sign in (1.0, -1.0):
        path = np.column_stack([sign * outline[:, 0], 0 * outline[:, 0], outline[:, 1]])
        way = np.column_stack([sign * out[:, 0], 0 * out[:, 0], out[:, 1]])
        path = path + (wide - 0.002)[:, None] * way
        rims.append(_bar(_bent(path), way, wide, np.full(len(path), 0.0075), around=True))
        middle = outline.mean(0)
        share = np.linspace(0, 1, 16)[:, None, None]
        flat = middle + share * (outline - middle)
        glass = np.stack(
            [
                sign * flat[..., 0],
                -0.0015 - 0.004 * (1 - share[..., 0] ** 2) + 0 * flat[..., 0],
                flat[..., 1],
            ],
            2,
        )
        lenses.append(
            s.sheet(_bent(glass)[:, :: int(sign)], np.clip(flat[..., 1] / 0.135, 0, 1), around=True)
        )
        ends = np.array(
            [[0.174, 0, 0.116], [0.186, 0.0, 0.118], [HINGE[0], 0.0, HINGE[1]], [0.2015, 0.004, HINGE[1]]]
        )
        ends[:, 0] *= sign
        up = np.repeat([[0.0, 0.0, 1.0]], 4, 0)
        rims.append(_bar(_bent(ends), up, np.array([0.011, 0.0105, 0.0095, 0.0085]), np.full(4, 0.0072)))
    t = np.linspace(-1, 1, 30)
    arch = np.column_stack([0.03 * t, 0 * t, 0.101 + 0.008 * (1 - t**2)])
    rims.append(
        _bar(_bent(arch), np.repeat([[0.0, 0.0, 1.0]], 30, 0), 0.0085 + 0.004 * t**2, np.full(30, 0.007))
    )
    return rims, lenses


def _temple(sign: float, behind: float) -> s.Patch:
    """From its hinge across to the other side behind the rims, its end bent down to the ground."""
    t = np.linspace(0, 1, 70)
    x = sign * (HINGE[0] - 0.002 - 0.385 * t)
    edge = 0.75 * HINGE[0] ** 2 + BACK
    y = edge + behind * np.clip(t / 0.12, 0, 1) + 0.012 * t
    drop = np.clip((t - 0.66) / 0.34, 0, 1)
    z = HINGE[1] - 0.004 * t - 0.098 * drop**1.7
    path = np.column_stack([x, y, z])
    wide = 0.0092 - 0.0035 * np.sin(math.pi * np.clip(t / 0.8, 0, 1)) + 0.0015 * drop
    wide *= np.sqrt(np.clip((1.004 - t) / 0.04, 0, 1))
    up = np.repeat([[0.0, 0.0, 1.0]], 70, 0)
    return _bar(path, up + np.column_stack([sign * drop, 0 * drop, 0 * drop]), wide, np.full(70, 0.0048))


def _pair(at: tuple[float, float], turn: float, lean: float, stuffs: tuple[Material, Material]) -> None:
    """Leaning back by `lean`, its lowest point on the ground."""
    rims, lenses = _front()
    temples = [_temple(1.0, 0.004), _temple(-1.0, 0.0175)]
    frame = [s.turned(part, (lean, 0, 0)) for part in [*rims, *temples]]
    low = min(float(part.points[:, 2].min()) for part in frame)
    for name, parts, stuff in (
        ("frame", frame, stuffs[0]),
        ("lenses", [s.turned(p, (lean, 0, 0)) for p in lenses], stuffs[1]),
    ):
        s.put(name, [s.turned(part, (0, 0, turn), (*at, -low)) for part in parts], stuff)
    pins = []
    for sign in (1.0, -1.0):
        for dz in (-0.004, 0.004):
            spot = _bent(np.array([[sign * 0.187, -0.0075, HINGE[1] + dz]]))
            dot = np.concatenate([spot, spot + np.array([[0, 0.003, 0]])])
            pins.append(
                s.turned(
                    _bar(dot, np.repeat([[1.0, 0, 0]], 2, 0), np.full(2, 0.0016), np.full(2, 0.0016)),
                    (lean, 0, 0),
                )
            )
    s.put("pins", [s.turned(part, (0, 0, turn), (*at, -low)) for part in pins], metal((214, 190, 150), 0.2))


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"sunglasses": _sunglasses}

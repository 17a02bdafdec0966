"""Building blocks of painted wood."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.dressing.slabs import oblong, slab
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, Rng, mixed, scaled

SIDE, ROUND = 0.11, 0.006  # of a cube, and how far its edges are worn round
_PAINTS: dict[str, Colour] = {
    "rose": (222, 158, 146), "sage": (150, 172, 146), "mustard": (222, 176, 92), "blue": (136, 168, 190),
    "beech": (222, 184, 138), "cream": (238, 226, 202),
}  # fmt: skip


def stained(rng: Rng, colour: Colour) -> Material:
    """Wood under thin paint: its grain along x still shows."""
    shader = Shader("stained", rough=0.55)
    at = shader.place(1, rng.uniform(-0.2, 0.2), begin=rng.uniform(0, 9))
    lines = shader.node("ShaderNodeMapping")
    shader.link(at, lines.inputs["Vector"])
    lines.inputs["Scale"].default_value = (1.6, 42, 42)
    fibres = shader.noise(lines.outputs[0], 1.6, 4, 0.6).outputs[0]
    tone = shader.noise(at, 6, 3, 0.5).outputs[0]
    value = shader.sums(fibres, 0.6, shader.sums(tone, 0.4))
    dark, light = mixed(scaled(colour, 0.84), (150, 104, 62), 0.18), scaled(colour, 1.03)
    shader.feed("Base Color", shader.ramp(value, [(0.22, dark), (0.5, colour), (0.75, light)]))
    shader.feed("Roughness", shader.sums(fibres, 0.25, 0.42))
    shader.set("Specular IOR Level", 0.35)
    shader.bump(fibres, 0.3, 0.0012)
    return shader.material


def _blocks(it: Corner) -> list[str]:
    """A little tower about an arch; three blocks left lying."""
    paint = {name: stained(it.rng, it.rng.jitter(colour, 0.03)) for name, colour in _PAINTS.items()}
    x, y = it.spot(0.26)
    side = math.copysign(1.0, x)
    half = SIDE / 2

    def stand(body: s.Patch, name: str, at: g.Point, turn: float) -> None:
        place = (x + at[0] * side, y + at[1], at[2])
        s.put("block", [s.turned(body, (0, 0, turn * side), place)], paint[name])

    stand(_upright(_arch()), "rose", (0.03, 0.05, 0), 0.12)
    stand(_cube(), "beech", (-0.015, 0.045, SIDE), 0.32)
    stand(_drum(0.05, SIDE), "sage", (0.095, 0.058, SIDE), 0.0)
    stand(_upright(_roof()), "mustard", (-0.013, 0.045, 2 * SIDE), 0.2)
    stand(_cube(), "blue", (-0.13, -0.1, 0), 0.5)
    stand(s.turned(_drum(0.05, SIDE), (math.pi / 2, 0, 0), (0, half, 0.05)), "cream", (0.09, -0.12, 0), -0.7)
    x, y = it.spot(0.22)
    side = math.copysign(1.0, x)
    stand(_cube(), "sage", (-0.06, 0.05, 0), 0.3)
    stand(_cube(), "rose", (0.075, 0.035, 0), -0.25)
    stand(_upright(_roof()), "beech", (-0.055, 0.05, SIDE), 0.42)
    stand(s.turned(_drum(0.05, SIDE), (math.pi / 2, 0, 0), (0, half, 0.05)), "mustard", (0.0, -0.1, 0), -0.9)
    return ["toy blocks"]


def _cube() -> s.Patch:
    return slab(oblong((SIDE / 2, SIDE / 2), ROUND), SIDE, ROUND, 0.03, foot=1.0)


def _upright(body: s.Patch) -> s.Patch:
    """A slab put on its edge, its faces to the front and the back."""
    return s.turned(body, (math.pi / 2, 0, 0), (0, SIDE / 2, 0))


def _softened(corners: list[tuple[float, float]], r: float) -> s.Floats:
    """An outline through corners, against the clock, each rounded by r."""
    given, made = np.array(corners, float), list[s.Floats]()
    for k, at in enumerate(given):
        ways = [other - at for other in (given[k - 1], given[(k + 1) % len(given)])]
        a, b = (at + way / np.linalg.norm(way) * min(r, 0.45 * float(np.linalg.norm(way))) for way in ways)
        t = np.linspace(0, 1, 8)[:, None]
        made.append((1 - t) ** 2 * a + 2 * t * (1 - t) * at + t**2 * b)
    return np.concatenate(made)


def _arch() -> s.Patch:
    """Two cubes long, half a circle cut out of it."""
    turns = np.linspace(math.pi, 0, 25)
    hole = [(0.062 * math.cos(a), 0.001 + 0.062 * math.sin(a)) for a in turns]
    soft = _softened([(SIDE, 0), (SIDE, SIDE), (-SIDE, SIDE), (-SIDE, 0)], ROUND)
    outline = np.concatenate([soft, [(-0.064, 0.0)], hole, [(0.064, 0.0)]])
    return slab(outline, SIDE, 0.004, 0.02, foot=1.0)


def _roof() -> s.Patch:
    return slab(_softened([(-SIDE / 2, 0), (SIDE / 2, 0), (0, SIDE / 2)], ROUND), SIDE, ROUND, 0.02, foot=1.0)


def _drum(r: float, high: float) -> s.Patch:
    """A cylinder, its edges worn round."""
    turns = np.linspace(0, math.pi / 2, 9)
    round_ = [(r - ROUND * (1 - math.sin(a)), ROUND * (1 - math.cos(a))) for a in turns]
    flat = [(share * (r - ROUND), 0.0) for share in (0.002, 0.3, 0.6, 0.9, 0.99)]
    half = np.array([*flat, *round_, (r, 0.3 * high)])
    line = np.concatenate([half, (half * [1, -1] + [0, high])[::-1]])
    way = np.arange(96) * 2 * math.pi / 96
    out, up = line[:, :1], line[:, 1:]
    return s.sheet(np.stack([out * np.cos(way), out * np.sin(way), up + 0 * way], 2), 0.5, around=True)


MAKERS: dict[str, Callable[[Corner], list[str]]] = {"toy blocks": _blocks}

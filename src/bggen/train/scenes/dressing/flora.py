"""What plants are made of: leaves, no two alike, how they grow and lie, and the pots they stand in."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import Colour, Rng, linear, scaled

UP = np.array([0.0, 0.0, 1.0])


def leafy(
    stops: Stops, rough: float = 0.42, through: float = 0.15, under: Colour | None = None, mottle: float = 0.3
) -> Material:
    """A leaf's skin: colours by shade, blotched by `mottle` (0..1), finely wrinkled; `under`: its back's."""
    shader = Shader("leaf", rough=rough)
    at = shader.place()
    blotch = shader.noise(at, 22, 4, 0.6).outputs[0]
    shade = shader.sums(blotch, mottle, shader.sums(s.shade_of(shader), 1.0, -0.5 * mottle))
    colour = shader.ramp(shade, stops)
    if under is not None:
        back = shader.node("ShaderNodeRGB")
        back.outputs[0].default_value = (*linear(under), 1.0)
        behind = shader.node("ShaderNodeNewGeometry").outputs["Backfacing"]
        colour = shader.blend(colour, back.outputs[0], shader.maths("MULTIPLY", behind, 0.75))
    shader.feed("Base Color", colour)
    shader.feed("Roughness", shader.sums(blotch, 0.3, rough - 0.15))
    shader.set("Specular IOR Level", 0.5 if rough < 0.45 else 0.2)  # dull ones never pale at a slant
    shader.bump(shader.noise(at, 170, 3, 0.6).outputs[0], 0.4, 0.002)
    s.let_through(shader, colour, through)
    return shader.material


def stoneware(colour: Colour, rough: float = 0.4) -> Material:
    """Glazed clay with a few dark specks."""
    shader = Shader("stoneware", rough=rough)
    at = shader.place()
    tone = shader.noise(at, 7, 4, 0.6).outputs[0]
    specks = shader.maths("GREATER_THAN", shader.noise(at, 95, 2, 0.5).outputs[0], 0.7)
    body = shader.ramp(tone, [(0.3, scaled(colour, 0.94)), (0.7, colour)])
    speck = shader.ramp(specks, [(0.0, (255, 255, 255)), (1.0, (186, 168, 148))])
    shader.feed("Base Color", shader.times(body, speck))
    shader.bump(shader.noise(at, 30, 4, 0.6).outputs[0], 0.15, 0.004)
    return shader.material


def pot(profile: Sequence[tuple[float, float]], at: tuple[float, float], stuff: Material) -> None:
    """A thrown pot or vase through [(radius, z)], standing on the ground, hardly out of true."""
    rings, turns = s.spun(profile, 96, 150)
    uneven = 1 + 0.006 * np.sin(2 * turns + 1) + 0.0025 * np.sin(rings[..., 2] * 300 + turns)
    rings[..., :2] *= uneven[..., None]
    s.put("pot", [s.turned(s.sheet(rings, 0.5, around=True), (0, 0, 0), (*at, 0))], stuff)


def grown(leaf: s.Patch, foot: s.Floats, way: s.Floats, face: s.Floats, tone: float = 0.0) -> s.Patch:
    """A leaf along +y with its upper side at +z, set on `foot` to grow along `way`, looking to `face`.

    `tone`: what is added to its shade.
    """
    return many(leaf, foot[None], way[None], face, np.ones(1), np.array([tone]))


def many(
    one: s.Patch, feet: s.Floats, ways: s.Floats, face: s.Floats, sizes: s.Floats, tones: s.Floats
) -> s.Patch:
    """A thing along +y grown at each of `feet` (n, 3) along `ways` (n, 3); see `grown`."""
    y = ways / np.linalg.norm(ways, axis=1, keepdims=True)
    x = np.cross(y, np.broadcast_to(face, y.shape) + 1e-6 * np.array([3.0, 1.0, 2.0]))
    x /= np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-9)
    turn = np.stack([x, y, np.cross(x, y)], 1)
    points = np.einsum("pk,nkc->npc", one.points, turn) * sizes[:, None, None] + feet[:, None]
    faces = one.faces[None] + (np.arange(len(feet)) * len(one.points))[:, None, None]
    shade = np.clip(one.shade[None] + tones[:, None], 0, 1)
    return s.Patch(points.reshape(-1, 3), faces.reshape(-1, 4), shade.ravel())


def settled(parts: Sequence[s.Patch], at: tuple[float, float], low: float = 0.001) -> list[s.Patch]:
    """Moved to `at`, the lowest point to the ground."""
    least = min(float(part.points[:, 2].min()) for part in parts)
    return [s.turned(part, (0, 0, 0), (*at, low - least)) for part in parts]


def laid(parts: Sequence[s.Patch], soft: float = 0.012) -> list[s.Patch]:
    """What would reach below the ground is pressed flat on it."""
    made = []
    for part in parts:
        z = part.points[:, 2]
        flat = 0.5 * (z + np.sqrt(z**2 + soft**2))
        made.append(s.Patch(np.column_stack([part.points[:, :2], flat]), part.faces, part.shade))
    return made


def joined(parts: Sequence[s.Patch]) -> s.Patch:
    """Several as one."""
    starts = np.cumsum([0, *(len(one.points) for one in parts[:-1])])
    return s.Patch(
        np.concatenate([one.points for one in parts]),
        np.concatenate([one.faces + start for one, start in zip(parts, starts, strict=True)]),
        np.concatenate([one.shade for one in parts]),
    )


def heading(turn: float, rise: float = 0.0) -> s.Floats:
    """A unit vector, `turn` about z from +x, `rise` radians above the ground."""
    return np.array(
        [math.cos(turn) * math.cos(rise), math.sin(turn) * math.cos(rise), math.sin(rise)], dtype=np.float64
    )


def along(path: s.Floats, t: float) -> tuple[s.Floats, s.Floats]:
    """The place at t (0..1) of a path and the way it leads there."""
    k = min(int(t * (len(path) - 1)), len(path) - 2)
    part = t * (len(path) - 1) - k
    way = path[k + 1] - path[k]
    return path[k] + part * way, way / np.linalg.norm(way)


def lamina(
    rng: Rng,
    long: float,
    wide: s.Floats,
    *,
    fold: float = 0.2,
    bend: float = 0.2,
    wave: float = 0.15,
    veins: int = 8,
    columns: int = 15,
) -> s.Patch:
    """A leaf along y by its half widths (rows) from foot to tip; no two alike.

    Args:
        fold: how far its edges rise, in parts of its half width.
        bend: how far its tip droops, in parts of its length.
        wave: how far its edges rise and fall, in parts of its half width.
        veins: side veins on each half.
    """
    t, u = np.linspace(0, 1, len(wide))[:, None], np.linspace(-1, 1, columns)[None, :]
    half, shift = float(wide.max()), rng.uniform(0, 6)
    w = wide[:, None] * (1 + 0.04 * np.sin(9 * t + shift * np.sign(u)))
    x = u * w + long * rng.uniform(-0.07, 0.07) * t**2
    z = -bend * long * t**2 + fold * np.abs(u) ** 1.3 * w
    z = z + wave * half * u**2 * np.sin(rng.uniform(6, 9) * t + shift + 1.8 * np.sign(u)) * np.sqrt(
        t * (2 - t)
    )
    phase = (t - 0.3 * np.abs(u) * w / half + 0.02 * np.sign(u)) * veins
    ridge = np.abs(phase % 1.0 - 0.5) * 2  # 1 on a vein
    line = np.clip((ridge - 0.78) / 0.22, 0, 1) * np.clip(1.15 - np.abs(u), 0, 1)
    middle = np.clip(1 - np.abs(u) * w / (0.06 * half), 0, 1) * (1 - 0.6 * t)
    shade = (
        0.55 + (0.16 * (1 - ridge) - 0.16 * line) * (1 - middle) - 0.42 * middle + rng.uniform(-0.09, 0.09)
    )
    relief = 0.015 * (1 - ridge) - 0.015 * line - 0.05 * middle
    z = z + half * relief * np.minimum(1, w / half * 2) * (1 - u**4)
    return s.sheet(np.stack([x, long * t + 0 * u, z], 2), np.clip(shade, 0, 1))


def outline(rows: int, half: float, tip: float = 0.8, power: float = 0.8) -> s.Floats:
    """Half widths of a plain leaf: the lower `tip` the nearer to its tip it is widest; power 0.5 is round."""
    return np.asarray(half * np.sin(math.pi * np.linspace(0, 1, rows) ** tip) ** power)

"""Fruit cut in two: shells, the faces that a knife left, and what is strewn over those."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np

from bggen.train.scenes.dressing import shapes as s
from bggen.train.scenes.dressing.bodies import Stops
from bggen.train.scenes.matter.nodes import Material, Shader


@dataclass(frozen=True, slots=True)
class Face:
    """Points of a cut in polar order about its middle: `x`, `z`, each (rows, columns).

    `out` is 0 in the middle and 1 at the skin, `far` the same in units, `left` what is left to the skin.
    """

    x: s.Floats
    z: s.Floats
    out: s.Floats
    way: s.Floats
    far: s.Floats
    left: s.Floats

    def sheet(self, y: s.Floats | float, shade: s.Floats) -> s.Patch:
        """A skin over it that looks along -y."""
        points = np.stack([self.x, y + 0 * self.x, self.z], 2)
        return s.sheet(points[:, ::-1], np.clip(shade, 0, 1)[:, ::-1], around=True)


def face(rim: s.Floats, middle: tuple[float, float] = (0, 0), rows: int = 90, columns: int = 300) -> Face:
    """The cut inside a rim (n, 2) of which every point is seen from the middle."""
    near = rim - np.array(middle)
    angle = np.arctan2(near[:, 1], near[:, 0])
    order = np.argsort(angle)
    way = (np.arange(columns) * 2 * math.pi / columns - math.pi)[None, :]
    edge = np.interp(way, angle[order], np.hypot(*near.T)[order], period=2 * math.pi)
    out = np.linspace(0, 1, rows)[:, None]
    far = out * edge
    x, z = middle[0] + far * np.cos(way), middle[1] + far * np.sin(way)
    return Face(x, z, out + 0 * way, way + 0 * out, far, edge - far)


def half(rings: s.Floats, shade: s.Floats) -> tuple[s.Patch, s.Floats]:
    """The half of a spun body with y > 0, and the rim (n, 2) of its cut in x and z."""
    k = rings.shape[1] // 2
    rim = np.concatenate([rings[:, 0][:, [0, 2]], rings[::-1, k][:, [0, 2]]])
    return s.sheet(rings[:, : k + 1], shade[:, : k + 1]), rim


def level(rings: s.Floats, to: float) -> s.Floats:
    """The part of a spun body below z = `to`, its last ring there."""
    z = rings[:, :, 2].mean(1)
    kept = rings[z <= to].copy()
    kept[-1, :, 2] = to
    return np.asarray(kept)


def flesh(
    stops: Stops,
    wet: tuple[float, float] = (0.5, 0.25),
    under: float = 0.3,
    relief: tuple[float, float] = (80.0, 0.001),
    tone: tuple[float, float] = (60.0, 0.04),
    radius: tuple[float, float, float] = (0.08, 0.05, 0.03),
    coat: float = 0.0,
) -> Material:
    """Colours by shade; `wet`: how rough where the shade is 0 and where it is 1; see `bodies.skin`."""
    shader = Shader("flesh")
    shade = s.shade_of(shader)
    at = shader.place()
    clouds = shader.noise(at, tone[0], 4, 0.6).outputs[0]
    toned = shader.sums(shader.sums(clouds, 2 * tone[1], -tone[1]), 1.0, shade)
    shader.feed("Base Color", shader.ramp(toned, stops))
    shader.feed("Roughness", shader.sums(shade, wet[1] - wet[0], wet[0]))
    shader.bump(shader.noise(at, relief[0], 4, 0.6).outputs[0], 0.7, relief[1])
    shader.set("Subsurface Weight", under)
    shader.set("Subsurface Radius", radius)
    shader.set("Subsurface Scale", 0.4)
    shader.set("Coat Weight", coat)
    shader.set("Coat Roughness", 0.12)
    return shader.material


def near_line(x: s.Floats, z: s.Floats, path: s.Floats) -> s.Floats:
    """How far each point of (x, z) is from a line through `path` (n, 2)."""
    best = np.full(x.shape, 9.0)
    for a, b in itertools.pairwise(path):
        along = b - a
        t = np.clip(((x - a[0]) * along[0] + (z - a[1]) * along[1]) / max(float(along @ along), 1e-9), 0, 1)
        best = np.minimum(best, np.hypot(x - a[0] - t * along[0], z - a[1] - t * along[1]))
    return best

"""Grounds that are woven of threads that can be counted: sacking, rush mats. Their tops are at height 0."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from bggen.train.scenes.matter.materials import solid
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.stage import masses
from bggen.train.scenes.stage.masses import Array

JUTE = 0.021  # units from thread to thread
RUSH, BAND = 0.0105, 0.062  # units from stem to stem, and from one row of binding to the next
BORDER = (0.72, 0.085)  # units from the stand, and half as wide
EDGE = 0.012  # units that a border lies over its mat


def burlap(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Coarse jute over and under, thick and thin, with fibres that stand off it."""
    many = masses.draws(rng)
    masses.sheet("floor", np.full((20, 20), -0.03), solid((84, 60, 36), 0.95))
    turn = rng.uniform(0.06, 0.16) * rng.choice([-1, 1])
    spin = np.array([[math.cos(turn), math.sin(turn)], [-math.sin(turn), math.cos(turn)]])
    drift = [0.006 * masses.clouds(many, 0.02, 1.8, 0.25, 1.6) for _ in range(2)]
    for warp in (True, False):
        reach = 2.5
        lines = np.arange(-reach, reach, JUTE)
        along = np.arange(-reach, reach, JUTE / 3)
        own = lines[:, None] + many.normal(0, 0.0012, (len(lines), 1))
        thread = np.arange(len(lines))[:, None]
        over = 1 if warp else -1
        # up on every other thread of those it crosses
        z = over * 0.0062 * np.cos(math.pi * (along[None, :] + reach) / JUTE + math.pi * thread) - 0.011
        u, v = np.broadcast_arrays(*((own, along[None, :]) if warp else (along[None, :], own)))
        flat = np.stack([u, v], 2) @ spin
        x = flat[..., 0] + masses.at(drift[0], *np.moveaxis(flat, 2, 0))
        y = flat[..., 1] + masses.at(drift[1], *np.moveaxis(flat, 2, 0))
        slub = _slubs(many, len(lines), len(along))
        half = JUTE * (0.34 + 0.05 * many.normal(0, 1, (len(lines), 1)) + 0.055 * slub)
        half = np.clip(half, 0.0042, 0.0098)
        tone = np.clip(0.45 + 0.1 * many.normal(0, 1, (len(lines), 1)) + 0.06 * slub, 0, 1)
        tone = np.broadcast_to(tone, half.shape)
        masses.rods("jute", np.stack([x, y, z], 2), half, tone, materials[0], 7, 0.72)
    _fuzz(many, back, materials[0])


def _slubs(many: np.random.Generator, lines: int, steps: int) -> Array:
    """How thick each thread is along itself: smooth noise of about 1."""
    rough = many.standard_normal((lines, steps // 14 + 3))
    at = np.linspace(0, rough.shape[1] - 1.001, steps)
    low, part = at.astype(int), at % 1
    part = part * part * (3 - 2 * part)
    return np.asarray(rough[:, low] * (1 - part) + rough[:, low + 1] * part, np.float64)


def _fuzz(many: np.random.Generator, back: float, jute: Material) -> None:
    """Loose fibres in small bows."""
    at = masses.spread(many, 900, back)
    count = len(at)
    t = np.linspace(0, 1, 8)[None, :]
    turn = many.uniform(0, 6.28, (count, 1)) + many.normal(0, 1.4, (count, 1)) * t
    long = many.uniform(0.015, 0.07, (count, 1))
    x = at[:, :1] + np.cumsum(np.cos(turn), 1) * long / 8
    y = at[:, 1:] + np.cumsum(np.sin(turn), 1) * long / 8
    z = -0.004 + many.uniform(0.004, 0.013, (count, 1)) * np.sin(math.pi * t)
    half = np.broadcast_to(many.uniform(0.0006, 0.0013, (count, 1)), x.shape)
    tone = np.broadcast_to(many.uniform(0.45, 0.95, (count, 1)), x.shape)
    masses.rods("fuzz", np.stack([x, y, z], 2), half, tone, jute, 4)


def tatami(rng: Rng, materials: Sequence[Material], back: float) -> None:
    """Rush mats side by side: fine stems bound in rows, and a border of dark cloth along each of them."""
    many = masses.draws(rng)
    rush, cloth = materials
    side = rng.choice([-1, 1])
    masses.sheet("floor", np.full((20, 20), -0.02), solid((150, 138, 88), 0.9))
    lines = np.arange(-masses.NEAR, back + 0.2, RUSH)
    along = np.arange(-masses.WIDE, masses.WIDE, BAND / 8)
    number = np.arange(len(lines))[:, None]
    phase = math.pi * (along[None, :] / BAND + number)
    z = 0.0022 * np.sign(np.cos(phase)) * np.abs(np.cos(phase)) ** 0.6 - 0.0075
    y = lines[:, None] + many.normal(0, 0.0007, (len(lines), 1))
    y = y + 0.0006 * _slubs(many, len(lines), len(along))
    x = np.broadcast_to(along[None, :], z.shape)
    half = RUSH * (0.55 + 0.03 * many.normal(0, 1, (len(lines), 1)) + 0 * z)
    bound = 0.16 * np.exp(-(np.cos(phase) ** 2) / 0.03)  # in shade where a stem is pulled under
    tone = 0.55 + 0.13 * many.normal(0, 1, (len(lines), 1)) - bound
    tone += 0.05 * _slubs(many, len(lines), len(along))
    masses.rods("rush", np.stack([x, y, z], 2), half, np.clip(tone, 0, 1), rush, 6, 0.8)
    for edge in (-1, 1):
        _border(side * BORDER[0] + edge * (BORDER[1] + 0.002), cloth)
    seam, wide = side * BORDER[0], 0.006  # what is under the joint of two mats
    low, high = -masses.NEAR, back + 0.2
    corners = ((-wide, low), (wide, low), (wide, high), (-wide, high))
    shut = np.array([(seam + across, along_, 0.0002) for across, along_ in corners])
    masses.mass("joint", shut, np.array([[0, 1, 2, 3]]), solid((16, 20, 20), 0.95))


def _border(middle: float, cloth: Material) -> None:
    """A band of cloth that is folded over the mat's edge."""
    across = np.sin(np.linspace(-math.pi / 2, math.pi / 2, 41))  # most of it at the folds
    along = np.linspace(-masses.NEAR, 2.2, 240)
    u, y = np.meshgrid(across, along)
    rise = 1 - np.abs(across) ** 60
    z = np.broadcast_to(EDGE * rise - 0.009, u.shape)
    points = np.stack([middle + u * BORDER[1], y, z], 2).reshape(-1, 3)
    index = np.arange(u.size).reshape(u.shape)
    faces = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], 2).reshape(-1, 4)
    masses.mass("border", points, faces, cloth, u.ravel())

"""Skies and air painted as `landscapes` are: pastel clouds, smoke in the light of a lamp."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from bggen.train.scenes.outdoors.canvas import SIZE, Canvas, Floats, mixed

CURL = 130.0  # pixels that smoke is drawn aside


def _pastel(it: Canvas, sun: float) -> str:
    """Pink towards the horizon, lilac and blue above, heaps of cloud that the low sun tints."""
    it.lens = 5
    it.sky((1.1, 0.62, 0.6), (0.42, 0.5, 1.0))
    it.glow(sun, 0.9, 2.4, (0.34, 0.2, 0.1))
    for up, wide, cover, tint in (
        (2.6, 300, 0.5, (1.0, 0.82, 0.98)),
        (1.3, 240, 0.54, (1.18, 0.86, 0.86)),
        (0.35, 200, 0.62, (1.24, 0.94, 0.88)),
    ):
        band = np.exp(-(((it.horizon - it.rows) / it.unit - up) ** 2) / 0.5)
        lit = (0.82 + 0.35 * it.noise(90, 60, 4))[..., None]
        it.lay(
            np.asarray(_heaps(it, wide, cover) * band, np.float32),
            np.asarray(np.array(tint, np.float32) * lit, np.float32),
        )
    it.lay(it.below(it.horizon - 0.1 * it.unit + 40 * it.noise(120, 50, 4), 60), (1.2, 0.98, 0.95))
    return "pastel pink sky with clouds"


def _heaps(it: Canvas, wide: float, cover: float) -> Floats:
    """(h, w) 0..1: clouds with crisp tops over a share of the sky."""
    tone = it.noise(wide, 0.45 * wide, 6, 0.52)
    return np.asarray(((tone - 1 + cover) / 0.12).clip(0, 1), np.float32)


def _smoke(it: Canvas, sun: float) -> str:
    """Veils that rise and drift on black, denser below, lit by a lamp at one side."""
    it.lens = 5
    it.light[:] = (0.006, 0.006, 0.007)
    push = [
        (it.noise(420, 360, 2) - 0.5) * CURL + (it.noise(150, 170, 4, 0.62) - 0.5) * 0.8 * CURL
        for _ in range(2)
    ]
    across, down = (
        np.asarray(grid + by, np.float32) for grid, by in zip((it.columns, it.rows), push, strict=True)
    )
    body = np.zeros(SIZE, np.float32)
    for wide, tall, sharp in ((240, 640, 6.0), (150, 420, 9.0), (90, 300, 12.0)):
        veils = cv2.remap(
            it.noise(wide, tall, 3, 0.5), across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
        )
        body += 0.5 * np.exp(-(((veils - 0.5) * sharp) ** 2))
    up = ((it.horizon - it.rows) / it.unit).clip(-1, None)
    body = body**2 * np.exp(-((((it.columns / SIZE[1]) - 0.5) / 0.2) ** 2) - ((up - 1.0) / 1.5) ** 2)
    body += 0.4 * np.exp(-((up / 0.4) ** 2)) * it.noise(300, 60, 4)  # what lies on the ground
    lamp = 0.35 + 0.8 * np.exp(-((((it.columns / SIZE[1]) - sun) / 0.3) ** 2))
    light = np.asarray(0.27 * body.clip(0, 1.7) * lamp, np.float32)
    it.light += mixed(light, (0.0, 0.0, 0.0), (0.84, 0.92, 1.04))
    return "black background with smoke"


LANDSCAPES: dict[str, Callable[[Canvas, float], str]] = {"pastel sky": _pastel, "smoke": _smoke}

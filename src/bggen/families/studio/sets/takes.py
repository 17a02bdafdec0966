"""How a further variant is taken: from nearer, in a little more or less light, with the light in a pool.

Sets that fit the same words may be nearly the same: red sweeps are red sweeps. What a photographer does for
another picture of one set is done to each further variant, whichever set it has; the first is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bggen.spec import Scene

REACH = 0.75  # of the canvas, from the product's middle: where a pool of light has ended
KNEE = 3  # exponent of the light: the more, the nearer to white is what stays as it is
STEEPNESS = 1.5  # exponent of its fall


@dataclass(frozen=True, slots=True)
class Take:
    """Differences from the set as it was rendered."""

    nearer: float = 1.0  # factor on the set's scale, 1 or more: a set has no more to show than its picture
    stops: float = 0.0  # of exposure
    warmth: float = 0.0  # stops of red gained, and of blue lost
    pool: float = 0.0  # share of the light that is missing where the pool has ended, 0..1

    @property
    def relit(self) -> bool:
        """Whether `light` does anything."""
        return bool(self.stops or self.warmth or self.pool)

    @property
    def tint(self) -> NDArray[np.float32]:
        """(3,): what linear light is multiplied by in the middle of the picture."""
        stops = np.array([self.warmth, 0, -self.warmth], np.float32) + np.float32(self.stops)
        return np.asarray(np.exp2(stops), np.float32)

    def light(self, linear: NDArray[np.float32], scene: Scene) -> NDArray[np.float32]:
        """(H, W, 3) linear light of the canvas with a set on it -> the same in this take.

        White stays white in more light or less, and nothing else becomes so: x t / (1 + x^3 (t - 1)).
        """
        lifted = linear * self.tint / (1 + linear**KNEE * (self.tint - 1))
        if not self.pool:
            return np.asarray(lifted, np.float32)
        (width, height), (left, top, right, bottom) = scene.size, scene.box
        across = (np.arange(width, dtype=np.float32) - (left + right) / 2) / width
        down = (np.arange(height, dtype=np.float32) - (top + bottom) / 2) / height
        away = np.hypot(across[None, :], down[:, None]) / REACH
        fall = 1 - self.pool * np.minimum(away, 1) ** STEEPNESS
        return np.asarray(lifted * fall[..., None].astype(np.float32), np.float32)


TAKES = (
    Take(),
    Take(nearer=1.35, stops=0.32, warmth=-0.12),
    Take(nearer=1.15, stops=-0.42, warmth=0.14, pool=0.5),
    Take(nearer=1.5, pool=0.55),
)


def take(scene: Scene) -> Take:
    """The scene's own, by its variant; those after the last begin again with the second."""
    further = len(TAKES) - 1
    return TAKES[1 + (scene.variant - 1) % further] if scene.variant else TAKES[0]

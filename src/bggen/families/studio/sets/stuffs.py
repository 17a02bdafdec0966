"""What a ground is like close up: weave, grain, pores, as a tile of relief for every stuff that has any.

A set's picture can't hold threads: a thread is two of its pixels wide, a renderer's denoiser takes it for
noise, and a codec throws away what is left. So the finest octaves are drawn at the canvas's own resolution.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from bggen.families.studio.light.solid import Floats

SIDE = 1024  # texels of a tile, which repeats
TEXEL = 0.00125  # scene units: a product is about 0.8 tall, so about a third of a millimetre
PAD = 16  # cells that noise is continued by: four spreads, of 4 cells at most
THREAD = 4  # texels
#: right, away: where relief is lit from, by the side of a set's light
TOWARD = {"left": (-1.0, 0.3), "right": (1.0, 0.3), "behind": (0.2, 1.0), "above": (-0.5, 0.5)}

Rng = np.random.Generator
Tile = Callable[[Rng, tuple[float, float]], Floats]


def tile(stuff: str, side: str) -> Floats | None:
    """(SIDE, SIDE) of mean 0: how far a surface's finest octaves change its brightness, as a share of it.

    Columns go to the right, rows away from the camera. None of what is smooth or no plane.

    Args:
        stuff: as sets are described, such as `beige linen`.
        side: that the light comes from; what is not one of TOWARD is as from above.
    """
    make = next((make for word, make in STUFFS.items() if word in stuff), None)
    if make is None:
        return None
    drawn = make(np.random.default_rng(0), TOWARD.get(side, TOWARD["above"]))
    return np.asarray(drawn - drawn.mean(), np.float32)


def _noise(rng: Rng, across: float, away: float) -> Floats:
    """White noise blurred by so many texels each way, of variance 1, that goes on over the tile's edges."""
    cells = [2 ** max(int(np.log2(spread)) - 1, 0) for spread in (across, away)]  # nothing in it is finer
    coarse = rng.random((SIDE // cells[1], SIDE // cells[0]), np.float32)
    wrapped = np.pad(coarse, PAD, mode="wrap")
    blurred = cv2.GaussianBlur(wrapped, (0, 0), across / cells[0], sigmaY=away / cells[1])
    grown = cv2.resize(blurred, None, fx=cells[0], fy=cells[1], interpolation=cv2.INTER_LINEAR)
    left, top = PAD * cells[0], PAD * cells[1]
    return _even(np.asarray(grown[top : top + SIDE, left : left + SIDE], np.float32))


def _even(plane: Floats) -> Floats:
    """The same with mean 0 and variance 1."""
    return np.asarray((plane - plane.mean()) / plane.std(), np.float32)


def _sum(*parts: tuple[float, Floats]) -> Floats:
    total = np.zeros((SIDE, SIDE), np.float32)
    for weight, plane in parts:
        total += np.float32(weight) * plane
    return total


def _octaves(rng: Rng, spreads: tuple[float, ...], stretch: float = 1.0, rise: float = 0.0) -> Floats:
    """Noise of several spreads, `stretch` times as wide across; each weighs its spread ** `rise`."""
    return _even(_sum(*((spread**rise, _noise(rng, spread * stretch, spread)) for spread in spreads)))


def _lit(height: Floats, toward: tuple[float, float]) -> Floats:
    """Slopes that face the light are bright; of variance 1."""
    right, away = np.roll(height, -1, 1) - height, np.roll(height, -1, 0) - height
    return _even(_sum((-toward[0], right), (-toward[1], away)))


def _specks(noise: Floats, share: float) -> Floats:
    """0..1: where noise is highest, on about `share` of the tile."""
    least, most = np.quantile(noise[::4, ::4], [1 - share, 1 - share / 4])
    return np.asarray(((noise - least) / (most - least)).clip(0, 1), np.float32)


def _wood(rng: Rng, _: tuple[float, float]) -> Floats:
    """Fibres along x that give way to one another, and pores cut open along them."""
    fibres = _octaves(rng, (0.5, 1.0, 2.2, 5.0, 12.0), stretch=18, rise=-0.1)
    pores = _specks(_noise(rng, 9, 0.6), 0.05)
    bent = 7 * _noise(rng, 120, 45) + 1.5 * _noise(rng, 40, 12)  # texels
    return _moved(_sum((0.045, fibres), (-0.13, pores)), np.asarray(bent, np.float32))


def _moved(plane: Floats, away: Floats) -> Floats:
    """The same, of every texel what lies so many texels beyond."""
    at = np.arange(SIDE, dtype=np.float32)
    tall = np.pad(plane, ((SIDE // 2,) * 2, (0, 0)), mode="wrap")
    columns = np.repeat(at[None, :], SIDE, 0)
    return np.asarray(cv2.remap(tall, columns, at[:, None] + SIDE // 2 + away, cv2.INTER_CUBIC), np.float32)


def _woven(contrast: float, slubs: float) -> Tile:
    def make(rng: Rng, toward: tuple[float, float]) -> Floats:
        """A plain weave: each thread over one and under the next, none as thick all along."""
        at = np.arange(SIDE, dtype=np.float32) * np.float32(np.pi / THREAD)
        across, away = at[None, :] + 0.55 * _noise(rng, 1.5, 25), at[:, None] + 0.55 * _noise(rng, 25, 1.5)
        over = np.sign(np.sin(across)) * np.sign(np.sin(away))  # 1: the warp lies above
        warp = np.abs(np.sin(across)) ** 0.7 * (0.75 + 0.25 * over)
        weft = np.abs(np.sin(away)) ** 0.7 * (0.75 - 0.25 * over)
        height = np.asarray(np.maximum(warp, weft), np.float32)
        thick = np.where(over > 0, _noise(rng, 1.2, 40), _noise(rng, 40, 1.2)).astype(np.float32)
        return _sum((contrast, _even(height)), (0.35 * contrast, _lit(height, toward)), (slubs, thick))

    return make


def _concrete(rng: Rng, toward: tuple[float, float]) -> Floats:
    """Cement between grains of sand, pin holes."""
    body = _octaves(rng, (0.7, 1.6, 4.0, 12.0), rise=0.15)
    grains = _lit(_octaves(rng, (1.0, 2.5), rise=1), toward)
    return _sum((0.022, body), (0.012, grains), (-0.2, _specks(_noise(rng, 1.6, 1.6), 0.006)))


def _plaster(rng: Rng, toward: tuple[float, float]) -> Floats:
    """The strokes of a trowel, and grains that it dragged along."""
    strokes = _lit(_octaves(rng, (1.2, 3.0, 8.0), stretch=2.5, rise=1), toward)
    return _sum((0.028, strokes), (0.012, _noise(rng, 0.8, 0.8)))


def _travertine(rng: Rng, _: tuple[float, float]) -> Floats:
    """Layers, and holes along them."""
    layers = _octaves(rng, (0.8, 2.0, 5.0, 12.0), stretch=6, rise=0.2)
    holes = _specks(_noise(rng, 9, 2.2), 0.012)
    return _sum((0.02, layers), (0.01, _noise(rng, 0.7, 0.7)), (-0.16, holes))


def _slate(rng: Rng, toward: tuple[float, float]) -> Floats:
    """Cleft layers and specks of mica."""
    clefts = _lit(_octaves(rng, (0.9, 2.5, 7.0), stretch=2, rise=1), toward)
    mica = _specks(_noise(rng, 0.8, 0.8), 0.004)
    return _sum((0.05, clefts), (0.02, _noise(rng, 0.7, 0.7)), (0.12, mica))


def _grains(contrast: float, tone: float, sparkle: float = 0.0) -> Tile:
    def make(rng: Rng, toward: tuple[float, float]) -> Floats:
        """Loose grains, each with a lit side and a tone of its own; some throw the light back."""
        shade = _lit(_octaves(rng, (0.8, 1.6, 5.0), rise=0.9), toward)
        bright = _specks(_noise(rng, 0.6, 0.6), 0.003)
        return _sum((contrast, shade), (tone, _noise(rng, 0.8, 0.8)), (sparkle, bright))

    return make


def _tooth(fine: float, coarse: float = 0.0) -> Tile:
    def make(rng: Rng, _: tuple[float, float]) -> Floats:
        """Of paper or paint, a pile, a fine aggregate."""
        return _sum((fine, _noise(rng, 0.8, 0.8)), (coarse, _octaves(rng, (2.0, 6.0))))

    return make


def _brushed(rng: Rng, _: tuple[float, float]) -> Floats:
    """Scratches along x."""
    return _sum((0.03, _octaves(rng, (0.6, 1.2, 3.0), stretch=60)))


#: what sets' surfaces are called -> how they are close up; the first whose word is in the name
STUFFS: dict[str, Tile] = {
    "linen": _woven(0.045, 0.03),
    "cotton": _woven(0.025, 0.015),
    "velvet": _tooth(0.03, 0.02),
    "leather": _tooth(0.02),
    "wood": _wood,
    "bamboo": _wood,
    "concrete": _concrete,
    "plaster": _plaster,
    "travertine": _travertine,
    "slate": _slate,
    "terrazzo": _tooth(0.012, 0.008),
    "sand": _grains(0.06, 0.03),
    "moss": _grains(0.11, 0.06),
    "snow": _grains(0.018, 0.008, 0.05),
    "steel": _brushed,
    "matte": _tooth(0.008),
    "studio backdrop": _tooth(0.008),
}

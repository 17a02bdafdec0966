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
RINGS = 34  # of growth in a tile: a year is about a centimetre
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
    """Growth rings cut lengthwise, fibres along x, and pores between the rings' dark ends."""
    away = np.arange(SIDE, dtype=np.float32)[:, None]
    wander = 18 * _noise(rng, 220, 70) + 4 * _noise(rng, 90, 24)  # texels
    turns = (away + wander) / (SIDE / RINGS) + 0.35 * _noise(rng, 300, 14)  # no two years are alike
    late = _soft(_late(turns - np.floor(turns)))
    clear = 0.5 + 0.5 * (0.5 + 0.5 * _noise(rng, 250, 40)).clip(0, 1.2)
    fibres, splits = _octaves(rng, (0.5, 0.9, 1.8, 4.0), 70, -0.1), _octaves(rng, (0.5, 1.0), 14)
    pores = _specks(_noise(rng, 10, 0.55), 0.06) * (1.2 - late)
    rings = np.asarray(_even(late) * clear, np.float32)
    return _sum((-0.05, rings), (0.045, fibres), (0.02, splits), (-0.24, pores))


def _late(year: Floats) -> Floats:
    """0..1 of a year's growth -> how dark its wood is: slowly darker, and at once light with the next."""
    return np.asarray(np.square(((year - 0.35) / 0.6).clip(0, 1)) * (1 - ((year - 0.95) / 0.05).clip(0, 1)))


def _soft(plane: Floats) -> Floats:
    """Without the steps of single texels, over the tile's edges too."""
    wrapped = cv2.GaussianBlur(np.pad(plane, PAD, mode="wrap"), (0, 0), 0.6)
    return np.asarray(wrapped[PAD:-PAD, PAD:-PAD], np.float32)


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
    """Cement between grains of sand, in clouds, with pin holes."""
    body = _octaves(rng, (0.7, 1.6, 4.0, 12.0, 30.0), rise=0.08)
    grains = _lit(_octaves(rng, (1.0, 2.5), rise=1), toward)
    holes = _specks(_noise(rng, 2.2, 2.2), 0.004)
    return _sum((0.032, body), (0.02, grains), (0.014, _noise(rng, 0.7, 0.7)), (-0.25, holes))


def _plaster(rng: Rng, toward: tuple[float, float]) -> Floats:
    """The strokes of a trowel, damp and dry places, grains and pin holes."""
    strokes = _lit(_octaves(rng, (1.2, 3.0, 9.0, 24.0), stretch=1.4, rise=1), toward)
    damp, holes = _octaves(rng, (6.0, 20.0, 50.0)), _specks(_noise(rng, 1.2, 1.2), 0.003)
    return _sum((0.016, strokes), (0.018, damp), (0.014, _noise(rng, 0.7, 0.7)), (-0.1, holes))


def _travertine(rng: Rng, _: tuple[float, float]) -> Floats:
    """Layers, and holes along them."""
    layers = _octaves(rng, (0.8, 2.0, 5.0, 12.0, 30.0), stretch=6, rise=0.2)
    holes = _specks(_noise(rng, 8, 2.2), 0.01)
    return _sum((0.03, layers), (0.014, _noise(rng, 0.7, 0.7)), (-0.22, holes))


def _marble(rng: Rng, _: tuple[float, float]) -> Floats:
    """Clouds and crystals between the veins, as faint as they are."""
    clouds = _octaves(rng, (3.0, 9.0, 30.0, 70.0), rise=0.3)
    return _sum((0.008, clouds), (0.006, _octaves(rng, (0.7, 1.5))))


def _slate(rng: Rng, toward: tuple[float, float]) -> Floats:
    """Cleft layers of several greys, and specks of mica."""
    clefts = _lit(_octaves(rng, (1.5, 5.0, 16.0, 40.0), stretch=1.6, rise=1), toward)
    layers = _octaves(rng, (1.2, 4.0, 14.0, 40.0), stretch=2)
    mica = _specks(_noise(rng, 0.7, 0.7), 0.004)
    return _sum((0.03, clefts), (0.035, layers), (0.022, _noise(rng, 0.6, 0.6)), (0.12, mica))


def _sand(rng: Rng, toward: tuple[float, float]) -> Floats:
    """Grains, each with a lit side and a tone of its own, in shallow waves; some dark, some glitter."""
    waves = _lit(_octaves(rng, (14.0, 34.0, 60.0), stretch=1.3, rise=1), toward)
    grains, tone = _lit(_octaves(rng, (0.7, 1.1), rise=1), toward), _noise(rng, 0.6, 0.6)
    dark, bright = _specks(_noise(rng, 0.7, 0.7), 0.012), _specks(_noise(rng, 0.6, 0.6), 0.004)
    return _sum((0.02, waves), (0.055, grains), (0.035, tone), (-0.2, dark), (0.16, bright))


def _moss(rng: Rng, toward: tuple[float, float]) -> Floats:
    """Tufts of small leaves, and the dark between them."""
    tufts, gaps = _octaves(rng, (7.0, 18.0, 40.0), rise=0.2), _specks(_octaves(rng, (2.5, 6.0)), 0.1)
    leaves = _lit(_octaves(rng, (0.9, 2.0, 4.0), rise=0.8), toward)
    return _sum((0.07, tufts), (0.095, leaves), (0.035, _noise(rng, 0.6, 0.6)), (-0.16, gaps))


def _snow(rng: Rng, toward: tuple[float, float]) -> Floats:
    """Loose grains, each with a lit side; some throw the light back."""
    shade = _lit(_octaves(rng, (0.8, 1.6, 5.0), rise=0.9), toward)
    bright = _specks(_noise(rng, 0.6, 0.6), 0.003)
    return _sum((0.018, shade), (0.008, _noise(rng, 0.8, 0.8)), (0.05, bright))


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
    "marble": _marble,
    "slate": _slate,
    "terrazzo": _tooth(0.012, 0.008),
    "sand": _sand,
    "moss": _moss,
    "snow": _snow,
    "steel": _brushed,
    "matte": _tooth(0.008),
    "studio backdrop": _tooth(0.008),
}

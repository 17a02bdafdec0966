"""What grounds that are laid of pieces are made of, where that is more than one stuff."""

from __future__ import annotations

from collections.abc import Callable

from bggen.train.scenes.matter import cloths, earthen, rough, tiled
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.nodes import Material
from bggen.train.scenes.matter.palette import Colour, Rng

CANE: tuple[Colour, ...] = ((176, 128, 80), (186, 140, 90), (164, 116, 72))
_WHITE: Colour = (222, 216, 202)
#: of zellige: inner stars, arms, other arms, crosses, other crosses
_GLAZES: tuple[Colour, ...] = (_WHITE, (30, 66, 138), (42, 132, 134), _WHITE, (196, 140, 58))
#: kinds that are laid of unlike pieces -> what those are made of
_PIECES: dict[str, Callable[[Rng], list[Material]]] = {
    "rattan": lambda _: [m.grainy(colour, 14, 0.3, 0.2, 0.45) for colour in CANE],
    "fallen leaves": lambda _: [
        rough.thin("leaf", [(0.0, a), (0.5, b), (1.0, c)], 0.5, 0.25, 0.16) for a, b, c in _FALLEN
    ],
    "pebbles": lambda rng: [
        rough.rock(rng, colour, 0.2)
        for colour in ((136, 134, 130), (168, 160, 148), (104, 104, 106), (190, 186, 178), (126, 112, 98))
    ],
}
#: sRGB of fallen leaves by their shade: their veins, themselves, their edges; the oldest last
_FALLEN: tuple[tuple[Colour, Colour, Colour], ...] = (
    ((238, 176, 76), (206, 98, 12), (140, 44, 8)),
    ((214, 96, 40), (160, 30, 10), (88, 14, 12)),
    ((240, 206, 110), (216, 152, 36), (150, 84, 26)),
    ((196, 148, 96), (134, 82, 44), (72, 42, 24)),
)
#: sRGB of stones by tone
_BASALT: earthen.Stops = [(0.0, (20, 20, 22)), (0.5, (46, 46, 49)), (1.0, (88, 88, 90))]
_TAN: earthen.Stops = [(0.0, (70, 58, 46)), (0.5, (126, 106, 82)), (1.0, (176, 152, 120))]
_RUST: earthen.Stops = [(0.0, (48, 22, 15)), (0.5, (96, 47, 30)), (1.0, (136, 74, 48))]
#: kinds that have something besides what they are called after -> what that is made of
_BESIDES: dict[str, Callable[[Rng], list[Material]]] = {
    "black sand": lambda rng: [earthen.earthen(rng, _BASALT, 30, 0.14, 0.1, 0.6, 0.15)],
    "fine sand": lambda rng: [earthen.earthen(rng, _TAN, 34, 0.16, 0.12, 0.9, 0.5)],
    "red sand": lambda rng: [earthen.earthen(rng, _RUST, 34, 0.16, 0.12, 0.9, 0.5)],
    "soil": lambda _: [cloths.stitching((104, 80, 54))],
    "zellige": lambda rng: [tiled.glazed(rng, colour) for colour in _GLAZES],
    "tatami": lambda rng: [cloths.braid(rng, (24, 34, 38), (98, 100, 78))],
    "denim": lambda _: [cloths.stitching((206, 122, 50))],
}


def pieces(rng: Rng, kind: str, main: Material) -> list[Material]:
    """What a ground's pieces are made of, by its kind and what it is called after."""
    if kind in _PIECES:
        return _PIECES[kind](rng)
    return [main, *(_BESIDES[kind](rng) if kind in _BESIDES else [])]

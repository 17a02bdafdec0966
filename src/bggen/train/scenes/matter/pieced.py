"""What grounds that are laid of pieces are made of, where that is more than one stuff."""

from __future__ import annotations

from collections.abc import Callable

from bggen.train.scenes.matter import cloths, rough, tiled
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
    "pebbles": lambda rng: [
        rough.rock(rng, colour, 0.2)
        for colour in ((136, 134, 130), (168, 160, 148), (104, 104, 106), (190, 186, 178), (126, 112, 98))
    ],
}
#: kinds that have something besides what they are called after -> what that is made of
_BESIDES: dict[str, Callable[[Rng], list[Material]]] = {
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

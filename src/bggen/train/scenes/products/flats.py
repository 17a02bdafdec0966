"""Products that lie flat, as they are taken from above: 0.5 to 1.4 units long, on z = 0."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.products import garments, smalls
from bggen.train.scenes.products.goods import Good

WEIGHTS = {
    "shirt": 16, "folded": 16, "scarf": 12, "sunglasses": 12, "earrings": 8, "necklace": 4, "scissors": 9,
    "cutlery": 11, "phone": 5, "book": 4, "watch": 6,
}  # fmt: skip


def make(kind: str, rng: Rng) -> Good:
    """One product of a kind in WEIGHTS."""
    return Good(_MAKERS[kind](rng), flat=True)


_MAKERS: dict[str, Callable[[Rng], list[Any]]] = {
    "shirt": garments.shirt,
    "folded": garments.folded,
    "scarf": garments.scarf,
    "sunglasses": smalls.sunglasses,
    "earrings": smalls.earrings,
    "necklace": smalls.necklace,
    "scissors": smalls.scissors,
    "cutlery": smalls.cutlery,
    "phone": smalls.phone,
    "book": smalls.book,
    "watch": smalls.watch,
}

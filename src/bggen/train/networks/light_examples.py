"""What the light network is trained on: packshots with their plates, and the bank's sets.

Of a packshot the truth is what the product did to its plate. Of a set, whose light was measured, it is what
that light would do to a product put there: no render, but from many more places than the packshots know.
What a direction would take from each pixel is worked out once; a guess is then judged by the picture that
it makes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen import gamma
from bggen.families.studio.light import casts, guess
from bggen.families.studio.light.solid import Floats
from bggen.families.studio.sets import bank
from bggen.train.attributes import side_said, view_said
from bggen.train.data import VALIDATION_EVERY, Packed, bounds, cut_off
from bggen.train.networks.held_sets import held_back
from bggen.train.scenes.bank.measure import ground_of

SIDE = 128  # pixels a side that shadows are worked out at
RING = 8  # of them about the product, where errors count most
POINTS = 1400  # pixels of a scene that are kept
A_LITTLE = (1e-3,)  # shine: what a ground mirrors is as good as the same for all that most grounds have
SETS = 5  # products put into each set


@dataclass(frozen=True, slots=True)
class Example:
    """An empty picture, a product's place in it, and what light does about it at some pixels."""

    source: str  # packshots or bank
    held_back: bool
    picture: NDArray[np.uint8]  # (SIDE, SIDE, 3)
    alpha: NDArray[np.uint8]  # (SIDE, SIDE)
    side: str | None
    hard: bool
    view: str
    blocked: NDArray[np.uint8]  # (POINTS, AROUND): of each direction, in 255ths
    mirror: NDArray[np.float16]  # (POINTS, BLURS, 3) linear
    before: NDArray[np.float16]  # (POINTS, 3) linear
    after: NDArray[np.float16]  # (POINTS, 3) linear
    near: NDArray[np.bool_]  # (POINTS,) whether in the ring


@dataclass(frozen=True, slots=True)
class Place:
    """Where a product stands, all at SIDE: what of the light is kept from where."""

    plate: Floats  # linear
    product: Floats  # linear, valid where it is
    alpha: Floats
    ground: Floats | None = None

    def regions(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """(SIDE, SIDE): about the product; and the ring right about it."""
        size = int(0.9 * np.sqrt((self.alpha > 0.5).sum())) | 1
        free = (self.alpha < 0.02) & (self.ground is None or self.ground > 0.5)
        wide, ring = (cv2.dilate(self.alpha, np.ones((k, k))) for k in (size, 2 * RING + 1))
        return (wide > 0.5) & free, (ring > 0.5) & free

    def planes(self, elevation: float) -> tuple[Floats, Floats]:
        """(AROUND, SIDE, SIDE) blocked and (BLURS, SIDE, SIDE, 3) mirrored."""
        blocked = casts.blocked(self.alpha, guess.directions(elevation), elevation)
        ground = np.ones_like(self.alpha) if self.ground is None else self.ground
        wall = casts.behind(self.plate, ground, A_LITTLE, casts.wall_of(self.plate))
        return blocked, casts.mirrored(self.alpha, self.product, wall, elevation)


def of_packshots(packed: Packed, rng: np.random.Generator) -> list[Example]:
    """Every scene that has a plate."""
    found = []
    for row, rgba in zip(packed.rows, packed.rgba, strict=True):
        side, hard, view = light_of(row)
        if row["plate"] < 0 or view is None:
            continue
        finished, plate = _small(rgba[:, :, :3]), _small(packed.plate[row["plate"]])
        light = gamma.to_linear(finished)
        place = Place(gamma.to_linear(plate), light, _small(rgba[:, :, 3]))
        held = row["id"] % VALIDATION_EVERY == 0
        known = {"source": "packshots", "held_back": held, "side": side, "hard": hard}
        made = _example(place, light, guess.elevation_of(view), rng, {**known, "view": view})
        found += [made] if made else []
    return found


def of_bank(packed: Packed, rng: np.random.Generator, plates: Iterable[bank.Plate]) -> list[Example]:
    """Products of the training packshots on each of the sets whose light was measured."""
    standing = dict[str, list[int]]()
    for index in packed.split(held_back=False):
        alpha = packed.rgba[index, :, :, 3]
        if (view := light_of(packed.rows[index])[2]) and not cut_off(alpha):
            standing.setdefault(view, []).append(index)
    found = []
    for plate in plates:
        view = guess.view_of(plate.elevation)
        if (light := plate.light) is None or view not in standing:
            continue
        empty = gamma.to_linear(_small(plate.pixels()))
        for index in rng.choice(standing[view], SETS):
            place = _put(plate, empty, packed.rgba[index], rng)
            if place is None:
                continue
            assert place.ground is not None
            after = casts.cast(place.plate, place.alpha, place.product, light, place.ground)
            side = plate.light_side if plate.light_side in guess.SIDES else None
            known = {"source": "bank", "held_back": held_back(plate), "side": side, "hard": plate.hard_light}
            made = _example(place, after, plate.elevation, rng, {**known, "view": view})
            found += [made] if made else []
    return found


def light_of(row: dict[str, Any]) -> tuple[str | None, bool, str | None]:
    """A packshot's light side, whether it is hard, and its view, in the network's words."""
    return side_said(row), "hard" in row["light"], view_said(row)


def _small(plane: NDArray[Any]) -> Floats:
    return np.asarray(
        cv2.resize(np.asarray(plane), (SIDE, SIDE), interpolation=cv2.INTER_AREA) / 255, np.float32
    )


def _put(plate: bank.Plate, empty: Floats, rgba: NDArray[np.uint8], rng: np.random.Generator) -> Place | None:
    """A packshot's product on a set's stand, `empty` in linear light; None where it doesn't fit in."""
    box = bounds(rgba[:, :, 3])
    assert box is not None
    product = rgba[box[1] : box[3], box[0] : box[2]]
    scale = plate.unit * float(rng.uniform(0.5, 1.0)) * SIDE / max(product.shape[:2])
    size = (max(round(product.shape[1] * scale), 4), max(round(product.shape[0] * scale), 4))
    product = np.asarray(cv2.resize(product, size, interpolation=cv2.INTER_AREA), np.uint8)
    left = round(plate.stand[0] * SIDE + float(rng.normal(0, 4)) - size[0] / 2)
    top = round(plate.stand[1] * SIDE + float(rng.uniform(-2, 3)) - size[1])
    if min(left, top) < 1 or left + size[0] >= SIDE or top + size[1] >= SIDE:
        return None
    alpha, shown = np.zeros((SIDE, SIDE), np.float32), empty.copy()
    here = (slice(top, top + size[1]), slice(left, left + size[0]))
    alpha[here] = product[:, :, 3] / np.float32(255)
    shown[here] = gamma.to_linear(np.asarray(product[:, :, :3] / np.float32(255), np.float32))
    top_corners = None if plate.podium_top is None else plate.podium_top.tolist()
    return Place(empty, shown, alpha, ground_of({"top": top_corners, "horizon": plate.horizon}, SIDE))


def _example(
    place: Place, after: Floats, elevation: float, rng: np.random.Generator, known: dict[str, Any]
) -> Example | None:
    """What is kept of a scene; None where too little of it is to be seen."""
    region, ring = place.regions()
    rows, columns = np.nonzero(region)
    if len(rows) < 200 or ring.sum() < 100:
        return None
    share = np.where(ring[region], 3.0, 1.0)
    many = len(rows) >= POINTS
    chosen = rng.choice(len(rows), POINTS, replace=not many, p=share / share.sum() if many else None)
    rows, columns = rows[chosen], columns[chosen]
    blocked, mirror = place.planes(elevation)
    return Example(
        picture=np.asarray(gamma.to_srgb(place.plate) * 255 + 0.5, np.uint8),
        alpha=np.asarray(place.alpha * 255 + 0.5, np.uint8),
        blocked=(blocked[:, rows, columns].T * 255 + 0.5).clip(0, 255).astype(np.uint8),
        mirror=mirror[:, rows, columns].transpose(1, 0, 2).astype(np.float16),
        before=place.plate[rows, columns].astype(np.float16),
        after=after[rows, columns].astype(np.float16),
        near=ring[rows, columns],
        **known,
    )

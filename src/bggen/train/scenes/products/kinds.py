"""Products drawn at random for training scenes: about one unit tall, standing on z = 0."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.products import (
    figures,
    flats,
    gear,
    goods,
    packs,
    plush,
    shoes,
    tableware,
    toys,
    worn,
)
from bggen.train.scenes.products.gltf import Unreadable
from bggen.train.scenes.products.skins import skin
from bggen.train.scenes.products.stock import Stock
from bggen.train.scenes.products.unpack import unpack

WEIGHTS = {
    "bottle": 18, "jar": 10, "can": 6, "tube": 5, "box": 13, "cup": 8, "vase": 8, "ball": 3, "pouch": 5,
    "gadget": 10, "headphones": 4, "chair": 4, "lamp": 4, "shoe": 6, "camera": 5, "handbag": 4, "perfume": 4,
    "stack": 4, "candle": 3,
}  # fmt: skip
#: kinds that packshots and shop photos do not show: these are drawn by WEIGHTS, each known by its seed
FURTHER = {
    "espresso": 9, "mug": 9, "teapot": 4, "bowl": 5, "plates": 4, "glass": 4, "stored": 6, "mills": 4,
    "carton": 7, "spray": 4, "plant": 5, "basket": 4, "bear": 9, "dog": 8, "duck": 5, "doll": 4, "car": 7,
    "robot": 6, "armoured": 4, "animal": 4, "shoes": 22, "hat": 6, "bag": 5, "backpack": 3, "wristwatch": 4,
    "belt": 3, "keyboard": 3, "laptop": 3, "speaker": 3, "drill": 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Product:
    """The parts that make it up, all hung on a pivot."""

    kind: str
    parts: list[Any]
    pivot: Any
    flat: bool = False  # it lies already


def draw(rng: Rng, stock: Stock | None = None, lying: float = 0.0) -> Product:
    """One product, turned a little about its own axis.

    Args:
        stock: the user's own, shown in its share of the draws.
        lying: in what part (0..1) of the draws of our own it is one of those that lie flat.

    Raises:
        Unreadable: a file of the stock turned out broken at its import; the message names it.
    """
    kind = stock.pick(rng) if stock else None
    if stock and kind is not None:
        good = _own(stock.files[kind])
    elif lying and rng.chance(lying):
        kind = rng.weighted(**flats.WEIGHTS)
        good = flats.make(kind, rng)
    else:
        kind = rng.weighted(**WEIGHTS)
        good = make(kind, rng)
    pivot = g.empty("pivot")
    for thing in good.parts + good.helpers:
        if thing.parent is None:
            thing.parent = pivot
    pivot.rotation_euler[2] = rng.uniform(-0.7, 0.7)
    pivot.scale = [rng.uniform(0.9, 1.1)] * 3
    return Product(kind, good.parts, pivot, good.flat)


def _own(path: Path) -> goods.Good:
    try:
        return unpack(path)
    except Unreadable as error:
        raise Unreadable(f"{path}: {error}") from None


def make(kind: str, rng: Rng) -> goods.Good:
    """One product of a kind in WEIGHTS or FURTHER."""
    made = _MAKERS[kind](rng)
    return made if isinstance(made, goods.Good) else goods.Good(made)


def _height(rng: Rng, low: float = 0.6, high: float = 1.0) -> float:
    return rng.uniform(low, high)


def _bottle(rng: Rng) -> list[Any]:
    h, r = _height(rng), rng.uniform(0.12, 0.22)
    shoulder, neck = rng.uniform(0.5, 0.72), r * rng.uniform(0.3, 0.5)
    profile = [
        (r * 0.96, 0), (r, 0.02), (r, h * shoulder * 0.5), (r, h * shoulder),
        (r * 0.86, h * (shoulder + 0.07)), (neck * 1.3, h * (shoulder + 0.15)),
        (neck, h * (shoulder + 0.19)), (neck, h * 0.9),
    ]  # fmt: skip
    parts = [
        g.lathe("body", profile, skin(rng)),
        g.lathe("cap", [(neck * 1.15, h * 0.86), (neck * 1.15, h)], skin(rng)),
    ]
    if rng.chance(0.6):
        low, high = h * shoulder * rng.uniform(0.1, 0.3), h * shoulder * rng.uniform(0.6, 0.95)
        parts.append(
            g.lathe("label", [(r * 1.004, low), (r * 1.006, low + 0.002), (r * 1.004, high)], skin(rng))
        )
    return parts


def _round(rng: Rng, radius: tuple[float, float], height: float, lid: bool) -> list[Any]:
    r, h = rng.uniform(*radius), height
    profile = [(r * 0.97, 0), (r, 0.02), (r, h * 0.5), (r, h * 0.8), (r * rng.uniform(0.85, 1), h * 0.84)]
    parts = [g.lathe("body", profile, skin(rng))]
    if lid:
        parts.append(g.lathe("lid", [(r * 1.02, h * 0.82), (r * 1.02, h)], skin(rng)))
    return parts


def _tube(rng: Rng) -> list[Any]:
    h, r = _height(rng), rng.uniform(0.1, 0.16)
    cap = g.lathe("cap", [(r * 0.8, 0), (r * 0.8, h * 0.15)], skin(rng))
    rings = []
    for k in range(9):  # round at the cap, flat at the crimp
        t = k / 8
        turns = [2 * math.pi * i / 32 for i in range(32)]
        flat = r * (1 - 0.96 * t)
        wide = r * (1 + 0.35 * t)
        rings.append([(wide * math.cos(a), flat * math.sin(a), h * (0.15 + 0.85 * t)) for a in turns])
    return [cap, g.loft("tube", rings, skin(rng), smooth=1)]


def _vase(rng: Rng) -> list[Any]:
    h, r = _height(rng), rng.uniform(0.16, 0.32)
    swing = [
        (r * (0.6 + 0.5 * math.sin(1.1 + 3.2 * t / 9 + rng.uniform(-0.1, 0.1))), h * t / 9)
        for t in range(1, 10)
    ]
    profile = [(r * rng.uniform(0.5, 0.9), 0.0), *swing]
    return [g.lathe("vase", profile, skin(rng), ribs=rng.choice([0, 0, 12, 20]), depth=0.03)]


def _box(rng: Rng) -> list[Any]:
    size = (rng.uniform(0.3, 0.8), rng.uniform(0.15, 0.6), _height(rng) * rng.uniform(0.4, 1))
    return [g.box("box", size, skin(rng), rng.uniform(0.003, 0.05))]


def _stack(rng: Rng) -> list[Any]:
    parts, z = list[Any](), 0.0
    for _ in range(rng.randint(2, 4)):
        size = (rng.uniform(0.4, 0.7), rng.uniform(0.3, 0.5), rng.uniform(0.08, 0.25))
        parts.append(g.box("box", size, skin(rng), 0.01, (0, 0, z), rng.uniform(-0.3, 0.3)))
        z += size[2]
    return parts


def _cup(rng: Rng) -> list[Any]:
    r, h, material = rng.uniform(0.2, 0.28), rng.uniform(0.35, 0.55), skin(rng)
    rim = r * rng.uniform(0.95, 1.2)
    profile = [(r * 0.8, 0), (r, 0.06), (rim, h), (rim * 0.93, h), (r * 0.85, 0.06), (0.001, 0.05)]
    parts = [g.lathe("cup", profile, material)]
    if rng.chance(0.7):
        at = ((r + rim) / 2 + 0.02, 0, h * 0.52)
        parts.append(g.ring("handle", h * 0.28, 0.03, material, at, (math.pi / 2, 0, 0)))
    return parts


def _ball(rng: Rng) -> list[Any]:
    r = rng.uniform(0.25, 0.45)
    return [g.ball("ball", r, skin(rng), (0, 0, r * 0.95), rng.uniform(0.8, 1.1))]


def _pouch(rng: Rng) -> list[Any]:
    """A standing bag: full below, crimped flat above."""
    wide, h, deep = rng.uniform(0.2, 0.33), _height(rng) * 0.8, rng.uniform(0.1, 0.16)
    rings = []
    for k in range(11):
        t = k / 10
        full = deep * (0.75 + 1.1 * t - 1.85 * t**2) + 0.006
        side = wide * (1 - 0.06 * math.sin(math.pi * t))
        corner = [2 * math.pi * i / 40 for i in range(40)]
        rings.append(
            [
                (
                    side * math.copysign(abs(math.cos(a)) ** 0.5, math.cos(a)),
                    full * math.copysign(abs(math.sin(a)) ** 0.8, math.sin(a)),
                    h * t,
                )
                for a in corner
            ]
        )
    thing = g.loft("pouch", rings, skin(rng))
    g.lumpy(thing, 0.3, 0.03)
    return [thing]


def _gadget(rng: Rng) -> list[Any]:
    w, d, h = rng.uniform(0.35, 0.8), rng.uniform(0.2, 0.4), rng.uniform(0.25, 0.7)
    parts = [g.box("case", (w, d, h), skin(rng), rng.uniform(0.02, 0.09))]
    for _ in range(rng.randint(1, 3)):
        knob = g.lathe("knob", [(rng.uniform(0.05, 0.2), 0), (rng.uniform(0.05, 0.18), 0.05)], skin(rng))
        knob.rotation_euler[0] = math.pi / 2
        knob.location = (rng.uniform(-w / 3, w / 3), -d / 2, rng.uniform(h * 0.3, h * 0.7))
        parts.append(knob)
    return parts


def _lamp(rng: Rng) -> list[Any]:
    h = _height(rng)
    shade = [(rng.uniform(0.2, 0.32), h * 0.6), (rng.uniform(0.1, 0.2), h)]
    return [
        g.lathe("foot", [(0.18, 0), (0.18, 0.03)], skin(rng)),
        g.lathe("stem", [(0.02, 0.03), (0.02, h * 0.7)], skin(rng)),
        g.lathe("shade", shade, skin(rng)),
    ]


_MAKERS: dict[str, Callable[[Rng], list[Any] | goods.Good]] = {
    "bottle": _bottle,
    "jar": lambda rng: _round(rng, (0.22, 0.4), _height(rng) * rng.uniform(0.45, 0.75), lid=True),
    "can": lambda rng: _round(rng, (0.16, 0.3), _height(rng), lid=True),
    "candle": lambda rng: _round(rng, (0.14, 0.3), _height(rng) * rng.uniform(0.4, 0.9), lid=False),
    "tube": _tube, "vase": _vase, "box": _box, "stack": _stack, "cup": _cup, "ball": _ball, "pouch": _pouch,
    "gadget": _gadget, "lamp": _lamp,
    "headphones": lambda rng: goods.headphones(rng, goods.Skins(skin(rng), skin(rng), skin(rng))),
    "chair": lambda rng: goods.chair(rng, goods.Skins(skin(rng), skin(rng), skin(rng))),
    "shoe": lambda rng: goods.sneaker(rng, goods.any_shoe(rng)),
    "camera": lambda rng: goods.camera(rng, goods.Skins(skin(rng), skin(rng), skin(rng))),
    "handbag": lambda rng: goods.handbag(rng, goods.Skins(skin(rng), skin(rng), skin(rng))),
    "perfume": lambda rng: goods.perfume(rng, goods.Skins(skin(rng), skin(rng), skin(rng))),
    "espresso": tableware.espresso, "mug": tableware.mug, "teapot": tableware.teapot, "bowl": tableware.bowl,
    "plates": tableware.plates, "glass": tableware.glass, "stored": tableware.stored,
    "mills": tableware.mills, "carton": packs.carton, "spray": packs.spray,
    "plant": packs.plant, "basket": packs.basket,
    "bear": plush.bear, "dog": plush.dog, "duck": toys.duck, "doll": plush.doll, "car": toys.car,
    "robot": figures.robot, "armoured": figures.armoured, "animal": toys.animal,
    "shoes": shoes.make, "hat": worn.hat, "bag": worn.bag,
    "backpack": worn.backpack, "wristwatch": worn.watch, "belt": worn.belt, "keyboard": gear.keyboard,
    "laptop": gear.laptop, "speaker": gear.speaker, "drill": gear.drill,
}  # fmt: skip

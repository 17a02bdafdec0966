"""What light falls on each set's stand: the bare set, and the same set with known things standing in it.

The pictures are small and are measured, not shown: `python -m bggen.train.scenes measure` works out from them
the light that any other thing would keep from the ground there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bggen.train.scenes.catalogue import Spec
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.pictures import plates
from bggen.train.scenes.pictures.photos import stand_on
from bggen.train.scenes.products import goods, kinds
from bggen.train.scenes.studio import assembly
from bggen.train.scenes.studio.blender import Quality, Studio

GREY = (150.0, 150.0, 150.0)


def _pole(rng: Rng) -> goods.Good:
    profile = [(0.11, 0), (0.11, 0.8), (0.001, 0.8)]
    return goods.Good([g.lathe("pole", profile, m.solid(GREY, 0.9), 64)])


def _block(rng: Rng) -> goods.Good:
    return goods.Good([g.box("block", (0.62, 0.3, 0.42), m.solid(GREY, 0.9))])


PROBES: dict[str, Callable[[Rng], goods.Good]] = {"pole": _pole, "block": _block}


def shoot(studio: Studio, number: int, spec: Spec, out: Path, size: int, samples: int) -> dict[str, Any]:
    """Render a set bare, with each probe, and with a product to check by -> its row."""
    it = assembly.build(studio, number, spec)
    rng, square, row = Rng(f"probes:{number}"), (size, size), it.row
    plates.expose(studio, spec, square)
    studio.picture(square, Quality(samples)).save(out / f"{row['id']}-bare.png")
    row["check"] = rng.weighted(**kinds.WEIGHTS)
    known = PROBES | {"check": lambda rng: kinds.make(row["check"], rng)}
    put: dict[str, list[Any]] = {}
    for name, make in known.items():
        good = make(rng)
        stand_on(good, rng.uniform(-0.6, 0.6) if name == "check" else 0.0, it.lift)
        studio.picture(square, Quality(samples)).save(out / f"{row['id']}-{name}.png")
        put[name] = good.parts
        for thing in good.parts:
            thing.hide_render = True
    for name, parts in put.items():
        studio.silhouette(parts, square).save(out / f"{row['id']}-{name}-alpha.png")
    row["toward"], row["top"] = list(it.toward), assembly.standing_room(studio, it)
    return row

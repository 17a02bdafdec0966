"""Things that are stood in a set, beside renders of the set in which they truly stand.

For each of some sets whose light was measured: the set bare, and the same with one prop at its stand. The
shadow that the studio model gives the prop's picture on the bare set is compared with the true one, in the
ring around it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bggen.families.studio.beside.layout import Stood
from bggen.families.studio.beside.paint import with_things
from bggen.families.studio.light.casts import LYING
from bggen.families.studio.sets import bank, props, staging
from bggen.options import Options
from bggen.spec import Rgb, Scene
from bggen.train.scenes.catalogue import specs
from bggen.train.scenes.catalogue.beside import beside
from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.pictures import plates
from bggen.train.scenes.pictures.beside import put
from bggen.train.scenes.studio import assembly
from bggen.train.scenes.studio.blender import Quality, Studio

RING = 16  # pixels around a prop, at 256 a side
SEEN = 0.05  # coverage: more of a prop's own pixels than that is no ground


def compare(
    studio: Studio, out: Path, count: int, size: int, samples: int
) -> Iterator[tuple[str, float, float]]:
    """Name of set and prop, the error in the ring, and the bare set's; the pictures go to `out`.

    Which prop a set is given follows from its id.
    """
    out.mkdir(parents=True, exist_ok=True)
    every = [p for p in bank.load() if p.light and p.id.isdigit() and p.podium_top is None]
    for plate in Rng("truth").sample(every, count):
        above = plate.elevation > LYING
        alike = [p for p in props.load() if (p.elevation > LYING) == above and (above or p.elevation < 20)]
        prop = Rng(f"truth:{plate.id}").choice(alike)
        bare, true, alpha = _shoot(studio, plate, prop, size, samples)
        light = np.array(plate.falling, np.float32)
        made, things = with_things(bare, [_stood(prop, plate, size)], plate, _scene(plate, size), light)
        name = f"{plate.id}-{prop.file.removesuffix('.avif')}"
        Image.fromarray(np.concatenate([bare, true, made], 1)).save(out / f"{name}.png")
        ring = _ring(np.maximum(alpha, things), size)
        off, without = (np.abs(rgb.astype(np.float64) - true)[ring].sum() for rgb in (made, bare))
        yield name, float(off), float(without)


def _shoot(
    studio: Studio, plate: bank.Plate, prop: props.Prop, size: int, samples: int
) -> tuple[Rgb, Rgb, NDArray[np.uint8]]:
    """The set bare, with the prop, and the prop's coverage."""
    square, number = (size, size), int(plate.id)
    it = assembly.build(studio, number, specs()[number])
    plates.expose(studio, it.spec, square)
    bare = np.asarray(studio.picture(square, Quality(samples)))
    before = set(studio.scene.objects)
    of = next(one for one in beside() if one.name == prop.kind and prop.group in one.numbers)
    put(of, prop.group, plate.elevation > LYING)
    true = np.asarray(studio.picture(square, Quality(samples)))
    parts = [thing for thing in studio.scene.objects if thing not in before and thing.type == "MESH"]
    return bare, true, np.asarray(studio.silhouette(parts, square))


def _scene(plate: bank.Plate, size: int) -> Scene:
    """A canvas that shows the plate as it is, with no product on it."""
    tall = staging.PRODUCT_HEIGHT * plate.unit * size
    x, y = (place * size for place in plate.stand)
    bottom = y + 0.22 * tall * math.sin(math.radians(plate.elevation))
    box = (round(x - tall / 2), round(bottom - tall), round(x + tall / 2), round(bottom))
    blank = np.zeros((size, size), np.uint8)
    return Scene(np.zeros((size, size, 3), np.uint8), blank, None, box, (0, 0), 1.0, Options(), 1)


def _stood(prop: props.Prop, plate: bank.Plate, size: int) -> Stood:
    scale = plate.unit * size / prop.unit
    x, y = (place * size for place in plate.stand)
    left, top = x - prop.foot[0] * scale, y - prop.foot[1] * scale
    box = (left, top, left + prop.size[0] * scale, top + prop.size[1] * scale)
    return Stood(prop, prop.kind, False, (x, y), scale, box)


def _ring(alpha: NDArray[np.uint8], size: int) -> NDArray[np.bool_]:
    """(h, w): the ground next to what is covered."""
    reach = round(RING * size / 256)
    near = cv2.dilate(alpha, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1)))
    return np.asarray((near > 127) & (alpha <= 255 * SEEN))

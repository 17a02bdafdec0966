"""The scenes that evaluation asks for, and the painters it asks: through the engine, as any user would."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bggen.engine import Engine
from bggen.families.studio.painter import DIFFUSION, WEIGHTS
from bggen.families.studio.sets import bank
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Job, Plane, Rgb
from bggen.train.captions import plain_caption
from bggen.train.data import Packed
from bggen.train.evaluation import baselines


@dataclass(frozen=True)
class Subject:
    """A held-back scene: its true picture, the product's cover, and its empty set where there is one."""

    index: int  # in the packed scenes
    row: dict[str, Any]
    rgb: Rgb
    alpha: Plane
    plate: Rgb | None

    @property
    def name(self) -> str:
        """A label for errors."""
        return f"scene {self.row['id']}"

    def cut_out(self) -> bytes:
        """The product where it was, as a PNG with transparency."""
        return png(np.dstack([self.rgb, self.alpha]))


@dataclass(frozen=True)
class Entrant:
    """Somebody who paints: `paint` by a prompt, one picture or several; `onto` on the scene's own plate."""

    name: str
    paint: Callable[[Subject, str, int], list[Rgb]]
    onto: Callable[[Subject], Rgb] | None = None  # None: it can't be given a set
    options: Options | None = None  # None: not a model of ours, so no bytes and no seconds
    settings: Settings | None = None
    reads: bool = False  # whether the words change what it paints


def subjects(packed: Packed, count: int) -> list[Subject]:
    """Evenly spread held-back scenes, at most `count`."""
    pool = packed.split(held_back=True)
    found = []
    for index in sorted({pool[k * len(pool) // min(count, len(pool))] for k in range(min(count, len(pool)))}):
        row, rgba = packed.rows[index], np.array(packed.rgba[index])
        plate = np.array(packed.plate[row["plate"]]) if row["plate"] >= 0 else None
        found.append(Subject(index, row, rgba[:, :, :3].copy(), rgba[:, :, 3].copy(), plate))
    return found


def png(pixels: NDArray[np.uint8]) -> bytes:
    """(h, w, 3 or 4) as a file's bytes."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def model(name: str, options: Options, settings: Settings) -> Entrant:
    """A model behind the engine; its cut-out is the render's own, placed where it was."""
    engine = Engine(settings)
    fixed = options.model_copy(update={"cutout": "alpha", "placement": "original"})

    def paint(subject: Subject, prompt: str, count: int) -> list[Rgb]:
        wanted = fixed.model_copy(update={"prompt": prompt, "variants": count})
        job = Job(subject.name, wanted, data=subject.cut_out())
        return [render.rgb for render in engine.render(job)]

    def onto(subject: Subject) -> Rgb:
        if subject.plate is None:
            raise ValueError(f"{subject.name} has no plate")
        with tempfile.NamedTemporaryFile(suffix=".png") as file:
            file.write(png(subject.plate))
            file.flush()
            wanted = fixed.model_copy(update={"prompt": plain_caption(subject.row), "reference": file.name})
            return next(engine.render(Job(subject.name, wanted, data=subject.cut_out()))).rgb

    return Entrant(name, paint, onto, fixed, settings, reads=True)


def knowing_nothing(packed: Packed) -> list[Entrant]:
    """The three baselines."""
    return [
        Entrant("flat colour", lambda s, _, n: [baselines.flat(s.rgb, s.alpha)] * n),
        Entrant("stretched surroundings", lambda s, _, n: [baselines.stretched(s.rgb, s.alpha)] * n),
        Entrant(
            "nearest training scene", lambda s, _, n: [baselines.copied(packed, s.index, s.rgb, s.alpha)] * n
        ),
    ]


def weight(options: Options) -> int:
    """Bytes of everything a model needs on disk."""
    if options.model != "studio":
        folders = [Path(options.model)]
    elif options.reference == "none":
        folders = [DIFFUSION]
    else:
        folders = [bank.HOME, WEIGHTS]
    return sum(file.stat().st_size for folder in folders for file in folder.rglob("*") if file.is_file())

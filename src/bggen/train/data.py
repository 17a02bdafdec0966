"""Packshots as memory-mapped arrays: pack once, then read any crop without decoding a picture.

A packed folder holds `rgba.npy` (n, s, s, 4) uint8, `plate.npy` (m, s, s, 3) uint8 and `rows.jsonl`, one
row a scene in the arrays' order; a row's `plate` is its index into `plate.npy`, or -1.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torch.nn import functional as F

FAINT = 5  # of 255: less cover is an edge's blur
VALIDATION_EVERY = 20  # ids divisible by this are held back from every training


@dataclass(frozen=True)
class Packed:
    """The packed scenes; `rgba` is finished picture + product coverage, `plate` the empty sets."""

    rgba: NDArray[np.uint8]
    plate: NDArray[np.uint8]
    rows: list[dict[str, Any]]

    def split(self, held_back: bool, plates_only: bool = False) -> list[int]:
        """Indices of the training scenes, or of the held-back ones."""
        return [
            i
            for i, row in enumerate(self.rows)
            if (row["id"] % VALIDATION_EVERY == 0) == held_back and (not plates_only or row["plate"] >= 0)
        ]


def load_packed(folder: Path) -> Packed:
    """Open a packed folder; pictures stay on disk until they are touched."""
    rows = [json.loads(line) for line in (folder / "rows.jsonl").read_text().splitlines()]
    rgba = np.load(folder / "rgba.npy", mmap_mode="r")
    plate = np.load(folder / "plate.npy", mmap_mode="r")
    return Packed(rgba, plate, rows)


def pack(sources: Sequence[Path], folder: Path, side: int | None = None) -> int:
    """Decode every scene of some packshots folders into arrays; returns how many there are.

    Args:
        sources: folders with `scenes*.jsonl`, and the pictures in them or in their `scenes`.
        side: pixels a side to bring all to; None: the first picture's.
    """
    found = [pair for source in sources for pair in _scenes(source)]
    if not found:
        raise SystemExit(
            f"no scenes in {', '.join(map(str, sources))}: scenes*.jsonl and its pictures are looked for"
        )
    if side is None:
        with Image.open(found[0][1]) as first:
            side = first.width
    plates = [path.with_name(f"{path.stem}p.webp") for _, path in found]
    have = [plate.exists() for plate in plates]
    folder.mkdir(parents=True, exist_ok=True)
    rgba = np.lib.format.open_memmap(folder / "rgba.npy", "w+", np.uint8, (len(found), side, side, 4))
    plate = np.lib.format.open_memmap(folder / "plate.npy", "w+", np.uint8, (sum(have), side, side, 3))
    filled = 0
    for i, (row, path) in enumerate(found):
        rgba[i] = _pixels(path, "RGBA", side)
        row["plate"] = filled if have[i] else -1
        if have[i]:
            plate[filled] = _pixels(plates[i], "RGB", side)
            filled += 1
    rgba.flush()
    plate.flush()
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row, _ in found))
    return len(found)


def _scenes(source: Path) -> list[tuple[dict[str, Any], Path]]:
    """Each row of a folder with its finished picture, those that have one."""
    tables = [file.read_text("utf-8") for file in sorted(source.glob("scenes*.jsonl"))]
    rows = [json.loads(line) for table in tables for line in table.splitlines()]
    home = source / "scenes" if (source / "scenes").is_dir() else source
    pairs = [(row, home / f"{row['id']:06d}.webp") for row in rows]
    return [(row, path) for row, path in sorted(pairs, key=lambda pair: pair[1]) if path.exists()]


def _pixels(path: Path, mode: str, side: int) -> NDArray[np.uint8]:
    """(side, side, c). Each channel by itself: what lies under no coverage counts, too."""
    with Image.open(path) as picture:
        bands = picture.convert(mode).split()
    if bands[0].width != side:
        bands = tuple(band.resize((side, side), Image.Resampling.LANCZOS) for band in bands)
    return np.stack([np.asarray(band) for band in bands], axis=2)


def to_tensor(pixels: NDArray[np.uint8]) -> Tensor:
    """(h, w, c) uint8 -> (c, h, w) float in 0..1."""
    return torch.from_numpy(np.array(pixels)).permute(2, 0, 1).float().div_(255)


def crop_to(picture: Tensor, box: tuple[int, int, int, int], size: int, flip: bool) -> Tensor:
    """(c, h, w) -> (c, size, size): the box (left, top, right, bottom), resized, mirrored where asked."""
    left, top, right, bottom = box
    part = picture[None, :, top:bottom, left:right]
    part = F.interpolate(part, (size, size), mode="bilinear", antialias=True, align_corners=False)
    return part[0].flip(-1) if flip else part[0]


def bounds(alpha: NDArray[np.uint8]) -> tuple[int, int, int, int] | None:
    """The box (left, top, right, bottom) of alpha above one half, None where there is none."""
    rows, columns = np.flatnonzero((alpha > 127).any(1)), np.flatnonzero((alpha > 127).any(0))
    if not len(rows):
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def cut_off(alpha: NDArray[np.uint8]) -> bool:
    """Whether a product (h, w) reaches the picture's border."""
    return bool(max(alpha[0].max(), alpha[-1].max(), alpha[:, 0].max(), alpha[:, -1].max()) >= FAINT)


def random_box(
    side: int, keep: tuple[int, int, int, int] | None, low: float, rng: np.random.Generator
) -> tuple[int, int, int, int]:
    """A random square in a `side` square, at least `low` of it wide; holds `keep` with a small margin."""
    least = int(side * low)
    if keep is not None:
        least = max(least, int(max(keep[2] - keep[0], keep[3] - keep[1]) * 1.1) + 4)
    width = int(rng.integers(min(least, side), side + 1))
    spans = []
    for axis in (0, 1):
        first, last = 0, side - width
        if keep is not None:
            first = max(first, min(keep[axis + 2] + 2 - width, last))
            last = max(first, min(last, keep[axis] - 2))
        spans.append(int(rng.integers(first, last + 1)))
    return spans[0], spans[1], spans[0] + width, spans[1] + width

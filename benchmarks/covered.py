"""How much of a canvas the product covers, and so what could be left out of painting it at the most.

    python benchmarks/covered.py PHOTO ... [--size 1024] [--json figures.json]

What is counted is covered wholly, by opaque product: tokens of 16 pixels as transformers have them, tiles of
128 and 256 pixels as autoencoders are tiled by, the tiles with and without the neighbourhood that a
convolutional decoder sees beyond them, and what a rectangle around all that is to be painted would leave out.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from bggen.benchmark import machine
from bggen.engine import prepare
from bggen.errors import BadInput
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Job, Plane

OPAQUE = 250  # of 255: what is less lets the scene through
SIGHT = 96  # pixels that a decoder of eight-fold latents sees beyond a tile, at the least


def covered(alpha: Plane) -> dict[str, float]:
    """Shares of the canvas that need no painting. `alpha`: the product's coverage of the canvas."""
    opaque = alpha >= OPAQUE
    need_y, need_x = np.flatnonzero(~opaque.all(axis=1)), np.flatnonzero(~opaque.all(axis=0))
    rectangle = (np.ptp(need_y) + 1) * (np.ptp(need_x) + 1) if len(need_y) else 0
    seen = cv2.erode(opaque.astype(np.uint8), np.ones((2 * SIGHT + 1,) * 2, np.uint8), borderValue=1) > 0
    return {
        "pixels": float(opaque.mean()),
        "tokens of 16": tiles(opaque, 16),
        "tiles of 128": tiles(opaque, 128),
        "tiles of 128 and what they see": tiles(seen, 128),
        "tiles of 256": tiles(opaque, 256),
        "tiles of 256 and what they see": tiles(seen, 256),
        "outside a rectangle around what is painted": float(1 - rectangle / opaque.size),
    }


def tiles(flags: np.ndarray[Any, np.dtype[np.bool_]], side: int) -> float:
    """Share of the whole tiles of `side` pixels in which every flag is set."""
    rows, columns = (length // side for length in flags.shape)
    whole = flags[: rows * side, : columns * side].reshape(rows, side, columns, side)
    return float(whole.all(axis=(1, 3)).mean())


def main() -> None:
    """Print the table, and what couldn't be cut out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("photos", nargs="+", type=Path)
    parser.add_argument("--size", default="1024")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    rows: dict[str, dict[str, float]] = {}
    for photo in args.photos:
        try:
            item = prepare(Job(str(photo), Options(prompt="oak", size=args.size)), Settings())[0]
        except BadInput as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        rows[photo.name] = {name: round(share, 4) for name, share in covered(item.scene.alpha).items()}
    middle = {
        name: statistics.median(row[name] for row in rows.values()) for name in next(iter(rows.values()))
    }
    most = {name: max(row[name] for row in rows.values()) for name in middle}
    print(f"{'of the canvas, in ' + str(len(rows)) + ' photos':45} median    most")
    for name, share in middle.items():
        print(f"{name:45} {share:6.1%}  {most[name]:6.1%}")
    if args.json:
        figures = {"machine": machine(), "size": args.size, "median": middle, "most": most, "photos": rows}
        args.json.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()

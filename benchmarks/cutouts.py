"""How good the cut-outs of `--cutout salient` are on photos that it never learnt from, by its confidence.

    python benchmarks/cutouts.py --env FOLDER --textures FOLDER [--count 400] [--seed 1] [--network FILE]

The photos are put together as in training (`bggen.train.composites.anywhere`), of what was held back there:
products, packshots, surfaces, surroundings. What is declined is measured too, in a row of its own; "made up"
counts cut-outs of photos that show no product.
"""

from __future__ import annotations

import argparse
import itertools
from pathlib import Path

import cv2
import numpy as np

from bggen.cutout import salient
from bggen.cutout.shapes import overlap
from bggen.errors import NeedsMask
from bggen.networks import Network
from bggen.spec import Photo
from bggen.train.composites import anywhere
from bggen.train.networks import salient as training

SIDE = 640  # pixels of a photo, about
FULL = (0.3, 0.97)  # of the frame that a product's box takes up in one direction
BOUNDS = (1.01, 0.8, 0.7, salient.LEAST_CONFIDENCE, 0.0)  # of the rows


def judged(stage: anywhere.Stage, count: int, seed: int) -> list[tuple[float, float | None]]:
    """Of each photo the confidence and the overlap (IoU) with the truth; None where there is no product."""
    found = []
    for number in range(count):
        rng = np.random.default_rng([seed, number])
        rgb, cover = anywhere.photo(stage, SIDE, float(rng.uniform(*FULL)), rng)
        truth = cover > 0.5
        photo = Photo(rgb, None, "photo", "", "PNG")
        try:
            cut = salient.SalientCutout()(photo)
        except NeedsMask:
            confidence, share = 0.0, 0.0
        else:
            confidence, share = cut.confidence, overlap(cut.alpha > 127, truth)
        found.append((confidence, share if truth.mean() >= training.FLOOR else None))
    return found


def main() -> None:
    """Print the table."""
    it = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    it.add_argument(
        "--work", type=Path, default=Path(".train"), help="packed packshots, and views of products"
    )
    it.add_argument("--env", type=Path, help="surroundings to have behind things; needs Blender")
    it.add_argument("--textures", type=Path, help="folder of surface pictures")
    it.add_argument("--count", type=int, default=400)
    it.add_argument("--seed", type=int, default=1)
    it.add_argument(
        "--network", type=Path, default=salient.FILE, help="an exported network; the shipped one without"
    )
    args = it.parse_args()
    cv2.setNumThreads(1)
    salient.NETWORK = Network(args.network)
    salient.LEAST_CONFIDENCE = 0.0  # what would be declined is measured too
    stage = training.stage(args.work, args.env, args.textures, held_back=True)
    rows = judged(stage, args.count, args.seed)
    shown = [(confidence, share) for confidence, share in rows if share is not None]
    print("| confidence | photos | mean IoU | IoU > 0.9 | IoU > 0.95 |\n|---|---|---|---|---|")
    for above, least in itertools.pairwise(BOUNDS):
        part = np.array([share for confidence, share in shown if least <= confidence < above])
        name = f"{least:.2f} and more" if above > 1 else f"{least:.2f} to {above:.2f}"
        if len(part):
            shares = " | ".join(f"{(part > limit).mean():.0%}" for limit in (0.9, 0.95))
            print(f"| {name} | {len(part)} | {part.mean():.3f} | {shares} |")
    overlaps = np.array([share for _, share in shown])
    made_up = [confidence for confidence, share in rows if share is None]
    least = BOUNDS[-2]
    good = (overlaps > 0.9).mean()
    print(f"all {len(shown)} with a product: mean {overlaps.mean():.3f}, above 0.9 {good:.0%}")
    print(f"without one, {len(made_up)}: made up in {sum(c >= least for c in made_up)}")


if __name__ == "__main__":
    main()

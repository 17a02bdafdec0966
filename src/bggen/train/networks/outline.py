"""Train the cut-out's outline network: where a product ends and the shadow on a plain backdrop begins."""

from __future__ import annotations

import functools
from collections import deque
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from bggen.cutout.rules import backdrop as backdrops
from bggen.cutout.rules import outline
from bggen.cutout.triage import box_of
from bggen.train import composites, loop
from bggen.train.composites.layers import Floats
from bggen.train.data import Packed, load_packed
from bggen.train.networks.pyramid import Coverage, Pyramid, fit
from bggen.train.networks.renewed import Renewed

SHOWN = 4  # times that a sample is shown, on an average, before another is made
TRIED = 100  # held-back composites that it is measured on
WIDTHS = (20, 36, 52, 72, 88)  # channels at each halving of the square, the first included
CROP = 256  # pixels of a crop in training
WHOLE = 0.7  # of the batches show whole squares, the others crops
FAINT = 0.35  # difference from the backdrop, of the network's planes, below which a product hides in it
Shard = tuple[NDArray[np.float16], NDArray[np.uint8]]  # seen (n, s, s, PLANES); cover, shade (n, s, s, 2)
Batch = tuple[Tensor, Tensor, Tensor]  # seen (b, PLANES, s, s), cover and shade (b, 1, s, s) in 0..1


def sample(
    rgb: NDArray[np.uint8], cover: Floats, rng: np.random.Generator
) -> tuple[NDArray[np.float16], NDArray[np.uint8], tuple[int, int, int, int]] | None:
    """What the network sees of a photo (SIDE, SIDE, PLANES), its true coverage (SIDE, SIDE), and the square.

    The square is off by as much as a first guess at the product is. None for a product too small to judge.
    """
    solid = np.asarray(cover * 255, np.uint8)
    left, top, right, bottom = box_of(np.where(solid > 127, solid, 0).astype(np.uint8))
    if right - left < 24 or bottom - top < 24:
        return None
    size = np.array([right - left, bottom - top])
    (x0, y0), (x1, y1) = rng.uniform(-0.03, 0.10, (2, 2)) * size
    box = outline.square((round(left - x0), round(top - y0), round(right + x1), round(bottom + y1)))
    lab = cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    empty = outline.cropped(backdrops.fit(lab).lab, box)
    seen = outline.planes(outline.cropped(rgb, box).astype(np.float32) / 255, empty)
    return seen.astype(np.float16), outline.cropped(solid, box), box


def make(packed_folder: Path, seed: int, count: int) -> Shard:
    """`count` composites of the training scenes."""
    cv2.setNumThreads(1)
    packed = load_packed(packed_folder)
    pool = packed.split(held_back=False)
    rng = np.random.default_rng([seed, 20])
    rows: list[Any] = []
    while len(rows) < count:
        photo = composites.compose(packed, pool, rng)
        made = sample(photo.rgb, photo.cover, rng)
        if made is not None:
            shade = outline.cropped(np.asarray(photo.shade * 255, np.uint8), made[2])
            rows.append((made[0], np.stack([made[1], shade], axis=-1)))
    seen, truth = (np.stack(column) for column in zip(*rows, strict=True))
    return seen, truth


def draw(shards: deque[Shard], count: int, rng: np.random.Generator) -> Batch:
    """A random batch: whole squares, or crops of them."""
    span = outline.SIDE if rng.random() < WHOLE else CROP
    seen_rows, truth_rows = [], []
    for _ in range(count):
        seen, truth = shards[int(rng.integers(len(shards)))]
        index = int(rng.integers(len(seen)))
        top, left = (int(v) for v in rng.integers(0, outline.SIDE - span + 1, 2))
        part = (index, slice(top, top + span), slice(left, left + span))
        a, b = seen[part].astype(np.float32), truth[part].astype(np.float32) / 255
        if rng.random() < 0.5:
            a, b = a[:, ::-1], b[:, ::-1]
        seen_rows.append(a)
        truth_rows.append(b)
    x, y = (torch.from_numpy(np.stack(rows)).permute(0, 3, 1, 2) for rows in (seen_rows, truth_rows))
    return x, y[:, :1], y[:, 1:]


def loss_of(net: nn.Module, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """Cross-entropy of coverage and shade, and a soft overlap.

    It is heavier at the outline, in shadow, and where the product looks like its backdrop.
    """
    seen, cover, shade = batch
    logits = net(seen).float()
    alike = F.avg_pool2d(seen[:, 3:6].abs().amax(1, keepdim=True), 2) < FAINT
    cover, shade = F.avg_pool2d(cover, 2), F.avg_pool2d(shade, 2)
    near = F.max_pool2d(cover, 7, 1, 3) + F.max_pool2d(-cover, 7, 1, 3)
    weight = 0.5 + 2.0 * near + 2.0 * (shade > 0.08) + 1.5 * alike * cover
    weight = weight / weight.mean()
    entropy = F.binary_cross_entropy_with_logits(logits[:, :1], cover, reduction="none")
    crossed = (entropy * weight).mean()
    said = logits[:, :1].sigmoid()
    both = (said * cover).sum((1, 2, 3))
    dice = 1 - ((2 * both + 1) / (said.sum((1, 2, 3)) + cover.sum((1, 2, 3)) + 1)).mean()
    dim = F.binary_cross_entropy_with_logits(logits[:, 1:], shade)
    loss: Tensor = crossed + 0.5 * dice + 0.3 * dim
    wrong = ((said > 0.5) != (cover > 0.5)).float().sum() / cover.sum()
    return loss, {"crossed": float(crossed.detach()), "dice": float(dice.detach()), "wrong": float(wrong)}


def train(
    packed_folder: Path, plan: loop.Plan, batch: int, seed: int, pictures: int, out: Path | None
) -> dict[str, float]:
    """Train on composites made beside, export to the file `out`, and say how it does on held-back ones.

    A checkpoint in the plan's folder is continued: give another seed then, for other composites.
    """
    torch.manual_seed(seed)
    net, rng = Pyramid(outline.PLANES, WIDTHS, 2), np.random.default_rng(seed)
    stock = Renewed(functools.partial(make, packed_folder), pictures, SHOWN, seed)
    shape = (outline.PLANES, outline.SIDE, outline.SIDE)
    steps = fit(net, stock, lambda: draw(stock.shards, batch, rng), loss_of, plan, shape, out)
    return {"steps": steps, **evaluate(net, load_packed(packed_folder))}


@torch.inference_mode()
def evaluate(net: Pyramid, packed: Packed) -> dict[str, float]:
    """Soft overlap with the truth on held-back composites; share of shadow taken for product."""
    pool = packed.split(held_back=True)
    overlaps, kept = [], []
    for number in range(TRIED):
        rng = np.random.default_rng([number, 21])
        photo = composites.compose(packed, pool, rng)
        made = sample(photo.rgb, photo.cover, rng)
        if made is None:
            continue
        seen = torch.from_numpy(made[0].astype(np.float32)).permute(2, 0, 1)[None]
        said = Coverage(net)(seen)[0, 0].numpy()
        truth, shade = (
            cv2.resize(plane, said.shape, interpolation=cv2.INTER_AREA)
            for plane in (made[1].astype(np.float32) / 255, outline.cropped(photo.shade, made[2]))
        )
        overlaps.append(float(np.minimum(said, truth).sum() / np.maximum(said, truth).sum()))
        shadow = (shade > 0.1) & (truth < 0.05)
        if shadow.sum() > 50:
            kept.append(float((said[shadow] > 0.5).mean()))
    return {
        "overlap": float(np.mean(overlaps)),
        "median": float(np.median(overlaps)),
        "shadow_kept": float(np.mean(kept)) if kept else 0.0,
    }

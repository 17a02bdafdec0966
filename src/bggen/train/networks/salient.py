"""Train the network that finds the product of a photo that was taken just anywhere."""

from __future__ import annotations

import functools
from collections import deque
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torch.nn import functional as F

from bggen.cutout import salient
from bggen.cutout.rules import outline
from bggen.spec import Box, Rgb
from bggen.train import loop
from bggen.train.composites.anywhere import Stage, photo
from bggen.train.composites.layers import Floats
from bggen.train.data import VALIDATION_EVERY, load_packed
from bggen.train.networks.pyramid import Coverage, Pyramid, fit
from bggen.train.networks.renewed import Renewed

WIDTHS = (20, 36, 64, 112, 176, 224)  # channels at each halving of the square, the first included
SHOWN = 4  # times that a picture is shown, on an average, before another is made
SMALLER = 256  # pixels of the square in most batches: the network is as good at either, and the faster
SMALL = 0.7  # of the batches
#: of the pictures show a whole photo, the others a square about the product, as the second look does
WHOLE = 0.5
HELD_STUFF = 9  # every so-manieth surface and panorama is held back
STUFF = 768  # pixels a side of a surface
TRIED = 120  # held-back photos that it is measured on
FLOOR = 1e-3  # least share of a square that its product covers: less is none
Shard = tuple[NDArray[np.uint8], NDArray[np.uint8]]  # photos (n, SIDE, SIDE, 3), coverage (n, SIDE, SIDE)


@functools.lru_cache(maxsize=2)
def stage(work: Path, env: Path | None, textures: Path | None, held_back: bool = False) -> Stage:
    """What photos are made of: packshots in work/pack, products in work/views, surroundings and surfaces."""
    packed = load_packed(work / "pack")
    alone = []
    for file in sorted((work / "views").glob("*.webp")):
        if (int(file.stem.partition("-")[0]) % VALIDATION_EVERY == 0) == held_back:
            with Image.open(file) as picture:
                alone.append(np.asarray(picture.convert("RGBA")))
    stuffs = []
    for file in sorted(textures.glob("*.jpg")) if textures else ():
        with Image.open(file) as picture:
            stuffs.append(np.asarray(picture.convert("RGB").resize((STUFF, STUFF), Image.Resampling.BOX)))
    views: list[Rgb] = []
    if env is not None:
        from bggen.train.scenes.pictures.panoramas import panoramas

        views = panoramas(env)
    chosen = [
        [one for k, one in enumerate(every) if (k % HELD_STUFF == 0) == held_back]
        for every in (stuffs, views)
    ]
    return Stage(packed, packed.split(held_back=held_back), alone, chosen[0], chosen[1])


def look(rgb: Rgb, cover: Floats, whole: bool, rng: np.random.Generator) -> tuple[Rgb, NDArray[np.uint8]]:
    """A square that the network sees of a photo (SIDE, SIDE, 3), and its truth (SIDE, SIDE).

    Args:
        whole: all of the photo; else a square about the product as a first look would place it.
    """
    solid = np.asarray(cover * 255 + 0.5, np.uint8)
    box: Box = (0, 0, rgb.shape[1], rgb.shape[0])
    left, top, across, down = cv2.boundingRect((solid > 127).astype(np.uint8))
    if not whole and min(across, down) > 3:
        (x0, y0), (x1, y1) = rng.uniform(-0.04, 0.12, (2, 2)) * [across, down]
        box = outline.square(
            (round(left - x0), round(top - y0), round(left + across + x1), round(top + down + y1))
        )
    return outline.cropped(rgb, box, salient.SIDE), outline.cropped(solid, box, salient.SIDE)


def make(
    work: Path, env: Path | None, textures: Path | None, seed: int, count: int, held_back: bool = False
) -> Shard:
    """`count` photos, some seen whole and some close."""
    cv2.setNumThreads(1)
    of, rng = stage(work, env, textures, held_back), np.random.default_rng([seed, 30])
    rows = []
    for _ in range(count):
        whole = rng.random() < WHOLE
        fill = float(rng.uniform(0.3, 1.0) ** 0.8) if whole else float(rng.uniform(0.5, 0.97))
        rgb, cover = photo(of, salient.SIDE, fill, rng)
        rows.append(look(rgb, cover, whole, rng))
    seen, truth = (np.stack(column) for column in zip(*rows, strict=True))
    return seen, truth


def draw(shards: deque[Shard], count: int, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """A random batch (b, 3, s, s), (b, 1, s, s) in 0..1: mirrored, in other tones, at one of two sizes."""
    side = SMALLER if rng.random() < SMALL else salient.SIDE
    pictures, truths = [], []
    for _ in range(count):
        seen, truth = shards[int(rng.integers(len(shards)))]
        index = int(rng.integers(len(seen)))
        a, b = seen[index], truth[index]
        if side != salient.SIDE:
            a, b = (cv2.resize(plane, (side, side), interpolation=cv2.INTER_AREA) for plane in (a, b))
        if rng.random() < 0.5:
            a, b = a[:, ::-1], b[:, ::-1]
        pictures.append(_toned(a.astype(np.float32) / 255, rng))
        truths.append(b[..., None].astype(np.float32) / 255)
    x, y = (torch.from_numpy(np.stack(rows)).permute(0, 3, 1, 2).contiguous() for rows in (pictures, truths))
    return x - salient.MIDDLE, y


def _toned(picture: Floats, rng: np.random.Generator) -> Floats:
    """(s, s, 3) in 0..1 in other light and contrast; grey now and then."""
    if rng.random() < 0.6:
        gain = rng.uniform(0.7, 1.3) * rng.uniform(0.85, 1.15, 3)
        picture = np.clip(picture * gain, 0, 1) ** rng.uniform(0.7, 1.4)
    if rng.random() < 0.1:
        picture = np.repeat(picture.mean(axis=2, keepdims=True), 3, axis=2)
    return picture.astype(np.float32)


def loss_of(net: Pyramid, batch: tuple[Tensor, Tensor]) -> tuple[Tensor, dict[str, float]]:
    """Cross-entropy, heavier about the outline, and a soft overlap for each picture that has a product."""
    seen, cover = batch
    logits = net(seen.to(memory_format=torch.channels_last)).float()
    cover = F.avg_pool2d(cover, 2)
    near = F.max_pool2d(cover, 9, 1, 4) + F.max_pool2d(-cover, 9, 1, 4)
    entropy = F.binary_cross_entropy_with_logits(logits, cover, reduction="none")
    crossed = (entropy * (1 + 2.0 * near)).mean()
    said = logits.sigmoid()
    there = (cover.mean((1, 2, 3)) > FLOOR).float()
    both, either = torch.minimum(said, cover).sum((1, 2, 3)), torch.maximum(said, cover).sum((1, 2, 3))
    missed = ((1 - both / (either + 1)) * there).sum() / there.sum().clamp(min=1)
    return crossed + 0.5 * missed, {"crossed": float(crossed.detach()), "missed": float(missed.detach())}


def train(
    work: Path,
    plan: loop.Plan,
    batch: int,
    seed: int,
    pictures: int,
    env: Path | None,
    textures: Path | None,
    out: Path | None,
    start: Path | None = None,
) -> dict[str, float]:
    """Train on photos made beside, export to the file `out`, and say how it does on held-back ones.

    A checkpoint in the plan's folder is continued, else the exported file `start`: give another seed
    then, for other photos.
    """
    torch.manual_seed(seed)
    net, rng = Pyramid(salient.PLANES, WIDTHS, 1), np.random.default_rng(seed)
    stock = Renewed(functools.partial(make, work, env, textures), pictures, SHOWN, seed)
    shape = (salient.PLANES, salient.SIDE, salient.SIDE)
    steps = fit(net, stock, lambda: draw(stock.shards, batch, rng), loss_of, plan, shape, out, start)
    return {"steps": steps, **evaluate(net, make(work, env, textures, 0, TRIED, held_back=True))}


@torch.inference_mode()
def evaluate(net: Pyramid, photos: Shard) -> dict[str, Any]:
    """Overlap (IoU) with the truth of held-back photos, and what is called product where there is none."""
    overlaps, made_up = [], []
    for seen, truth in zip(*photos, strict=True):
        planes = torch.from_numpy(seen).permute(2, 0, 1)[None].float() / 255 - salient.MIDDLE
        said = Coverage(net.eval())(planes)[0, 0].numpy() > 0.5
        product = cv2.resize(truth, said.shape, interpolation=cv2.INTER_AREA) > 127
        if product.mean() < FLOOR:
            made_up.append(float(said.mean()))
        else:
            overlaps.append(float((said & product).sum() / (said | product).sum()))
    return {
        "overlap": float(np.mean(overlaps)),
        "median": float(np.median(overlaps)),
        "good": float(np.mean(np.array(overlaps) > 0.9)),
        "made_up": float(np.mean(made_up)) if made_up else 0.0,
    }

"""Train the settle network on pairs of a finished packshot and its empty plate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from bggen.families.studio.settle import SIDES, VIEWS, Settle, SettleNet, guides, hint
from bggen.train import loop
from bggen.train.data import Packed, bounds, crop_to, random_box, to_tensor

RING = 15  # pixels around the product, at 256 pixels a side
Batch = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]  # plate, alpha, product, guide, hints, finished


def light_of(row: dict[str, Any], flip: bool = False) -> tuple[str | None, bool, str | None]:
    """A scene's light side, whether it is hard, and its view, in the network's words."""
    side = next((s for s in SIDES if f"from the {s}" in row["light"] or f"from {s}" in row["light"]), None)
    if flip and side in ("left", "right"):
        side = "right" if side == "left" else "left"
    return side, "hard" in row["light"], next((v for v in VIEWS if row["view"].startswith(v)), None)


def sample(packed: Packed, index: int, size: int, rng: np.random.Generator | None) -> tuple[Tensor, ...]:
    """Plate, alpha, product, guide, hints, finished of one scene; augmented unless `rng` is None."""
    row = packed.rows[index]
    rgba = packed.rgba[index]
    side = rgba.shape[0]
    flip = rng is not None and bool(rng.random() < 0.5)
    whole = (0, 0, side, side)
    box = whole if rng is None else random_box(side, bounds(rgba[:, :, 3]), 0.45, rng)
    both = torch.cat([to_tensor(rgba), to_tensor(packed.plate[row["plate"]])])
    both = crop_to(both, box, size, flip).clamp(0, 1)
    finished, alpha, plate = both[:3], both[3:4], both[4:]
    direction, hard, view = light_of(row, flip)
    if rng is None:
        return plate, alpha, finished, guide_of(alpha), hint(direction, hard, view), finished
    product = finished
    if rng.random() < 0.5:  # the product's own exposure and tint
        gain = float(np.exp(rng.normal(0, 0.15))) * torch.from_numpy(np.exp(rng.normal(0, 0.05, (3, 1, 1))))
        product = (product * gain.float()).clamp(0, 1)
    if rng.random() < 0.5:  # the whole scene's
        gain = float(np.exp(rng.normal(0, 0.12))) * torch.from_numpy(np.exp(rng.normal(0, 0.05, (3, 1, 1))))
        top = float(torch.maximum(finished.max(), plate.max()))
        gain = gain.float().clamp(max=1.05 / max(top, 1e-3)) if top > 0.5 else gain.float()
        finished, plate, product = ((p * gain).clamp(0, 1) for p in (finished, plate, product))
    known = rng.random(3) > 0.3
    hints = hint(direction if known[0] else None, hard if known[1] else None, view if known[2] else None)
    alpha = jitter_mask(alpha, rng)
    return plate, alpha, product, guide_of(alpha), hints, finished


def guide_of(alpha: Tensor) -> Tensor:
    """(1, h, w) -> (GUIDES, h, w)."""
    return torch.from_numpy(guides(alpha[0].numpy()))


def jitter_mask(alpha: Tensor, rng: np.random.Generator) -> Tensor:
    """(1, h, w): softened, grown or hardened now and then, as real cut-outs are."""
    draw = rng.random()
    if draw < 0.2:
        return (alpha > 0.5).float()
    if draw < 0.4:
        return F.max_pool2d(alpha[None], 3, 1, 1)[0]
    if draw < 0.5:
        return F.avg_pool2d(alpha[None], 3, 1, 1, count_include_pad=False)[0]
    return alpha


def draw(packed: Packed, pool: Sequence[int], count: int, size: int, rng: np.random.Generator) -> Batch:
    """A random batch."""
    rows = [sample(packed, int(i), size, rng) for i in rng.choice(pool, count)]
    parts = [torch.stack(column) for column in zip(*rows, strict=True)]
    return parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]


def ring(alpha: Tensor, reach: int) -> Tensor:
    """(b, 1, h, w): background pixels within `reach` of the product."""
    return F.max_pool2d(alpha, 2 * reach + 1, 1, reach) * (alpha < 0.02)


def loss_of(net: SettleNet, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """L1 and gradient error outside the product, heavier near it and where it changes the plate."""
    plate, alpha, product, guide, hints, finished = batch
    gain, offset = net(plate, alpha, product, guide, hints)
    painted = plate * gain.exp() + offset
    error = painted - finished
    outside = (alpha < 0.02).float()
    change = (finished - plate).abs().mean(1, keepdim=True)
    small = F.max_pool2d(F.max_pool2d(alpha, 4), 9, 1, 4)
    near = F.interpolate(small, size=alpha.shape[-2:], mode="bilinear")
    weight = outside * (0.3 + 1.2 * near + (8 * change).clamp(max=2))
    total = weight.sum() + 1
    pixel = ((error.abs()) * weight).sum() / (3 * total)
    slope = sum(
        (error.diff(dim=d).abs() * weight.narrow(d, 1, weight.shape[d] - 1)).sum() / (3 * total)
        for d in (2, 3)
    )
    plain = ((plate - finished).abs() * weight).sum() / (3 * total)
    tidy = (offset.abs() * outside).mean()
    loss: Tensor = pixel + 0.5 * slope + 0.02 * tidy
    return loss, {"pixel": float(pixel.detach()), "plain": float(plain)}


@torch.inference_mode()
def evaluate(net: SettleNet, packed: Packed, pool: Sequence[int], hinted: bool = True) -> dict[str, float]:
    """Ring error of the held-back pairs, as a share of the plain composite's."""
    ours, plain, shares = 0.0, 0.0, []
    for index in pool:
        plate, alpha, product, guide, hints, finished = (p[None] for p in sample(packed, index, 256, None))
        gain, offset = net(plate, alpha, product, guide, hints if hinted else torch.zeros_like(hints))
        zone = ring(alpha, RING)
        got = float(((plate * gain.exp() + offset).clamp(0, 1) - finished).abs().mul(zone).sum())
        base = float((plate - finished).abs().mul(zone).sum())
        ours, plain = ours + got, plain + base
        shares.append(got / max(base, 1e-6))
    return {
        "ring": ours / plain,
        "median": float(np.median(shares)),
        "worse": float(np.mean(np.array(shares) > 1)),
    }


def train(
    packed: Packed, plan: loop.Plan, batch: int, size: int, seed: int, out: Path | None
) -> dict[str, float]:
    """Train, report on the held-back pairs, export to `out`."""
    torch.manual_seed(seed)
    net = SettleNet().to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch declares no memory_format
    rng = np.random.default_rng(seed)
    pool = packed.split(held_back=False, plates_only=True)
    sizes = (size * 3 // 4, size, size * 3 // 4)  # products of several scales, and cheaper steps

    def step_loss(step: int) -> tuple[Tensor, dict[str, float]]:
        return loss_of(net, draw(packed, pool, batch, sizes[step % 3], rng))

    steps = loop.train(net, step_loss, plan)
    figures = evaluate(net.eval(), packed, packed.split(held_back=True, plates_only=True))
    if out is not None:
        Settle(net).save(out)
    return {"steps": steps, **figures}

"""Train the network that tells from an outline whether a product lies: on drawn outlines and rendered ones.

What stands is half rendered, half drawn, so that the pen's own manner tells nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from bggen.families.studio.photo import poise
from bggen.spec import Plane
from bggen.train import loop
from bggen.train.data import Packed
from bggen.train.drawn import LYING, STANDING, Pen
from bggen.train.networks import onnx_file
from bggen.train.networks.pyramid import Unit

WIDTHS = (16, 32, 48, 64)  # channels at each halving
RENDERED = 0.5  # of what stands
FROM_ABOVE = 0.03  # of what lies: rendered packshots that were seen from above
TILT = 4.0  # degrees that what stands may lean, from the camera
TRIED = 1500  # outlines of each pose that it is measured on
STANDS = 0.985  # of held-back outlines of standing products that are to stand, at least: sets the threshold
WARP = 160  # pixels a side that outlines are warped at


class PoseNet(nn.Module):
    """Coverage to a logit: lies."""

    def __init__(self) -> None:
        super().__init__()
        steps = [Unit(a, b, 2) for a, b in zip((1, *WIDTHS[:-1]), WIDTHS, strict=True)]
        self.body = nn.Sequential(*steps, Unit(WIDTHS[-1], WIDTHS[-1], 2))
        self.drop = nn.Dropout(0.2)
        self.out = nn.Linear(WIDTHS[-1] * (poise.SIDE >> (len(WIDTHS) + 1)) ** 2, 1)

    def forward(self, seen: Tensor) -> Tensor:
        """(b, 1, SIDE, SIDE) in 0..1 -> (b, 1)."""
        logits: Tensor = self.out(self.drop(self.body(seen).flatten(1)))
        return logits


class Deployed(nn.Module):
    """The network as the studio runs it: a probability."""

    def __init__(self, net: PoseNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, seen: Tensor) -> Tensor:
        """(1, 1, SIDE, SIDE) -> (1, 1) in 0..1."""
        return torch.sigmoid(self.net(seen))


class Outlines:
    """An endless supply of both poses, from one generator.

    Args:
        standing, above: (h, w) coverages of rendered products, seen from beside and from above.
    """

    def __init__(self, standing: Sequence[Plane], above: Sequence[Plane], seed: int) -> None:
        self.standing, self.above = standing, above
        self.rng = np.random.default_rng(seed)

    def one(self, lies: bool) -> NDArray[np.float32]:
        """(SIDE, SIDE) as the network sees it."""
        while True:
            drawn, turn = self._lying() if lies else self._standing()
            plane = taken(drawn, turn, self.rng)
            if int((plane > 127).sum()) > 60:  # a drawing may come to nothing
                return poise.seen(plane)

    def batch(self, count: int) -> tuple[Tensor, Tensor]:
        """(count, 1, SIDE, SIDE) and (count, 1): every other one lies."""
        seen = np.stack([self.one(bool(k % 2)) for k in range(count)])
        lies = torch.arange(count)[:, None] % 2
        return torch.from_numpy(seen)[:, None], lies.float()

    def _lying(self) -> tuple[Plane, float]:
        if self.above and self.rng.random() < FROM_ABOVE:
            return self.above[int(self.rng.integers(len(self.above)))], 6.0
        kinds = list(LYING.values())
        draw, _, turn = kinds[self._any([share for _, share, _ in kinds])]
        return self._drawn(draw), 180.0 if self.rng.random() < 0.06 else turn

    def _standing(self) -> tuple[Plane, float]:
        if self.standing and self.rng.random() < RENDERED:
            return self.standing[int(self.rng.integers(len(self.standing)))], TILT
        kinds = list(STANDING.values())
        draw, _ = kinds[self._any([share for _, share in kinds])]
        return self._drawn(draw), TILT

    def _any(self, shares: Sequence[float]) -> int:
        """A place among kinds, each by its share."""
        likely = np.array(shares)
        return int(self.rng.choice(len(likely), p=likely / likely.sum()))

    def _drawn(self, draw: Callable[[Pen], None]) -> Plane:
        pen = Pen(self.rng)
        draw(pen)
        return pen.plane


def taken(plane: Plane, turn: float, rng: np.random.Generator) -> Plane:
    """An outline (WARP, WARP) as a camera and a cut-out leave it: turned, in perspective, wavy, frayed."""
    height, width = plane.shape
    angle = np.radians(rng.normal(0, turn / 2) if turn < 90 else rng.uniform(-180, 180))
    stretch = np.exp(rng.normal(0, 0.08, 2)) * [rng.choice([-1, 1]), 1]
    turning = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * 0.5
    moved = (corners * stretch + rng.normal(0, 0.02, (4, 2))) @ turning.T * 0.82
    source = (corners + 0.5) * [width, height]
    matrix = cv2.getPerspectiveTransform(source.astype(np.float32), ((moved + 0.5) * WARP).astype(np.float32))
    flat = cv2.warpPerspective(plane, matrix, (WARP, WARP), flags=cv2.INTER_AREA)
    rows, columns = np.mgrid[:WARP, :WARP].astype(np.float32)
    waves = [
        cv2.resize(rng.normal(0, 1, (6, 6)).astype(np.float32), (WARP, WARP), interpolation=cv2.INTER_CUBIC)
        for _ in range(2)
    ]
    depth = float(rng.uniform(0, 2.2))
    wavy = cv2.remap(flat, columns + depth * waves[0], rows + depth * waves[1], cv2.INTER_LINEAR)
    size = int(rng.choice([1, 1, 3]))
    grow = cv2.dilate if rng.random() < 0.5 else cv2.erode
    return np.asarray(grow(wavy, np.ones((size, size), np.uint8)), np.uint8)


def supply(packed: Packed, held_back: bool, seed: int) -> Outlines:
    """The renders of one side of the split, and drawings of a seed."""
    beside, above = list[Plane](), list[Plane]()
    for index in packed.split(held_back):
        plane = np.ascontiguousarray(packed.rgba[index, :, :, 3])
        if plane.max() > 200:
            (above if "top-down" in packed.rows[index]["view"] else beside).append(plane)
    return Outlines(beside, above, seed)


def train(
    packed: Packed, plan: loop.Plan, batch: int, seed: int, pictures: int, out: Path | None
) -> dict[str, Any]:
    """Train on so many outlines, export to the file `out`, and say how it does on renders held back.

    The rate follows the steps where the minutes suffice for them, so that a seed's run repeats itself.
    """
    cv2.setNumThreads(1)
    torch.manual_seed(seed)
    net, outlines = PoseNet(), supply(packed, held_back=False, seed=seed)

    def step_loss(_: int) -> tuple[Tensor, dict[str, float]]:
        seen, lies = outlines.batch(batch)
        logits = net(seen).float()
        loss = F.binary_cross_entropy_with_logits(logits, 0.98 * lies + 0.01)
        return loss, {"wrong": float(((logits > 0) != (lies > 0.5)).float().mean())}

    steps = loop.train(net, step_loss, replace(plan, most=max(pictures // batch, 1)))
    loop.settle_norms(net, (outlines.batch(batch)[:1] for _ in range(loop.NORMED)))
    figures: dict[str, Any] = {"steps": steps, "drawn": steps * batch, **evaluate(net, packed, seed + 1)}
    if out is not None:
        figures["bytes"] = onnx_file.write(Deployed(net), {"seen": (1, poise.SIDE, poise.SIDE)}, out)
    return figures


@torch.inference_mode()
def evaluate(net: PoseNet, packed: Packed, seed: int) -> dict[str, Any]:
    """Shares that are told right at the threshold that keeps STANDS of the held-back standing ones."""
    outlines = supply(packed, held_back=True, seed=seed)
    said = {}
    for lies in (False, True):
        seen = torch.from_numpy(np.stack([outlines.one(lies) for _ in range(TRIED)]))[:, None]
        said[lies] = Deployed(net.eval())(seen)[:, 0].numpy()
    threshold = float(np.quantile(said[False], STANDS))
    return {
        "threshold": round(threshold, 4),
        "lies": round(float((said[True] > threshold).mean()), 4),
        "stands_at_shipped": round(float((said[False] <= poise.LIES_ABOVE).mean()), 4),
        "lies_at_shipped": round(float((said[True] > poise.LIES_ABOVE).mean()), 4),
    }

"""Train the network that finds where the ground of a picture ends."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from bggen.families.studio.light import horizon
from bggen.families.studio.light.solid import Floats
from bggen.spec import Rgb
from bggen.train import loop
from bggen.train.data import Packed
from bggen.train.networks import onnx_file
from bggen.train.networks.horizon_examples import Grounds

WIDTHS = (16, 32, 48, 64)  # channels, each at half the columns before
REACH = 31  # rows that one row is judged with, twice over
BLUR = 0.6  # rows: how widely the truth is spread
CLOSE = 0.05  # of the height: an end found as near as that is found
AVERAGE = 0.998  # of the weights: few steps
TRIED = 1200  # held-back pictures that it is measured on


class Across(nn.Module):
    """Each row with those above and below it, then all its channels together."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.reach = nn.Conv2d(width, width, (REACH, 1), padding=(REACH // 2, 0), groups=width)
        self.mix = nn.Conv2d(width, width, 1, bias=False)
        self.norm = nn.BatchNorm2d(width)

    def forward(self, x: Tensor) -> Tensor:
        """(b, width, h, w) -> the same shape."""
        return F.relu(x + self.norm(self.mix(self.reach(x))))


class HorizonNet(nn.Module):
    """From a picture to a logit for each row, and one for none; its rows stay, its columns are folded up."""

    def __init__(self) -> None:
        super().__init__()
        strides = [(2, 2), (1, 2), (1, 2), (1, 2)]
        steps = []
        for before, after, stride in zip((3, *WIDTHS[:-1]), WIDTHS, strides, strict=True):
            steps += [nn.Conv2d(before, after, 3, stride, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU()]
        self.look = nn.Sequential(*steps)
        self.fold = nn.AvgPool2d((1, horizon.SIDE >> len(WIDTHS)))
        self.along = nn.Sequential(Across(WIDTHS[-1]), Across(WIDTHS[-1]))
        self.drop = nn.Dropout(0.1)
        self.row = nn.Conv2d(WIDTHS[-1], 1, 1)
        self.none = nn.Conv2d(WIDTHS[-1], 1, (horizon.ROWS, 1))

    def forward(self, seen: Tensor) -> Tensor:
        """(b, 3, SIDE, SIDE) -> (b, ROWS + 1)."""
        rows = self.drop(self.along(self.fold(self.look(seen))))
        return torch.cat([self.row(rows).flatten(1), self.none(rows).flatten(1)], 1)


class Deployed(nn.Module):
    """The network as the studio runs it: likelihoods."""

    def __init__(self, net: HorizonNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, seen: Tensor) -> Tensor:
        """(1, 3, SIDE, SIDE) -> (1, ROWS + 1) that sum to 1."""
        return F.softmax(self.net(seen), 1)


def truth(ends: list[float | None]) -> Tensor:
    """Ends in 0..1 of the height, or None -> (b, ROWS + 1) likelihoods: a narrow bell about each."""
    rows = (torch.arange(horizon.ROWS) + 0.5)[None]
    at = torch.tensor([-1.0 if end is None else end for end in ends])[:, None] * horizon.ROWS
    bell = torch.exp(-0.5 * ((rows - at) / BLUR) ** 2) * (at >= 0)
    none = (at < 0).float()
    return torch.cat([bell / bell.sum(1, keepdim=True).clamp(min=1e-9), none], 1)


def train(
    packed: Packed,
    plan: loop.Plan,
    batch: int,
    seed: int,
    pictures: int,
    env: Path | None,
    out: Path | None,
) -> dict[str, Any]:
    """Train on so many drawings, export to the file `out`, and say how it does on sets that were held back.

    Args:
        env: folder of surroundings to have behind drawn tables, see `bggen.train.scenes`.
    """
    cv2.setNumThreads(1)
    torch.manual_seed(seed)
    net, grounds = HorizonNet(), Grounds(packed, env, seed, pictures)

    def draw() -> tuple[Tensor, Tensor]:
        pictures, ends = grounds.batch(batch)
        return torch.from_numpy(np.stack([horizon.seen(picture) for picture in pictures])), truth(ends)

    def step_loss(_: int) -> tuple[Tensor, dict[str, float]]:
        seen, wanted = draw()
        said = F.log_softmax(net(seen).float(), 1)
        return -(wanted * said).sum(1).mean(), {}

    steps = loop.train(net, step_loss, replace(plan, average=AVERAGE))
    loop.settle_norms(net, (draw()[:1] for _ in range(loop.NORMED)))
    figures: dict[str, Any] = {"steps": steps, **evaluate(net, *grounds.held_back(TRIED))}
    if out is not None:
        figures["bytes"] = onnx_file.write(Deployed(net), {"seen": (3, horizon.SIDE, horizon.SIDE)}, out)
    return figures


@torch.inference_mode()
def evaluate(net: HorizonNet, pictures: list[Rgb], ends: list[float | None]) -> dict[str, float]:
    """How often an end is surely found where there is one and where there is none, and how well."""
    run = Deployed(net).eval()
    answers: list[Floats] = [
        run(torch.from_numpy(horizon.seen(picture))[None])[0].numpy() for picture in pictures
    ]
    return judged([horizon.end(one) for one in answers], ends)


def judged(found: list[tuple[float, float]], ends: list[float | None]) -> dict[str, float]:
    """Figures of ends and their likelihoods, as found, against the true ones."""
    there = [(abs(row - end), sure) for (row, sure), end in zip(found, ends, strict=True) if end is not None]
    nowhere = [sure for (_, sure), end in zip(found, ends, strict=True) if end is None]
    wrong = np.array([error for error, sure in there if sure >= horizon.SURE])
    return {
        "found": round(len(wrong) / max(len(there), 1), 4),
        "error": round(float(np.median(wrong)), 4) if len(wrong) else 1.0,
        "close": round(float((wrong <= CLOSE).mean()), 4) if len(wrong) else 0.0,
        "made_up": round(float(np.mean([sure >= horizon.SURE for sure in nowhere])), 4) if nowhere else 0.0,
    }

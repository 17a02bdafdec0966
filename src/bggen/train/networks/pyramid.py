"""A U-Net that finds something in a picture, pixel by pixel; all its operations are ones that OpenCV runs."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from bggen.train import loop
from bggen.train.networks import onnx_file
from bggen.train.networks.renewed import Renewed

Loss = tuple[Tensor, dict[str, float]]  # what falls, and figures for the log


class Unit(nn.Module):
    """A convolution, its norm and a ramp, with a straight path where shapes allow."""

    def __init__(self, before: int, after: int, stride: int = 1) -> None:
        super().__init__()
        self.fold = nn.Conv2d(before, after, 3, stride, 1, bias=False)
        self.norm = nn.BatchNorm2d(after)
        self.straight = before == after and stride == 1

    def forward(self, x: Tensor) -> Tensor:
        """(b, before, h, w) -> (b, after, h / stride, w / stride)."""
        inner: Tensor = self.norm(self.fold(x))
        return F.relu(x + inner if self.straight else inner)


class Pyramid(nn.Module):
    """A U-Net with added skips. It answers at half the size of what it sees: edges are others' task."""

    def __init__(self, planes: int, widths: Sequence[int], answers: int, deep: int = 2) -> None:
        """Lay it out.

        Args:
            planes: that it sees.
            widths: channels at each halving, the first included.
            answers: logits of a pixel.
            deep: units at each of the further halvings.
        """
        super().__init__()
        self.stem = Unit(planes, widths[0], 2)
        pairs = list(itertools.pairwise(widths))
        self.down = nn.ModuleList(
            nn.Sequential(Unit(a, b, 2), *(Unit(b, b) for _ in range(deep))) for a, b in pairs
        )
        self.thin = nn.ModuleList(nn.Conv2d(b, a, 1) for a, b in pairs)
        self.up = nn.ModuleList(Unit(a, a) for a, _ in pairs)
        self.out = nn.Conv2d(widths[0], answers, 1)

    def forward(self, seen: Tensor) -> Tensor:
        """(b, planes, s, s) -> (b, answers, s / 2, s / 2): logits. s is divisible by 2 ** len(widths)."""
        x = self.stem(seen)
        skips = []
        for step in self.down:
            skips.append(x)
            x = step(x)
        for thin, up in zip(reversed(self.thin), reversed(self.up), strict=True):
            x = up(F.interpolate(thin(x), scale_factor=2, mode="nearest") + skips.pop())
        logits: Tensor = self.out(x)
        return logits


class Coverage(nn.Module):
    """The network as a cut-out runs it: its first answer alone, as a probability."""

    def __init__(self, net: Pyramid) -> None:
        super().__init__()
        self.net = net

    def forward(self, seen: Tensor) -> Tensor:
        """(b, planes, s, s) -> (b, 1, s / 2, s / 2) in 0..1."""
        return torch.sigmoid(self.net(seen)[:, :1])


def fit(
    net: Pyramid,
    stock: Renewed[Any],
    draw: Callable[[], tuple[Tensor, ...]],
    loss_of: Callable[[Pyramid, Any], Loss],
    plan: loop.Plan,
    seen: tuple[int, ...],
    out: Path | None,
    start: Path | None = None,
) -> int:
    """Train on what is drawn of a stock that is renewed meanwhile, and export to a file; returns the steps.

    Args:
        draw: a batch whose first tensor is what the network sees.
        loss_of: from the network and a batch to what falls, and figures for the log.
        seen: the shape of one picture that it sees.
        start: an exported file whose weights it goes on from, where there is no checkpoint.
    """
    if start is not None and not (plan.folder / loop.STATE).exists():
        onnx_file.read(Coverage(net), start, {"seen": seen})
        loop.wake_norms(net, (draw()[:1] for _ in range(loop.NORMED)))
    loop.channels_last(net)

    def step_loss(_: int) -> Loss:
        batch = draw()
        stock.renew(len(batch[0]))
        return loss_of(net, batch)

    with contextlib.closing(stock):  # else a run that is broken off waits for examples that nobody will see
        steps = loop.train(net, step_loss, plan)
    loop.settle_norms(net, (draw()[:1] for _ in range(loop.NORMED)))
    if out is not None:
        onnx_file.write(Coverage(net), {"seen": seen}, out)
    return steps

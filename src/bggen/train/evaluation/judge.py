"""The judge: a small network that says what a scene shows, and whose features measure how alike scenes are.

It sees 128 pixels a side with the product's place painted grey, so that it judges the scene alone.
No network trained elsewhere is needed to measure ours.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional as F

from bggen.errors import UsageError
from bggen.spec import Plane, Rgb
from bggen.train import loop
from bggen.train.attributes import HEADS, UNSAID, labels
from bggen.train.data import Packed, bounds, random_box, to_tensor

SIDE = 128  # what it sees
STORED = 160  # what crops are taken from
FOLD = 4  # pixels a side that the first layer takes at once
WIDTHS = (36, 56, 72)
BANDS = 3  # of the picture, from the backdrop down to the surface, that are summed up apart
SUMMARY = 64  # numbers that all answers are read from
LEVELS = sum(WIDTHS[:-1]) + SUMMARY  # how much of every texture there is, and the summary
MEASURES = 24  # of them, after turning to the axes on which scenes differ most
FILE = "judge.safetensors"
Floats = NDArray[np.float64]


class Unit(nn.Module):
    """Two normalised convolutions beside a straight path."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.second = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norms = nn.ModuleList(nn.BatchNorm2d(width) for _ in range(2))
        nn.init.zeros_(self.norms[1].weight)  # type: ignore[arg-type]  # an affine norm has one

    def forward(self, x: Tensor) -> Tensor:
        """(b, width, h, w) -> the same shape."""
        inner: Tensor = self.norms[1](self.second(F.relu(self.norms[0](self.first(x)))))
        return F.relu(x + inner)


class Judge(nn.Module):
    """Pictures to one answer a head."""

    basis: Tensor
    middle: Tensor

    def __init__(self) -> None:
        super().__init__()
        steps = itertools.pairwise((6 * FOLD**2, *WIDTHS))
        self.enter = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(a, b, 3, stride=1 if k == 0 else 2, padding=1, bias=False),
                nn.BatchNorm2d(b),
                nn.ReLU(),
            )
            for k, (a, b) in enumerate(steps)
        )
        self.units = nn.ModuleList(Unit(w) for w in WIDTHS)
        self.norm = nn.LayerNorm((BANDS + 1) * WIDTHS[-1])
        self.summary = nn.Linear((BANDS + 1) * WIDTHS[-1], SUMMARY)
        self.heads = nn.ModuleDict({head: nn.Linear(SUMMARY, len(names)) for head, names in HEADS.items()})
        self.register_buffer("basis", torch.eye(LEVELS)[:, :MEASURES])
        self.register_buffer("middle", torch.zeros(LEVELS))

    def levels(self, pictures: Tensor) -> tuple[list[Tensor], Tensor]:
        """(b, 4, SIDE, SIDE) colours and product's cover in 0..1 -> lower levels' means, (b, SUMMARY)."""
        cover = F.max_pool2d((pictures[:, 3:] > 0.02).float(), 3, 1, 1)
        steps = torch.linspace(-0.5, 0.5, SIDE, device=pictures.device).expand(len(pictures), 1, SIDE, SIDE)
        seen = torch.cat([(pictures[:, :3] - 0.5) * (1 - cover), cover - 0.5, steps, steps.mT], 1)
        x = F.pixel_unshuffle(seen, FOLD)
        means = []
        for enter, unit in zip(self.enter, self.units, strict=True):
            x = unit(enter(x))
            means.append(x.mean((2, 3)).float())
        pooled = torch.cat([F.adaptive_avg_pool2d(x, (BANDS, 1)).flatten(1), x.amax((2, 3))], 1).float()
        return means[:-1], self.summary(self.norm(pooled))

    def everything(self, pictures: Tensor) -> Tensor:
        """(b, LEVELS): what serves the words, and the textures below it."""
        means, summary = self.levels(pictures)
        return torch.cat([*means, summary], 1)

    def forward(self, pictures: Tensor) -> list[Tensor]:
        """(b, 4, SIDE, SIDE) -> per head (b, values)."""
        found = F.dropout(F.silu(self.levels(pictures)[1]), 0.2, self.training)
        return [head(found) for head in self.heads.values()]

    @torch.inference_mode()
    def answers(self, pictures: Tensor) -> dict[str, Floats]:
        """Log-odds of every value under each head, (b, values)."""
        said = self(pictures)
        return {head: one.float().numpy().astype(np.float64) for head, one in zip(HEADS, said, strict=True)}

    @torch.inference_mode()
    def features(self, pictures: Tensor) -> Floats:
        """(b, MEASURES) where Euclidean distance says how unlike two scenes are."""
        turned = (self.everything(pictures) - self.middle) @ self.basis
        return turned.numpy().astype(np.float64)

    def save(self, folder: Path) -> int:
        """Write the weights in float16; returns the file's bytes."""
        folder.mkdir(parents=True, exist_ok=True)
        save_file({k: v.half().contiguous() for k, v in self.state_dict().items()}, folder / FILE)
        return (folder / FILE).stat().st_size

    @classmethod
    def load(cls, folder: Path) -> Judge:
        """Read what `save` wrote. Raises UsageError where there is none."""
        if not (folder / FILE).is_file():
            raise UsageError(
                f"--judge {folder}: there is no {FILE}; train one with `python -m bggen.train judge`"
            )
        net = cls()
        net.load_state_dict({k: v.float() for k, v in load_file(folder / FILE).items()})
        return net.eval()


def view(rgb: Rgb, alpha: Plane, side: int = SIDE) -> NDArray[np.uint8]:
    """A square picture and its product's cover as the judge wants them, (side, side, 4)."""
    both = np.dstack([rgb, alpha])
    return np.asarray(cv2.resize(both, (side, side), interpolation=cv2.INTER_AREA), np.uint8)


def stack(views: Sequence[NDArray[np.uint8]]) -> Tensor:
    """Views of SIDE pixels as one batch in 0..1."""
    return torch.stack([to_tensor(seen) for seen in views])


def batch_of(
    stored: NDArray[np.uint8], rows: Sequence[dict[str, Any]], some: Sequence[int], rng: np.random.Generator
) -> tuple[Tensor, Tensor]:
    """Crops, mirrored and tinted a little, and their labels (b, heads)."""
    pictures, wanted = [], []
    for index in some:
        flip = bool(rng.random() < 0.5)
        keep = bounds(stored[index, :, :, 3])
        box = random_box(STORED, keep, 0.8, rng) if rng.random() < 0.8 else (0, 0, STORED, STORED)
        part = stored[index, box[1] : box[3], box[0] : box[2]]
        part = part[:, ::-1] if flip else part
        seen = cv2.resize(part, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
        pictures.append(np.asarray(seen, np.uint8))
        wanted.append(labels(rows[index], flip))
    gain = rng.normal(0, 0.06, (len(some), 1, 1, 1)) + rng.normal(0, 0.02, (len(some), 3, 1, 1))
    batch = stack(pictures)
    batch[:, :3] = (batch[:, :3] * torch.from_numpy(np.exp(gain)).float()).clamp(0, 1)
    return batch, torch.tensor(wanted)


def loss_of(said: list[Tensor], wanted: Tensor) -> tuple[Tensor, dict[str, float]]:
    """Cross-entropy over the heads; a scene counts only where its words tell."""
    losses = []
    for one, right in zip(said, wanted.T, strict=True):
        if bool((right != UNSAID).any()):
            losses.append(F.cross_entropy(one.float(), right, ignore_index=UNSAID, label_smoothing=0.1))
    loss = torch.stack(losses).mean()
    return loss, {}


def train(packed: Packed, plan: loop.Plan, batch: int, seed: int, out: Path | None) -> dict[str, Any]:
    """Train, find the axes of the features, report on held-back scenes, export to `out`."""
    torch.manual_seed(seed)
    net = loop.channels_last(Judge())
    rng = np.random.default_rng(seed)
    pool = packed.split(held_back=False)
    stored = np.stack([view(packed.rgba[i, :, :, :3], packed.rgba[i, :, :, 3], STORED) for i in pool])
    rows = [packed.rows[i] for i in pool]

    def step_loss(_: int) -> tuple[Tensor, dict[str, float]]:
        pictures, wanted = batch_of(stored, rows, list(rng.choice(len(pool), batch)), rng)
        return loss_of(net(pictures.contiguous(memory_format=torch.channels_last)), wanted)

    steps = loop.train(net, step_loss, replace(plan, decay=0.05))  # a few thousand scenes are soon learnt
    find_axes(net, stack([view(one[:, :, :3], one[:, :, 3]) for one in stored]))
    figures: dict[str, Any] = {"steps": steps, "seen": steps * batch, "heads": validate(net, packed)}
    if out is not None:
        figures["bytes"] = net.save(out)
    return figures


@torch.inference_mode()
def find_axes(net: Judge, seen: Tensor) -> None:
    """Set what follows from the averaged weights: the norms' own averages, and the axes of the features."""
    loop.settle_norms(net, ((part,) for part in torch.split(seen, 64)))
    found = torch.cat([net.everything(part) for part in torch.split(seen, 64)])
    net.middle.copy_(found.mean(0))
    scale = found.std(0).clamp(min=1e-4)
    away = (found - net.middle) / scale
    axes = torch.linalg.eigh(away.T @ away / len(away)).eigenvectors[:, -MEASURES:]
    net.basis.copy_(axes / scale[:, None])


def commonest(column: NDArray[np.int64]) -> int:
    """The class that occurs most often, of those that are told."""
    told = column[column != UNSAID]
    return int(np.bincount(told).argmax()) if len(told) else UNSAID


def validate(net: Judge, packed: Packed) -> dict[str, dict[str, float]]:
    """Accuracy on the held-back scenes, and of always giving the training scenes' commonest answer."""
    pool = packed.split(held_back=True)
    said = net.answers(stack([view(packed.rgba[i, :, :, :3], packed.rgba[i, :, :, 3]) for i in pool]))
    wanted = np.array([labels(packed.rows[i]) for i in pool])
    learnt = np.array([labels(packed.rows[i]) for i in packed.split(held_back=False)])
    figures = {}
    for k, head in enumerate(HEADS):
        asked = wanted[:, k] != UNSAID
        common = commonest(learnt[:, k])
        right = wanted[asked, k]
        figures[head] = {
            "accuracy": round(float((said[head][asked].argmax(1) == right).mean()), 3),
            "majority": round(float((right == common).mean()), 3),
            "scenes": int(asked.sum()),
        }
    return figures

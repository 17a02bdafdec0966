"""Train the network that guesses a picture's light: a guess is judged by the picture that it makes."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from bggen.families.studio.light import guess
from bggen.families.studio.light.casts import FAINT, MOST, SHEEN, TINT
from bggen.families.studio.light.solid import Floats
from bggen.families.studio.sets import bank
from bggen.train import loop
from bggen.train.data import Packed
from bggen.train.networks import light_examples, onnx_file
from bggen.train.networks.light_examples import Example
from bggen.train.networks.pyramid import Unit

WIDTHS = (24, 40, 64, 96, 128)  # channels at each halving of the square
FOLDED = (guess.SIDE // 2 ** len(WIDTHS)) ** 2  # places that are left of it
INNER, TOLD = 192, 64  # units before the answer, and of what the words tell
DROPPED = 0.4
DRAWN = 500  # pixels of an example in a batch
BANK_SHARE = 1 / 3  # of a batch
DECAY, AVERAGE = 0.1, 0.9985  # of the weights: few examples, and few steps
UNSURE = 0.3  # of the time a hint is kept back
APART = 0.3  # what an error beside the ring counts, of one in it
MISTAKEN = 0.002  # what a view taken for another counts, of the whole light
Batch = tuple[Tensor, ...]  # looked, known, blocked, mirror, before, after, near, view


class LightNet(nn.Module):
    """From a picture and what is said of it to parts of light, tint, shine and the likely view."""

    def __init__(self) -> None:
        super().__init__()
        first = Unit(guess.PLANES, WIDTHS[0], 2)
        further = [(Unit(a, b, 2), Unit(b, b)) for a, b in itertools.pairwise(WIDTHS)]
        self.look = nn.Sequential(first, *itertools.chain.from_iterable(further))
        self.told = nn.Linear(guess.HINTS, TOLD)
        self.drop = nn.Dropout(DROPPED)
        self.inner = nn.Linear(WIDTHS[-1] * (FOLDED + 1) + TOLD, INNER)
        self.out = nn.Linear(INNER, guess.ANSWERS + 1)  # one more: how much in all
        nn.init.normal_(self.out.weight, std=0.01)
        nn.init.zeros_(self.out.bias)

    def forward(self, looked: Tensor, known: Tensor) -> Tensor:
        """(b, PLANES, SIDE, SIDE) and (b, HINTS) -> (b, ANSWERS)."""
        places = self.look(looked)
        both = torch.cat([places.mean((2, 3)), places.flatten(1), F.relu(self.told(known))], 1)
        raw = self.out(F.relu(self.inner(self.drop(both))))
        count = len(guess.AROUND)
        spread, total = raw[:, :count], raw[:, count : count + 1]
        tint, shine = raw[:, count + 1 : count + 4], raw[:, count + 4 : -len(guess.VIEWS)]
        views = raw[:, -len(guess.VIEWS) :]
        parts = F.softmax(spread, 1) * torch.sigmoid(total + 0.5)
        uneven = 0.5 * torch.tanh(tint - tint.mean(1, keepdim=True))
        return torch.cat([parts, uneven, torch.sigmoid(shine - 4), F.softmax(views, 1)], 1)


def painted(answered: Tensor, blocked: Tensor, mirror: Tensor, before: Tensor) -> Tensor:
    """(b, n, 3) linear: the pixels with shadow and reflection, as `casts.cast` makes them."""
    count = len(guess.AROUND)
    tint, shine = answered[:, count : count + 3], answered[:, count + 3 : -len(guess.VIEWS)]
    lost = torch.einsum("bnk,bk->bn", blocked, answered[:, :count])[..., None] * (1 + tint[:, None])
    gained = torch.einsum("bnsc,bs->bnc", mirror, shine)
    even = before * (gained.mean(2, keepdim=True) / before.mean(2, keepdim=True).clamp(min=FAINT))
    gained = torch.maximum(torch.maximum(gained, (gained + even) / 2), -SHEEN * before)
    made = (before * (1 - lost.clamp(0, MOST)) + gained).clamp(0, 1)
    ground = before.clamp(min=FAINT / 10)
    mean = (made / ground).mean(2, keepdim=True)
    most = TINT * mean / (1 - mean).clamp(min=1e-3)
    toned = (mean + torch.maximum(torch.minimum(made / ground - mean, most), -most)) * ground
    return torch.where((mean < 1) & (before > FAINT / 10), toned, made)


def to_srgb(linear: Tensor) -> Tensor:
    """Linear light 0..1 -> sRGB; its slope at 0 is finite."""
    safe = linear.clamp(1e-6, 1)
    return torch.where(safe < 0.0031308, safe * 12.92, 1.055 * safe ** (1 / 2.4) - 0.055)


def seen(one: Example, rng: np.random.Generator | None) -> tuple[Floats, Floats, bool]:
    """What the network sees and is told, and whether in a mirror; varied unless `rng` is None."""
    picture, alpha = (np.asarray(plane / np.float32(255), np.float32) for plane in (one.picture, one.alpha))
    if rng is None:
        return guess.planes(picture, alpha), guess.hints(one.side, one.hard, one.view), False
    gain = float(np.exp(rng.normal(0, 0.2))) * np.exp(rng.normal(0, 0.08, 3)).astype(np.float32)
    picture = np.asarray((picture * gain).clip(0, 1), np.float32)
    if rng.random() < 0.5:
        rows, columns = np.flatnonzero((alpha > 0.5).any(1)), np.flatnonzero((alpha > 0.5).any(0))
        here = (_cut(rows, len(alpha), rng), _cut(columns, len(alpha), rng))
        picture, alpha = picture[here], alpha[here]
    said = rng.random(3) > UNSURE
    told = guess.hints(
        one.side if said[0] else None, one.hard if said[1] else None, one.view if said[2] else None
    )
    looked = guess.planes(picture, alpha)
    if rng.random() < 0.5:
        return *guess.mirrored(looked, told), True
    return looked, told, False


def _cut(filled: NDArray[np.intp], length: int, rng: np.random.Generator) -> slice:
    """A part of an axis that holds what is filled, and loses at most half of the rest."""
    before, after = max(int(filled[0]) - 4, 0), max(length - int(filled[-1]) - 5, 0)
    return slice(int(rng.integers(0, before // 2 + 1)), length - int(rng.integers(0, after // 2 + 1)))


def batch_of(examples: Sequence[Example], rng: np.random.Generator | None) -> Batch:
    """Stacked; some pixels of each, all of them unless it is to be augmented."""
    columns: list[list[NDArray[Any]]] = [[] for _ in range(8)]
    for one in examples:
        looked, known, flipped = seen(one, rng)
        some = slice(None) if rng is None else rng.choice(len(one.before), DRAWN, replace=False)
        blocked = one.blocked[some].astype(np.float32) / 255
        if flipped:
            blocked = blocked[:, list(guess.MIRRORED)]
        view = np.array(guess.VIEWS.index(one.view), np.float32)
        row: tuple[NDArray[Any], ...] = (
            looked,
            known,
            blocked,
            one.mirror[some],
            one.before[some],
            one.after[some],
            one.near[some],
        )
        for column, value in zip(columns, (*row, view), strict=True):
            column.append(value)
    return tuple(torch.from_numpy(np.stack(column).astype(np.float32)) for column in columns)


def loss_of(net: nn.Module, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """Error of the picture in sRGB, most of it in the ring; and of the view."""
    looked, known, blocked, mirror, before, after, near, view = batch
    answered = net(looked, known).float()
    truth = to_srgb(after)
    error = (to_srgb(painted(answered, blocked, mirror, before)) - truth).abs().mean(2)
    weight = APART + near
    loss = ((error * weight).sum(1) / weight.sum(1)).mean()
    likely = answered[:, -len(guess.VIEWS) :].clamp(min=1e-6)
    mistaken = F.nll_loss(likely.log(), view.long())
    bare = (to_srgb(before) - truth).abs().mean(2)
    share = (error.detach() * near).sum() / (bare * near).sum()
    return loss + MISTAKEN * mistaken, {"ring": float(share), "view": float(mistaken.detach())}


@torch.inference_mode()
def evaluate(net: LightNet, examples: Sequence[Example]) -> dict[str, float]:
    """Held-back error in the ring as a part of the bare picture's, with what the words tell and without."""
    found = {}
    for source in ("packshots", "bank"):
        rows = [one for one in examples if one.held_back and one.source == source]
        for name, told in (("", 1.0), (" unsaid", 0.0)):
            wrong, bare = 0.0, 0.0
            for start in range(0, len(rows), 16):
                looked, known, *light, near, _ = batch_of(rows[start : start + 16], None)
                blocked, mirror, before, after = light
                made = painted(net(looked, known * told), blocked, mirror, before)
                wrong += float(((to_srgb(made) - to_srgb(after)).abs().mean(2) * near).sum())
                bare += float(((to_srgb(before) - to_srgb(after)).abs().mean(2) * near).sum())
            if rows:
                found[f"{source}{name}"] = round(wrong / bare, 4)
    return found


def train(packed: Packed, plan: loop.Plan, batch: int, seed: int, out: Path | None) -> dict[str, float]:
    """Train, export to the file `out`, and say how it does on what was held back."""
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    examples = light_examples.of_packshots(packed, rng) + light_examples.of_bank(packed, rng, bank.load())
    by_source = {
        source: [one for one in examples if one.source == source and not one.held_back]
        for source in ("packshots", "bank")
    }
    net = LightNet()

    def draw() -> Batch:
        sets = round(batch * BANK_SHARE)
        counts = {"packshots": batch - sets, "bank": sets}
        chosen = [
            by_source[s][int(i)] for s, n in counts.items() for i in rng.integers(0, len(by_source[s]), n)
        ]
        return batch_of(chosen, rng)

    steps = loop.train(net, lambda _: loss_of(net, draw()), replace(plan, decay=DECAY, average=AVERAGE))
    loop.settle_norms(net, (draw()[:2] for _ in range(loop.NORMED)))
    if out is not None:
        export(net, out)
    return {"steps": steps, **evaluate(net, examples)}


def export(net: LightNet, file: Path) -> int:
    """Write the network as the studio reads it; returns its bytes."""
    inputs = {"looked": (guess.PLANES, guess.SIDE, guess.SIDE), "known": (guess.HINTS,)}
    return onnx_file.write(net, inputs, file)

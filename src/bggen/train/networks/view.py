"""Train the network that tells from how high a product was photographed: on renders of known height.

Those of `python -m bggen.train.scenes views` are known to the degree; of the packshots only a word is known,
which bounds it. A camera and a cut-out's mistakes are added to both while it learns.
"""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional as F

from bggen.families.studio.photo import view
from bggen.spec import Plane, Rgb
from bggen.train import loop
from bggen.train.data import Packed, bounds
from bggen.train.networks import onnx_file
from bggen.train.networks.pyramid import Unit

WIDTHS = (24, 32, 48, 64)  # channels at each halving
THIN = 32  # channels that are laid out flat at the end
EXACT = 0.7  # of the pictures: those whose height is known to the degree
BLUR = 3.0  # degrees: how widely the truth is spread
HELD_BACK = 10  # products whose number is divisible by this are not trained on,
UNSEEN = ("handbag", "candle", "perfume", "lamp", "teapot", "backpack")  # nor are any of these kinds
#: degrees that the packshots' words bound
WORDS = {"eye level view": (0.5, 8.0), "slightly raised view": (10.0, 28.0), "high angle view": (32.0, 55.0)}
MARGIN = 2.5  # degrees: half of what lies between two heights that are told apart
CLOSE = 10.0  # degrees: an answer as near as that will do
ROLLED, FURRY, PATCHED, SHADED = 0.15, 0.2, 0.2, 0.4  # of the pictures: camera held askew, and so on
SEEN = (view.PLANES, view.SIDE, view.SIDE)
WARP = 128  # pixels a side that products are warped at


class ViewNet(nn.Module):
    """From a product to a logit for each of the heights that are told apart."""

    def __init__(self) -> None:
        super().__init__()
        steps = [Unit(view.PLANES, WIDTHS[0], 2)]
        for before, after in itertools.pairwise(WIDTHS):
            steps += [Unit(before, after, 2), Unit(after, after)]
        self.body = nn.Sequential(
            *steps, Unit(WIDTHS[-1], WIDTHS[-1]), nn.Conv2d(WIDTHS[-1], THIN, 1), nn.ReLU()
        )
        self.drop = nn.Dropout(0.25)
        self.out = nn.Linear(THIN * (view.SIDE >> len(WIDTHS)) ** 2, len(view.HEIGHTS))

    def forward(self, seen: Tensor) -> Tensor:
        """(b, PLANES, SIDE, SIDE) -> (b, len(HEIGHTS))."""
        logits: Tensor = self.out(self.drop(self.body(seen).flatten(1)))
        return logits


class Deployed(nn.Module):
    """The network as the studio runs it: likelihoods."""

    def __init__(self, net: ViewNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, seen: Tensor) -> Tensor:
        """(1, PLANES, SIDE, SIDE) -> (1, len(HEIGHTS)) that sum to 1."""
        return F.softmax(self.net(seen), 1)


@dataclass(frozen=True, slots=True)
class View:
    """A render, cropped to the product."""

    rgba: NDArray[np.uint8]  # (h, w, 4)
    lowest: float  # degrees that it is seen from, at least and at most
    highest: float
    kind: str


def load(folder: Path) -> tuple[list[View], list[View], list[View]]:
    """The renders to train on, those of products held back, and those of kinds held back."""
    known, new, unseen = list[View](), list[View](), list[View]()
    for file in sorted(folder.glob("views-*.jsonl")):
        for row in map(json.loads, file.read_text("utf-8").splitlines()):
            with Image.open(folder / row["file"]) as picture:
                rgba = _cropped(np.asarray(picture.convert("RGBA")))
            if rgba is not None:
                one = View(rgba, row["elevation"], row["elevation"], row["product"])
                (unseen if one.kind in UNSEEN else known if row["id"] % HELD_BACK else new).append(one)
    return known, new, unseen


def packshots(packed: Packed, held_back: bool) -> list[View]:
    """The products of one side of the split that are seen from one of WORDS."""
    found = list[View]()
    for index in packed.split(held_back):
        row = packed.rows[index]
        if row["view"] in WORDS and (rgba := _cropped(packed.rgba[index])) is not None:
            found.append(View(rgba, *WORDS[row["view"]], row["product"]))
    return found


def _cropped(rgba: NDArray[np.uint8]) -> NDArray[np.uint8] | None:
    """A picture's product, its longer side at most WARP; None where there is none."""
    if (box := bounds(rgba[..., 3])) is None:
        return None
    left, top, right, bottom = box
    part, scale = np.array(rgba[top:bottom, left:right]), WARP / max(right - left, bottom - top)
    if scale >= 1:
        return part
    return np.asarray(cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def truth(views: Sequence[View], said: Tensor) -> Tensor:
    """(b, len(HEIGHTS)) likelihoods to learn: a bell about each height that is known.

    Of those within bounds, what was `said`, as far as it keeps to them: to learn that raises all that is said
    within them together (Dempster, Laird and Rubin 1977, expectation-maximisation).
    """
    low, high = (torch.tensor([getattr(one, end) for one in views])[:, None] for end in ("lowest", "highest"))
    heights = torch.from_numpy(view.HEIGHTS)[None]
    bell = F.softmax(-0.5 * ((heights - low) / BLUR) ** 2, 1)
    within = said * ((heights > low - MARGIN) & (heights < high + MARGIN))
    return torch.where(low == high, bell, within / within.sum(1, keepdim=True).clamp(min=1e-6))


def taken(rgba: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.float32]:
    """(h, w, 4) -> (PLANES, SIDE, SIDE): a render as a camera and a cut-out leave it."""
    rgb, alpha = _cut(_turned(rgba, rng), rng)
    if rng.random() < FURRY:
        alpha = _ruffled(alpha, rng)
    if rng.random() < 0.5:
        rgb, alpha = rgb[:, ::-1], alpha[:, ::-1]
    if rng.random() < 0.2 and (box := bounds(alpha)) is not None:  # it goes on below the picture
        left, top, right, bottom = box
        bottom -= int((bottom - top) * rng.uniform(0.03, 0.3))
        rgb, alpha = rgb[top:bottom, left:right], alpha[top:bottom, left:right]
    rgb = _lit(_patched(np.ascontiguousarray(rgb), alpha, rng), rng)
    return view.seen(_toned(rgb, rng), alpha)


def _turned(rgba: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Rolled and out of the square by a little, at another size."""
    height, width = rgba.shape[:2]
    roll = np.radians(rng.uniform(-10, 10) if rng.random() < ROLLED else np.clip(rng.normal(0, 2), -5, 5))
    scale = WARP * rng.uniform(0.6, 0.95) / max(height, width)
    turn = scale * np.array([[np.cos(roll), -np.sin(roll)], [np.sin(roll), np.cos(roll)]])
    turn = turn @ (np.eye(2) + rng.normal(0, 0.012, (2, 2)))
    shift = WARP / 2 - turn @ [width / 2, height / 2]
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    return np.asarray(cv2.warpAffine(rgba, np.column_stack([turn, shift]), (WARP, WARP), flags=how), np.uint8)


def _cut(plane: NDArray[np.uint8], rng: np.random.Generator) -> tuple[Rgb, Plane]:
    """An outline that is too wide or too narrow, has holes, or keeps some of the shadow."""
    rgb, alpha = plane[..., :3].copy(), plane[..., 3].copy()
    if rng.random() < 0.5:
        size = int(rng.choice([2, 3]))
        grow = cv2.dilate if rng.random() < 0.4 else cv2.erode
        alpha = np.asarray(grow(alpha, np.ones((size, size), np.uint8)), np.uint8)
    if (box := bounds(alpha)) is None:
        return rgb, alpha
    left, top, right, bottom = box
    if rng.random() < 0.15:  # a shadow beside its foot
        wide = (right - left) * rng.uniform(0.2, 0.6)
        at = (round(rng.uniform(left, right)), round(bottom - rng.uniform(0, 5)))
        blob = np.zeros_like(alpha)
        cv2.ellipse(blob, at, (max(round(wide), 1), round(rng.uniform(1, 6))), 0, 0, 360, (255,), -1)
        new = (blob > 0) & (alpha < 128)
        rgb[new], alpha[new] = rng.integers(40, 200), 255
    for _ in range(int(rng.random() < 0.1) * int(rng.integers(1, 4))):
        at = (int(rng.integers(left, right)), int(rng.integers(top, bottom)))
        cv2.circle(alpha, at, int(rng.integers(1, 7)), (0,), -1)
    return rgb, alpha


def _ruffled(alpha: Plane, rng: np.random.Generator) -> Plane:
    """An outline as of fur, leaves or fringes."""
    height, width = alpha.shape
    grain = int(rng.integers(2, 6))
    coarse = rng.standard_normal((height // grain + 2, width // grain + 2), np.float32)
    noise = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    soft = cv2.GaussianBlur(alpha.astype(np.float32), (0, 0), rng.uniform(1, 2.5))
    ruffled = np.where(soft > 4, soft + noise * rng.uniform(20, 70), 0)
    return np.asarray(((ruffled - 128) * 8 + 128).clip(0, 255), np.uint8)


def _patched(rgb: Rgb, alpha: Plane, rng: np.random.Generator) -> Rgb:
    """Other prints on it than those that were rendered."""
    if rng.random() >= PATCHED or (box := bounds(alpha)) is None:
        return rgb
    rgb, (left, top, right, bottom) = rgb.copy(), box
    for _ in range(int(rng.integers(1, 4))):
        x, y = int(rng.integers(left, right)), int(rng.integers(top, bottom))
        wide, high = (int(side * rng.uniform(0.05, 0.3)) + 1 for side in (right - left, bottom - top))
        colour = [int(tone) for tone in rng.integers(0, 256, 3)]
        if rng.random() < 0.5:
            cv2.rectangle(rgb, (x, y), (x + wide, y + high), colour, -1, cv2.LINE_AA)
        else:
            cv2.ellipse(rgb, (x, y), (wide // 2 + 1, high // 2 + 1), 0, 0, 360, colour, -1, cv2.LINE_AA)
    return rgb


def _lit(rgb: Rgb, rng: np.random.Generator) -> Rgb:
    """Lighter towards one side, as by another lamp."""
    if rng.random() >= SHADED:
        return rgb
    height, width = rgb.shape[:2]
    way = rng.uniform(0, 2 * np.pi)
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    ramp = np.exp((x * np.cos(way) + y * np.sin(way)) * rng.uniform(0.1, 0.7)).astype(np.float32)
    return np.asarray((rgb * ramp[..., None]).clip(0, 255), np.uint8)


def _toned(rgb: Rgb, rng: np.random.Generator) -> Rgb:
    """In another light, with another camera: tone, colour, sharpness, noise, JPEG."""
    levels = (np.arange(256)[:, None] / 255) ** np.exp(rng.normal(0, 0.3))
    levels = (levels - 0.5) * np.exp(rng.normal(0, 0.25)) + 0.5 + rng.normal(0, 0.08) + rng.normal(0, 0.04, 3)
    out = np.asarray(cv2.LUT(rgb, np.asarray(levels.clip(0, 1) * 255, np.uint8)[None]), np.uint8)
    if rng.random() < 0.3:
        out = out[..., rng.permutation(3)]
    if rng.random() < 0.15:
        out = np.repeat(out.mean(2, keepdims=True).astype(np.uint8), 3, 2)
    if rng.random() < 0.5:
        out = np.asarray(cv2.GaussianBlur(out, (0, 0), rng.uniform(0.3, 1.5)), np.uint8)
    if rng.random() < 0.6:
        grain = rng.standard_normal(out.shape, np.float32) * rng.uniform(0, 10)
        out = np.asarray((out + grain).clip(0, 255), np.uint8)
    if rng.random() < 0.5:
        return out
    _, coded = cv2.imencode(".jpg", out, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 95))])
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)


def train(
    packed: Packed,
    folder: Path,
    plan: loop.Plan,
    batch: int,
    seed: int,
    pictures: int,
    out: Path | None,
    start: Path | None = None,
) -> dict[str, Any]:
    """Train on so many pictures, export to the file `out`, and say how it does on renders held back.

    Args:
        folder: of renders, see `bggen.train.scenes`.
        start: an exported file whose body it goes on from where there is no checkpoint; what it answers is
            learnt anew.
    """
    cv2.setNumThreads(1)
    torch.manual_seed(seed)
    known, new, unseen = load(folder)
    bounded = packshots(packed, held_back=False)
    net, rng = ViewNet(), np.random.default_rng(seed)

    def draw() -> tuple[Tensor, list[View]]:
        kinds = (known if rng.random() < EXACT else bounded for _ in range(batch))
        chosen = [views[int(rng.integers(len(views)))] for views in kinds]
        seen = torch.from_numpy(np.stack([taken(one.rgba, rng) for one in chosen]))
        return seen.to(memory_format=torch.channels_last), chosen

    def step_loss(_: int) -> tuple[Tensor, dict[str, float]]:
        seen, chosen = draw()
        said = F.log_softmax(net(seen).float(), 1)
        return -(truth(chosen, said.detach().exp()) * said).sum(1).mean(), {}

    if start is not None and not (plan.folder / loop.STATE).exists():
        onnx_file.read(net, start, {"seen": SEEN})
        loop.wake_norms(net, (draw()[:1] for _ in range(loop.NORMED)))
    steps = loop.train(loop.channels_last(net), step_loss, replace(plan, most=max(pictures // batch, 1)))
    loop.settle_norms(net, (draw()[:1] for _ in range(loop.NORMED)))
    figures: dict[str, Any] = {"steps": steps, "trained_on": [len(known), len(bounded)]}
    tried = {"new": new, "unseen": unseen, "packshots": packshots(packed, held_back=True)}
    figures |= {name: evaluate(net, views, seed) for name, views in tried.items()}
    if out is not None:
        figures["bytes"] = onnx_file.write(Deployed(net), {"seen": SEEN}, out)
    return figures


@torch.inference_mode()
def evaluate(net: ViewNet, views: Sequence[View], seed: int) -> dict[str, Any]:
    """How far off the answers are on renders as a camera and a cut-out leave them, in all and by kind."""
    run, rng = Deployed(net).eval(), np.random.default_rng(seed)
    by_kind = defaultdict[str, list[tuple[float, float]]](list)
    for one in views:
        said = view.Elevation.of(run(torch.from_numpy(taken(one.rgba, rng))[None])[0].numpy())
        by_kind[one.kind].append(
            (max(one.lowest - said.degrees, said.degrees - one.highest, 0.0), said.spread)
        )
    every = [pair for pairs in by_kind.values() for pair in pairs]
    return judged(every) | {"by_kind": {kind: judged(pairs) for kind, pairs in sorted(by_kind.items())}}


def judged(pairs: Sequence[tuple[float, float]]) -> dict[str, float]:
    """Figures of errors and spreads, degrees: of all, and of those that count for half at least."""
    off, spread = np.array(pairs, np.float32).reshape(-1, 2).T
    sure = off[spread <= (view.SURE + view.UNSURE) / 2]
    return {
        "count": len(off),
        "error": round(float(off.mean()), 2) if len(off) else 0.0,
        "close": round(float((off <= CLOSE).mean()), 3) if len(off) else 0.0,
        "sure": round(len(sure) / max(len(off), 1), 3),
        "sure_close": round(float((sure <= CLOSE).mean()), 3) if len(sure) else 0.0,
    }

"""Settle a product on its plate: predict the shadow, reflection and bounce it casts around itself.

The network sees the empty set, the product on it and what is known of the light, and answers per pixel a
log-gain and an offset, so that outside the product `finished = plate * exp(log_gain) + offset` in sRGB 0..1.
It works at a low resolution; callers bring its answer to the plate's own.
"""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional as F

from bggen import finish

Floats = NDArray[np.float32]

SIDES = ("left", "right", "above", "behind", "front")
VIEWS = ("eye level", "slightly raised", "high angle", "top-down")
HINTS = len(SIDES) + 2 + len(VIEWS)  # side, hard, soft, view: all zero means unknown
WIDTHS = (32, 48, 64, 96, 128)
CASTS = (
    *((across, up) for across in (-1.2, -0.5, 0.5, 1.2) for up in (0.3, -0.3)),
    (0.0, 0.5),
    (0.0, -0.5),
)  # where a shadow of unit height ends: to the right, and up the picture, away from the camera
GUIDES = 3 + 2 + len(CASTS)
PLANES = 9 + GUIDES  # plate 3, product 3, alpha, place across, place down; and what geometry says
STRIDE = 2 ** len(WIDTHS)


def hint(side: str | None = None, hard: bool | None = None, view: str | None = None) -> Tensor:
    """(HINTS,) what is known of light and camera; anything unknown stays zero."""
    row = torch.zeros(HINTS)
    if side in SIDES:
        row[SIDES.index(side)] = 1
    if hard is not None:
        row[len(SIDES) + (0 if hard else 1)] = 1
    if view in VIEWS:
        row[len(SIDES) + 2 + VIEWS.index(view)] = 1
    return row


def places(alpha: Tensor) -> Tensor:
    """(b, 1, h, w) -> (b, 2, h, w): where a pixel lies as seen from the product's foot, in product sizes."""
    _, _, height, width = alpha.shape
    ys = torch.arange(height, device=alpha.device, dtype=torch.float32)
    xs = torch.arange(width, device=alpha.device, dtype=torch.float32)
    planes = []
    for mask in alpha[:, 0].float() > 0.5:
        rows, columns = mask.any(1).nonzero()[:, 0], mask.any(0).nonzero()[:, 0]
        if len(rows) == 0:
            planes.append(torch.zeros(2, height, width, device=alpha.device))
            continue
        size = float(max(rows[-1] - rows[0], columns[-1] - columns[0]) + 1)
        across = (xs - float(columns[0] + columns[-1]) / 2) / size
        down = (ys - float(rows[-1])) / size
        planes.append(torch.stack([across.expand(height, width), down[:, None].expand(height, width)]))
    return torch.stack(planes).clamp(-2, 2)


def guides(alpha: Floats) -> Floats:
    """(h, w) in 0..1 -> (GUIDES, h, w) in 0..1: where shadows of this outline may lie, from geometry alone.

    Three contact layers, the outline blurred twice, and the outline laid down on the ground for a few lights.
    The network weighs them; to learn the long way from a product's top to its shadow's tip it has too few
    examples.
    """
    height, width = alpha.shape
    mask = np.asarray(alpha * 255 + 0.5, np.uint8)
    rows, columns = np.flatnonzero((mask > 127).any(1)), np.flatnonzero((mask > 127).any(0))
    if not len(rows):
        return np.zeros((GUIDES, height, width), np.float32)
    box = (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    size, foot = max(box[2] - box[0], box[3] - box[1]), box[3]
    planes = finish.contact_layers(mask, box)
    planes += [
        np.asarray(cv2.GaussianBlur(alpha, (0, 0), share * size), np.float32) for share in (0.12, 0.35)
    ]
    for across, up in CASTS:
        # a point `z` above the foot goes `across * z` to the side and to `up * z` above the foot
        lay = np.array([[1, -across, across * foot], [0, up, foot * (1 - up)]], np.float32)
        laid = cv2.warpAffine(alpha, lay, (width, height))
        planes.append(np.asarray(cv2.GaussianBlur(laid, (0, 0), max(0.02 * size, 0.6)), np.float32))
    return np.stack(planes)


class Block(nn.Module):
    """Two convolutions beside a straight path; starts as the identity."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)
        nn.init.normal_(self.second.weight, std=1e-3)
        nn.init.zeros_(self.second.bias)  # type: ignore[arg-type]  # there is one

    def forward(self, x: Tensor) -> Tensor:
        """(b, width, h, w) -> the same shape."""
        inner: Tensor = self.second(F.silu(self.first(F.silu(x))))
        return x + inner


class SettleNet(nn.Module):
    """A U-Net over pixels folded two by two."""

    def __init__(self, widths: tuple[int, ...] = WIDTHS) -> None:
        super().__init__()
        self.widths = tuple(widths)
        self.stem = nn.Conv2d(PLANES * 4, widths[0], 3, padding=1)
        self.hints = nn.Linear(HINTS, widths[0])
        self.middle_hints = nn.Linear(HINTS, widths[-1])
        pairs = list(itertools.pairwise(widths))
        self.down = nn.ModuleList(Block(w) for w in widths)
        self.shrink = nn.ModuleList(nn.Conv2d(a, b, 3, stride=2, padding=1) for a, b in pairs)
        self.middle = nn.ModuleList(Block(widths[-1]) for _ in range(2))
        self.grow = nn.ModuleList(nn.Conv2d(b, a, 1) for a, b in pairs)
        self.up = nn.ModuleList(Block(w) for w in widths[:-1])
        self.out = nn.Conv2d(widths[0], 6 * 4, 3, padding=1)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)  # type: ignore[arg-type]  # there is one

    def forward(
        self, plate: Tensor, alpha: Tensor, product: Tensor, guide: Tensor, hints: Tensor
    ) -> tuple[Tensor, Tensor]:
        """(b, 3|1|3|GUIDES, h, w) in 0..1 and (b, HINTS), h, w multiples of STRIDE -> log-gain, offset."""
        planes = torch.cat([plate - 0.5, (product - 0.5) * alpha, alpha - 0.5, places(alpha), guide], 1)
        x = self.stem(F.pixel_unshuffle(planes, 2)) + self.hints(hints)[:, :, None, None]
        kept = []
        for level, block in enumerate(self.down):
            x = block(x)
            if level < len(self.shrink):
                kept.append(x)
                x = self.shrink[level](x)
        x = x + self.middle_hints(hints)[:, :, None, None]
        for block in self.middle:
            x = block(x)
        for level in reversed(range(len(self.grow))):
            x = F.interpolate(self.grow[level](x), scale_factor=2.0, mode="nearest") + kept[level]
            x = self.up[level](x)
        answer = F.pixel_shuffle(self.out(F.silu(x)), 2).float()
        return 2 * torch.tanh(answer[:, :3] / 2), 0.5 * torch.tanh(answer[:, 3:])


class Settle:
    """The trained network over numpy pictures."""

    def __init__(self, net: SettleNet) -> None:
        self.net = net.eval()

    @classmethod
    def load(cls, folder: Path) -> Settle:
        """From a folder with `settle.json` and `settle.safetensors`."""
        config: dict[str, Any] = json.loads((folder / "settle.json").read_text())
        net = SettleNet(tuple(config["widths"]))
        net.load_state_dict({k: v.float() for k, v in load_file(folder / "settle.safetensors").items()})
        return cls(net)

    def save(self, folder: Path) -> None:
        """Write `settle.json` and `settle.safetensors` (float16)."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "settle.json").write_text(json.dumps({"widths": list(self.net.widths)}) + "\n")
        halves = {k: v.half().contiguous() for k, v in self.net.state_dict().items()}
        save_file(halves, folder / "settle.safetensors")

    @torch.inference_mode()
    def __call__(
        self,
        plate_rgb: Floats,
        alpha: Floats,
        product_rgb: Floats,
        side: str | None = None,
        hard: bool | None = None,
        view: str | None = None,
    ) -> tuple[Floats, Floats]:
        """(h, w, 3), (h, w), (h, w, 3) sRGB 0..1, long side about 384 -> log-gain and offset (h, w, 3).

        `side`, `hard` and `view` say where the light comes from, whether it is hard, and how the camera
        looks, in the words of SIDES and VIEWS; None where unknown.
        """
        height, width = alpha.shape
        spare = (0, -width % STRIDE, 0, -height % STRIDE)
        planes = []
        guide = guides(alpha).transpose(1, 2, 0)
        for picture in (plate_rgb, alpha[:, :, None], product_rgb, guide):
            one = torch.from_numpy(np.ascontiguousarray(picture, np.float32)).permute(2, 0, 1)[None]
            planes.append(F.pad(one, spare, mode="replicate"))
        gain, offset = self.net(*planes, hint(side, hard, view)[None])
        back = [t[0, :, :height, :width].permute(1, 2, 0).contiguous().numpy() for t in (gain, offset)]
        return back[0], back[1]

"""The vocabulary of bggen: what flows from one stage to the next.

    source -> cutout -> compose -> painter -> finish -> check -> sink
    Photo     Cutout    Scene      Painting   Render    Render   file + proof

Pixels are sRGB uint8 arrays (height, width, 3) and alpha is straight uint8 (height, width) unless a
docstring says otherwise; boxes are (left, top, right, bottom) in pixels, right and bottom exclusive.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from bggen.frame import EDGES

if TYPE_CHECKING:
    from bggen.options import Options

Rgb = NDArray[np.uint8]  # (h, w, 3)
Plane = NDArray[np.uint8]  # (h, w)
Box = tuple[int, int, int, int]
Verdict = Literal["ok", "review", "failed"]
#: what painting several scenes at a time is good for, see `Painter.company`
Company = Literal["batch", "steps", "none"]


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a photo in which the product is looked for."""

    box: Box
    size: tuple[int, int]  # (width, height) of the whole photo in pixels

    @property
    def open_sides(self) -> tuple[str, ...]:
        """Those of left, top, right and bottom at which the photo goes on beyond it."""
        ends = zip(EDGES, self.box, (0, 0, *self.size), strict=True)
        return tuple(side for side, edge, end in ends if edge != end)


@dataclass(frozen=True, slots=True)
class Photo:
    """A decoded input: upright, sRGB, at most 50 megapixels."""

    rgb: Rgb
    alpha: Plane | None  # real transparency of the file, None where it had none
    name: str  # path or label, for people
    digest: str  # SHA-256 of the input bytes, hex
    format: str  # as detected by content: JPEG, PNG, ...
    warnings: tuple[str, ...] = ()
    region: Region | None = None  # where a person said that the product is: what is seen of the whole photo
    #: `creator`, `copyright`, `credit` and the web `statement`, as far as the file names them
    rights: Mapping[str, str] = field(default_factory=dict)

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        return self.rgb.shape[1], self.rgb.shape[0]

    @property
    def open_sides(self) -> tuple[str, ...]:
        """The sides at which it is cropped out of a larger photo: no frame that could cut a product off."""
        return () if self.region is None else self.region.open_sides


@dataclass(frozen=True, slots=True)
class Glass:
    """Through which parts of a product its old backdrop showed, and the proof."""

    clear: Plane  # (h, w) 0 solid, 255 as if nothing were there; the colours are those of the rest
    unlike: int  # 0..255: laid on that backdrop again, the greatest difference from the photo


@dataclass(frozen=True, slots=True)
class Cutout:
    """The product of a photo: soft mask, clean colours, and how far to trust them."""

    rgb: Rgb  # equals the photo wherever it is opaque; edge colours are freed of the old backdrop
    alpha: Plane  # of the whole product, what is clear of it included
    box: Box  # of alpha > 0
    confidence: float  # 0..1
    method: str  # the backend that made it, such as "plain" or "mask"
    reasons: tuple[str, ...] = ()  # triage words, such as touches_frame or part_missing
    doubts: tuple[str, ...] = ()  # a line for people on each thing that may be wrong, and where
    shadow: Plane | None = None  # the photo's own shadow as a factor on the scene, 255 = no shadow
    note: str = ""  # one line: what was chosen and why
    glass: Glass | None = None  # of a product that is partly clear; None: it is solid all over
    stood: bool = False  # the photo shows where the table ends, so it stood there; False: nothing tells

    @property
    def cover(self) -> Plane:
        """(h, w) how much of what is behind it the product hides, 255 = all."""
        return self.alpha if self.glass is None else covering(self.alpha, self.glass.clear)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the ground ends in a backdrop of the user's own, as far as a look at it tells."""

    size: tuple[int, int]  # (width, height) of the backdrop in pixels
    end: float  # in 0..1 of its height: the far edge of a table, or where a floor meets a wall
    sure: float  # 0..1
    stood_on: bool = True  # False: the prompt has the product float above it


@dataclass(frozen=True, slots=True)
class Footing:
    """How a canvas shows a backdrop whose ground was found, and what was done to stand the product on it."""

    end: float  # row of the canvas where the ground ends
    sure: float  # 0..1
    crop: float  # which part of a backdrop taller than the canvas is shown: 0 its top, 1 its bottom
    lowered: int  # rows that the product was moved down


@dataclass(frozen=True, slots=True)
class Scene:
    """A canvas with the product in its place, and what to paint around it."""

    rgb: Rgb  # (H, W, 3) product colours on the canvas, free of the old backdrop; zeros elsewhere
    alpha: Plane  # (H, W) of the whole product, what is clear of it included: where it stands, what it is
    shadow: Plane | None  # (H, W) own shadow as a factor, or None
    box: Box  # product on the canvas
    offset: tuple[int, int]  # canvas = source + offset, when scale is 1
    scale: float  # 1.0: product pixels are input pixels
    options: Options
    seed: int
    name: str = ""
    variant: int = 0  # which of a photo's several pictures
    title: str = ""  # what the product is called, as far as anybody told
    footing: Footing | None = None  # on a backdrop of the user's own
    lift: int = 0  # pixels that the product floats above where it would stand
    clear: Plane | None = None  # (H, W) as in `Glass`; None where the product is solid all over
    stood: bool = False  # in its photo, as `Cutout` has it

    @property
    def cover(self) -> Plane:
        """(H, W) how much of the scene the product hides, 255 = all: what it is pasted back by."""
        return self.alpha if self.clear is None else covering(self.alpha, self.clear)

    @property
    def body(self) -> float:
        """0..1: how much of the light that falls on it the product keeps, on an average; 1 = all."""
        if self.clear is None:
            return 1.0
        return int(self.cover.sum(dtype=np.int64)) / max(int(self.alpha.sum(dtype=np.int64)), 1)

    @property
    def crop(self) -> float:
        """Which part of a backdrop taller than the canvas is shown: 0 its top, 1 its bottom."""
        return 0.5 if self.footing is None else self.footing.crop

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) of the canvas in pixels."""
        return self.rgb.shape[1], self.rgb.shape[0]

    def around(self, margin: int = 0) -> tuple[slice, slice]:
        """Rows and columns of the product with `margin` pixels beside it: a large canvas is mostly scene."""
        left, top, right, bottom = self.box
        return slice(max(top - margin, 0), bottom + margin), slice(max(left - margin, 0), right + margin)


@dataclass(frozen=True, slots=True)
class Painting:
    """What a painter made of a scene: a full picture with shadow and reflection, product included or not.

    `rgb` has the canvas's aspect and any resolution; `finish` brings it to the canvas.
    `paints_shadow` says whether contact shadow and reflection are in it.
    """

    rgb: Rgb
    paints_shadow: bool
    notes: dict[str, Any] = field(default_factory=dict)  # plate used, steps, ... for the sidecar


@dataclass(frozen=True, slots=True)
class Render:
    """A finished picture and everything there is to say about it (JSON-ready)."""

    rgb: Rgb
    record: dict[str, Any]
    verdict: Verdict = "ok"
    alpha: Plane | None = None  # of a product that stands on nothing


@dataclass(frozen=True, slots=True)
class Job:
    """One photo to turn into `options.variants` pictures."""

    source: str  # path, URL, "-" or a label for bytes in `data`
    options: Options
    output: Path | None = None
    data: bytes | None = None  # the photo's bytes, when they are already in memory
    mask_data: bytes | None = None
    sku: str = ""
    family: str = ""  # photos of one family share the scene's seed
    title: str = ""  # what the product is called, such as a table's title; default: the file's own name

    @property
    def called(self) -> str:
        """The title, else the name of the photo's file without folders and ending."""
        return self.title or file_stem(self.source)


@dataclass(frozen=True, slots=True)
class PainterInfo:
    """Who paints: goes into sidecars and journal keys."""

    model: str  # as asked for
    family: str  # studio, sd-inpaint, ...
    digest: str  # SHA-256 over the weights' checksums, hex
    licence: str
    device: str  # cpu, cuda:0, mps
    dtype: str
    multiple: int = 8  # sizes must be divisible by this
    native: int = 512  # side of the square the model was made for
    default_steps: int = 20
    default_guidance: float = 7.0


StepCallback = Callable[[int, int], bool]
"""Called after every denoising step with (step, steps); returning False stops the painting."""


class Painter(Protocol):
    """A loaded model. One call paints one batch of scenes of equal canvas size."""

    info: PainterInfo

    def paint(self, scenes: Sequence[Scene], on_step: StepCallback | None = None) -> list[Painting]:
        """Paint each scene from its own seed: the result doesn't depend on its batch-mates."""
        ...

    def company(self, options: Options) -> Company:
        """What painting several scenes at a time is good for.

        `batch`: one call with all of them is quicker than a call each. `steps`: calls from several threads
        share their steps, whenever each of them came. `none`: nothing; they are painted one by one anyway.
        """
        return "batch"


class CutoutBackend(Protocol):
    """Turns a photo into a cut-out. `name` is what --cutout calls it."""

    name: str

    def __call__(self, photo: Photo) -> Cutout:
        """Raises NeedsMask when no honest cut-out is possible."""
        ...


def covering(alpha: Plane, clear: Plane) -> Plane:
    """(h, w) an alpha less what is clear of it; 255 only where it is whole and nothing is."""
    return ((alpha.astype(np.uint32) * (255 - clear) + 127) // 255).astype(np.uint8)


def file_stem(path: str) -> str:
    """The name of a path's or URL's file, without folders, query and ending: folders name no product."""
    name = re.split(r"[/\\]", path.split("?")[0])[-1]
    return name.rpartition(".")[0] or name


def derive_seed(*parts: str) -> int:
    """A seed below 2**63 that follows from content and settings, never from order (promise 4)."""
    return int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:8], "big") >> 1

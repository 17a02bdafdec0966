"""The vocabulary of bggen: what flows from one stage to the next.

    source -> cutout -> compose -> painter -> finish -> check -> sink
    Photo     Cutout    Scene      Painting   Render    Render   file + proof

Pixels are sRGB uint8 arrays (height, width, 3) and alpha is straight uint8 (height, width) unless a
docstring says otherwise; boxes are (left, top, right, bottom) in pixels, right and bottom exclusive.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from bggen import wording
from bggen.wording import TRANSPARENT, colour_named, names_picture

Rgb = NDArray[np.uint8]  # (h, w, 3)
Plane = NDArray[np.uint8]  # (h, w)
Box = tuple[int, int, int, int]
Format = Literal["png", "jpeg", "webp", "avif", "tiff"]
Verdict = Literal["ok", "review", "failed"]
#: what painting several scenes at a time is good for, see `Painter.company`
Company = Literal["batch", "steps", "none"]
OPAQUE: tuple[Format, ...] = ("jpeg",)  # formats that know no transparency
NO_ALPHA = "background transparent: {} has no transparency: use png, webp, avif or tiff"


class Options(BaseModel):
    """Every setting that changes a picture; one vocabulary for command line, tables, files and HTTP."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    prompt: str = Field("", max_length=4000, description="what the scene looks like; never the product")
    negative: str = Field("", max_length=4000, description="what the scene must not show")
    reference: str = Field("auto", description="auto, none, or a picture whose scene to start from")
    strength: float | None = Field(None, ge=0.0, le=1.0, description="how much of the reference to repaint")
    model: str = Field("studio", description="studio, a local diffusers folder, or a pulled hub id")
    lora: tuple[str, ...] = Field((), description="LoRA adapters, FILE or FILE:WEIGHT")
    seed: int | None = Field(None, ge=0, lt=2**63, description="default: follows from the photo and settings")
    variants: int = Field(1, ge=1, le=64, description="pictures per photo")
    steps: int | None = Field(None, ge=1, le=200, description="denoising steps; default: the model's own")
    guidance: float | None = Field(None, ge=0.0, le=30.0, description="classifier-free guidance scale")
    speed: Literal["exact", "fast", "fastest"] = Field(
        "exact", description="exact: the same pixels everywhere; fast, fastest: near ones, sooner"
    )
    size: str | None = Field(None, description="canvas as WIDTHxHEIGHT or one number for a square")
    aspect: str | None = Field(None, description="canvas shape such as 1:1, 4:5, 16:9")
    preset: str | None = Field(None, description="a shop's picture rules, such as google or instagram")
    placement: Literal["auto", "original", "fit"] = Field("auto", description="keep the place or fit anew")
    pose: Literal["auto", "stand", "lie"] = Field(
        "auto", description="whether the product stands, or lies on a set seen from above"
    )
    fill: float | None = Field(None, gt=0.0, le=1.0, description="share of the canvas the product may span")
    anchor: Literal["center", "bottom", "top", "left", "right"] = Field(
        "bottom", description="where fit puts it"
    )
    margin: str = Field("5%", description="free border for fit, in % of the short side or px")
    mask: str | None = Field(None, description="the product's mask, white on black")
    cutout: str = Field("auto", description="auto, alpha, plain, salient, rembg:MODEL or birefnet:MODEL")
    background: str | None = Field(
        None, description="a picture, a colour or transparent instead of a generated scene"
    )
    shadow: Literal["auto", "contact", "keep", "none"] = Field("auto", description="the product's shadow")
    format: Format | None = Field(None, description="file format; default: by the output's name, else png")
    quality: int = Field(92, ge=1, le=100, description="for jpeg, webp and avif")
    digital_source_type: Literal["composite", "trained", "none"] = Field(
        "composite", description="IPTC label: composite for a real product, trained as Google Merchant asks"
    )
    accept_noncommercial: bool = Field(False, description="use weights under a non-commercial licence")

    @field_validator("preset", "format", "background", mode="before")
    @classmethod
    def _as_people_write(cls, value: Any, info: ValidationInfo) -> Any:
        """`Amazon`, `JPG` and `white` are what they say; a picture called white is `./white`."""
        if not isinstance(value, str):
            return value
        if info.field_name == "background":
            return TRANSPARENT if value.strip().lower() == TRANSPARENT else colour_named(value) or value
        return {"jpg": "jpeg", "tif": "tiff"}.get(value.lower(), value.lower())

    @field_validator("size", mode="before")
    @classmethod
    def _square(cls, value: Any) -> Any:
        """A bare number in a settings file."""
        return str(value) if type(value) is int else value

    @field_validator("lora", mode="before")
    @classmethod
    def _several(cls, value: Any) -> Any:
        """Files between commas, as variables and tables have them."""
        return wording.several(value) if isinstance(value, str) else value

    @field_validator("fill", "strength", mode="before")
    @classmethod
    def _share(cls, value: Any) -> Any:
        return wording.share_of(value)

    @field_validator("size", "aspect", "margin", "preset", "background", "reference")
    @classmethod
    def _can_be_had(cls, value: str | None, info: ValidationInfo) -> str | None:
        """What this can tell before a photo is known. An empty text is as good as none."""
        wording.check(info.field_name or "", value)
        return value

    @model_validator(mode="after")
    def _takes_alpha(self) -> Self:
        if self.transparent and self.format in OPAQUE:
            raise ValueError(NO_ALPHA.format(self.format))
        return self

    @property
    def transparent(self) -> bool:
        """Whether the product is to stand alone, on nothing."""
        return self.background == TRANSPARENT

    @property
    def painter_key(self) -> tuple[str, tuple[str, ...], str, bool]:
        """What decides which painter is loaded: jobs that differ in it can't share one."""
        return self.model, self.lora, self.speed, self.accept_noncommercial

    @property
    def backdrop(self) -> str | None:
        """The user's own picture that the product is settled into, a path or URL, if there is one."""
        own = self.background or self.reference
        return own if names_picture(own) else None

    def fingerprint(self) -> str:
        """SHA-256 over every setting, as hex: part of a job's key."""
        return hashlib.sha256(json.dumps(self.model_dump(), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Photo:
    """A decoded input: upright, sRGB, at most 50 megapixels."""

    rgb: Rgb
    alpha: Plane | None  # real transparency of the file, None where it had none
    name: str  # path or label, for people
    digest: str  # SHA-256 of the input bytes, hex
    format: str  # as detected by content: JPEG, PNG, ...
    warnings: tuple[str, ...] = ()

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        return self.rgb.shape[1], self.rgb.shape[0]


@dataclass(frozen=True, slots=True)
class Cutout:
    """The product of a photo: soft mask, clean colours, and how far to trust them."""

    rgb: Rgb  # equals the photo wherever alpha is 255; edge colours are freed of the old backdrop
    alpha: Plane
    box: Box  # of alpha > 0
    confidence: float  # 0..1
    method: str  # the backend that made it, such as "plain" or "mask"
    reasons: tuple[str, ...] = ()  # triage words, such as touches_frame or part_missing
    doubts: tuple[str, ...] = ()  # a line for people on each thing that may be wrong, and where
    shadow: Plane | None = None  # the photo's own shadow as a factor on the scene, 255 = no shadow
    note: str = ""  # one line: what was chosen and why


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the ground ends in a backdrop of the user's own, as far as a look at it tells."""

    size: tuple[int, int]  # (width, height) of the backdrop in pixels
    end: float  # in 0..1 of its height: the far edge of a table, or where a floor meets a wall
    sure: float  # 0..1


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
    alpha: Plane  # (H, W)
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


def file_stem(path: str) -> str:
    """The name of a path's or URL's file, without folders, query and ending: folders name no product."""
    name = re.split(r"[/\\]", path.split("?")[0])[-1]
    return name.rpartition(".")[0] or name


def derive_seed(*parts: str) -> int:
    """A seed below 2**63 that follows from content and settings, never from order (promise 4)."""
    return int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:8], "big") >> 1

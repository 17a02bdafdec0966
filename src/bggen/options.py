"""What a user may ask of a picture: one vocabulary for command line, tables, files, HTTP and Python."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from bggen import wording
from bggen.wording import TRANSPARENT, colour_named, names_picture

Format = Literal["png", "jpeg", "webp", "avif", "tiff"]
Speed = Literal["exact", "fast", "fastest"]
OPAQUE: tuple[Format, ...] = ("jpeg",)  # formats that know no transparency
SHAPES = ("size", "preset", "aspect")  # each says what shape a canvas has, and goes before those after it
NO_ALPHA = "background transparent: {} has no transparency: use png, webp, avif or tiff"


def over(farther: Mapping[str, Any], nearer: Mapping[str, Any]) -> dict[str, Any]:
    """Values of a nearer source, such as a flag or a table's row, over those of one farther away.

    The shape that is asked for nearer by counts, whichever option says it: `aspect` of a request goes before
    the server's own `size`, which would go before it in one and the same place. Left out, the farther one
    has its default.
    """
    first = next((SHAPES.index(name) for name in SHAPES if nearer.get(name)), 0)
    return {name: value for name, value in farther.items() if name not in SHAPES[:first]} | dict(nearer)


class Options(BaseModel):
    """Every setting that changes a picture; one vocabulary for command line, tables, files and HTTP."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    prompt: str = Field("", max_length=4000, description="what the scene looks like; never the product")
    negative: str = Field("", max_length=4000, description="what the scene must not show")
    reference: str = Field("auto", description="auto, none, or a picture whose scene to start from")
    set: str | None = Field(
        None, description="a set of the studio's by its id, 000+384 of two; default: by the prompt"
    )
    strength: float | None = Field(None, ge=0.0, le=1.0, description="how much of the reference to repaint")
    model: str = Field("studio", description="studio, a local diffusers folder, or a pulled hub id")
    lora: tuple[str, ...] = Field((), description="LoRA adapters, FILE or FILE:WEIGHT")
    seed: int | None = Field(None, ge=0, lt=2**63, description="default: follows from the photo and settings")
    variants: int = Field(1, ge=1, le=64, description="pictures per photo")
    steps: int | None = Field(None, ge=1, le=200, description="denoising steps; default: the model's own")
    guidance: float | None = Field(None, ge=0.0, le=30.0, description="classifier-free guidance scale")
    speed: Speed = Field(
        "exact", description="exact: the same pixels everywhere; fast, fastest: near ones, sooner"
    )
    size: str | None = Field(None, description="canvas as WIDTHxHEIGHT or one number for a square")
    aspect: str | None = Field(None, description="canvas shape such as 1:1, 4:5, 16:9")
    preset: str | None = Field(None, description="a shop's picture rules, such as google or instagram")
    placement: Literal["auto", "original", "fit"] = Field("auto", description="keep the place or fit anew")
    pose: Literal["auto", "stand", "lie", "float"] = Field(
        "auto", description="whether the product stands, lies on a set seen from above, or floats over one"
    )
    fill: float | None = Field(None, gt=0.0, le=1.0, description="share of the canvas the product may span")
    anchor: str = Field(
        "bottom",
        description="where fit puts it: bottom, center, top-left ..., or X%,Y% of the free room, such as "
        "30%,80%; another than bottom asks for fit",
    )
    margin: str = Field(
        "5%",
        description="free border for fit, in % of the short side or px, or TOP,RIGHT,BOTTOM,LEFT; another "
        "than 5% asks for fit",
    )
    mask: str | None = Field(None, description="the product's mask, white on black")
    roi: str | None = Field(
        None, description="where the product is: LEFT,TOP,RIGHT,BOTTOM in pixels or as in 10%,20%,90%,95%"
    )
    cutout: str = Field("auto", description="auto, alpha, plain, salient, rembg:MODEL or birefnet:MODEL")
    glass: bool = Field(
        False,
        description="the product is partly clear: where its plain backdrop shows through, the scene does",
    )
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

    @field_validator("roi", "margin", "anchor", mode="before")
    @classmethod
    def _edges(cls, value: Any, info: ValidationInfo) -> Any:
        """Several as settings files, JSON and Python list them; an empty text is as good as none."""
        text = wording.joined(value)
        return cls.model_fields[info.field_name or ""].default if text == "" else text

    @field_validator("set", mode="before")
    @classmethod
    def _id(cls, value: Any) -> Any:
        """`7` of a table or settings file is set 007; a `+` of two may come as a blank, as from web forms."""
        if not (type(value) is int or (isinstance(value, str) and value)):
            return value
        return "+".join(part.zfill(3) for part in str(value).replace("+", " ").split())

    @field_validator("lora", mode="before")
    @classmethod
    def _several(cls, value: Any) -> Any:
        """Files between commas, as variables and tables have them."""
        return wording.several(value) if isinstance(value, str) else value

    @field_validator("fill", "strength", mode="before")
    @classmethod
    def _share(cls, value: Any) -> Any:
        return wording.share_of(value)

    @field_validator("size", "aspect", "anchor", "margin", "roi", "preset", "background", "reference")
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

    @model_validator(mode="after")
    def _has_one_scene(self) -> Self:
        if self.set and (other := self._instead_of_a_set()):
            raise ValueError(f"set {self.set} is one of the studio's own: leave out {other}")
        return self

    def _instead_of_a_set(self) -> str:
        if self.model != "studio":
            return f"model {self.model}"
        return "background" if self.background else "" if self.reference == "auto" else "reference"

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

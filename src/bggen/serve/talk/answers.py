"""What goes back: the picture itself, or JSON with pictures and their whole records."""

from __future__ import annotations

import asyncio
import hashlib
import re
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal

from pydantic import BaseModel, Field

from bggen.options import Format
from bggen.serve.orders import Answer, Made
from bggen.serve.problems import Refusal
from bggen.serve.talk.pieces import File, PieceByPiece

MEDIA: dict[str, Format] = {
    "image/png": "png",
    "image/jpeg": "jpeg",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/tiff": "tiff",
}
MEDIA_OF = {format: media for media, format in MEDIA.items()}
QUALITY = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")  # RFC 9110, 12.4.2
OWN_WORDS = ("prompt", "negative")  # a person's text: never changed


@dataclass(frozen=True, slots=True)
class Choice:
    """How to answer, and in which format."""

    how: Literal["picture", "json"]
    format: Format


class PictureBody(BaseModel):
    """One picture of a JSON answer."""

    format: str
    media_type: str
    bytes: int
    sha256: str
    seed: int = Field(ge=0, description="this seed and the same settings give the same picture again")
    confidence: float
    verdict: Literal["ok", "review"]
    data: str = Field(description="the file, in base64")
    record: dict[str, Any] = Field(description="cut-out, scene, model, checks with the proof, timings")


class AnswerBody(BaseModel):
    """A JSON answer."""

    request_id: str
    model: str
    pictures: list[PictureBody]
    timings: dict[str, float] = Field(description="seconds in each stage of the server")


def negotiate(
    accept: str | None,
    wanted: Format | None,
    default: Format | None,
    variants: int,
    without: Collection[Format] = (),
) -> Choice:
    """What the Accept header likes best, else the first of what there is, `without` some formats.

    Raises Refusal (406).
    """
    fallback = wanted or default or "png"
    others = [media for media, named in MEDIA.items() if named != fallback and named not in without]
    pictures = [MEDIA_OF[fallback], *(() if wanted else others)]
    offers = [*(pictures if variants == 1 else ()), "application/json"]
    ranges = _ranges(accept or "*/*")
    liking = {offer: _liking(offer, ranges) for offer in offers}
    best = max(offers, key=lambda offer: liking[offer])  # the first of those that are liked as well
    if liking[best][0] > 0:
        return Choice("json", fallback) if best == "application/json" else Choice("picture", MEDIA[best])
    if variants > 1:
        raise Refusal(406, "not_acceptable", "several pictures come as JSON: send Accept: application/json")
    raise Refusal(406, "not_acceptable", f"Accept must name one of {', '.join(offers)}")


def _ranges(accept: str) -> dict[str, tuple[float, int]]:
    """media range -> (quality, minus its place) of an Accept header; a quality that is none counts as 1."""
    ranges: dict[str, tuple[float, int]] = {}
    for place, part in enumerate(accept.split(",")[:32]):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        given = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        quality = float(given) if QUALITY.fullmatch(given) else 1.0
        ranges.setdefault(media, (quality, -place))
    return ranges


def _liking(media: str, ranges: dict[str, tuple[float, int]]) -> tuple[float, int]:
    """By the narrowest range that has it, as RFC 9110 says; (0, 0) where none has."""
    for range_ in (media, f"{media.partition('/')[0]}/*", "*/*"):
        if range_ in ranges:
            return ranges[range_]
    return 0.0, 0


async def respond(answer: Answer, how: Literal["picture", "json"], request_id: str) -> PieceByPiece:
    """The response to a finished order, which may have hundreds of MiB: the loop is held up by none of it."""
    first = answer.pictures[0]
    headers = {
        "X-Seed": str(first.record["seed"]),
        "X-Confidence": f"{min(confidence(made) for made in answer.pictures):.4f}",
        "X-Model": model_of(first),
        "X-Verdict": "review" if any(made.verdict == "review" for made in answer.pictures) else "ok",
        "Server-Timing": ", ".join(f"{k};dur={v * 1000:.1f}" for k, v in answer.timings.items()),
        "Vary": "Accept",
    }
    if how == "picture":
        return PieceByPiece([File(first.data)], MEDIA_OF[first.format], headers)
    parts = await asyncio.to_thread(json_parts, answer, request_id)
    return PieceByPiece(parts, "application/json", headers)


def json_parts(answer: Answer, request_id: str) -> list[File | bytes]:
    """The JSON answer as text around the files, which become base64 as they leave."""
    mark = uuid.uuid4().hex  # where a file goes; nobody's prompt can have it
    body = AnswerBody(
        request_id=request_id,
        model=model_of(answer.pictures[0]),
        pictures=[_picture(made, mark) for made in answer.pictures],
        timings=answer.timings,
    )
    first, *others = body.model_dump_json().split(mark)
    parts: list[File | bytes] = [first.encode()]
    for made, text in zip(answer.pictures, others, strict=True):
        parts += [File(made.data, in_base64=True), text.encode()]
    return parts


def confidence(made: Made) -> float:
    """0 to 1, by the checks."""
    return float(made.record["checks"]["confidence"])


def model_of(made: Made) -> str:
    """The model's name without a folder; printable in a header."""
    name = PurePath(str(made.record["model"]["name"])).name
    return name.encode("ascii", "replace").decode()


def _picture(made: Made, mark: str) -> PictureBody:
    return PictureBody(
        format=made.format,
        media_type=MEDIA_OF[made.format],
        bytes=len(made.data),
        sha256=hashlib.sha256(made.data).hexdigest(),
        seed=made.record["seed"],
        confidence=confidence(made),
        verdict="review" if made.verdict == "review" else "ok",
        data=mark,
        record=without_folders(made.record),
    )


def without_folders(value: Any, name: str = "") -> Any:
    """A record in which no path of this machine is left: only last parts."""
    if isinstance(value, dict):
        return {key: without_folders(child, str(key)) for key, child in value.items()}
    if isinstance(value, list):
        return [without_folders(child, name) for child in value]
    if isinstance(value, str) and name not in OWN_WORDS and value.startswith("/") and "\n" not in value:
        return PurePath(value).name
    return value

"""What is written down of a picture: the photo, its cut-out and place, and who painted it."""

from __future__ import annotations

from typing import Any

from bggen import __version__
from bggen.spec import Box, Cutout, Glass, Job, PainterInfo, Photo, Scene

LOWERED = "moved down by {} px, onto the ground of the backdrop: --placement original leaves it in its place"
SMALL = "keeps its own pixels and is small on {} x {}: --fill {:.2g} makes it as large as in the photo"
MUCH_SMALLER = 0.7  # of the share of the frame that a product had in its photo: from there a line says so


def of_input(job: Job, photo: Photo, cut: Cutout, scene: Scene) -> dict[str, Any]:
    """The photo, its cut-out, where the product stands, and what was asked for."""
    return {
        "bggen": __version__,
        "photo": {
            "name": photo.name,
            "sha256": photo.digest,
            "format": photo.format,
            "size": photo.size,
            **({"rights": dict(photo.rights)} if photo.rights else {}),
        },
        "cutout": {
            "method": cut.method,
            "confidence": round(cut.confidence, 4),
            "reasons": list(cut.reasons),
            "note": cut.note,
            **({} if cut.glass is None else {"glass": _glass(cut, cut.glass)}),
        },
        "scene": _placed(scene),
        "options": job.options.model_dump(exclude_defaults=True),
        "prompt": job.options.prompt,
        "seed": scene.seed,
        "warnings": [*photo.warnings, *cut.doubts, *_moved(scene), *_shrunken(cut, scene)],
        **({"sku": job.sku} if job.sku else {}),
        **({"family": job.family} if job.family else {}),
    }


def of_model(info: PainterInfo) -> dict[str, str]:
    """Who painted it, by which weights, on what."""
    return {
        "name": info.model,
        "family": info.family,
        "digest": info.digest,
        "licence": info.licence,
        "device": info.device,
        "dtype": info.dtype,
    }


def _glass(cut: Cutout, glass: Glass) -> dict[str, Any]:
    """How much of a product is clear, and how near it comes to the photo on the backdrop of the photo."""
    whole = cut.alpha == 255
    return {
        "clear": round(float(glass.clear[whole].mean()) / 255, 4) if whole.any() else 0.0,
        "own_backdrop_difference": glass.unlike,
    }


def _placed(scene: Scene) -> dict[str, Any]:
    """Where the product is on the canvas, in pixels, and the ground that it was lowered onto."""
    found: dict[str, Any] = {
        "size": scene.size, "box": scene.box, "offset": scene.offset, "scale": scene.scale
    }  # fmt: skip
    if (footing := scene.footing) is not None:
        found["ground"] = {
            "end": round(footing.end / scene.size[1], 4),
            "confidence": round(footing.sure, 4),
            "crop": round(footing.crop, 4),
            "lowered": footing.lowered,
        }
    return found


def _moved(scene: Scene) -> list[str]:
    """A line for people where the product does not stand where the photo had it."""
    if scene.footing is None or not scene.footing.lowered:
        return []
    return [LOWERED.format(scene.footing.lowered)]


def _shrunken(cut: Cutout, scene: Scene) -> list[str]:
    """A line for people where a canvas larger than the photo leaves the product a smaller part of it."""
    height, width = cut.alpha.shape
    before = _share(cut.box, (width, height))
    if scene.scale != 1 or _share(scene.box, scene.size) > MUCH_SMALLER * before:
        return []
    return [SMALL.format(*scene.size, min(before, 1.0))]


def _share(box: Box, size: tuple[int, int]) -> float:
    """Of a frame's width or height, whichever a box fills more of."""
    return max((box[2] - box[0]) / size[0], (box[3] - box[1]) / size[1])

"""The studio model: what ships inside and paints with no download, no account and no GPU."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bggen.families.runtime import Runtime
    from bggen.settings import Settings
    from bggen.spec import Ground, Painter, Painting, Rgb, Scene


def weights() -> Path:
    """The folder of what the painter is made of."""
    from bggen.families.studio import painter

    return painter.WEIGHTS


def load(settings: Settings, device: str, runtime: Callable[[], Runtime]) -> Painter:
    """The studio painter; its parts load when first needed.

    `runtime` is the diffusion model's, on `device`: sets need neither it nor torch.
    """
    from bggen.families.studio.painter import StudioPainter, weights_digest
    from bggen.spec import PainterInfo

    info = PainterInfo(
        model="studio",
        family="studio",
        digest=weights_digest(),
        licence="Apache-2.0",
        device=device,
        dtype="float32",
        multiple=64,
        native=256,
        default_steps=4,  # judged no worse than 32 with guidance 2: benchmarks/STUDIO.md
        default_guidance=1.0,
    )
    return StudioPainter(info, runtime, settings)


def settle_onto(scene: Scene, backdrop: Rgb) -> Painting:
    """Settle a product on a given picture, whose light only the prompt tells: shadow, reflection, bounce."""
    from bggen import finish
    from bggen.families.studio import painter, settling
    from bggen.families.studio.photo import poise

    scene, notes = poise.lifted(scene), {"background": scene.options.background}
    laid = painter.described(finish.cover(backdrop, scene.size, scene.crop), scene, notes)
    return settling.settled(scene, laid)


def ground_of(backdrop: str, prompt: str, settings: Settings) -> Ground | None:
    """Where the ground ends in a backdrop of the user's own, a path or URL.

    It is looked for once as long as the file stays the same; whether the product floats above it, the prompt
    tells. None where no end is found surely enough, or the prompt says that the camera looks straight down.
    Raises BadInput for a picture that can't be read.
    """
    from dataclasses import replace

    from bggen.families.studio.light import horizon
    from bggen.families.studio.words.prompts import parse

    words = parse(prompt)
    if words.view == "top-down":
        return None
    ground = horizon.of_file(backdrop, horizon.stamp(backdrop), settings)
    return replace(ground, stood_on=False) if ground and words.hovers else ground


def settling_digest() -> str:
    """SHA-256 over the networks that look at a backdrop of the user's own, hex: they decide its pictures."""
    import hashlib

    from bggen.families.studio.light import guess, horizon

    digest = hashlib.sha256()
    for path in (guess.FILE, horizon.FILE):
        digest.update(path.read_bytes())
    return digest.hexdigest()

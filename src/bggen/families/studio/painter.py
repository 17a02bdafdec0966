"""The painter that ships inside: a plate from the bank, settled; or pure generation.

    reference auto  -> the plate that fits the prompt, at full resolution
    reference IMAGE -> the user's own backdrop
    reference none  -> the diffusion model alone, from noise

What the product does to its backdrop is worked out as a ratio at low resolution, so that the backdrop's own
detail survives at any canvas size: from a set's measured light, on any other picture from a guessed one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bggen import finish, models, source
from bggen.families.studio import bank, casts, guess, poise, staging
from bggen.families.studio.choice import choose
from bggen.families.studio.prompts import parse
from bggen.families.studio.solid import Lean
from bggen.settings import Settings
from bggen.spec import (
    Company,
    Options,
    Painter,
    PainterInfo,
    Painting,
    Rgb,
    Scene,
    StepCallback,
    derive_seed,
)

if TYPE_CHECKING:
    from bggen.families.runtime import Runtime
    from bggen.families.sd import SdPainter

WEIGHTS = Path(__file__).parent / "weights"
DIFFUSION = WEIGHTS / "diffusion"  # a diffusers folder
SOFT = "--reference none: the studio's own generation is a first version, soft and without detail"
NO_PODIUM = "the product is as wide as the picture, so no podium is under it: --fill 0.6 makes room for one"
CAST_SIDE = 384  # the long side that shadows and reflections are worked out at
PATCHY = "--strength: the studio's own generation is a first version, it tints in soft patches"
SMOOTH = 0.03  # spread of the ratio that repainting gives, of the longer side
DARKEST_PATCH = 0.01  # sRGB, of what that ratio is taken from
UNSURE_END = 0.02  # of the height: how far off the found end of a user's own ground mostly is
FAINT_LINE = 0.3  # where the light is measured: more looks like ink beside the renders
DARKEST = 0.004  # sRGB: darker than the first step of 8 bits there is nothing to divide by
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Backdrop:
    """A picture behind the product, at the canvas's size, and what is known of its light."""

    rgb: Rgb
    notes: dict[str, Any]
    side: str | None = None
    hard: bool | None = None
    view: str | None = None
    plate: bank.Plate | None = None  # whose picture it is


class StudioPainter(Painter):
    """Loads its parts when a scene first needs them; holds no state between scenes."""

    def __init__(self, info: PainterInfo, runtime: Callable[[], Runtime], settings: Settings) -> None:
        self.info, self.runtime = info, runtime
        self.settings = settings

    @cached_property
    def plates(self) -> list[bank.Plate]:
        """The bank's descriptions."""
        return bank.load()

    @cached_property
    def generator(self) -> SdPainter:
        """The diffusion model, in plain diffusers."""
        from bggen.families.sd import SdPainter

        return SdPainter(DIFFUSION, models.check_folder(DIFFUSION), self.info, self.runtime(), self.settings)

    def company(self, options: Options) -> Company:
        """The generator's own word; sets are settled one by one."""
        return self.generator.company(options) if options.reference == "none" else "none"

    def paint(self, scenes: Sequence[Scene], on_step: StepCallback | None = None) -> list[Painting]:
        """One painting a scene, each from its own seed and independent of the others."""
        if scenes[0].options.reference == "none":
            made = self.generator.paint(scenes, on_step)
            return [on_its_feet(painting, scene) for painting, scene in zip(made, scenes, strict=False)]
        paintings = []
        for number, scene in enumerate(scenes):
            if on_step is not None and not on_step(number, len(scenes)):
                break
            backdrop = self.backdrop(scene)
            if scene.options.shadow in ("none", "keep"):
                paintings.append(Painting(backdrop.rgb, False, backdrop.notes))
                continue
            painting = settled(scene, backdrop)
            if scene.options.strength:
                painting = self.repainted(scene, painting, scene.options.strength)
            elif scene.options.speed != "exact":
                painting = replace(painting, notes=painting.notes | {"speed": "nothing to change"})
            paintings.append(painting)
        return paintings

    def repainted(self, scene: Scene, painting: Painting, strength: float) -> Painting:
        """The light and colours of a settled picture drawn towards the words by the diffusion model.

        It starts from the picture's latents with `strength` of the noise. What it changes is brought back as
        a smooth ratio, so that the set's own detail and the product's shadow survive at full resolution.
        """
        seen = self.generator.repaint(scene, painting.rgb, strength)
        assert seen is not None  # nobody can stop it
        size = (seen.rgb.shape[1], seen.rgb.shape[0])
        free = (_shrink(scene.alpha, size) < 0.02).astype(np.float32)
        before, after = (
            _smooth(picture, free) for picture in (_shrink(painting.rgb, size), _shrink(seen.rgb, size))
        )
        gain = np.log(np.maximum(after, DARKEST_PATCH) / np.maximum(before, DARKEST_PATCH))
        of_it = {key: seen.notes[key] for key in ("steps", "guidance", "speed") if key in seen.notes}
        notes = painting.notes | of_it | {"strength": strength}
        notes["warnings"] = [*notes.get("warnings", []), PATCHY]
        return Painting(apply(painting.rgb, gain.clip(-1, 1).astype(np.float32)), True, notes)

    def backdrop(self, scene: Scene) -> Backdrop:
        """The reference picture of a scene: the user's own, or the plate that fits the prompt."""
        if scene.options.reference != "auto":
            whole = source.read(scene.options.reference, self.settings).rgb
            own = finish.cover(whole, scene.size, scene.crop)
            return described(own, scene.options.prompt, {"reference": scene.options.reference})
        return stage(self.plates, scene)


def described(rgb: Rgb, prompt: str, notes: dict[str, Any]) -> Backdrop:
    """A user's own backdrop: of its light and camera only the prompt tells."""
    words = parse(prompt)
    return Backdrop(rgb, notes, words.light_side, words.hard_light, words.view)


def on_its_feet(painting: Painting, scene: Scene) -> Painting:
    """A generated scene at the canvas's size, with the line of contact that so small a model leaves out."""
    notes = dict(painting.notes)
    notes["warnings"] = [*notes.get("warnings", []), SOFT]
    if scene.options.shadow in ("none", "keep"):
        return Painting(painting.rgb, painting.paints_shadow, notes)
    whole = finish.to_canvas(painting.rgb, scene.size)
    return Painting(ground(whole, Backdrop(whole, {}), scene), True, notes)


def stage(plates: list[bank.Plate], scene: Scene) -> Backdrop:
    """Choose, recolour and place a plate for a scene."""
    words = parse(scene.options.prompt)
    options = scene.options
    # A catalogue with one prompt gets one set: the photo has no say, only the room that its product needs.
    seed = derive_seed(options.prompt) if options.seed is None else options.seed
    pose = poise.pose(scene, words)
    first, last = poise.foot(scene.alpha[scene.around()])
    room = (last - first) / max(scene.box[3] - scene.box[1], 1)
    fitting = [plate for plate in plates if staging.holds(plate, scene, last - first)]
    from_above = not pose.lies and lean(scene) is not None
    choice = choose(fitting, words, room, seed, scene.variant, pose.lies, from_above)
    plate = choice.plate
    pixels = staging.dress(plate, plate.pixels(), choice.recolour, choice.moods)
    notes: dict[str, Any] = {
        "reference": "auto",
        "plate": plate.id,
        "plate_words": plate.words,
        "mirrored": plate.mirrored,
        "recoloured": choice.recolour,
        "graded": list(choice.moods),
        "light_side": plate.light_side,
        "light_turned_from": plate.turned_from,
        "score": round(choice.score, 2),
    }
    notes["warnings"] = list(pose.lines)
    if (
        not pose.lies
        and words.asks_for("podium")
        and len(fitting) < len(plates)
        and not plate.row.get("podium")
    ):
        notes["warnings"].append(NO_PODIUM)
    if words.unknown and scene.options.prompt:
        notes["unknown_words"] = list(words.unknown)
        notes["warnings"].append(_unknown_line(words.unknown, choice.understood))
    rgb = staging.place(plate, pixels, scene)
    return Backdrop(rgb, notes, plate.light_side, plate.hard_light, guess.view_of(plate.elevation), plate)


def settled(scene: Scene, backdrop: Backdrop) -> Painting:
    """The backdrop with what the product does to it; its notes say how that was found."""
    size = _small(scene)
    before = _shrink(backdrop.rgb, size)
    alpha, product = _seen(scene, size)
    plate, around = backdrop.plate, np.ones_like(alpha)
    measured = None if plate is None else plate.light
    by = "the set's measured light" if measured else "a guessed light"
    height = None if plate is None else plate.elevation
    light = measured or guess.guess(before, alpha, backdrop.side, backdrop.hard, backdrop.view, height)
    if plate is not None:
        around = staging.ground(plate, scene, size)
    elif scene.footing is not None:
        end = scene.footing.end / scene.size[1] * size[1]
        around = staging.below(end, size, max(UNSURE_END * size[1], 1.0))
    made = casts.cast(staging.to_linear(before), alpha, staging.to_linear(product), light, around)
    gain = np.log(np.maximum(staging.to_srgb(made), DARKEST) / np.maximum(before, DARKEST))
    whole = apply(backdrop.rgb, np.asarray(gain, np.float32))
    if light.elevation <= casts.LYING:  # what lies has no line of contact
        whole = ground(whole, backdrop, scene, FAINT_LINE if measured else 1.0)
    return Painting(whole, True, backdrop.notes | {"settled_by": by})


def _small(scene: Scene) -> tuple[int, int]:
    width, height = scene.size
    scale = CAST_SIDE / max(width, height)
    return max(round(width * scale), 1), max(round(height * scale), 1)


def _seen(scene: Scene, size: tuple[int, int]) -> tuple[Floats, Floats]:
    """Coverage (h, w) and the product's colours (h, w, 3), black where it isn't."""
    alpha = _shrink(scene.alpha, size)
    box = scene.around()
    shown = np.zeros_like(scene.rgb)
    shown[box] = scene.rgb[box] * (scene.alpha[box][..., None] / np.float32(255))
    weighted = _shrink(shown, size)
    product = np.where(alpha[..., None] > 0.02, weighted / np.maximum(alpha[..., None], 0.02), 0).clip(0, 1)
    return alpha, np.asarray(product, np.float32)


def _shrink(plane: NDArray[np.uint8], size: tuple[int, int]) -> Floats:
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA) / 255, np.float32)


def _smooth(picture: Floats, free: Floats) -> Floats:
    """(h, w, 3) blurred by SMOOTH of its longer side, from where `free` (h, w) is 1 alone."""
    spread_ = SMOOTH * max(free.shape)
    weight = cv2.GaussianBlur(free, (0, 0), spread_)
    seen = cv2.GaussianBlur(picture * free[..., None], (0, 0), spread_)
    return np.asarray(seen / np.maximum(weight, 1e-3)[..., None], np.float32)


def apply(plate: Rgb, gain: Floats) -> Rgb:
    """`plate * exp(gain)` at the plate's full resolution."""
    size = (plate.shape[1], plate.shape[0])
    factor = np.exp(cv2.resize(gain, size, interpolation=cv2.INTER_CUBIC))
    return (plate * factor + 0.5).clip(0, 255).astype(np.uint8)


def ground(settled: Rgb, backdrop: Backdrop, scene: Scene, strength: float = 1.0) -> Rgb:
    """Never lighter where the product touches than a contact shadow from its mask alone would be.

    Shadows of a low resolution are soft; the line of contact is what makes a product stand. `strength` is
    that shadow's exponent; the wide one is in `settled`.
    """
    factor = contact(scene, backdrop.side)[..., None] ** strength
    limit = np.maximum(backdrop.rgb, settled) * factor  # a reflection may be lighter than the bare ground
    return np.asarray(np.minimum(settled, limit).clip(0, 255), np.uint8)


def lean(scene: Scene) -> Lean | None:
    """What the ground under a product is like that stands on two points, in pixels of the canvas."""
    size = _small(scene)
    found = Lean.of(_shrink(scene.alpha, size))
    return None if found is None else replace(found, column=found.column * scene.size[0] / size[0])


def contact(scene: Scene, side: str | None) -> Floats:
    """The line of contact as a factor (H, W): below the lowest pixels, and along a ground that leans."""
    plain = finish.contact_shadow(scene.alpha, scene.box, side, wide=False)
    if (tilt := lean(scene)) is None:
        return plain
    level = tilt.level(scene.alpha.astype(np.float32)).astype(np.uint8)
    rows, columns = np.flatnonzero(level.any(1)), np.flatnonzero(level.any(0))
    box = (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    lost = 1 - finish.contact_shadow(level, box, side, wide=False)
    return np.minimum(plain, 1 - tilt.back(lost, scene.size[1]))


def weights_digest() -> str:
    """SHA-256 over all that ships: weights and bank, hex."""
    digest = hashlib.sha256()
    for path in sorted([*WEIGHTS.rglob("*"), *bank.HOME.rglob("*"), poise.FILE]):
        if path.is_file():
            digest.update(path.name.encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _unknown_line(unknown: tuple[str, ...], understood: bool) -> str:
    named = ", ".join(f"'{word}'" for word in unknown[:6])
    effect = "had no effect" if understood else "is not in its world, so it set a clean neutral studio"
    return f"the studio model doesn't know {named}: {effect}; a larger model does, see --model"

"""The painter that ships inside: a plate from the bank, settled; or pure generation.

    reference auto  -> the plate that fits the prompt, or that `set` names, at full resolution
    reference IMAGE -> the user's own backdrop
    reference none  -> the diffusion model alone, from noise

`settling` then does to it what the product does: shadow, reflection, contact.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from bggen import finish, models, source
from bggen.families.studio import beside
from bggen.families.studio.light import guess
from bggen.families.studio.light.contact import shrink
from bggen.families.studio.light.solid import Floats
from bggen.families.studio.photo import poise, view
from bggen.families.studio.sets import bank, browse, closeup, ends, staging, wishes
from bggen.families.studio.sets.choice import choose, pinned
from bggen.families.studio.settling import Backdrop, apply, ground, settled
from bggen.families.studio.words.captions import caption
from bggen.families.studio.words.prompts import parse, without
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Company, Painter, PainterInfo, Painting, Rgb, Scene, StepCallback, derive_seed

if TYPE_CHECKING:
    from bggen.families.runtime import Runtime
    from bggen.families.sd import SdPainter

WEIGHTS = Path(__file__).parent / "weights"
DIFFUSION = WEIGHTS / "diffusion"  # a diffusers folder
SOFT = "--reference none: the studio's own generation is a first version, soft and without detail"
NO_PODIUM = "the product is as wide as the picture, so no podium is under it: --fill 0.6 makes room for one"
TOO_WIDE = "the product is too wide for this set's podium at its size: --fill 0.6 makes room for it"
NO_ROOM = "beside the product is no room for {}: --fill 0.5 makes some"
OTHER_VIEW = (
    "the product was photographed from about {} degrees above, the set from {}: "
    "'{}' in the prompt asks for one as high"
)
CLEARLY, SEEN = 0.75, 20.0  # how sure that is, and degrees apart, before anybody is told
PATCHY = "--strength: the studio's own generation is a first version, it tints in soft patches"
SMOOTH = 0.03  # spread of the ratio that repainting gives, of the longer side
DARKEST_PATCH = 0.01  # sRGB, of what that ratio is taken from


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
            made = self.generator.paint([in_captions(scene) for scene in scenes], on_step)
            return [on_its_feet(painting, scene) for painting, scene in zip(made, scenes, strict=False)]
        paintings = []
        for number, scene in enumerate(scenes):
            if on_step is not None and not on_step(number, len(scenes)):
                break
            scene = poise.lifted(scene)
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
        seen = self.generator.repaint(in_captions(scene), painting.rgb, strength)
        assert seen is not None  # nobody can stop it
        size = (seen.rgb.shape[1], seen.rgb.shape[0])
        free = (shrink(scene.alpha, size) < 0.02).astype(np.float32)
        before, after = (
            _smooth(picture, free) for picture in (shrink(painting.rgb, size), shrink(seen.rgb, size))
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
            return described(own, scene, {"reference": scene.options.reference})
        return stage(self.plates, scene)


def described(rgb: Rgb, scene: Scene, notes: dict[str, Any]) -> Backdrop:
    """A user's own backdrop: of its light and camera only the prompt tells."""
    words = parse(scene.options.prompt)
    if words.hovers or poise.floats(scene, words):
        notes["warnings"] = list(poise.pose(scene, words).lines)
    if scene.lift:
        notes["floats"] = scene.lift
    return Backdrop(rgb, notes, words.light_side, words.hard_light, words.view)


def in_captions(scene: Scene) -> Scene:
    """The scene with its prompt said as the generator was taught, where any of it is understood."""
    said = caption(without(parse(scene.options.prompt), scene.options.negative))
    return replace(scene, options=scene.options.model_copy(update={"prompt": said})) if said else scene


def on_its_feet(painting: Painting, scene: Scene) -> Painting:
    """A generated scene; what stands gets the line of contact that so small a model leaves out."""
    notes = dict(painting.notes)
    notes["warnings"] = [*notes.get("warnings", []), SOFT]
    if unknown := parse(scene.options.prompt).unknown:
        notes["unknown_words"] = list(unknown)
        notes["warnings"].append(wishes.not_known(unknown, "had no effect"))
    if scene.options.shadow in ("none", "keep"):
        return Painting(painting.rgb, painting.paints_shadow, notes)
    if poise.floats(scene, parse(scene.options.prompt)):
        return Painting(painting.rgb, True, notes)
    whole = finish.to_canvas(painting.rgb, scene.size)
    return Painting(ground(whole, Backdrop(whole, {}), scene), True, notes)


def stage(plates: list[bank.Plate], scene: Scene) -> Backdrop:
    """Choose, recolour and place a plate for a scene."""
    options = scene.options
    words = without(parse(options.prompt), options.negative)
    # A catalogue with one prompt gets one set: of the photo only its view has a say, in steps that are wide
    # enough for photos of one kind, and the room that its product needs.
    seed = derive_seed(options.prompt) if options.seed is None else options.seed
    pose = poise.pose(scene, words)
    base = poise.Base.of(scene.alpha[scene.around()])
    room = (base.foot[1] - base.foot[0]) / max(scene.box[3] - scene.box[1], 1)
    fitting = [plate for plate in plates if staging.holds(plate, scene, base)]
    photo = view.of_photo(scene) if pose.lies is False and words.view is None else None
    if options.set:
        choice = pinned(browse.named(plates, options.set), words)
    else:
        choice = choose(fitting, words, room, seed, scene.variant, pose.lies, photo)
    plate = choice.plate
    runs = staging.runs(plate, scene, choice.runs_into, words.pattern)
    pixels = staging.dress(plate, plate.pixels(), choice.recolour, choice.moods, runs)
    pixels = ends.ended(pixels, plate)
    notes: dict[str, Any] = {
        "reference": "auto",
        "plate": plate.id,
        "plate_words": plate.words,
        "mirrored": plate.mirrored,
        "recoloured": choice.recolour,
        "runs_into": choice.runs_into,
        "pattern": words.pattern if choice.runs_into else None,
        "graded": list(choice.moods),
        "light_side": plate.light_side,
        "light_turned_from": plate.turned_from,
        "score": round(choice.score, 2),
    }
    notes["warnings"] = list(pose.lines)
    if scene.lift:
        notes["floats"] = scene.lift
    if photo is not None:
        notes["photo_elevation"] = {"degrees": round(photo.degrees), "spread": round(photo.spread, 1)}
        apart = abs(plate.elevation - photo.degrees)
        if options.pose == "auto" and photo.sure >= CLEARLY and apart > SEEN:
            told = round(photo.degrees), round(plate.elevation), guess.view_of(photo.degrees)
            notes["warnings"].append(OTHER_VIEW.format(*told))
    if options.set and not staging.holds(plate, scene, base):
        notes["warnings"].append(TOO_WIDE)
    too_wide = not pose.lies and len(fitting) < len(plates)
    if words.asks_for("podium") and not plate.row.get("podium") and (pose.lies or too_wide):
        notes["warnings"] += [NO_PODIUM] if too_wide else []  # the pose's own line tells it otherwise
        kept = {name: region for name, region in words.concepts.items() if not name.endswith("podium")}
        words = replace(words, concepts=kept)
    if words.unknown:
        notes["unknown_words"] = list(words.unknown)
    notes["warnings"] += wishes.lines(options.prompt, words, choice)
    rgb = closeup.lay(staging.place(plate, pixels, scene), plate, scene)
    things = None
    if choice.beside:
        rgb, things, stood = beside.dress(rgb, choice, words, scene, seed)
        notes["beside"] = [one.prop.kind for one in stood]
        if no_room := [name for name in choice.beside if name not in {one.name for one in stood}]:
            named = ", ".join(f"'{words.said.get(name, name)}'" for name in no_room)
            notes["warnings"].append(NO_ROOM.format(named))
    view_ = guess.view_of(plate.elevation)
    return Backdrop(rgb, notes, plate.light_side, plate.hard_light, view_, plate, things)


def _smooth(picture: Floats, free: Floats) -> Floats:
    """(h, w, 3) blurred by SMOOTH of its longer side, from where `free` (h, w) is 1 alone."""
    spread_ = SMOOTH * max(free.shape)
    weight = cv2.GaussianBlur(free, (0, 0), spread_)
    seen = cv2.GaussianBlur(picture * free[..., None], (0, 0), spread_)
    return np.asarray(seen / np.maximum(weight, 1e-3)[..., None], np.float32)


def weights_digest() -> str:
    """SHA-256 over all that paints: weights and bank, hex; what a model card says changes no picture."""
    alone = ((str(path), path.stat()) for path in (poise.FILE, view.FILE))
    files = (*_files(str(WEIGHTS)), *_files(str(bank.HOME)), *alone)
    return _digest(tuple(sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in files)))


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every file in a folder, if it is there, but model cards; in no order, in a third of `rglob`'s time."""
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path)
            elif not entry.name.endswith(".md"):
                yield entry.path, entry.stat()


@lru_cache(maxsize=1)
def _digest(files: tuple[tuple[str, int, int], ...]) -> str:
    """Of the names and contents of files of such sizes and times: those that stayed are not read again."""
    digest = hashlib.sha256()
    for path in sorted(Path(name) for name, _, _ in files):
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()

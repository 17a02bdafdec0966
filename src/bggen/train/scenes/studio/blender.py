"""Blender as a studio: one scene, cleared between shots; camera, exposure and the passes we keep."""

from __future__ import annotations

import json
import math
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bpy
from bpy_extras.object_utils import world_to_camera_view  # type: ignore[import-not-found]  # inside bpy
from mathutils import Vector
from PIL import Image

from bggen.train.scenes.matter.materials import solid
from bggen.train.scenes.matter.nodes import Shader, has_alpha, worn

#: the environments that come with Blender
BUILT_IN = {
    "city": "a city plaza", "courtyard": "a courtyard garden", "forest": "a green forest park",
    "interior": "a cosy room interior", "night": "a night scene", "studio": "a photo studio",
    "sunrise": "open hills at sunrise", "sunset": "a waterfront at sunset",
}  # fmt: skip

#: what light is metered on
CARD = (200.0, 200.0, 200.0)


@dataclass(frozen=True, slots=True)
class Quality:
    """How much work goes into a picture."""

    samples: int = 20
    bounces: int = 4
    careful: bool = True  # the denoiser's better setting


class Studio:
    """Renders what stands in Blender's current scene."""

    def __init__(self, env: Path | None = None, textures: Path | None = None, threads: int = 1) -> None:
        bpy.ops.wm.read_factory_settings(use_empty=True)
        self.scene = bpy.context.scene
        self.scene.render.engine = "CYCLES"
        self.scene.render.threads_mode, self.scene.render.threads = "FIXED", threads
        self.scene.render.image_settings.file_format = "PNG"
        self.scene.render.use_persistent_data = True
        self.scene.render.resolution_x = self.scene.render.resolution_y = 1024  # `where` goes by the shape
        cycles = self.scene.cycles
        cycles.device, cycles.denoiser = "CPU", "OPENIMAGEDENOISE"
        cycles.caustics_reflective = cycles.caustics_refractive = False
        cycles.use_adaptive_sampling, cycles.adaptive_threshold = True, 0.05
        cycles.sample_clamp_indirect = 4
        shm = Path("/dev/shm")  # noqa: S108 - memory instead of disk for frames that are read at once
        self._tmp = tempfile.TemporaryDirectory(dir=shm if shm.is_dir() else None)
        self.environments = _environments(env)  # name -> (image, words)
        self.textures = _textures(textures)  # words -> image
        for image in (*(image for image, _ in self.environments.values()), *self.textures.values()):
            image.use_fake_user = True

    def clear(self) -> None:
        """Empty the scene; pictures of environments and textures stay loaded, those of products do not."""
        data = bpy.data
        for kind in (
            data.objects, data.meshes, data.materials, data.lights, data.cameras, data.worlds, data.textures
        ):  # fmt: skip
            if len(kind):
                data.batch_remove(list(kind))
        pictured = self.shows_pictures()
        data.orphans_purge(do_recursive=True)
        if pictured:
            # Cycles knows a picture by its address, and a new one at an old address would show the old one
            self.scene.render.use_persistent_data = False
            self.scene.render.use_persistent_data = True
        self.scene.view_settings.exposure = 0.0

    def shows_pictures(self) -> bool:
        """Whether materials of this scene show pictures of its own, from files or painted."""
        kinds = ("IMAGE", "UV_TEST")  # Blender's names of the two; what a render leaves has another
        return any(image.type in kinds and not image.use_fake_user for image in bpy.data.images)

    def camera(
        self, at: Any, lens: float, distance: float, elevation: float, shift: tuple[float, float] = (0.0, 0.0)
    ) -> Any:
        """Look at a point; lens in mm (36 mm wide), elevation in degrees, shift in parts of the frame."""
        data = bpy.data.cameras.new("camera")
        data.lens, data.sensor_width = lens, 36
        data.shift_x, data.shift_y = shift
        thing = bpy.data.objects.new("camera", data)
        self.scene.collection.objects.link(thing)
        self.scene.camera = thing
        e = math.radians(elevation)
        back = Vector((0, -math.cos(e), math.sin(e)))
        thing.location = Vector(at) + back * distance
        thing.location.z = max(thing.location.z, 0.06)
        thing.rotation_euler = (-back).to_track_quat("-Z", "Y").to_euler()
        return thing

    def focus(self, camera: Any, distance: float, stop: float) -> None:
        """Depth of field; smaller `stop` blurs more."""
        depth = camera.data.dof
        depth.use_dof, depth.focus_distance, depth.aperture_fstop = True, distance, stop

    def where(self, point: Sequence[float]) -> tuple[float, float]:
        """Where a point is seen: 0..1 from the left and from the top, in the shape last rendered or set."""
        bpy.context.view_layer.update()
        seen = world_to_camera_view(self.scene, self.scene.camera, Vector(point))
        return float(seen.x), 1 - float(seen.y)

    def look(self, transform: str, contrast: str = "None") -> None:
        """View transform and look; a look that this Blender lacks is left out."""
        self.scene.view_settings.view_transform = transform
        try:
            self.scene.view_settings.look = contrast
        except TypeError:
            self.scene.view_settings.look = "None"

    def picture(self, size: tuple[int, int], quality: Quality, clear: bool = False) -> Image.Image:
        """Render; `clear`: with a transparent background (RGBA)."""
        render, cycles = self.scene.render, self.scene.cycles
        render.resolution_x, render.resolution_y = size
        render.resolution_percentage = 100
        render.film_transparent = clear
        render.image_settings.color_mode = "RGBA" if clear else "RGB"
        cycles.samples, cycles.max_bounces = quality.samples, quality.bounces
        cycles.diffuse_bounces = max(0, quality.bounces - 1)
        cycles.glossy_bounces = max(0, min(quality.bounces, 3))
        cycles.use_denoising = quality.bounces > 0
        cycles.denoising_quality = "BALANCED" if quality.careful else "FAST"
        cycles.denoising_prefilter = "ACCURATE" if quality.careful else "FAST"  # fast ones blur fine grain
        render.filepath = f"{self._tmp.name}/frame.png"
        bpy.ops.render.render(write_still=True)
        with Image.open(render.filepath) as made:
            return made.convert("RGBA" if clear else "RGB")

    def meter(self, size: tuple[int, int], card: bool = False) -> tuple[float, float]:
        """A tiny render's mean and 97th percentile of sRGB luma, 0..1; `card`: all dressed in light grey."""
        small = (max(24, size[0] // 12), max(24, size[1] // 12))
        layer = bpy.context.view_layer
        layer.material_override = solid(CARD, 0.9) if card else None
        levels = sorted(self.picture(small, Quality(6, 3, careful=False)).convert("L").tobytes())
        layer.material_override = None
        return sum(levels) / len(levels) / 255, levels[int(len(levels) * 0.97)] / 255

    def expose(self, size: tuple[int, int], bright: float, card: bool = True, rounds: int = 4) -> None:
        """Set the exposure so that the brightest parts reach `bright` (sRGB luma).

        With `card` the light is metered, not what it falls on: white stays white and walnut dark.
        """
        for _ in range(rounds):
            _, high = self.meter(size, card)
            wish = _stops(bright, high) if high < 0.985 else -1.0  # burnt out: who knows by how much
            self.scene.view_settings.exposure += max(-2.0, min(2.5, wish))
            if abs(wish) < 0.08:
                break

    def silhouette(self, keep: Iterable[Any], size: tuple[int, int]) -> Image.Image:
        """Coverage of some objects alone, 8 bit. The scene's light is gone afterwards.

        Where a material is cut out or blended by its alpha, so is the coverage; glass that refracts is whole.
        """
        keep = list(keep)
        names, cut = {thing.name for thing in keep}, any(has_alpha(stuff) for stuff in worn(keep))
        for thing in self.scene.objects:
            if thing.type in ("MESH", "LIGHT"):
                thing.hide_render = thing.name not in names
        layer = bpy.context.view_layer
        layer.material_override = None if cut else solid((128, 128, 128), 1.0)
        self._darken()
        # a ray passes a half-transparent surface or not, by chance: more of them for an even tone
        alpha = self.picture(size, Quality(16 if cut else 8, 0), clear=True).getchannel("A")
        layer.material_override = None
        return alpha

    def mask(self, material: Any, side: int, samples: int) -> Image.Image:
        """Where a material is seen, 8 bit, square. The scene's light is gone afterwards."""
        self._darken()
        self.look("Raw")
        self.scene.view_settings.exposure = 0.0
        white, black = Shader("white", (0, 0, 0)), Shader("black", (0, 0, 0))
        white.set("Emission Color", (1, 1, 1, 1))
        white.set("Emission Strength", 1.0)
        for shader in (white, black):
            shader.set("Specular IOR Level", 0.0)
        slots = [s for thing in self.scene.objects if thing.type == "MESH" for s in thing.material_slots]
        before = [slot.material for slot in slots]
        for slot, old in zip(slots, before, strict=True):
            slot.material = white.material if old == material else black.material
        # without a bounce nothing is denoised
        seen = self.picture((side, side), Quality(samples, 1)).convert("L")
        for slot, old in zip(slots, before, strict=True):
            slot.material = old
        return seen

    def _darken(self) -> None:
        for thing in self.scene.objects:
            if thing.type == "LIGHT":
                thing.hide_render = True
        tree = self.scene.world.node_tree
        tree.links.clear()
        tree.nodes["Background"].inputs[0].default_value = (0, 0, 0, 1)


def _stops(goal: float, seen: float) -> float:
    """Stops from one sRGB level to another."""
    return 2.2 * math.log2(goal / max(seen, 0.02))


def _environments(folder: Path | None) -> dict[str, tuple[Any, str]]:
    words = dict(BUILT_IN)
    folders = [Path(bpy.utils.resource_path("LOCAL")) / "datafiles/studiolights/world"]
    if folder:
        folders.append(folder)
        if (folder / "words.json").exists():
            words |= json.loads((folder / "words.json").read_text("utf-8"))
    files = [p for f in folders for p in sorted([*f.glob("*.exr"), *f.glob("*.hdr")]) if p.stem in words]
    return {path.stem: (bpy.data.images.load(str(path)), words[path.stem]) for path in files}


def _textures(folder: Path | None) -> dict[str, Any]:
    if not folder or not (folder / "words.json").exists():
        return {}
    named = json.loads((folder / "words.json").read_text("utf-8"))
    return {words: bpy.data.images.load(str(folder / name)) for name, words in named.items()}

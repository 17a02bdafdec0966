"""Geometry: which canvas, and where the product stands on it.

Wherever the canvas allows, the product is moved by whole pixels at scale 1, so that its pixels in the
output are its pixels in the input.
"""

from __future__ import annotations

import math
from dataclasses import replace

import cv2
import numpy as np

from bggen import placing, wording
from bggen.errors import BadInput, UsageError
from bggen.options import Options
from bggen.presets import PRESETS, Preset
from bggen.spec import Box, Cutout, Footing, Ground, Plane, Rgb, Scene

STANDS = 0.3  # of the ground's depth, from its far end: where packshots have their products, 0.26 to 0.36
LEAST = 0.1  # of that depth: what stands nearer to the far end seems to lean on what is behind
FILTER = 4  # pixels of a photo about a product, as far as growing it looks
DEEP = 0.14  # a base's depth as a camera 18 degrees high sees it, of the product's width


def compose(
    cutout: Cutout,
    options: Options,
    seed: int,
    name: str = "",
    variant: int = 0,
    title: str = "",
    ground: Ground | None = None,
    lies: bool = False,
    place: placing.Place = placing.ANYWHERE,
) -> Scene:
    """Put a cut-out on its canvas.

    Args:
        ground: of the user's own backdrop, where it was found: the product is to stand on it.
        lies: it is called what lies, such as a shirt; `options.pose` goes before that.
        place: that the prompt asks for; what `options` say of it goes before that.

    Raises UsageError for a preset or margin that doesn't go with the rest, BadInput where it is this photo's
    size that they don't fit.
    """
    preset = _preset(options)
    width, height = canvas_size(cutout, options, preset, name)
    fill = options.fill or (preset.fill if preset else None)
    fits = placing.anew(options, fill)
    if fits:
        border = placing.border(options, (width, height), name)
        scale = placing.fit_scale(cutout.box, (width, height), border, fill)
    else:
        box_width, box_height = cutout.box[2] - cutout.box[0], cutout.box[3] - cutout.box[1]
        scale = min(1.0, width / box_width, height / box_height)
        if options.size:  # a smaller canvas asks for the same picture, smaller; never a crop of it
            scale = min(scale, width / cutout.alpha.shape[1], height / cutout.alpha.shape[0])
    near, corner = _near(cutout, scale, (width, height))
    cut_rgb, cut_alpha, cut_clear, cut_shadow, box = _scaled(near, scale, name)
    dx, dy = (
        placing.fit_offset(cut_alpha, box, (width, height), border, options.anchor)
        if fits
        else placing.kept_offset(
            cut_alpha, box, (width, height), options.pose == "lie" or (lies and options.pose == "auto")
        )
    )
    if placing.free(options):
        dx, dy = placing.moved((dx, dy), box, cut_alpha, (width, height), place)
    placed = (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)
    footing = None if ground is None else _footing(placed, (width, height), ground, options)
    if footing is not None:
        dy += footing.lowered
    return Scene(
        rgb=_moved(cut_rgb, (width, height), dx, dy, 0),
        alpha=_moved(cut_alpha, (width, height), dx, dy, 0),
        shadow=None if cut_shadow is None else _moved(cut_shadow, (width, height), dx, dy, 255),
        box=(box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy),
        offset=(dx - round(corner[0] * scale), dy - round(corner[1] * scale)),
        scale=scale,
        options=options,
        seed=seed,
        name=name,
        variant=variant,
        title=title,
        footing=footing,
        clear=None if cut_clear is None else _moved(cut_clear, (width, height), dx, dy, 0),
        stood=cutout.stood,
    )


def canvas_size(cutout: Cutout, options: Options, preset: Preset | None, name: str = "") -> tuple[int, int]:
    """(width, height) in pixels: by --size, --preset, --aspect, else the photo's own; `name`: the photo's."""
    height, width = cutout.alpha.shape
    if options.size:
        size = wording.size_of(options.size)
    elif preset:
        size = preset.size
    elif options.aspect:
        size = _aspect_size(width, height, options.aspect)
    else:
        size = (width, height)
    if not wording.fits(size):
        wrong = f"canvas {size[0]}x{size[1]}, and there are {wording.CANVAS}"
        raise BadInput(f"{name}: {wrong}: give --size", reason="canvas_size")
    return size


def _preset(options: Options) -> Preset | None:
    preset = PRESETS.get(options.preset or "")
    if preset and preset.white and (options.background or "").lower() not in ("#ffffff", "#fff"):
        raise UsageError(f"preset {options.preset!r} asks for pure white: use --background '#ffffff'")
    return preset


def _aspect_size(width: int, height: int, text: str) -> tuple[int, int]:
    """The smallest canvas of a shape that holds the whole photo."""
    ratio = wording.ratio_of(text)
    return (round(height * ratio), height) if width / height < ratio else (width, round(width / ratio))


def _footing(box: Box, size: tuple[int, int], ground: Ground, options: Options) -> Footing:
    """Have a product whose foot is not on the ground of the user's backdrop stand there.

    More of the ground comes into view where the backdrop is taller than the canvas, and the product goes down
    where that is not enough. Nothing changes where its foot is on the ground, where it is cut by the frame's
    upper edge, where it floats, or where the user chose its place or pose.
    """
    scale = max(size[0] / ground.size[0], size[1] / ground.size[1])
    spare = max(ground.size[1] * scale - size[1], 0.0)
    end_of_all, crop = ground.end * ground.size[1] * scale, 0.5

    def stand(end: float, share: float) -> float:
        """The row of the foot at a share of the depth of a ground that ends at a row."""
        depth = size[1] - end
        return end + max(share * depth, min(DEEP * (box[2] - box[0]), depth / 2))

    end = end_of_all - crop * spare
    if box[3] >= stand(end, LEAST) or not placing.free(options) or _floats(ground, options):
        return Footing(end, ground.sure, crop, 0)
    if spare:
        wanted = (box[3] - STANDS * size[1]) / (1 - STANDS)
        crop = float(np.clip((end_of_all - wanted) / spare, crop, 1))
        end = end_of_all - crop * spare
    lowered = 0
    if box[1] > 0 and box[3] < stand(end, LEAST):
        lowered = min(max(round(stand(end, STANDS)) - box[3], 0), size[1] - box[3])
    return Footing(end, ground.sure, crop, lowered)


def _floats(ground: Ground, options: Options) -> bool:
    return options.pose == "float" or (options.pose == "auto" and not ground.stood_on)


def _near(cutout: Cutout, scale: float, size: tuple[int, int]) -> tuple[Cutout, tuple[int, int]]:
    """A cut-out that is to grow, cropped to what a canvas of `size` can show of it, and that crop's corner.

    All of a large photo with a small product in it would grow to gigabytes.
    """
    if scale <= 1:
        return cutout, (0, 0)
    height, width = cutout.alpha.shape
    left, top, right, bottom = cutout.box
    across, down = (
        max(0, math.ceil(side / scale - extent)) + FILTER
        for side, extent in zip(size, (right - left, bottom - top), strict=True)
    )
    x, y = max(0, left - across), max(0, top - down)
    window = (slice(y, min(height, bottom + down)), slice(x, min(width, right + across)))
    shadow, glass = cutout.shadow, cutout.glass
    cropped = replace(
        cutout,
        rgb=cutout.rgb[window],
        alpha=cutout.alpha[window],
        shadow=None if shadow is None else shadow[window],
        glass=None if glass is None else replace(glass, clear=glass.clear[window]),
        box=(left - x, top - y, right - x, bottom - y),
    )
    return cropped, (x, y)


def _scaled(cutout: Cutout, scale: float, name: str) -> tuple[Rgb, Plane, Plane | None, Plane | None, Box]:
    """Colour, alpha, what is clear, shadow and box at a scale.

    Colours are resampled by what they cover, so that none bleeds over an edge or out of clear glass.
    Raises BadInput (canvas_size) where nothing is left of it.
    """
    clear = None if cutout.glass is None else cutout.glass.clear
    if scale == 1.0:
        return cutout.rgb, cutout.alpha, clear, cutout.shadow, cutout.box
    height, width = cutout.alpha.shape
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    weight = cutout.cover.astype(np.float32)[..., None] / 255
    premultiplied = cv2.resize(cutout.rgb.astype(np.float32) * weight, size, interpolation=how)
    cover = whole = cv2.resize(weight, size, interpolation=how)[..., None].clip(0, 1)
    if clear is not None:
        solid = cutout.alpha.astype(np.float32) / 255
        whole = cv2.resize(solid, size, interpolation=how)[..., None].clip(0, 1)
        clear = ((1 - cover / np.maximum(whole, cover + 1e-6))[..., 0] * 255 + 0.5).astype(np.uint8)
    rgb = (premultiplied / np.maximum(cover, 1e-3) + 0.5).clip(0, 255).astype(np.uint8)
    alpha = (whole[..., 0] * 255 + 0.5).astype(np.uint8)
    shadow = None
    if cutout.shadow is not None:
        shadow = np.asarray(cv2.resize(cutout.shadow, size, interpolation=how), np.uint8)
    ys, xs = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    if not len(ys):
        wrong = "nothing of the product is left on a canvas this small: give a larger --size"
        raise BadInput(f"{name}: {wrong}", reason="canvas_size")
    return rgb, alpha, clear, shadow, (int(xs[0]), int(ys[0]), int(xs[-1]) + 1, int(ys[-1]) + 1)


def _moved(plane: Plane, size: tuple[int, int], dx: int, dy: int, empty: int) -> Plane:
    """A plane (h, w) or picture (h, w, 3) on an empty canvas, moved by whole pixels."""
    width, height = size
    out = np.full((height, width, *plane.shape[2:]), empty, np.uint8)
    x0, y0 = max(dx, 0), max(dy, 0)
    x1, y1 = min(dx + plane.shape[1], width), min(dy + plane.shape[0], height)
    if x1 > x0 and y1 > y0:
        out[y0:y1, x0:x1] = plane[y0 - dy : y1 - dy, x0 - dx : x1 - dx]
    return out

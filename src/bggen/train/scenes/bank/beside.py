"""Props photographed alone, from renders into the package: AVIFs and one beside.json. Needs no Blender."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bggen.train.scenes.bank.export import write_table

Floats = NDArray[np.float32]

LEAST = 2  # of 255: what is covered less is not there
MARGIN = 2  # pixels
KEYS = ("id", "file", "kind", "group", "words", "elevation", "foot", "unit", "flat", "under")
LIGHTER = 1.75  # of linear light: what was exposed darker than the sets by a stop looks as light then
UNDER_QUALITY = 50  # smooth as they are, nothing of them is to be seen
FADE = 0.25  # of the shorter side, from the edge, over which a shadow under a prop ends
NOISE = 0.03  # of the light on bare ground
SURE = 24  # of 255: what is covered less has too little colour of its own


def export(renders: Path, folder: Path, quality: int, drop: frozenset[str] = frozenset()) -> tuple[int, int]:
    """Put the finished renders into `folder` -> pictures in it, bytes of them.

    Those that were not rendered stay as they are, those of no row are deleted.

    Args:
        quality: of the AVIFs, 0..100.
        drop: ids that were looked at and found wanting.
    """
    folder.mkdir(parents=True, exist_ok=True)
    table = folder / "beside.json"
    rows = {row["id"]: row for row in json.loads(table.read_text("utf-8"))} if table.exists() else {}
    finished = sorted(renders.glob("*.json"))
    if not finished:
        raise SystemExit(f"no finished props in {renders}: render some first")
    for path in finished:
        row = json.loads(path.read_text("utf-8"))
        if row["id"] not in drop:
            with Image.open(path.with_suffix(".png")) as opened:
                picture, row["foot"] = cropped(opened.convert("RGBA"), row["foot"])
            row |= {"file": f"{row['id']}.avif"}
            bled(lightened(picture)).save(folder / row["file"], "AVIF", quality=quality, speed=4)
            row["under"] |= {"file": f"{row['id']}-under.avif"}
            with Image.open(path.with_name(f"{row['id']}-under.png")) as opened:
                faded(opened).save(folder / row["under"]["file"], "AVIF", quality=UNDER_QUALITY, speed=4)
            rows[row["id"]] = {key: row[key] for key in KEYS}
    rows = {key: rows[key] for key in sorted(rows) if key not in drop}
    write_table(table, list(rows.values()))
    kept = {name for row in rows.values() for name in (row["file"], row["under"]["file"])}
    for path in folder.glob("*.avif"):
        if path.name not in kept:
            path.unlink()
    return len(rows), sum((folder / name).stat().st_size for name in kept)


def cropped(picture: Image.Image, foot: list[float]) -> tuple[Image.Image, list[float]]:
    """What there is of it with a margin, and the foot in that."""
    box = picture.getchannel("A").point(lambda level: 255 * (level > LEAST)).getbbox()
    if box is None:
        raise ValueError("nothing in the picture")
    left, top = box[0] - MARGIN, box[1] - MARGIN
    return picture.crop((left, top, box[2] + MARGIN, box[3] + MARGIN)), [
        round(foot[0] - left, 1),
        round(foot[1] - top, 1),
    ]


def lightened(picture: Image.Image) -> Image.Image:
    """The picture (RGBA) with LIGHTER times its linear light."""
    table = [round(255 * _srgb(min(_linear(level / 255) * LIGHTER, 1))) for level in range(256)]
    return picture.point([*table * 3, *range(256)])


def _linear(srgb: float) -> float:
    return srgb / 12.92 if srgb <= 0.04045 else float(((srgb + 0.055) / 1.055) ** 2.4)


def _srgb(linear: float) -> float:
    return 12.92 * linear if linear <= 0.0031308 else float(1.055 * linear ** (1 / 2.4) - 0.055)


def faded(picture: Image.Image) -> Image.Image:
    """Light on the ground (8 bit) as a part of that on bare ground, all of it at the picture's edge."""
    light = np.asarray(picture.convert("L"), np.float32)
    rim = np.concatenate([light[0], light[-1], light[:, 0], light[:, -1]])
    lost = np.clip(1 - light / np.median(rim) - NOISE, 0, 1)
    near = [np.minimum(np.arange(side), np.arange(side)[::-1]) for side in light.shape]
    edge = np.minimum(near[0][:, None], near[1][None, :]) / (FADE * min(light.shape))
    kept = 1 - lost * np.clip(edge, 0, 1)
    return Image.fromarray(np.rint(kept * 255).astype(np.uint8))


def bled(picture: Image.Image) -> Image.Image:
    """The picture (RGBA), its colours gone on where nothing is: no scaling mixes black into its edge."""
    pixels = np.asarray(picture, np.float32)
    known = np.where(pixels[..., 3:] > SURE, pixels[..., 3:] / 255, 0)
    filled = np.where(known > 0, pixels[..., :3], _spread(pixels[..., :3] * known, known))
    whole = np.concatenate([filled, pixels[..., 3:]], 2)
    return Image.fromarray(np.clip(np.rint(whole), 0, 255).astype(np.uint8), "RGBA")


def _spread(colours: Floats, weights: Floats) -> Floats:
    """Colours (h, w, 3), times weights (h, w, 1), as the mean of the nearest that weigh anything."""
    height, width = weights.shape[:2]
    if min(height, width) < 2:
        return np.broadcast_to(colours.sum((0, 1)) / max(float(weights.sum()), 1e-6), colours.shape)
    half = ((width + 1) // 2, (height + 1) // 2)
    fewer, lesser = (
        np.asarray(cv2.resize(one, half, interpolation=cv2.INTER_AREA), np.float32)
        for one in (colours, weights)
    )
    far = cv2.resize(_spread(fewer, lesser[..., None]), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(colours + far * (1 - weights), np.float32)

"""Props photographed alone, from renders into the package: AVIFs and one beside.json. Needs no Blender."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bggen.train.scenes.bank.export import write_table
from bggen.train.scenes.catalogue.beside import body_of

Floats = NDArray[np.float32]

LEAST = 2  # of 255: what is covered less is not there
MARGIN = 2  # pixels
KEYS = ("id", "file", "kind", "group", "words", "elevation", "foot", "unit", "flat", "body")
LIGHTER = 1.75  # of linear light: what was exposed darker than the sets by a stop looks as light then
STEPS = [min(-(-level // 4) * 4, 255) for level in range(256)]  # of heights: finer ones are never seen
SURE = 24  # of 255: what is covered less has too little colour of its own


def export(renders: Path, folder: Path, quality: int, drop: frozenset[str] = frozenset()) -> tuple[int, int]:
    """Put the finished renders into `folder` -> pictures in it, bytes of them.

    Those that were not rendered stay as they are, but for their bodies, where those alone were surveyed anew.
    Files of no row are deleted.

    Args:
        quality: of the AVIFs, 0..100.
        drop: ids that were looked at and found wanting.
    """
    folder.mkdir(parents=True, exist_ok=True)
    table = folder / "beside.json"
    rows = {row["id"]: row for row in json.loads(table.read_text("utf-8"))} if table.exists() else {}
    finished = sorted(path for path in renders.glob("*.json") if not path.stem.endswith("-body"))
    if not finished and not any(renders.glob("*-body.json")):
        raise SystemExit(f"no finished props in {renders}: render some first")
    for path in finished:
        row = json.loads(path.read_text("utf-8"))
        if row["id"] not in drop:
            with Image.open(path.with_suffix(".png")) as opened:
                picture, row["foot"] = cropped(opened.convert("RGBA"), row["foot"])
            row |= {"file": f"{row['id']}.avif", "body": None}
            bled(lightened(picture)).save(folder / row["file"], "AVIF", quality=quality, speed=4)
            rows[row["id"]] = {key: row[key] for key in KEYS}
    rows = {key: rows[key] for key in sorted(rows) if key not in drop}
    for row in rows.values():
        if (surveyed := renders / f"{body_of(row['id'])}.json").exists():
            row["body"] = {"file": f"{surveyed.stem}.png", **json.loads(surveyed.read_text("utf-8"))}
            with Image.open(surveyed.with_suffix(".png")) as maps:
                maps.point(STEPS).save(folder / row["body"]["file"], optimize=True)
    if bare := [key for key, row in rows.items() if not row.get("body")]:
        raise SystemExit(
            f"no body of {', '.join(bare[:3])} in {renders}: `bodies` surveys it ({len(bare)} in all)"
        )
    write_table(table, list(rows.values()))
    kept = {name for row in rows.values() for name in (row["file"], row["body"]["file"])}
    for path in folder.iterdir():
        if path.suffix in (".avif", ".png") and path.name not in kept:
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

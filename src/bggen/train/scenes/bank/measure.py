"""Measure the light of the bank's plates by renders of known things standing in their sets.

Every plate gets the parts of the ground's light that come from its key light and from around (non-negative
least squares over the shadows that each would cast), and how much its ground mirrors. Needs no Blender.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image
from scipy.optimize import nnls

from bggen.families.studio.light import casts
from bggen.families.studio.light.casts import Light
from bggen.families.studio.light.solid import Floats
from bggen.gamma import to_linear, to_srgb
from bggen.train.scenes.bank.export import write_table
from bggen.train.scenes.catalogue.spec import SOFTBOX

PROBES = ("pole", "block")
#: degrees from the right by what is behind, and above the ground
AROUND = [*((azimuth, height) for height in (15, 35, 60) for azimuth in range(0, 360, 45)), (0, 89)]
FARTHEST = 6.0  # shadows longer than that say nothing within a picture
LEAST = 0.01  # a direction with less of the light is left out
REACH = 1.2  # how far from a probe is looked at, in its sizes
DARK = 0.01  # linear: what is darker says nothing in parts of itself


@dataclass(frozen=True, slots=True)
class Shot:
    """A thing in a set: its coverage (h, w), and the set with it, (h, w, 3) linear."""

    alpha: Floats
    picture: Floats


def ground_of(row: dict[str, Any], side: int) -> Floats:
    """(side, side) in 0..1: where products stand, up to the ground's horizon or the podium's edge."""
    if row.get("top"):
        plane = np.zeros((side, side), np.float32)
        corners = np.round(np.array(row["top"]) * side).astype(np.int32)
        return np.asarray(cv2.fillPoly(plane, [corners], (1.0,)), np.float32)
    plane = np.ones((side, side), np.float32)
    if row.get("horizon"):
        plane[: int(row["horizon"] * side)] = 0
    return plane


def measure(row: dict[str, Any], bare: Floats, shots: list[Shot]) -> Light:
    """The light that explains best what known things do to a set.

    Args:
        row: of the set, with `toward` its key light.
        bare: (h, w, 3) linear, the empty set.
        shots: the probes in it.
    """
    key, elevation = _key(row), float(row["elevation"])
    around = np.array([casts.seen(casts.unit(*one), elevation) for one in AROUND], np.float32)
    directions = np.concatenate([key, around.clip(-FARTHEST, FARTHEST)])
    ground, matrix, answer, weights = ground_of(row, len(bare)), [], [], []
    for shot in shots:
        region = _region(shot.alpha, ground)
        blocked = casts.blocked(shot.alpha, directions, elevation)
        from_key = blocked[: len(key)].mean(0, keepdims=True)
        shadows = np.concatenate([from_key, blocked[len(key) :]])[:, region].T
        shine = -casts.mirrored(shot.alpha, shot.picture, casts.wall_of(bare), elevation)[:, region] / _safe(
            bare[region]
        )
        matrix.append(np.concatenate([shadows, shine.mean(-1).T], 1))
        answer.append(1 - shot.picture[region] / _safe(bare[region]))
        weights.append(bare[region].mean(-1) ** 0.6)  # about as the eye sees differences
    weight = np.concatenate(weights)
    left, right = np.concatenate(matrix) * weight[:, None], np.concatenate(answer)
    found = nnls(left, right.mean(-1) * weight)[0]
    shine_at = len(AROUND) + 1
    rest = right - (np.concatenate(matrix)[:, shine_at:] @ found[shine_at:])[:, None]
    parts = np.stack([nnls(left[:, :shine_at], rest[:, c] * weight)[0] for c in range(3)], 1)
    parts = (parts + parts.mean(1, keepdims=True)) / 2  # half of a tint is the view transform's doing
    parts /= max(1.0, float(parts.sum(0).max()) / casts.MOST)
    parts = np.concatenate([np.repeat(parts[:1] / len(key), len(key), 0), parts[1:]])
    kept = parts.max(1) >= LEAST
    shines = tuple(round(float(part), 4) for part in found[shine_at:])
    return Light(directions[kept], parts[kept].astype(np.float32), shines, elevation)


def _key(row: dict[str, Any]) -> Floats:
    """(k, 2): the key light as the ground sees it; a softbox as nine points."""
    toward, elevation = np.array(row["toward"]), float(row["elevation"])
    if row["hard_light"]:
        return np.array([casts.seen(tuple(toward), elevation)], np.float32)
    across = np.cross(toward, [0, 0, 1.0])
    across /= np.linalg.norm(across) + 1e-9
    up = np.cross(across, toward)
    distance, side = SOFTBOX
    points = [toward * distance + side / 3 * (i * across + j * up) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    return np.array([casts.seen(tuple(point), elevation) for point in points], np.float32)


def _region(alpha: Floats, ground: Floats) -> Any:
    rows, columns = np.flatnonzero((alpha > 0.5).any(1)), np.flatnonzero((alpha > 0.5).any(0))
    reach = int(REACH * max(rows[-1] - rows[0], columns[-1] - columns[0]))
    near = np.zeros(alpha.shape, bool)
    near[
        max(rows[0] - reach // 4, 0) : rows[-1] + reach, max(columns[0] - reach, 0) : columns[-1] + reach
    ] = 1
    return near & (alpha < 0.01) & (ground > 0)


def _safe(plane: Floats) -> Floats:
    return np.maximum(plane, DARK)


def shot(folder: Path, name: str) -> Shot:
    """One of the renders `NAME.png` with `NAME-alpha.png`."""
    with Image.open(folder / f"{name}-alpha.png") as alpha:
        coverage = np.asarray(alpha.convert("L"), np.float32) / np.float32(255)
    return Shot(coverage, picture(folder / f"{name}.png"))


def picture(path: Path) -> Floats:
    """(h, w, 3) linear."""
    with Image.open(path) as opened:
        return to_linear(np.asarray(opened.convert("RGB"), np.float32) / np.float32(255))


def ring_error(
    row: dict[str, Any], bare: Floats, check: Shot, light: Light, reach: int
) -> tuple[float, float]:
    """Summed sRGB error in the ring around a product that was not measured by: with its cast, and without."""
    ring = cv2.dilate(check.alpha, np.ones((2 * reach + 1, 2 * reach + 1))) * (check.alpha < 0.02)
    made = casts.cast(bare, check.alpha, check.picture, light, ground_of(row, len(bare)))
    true = to_srgb(check.picture)
    ours, plain = (float((np.abs(to_srgb(one) - true) * ring[..., None]).sum()) for one in (made, bare))
    return ours, plain


def fill(probes: Path, bank: Path) -> dict[str, float]:
    """Measure every plate of a bank whose probes are rendered and write its light into `plates.json`.

    The light of others stays. Returns the number of plates, and over their check products the ring error as
    a part of the bare set's.
    """
    rows, errors = json.loads((bank / "plates.json").read_text("utf-8")), []
    for row in rows:
        if row["elevation"] > casts.LYING or not (probes / f"{row['id']}.json").exists():
            continue
        known = row | json.loads((probes / f"{row['id']}.json").read_text("utf-8"))
        bare = picture(probes / f"{row['id']}-bare.png")
        light = measure(known, bare, [shot(probes, f"{row['id']}-{name}") for name in PROBES])
        errors.append(ring_error(known, bare, shot(probes, f"{row['id']}-check"), light, len(bare) // 16))
        table = np.concatenate([light.directions, light.parts], 1)
        row["cast"] = {
            "light": [[round(float(value), 4) for value in one] for one in table],
            "shine": list(light.shine),
            "top": known["top"],
        }
    if not errors:
        raise SystemExit(f"no finished probes of the bank's plates in {probes}: render some first")
    write_table(bank / "plates.json", rows)
    ours, plain = np.array(errors).sum(0)
    return {"plates": len(errors), "ring": float(ours / plain)}

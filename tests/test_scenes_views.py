"""Products alone, seen from known heights."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

pytest.importorskip("bpy", reason="bpy is not installed (extra scenes)")

import bpy  # only where it is there

from bggen.train.scenes.matter.palette import Rng  # only where bpy is there
from bggen.train.scenes.pictures import views  # only where bpy is there
from bggen.train.scenes.pictures.panoramas import TALL, panoramas  # only where bpy is there
from bggen.train.scenes.pictures.photos import stand_on  # only where bpy is there
from bggen.train.scenes.products import kinds  # only where bpy is there
from bggen.train.scenes.studio.blender import Studio  # only where bpy is there

JAR = 2  # is quickly put up


@pytest.fixture(scope="module")
def studio() -> Studio:
    return Studio()


def test_a_product_fills_its_pictures_and_its_heights_are_told(
    studio: Studio, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    views.render(studio, tmp_path, [JAR], 64, 1, part=0, stop_at=0)
    rows = [json.loads(line) for line in (tmp_path / "views-0.jsonl").read_text().splitlines()]
    assert len(rows) == views.TAKEN
    assert len({row["elevation"] for row in rows}) == views.TAKEN
    for row in rows:
        assert views.LOWEST <= row["elevation"] <= views.HIGHEST
        with Image.open(tmp_path / row["file"]) as picture:
            alpha = np.asarray(picture.convert("RGBA"))[..., 3]
        assert not np.concatenate([alpha[[0, -1]].ravel(), alpha[:, [0, -1]].ravel()]).any()
        assert max(np.ptp(np.flatnonzero(alpha.any(axis))) for axis in (0, 1)) > 44
    before = (tmp_path / "views-0.jsonl").read_text()
    views.render(studio, tmp_path, [JAR], 64, 1, part=0, stop_at=0)
    assert (tmp_path / "views-0.jsonl").read_text() == before, "what is there is not rendered again"
    capsys.readouterr()
    views.render(studio, tmp_path, [JAR, JAR + 1], 64, 1, part=0, stop_at=1.0)  # long ago
    assert capsys.readouterr().out == "stopped by --stop-at: 1 of 2 are left\n"


def test_surroundings_are_exposed_by_most_of_their_light(tmp_path: Path) -> None:
    light = np.full((64, 128, 3), 0.02, np.float32)
    light[:, 32:] = 2.0  # nearly all of it: shown as white
    cv2.imwrite(str(tmp_path / "hall.hdr"), light)
    (shown,) = panoramas(tmp_path)
    assert shown.shape == (TALL, 2 * TALL, 3)
    assert shown[100, 900, 0] == 255
    assert abs(int(shown[100, 50, 0]) - 25) <= 1  # 0.01 in sRGB


def test_a_product_follows_from_its_number(studio: Studio) -> None:
    put_up = [views.put_up(studio, Rng(f"views:{JAR}")) for _ in range(2)]
    assert put_up[0] == put_up[1]
    assert put_up[0][0] == "jar"


def test_further_products_stand_on_the_floor_about_a_unit_in_size(studio: Studio) -> None:
    for kind in ("carton", "car", "wristwatch"):  # a mesh, a loft, and parts on a pivot of their own
        studio.clear()
        good = kinds.make(kind, Rng(f"{kind}:1"))
        low, high = stand_on(good, 0.3)
        assert 0.3 < max(high - low) < 1.8, kind
        assert low.z == pytest.approx(0, abs=1e-4), kind
        assert all(slot.material for part in good.parts for slot in part.material_slots), kind


def test_a_cup_is_open_above(studio: Studio) -> None:
    for kind, inside in (("espresso", {"drink"}), ("mug", {"drink", "lining"})):
        studio.clear()
        stand_on(kinds.make(kind, Rng("cup:1")), 0.0)
        hit, *_, thing, _ = bpy.context.scene.ray_cast(
            bpy.context.evaluated_depsgraph_get(), (0.02, 0.01, 2.0), (0, 0, -1)
        )
        assert hit
        assert thing.name.split(".")[0] in inside

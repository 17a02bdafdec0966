"""The user's own products in the renderer: glTF files imported by Blender and rendered."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from bggen.train.scenes.products import gltf
from bggen.train.scenes.products.gltf import Unreadable, check
from bggen.train.scenes.products.stock import Stock, take

from .glb import Glb, red_box, separate


@pytest.fixture(scope="module")
def studio() -> Any:
    pytest.importorskip("bpy", reason="bpy is not installed (extra scenes)")
    from bggen.train.scenes.studio.blender import Studio

    return Studio()


def unpacked(studio: Any, path: Path) -> tuple[Any, np.ndarray, np.ndarray]:
    """The product and the corners of its bounds."""
    from bggen.train.scenes.products.unpack import unpack

    studio.clear()
    good = unpack(path)
    points = np.array([part.matrix_world @ v.co for part in good.parts for v in part.data.vertices])
    return good, points.min(0), points.max(0)


def test_what_may_be_required_is_what_blender_handles(studio: Any) -> None:
    if importlib.util.find_spec("io_scene_gltf2") is None:
        pytest.skip("this Blender keeps its importer elsewhere")
    from io_scene_gltf2.io.imp.gltf2_io_gltf import glTFImporter

    handled = glTFImporter("", {"import_user_extensions": []}).extensions_managed
    assert set(handled) >= gltf.HANDLED


def test_any_unit_axis_and_origin_come_to_stand_one_tall_on_the_floor(studio: Any, tmp_path: Path) -> None:
    from mathutils import Vector

    made = red_box((200, 500, 100), (4000, -900, 70))  # in millimetres, far off, in a turned and scaled node
    made.tree["nodes"][0] |= {"scale": [-0.01, 0.01, 0.01], "translation": [3, 4, 5]}
    made.node(camera=0)
    made.node(name="an empty", translation=[900, 0, 0])
    made.node(extensions={"KHR_lights_punctual": {"light": 0}})
    made.tree |= {
        "cameras": [{"type": "perspective", "perspective": {"yfov": 1, "znear": 0.1}}],
        "extensionsUsed": ["KHR_lights_punctual"],
        "extensions": {"KHR_lights_punctual": {"lights": [{"type": "point"}]}},
    }
    path = made.save(tmp_path / "a.glb")
    check(path)
    good, low, high = unpacked(studio, path)
    assert np.allclose(low, (-0.2, -0.1, 0), atol=1e-4)
    assert np.allclose(high, (0.2, 0.1, 1), atol=1e-4)
    assert not good.flat
    assert [thing.type for thing in studio.scene.objects] == ["MESH"]
    (part,) = good.parts
    middle = Vector((0, 0, 0.5))
    assert all(face.normal.dot(face.center - middle) > 0 for face in part.data.polygons), "inside out"


def test_a_product_lies_when_it_is_flat(studio: Any, tmp_path: Path) -> None:
    good, _, high = unpacked(studio, red_box((3, 0.2, 2)).save(tmp_path / "a.glb"))
    assert good.flat
    assert high[2] == pytest.approx(0.2 / 3, abs=1e-5)


def test_animations_and_loose_points_do_not_move_the_product(studio: Any, tmp_path: Path) -> None:
    made = red_box((1, 1, 1))
    still = made.save(tmp_path / "still.glb")
    made.node(mesh=made.box((1, 1, 1), (0, 1, 0)))
    expected = unpacked(studio, made.save(tmp_path / "two.glb"))[1:]
    times = made.accessor(np.array([0, 1], np.float32))
    made.tree["accessors"][times] |= {"min": [0], "max": [1]}
    places = made.accessor(np.array([[7, 0, 0], [9, 0, 0]], np.float32))
    made.tree["animations"] = [
        {
            "samplers": [{"input": times, "output": places}],
            "channels": [{"sampler": 0, "target": {"node": 1, "path": "translation"}}],
        }
    ]
    points = made.accessor(np.array([[50, 0, 0], [-50, 3, 0]], np.float32))
    made.tree["meshes"][0]["primitives"].append({"attributes": {"POSITION": points}, "mode": 0})
    _, low, high = unpacked(studio, made.save(tmp_path / "moving.glb"))
    assert np.allclose([low, high], expected, atol=1e-5)
    assert check(still) == 12


def test_nothing_of_a_product_stays_behind(studio: Any, tmp_path: Path) -> None:
    import bpy

    studio.clear()
    before = [
        len(kind) for kind in (bpy.data.images, bpy.data.meshes, bpy.data.collections, bpy.data.actions)
    ]
    made = red_box()
    made.tree["materials"][0]["pbrMetallicRoughness"]["baseColorTexture"] = {
        "index": made.texture(Image.new("RGB", (8, 8)))
    }
    for _ in range(3):
        unpacked(studio, made.save(tmp_path / "a.glb"))
        assert len(bpy.data.images) == before[0] + 1
    studio.clear()
    after = [len(kind) for kind in (bpy.data.images, bpy.data.meshes, bpy.data.collections, bpy.data.actions)]
    assert after == before


def test_what_only_the_import_finds_is_one_line_too(studio: Any, tmp_path: Path) -> None:
    from bggen.train.scenes.products.unpack import unpack

    made = red_box()
    made.tree["accessors"][0]["count"] = 90_000  # more than its view holds
    with pytest.raises(Unreadable, match=r"^cannot be imported \(.+\): see what https") as caught:
        unpack(made.save(tmp_path / "a.glb"))
    assert "\n" not in str(caught.value)
    studio.clear()
    made = red_box((0, 0, 0))
    with pytest.raises(Unreadable, match="has no size"):
        unpack(made.save(tmp_path / "b.glb"))


def test_a_damaged_draco_stream_does_not_pass_for_a_smaller_product(studio: Any, tmp_path: Path) -> None:
    import bpy

    from bggen.train.scenes.matter import geometry
    from bggen.train.scenes.products.unpack import unpack

    studio.clear()
    for x in (0, 2):
        geometry.box("box", (1, 1, 1), None, at=(x, 0, 0))
    path = tmp_path / "a.glb"
    bpy.ops.export_scene.gltf(filepath=str(path), export_draco_mesh_compression_enable=True)
    assert b"KHR_draco_mesh_compression" in path.read_bytes()
    check(path)
    good, low, high = unpacked(studio, path)
    assert len(good.parts) == 2
    assert high - low == pytest.approx((1, 1 / 3, 1 / 3), abs=1e-3)
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"DRACO", b"DRACA", 1))
    studio.clear()
    with pytest.raises(Unreadable, match=r"^cannot be imported \(Draco Decoder: Unable to decode"):
        unpack(path)


def seen(studio: Any, path: Path, elevation: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """(48, 48, 3) picture in even light and (48, 48) coverage, 0..255."""
    from bggen.train.scenes.stage import sets
    from bggen.train.scenes.studio.blender import Quality

    good = unpacked(studio, path)[0]
    studio.camera((0, 0, 0.5), 50, 3.0, elevation)
    sets.world(1.0, studio.environments["studio"][0], 0.0)
    studio.look("Standard")
    picture = np.asarray(studio.picture((48, 48), Quality(16, 3)), float)
    return picture, np.asarray(studio.silhouette(good.parts, (48, 48)), float)


def test_front_texture_and_colour_are_seen_where_they_are_in_the_file(studio: Any, tmp_path: Path) -> None:
    made = Glb()
    made.material((0.8, 0.02, 0.02, 1))
    halves = Image.new("RGB", (8, 8), (10, 200, 10))
    halves.paste((10, 10, 220), (0, 0, 4, 8))  # blue on the left, green on the right
    pbr = {"baseColorTexture": {"index": made.texture(halves)}, "metallicFactor": 0, "roughnessFactor": 1}
    made.tree["materials"].append({"pbrMetallicRoughness": pbr})
    made.node(mesh=made.box((1, 0.5, 0.2), (0, 0.25, 0), 0))
    front = np.array([[-0.5, 0.5, 0.1], [0.5, 0.5, 0.1], [0.5, 1, 0.1], [-0.5, 1, 0.1]])
    uvs = np.array([[0, 1], [1, 1], [1, 0], [0, 0]])
    made.node(mesh=made.mesh(front, np.array([0, 1, 2, 0, 2, 3]), 1, uvs))
    picture, coverage = seen(studio, made.save(tmp_path / "a.glb"))
    assert 0.15 < coverage.mean() / 255 < 0.6
    rows, columns = np.nonzero(coverage > 250)
    above, below = rows.min() + 3, rows.max() - 3
    left, right = columns.min() + 3, columns.max() - 3
    assert picture[above, left].argmax() == 2, "blue"
    assert picture[above, right].argmax() == 1, "green"
    assert picture[below, left].argmax() == picture[below, right].argmax() == 0, "red"
    assert picture[below, left, 0] > 2 * picture[below, left, 1]


def test_a_texture_is_not_taken_for_one_of_a_frame_before(studio: Any, tmp_path: Path) -> None:
    """Cycles knows pictures by their address in memory, and addresses come round again."""
    files = []
    for channel in range(3):
        made = Glb()
        colour = [20, 20, 20]
        colour[channel] = 220
        texture = made.texture(Image.new("RGB", (64, 64), tuple(colour)))
        pbr = {"baseColorTexture": {"index": texture}, "metallicFactor": 0, "roughnessFactor": 1}
        made.tree["materials"] = [{"pbrMetallicRoughness": pbr}]
        made.node(mesh=made.box((1, 1, 1)))
        files.append(made.save(tmp_path / f"{channel}.glb"))
    shown = [seen(studio, files[k % 3])[0][30, 24].argmax() for k in range(18)]
    assert shown == [0, 1, 2] * 6


@pytest.mark.parametrize(
    ("material", "low", "high"),
    [
        ({}, 254, 255),
        ({"alphaMode": "BLEND"}, 60, 110),  # 0.3 by the front or the back alone
        ({"alphaMode": "MASK", "alphaCutoff": 0.5}, 0, 1),
        ({"extensions": {"KHR_materials_transmission": {"transmissionFactor": 1.0}}}, 254, 255),
    ],
    ids=["opaque", "blended", "cut out", "glass"],
)
def test_coverage_goes_by_alpha_and_glass_is_whole(
    studio: Any, tmp_path: Path, material: dict[str, Any], low: float, high: float
) -> None:
    made = Glb()
    made.material((0.8, 0.8, 0.8, 0.3), **material)
    made.material((0.8, 0.02, 0.02, 1))
    made.tree["extensionsUsed"] = ["KHR_materials_transmission"]
    pane = np.array([[-0.5, 0.2, 0], [0.5, 0.2, 0], [0.5, 1, 0], [-0.5, 1, 0]])
    made.node(mesh=made.mesh(pane, np.array([0, 1, 2, 0, 2, 3])))
    made.node(mesh=made.box((1, 0.2, 0.2), (0, 0.1, 0), 1))
    _, coverage = seen(studio, made.save(tmp_path / "a.glb"))
    rows = np.nonzero(coverage[:, 24] > 250)[0]
    assert rows.size, "the foot is opaque"
    assert low <= coverage[16:28, 20:28].mean() <= high
    assert coverage[rows.max() - 1, 24] == 255


def test_frames_show_the_files_and_follow_from_their_number(studio: Any, tmp_path: Path) -> None:
    from bggen.train.scenes.pictures import training

    red_box().save(tmp_path / "stock" / "crate.glb")
    separate(tmp_path / "stock")
    stock = take(tmp_path / "stock")
    for out in ("one", "other"):
        training.render(studio, tmp_path / out, range(4), 48, 2, 0, 0.0, stock)
    rows, again = (
        [json.loads(line) for line in (tmp_path / out / "scenes-0.jsonl").read_text().splitlines()]
        for out in ("one", "other")
    )
    assert {row["product"] for row in rows} == {"crate", "apart"}
    assert [row | {"seconds": 0} for row in rows] == [row | {"seconds": 0} for row in again]
    for row in rows:
        assert row["coverage"] > 0.02
        one, other = (
            np.asarray(Image.open(tmp_path / out / f"{row['id']:06d}.webp"), float)
            for out in ("one", "other")
        )
        assert np.array_equal(one[..., 3], other[..., 3])
        assert np.abs(one - other).mean() < 2, "but for the noise of rendering"


def test_a_frame_whose_file_breaks_at_its_import_is_left_out(
    studio: Any, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from bggen.train.scenes.pictures import training

    made = red_box()
    made.tree["accessors"][0]["count"] = 90_000
    bad = made.save(tmp_path / "bad.glb")
    training.render(studio, tmp_path / "out", range(2), 48, 2, 0, 0.0, Stock({"bad": bad}))
    said = [line for line in capfd.readouterr().err.splitlines() if "left out" in line]
    assert [line[:24] for line in said] == [
        "frame 0 is left out: " + str(bad)[:3],
        "frame 1 is left out: " + str(bad)[:3],
    ]
    assert str(bad) in said[0]
    assert list((tmp_path / "out").iterdir()) == []

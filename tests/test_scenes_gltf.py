"""The user's own products in the renderer: glTF files looked over without Blender."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.products.gltf import Unreadable, check
from bggen.train.scenes.products.stock import Stock, take

from .glb import Glb, red_box, separate

ROOT = Path(__file__).resolve().parents[1]


def broken(change: Callable[[Glb], Any]) -> bytes:
    made = red_box()
    change(made)
    return made.bytes()


def primitive(made: Glb) -> dict[str, Any]:
    part: dict[str, Any] = made.tree["meshes"][0]["primitives"][0]
    return part


def textured(made: Glb, raw: bytes) -> None:
    made.tree["images"] = [{"name": "weave", "bufferView": made.view(raw)}]
    made.tree["textures"] = [{"source": 0}]


def noise(kind: str) -> bytes:
    raw = io.BytesIO()
    Image.fromarray(np.random.default_rng(0).integers(0, 255, (64, 64, 3), np.uint8)).save(raw, kind)
    return raw.getvalue()


WRONG = {
    "empty": (b"", "is empty"),
    "no glTF": (b"solid teapot", "neither a GLB nor JSON"),
    "other JSON": (b'{"a": 1}', "asset.version is None"),
    "glTF 1": (broken(lambda made: made.tree["asset"].update(version="1.0")), "asset.version is '1.0'"),
    "cut off": (red_box().bytes()[:-40], "it was cut off, copy it again"),
    "no mesh": (broken(lambda made: made.tree["nodes"][0].pop("mesh")), "has no triangles"),
    "lines": (broken(lambda made: primitive(made).update(mode=1)), "has no triangles"),
    "meshopt": (
        broken(lambda made: made.tree.update(extensionsRequired=["EXT_meshopt_compression"])),
        "gltfpack -i IN -o OUT",
    ),
    "KTX2": (
        broken(lambda made: made.tree.update(extensionsRequired=["KHR_texture_basisu"])),
        "gltf-transform ktxdecompress",
    ),
    "KTX2 alone": (
        broken(lambda made: made.tree.update(textures=[{"extensions": {"KHR_texture_basisu": {}}}])),
        "texture 0 in KHR_texture_basisu alone",
    ),
    "KTX2 within": (broken(lambda made: textured(made, b"\xabKTX 20\xbb")), "KTX2 texture weave"),
    "unknown": (broken(lambda made: made.tree.update(extensionsRequired=["ACME_x"])), "needs ACME_x"),
    "unlisted": (
        broken(lambda made: made.tree.update(extensionsRequired=["KHR_materials_ior"])),
        "without listing it in extensionsUsed",
    ),
    "lost texture": (
        broken(lambda made: made.tree.update(images=[{"uri": "my%20weave.png"}], textures=[{"source": 0}])),
        "lacks the file my weave.png for a texture",
    ),
    "bad texture": (broken(lambda made: textured(made, b"P" * 40)), "texture weave, which does not open"),
    "cut off JPEG": (broken(lambda made: textured(made, noise("JPEG")[:-90])), "image file is truncated"),
    "cut off PNG": (broken(lambda made: textured(made, noise("PNG")[:-90])), "does not open (Truncated"),
    "past its data": (
        broken(lambda made: made.tree["bufferViews"][0].update(byteLength=10**6)),
        "buffer view 0 reaching past its data",
    ),
    "size in words": (
        broken(lambda made: made.tree["bufferViews"][0].update(byteLength="all")),
        "does not keep to glTF 2.0 (ValueError",
    ),
    "no base64": (
        broken(lambda made: made.tree.update(images=[{"uri": "data:;base64,é"}], textures=[{"source": 0}])),
        "a data URI that is not base64",
    ),
    "no such mesh": (broken(lambda made: made.tree["nodes"][0].update(mesh=7)), "IndexError"),
    "no such type": (broken(lambda made: made.tree.update(meshes="all")), "does not keep to glTF 2.0"),
    "huge": (
        broken(lambda made: made.tree["accessors"][primitive(made)["indices"]].update(count=9 * 10**6)),
        "3.0 million triangles, and 2 million are the most",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_file_is_one_line_with_the_way_out(tmp_path: Path, name: str) -> None:
    raw, said = WRONG[name]
    (tmp_path / "a.glb").write_bytes(raw)
    with pytest.raises(Unreadable, match=r"^(is|has|needs|lacks|does|requires) ") as caught:
        check(tmp_path / "a.glb")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert ": " in str(caught.value), "what, then what to do"


def test_a_good_file_is_counted_with_its_copies_and_without_other_scenes(tmp_path: Path) -> None:
    assert check(red_box().save(tmp_path / "a.glb")) == 12
    made = red_box()
    made.node(mesh=0, children=[made._add("nodes", {"mesh": 0})])
    shifts = made.accessor(np.zeros((5, 3), np.float32))
    made.node(mesh=0, extensions={"EXT_mesh_gpu_instancing": {"attributes": {"TRANSLATION": shifts}}})
    made.tree["scenes"].append({"nodes": [made._add("nodes", {"mesh": 0})]})
    assert check(made.save(tmp_path / "b.glb")) == 12 * (3 + 5)
    primitive(made)["mode"] = 5
    assert check(made.save(tmp_path / "b.glb")) == 34 * (3 + 5)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_whole_textures_open(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.glb").write_bytes(broken(lambda made: textured(made, noise(kind))))
    assert check(tmp_path / "a.glb") == 12


def test_a_gltf_with_its_files_beside_it_is_read_too(tmp_path: Path) -> None:
    apart = separate(tmp_path)
    assert check(apart) == 12
    (tmp_path / "my data.bin").write_bytes(b"short")
    with pytest.raises(Unreadable, match=r"has 5 of [0-9]+ bytes of data"):
        check(apart)
    (tmp_path / "my data.bin").unlink()
    with pytest.raises(Unreadable, match=r"lacks the file my data\.bin"):
        check(apart)


def test_a_stock_is_every_file_of_a_folder_by_name(tmp_path: Path) -> None:
    for name in ("sofa/scene.glb", "lamp.GLB", "._lamp.glb", ".cache/old.glb"):
        red_box().save(tmp_path / name)
    (tmp_path / "readme.txt").write_text("no product")
    stock = take(tmp_path)
    assert list(stock.files) == ["lamp", "sofa/scene"]
    assert {stock.pick(Rng(f"{n}")) for n in range(30)} == {"lamp", "sofa/scene"}
    assert [stock.pick(Rng(f"{n}")) for n in range(30)] == [
        take(tmp_path).pick(Rng(f"{n}")) for n in range(30)
    ]


def test_the_share_is_that_of_the_frames() -> None:
    stock = Stock({"a": Path("a.glb")}, 0.25)
    shown = sum(stock.pick(Rng(f"{n}")) == "a" for n in range(2000))
    assert 430 < shown < 570


def test_all_that_is_wrong_with_a_folder_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such folder"):
        take(tmp_path / "none")
    with pytest.raises(SystemExit, match=r"no .glb or .gltf in it"):
        take(tmp_path)
    (tmp_path / "a.glb").write_bytes(b"")
    (tmp_path / "b.glb").write_bytes(b"solid teapot")
    red_box().save(tmp_path / "c.glb")
    red_box().save(tmp_path / "c.GLTF")
    with pytest.raises(SystemExit) as caught:
        take(tmp_path)
    lines = str(caught.value).splitlines()
    assert [line.split(":")[0] for line in lines[:3]] == [
        str(tmp_path / n) for n in ("a.glb", "b.glb", "c.glb")
    ]
    assert "has the name of c.GLTF" in lines[2]
    assert lines[3] == "3 of 4 products are to be mended or moved out"


def test_the_command_stops_before_blender_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "trap").mkdir()
    (tmp_path / "trap" / "bpy.py").write_text("raise RuntimeError('Blender is loaded')")
    (tmp_path / "a.glb").write_bytes(b"")
    ran = command("render", tmp_path)
    assert ran.returncode == 1
    said = [
        f"{tmp_path / 'a.glb'}: is empty: export it again",
        "1 of 1 products are to be mended or moved out",
    ]
    assert ran.stderr.splitlines() == said
    red_box().save(tmp_path / "a.glb")
    assert "Blender is loaded" in command("render", tmp_path).stderr, "the trap works"
    ran = command("render", tmp_path, "--products-share", "1.5")
    assert ran.returncode == 2
    assert "1.5 is not above 0 and at most 1" in ran.stderr
    ran = command("shop", tmp_path)
    assert ran.returncode == 2
    assert "--products is for render, not for shop" in ran.stderr


def command(step: str, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """A step with `folder` for its products and its output, and `folder`/trap first on the path."""
    args = ["-m", "bggen.train.scenes", step, "--out", folder / "out", "--products", folder, *more]
    environ = os.environ | {"PYTHONPATH": os.pathsep.join([str(folder / "trap"), str(ROOT / "src")])}
    return subprocess.run(
        [sys.executable, *map(str, args)],
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
        env=environ,
    )

"""glTF files looked over without Blender: what is in them, and why one cannot be rendered, in a line."""

from __future__ import annotations

import base64
import io
import json
import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote

from PIL import Image, UnidentifiedImageError

#: a file of this many takes Blender 15 seconds and 2.3 GB to read, for every frame that shows it
MOST_TRIANGLES = 2_000_000

#: what a file may require: the extensions that Blender 5.0's importer handles
HANDLED = frozenset({
    "KHR_materials_pbrSpecularGlossiness", "KHR_lights_punctual", "KHR_materials_unlit",
    "KHR_texture_transform", "KHR_materials_clearcoat", "KHR_mesh_quantization", "EXT_mesh_gpu_instancing",
    "KHR_draco_mesh_compression", "KHR_materials_variants", "KHR_materials_emissive_strength",
    "KHR_materials_transmission", "KHR_materials_specular", "KHR_materials_sheen", "KHR_materials_ior",
    "KHR_animation_pointer", "KHR_materials_volume", "EXT_texture_webp", "KHR_materials_anisotropy",
})  # fmt: skip

#: how to do without the ones that are met most often
WAYS_OUT = {
    "EXT_meshopt_compression": "unpack it with `gltfpack -i IN -o OUT`, without -c",
    "KHR_meshopt_compression": "unpack it with `gltfpack -i IN -o OUT`, without -c",
    "KHR_texture_basisu": "unpack its KTX2 textures with `gltf-transform ktxdecompress IN OUT`",
    "EXT_texture_avif": "export it with PNG or JPEG textures",
}

VALIDATE = "see what https://github.khronos.org/glTF-Validator says"
_SHEETS = {4: lambda n: n // 3, 5: lambda n: n - 2, 6: lambda n: n - 2}  # triangles from corners, by mode


class Unreadable(ValueError):
    """A glTF file that cannot be a product; the message is what and the way out, without the file's name."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the bytes of a buffer are."""

    path: Path | None  # None: in `data`
    start: int
    size: int
    data: bytes = b""

    def read(self, offset: int, size: int) -> bytes:
        """`size` bytes of the buffer from `offset` on; fewer where it ends before."""
        if self.path is None:
            return self.data[offset : offset + size]
        with self.path.open("rb") as file:
            file.seek(self.start + offset)
            return file.read(size)


def check(path: Path) -> int:
    """Look over a `.glb` or `.gltf` -> its default scene's triangles.

    Structure, buffers, extensions, textures and size; geometry is looked at only by the import.

    Raises:
        Unreadable: it is broken, empty, huge, lacks a file or needs what Blender's importer lacks.
    """
    try:
        tree, binary = _load(path)
        _extensions(tree)
        sources = [_buffer(path, row, binary if n == 0 else None) for n, row in _rows(tree, "buffers")]
        views = [_view(row, n, sources) for n, row in _rows(tree, "bufferViews")]
        _textures(path, tree, views)
        count = sum(_triangles(tree, node) for node in _nodes(tree))
    except Unreadable:
        raise
    except (LookupError, TypeError, ValueError, AttributeError, struct.error, RecursionError) as error:
        raise Unreadable(f"does not keep to glTF 2.0 ({type(error).__name__}: {error}): {VALIDATE}") from None
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror or error}") from None
    if count <= 0:
        raise Unreadable("has no triangles in its scene: export the product's mesh, not its lines or points")
    if count > MOST_TRIANGLES:
        raise Unreadable(
            f"has {count / 1e6:.1f} million triangles, and {MOST_TRIANGLES / 1e6:.0f} million are the most: "
            "thin it out with `gltfpack -si 0.1` or Blender's Decimate"
        )
    return count


def _load(path: Path) -> tuple[dict[str, Any], _Source | None]:
    """The JSON, and a GLB's own bytes."""
    size = path.stat().st_size
    if not size:
        raise Unreadable("is empty: export it again")
    with path.open("rb") as file:
        if file.read(4) == b"glTF":
            return _binary(path, file, size)
        file.seek(0)
        return _json(file.read()), None


def _binary(path: Path, file: BinaryIO, size: int) -> tuple[dict[str, Any], _Source | None]:
    version, stated, length, kind = struct.unpack("<III4s", file.read(16))
    if version != 2:
        raise Unreadable(f"is glTF {version}, not 2: export it as glTF 2.0")
    if stated != size:
        raise Unreadable(f"is {size} bytes long and says {stated}: it was cut off, copy it again")
    if kind != b"JSON":
        raise Unreadable(f"does not begin with its JSON: {VALIDATE}")
    tree, head = _json(file.read(length)), file.read(8)
    if len(head) < 8:
        return tree, None
    size_of_rest, kind = struct.unpack("<I4s", head)
    return tree, _Source(path, file.tell(), size_of_rest) if kind == b"BIN\0" else None


def _json(raw: bytes) -> dict[str, Any]:
    try:
        tree = json.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise Unreadable("is no glTF: neither a GLB nor JSON; export it as glTF 2.0") from None
    version = tree.get("asset", {}).get("version") if isinstance(tree, dict) else None
    if version != "2.0":
        raise Unreadable(f"is not glTF 2.0 (asset.version is {version!r}): export it as glTF 2.0")
    assert isinstance(tree, dict)
    return tree


def _extensions(tree: dict[str, Any]) -> None:
    needed = set(tree.get("extensionsRequired", []))
    for name in sorted(needed - HANDLED):
        way = WAYS_OUT.get(name, "export it without")
        raise Unreadable(f"needs {name}, which Blender's importer lacks: {way}")
    for name in sorted(needed - set(tree.get("extensionsUsed", []))):
        raise Unreadable(f"requires {name} without listing it in extensionsUsed: {VALIDATE}")


def _rows(tree: dict[str, Any], name: str) -> list[tuple[int, Any]]:
    return list(enumerate(tree.get(name, [])))


def _buffer(path: Path, row: dict[str, Any], binary: _Source | None) -> _Source:
    uri, wanted = row.get("uri"), int(row["byteLength"])
    if uri is None:
        found = binary or _Source(None, 0, 0)
    elif uri.startswith("data:"):
        raw = _inline(uri)
        found = _Source(None, 0, len(raw), raw)
    else:
        file = _beside(path, uri, "its data")
        found = _Source(file, 0, file.stat().st_size)
    if found.size < wanted:
        raise Unreadable(f"has {found.size} of {wanted} bytes of data: copy or export it again")
    return found


def _inline(uri: str) -> bytes:
    try:
        return base64.b64decode(uri.partition(";base64,")[2], validate=True)
    except ValueError:
        raise Unreadable(f"has a data URI that is not base64: {VALIDATE}") from None


def _beside(path: Path, uri: str, what: str) -> Path:
    file = path.parent / unquote(uri)
    if not file.is_file():
        raise Unreadable(f"lacks the file {unquote(uri)} for {what}: put it beside, or export a .glb")
    return file


def _view(row: dict[str, Any], n: int, sources: list[_Source]) -> _Source:
    """A part of a buffer."""
    whole, offset, size = sources[row["buffer"]], int(row.get("byteOffset", 0)), int(row["byteLength"])
    if offset + size > whole.size:
        raise Unreadable(f"has buffer view {n} reaching past its data: export it again")
    return _Source(whole.path, whole.start + offset, size, whole.data[offset : offset + size])


def _textures(path: Path, tree: dict[str, Any], views: list[_Source]) -> None:
    """Every picture that a texture shows must open."""
    used = set[int]()
    for n, texture in _rows(tree, "textures"):
        extra = texture.get("extensions", {})
        source = texture.get("source", extra.get("EXT_texture_webp", {}).get("source"))
        if source is not None:
            used.add(source)
        elif extra:
            name = min(extra)
            raise Unreadable(f"has texture {n} in {name} alone: {WAYS_OUT.get(name, 'export it with PNGs')}")
    for n in sorted(used):
        row = tree["images"][n]
        said = row.get("name") or row.get("uri", "")[:40] or f"image {n}"
        if "bufferView" in row:
            view = views[row["bufferView"]]
            raw = view.read(0, view.size)
        elif row["uri"].startswith("data:"):
            raw = _inline(row["uri"])
        else:
            raw = _beside(path, row["uri"], "a texture").read_bytes()
        _opens(raw, said)


def _opens(raw: bytes, said: str) -> None:
    if raw[1:7] == b"KTX 20":
        raise Unreadable(f"has the KTX2 texture {said}: {WAYS_OUT['KHR_texture_basisu']}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # a large one is only slow
            with Image.open(io.BytesIO(raw)) as picture:
                # JPEG has no checksums; an eighth of its size is enough to miss its end
                if picture.format == "JPEG":
                    picture.draft(None, (1, 1))
                    picture.load()
                else:
                    picture.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        reason = "no picture" if isinstance(error, UnidentifiedImageError) else str(error)
        raise Unreadable(f"has the texture {said}, which does not open ({reason}): export it again") from None


def _nodes(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What stands in the default scene; in all scenes where none is the default."""
    nodes, scenes = tree.get("nodes", []), tree.get("scenes", [])
    chosen = [scenes[tree["scene"]]] if "scene" in tree else scenes
    ahead = [n for scene in chosen for n in scene.get("nodes", [])] if scenes else list(range(len(nodes)))
    seen = set[int]()
    while ahead:
        n = ahead.pop()
        if n in seen:
            continue
        seen.add(n)
        yield nodes[n]
        ahead += nodes[n].get("children", [])


def _triangles(tree: dict[str, Any], node: dict[str, Any]) -> int:
    if "mesh" not in node:
        return 0
    count = 0
    for part in tree["meshes"][node["mesh"]]["primitives"]:
        corners = part.get("indices", part["attributes"].get("POSITION"))
        mode = part.get("mode", 4)
        if mode in _SHEETS and corners is not None and "POSITION" in part["attributes"]:
            count += max(0, _SHEETS[mode](tree["accessors"][corners]["count"]))
    copies = node.get("extensions", {}).get("EXT_mesh_gpu_instancing", {}).get("attributes", {})
    return count * (tree["accessors"][min(copies.values())]["count"] if copies else 1)

"""A small writer of glTF binaries, for tests."""

from __future__ import annotations

import io
import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image


class Glb:
    """A file under construction: `tree` is its JSON, to be meddled with."""

    def __init__(self) -> None:
        self.tree: dict[str, Any] = {
            "asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": []}], "nodes": [], "meshes": [],
            "materials": [], "accessors": [], "bufferViews": [], "buffers": [],
        }  # fmt: skip
        self.data = b""

    def view(self, raw: bytes) -> int:
        """A buffer view of these bytes."""
        self.data += b"\0" * (-len(self.data) % 4)
        row = {"buffer": 0, "byteOffset": len(self.data), "byteLength": len(raw)}
        self.data += raw
        return self._add("bufferViews", row)

    def accessor(self, values: np.ndarray) -> int:
        """(n, 3) and (n, 2) float32, (n, 4) float32, or (n,) uint16 or uint32."""
        kinds = {np.dtype(np.float32): 5126, np.dtype(np.uint16): 5123, np.dtype(np.uint32): 5125}
        row: dict[str, Any] = {
            "bufferView": self.view(values.tobytes()),
            "componentType": kinds[values.dtype],
            "count": len(values),
            "type": "SCALAR" if values.ndim == 1 else f"VEC{values.shape[1]}",
        }
        if values.dtype == np.float32 and values.ndim == 2:
            row |= {"min": values.min(0).tolist(), "max": values.max(0).tolist()}
        return self._add("accessors", row)

    def material(self, colour: tuple[float, float, float, float], **more: Any) -> int:
        """Matt, in linear RGBA 0..1."""
        pbr = {"baseColorFactor": list(colour), "metallicFactor": 0.0, "roughnessFactor": 1.0}
        return self._add("materials", {"pbrMetallicRoughness": pbr} | more)

    def texture(self, picture: Image.Image) -> int:
        """A PNG within."""
        raw = io.BytesIO()
        picture.save(raw, "PNG")
        image = self._add("images", {"bufferView": self.view(raw.getvalue()), "mimeType": "image/png"})
        return self._add("textures", {"source": image})

    def box(
        self, size: tuple[float, float, float], at: tuple[float, float, float] = (0, 0, 0), material: int = 0
    ) -> int:
        """A mesh: a box around `at`, along glTF's x, y (up) and z, its whole texture on each face."""
        corners, uvs, faces = [], [], []
        for axis in range(3):
            for side in (-1.0, 1.0):
                first = len(corners)
                for u, v in ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)):
                    point = np.zeros(3)
                    point[axis], point[(axis + 1) % 3], point[(axis + 2) % 3] = (
                        side,
                        side * (2 * u - 1),
                        2 * v - 1,
                    )
                    corners.append(point * np.array(size) / 2 + at)
                    uvs.append((u, 1 - v))
                turn = (0, 1, 2, 0, 2, 3)
                faces += [first + k for k in turn]
        return self.mesh(np.array(corners), np.array(faces), material, np.array(uvs))

    def mesh(
        self, points: np.ndarray, faces: np.ndarray, material: int = 0, uvs: np.ndarray | None = None
    ) -> int:
        """Triangles: (n, 3) points, corners in threes, (n, 2) texture coordinates."""
        attributes = {"POSITION": self.accessor(points.astype(np.float32))}
        if uvs is not None:
            attributes["TEXCOORD_0"] = self.accessor(uvs.astype(np.float32))
        part = {
            "attributes": attributes,
            "indices": self.accessor(faces.astype(np.uint16)),
            "material": material,
        }
        return self._add("meshes", {"primitives": [part]})

    def node(self, **row: Any) -> int:
        """A node of the default scene."""
        index = self._add("nodes", row)
        self.tree["scenes"][0]["nodes"].append(index)
        return index

    def bytes(self) -> bytes:
        """The whole file."""
        data = self.data + b"\0" * (-len(self.data) % 4)
        tree = {key: value for key, value in self.tree.items() if value != []}
        if data:
            tree["buffers"] = [{"byteLength": len(data)}]
        text = json.dumps(tree).encode()
        text += b" " * (-len(text) % 4)
        chunks = struct.pack("<I4s", len(text), b"JSON") + text
        if data:
            chunks += struct.pack("<I4s", len(data), b"BIN\0") + data
        return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks

    def save(self, path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.bytes())
        return path

    def _add(self, table: str, row: dict[str, Any]) -> int:
        rows = self.tree.setdefault(table, [])
        rows.append(row)
        return len(rows) - 1


def red_box(size: tuple[float, float, float] = (1, 2, 1), at: tuple[float, float, float] = (0, 0, 0)) -> Glb:
    """A red box, 24 corners and 12 triangles."""
    made = Glb()
    made.material((0.8, 0.02, 0.02, 1))
    made.node(mesh=made.box(size, at))
    return made


def separate(folder: Path) -> Path:
    """A .gltf, its buffer and its texture as files of their own."""
    made = red_box()
    Image.new("RGB", (8, 8), (0, 0, 255)).save(folder / "weave.png")
    made.tree |= {"images": [{"uri": "weave.png"}], "textures": [{"source": 0}]}
    made.tree["materials"][0]["pbrMetallicRoughness"] = {
        "baseColorTexture": {"index": 0},
        "metallicFactor": 0,
    }
    (folder / "my data.bin").write_bytes(made.data)
    made.tree["buffers"] = [{"byteLength": len(made.data), "uri": "my%20data.bin"}]
    (folder / "apart.gltf").write_text(json.dumps(made.tree))
    return folder / "apart.gltf"

"""A thin hand on Blender's shader nodes: sockets in, sockets out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import bpy

from bggen.train.scenes.matter.palette import Colour, linear

Triple = tuple[float, float, float]
Socket = Any  # bpy has no stubs
Material = Any


class Shader:
    """One principled material under construction."""

    def __init__(self, name: str, colour: Colour = (128, 128, 128), rough: float = 0.5) -> None:
        self.material: Material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self._tree = self.material.node_tree
        self._body = self._tree.nodes["Principled BSDF"]
        self.set("Base Color", (*linear(colour), 1.0))
        self.set("Roughness", rough)

    def set(self, name: str, value: Any) -> None:
        """A constant for one input of the body."""
        self._body.inputs[name].default_value = value

    def feed(self, name: str, socket: Socket) -> None:
        """A texture for one input of the body."""
        self._tree.links.new(socket, self._body.inputs[name])

    def node(self, kind: str, **constants: float) -> Any:
        """A node with its inputs set; underscores in names stand for spaces."""
        made = self._tree.nodes.new(kind)
        for name, value in constants.items():
            made.inputs[name.replace("_", " ")].default_value = value
        return made

    def link(self, socket: Socket, target: Socket) -> None:
        """Join an output to an input."""
        self._tree.links.new(socket, target)

    def place(
        self,
        scale: float = 1.0,
        turn: float = 0.0,
        stretch: Triple = (1, 1, 1),
        kind: str = "Object",
        begin: float = 0.0,
    ) -> Socket:
        """Coordinates in scene units; `turn` in radians about z, `stretch` repeats more often per axis.

        `begin`: what x is at the origin, where products stand.
        """
        source, mapping = self.node("ShaderNodeTexCoord"), self.node("ShaderNodeMapping")
        self.link(source.outputs[kind], mapping.inputs["Vector"])
        mapping.inputs["Scale"].default_value = [scale * s for s in stretch]
        mapping.inputs["Rotation"].default_value[2] = turn
        mapping.inputs["Location"].default_value[0] = begin
        return mapping.outputs[0]

    def noise(
        self, at: Socket, scale: float, detail: float = 5, rough: float = 0.55, distort: float = 0.0
    ) -> Any:
        """Perlin noise; output 0 is its value (0..1), output "Color" three independent ones."""
        made = self.node(
            "ShaderNodeTexNoise", Scale=scale, Detail=detail, Roughness=rough, Distortion=distort
        )
        self.link(at, made.inputs["Vector"])
        return made

    def warped(self, at: Socket, scale: float, by: float, detail: float = 3) -> Socket:
        """Coordinates pushed about by noise, up to `by` / 2 units."""
        push = self.noise(at, scale, detail)
        return self.vector_sum(push.outputs["Color"], by, at)

    def vector_sum(self, a: Socket, by: float, b: Socket) -> Socket:
        """a * by + b, for vectors."""
        made = self._tree.nodes.new("ShaderNodeVectorMath")
        made.operation = "MULTIPLY_ADD"
        self.link(a, made.inputs[0])
        made.inputs[1].default_value = (by, by, by)
        self.link(b, made.inputs[2])
        return made.outputs[0]

    def sums(self, a: Socket, by: float, plus: Socket | float = 0.0) -> Socket:
        """a * by + plus."""
        return self.maths("MULTIPLY_ADD", a, by, plus)

    def maths(self, operation: str, *operands: Socket | float) -> Socket:
        """One of Blender's math operations."""
        made = self._tree.nodes.new("ShaderNodeMath")
        made.operation = operation
        for slot, value in zip(made.inputs, operands, strict=False):
            if isinstance(value, int | float):
                slot.default_value = value
            else:
                self.link(value, slot)
        return made.outputs[0]

    def ramp(self, value: Socket, stops: list[tuple[float, Colour]], steps: bool = False) -> Socket:
        """Colours by value (0..1), in rising order; `steps`: no blending between them."""
        made = self._tree.nodes.new("ShaderNodeValToRGB")
        self.link(value, made.inputs[0])
        made.color_ramp.interpolation = "CONSTANT" if steps else "LINEAR"
        elements = made.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (at, colour) in zip(elements, stops, strict=True):
            element.position, element.color = at, (*linear(colour), 1.0)
        return made.outputs[0]

    def times(self, a: Socket, b: Socket) -> Socket:
        """Two colours multiplied."""
        made = self._tree.nodes.new("ShaderNodeMix")
        made.data_type, made.blend_type = "RGBA", "MULTIPLY"
        made.inputs[0].default_value = 1.0
        self.link(a, made.inputs[6])
        self.link(b, made.inputs[7])
        return made.outputs[2]

    def blend(self, a: Socket, b: Socket, share: Socket) -> Socket:
        """Two colours, b's share in 0..1."""
        made = self._tree.nodes.new("ShaderNodeMix")
        made.data_type = "RGBA"
        self.link(share, made.inputs[0])
        self.link(a, made.inputs[6])
        self.link(b, made.inputs[7])
        return made.outputs[2]

    def parts(self, vector: Socket) -> tuple[Socket, Socket, Socket]:
        """A vector's x, y and z."""
        made = self._tree.nodes.new("ShaderNodeSeparateXYZ")
        self.link(vector, made.inputs[0])
        return tuple(made.outputs)

    def bump(self, height: Socket, strength: float = 0.3, distance: float = 0.02) -> None:
        """Relief, `distance` in scene units."""
        made = self.node("ShaderNodeBump", Strength=strength, Distance=distance)
        self.link(height, made.inputs["Height"])
        self.feed("Normal", made.outputs[0])


def worn(things: Iterable[Any]) -> set[Material]:
    """What the objects are made of."""
    return {slot.material for thing in things for slot in thing.material_slots if slot.material}


def has_alpha(material: Material) -> bool:
    """Whether it lets through by its alpha what lies behind."""
    nodes = material.node_tree.nodes
    return _departs(material, "Alpha", 1.0) or any(node.type == "BSDF_TRANSPARENT" for node in nodes)


def is_glass(material: Material) -> bool:
    """Whether it refracts what lies behind."""
    return _departs(material, "Transmission Weight", 0.0)


def _departs(material: Material, name: str, usual: float) -> bool:
    """Whether a principled body has a texture or another constant for an input."""
    bodies = [node for node in material.node_tree.nodes if node.type == "BSDF_PRINCIPLED"]
    sockets = [body.inputs[name] for body in bodies]
    return any(socket.is_linked or socket.default_value != usual for socket in sockets)

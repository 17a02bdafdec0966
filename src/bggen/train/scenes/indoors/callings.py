"""Rooms behind the table that people work or learn in: a gallery, a bakery, a classroom."""

from __future__ import annotations

import math
from collections.abc import Callable

import bpy
import cv2
import numpy as np
from numpy.typing import NDArray

from bggen.train.scenes.indoors.furnishings import FAR, lamp, pot_plant, shell
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter.emitters import glowing
from bggen.train.scenes.matter.materials import grainy, metal, solid, tiles, wood, woven
from bggen.train.scenes.matter.nodes import Material, Shader
from bggen.train.scenes.matter.palette import COLOURS, Colour, Rng, linear, scaled
from bggen.train.scenes.stage import sets

FLOOR = -0.42  # of a gallery, so high that its bench is seen over the table


def _gallery(rng: Rng) -> str:
    """White walls, large abstract pictures under spotlights, a bench before them."""
    sets.wall(grainy((236, 235, 232), 1.8, 0.02, 0.1, 0.95), FAR)
    corners = [(-9.0, 1.2, FLOOR), (9.0, 1.2, FLOOR), (9.0, FAR, FLOOR), (-9.0, FAR, FLOOR)]
    g.mesh("floor", corners, [(0, 1, 2, 3)], solid((176, 158, 134), 0.35))
    g.box("skirting", (18, 0.04, 0.1), solid((226, 225, 222), 0.6), 0, (0, FAR - 0.03, FLOOR))
    lamp(110)
    side, black = rng.choice([-1, 1]), solid((34, 34, 36), 0.5)
    for x, wide, tall, kind in (
        (-1.5, 1.45, 1.75, 0),
        (1.55, 1.75, 1.35, 1),
        (-3.3, 1.2, 1.5, 2),
        (3.4, 1.2, 1.6, 2),
    ):
        at = (side * x, FAR - 0.06, 1.16 - tall / 2)
        g.box("frame", (wide + 0.1, 0.08, tall + 0.1), black if kind else wood(rng, "oak wood", False), 0.01,
              (at[0], at[1], at[2] - 0.05))  # fmt: skip
        _hang(rng, kind, wide, tall, (at[0], FAR - 0.11, at[2]))
        sets.glow(330, (at[0], FAR - 1.5, 3.1), 0.7, 0.95)
        spot = g.lathe("spot", [(0.07, 0), (0.09, 0.26)], black, 24, at=(at[0], FAR - 1.5, 2.2))
        spot.rotation_euler[0] = 0.7
    g.box("track", (12, 0.06, 0.06), black, 0, (0, FAR - 1.5, 2.46))
    g.box(
        "bench",
        (1.9, 0.5, 0.12),
        wood(rng, "walnut wood", False),
        0.02,
        (-side * 0.25, FAR - 1.2, FLOOR + 0.34),
    )
    for x in (-0.75, 0.75):
        g.box("leg", (0.1, 0.44, 0.34), black, 0.01, (-side * 0.25 + x, FAR - 1.2, FLOOR))
    return "gallery with pictures on the walls"


def _hang(rng: Rng, kind: int, wide: float, tall: float, at: g.Point) -> None:
    """An abstract picture on the wall: fields of colour, rounds and bows, or broad strokes."""
    corners: list[g.Point] = [(-wide / 2, 0, 0), (wide / 2, 0, 0), (wide / 2, 0, tall), (-wide / 2, 0, tall)]
    flat = g.mesh("picture", corners, [(0, 1, 2, 3)], _print(_art(rng, kind)))
    flat.location = at


def _print(picture: NDArray[np.float32]) -> Material:
    """Paint on canvas; `picture` (h, w, 3) linear."""
    height, width = picture.shape[:2]
    image = bpy.data.images.new("print", width, height, float_buffer=True)
    image.colorspace_settings.name = "Linear Rec.709"
    whole = np.dstack([picture, np.ones((height, width), np.float32)])[::-1]
    image.pixels.foreach_set(np.ascontiguousarray(whole, np.float32).ravel())
    image.update()
    shader = Shader("print", rough=0.8)
    texture, mapping = shader.node("ShaderNodeTexImage"), shader.node("ShaderNodeMapping")
    texture.image, texture.extension = image, "EXTEND"
    mapping.inputs["Rotation"].default_value[0] = -math.pi / 2  # it hangs: its height is along z
    shader.link(shader.place(kind="Generated"), mapping.inputs["Vector"])
    shader.link(mapping.outputs[0], texture.inputs["Vector"])
    shader.feed("Base Color", texture.outputs["Color"])
    return shader.material


def _art(rng: Rng, kind: int) -> NDArray[np.float32]:
    """(h, w, 3) linear: a picture that no one painted."""
    inks = [
        linear(COLOURS[n])
        for n in ("terracotta", "navy blue", "mustard yellow", "teal", "burgundy", "blush pink")
    ]
    rng.shuffle(inks)
    light: NDArray[np.float32] = np.full((200, 200, 3), linear((236, 228, 212)), np.float32)
    if kind == 0:  # fields one over the other, their edges soft
        for k, (top, foot) in enumerate(((14, 76), (84, 128), (136, 186))):
            field = np.zeros((200, 200), np.float32)
            cv2.rectangle(field, (14, top), (186, foot), 1.0, -1)
            cover = cv2.GaussianBlur(field, (0, 0), 3)[..., None]
            light += np.asarray(cover * (np.array(inks[k], np.float32) - light), np.float32)
    elif kind == 1:
        for k, (x, y, r) in enumerate(((70, 110, 62), (132, 78, 44), (150, 150, 30), (38, 42, 22))):
            cv2.circle(light, (x, y), r, list(inks[k]), -1)
        cv2.ellipse(light, (100, 200), (96, 96), 0, 180, 360, list(inks[4]), 12)
        cv2.line(light, (10, 160), (190, 30), linear((30, 30, 34)), 4)
    else:
        for k in range(16):
            a, b = ((rng.randint(0, 200), rng.randint(0, 200)) for _ in range(2))
            cv2.line(light, a, b, list(inks[k % 4]), rng.randint(10, 30))
    return light


def _crust(colour: Colour) -> Material:
    """Baked dough, flour on some of it."""
    shader = Shader("crust", rough=0.7)
    tone = shader.noise(shader.place(), 5, 6, 0.62)
    stops = [(0.3, scaled(colour, 0.55)), (0.46, colour), (0.6, scaled(colour, 1.3)), (0.74, (232, 210, 176))]
    shader.feed("Base Color", shader.ramp(tone.outputs[0], stops))
    shader.bump(tone.outputs[0], 0.4, 0.03)
    return shader.material


def _bakery(rng: Rng) -> str:
    """Boards of loaves before pale tiles, baguettes in baskets, buns on the counter, warm lamps."""
    shell(tiles(rng, (228, 218, 200), (196, 184, 166), 0.26, 0.25), (150, 118, 86), watts=340)
    oak = wood(rng, "oak wood", False)
    crusts = [_crust(tint) for tint in ((190, 126, 68), (204, 146, 84), (150, 92, 50), (214, 166, 104))]
    pale, side = solid((236, 214, 176), 0.8), rng.choice([-1, 1])
    for row in range(4):
        z = -0.42 + 0.66 * row
        g.box("board", (9, 0.62, 0.07), oak, 0.01, (0, FAR - 0.36, z))
        g.box("edge", (9, 0.03, 0.12), oak, 0.01, (0, FAR - 0.68, z))
        x = -3.4
        while x < 3.4:
            x += _loaves(rng, crusts, pale, x, z + 0.07)
    for x in (-1.05, 1.05, -3.1, 3.1):
        g.box("upright", (0.09, 0.62, 3.2), oak, 0.01, (x, FAR - 0.36, -1.0))
    g.box("counter", (9, 0.8, 1.2), wood(rng, "walnut wood", False), 0.02, (0, FAR - 1.9, -1.62))
    wicker = woven(rng, (150, 104, 60), 16)
    for x in (-1.9, 1.8, 2.5):
        _basket(rng, wicker, crusts, (side * x, FAR - 1.9, -0.42))
    for k in range(-1, 2):
        at = (1.75 * k, FAR - 1.3, 1.92)
        g.lathe("shade", [(0.3, 0), (0.1, 0.26)], solid((44, 42, 40), 0.4), 40, at=at)
        g.lathe("cord", [(0.012, 0.2), (0.012, 3)], solid((44, 42, 40), 0.4), 8, at=at)
        g.ball("bulb", 0.09, glowing((1, 0.68, 0.36), 14), at)
    return "bakery with bread on shelves"


def _loaves(rng: Rng, crusts: list[Material], pale: Material, x: float, z: float) -> float:
    """Some of one kind side by side; returns how wide they are together."""
    kind, crust, count = rng.randint(0, 2), rng.choice(crusts), rng.randint(2, 3)
    wide, deep, tall = ((0.6, 0.5, 0.42), (0.4, 0.58, 0.32), (0.34, 0.32, 0.26))[kind]  # round, long, a bun
    for k in range(count):
        at = (x + (k + 0.5) * wide * 1.04, FAR - 0.4, z + 0.42 * tall)
        loaf = g.ball("loaf", 0.5, crust, at)
        loaf.scale, loaf.rotation_euler[2] = (
            (wide * rng.uniform(0.94, 1.05), deep, tall * rng.uniform(0.95, 1.2)),
            rng.uniform(-0.2, 0.2),
        )
        if kind < 2:
            for cut in (-0.22, 0.0, 0.22):
                mark = g.ball(
                    "cut",
                    0.5,
                    pale,
                    (
                        at[0] + (cut * wide if kind else 0),
                        at[1] - 0.12 + 0.5 * cut * (kind == 0),
                        at[2] + 0.44 * tall,
                    ),
                )
                mark.scale, mark.rotation_euler[2] = (0.055, 0.2, 0.05) if kind else (0.26, 0.05, 0.05), 0.5
    return count * wide * 1.04 + rng.uniform(0.05, 0.14)


def _basket(rng: Rng, wicker: Material, crusts: list[Material], at: g.Point) -> None:
    """Baguettes that stand in a basket."""
    g.lathe("basket", [(0.24, 0), (0.3, 0.42), (0.32, 0.44)], wicker, 40, at=at)
    for k in range(9):
        turn = 2 * math.pi * k / 9
        foot = (at[0] + 0.15 * math.cos(turn), at[1] + 0.15 * math.sin(turn), at[2] + 0.5)
        stick = g.ball("baguette", 0.5, rng.choice(crusts[:2]), foot)
        stick.scale = (0.13, 0.13, rng.uniform(0.95, 1.2))
        stick.rotation_euler = (-0.2 * math.sin(turn), 0.2 * math.cos(turn), 0)


def _classroom(rng: Rng) -> str:
    """A dark green board with smears of chalk in a wooden frame, a globe, books on a desk."""
    shell(grainy((224, 214, 192), 1.8, 0.03, 0.2, 0.95), (150, 118, 86), watts=260)
    oak, side = wood(rng, "oak wood", False), rng.choice([-1, 1])
    low, high, half = 0.02, 1.86, 2.0
    at = (-side * 0.25, FAR - 0.07, low)
    g.box("board", (2 * half, 0.05, high - low), _slate(rng), 0, at)
    for x in (-half, half):
        g.box("frame", (0.13, 0.12, high - low + 0.13), oak, 0.01, (at[0] + x, at[1] - 0.02, low - 0.06))
    for z in (low - 0.08, high):
        g.box("frame", (2 * half + 0.13, 0.12, 0.12), oak, 0.01, (at[0], at[1] - 0.02, z))
    g.box("tray", (2 * half, 0.22, 0.04), oak, 0.01, (at[0], at[1] - 0.12, low - 0.06))
    for k in range(6):
        chalk = solid([(242, 240, 234), (242, 240, 234), (240, 206, 110), (228, 150, 150)][k % 4], 0.9)
        g.box(
            "chalk",
            (0.14, 0.03, 0.03),
            chalk,
            0.005,
            (at[0] - 0.9 + 0.3 * k, at[1] - 0.16, low - 0.02),
            0.2 * k,
        )
    g.box(
        "wiper", (0.34, 0.12, 0.09), solid((70, 74, 92), 0.9), 0.02, (at[0] + 1.2, at[1] - 0.15, low - 0.02)
    )
    g.box("desk", (9, 1.0, 1.4), wood(rng, "light oak wood", False), 0.02, (0, FAR - 1.4, -1.76))
    _globe((side * 1.6, FAR - 1.3, -0.36))
    x = -side * 1.75
    z = -0.36
    for k in range(5):
        tint = rng.choice(
            [COLOURS["burgundy"], COLOURS["navy blue"], COLOURS["forest green"], COLOURS["mustard yellow"]]
        )
        g.box(
            "book",
            (0.72 - 0.04 * k, 0.5, 0.12),
            solid(tint, 0.6),
            0.01,
            (x, FAR - 1.4, z),
            rng.uniform(-0.2, 0.2),
        )
        z += 0.12
    red = g.ball("apple", 0.13, solid((176, 30, 26), 0.3), (x, FAR - 1.4, z + 0.11), 0.92)
    red.rotation_euler[0] = 0.1
    g.lathe(
        "mug", [(0.1, 0), (0.1, 0.26)], solid((62, 104, 120), 0.4), 32, at=(side * 0.85, FAR - 1.3, -0.36)
    )
    for k in range(6):
        paint = solid(rng.choice([(230, 178, 50), (196, 60, 46), (70, 130, 90)]), 0.5)
        foot = (side * 0.85 + 0.05 * math.cos(k), FAR - 1.3 + 0.05 * math.sin(k), -0.3)
        pencil = g.lathe("pencil", [(0.014, 0), (0.014, 0.42)], paint, 8, at=foot)
        pencil.rotation_euler = (0.14 * math.sin(k), 0.14 * math.cos(k), 0)
    pot_plant(rng, (side * 2.35, FAR - 0.8, -0.36), 0.9)
    return "classroom with a chalkboard"


def _slate(rng: Rng) -> Material:
    """A board that was wiped: pale clouds of chalk in broad strokes."""
    shader = Shader("slate", rough=0.85)
    smear = shader.noise(shader.warped(shader.place(1, 0, (0.7, 1, 1.5)), 0.8, 0.9), 1.7, 5, 0.6)
    stops: list[tuple[float, Colour]] = [
        (0.32, (30, 54, 45)),
        (0.5, (42, 68, 58)),
        (0.68, (92, 114, 104)),
        (0.85, (128, 146, 138)),
    ]
    shader.feed("Base Color", shader.ramp(smear.outputs[0], stops))
    return shader.material


def _globe(at: g.Point) -> None:
    """The earth on a stand: seas, land, a brass bow about it."""
    brass, heart = metal(COLOURS["gold"], 0.3), (at[0], at[1], at[2] + 0.62)
    g.lathe("foot", [(0.24, 0), (0.2, 0.06), (0.04, 0.1), (0.04, 0.24)], brass, 40, at=at)
    shader = Shader("earth", rough=0.35)
    land = shader.noise(shader.place(), 3.4, 4, 0.5)
    stops: list[tuple[float, Colour]] = [
        (0.0, (52, 112, 168)),
        (0.52, (150, 170, 96)),
        (0.6, (206, 178, 120)),
    ]
    shader.feed("Base Color", shader.ramp(land.outputs[0], stops, steps=True))
    g.ball("earth", 0.38, shader.material, heart)
    g.ring("bow", 0.43, 0.018, brass, heart, (math.pi / 2, 0.4, 0))


ROOMS: dict[str, Callable[[Rng], str]] = {
    "gallery": _gallery, "bakery": _bakery, "classroom": _classroom,
}  # fmt: skip

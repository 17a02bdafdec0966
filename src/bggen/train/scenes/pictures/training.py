"""Training scenes: a product on a set, and the same set without it, both from a seed.

NNNNNN.webp is the finished packshot with the product's coverage as alpha, NNNNNNp.webp the plate, and a row
of JSON says in words what is to be seen. Frame i follows from i and the folders given.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import bpy
from mathutils import Vector
from PIL import Image

from bggen.train.scenes.dressing import props
from bggen.train.scenes.dressing.corner import Corner
from bggen.train.scenes.matter import geometry as g
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.emitters import glowing
from bggen.train.scenes.matter.nodes import is_glass, worn
from bggen.train.scenes.matter.palette import COLOURS, Rng, linear
from bggen.train.scenes.matter.surfaces import Stuff, any_surface
from bggen.train.scenes.pictures.until import before
from bggen.train.scenes.products import kinds
from bggen.train.scenes.products.gltf import Unreadable
from bggen.train.scenes.products.stock import Stock
from bggen.train.scenes.stage import drapery, sets
from bggen.train.scenes.studio import lighting
from bggen.train.scenes.studio.blender import Quality, Studio
from bggen.train.scenes.studio.frame import Frame

VIEWS = {
    "eye": ("eye level view", 0.5, 8.0),
    "raised": ("slightly raised view", 10.0, 28.0),
    "high": ("high angle view", 32.0, 55.0),
    "top": ("top-down flat lay", 82.0, 89.5),
}
#: in what part of the frames by view the product is one that lies flat
LYING = {"top": 0.6, "high": 0.3}


def build(studio: Studio, seed: int, stock: Stock | None = None) -> Frame:
    """Put up frame `seed`, with a product of the stock where there is one."""
    rng = Rng(f"packshots-v2:{seed}")
    studio.clear()
    view = rng.weighted(eye=42, raised=40, high=10, top=8)
    words, lowest, highest = VIEWS[view]
    elevation = rng.uniform(lowest, highest)
    frame = _product(studio, rng, {"id": seed, "view": words}, view, stock)
    _place(frame)
    env = rng.word(studio.environments)
    if frame.style == "env":
        env = _outdoors(frame)
    elif rng.chance(0.6):
        env = rng.choice([k for k, (_, w) in sorted(studio.environments.items()) if "photo studio" in w])
    lighting.light(frame, env)
    frame.info["props"] = []
    if rng.chance(0.3 if frame.info.get("podium") else 0.45):
        half = frame.radius + 1.0
        back = min(frame.depth, 1.6 + frame.radius)
        hang = (1.5, 3.0) if frame.style == "env" else (frame.depth - 0.2, frame.depth - 0.04)
        corner = Corner(rng, frame.radius + 0.05, half, back, view == "top", hang)
        frame.info["props"] = props.add(props.any_kind(rng), corner)
    lighting.camera(frame, elevation)
    return frame


def _product(studio: Studio, rng: Rng, info: dict[str, Any], view: str, stock: Stock | None) -> Frame:
    """A product, on a podium now and then."""
    made = kinds.draw(rng, stock, LYING.get(view, 0.0))
    info["product"] = made.kind
    if view == "top" and rng.chance(0.6) and not made.flat:
        made.pivot.rotation_euler[0], made.pivot.location[2] = -math.pi / 2, 0.2
    low, high = _bounds(made.parts)
    lift = 0.0
    if view != "top" and rng.chance(0.22):
        lift, stuff = rng.uniform(0.08, 0.35), _surface(studio, rng)
        radius = max(abs(v) for p in (low, high) for v in (p.x, p.y)) * rng.uniform(1.15, 1.8)
        shape = rng.weighted(round=46, square=35, stepped=19)
        sets.podium(stuff.material, shape, radius, lift)
        info["podium"] = f"a {shape} {stuff.words} podium"
    made.pivot.location[2] += lift - low.z
    low, high = _bounds(made.parts)
    return Frame(rng, studio, info, view, made.parts, low, high)


def _bounds(parts: Iterable[Any]) -> tuple[Any, Any]:
    bpy.context.view_layer.update()
    points = [part.matrix_world @ Vector(c) for part in parts for c in part.bound_box]
    return (
        Vector([min(p[i] for p in points) for i in range(3)]),
        Vector([max(p[i] for p in points) for i in range(3)]),
    )


def _surface(studio: Studio, rng: Rng, wall: bool = False) -> Stuff:
    """A photographed texture now and then, else one of ours."""
    if studio.textures and rng.chance(0.25):
        words = rng.word(studio.textures)
        return Stuff(m.pictured(rng, studio.textures[words], rng.uniform(0.4, 1.0)), words)
    return any_surface(rng, wall)


def _place(frame: Frame) -> None:
    """Floor and backdrop."""
    rng, info = frame.rng, frame.info
    frame.style = "table" if frame.view == "top" else rng.weighted(sweep=26, wall=38, env=36)
    frame.depth = rng.uniform(0.9, 2.2) + frame.radius
    info["backdrop"] = None
    stuff = _surface(frame.studio, rng)
    if frame.style == "sweep":
        name = stuff.words
        if rng.chance(0.8):
            name = rng.word(COLOURS)
            stuff = Stuff(m.solid(rng.jitter(COLOURS[name], 0.03), rng.uniform(0.5, 0.9)), name)
        sets.sweep(stuff.material, frame.depth)
        info["surface"] = f"seamless {name} studio backdrop"
        return
    table = frame.style == "env" and rng.chance(0.75)
    sets.floor(stuff.material, rng.uniform(0.5, 1.4) + frame.radius if table else 14)
    info["surface"] = stuff.words
    if frame.style == "wall":
        _backdrop(frame)
    if frame.style != "env" and rng.chance(0.1):
        name, cloth = rng.word(COLOURS), rng.choice(["satin", "silk", "linen"])
        colour = rng.jitter(COLOURS[name], 0.05)
        made = m.woven(rng, colour, 100) if cloth == "linen" else m.solid(colour, 0.28, coat=0.1, sheen=0.4)
        drapery.drape(
            made, rng, frame.radius * 1.1 + 0.1, frame.depth - 0.05 if frame.style == "wall" else 2.2
        )
        info["surface"] = f"draped {name} {cloth}"


def _backdrop(frame: Frame) -> None:
    """A wall or curtain, with an arch, disc, stairs, leaves or glow before it now and then."""
    rng, depth, scale = frame.rng, frame.depth, max(1.0, frame.extent)
    extra = rng.weighted(none=48, arch=14, disc=8, steps=8, leaves=8, glow=14)
    name = rng.word(COLOURS)
    if extra == "leaves":
        sets.leafy_wall(rng, depth)
        frame.info["backdrop"] = "a wall with hanging green leaves"
        return
    if rng.chance(0.2):
        said = sets.curtain(rng, rng.word(COLOURS), depth)
    else:
        stuff = _surface(frame.studio, rng, wall=True)
        sets.wall(stuff.material, depth)
        said = f"{stuff.words} wall".replace("wall wall", "wall")
    plain, x = m.solid(rng.jitter(COLOURS[name], 0.04), 0.8), rng.choice([0, rng.uniform(-0.5, 0.5)])
    radius = rng.uniform(0.5, 0.9) * scale
    if extra == "arch":
        sets.arch(plain, depth, radius, rng.uniform(0.4, 1.1) * scale, x)
        said += f" with a {name} arch"
    elif extra == "disc":
        sets.disc(plain, depth, radius, rng.uniform(0.6, 1.1) * scale, x)
        said += f" with a large {name} disc"
    elif extra == "steps":
        side = rng.choice([-1, 1]) * (frame.radius + rng.uniform(0.5, 0.8))
        sets.steps(plain, depth, side, rng.randint(2, 4))
        said += f" with {name} steps"
    elif extra == "glow":
        tilt = math.radians(rng.uniform(70, 95))
        sets.glow(rng.uniform(40, 140), (x, depth - 0.9, 0.15), tilt, rng.uniform(0.7, 1.3))
        said += " with a soft glow behind"
    frame.info["backdrop"] = f"a {said}"


def _outdoors(frame: Frame) -> str:
    """An environment seen out of focus, with lamps in it now and then -> its name."""
    rng, known = frame.rng, frame.studio.environments
    name = rng.choice([k for k, (_, words) in sorted(known.items()) if "photo studio" not in words])
    frame.info["backdrop"] = f"{known[name][1]}, out of focus"
    if rng.chance(0.15):
        frame.info["backdrop"] += " with bokeh lights"
        hues = rng.choice([["gold"], ["hot pink", "royal blue"], ["gold", "red", "mint green"]])
        lamps = [glowing(linear(COLOURS[hue]), rng.uniform(8, 25)) for hue in hues]
        for k in range(rng.randint(20, 50)):
            at = (rng.uniform(-4, 4), rng.uniform(3, 7), rng.uniform(0.1, 3))
            g.ball("light", rng.uniform(0.02, 0.05), lamps[k % len(lamps)], at)
    return name


def shoot(
    studio: Studio, seed: int, size: int, samples: int, stock: Stock | None = None
) -> tuple[dict[str, Any], Image.Image, Image.Image]:
    """-> what is in it, the finished picture (RGBA), the plate (RGB)."""
    frame = build(studio, seed, stock)
    glass = any(is_glass(stuff) for stuff in worn(frame.parts))  # light passes two walls, out and in
    square, quality = (size, size), Quality(samples, 12 if glass else 3, careful=False)
    _correct(frame, square)
    finished = studio.picture(square, quality)
    for part in frame.parts:
        part.hide_render = True
    plate = studio.picture(square, quality)
    finished.putalpha(studio.silhouette(frame.parts, square))
    return frame.info, finished, plate


def _correct(frame: Frame, size: tuple[int, int]) -> None:
    """Rescue frames that came out too dark, or with much of them burnt out."""
    mean, high = frame.studio.meter(size)
    settings = frame.studio.scene.view_settings
    dark = 0.16 if frame.info["mood"] in ("moody", "neon") else 0.24
    if mean < dark:
        settings.exposure += min(2.5, 1.1 * math.log2(dark * 1.3 / max(mean, 0.01)))
    elif high > 0.97:
        settings.exposure -= 0.5 if mean < 0.7 else 0.9


def render(
    studio: Studio,
    out: Path,
    seeds: Iterable[int],
    size: int,
    samples: int,
    part: int,
    stop_at: float,
    stock: Stock | None = None,
) -> None:
    """Render frames that are not there yet; rows go to scenes-PART.jsonl. `stop_at`: Unix time, 0: never.

    A frame whose product cannot be imported is left out, with a line on stderr.
    """
    out.mkdir(parents=True, exist_ok=True)
    for seed in before(stop_at, seeds, lambda seed: (out / f"{seed:06d}.webp").exists()):
        path = out / f"{seed:06d}.webp"
        began = time.time()
        try:
            info, finished, plate = shoot(studio, seed, size, samples, stock)
        except Unreadable as error:
            print(f"frame {seed} is left out: {error}", file=sys.stderr, flush=True)
            continue
        counts = finished.getchannel("A").histogram()
        coverage = sum(v * n for v, n in enumerate(counts)) / 255 / (size * size)
        if not 0.02 < coverage < 0.7:
            continue
        plate.save(out / f"{seed:06d}p.webp", "WEBP", quality=90, method=4)
        half = path.with_suffix(".tmp")
        finished.save(half, "WEBP", quality=90, method=4, exact=True)
        half.replace(path)
        info |= {"coverage": round(coverage, 4), "plate": True, "seconds": round(time.time() - began, 2)}
        with (out / f"scenes-{part}.jsonl").open("a", encoding="utf-8") as rows:
            rows.write(json.dumps(info) + "\n")
        print(seed, info["seconds"], flush=True)

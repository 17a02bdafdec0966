"""Props alone, cut out and without a shadow: what the studio model stands beside a product.

ID.png is the picture with its coverage as alpha; ID.json says where in it the ground point under the prop is.
All are lit as the bank's sets are in soft light from the left, but exposed darker, where the view transform
leaves colours their strength: the export makes them as light as those. How tall they are at each place is
surveyed apart, see `bodies`.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import bpy
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bggen.train.scenes.catalogue.beside import ABOVE, DRAWS, RAISED, Beside
from bggen.train.scenes.catalogue.spec import SOFTBOX, Spec
from bggen.train.scenes.dressing import props
from bggen.train.scenes.dressing.corner import FAR, Alone, Corner, Patch
from bggen.train.scenes.matter import materials as m
from bggen.train.scenes.matter.palette import NEUTRALS, Rng
from bggen.train.scenes.pictures import bodies
from bggen.train.scenes.pictures.plates import expose
from bggen.train.scenes.pictures.until import before
from bggen.train.scenes.stage import sets
from bggen.train.scenes.studio.assembly import AMBIENT
from bggen.train.scenes.studio.blender import Quality, Studio

Floats = NDArray[np.float64]
AWAY = 3.6  # units: the camera's distance, as in most sets
DEPTH = 1.8  # units to the wall
TOWARD = (182.0, 44.0)  # azimuth and height of the light
AROUND = ("floor", "wall")
REACH = 0.55  # units: no group has anything farther from its middle
DIM = 0.08  # units: what is no higher has hardly a shadow
MARGIN = 4  # pixels
CLEAR = 5  # times as many samples of glass
STOPS = -1.0  # of exposure, from that of a set


def put_up(studio: Studio, of: Beside, number: int, elevation: int) -> list[str]:
    """One number of a kind on a floor that nobody sees -> words."""
    studio.clear()
    _light()
    studio.look("AgX", "AgX - Punchy")
    return put(of, number, elevation == ABOVE)


def put(of: Beside, number: int, flat_lay: bool) -> list[str]:
    """One number of a kind at the middle of whatever is there -> words."""
    corner: Corner
    if of.reach:
        corner = Patch(Rng(f"beside:{of.kind}:{number}"), of.reach, of.apart, flat_lay)
    else:
        corner = Alone(Rng(f"beside:{of.kind}:{number // DRAWS}"), number % DRAWS, flat_lay)
    words = props.add(of.kind, corner)
    return list(of.words) or words


def _light() -> None:
    """As `assembly` has it, with a floor and a wall as light as most; they hide only what is sunk in them."""
    paint = m.solid(NEUTRALS["light grey"], 0.8)
    sets.floor(paint, 14)
    sets.wall(paint, DEPTH)
    for name in AROUND:
        bpy.data.objects[name].is_holdout = True
    sets.world(AMBIENT["soft"], tint=(1, 0.985, 0.965))
    centre, (away, side) = sets.point(0, 0, 0.4), SOFTBOX
    sets.softbox(centre + sets.direction(*TOWARD) * away, centre, away * away * 40, side, (1, 0.97, 0.93))


def metered(studio: Studio) -> float:
    """The exposure of a set in this light, with nothing in it, seen as `assembly` does."""
    studio.clear()
    _light()
    for name in AROUND:
        bpy.data.objects[name].is_holdout = False
    studio.camera((0, 0, 0), 65, AWAY, RAISED, (0, 0.22))
    studio.look("AgX", "AgX - Punchy")
    expose(studio, Spec("light grey"), (640, 640))
    return float(studio.scene.view_settings.exposure) + STOPS


def outline(camera: Any) -> Floats:
    """(n, 3): where all points near the middle are: right and up for the camera, and above the ground.

    In units as large as at the middle.
    """
    points = np.concatenate(list(_near().values()))
    back = np.array(camera.matrix_world.inverted())
    right, up, depth = (points @ back[:3, :3].T + back[:3, 3]).T
    return np.stack([right / -depth * AWAY, up / -depth * AWAY, points[:, 2]], 1)


def _near() -> dict[Any, Floats]:
    """Meshes about the middle with their points (n, 3) there; what a kind has floating about is hidden."""
    evaluated, near = bpy.context.evaluated_depsgraph_get(), dict[Any, Floats]()
    for thing in bpy.context.scene.objects:
        if thing.type == "MESH" and thing.name not in AROUND:
            points = _points(thing.evaluated_get(evaluated))
            points = points[np.hypot(points[:, 0], points[:, 1]) < FAR / 2]  # one thing may be of many groups
            if len(points) and np.hypot(*(points.min(0) + points.max(0))[:2]) / 2 < REACH:
                near[thing] = points
            else:
                thing.hide_render = True
    return near


def _points(thing: Any) -> Floats:
    """(n, 3) of an evaluated mesh, where they are in the scene."""
    flat = np.empty(len(thing.data.vertices) * 3)
    thing.data.vertices.foreach_get("co", flat)
    matrix = np.array(thing.matrix_world)
    return np.asarray(flat.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3])


def shoot(
    studio: Studio, of: Beside, number: int, elevation: int, exposure: float, unit: int, samples: int
) -> tuple[dict[str, Any], Image.Image]:
    """One prop -> its row without names, and its picture (RGBA).

    Args:
        unit: pixels of a scene unit at the middle.
    """
    words = put_up(studio, of, number, elevation)
    studio.scene.cycles.film_transparent_glass = True
    camera = studio.camera((0, 0, 0), 65, AWAY, elevation)
    bpy.context.view_layer.update()
    seen = outline(camera)
    size = _aim(camera, seen, unit, MARGIN)
    studio.scene.view_settings.exposure = exposure
    # coverage is not denoised: where it is a share of the rays, that takes many
    studio.scene.cycles.use_adaptive_sampling = not of.clear
    picture = studio.picture(size, Quality(samples * (CLEAR if of.clear else 1), 8), clear=True)
    studio.scene.cycles.use_adaptive_sampling = True
    row = {"words": words, "elevation": elevation, "foot": _foot(studio, size), "unit": float(unit)}
    row["flat"] = bool(seen[:, 2].max() < DIM)
    return row, picture


def _aim(camera: Any, seen: Floats, unit: int, margin: float) -> tuple[int, int]:
    """Look at all points with a margin in pixels -> width and height of the picture."""
    low, high = seen.min(0) * unit - margin, seen.max(0) * unit + margin
    wide, tall = math.ceil(high[0] - low[0]), math.ceil(high[1] - low[1])
    camera.data.sensor_fit, camera.data.lens = "HORIZONTAL", 36 * AWAY * unit / wide
    camera.data.shift_x = (low[0] + wide / 2) / wide
    camera.data.shift_y = (low[1] + tall / 2) / wide
    return wide, tall


def _foot(studio: Studio, size: tuple[int, int]) -> list[float]:
    across, down = studio.where((0, 0, 0))
    return [round(across * size[0], 1), round(down * size[1], 1)]


def render(
    studio: Studio, out: Path, every: Iterable[Beside], unit: int, samples: int, stop_at: float
) -> None:
    """Render what is not there yet; a row's own file is written last. `stop_at`: Unix time, 0 for never."""
    out.mkdir(parents=True, exist_ok=True)
    tasks = dict[str, tuple[Beside, int, int]]()
    for of in every:
        if of.kind in props.MAKERS:
            tasks |= {name: (of, *where) for name, where in of.ids.items()}
        else:
            print(f"{of.kind}: no such props yet, left out", flush=True)
    exposure = metered(studio)
    for name in before(stop_at, tasks, lambda name: (out / f"{name}.json").exists()):
        began, (of, number, elevation) = time.time(), tasks[name]
        row, picture = shoot(studio, of, number, elevation, exposure, unit, samples)
        picture.save(out / f"{name}.png")
        half = out / f"{name}.json.tmp"
        half.write_text(json.dumps({"id": name, "kind": of.name, "group": number} | row), "utf-8")
        half.replace(half.with_suffix(""))
        print(name, round(time.time() - began, 1), picture.size, row["words"], flush=True)


def survey(studio: Studio, out: Path, every: Iterable[Beside], stop_at: float) -> None:
    """How tall they are at each place, of all whose body is not there yet. `stop_at`: as in `render`."""
    out.mkdir(parents=True, exist_ok=True)
    tasks = {name: (of, *where) for of in every for name, where in of.bodies.items()}
    for name in before(stop_at, tasks, lambda name: (out / f"{name}.json").exists()):
        of, number, elevation = tasks[name]
        put_up(studio, of, number, elevation)
        bpy.context.view_layer.update()
        bodies.keep(out, name, *bodies.body(_near()))
        print(name, flush=True)

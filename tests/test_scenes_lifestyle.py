"""Rooms, lights, silk and the things of the seasons stand where a set needs them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

bpy = pytest.importorskip("bpy", reason="bpy is not installed (extra scenes)")

from bggen.train.scenes.afield import carpets, places, terrain  # noqa: E402  # only where bpy is there
from bggen.train.scenes.catalogue import Spec, specs  # noqa: E402  # only where bpy is there
from bggen.train.scenes.dressing import feasts, props  # noqa: E402  # only where bpy is there
from bggen.train.scenes.dressing.corner import Corner  # noqa: E402  # only where bpy is there
from bggen.train.scenes.indoors import rooms  # noqa: E402  # only where bpy is there
from bggen.train.scenes.matter.palette import Rng  # noqa: E402  # only where bpy is there
from bggen.train.scenes.outdoors.landscapes import LANDSCAPES  # noqa: E402  # only where bpy is there
from bggen.train.scenes.pictures import plates  # noqa: E402  # only where bpy is there
from bggen.train.scenes.stage import laid, masses, natural, sets  # noqa: E402  # only where bpy is there
from bggen.train.scenes.studio import assembly  # noqa: E402  # only where bpy is there
from bggen.train.scenes.studio.blender import Quality, Studio  # noqa: E402  # only where bpy is there

CLEAR = 0.56  # of the middle, as the bank's sets keep it


@pytest.fixture(scope="module")
def studio() -> Studio:
    return Studio()


def corners(things: Iterator[Any]) -> np.ndarray:
    """(n, 3) of the corners of all that is given, in the world."""
    bpy.context.view_layer.update()
    return np.array([(thing.matrix_world @ v.co)[:] for thing in things for v in thing.data.vertices])


@pytest.mark.parametrize("name", sorted(rooms.ROOMS))
def test_a_room_leaves_the_table_free(studio: Studio, name: str) -> None:
    studio.clear()
    assert rooms.build(Rng(name), name)
    points = corners(thing for thing in bpy.context.scene.objects if thing.type == "MESH")
    assert points[:, 1].min() > assembly.TABLE  # nothing of it reaches over the table's end
    assert points[:, 1].max() > 4  # and its wall is far enough to be out of focus


@pytest.mark.parametrize("name", sorted(natural.SHAPES))
@pytest.mark.parametrize("seed", range(3))
def test_what_nobody_made_is_flat_where_the_product_stands(studio: Studio, name: str, seed: int) -> None:
    studio.clear()
    radius, height = assembly.PODIUM
    natural.SHAPES[name](Rng(seed), None, radius, height)
    (thing,) = bpy.context.scene.objects
    points = corners(iter([thing]))
    away = np.hypot(points[:, 0], points[:, 1])
    top = points[points[:, 2] > 0.5 * height]
    assert points[:, 2].max() < 1.06 * height and points[:, 2].min() < 0  # it goes into the ground
    on_it = points[(away < 0.9 * radius) & (points[:, 2] > 0)]
    assert len(on_it) > 100 and np.abs(on_it[:, 2] - height).max() < 0.06 * height
    turns = np.arctan2(top[:, 1], top[:, 0]).round(1)
    reach = [away[points[:, 2] > 0.5 * height][turns == turn].max() for turn in np.unique(turns)]
    assert min(reach) > 0.97 * radius and np.ptp(reach) > 0.01  # no foot hangs over, and no lathe made it


@pytest.mark.parametrize(
    "kind", sorted(kind for kind, lay in laid.SHAPES.items() if lay.__module__ == laid.__name__)
)
def test_what_is_laid_of_pieces_has_its_top_where_products_stand(
    studio: Studio, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laid, "ACROSS", 0.9)
    monkeypatch.setattr(laid, "NEAR", 0.8)
    studio.clear()
    laid.SHAPES[kind](Rng("laid"), [None] * 5, 0.8)
    points = corners(iter(bpy.context.scene.objects))
    assert -0.01 < points[:, 2].max() < 0.02
    assert points[:, 2].min() > -2 * laid.PEBBLES[1]
    about = points[np.hypot(points[:, 0], points[:, 1]) < 0.5]
    cells = {(int(x // 0.1), int(y // 0.1)) for x, y, z in about.tolist() if z > -laid.DEEP}
    assert len(cells) > 60  # of the 78 that the round has: no hole under a product


@pytest.mark.parametrize("kind", sorted(carpets.SHAPES))
def test_ground_of_a_wild_place_is_level_under_the_product_and_ends_in_a_row(
    studio: Studio, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carpets, "MOULDS", 2)
    monkeypatch.setattr(carpets, "LEAVES", 40)
    monkeypatch.setattr(masses, "NEAR", 0.3)
    monkeypatch.setattr(terrain, "noise", lambda *_: lambda x, y: np.sin(9 * x + 5 * y))
    made = list[np.ndarray]()
    monkeypatch.setattr(masses, "mass", lambda _, points, *__: made.append(points))
    carpets.SHAPES[kind](Rng("wild"), [None] * 4, 0.8)
    points = np.concatenate(made)
    away = np.hypot(points[:, 0], points[:, 1])
    under = points[(away < 0.25) & (points[:, 2] > -carpets.HEAPED)]
    assert len(under) > 50 and np.median(under[:, 2]) > -0.1 and np.quantile(under[:, 2], 0.99) < 0.03
    stones = points[(np.abs(points[:, 0]) < 0.3) & (points[:, 1] < 0)]
    assert stones[:, 2].max() < 0.07  # nothing stands between the product and the camera
    end = points[(points[:, 1] > 0.75) & (points[:, 1] < 0.85)]
    assert end[:, 2].max() < 0.1


def test_a_rock_is_the_ground_that_a_prompt_asks_for(studio: Studio) -> None:
    it = assembly.build(studio, 3, Spec("sand", "paint:white", podium="rock", podium_of="grey rock"))
    assert it.row["surface"] == "a grey rock on beach sand" and it.row["podium"] is None
    assert assembly.standing_room(studio, it) and [region for region, _ in it.paints] == ["backdrop"]


@pytest.mark.parametrize("elevation", [6, 12])
def test_a_landscape_has_its_horizon_where_a_level_look_meets_it(studio: Studio, elevation: int) -> None:
    spec = Spec("oak wood", "view:sea", elevation=elevation)
    it = assembly.build(studio, 3, spec)
    wall = next(thing for thing in bpy.context.scene.objects if thing.name == "wall")
    points = corners(iter([wall]))
    level = points[:, 2].max() - sets.SKY * float(np.ptp(points[:, 2]))
    eye = bpy.context.scene.camera.location
    assert abs(level - eye.z) < 0.12 * eye.length  # cameras are not all as far away
    assert points[:, 2].min() < 0 and points[:, 1].min() > 5  # and nothing is seen below it
    assert it.row["backdrop"] == "a beach by the sea, out of focus"


def test_landscapes_are_as_bright_in_any_exposure(studio: Studio) -> None:
    levels = []
    for mood in ("bright", "sunset"):
        spec = Spec("white marble", "view:clouds", mood=mood, elevation=8)
        assembly.build(studio, 1, spec)
        plates.expose(studio, spec, (96, 96))
        seen = np.asarray(studio.picture((96, 96), Quality(8)).convert("L"), np.float32)
        levels.append(float(np.quantile(seen[:40], 0.9)))
    assert abs(levels[0] - levels[1]) < 8 and min(levels) > 190


def test_a_painted_landscape_is_known_as_a_picture_of_its_scene(studio: Studio) -> None:
    """Cycles keeps pictures by their address, at which the next set's may lie: `clear` has it forget them."""
    assembly.build(studio, 1, Spec("white marble", "paint:white"))
    assert not studio.shows_pictures()
    assembly.build(studio, 1, Spec("white marble", "view:neon", elevation=8))
    assert studio.shows_pictures()
    studio.clear()
    assert not studio.shows_pictures()


@pytest.mark.parametrize("kind", sorted({*feasts.MAKERS, "coffee", "towels"}))
def test_props_of_the_seasons_stay_beside_the_product(studio: Studio, kind: str) -> None:
    studio.clear()
    assert props.add(kind, Corner(Rng(kind), CLEAR, 0.92, 1.2))
    solid = [o for o in bpy.context.scene.objects if o.type == "MESH" and "light" not in o.name]
    points = corners(iter(solid))
    assert len(points)
    assert points[:, 2].min() > -0.08  # nothing sinks into the table
    middle = (np.abs(points[:, 0]) < 0.25) & (points[:, 1] < 0.3)
    assert not middle.any()  # nor stands where the product does


@pytest.mark.parametrize("top", [False, True])
def test_silk_is_flat_where_the_product_stands_and_folded_beside(studio: Studio, top: bool) -> None:
    it = assembly.build(studio, 7, Spec("silk:off-white", top=top))
    cloth = corners(thing for thing in bpy.context.scene.objects if thing.name == "cloth")
    far = np.hypot(cloth[:, 0], cloth[:, 1])
    assert cloth[far < 0.2, 2].max() < 0.02
    assert cloth[(far > 0.8) & (far < 2), 2].max() > 0.05
    assert next(region for region, _ in it.paints) == "surface"  # any colour can be given to it
    assert (cloth[:, 2].max() > 3) != top  # from the front it hangs down from behind


def test_a_table_before_a_room_ends_there() -> None:
    far = [spec for spec in specs() if spec.far]
    named = {str(spec.wall).partition(":")[::2] for spec in far if spec.wall}
    known = {"room": rooms.ROOMS, "view": LANDSCAPES, "open": places.WORDS}
    assert named == {(kind, name) for kind, names in known.items() for name in names}


def test_ground_out_of_doors_goes_on_beyond_the_picture(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "build", lambda _, name: places.WORDS[name])  # what it is built of takes long
    open_air = {number: spec for number, spec in enumerate(specs()) if spec.open_air}
    for number, spec in open_air.items():
        it = assembly.build(studio, number, spec)
        assert it.row["horizon"] is None and it.row["backdrop"].endswith(", out of focus")
        studio.scene.render.resolution_x = studio.scene.render.resolution_y = 1024
        ends = [studio.where((float(terrain.half(np.array(y))), y, 0)) for y in (terrain.NEAR, 1.0, 4.0)]
        assert min(x for x, _ in ends) > 1 and ends[0][1] > 1
        assert studio.where((0, terrain.FAR, 0))[1] < 0

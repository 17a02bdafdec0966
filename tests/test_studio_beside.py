"""Things stood beside the product: which, where, in what light; and that all of their pictures are sound."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest

from bggen.engine import job_key, job_parts
from bggen.families.flat import FlatPainter
from bggen.families.studio.beside import dress, layout, paint
from bggen.families.studio.beside.room import Room
from bggen.families.studio.light.casts import LYING
from bggen.families.studio.painter import stage
from bggen.families.studio.sets import bank, choice, dyes, props, staging
from bggen.families.studio.settling import settled
from bggen.families.studio.words.prompts import parse
from bggen.options import Options
from bggen.spec import Job, Rgb, Scene

SIDE = 512
TABLE = json.loads((props.FOLDER / "beside.json").read_text("utf-8"))


def crate(prompt: str, box: tuple[int, int, int, int] = (200, 140, 310, 430), **options: str | int) -> Scene:
    left, top, right, bottom = box
    alpha = np.zeros((SIDE, SIDE), np.uint8)
    alpha[top:bottom, left:right] = 255
    rgb = np.full((SIDE, SIDE, 3), 120, np.uint8)
    asked = Options.model_validate({"prompt": prompt, **options})
    return Scene(rgb, alpha, None, box, (0, 0), 1.0, asked, 1)


def plate(words: str) -> bank.Plate:
    return choice.choose(bank.load(), parse(words), 0.4, 1).plate


@pytest.mark.parametrize("row", TABLE, ids=lambda row: str(row["id"]))
def test_a_picture_is_sound(row: dict[str, object]) -> None:
    prop = next(p for every in props._all().values() for p in every if p.file == row["file"])
    pixels = prop.pixels(False)
    height, width = pixels.shape[:2]
    assert prop.size == (width, height)
    assert pixels[..., 3].max() > 250
    edge = np.concatenate([pixels[0, :, 3], pixels[-1, :, 3], pixels[:, 0, 3], pixels[:, -1, 3]])
    assert edge.max() < 32, "cut off"
    assert -0.5 * width < prop.foot[0] < 1.5 * width
    assert 0 < prop.foot[1] < 1.2 * height
    body = prop.heights.body(False)
    deep, wide = body.top.shape
    assert ((body.top >= body.bottom) | (body.bottom == np.inf)).all()
    assert abs(wide / body.cells - width / prop.unit) < 0.12 + 0.1 * width / prop.unit, "as wide as it looks"
    assert -0.5 * wide < body.foot[0] < 1.5 * wide
    assert -0.5 * deep < body.foot[1] < 1.5 * deep


@pytest.mark.parametrize(
    ("title", "smaller"),
    [("Grey hoodie", True), ("Sommerkleid", True), ("T-shirt mug", False), ("gold earrings", False)],
)
def test_a_cup_is_small_beside_a_garment(title: str, smaller: bool) -> None:
    its = crate("flat lay on oak with coffee")
    beside, usual = (Room(plate("flat lay on oak"), replace(its, title=said)).unit for said in (title, ""))
    assert (beside < 0.6 * usual) == smaller and (beside == usual) != smaller
    keys = {
        job_key(job_parts(Job("a.jpg", its.options, title=said), "d", "f", FlatPainter().info))
        for said in (title, "Blue jacket", "Blue pullover")
    }
    assert len(keys) == (1 if smaller else 2), "what a title decides is in the key"


def test_every_file_has_its_row() -> None:
    named = {name for row in TABLE for name in (row["file"], row["body"]["file"])}
    assert {path.name for path in props.FOLDER.iterdir()} == named | {"beside.json"}


def test_every_kind_is_what_some_word_asks_for() -> None:
    mute = {row["kind"] for row in TABLE if not parse(row["words"][0]).of_kind("prop")}
    assert not mute


def test_what_is_named_is_taken_of_several_kinds() -> None:
    both = props.of("christmas", "christmas baubles", 10)
    assert both
    assert both[0].kind == "baubles"
    assert {prop.elevation for prop in props.of("lemons", "lemons", 10)} == {10}
    assert {prop.elevation for prop in props.of("lemons", "lemons", 87)} == {87}
    assert props.of("moss", "moss", 10) == ()


@pytest.mark.parametrize("ground", ["slate", "oak wood", "a pink background", "beach sand", "terrazzo"])
def test_lemons_are_had_on_any_ground(ground: str) -> None:
    scene = crate(f"with lemons, on {ground}")
    notes = stage(bank.load(), scene).notes
    assert set(notes["beside"]) == {"lemons"}
    assert not [line for line in notes["warnings"] if "lemons" in line]


def test_the_ground_is_chosen_as_if_nothing_stood_there() -> None:
    plates = bank.load()
    for ground in ("slate", "walnut wood", "black marble"):
        found = choice.choose(plates, parse(f"on {ground} with lemons and candles"), 0.4, 1)
        assert ground.split()[0] in str(found.plate.row["surface"])
        assert set(found.beside) == {"lemons", "candles"}


def test_negated_things_are_not_stood_there() -> None:
    assert stage(bank.load(), crate("on slate without lemons")).notes.get("beside") is None
    asked = crate("on slate with lemons and candles", negative="lemons")
    assert set(stage(bank.load(), asked).notes["beside"]) == {"candles"}


def test_no_more_than_a_few_concepts() -> None:
    words = parse("on slate with lemons, strawberries, candles, roses and pumpkins")
    assert len(props.to_give(plate("slate"), words)) == props.MOST


@pytest.mark.parametrize(
    "box", [(200, 140, 310, 430), (130, 260, 380, 420), (60, 200, 200, 430), (310, 180, 450, 440)]
)
@pytest.mark.parametrize(
    "view",
    [
        "on slate",
        "flat lay on linen",
        "on a white marble table seen from a high angle",
        "on white marble in a kitchen, eye level",
    ],
)
def test_things_are_in_the_picture_and_off_the_product(box: tuple[int, int, int, int], view: str) -> None:
    scene = crate(f"{view} with lemons and strawberries", box)
    found = choice.choose(bank.load(), parse(scene.options.prompt), 0.5, 1)
    room = Room(found.plate, scene)
    stood = layout.arrange(found.plate, scene, found.beside, parse(scene.options.prompt), 1)
    assert stood
    for one in stood:
        hidden = room.hidden(one.box)
        assert room.inside(one.box) - hidden >= layout.SEEN
        before = found.plate.elevation > LYING or one.foot[1] > room.row(0) or one.box[3] > scene.box[3]
        assert hidden <= layout.COVERED or not before
    assert [one.foot[1] for one in stood] == sorted(one.foot[1] for one in stood)


def test_a_thing_is_smaller_rather_than_cut_by_the_frame() -> None:
    (one,) = _stood(crate("with tulips on oak", (150, 140, 330, 430)))
    assert one.box[0] >= 0
    assert one.box[2] <= SIDE
    scene = crate("with sunglasses on linen, flat lay", (110, 180, 380, 430))
    room = Room(*_of(scene))
    assert [round(room.inside(one.box), 2) for one in _stood(scene)] == [
        1,
        1,
    ]  # a second is where it is whole


def test_the_product_is_never_covered() -> None:
    scene = crate("on slate with lemons and pumpkins")
    backdrop = stage(bank.load(), scene)
    assert backdrop.things is not None
    before = [one for one in _stood(scene) if one.foot[1] > Room(*_of(scene)).row(0)]
    assert before
    covered = paint.with_things(backdrop.rgb, before, *_of(scene), np.ones(3, np.float32))[1]
    assert not (covered[scene.alpha > 0] > 0).any()


def _of(scene: Scene) -> tuple[bank.Plate, Scene]:
    return choice.choose(bank.load(), parse(scene.options.prompt), 0.5, 1).plate, scene


def _stood(scene: Scene) -> list[layout.Stood]:
    found = choice.choose(bank.load(), parse(scene.options.prompt), 0.5, 1)
    return layout.arrange(found.plate, scene, found.beside, parse(scene.options.prompt), 1)


@pytest.mark.parametrize(("prompt", "given"), [("with maple leaves", ("autumn",)), ("for hiking", ())])
def test_leaves_that_were_named_lie_before_an_autumn_wood_as_well(
    prompt: str, given: tuple[str, ...]
) -> None:
    wanted = parse(f"on oak wood in an autumn forest {prompt}")
    found = choice.choose(bank.load(), wanted, 0.5, 1)
    assert "autumn" in found.plate.behind
    assert found.beside == given


def test_what_finds_no_room_is_told() -> None:
    scene = crate("on slate with a stack of books", (4, 60, 508, 500))
    notes = stage(bank.load(), scene).notes
    assert notes["beside"] == []
    assert any("no room for 'books'" in line for line in notes["warnings"])


@pytest.mark.parametrize("ground", ["slate", "linen, top-down"])
def test_a_further_variant_has_them_stand_otherwise(ground: str) -> None:
    scene = crate(f"on {ground} with lemons", (230, 300, 290, 420))
    found, wanted = _of(scene)[0], parse("lemons")
    first, second = (
        layout.arrange(found, replace(scene, variant=variant), ("lemons",), wanted, 1) for variant in (0, 1)
    )
    assert first and second
    assert {(one.prop.file, one.foot) for one in first}.isdisjoint(
        (one.prop.file, one.foot) for one in second
    )
    if found.elevation < 60:  # all on one side of it
        assert len({one.foot[0] > 256 for one in first}) == 2
        assert len({one.foot[0] > 256 for one in second}) == 1


def test_there_is_more_of_it_where_the_picture_has_room() -> None:
    for box, side in (((40, 140, 150, 430), 1), ((360, 140, 470, 430), -1)):
        scene = crate("on slate with lemons", box)
        first = layout.arrange(*_of(scene), ("lemons",), parse("lemons"), 1)
        middle = (box[0] + box[2]) / 2
        assert first and all((one.foot[0] - middle) * side > 0 for one in first)


def test_on_a_podium_things_stand_on_its_top() -> None:
    scene = crate("on a round white marble podium with strawberries", (230, 240, 290, 420))
    found, scene = _of(scene)
    assert found.podium_top is not None
    stood = _stood(scene)
    assert stood
    room = Room(found, scene)
    assert all(room.holds(one.box, one.foot[1]) for one in stood)


def test_light_from_the_right_is_on_their_right() -> None:
    for side in ("left", "right"):
        stood = _stood(crate(f"on slate with lemons, soft light from the {side}"))
        assert {one.mirrored for one in stood} == {side == "right"}
        one = stood[0]
        picture = one.prop.pixels(one.mirrored).astype(np.float64)
        light = picture[..., :3].mean(2) * (picture[..., 3] > 128)
        half = light.shape[1] // 2
        lighter = light[:, :half].sum() / max((light[:, :half] > 0).sum(), 1)
        darker = light[:, half:].sum() / max((light[:, half:] > 0).sum(), 1)
        assert (lighter > darker) == (side == "left")


def test_they_darken_the_ground_on_the_side_away_from_the_light() -> None:
    scene = crate("on white marble with strawberries, soft light from the left", (20, 200, 90, 400))
    found, _ = _of(scene)
    bare = _bare(scene)
    one = _stood(scene)[0]
    assert 0 < one.box[0] < one.box[2] < SIDE
    made, things = paint.with_things(bare, [one], found, scene, np.ones(3, np.float32))
    lost = (bare.astype(np.float64) - made).mean(2) * (things < 3)
    rows = slice(int(one.foot[1]) - 6, int(one.foot[1]) + 12)
    left, right = round(one.box[0]), round(one.box[2])
    assert lost[rows, right : right + 60].sum() > 2 * lost[rows, left - 60 : left].sum()


def _bare(scene: Scene) -> Rgb:
    found, _ = _of(scene)
    return staging.place(found, found.pixels(), scene)


def test_a_dim_set_dims_them_and_a_warm_one_tints_them() -> None:
    mean = {}
    for light in ("bright soft light", "dark and moody", "golden hour"):
        scene = crate(f"on slate with lemons, {light}")
        found = choice.choose(bank.load(), parse(scene.options.prompt), 0.5, 1)
        rgb, things, _ = dress(_bare(scene), found, parse(scene.options.prompt), scene, 1)
        mean[light] = rgb[things > 250].mean(0)
    assert mean["dark and moody"].mean() < 0.8 * mean["bright soft light"].mean()
    warm, plain = mean["golden hour"], mean["bright soft light"]
    assert warm[2] / warm[0] < plain[2] / plain[0]


def test_the_products_shadow_does_not_lie_on_what_stands_up() -> None:
    scene = crate("on white marble with lemons, hard sunlight from the left", (20, 140, 130, 430))
    backdrop = stage(bank.load(), scene)
    assert backdrop.things is not None
    inside = (backdrop.things > 250) & (scene.alpha == 0)
    through = settled(scene, replace(backdrop, things=None)).rgb
    apart = settled(scene, backdrop).rgb
    kept, lost = (np.abs(one[inside].astype(int) - backdrop.rgb[inside]).mean() for one in (apart, through))
    assert kept < 0.2 * lost


@pytest.mark.parametrize(("light", "sides"), [("left", {True}), ("right", {False}), ("above", {True, False})])
def test_the_larger_part_is_away_from_the_light_else_where_the_seed_says(
    light: str, sides: set[bool]
) -> None:
    scene = crate("on slate with lemons", (200, 140, 310, 430))
    found = replace(_of(scene)[0], light_side=light)
    right = set()
    for seed in range(6):
        one, again = (layout.arrange(found, scene, ("lemons",), parse("lemons"), seed) for _ in range(2))
        assert one == again
        right.add(max(one, key=lambda it: it.box[2] - it.box[0]).foot[0] > 255)
    assert right == sides


@pytest.mark.parametrize(("asked", "least", "most"), [("lemons", 0.9, 1.0), ("ice cubes", 0.2, 0.8)])
def test_glass_lets_light_through(asked: str, least: float, most: float) -> None:
    scene = crate(f"on white marble with {asked}, soft light from the left", (20, 200, 90, 400))
    found, _ = _of(scene)
    one = _stood(scene)[0]
    assert found.light is not None
    picture = paint._small(paint._scaled(one), one, scene, scene.size)
    kept = paint._kept(one, found.light, picture[..., 3], (0, 0), 1.0)
    assert least < kept.max() <= most
    rows, columns = np.nonzero(kept.max(0) > 0.5 * kept.max())
    assert math.dist((columns.mean(), rows.mean()), one.foot) < one.box[2] - one.box[0], "about the thing"


@pytest.mark.parametrize(
    ("prompt", "kind", "strongest"),
    [("red roses", "roses", 0), ("blue roses", "roses", 2), ("green apples", "apples", 1)],
)
@pytest.mark.parametrize("elevation", [10.0, 88.0])
def test_things_have_the_colour_that_is_said_of_them_and_their_leaves_stay(
    prompt: str, kind: str, strongest: int, elevation: float
) -> None:
    prop = props.of(kind, kind, elevation)[0]
    before = np.asarray(prop.pixels(False) / 255, np.float32)
    after = dyes.dyed(before, prop, parse(prompt).of_things[kind][0])
    takes = dyes.part(before, dyes.DYES[kind])
    solid = before[..., 3] > 0.9
    petals, leaves = solid & (takes > 0.95), solid & (takes < 0.02)
    assert petals.sum() > 500
    colour = after[petals][:, :3].mean(0)
    assert colour.argmax() == strongest and colour[strongest] > 1.15 * np.delete(colour, strongest).max()
    assert leaves.sum() > 50 and np.allclose(before[leaves], after[leaves], atol=0.02)
    shade = np.corrcoef(before[petals][:, :3].mean(1), after[petals][:, :3].mean(1))[0, 1]
    assert shade > 0.4, "its light is lost"


def test_two_colours_take_turns_and_what_has_its_colour_is_left_as_it_was_rendered() -> None:
    scene = crate("white and red roses on oak", (200, 140, 310, 430))
    stood = layout.arrange(_of(scene)[0], scene, ("roses",), parse("white and red roses"), 1)
    assert {one.colour for one in stood} == {"white", "red"}
    prop = props.of("apples", "apples", 10.0)[0]
    picture = np.asarray(prop.pixels(False) / 255, np.float32)
    assert dyes.dyed(picture, prop, "red") is picture


@pytest.mark.parametrize(
    "one", [one for one in props.load() if one.kind == "gifts"], ids=lambda one: one.file
)
def test_paper_takes_a_colour_whatever_it_had_and_its_ribbon_does_not(one: props.Prop) -> None:
    picture = np.asarray(one.pixels(mirrored=False) / 255, np.float32)
    solid = picture[..., 3] > 0.5
    made = dyes.dyed(picture, one, "royal blue")[..., :3][solid]
    share = float((made[:, 2] > made[:, 0] + 0.15).mean())
    assert 0.6 < share < 0.99


def test_no_dark_ground_looks_out_from_under_a_thing_seen_from_lower_than_its_set() -> None:
    scene = crate("on white", (230, 200, 290, 330))
    found = next(one for one in bank.load() if one.id == "084")  # from 18 degrees, gifts from 10
    stood = layout.arrange(found, scene, ("gift",), parse("gift boxes"), 1)
    assert stood
    bare = np.full((SIDE, SIDE, 3), 200, np.uint8)
    made, things = paint.with_things(bare, stood, found, scene, np.ones(3, np.float32))
    assert ((made.max(2) < 80) & (things == 0)).sum() < 40  # the line of contact; 685 were dark

"""What can stand stands, within its podium; garments and what would fall over lie on a set from above."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from bggen.families.studio.light.casts import LYING
from bggen.families.studio.light.contact import contact
from bggen.families.studio.painter import NO_PODIUM, stage
from bggen.families.studio.photo import poise
from bggen.families.studio.sets import bank, staging
from bggen.families.studio.sets.choice import choose
from bggen.families.studio.sets.wishes import LACKS
from bggen.families.studio.settling import Backdrop
from bggen.families.studio.words import nouns
from bggen.families.studio.words.prompts import parse
from bggen.options import Options
from bggen.spec import Scene, file_stem
from bggen.train.drawn import LYING as LYING_KINDS
from bggen.train.drawn import STANDING, Pen

SIDE = 240


def drawn(*points: tuple[int, int]) -> NDArray[np.uint8]:
    plane = np.zeros((SIDE, SIDE), np.uint8)
    cv2.fillPoly(plane, [np.array(points, np.int32)], (255,))
    return plane


CRATE = drawn((60, 60), (180, 60), (180, 200), (60, 200))
TURNED_CRATE = drawn((60, 60), (180, 60), (180, 180), (120, 205), (60, 180))  # its corner to the front
LEANING = drawn((120, 40), (200, 120), (110, 210), (40, 130))  # a hat on its edge
SPOON = drawn((40, 40), (52, 34), (200, 150), (192, 160))


def ball() -> NDArray[np.uint8]:
    plane = np.zeros((SIDE, SIDE), np.uint8)
    cv2.circle(plane, (120, 120), 80, (255,), -1)
    return plane


def ring_and_strap() -> NDArray[np.uint8]:
    plane = np.zeros((SIDE, SIDE), np.uint8)
    cv2.circle(plane, (70, 180), 30, (255,), 6)
    cv2.line(plane, (85, 155), (180, 50), (255,), 24)
    return plane


def scene(alpha: NDArray[np.uint8], prompt: str, title: str = "", **options: Any) -> Scene:
    rows, columns = np.flatnonzero(alpha.any(1)), np.flatnonzero(alpha.any(0))
    box = (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    rgb = np.full((*alpha.shape, 3), 120, np.uint8)
    asked = Options(prompt=prompt, **options)
    return Scene(rgb, alpha, None, box, (0, 0), 1.0, asked, seed=1, title=title)


def lies(backdrop: Backdrop) -> bool:
    assert backdrop.plate is not None
    return backdrop.plate.elevation > LYING


@pytest.mark.parametrize("alpha", [CRATE, TURNED_CRATE, ball()])
def test_what_has_its_middle_over_its_base_stands(alpha: NDArray[np.uint8]) -> None:
    assert not poise.tips_over(alpha)


@pytest.mark.parametrize("alpha", [LEANING, SPOON, ring_and_strap(), SPOON[:, ::-1]])
def test_what_rests_on_a_tip_beside_its_middle_falls(alpha: NDArray[np.uint8]) -> None:
    assert poise.tips_over(alpha)


def test_nothing_has_no_poise() -> None:
    assert not poise.tips_over(np.zeros((8, 8), np.uint8))


def test_foot_is_measured_in_the_lowest_tenth() -> None:
    glass = CRATE.copy()
    glass[150:] = 0
    glass[150:201, 110:131] = 255
    assert poise.Base.of(glass).foot == (110, 131)
    turned = np.zeros((200, 240), np.uint8)
    corners = np.array([(20, 60), (150, 190), (220, 160), (220, 90), (90, 20)])  # a box seen from a corner
    assert poise.Base.of(cv2.fillConvexPoly(turned, corners, (255,))) == poise.Base(
        (131, 196), (20, 221), 130
    )
    assert poise.Base.of(CRATE) == poise.Base((60, 181), (60, 181), 0)


@pytest.mark.parametrize("prompt", ["", "on white marble, bright kitchen", "on a pink podium"])
def test_a_product_that_falls_lies_and_the_record_says_so(prompt: str) -> None:
    backdrop = stage(bank.load(), scene(ring_and_strap(), prompt))
    assert lies(backdrop)
    told = backdrop.notes["warnings"]
    assert "would fall over" in told[0]
    assert "--pose stand" in told[0]
    assert (poise.NO_PODIUM_BELOW in told) == ("podium" in prompt)


def test_the_prompts_view_goes_before_what_the_outline_tells() -> None:
    backdrop = stage(bank.load(), scene(ring_and_strap(), "on white marble, eye level"))
    assert not lies(backdrop)
    assert backdrop.notes["warnings"] == []


def test_the_colour_of_a_podium_that_is_left_out_is_that_of_the_ground() -> None:
    words = parse("pink podium, studio")
    lying = choose(bank.load(), words, 0.5, seed=1, lies=True)
    assert lying.recolour == {"surface": "pastel pink"}
    standing = choose(bank.load(), words, 0.5, seed=1, lies=False)
    assert standing.plate.row["podium"] and standing.recolour["podium"] == "pastel pink"


@pytest.mark.parametrize("prompt", ["on white marble", "on a pink podium", "rustic oak, top-down"])
def test_pose_stand_goes_before_everything(prompt: str) -> None:
    backdrop = stage(bank.load(), scene(ring_and_strap(), prompt, "hoodie", pose="stand"))
    assert not lies(backdrop)
    told = {
        "rustic oak, top-down": ["--pose stand goes before 'top-down' in the prompt"],
        "on a pink podium": [LACKS.format("'podium'")],  # it leans: none would hold both its feet
    }
    assert backdrop.notes["warnings"] == told.get(prompt, [])


@pytest.mark.parametrize("prompt", ["on white marble", "on slate, eye level"])
def test_pose_lie_goes_before_everything(prompt: str) -> None:
    backdrop = stage(bank.load(), scene(CRATE, prompt, "mug", pose="lie"))
    assert lies(backdrop)
    assert backdrop.notes["warnings"] == (
        ["--pose lie goes before 'eye level' in the prompt"] if "eye" in prompt else []
    )


def test_a_standing_product_is_told_nothing() -> None:
    backdrop = stage(bank.load(), scene(CRATE, "on white marble"))
    assert not lies(backdrop)
    assert backdrop.notes["warnings"] == []


def test_a_name_goes_before_the_outline() -> None:
    backdrop = stage(bank.load(), scene(CRATE, "on white marble", "linen shirt, folded"))
    assert lies(backdrop)
    assert "'shirt'" in backdrop.notes["warnings"][0]
    assert not lies(stage(bank.load(), scene(LEANING, "on white marble", "mug")))


@pytest.mark.parametrize(
    ("title", "pose", "word"),
    [
        ("hoodie", "lie", "hoodie"),
        ("sku_socks_01", "lie", "socks"),
        ("linenShirt2", "lie", "shirt"),
        ("Scarves, set of 2", "lie", "scarves"),
        ("key-ring", "lie", "key ring"),
        ("Sommerkleid rot", "lie", "sommerkleid"),
        ("Damen-M\u00fctze", "lie", "mutze"),
        ("calcetines", "lie", "calcetines"),
        ("sneaker flat lay", "lie", "flat lay"),
        ("t-shirt mug", "stand", "mug"),
        ("box of socks", "stand", "box"),
        ("pair of socks", "lie", "socks"),
        ("jewellery box", "stand", "box"),
        ("tie-dye hoodie", "lie", "hoodie"),
        ("Classic No. 4; shirts", "lie", "shirts"),
        ("mug; gifts and shirts", "stand", "mug"),
    ],
)
def test_a_title_tells_by_the_thing_it_names(title: str, pose: str, word: str) -> None:
    assert nouns.told(title) == (pose, word)


@pytest.mark.parametrize(
    "title", ["", "IMG_1234", "shirtless", "spring", "those", "glasses", "keyboard", "hatch"]
)
def test_what_names_no_thing_tells_nothing(title: str) -> None:
    assert nouns.told(title) is None


def test_no_word_is_in_both_lists() -> None:
    assert not nouns.LYING & nouns.STANDING


@pytest.mark.parametrize(
    "path",
    [
        "clothing_shop/mug.jpg",
        "C:\\shirts\\mug.jpg",
        "https://shop.example/hats/mug.jpg?of=shirt",
        "socks/mug",
    ],
)
def test_folders_and_queries_name_no_product(path: str) -> None:
    assert file_stem(path) == "mug"


def share_that_lies(draw: Callable[[Pen], None]) -> float:
    """Of twenty drawings, none of which was trained on."""
    said = []
    for seed in range(20):
        pen = Pen(np.random.default_rng([seed, 77]))
        draw(pen)
        said.append(poise.likely_lies(pen.plane) > poise.LIES_ABOVE)
    return float(np.mean(said))


@pytest.mark.parametrize(
    "kind", ["top", "hung", "tank", "trousers", "glasses", "earrings", "sock", "key", "scissors"]
)
def test_what_cannot_stand_is_known_by_its_outline(kind: str) -> None:
    assert share_that_lies(LYING_KINDS[kind][0]) >= 0.8


@pytest.mark.parametrize(
    "kind", ["vessel", "mug", "box", "shoe", "bag", "furniture", "lamp", "camera", "headphones"]
)
def test_what_can_stand_is_known_by_its_outline(kind: str) -> None:
    assert share_that_lies(STANDING[kind][0]) <= 0.1


def test_the_size_of_an_outline_and_what_is_about_it_change_nothing() -> None:
    small = poise.likely_lies(ring_and_strap())
    large = cv2.resize(np.pad(ring_and_strap(), 60), None, fx=5, fy=5)
    assert abs(poise.likely_lies(large) - small) < 0.05


def test_what_goes_on_below_the_picture_stands_whatever_its_outline() -> None:
    pen = Pen(np.random.default_rng([2, 77]))
    LYING_KINDS["tank"][0](pen)
    rows = np.flatnonzero(pen.plane.any(1))
    whole, cut = pen.plane[: rows[-1] + 20], pen.plane[: rows[-1] - 25]
    assert min(poise.likely_lies(whole), poise.likely_lies(cut)) > poise.LIES_ABOVE
    assert lies(stage(bank.load(), scene(whole, "on oak")))
    assert not lies(stage(bank.load(), scene(cut, "on oak")))
    assert lies(stage(bank.load(), scene(cut, "on oak", "linen shirt")))


def test_what_was_photographed_on_a_table_that_ends_behind_it_stands_whatever_its_outline() -> None:
    seen = replace(scene(ring_and_strap(), "on oak"), stood=True)
    assert poise.pose(seen, parse("on oak")) == poise.Pose(False)
    assert poise.pose(replace(seen, title="linen shirt"), parse("on oak")).lies


PROPPED = drawn((40, 120), (190, 40), (200, 110), (170, 130), (165, 110), (95, 130), (80, 180), (40, 180))


def test_what_was_seen_from_high_above_stands_on_sets_seen_so_unless_the_words_say_how() -> None:
    for prompt, high in (("", True), ("on white marble", True), ("on white marble, eye level", False)):
        plate = stage(bank.load(), scene(PROPPED, prompt, pose="stand")).plate
        assert plate is not None
        assert (22 < plate.elevation <= LYING) == high, prompt
    level = stage(bank.load(), scene(CRATE, "", pose="stand")).plate
    assert level is not None
    assert level.elevation < 22


def test_the_line_of_contact_is_under_both_feet_of_what_leans() -> None:
    factor = contact(scene(PROPPED, ""), None)
    assert factor[181:184, 50:70].max() < 0.8
    assert factor[130:136, 168:172].min() < 0.8
    assert factor[190:].min() > 0.8


def test_the_ground_goes_on_behind_the_farther_foot_of_what_leans() -> None:
    """A rear paw hung in the air behind a table's end."""
    one = scene(PROPPED, "", pose="stand")  # its feet end at the rows 180 and 130
    walled = [p for p in bank.load() if p.horizon and p.podium_top is None and 4 <= p.elevation <= 12]
    ends = []
    for plate in walled:
        assert plate.horizon is not None
        matrix = staging.frame(plate, 1, one)
        ends.append(matrix[1, 1] * plate.horizon + matrix[1, 2])
    assert max(ends) < 130


def bench(wide: int, tall: int = 60, side: int = 480) -> NDArray[np.uint8]:
    """A low thing with a straight base in the middle of a canvas."""
    plane = np.zeros((side, side), np.uint8)
    left = (side - wide) // 2
    plane[side - 160 - tall : side - 160, left : left + wide] = 255
    return plane


@pytest.mark.parametrize("wide", [90, 200, 290, 340])
def test_no_foot_reaches_beyond_its_podium(wide: int) -> None:
    one = scene(bench(wide), "on a round podium, pink studio", pose="stand")
    podiums = [plate for plate in bank.load() if plate.podium_top is not None]
    plates = [plate for plate in podiums if staging.holds(plate, one, poise.Base.of(one.alpha[one.around()]))]
    assert plates
    for plate in plates:
        corners = plate.podium_top
        assert corners is not None
        matrix = staging.frame(plate, 1, one)
        top = (corners @ matrix[:, :2].T + matrix[:, 2]).astype(np.float32)
        first, last = poise.Base.of(one.alpha).foot
        for column in (first, last):
            assert cv2.pointPolygonTest(top, (float(column), float(one.box[3])), measureDist=True) > 0, (
                plate.id
            )


def test_what_was_turned_is_on_its_podium_with_all_corners() -> None:
    plane = np.zeros((480, 480), np.uint8)
    corners = np.array([(150, 240), (250, 320), (310, 290), (310, 220), (220, 200)])  # a box from a corner
    one = scene(cv2.fillConvexPoly(plane, corners, (255,)), "on a round podium", pose="stand")
    base = poise.Base.of(one.alpha[one.around()])
    plates = [p for p in bank.load() if p.podium_top is not None and staging.holds(p, one, base)]
    assert plates
    for plate in plates:
        assert plate.podium_top is not None
        matrix = staging.frame(plate, 1, one)
        top = (plate.podium_top @ matrix[:, :2].T + matrix[:, 2]).astype(np.float32)
        for x, y in corners[:3].tolist():
            assert cv2.pointPolygonTest(top, (float(x), float(y)), measureDist=True) > -5, (plate.id, x, y)


def test_a_product_as_wide_as_the_picture_stands_on_no_podium_and_is_told_why() -> None:
    backdrop = stage(bank.load(), scene(bench(470), "on a round podium, pink studio", "bench"))
    assert backdrop.plate is not None
    assert not backdrop.plate.row.get("podium")
    assert NO_PODIUM in backdrop.notes["warnings"]
    kept = stage(bank.load(), scene(bench(200), "on a round podium, pink studio", "bench"))
    assert kept.plate is not None
    assert kept.plate.row.get("podium")
    assert kept.notes["warnings"] == []


def test_what_stands_off_its_middle_is_in_the_middle_of_its_podium() -> None:
    plane = bench(120, 160)
    cv2.ellipse(plane, (310, 240), (40, 40), 0, 0, 360, (255,), 14)  # a mug's handle
    one = scene(plane, "on a round podium", pose="stand")
    plate = next(plate for plate in bank.load() if plate.row.get("podium") == "a round podium")
    matrix = staging.frame(plate, 1, one)
    first, last = poise.Base.of(plane).foot
    assert matrix[0, 0] * plate.stand[0] + matrix[0, 2] == pytest.approx((first + last) / 2)


@pytest.mark.parametrize("title", ["knife block", "Key Lime Soda 330 ml", "spoon rest", "glove cleaner"])
def test_what_is_named_by_what_it_holds_stands(title: str) -> None:
    hint = nouns.told(title)
    assert hint is not None
    assert hint.pose == "stand"

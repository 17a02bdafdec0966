"""Products that lie flat: their size, and which frames show them."""

from __future__ import annotations

from typing import Any

import pytest

bpy = pytest.importorskip("bpy", reason="bpy is not installed (extra scenes)")

from bggen.train.scenes.matter.palette import Rng  # noqa: E402  # only where bpy is there
from bggen.train.scenes.pictures import training  # noqa: E402  # only where bpy is there
from bggen.train.scenes.products import flats, kinds  # noqa: E402  # only where bpy is there
from bggen.train.scenes.studio.blender import Studio  # noqa: E402  # only where bpy is there


@pytest.fixture(scope="module")
def studio() -> Studio:
    return Studio()


def bounds(parts: list[Any]) -> tuple[list[float], list[float]]:
    bpy.context.view_layer.update()
    points = [part.matrix_world @ type(part.location)(c) for part in parts for c in part.bound_box]
    return [min(p[k] for p in points) for k in range(3)], [max(p[k] for p in points) for k in range(3)]


def view(seed: int) -> str:
    """A frame's, drawn before all else: known without putting it up."""
    return Rng(f"packshots-v2:{seed}").weighted(eye=42, raised=40, high=10, top=8)


@pytest.mark.parametrize("kind", flats.WEIGHTS)
def test_a_flat_product_is_about_a_unit_long_and_lies_on_the_floor(studio: Studio, kind: str) -> None:
    for seed in range(4):
        studio.clear()
        good = flats.make(kind, Rng(f"{kind}:{seed}"))
        low, high = bounds(good.parts)
        wide, deep, tall = (b - a for a, b in zip(low, high, strict=True))
        assert good.flat
        assert 0.4 < max(wide, deep) < 1.5
        assert tall < 0.5 * max(wide, deep)
        assert -0.03 < low[2] < 0.02
        assert max(abs(v) for v in (*low[:2], *high[:2])) < 0.9, "over the origin, or near"
        assert all(slot.material for part in good.parts for slot in part.material_slots)


def test_flat_products_come_in_frames_from_above_alone(studio: Studio) -> None:
    from_above = list[str]()
    for seed in range(120):
        if view(seed) in training.LYING:
            from_above.append(training.build(studio, seed).info["product"])
        elif seed < 12:
            assert training.build(studio, seed).info["product"] in kinds.WEIGHTS
    lying = sum(kind in flats.WEIGHTS for kind in from_above)
    assert 0.2 < lying / len(from_above) < 0.8


def test_what_lies_already_is_not_laid_on_its_back(studio: Studio) -> None:
    """Else a shirt would stand on its hem."""
    shown = 0
    for seed in range(250):
        if view(seed) != "top":
            continue
        frame = training.build(studio, seed)
        if frame.info["product"] in flats.WEIGHTS:
            shown += 1
            assert (
                frame.high.z - frame.low.z
                < 0.55
                < max(frame.high.x - frame.low.x, frame.high.y - frame.low.y) + 0.2
            )
    assert shown > 5

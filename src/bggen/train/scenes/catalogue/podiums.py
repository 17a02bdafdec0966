"""Podiums of stone and wood, on a floor and before a wall of any colour, or a place instead."""

from __future__ import annotations

from collections.abc import Iterator

from bggen.train.scenes.catalogue.spec import Spec

ELEVATION = 9  # as most places are seen from


def podiums() -> list[Spec]:
    """What is asked for most stands first."""
    return list(_podiums())


def _podiums() -> Iterator[Spec]:
    for stuff, shape, side in (
        ("white marble", "round", "left"),
        ("oak wood", "round", "left"),
        ("travertine stone", "round", "right"),
        ("light concrete", "square", "left"),
        ("white marble", "square", "right"),
        ("walnut wood", "round", "right"),
        ("black marble", "round", "left"),
        ("terrazzo:off-white", "round", "left"),
        ("light oak wood", "square", "left"),
        ("green marble", "round", "right"),
    ):
        yield Spec("paint:white", "paint:off-white", side, podium=shape, podium_of=stuff, elevation=ELEVATION)
    for stuff in ("white marble", "oak wood", "travertine stone"):
        yield Spec(
            "paint:white",
            "paint:off-white",
            "left",
            True,
            "leaves",
            "bright",
            podium="round",
            podium_of=stuff,
            elevation=ELEVATION,
        )
    yield from _natural()


def _natural() -> Iterator[Spec]:
    """Boulders and slices of logs, on what they are found on; then grounds of the same places."""
    for ground, stuff, side, hard, shadow in (
        ("paint:white", "grey rock", "left", False, None),
        ("paint:white", "oak log", "left", False, None),
        ("sand", "grey rock", "right", True, None),
        ("moss", "brown log", "right", False, None),
        ("sand", "beige rock", "left", False, None),
        ("moss", "grey rock", "left", False, None),
        ("water", "dark rock", "left", False, None),
        ("moss", "oak log", "left", True, "leaves"),
    ):
        yield Spec(
            ground,
            "paint:off-white",
            side,
            hard,
            shadow,
            "bright" if hard else "soft",
            podium=stuff.split()[1],
            podium_of=stuff,
            elevation=ELEVATION,
        )
    for ground, side in (("dry earth", "left"), ("cobbles", "right"), ("gravel", "left")):
        yield Spec(ground, "paint:off-white", side, elevation=ELEVATION)

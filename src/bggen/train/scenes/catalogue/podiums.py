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

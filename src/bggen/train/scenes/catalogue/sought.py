"""Grounds and places that prompts often name and no set showed: leaves, fires, other shores and deserts."""

from __future__ import annotations

from bggen.train.scenes.catalogue.spec import Spec


def sought() -> list[Spec]:
    """Each ground ends before its place, so that it can be laid before any other; leaves from above, too."""
    return [
        Spec("fallen leaves", "view:golden leaves", "left", mood="warm", elevation=10),
        Spec("weathered grey wood", "view:campfire", "left", mood="moody", elevation=9),
        Spec("black sand", "view:black shore", "left", mood="natural", elevation=10),
        Spec("red sand", "view:mesas", "left", hard=True, mood="natural", elevation=9),
        Spec("fallen leaves", "paint:off-white", "left", elevation=12),
        Spec("fallen leaves", side="left", top=True),
        Spec("fine sand", "view:stars", "left", mood="moody", elevation=7),
    ]

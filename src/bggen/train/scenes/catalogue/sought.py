"""Grounds and places that prompts often name and no set showed: leaves, fires, clear water, clouds, halls."""

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
        Spec("shallows", "paint:sky blue", "left", hard=True, mood="bright", elevation=16),
        Spec("shallows", "paint:off-white", "right", True, "leaves", "bright", elevation=24),
        Spec("shallows", side="left", hard=True, mood="bright", top=True),
        Spec("gloss black", "view:smoke", "left", mood="moody", elevation=7),
        Spec("paint:blush pink", "view:pastel sky", "left", podium="round", prop="clouds", elevation=9),
        Spec("hall floor", "room:sports hall", "left", mood="bright", elevation=10),
        Spec("light oak wood", "room:yoga", "left", mood="bright", elevation=9),
        Spec("shallows", "paint:off-white", "left", True, mood="bright", podium="round", elevation=12),
        Spec("paint:off-white", "view:pastel sky", "left", mood="bright", elevation=7),
        Spec("black marble with gold veins", "paint:charcoal", "left", elevation=10),
        Spec("dark wood", "paint:charcoal", "left", elevation=9),
    ]

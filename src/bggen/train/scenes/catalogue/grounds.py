"""Rooms at Christmas, and grounds asked for by name: leather, white boards, knit, checks, pebbles, rattan."""

from __future__ import annotations

from bggen.train.scenes.catalogue.spec import Spec


def grounds() -> list[Spec]:
    """What is asked for most stands first."""
    return [
        Spec("oak wood", "room:christmas", "left", mood="warm", elevation=9),
        Spec("white marble", "room:christmas", "right", mood="bright", elevation=8),
        Spec("dark wood", "room:christmas", "right", mood="warm", elevation=22),
        Spec("leather", "paint:off-white", "left", elevation=9),
        Spec("whitewashed wood", side="left", top=True),
        Spec("knit:off-white", "paint:off-white", "left", elevation=12),
        Spec("knit:off-white", side="left", top=True),
        Spec("pebbles", "paint:off-white", "right", elevation=12),
        Spec("rattan", "paint:off-white", "left", elevation=12),
        Spec("gingham", "paint:off-white", "left", elevation=12),
        Spec("gingham", side="left", top=True),
        Spec("whitewashed wood", side="right", hard=True, shadow="leaves", mood="bright", top=True),
        Spec("pebbles", side="left", top=True),
        Spec("rattan", side="left", top=True),
        Spec("cork", "paint:off-white", "left", elevation=9),
        Spec("blue gingham", "paint:off-white", "right", elevation=12),
        Spec("oak wood", "room:fireside", "left", mood="warm", elevation=9),
        Spec("track", "view:stadium", "left", hard=True, mood="bright", elevation=8),
        Spec("gloss:white", "room:market", "left", mood="bright", elevation=8),
        Spec("gloss:white", "room:laboratory", "right", mood="bright", elevation=8),
        Spec("walnut wood", "room:library", "left", mood="warm", elevation=8),
        Spec("raked sand", "paint:off-white", "left", elevation=14),
        Spec("raked sand", side="left", top=True),
        Spec("dark wood", "room:fireside", "right", mood="warm", elevation=7),
        Spec("light oak wood", "room:market", "right", mood="bright", elevation=9),
        Spec("metal", "room:laboratory", "left", mood="cool", elevation=9),
    ]

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
    ]

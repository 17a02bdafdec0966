"""Rooms at Christmas, and leather: asked for, and shown by no set before."""

from __future__ import annotations

from bggen.train.scenes.catalogue.spec import Spec


def latest() -> list[Spec]:
    """What is asked for most stands first."""
    return [
        Spec("oak wood", "room:christmas", "left", mood="warm", elevation=9),
        Spec("white marble", "room:christmas", "right", mood="bright", elevation=8),
        Spec("dark wood", "room:christmas", "right", mood="warm", elevation=22),
        Spec("leather", "paint:off-white", "left", elevation=9),
    ]

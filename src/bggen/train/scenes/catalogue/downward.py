"""Tables in a room that the camera looks down on, as people photograph what stands before them."""

from __future__ import annotations

from bggen.train.scenes.catalogue.spec import Spec


def downward() -> list[Spec]:
    """From so high that of a room its lower half is seen; a landscape would be its grass alone."""
    return [
        Spec("white marble", "room:kitchen", "left", mood="bright", elevation=38),
        Spec("oak wood", "room:cafe", "left", mood="warm", elevation=38),
        Spec("rustic wood", "room:christmas", "left", mood="warm", elevation=36),
        Spec("oak wood", "room:office", "left", mood="natural", elevation=38),
        Spec("light oak wood", "room:living", "left", mood="bright", elevation=36),
        Spec("white marble", "room:bath", "left", mood="bright", elevation=37),
        Spec("linen", "room:bedroom", "left", mood="bright", elevation=36),
        Spec("oak wood", "room:kitchen", "right", mood="warm", elevation=36),
        Spec("walnut wood", "room:cafe", "right", mood="warm", elevation=35),
        Spec("walnut wood", "room:living", "right", mood="warm", elevation=36),
        Spec("rustic wood", "room:bakery", "left", mood="warm", elevation=37),
        Spec("light oak wood", "room:nursery", "left", elevation=36),
        Spec("light oak wood", "room:bath", "right", mood="bright", elevation=35),
    ]

"""Places out of doors that the camera looks down on, as people photograph what stands on the ground."""

from __future__ import annotations

from bggen.train.scenes.catalogue.spec import Spec


def openair() -> list[Spec]:
    """From so high that no sky is seen: ground to the picture's top, the feet of what stands there."""
    return [
        Spec("snow", "open:snow", "left", hard=True, mood="natural", elevation=38),
        Spec("green moss", "open:forest", "left", hard=True, mood="natural", elevation=38),
        Spec("fallen leaves", "open:park", "right", hard=True, mood="natural", elevation=38),
        Spec("green grass", "open:meadow", "right", hard=True, mood="natural", elevation=38),
        Spec("beach sand", "open:beach", "left", hard=True, mood="natural", elevation=38),
        Spec("fine sand", "open:desert", "left", hard=True, mood="natural", elevation=38),
        Spec("asphalt", "open:street", "left", mood="natural", elevation=38),
        Spec("cobblestones", "open:cobbles", "left", mood="natural", elevation=38),
        Spec("mountain ground", "open:mountain", "left", mood="natural", elevation=38),
        Spec("lake shore", "open:lake", "right", mood="natural", elevation=38),
        Spec("light concrete", "open:pool", "left", hard=True, mood="natural", elevation=38),
        Spec("oak wood", "open:terrace", "left", hard=True, mood="natural", elevation=38),
        Spec("paving stones", "open:garden", "left", hard=True, mood="natural", elevation=38),
    ]

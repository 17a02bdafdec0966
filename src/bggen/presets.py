"""What the shops ask of a picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """A shop's picture rules."""

    size: tuple[int, int]
    white: bool = False  # main pictures that must stand on pure white
    fill: float | None = None


#: From the shops' own pages where they say so, else their advised sizes (November 2026).
PRESETS: dict[str, Preset] = {
    "amazon-main": Preset((2000, 2000), white=True, fill=0.85),
    "amazon": Preset((2000, 2000)),
    "google": Preset((1500, 1500), fill=0.8),
    "shopify": Preset((2048, 2048)),
    "ebay": Preset((1600, 1600)),
    "walmart": Preset((2200, 2200), white=True, fill=0.85),
    "zalando": Preset((1801, 2600), white=True),
    "etsy": Preset((2000, 2000)),
    "instagram": Preset((1080, 1080)),
    "instagram-portrait": Preset((1080, 1350)),
    "story": Preset((1080, 1920)),
}

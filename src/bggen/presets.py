"""What the shops ask of a picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """A shop's picture rules."""

    size: tuple[int, int]
    white: bool = False  # main pictures that must stand on pure white
    fill: float | None = None
    most_bytes: int | None = None  # of the file; None: no rule is known


MB = 10**6
#: From the shops' own pages where they say so, else their advised sizes (November 2026).
PRESETS: dict[str, Preset] = {
    "amazon-main": Preset((2000, 2000), white=True, fill=0.85, most_bytes=10 * MB),
    "amazon": Preset((2000, 2000), most_bytes=10 * MB),
    "google": Preset((1500, 1500), fill=0.8, most_bytes=16 * MB),
    "shopify": Preset((2048, 2048), most_bytes=20 * MB),
    "ebay": Preset((1600, 1600), most_bytes=12 * MB),
    "walmart": Preset((2200, 2200), white=True, fill=0.85, most_bytes=5 * MB),
    "zalando": Preset((1801, 2600), white=True),
    "etsy": Preset((2000, 2000), most_bytes=10 * MB),
    "instagram": Preset((1080, 1080), most_bytes=8 * MB),
    "instagram-portrait": Preset((1080, 1350), most_bytes=8 * MB),
    "story": Preset((1080, 1920), most_bytes=8 * MB),
}

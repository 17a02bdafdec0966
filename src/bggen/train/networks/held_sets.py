"""Which of the bank's sets no network is trained on, but measured on."""

from __future__ import annotations

from bggen.families.studio.sets.bank import Plate

EVERY = 8  # sets whose number this divides are held back


def held_back(plate: Plate) -> bool:
    """Whether a set is for measuring alone. One without a number is trained on."""
    return plate.id.isdigit() and int(plate.id) % EVERY == 0

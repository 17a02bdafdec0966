"""Made-up packshots for the training code."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.packshots import ROW

from bggen.train import data


@pytest.fixture
def packed(tmp_path: Path) -> data.Packed:
    """Six 96-pixel scenes with plates: the product's shadow is a darker band below it."""
    source = tmp_path / "source"
    (source / "scenes").mkdir(parents=True)
    rows = []
    for number in range(6):
        rgba = np.full((96, 96, 4), 200, np.uint8)
        rgba[:, :, 3] = 0
        plate = rgba[:, :, :3].copy()
        rgba[70:80, 30:66, :3] = 90
        rgba[30:70, 30:66] = (40, 60, 200, 255)
        Image.fromarray(rgba).save(source / "scenes" / f"{number:06d}.webp", lossless=True, exact=True)
        Image.fromarray(plate).save(source / "scenes" / f"{number:06d}p.webp", lossless=True)
        rows.append({**ROW, "id": number})
    (source / "scenes.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert data.pack([source], tmp_path / "pack") == 6
    return data.load_packed(tmp_path / "pack")

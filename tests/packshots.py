"""A scene's description as the packshots have it, for tests of training and evaluation."""

from __future__ import annotations

from typing import Any

ROW: dict[str, Any] = {
    "view": "eye level view",
    "product": "box",
    "backdrop": "a grey curtain",
    "surface": "oak wood",
    "light": "bright hard sunlight from the left",
    "mood": "bright",
    "props": ["lemons"],
}

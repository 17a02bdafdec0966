"""AI backgrounds for product photos.

>>> from bggen import generate                                              # doctest: +SKIP
>>> picture = generate("mug.jpg", prompt="on a walnut table, window light from the left")
>>> picture.save("mug-scene.png")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bggen.engine import Engine, Picture, generate
    from bggen.errors import BggenError
    from bggen.options import Options
    from bggen.spec import Job

__version__ = "0.1.0"
__all__ = ["BggenError", "Engine", "Job", "Options", "Picture", "__version__", "generate"]

_HOME = {
    "BggenError": "bggen.errors",
    "Engine": "bggen.engine",
    "Job": "bggen.spec",
    "Options": "bggen.options",
    "Picture": "bggen.engine",
    "generate": "bggen.engine",
}


def __getattr__(name: str) -> Any:
    """Public names load at first use (PEP 562), so that `import bggen` costs nothing."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'bggen' has no attribute {name!r}")

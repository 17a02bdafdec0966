"""A catalogue of any size, unattended, nothing lost.

    items      what is to be made, and under which name
    journal    what has been made: SQLite, the only truth; reports are derived from it
    flow       worker processes -> device -> worker processes, with bounded queues between

`run` is the door. `bggen.batch.worker` is what the worker processes start, and never imports torch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bggen.batch.command import run
    from bggen.batch.request import BatchRequest

__all__ = ["BatchRequest", "run"]

_HOME = {"run": "bggen.batch.command", "BatchRequest": "bggen.batch.request"}


def __getattr__(name: str) -> Any:
    """Public names load at first use, so that a worker process starts light."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'bggen.batch' has no attribute {name!r}")

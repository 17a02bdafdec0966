"""A catalogue of any size, unattended, nothing lost.

    command    one run from start to exit code; `request`: what it was asked; `stopping` ends it early

    asked      what is to be made: `finder` looks at SOURCE
    due        what of that is still to be made: `plan`
    memory     what was made, and what people said of it: `journal`, the only truth
    stream     photos -> workers -> device -> workers -> pictures, with bounded queues between: `flow`;
               `ledger` writes down what becomes of every item
    workers    what the processes do on both sides of the device: `tasks`
    cluster    the same on Ray: `rayflow`
    places     where photos lie and pictures go: `stores`
    told       the screen, the reports, Prometheus: `voice`, `report`, `gauges`

`run` is the door. `bggen.batch.workers.worker` is what the worker processes start, and never imports torch.
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

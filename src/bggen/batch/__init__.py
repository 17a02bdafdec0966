"""A catalogue of any size, unattended, nothing lost.

    command    one run from start to exit code; `account` gives account of it, `stopping` ends it early

what is asked for
    request    a run's options; `decisions`, `prompts`, `tables`, `rows`: what tables and files say
    finder     looks at SOURCE; `walk`: at its folders; `items`, `names`: what is to be made under which name

what is made already
    journal    SQLite, the only truth; `state`, `lock`: where it lies and who may write it
    plan       items against their rows: `why`, `stamps`, `extras`, `painters`, `retouched`, `gone` and
               `watching` know what has changed, and whether that counts; `dry` only tells it

how it is made
    flow       worker processes -> device -> worker processes, with bounded queues between
               (`work`, `tasks`, `pool`, `worker`, `wire`, `buckets`, `painting`, `transfers`, `later`,
               `refusals`)
    rayflow    the same over a cluster: `cluster`, `node`
    ledger     what becomes of every item, written down as it happens
    stores     where photos and pictures lie; `outs`: a folder; `objects`: object stores

what is told
    report     all its forms, derived from the journal; `page`: the one for people
    voice      the screen and --json; `gauges`: Prometheus

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

"""HTTP around the engine: keys, limits, one process that owns the model, and the truth about its state.

    server     a listening socket, uvicorn, an orderly end; `app`: the routes; `service`: what is behind them

    door       connections, keys, rates, room in the queue: `gate`
    talk       a request's fields and files, and answers: `intake`, `answers`, `docs`
    work       CPU processes -> the model's process -> CPU processes: `worker`, `flow`, `model`

`run` is what `bggen serve` calls; `create_app` is for those who bring a server of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bggen.serve.config import ServeConfig, resolve

if TYPE_CHECKING:
    from fastapi import FastAPI

    from bggen.metrics import Metrics
    from bggen.serve.contract import PictureWorker
    from bggen.serve.fetches import Fetch
    from bggen.settings import Settings

__all__ = ["ServeConfig", "create_app", "resolve", "run"]


def create_app(
    config: ServeConfig, worker: PictureWorker, metrics: Metrics | None = None, fetch: Fetch | None = None
) -> FastAPI:
    """The app over a worker. FastAPI is imported here and not before."""
    from bggen.serve import app

    return app.create_app(config, worker, metrics, fetch)


def run(config: ServeConfig, settings: Settings) -> int:
    """Serve until a signal; returns the exit code."""
    from bggen.serve import server

    return server.run(config, settings)

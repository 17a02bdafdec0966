"""What the app needs of a worker."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from bggen.serve.orders import Answer, Failure, Order
from bggen.spec import PainterInfo


@dataclass(frozen=True, slots=True)
class State:
    """How the worker is, for /health/ready."""

    ready: bool
    why: str = ""
    info: PainterInfo | None = None
    restarts: int = 0
    broken: Failure | None = None


class PictureWorker(Protocol):
    """Anything that does this can stand behind the app."""

    def start(self) -> None:
        """Begin to load."""

    def submit(self, order: Order) -> Future[Answer]:
        """Take an order; the future fails with a BggenError."""
        ...

    def cancel(self, order_id: str) -> None:
        """Nobody waits for it any more."""

    def state(self) -> State:
        """Never blocks."""
        ...

    def close(self) -> None:
        """End everything."""


def shown(info: PainterInfo) -> str:
    """A model's name without the folder it lies in."""
    return PurePath(info.model).name

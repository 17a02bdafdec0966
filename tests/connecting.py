"""The server's connections in the test's own loop, with any app behind them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from uvicorn.server import ServerState

from bggen.metrics import Metrics
from bggen.serve.door import protocol
from bggen.serve.door.connections import Connections


@asynccontextmanager
async def serving(
    app: object, limit: int = 8, sending: int = 2**16, **settings: Any
) -> AsyncIterator[tuple[str, int]]:
    """The address of a server that an app stands behind.

    `sending`: bytes that the system holds for each client, or twice as many; `settings` are uvicorn's.
    """
    settings = {"timeout_keep_alive": 30} | settings
    config = uvicorn.Config(app, ws="none", log_config=None, lifespan="off", **settings)
    config.load()
    crowd, state = Connections(limit, Metrics()), ServerState()
    listening = await asyncio.get_running_loop().create_server(
        lambda: protocol.Protocol(config=config, server_state=state, app_state={}, crowd=crowd),
        "127.0.0.1",
        0,
    )
    async with listening:
        listening.sockets[0].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, sending)
        yield listening.sockets[0].getsockname()


@asynccontextmanager
async def talking_to(app: object) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A connection to a server that an app stands behind."""
    async with serving(app) as address:
        reader, writer = await asyncio.open_connection(*address)
        yield reader, writer
        writer.close()


async def slow_client(address: tuple[str, int]) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection whose client takes a few kB and then no more, until it is read from."""
    end = socket.socket()
    end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    end.setblocking(False)
    await asyncio.get_running_loop().sock_connect(end, address)
    return await asyncio.open_connection(sock=end, limit=1024)


async def nobody(_scope: object, receive: object, send: object) -> None:
    start = {"type": "http.response.start", "status": 401, "headers": [(b"content-length", b"0")]}
    await send(start)  # type: ignore[operator]  # as ASGI has it
    await send({"type": "http.response.body"})  # type: ignore[operator]  # as ASGI has it

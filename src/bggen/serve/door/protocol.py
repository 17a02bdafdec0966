"""HTTP/1.1 on a connection, with an end to every wait for whoever is at its other end."""

from __future__ import annotations

import asyncio
import contextlib
import select
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from bggen.serve.door.connections import Connections
from bggen.serve.door.ratelimit import address_of
from bggen.serve.problems import MEDIA_TYPE, SAFE, Refusal, problem, title

MAX_HEAD = 32 * 1024  # bytes of a request's line and headers
HEAD_SECONDS = 10.0  # for them to arrive in, from the connection or their first byte
BODY_SECONDS = 30.0  # for the rest of a body that nobody reads, since it was answered already
TAKING_SECONDS = 30.0  # for an answer to be taken in, and as long again as the slowest takes for its bytes
SLOWEST = 64 * 1024  # bytes a second
READ = 16 * 1024  # bytes read at a time: in chunks of one each they take the loop some 30 ms


class LastWords(asyncio.Transport):
    """A connection as the app's answers leave by it: see `Protocol.hang_up` on their end."""

    def __init__(self, protocol: Protocol) -> None:
        super().__init__()
        self._protocol = protocol

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """As it is."""
        self._protocol.transport.write(data)

    def is_closing(self) -> bool:
        """As it is."""
        return self._protocol.transport.is_closing()

    def close(self) -> None:
        """There will be no other answer."""
        self._protocol.hang_up()


class Protocol(H11Protocol):
    """A head, the rest of a body and the taking of an answer have their time; no HTTP gets a problem too."""

    address = ""  # as limits count it
    quiet_since = 0.0  # by the loop's clock
    _until: asyncio.TimerHandle | None = None  # what the client is still to send
    _untaken: asyncio.TimerHandle | None = None  # the answer that is still to go out
    _deaf = False  # whether what still arrives is thrown away
    _taken_by = 0.0  # by the loop's clock, when that must have gone; 0.0: no answer has had to wait yet

    def __init__(self, *args: Any, crowd: Connections, **kwargs: Any) -> None:
        """`crowd` counts this one; the rest is uvicorn's."""
        super().__init__(*args, **kwargs)
        self._crowd = crowd

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn
        """Whoever connects has something to say."""
        super().connection_made(transport)
        transport.set_write_buffer_limits(0)  # the least that isn't taken must show
        transport.max_size = READ  # type: ignore[attr-defined]  # of asyncio's own, which has no other way
        self.address, self.quiet_since = address_of(self.client[0] if self.client else ""), self.loop.time()
        if self._crowd.enter(self):
            self._wait(HEAD_SECONDS)
        else:
            detail = "too many connections have requests under way: try again later"
            self._refuse(Refusal(503, "too_many_connections", detail, retry_after=1))

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is awaited any more."""
        self._crowd.leave(self)
        self._wait_no_longer()
        self._write_no_longer()
        super().connection_lost(exc)

    def handle_events(self) -> None:
        """Each request's answer has its end by us."""
        super().handle_events()
        if self.cycle is not None:
            self.cycle.transport = LastWords(self)

    def hang_up(self) -> None:
        """After a last answer: end what is sent, and let the rest of a body arrive.

        Where bytes come that nobody takes, the system ends a connection at once, and its client may lose the
        answer.
        """
        if self._body_is_left():
            with contextlib.suppress(OSError):  # the client has hung up meanwhile
                self.transport.write_eof()
                return
        self.transport.close()

    def data_received(self, data: bytes) -> None:
        """A byte now and then keeps neither a head nor a body open."""
        if self.conn.our_state is h11.CLOSED or self._deaf:  # the rest of a body after a last answer
            return
        super().data_received(data)
        if self._head_has_begun() or self._body_is_left():
            if self._until is None:
                self._wait(HEAD_SECONDS)
        else:
            self._wait_no_longer()
        if self._is_answered() and self.timeout_keep_alive_task is None:  # any byte ended it
            self.timeout_keep_alive_task = self.loop.call_later(
                self.timeout_keep_alive, self.timeout_keep_alive_handler
            )
        self._crowd.settle()

    def on_response_complete(self) -> None:
        """A refusal doesn't read the body: it may arrive, so that the client gets to read the refusal.

        In chunks it is not even looked at, which takes long where they are small: that answer is the last.
        """
        self.quiet_since = self.loop.time()
        if self._untaken is None:
            self._taken_by = 0.0
        super().on_response_complete()
        if self._body_is_left():
            self._wait(BODY_SECONDS)
            if any(name == b"transfer-encoding" for name, _ in self.headers):
                self._deaf = True
                self.hang_up()
        self._crowd.settle()

    def pause_writing(self) -> None:
        """The answer is taken more slowly than it is written, whole or piece by piece."""
        super().pause_writing()
        since = self._taken_by or self.loop.time() + TAKING_SECONDS
        self._taken_by = since + self.transport.get_write_buffer_size() / SLOWEST
        self._untaken = self.loop.call_at(self._taken_by, self.transport.abort)

    def resume_writing(self) -> None:
        """All of it, or of its latest pieces, has gone out."""
        self._write_no_longer()
        if self._is_answered():
            self._taken_by = 0.0
        super().resume_writing()

    def is_idle(self) -> bool:
        """No request is under way, and the latest answer has gone."""
        return self._untaken is None and self._is_answered()

    def is_stalled(self) -> bool:
        """An answer waits for its client to take it."""
        return self._untaken is not None

    def has_unread(self) -> bool:
        """Something has arrived that will be read presently: the loop takes in all new connections first."""
        if self.transport.is_closing() or self.is_stalled():
            return False
        waiting = select.poll()
        waiting.register(self.transport.get_extra_info("socket"), select.POLLIN)
        return bool(waiting.poll(0))

    def drop(self) -> None:
        """Hang up at once."""
        self.transport.abort()

    def send_400_response(self, msg: str) -> None:
        """Instead of uvicorn's plain text."""
        self._refuse(Refusal(400, "bad_request", "this is no valid HTTP request"))

    def _should_upgrade(self) -> bool:
        """Never, and without a line in the log: curl's --http2 offers another protocol with each request."""
        return False

    def _is_answered(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _head_has_begun(self) -> bool:
        return self.conn.their_state is h11.IDLE and bool(self.conn.trailing_data[0])

    def _body_is_left(self) -> bool:
        answered = self.conn.our_state in (h11.DONE, h11.CLOSED)
        return answered and self.conn.their_state is h11.SEND_BODY

    def _wait(self, seconds: float) -> None:
        self._until = self.loop.call_later(seconds, self._too_late)

    def _wait_no_longer(self) -> None:
        if self._until is not None:
            self._until.cancel()
            self._until = None

    def _write_no_longer(self) -> None:
        if self._untaken is not None:
            self._untaken.cancel()
            self._untaken = None

    def _too_late(self) -> None:
        if self._head_has_begun():
            detail = f"the head of the request took longer than {HEAD_SECONDS:g} s"
            self._refuse(Refusal(408, "upload_timeout", detail))
        self.transport.close()

    def _refuse(self, error: Refusal) -> None:
        """Answer where there is no request that the app could answer, and hang up."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):  # else an answer has begun already
            response = problem(error, "none")
            body = bytes(response.body)
            headers = [
                ("content-type", MEDIA_TYPE),
                ("content-length", str(len(body))),
                ("connection", "close"),
                *SAFE.items(),
                *error.headers,
            ]
            reason = title(error.http_status).encode()
            for event in (
                h11.Response(status_code=error.http_status, headers=headers, reason=reason),
                h11.Data(data=body),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

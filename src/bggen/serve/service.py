"""What stands behind the routes: reading, charging, fetching, waiting for the worker, answering."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from fastapi import Request, Response
from starlette.responses import JSONResponse

from bggen.errors import BggenError
from bggen.metrics import Metrics
from bggen.options import OPAQUE
from bggen.serve.config import ServeConfig
from bggen.serve.contract import PictureWorker, shown
from bggen.serve.door.admission import Admission, Place
from bggen.serve.door.gate import Trace
from bggen.serve.door.keys import KeyRing
from bggen.serve.door.ratelimit import RateLimiter
from bggen.serve.fetches import Fetch, Fetches
from bggen.serve.orders import Answer, Order
from bggen.serve.problems import GONE, Refusal
from bggen.serve.talk.answers import Choice, negotiate, respond
from bggen.serve.talk.intake import Asked, Intake

FETCHES = 8  # at once
LATE = 5.0  # seconds for the worker to say itself that a deadline is over


class Service:
    """What the routes share."""

    def __init__(
        self, config: ServeConfig, worker: PictureWorker, metrics: Metrics, fetch: Fetch | None
    ) -> None:
        self.config, self.worker, self.metrics = config, worker, metrics
        self.keys = KeyRing(config.api_keys, config.key_file)
        self.admission = Admission(config.queue, config.queue_bytes, metrics)
        self.limiter = RateLimiter(config)
        self.intake = Intake(config.options, config.max_variants)
        self.fetches = Fetches(fetch, FETCHES) if fetch is not None else None

    async def upload(self, request: Request) -> Response:
        """POST /generate."""
        trace, arrived = trace_of(request), time.monotonic()
        self._refuse_unless_ready()
        return await self._serve(request, trace, await self.intake.form(request), arrived)

    async def by_url(self, request: Request) -> Response:
        """POST /generate/url."""
        trace, arrived = trace_of(request), time.monotonic()
        self._refuse_unless_ready()
        return await self._serve(request, trace, await self.intake.json(request), arrived)

    async def ready(self, request: Request) -> Response:
        """GET /health/ready."""
        state = self.worker.state()
        if self.admission.draining:
            raise Refusal(503, "draining", "the server is about to stop", retry_after=5)
        if not state.ready:
            raise Refusal(503, "not_ready", state.why, retry_after=2)
        name = shown(state.info) if state.info else ""
        return JSONResponse({"status": "ready", "model": name, "restarts": state.restarts})

    async def scrape(self, request: Request) -> Response:
        """GET /metrics."""
        body, kind = self.metrics.text()
        return Response(body, headers={"Content-Type": kind})

    def close(self) -> None:
        """End what belongs to the app."""
        if self.fetches is not None:
            self.fetches.close()
        self.worker.close()
        self.intake.close()

    async def _serve(self, request: Request, trace: Trace, asked: Asked, arrived: float) -> Response:
        try:
            options = asked.options
            trace.prompt = options.prompt
            choice = negotiate(
                request.headers.get("accept"),
                asked.format,
                options.format,
                options.variants,
                OPAQUE if options.transparent else (),
            )
            answer = await self._answer(request, trace, asked, choice, arrived + self.config.deadline)
        finally:
            asked.forget()
        trace.timings = answer.timings
        seconds = sum(v for k, v in answer.timings.items() if k in ("prepare", "paint", "complete"))
        if any(made.verdict == "review" for made in answer.pictures):
            trace.reason = "review"
        response = await respond(answer, choice.how, trace.id)
        self.admission.finish(trace.place, response.held, len(answer.pictures), seconds)
        return response

    async def _answer(
        self, request: Request, trace: Trace, asked: Asked, choice: Choice, deadline: float
    ) -> Answer:
        """Fetch where needed, then wait for the worker, for as long as the client does.

        Pictures count once there is room for all that they are made of, and the order is about to be given.
        """
        gone = asyncio.ensure_future(_disconnected(request))
        try:
            data, mask = asked.data, asked.mask
            if asked.url:
                started = time.monotonic()
                data = await self._fetched(asked.url, trace, gone, deadline)
                if asked.mask_url:
                    mask = await self._fetched(asked.mask_url, trace, gone, deadline)
                self.metrics.stage_seconds.observe(time.monotonic() - started, "fetch")
            await self._charge(trace, asked.options.variants)
            self.admission.expect(trace.place, asked.options.variants)
            order = Order(
                uuid.uuid4().hex,
                asked.options,
                data,
                choice.format,
                deadline,
                mask,
                asked.title,
                trace.place.caller,
                self._on_made(trace.place),
            )
            future = asyncio.wrap_future(self.worker.submit(order))
            either: list[asyncio.Future[Any]] = [future, gone]
            patience = max(0.0, deadline + LATE - time.monotonic())
            await asyncio.wait(either, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
            if future.done():
                return future.result()
            future.add_done_callback(_forget)  # it will fail, and nobody is there to see
            self.worker.cancel(order.id)
            if gone.done():
                raise Refusal(GONE, "cancelled", "the client went away")
            raise Refusal(504, "deadline", "not done in time, and the worker says nothing: again later")
        finally:
            gone.cancel()

    def _on_made(self, place: Place) -> Callable[[int], None]:
        """Counts each picture as it is finished: the others of its order may take minutes yet."""
        loop = asyncio.get_running_loop()

        def made(size: int) -> None:
            with suppress(RuntimeError):  # the loop has ended, and with it all that counts
                loop.call_soon_threadsafe(self.admission.made, place, size)

        return made

    async def _fetched(self, url: str, trace: Trace, gone: asyncio.Future[None], deadline: float) -> bytes:
        if self.fetches is None:
            raise Refusal(501, "missing_extra", "fetching URLs is not available in this version")
        fetching = asyncio.wrap_future(self.fetches.submit(url, trace.place.caller))
        either: list[asyncio.Future[Any]] = [fetching, gone]
        try:
            async with self.admission.patience(trace.place, deadline):
                await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            if not fetching.done():
                raise Refusal(GONE, "cancelled", "the client went away")
            self.admission.hold(trace.place, len(data := fetching.result()))
            return data
        except TimeoutError as error:
            raise Refusal(504, "deadline", "fetching the URL took too long") from error
        except BggenError as error:
            if error.reason == "fetch_refused":
                self.metrics.fetch_blocked.add()
            raise
        finally:
            fetching.cancel()  # where it hasn't begun: those who wait go before those who left

    async def _charge(self, trace: Trace, pictures: int) -> None:
        """Every picture counts, not every request."""
        standing = await self.limiter.settle(trace.pending, pictures)
        if pictures > standing.limit > 0:
            most = (
                f"variants: at most {standing.limit}, for as many pictures are allowed in {standing.window} s"
            )
            raise Refusal(422, "usage", most)
        trace.headers = standing.headers()
        if not standing.allowed:
            self.metrics.rate_limited.add("generate")
            detail = f"each picture counts, and {pictures} are too many now: wait as Retry-After says"
            raise Refusal(429, "rate_limited", detail, headers=standing.headers())

    def _refuse_unless_ready(self) -> None:
        state = self.worker.state()
        if not state.ready:
            self.metrics.rejected.add("not_ready")
            raise Refusal(503, "not_ready", state.why, retry_after=max(2, self.admission.retry_after()))


def trace_of(request: Request) -> Trace:
    """What the gate knows of a request."""
    trace: Trace = request.scope["bggen"]
    return trace


async def _disconnected(request: Request) -> None:
    """Returns when the client has closed the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _forget(future: asyncio.Future[Any]) -> None:
    with suppress(BaseException):
        future.result()

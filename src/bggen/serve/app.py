"""The app: a factory, five routes, and one door for everything that goes wrong."""

from __future__ import annotations

import asyncio
import logging
import time
import uuid
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse

from bggen import __version__
from bggen.errors import BggenError
from bggen.metrics import Metrics
from bggen.serve import docs
from bggen.serve.admission import Admission
from bggen.serve.answers import Choice, negotiate, respond
from bggen.serve.config import ServeConfig
from bggen.serve.contract import PictureWorker, shown
from bggen.serve.gate import Gate, Trace
from bggen.serve.intake import Asked, Intake
from bggen.serve.keys import KeyRing
from bggen.serve.orders import Answer, Order
from bggen.serve.problems import GONE, Refusal, problem, scrub, title
from bggen.serve.ratelimit import RateLimiter

log = logging.getLogger("bggen.serve")
Fetch = Callable[[str], bytes]
"""Fetches a picture from a checked address. Raises FetchRefused or BadInput."""

FETCHES = 8  # at once
LATE = 5.0  # seconds for the worker to say itself that a deadline is over
REASONS = {400: "bad_request", 404: "not_found", 405: "method_not_allowed", 413: "too_many_bytes"}


class Service:
    """What the routes share."""

    def __init__(
        self, config: ServeConfig, worker: PictureWorker, metrics: Metrics, fetch: Fetch | None
    ) -> None:
        self.config, self.worker, self.metrics, self.fetch = config, worker, metrics, fetch
        self.keys = KeyRing(config.api_keys, config.key_file)
        self.admission = Admission(config.queue, config.queue_bytes, metrics)
        self.limiter = RateLimiter(config)
        self.intake = Intake(config.options, config.max_variants)
        self._threads = ThreadPoolExecutor(FETCHES, thread_name_prefix="fetch")

    async def upload(self, request: Request) -> Response:
        """POST /generate."""
        trace, arrived = _trace(request), time.monotonic()
        self._refuse_unless_ready()
        return await self._serve(request, trace, await self.intake.form(request), arrived)

    async def by_url(self, request: Request) -> Response:
        """POST /generate/url."""
        trace, arrived = _trace(request), time.monotonic()
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
        self._threads.shutdown(wait=False, cancel_futures=True)
        self.worker.close()
        self.intake.close()

    async def _serve(self, request: Request, trace: Trace, asked: Asked, arrived: float) -> Response:
        try:
            options = asked.options
            trace.prompt = options.prompt
            choice = negotiate(
                request.headers.get("accept"),
                asked.format,
                self.config.options.format,
                options.variants,
            )
            await self._charge(trace, options.variants - 1)
            answer = await self._answer(request, trace, asked, choice, arrived + self.config.deadline)
        finally:
            asked.forget()
        trace.timings = answer.timings
        trace.finished_in = sum(v for k, v in answer.timings.items() if k in ("prepare", "paint", "complete"))
        if any(made.verdict == "review" for made in answer.pictures):
            trace.reason = "review"
        return await respond(answer, choice.how, trace.id)

    async def _answer(
        self, request: Request, trace: Trace, asked: Asked, choice: Choice, deadline: float
    ) -> Answer:
        """Fetch where needed, then wait for the worker, for as long as the client does."""
        gone = asyncio.ensure_future(_disconnected(request))
        try:
            data, mask = asked.data, asked.mask
            if asked.url:
                started = time.monotonic()
                data = await self._fetched(asked.url, gone, deadline)
                self.admission.hold(trace.place, len(data))
                if asked.mask_url:
                    mask = await self._fetched(asked.mask_url, gone, deadline)
                    self.admission.hold(trace.place, len(mask))
                self.metrics.stage_seconds.observe(time.monotonic() - started, "fetch")
            order = Order(uuid.uuid4().hex, asked.options, data, choice.format, deadline, mask, asked.title)
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

    async def _fetched(self, url: str, gone: asyncio.Future[None], deadline: float) -> bytes:
        if self.fetch is None:
            raise Refusal(501, "missing_extra", "fetching URLs is not available in this version")
        loop = asyncio.get_running_loop()
        fetching = asyncio.ensure_future(loop.run_in_executor(self._threads, self.fetch, url))
        patience = max(0.0, deadline - time.monotonic())
        either: list[asyncio.Future[Any]] = [fetching, gone]
        try:
            await asyncio.wait(either, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
            if fetching.done():
                return fetching.result()
        except BggenError as error:
            if error.reason == "fetch_refused":
                self.metrics.fetch_blocked.add()
            raise
        fetching.cancel()  # where it hasn't begun: those who wait go before those who left
        if gone.done():
            raise Refusal(GONE, "cancelled", "the client went away")
        raise Refusal(504, "deadline", "fetching the URL took too long")

    async def _charge(self, trace: Trace, more: int) -> None:
        """Every picture counts, not every request; the first was counted at the gate."""
        if more <= 0:
            return
        standing = await self.limiter.hit("generate", trace.account, more)
        if more >= standing.limit > 0:
            most = (
                f"variants: at most {standing.limit}, for as many pictures are allowed in {standing.window} s"
            )
            raise Refusal(422, "usage", most)
        trace.headers = standing.headers()
        if not standing.allowed:
            self.metrics.rate_limited.add("generate")
            detail = f"each picture counts, and {more + 1} are too many now: wait as Retry-After says"
            raise Refusal(429, "rate_limited", detail, headers=standing.headers())

    def _refuse_unless_ready(self) -> None:
        state = self.worker.state()
        if not state.ready:
            self.metrics.rejected.add("not_ready")
            raise Refusal(503, "not_ready", state.why, retry_after=max(2, self.admission.retry_after()))


def create_app(
    config: ServeConfig,
    worker: PictureWorker,
    metrics: Metrics | None = None,
    fetch: Fetch | None = None,
) -> FastAPI:
    """The app over a worker; its lifespan starts and ends the worker.

    `fetch` opens URLs for POST /generate/url; without it that route answers 501. Raises UsageError for a key
    file that can't be read, MissingExtra for a Redis address without its package.
    """
    service = Service(config, worker, metrics or Metrics(), fetch)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        service.metrics.build.set(1, __version__)
        worker.start()
        yield
        await asyncio.to_thread(service.close)

    app = FastAPI(
        title="bggen",
        version=__version__,
        description="Puts an AI scene behind a product photo; the product stays untouched, and every picture "
        "carries the proof.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.service = service
    _add_routes(app, service)
    _add_handlers(app)
    app.openapi = docs.schema_of(app, config)  # type: ignore[method-assign]  # as FastAPI asks
    app.add_middleware(
        Gate,
        config=config,
        keys=service.keys,
        limiter=service.limiter,
        admission=service.admission,
        metrics=service.metrics,
    )
    return app


def _add_routes(app: FastAPI, service: Service) -> None:
    @app.post("/generate", **docs.GENERATE)
    async def generate(request: Request) -> Response:
        return await service.upload(request)

    @app.post("/generate/url", **docs.GENERATE_URL)
    async def generate_url(request: Request) -> Response:
        return await service.by_url(request)

    @app.get("/health", **docs.HEALTH)
    async def health() -> Response:
        return JSONResponse({"status": "ok"})

    @app.get("/health/ready", **docs.READY)
    async def ready(request: Request) -> Response:
        return await service.ready(request)

    @app.get("/metrics", **docs.METRICS)
    async def metrics(request: Request) -> Response:
        return await service.scrape(request)

    @app.get("/docs", include_in_schema=False)
    async def page(request: Request) -> Response:
        headers = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
        return HTMLResponse(docs.page(app.openapi(), str(request.base_url)), headers=headers)

    @app.get("/", include_in_schema=False)
    async def root() -> Response:
        return RedirectResponse("/docs", 307)


def _add_handlers(app: FastAPI) -> None:
    async def ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, BggenError)
        _trace(request).reason = error.reason
        if error.http_status == GONE:
            return Response(status_code=GONE)  # nobody is there; the log and the metrics are
        return problem(error, _trace(request).id)

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        status, detail = error.status_code, scrub(str(error.detail))
        reason = REASONS.get(status, "http_error")
        if status == 404:
            detail = "there is nothing here: see /docs"
        elif status == 405:
            detail = f"{request.method} is not on offer here: see /docs"
        _trace(request).reason = reason
        extra = [(k.title(), v) for k, v in (error.headers or {}).items()]
        return problem(Refusal(status, reason, detail or title(status), headers=extra), _trace(request).id)

    async def left(request: Request, error: Exception) -> Response:
        _trace(request).reason = "cancelled"
        return Response(status_code=GONE)

    app.add_exception_handler(BggenError, ours)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(ClientDisconnect, left)


def _trace(request: Request) -> Trace:
    trace: Trace = request.scope["bggen"]
    return trace


async def _disconnected(request: Request) -> None:
    """Returns when the client has closed the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _forget(future: asyncio.Future[Any]) -> None:
    with suppress(BaseException):
        future.result()

"""The app: a factory, five routes, and one door for everything that goes wrong."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse

from bggen import __version__
from bggen.errors import BggenError
from bggen.metrics import Metrics
from bggen.serve.config import ServeConfig
from bggen.serve.contract import PictureWorker
from bggen.serve.door.gate import Gate
from bggen.serve.fetches import Fetch
from bggen.serve.problems import GONE, Refusal, problem, scrub, title
from bggen.serve.service import Service, trace_of
from bggen.serve.talk import docs

#: status of an error that the framework raised -> its reason word
FRAMEWORK = {400: "bad_request", 404: "not_found", 405: "method_not_allowed", 413: "too_many_bytes"}


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
        if config.redis_url:  # a wrong one is told in the log at once, not at the first caller's cost
            await service.limiter.peek("generate", "")
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
        return HTMLResponse(docs.page(app.openapi(), str(request.base_url)), headers=docs.PAGE_HEADERS)

    @app.get("/", include_in_schema=False)
    async def root() -> Response:
        return RedirectResponse("docs", 307)  # from where it stands: a proxy may have it below a path


def _add_handlers(app: FastAPI) -> None:
    async def ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, BggenError)
        trace_of(request).reason = error.reason
        if error.http_status == GONE:
            return Response(status_code=GONE)  # nobody is there; the log and the metrics are
        return problem(error, trace_of(request).id)

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        status, detail = error.status_code, scrub(str(error.detail))
        reason = FRAMEWORK.get(status, "http_error")
        if status == 404:
            detail = "there is nothing here: see /docs"
        elif status == 405:
            detail = f"{request.method} is not on offer here: see /docs"
        trace_of(request).reason = reason
        extra = [(k.title(), v) for k, v in (error.headers or {}).items()]
        return problem(Refusal(status, reason, detail or title(status), headers=extra), trace_of(request).id)

    async def left(request: Request, error: Exception) -> Response:
        trace_of(request).reason = "cancelled"
        return Response(status_code=GONE)

    app.add_exception_handler(BggenError, ours)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(ClientDisconnect, left)

"""RFC 9457 for everything that goes wrong: one line a person can act on, and a word a program can."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Any

from starlette.responses import JSONResponse

from bggen.errors import INPUT_STATUS, BadInput, BggenError, OutOfMemory, PaintFailed

MEDIA_TYPE = "application/problem+json"
#: an absolute path in a message: only its last part may leave the machine
PATH = re.compile(r"(?<![\w:/.])(?:[A-Za-z]:\\|/)(?:[^\s/\\'\"]+[/\\])+([^\s/\\'\"]*)")
#: advice for the command line or the server's owner, and what it is for whoever sent a request
ADVICE = (
    (re.compile(r", or install 'bggen\[.*$"), ""),
    (re.compile(r"with --mask FILE"), "as a file in 'mask', or by 'mask_url'"),
    (re.compile(r"with --roi (?=[A-Z])"), "in 'roi' as "),
    (re.compile(r"--([a-z]+(?:-[a-z]+)*)(?: FILE)?"), r"\1"),
)
NAMES = {413: "Content Too Large", 422: "Unprocessable Content"}  # newer than some of the Pythons
SAFE = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}  # of every answer
GONE = 499  # the client closed the connection: seen in logs and metrics only


class Refusal(BggenError):
    """A request that is answered with a problem: status, reason word, and headers to go with it."""

    def __init__(
        self,
        status: int,
        reason: str,
        detail: str,
        *,
        retry_after: int | None = None,
        headers: Iterable[tuple[str, str]] = (),
        errors: list[dict[str, str]] | None = None,
    ) -> None:
        super().__init__(detail, reason=reason)
        self.http_status = status
        extra = [("Retry-After", str(retry_after))] if retry_after is not None else []
        self.headers = [*headers, *extra]
        self.errors = errors


def problem(error: BggenError, request_id: str) -> JSONResponse:
    """The answer to an error of ours."""
    body: dict[str, Any] = {
        "type": f"/docs#{error.reason}",
        "title": title(error.http_status),
        "status": error.http_status,
        "detail": detail_of(error),
        "instance": f"urn:bggen:request:{request_id}",
        "reason": error.reason,
        "request_id": request_id,
    }
    headers: dict[str, str] = {}
    if isinstance(error, Refusal):
        headers = dict(error.headers)
        if error.errors:
            body["errors"] = error.errors
    elif error.http_status == 503:
        headers = {"Retry-After": "5"}
    return JSONResponse(body, error.http_status, headers, MEDIA_TYPE)


def detail_of(error: BggenError) -> str:
    """Our own messages without paths and flags; what a foreign library said stays in the log."""
    if isinstance(error, PaintFailed) and not isinstance(error, OutOfMemory):
        return "the model failed on this picture"
    return advice(scrub(str(error)))


def advice(text: str) -> str:
    """A message for the command line, as advice to whoever sent a request."""
    for pattern, words in ADVICE:
        text = pattern.sub(words, text)
    return text


def scrub(text: str) -> str:
    """One line without any folder of this machine."""
    return PATH.sub(r"\1", " ".join(text.split()))


def unexpected() -> Refusal:
    """Instead of whatever was raised."""
    return Refusal(500, "error", "something went wrong here; the log has it under the request's id")


def stopped() -> Refusal:
    """For requests that a stop leaves without a picture."""
    return Refusal(503, "draining", "the server stopped before this picture was made", retry_after=5)


def title(status: int) -> str:
    """The status's own name, by RFC 9110 and whatever Python runs."""
    if status in NAMES:
        return NAMES[status]
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def status_of(reason: str) -> int:
    """HTTP status for a reason word that came from another process."""
    known = {cls.reason: cls.http_status for cls in _tree(BggenError)} | INPUT_STATUS
    return known.get(reason, 422)


def _tree(cls: type[BggenError]) -> Iterator[type[BggenError]]:
    yield cls
    for child in cls.__subclasses__():
        if child not in (BadInput, Refusal):
            yield from _tree(child)

"""The OpenAPI document, and a page made from it that needs nothing from anywhere else."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from importlib import resources
from string import Template
from typing import Any, Literal

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, ConfigDict, Field

from bggen.serve.config import ServeConfig
from bggen.serve.problems import MEDIA_TYPE, title
from bggen.serve.talk.answers import MEDIA, AnswerBody
from bggen.serve.talk.fields import BY_FILE_TOO, UrlRequest, form_schema, served_name

REF = "#/components/schemas/"
CODE = re.compile("`([^`]+)`")
WORD = re.compile("auto|none|#[0-9a-fA-F]{6}")  # a reference or a background that is no file
#: reason word -> what it means and what to do; /docs lists them, and `type` of a problem points there
REASONS = {
    "usage": "a field has a wrong value; `errors` names each",
    "unknown_name": "a name that is not on offer here",
    "bad_request": "this is no valid HTTP, or the body no valid multipart/form-data",
    "not_json": "the body is not JSON",
    "empty": "the photo has no bytes",
    "not_an_image": "the photo is in no format that can be read",
    "unsupported": "this kind of body or picture is not taken",
    "truncated": "the photo is cut short: export it anew",
    "corrupt": "the photo is damaged: export it anew",
    "too_many_bytes": "over the limit in bytes: scale the picture down",
    "too_many_pixels": "over the limit in pixels: scale the picture down",
    "too_small": "under 32 pixels a side",
    "aspect_ratio": "too long and thin",
    "canvas_size": "the canvas is too large, or too small for the margin or the product: ask for a `size`",
    "over_preset": "the finished file has more bytes than the preset takes: ask for JPEG or a smaller size",
    "needs_mask": "no honest cut-out is possible: send `mask`, white on black, or say by `roi` where it is",
    "mask_size": "mask and photo have different shapes",
    "roi_size": "the `roi` ends beyond the photo, or is under 32 pixels a side",
    "fetch_refused": "the URL must not or can't be fetched",
    "fetch_timeout": "the URL's server is too slow, or not there",
    "unreadable": "a file that the server's owner named can't be read",
    "unauthorized": "no key, or a wrong one",
    "licence_refused": "the licence of these weights was not accepted by the server's owner",
    "wrong_host": "a server without keys answers to localhost only",
    "not_found": "no such address",
    "method_not_allowed": "another method is needed; see `Allow`",
    "not_acceptable": "the Accept header names nothing on offer",
    "upload_timeout": "the request took too long to arrive",
    "rate_limited": "too many requests or pictures of this key, or wrong keys: wait as `Retry-After` says",
    "too_many_connections": "every connection that may be open has a request under way: try again later",
    "queue_full": "too many requests are waiting: try again later",
    "queue_bytes": "too many bytes are waiting, or are answers still to be taken: try again later",
    "fair_share": "this key has its share, and the rest is for others: wait as `Retry-After` says",
    "not_ready": "the model is loading or starting again",
    "draining": "the server is about to stop: ask another one",
    "worker_died": "a process of the server died over this picture: try again",
    "out_of_memory": "the device has too little memory for this size",
    "deadline": "not done in time: ask for less, or again later",
    "weights_missing": "a model is not on the server",
    "missing_extra": "an optional package is not on the server",
    "decoder_crash": "opening the photo killed its process: export it anew",
    "timeout": "opening the photo took too long",
    "check_failed": "the finished picture failed its own checks",
    "paint_failed": "the model failed on this picture",
    "error": "a bug of ours; the log has it under the request's id",
}
HEADERS: dict[str, Any] = {
    "X-Seed": {"schema": {"type": "integer"}, "description": "asks for the same picture again"},
    "X-Confidence": {"schema": {"type": "number"}, "description": "0 to 1, what the checks say"},
    "X-Model": {"schema": {"type": "string"}, "description": "who painted"},
    "X-Verdict": {"schema": {"type": "string", "enum": ["ok", "review"]}, "description": "of the checks"},
}
REQUEST_ID: dict[str, Any] = {
    "X-Request-ID": {"schema": {"type": "string"}, "description": "yours if it was given, and in the log"}
}
RETRY_AFTER: dict[str, Any] = {
    "Retry-After": {"schema": {"type": "integer", "minimum": 1}, "description": "seconds to wait"}
}
PICTURE = {
    "description": "The picture, or JSON with every picture and its record.",
    "headers": HEADERS | REQUEST_ID,
    "content": {media: {"schema": {"type": "string", "format": "binary"}} for media in MEDIA}
    | {"application/json": {"schema": {"$ref": REF + "AnswerBody"}}},
}


#: the page runs nothing, loads nothing, sends nothing, and stands in no frame
PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


class Problem(BaseModel):
    """RFC 9457, with the reason as a word and the request's id."""

    model_config = ConfigDict(json_schema_extra={"example": {
        "type": "/docs#usage",
        "title": "Unprocessable Content",
        "status": 422,
        "detail": "steps: give a whole number from 1 to 200",
        "instance": "urn:bggen:request:5e0c2d",
        "reason": "usage",
        "request_id": "5e0c2d",
        "errors": [{"field": "steps", "message": "give a whole number from 1 to 200"}],
    }})  # fmt: skip

    type: str = Field(description="where /docs says what the reason means")
    title: str
    status: int = Field(ge=400, le=599)
    detail: str
    instance: str
    reason: str
    request_id: str
    errors: list[dict[str, str]] | None = Field(None, description="one entry a wrong field")


class Alive(BaseModel):
    """The process answers."""

    status: Literal["ok"]


class Warm(BaseModel):
    """So does the model."""

    status: Literal["ready"]
    model: str
    restarts: int = Field(ge=0, description="deaths of the model's process since the start")


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    content = {MEDIA_TYPE: {"schema": {"$ref": REF + "Problem"}}}
    return {
        status: {
            "description": title(status),
            "content": content,
            "headers": REQUEST_ID | (RETRY_AFTER if status in (429, 503) else {}),
        }
        for status in statuses
    }


def _operation(
    name: str, summary: str, media: str, schema: dict[str, Any], example: dict[str, str]
) -> dict[str, Any]:
    body = {"required": True, "content": {media: {"schema": schema, "example": example}}}
    return {
        "operation_id": name,
        "summary": summary,
        "tags": ["pictures"],
        "responses": {200: PICTURE}
        | _problems(400, 401, 403, 406, 408, 413, 415, 422, 429, 500, 501, 503, 504),
        "openapi_extra": {"requestBody": body},
    }


GENERATE = _operation(
    "generate",
    "A picture from an uploaded photo",
    "multipart/form-data",
    {"$ref": REF + "GenerateForm"},
    {"photo": "@product.png", "prompt": "on a walnut table, soft light from the left"},
)
GENERATE_URL = _operation(
    "generate_from_url",
    "A picture from a photo at a public address",
    "application/json",
    {"$ref": REF + "UrlRequest"},
    {"url": "https://example.com/product.jpg", "prompt": "on white marble"},
)


def _probe(name: str, summary: str, kind: type[BaseModel], *problems: int) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": REF + kind.__name__}}}
    told = {"description": kind.__doc__, "content": content, "headers": REQUEST_ID}
    responses = {200: told} | _problems(*problems)
    return {"operation_id": name, "summary": summary, "tags": ["health"], "responses": responses}


HEALTH = _probe("health", "The process is alive", Alive, 403)
READY = _probe(
    "ready", "The model is warm and answers; 503 while it loads, restarts or drains", Warm, 403, 503
)
METRICS: dict[str, Any] = {
    "operation_id": "metrics",
    "summary": "Figures for Prometheus",
    "tags": ["health"],
    "responses": {200: {"description": "Metrics", "content": {"text/plain": {"schema": {"type": "string"}}}}}
    | _problems(401, 403, 429),
}


def schema_of(app: FastAPI, config: ServeConfig) -> Callable[[], dict[str, Any]]:
    """FastAPI's document with our schemas and keys, made once."""
    made: dict[str, Any] = {}

    def openapi() -> dict[str, Any]:
        if not made:
            made.update(get_openapi(title=app.title, version=app.version, description=app.description,
                                    routes=app.routes))  # fmt: skip
            _complete(made, config)
        return made

    return openapi


def _complete(document: dict[str, Any], config: ServeConfig) -> None:
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for kind in (Problem, Alive, Warm, AnswerBody, UrlRequest):
        schema = kind.model_json_schema(ref_template=REF + "{model}")
        schemas |= schema.pop("$defs", {})
        schemas[kind.__name__] = schema
    schemas["GenerateForm"] = form_schema()
    for name in ("GenerateForm", "UrlRequest"):
        _own_defaults(schemas[name]["properties"], config)
    for path in document["paths"].values():
        for operation in path.values():
            operation["responses"] = {
                status: response for status, response in operation["responses"].items() if status != "default"
            }
    if not config.has_keys:
        return
    components["securitySchemes"] = {
        "bearer": {"type": "http", "scheme": "bearer"},
        "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
    }
    closed = ["/generate", "/generate/url", *([] if config.open_metrics else ["/metrics"])]
    for path in closed:
        for operation in document["paths"][path].values():
            operation["security"] = [{"bearer": []}, {"key": []}]


def _own_defaults(properties: dict[str, Any], config: ServeConfig) -> None:
    """What this server takes where a request says nothing, how much of it, and the one model it serves."""
    for name, field in properties.items():
        own = getattr(config.options, name, None)
        field.pop("default", None)
        is_file = name in BY_FILE_TOO and own and not WORD.fullmatch(own)
        if own not in (None, "") and not is_file:
            field["default"] = own
    properties["variants"]["maximum"] = config.max_variants
    served = served_name(config.options)
    properties["model"] |= {"default": served, "enum": [served]}


def page(document: dict[str, Any], base_url: str) -> str:
    """The document for people: examples that work when pasted, all fields, all problems."""
    fields = document["components"]["schemas"]["GenerateForm"]["properties"]
    keyed = "securitySchemes" in document["components"]
    rows = "\n".join(_row(name, field) for name, field in fields.items())
    reasons = "\n".join(
        f'<tr id="{reason}"><td><code>{reason}</code></td><td>{_coded(says)}</td></tr>'
        for reason, says in REASONS.items()
    )
    template = Template(resources.files("bggen.serve.talk").joinpath("docs.html.in").read_text("utf-8"))
    return template.substitute(
        version=html.escape(document["info"]["version"]),
        description=html.escape(document["info"]["description"]),
        url=html.escape(base_url.rstrip("/")),
        key=' -H "Authorization: Bearer $API_KEY"' if keyed else "",
        fields=rows,
        reasons=reasons,
    )


def _row(name: str, field: dict[str, Any]) -> str:
    said = f" Default: <code>{html.escape(str(field['default']))}</code>." if "default" in field else ""
    return (
        f"<tr><td><code>{name}</code></td><td>{html.escape(_values(field))}</td>"
        f"<td>{_coded(field.get('description', ''))}.{said}</td></tr>"
    )


def _coded(text: str) -> str:
    """HTML of a text, with what stands in backticks as code."""
    return CODE.sub(r"<code>\1</code>", html.escape(text))


def _values(field: dict[str, Any]) -> str:
    """What a field takes, in a few words."""
    parts = [p for p in field.get("anyOf", [field]) if p.get("type") != "null"]
    words = []
    for part in parts:
        if part.get("format") == "binary":
            words.append("file")
        elif "enum" in part:
            words.append(" | ".join(map(str, part["enum"])))
        elif "minimum" in part and "maximum" in part:
            words.append(f"{part['minimum']} to {part['maximum']}")
        elif "exclusiveMinimum" in part and "maximum" in part:
            words.append(f"over {part['exclusiveMinimum']} to {part['maximum']}")
        else:
            words.append("text" if part.get("type") == "string" else str(part.get("type", "")))
    return ", ".join(words)

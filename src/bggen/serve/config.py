"""Everything about a server that is no matter of pictures."""

from __future__ import annotations

import ipaddress
import os
import re
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ByteSize, ConfigDict, Field, ValidationInfo, field_validator

from bggen.errors import UsageError
from bggen.options import Options
from bggen.serve.orders import Admission
from bggen.settings import build, default_workers, flag, refuse_misnamed, variables
from bggen.wording import several

RATE = re.compile(r"(\d+)/(?:(\d+)\s*)?(s|second|m|minute|h|hour|d|day)s?")
RATES = ("generate_rate", "read_rate", "failed_auth_rate")
HOST = re.compile(r"[^\s/:@*?#]+|[0-9a-fA-F:.]+")  # a name, or an address
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class ServeConfig(BaseModel):
    """A server's settings. Rates are `COUNT/PERIOD`, such as `60/minute`; an empty one is no limit."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    host: str = Field("127.0.0.1", description="address to listen on; without a key only loopback")
    port: int = Field(8000, ge=0, le=65535)
    api_keys: tuple[str, ...] = Field((), repr=False, description="keys as they are sent")
    key_file: Path | None = Field(None, description="lines ID:SHA256HEX[:EXPIRES], read anew on change")
    options: Options = Field(Options(), description="the picture's defaults, and which model is served")

    generate_rate: str = Field("60/minute", description="pictures a key may ask for")
    read_rate: str = Field(
        "600/minute", description="other requests of a key, and those for pictures that find no room"
    )
    failed_auth_rate: str = Field(
        "10/minute", description="wrong or missing keys from one address; a valid long one passes"
    )
    redis_url: str | None = Field(
        None, repr=False, description="redis://...: limits shared by several servers"
    )
    trusted_proxies: str = Field(
        "", description="addresses or networks whose X-Forwarded-For counts, comma separated"
    )

    queue: int = Field(
        64,
        ge=1,
        description="requests at work or waiting for it, those that are arriving or leaving not counted; "
        "of several keys, each takes what others leave free, and one that comes has a place or the next",
    )
    queue_bytes: ByteSize = Field(
        ByteSize(512 * 2**20),
        ge=1,
        description="bodies, fetched pictures and answers held at once, until they are taken: 512MiB; "
        "of several keys, none takes more than it leaves free",
    )
    max_connections: int = Field(
        1024, validate_default=True, description="open at once, idle ones included; more than queue"
    )
    max_upload: ByteSize = Field(
        ByteSize(64 * 2**20), ge=1024, validate_default=True, description="one request's body: 64MiB"
    )
    max_variants: int = Field(8, ge=1, le=64, description="pictures of one request")
    upload_seconds: float = Field(30.0, gt=0, description="for a body to arrive in")
    deadline: float = Field(120.0, gt=0, description="seconds from a request's arrival to its answer")
    drain_seconds: float = Field(30.0, ge=0, description="for accepted requests, after SIGTERM")

    admission: Admission = Field("step", description="when a picture joins those being painted")
    batch_wait: float = Field(0.02, ge=0, le=5, description="seconds a scene may wait for company")
    max_batch: int | None = Field(None, ge=1, le=64, description="default: 8 on a GPU, else 1")
    cpu_workers: int | None = Field(None, ge=1, description="processes that open and finish pictures")
    worker_memory: int = Field(4096, ge=0, description="MiB of address space for each of them; 0: no limit")
    hang_seconds: float = Field(
        60.0,
        gt=0,
        description="silence after which the model's process is replaced; one that is stopped, at once",
    )

    allow_hosts: tuple[str, ...] = Field(
        (), description="the only hosts that URLs may name; empty: any public"
    )
    open_metrics: bool = Field(False, description="/metrics without a key")
    log_format: Literal["text", "json"] = "text"
    log_prompts: bool = Field(False, description="write prompts into the log")

    @field_validator(*RATES)
    @classmethod
    def _known_rate(cls, value: str) -> str:
        parse_rate(value)
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _own_proxies(cls, value: str) -> str:
        """In their usual form: uvicorn passes over what is none, and takes anybody's word where all count."""
        try:
            networks = [ipaddress.ip_network(part, strict=False) for part in several(value)]
        except ValueError as error:
            raise ValueError("give addresses or networks, such as 10.0.0.7,172.30.7.0/24") from error
        if not all(network.prefixlen for network in networks):
            raise ValueError("give your own proxies' networks: of all, any caller may say who it is")
        return ",".join(map(str, networks))

    @field_validator("allow_hosts")
    @classmethod
    def _names_alone(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        """In the form in which they are asked; with what is no name every URL would be refused."""
        if not all(map(HOST.fullmatch, value)):
            raise ValueError("give hosts' names alone, such as images.shop.example")
        return tuple(host if host.isascii() else host.encode("idna").decode() for host in value)

    @field_validator("max_connections")
    @classmethod
    def _holds_the_queue(cls, value: int, info: ValidationInfo) -> int:
        if value <= (queue := info.data.get("queue", 0)):
            raise ValueError(f"not more than queue ({queue}): raise it, or lower that")
        return value

    @field_validator("max_upload")
    @classmethod
    def _fits_the_queue(cls, value: ByteSize, info: ValidationInfo) -> ByteSize:
        if value > info.data.get("queue_bytes", value):  # such a body could never be taken
            raise ValueError(
                f"more than queue_bytes ({int(info.data['queue_bytes']):,}): lower it, or raise that"
            )
        return value

    @property
    def has_keys(self) -> bool:
        """Whether anyone is asked for a key."""
        return bool(self.api_keys) or self.key_file is not None

    def worker_count(self) -> int:
        """CPU processes that open and finish pictures."""
        return self.cpu_workers or default_workers()


def parse_rate(rate: str) -> tuple[int, int] | None:
    """(count, seconds) of `60/minute` or `100/5 minutes`; None for an empty one."""
    if not rate.strip():
        return None
    found = RATE.fullmatch(rate.strip().lower())
    if not found or int(found[1]) < 1 or int(found[2] or 1) < 1:
        raise ValueError("give a rate as 60/minute, 1000/hour or 100/5 minutes")
    return int(found[1]), int(found[2] or 1) * SECONDS[found[3][0]]


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach that address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def resolve(
    flags: dict[str, Any] | None = None, options: Options | None = None, environ: dict[str, str] | None = None
) -> ServeConfig:
    """Flags that were given (None: not given), then `BGGEN_*` and `API_KEY`, then defaults.

    A variable that is empty says nothing, but for a rate's, which says that there is no limit.
    Raises UsageError naming the first bad value.
    """
    env = dict(os.environ) if environ is None else environ
    merged, names = dict[str, Any](), dict[str, str]()
    known = variables(ServeConfig.model_fields.keys() - {"options", "api_keys"})
    refuse_misnamed(env, known | {"api_key": "API_KEY"})
    for name, variable in known.items():
        value = env.get(variable)
        if value is None or (value == "" and name not in RATES):
            continue
        is_list = ServeConfig.model_fields[name].annotation == tuple[str, ...]
        merged[name], names[name] = several(value) if is_list else value, variable
    merged["api_keys"] = several(env.get("API_KEY", ""))
    given = {name: value for name, value in (flags or {}).items() if value is not None}
    merged, names = merged | given, names | {name: flag(name) for name in given}
    if unknown := sorted(set(merged) - set(ServeConfig.model_fields)):
        raise UsageError(f"unknown setting {unknown[0]!r} of serve")
    return build(ServeConfig, merged | {"options": options or Options()}, names)

"""Many requests at once, every one accounted for: what the fault campaigns share."""

from __future__ import annotations

import argparse
import asyncio
import io
import re
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from PIL import Image

from tests.serving import Live, photo

UNANSWERED = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; `status` is UNANSWERED where nothing did."""

    number: int
    status: int
    seconds: float
    headers: httpx.Headers = field(default_factory=httpx.Headers)
    body: bytes = b""
    error: str = ""

    @property
    def reason(self) -> str:
        """The word of a problem."""
        found = re.search(rb'"reason":"(\w+)"', self.body)
        return found[1].decode() if found else ""

    def picture(self) -> Image.Image:
        """The body, opened."""
        return Image.open(io.BytesIO(self.body)).convert("RGB")


@asynccontextmanager
async def caller(url: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client without limits of its own."""
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=64)
    async with httpx.AsyncClient(base_url=url, limits=limits, timeout=60, trust_env=False) as http:
        yield http


async def ask(
    http: httpx.AsyncClient,
    number: int,
    data: bytes = photo(),
    headers: dict[str, str] | None = None,
    timeout: float = 60.0,
    **fields: str,
) -> Reply:
    """One POST /generate; never raises."""
    started = time.monotonic()
    try:
        answer = await http.post(
            "/generate",
            files={"photo": ("p.png", data)},
            data=fields,
            headers={"X-Request-ID": f"n-{number}"} | (headers or {}),
            timeout=timeout,
        )
    except httpx.HTTPError as error:
        return Reply(number, UNANSWERED, time.monotonic() - started, error=type(error).__name__)
    return Reply(number, answer.status_code, time.monotonic() - started, answer.headers, answer.content)


async def side_by_side(tasks: Iterable[Callable[[], Awaitable[Any]]], width: int) -> None:
    """Run them all, `width` at a time."""
    left = iter(tasks)

    async def lane() -> None:
        for task in left:
            await task()

    await asyncio.gather(*(lane() for _ in range(width)))


def statuses(replies: Iterable[Reply]) -> Counter[int]:
    """How many of each."""
    return Counter(reply.status for reply in replies)


def quantile(values: list[float], share: float) -> float:
    """Such as 0.99 of them are not above it."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else 0.0


def scrape(server: Live) -> dict[str, float]:
    """The server's own figures: `name{labels}` -> value."""
    lines = httpx.get(f"{server.url}/metrics", timeout=10).text.splitlines()
    rows = (line.rpartition(" ") for line in lines if not line.startswith("#"))
    return {name: float(value) for name, _, value in rows}


def memory(server: Live) -> int:
    """Bytes of their own that the server and its processes hold: shared files depend on who else runs."""
    total = 0
    for pid in (server.process.pid, *server.children()):
        try:
            text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        if found := re.search(r"Pss_Anon:\s+(\d+) kB", text):
            total += int(found[1]) * 1024
    return total


def short_form(says: str) -> bool:
    """Whether `--short` was given; `says` is the campaign's own help."""
    parser = argparse.ArgumentParser(description=says)
    parser.add_argument("--short", action="store_true", help="a few seconds instead of minutes")
    return bool(parser.parse_args().short)


class Findings:
    """What a campaign saw: figures to print, and what must hold."""

    def __init__(self, name: str) -> None:
        self._name, self._wrong = name, 0

    def say(self, text: str) -> None:
        """A figure."""
        print(f"{self._name}: {text}", flush=True)

    def hold(self, truth: bool, text: str) -> None:
        """Something that must be so."""
        if not truth:
            self._wrong += 1
            print(f"{self._name}: FAILED: {text}", flush=True)

    def end(self) -> None:
        """Exit 1 where anything didn't hold."""
        self.say("passed" if not self._wrong else f"{self._wrong} failed")
        sys.exit(1 if self._wrong else 0)

"""Bodies sent to do harm: endless, lying, in too many parts, a byte now and then; and a silent crowd.

What is over a limit is refused by its head alone; what comes too slowly has no place in the queue and is hung
up on; of the idle, the one that was so for longest makes room. A good client is served beside them all.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.load import Findings, Reply, ask, caller, memory, scrape, short_form, statuses
from tests.serving import Live, live

from bggen.serve.server import allow_files

UPLOAD = 4 * 2**20  # bytes that the server takes
PATIENCE = 2.0  # seconds that it waits for a body
CONNECTIONS = 600  # that it keeps open
FORM = "multipart/form-data; boundary=b"
PHOTO = b'--b\r\nContent-Disposition: form-data; name="photo"; filename="p.png"\r\n\r\n'
OPENING = b'--b\r\nContent-Disposition: form-data; name="%b"\r\n\r\n'


def head(length: str | None, path: str = "/generate", extra: bytes = b"") -> bytes:
    """A request as far as its body."""
    size = f"Content-Length: {length}" if length is not None else "Transfer-Encoding: chunked"
    lines = (f"POST {path} HTTP/1.1", "Host: localhost", f"Content-Type: {FORM}", size)
    return "\r\n".join(lines).encode() + b"\r\n" + extra + b"\r\n"


async def once(data: bytes) -> AsyncIterator[bytes]:
    yield data


async def endless(start: bytes, piece: bytes) -> AsyncIterator[bytes]:
    """Chunks without an end."""
    for part in (start, *[piece] * 100_000):
        yield f"{len(part):x}\r\n".encode() + part + b"\r\n"


async def dripping(start: bytes) -> AsyncIterator[bytes]:
    """A byte now and then."""
    yield start
    for _ in range(600):
        await asyncio.sleep(0.1)
        yield b"x"


def attacks() -> dict[str, tuple[AsyncIterator[bytes], set[int]]]:
    """What is sent, and the statuses that are right."""
    parts = b"".join(OPENING % b"f" + b"x\r\n" for _ in range(50_000))[: UPLOAD - 100]
    long = OPENING % b"prompt" + b"x" * (UPLOAD - 1000)
    return {
        "says 10 GB": (once(head(str(10 * 2**30))), {413}),
        "says a number without end": (once(head("9" * 400)), {400, 413}),
        "says less than nothing": (once(head("-1")), {400}),
        "says nonsense": (once(head("many")), {400}),
        "has no end": (chain(head(None), endless(PHOTO, b"x" * 65_536)), {413}),
        "is one field of 4 MB": (once(head(str(len(long))) + long), {400}),
        "is 50,000 parts": (once(head(str(len(parts))) + parts), {400}),
        "has headers of 1 MB": (once(head("5", extra=b"X-A: " + b"y" * 2**20 + b"\r\n")), {400, 431}),
        "has 10,000 headers": (once(head("5", extra=b"X-A: y\r\n" * 10_000)), {400, 408, 431}),
        "is no HTTP": (once(b"\x16\x03\x01\x02\x00\x01\x00" + bytes(600)), {400}),
        "has a path of 100 kB": (once(head("5", path="/" + "x" * 100_000)), {400, 404, 414}),
    }


async def chain(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for part in rest:
        yield part


async def send(server: Live, body: AsyncIterator[bytes]) -> tuple[int, float]:
    """The status that comes back, 0 where the line was cut without one, and the seconds until then."""
    where, started = urlsplit(server.url), time.monotonic()
    reader, writer = await asyncio.open_connection(where.hostname, where.port)

    async def push() -> None:
        try:
            async for part in body:
                writer.write(part)
                await writer.drain()
        except OSError:
            pass  # refused already

    pushing = asyncio.create_task(push())
    try:
        async with asyncio.timeout(30):
            line = await reader.readline()
        status = int(line.split()[1]) if line.startswith(b"HTTP/1.1 ") else 0
        return status, time.monotonic() - started
    except (OSError, TimeoutError):
        return 0, time.monotonic() - started
    finally:
        pushing.cancel()
        writer.close()


async def good(server: Live, count: int) -> list[Reply]:
    """A client as it should be, one request after another."""
    async with caller(server.url) as http:
        return [await ask(http, number) for number in range(count)]


async def crowd(server: Live, found: Findings, count: int) -> None:
    """Connections that nobody uses: silent, amid a head, or kept after their answer."""
    allow_files(count + 100)
    where = urlsplit(server.url)
    said = (b"", b"GET / HTTP/1.1\r\nHost: lo", b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
    ends = []
    for number in range(count):
        ends.append(await asyncio.open_connection(where.hostname, where.port))
        ends[-1][1].write(said[number % 3])
    beside = await good(server, 5)
    async with caller(server.url) as http:
        told = [await http.get(path) for path in ("/health", "/health/ready", "/metrics")]
    found.hold({reply.status for reply in beside} == {200}, f"amid a crowd: {dict(statuses(beside))}")
    found.hold({answer.status_code for answer in told} == {200}, f"amid a crowd: {told}")
    slowest = max(answer.elapsed.total_seconds() for answer in told)
    kept = scrape(server)["bggen_connections"]
    found.say(
        f"{count} idle connections: {kept:.0f} are kept, /health and /metrics take {slowest * 1000:.0f} ms"
    )
    found.hold(kept <= CONNECTIONS, "more are kept than may be")
    for _, writer in ends:
        writer.close()


async def campaign(server: Live, found: Findings, slow: int) -> None:
    empty = memory(server)
    alone = await good(server, 15)
    borne = PATIENCE + 3 + 5 * max(reply.seconds for reply in alone)  # as busy as the machine is
    for name, (body, right) in attacks().items():
        status, seconds = await send(server, body)
        found.hold(status in right, f"a body that {name}: {status}, right is {right}")
        found.hold(seconds < borne, f"a body that {name} took too long")
    start = head("100000") + PHOTO
    drips = [asyncio.create_task(send(server, dripping(start))) for _ in range(slow)]
    await asyncio.sleep(0.3)
    beside = await good(server, 15)
    ends = [await drip for drip in drips]
    told, longest = [status for status, _ in ends], max(seconds for _, seconds in ends)
    found.say(f"{slow} slow clients: {told.count(408)} x 408 within {longest:.1f} s")
    found.hold(told.count(408) == slow, f"slow clients got {set(told)}")
    found.hold(longest < borne, "slow clients were borne for too long")
    found.hold(set(statuses(beside)) == {200}, f"the good client got {dict(statuses(beside))}")
    before, then, after = (
        statistics.median(reply.seconds for reply in replies) * 1000
        for replies in (alone, beside, await good(server, 15))
    )
    found.say(
        f"a good client: median {before:.0f} ms before, {then:.0f} ms beside them, {after:.0f} ms after"
    )
    found.hold(then < 4 * max(before, after) + 100, "a good client suffers")
    await crowd(server, found, 20 * slow)
    grown = (memory(server) - empty) / 2**20
    found.say(f"memory grew by {grown:.0f} MiB")
    found.hold(grown < 200, "memory grew")


def main() -> None:
    short = short_form(__doc__ or "")
    found = Findings("serve_bodies")
    slow = 50 if short else 400
    with (
        tempfile.TemporaryDirectory() as folder,
        live(
            Path(folder),
            generate_rate="",
            read_rate="",
            cpu_workers=1,
            max_upload=UPLOAD,
            upload_seconds=PATIENCE,
            queue=4,  # of which none is theirs
            max_connections=CONNECTIONS,
        ) as server,
    ):
        server.wait_ready()
        asyncio.run(campaign(server, found, slow))
        figures = scrape(server)
        left = [figures[f"bggen_queue_{what}"] for what in ("depth", "arriving", "bytes")]
        found.hold(left == [0, 0, 0], f"places were not given back: {left}")
        found.hold(server.process.poll() is None, "the server died")
        found.hold("Traceback" not in server.log.read_text(), "a traceback in the log")
    found.end()


if __name__ == "__main__":
    main()

"""Odd and broken files as uploads: each gets the status that its content calls for, none a 5xx.

The files come from the folder named by BGGEN_ODD_IMAGES; a few are made here, so that this says something
without it too.
"""

from __future__ import annotations

import asyncio
import io
import os
import struct
import sys
import tempfile
import zlib
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import Image
from tests.load import Findings, ask, caller, short_form
from tests.serving import Live, live, photo

from bggen import source
from bggen.errors import BadInput
from bggen.settings import Settings

#: what may come out once a picture is open: no honest cut-out, or nothing in it
AFTER_OPENING = {200, 422}


def png_that_says(width: int, height: int) -> bytes:
    """A head that promises far more than there is."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def many_pixels() -> bytes:
    """169 million of one bit each, in a small file."""
    buffer = io.BytesIO()
    Image.new("1", (13_000, 13_000)).save(buffer, "PNG")
    return buffer.getvalue()


def made_here() -> dict[str, tuple[bytes, set[int]]]:
    """name -> (bytes, the statuses that are right)."""
    whole = photo(size=(200, 200))
    return {
        "nothing": (b"", {400}),
        "one byte": (b"\x89", {415}),
        "nulls": (bytes(100_000), {415}),
        "html": (b"<!doctype html><html><body>404</body></html>" * 9, {415}),
        "lfs pointer": (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", {415}),
        "svg bomb": (b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">]><svg>&a;</svg>', {415}),
        "postscript": (b"%!PS-Adobe-3.0 EPSF-3.0\n(%stdout) (w) file", {415}),
        "cut at a quarter": (whole[: len(whole) // 4], {422}),
        "cut at the end": (whole[:-20], {200, 422}),
        "a billion pixels": (png_that_says(65_535, 65_535), {413, 415, 422}),
        "2^31 squared": (png_that_says(2**31 - 1, 2**31 - 1), {413, 415, 422}),
        "169 megapixels": (many_pixels(), {413}),
        "tiny": (photo(size=(2, 3)), {422}),
        "thin": (photo(size=(4000, 40)), {422}),
        "with a tail": (whole + b"PK\x03\x04" + b"<script>" * 99, {200}),
    }


def expected(data: bytes) -> set[int]:
    """By opening it here: a refusal at this step must be the server's, with its status."""
    try:
        source.read("odd", Settings(), data)
    except BadInput as error:
        return {error.http_status}
    except Exception as error:  # MissingExtra of a HEIC, with its own status
        return {int(getattr(error, "http_status", 0))}
    return AFTER_OPENING


async def send(server: Live, files: dict[str, tuple[bytes, set[int]]], found: Findings) -> Counter[str]:
    """All of them, one after another, so that a death is seen at the file that caused it."""
    seen: Counter[str] = Counter()
    async with caller(server.url) as http:
        for number, (name, (data, right)) in enumerate(files.items()):
            reply = await ask(http, number, data)
            seen[f"{reply.status} {reply.reason}".strip()] += 1
            found.hold(reply.status in right, f"{name}: {reply.status} {reply.reason}, right is {right}")
            found.hold(reply.seconds < 10, f"{name}: took {reply.seconds:.0f} s")
            found.hold(b"Traceback" not in reply.body, f"{name}: a traceback in the answer")
    return seen


def main() -> None:
    short = short_form(__doc__ or "")
    found = Findings("serve_odd_files")
    files = made_here()
    folder = os.environ.get("BGGEN_ODD_IMAGES")
    if folder:
        paths = [path for path in sorted(Path(folder).iterdir()) if path.is_file()]
        for path in paths[:: 4 if short else 1]:
            data = path.read_bytes()
            files[path.name] = (data, expected(data))
    else:
        found.say("BGGEN_ODD_IMAGES is not set: only the files made here")
    with (
        tempfile.TemporaryDirectory() as work,
        live(Path(work), generate_rate="", read_rate="", cpu_workers=1) as server,
    ):
        server.wait_ready()
        seen = asyncio.run(send(server, files, found))
        found.hold(server.process.poll() is None, "the server died")
        found.hold("Traceback" not in server.log.read_text(), "a traceback in the log")
    found.say(f"{len(files)} files: " + ", ".join(f"{n} x {kind}" for kind, n in seen.most_common()))
    found.end()


if __name__ == "__main__":
    main()

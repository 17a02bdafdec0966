"""Answers that leave piece by piece: others have their turn in between, and the whole is never copied."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

PIECE = (
    192 * 1024
)  # bytes of a file that leave at once; a multiple of 3, so that base64 needs padding only at its end


@dataclass(frozen=True, slots=True)
class File:
    """A finished picture on its way out, as it is or in base64."""

    data: bytes
    in_base64: bool = False

    def __len__(self) -> int:
        return (len(self.data) + 2) // 3 * 4 if self.in_base64 else len(self.data)

    def pieces(self) -> Iterator[bytes | memoryview]:
        """What is sent, in its order."""
        whole = memoryview(self.data)
        for start in range(0, len(whole), PIECE):
            piece = whole[start : start + PIECE]
            yield base64.b64encode(piece) if self.in_base64 else piece


class PieceByPiece(Response):
    """A response of files and text. Its request is under way until the client has taken nearly all of it."""

    def __init__(self, parts: Sequence[File | bytes], media_type: str, headers: Mapping[str, str]) -> None:
        length = {"Content-Length": str(sum(len(part) for part in parts))}
        super().__init__(media_type=media_type, headers={**headers, **length})
        self._parts = parts
        #: bytes of memory
        self.held = sum(len(part.data) if isinstance(part, File) else len(part) for part in parts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it as ASGI has it."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for part in self._parts:
            for piece in part.pieces() if isinstance(part, File) else (part,):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
                await asyncio.sleep(0)  # sending to a quick client never waits
        await send({"type": "http.response.body", "body": b"", "more_body": False})

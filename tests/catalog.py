"""A catalogue for batch's fault campaigns, and what is asked about it afterwards."""

from __future__ import annotations

import argparse
import hashlib
import json
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, PngImagePlugin

from bggen.batch.stream import later
from bggen.batch.workers import tasks, wire
from bggen.cli import app

FLAT = ("--background", "#dfe4ea", "--quiet", "--json")


def short_form(description: str) -> bool:
    """Whether --short was given."""
    reader = argparse.ArgumentParser(description=description)
    reader.add_argument("--short", action="store_true", help="a form of seconds, for CI")
    return bool(reader.parse_args().short)


def make(folder: Path, count: int) -> Path:
    """Cut-out photos, each of its own colour, in three shapes."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        picture = Image.new("RGBA", (128 + 16 * (number % 3), 160), (0, 0, 0, 0))
        colour = (number % 256, number * 7 % 256, 90 + number // 256 % 100, 255)
        ImageDraw.Draw(picture).rounded_rectangle((30, 30, 90, 130), 10, fill=colour)
        picture.save(folder / f"p{number:05}.png")
    return folder


def retouch(picture: Path) -> bytes:
    """Somebody's own work on a picture; what the file says of itself stays, as editors leave it."""
    with Image.open(picture) as whole:
        text = whole.info["XML:com.adobe.xmp"]
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", text)
        whole.transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(picture, pnginfo=info)
    return picture.read_bytes()


def command(source: Path, out: Path, *more: str) -> list[str]:
    """The command line of one run with the fastest painter."""
    return [sys.executable, "-m", "bggen", "batch", str(source), "-o", str(out), *FLAT, *more]


def run(source: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """One undisturbed run."""
    return subprocess.run(command(source, out, *more), capture_output=True, text=True, check=False)


class Thread(threading.Thread):
    """A worker that is a thread of this process: the same tasks over a line, without a process's start.

    It has of `subprocess.Popen` what the pool uses; nothing can kill it within a task.
    """

    def __init__(self, line: socket.socket) -> None:
        super().__init__(daemon=True)
        self._socket, self._line = line, Connection(line.fileno())

    def run(self) -> None:
        """What `bggen.batch.workers.worker` does, but for limits."""
        with suppress(EOFError, OSError):
            settings, _memory = wire.receive(self._line)
            while True:
                wire.send(self._line, tasks.perform(wire.receive(self._line), settings))
        self._socket.detach()
        self._line.close()

    def poll(self) -> int | None:
        return None if self.is_alive() else 0

    def wait(self, timeout: float | None = None) -> int:
        self.join(timeout)
        if self.is_alive():
            raise subprocess.TimeoutExpired("worker", timeout or 0)
        return 0

    def kill(self) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)


def thread(*_: Any, **__: Any) -> tuple[Thread, Connection]:
    """In place of `bggen.batch.workers.child.start`."""
    ours, theirs = socket.socketpair()
    worker = Thread(theirs)
    worker.start()
    return worker, Connection(ours.detach())


def ask_again_after(monkeypatch: pytest.MonkeyPatch, *pauses: float) -> None:
    """Seconds before a batch asks again for what was out of reach, and at which it looks for the time."""
    monkeypatch.setattr(later, "PAUSES", pauses)
    monkeypatch.setattr(later, "TURN", min(pauses))


def here(*args: str | Path) -> int:
    """`bggen batch` in this process; its exit code."""
    return int(app(["batch", *map(str, args)], standalone_mode=False) or 0)


def said(stdout: str) -> list[dict[str, Any]]:
    """The objects of --json; a line that a kill cut short is left out."""
    rows = []
    for line in stdout.splitlines():
        try:
            rows.append(json.loads(line))
        except ValueError:
            continue
    return rows


def made(stdout: str) -> int:
    """How many pictures a run said it finished."""
    return sum(row.get("state") == "done" for row in said(stdout))


def tree(out: Path) -> dict[str, str]:
    """Name -> SHA-256 of all pictures."""
    return {str(p.relative_to(out)): hashlib.sha256(p.read_bytes()).hexdigest() for p in out.rglob("*.png")}


def strays(out: Path) -> int:
    """Temporary files that were left."""
    return sum("tmp" in p.name for p in out.rglob("*"))


def sound(out: Path) -> bool:
    """Whether the journal is whole."""
    with sqlite3.connect(out / ".bggen" / "journal.sqlite3") as db:
        return bool(db.execute("pragma integrity_check").fetchone()[0] == "ok")


def verdict(figures: dict[str, Any], must_be_zero: Iterable[str]) -> None:
    """Print the counts; exit 1 if one that must be zero isn't."""
    print(json.dumps(figures))
    if wrong := [name for name in must_be_zero if figures[name]]:
        sys.exit(f"FAILED: {', '.join(wrong)}")

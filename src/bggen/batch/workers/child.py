"""Processes of our own interpreter, each at the other end of a line; none is waited for without an end."""

from __future__ import annotations

import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import bggen

REAPING = 3.0  # seconds for a killed process to end; one that a driver or a disk holds may never


def start(
    module: str,
    sending: float,
    receiving: float,
    *,
    quiet: bool,
    inherit: Sequence[int] = (),
    environ: Mapping[str, str] | None = None,
) -> tuple[subprocess.Popen[bytes], Connection]:
    """Run `python -m MODULE HANDLE PARENT`; returns the process and our end of the line to it.

    A message that gets no further for `sending` or `receiving` seconds raises OSError: the process is stopped
    or hangs. It finds the same bggen as this one; `environ` is added to its environment.
    """
    ours, theirs = socket.socketpair()
    for option, patience in ((socket.SO_SNDTIMEO, sending), (socket.SO_RCVTIMEO, receiving)):
        limit = struct.pack("ll", int(patience), int(patience % 1 * 1e6))
        ours.setsockopt(socket.SOL_SOCKET, option, limit)
    with theirs:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", module, str(theirs.fileno()), str(os.getpid())],
            pass_fds=(theirs.fileno(), *inherit),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if quiet and not os.environ.get("BGGEN_DEBUG") else None,
            env=os.environ | dict(environ or {}) | {"PYTHONPATH": _path()},
        )
    return process, Connection(ours.detach())


def reaped(process: subprocess.Popen[bytes]) -> int | None:
    """End a process; its status, or None where even that can't end it."""
    process.kill()
    with suppress(subprocess.TimeoutExpired):
        return process.wait(REAPING)
    return None


def ending(status: int | None) -> str:
    """What a process's exit status says, for a log."""
    if status is None:
        return "killed and still there: a driver or a disk may hold it"
    if status < 0:
        with suppress(ValueError):
            return signal.Signals(-status).name
    return f"exit {status}"


def _path() -> str:
    here = str(Path(bggen.__file__).parent.parent)
    return os.pathsep.join([here, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))])

"""Text for a stream whose reader may know few letters, or go away."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TextIO


def write(stream: TextIO | None, text: str) -> None:
    """Write and flush; a closed pipe is exchanged for nothing, so that no later write fails either."""
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except UnicodeEncodeError:
        write(stream, text.encode("ascii", "backslashreplace").decode())
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, stream.fileno())
            os.close(nothing)

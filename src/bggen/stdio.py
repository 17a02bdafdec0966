"""Text for a stream whose reader may know few letters, or go away."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TextIO


def write(stream: TextIO | None, text: str) -> OSError | None:
    """Write and flush; a stream that takes nothing is exchanged for nothing: no later write fails either.

    Returns the error that lost the text, such as a full disk's; a reader that has gone away is none.
    """
    if stream is None:
        return None
    try:
        stream.write(text)
        stream.flush()
    except UnicodeEncodeError:
        return write(stream, text.encode("ascii", "backslashreplace").decode())
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, stream.fileno())
            os.close(nothing)
        return error if isinstance(error, OSError) and not isinstance(error, BrokenPipeError) else None
    return None

"""What a CPU process's answer, or its death, means for the request behind it."""

from __future__ import annotations

import json
import logging
from typing import Any

from bggen.batch.workers.pool import Outcome
from bggen.batch.workers.tasks import Finished, Ready, Trouble
from bggen.options import Format
from bggen.serve.orders import Made
from bggen.serve.problems import Refusal, status_of

log = logging.getLogger("bggen.serve")
#: foreign words stay in the log
UNTOLD = {
    "error": "something went wrong here; the log has it",
    "paint_failed": "the model failed on this picture",
}

#: what only the server's owner can put right
LACKING = ("missing_extra", "weights_missing", "licence_refused")
NETWORKS = ("rembg", "birefnet")


def refusal(reason: str, message: str) -> Refusal:
    """A reason and a message from another process, as a problem."""
    status = status_of(reason)
    if status >= 500:
        log.error("%s: %s", reason, message)
    return Refusal(status, reason, UNTOLD.get(reason, message), retry_after=5 if status == 503 else None)


def opened(outcome: Outcome, cutout: str) -> Ready | Refusal:
    """The end of the first step. A photo that kills or holds its process is at fault itself.

    `cutout` is the one that was asked for: what this server lacks for it is no reason to try again.
    """
    if outcome.how == "died":
        return Refusal(422, "decoder_crash", "this picture can't be opened: export it anew")
    if outcome.how == "timeout":
        return Refusal(422, "timeout", "opening this picture took too long: export it anew")
    if isinstance(outcome.answer, Ready):
        return outcome.answer
    trouble: Trouble = outcome.answer
    if trouble.reason in LACKING:
        log.warning("%s: %s", trouble.reason, trouble.message)
        if cutout.startswith(NETWORKS):
            detail = (
                f"cutout {cutout!r} is not on this server: use auto, alpha, plain or salient, or send a mask"
            )
            return Refusal(422, "unknown_name", detail)
        return Refusal(415, "unsupported", "this server can't read this kind of picture: send JPEG or PNG")
    too_large = trouble.reason == "out_of_memory"
    return refusal("too_many_pixels" if too_large else trouble.reason, trouble.message)


def closed(outcome: Outcome, format: Format) -> Made | Refusal:
    """The end of the last step."""
    answer: Finished | Trouble = outcome.answer
    if outcome.how != "answer":
        return Refusal(
            503, "worker_died", "the process that finishes pictures died: try again", retry_after=1
        )
    if isinstance(answer, Trouble):
        return refusal(answer.reason, answer.message)
    if answer.data is None or answer.side is None:
        return Refusal(500, "check_failed", "the finished picture failed its own checks")
    record: dict[str, Any] = json.loads(answer.side)
    return Made(answer.data, format, "review" if answer.verdict == "review" else "ok", record)


def overdue(seconds: float) -> Refusal:
    """Not done by its deadline, `seconds` after it came."""
    detail = f"not done within {seconds:g} s: ask for a smaller size or fewer steps, or again later"
    return Refusal(504, "deadline", detail)

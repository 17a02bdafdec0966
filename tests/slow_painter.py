"""A painter whose time and troubles follow from the prompt; run as a server's model process.

`steps` options of 20 ms each. Words in the prompt: die, poison, stop, bad, memory, endless. COMPANY in the
environment says what painting several at a time is good for (batch, steps, none); STEP_LOG and EVENT_LOG name
files to write.
"""

from __future__ import annotations

import itertools
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bggen.errors import OutOfMemory
from bggen.families.flat import FlatPainter
from bggen.options import Options
from bggen.serve.work import painter
from bggen.spec import Company, Painting, Scene, StepCallback

STEP = 0.02  # seconds


class SlowPainter(FlatPainter):
    def company(self, options: Options) -> Company:
        word = os.environ.get("COMPANY", "batch")
        return "steps" if word == "steps" else "none" if word == "none" else "batch"

    def paint(self, scenes: Sequence[Scene], on_step: StepCallback | None = None) -> list[Painting]:
        prompts = " ".join(scene.options.prompt for scene in scenes)
        words = set(prompts.split())
        note(f"begins {prompts}", "EVENT_LOG")
        if "die" in words:
            os.kill(os.getpid(), signal.SIGKILL)
        if "stop" in words:
            os.kill(os.getpid(), signal.SIGSTOP)
        if "poison" in words:
            raise RuntimeError("CUDA error: device-side assert triggered")
        if "bad" in words:
            raise ValueError("a tensor in /some/where/model.py has the wrong shape")
        if "memory" in words and len(scenes) > 2:
            raise OutOfMemory("out of memory")
        for step in itertools.count() if "endless" in words else range(scenes[0].options.steps or 1):
            time.sleep(STEP)
            note(f"{time.monotonic()} {prompts}", "STEP_LOG")
            if on_step is not None and not on_step(step + 1, scenes[0].options.steps or 1):
                note(f"gives up {prompts}", "EVENT_LOG")
                return []
        return super().paint(scenes)


def note(line: str, log: str) -> None:
    """Tell the test, in the file that a variable names."""
    if path := os.environ.get(log):
        with Path(path).open("a") as file:
            file.write(line + "\n")


if __name__ == "__main__":
    sys.exit(painter.main(int(sys.argv[1]), int(sys.argv[2]), SlowPainter()))

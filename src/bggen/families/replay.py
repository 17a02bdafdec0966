"""On a CUDA card: a step's kernels recorded once and launched together, where launching takes the time.

A few rows of a small UNet keep a card busy for less time than a processor needs to hand it their thousand
kernels. A CUDA graph hands over all of them at once, and computes the same to the bit. Each set of shapes
that a network is called with is timed when it first comes: where the card is the slower of the two, as with
most large batches, nothing is recorded, and no memory taken; where it isn't, the recording is kept if it
proves quicker. What can't be recorded is launched as before.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import torch
from torch.utils._python_dispatch import is_in_torch_dispatch_mode

from bggen.families.nested import each, outline, tensors

LAUNCHING = 0.7  # of a call's time: where launching takes less, the card sets the pace
WORTH = 0.95  # of the time without: what is nearly as quick isn't worth the memory
KEPT = 16  # recordings of one network; their memory is shared, but each has its kernels' arguments
TIMED = 3  # calls


@dataclass(frozen=True, slots=True)
class Verdict:
    """Milliseconds of one evaluation, launched kernel by kernel and replayed."""

    rows: int
    launched: float
    replayed: float

    @property
    def quicker(self) -> bool:
        """Whether the recording is used."""
        return self.replayed < WORTH * self.launched


@dataclass
class Replays:
    """All recordings of one loaded model."""

    device: str
    verdicts: list[Verdict] = field(default_factory=list)
    failed: str = ""  # why nothing more is recorded

    @functools.cached_property
    def pool(self) -> Any:
        """Memory that all recordings share: none runs beside another, and answers are copied out at once."""
        return torch.cuda.graph_pool_handle()

    def adopt(self, network: torch.nn.Module) -> None:
        """Replay calls of `network` where that is quicker. Changes its `forward`.

        One that is compiled whole stays as it is: what it calls would be compiled with it.
        """
        if network._compiled_call_impl is None:
            network.forward = Replay(self, network.forward)

    def notes(self) -> dict[str, Any]:
        """For a picture's record; nothing where launching was never what took the time."""
        found: dict[str, Any] = {}
        if self.verdicts:
            found["cuda_graphs"] = [
                {
                    "rows": one.rows,
                    "launched_ms": round(one.launched, 3),
                    "replayed_ms": round(one.replayed, 3),
                    "used": one.quicker,
                }
                for one in self.verdicts
            ]
        return found | ({"cuda_graphs_left_out": self.failed} if self.failed else {})


class Replay:
    """A network's `forward`: launched, or replayed where that was found quicker for calls of such shapes."""

    def __init__(self, replays: Replays, launch: Callable[..., Any]) -> None:
        self._replays, self._launch = replays, launch
        self._ways: dict[str, Callable[..., Any]] = {}
        functools.update_wrapper(self, launch)  # its signature is asked for where steps are shared

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """As the network has it."""
        key = self._key(args, kwargs)
        if key is None:
            return self._launch(*args, **kwargs)
        if key not in self._ways:
            full = self._replays.failed or len(self._ways) >= KEPT
            self._ways[key] = self._launch if full else self._choose(args, kwargs)
        return self._ways[key](*args, **kwargs)

    def _key(self, args: Any, kwargs: Any) -> str | None:
        """Everything that a recording is made for; None for calls that can't be recorded, or are watched."""
        if torch.is_grad_enabled() or is_in_torch_dispatch_mode():
            return None
        here = torch.device(self._replays.device).type
        if any(tensor.device.type != here for tensor in tensors((args, kwargs))):
            return None  # what comes from the processor would be recorded as it is now
        return outline(args, kwargs)

    def _choose(self, args: Any, kwargs: Any) -> Callable[..., Any]:
        """The quicker way for such calls."""
        self._launch(*args, **kwargs)  # compiles, and takes the memory it wants
        device, rows = self._replays.device, len(tensors((args, kwargs))[0])
        launching, launched = min(
            (timed(self._launch, args, kwargs, device) for _ in range(TIMED)), key=_whole
        )
        if launching < LAUNCHING * launched:
            return self._launch
        try:
            replay = record(self._launch, args, kwargs, self._replays)
        except RuntimeError as error:  # torch's for all that can't be recorded, and for no memory
            self._replays.failed = str(error).strip().partition("\n")[0]
            return self._launch
        _, replayed = min((timed(replay, args, kwargs, device) for _ in range(TIMED)), key=_whole)
        verdict = Verdict(rows, 1e3 * launched, 1e3 * replayed)
        self._replays.verdicts.append(verdict)
        return replay if verdict.quicker else self._launch


def _whole(times: tuple[float, float]) -> float:
    return times[1]


def timed(way: Callable[..., Any], args: Any, kwargs: Any, device: str) -> tuple[float, float]:
    """Seconds until a call came back, and until the device had done what it asks for."""
    torch.cuda.synchronize(device)
    began = time.perf_counter()
    way(*args, **kwargs)
    launching = time.perf_counter() - began
    torch.cuda.synchronize(device)
    return launching, time.perf_counter() - began


def record(launch: Callable[..., Any], args: Any, kwargs: Any, replays: Replays) -> Callable[..., Any]:
    """A call's kernels as one graph, on inputs of its own. Raises RuntimeError where that can't be done."""
    held_args, held_kwargs = each((args, kwargs), torch.clone)
    stream = torch.cuda.Stream(replays.device)  # type: ignore[no-untyped-call]  # as torch has it
    with torch.cuda.device(replays.device):
        stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(stream):
            launch(*held_args, **held_kwargs)  # what libraries set up at their first use of a stream
        torch.cuda.current_stream().wait_stream(stream)
        graph = torch.cuda.CUDAGraph()
        # thread_local: other callers may be before or after their loops meanwhile
        with torch.cuda.graph(graph, pool=replays.pool, stream=stream, capture_error_mode="thread_local"):
            answer = launch(*held_args, **held_kwargs)
    return replaying(graph.replay, (held_args, held_kwargs), answer)


def replaying(replay: Callable[[], None], held: Any, answer: Any) -> Callable[..., Any]:
    """Calls that fill what a recording reads, replay it, and copy what it wrote before the next does."""
    inputs = tensors(held)

    def call(*args: Any, **kwargs: Any) -> Any:
        for mine, given in zip(inputs, tensors((args, kwargs)), strict=True):
            mine.copy_(given)
        replay()
        return each(answer, torch.clone)

    return call

"""Pictures that are painted at the same time share their steps: one evaluation of the denoiser for them all.

Each caller runs the family's stock pipeline in a thread of its own, on a light copy with a scheduler of its
own. Where the pipeline calls its denoiser, the caller parks; when nobody who would join is on the way any
more, the parked calls are evaluated as one batch, every row at its own timestep. So a newcomer joins at the
next step, and who is finished leaves at once. Everything beside the loop (text, encoder, decoder) is done by
one caller at a time, as those parts are made for one.
"""

from __future__ import annotations

import copy
import hashlib
import inspect
import itertools
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch

from bggen.errors import OutOfMemory
from bggen.families.runtime import out_of_memory

TIME = "timestep"  # the one parameter that may be a scalar for one call and a vector for several


class Unlike(Exception):
    """A call that can't be put together with others."""


@dataclass(slots=True, eq=False)
class Call:
    """One lane's call of the denoiser, as it came and by the names of its parameters."""

    lane: Lane
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    rows: int = 0
    named: dict[str, Any] | None = None
    key: Hashable = None  # calls of equal keys go together
    done: bool = False
    result: Any = None
    error: BaseException | None = None


class Lane:
    """One caller's way through the pipeline: `pipe` is its own copy, weights shared."""

    def __init__(self, meeting: Rendezvous, pipe: Any, denoiser: str) -> None:
        self._meeting = meeting
        self._network = getattr(pipe, denoiser)
        self._inside = True  # has the door
        self._digests: dict[int, tuple[torch.Tensor, bytes]] = {}
        self.pipe = copy.copy(pipe)
        # beside the pipeline's own setter, which would write into the configuration that all copies share
        vars(self.pipe)["scheduler"] = copy.deepcopy(pipe.scheduler)
        vars(self.pipe)[denoiser] = _Seat(self._network, self)

    def evaluate(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """The denoiser's answer, from a batch with others where there are any."""
        if self._inside:
            self._inside = False
            self._meeting.door.release()
        return self._meeting.evaluate(self._network, self._call(args, kwargs))

    def leave(self) -> None:
        """The last step is done: nobody waits for this lane any more, and it may go on to the decoder."""
        self._meeting.forget(self)
        if not self._inside:
            self._meeting.door.acquire()
            self._inside = True

    def digest(self, tensor: torch.Tensor) -> bytes:
        """SHA-256 of a tensor that is the same for all rows; read once, as it stays through the steps."""
        if id(tensor) not in self._digests:
            held = tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy()
            self._digests[id(tensor)] = tensor, hashlib.sha256(held.tobytes()).digest()
        return self._digests[id(tensor)][1]

    def _call(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Call:
        call = Call(self, args, kwargs)
        try:
            call.named = dict(inspect.signature(self._network.forward).bind(*args, **kwargs).arguments)
            first = next(iter(call.named.values()))
            call.rows = _rows(first)
            call.key = _size(first), _outline(call.named, call.rows, self, "")
        except (Unlike, TypeError, StopIteration, IndexError):
            call.key = call  # like no other
        return call


class _Seat:
    """Stands in a copied pipeline where the denoiser was."""

    def __init__(self, network: Any, lane: Lane) -> None:
        self._network, self._lane = network, lane

    def __getattr__(self, name: str) -> Any:
        return getattr(self._network, name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._lane.evaluate(args, kwargs)


class Rendezvous:
    """Where the lanes of one denoiser meet."""

    def __init__(self) -> None:
        self.door = threading.Lock()  # held by the one lane that is before or after its loop
        self._turn = threading.Condition()
        self._parked: list[Call] = []  # the oldest first
        self._coming: dict[Lane, Hashable] = {}  # lanes within their loops, and what they asked last
        self._busy = False

    @contextmanager
    def lane(self, load: Callable[[], Any], denoiser: str) -> Iterator[Lane]:
        """A lane of one's own; `load` gives the pipeline, asked by one lane at a time."""
        self.door.acquire()
        lane = None
        try:
            lane = Lane(self, load(), denoiser)
            yield lane
        finally:
            if lane is not None:
                lane.leave()
                lane.pipe = None  # its seat knows the lane: without this they would wait for the collector
            self.door.release()

    def forget(self, lane: Lane) -> None:
        """It makes no more calls."""
        with self._turn:
            self._coming.pop(lane, None)
            self._turn.notify_all()

    def evaluate(self, network: Any, call: Call) -> Any:
        """Park until the call is answered. Whoever is awake evaluates what is due, others' calls too."""
        with self._turn:
            self._coming.pop(call.lane, None)
            self._parked.append(call)
            self._turn.notify_all()  # some may have waited for this one
            while not call.done:
                group = [] if self._busy else self._due()
                if not group:
                    self._turn.wait()
                    continue
                self._parked = [other for other in self._parked if other not in group]
                self._busy = True
                self._turn.release()
                try:
                    _answer(network, group)
                finally:
                    self._turn.acquire()
                    self._busy = False
                    for other in group:
                        other.done = True
                        self._coming[other.lane] = other.key
                    self._turn.notify_all()
        error, call.error = call.error, None
        try:
            if error is not None:
                raise error
            return call.result
        finally:
            del error  # else it and this frame would hold each other, and all tensors of the call

    def _due(self) -> list[Call]:
        """The oldest call that nobody on the way is expected to join, and all that go with it."""
        awaited = set(self._coming.values())
        for call in self._parked:
            if call.key not in awaited:
                return [other for other in self._parked if other.key == call.key]
        return []


def _answer(network: Any, group: list[Call]) -> None:
    """Evaluate calls as one; one by one where that fails, so that only the guilty one does."""
    if len(group) > 1:
        try:
            with out_of_memory(f"a step of {len(group)} pictures", str(network.device)):
                _together(network, group)
            return
        except OutOfMemory as error:
            for call in group:  # each its own: an error that is raised holds frames, and those tensors
                call.error = OutOfMemory(str(error))
            return
        except Exception:  # noqa: S110 - told below, by the call that it is about
            pass
    for call in group:
        try:
            call.result = network(*call.args, **call.kwargs)
        except Exception as error:
            call.error = error


def _together(network: Any, group: Sequence[Call]) -> None:
    rows = [call.rows for call in group]
    named = [call.named or {} for call in group]
    result = network(**{name: _join([one[name] for one in named], rows, name) for name in named[0]})
    parts, start = [], 0
    for count in rows:
        parts.append(_part(result, start, start + count, sum(rows)))
        start += count
    for call, part in zip(group, parts, strict=True):
        call.result = part


def _rows(first: Any) -> int:
    """How many pictures a call is about, by its first argument."""
    if isinstance(first, torch.Tensor) and first.ndim:
        return len(first)
    if isinstance(first, list):
        return len(first)
    raise Unlike


def _size(first: Any) -> Hashable:
    """The shape of a picture's latents where they come as a list; others' outlines say it."""
    return tuple(first[0].shape) if isinstance(first, list) else None


def _is_time(value: Any, rows: int, name: str) -> bool:
    return name == TIME and isinstance(value, torch.Tensor) and value.numel() in (1, rows)


def _of_rows(value: Any, rows: int) -> bool:
    """Whether there is one entry a row; a list of tensors is one because they differ in shape."""
    if isinstance(value, torch.Tensor):
        return value.ndim > 0 and len(value) == rows
    return isinstance(value, list) and len(value) == rows and all(isinstance(v, torch.Tensor) for v in value)


def _outline(value: Any, rows: int, lane: Lane, name: str) -> Hashable:
    """What calls must have in common to go together. Raises Unlike for what nothing is known of."""
    if _is_time(value, rows, name):
        return TIME, value.dtype, value.device
    if _of_rows(value, rows):
        return "rows" if isinstance(value, list) else (tuple(value.shape[1:]), value.dtype, value.device)
    if isinstance(value, torch.Tensor):
        return tuple(value.shape), value.dtype, value.device, lane.digest(value)
    if isinstance(value, dict):
        return tuple((key, _outline(item, rows, lane, key)) for key, item in value.items())
    if isinstance(value, tuple | list):
        return type(value), tuple(_outline(item, rows, lane, "") for item in value)
    if value is None or isinstance(value, bool | int | float | str):
        return type(value), value
    raise Unlike


def _join(values: list[Any], rows: list[int], name: str) -> Any:
    """The same argument of several calls as one; their outlines are equal."""
    first = values[0]
    if _is_time(first, rows[0], name):
        return torch.cat([time.reshape(-1).expand(count) for time, count in zip(values, rows, strict=True)])
    if _of_rows(first, rows[0]):
        return torch.cat(values) if isinstance(first, torch.Tensor) else list(itertools.chain(*values))
    if isinstance(first, dict):
        return {key: _join([value[key] for value in values], rows, key) for key in first}
    if isinstance(first, tuple | list):
        return type(first)(_join(list(items), rows, "") for items in zip(*values, strict=True))
    return first


def _part(result: Any, start: int, stop: int, total: int) -> Any:
    """One call's rows of a result. Raises Unlike for a result that isn't made of rows."""
    if _of_rows(result, total):
        return result[start:stop]
    if isinstance(result, tuple):
        return tuple(_part(item, start, stop, total) for item in result)
    if isinstance(result, dict):  # diffusers' outputs are dictionaries with attributes
        return type(result)(**{key: _part(item, start, stop, total) for key, item in result.items()})
    raise Unlike

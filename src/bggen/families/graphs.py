"""On a processor: convolutional networks as OpenVINO graphs, where that was measured to be quicker.

Each set of shapes that a network is called with is traced once and timed once beside torch; graph and
verdict are kept on this machine, so that later runs start with the quicker one. A graph that is not as near
to torch's answer as its precision promises is never used, and what can't be traced stays with torch.
"""

from __future__ import annotations

import contextlib
import copy
import hashlib
import importlib.util
import inspect
import json
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import metadata
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from bggen.families.nested import each, outline, tensors
from bggen.families.room import free_memory

PRECISION = {torch.float32: "f32", torch.bfloat16: "bf16"}
#: Greatest error of a graph beside torch, as a share of the answer's norm: rounding alone.
NEAR = {"f32": 1e-3, "bf16": 5e-2}
WORTH = 0.95  # of torch's time: what is nearly as quick isn't worth another library
TIMING = 2.0  # seconds for timing one set of shapes, after a first call of both
LARGEST = 2**28  # bytes in float32 of a network whose graphs are kept on disk; others are traced anew
COPIES = 3  # of a network in float32 that tracing and compiling it takes, 2.75 as measured
KEPT = 2**30  # bytes of graphs on disk; beyond them the oldest go


def library() -> Any:
    """OpenVINO, without its telemetry: at each conversion it would tell its makers over the network."""
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # Python's word for "not there"
    import openvino

    return openvino


@cache
def started() -> Any:
    """OpenVINO, started once and never ended.

    A start lends its thread a stack for signals, and an end gives back the one before. Of two that end in the
    order in which they began, the second gives back what the first took with it: the next signal, a SIGTERM
    or Ctrl-C that wants an orderly end, would kill the process as a crash.
    """
    return library().Core()


def found() -> bool:
    """Whether the extra is installed; nothing is imported."""
    return importlib.util.find_spec("openvino") is not None


@dataclass(slots=True)
class Verdict:
    """Seconds of one call by either; `graph` infinite where there is none or it is wrong."""

    torch: float
    graph: float

    @property
    def quicker(self) -> bool:
        """Whether the graph is used."""
        return self.graph < WORTH * self.torch


@dataclass
class Graphs:
    """All graphs of one loaded model."""

    folder: Path  # where they are kept on this machine, if it can be written
    model: str  # digest of the weights
    used: set[str] = field(default_factory=set)  # networks that a graph has answered for

    def __post_init__(self) -> None:
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)

    @property
    def core(self) -> Any:
        """OpenVINO, which all models share."""
        return started()

    @cached_property
    def machine(self) -> str:
        """What graphs and verdicts hold for: this processor, so many threads, and these versions."""
        versions = [f"{name} {metadata.version(name)}" for name in ("torch", "diffusers", "openvino")]
        threads = f"{torch.get_num_threads()} threads"
        return ", ".join([self.core.get_property("CPU", "FULL_DEVICE_NAME"), threads, *versions])

    def adopt(self, network: nn.Module, name: str) -> None:
        """Answer calls of `network` by graphs where they are quicker. Changes its `forward`."""
        dtype = next(p.dtype for p in network.parameters() if p.is_floating_point())
        if dtype in PRECISION:
            network.forward = Chooser(self, network, name, PRECISION[dtype])

    def remembered(self, key: str) -> Verdict | None:
        """What was measured on this machine before."""
        entry = self._verdicts().get(self.machine, {}).get(key)
        return Verdict(*entry) if entry else None

    def remember(self, key: str, verdict: Verdict) -> None:
        """For later runs. A folder that can't be written costs them the timing again, nothing else."""
        known = self._verdicts()
        known.setdefault(self.machine, {})[key] = [verdict.torch, verdict.graph]
        with contextlib.suppress(OSError), tempfile.TemporaryDirectory(dir=self.folder) as scratch:
            file = Path(scratch) / "verdicts"
            file.write_text(json.dumps(known, indent=1))
            file.replace(self.folder / "verdicts.json")

    def _verdicts(self) -> dict[str, Any]:
        try:
            return dict(json.loads((self.folder / "verdicts.json").read_text()))
        except (OSError, ValueError):
            return {}

    def kept(self, key: str) -> Path:
        """The file of a graph, whether it is there or not; its weights lie beside it as `.bin`."""
        return self.folder / f"{hashlib.sha256(f'{self.machine} {key}'.encode()).hexdigest()[:32]}.xml"

    def read(self, key: str) -> Any:
        """A graph that was kept; None where there is none, or none that is whole."""
        file = self.kept(key)
        with contextlib.suppress(RuntimeError):
            if file.exists() and file.with_suffix(".bin").exists():
                return self.core.read_model(file)
        return None

    def keep(self, graph: Any, key: str) -> None:
        """Write a graph for later runs, and delete the oldest beyond `KEPT` bytes."""
        file = self.kept(key)
        with contextlib.suppress(OSError), tempfile.TemporaryDirectory(dir=self.folder) as scratch:
            library().save_model(graph, Path(scratch) / file.name, compress_to_fp16=False)
            for name in (file.with_suffix(".bin").name, file.name):  # what names the other comes last
                (Path(scratch) / name).replace(self.folder / name)
            self._make_room()

    def _make_room(self) -> None:
        files = [
            (path.stat(), path) for path in self.folder.iterdir() if path.suffix in (".xml", ".bin", ".blob")
        ]
        total = 0
        for about, path in sorted(files, key=lambda item: item[0].st_mtime, reverse=True):
            total += about.st_size
            if total > KEPT:
                path.unlink()


class Chooser:
    """A network's `forward`: by torch or by a graph, as was found quicker for the shapes of the call."""

    def __init__(self, graphs: Graphs, network: nn.Module, name: str, precision: str) -> None:
        self._graphs, self._network, self._name, self._precision = graphs, network, name, precision
        self.eager: Callable[..., Any] = network.forward
        self._ready: dict[str, Callable[..., Any]] = {}  # by key
        self._in_tuples = "return_dict" in inspect.signature(network.forward).parameters

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """As the network has it."""
        key = self._key(args, kwargs)
        if key is None:
            return self.eager(*args, **kwargs)
        if key not in self._ready:
            self._ready[key] = self._choose(key, args, kwargs)
        return self._ready[key](*args, **kwargs)

    def __deepcopy__(self, _memo: Any) -> Chooser:
        return self  # a copied network is traced by its class's own forward

    def _key(self, args: Any, kwargs: Any) -> str | None:
        """Everything that a graph is made for; None for calls that none can be made for."""
        if torch.is_grad_enabled() or (self._in_tuples and kwargs.get("return_dict") is not False):
            return None
        shapes = outline(args, kwargs)
        return shapes and f"{self._graphs.model} {self._name} {self._precision} {shapes}"

    def _choose(self, key: str, args: Any, kwargs: Any) -> Callable[..., Any]:
        """The quicker way; measured where that was not done on this machine before."""
        verdict = self._graphs.remembered(key)
        if verdict and not verdict.quicker:
            return self.eager
        try:
            graph = self._graph(key, args, kwargs)
        except MemoryError:  # there may be room another time
            return self.eager
        except Exception:  # whatever a compiler can't do, torch can
            graph = None
        if verdict is None:
            verdict = self._measure(graph, args, kwargs)
            self._graphs.remember(key, verdict)
        if graph is None or not verdict.quicker:
            return self.eager
        self._graphs.used.add(self._name)
        return graph

    def _traced(self, key: str, args: Any, kwargs: Any) -> Any:
        """The network for these shapes, from disk or traced anew. Raises MemoryError without room for it."""
        if (kept := self._graphs.read(key)) is not None:
            return kept
        wide = sum(4 * p.numel() for p in self._network.parameters())
        if COPIES * wide > (free := free_memory()):
            raise MemoryError(f"{self._name}: {wide >> 20} MB, to be traced in {free >> 20} MB")
        given = tensors((args, kwargs))
        with warnings.catch_warnings():  # that shapes become constants is meant
            warnings.simplefilter("ignore", torch.jit.TracerWarning)  # type: ignore[attr-defined]  # documented
            traced = library().convert_model(
                _Flat(self._network, args, kwargs),
                example_input=tuple(_wide(tensor) for tensor in given),
                input=[tuple(tensor.shape) for tensor in given],
            )
        if wide > LARGEST:
            return traced
        self._graphs.keep(traced, key)
        # as later runs read it: OpenVINO finds what it compiled for the very same graph only
        return self._graphs.read(key) or traced

    def _graph(self, key: str, args: Any, kwargs: Any) -> Callable[..., Any]:
        """The network for these shapes, ready to be called."""
        traced = self._traced(key, args, kwargs)
        hints = {
            "INFERENCE_PRECISION_HINT": self._precision,
            "INFERENCE_NUM_THREADS": torch.get_num_threads(),
            "PERFORMANCE_HINT": "LATENCY",
        }
        if self._graphs.folder.is_dir():
            hints["CACHE_DIR"] = str(self._graphs.folder)  # its own: compiled, for a quicker start
        request = self._graphs.core.compile_model(traced, "CPU", hints).create_infer_request()
        dtype = next(p.dtype for p in self._network.parameters() if p.is_floating_point())

        def answer(*args: Any, **kwargs: Any) -> Any:
            request.infer([_wide(tensor).numpy() for tensor in tensors((args, kwargs))])
            result = torch.from_numpy(request.get_output_tensor(0).data.copy()).to(dtype)
            return (result,) if self._in_tuples else result

        return answer

    def _measure(self, graph: Callable[..., Any] | None, args: Any, kwargs: Any) -> Verdict:
        """Both in turn; a graph that is wrong counts as none."""
        verdict = Verdict(float("inf"), float("inf"))
        if graph is None:
            return verdict
        true, found = (tensors(way(*args, **kwargs))[0].float() for way in (self.eager, graph))
        if not (found - true).norm() <= NEAR[self._precision] * true.norm():
            return verdict
        began = time.perf_counter()
        while verdict.torch == float("inf") or time.perf_counter() - began < TIMING:
            verdict.torch = min(verdict.torch, _seconds(self.eager, args, kwargs))
            verdict.graph = min(verdict.graph, _seconds(graph, args, kwargs))
        return verdict


class _Flat(nn.Module):
    """A network as one that takes nothing but tensors and gives one, in float32, for tracing."""

    def __init__(self, network: nn.Module, args: Any, kwargs: Any) -> None:
        super().__init__()
        # a copy, as a narrow one must be widened for tracing
        self.network = copy.deepcopy(network).float()
        self._call = args, kwargs

    def forward(self, *given: Tensor) -> Tensor:
        """`given` in the order of `tensors`."""
        coming = iter(given)
        args, kwargs = each(self._call, lambda _: next(coming))
        return tensors(type(self.network).forward(self.network, *args, **kwargs))[0]


def _wide(tensor: Tensor) -> Tensor:
    return (
        tensor.detach().contiguous().float() if tensor.is_floating_point() else tensor.detach().contiguous()
    )


def _seconds(way: Callable[..., Any], args: Any, kwargs: Any) -> float:
    began = time.perf_counter()
    way(*args, **kwargs)
    return time.perf_counter() - began
